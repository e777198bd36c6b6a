"""Formulas as programs of the kernel's stack machine."""

from collections.abc import Mapping
from math import inf

import numpy as np

from models.net_attribute import FormulaValue, TransitionValue, TreeValue
from models.net_formula import Apply, Formula, Held, Number, Word
from simulations.kernel import formula_tables as f
from simulations.kernel.net_tables import Float64
from simulations.nets.laws import LawTable
from simulations.nets.words import Words

MOST_DRAWS = 1 << 16
"""Draws of one program have numbers below this one."""
ROOM = 8
"""Values that one operation needs above those that formulas wait with."""

UNTOLD = {
    "fix": (0.0, 0.0, inf),
    "uniform": (0.0, 0.0),
    "triang": (0.0,),
    "expon": (0.0, inf, 0.0),
    **dict.fromkeys(("norm", "lognorm", "gamma"), (0.0, inf)),
}
"""What a draw takes, of four numbers, for those that are not given."""
ALONE = {"gcd": 0.0, "hypot": 0.0, "lcm": 1.0}
"""The second number of functions that may be given one."""
OTHERS = {("log", 2): "log to base", ("perm", 1): "factorial"}
"""Functions that are another one with so many numbers."""


class Programs:
    """All programs of a scenario, one after another."""

    def __init__(self, traits: Mapping[str, int], words: Words, laws: LawTable) -> None:
        self._traits = traits
        self._words = words
        self._laws = laws
        self._rows: list[tuple[int, float]] = []
        self._draws = 0
        self.deepest = ROOM

    def table(self) -> Float64:
        """The programs as the kernel reads them."""
        return np.array([*self._rows, (f.ENDS, f.AS_IT_IS)], np.float64).T.copy()

    def add(self, trait: int, value: FormulaValue | TreeValue | TransitionValue) -> int:
        """Where the program begins that computes a value of the attribute."""
        first = len(self._rows)
        self._draws = 0
        match value:
            case FormulaValue(formula=formula):
                self._formula(formula)
                self._row(f.ENDS, f.WITHIN_FLOAT32)
            case TreeValue():
                self._tree(value)
            case TransitionValue():
                self._transition(trait, value)
        return first

    def _row(self, operation: int, operand: float) -> None:
        self._rows.append((operation, operand))

    def _tree(self, tree: TreeValue) -> None:
        for leaf in tree.leaves:
            tests = []
            for condition in leaf.conditions:
                self._formula(condition)
                tests.append(len(self._rows))
                self._row(f.UNLESS, 0)
            self._formula(leaf.formula)
            self._row(f.ENDS, f.OR_ZERO)
            self._go_on_here(tests)
        self._row(f.GIVEN, 0)
        self._row(f.ENDS, f.AS_IT_IS)

    def _transition(self, trait: int, value: TransitionValue) -> None:
        for state, shares in value.after.items():
            self._row(f.HELD, trait)
            self._row(f.GIVEN, self._words.code(state))
            self._row(f.NUMBERS["="], 2)
            test = len(self._rows)
            self._row(f.UNLESS, 0)
            self._row(f.FROM_LAW, self._words.law(shares, self._laws))
            self._row(f.ENDS, f.AS_IT_IS)
            self._go_on_here([test])
        self._row(f.HELD, trait)
        self._row(f.ENDS, f.AS_IT_IS)

    def _go_on_here(self, tests: list[int]) -> None:
        for place in tests:
            self._rows[place] = (f.UNLESS, len(self._rows))

    def _formula(self, formula: Formula) -> None:
        self.deepest = max(self.deepest, formula.deepest + ROOM)
        for step in formula.steps:
            match step:
                case Number(value=number):
                    self._row(f.GIVEN, min(max(number, -f.FARTHEST), f.FARTHEST))
                case Word(text=text):
                    self._row(f.GIVEN, self._words.code(text))
                case Held(attribute=name):
                    self._row(f.HELD, self._traits[name])
                case Apply(function=function, count=count):
                    self._apply(function, count)

    def _apply(self, function: str, count: int) -> None:
        if function in f.DRAWS:
            untold = UNTOLD[function]
            for value in untold[count + len(untold) - f.NUMBERS_OF_A_DRAW :]:
                self._row(f.GIVEN, value)
            self._row(f.NUMBERS[function], self._draws % MOST_DRAWS)
            self._draws += 1
            return
        if count == 1 and function in ALONE:
            self._row(f.GIVEN, ALONE[function])
            count = 2
        if (function, count) in OTHERS:
            function = OTHERS[function, count]
        self._row(f.NUMBERS[function], min(count, 2))
        for _ in range(count - 2):
            self._row(f.NUMBERS[function], 2)

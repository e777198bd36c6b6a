"""Attributes of cases, and the rules about them, as tables of the kernel.

Everything is a number there: a word is a number below all others, no value is NaN.
"""

import numpy as np

from models.net_attribute import ChoiceValue, NumberValue, TransitionValue, Value
from models.net_scenario import Clause, NetScenario, Rule
from simulations.kernel import net_tables as net
from simulations.kernel.formula_tables import WORDS
from simulations.kernel.net_tables import Float64
from simulations.kernel.tables import Int32
from simulations.nets.formulas import Programs
from simulations.nets.laws import LawTable
from simulations.nets.words import Words


class AttributeCompiler:
    """Numbers the attributes of a scenario; lays out their draws, changes and rules."""

    def __init__(self, scenario: NetScenario, laws: LawTable) -> None:
        self._scenario = scenario
        self._laws = laws
        self._words = Words()
        self._number = {
            attribute.name: -1 - n if attribute.shared else n
            for n, attribute in enumerate(scenario.attributes)
        }
        self._tests: list[list[float]] = []
        self._updates: list[list[int]] = []
        self._longest = 0
        self.programs = Programs(self._number, self._words, laws)

    def rule(self, rule: Rule) -> int:
        """Where the tests of a rule begin."""
        first = len(self._tests)
        groups = [group for group in rule.any_of if group]
        for number, group in enumerate(groups):
            for place, test in enumerate(group):
                ends = place == len(group) - 1
                row = [float(self._number[test.attribute]), *self._between(test)]
                self._tests.append([*row, float(ends), float(ends and number == len(groups) - 1)])
        return first

    def changed_by(self, node: str) -> tuple[int, int]:
        """Where the updates begin and end that a node brings.

        They come when a visit of a task or event ends, and at the start when a case comes.
        """
        first = len(self._updates)
        own: list[tuple[str, Value]]
        if node == self._scenario.net.start.id:
            own = [(a.name, a.by_case) for a in self._scenario.attributes if a.by_case]
        else:
            own = [(c.attribute, c.value) for c in self._scenario.changes if c.event == node]
        own.sort(key=lambda pair: self._number[pair[0]] >= 0)
        self._updates += [self._update(name, value) for name, value in own]
        self._longest = max(self._longest, len(own))
        return first, len(self._updates)

    def first_laws(self) -> Int32:
        """The law of each attribute's first value; -1: it has none."""
        laws = [self._law(a.value) if a.value else -1 for a in self._scenario.attributes]
        return np.array(laws, np.int32)

    def stack(self) -> int:
        """How many values the kernel must be able to put aside."""
        return self._longest + self.programs.deepest

    def tests(self) -> Float64:
        """The table of all tests so far."""
        return np.array(self._tests or [[0.0] * net.TEST_FIELDS]).T.copy()

    def updates(self) -> Int32:
        """The table of all updates so far."""
        return np.array([*self._updates, [0] * net.UPDATE_FIELDS], np.int32).T.copy()

    def _update(self, name: str, value: Value) -> list[int]:
        number = self._number[name]
        if isinstance(value, NumberValue | ChoiceValue):
            return [number, self._law(value), -1, 0]
        is_seen = isinstance(value, TransitionValue)
        return [number, -1, self.programs.add(number, value), is_seen]

    def _law(self, value: NumberValue | ChoiceValue) -> int:
        if isinstance(value, NumberValue):
            return self._laws.add(value.law)
        return self._words.law(value.options, self._laws)

    def _between(self, test: Clause) -> tuple[float, float, float]:
        comparison, value = test.comparison, test.value
        if isinstance(value, tuple):
            return *value, 0.0
        code = self._words.code(value)
        ends = {
            "=": (code, code),
            "!=": (code, code),
            "<": (WORDS, np.nextafter(code, -np.inf)),
            "<=": (WORDS, code),
            ">": (np.nextafter(code, np.inf), np.inf),
            ">=": (code, np.inf),
        }
        return *ends[comparison], float(comparison == "!=")

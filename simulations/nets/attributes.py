"""Attributes of cases, and the rules about them, as tables of the kernel.

Everything is a number there: a word is a number below all others, no value is NaN.
"""

import numpy as np

from models.net_scenario import Clause, NetScenario, NumberValue, Rule, Value
from simulations.kernel import net_tables as net
from simulations.kernel.net_tables import Float64
from simulations.kernel.tables import Int32
from simulations.nets.laws import LawTable

WORD = -1e300
"""Words are numbers below this one."""


class _Words:
    """Words as numbers; words that look like numbers are the numbers they look like."""

    def __init__(self) -> None:
        self.codes: dict[str, float] = {}

    def code(self, word: float | str) -> float:
        try:
            return float(word)
        except ValueError:
            return self.codes.setdefault(str(word), WORD * (2 + len(self.codes)))


class AttributeCompiler:
    """Numbers the attributes of a scenario; lays out their draws, changes and rules."""

    def __init__(self, scenario: NetScenario, laws: LawTable) -> None:
        self._attributes = scenario.attributes
        self._laws = laws
        self._words = _Words()
        self._number = {
            attribute.name: -1 - n if attribute.shared else n
            for n, attribute in enumerate(scenario.attributes)
        }
        self._tests: list[list[float]] = []
        self._updates: list[tuple[int, int]] = []

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
        """Where the updates begin and end that the end of a task or event brings."""
        first = len(self._updates)
        self._updates += [
            (self._number[attribute.name], self._law(attribute.events[node]))
            for attribute in self._attributes
            if node in attribute.events
        ]
        return first, len(self._updates)

    def first_laws(self) -> Int32:
        """The law of each attribute's first value; -1: it has none."""
        return np.array([self._law(a.value) if a.value else -1 for a in self._attributes], np.int32)

    def tests(self) -> Float64:
        """The table of all tests so far."""
        return np.array(self._tests or [[0.0] * net.TEST_FIELDS]).T.copy()

    def updates(self) -> Int32:
        """The table of all updates so far."""
        return np.array([*self._updates, (0, 0)], np.int32).T.copy()

    def _law(self, value: Value) -> int:
        if isinstance(value, NumberValue):
            return self._laws.add(value.law)
        codes = np.array([self._words.code(word) for word in value.options])
        return self._laws.words(codes, np.array(list(value.options.values())))

    def _between(self, test: Clause) -> tuple[float, float, float]:
        comparison, value = test.comparison, test.value
        if isinstance(value, tuple):
            return *value, 0.0
        code = self._words.code(value)
        ends = {
            "=": (code, code),
            "!=": (code, code),
            "<": (WORD, np.nextafter(code, -np.inf)),
            "<=": (WORD, code),
            ">": (np.nextafter(code, np.inf), np.inf),
            ">=": (code, np.inf),
        }
        return *ends[comparison], float(comparison == "!=")

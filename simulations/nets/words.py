"""Words as numbers below all others."""

from collections.abc import Mapping
from math import isnan

import numpy as np

from simulations.kernel.formula_tables import EMPTY, WORDS
from simulations.nets.laws import LawTable


class Words:
    """The number of each word; words that look like numbers are the numbers they look like."""

    def __init__(self) -> None:
        self._codes: dict[str, float] = {"": EMPTY}

    def code(self, word: float | str) -> float:
        """The number of a word or number."""
        try:
            number = float(word)
        except ValueError:
            number = float("nan")
        if not isnan(number):
            return number
        return self._codes.setdefault(str(word), WORDS * (2 + len(self._codes)))

    def law(self, shares: Mapping[str, float], laws: LawTable) -> int:
        """The law of words with these shares."""
        codes = np.array([self.code(word) for word in shares])
        return laws.words(codes, np.array(list(shares.values())))

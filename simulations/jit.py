"""The one place where numba is asked to compile: cached on disk, without the GIL."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function, compiled at its first call and cached beside its source."""
    decorator: Any = numba.njit(cache=True, nogil=True, error_model="numpy")
    return cast("Callable[P, R]", decorator(function))

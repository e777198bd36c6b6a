"""The one place where numba is asked to compile.

Compiled code is cached on disk under a name made from the sources of this package and the numba
version, because numba itself does not notice when a constant or function of another module changes.
The caching directory is numba's own choice if ``NUMBA_CACHE_DIR`` is set.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numba
import numpy as np
import numpy.typing as npt
from numba.core import cgutils, types
from numba.extending import intrinsic

P = ParamSpec("P")
R = TypeVar("R")


def cache_directory() -> Path:
    """Where compiled code of exactly these sources is kept."""
    digest = blake2b(numba.__version__.encode(), digest_size=8)
    here = Path(__file__)
    for source in (here, *sorted((here.parent / "kernel").glob("*.py"))):
        digest.update(source.read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "onething" / f"kernel-{digest.hexdigest()}"


if "NUMBA_CACHE_DIR" not in os.environ:
    config: Any = numba.config
    config.CACHE_DIR = str(cache_directory())

# The kernel allocates nothing, so it needs no reference counts; counting them cost a third of its
# speed and three quarters of its compile time (docs/decisions).
OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False}


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """A function called from Python: compiled at its first call and cached."""
    return cast("Callable[P, R]", numba.njit(cache=True, **OPTIONS)(function))


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """A part of compiled functions, made one with its callers."""
    return cast("Callable[P, R]", numba.njit(forceinline=True, **OPTIONS)(function))


def called(function: Callable[P, R]) -> Callable[P, R]:
    """A part of compiled functions that stays a function: large, or called from many places."""
    return cast("Callable[P, R]", numba.njit(**OPTIONS)(function))


BLOCK = 16
_build: Any = cgutils
Bytes = npt.NDArray[np.uint8]


def _copy_block(_typing: Any, out: Any, _place: Any, text: Any, _first: Any) -> Any:
    """What numba asks for: the signature, and the machine code of a copy of BLOCK bytes."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        ends = []
        for array, place in ((0, 1), (2, 3)):
            kind = signature.args[array]
            data = context.make_array(kind)(context, builder, arguments[array]).data
            ends.append(builder.gep(data, [arguments[place]]))
        _build.raw_memcpy(builder, *ends, context.get_constant(types.intp, BLOCK), 1)
        return context.get_dummy_value()

    return types.void(out, types.intp, text, types.intp), code


copy_block = cast("Callable[[Bytes, int, Bytes, int], None]", intrinsic(_copy_block))
"""In compiled code, ``copy_block(out, place, text, first)`` copies BLOCK bytes; nothing is checked.

Byte by byte it takes five times as long, for the compiler must think that the arrays overlap.
"""

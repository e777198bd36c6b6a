"""Keyed random numbers: the same key gives the same numbers, in any process and on any machine."""

from hashlib import blake2b

import numpy as np
import numpy.typing as npt


def uniforms(count: int, *key: str | int) -> npt.NDArray[np.float64]:
    """``count`` uniform numbers in [0, 1) of the stream named by ``key``.

    The first n numbers do not depend on ``count``. Streams are Philox 4x64 generators keyed by a
    128-bit digest, so different keys are independent for all purposes here.
    """
    digest = blake2b("/".join(map(str, key)).encode(), digest_size=16).digest()
    generator = np.random.Generator(np.random.Philox(key=int.from_bytes(digest, "little")))
    return generator.random(count)

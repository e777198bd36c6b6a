"""Pictures as PNG for documents that cannot hold SVG; no network, fonts of this machine."""

from functools import lru_cache

import resvg_py

FONT = "Noto Sans CJK SC"
"""Asked for first; others on the machine step in where it is missing."""

_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="24">'
    '<text x="2" y="20" font-size="20" font-family="Noto Sans CJK SC,Microsoft YaHei,SimSun,'
    'PingFang SC,sans-serif">{}</text></svg>'
)


def png(svg: str, zoom: float) -> bytes:
    """The picture as PNG, ``zoom`` pixels a unit."""
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=zoom, font_family=FONT, sans_serif_family=FONT, languages=["zh"]
    )


@lru_cache(maxsize=1)
def has_chinese_font() -> bool:
    """Whether Chinese characters come out: two different ones give different pictures."""
    first, second = (png(_PROBE.format(word), 1) for word in ("罗", "源"))
    return first != second

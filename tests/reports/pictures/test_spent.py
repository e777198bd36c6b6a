"""The bar of hours by cause."""

from hypothesis import given
from hypothesis import strategies as st

from models.breakdown import CAUSES
from models.result import Spent
from reports.palette import CAUSE_FILLS
from reports.pictures.spent import WIDTH, spent
from reports.wording import Wording
from tests.model_builders import FEW
from tests.reports.picture_checks import SVG, faults, parsed

hours = st.dictionaries(st.sampled_from(CAUSES), st.floats(0, 1e4), max_size=len(CAUSES))


@FEW
@given(hours, st.sampled_from(["zh", "en"]))
def test_labels_never_collide(parts: dict[str, float], language: str) -> None:
    assert faults(str(spent(Spent(**parts), Wording(language), "s"))) == []


def test_segments_are_as_long_as_their_share() -> None:
    root = parsed(str(spent(Spent(work=1, queue=3), Wording("zh"), "s")))
    heights = [box for box in root.findall(f"{SVG}rect") if box.get("height") == "44"]
    lengths = [float(box.get("width", 0)) for box in heights]
    assert lengths == [(WIDTH - 16) / 4, (WIDTH - 16) * 3 / 4]


def test_every_cause_has_a_fill_and_a_legend() -> None:
    assert tuple(CAUSE_FILLS) == CAUSES
    w = Wording("zh")
    shown = str(spent(Spent(**dict.fromkeys(CAUSES, 10.0)), w, "s"))
    assert all(f"{w(f'{cause}_long')} 10.0 小时，14.3%" in shown for cause in CAUSES)

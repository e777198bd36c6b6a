"""Random processes for pictures: any shape, any owners, any names."""

from hypothesis import strategies as st

from models.base import text
from models.process import Process
from models.step_time import ApplicantTime, Automatic, Wait, Work
from tests.model_builders import HOUR, a_process, a_rework, a_step, connected, dags

NAMES = st.one_of(
    st.text(alphabet="设立登记核验（）、颁发营业执照公积金", min_size=1, max_size=24),
    st.text(alphabet="abcdefgh ABC-/", min_size=1, max_size=40).filter(str.strip),
    st.text(min_size=1, max_size=12),
)
TIMES = st.sampled_from([kind(duration=HOUR) for kind in (Work, Automatic, Wait, ApplicantTime)])


@st.composite
def processes(draw: st.DrawFn, most: int = 9) -> Process:
    """A sound process of up to ``most`` steps and four owners."""
    after = connected(draw(dags(most)))
    owners = st.sampled_from(["a", "b", "c", "d"])
    steps = [
        a_step(
            slug,
            *before,
            name=text(draw(NAMES), draw(NAMES)),
            owner=draw(owners),
            time=draw(TIMES),
            rework=a_rework(slug) if draw(st.booleans()) else None,
        )
        for slug, before in after.items()
    ]
    return a_process(*steps)

"""What the modules of labour, education and life events share: one form, insurance limits."""

from flows.limits import working_days
from flows.shared import AT_ONCE, clerk, corrected
from models.base import Text, text
from models.condition import When
from models.limit import Limit
from models.source import plan_body, statute
from models.step import Material, Step

ONE_SET = plan_body("二(三)2")
INSURANCE_RULES = "社会保险经办条例"


def one_form(
    after: tuple[str, ...] = (), when: When | None = None, materials: tuple[Material, ...] = ()
) -> Step:
    """One set of papers handed in at one window for several matters (一套材料、一个窗口)."""
    return Step(
        slug="one-form",
        name=text("一表申请、一窗收件", "One form at one window"),
        owner="service-center",
        after=after,
        when=when,
        time=clerk(10, 20, 40),
        rework=corrected("one-form", 0.08),
        materials=materials,
        visit=AT_ONCE,
        channel="window",
        source=ONE_SET,
    )


def insurance_registration(slug: str, name: Text, step: str) -> Limit:
    """Registration of one insured person: 10 working days (社会保险经办条例 art. 6)."""
    source = statute(INSURANCE_RULES, "第六条", "个人登记10个工作日，2023年12月1日起")
    return working_days(slug, name, 10, step, source)

"""What the supervision modules share: the laboratory, reports and complaints, penalties."""

from flows.limits import calendar_days
from flows.shared import (
    FORM,
    IDENTITY,
    JOINT_HOURS,
    PRACTICE,
    field_work,
    material,
    outside_days,
    review,
)
from flows.steps import office_trip, quiet, signed
from models.base import text
from models.condition import Is, When
from models.limit import Limit
from models.source import Source, assumed, statute
from models.step import Step
from models.step_time import Wait

FINDINGS = assumed("检查发现问题的比例估计，待以检查记录校准 (share of findings)")
LAB_TIME = assumed("检验机构用时估计 (time of the laboratory)")
CASE_OPENED = assumed("自立案起即本环节待办起算 (from the opening of the case: the step's start)")
CARD_PROOF = material("card-contract", "办卡合同和付款凭证", "Card contract and receipts")
ART_45 = statute("行政许可法", "第四十五条")


def lab_test(median: float, excluded: Source | None = None) -> Wait:
    """A laboratory at work, in working days (assumption)."""
    return outside_days(median, 0.35, LAB_TIME, excluded)


def report_check(
    domain: str, zh: str, en: str, owner: str, when: When, source: Source = PRACTICE
) -> Step:
    """A report of a violation is checked on site."""
    name = text(f"{zh}举报核查", f"Check: {en}")
    time = field_work(owner, 60, 120, 240)
    return quiet(f"check-{domain}", name, owner, "report", time, source, when)


def report_penalty(domain: str, zh: str, en: str, owner: str, when: When) -> tuple[Step, Step]:
    """What the report brought to light is punished, on the sign-off of those in charge."""
    name = text(f"{zh}案件查处", f"Penalty: {en}")
    after = f"check-{domain}"
    step = quiet(f"penalty-{domain}", name, owner, after, review(300), when=when)
    return signed(step, JOINT_HOURS)


def complaint_handled(trade: str, zh: str, en: str, owner: str) -> Step:
    """The department in charge of a trade inquires and mediates; the consumer comes again."""
    return office_trip(
        f"handle-{trade}",
        text(f"{zh}调查调解", f"Handle: {en}"),
        owner,
        "assignment",
        review(150),
        (FORM, IDENTITY, CARD_PROOF),
        when=Is(attribute="trade", value=trade),
    )


def penalty_law(step: str) -> Limit:
    """90 days from the opening of a penalty case, that is ``step``, to its sign-off."""
    return calendar_days(
        f"{step}-limit",
        text("行政处罚办案期限", "Time for a penalty decision"),
        90,
        (step, f"{step}-sign-off"),
        statute("行政处罚法", "第六十条"),
        reading=CASE_OPENED,
    )

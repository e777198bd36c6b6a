"""What the company processes share: papers, sources, items 5 and 7, permits with a site check."""

from flows.limits import WHOLE_CASE, completed, immediate, working_days
from flows.shared import (
    FORM,
    IDENTITY,
    LICENCE_COPY,
    PERMIT_HOURS,
    PRACTICE,
    clerk,
    corrected,
    field_work,
    material,
    on_the_spot,
    review,
)
from flows.steps import (
    Office,
    by_system,
    office_trip,
    office_trips,
    quiet,
    signed,
    timed,
)
from models.base import Text, text
from models.condition import Chance, Condition
from models.edits import AddStep, DropMaterial, Edit, SetOwner, SetRework, SetTime
from models.limit import Limit
from models.source import assumed, plan
from models.step import Material, Step

PLATFORM = assumed("数据经省市共享平台推送 (data go through the shared platform)")
HANDED_OVER = assumed("统一窗口一次发放 (assumed end of the one-window service)")
SEAL_RECORD = assumed("公安机关负责印章备案 (the police keep the seal record)")
ASKED = assumed("作决定前征询有关部门有无异议 (asked for objections before the decision)")
SITE_FAULTS = assumed("现场核查需整改的比例估计 (share of site checks with faults)")
UNLISTED = assumed("标准地址库未收录的比例估计 (share of addresses not in the base)")
BY_HAND = assumed("查无标准地址时由登记机关人工核验 (fallback)")
REGISTRATION_LAW = "市场主体登记管理条例"

CHARTER = material("charter", "公司章程", "Articles of association")
PREMISES = material("premises-proof", "住所使用证明", "Proof of premises")
LICENCE_ORIGINAL = material("licence-original", "营业执照正、副本", "Original licence")
RESOLUTION = material("resolution", "变更（注销）决议", "Resolution of the shareholders")
FLOOR_PLAN = material("floor-plan", "场所平面布局图", "Floor plan", PRACTICE)
OPERATING_RULES = material("operating-rules", "经营管理制度", "Operating rules", PRACTICE)
SEALS = material("seals", "原印章", "The seals in use", PRACTICE)
CLEARANCE = material("tax-clearance-proof", "清税证明", "Tax clearance proof")

INSURANCE_AND_FUND = ("social-insurance", "medical-insurance", "housing-fund")
INSURANCE_AND_FUND_STEPS = office_trips(
    "invoices",
    clerk(15, 25, 60),
    (FORM, IDENTITY, LICENCE_COPY),
    Office("social-insurance", "社会保险登记", "Social insurance registration", "hrss"),
    Office(
        "medical-insurance",
        "医疗生育保险登记",
        "Medical insurance registration",
        "medical-insurance",
    ),
    Office("housing-fund", "住房公积金缴存登记", "Housing fund registration", "housing-fund"),
    source=plan(7),
)
"""What a new firm goes through after the tax office, before the plan."""

MADE_IMMEDIATE: tuple[SetTime, ...] = (
    SetTime(step="invoices", time=on_the_spot(8, 15, 30)),
    *timed(on_the_spot(), *INSURANCE_AND_FUND),
)
"""Item 7: what comes after the licence is done on the spot."""


def opening_limits(parallel: tuple[str, ...], afterwards: tuple[str, ...]) -> tuple[Limit, ...]:
    """Item 7: 2 days for registration and seals, 3 for the whole case, the rest immediate."""
    whole = text("企业开办全流程", "Company opening, whole case")
    both = text("设立登记和公章刻制", "Registration and seals")
    accepted = completed("intake")
    invoices = text("发票申领（即办）", "Invoices (immediate)")
    social = text("社保登记（即办）", "Social insurance (immediate)")
    medical = text("医保登记（即办）", "Medical insurance (immediate)")
    fund = text("公积金登记（即办）", "Housing fund (immediate)")
    return (
        working_days("whole-case", whole, 3, parallel + afterwards, plan(7), accepted, WHOLE_CASE),
        working_days("registration-and-seal", both, 2, parallel, plan(7), accepted, WHOLE_CASE),
        immediate("invoices", invoices, plan(7)),
        immediate("social-insurance", social, plan(7)),
        immediate("medical-insurance", medical, plan(7)),
        immediate("housing-fund", fund, plan(7)),
    )


def matched_addresses(application: str) -> tuple[Edit, ...]:
    """Item 5: the police address base checks the address; the few not listed go by hand."""
    by_hand = quiet(
        "address-by-hand",
        text("标准地址查无的人工核验", "Check an unlisted address by hand"),
        "market-regulation",
        "address-check",
        clerk(10, 20, 60),
        BY_HAND,
        Chance(share=0.06, source=UNLISTED),
    ).changed(rework=corrected("address-by-hand", 0.3))
    return (
        SetOwner(step="address-check", owner="public-security"),
        *by_system("address-check"),
        DropMaterial(step=application, materials=("premises-proof",)),
        SetRework(step="address-check", rework=None),
        AddStep(step=by_hand, before=("registration",)),
    )


def inquiries(after: str, when: Condition, *offices: Office) -> tuple[Step, ...]:
    """Departments are asked side by side whether anything stands against a decision."""
    return tuple(
        quiet(
            office.slug,
            text(office.zh, office.en),
            office.owner,
            after,
            clerk(10, 20, 40),
            ASKED,
            when,
        )
        for office in offices
    )


def permit_steps(
    kind: str,
    names: tuple[Text, Text],
    owner: str,
    after: str,
    when: Condition,
    minutes: float,
    site_minutes: tuple[float, float, float],
    materials: tuple[Material, ...],
    chances: tuple[float, float] = (0.15, 0.15),
) -> tuple[Step, Step, Step]:
    """A permit as it was: papers at one more counter, a site check, then routing and sign-off.

    Papers and site may each show faults, with these ``chances``.
    """
    permit, site = f"{kind}-permit", f"{kind}-site"
    time, again = review(minutes), corrected(permit, chances[0])
    papers = office_trip(permit, names[0], owner, after, time, materials, when=when, rework=again)
    check = quiet(site, names[1], owner, permit, field_work(owner, *site_minutes), when=when)
    faults = corrected(site, chances[1], source=SITE_FAULTS)
    first, last = signed(papers, PERMIT_HOURS, after=site)
    return first, check.changed(rework=faults), last

"""What the processes of procurement and tendering share.

Purchaser, agent, supplier and experts are outside actors. The steps between evaluation and
contract are the law's own, so every project here takes them from this module.
"""

from flows.limits import calendar_days, working_days
from flows.shared import OUTSIDE, choice, clerk, material, outside_days, period
from flows.steps import quiet
from models.base import Text, text
from models.condition import Is, When
from models.distributions import Lognormal
from models.limit import Limit
from models.source import Source, assumed, statute
from models.step import Rework, Step
from models.step_time import Work, days

TENDER_PRACTICE = assumed("采购、招标常见环节 (usual step of a procurement or tender)")
REDONE = assumed("有效供应商不足等重新采购的比例估计 (share to be tendered again)")
REDONE_LATER = assumed("改革后重新采购的比例估计 (share to be tendered again after the reform)")

TENDER_PERIOD = statute("政府采购法", "第三十五条", "不少于20日")
CONSULTATION_PERIOD = statute(
    "政府采购竞争性磋商采购方式管理暂行办法", "第十条", "磋商文件发出至响应截止不少于10日"
)
BIDDING_PERIOD = statute("招标投标法", "第二十四条", "不少于20日")
CANDIDATE_NOTICE = statute("招标投标法实施条例", "第五十四条", "公示期不少于3日")
PUBLISHED_SOON = statute("招标投标法实施条例", "第五十四条", "收到评标报告之日起3日内")
AWARD_ACTS = statute("政府采购法实施条例", "第四十三条")
AWARD_NOTICE = statute("招标投标法", "第四十五条")
TOO_FEW = statute("政府采购法", "第三十六条", "不足三家的废标")
PROCUREMENT_CONTRACT = statute("政府采购法", "第四十六条", "通知书发出之日起30日内")
PROCUREMENT_FILING = statute("政府采购法", "第四十七条", "合同签订之日起7个工作日内")
WORKS_CONTRACT = statute("招标投标法", "第四十六条", "中标通知书发出之日起30日内")

BID = material("bid", "投标（响应）文件", "Bid")
PAPER_COPIES = material("paper-copies", "纸质正副本及密封件", "Sealed paper copies")
AUTHORISATION = material("authorisation", "授权委托书", "Letter of authorisation")

SECTOR = choice(
    "sector",
    "行业",
    "Sector",
    {"building": 0.5, "transport": 0.2, "water": 0.2, "other": 0.1},
    assumed("行业依第75、76项，占比为估计 (sectors from items 75 and 76; mix assumed)"),
)
SECTORS = (
    ("building", "housing-construction", "住建"),
    ("transport", "transport", "交通"),
    ("water", "water-resources", "水利"),
    ("other", "sector-regulators", "其他行业"),
)
"""Each sector, its regulator and its Chinese name."""


def bid_periods(tender: When, consultation: When) -> tuple[Step, Step]:
    """The law's own periods between the announcement and the bids."""
    return (
        quiet(
            "tender-period",
            text("招标等标期", "Tender period"),
            "agent",
            "announce",
            period(20, TENDER_PERIOD),
            TENDER_PERIOD,
            tender,
        ),
        quiet(
            "consultation-period",
            text("磋商响应期", "Period for responses"),
            "agent",
            "announce",
            period(10, CONSULTATION_PERIOD),
            CONSULTATION_PERIOD,
            consultation,
        ),
    )


def tendered_again(to: str, chance: float, source: Source = REDONE) -> Rework:
    """Too few valid bids: after time to prepare, the project is tendered again from ``to``."""
    prepare = days(Lognormal(median=5, sigma=0.5), OUTSIDE)
    return Rework(to=to, chance=chance, most=1, applicant=prepare, source=source)


def sector_steps(
    slug: str, name: Text, after: tuple[str, ...], time: Work, source: Source
) -> tuple[Step, ...]:
    """The same step at whichever regulator the project's sector has."""
    return tuple(
        quiet(
            f"{slug}-{sector}",
            text(f"{name.zh}（{zh}）", f"{name.en} ({sector})"),
            owner,
            after,
            time,
            source,
            Is(attribute="sector", value=sector),
        )
        for sector, owner, zh in SECTORS
    )


def award_steps(after: tuple[str, ...], chance: float) -> tuple[Step, ...]:
    """Government procurement after the evaluation, until the contract is filed."""
    count = Step(
        slug="count-bids",
        name=text("确认有效供应商数量", "Count the valid bids"),
        owner="agent",
        after=after,
        time=outside_days(0.1),
        rework=tendered_again("announce", chance),
        source=TOO_FEW,
    )
    report = text("送交评审报告", "Deliver the evaluation report")
    award = text("采购人确定供应商", "Purchaser decides")
    notice = text("公告结果、发出通知书", "Publish the result and send the notice")
    contract = text("签订采购合同", "Sign the contract")
    filing = text("合同备案", "File the contract")
    return (
        count,
        quiet("report", report, "agent", ("count-bids",), outside_days(0.6), AWARD_ACTS),
        quiet("award", award, "purchaser", ("report",), outside_days(2), AWARD_ACTS),
        quiet("notice", notice, "agent", ("award",), outside_days(0.8), AWARD_ACTS),
        quiet(
            "contract", contract, "purchaser", ("notice",), outside_days(8), PROCUREMENT_CONTRACT
        ),
        quiet(
            "contract-filing",
            filing,
            "finance",
            ("contract",),
            clerk(5, 10, 20),
            PROCUREMENT_FILING,
        ),
    )


AWARD_LIMITS = (
    working_days(
        "report-limit", text("送交评审报告（法定）", "Report (statute)"), 2, "report", AWARD_ACTS
    ),
    working_days(
        "award-limit", text("确定供应商（法定）", "Decision (statute)"), 5, "award", AWARD_ACTS
    ),
    working_days(
        "notice-limit",
        text("通知和公告（法定）", "Notice of award (statute)"),
        2,
        "notice",
        AWARD_ACTS,
    ),
    calendar_days(
        "contract-limit",
        text("签订采购合同（法定）", "Contract (statute)"),
        30,
        "contract",
        PROCUREMENT_CONTRACT,
    ),
    working_days(
        "contract-filing-limit",
        text("合同备案（法定）", "Filing (statute)"),
        7,
        "contract-filing",
        PROCUREMENT_FILING,
    ),
)


def candidate_steps(after: tuple[str, ...], prefix: str = "") -> tuple[Step, ...]:
    """A tender after the evaluation, until the award: candidates are published first."""
    return (
        quiet(
            f"{prefix}candidates",
            text("公示中标候选人", "Publish the candidates"),
            "purchaser",
            after,
            outside_days(0.8),
            CANDIDATE_NOTICE,
        ),
        quiet(
            f"{prefix}candidate-notice",
            text("候选人公示期", "Candidates on public notice"),
            "purchaser",
            (f"{prefix}candidates",),
            period(3, CANDIDATE_NOTICE),
            CANDIDATE_NOTICE,
        ),
        quiet(
            f"{prefix}award",
            text("定标、发出中标通知书", "Award and send the notice"),
            "purchaser",
            (f"{prefix}candidate-notice",),
            outside_days(1.5),
            AWARD_NOTICE,
        ),
    )


def candidate_limit(prefix: str = "") -> Limit:
    """Candidates are published within 3 days of the report (招标投标法实施条例 art. 54)."""
    name = text("公示中标候选人（法定）", "Publishing the candidates (statute)")
    return calendar_days(
        f"{prefix}candidates-limit", name, 3, f"{prefix}candidates", PUBLISHED_SOON
    )


def contract_limit(prefix: str = "") -> Limit:
    """The contract within 30 days of the notice of award (招标投标法 art. 46)."""
    name = text("签订合同（法定）", "Contract (statute)")
    return calendar_days(f"{prefix}contract-limit", name, 30, f"{prefix}contract", WORKS_CONTRACT)


def tender_steps(prefix: str, zh: str, en: str, after: tuple[str, ...]) -> tuple[Step, ...]:
    """A whole tender from the invitation to the contract, its slugs under ``prefix``."""
    waiting = quiet(
        f"{prefix}bidding",
        text(f"{zh}等标期", f"Period for {en} bids"),
        "purchaser",
        (f"{prefix}invitation",),
        period(20, BIDDING_PERIOD),
        BIDDING_PERIOD,
    )
    evaluation = Step(
        slug=f"{prefix}evaluation",
        name=text(f"{zh}开标评标", f"Open and evaluate {en} bids"),
        owner="experts",
        after=(f"{prefix}bidding",),
        time=outside_days(1.2),
        rework=tendered_again(f"{prefix}invitation", 0.1),
        source=TENDER_PRACTICE,
    )
    contract = quiet(
        f"{prefix}contract",
        text(f"签订{zh}合同", f"Sign the {en} contract"),
        "purchaser",
        (f"{prefix}award",),
        outside_days(8),
        WORKS_CONTRACT,
    )
    invitation = quiet(
        f"{prefix}invitation",
        text(f"{zh}招标公告", f"Invite {en} bids"),
        "purchaser",
        after,
        outside_days(2),
        TENDER_PRACTICE,
    )
    awarded = candidate_steps((f"{prefix}evaluation",), prefix)
    return (invitation, waiting, evaluation, *awarded, contract)

"""政府采购远程开标: paperless bids, opening and consultation from afar; nobody need attend."""

from flows.procurement.shared import (
    AUTHORISATION,
    AWARD_LIMITS,
    BID,
    PAPER_COPIES,
    REDONE_LATER,
    TENDER_PRACTICE,
    award_steps,
    bid_periods,
    tendered_again,
)
from flows.shared import AT_ONCE, IDENTITY, NEXT_OFFICE, choice, clerk, flag, outside_days, own_days
from flows.steps import quiet
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropMaterial, DropVisit, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

TENDER = Is(attribute="method", value="tender")
CONSULTATION = Is(attribute="method", value="consultation")

PROCESS = Process(
    slug="procurement-remote-opening",
    name=text("政府采购远程开标", "Remote opening and consultation in procurement"),
    family="procurement",
    lead="finance",
    items=(72,),
    attributes=(
        choice("method", "采购方式", "Method", {"tender": 0.35, "consultation": 0.65}),
        flag("cannot-connect", "无法远程参与", "Cannot take part from afar", 0.04),
    ),
    steps=(
        quiet(
            "announce",
            text("发布采购公告", "Announce"),
            "agent",
            (),
            outside_days(1),
            TENDER_PRACTICE,
        ),
        *bid_periods(TENDER, CONSULTATION),
        Step(
            slug="bid",
            name=text("编制投标（响应）文件", "Prepare the bid"),
            owner="supplier",
            after=("announce",),
            time=own_days(6, 0.5),
            materials=(BID, PAPER_COPIES, AUTHORISATION),
            source=plan(72),
        ),
        Step(
            slug="opening",
            name=text("开标", "Opening"),
            owner="service-center",
            after=("bid", "tender-period", "consultation-period"),
            when=TENDER,
            time=clerk(40, 60, 120),
            materials=(IDENTITY,),
            visit=AT_ONCE,
            channel="window",
            source=plan(72),
        ),
        quiet(
            "evaluation",
            text("专家评标", "Experts evaluate"),
            "experts",
            ("opening",),
            outside_days(0.8),
            TENDER_PRACTICE,
            when=TENDER,
        ),
        Step(
            slug="consultation",
            name=text("谈判（磋商）", "Negotiation or consultation"),
            owner="experts",
            after=("bid", "tender-period", "consultation-period"),
            when=CONSULTATION,
            time=outside_days(0.8),
            materials=(IDENTITY,),
            visit=AT_ONCE,
            channel="window",
            source=plan(72),
        ),
        *award_steps(("evaluation", "consultation"), 0.12),
    ),
    limits=AWARD_LIMITS,
    reforms=(
        Reform(
            item=72,
            text=text(
                "无纸化投标、远程开标和谈判，供应商不到场",
                "Paperless bids, opening and consultation from afar; suppliers need not attend",
            ),
            edits=(
                DropMaterial(step="bid", materials=("paper-copies", "authorisation")),
                SetTime(step="bid", time=own_days(4, 0.5)),
                DropVisit(step="opening"),
                DropMaterial(step="opening", materials=("identity",)),
                SetTime(step="opening", time=clerk(15, 25, 45)),
                DropVisit(step="consultation"),
                DropMaterial(step="consultation", materials=("identity",)),
                SetTime(step="consultation", time=outside_days(0.6)),
                SetRework(step="count-bids", rework=tendered_again("announce", 0.09, REDONE_LATER)),
                AddStep(
                    step=Step(
                        slug="help-on-the-spot",
                        name=text("现场协助无法远程的供应商", "Help a supplier on the spot"),
                        owner="service-center",
                        after=("bid", "tender-period", "consultation-period"),
                        when=Is(attribute="cannot-connect"),
                        time=clerk(20, 40, 80),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=assumed("保留现场通道 (a way in person is kept)"),
                    ),
                    before=("opening", "consultation"),
                ),
            ),
        ),
    ),
    notes=text(
        "开标由采购人或代理机构主持、交易中心提供场地；财政部门不参与采购活动（政府采购法第六十条）。"
        "谈判、磋商不设公开开标。",
        "Purchaser or agent opens the bids at the trading centre; finance supervises and takes no "
        "part (政府采购法 art. 60). Negotiation and consultation know no public opening.",
    ),
)

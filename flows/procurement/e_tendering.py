"""招投标全流程电子化: documents, deposit, bid, opening, contract and record all go online."""

from flows.limits import calendar_days
from flows.procurement.shared import (
    AUTHORISATION,
    BID,
    BIDDING_PERIOD,
    PAPER_COPIES,
    REDONE_LATER,
    SECTOR,
    TENDER_PRACTICE,
    WORKS_CONTRACT,
    candidate_limit,
    candidate_steps,
    contract_limit,
    sector_steps,
    tendered_again,
)
from flows.shared import (
    AT_ONCE,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    clerk,
    flag,
    material,
    outside_days,
    own_days,
    period,
    review,
)
from flows.steps import by_system, quiet, timed
from models.base import text
from models.condition import Is, Not
from models.edits import DropMaterial, DropVisit, SetOwner, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import plan, statute
from models.step import Step

RECEIPT = material("deposit-receipt", "保证金凭证或保函原件", "Deposit receipt or guarantee")
REPORT_ACT = statute("招标投标法", "第四十七条", "确定中标人之日起15日内")
RETURN_ACT = statute("招标投标法实施条例", "第五十七条", "合同签订后5日内")
GUARANTEE = Is(attribute="guarantee")
CASH = Not(condition=GUARANTEE)
RECORDS = ("record-building", "record-transport", "record-water", "record-other")

PROCESS = Process(
    slug="e-tendering",
    name=text("招投标全流程电子化", "Fully electronic tendering"),
    family="procurement",
    lead="service-center",
    items=(75,),
    attributes=(
        SECTOR,
        flag("guarantee", "以保函代保证金", "Guarantee in place of a deposit", 0.55),
    ),
    steps=(
        quiet(
            "announce",
            text("发布招标公告", "Invite bids"),
            "purchaser",
            (),
            outside_days(2),
            plan(75),
        ),
        Step(
            slug="documents",
            name=text("购领招标文件", "Fetch the tender documents"),
            owner="service-center",
            after=("announce",),
            time=clerk(5, 10, 20),
            materials=(LICENCE_COPY, AUTHORISATION, IDENTITY),
            visit=AT_ONCE,
            channel="window",
            source=TENDER_PRACTICE,
        ),
        Step(
            slug="deposit",
            name=text("缴纳投标保证金", "Pay the bid deposit"),
            owner="bank",
            after=("documents",),
            when=CASH,
            time=outside_days(0.7),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(75),
        ),
        Step(
            slug="letter-of-guarantee",
            name=text("开具投标保函", "Get a letter of guarantee"),
            owner="bank",
            after=("documents",),
            when=GUARANTEE,
            time=outside_days(3),
            materials=(LICENCE_COPY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(75),
        ),
        quiet(
            "bidding-period",
            text("法定等标期", "Statutory period for bids"),
            "purchaser",
            ("announce",),
            period(20, BIDDING_PERIOD),
            BIDDING_PERIOD,
        ),
        Step(
            slug="bid",
            name=text("编制投标文件", "Prepare the bid"),
            owner="supplier",
            after=("documents",),
            time=own_days(9, 0.5),
            materials=(BID, PAPER_COPIES),
            source=plan(75),
        ),
        Step(
            slug="opening",
            name=text("开标", "Open the bids"),
            owner="service-center",
            after=("deposit", "letter-of-guarantee", "bidding-period", "bid"),
            time=clerk(60, 90, 150),
            rework=tendered_again("announce", 0.1),
            materials=(IDENTITY, AUTHORISATION, RECEIPT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(75),
        ),
        quiet(
            "evaluation",
            text("评标", "Evaluate"),
            "experts",
            ("opening",),
            outside_days(1.2),
            plan(75),
        ),
        *candidate_steps(("evaluation",)),
        Step(
            slug="contract",
            name=text("签订合同", "Sign the contract"),
            owner="purchaser",
            after=("award",),
            time=outside_days(8),
            materials=(AUTHORISATION,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("合同", "Contract"),),
            source=WORKS_CONTRACT,
        ),
        *sector_steps(
            "record",
            text("招标情况报告备案", "Record of the tender"),
            ("award",),
            review(40),
            plan(75),
        ),
        quiet(
            "deposit-return",
            text("退还保证金", "Return the deposit"),
            "service-center",
            ("contract",),
            clerk(10, 20, 40),
            plan(75),
            CASH,
        ),
    ),
    limits=(
        candidate_limit(),
        contract_limit(),
        calendar_days(
            "record-limit",
            text("提交书面报告（法定）", "Report to the regulator (statute)"),
            15,
            RECORDS,
            REPORT_ACT,
        ),
        calendar_days(
            "deposit-return-limit",
            text("退还保证金（法定）", "Deposit back (statute)"),
            5,
            "deposit-return",
            RETURN_ACT,
        ),
    ),
    reforms=(
        Reform(
            item=75,
            text=text(
                "招投开评定全程线上，在线保函和保证金，电子合同、签章、备案",
                "Every link online: guarantee and deposit, bid, opening, contract, seal and record",
            ),
            edits=(
                SetOwner(step="documents", owner="city-exchange"),
                *by_system("documents"),
                DropMaterial(
                    step="documents", materials=("licence-copy", "authorisation", "identity")
                ),
                SetOwner(step="deposit", owner="city-exchange"),
                *by_system("deposit"),
                SetOwner(step="letter-of-guarantee", owner="city-exchange"),
                *by_system("letter-of-guarantee"),
                DropMaterial(step="letter-of-guarantee", materials=("licence-copy",)),
                DropMaterial(step="bid", materials=("paper-copies",)),
                SetTime(step="bid", time=own_days(7, 0.5)),
                DropVisit(step="opening"),
                DropMaterial(
                    step="opening", materials=("identity", "authorisation", "deposit-receipt")
                ),
                SetTime(step="opening", time=clerk(20, 30, 60)),
                SetRework(step="opening", rework=tendered_again("announce", 0.08, REDONE_LATER)),
                SetTime(step="evaluation", time=outside_days(0.8)),
                DropVisit(step="contract"),
                DropMaterial(step="contract", materials=("authorisation",)),
                SetTime(step="contract", time=outside_days(5)),
                *timed(clerk(5, 10, 20), *RECORDS),
                SetOwner(step="deposit-return", owner="city-exchange"),
                *by_system("deposit-return"),
            ),
        ),
    ),
    notes=text(
        "等标期为法定最短期限，电子化不缩短；保证金退还以合同签订为止点，故排在合同之后。",
        "The bidding period is a statutory minimum and stays. The law counts the return of the "
        "deposit from the contract, so it comes after it.",
    ),
)

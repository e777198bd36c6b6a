"""互联网诊疗联合执法: data warn of misconduct; health punishes while insurance recovers."""

from flows.shared import JOINT_HOURS, PRACTICE, choice, clerk, field_work, review
from flows.steps import by_system, signed
from flows.supervision.shared import FINDINGS, penalty_law
from models.base import text
from models.condition import AnyOf, Is, Not
from models.edits import AddStep, RemoveStep, Resequence, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

SUSPECT = Not(condition=Is(attribute="finding", value="clean"))
VIOLATION = AnyOf(
    conditions=(
        Is(attribute="finding", value="violation"),
        Is(attribute="finding", value="fund-misused"),
    )
)
FUND = Is(attribute="finding", value="fund-misused")

PROCESS = Process(
    slug="internet-hospital",
    name=text("互联网诊疗联合执法", "Joint enforcement of online clinics"),
    family="supervision",
    lead="health",
    items=(126,),
    attributes=(
        choice(
            "finding",
            "核查结果",
            "What the check finds",
            {"clean": 0.75, "suspect-only": 0.1, "violation": 0.1, "fund-misused": 0.05},
            FINDINGS,
        ),
    ),
    steps=(
        Step(
            slug="selection",
            name=text("确定检查机构", "Choose the clinic to check"),
            owner="health",
            time=clerk(15, 30, 60),
            source=PRACTICE,
        ),
        Step(
            slug="collection",
            name=text("现场调取诊疗记录", "Fetch the treatment records on site"),
            owner="health",
            after=("selection",),
            time=field_work("health", 90, 150, 300),
            source=PRACTICE,
        ),
        Step(
            slug="screening",
            name=text("逐份审看诊疗行为", "Read the records for misconduct"),
            owner="health",
            after=("collection",),
            time=review(180),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="penalty",
                name=text("立案处罚", "Penalty"),
                owner="health",
                after=("screening",),
                when=VIOLATION,
                time=review(300),
                produces=(text("行政处罚决定书", "Penalty decision"),),
                source=plan(126),
            ),
            JOINT_HOURS,
        ),
        Step(
            slug="insurance-letter",
            name=text("函告医保部门", "Write to the insurance bureau"),
            owner="health",
            after=("penalty-sign-off",),
            when=FUND,
            time=clerk(20, 30, 60),
            source=PRACTICE,
        ),
        Step(
            slug="insurance-check",
            name=text("医保再次到场核查", "Insurance checks on site again"),
            owner="medical-insurance",
            after=("insurance-letter",),
            when=FUND,
            time=clerk(90, 150, 300),
            source=PRACTICE,
        ),
        Step(
            slug="recovery",
            name=text("追回医保基金", "Recover the insurance money"),
            owner="medical-insurance",
            after=("insurance-check",),
            when=FUND,
            time=review(150),
            source=plan(126),
        ),
        Step(
            slug="record",
            name=text("通报和归档", "Notify and file"),
            owner="health",
            after=("recovery",),
            time=clerk(15, 30, 60),
            source=PRACTICE,
        ),
    ),
    limits=(penalty_law("penalty"),),
    reforms=(
        Reform(
            item=126,
            text=text(
                "平台归集诊疗和医保数据自动预警，卫健处罚与医保追款同步",
                "Treatment and insurance data set off warnings; penalty and recovery side by side",
            ),
            edits=(
                RemoveStep(step="selection"),
                SetOwner(step="collection", owner="medical-insurance"),
                *by_system("collection", seconds=300),
                *by_system("screening", seconds=60),
                AddStep(
                    step=Step(
                        slug="verification",
                        name=text("核查预警线索", "Check the warning"),
                        owner="health",
                        after=("screening",),
                        when=SUSPECT,
                        time=review(90),
                        source=assumed("预警须经人工核实方能处罚 (a person verifies a warning)"),
                    ),
                    before=("penalty",),
                ),
                RemoveStep(step="insurance-letter"),
                RemoveStep(step="insurance-check"),
                Resequence(step="recovery", after=("verification",)),
                SetTime(step="penalty", time=review(240)),
                Resequence(step="record", after=("penalty-sign-off", "recovery")),
                *by_system("record"),
            ),
        ),
    ),
    notes=text(
        "一件为一家机构一批诊疗数据的核查；医保追款的法定期限未见明文，不设限。",
        "A case is one batch of one clinic's records. No statutory time for recovering insurance "
        "money is known to us.",
    ),
)

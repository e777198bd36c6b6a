"""水利施工招标简化: works are tendered without waiting until the supervisor has been chosen."""

from flows.procurement.shared import TENDER_PRACTICE, candidate_limit, contract_limit, tender_steps
from flows.shared import (
    AT_ONCE,
    FORM,
    NEXT_OFFICE,
    SHORT_HOURS,
    clerk,
    corrected,
    material,
    outside_days,
    review,
)
from flows.steps import quiet, signed
from models.base import text
from models.edits import DropMaterial, Resequence
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

APPROVAL = material("design-approval", "初步设计批复", "Approval of the preliminary design")
FUNDING = material("funding-proof", "资金落实证明", "Proof of funding")
SUPERVISOR = material("supervisor-contract", "监理中标通知书或合同", "Supervisor chosen", plan(81))
INCOMPLETE = assumed("招标条件材料需补正的比例估计 (share of files to be completed)")

PROCESS = Process(
    slug="water-tender",
    name=text("水利施工招标简化", "Simplified tender of hydraulic works"),
    family="procurement",
    lead="water-resources",
    items=(81,),
    steps=(
        quiet(
            "prepare",
            text("编制招标方案", "Prepare the tender"),
            "purchaser",
            (),
            outside_days(5),
            TENDER_PRACTICE,
        ),
        *tender_steps("supervisor-", "监理", "supervisor", ("prepare",)),
        *signed(
            Step(
                slug="works-conditions",
                name=text("核对施工招标条件", "Check the conditions for tendering works"),
                owner="water-resources",
                after=("supervisor-contract",),
                time=review(60),
                rework=corrected("works-conditions", 0.15, source=INCOMPLETE),
                materials=(FORM, APPROVAL, FUNDING, SUPERVISOR),
                visit=AT_ONCE,
                channel="window",
                source=plan(81),
            ),
            SHORT_HOURS,
        ),
        *tender_steps("works-", "施工", "works", ("works-conditions-sign-off",)),
        Step(
            slug="start-record",
            name=text("开工情况备案", "Record the start of works"),
            owner="water-resources",
            after=("supervisor-contract", "works-contract"),
            time=clerk(15, 30, 60),
            materials=(FORM,),
            visit=NEXT_OFFICE,
            channel="window",
            source=TENDER_PRACTICE,
        ),
    ),
    limits=(
        candidate_limit("supervisor-"),
        contract_limit("supervisor-"),
        candidate_limit("works-"),
        contract_limit("works-"),
    ),
    reforms=(
        Reform(
            item=81,
            text=text(
                "施工招标不再以监理已确定为条件，两项招标可并行",
                "A chosen supervisor is no longer a condition; both tenders may run side by side",
            ),
            edits=(
                Resequence(step="works-conditions", after=("prepare",)),
                DropMaterial(step="works-conditions", materials=("supervisor-contract",)),
            ),
        ),
    ),
    notes=text(
        "方案只取消一项招标条件，未给时限；开工前监理仍须到位，故两份合同都在开工备案之前。",
        "The plan drops one condition and sets no time. A supervisor is still needed before works "
        "start, so both contracts precede the record of the start.",
    ),
)

"""税务证明事项告知承诺: one pledge replaces the proof that listed tax matters used to ask for."""

from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    outside_days,
    review,
)
from flows.steps import added, only_when
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import AddStep, DropVisit, PledgeInsteadOfProof, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

MATTER_PROOF = material("matter-proof", "税务事项证明材料", "Proof the tax matter asks for")
PLEDGE = material("pledge-letter", "告知承诺书", "Pledge letter", plan(46))
REJECTED = assumed("证明不符需重开的比例估计 (share of proofs to be issued again)")

PLEDGEABLE = Is(attribute="pledgeable")
PROOF_NEEDED = Not(condition=PLEDGEABLE)
CHECKED = AllOf(conditions=(PLEDGEABLE, Is(attribute="checked")))

PROCESS = Process(
    slug="tax-notify-commitment",
    name=text("税务证明事项告知承诺", "Tax proof replaced by a pledge"),
    family="finance",
    lead="tax",
    items=(46,),
    attributes=(
        flag(
            "pledgeable",
            "列入承诺清单且无失信记录",
            "On the pledge list, no bad record",
            0.55,
            assumed("方案只说部分事项，比例为估计 (plan says some matters; share assumed)"),
        ),
        flag("checked", "列入事后核查", "Chosen for a later check", 0.2),
        flag("false-pledge", "承诺不实", "Pledge is false", 0.02),
    ),
    steps=(
        Step(
            slug="get-proof",
            name=text("到出证单位开具证明", "Get the proof from the issuing body"),
            owner="county-units",
            time=outside_days(1),
            materials=(IDENTITY,),
            visit=AT_ONCE,
            channel="window",
            produces=(text("事项证明", "Proof"),),
            source=PRACTICE,
        ),
        Step(
            slug="file-listed",
            name=text("办税申请（可承诺事项）", "File (matters open to pledges)"),
            owner="tax",
            after=("get-proof",),
            when=PLEDGEABLE,
            time=clerk(10, 15, 30),
            materials=(FORM, IDENTITY, MATTER_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="file-other",
            name=text("办税申请（其他事项）", "File (other matters)"),
            owner="tax",
            after=("get-proof",),
            when=PROOF_NEEDED,
            time=clerk(10, 15, 30),
            materials=(FORM, IDENTITY, MATTER_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="check-proof",
            name=text("核对证明材料", "Check the proof"),
            owner="tax",
            after=("file-listed", "file-other"),
            time=review(25),
            rework=corrected("get-proof", 0.12, source=REJECTED),
            source=PRACTICE,
        ),
        Step(
            slug="handle",
            name=text("办理涉税事项", "Handle the matter"),
            owner="tax",
            after=("check-proof",),
            time=clerk(10, 20, 40),
            produces=(text("办理结果", "Result"),),
            source=plan(46),
        ),
    ),
    reforms=(
        Reform(
            item=46,
            text=text(
                "清单内事项以承诺书代替证明，当场办理，事后核查",
                "On listed matters a pledge replaces the proof; checks come afterwards",
            ),
            edits=(
                *only_when(PROOF_NEEDED, "get-proof", "check-proof"),
                AddStep(
                    step=Step(
                        slug="inform",
                        name=text("告知证明义务和不实后果", "Explain duties and consequences"),
                        owner="tax",
                        when=PLEDGEABLE,
                        time=on_the_spot(5, 8, 15),
                        visit=AT_ONCE,
                        channel="window",
                        source=plan(46),
                    ),
                    before=("file-listed",),
                ),
                PledgeInsteadOfProof(step="file-listed", replaces=("matter-proof",), pledge=PLEDGE),
                DropVisit(step="file-listed", channel="window"),
                SetTime(step="file-listed", time=on_the_spot()),
                *added(
                    Step(
                        slug="check-afterwards",
                        name=text("事后核查承诺", "Check the pledge afterwards"),
                        owner="tax",
                        after=("handle",),
                        when=CHECKED,
                        time=review(30),
                        source=assumed("承诺制通常配套事后核查 (usual with pledges)"),
                    ),
                    Step(
                        slug="false-pledge-case",
                        name=text("处置不实承诺", "Deal with a false pledge"),
                        owner="tax",
                        after=("check-afterwards",),
                        when=AllOf(conditions=(CHECKED, Is(attribute="false-pledge"))),
                        time=review(120),
                        source=assumed("核查发现不实的依法处理 (dealt with by law)"),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "可承诺与其他事项在改革前办法相同，分列只为比较。证明事项种类多，方案和法律无统一时限。",
        "Listed and other matters went alike before and are set apart to compare them. The matters "
        "are many; neither the plan nor a statute sets one limit for all.",
    ),
)

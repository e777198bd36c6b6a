"""电子劳动合同订立与取证: contracts signed and kept online, and taken as evidence without doubt."""

from flows.limits import calendar_days, working_days
from flows.shared import (
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    outside_days,
    own_days,
    review,
    system_seconds,
)
from flows.steps import signed
from models.base import text
from models.condition import AllOf, Is
from models.edits import AddStep, DropMaterial, RemoveStep, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

CONTRACT = material("contract-original", "劳动合同原件", "Original of the labour contract")
CLAIM = material("arbitration-claim", "仲裁申请书", "Claim to the arbitrators")
PAYROLL = material("payroll", "工资、考勤记录", "Payroll and attendance records")

DISPUTE = Is(attribute="dispute")
CONTESTED = AllOf(conditions=(DISPUTE, Is(attribute="contract-contested")))
INSPECTION = Is(attribute="inspection")
ARBITRATION_LAW = statute("劳动争议调解仲裁法", "第四十三条", "自受理之日起45日")
INSPECTION_LAW = statute("劳动保障监察条例", "第十七条", "自立案之日起60个工作日")

PROCESS = Process(
    slug="electronic-labour-contract",
    name=text("电子劳动合同订立与取证", "Electronic labour contract and evidence"),
    family="life",
    lead="hrss",
    items=(69,),
    body="二(六)2",
    attributes=(
        flag("dispute", "发生劳动争议", "There is a dispute", 0.02),
        flag("contract-contested", "合同真伪有争议", "The contract is contested", 0.2),
        flag("inspection", "涉及监察或社保稽核", "Subject to inspection or audit", 0.04),
    ),
    steps=(
        Step(
            slug="draft",
            name=text("拟定合同文本", "Draw up the contract"),
            owner="employer",
            time=own_days(1),
            source=PRACTICE,
        ),
        Step(
            slug="identity-check",
            name=text("核验劳动者身份", "Verify the worker's identity"),
            owner="employer",
            after=("draft",),
            time=own_days(0.3),
            materials=(IDENTITY,),
            source=PRACTICE,
        ),
        Step(
            slug="signing",
            name=text("双方签订劳动合同", "Both sides sign"),
            owner="employer",
            after=("identity-check",),
            time=own_days(2),
            produces=(text("劳动合同", "Labour contract"),),
            source=statute("劳动合同法", "第十六条"),
        ),
        Step(
            slug="storage",
            name=text("合同归档保存", "File and keep the contract"),
            owner="employer",
            after=("signing",),
            time=own_days(0.5),
            source=PRACTICE,
        ),
        Step(
            slug="arbitration-evidence",
            name=text("仲裁举证、质证", "Bring the evidence before the arbitrators"),
            owner="hrss",
            after=("storage",),
            when=DISPUTE,
            time=clerk(40, 70, 150),
            rework=corrected("arbitration-evidence", 0.3),
            materials=(IDENTITY, CLAIM, CONTRACT, PAYROLL),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(69),
        ),
        Step(
            slug="appraisal",
            name=text("签名、印章鉴定", "Appraise signature and seal"),
            owner="appraiser",
            after=("arbitration-evidence",),
            when=CONTESTED,
            time=outside_days(12),
            source=statute("劳动争议调解仲裁法", "第三十七条"),
        ),
        *signed(
            Step(
                slug="award",
                name=text("开庭、裁决", "Hearing and award"),
                owner="hrss",
                after=("appraisal",),
                when=DISPUTE,
                time=review(240),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("仲裁裁决书", "Award"),),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="inspection-evidence",
            name=text("监察、稽核调取合同", "Inspectors take the contract as evidence"),
            owner="hrss",
            after=("storage",),
            when=INSPECTION,
            time=field_work("hrss", 60, 120, 240),
            materials=(CONTRACT, PAYROLL),
            channel="window",
            source=plan(69),
        ),
        *signed(
            Step(
                slug="inspection-decision",
                name=text("监察、稽核处理", "Decide on the inspection"),
                owner="hrss",
                after=("inspection-evidence",),
                when=INSPECTION,
                time=review(150),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
    ),
    limits=(
        calendar_days(
            "arbitration-law",
            text("仲裁裁决法定期限", "Arbitration, statutory period"),
            45,
            ("arbitration-evidence", "award", "award-sign-off"),
            ARBITRATION_LAW,
            reading=assumed("自进入举证起算，法律未写明鉴定扣除 (appraisal is not taken out)"),
        ),
        working_days(
            "inspection-law",
            text("监察调查法定期限", "Inspection, statutory period"),
            60,
            ("inspection-evidence", "inspection-decision", "inspection-decision-sign-off"),
            INSPECTION_LAW,
            reading=assumed("自进入调取证据起算，稽核比照 (from taking evidence)"),
        ),
    ),
    reforms=(
        Reform(
            item=69,
            text=text(
                "经第三方或自建平台在线验证、签订、存证，争议和监察直接调用",
                "Verified, signed and stored on a platform; used directly as evidence",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="platform",
                        name=text("选择第三方或自建平台", "Choose a platform"),
                        owner="employer",
                        time=own_days(0.2),
                        channel="online",
                        source=plan(69),
                    ),
                    before=("draft",),
                ),
                SetTime(step="draft", time=own_days(0.3)),
                SetOwner(step="identity-check", owner="platform"),
                SetTime(step="identity-check", time=system_seconds()),
                DropMaterial(step="identity-check", materials=("identity",)),
                SetTime(step="signing", time=own_days(0.5)),
                SetOwner(step="storage", owner="platform"),
                SetTime(step="storage", time=system_seconds()),
                DropMaterial(step="arbitration-evidence", materials=("contract-original",)),
                SetTime(step="arbitration-evidence", time=clerk(20, 40, 80)),
                RemoveStep(step="appraisal"),
                DropMaterial(step="inspection-evidence", materials=("contract-original",)),
                SetTime(step="inspection-evidence", time=clerk(15, 30, 60)),
            ),
        ),
    ),
    notes=text(
        "争议与监察发生在签约之后，间隔不计入；订立合同本身方案与法规均无办理时限。",
        "Disputes come later, the gap is left out; signing itself has no period for an office.",
    ),
)

"""多测合一: the surveys of a stage become one commission, and the results are shared."""

from flows.construction.shared import SURVEY_REPORT, firm_days, next_door, survey, surveys
from flows.shared import (
    FORM,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHARES,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import resequenced, shared_at, signed, without_rework, without_visits
from models.base import text
from models.condition import AllOf, Chance, Is, Not
from models.edits import AddStep, DropVisit, MergeSteps, SetCondition, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

LAND = Is(attribute="stage", value="land")
SALE = Is(attribute="stage", value="presale")
DONE = Is(attribute="stage", value="completion")
CIVIL = Is(attribute="civil-defence")
SALE_CIVIL = AllOf(conditions=(SALE, CIVIL))
DONE_CIVIL = AllOf(conditions=(DONE, CIVIL))
GARAGE = AllOf(conditions=(DONE, Is(attribute="garage")))
USE = assumed("按责任单位推定的成果使用环节 (who uses the results, read off the units listed)")
PRESALE = ("house-presurvey", "civil-presurvey", "positioning", "line-check", "zero-level")
COMPLETION = (
    "planning-completion",
    "land-recheck",
    "house-survey",
    "green-survey",
    "civil-survey",
    "pipeline-survey",
)
USES = ("registry-use", "civil-defence-use", "housing-use")

PROCESS = Process(
    slug="multi-survey",
    name=text("多测合一（分三阶段）", "Merged surveys, by stage"),
    family="construction",
    lead="natural-resources",
    items=(19, 20, 21, 22, 23),
    body="二(三)1",
    attributes=(
        choice(
            "stage",
            "测绘阶段",
            "Stage of the project",
            {"land": 0.25, "presale": 0.3, "completion": 0.45},
        ),
        flag("civil-defence", "含人防工程", "Has civil-defence works", 0.45),
        flag("garage", "含机动车停车场（库）", "Has a car park", 0.6),
        flag("mergeable", "具备进一步整合条件", "Conditions allow wider merging", 0.7),
    ),
    steps=(
        Step(
            slug="commission",
            name=text("确定本阶段测绘需求", "Settle what this stage must have surveyed"),
            owner="developer",
            time=firm_days(3),
            source=PRACTICE,
        ),
        *surveys(
            22,
            "commission",
            ("site-survey", "拨地测绘", "Allotment survey", LAND),
            ("parcel-survey", "宗地测绘", "Parcel survey", LAND),
        ),
        *surveys(
            19,
            "commission",
            ("house-presurvey", "房产预测绘", "House pre-survey", SALE),
            ("civil-presurvey", "人防面积预测绘", "Civil-defence pre-survey", SALE_CIVIL),
            ("positioning", "定位（放线）测量", "Positioning survey", SALE),
            ("line-check", "规划验线", "Planning line check", SALE),
            ("zero-level", "正负零检测", "Ground-level check", SALE),
        ),
        *surveys(
            20,
            "commission",
            ("planning-completion", "竣工规划测量", "Completion planning survey", DONE),
            ("land-recheck", "用地复核测量", "Land re-check", DONE),
            ("house-survey", "房产测量", "House survey", DONE),
            ("green-survey", "绿地测量", "Green survey", DONE),
            ("civil-survey", "人防测量", "Civil-defence survey", DONE_CIVIL),
            ("pipeline-survey", "地下管线测量", "Pipeline survey", DONE),
        ),
        *surveys(
            22, "pipeline-survey", ("garage-survey", "停车场（库）测量", "Car park survey", GARAGE)
        ),
        Step(
            slug="hand-in",
            name=text("向资规部门提交成果", "Hand the results to the planning bureau"),
            owner="natural-resources",
            after=("parcel-survey", "zero-level", "garage-survey"),
            time=clerk(10, 20, 40),
            materials=(FORM, SURVEY_REPORT),
            visit=NEXT_OFFICE,
            channel="window",
            source=USE,
        ),
        *signed(
            Step(
                slug="results-check",
                name=text("规划、用地核实", "Verify planning and land results"),
                owner="natural-resources",
                after=("hand-in",),
                time=review(90),
                rework=corrected("results-check", 0.2),
                source=USE,
            ),
            PERMIT_HOURS,
        ),
        next_door(
            "registry-use",
            text("测绘成果入不动产登记库", "The registry takes the results"),
            "real-estate-registry",
            "results-check-sign-off",
            (SURVEY_REPORT,),
            USE,
        ),
        next_door(
            "civil-defence-use",
            text("人防面积核对", "Civil defence checks its areas"),
            "civil-defence",
            "registry-use",
            (SURVEY_REPORT,),
            USE,
            when=AllOf(conditions=(Not(condition=LAND), CIVIL)),
        ),
        next_door(
            "housing-use",
            text("住建部门使用成果", "The housing bureau uses the results"),
            "housing-construction",
            "civil-defence-use",
            (SURVEY_REPORT,),
            USE,
            when=Not(condition=LAND),
        ),
    ),
    reforms=(
        Reform(
            item=19,
            text=text(
                "预售阶段五项测绘合并为一次委托", "Five presale surveys become one commission"
            ),
            edits=(
                MergeSteps(
                    steps=PRESALE,
                    into=survey(
                        "presale-survey",
                        text("预售阶段合并测绘", "Merged presale survey"),
                        "commission",
                        SALE,
                        19,
                        span=(4, 7, 12),
                    ),
                ),
            ),
        ),
        Reform(
            item=20,
            text=text(
                "竣工阶段六项测绘合并为一次委托", "Six completion surveys become one commission"
            ),
            edits=(
                MergeSteps(
                    steps=COMPLETION,
                    into=survey(
                        "completion-survey",
                        text("竣工阶段合并测绘", "Merged completion survey"),
                        "commission",
                        DONE,
                        20,
                        span=(5, 9, 15),
                    ),
                ),
            ),
        ),
        Reform(
            item=21,
            text=text(
                "成果核实之外按比例抽查", "Results are sampled on site besides being verified"
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="sampling",
                        name=text("测绘成果抽查", "Sample the survey results"),
                        owner="natural-resources",
                        after=("results-check",),
                        when=Chance(share=0.1, source=SHARES),
                        time=field_work("natural-resources", 90, 150, 240),
                        source=plan(21),
                    )
                ),
            ),
        ),
        Reform(
            item=22,
            text=text(
                "拨地、宗地测绘合并；具备条件的停车场（库）测量并入竣工测绘",
                "Land surveys merge; the car park joins the completion survey where possible",
            ),
            requires=(20,),
            edits=(
                MergeSteps(
                    steps=("site-survey", "parcel-survey"),
                    into=survey(
                        "land-survey",
                        text("用地阶段合并测绘", "Merged land survey"),
                        "commission",
                        LAND,
                        22,
                        span=(2, 4, 8),
                    ),
                ),
                SetCondition(
                    step="garage-survey",
                    when=AllOf(conditions=(GARAGE, Not(condition=Is(attribute="mergeable")))),
                ),
            ),
        ),
        Reform(
            item=23,
            text=text(
                "统一技术标准，成果提交一次即入库共享，各部门并行使用",
                "One standard; results are handed in once, shared, and used side by side",
            ),
            edits=(
                DropVisit(step="hand-in", channel="online"),
                SetTime(step="hand-in", time=system_seconds(60)),
                SetRework(step="results-check", rework=corrected("results-check", 0.1)),
                *resequenced("hand-in", *USES),
                AddStep(
                    step=Step(
                        slug="share-results",
                        name=text("成果入库共享", "Store and share the results"),
                        owner="natural-resources",
                        after=("results-check-sign-off",),
                        time=system_seconds(),
                        source=plan(23),
                    ),
                    before=USES,
                ),
                *without_rework(*USES),
                *without_visits(*USES),
                *shared_at("hand-in", "application-form", "survey-report"),
                SetTime(step="results-check-sign-off", time=sign_off(*SHORT_HOURS)),
            ),
        ),
    ),
    notes=text(
        "一个案件是一个项目的一个阶段。放线与定位视为同一测量；测绘期限方案和法律均未规定。",
        "A case is one stage of a project. Neither plan nor statute sets a period for surveys.",
    ),
)

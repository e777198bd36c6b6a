"""施工图全过程数字化: one digital drawing set from review to archive, changes by class."""

from flows.construction.shared import AS_BUILT, PLANNING_PERMIT, firm_days
from flows.limits import working_days
from flows.shared import (
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    SHARES,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    outside_between,
    review,
    system_seconds,
)
from flows.steps import by_system
from models.base import text
from models.condition import Chance, Is, Not
from models.edits import (
    AddStep,
    DropMaterial,
    DropVisit,
    RemoveStep,
    Resequence,
    SetCondition,
    SetRework,
    SetTime,
)
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

REVIEW_RULE = "房屋建筑和市政基础设施工程施工图设计文件审查管理办法"
PAPER_SETS = material("paper-drawings", "纸质施工图（多套）", "Paper drawings, several sets")
PAPER_CHANGE = material("paper-change", "纸质变更图", "Paper drawings of the change")
CHANGED = Not(condition=Is(attribute="change", value="none"))
MINOR = Is(attribute="change", value="minor")
MAJOR = Is(attribute="change", value="major")
CLASSES = assumed("变更分级为重大与一般，分级标准方案未列 (two classes assumed)")
SENT_BACK = Is(attribute="sent-back")
DIGITAL_SET = material("digital-drawings", "数字化施工图", "Digital drawings")

PROCESS = Process(
    slug="drawing-digital",
    name=text("施工图全过程数字化", "Digital construction drawings"),
    family="construction",
    lead="housing-construction",
    items=(24,),
    attributes=(
        choice(
            "change",
            "施工中的设计变更",
            "Design change during the works",
            {"none": 0.35, "minor": 0.5, "major": 0.15},
        ),
        flag("sent-back", "审查后需修改图纸", "Drawings sent back", 0.6),
    ),
    steps=(
        Step(
            slug="print-drawings",
            name=text("晒图装订", "Print and bind the drawings"),
            owner="developer",
            time=firm_days(2),
            source=PRACTICE,
        ),
        Step(
            slug="drawing-review",
            name=text("施工图审查", "Review of the drawings"),
            owner="drawing-reviewer",
            after=("print-drawings",),
            time=outside_between(4, 7, 12),
            materials=(FORM, PLANNING_PERMIT, PAPER_SETS),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("施工图审查合格书", "Drawing review pass"),),
            source=plan(24),
        ),
        Step(
            slug="redraw",
            name=text("按审查意见修改图纸", "Redraw as the review demands"),
            owner="developer",
            after=("drawing-review",),
            when=SENT_BACK,
            time=firm_days(6),
            source=PRACTICE,
        ),
        Step(
            slug="second-review",
            name=text("修改后复审", "Second review"),
            owner="drawing-reviewer",
            after=("redraw",),
            when=SENT_BACK,
            time=outside_between(2, 3, 6),
            rework=corrected("second-review", 0.2),
            source=PRACTICE,
        ),
        Step(
            slug="review-filing",
            name=text("审查情况备案", "File the review"),
            owner="housing-construction",
            after=("second-review",),
            time=clerk(20, 40, 90),
            rework=corrected("review-filing", 0.1),
            source=statute(REVIEW_RULE, "第十三条"),
        ),
        Step(
            slug="change-design",
            name=text("施工中编制设计变更", "Draw up a design change"),
            owner="developer",
            after=("review-filing",),
            when=CHANGED,
            time=firm_days(8),
            source=plan(24),
        ),
        Step(
            slug="change-review",
            name=text("变更图纸送审", "Review of the changed drawings"),
            owner="drawing-reviewer",
            after=("change-design",),
            when=CHANGED,
            time=outside_between(2, 4, 8),
            rework=corrected("change-review", 0.3),
            materials=(FORM, PAPER_CHANGE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(24),
        ),
        Step(
            slug="as-built-check",
            name=text("竣工图核对", "Check the as-built drawings"),
            owner="housing-construction",
            after=("change-review",),
            time=field_work("housing-construction", 120, 180, 300),
            rework=corrected("as-built-check", 0.3),
            materials=(FORM, AS_BUILT, PAPER_CHANGE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(24),
        ),
        Step(
            slug="archive",
            name=text("图纸归档", "Archive the drawings"),
            owner="housing-construction",
            after=("as-built-check",),
            time=clerk(60, 90, 180),
            rework=corrected("archive", 0.2),
            materials=(FORM, LICENCE_COPY, AS_BUILT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(24),
        ),
    ),
    limits=(
        working_days(
            "review-rule",
            text("施工图审查（规章）", "Drawing review (rule)"),
            10,
            "drawing-review",
            statute(REVIEW_RULE, "第十二条", "中型及以下10个工作日，大型15个工作日"),
            reading=assumed("按县内多数的中型及以下工程取10日 (medium and small works)"),
        ),
        working_days(
            "filing-rule",
            text("审查情况备案（规章）", "Filing of the review (rule)"),
            5,
            "review-filing",
            statute(REVIEW_RULE, "第十三条", "出具合格书后5个工作日内"),
        ),
    ),
    reforms=(
        Reform(
            item=24,
            text=text(
                "图纸在线提交、唯一版本贯穿审查至归档，变更分类审查并开展图审机构信用评价",
                "One digital set from review to archive; changes by class; reviewers are rated",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="upload",
                        name=text("在线上传施工图", "Upload the drawings"),
                        owner="developer",
                        time=firm_days(0.3),
                        materials=(DIGITAL_SET,),
                        channel="online",
                        source=assumed("数字化管理以在线提交为起点 (starts with an upload)"),
                    )
                ),
                Resequence(step="drawing-review", after=("upload",)),
                RemoveStep(step="print-drawings"),
                DropVisit(step="drawing-review", channel="online"),
                DropMaterial(
                    step="drawing-review",
                    materials=("application-form", "planning-permit-copy", "paper-drawings"),
                ),
                SetCondition(step="change-review", when=MAJOR),
                DropVisit(step="change-review", channel="online"),
                DropMaterial(step="change-review", materials=("application-form", "paper-change")),
                AddStep(
                    step=Step(
                        slug="change-record",
                        name=text("一般变更在线记录", "Record a minor change online"),
                        owner="drawing-reviewer",
                        after=("change-design",),
                        when=MINOR,
                        time=system_seconds(),
                        source=CLASSES,
                    ),
                    before=("as-built-check",),
                ),
                SetTime(step="as-built-check", time=review(75)),
                DropVisit(step="as-built-check", channel="online"),
                DropMaterial(step="as-built-check", materials=("application-form", "paper-change")),
                SetRework(step="as-built-check", rework=corrected("as-built-check", 0.15)),
                *by_system("archive", seconds=60),
                SetRework(step="archive", rework=None),
                DropMaterial(
                    step="archive",
                    materials=("application-form", "licence-copy", "as-built-drawings"),
                ),
                AddStep(
                    step=Step(
                        slug="reviewer-rating",
                        name=text("抽查审查质量、评价图审机构", "Sample the review, rate the firm"),
                        owner="housing-construction",
                        after=("review-filing",),
                        when=Chance(share=0.2, source=SHARES),
                        time=review(90),
                        source=plan(24),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "规章的审查期限不含修改图纸和复审时间，故只计首次审查。建设工程档案归口住建部门。",
        "The rule leaves out redrawing and second review. Works archives lie with the bureau.",
    ),
)

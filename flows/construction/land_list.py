"""用地清单制: studies and surveys made once, by government, before the land is supplied."""

from flows.construction.shared import LAND_CONTRACT, assessment, firm_days, outside
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    on_the_spot,
    review,
    system_seconds,
)
from models.base import text
from models.condition import Chance, FlagAttribute, Is, Not
from models.edits import AddStep, DropMaterial, DropVisit, RemoveStep, Resequence, SetCondition
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

DUTY = assumed("按第10项责任单位的职责推定 (read off the units the item lists)")
COVERED = Is(attribute="climate-covered")
FOLDER = (FORM, LAND_CONTRACT)
FOLDER_SLUGS = ("application-form", "land-contract-copy")
STUDIED = ("geology", "ecology", "water-soil", "climate", "seismic")
SURVEYED = ("heritage", "forestry", "utilities-survey")

PROCESS = Process(
    slug="land-list",
    name=text("用地清单制", "Land list before supply"),
    family="construction",
    lead="natural-resources",
    items=(10, 11, 12),
    attributes=(
        FlagAttribute(
            slug="climate-covered",
            name=text("地块所在区域已有气候论证", "The area has a climate study"),
            share=0.7,
            source=assumed("区域论证覆盖比例估计 (share of plots in a studied area)"),
        ),
    ),
    steps=(
        Step(
            slug="land-supply",
            name=text("土地供应、签订出让合同", "Supply the land and sign the contract"),
            owner="natural-resources",
            time=clerk(30, 60, 120),
            materials=(FORM, LICENCE_COPY),
            visit=AT_ONCE,
            channel="window",
            produces=(text("土地出让合同", "Land contract"),),
            source=plan(10),
        ),
        assessment(
            "geology",
            text("地质论证审查", "Review the geological study"),
            "natural-resources",
            "land-supply",
            material("geology-report", "地质论证报告", "Geological report"),
            plan(12),
        ),
        assessment(
            "ecology",
            text("生态环境评估审查", "Review the ecological assessment"),
            "ecology",
            "geology",
            material("ecology-report", "生态环境评估报告", "Ecological report"),
            DUTY,
        ),
        assessment(
            "water-soil",
            text("水土保持方案审查", "Review the water and soil plan"),
            "water-resources",
            "ecology",
            material("water-soil-plan", "水土保持方案", "Water and soil plan"),
            statute("水土保持法", "第二十五条"),
        ),
        assessment(
            "climate",
            text("气候可行性论证", "Climate feasibility study"),
            "meteorology",
            "water-soil",
            material("climate-report", "气候可行性论证报告", "Climate report"),
            plan(11),
        ),
        assessment(
            "seismic",
            text("地震安全性评价审查", "Review the seismic assessment"),
            "earthquake-center",
            "climate",
            material("seismic-report", "地震安全性评价报告", "Seismic report"),
            statute("防震减灾法", "第三十五条"),
        ),
        Step(
            slug="heritage",
            name=text("文物考古勘查", "Heritage survey"),
            owner="culture-tourism",
            after=("seismic",),
            time=clerk(120, 240, 420),
            materials=FOLDER,
            visit=NEXT_OFFICE,
            channel="window",
            source=statute("文物保护法", "第二十九条", "2017年修正"),
        ),
        Step(
            slug="forestry",
            name=text("林地与古树普查", "Forest and old-tree survey"),
            owner="forestry",
            after=("heritage",),
            time=clerk(90, 150, 300),
            materials=FOLDER,
            visit=NEXT_OFFICE,
            channel="window",
            source=DUTY,
        ),
        Step(
            slug="utilities-survey",
            name=text("市政管线与建筑普查", "Utility and building survey"),
            owner="housing-construction",
            after=("forestry",),
            time=clerk(90, 150, 240, pool="housing-construction-field"),
            materials=FOLDER,
            visit=NEXT_OFFICE,
            channel="window",
            source=DUTY,
        ),
        Step(
            slug="civil-defence",
            name=text("防空地下室意见和人防指标", "Air-defence basement and quota"),
            owner="civil-defence",
            after=("utilities-survey",),
            time=review(60),
            rework=corrected("civil-defence", 0.1),
            materials=FOLDER,
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(12),
        ),
        Step(
            slug="collect",
            name=text("企业汇总各项结论", "The firm collects the conclusions"),
            owner="applicant",
            after=("civil-defence",),
            time=firm_days(2),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=10,
            text=text(
                "供地前由政府以评估、普查两张表统一受理、同步评估、统一反馈",
                "Before supply: two forms, all units side by side, one reply, done by government",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="parcel-intake",
                        name=text("拟供地块统一受理", "Take in the plot to be supplied"),
                        owner="natural-resources",
                        time=clerk(20, 40, 90),
                        source=plan(10),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="assessment-form",
                        name=text("下发评估评价一张表", "Send out the assessment form"),
                        owner="service-center",
                        after=("parcel-intake",),
                        time=system_seconds(),
                        source=plan(10),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="survey-form",
                        name=text("下发现状普查一张表", "Send out the survey form"),
                        owner="service-center",
                        after=("parcel-intake",),
                        time=system_seconds(),
                        source=plan(10),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="studies",
                        name=text("政府统一委托编制报告", "Government has the reports written"),
                        owner="experts",
                        after=("assessment-form",),
                        time=outside(10, 15, 25),
                        source=assumed("报告改由政府统一委托 (government orders the reports)"),
                    )
                ),
                Resequence(step="geology", after=("studies",)),
                Resequence(step="ecology", after=("studies",)),
                Resequence(step="water-soil", after=("studies",)),
                Resequence(step="climate", after=("studies",)),
                Resequence(step="seismic", after=("studies",)),
                Resequence(step="heritage", after=("survey-form",)),
                Resequence(step="forestry", after=("survey-form",)),
                Resequence(step="utilities-survey", after=("survey-form",)),
                DropVisit(step="geology", channel="internal"),
                DropVisit(step="ecology", channel="internal"),
                DropVisit(step="water-soil", channel="internal"),
                DropVisit(step="climate", channel="internal"),
                DropVisit(step="seismic", channel="internal"),
                DropVisit(step="heritage", channel="internal"),
                DropVisit(step="forestry", channel="internal"),
                DropVisit(step="utilities-survey", channel="internal"),
                DropMaterial(step="geology", materials=(*FOLDER_SLUGS, "geology-report")),
                DropMaterial(step="ecology", materials=(*FOLDER_SLUGS, "ecology-report")),
                DropMaterial(step="water-soil", materials=(*FOLDER_SLUGS, "water-soil-plan")),
                DropMaterial(step="climate", materials=(*FOLDER_SLUGS, "climate-report")),
                DropMaterial(step="seismic", materials=(*FOLDER_SLUGS, "seismic-report")),
                DropMaterial(step="heritage", materials=FOLDER_SLUGS),
                DropMaterial(step="forestry", materials=FOLDER_SLUGS),
                DropMaterial(step="utilities-survey", materials=FOLDER_SLUGS),
                RemoveStep(step="collect"),
                AddStep(
                    step=Step(
                        slug="compile",
                        name=text("汇总清单、统一反馈", "Compile the list and reply as one"),
                        owner="natural-resources",
                        after=(*STUDIED, *SURVEYED),
                        time=review(90),
                        produces=(text("用地清单", "Land list"),),
                        source=plan(10),
                    )
                ),
                Resequence(step="land-supply", after=("compile",)),
                Resequence(step="civil-defence", after=("land-supply",)),
                AddStep(
                    step=Step(
                        slug="list-handover",
                        name=text("用地清单随地交付", "Hand the list over with the land"),
                        owner="natural-resources",
                        after=("land-supply",),
                        time=on_the_spot(),
                        source=plan(11),
                    )
                ),
            ),
        ),
        Reform(
            item=11,
            text=text(
                "区域论证成果共享，区域内项目不再单独论证；条件变化时由政府调整",
                "The area's climate study is shared; single projects need none; updated if need be",
            ),
            edits=(
                SetCondition(step="climate", when=Not(condition=COVERED)),
                AddStep(
                    step=Step(
                        slug="climate-delivery",
                        name=text("区域气候论证成果随地交付", "Hand over the area's climate study"),
                        owner="meteorology",
                        after=("land-supply",),
                        when=COVERED,
                        time=on_the_spot(),
                        source=plan(11),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="climate-update",
                        name=text("外部条件变化后调整论证报告", "Update the climate report"),
                        owner="meteorology",
                        after=("climate-delivery",),
                        when=Chance(share=0.05, source=assumed("外部条件变化比例 (changes)")),
                        time=review(180),
                        source=plan(11),
                    )
                ),
            ),
        ),
        Reform(
            item=12,
            text=text(
                "供地前结合地质论证提出防空地下室意见和人防指标",
                "The basement opinion and quota follow the geological study, before supply",
            ),
            requires=(10,),
            edits=(
                Resequence(step="civil-defence", after=("geology",)),
                DropVisit(step="civil-defence", channel="internal"),
                DropMaterial(step="civil-defence", materials=FOLDER_SLUGS),
                Resequence(step="compile", after=(*STUDIED, *SURVEYED, "civil-defence")),
            ),
        ),
    ),
    notes=text(
        "仅含社会投资项目。方案与法律均未规定清单期限；“反馈地下室”读作“防空地下室”。",
        "Private projects only. Neither plan nor statute sets a period; a misprint is corrected.",
    ),
)

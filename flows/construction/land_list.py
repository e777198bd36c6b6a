"""用地清单制: studies and surveys made once, by government, before the land is supplied."""

from flows.construction.shared import LAND_CONTRACT, assessment, firm_days
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    PERMIT_HOURS,
    PRACTICE,
    SHARES,
    SHORT_HOURS,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    outside_between,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import (
    added,
    office_trip,
    only_when,
    resequenced,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_visits,
)
from models.base import text
from models.condition import Chance, Is, Not
from models.edits import AddStep, DropMaterial, DropVisit, RemoveStep, Resequence
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

DUTY = assumed("按第10项责任单位的职责推定 (read off the units the item lists)")
COVERED = Is(attribute="climate-covered")
FOLDER = (FORM, LAND_CONTRACT)
FOLDER_SLUGS = ("application-form", "land-contract-copy")
STUDIED = ("geology", "ecology", "water-soil", "climate", "seismic")
SIGNED = sign_offs(*STUDIED)
SURVEYED = ("heritage", "forestry", "utilities-survey")

PROCESS = Process(
    slug="land-list",
    name=text("用地清单制", "Land list before supply"),
    family="construction",
    lead="natural-resources",
    items=(10, 11, 12),
    attributes=(
        flag("climate-covered", "地块所在区域已有气候论证", "The area has a climate study", 0.7),
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
        *assessment(
            "geology",
            text("地质论证审查", "Review the geological study"),
            "natural-resources",
            "land-supply",
            material("geology-report", "地质论证报告", "Geological report"),
            plan(12),
        ),
        *assessment(
            "ecology",
            text("生态环境评估审查", "Review the ecological assessment"),
            "ecology",
            "geology-sign-off",
            material("ecology-report", "生态环境评估报告", "Ecological report"),
            DUTY,
        ),
        *assessment(
            "water-soil",
            text("水土保持方案审查", "Review the water and soil plan"),
            "water-resources",
            "ecology-sign-off",
            material("water-soil-plan", "水土保持方案", "Water and soil plan"),
            statute("水土保持法", "第二十五条"),
        ),
        *assessment(
            "climate",
            text("气候可行性论证", "Climate feasibility study"),
            "meteorology",
            "water-soil-sign-off",
            material("climate-report", "气候可行性论证报告", "Climate report"),
            plan(11),
        ),
        *assessment(
            "seismic",
            text("地震安全性评价审查", "Review the seismic assessment"),
            "earthquake-center",
            "climate-sign-off",
            material("seismic-report", "地震安全性评价报告", "Seismic report"),
            statute("防震减灾法", "第三十五条"),
        ),
        office_trip(
            "heritage",
            text("文物考古勘查", "Heritage survey"),
            "culture-tourism",
            "seismic-sign-off",
            clerk(120, 240, 420),
            FOLDER,
            statute("文物保护法", "第二十九条", "2017年修正"),
        ),
        office_trip(
            "forestry",
            text("林地与古树普查", "Forest and old-tree survey"),
            "forestry",
            "heritage",
            clerk(90, 150, 300),
            FOLDER,
            DUTY,
        ),
        office_trip(
            "utilities-survey",
            text("市政管线与建筑普查", "Utility and building survey"),
            "housing-construction",
            "forestry",
            field_work("housing-construction", 90, 150, 240),
            FOLDER,
            DUTY,
        ),
        *signed(
            office_trip(
                "civil-defence",
                text("防空地下室意见和人防指标", "Air-defence basement and quota"),
                "civil-defence",
                "utilities-survey",
                review(60),
                FOLDER,
                plan(12),
                rework=corrected("civil-defence", 0.1),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="collect",
            name=text("企业汇总各项结论", "The firm collects the conclusions"),
            owner="applicant",
            after=("civil-defence-sign-off",),
            time=firm_days(2),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=10,
            text=text(
                "供地前由政府以评估、普查两张表统一受理、同步评估签批、统一反馈",
                "Before supply: two forms, all units review and sign side by side, one reply",
            ),
            edits=(
                *added(
                    Step(
                        slug="parcel-intake",
                        name=text("拟供地块统一受理", "Take in the plot to be supplied"),
                        owner="natural-resources",
                        time=clerk(20, 40, 90),
                        source=plan(10),
                    ),
                    Step(
                        slug="assessment-form",
                        name=text("下发评估评价一张表", "Send out the assessment form"),
                        owner="service-center",
                        after=("parcel-intake",),
                        time=system_seconds(),
                        source=plan(10),
                    ),
                    Step(
                        slug="survey-form",
                        name=text("下发现状普查一张表", "Send out the survey form"),
                        owner="service-center",
                        after=("parcel-intake",),
                        time=system_seconds(),
                        source=plan(10),
                    ),
                    Step(
                        slug="studies",
                        name=text("政府统一委托编制报告", "Government has the reports written"),
                        owner="experts",
                        after=("assessment-form",),
                        time=outside_between(10, 15, 25),
                        source=assumed("报告改由政府统一委托 (government orders the reports)"),
                    ),
                ),
                *resequenced("studies", *STUDIED),
                *resequenced("survey-form", *SURVEYED),
                *without_visits(*STUDIED, *SURVEYED),
                DropMaterial(step="geology", materials=(*FOLDER_SLUGS, "geology-report")),
                DropMaterial(step="ecology", materials=(*FOLDER_SLUGS, "ecology-report")),
                DropMaterial(step="water-soil", materials=(*FOLDER_SLUGS, "water-soil-plan")),
                DropMaterial(step="climate", materials=(*FOLDER_SLUGS, "climate-report")),
                DropMaterial(step="seismic", materials=(*FOLDER_SLUGS, "seismic-report")),
                *without_papers(FOLDER_SLUGS, *SURVEYED),
                RemoveStep(step="collect"),
                AddStep(
                    step=Step(
                        slug="compile",
                        name=text("汇总清单、统一反馈", "Compile the list and reply as one"),
                        owner="natural-resources",
                        after=(*SIGNED, *SURVEYED),
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
                *timed(sign_off(*SHORT_HOURS), *SIGNED),
            ),
        ),
        Reform(
            item=11,
            text=text(
                "区域论证成果共享，区域内项目不再单独论证；条件变化时由政府调整",
                "The area's climate study is shared; single projects need none; updated if need be",
            ),
            edits=(
                *only_when(Not(condition=COVERED), "climate", "climate-sign-off"),
                *added(
                    Step(
                        slug="climate-delivery",
                        name=text("区域气候论证成果随地交付", "Hand over the area's climate study"),
                        owner="meteorology",
                        after=("land-supply",),
                        when=COVERED,
                        time=on_the_spot(),
                        source=plan(11),
                    ),
                    Step(
                        slug="climate-update",
                        name=text("外部条件变化后调整论证报告", "Update the climate report"),
                        owner="meteorology",
                        after=("climate-delivery",),
                        when=Chance(share=0.05, source=SHARES),
                        time=review(180),
                        source=plan(11),
                    ),
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
                Resequence(step="civil-defence", after=("geology-sign-off",)),
                DropVisit(step="civil-defence", channel="internal"),
                DropMaterial(step="civil-defence", materials=FOLDER_SLUGS),
                Resequence(step="compile", after=(*SIGNED, *SURVEYED, "civil-defence-sign-off")),
            ),
        ),
    ),
    notes=text(
        "仅含社会投资项目。方案与法律均未规定清单期限；“反馈地下室”读作“防空地下室”。",
        "Private projects only. Neither plan nor statute sets a period; a misprint is corrected.",
    ),
)

"""Items 10 to 25: construction permits."""

from models.base import text
from models.plan.entry import LONG_TITLE, MARCH, ONGOING, SHIFTED_LEFT, YEAR_END, blank, entry
from models.plan.indicators import PERMITS
from models.plan.item import PlanItem

_LAND_LIST = text("推进社会投资项目“用地清单制”改革", "Land list for private investment projects")
_SURVEYS = text("试行分阶段整合相关测绘测量事项", "Surveys merged stage by stage")
_SURVEY_UNITS = "housing-construction civil-defence real-estate-registry"

ITEMS: tuple[PlanItem, ...] = (
    entry(
        10,
        PERMITS,
        _LAND_LIST,
        text(
            "供地前把评估评价、现状普查各并为一表，部门同步办理、一次反馈",
            "Before land supply, assessments and site surveys become one form each, done jointly",
        ),
        lead="natural-resources",
        responsible="service-center ecology water-resources meteorology housing-construction "
        "forestry culture-tourism earthquake-center civil-defence",
        by=ONGOING,
        odd=text(
            "县资规局在举措中写全称，牵头栏写简称",
            "the lead's full name stands in the measure, its short name in the lead cell",
        ),
    ),
    entry(
        11,
        PERMITS,
        _LAND_LIST,
        text(
            "供地前做区域气候论证并随地交付，单个项目免做；外部条件变了由政府修订",
            "An area-wide climate study, handed over with the land, frees single projects from one",
        ),
        lead="meteorology",
        by=MARCH,
    ),
    entry(
        12,
        PERMITS,
        _LAND_LIST,
        text(
            "供地前依据地质论证，告知要不要建防空地下室以及人防指标",
            "Before land is supplied, say whether an air-raid basement is due and of what size",
        ),
        lead="natural-resources",
        responsible="civil-defence",
        by=ONGOING,
        odd=(
            blank(11, "title"),
            text(
                "“反馈地下室”疑为“防空地下室”之误",
                "'feedback basement' must be 'air-raid basement'",
            ),
        ),
    ),
    entry(
        13,
        PERMITS,
        text(
            "推行水电气等市政接入工程涉及的行政审批在线并联办理",
            "Approvals for utility connections online and in parallel",
        ),
        text(
            "小型管线接入所需的规划、绿化、市政等审批，都在网上同时办",
            "Planning, greenery and municipal approvals of small connections run online at once",
        ),
        lead="housing-construction service-center",
        responsible="big-data public-security natural-resources housing-construction "
        "zhongmin-water state-grid cr-gas urban-management radio-tv-network traffic-police",
        by=YEAR_END,
        odd=text(
            "县住建局既是牵头单位又是责任单位",
            "housing and construction is both lead and responsible",
        ),
    ),
    entry(
        14,
        PERMITS,
        text("进一步优化工程建设项目联合验收方式", "Better joint acceptance of works"),
        text(
            "联合验收统一收件、合理定事项；此前由建设单位先组织各方完成竣工验收",
            "Joint acceptance has one intake; the developer's own acceptance must come first",
        ),
        lead="housing-construction",
        responsible="natural-resources civil-defence",
        by=ONGOING,
    ),
    entry(
        15,
        PERMITS,
        text(
            "简化实行联合验收的工程建设项目竣工验收备案手续",
            "No separate filing after joint acceptance",
        ),
        text(
            "综合验收一通过就网上发合格通知，免去单独备案，结果各系统互通",
            "Passing joint acceptance yields an online notice, shared; separate filing ends",
        ),
        lead="housing-construction",
        responsible="natural-resources civil-defence",
        by=YEAR_END,
    ),
    entry(
        16,
        PERMITS,
        text("完善工程建设项目审批审查中心一站式服务体系", "One-stop construction approval centre"),
        text(
            "审批、中介和市政服务全归审批审查中心：前台统一收发，各部门后台会审",
            "The centre is the only door: one window in front, departments review behind it",
        ),
        lead="service-center",
        responsible="housing-construction approval-reform natural-resources zhongmin-water "
        "state-grid cr-gas radio-tv-network transport civil-defence ecology culture-tourism",
        by=MARCH,
        odd=text(
            "中心有“审批审查中心”和“审批审查协调服务中心”两种叫法",
            "the centre goes by two names in the same measure",
        ),
    ),
    entry(
        17,
        PERMITS,
        text("推行“拿地即开工”模式", "Build as soon as the land is yours"),
        text(
            "出办事指南，试把备案、土地合同、两项规划许可和施工许可合起来一次办",
            "A guide, and filing, land contract, both planning permits and building permit merged",
        ),
        lead="natural-resources",
        responsible="development-reform housing-construction",
        by=YEAR_END,
    ),
    entry(
        18,
        PERMITS,
        text("清理建筑工程审批中的“体外循环”“隐性审批”行为", "End off-system and hidden approvals"),
        text(
            "厘清并公布工程审批目录和流程图，专项整治系统外办理和变相审批",
            "Publish the list and charts of approvals; root out those off-system or in disguise",
        ),
        lead="housing-construction",
        responsible="approval-departments",
        by=MARCH,
        kind="supervision",
    ),
    entry(
        19,
        PERMITS,
        _SURVEYS,
        text(
            "预售许可阶段的五项测绘、验线和检测并成一次做",
            "Five surveys and checks of the presale stage are done as one",
        ),
        lead="natural-resources",
        responsible=_SURVEY_UNITS,
        by=MARCH,
    ),
    entry(
        20,
        PERMITS,
        _SURVEYS,
        text(
            "竣工阶段的规划、用地、房产等六项测量并成一次做",
            "Six surveys of the completion stage are done as one",
        ),
        lead="natural-resources",
        responsible=_SURVEY_UNITS,
        by=MARCH,
        odd=(SHIFTED_LEFT, blank(19, "title", "lead", "responsible")),
    ),
    entry(
        21,
        PERMITS,
        _SURVEYS,
        text(
            "各部门核验合并测绘的成果是否合格，并加大抽查",
            "Departments verify merged surveys and draw more samples of them",
        ),
        lead="natural-resources",
        responsible=_SURVEY_UNITS,
        by=MARCH,
    ),
    entry(
        22,
        PERMITS,
        _SURVEYS,
        text(
            "拨地与宗地测绘合一；条件具备时再合并预售、竣工两阶段的测绘",
            "Two land surveys become one; presale and completion surveys too where feasible",
        ),
        lead="natural-resources",
        responsible=_SURVEY_UNITS,
        by=ONGOING,
        odd=text(
            "与第19、20项重叠，但所列测绘事项和时限不同",
            "overlaps items 19 and 20 with other lists of surveys and another deadline",
        ),
    ),
    entry(
        23,
        PERMITS,
        _SURVEYS,
        text(
            "统一当地测绘标准，每个阶段只委托一回、成果通用，同一对象不再重测",
            "One local survey standard: commission once a stage, share, never measure twice",
        ),
        lead="natural-resources",
        responsible=_SURVEY_UNITS,
        by=ONGOING,
        odd=blank(22, "title", "lead", "responsible", "deadline"),
    ),
    entry(
        24,
        PERMITS,
        text("推进工程建设项目全过程图纸数字化管理", "Digital drawings from start to end"),
        text(
            "图纸由审查到归档全部数字化、确保唯一真实，并对审图机构作信用评价",
            "Drawings are digital from review to archive; firms that review them are credit-rated",
        ),
        lead="housing-construction",
        by=YEAR_END,
        odd=text("改革事项栏两个题目连写", "two titles run together in the title cell"),
    ),
    entry(
        25,
        PERMITS,
        text("探索实施工程质量安全保险制度", "Construction quality insurance"),
        text(
            "简易低风险项目试行潜在缺陷保险，保险介入施工监管，并管好保险和参建各方",
            "Latent-defect insurance on simple low-risk works, with insurers drawn into oversight",
        ),
        lead="housing-construction",
        responsible="finance-office",
        by=MARCH,
        odd=LONG_TITLE,
    ),
)

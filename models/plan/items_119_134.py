"""Items 119 to 134: market supervision."""

from models.base import text
from models.plan.entry import (
    CITY_WORDING,
    LONG_TITLE,
    MARCH,
    ONGOING,
    SHIFTED_RIGHT,
    UNNAMED_BUREAU,
    YEAR_END,
    blank,
    entry,
)
from models.plan.indicators import SUPERVISION
from models.plan.item import PlanItem

_LIFE_CYCLE = text("探索形成市场主体全生命周期监管链", "Supervision through a firm's whole life")
_JOINT = text("在部分领域探索建立完善综合监管机制", "Comprehensive supervision of some fields")
_FULL_PROCESS = text("完善事前事中事后全流程监管机制", "Supervision before, during and after")

ITEMS: tuple[PlanItem, ...] = (
    entry(
        119,
        SUPERVISION,
        text("探索建立市场监管尽职免责和税务执法容错纠错制度", "Due diligence excuses enforcers"),
        text(
            "市场监管执法尽职者免追责，税务执法和服务中的过失可依条件容错减责",
            "Diligent market enforcers are not blamed; tax enforcers' errors may be tolerated",
        ),
        lead="market-regulation",
        responsible="justice tax",
        by=MARCH,
        kind="rule",
        odd=text("税务部分也由市场监管局牵头", "market regulation leads the tax half too"),
    ),
    entry(
        120,
        SUPERVISION,
        text("以包容审慎监管鼓励新兴产业规范健康发展", "Tolerant supervision of new industries"),
        text(
            "研究给新兴产业设包容期、容错管理，既守底线又控风险",
            "Study a grace period and tolerance for new industries, within limits on risk",
        ),
        lead="market-regulation",
        responsible="justice industry-it",
        by=MARCH,
        kind="rule",
    ),
    entry(
        121,
        SUPERVISION,
        _LIFE_CYCLE,
        text(
            "企业按信用风险分类，与双随机抽查结合，监管有别、更有针对性",
            "Firms are classed by credit risk, and random inspections follow the classes",
        ),
        lead="market-regulation",
        by=ONGOING,
    ),
    entry(
        122,
        SUPERVISION,
        _LIFE_CYCLE,
        text(
            "用公共信用和行业数据评价企业，按等级区别监管、预警和惩戒",
            "Public credit and sector data grade firms; supervision and sanctions follow",
        ),
        lead="market-regulation",
        by=YEAR_END,
        odd=(
            blank(121, "title", "lead"),
            text("公共信用评价通常归信用办", "public credit rating is usually the credit office's"),
        ),
    ),
    entry(
        123,
        SUPERVISION,
        _JOINT,
        text(
            "预付卡：信息对接、风险预警、信用治理，理清主管职责和投诉处理",
            "Prepaid cards: linked data, warnings, credit, clear duties, complaints handled",
        ),
        lead="industry-it",
        responsible="education public-security hrss market-regulation culture-tourism "
        "finance-office civil-affairs transport health other-units",
        by=ONGOING,
        odd=LONG_TITLE,
    ),
    entry(
        124,
        SUPERVISION,
        _JOINT,
        text(
            "成品油：综合审批按一件事办，各部门职责、监管和监测信息在一张网上互通",
            "Refined oil: approval as one matter; duties and findings shared on one network",
        ),
        lead="industry-it",
        responsible="public-security market-regulation natural-resources ecology "
        "housing-construction emergency tax",
        by=ONGOING,
        odd=(
            blank(123, "title", "deadline"),
            text(
                "第125项写2023年底，沿用哪一时限存疑",
                "item 125 has the end of 2023, so the deadline is doubtful",
            ),
            text("县市场监管局列了两次", "market regulation is listed twice"),
            CITY_WORDING,
        ),
    ),
    entry(
        125,
        SUPERVISION,
        _JOINT,
        text(
            "农产品：生产主体入追溯库，农事档案网上直报，巡查抽检执法处处留痕",
            "Farm products: producers in a traceability base, online records, logged checks",
        ),
        lead="agriculture-rural",
        responsible="other-units",
        by=YEAR_END,
        kind="supervision",
        odd=(LONG_TITLE, UNNAMED_BUREAU),
    ),
    entry(
        126,
        SUPERVISION,
        text("建立完善互联网医院监管平台", "Supervision of internet hospitals"),
        text(
            "线上诊疗接入监管平台，归集医保数据预警：卫健处罚，医保追款",
            "Online clinics join a platform with insurance data: health fines, insurance recovers",
        ),
        lead="health",
        responsible="medical-insurance",
        by=MARCH,
        odd=(LONG_TITLE, CITY_WORDING),
    ),
    entry(
        127,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "消防：先作承诺并共享审批和图纸，日常双随机与专项抽查，初犯限改不罚",
            "Fire safety: pledges and shared files first, random checks, first fault not fined",
        ),
        lead="fire-rescue",
        responsible="emergency housing-construction",
        by=MARCH,
        odd=(
            LONG_TITLE,
            text(
                "称事前事中事后，只有事前、事中两段",
                "before, during and after are announced; after is missing",
            ),
        ),
    ),
    entry(
        128,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "食品：销售环节全程追溯、企业自查、风险分级，规范连锁餐饮和校园供餐",
            "Food: tracing, self-checks and risk grades in sales; catering and school meals",
        ),
        lead="market-regulation",
        by=MARCH,
        kind="supervision",
        odd=(
            blank(127, "title"),
            text("“食品安信息”漏“全”字", "a character is missing in 'food safety'"),
        ),
    ),
    entry(
        129,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "水土保持：遥感、检查、信用三管齐下，用好三色评价管住建设项目",
            "Soil conservation: remote sensing, inspection and credit, with a three-colour grade",
        ),
        lead="water-resources",
        by=MARCH,
        kind="supervision",
        odd=blank(127, "title"),
    ),
    entry(
        130,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "医疗卫生：审批事项都可告知承诺，医师不良执业计分，监管常态协同",
            "Health: every approval by pledge, points for doctors' misconduct, joint oversight",
        ),
        lead="health",
        by=MARCH,
        odd=LONG_TITLE,
    ),
    entry(
        131,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "环保：智能手段联动环评与执法，重心由批前移到建设中和建成后",
            "Environment: assessment and enforcement linked digitally, weight moved to aftercare",
        ),
        lead="ecology",
        by=ONGOING,
        kind="supervision",
        odd=blank(130, "title"),
    ),
    entry(
        132,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "古厝消防：审验由谁负责、按何标准、怎样衔接日常管理，一并定下",
            "Old houses: who reviews fire safety, by which standards, and who takes over",
        ),
        lead="housing-construction",
        by=ONGOING,
        kind="rule",
        odd=blank(130, "title"),
    ),
    entry(
        133,
        SUPERVISION,
        _FULL_PROCESS,
        text(
            "依省指南，对建设项目的水土保持实行全过程信用监管",
            "By the province's guide, credit supervision of soil conservation in construction",
        ),
        lead="water-resources",
        by=MARCH,
        kind="supervision",
        odd=(blank(130, "title"), CITY_WORDING),
    ),
    entry(
        134,
        SUPERVISION,
        text("推行包容审慎监管“四项清单”制度", "Four lists of lenient enforcement"),
        text(
            "梳理处罚和强制事项，列出不罚、从轻、减轻、免强制四类，执法尺度统一",
            "List what is not fined, fined lightly, reduced or not enforced, by one standard",
        ),
        lead="justice",
        responsible="all-enforcement",
        kind="rule",
        odd=(
            SHIFTED_RIGHT,
            text(
                "题目称“四项清单”，举措称“四张清单”",
                "the lists bear two names in title and measure",
            ),
        ),
    ),
)

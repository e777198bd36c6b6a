"""Items 135 to 149: inclusive innovation, organisation and safeguards."""

from models.base import text
from models.plan.entry import CITY_WORDING, MARCH, ONGOING, SHIFTED_LEFT, TERRITORIES, blank, entry
from models.plan.indicators import INNOVATION, ORGANISATION
from models.plan.item import PlanItem

_EXPERIENCE = text("改革成果体验工作", "Leaders test the reforms")
_RESULTS = text("强化评测结果运用", "Use of the test results")
_PUBLICITY = text("深化《福建省优化营商环境条例》宣传", "Publicity for the provincial regulation")
_RESULT_UNITS = "party-organization party-inspection efficiency-office"
_GROUP_UNITS = "special-groups indicator-leads"

ITEMS: tuple[PlanItem, ...] = (
    entry(
        135,
        INNOVATION,
        text("推荐企业申报各类省、市科技计划项目", "Firms put forward for science projects"),
        text(
            "结合本县产业特色申报各级科技项目，攻关转化并争取资金",
            "Apply for science projects at all levels that suit local industry, and their funds",
        ),
        lead="development-reform",
        by=MARCH,
        kind="cultivation",
    ),
    entry(
        136,
        INNOVATION,
        text("加大高新技术企业等培育", "Growing high-tech firms"),
        text(
            "摸底备选企业，借中介辅导申报，由科技型中小企业逐级培育到科技小巨人",
            "Find candidates, coach them with agencies, and grow them tier by tier",
        ),
        lead="development-reform",
        responsible="market-regulation",
        by=MARCH,
        kind="cultivation",
    ),
    entry(
        137,
        INNOVATION,
        text("推动科技成果转化", "Turning research into products"),
        text(
            "鼓励技术合同登记，引入先进技术，让成果对接本地产业",
            "Technology contracts registered, technology brought in and matched with industry",
        ),
        lead="development-reform",
        responsible="finance-office state-assets soe-supervisors",
        by=MARCH,
        kind="cultivation",
    ),
    entry(
        138,
        INNOVATION,
        text("强化专精特新企业梯队培育", "Growing specialised firms in tiers"),
        text(
            "挑选专注细分市场的中小企业，按成长阶段扶持，提供直通车和上市辅导等",
            "Pick focused small firms, support each stage, with a fast track and listing advice",
        ),
        lead="industry-it",
        by=MARCH,
        kind="cultivation",
    ),
    entry(
        139,
        INNOVATION,
        text("推进客货运输电子证照全省互认", "Transport e-licences valid throughout"),
        text(
            "道路运输证照和水路经营、营运证都出电子版，并跨市认可",
            "Road and waterway licences become electronic and are recognised across cities",
        ),
        lead="transport",
        by=MARCH,
        kind="system",
        odd=text(
            "题目称全省互认，举措称“跨市内互认”",
            "the title says province-wide, the measure 'across within cities'",
        ),
    ),
    entry(
        140,
        INNOVATION,
        text("推进产业园区规划环评与项目环评联动", "Linked environmental assessments"),
        text(
            "规划环评做过的，项目环评分繁简；试行告知承诺，民生工程打包批",
            "Project assessments build on the plan's; pledges tried, public works bundled",
        ),
        lead="ecology",
        by=ONGOING,
    ),
    entry(
        141,
        ORGANISATION,
        text("推进实施市场准入效能评估制度", "Assessing market access"),
        text(
            "在省级平台上评估各行业准入效能，发现问题督促整改",
            "Assess access to markets on the province's platform and press for correction",
        ),
        lead="development-reform",
        responsible=f"county-units {TERRITORIES}",
        by=ONGOING,
        kind="management",
    ),
    entry(
        142,
        ORGANISATION,
        _EXPERIENCE,
        text(
            "各单位主要领导当首席体验官，定期访企业、到窗口亲自办事",
            "Heads of units visit firms and try the service windows themselves",
        ),
        lead="other-units",
        responsible=TERRITORIES,
        by=ONGOING,
        kind="management",
    ),
    entry(
        143,
        ORGANISATION,
        _EXPERIENCE,
        text(
            "经常走访企业，汇总热线和直通车的诉求，主动解决难题",
            "Visit firms, gather complaints from hotline and express channel, and solve them",
        ),
        lead="other-units",
        responsible=TERRITORIES,
        by=ONGOING,
        odd=blank(142, "title", "lead", "responsible", "deadline"),
    ),
    entry(
        144,
        ORGANISATION,
        text("积极创新总结推广", "Spreading what works"),
        text(
            "每家至少拿出一条可推广的原创经验，分批评选示范单位带动他人",
            "Each unit offers an original reform to copy; model units are named in batches",
        ),
        lead="business-environment-office",
        responsible=f"county-units {TERRITORIES}",
        by=ONGOING,
        kind="management",
        odd=CITY_WORDING,
    ),
    entry(
        145,
        ORGANISATION,
        _RESULTS,
        text(
            "向市场主体作满意度调查和体验评测，成绩计入部门绩效",
            "Firms are surveyed and services tested; the results count in performance",
        ),
        lead="business-environment-office",
        responsible=_RESULT_UNITS,
        by=ONGOING,
        kind="management",
    ),
    entry(
        146,
        ORGANISATION,
        _RESULTS,
        text(
            "纳入督查、巡察和干部考核，落实不力者问责并公开",
            "Part of inspection and cadre assessment; those who fail are held to account",
        ),
        lead="business-environment-office",
        responsible=_RESULT_UNITS,
        by=ONGOING,
        kind="management",
        odd=(SHIFTED_LEFT, blank(145, "title", "lead", "responsible", "deadline")),
    ),
    entry(
        147,
        ORGANISATION,
        _PUBLICITY,
        text(
            "在政府网站和媒体上宣传、解读政策，工作成果请社会监督",
            "Explain policies on official sites and in media, and let society judge the results",
        ),
        lead="party-publicity business-environment-office",
        responsible=_GROUP_UNITS,
        by=ONGOING,
        kind="publicity",
        odd=text("两个牵头单位以空格相连", "the two leads are joined by a mere space"),
    ),
    entry(
        148,
        ORGANISATION,
        _PUBLICITY,
        text(
            "借论坛等形式多讲改革成果和好案例，让全县营商环境更有口碑",
            "Forums and good cases make the county's business climate better known",
        ),
        lead="party-publicity business-environment-office",
        responsible=_GROUP_UNITS,
        by=ONGOING,
        kind="publicity",
        odd=(SHIFTED_LEFT, blank(147, "title", "lead", "responsible", "deadline")),
    ),
    entry(
        149,
        ORGANISATION,
        text("国家、省、市开展的营商环境评价和绩效考核", "Evaluations from above"),
        text(
            "上级评价考核期间做好调度、指导和支持，疑难当即解决",
            "During evaluations from above, coordinate, guide, support and solve problems",
        ),
        lead="business-environment-office",
        responsible=_GROUP_UNITS,
        by=ONGOING,
        kind="management",
    ),
)

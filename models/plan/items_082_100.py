"""Items 82 to 100: government services."""

from models.base import text
from models.plan.entry import JUNE, MARCH, ONGOING, blank, entry
from models.plan.indicators import SERVICES
from models.plan.item import PlanItem

_E_LICENCES = text(
    "进一步扩大电子证照、电子签章等应用范围", "Wider use of e-licences and e-signatures"
)
_OPEN_DATA = text("有序开放公共管理和服务机构产生的部分公共数据", "Orderly opening of public data")
_INDUSTRIAL = text("深化工业项目投资审批全流程改革", "Approval of industrial projects reformed")
_E_LICENCE_UNITS = (
    "service-center public-security finance industry-it finance-office housing-construction"
)
_INDUSTRIAL_UNITS = "development-reform natural-resources real-estate-registry"
_UNNUMBERED = text(
    "本行无序号，仅印编号段落，按前后序号补足",
    "row without a number: only a numbered paragraph is printed",
)
_DATA_MARKET = text("培育建设数据要素市场", "Building a data market")

ITEMS: tuple[PlanItem, ...] = (
    entry(
        82,
        SERVICES,
        _E_LICENCES,
        text(
            "加强身份认证和授权代办，电子执照、印章、签章用到更多领域",
            "Stronger identity checks, delegated handling, e-licence and e-seal in more fields",
        ),
        lead="big-data",
        responsible=_E_LICENCE_UNITS,
        by=ONGOING,
        kind="system",
        odd=text(
            "授权代办写由省财政厅统一部署，疑误",
            "delegation under the provincial finance department: doubtful",
        ),
    ),
    entry(
        83,
        SERVICES,
        _E_LICENCES,
        text(
            "接入省级签章平台，多家数字证书通用、签章统一，先用于工程审批",
            "The provincial platform makes certificates compatible, in construction first",
        ),
        lead="big-data",
        responsible=_E_LICENCE_UNITS,
        by=ONGOING,
        kind="system",
        odd=blank(82, "title", "lead", "responsible", "deadline"),
    ),
    entry(
        84,
        SERVICES,
        _E_LICENCES,
        text(
            "各单位系统对接证照数据，逐项排查事项未绑或错绑电子证照的问题",
            "Units link their systems to e-licence data and fix missing or wrong bindings",
        ),
        lead="service-center big-data",
        responsible="finance civil-affairs hrss natural-resources transport medical-insurance",
        by=MARCH,
        kind="system",
    ),
    entry(
        85,
        SERVICES,
        text("精准推送惠企政策，提供便捷政策兑现服务", "Business policies pushed and paid out"),
        text(
            "按企业特征推送政策，统一入口申报，一部分零材料办、一部分免申请直接兑现",
            "Policies reach firms they fit; one entry pays out, with no papers or no application",
        ),
        lead="industry-it",
        responsible="investment-promotion big-data finance agriculture-rural "
        "housing-construction other-units",
        by=MARCH,
    ),
    entry(
        86,
        SERVICES,
        _OPEN_DATA,
        text(
            "公共数据按级按类开放、探索运营，征集试点项目并树样板",
            "Open public data by class, try ways of running it, and call for model pilots",
        ),
        lead="big-data",
        responsible="all-departments",
        by=ONGOING,
        kind="system",
    ),
    entry(
        87,
        SERVICES,
        _OPEN_DATA,
        text(
            "各部门编数据开放目录，审核后送市平台；鼓励科研院所和社团开放自有数据",
            "Departments list open data and send it to the city; institutes are encouraged too",
        ),
        lead="big-data",
        responsible="all-departments",
        by=ONGOING,
        kind="system",
        odd=blank(86, "title", "lead", "responsible", "deadline"),
    ),
    entry(
        88,
        SERVICES,
        text("推进政务服务事项全市域通办", "Any service anywhere in the city"),
        text(
            "在市内任一级大厅都能交件，转回属地受理，也可请人辅助或寄快递申报",
            "Any hall in the city takes papers for the home office; help and courier work too",
        ),
        lead="service-center",
        responsible="other-units",
        by=MARCH,
    ),
    entry(
        89,
        SERVICES,
        text("开通政策补贴直通车", "Subsidy express"),
        text(
            "e福州设补贴专区，对象明确、风险可控的秒批、免申、直接到账，弄虚作假受惩戒",
            "A zone in the city's app: simple low-risk subsidies approved and paid in seconds",
        ),
        lead="big-data industry-it smart-luoyuan",
        responsible="other-units",
        by=MARCH,
    ),
    entry(
        90,
        SERVICES,
        text("逐步推进政务服务跨区域协同", "Service across regions"),
        text(
            "异地交件、后台远程办，标准统一，社保卡、户口迁移证等常办事项可跨省",
            "Papers taken elsewhere, handled remotely: frequent matters done across provinces",
        ),
        lead="service-center",
        responsible="other-units",
        by=MARCH,
    ),
    entry(
        91,
        SERVICES,
        text("政邮合作搭建政务服务新桥梁", "Government services with the post"),
        text(
            "邮政网点开设政务专窗，专员上门认证、初审、收件，并加以培训",
            "Post offices host service windows; trained postal staff check and collect at home",
        ),
        lead="service-center post",
        by=JUNE,
    ),
    entry(
        92,
        SERVICES,
        _INDUSTRIAL,
        text(
            "上线1.0版县级涉企政策平台，供查询、公示和解读",
            "Version 1.0 of the county's policy portal: to look up, publish and explain",
        ),
        lead="service-center housing-construction",
        responsible=_INDUSTRIAL_UNITS,
        by=JUNE,
        kind="system",
        odd=text(
            "题目为工业项目审批，举措为涉企政策平台",
            "the title is industrial approval, the measure a policy portal",
        ),
    ),
    entry(
        93,
        SERVICES,
        _INDUSTRIAL,
        text(
            "工业项目审批平台启用联合竣工验收和不动产登记两个模块",
            "The industrial approval platform gains joint acceptance and property registration",
        ),
        lead="service-center housing-construction",
        responsible=_INDUSTRIAL_UNITS,
        by=JUNE,
        odd=(_UNNUMBERED, blank(92, "title", "lead", "responsible", "deadline")),
    ),
    entry(
        94,
        SERVICES,
        _INDUSTRIAL,
        text(
            "试点政策项目评审、企业服务社会化，企业问题有人交办、反馈和督查",
            "Pilot project review, outsourced services, and assigning and chasing firms' problems",
        ),
        lead="service-center housing-construction",
        responsible=_INDUSTRIAL_UNITS,
        by=JUNE,
        odd=(
            _UNNUMBERED,
            blank(92, "title", "lead", "responsible", "deadline"),
            text(
                "企业问题交办由住建局牵头，疑随第92项带下",
                "housing as lead for firms' problems seems merely carried from item 92",
            ),
        ),
    ),
    entry(
        95,
        SERVICES,
        _DATA_MARKET,
        text(
            "靠福建大数据交易所带起一批交易主体，试建评估、登记、撮合等市场服务",
            "With the Fujian data exchange, grow traders and try valuation and matching services",
        ),
        lead="big-data",
        responsible="finance-office",
        by=ONGOING,
        kind="cultivation",
    ),
    entry(
        96,
        SERVICES,
        _DATA_MARKET,
        text(
            "网络和数据安全通报制度化，对政务数据共享的风险及早研判预警",
            "A regular security bulletin; risks of shared government data are warned of early",
        ),
        lead="big-data",
        responsible="finance-office",
        by=ONGOING,
        kind="supervision",
        odd=blank(95, "title", "lead", "responsible", "deadline"),
    ),
    entry(
        97,
        SERVICES,
        _DATA_MARKET,
        text(
            "明确并保障数据权益，保护个人信息，多部门共管交易所内的买卖",
            "Settle data rights, protect personal data, and supervise exchange trades jointly",
        ),
        lead="big-data",
        responsible="all-departments",
        by=ONGOING,
        kind="rule",
        odd=blank(95, "title"),
    ),
    entry(
        98,
        SERVICES,
        text("有序开放公共管理和服务机构产生的部分公共数据", "Orderly opening of public data"),
        text(
            "建机制，通过省级平台向社会稳妥开放公共数据，按应用场景开发",
            "A mechanism to open public data through provincial platforms, use by use",
        ),
        lead="big-data",
        responsible="all-departments",
        by=MARCH,
        kind="system",
        odd=text(
            "题目与第86、87项相同，时限却不同",
            "same title as items 86 and 87 with another deadline",
        ),
    ),
    entry(
        99,
        SERVICES,
        text("试行公安服务“一窗通办”", "Police services at one window"),
        text(
            "合适的派出所设综合窗口试点，户籍、治安、交管、出入境一次办妥",
            "Pilot windows at police stations: household, security, traffic, exit and entry",
        ),
        lead="public-security",
        by=MARCH,
    ),
    entry(
        100,
        SERVICES,
        text("深化“一件事”集成服务改革", "More one-thing packages"),
        text(
            "企业简易注销、准营、招工、变照，个人灵活就业与婚育、身后，各打包成一件事",
            "Packages for firms (exit, licences, hiring, changes) and people (work, birth, death)",
        ),
        lead="approval-reform service-center",
        responsible="market-regulation civil-affairs hrss other-units",
        by=MARCH,
    ),
)

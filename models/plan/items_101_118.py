"""Items 101 to 118: intellectual property, market supervision."""

from models.base import text
from models.plan.entry import (
    MARCH,
    NO_INDICATOR,
    ONGOING,
    SHIFTED_RIGHT,
    TERRITORIES,
    UNNAMED_BUREAU,
    YEAR_END,
    blank,
    entry,
)
from models.plan.indicators import INTELLECTUAL_PROPERTY, SUPERVISION
from models.plan.item import PlanItem

_WHISTLEBLOWERS = text("探索实行内部举报人和惩罚性赔偿制度", "Whistleblowers and punitive damages")
_ONLINE_GOODS = text("优化网络商品抽检机制", "Sampling of goods sold online")

ITEMS: tuple[PlanItem, ...] = (
    entry(
        101,
        INTELLECTUAL_PROPERTY,
        text("开展专利开放许可试点工作", "Pilot of open patent licences"),
        text(
            "协助征集愿开放许可的专利，引导高校和企业配对，借工作站牵线供需",
            "Help collect patents for open licences and match institutes with firms",
        ),
        lead="intellectual-property",
        responsible="industry-it",
        by=MARCH,
        kind="service",
        odd=UNNAMED_BUREAU,
    ),
    entry(
        102,
        INTELLECTUAL_PROPERTY,
        text("推广知识产权侵权责任险等保护类保险", "Intellectual-property insurance"),
        text(
            "引导知识产权示范企业买侵权责任等保险，龙头企业更有保障",
            "Leading firms are encouraged to insure against infringement liability",
        ),
        lead="intellectual-property",
        responsible="banking-insurance-regulator finance-office",
        by=YEAR_END,
        kind="policy",
        odd=text(
            "“县银保监”疑缺后半截，应为监管机构全称",
            "the banking and insurance regulator's name is cut short",
        ),
    ),
    entry(
        103,
        INTELLECTUAL_PROPERTY,
        text("规制非正常专利申请和恶意商标注册", "Abnormal patents and bad-faith trademarks"),
        text(
            "按上级部署查处虚假专利申请和抢注商标",
            "Act on orders from above against sham patent filings and trademark squatting",
        ),
        lead="intellectual-property",
        responsible=TERRITORIES,
        by=ONGOING,
        kind="supervision",
    ),
    entry(
        104,
        INTELLECTUAL_PROPERTY,
        text("完善知识产权公共服务体系", "Public services for intellectual property"),
        text(
            "在产业和特色农产品集中地设商标品牌指导站，配合提供免费或低价信息服务",
            "Trademark stations where producers cluster, and free or cheap information services",
        ),
        lead="intellectual-property",
        responsible=f"agriculture-rural ocean-fishery {TERRITORIES}",
        by=ONGOING,
        kind="service",
        odd=UNNAMED_BUREAU,
    ),
    entry(
        105,
        INTELLECTUAL_PROPERTY,
        text("推进知识产权社会共治", "Society protects intellectual property"),
        text(
            "鼓励协会联盟自律并申办协同保护中心，依托院所机构开展志愿服务",
            "Associations regulate themselves and seek a protection centre; volunteers help",
        ),
        lead="intellectual-property",
        responsible=f"press-publication court {TERRITORIES}",
        by=ONGOING,
        kind="policy",
    ),
    entry(
        106,
        SUPERVISION,
        _WHISTLEBLOWERS,
        text(
            "举报严重环境违法或重大环境隐患有功的，给奖励并严加保护",
            "Those who report grave environmental offences or risks are rewarded and protected",
        ),
        lead="ecology",
        by=ONGOING,
        odd=text(
            "题目有惩罚性赔偿，第106至109项均无相应举措",
            "punitive damages are in the title, but in no measure of items 106 to 109",
        ),
    ),
    entry(
        107,
        SUPERVISION,
        _WHISTLEBLOWERS,
        text(
            "鼓励从业人员监督安全生产，举报和线索一经查实就发奖",
            "Workers are encouraged to watch safety; verified reports and tips are rewarded",
        ),
        lead="emergency",
        responsible="sector-competent safety-regulators",
        by=ONGOING,
        odd=blank(106, "title"),
    ),
    entry(
        108,
        SUPERVISION,
        _WHISTLEBLOWERS,
        text(
            "定规范：市场监管重大违法的举报怎么奖、由谁发、按什么流程",
            "Rules on rewards for reporting major market offences: who pays, in which steps",
        ),
        lead="market-regulation",
        responsible="market-enforcement",
        by=MARCH,
        odd=blank(106, "title"),
    ),
    entry(
        109,
        SUPERVISION,
        _WHISTLEBLOWERS,
        text(
            "药品企业的内部人员举报违法，奖金加倍",
            "Insiders of drug firms who report offences receive twice the reward",
        ),
        lead="market-regulation",
        by=ONGOING,
        odd=blank(106, "title"),
    ),
    entry(
        110,
        SUPERVISION,
        text("推行企业年度报告“多报合一”改革", "One annual report for all"),
        text(
            "企业年报只填一回，市场监管和社保、海关、税务依法共用",
            "Firms file one annual report, shared by market, insurance, tax and customs offices",
        ),
        lead="market-regulation",
        responsible="hrss statistics tax",
        odd=(
            SHIFTED_RIGHT,
            text(
                "举措点名海关，责任单位无海关而有统计局",
                "customs is in the measure, statistics among the responsible instead",
            ),
        ),
    ),
    entry(
        111,
        SUPERVISION,
        text("开展企业强制退出改革试点", "Pilot of compulsory exit"),
        text(
            "执照被吊销满一定年限并符合条件的企业，试行由登记机关强行注销",
            "Firms whose licence was revoked long ago may be struck off by force",
        ),
        lead="market-regulation",
        by=MARCH,
        odd=NO_INDICATOR,
    ),
    entry(
        112,
        SUPERVISION,
        _ONLINE_GOODS,
        text(
            "以本地平台和商户为主，对投诉多、问题多的网售商品加大抽检，综合监管",
            "Sample goods of local platforms and sellers most, above all those with complaints",
        ),
        lead="market-regulation",
        by=MARCH,
        odd=NO_INDICATOR,
    ),
    entry(
        113,
        SUPERVISION,
        _ONLINE_GOODS,
        text(
            "抽检结果上网公布，外地商户的转给其所在地的市场监管部门",
            "Publish results online; those of sellers elsewhere go to their home authority",
        ),
        lead="market-regulation",
        by=MARCH,
        odd=NO_INDICATOR,
    ),
    entry(
        114,
        SUPERVISION,
        text("打造基于风险预警的监管新模式", "Supervision by early warning"),
        text(
            "建设、交通、药品、应急等领域各建预警模型，监测、跟踪、防范联动",
            "Models warn of risks in drugs, building, transport and safety; units act together",
        ),
        lead="market-regulation",
        responsible="housing-construction transport emergency public-security",
        by=MARCH,
        kind="supervision",
        odd=(
            NO_INDICATOR,
            text("县交运局写作县交通运输局", "transport is printed under its longer name"),
        ),
    ),
    entry(
        115,
        SUPERVISION,
        text("加强数据要素市场监管", "Supervision of the data market"),
        text(
            "数据交易由多部门协同监管，建信用体系，研究异常发现和风险预警",
            "Departments supervise data trading together, with credit records and warnings",
        ),
        lead="market-regulation",
        responsible="big-data",
        by=MARCH,
        kind="supervision",
        odd=NO_INDICATOR,
    ),
    entry(
        116,
        SUPERVISION,
        text("探索建立重点行业从业人员个人信用体系", "Personal credit in key professions"),
        text(
            "医疗、教育、工程等从业者的执业表现计入个人信用并上报全国平台，严重者惩戒",
            "Conduct of doctors, teachers, engineers enters credit files; breaches sanctioned",
        ),
        lead="credit-office",
        responsible="education housing-construction health",
        by=MARCH,
        kind="system",
        odd=(
            NO_INDICATOR,
            text("举措以“1.”起头而无后续", "the measure is numbered 1 and nothing follows"),
        ),
    ),
    entry(
        117,
        SUPERVISION,
        text("推进质量技术帮扶", "Technical help with quality"),
        text(
            "请市级质量专家到企业巡回把脉，全链条帮助提高产品和服务质量",
            "The city's quality experts tour firms and help along the whole chain",
        ),
        lead="market-regulation",
        by=ONGOING,
        kind="service",
        odd=NO_INDICATOR,
    ),
    entry(
        118,
        SUPERVISION,
        text("推广应用信用承诺制", "Credit pledges"),
        text(
            "重点行业作信用承诺，承诺书在信用网站公开，督促兑现",
            "Key sectors make credit pledges, published on credit websites and followed up",
        ),
        lead="development-reform",
        by=ONGOING,
        kind="rule",
        odd=NO_INDICATOR,
    ),
)

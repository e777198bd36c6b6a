"""Items 70 to 81: government procurement, tendering."""

from models.base import text
from models.plan.entry import CITY_BUDGET_UNITS, MARCH, ONGOING, SEPTEMBER, YEAR_END, blank, entry
from models.plan.indicators import PROCUREMENT, TENDERING
from models.plan.item import PlanItem

_E_TENDERING = text("配合推进招投标全流程电子化改革", "Tendering fully electronic")
_HIDDEN_BARRIERS = text(
    "清除政府采购和招标投标领域设置的隐形门槛和壁垒", "No hidden barriers in buying and tendering"
)

ITEMS: tuple[PlanItem, ...] = (
    entry(
        70,
        PROCUREMENT,
        text("建立健全政府采购招标文件负面清单审查机制", "Negative list for procurement documents"),
        text(
            "采购文件对照负面清单编制，期间受理投诉举报，事后检查是否违反",
            "Draft documents against a negative list, take complaints, inspect afterwards",
        ),
        lead="finance",
        responsible="budget-units",
        by=SEPTEMBER,
        odd=CITY_BUDGET_UNITS,
    ),
    entry(
        71,
        PROCUREMENT,
        text("建立政府采购“承诺+信用管理”准入管理制度", "Admission by pledge and credit"),
        text(
            "预算五百万元以内的项目，以资格承诺函顶替财务、纳税、社保证明，违法必公告",
            "Up to 5 million yuan a pledge replaces proof of finances, tax and social insurance",
        ),
        lead="finance",
        responsible="budget-units",
        by=SEPTEMBER,
        odd=CITY_BUDGET_UNITS,
    ),
    entry(
        72,
        PROCUREMENT,
        text("实施政府采购跨区域异地评审", "Procurement reviewed across regions"),
        text(
            "网上开标、投标免纸质，逐步网上谈判磋商，让中小企业免跑现场",
            "Remote opening, paperless bids, later remote talks: small firms need not attend",
        ),
        lead="finance",
        by=YEAR_END,
        odd=text(
            "题目讲异地评审，举措讲远程开标和投标",
            "the title speaks of review elsewhere, the measure of remote opening and bidding",
        ),
    ),
    entry(
        73,
        PROCUREMENT,
        text("健全政府采购代理机构执业综合评价", "Rating of procurement agents"),
        text(
            "给采购代理机构评信用等级并一直公开，供预算单位挑选",
            "Agents are graded by credit, the grades stay public, and buyers choose by them",
        ),
        lead="finance",
        by=MARCH,
        kind="supervision",
    ),
    entry(
        74,
        PROCUREMENT,
        text("清除政府采购领域对外地企业设置的隐性门槛和壁垒", "No barriers to outside suppliers"),
        text(
            "定期抽查采购项目、每年专项督查，违规者依法处罚，结果公开",
            "Check procurement regularly and in a yearly campaign, punish and publish",
        ),
        lead="finance",
        responsible="budget-units",
        by=ONGOING,
        kind="supervision",
        odd=CITY_BUDGET_UNITS,
    ),
    entry(
        75,
        TENDERING,
        _E_TENDERING,
        text(
            "招标到定标、合同、签章、备案、保函、保证金全部上网，并推向更多工程行业",
            "All stages, contracts, guarantees and deposits go online, in ever more industries",
        ),
        lead="service-center",
        responsible="housing-construction finance transport water-resources sector-regulators",
        by=YEAR_END,
        odd=text(
            "电子保函由省财政厅统一部署，第82项的授权代办也写省财政厅，存疑",
            "e-guarantees follow the provincial finance department, as item 82 oddly does too",
        ),
    ),
    entry(
        76,
        TENDERING,
        _E_TENDERING,
        text(
            "协助市里升级交易平台，与邻近省市互相远程评标",
            "Help the city upgrade its exchange and evaluate bids remotely with neighbours",
        ),
        lead="service-center finance",
        responsible="housing-construction transport water-resources sector-regulators",
        by=YEAR_END,
        odd=blank(75, "title"),
    ),
    entry(
        77,
        TENDERING,
        _HIDDEN_BARRIERS,
        text(
            "发布采购文件范本和编写细则，使采购需求写得合规",
            "Issue model documents and drafting rules, so that needs are stated lawfully",
        ),
        lead="development-reform finance",
        responsible="sector-regulators",
        by=MARCH,
    ),
    entry(
        78,
        TENDERING,
        _HIDDEN_BARRIERS,
        text(
            "采购系统内置监管规则，自动筛查带倾向或歧视的词句",
            "The procurement system holds the rules and flags biased wording by itself",
        ),
        lead="development-reform finance",
        responsible="sector-regulators",
        by=YEAR_END,
        odd=blank(77, "title", "lead", "responsible"),
    ),
    entry(
        79,
        TENDERING,
        _HIDDEN_BARRIERS,
        text(
            "完善工程招标在线监管平台，用数据分析盯住隐形壁垒",
            "The supervision platform for works tenders detects hidden barriers in its data",
        ),
        lead="development-reform finance",
        responsible="budget-units",
        by=YEAR_END,
        kind="system",
        odd=(
            blank(77, "title", "lead"),
            text(
                "完成时限栏印了责任单位，时限推定同第78项",
                "the deadline cell holds the responsible units; deadline presumed to be item 78's",
            ),
            CITY_BUDGET_UNITS,
        ),
    ),
    entry(
        80,
        TENDERING,
        text("推动招投标领域数字证书兼容互认", "Tender certificates valid everywhere"),
        text(
            "协助市里推动招投标数字证书、电子签章跨省市互认，手机扫码可用",
            "Help make tender certificates and e-signatures valid across regions and on phones",
        ),
        lead="service-center",
        responsible="housing-construction transport water-resources sector-regulators",
        by=YEAR_END,
        kind="system",
    ),
    entry(
        81,
        TENDERING,
        text("优化水利工程招标投标手续", "Simpler tenders of water works"),
        text(
            "水利施工招标不必等监理单位先确定",
            "Water works can be tendered before their supervisor is appointed",
        ),
        lead="water-resources",
        responsible="housing-construction",
        by=MARCH,
    ),
)

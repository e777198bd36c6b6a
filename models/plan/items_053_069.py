"""Items 53 to 69: insolvency, contracts, labour."""

from models.base import text
from models.plan.entry import CITY_WORDING, JUNE, MARCH, ONGOING, YEAR_END, blank, entry
from models.plan.indicators import CONTRACTS, INSOLVENCY, LABOUR
from models.plan.item import PlanItem

_RELEASE = text("优化破产案件财产解封及处置机制", "Release and disposal of bankrupt assets")
_ASSET_QUERY = text("进一步便利破产管理人查询破产企业财产信息", "Asset queries of administrators")
_LABEL_BELOW = text(
    "指标栏空白，按内容归入第60项起的执行合同，未沿用办理破产",
    "blank indicator: read by its subject as item 60's, not carried from insolvency",
)

ITEMS: tuple[PlanItem, ...] = (
    entry(
        53,
        INSOLVENCY,
        text("优化破产企业土地、房产处置程序", "Disposal of bankrupt firms' land and buildings"),
        text(
            "破产工程无法竣工验收或核验的，经安全鉴定由住建或资规出函，即可登记",
            "Works that cannot pass acceptance: an appraisal and a letter allow registration",
        ),
        lead="court",
        responsible="natural-resources housing-construction real-estate-registry",
        by=YEAR_END,
    ),
    entry(
        54,
        INSOLVENCY,
        _RELEASE,
        text(
            "定涉刑破产财产移交的时限、程序和罚则，支持管理人申请解除保全",
            "Set times, steps and liability for handing over crime-linked assets; ease release",
        ),
        lead="court",
        responsible="procuratorate public-security hrss natural-resources market-regulation tax",
        by=ONGOING,
    ),
    entry(
        55,
        INSOLVENCY,
        _RELEASE,
        text(
            "登记机构开通在线查解封接口，管理人向法院申请后经查控系统办理",
            "The registry opens an online seal and release interface used through the court",
        ),
        lead="court",
        responsible="natural-resources real-estate-registry",
        by=JUNE,
        odd=blank(54, "title", "lead"),
    ),
    entry(
        56,
        INSOLVENCY,
        _ASSET_QUERY,
        text(
            "管理人拿法院的指定裁定就能向各部门查询，方便解除保全抵押和注销",
            "The court's appointment alone lets administrators query and clear a firm's assets",
        ),
        lead="court",
        responsible="public-security hrss natural-resources market-regulation tax "
        "real-estate-registry",
        by=ONGOING,
    ),
    entry(
        57,
        INSOLVENCY,
        _ASSET_QUERY,
        text(
            "管理人或清算组人员网上注册、验明身份后，可查该企业名下不动产",
            "Administrators register online, prove identity and query the firm's real estate",
        ),
        lead="court",
        responsible="natural-resources real-estate-registry",
        by=YEAR_END,
        odd=blank(56, "title"),
    ),
    entry(
        58,
        CONTRACTS,
        text("优化涉台司法服务", "Judicial services for Taiwan people and firms"),
        text(
            "试建会商机制，合力打击侵害台胞台企的经济犯罪，协调解决其法律难题",
            "Joint talks against economic crime that harms them, and on their legal problems",
        ),
        lead="public-security",
        responsible="court taiwan-hk-macao",
        by=MARCH,
        odd=_LABEL_BELOW,
    ),
    entry(
        59,
        CONTRACTS,
        text("推行县法院档案电子化管理", "Electronic court archives"),
        text(
            "三级法院电子档案联网更新，法院可互调案卷，当事人上网就能阅卷",
            "Archives of three court levels are linked: courts fetch files, parties read online",
        ),
        lead="court",
        responsible="archives",
        by=MARCH,
        odd=_LABEL_BELOW,
    ),
    entry(
        60,
        CONTRACTS,
        text("开展司法专递面单电子化改革", "Electronic slips of judicial mail"),
        text(
            "法院与邮政合作集中送达，各种送达方式统一调度，面单电子化",
            "Court and post serve papers jointly by every means, with electronic slips",
        ),
        lead="court",
        responsible="post",
        by=YEAR_END,
    ),
    entry(
        61,
        CONTRACTS,
        text("推进金融纠纷协同机制", "Joint handling of financial disputes"),
        text(
            "设县数字金融审执中心，借款和信用卡案件从立案、审理到执行一处办",
            "A digital finance centre files, tries and enforces loan and card cases in one place",
        ),
        lead="court",
        responsible="finance-office",
        by=JUNE,
        odd=text(
            "举措含二审，而二审归上级法院",
            "includes second instance, which belongs to a higher court",
        ),
    ),
    entry(
        62,
        CONTRACTS,
        text("试行有关法律文书及律师身份在线核验服务", "Lawyers and court papers verified online"),
        text(
            "律师查不动产时，司法局网上证明其身份，法院核对调查令和立案文书",
            "For lawyers' property queries, justice confirms identity and the court its papers",
        ),
        lead="court",
        responsible="natural-resources justice real-estate-registry",
        by=ONGOING,
        odd=text(
            "举措写“人民县法院”，应为人民法院",
            "'People's County Court' is a slip for People's Court",
        ),
    ),
    entry(
        63,
        CONTRACTS,
        text("建立健全政务诚信诉讼执行协调机制", "Coordinating enforcement against dishonesty"),
        text(
            "借助省失信联合惩戒平台，推动省、市、县三级统一联动惩戒",
            "Use the provincial platform to join three levels in sanctions against defaulters",
        ),
        lead="credit-office big-data",
        by=ONGOING,
        odd=(
            text(
                "牵头写“县发改局（含信用办、大数据局）”，分列两家",
                "one lead cell names the credit and big data offices together: read as two",
            ),
            text(
                "题目讲政务诚信，举措讲失信被执行人",
                "the title speaks of official integrity, the measure of judgment defaulters",
            ),
        ),
    ),
    entry(
        64,
        LABOUR,
        text("优化就业服务保障用工", "Better employment services"),
        text(
            "标准化园区设人力资源服务中心，到中西部建劳务协作基地，帮企业招工",
            "Service centres in industrial parks and labour bases inland find workers for firms",
        ),
        lead="hrss",
        by=ONGOING,
        kind="service",
        odd=text("新建劳务基地未写数量", "the number of new labour bases is missing"),
    ),
    entry(
        65,
        LABOUR,
        text("开展学科类培训综合监管“一件事”改革", "Academic tutoring supervised as one matter"),
        text(
            "先管中小学学科培训机构：从设立、招生、收费到退出，多部门全周期监管",
            "School-subject tutoring bodies are supervised jointly from founding to closing",
        ),
        lead="education",
        responsible="civil-affairs market-regulation hrss tax fire-rescue",
        by=MARCH,
        odd=text(
            "列在劳动力市场监管指标下，内容更近市场监管",
            "stands under labour; the subject is nearer to market supervision",
        ),
    ),
    entry(
        66,
        LABOUR,
        text("推进职业技能等级评价", "Grading of vocational skills"),
        text(
            "鼓励企业、职校和第三方开展技能认定，不再看重资历学历",
            "Firms, schools and agencies certify skills by the market, whatever the degree",
        ),
        lead="hrss",
        responsible="other-units",
        by=YEAR_END,
        kind="policy",
    ),
    entry(
        67,
        LABOUR,
        text("建立台湾地区专业技术职业资格直接采信清单", "List of accepted Taiwan qualifications"),
        text(
            "在医疗、建筑、金融等行业列出可直接承认的台湾资格，再逐步增加",
            "List Taiwan qualifications that are accepted directly, and lengthen it step by step",
        ),
        lead="hrss",
        responsible="sector-competent",
        by=YEAR_END,
        kind="rule",
    ),
    entry(
        68,
        LABOUR,
        text("建立“破四唯”的人才评价体系", "Judging talent by more than papers"),
        text(
            "人才认定多条路径并用：资格、自主评价、举荐、配额和竞赛，配套政策",
            "Recognise talent by several routes, from qualification to contest, with policies",
        ),
        lead="talent-office",
        responsible="talent-group-members",
        by=MARCH,
        kind="policy",
        odd=CITY_WORDING,
    ),
    entry(
        69,
        LABOUR,
        text("推广订立电子劳动合同", "Electronic labour contracts"),
        text(
            "扩大试点，劳动合同网上验证、签署和存证，仲裁、监察、稽核都认作证据",
            "Contracts are checked, signed and kept online, and count as evidence in disputes",
        ),
        lead="hrss",
        by=YEAR_END,
    ),
)

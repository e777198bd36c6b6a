"""How many cases of each process the county has: assumptions, to be replaced by case data.

The county has some 280,000 people and 60,000 firms and sole traders, and 250 working days a year.
"""

from models.arrivals import Arrivals
from models.source import assumed


def _daily(cases: float, zh: str, en: str) -> Arrivals:
    return Arrivals(per_working_day=cases, source=assumed(f"{zh} ({en})"))


ARRIVALS: dict[str, Arrivals] = {
    # company
    "company-opening": _daily(
        6,
        "年约1500户新设企业经窗口或网上办理",
        "about 1,500 new firms a year, at the counter or online",
    ),
    "bank-outlet-opening": _daily(
        0.6,
        "年约150户经银行网点开办（新设企业约一成）",
        "about 150 firms a year open at a bank outlet, a tenth of new firms",
    ),
    "bank-account-reservation": _daily(
        4,
        "年约1000户新设企业和变更开户行的企业预约账号",
        "about 1,000 new firms and firms changing banks a year",
    ),
    "multi-premises-registration": _daily(
        0.6, "年约150件增设经营场所", "about 150 further premises a year"
    ),
    "one-industry-one-permit": _daily(
        2,
        "年约500家超市、药店、母婴店、便利店及少量餐饮",
        "about 500 shops a year, mostly in the pilot trades",
    ),
    "chain-branch-change": _daily(
        0.4, "年约100件连锁分支变更", "about 100 chain branch changes a year"
    ),
    "online-change-registration": _daily(
        9,
        "企业约1.6万户，年变更率约14%，约2250件单项变更",
        "about 16,000 firms, one in seven changes its entry a year: 2,250",
    ),
    "frequent-licence-change": _daily(
        3,
        "年约750件同时涉及多部门的变更",
        "about 750 changes a year that touch several departments",
    ),
    "ready-to-operate": _daily(
        4,
        "年约1000件需办经营许可的新店（不含一业一证试点行业）",
        "about 1,000 new businesses a year that need permits, pilot trades aside",
    ),
    "simple-deregistration": _daily(
        3,
        "年约750户企业简易注销（个体工商户无需公示，不计）",
        "about 750 firms a year; sole traders need no notice and are left out",
    ),
    "deregistration-one-thing": _daily(
        0.8, "年约200户普通注销", "about 200 ordinary deregistrations a year"
    ),
    "forced-exit": _daily(
        0.5,
        "存量吊销未注销企业年清理约125户，实际分批",
        "about 125 revoked firms a year, in batches in reality",
    ),
    "annual-report-merge": _daily(
        60,
        "企业约1.6万户，年报约1.5万份，多数集中在上半年；多为系统和企业自办",
        "about 15,000 reports a year, most before July; mostly systems and the firms' own time",
    ),
    # construction
    "land-list": _daily(
        0.12, "每年约30宗社会投资用地，假设", "about 30 plots for private projects a year, assumed"
    ),
    "land-to-start": _daily(
        0.06, "每年约15个项目采用，假设", "about 15 projects a year choose it, assumed"
    ),
    "construction-centre-review": _daily(
        0.8, "每年约200个项目的审批轮次，假设", "about 200 project rounds a year, assumed"
    ),
    "joint-acceptance": _daily(
        0.32, "每年约80个项目申请联合验收，假设", "about 80 projects a year, assumed"
    ),
    "multi-survey": _daily(
        1.0, "每年约250个项目阶段，假设", "about 250 project stages a year, assumed"
    ),
    "drawing-digital": _daily(
        0.48, "每年约120套施工图，假设", "about 120 sets of drawings a year, assumed"
    ),
    "quality-insurance": _daily(
        0.4,
        "每年约100个新开工监督项目，其中三成简易低风险，假设",
        "about 100 works a year, three in ten low-risk, assumed",
    ),
    "municipal-connection": _daily(
        1.2, "每年约300个小型接入工程，假设", "about 300 small connection works a year, assumed"
    ),
    "industrial-project-flow": _daily(
        0.1, "每年约25个工业项目，假设", "about 25 industrial projects a year, assumed"
    ),
    "eia-linked": _daily(
        0.3, "每年约75个报告书、报告表项目，假设", "about 75 books and forms a year, assumed"
    ),
    # courts
    "bankruptcy-letter-acceptance": _daily(
        0.012,
        "全县每年约3宗破产项目涉未验收房产（假设）",
        "about 3 unaccepted buildings in bankruptcies a year (assumption)",
    ),
    "bankruptcy-criminal-transfer": _daily(
        0.016, "每年约4件涉刑破产财产移送（假设）", "about 4 hand-overs a year (assumption)"
    ),
    "bankruptcy-seal-unseal": _daily(
        0.12, "每年约30次查封解封申请（假设）", "about 30 requests a year (assumption)"
    ),
    "bankruptcy-admin-query": _daily(
        0.16,
        "每年约40次管理人查询，一次查六家（假设）",
        "about 40 rounds of queries a year, six offices each (assumption)",
    ),
    "taiwan-legal-coordination": _daily(
        0.1, "台商区每年约25件（假设）", "about 25 a year (assumption)"
    ),
    "court-archive-access": _daily(
        4.0, "每年约1000次查阅调卷（假设）", "about 1,000 requests a year (assumption)"
    ),
    "judicial-delivery": _daily(
        40.0,
        "一件为一名受送达人的一次送达，每年约1万次（假设）",
        "a case is one service on one addressee, about 10,000 a year (assumption)",
    ),
    "finance-dispute": _daily(
        4.0,
        "每年约1000件金融借款和信用卡案件（假设）",
        "about 1,000 loan and card cases a year (assumption)",
    ),
    "joint-discipline": _daily(
        2.0, "每年约500人次列入失信名单（假设）", "about 500 listings a year (assumption)"
    ),
    # finance
    "low-risk-tax-selfcheck": _daily(
        4, "约6万户，每年约1000条低中风险任务", "about 60,000 taxpayers, some 1,000 findings a year"
    ),
    "tax-notify-commitment": _daily(
        6, "每年约1500件需证明的涉税事项", "about 1,500 tax matters a year that ask for a proof"
    ),
    "tax-incentive-match": _daily(
        20,
        "每年约5000户次需人工或系统匹配优惠",
        "about 5,000 taxpayers a year whose incentives must be matched",
    ),
    "policy-claim": _daily(
        3, "每年约750件惠企兑现", "about 750 claims of business policies a year"
    ),
    "subsidy-express": _daily(
        12,
        "每年约3000件补贴申领（不含整批代发）",
        "about 3,000 single subsidy claims a year, bulk lists left out",
    ),
    "credit-financing-match": _daily(3, "每年约750笔小微融资对接", "about 750 small loans a year"),
    "bid-bond-credit-loan": _daily(
        0.4, "每年约100家企业办年度保证金贷款", "about 100 firms a year"
    ),
    "trade-single-window": _daily(
        5, "每年约1250票，县域进出口和邮快件", "about 1,250 declarations a year, cargo and mail"
    ),
    # life
    "recruit-employees": _daily(
        14.0,
        "约6万户市场主体，集中办理增员约3500件次/年（一件可含多人）",
        "about 3,500 filings a year by 60,000 firms and traders, several workers each",
    ),
    "flexible-employment": _daily(
        7.0, "新登记灵活就业约1750件/年", "about 1,750 new registrations a year"
    ),
    "electronic-labour-contract": _daily(
        8.0,
        "试点单位签约约2000件/年，争议约2%、监察稽核约4%",
        "about 2,000 contracts a year at pilot employers",
    ),
    "training-one-thing": _daily(
        0.06, "约15家/年（设立或转登记、监管一轮）", "about 15 institutions a year"
    ),
    "marriage-birth": _daily(
        11.0,
        "结婚约1250对/年、出生约1500人/年（45:55）",
        "about 1,250 weddings and 1,500 births a year",
    ),
    "after-death": _daily(
        8.0, "死亡率约7‰，约2000件/年", "a death rate of 7 per thousand: about 2,000 a year"
    ),
    # procurement
    "procurement-document-review": _daily(
        1.2,
        "每年约300个政府采购项目，与承诺制、远程开标为同一批项目",
        "about 300 procurement projects a year, the same ones as in the next two processes",
    ),
    "procurement-commitment": _daily(
        1.2, "每年约300个政府采购项目（同上）", "about 300 procurement projects a year (as above)"
    ),
    "procurement-remote-opening": _daily(
        1.0,
        "每年约250个需开标或谈判磋商的项目（同上）",
        "about 250 projects a year with opening or consultation (as above)",
    ),
    "e-tendering": _daily(0.6, "每年约150个工程招标项目", "about 150 works tenders a year"),
    "remote-bid-evaluation": _daily(
        0.1, "每年约25个项目异地评标", "about 25 projects a year evaluated across regions"
    ),
    "water-tender": _daily(
        0.06, "每年约15个水利施工招标", "about 15 hydraulic works tenders a year"
    ),
    # property
    "property-one-net": _daily(
        8.0, "县内个人存量房等交易约2000件/年", "about 2,000 transfers of homes a year"
    ),
    "inheritance-notarised": _daily(
        0.8,
        "约200件/年；年死亡约2000人，其中四成有不动产，多数不经公证",
        "about 200 a year: 2,000 deaths, 40% with real estate, most without a notary",
    ),
    "inheritance-non-notarised": _daily(
        1.8, "约450件/年，为继承登记的主要方式", "about 450 a year, the usual way to inherit"
    ),
    "cadastral-query-correction": _daily(
        8.0,
        "查询约2000件/年，其中约5%提出纠错",
        "about 2,000 queries a year, some 5% with an error",
    ),
    "lawyer-property-query": _daily(
        2.0,
        "县法院年收案约8000件，律师查询约500件/年",
        "about 500 a year beside some 8,000 court cases",
    ),
    "judgment-verified-registration": _daily(
        0.6, "凭生效文书单方申请约150件/年", "about 150 a year"
    ),
    # service
    "enterprise-issue-handling": _daily(
        2.4, "走访、12345、直通车和窗口合计约600件/年", "about 600 a year over all channels"
    ),
    "cross-district-intake": _daily(
        16.0,
        "约4000件/年在非属地大厅或以快递、辅助方式申报",
        "about 4,000 a year filed away from the home hall",
    ),
    "cross-province": _daily(3.0, "约750件/年，外来人口社保卡、迁移证等", "about 750 a year"),
    "postal-service": _daily(
        5.0, "约1250件/年，专窗八成、上门二成", "about 1,250 a year, 80% at the window"
    ),
    "police-one-window": _daily(
        80,
        "年约2万件户政、治安、交管、出入境业务",
        "about 20,000 household, security, traffic and exit-entry matters a year",
    ),
    # supervision
    "report-reward": _daily(
        1.2,
        "四个领域每年约300件具名举报（假设）",
        "about 300 named reports a year in four domains (assumption)",
    ),
    "online-goods-sampling": _daily(
        0.8, "每年约200批次网络商品（假设）", "about 200 samples a year (assumption)"
    ),
    "refined-oil": _daily(
        0.08,
        "约40个站点，每年约20件事项（假设）",
        "about 40 stations, 20 matters a year (assumption)",
    ),
    "prepaid-card": _daily(
        2.0, "每年约500件预付卡投诉（假设）", "about 500 complaints a year (assumption)"
    ),
    "internet-hospital": _daily(
        0.25,
        "一件为一家机构一批诊疗数据，每年约60件（假设）",
        "a case is one batch of one clinic, about 60 a year (assumption)",
    ),
    "fire-venue": _daily(
        1.6,
        "每年约140件营业前许可和260次抽查（假设）",
        "about 140 permits and 260 inspections a year (assumption)",
    ),
    "health-commitment": _daily(
        1.2, "每年约300件卫生许可（假设）", "about 300 permits a year (assumption)"
    ),
    "graded-inspection": _daily(
        7.2, "每年抽查约3%市场主体即1800户（假设）", "3% of 60,000 firms, 1,800 a year (assumption)"
    ),
    # utilities
    "utility-joint-application": _daily(
        3.0, "每年约750件非居民报装，假设", "about 750 non-household applications a year, assumed"
    ),
    "utility-early-zero-paper": _daily(
        0.8, "每年约200个新建项目报装，假设", "about 200 new projects a year, assumed"
    ),
    "power-external-line": _daily(
        0.3, "每年约75个需外线的项目，假设", "about 75 projects with an outer line a year, assumed"
    ),
    "linked-transfer": _daily(
        6.0, "每年约1500件存量房转移登记，假设", "about 1,500 second-hand transfers a year, assumed"
    ),
}

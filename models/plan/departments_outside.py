"""Units the plan names together, bodies outside the county, and the parties to a case."""

from models.base import text
from models.department import Department
from models.plan.unit import group, unit

_GROUPS = (
    group(
        "talent-group-members", "县委人才工作领导小组各成员单位", "Talent Group Members", "party"
    ),
    group(
        "budget-units",
        "市直各预算单位",
        "Budget Units",
        note=text(
            "县级方案应作县直，疑沿用市级方案",
            "named as the city's; a county plan must mean its own",
        ),
    ),
    group(
        "sector-regulators",
        "相关行业监管部门",
        "Sector Regulators Concerned",
        aliases="各行业监管部门 等相关行业监管部门",
    ),
    group(
        "sector-competent",
        "相关行业主管部门",
        "Sector Authorities Concerned",
        aliases="各相关行业主管部门 各行业主管部门",
    ),
    group("safety-regulators", "各安全生产监管部门", "Work Safety Regulators"),
    group("market-enforcement", "市场监管领域各行政执法部门", "Market Enforcement Departments"),
    group("all-enforcement", "各行政执法部门", "All Enforcement Departments"),
    group("soe-supervisors", "县属国企各主管部门", "Authorities over County Enterprises"),
    group("approval-departments", "各审批部门", "All Approving Departments"),
    group("all-departments", "全县各级各部门", "All Departments and Levels", aliases="各级各部门"),
    group(
        "county-units",
        "县直各有关单位",
        "County Units Concerned",
        aliases="县直相关单位 县直有关部门",
    ),
    group(
        "other-units",
        "各有关单位",
        "All Units Concerned",
        aliases="各相关单位 各相关部门 各单位 等各单位 相关单位 等相关单位 相关部门",
    ),
    group("special-groups", "各专项工作组", "Special Working Groups"),
    group("indicator-leads", "各指标牵头单位", "Lead Units of the Indicators"),
    group(
        "matter-dept",
        "事项主管审批部门",
        "Department Owning the Matter",
        note=text("按事项而定的审批部门", "whichever department owns the matter at hand"),
    ),
)

_BEYOND = (
    unit("provincial-port-office", "省口岸办", "Provincial Port Office", "outside"),
    unit("provincial-finance", "省财政厅", "Provincial Finance Department", "outside"),
    unit("provincial-tax", "省税务局", "Provincial Tax Bureau", "outside", aliases="省局"),
    unit(
        "municipal-market-bureau",
        "市市场监管局",
        "City Market Regulation Bureau",
        "outside",
        aliases="市局",
        note=text(
            "原文只写“市局”；第125项的市局应指农业农村局",
            "the text says only 'city bureau'; in item 125 agriculture must be meant",
        ),
    ),
    group(
        "ip-offices-upper",
        "国家、省、市知识产权局",
        "Intellectual Property Offices Above",
        "outside",
    ),
    unit(
        "customs",
        "海关",
        "Customs",
        "outside",
        note=text("未列入任何牵头或责任单位", "nowhere a lead or responsible unit"),
    ),
    unit(
        "home-office",
        "属地审批部门",
        "Home Authority",
        "outside",
        note=text(
            "本市其他县区或外省的主管部门", "in another district of the city or another province"
        ),
    ),
    unit("higher-court", "上级法院", "Higher Court", "outside"),
)

_MONEY = (
    unit(
        "pboc-luoyuan",
        "人行罗源支行",
        "People's Bank of China, Luoyuan",
        "bank",
        aliases="人行",
        note=text(
            "中央银行的支行，第4项误列为牵头",
            "the central bank's branch; lead of item 4 by mistake",
        ),
    ),
    unit(
        "bank",
        "银行",
        "Bank",
        "bank",
        aliases="合作银行 开户银行 合作银行/开户银行",
        note=text("开户或合作的商业银行", "the commercial bank of the account, or a partner bank"),
    ),
    unit("insurer", "保险公司", "Insurer", "enterprise"),
    unit("risk-controller", "风控管理机构", "Risk-control Agency", "enterprise"),
)

_FIRMS = (
    unit("post", "邮政公司", "Postal Company", "enterprise"),
    unit("post-service-point", "政务服务便民点", "Postal Service Points", "enterprise", "post"),
    unit("seal-shop", "刻章单位", "Seal Engraver", "enterprise"),
    unit("surveyor", "测绘单位", "Survey Firm", "enterprise"),
    unit("appraiser", "专业鉴定机构", "Appraiser", "enterprise", aliases="专业机构"),
    unit("drawing-reviewer", "施工图审查机构", "Drawing Reviewer", "enterprise"),
    unit(
        "agent",
        "采购或招标代理机构",
        "Procurement Agent",
        "enterprise",
        aliases="采购代理机构 代理机构",
    ),
    unit("fire-service-agency", "消防技术服务机构", "Fire Technical Service Agency", "enterprise"),
    unit("lab", "检验机构", "Testing Laboratory", "enterprise"),
    unit("supplier-ca", "数字证书（CA）机构", "Certificate Authority", "enterprise"),
    unit("fujian-data-exchange", "福建大数据交易所", "Fujian Data Exchange", "enterprise"),
    unit("lawyer", "律师", "Lawyer", "enterprise"),
    unit(
        "administrator",
        "破产管理人",
        "Bankruptcy Administrator",
        "enterprise",
        aliases="破产清算小组 管理人",
    ),
)

_PUBLIC = (
    unit("notary", "公证机构", "Notary Office", "public"),
    unit("hospital", "医疗机构", "Hospital or Clinic", "public", aliases="医院"),
    unit("community", "社区居委会（村委会）", "Community or Village Committee", "public"),
    unit("central-purchasing-body", "集中采购机构", "Central Purchasing Body", "public"),
    unit("experts", "评审专家", "Evaluation Experts", "public"),
    unit(
        "ip-workstations",
        "知创福州、知创福建工作站",
        "Intellectual Property Workstations",
        "public",
    ),
)

_PARTIES = (
    unit(
        "applicant",
        "申请人",
        "Applicant",
        "applicant",
        note=text("办事的企业或群众", "the firm or person whose case it is"),
    ),
    unit("developer", "建设单位", "Developer", "applicant"),
    unit("employer", "用人单位", "Employer", "applicant"),
    unit("purchaser", "采购人或招标人", "Purchaser", "applicant", aliases="采购人 招标人"),
    unit("supplier", "供应商或投标人", "Supplier", "applicant", aliases="供应商 投标人"),
    unit("party", "当事人", "Litigant", "applicant"),
)

_SYSTEMS = (
    unit(
        "platform",
        "省市县共享平台",
        "Shared Platform",
        "system",
        note=text("无单一主管部门", "owned by no single department"),
    ),
    unit("city-exchange", "市公共资源交易平台", "City Public Resource Exchange", "system"),
    unit("public-data-platform", "市公共数据开放平台", "City Open Data Platform", "system"),
)

OUTSIDE: tuple[Department, ...] = (
    *_GROUPS,
    *_BEYOND,
    *_MONEY,
    *_FIRMS,
    *_PUBLIC,
    *_PARTIES,
    *_SYSTEMS,
)

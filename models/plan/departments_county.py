"""The county's departments, offices, Party bodies, courts, utilities and territories."""

from models.base import text
from models.department import Department
from models.plan.unit import unit

_PARTY_BODIES = (
    unit("talent-office", "县委人才办", "Party Committee Talent Office", "party"),
    unit("party-organization", "县委组织部", "Party Committee Organisation Department", "party"),
    unit("party-inspection", "县委巡察办", "Party Committee Inspection Office", "party"),
    unit("party-publicity", "县委宣传部", "Party Committee Publicity Department", "party"),
    unit(
        "efficiency-office",
        "县效能办",
        "Efficiency Office",
        "party",
        note=text(
            "督查效能的机构，党政合设", "supervises performance for Party and government alike"
        ),
    ),
)

_DEPARTMENTS = (
    unit("market-regulation", "县市场监管局", "Market Regulation Bureau", aliases="市场监管部门"),
    unit(
        "development-reform",
        "县发改局",
        "Development and Reform Bureau",
        note=text(
            "下挂大数据局、审改办、信用办，也管科技",
            "houses big data, approval reform and credit; also runs science",
        ),
    ),
    unit("medical-insurance", "县医保局", "Healthcare Security Bureau", aliases="医保部门 医保"),
    unit("hrss", "县人社局", "Human Resources and Social Security Bureau"),
    unit("housing-construction", "县住建局", "Housing and Construction Bureau", aliases="建设部门"),
    unit(
        "tax",
        "县税务局",
        "Tax Bureau",
        aliases="税务部门 税务",
        note=text("垂直管理", "vertical agency"),
    ),
    unit("public-security", "县公安局", "Public Security Bureau", aliases="公安部门 公安"),
    unit("service-center", "县行政服务中心管委会", "Administrative Service Centre Commission"),
    unit(
        "natural-resources",
        "县资规局",
        "Natural Resources and Planning Bureau",
        aliases="县自然资源和规划局 资源规划部门",
    ),
    unit("ecology", "县生态局", "Ecology and Environment Bureau", aliases="县生态环境局"),
    unit("water-resources", "县水利局", "Water Resources Bureau"),
    unit(
        "meteorology", "县气象局", "Meteorological Bureau", note=text("垂直管理", "vertical agency")
    ),
    unit("forestry", "县林业局", "Forestry Bureau"),
    unit("culture-tourism", "县文旅局", "Culture and Tourism Bureau"),
    unit("civil-defence", "县人防办", "Civil Air Defence Office"),
    unit("transport", "县交运局", "Transport Bureau", aliases="县交通运输局"),
    unit("finance-office", "县金融办", "Financial Work Office"),
    unit("industry-it", "县工信局", "Industry and Information Technology Bureau"),
    unit("finance", "县财政局", "Finance Bureau"),
    unit("ocean-fishery", "县海渔局", "Ocean and Fisheries Bureau"),
    unit("agriculture-rural", "县农业农村局", "Agriculture and Rural Affairs Bureau"),
    unit(
        "maritime",
        "县海事局",
        "Maritime Safety Administration",
        note=text("垂直管理，冠“县”名是通称", "vertical agency; 'county' is loose usage"),
    ),
    unit("press-publication", "县新闻出版局", "Press and Publication Bureau"),
    unit("overseas-chinese", "县侨办", "Overseas Chinese Affairs Office"),
    unit("education", "县教育局", "Education Bureau"),
    unit("taiwan-hk-macao", "县台港澳办", "Taiwan, Hong Kong and Macao Affairs Office"),
    unit("archives", "县档案局", "Archives Bureau"),
    unit("civil-affairs", "县民政局", "Civil Affairs Bureau", aliases="民政部门 民政"),
    unit("justice", "县司法局", "Justice Bureau", aliases="司法行政部门"),
    unit("investment-promotion", "县招商办", "Investment Promotion Office"),
    unit("emergency", "县应急管理局", "Emergency Management Bureau"),
    unit("statistics", "县统计局", "Statistics Bureau"),
    unit("health", "县卫健局", "Health Bureau"),
    unit("business-environment-office", "县营商办", "Business Environment Office"),
    unit("fire-rescue", "县消防救援大队", "Fire and Rescue Brigade"),
    unit(
        "banking-insurance-regulator",
        "县银保监",
        "Banking and Insurance Regulator",
        note=text(
            "名称疑缺后半截，应为监管组一类机构", "name cut short, probably a supervision group"
        ),
    ),
)

_OFFICES = (
    unit(
        "intellectual-property",
        "县市场监管局（知识产权局）",
        "Intellectual Property Office",
        "office",
        "market-regulation",
        note=text("市场监管局挂牌，单独计数", "a nameplate of market regulation, counted apart"),
    ),
    unit(
        "big-data",
        "县发改局（大数据局）",
        "Big Data Bureau",
        "office",
        "development-reform",
        "县发改局（含大数据局） 县发改局(大数据局) 大数据局",
    ),
    unit(
        "approval-reform",
        "县发改局（审改办）",
        "Approval Reform Office",
        "office",
        "development-reform",
        "审改办",
    ),
    unit(
        "credit-office",
        "县发改局（信用办）",
        "Credit Office",
        "office",
        "development-reform",
        "信用办",
    ),
    unit(
        "housing-fund",
        "罗源公积金中心",
        "Housing Provident Fund Centre",
        "office",
        aliases="公积金中心 公积金",
        note=text("市公积金中心的派出机构", "outpost of the city's centre"),
    ),
    unit(
        "social-insurance",
        "社保部门",
        "Social Insurance Agency",
        "office",
        "hrss",
        "社保",
        text("仅见于举措原文，属人社局", "named in measures only; part of human resources"),
    ),
    unit("earthquake-center", "县防震减灾中心", "Earthquake Preparedness Centre", "office"),
    unit("urban-management", "县城监大队", "Urban Management Brigade", "office"),
    unit(
        "traffic-police",
        "县交警大队",
        "Traffic Police Brigade",
        "office",
        "public-security",
        "交警",
    ),
    unit("police-station", "派出所", "Police Stations", "office", "public-security"),
    unit(
        "real-estate-registry",
        "县不动产登记和交易中心",
        "Real Estate Registry",
        "office",
        "natural-resources",
        "不动产登记部门 不动产登记机构",
        text("隶属关系为推定", "its parent is presumed"),
    ),
    unit("land-reserve", "县土地收储中心", "Land Reserve Centre", "office"),
    unit("smart-luoyuan", "县“智慧罗源”管理中心", "Smart Luoyuan Centre", "office"),
    unit("state-assets", "县国资中心", "State-owned Assets Centre", "office"),
    unit(
        "construction-review-centre",
        "县工程建设项目审批审查中心",
        "Construction Approval Centre",
        "office",
        "service-center",
        "工程建设项目审批审查协调服务中心 审批审查中心",
        text("隶属关系为推定", "its parent is presumed"),
    ),
    unit(
        "hr-centre",
        "园区人力资源服务中心",
        "Human Resources Centres in Parks",
        "office",
        "hrss",
        note=text("隶属关系为推定", "its parent is presumed"),
    ),
)

_COURTS = (
    unit("court", "县法院", "County People's Court", "court", aliases="人民县法院 法院"),
    unit("procuratorate", "县检察院", "County People's Procuratorate", "court"),
    unit(
        "digital-finance-court-centre",
        "罗源数字金融审执中心",
        "Digital Finance Court Centre",
        "court",
        "court",
        note=text("按第61项拟设", "to be set up under item 61"),
    ),
)

_UTILITIES = (
    unit(
        "zhongmin-water",
        "中闽（罗源）水务有限公司",
        "Zhongmin (Luoyuan) Water",
        "utility",
        aliases="中闽(罗源)水务有限公司",
    ),
    unit(
        "state-grid",
        "国网罗源供电公司",
        "State Grid Luoyuan",
        "utility",
        aliases="供电公司 供电企业",
    ),
    unit("cr-gas", "华润燃气公司", "China Resources Gas", "utility"),
    unit("radio-tv-network", "广电网络罗源分公司", "Radio and TV Network Luoyuan", "utility"),
    unit("pipeline-alliance", "管线基础资源产业联盟", "Pipeline Industry Alliance", "utility"),
)

_TERRITORIES = (
    unit("towns", "各乡镇政府", "Towns and Townships", "territory", aliases="街道（乡镇）"),
    unit(
        "taiwan-zone",
        "台商区管委会",
        "Taiwan Investment Zone Commission",
        "territory",
        aliases="福州台商投资区管委会",
    ),
    unit(
        "development-zone",
        "经开区管委会",
        "Development Zone Commission",
        "territory",
        aliases="罗源湾开发区管委会 经开区",
    ),
)

COUNTY: tuple[Department, ...] = (
    *_DEPARTMENTS,
    *_OFFICES,
    *_PARTY_BODIES,
    *_COURTS,
    *_UTILITIES,
    *_TERRITORIES,
)

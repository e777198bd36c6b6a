"""The indicators (指标) under which the plan groups its items, in the plan's order."""

from models.base import Text, text

OPENING = text("开办企业", "Starting a business")
PERMITS = text("办理建筑许可", "Construction permits")
ELECTRICITY = text("获得电力", "Getting electricity")
WATER_GAS = text("获得用水用气", "Getting water and gas")
PROPERTY = text("登记财产", "Registering property")
TAXES = text("纳税", "Paying taxes")
TRADE = text("跨境贸易", "Trading across borders")
CREDIT = text("获得信贷", "Getting credit")
INSOLVENCY = text("办理破产", "Resolving insolvency")
CONTRACTS = text("执行合同", "Enforcing contracts")
LABOUR = text("劳动力市场监管", "Labour market regulation")
PROCUREMENT = text("政府采购", "Government procurement")
TENDERING = text("招标投标", "Tendering and bidding")
SERVICES = text("政务服务", "Government services")
INTELLECTUAL_PROPERTY = text("知识产权创造、保护和运用", "Intellectual property")
SUPERVISION = text("市场监管", "Market supervision")
INNOVATION = text("包容普惠创新", "Inclusive innovation")
ORGANISATION = text("组织保障", "Organisation and safeguards")

INDICATORS: tuple[Text, ...] = (
    OPENING,
    PERMITS,
    ELECTRICITY,
    WATER_GAS,
    PROPERTY,
    TAXES,
    TRADE,
    CREDIT,
    INSOLVENCY,
    CONTRACTS,
    LABOUR,
    PROCUREMENT,
    TENDERING,
    SERVICES,
    INTELLECTUAL_PROPERTY,
    SUPERVISION,
    INNOVATION,
    ORGANISATION,
)

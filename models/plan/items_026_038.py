"""Items 26 to 38: electricity, water and gas, property."""

from models.base import text
from models.plan.entry import HALF_WIDTH, JUNE, MARCH, YEAR_END, entry
from models.plan.indicators import ELECTRICITY, PROPERTY, WATER_GAS
from models.plan.item import PlanItem

ITEMS: tuple[PlanItem, ...] = (
    entry(
        26,
        ELECTRICITY,
        text("推动工业园区供电环境综合升级", "Better power supply in industrial parks"),
        text(
            "查处园区转供电加价和用电隐患，拒不整改的逐家执法检查，引导节能智能改造",
            "Curb resale mark-ups and hazards in parks, inspect refusers, guide green upgrades",
        ),
        lead="industry-it state-grid",
        responsible="market-regulation",
        by=MARCH,
        kind="supervision",
    ),
    entry(
        27,
        ELECTRICITY,
        text("深化供电“一件事”服务", "Electricity as one matter"),
        text(
            "从在线审批平台早知用电需求、提前布网；房产过户时水电气一并过户",
            "Learn of power demand early from approvals; transfer utilities together with a house",
        ),
        lead="natural-resources real-estate-registry",
        responsible="big-data housing-construction state-grid cr-gas zhongmin-water",
        by=YEAR_END,
        odd=(
            text(
                "题目为供电，却由资规和不动产登记牵头，供电公司只列责任单位",
                "an electricity item led by land and registry, with the grid company responsible",
            ),
            HALF_WIDTH,
        ),
    ),
    entry(
        28,
        ELECTRICITY,
        text("推进企业外线接入工程办电客户零投资", "No cost for external power lines"),
        text(
            "收储地块由政府列支；其余架空线供电公司全出，电缆则只出电气、政府管土建",
            "Government and grid share line costs by land and line type; the customer pays nothing",
        ),
        lead="industry-it state-grid",
        responsible="development-reform finance natural-resources land-reserve",
        by=MARCH,
        odd=text(
            "举措写“各地市供电公司”，沿用上级行文",
            "the measure speaks of the cities' power companies: wording of a higher plan",
        ),
    ),
    entry(
        29,
        WATER_GAS,
        text("推进电水气网在线并联申报", "Utilities applied for in parallel online"),
        text(
            "建联合服务平台，各类报装填一张表、在一处申请，资料共用免重交",
            "A joint platform takes one form for all connections and shares the papers",
        ),
        lead="state-grid cr-gas zhongmin-water radio-tv-network",
        responsible="natural-resources industry-it housing-construction urban-management "
        "other-units",
        by=JUNE,
        odd=(
            text(
                "题目含“网”，举措只写水电气报装",
                "the title includes the network, the application only water, power and gas",
            ),
            HALF_WIDTH,
        ),
    ),
    entry(
        30,
        WATER_GAS,
        text("提升市政公用服务标准化水平", "Standard municipal utility services"),
        text(
            "规划立项信息推送给公用企业，用户网上确认即可报装免交件；图集物料结算统一",
            "Planning data reaches utilities, users just confirm; designs and prices standard",
        ),
        lead="housing-construction",
        responsible="public-security natural-resources housing-construction transport "
        "urban-management state-grid zhongmin-water cr-gas radio-tv-network other-units",
        by=MARCH,
        odd=(
            text("题目后半句与第13项重复", "the second half of the title repeats item 13"),
            text(
                "县住建局既是牵头单位又是责任单位",
                "housing and construction is both lead and responsible",
            ),
            HALF_WIDTH,
        ),
    ),
    entry(
        31,
        WATER_GAS,
        text("推动水、电、气、网“一站式”通办", "Water, power, gas, network in one stop"),
        text(
            "完善管线产业联盟，开办共享营业厅，四类业务逐步做到一处办齐",
            "Develop the pipeline alliance and shared halls; gradually serve all in one place",
        ),
        lead="housing-construction",
        responsible="state-grid industry-it cr-gas zhongmin-water radio-tv-network other-units",
        by=JUNE,
        odd=HALF_WIDTH,
    ),
    entry(
        32,
        PROPERTY,
        text("简化不动产继承手续", "Simpler inheritance of property"),
        text(
            "政府出资免费继承公证；不公证的由各机构协助取证，实在取不到可承诺代替",
            "Free notarisation of inheritance; else bodies help with proof or a pledge replaces it",
        ),
        lead="natural-resources",
        responsible="finance justice real-estate-registry",
        by=MARCH,
        odd=text(
            "举措要求公安、法院、民政、乡镇等配合，责任单位未列",
            "police, court, civil affairs and towns must help, yet are not responsible units",
        ),
    ),
    entry(
        33,
        PROPERTY,
        text("对办理不动产登记涉及的部分事项试行告知承诺制", "Pledges in property registration"),
        text(
            "逝者去世时满80岁又缺其父母死亡证明的，非公证继承可用书面承诺替代并担责",
            "If the deceased was 80 or over, a pledge may replace the parents' death certificates",
        ),
        lead="natural-resources",
        responsible="real-estate-registry",
        by=YEAR_END,
    ),
    entry(
        34,
        PROPERTY,
        text(
            "探索将遗产管理人制度引入不动产非公证继承登记", "Estate administrators in inheritance"
        ),
        text(
            "研究非公证继承如何引入遗产管理人：怎样确定、有何权责、怎样查验申请",
            "Study estate administrators in cases without a notary: appointment, duties, checks",
        ),
        lead="natural-resources",
        responsible="court civil-affairs real-estate-registry",
        by=YEAR_END,
    ),
    entry(
        35,
        PROPERTY,
        text("推进个人存量房不动产登记网上办理", "Existing homes registered online"),
        text(
            "个人二手房的各类登记业务从头到尾都搬到网上",
            "Move all registration of individually owned existing homes online, end to end",
        ),
        lead="natural-resources",
        responsible="real-estate-registry",
        by=JUNE,
    ),
    entry(
        36,
        PROPERTY,
        text("实施不动产登记、交易和缴纳税费“一网通办”", "Registration, transfer and tax in one"),
        text(
            "登记、交易、缴税由一个网上窗口受理，税费和登记费一次收齐、自动分账入库",
            "One online window for registration, transfer and tax; one payment, split by itself",
        ),
        lead="finance tax",
        responsible="natural-resources real-estate-registry",
        by=JUNE,
    ),
    entry(
        37,
        PROPERTY,
        text(
            "推行办理不动产登记涉及的政务信息共享和核验",
            "Shared and verified data for registration",
        ),
        text(
            "火化、收养、公证书等信息接入登记系统并实时核真，智能审核、缩短登记用时",
            "Cremation, adoption and notary data reach the registry, are verified and save time",
        ),
        lead="natural-resources",
        responsible="public-security civil-affairs justice real-estate-registry",
        by=JUNE,
    ),
    entry(
        38,
        PROPERTY,
        text("探索开展不动产登记信息及地籍图可视化查询", "Property and cadastral maps to look up"),
        text(
            "接通省地籍系统，业主在闽政通看自家宗地图、分户图，发现错误可申请更正",
            "Owners see their parcel and unit maps in the provincial app and can report errors",
        ),
        lead="natural-resources",
        responsible="big-data real-estate-registry",
        by=YEAR_END,
        odd=HALF_WIDTH,
    ),
)

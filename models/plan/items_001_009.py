"""Items 1 to 9: starting a business."""

from models.base import text
from models.plan.entry import INCLUDING_BIG_DATA, MARCH, YEAR_END, entry
from models.plan.indicators import OPENING
from models.plan.item import PlanItem

ITEMS: tuple[PlanItem, ...] = (
    entry(
        1,
        OPENING,
        text("开展“一照多址”改革", "One licence, several addresses"),
        text(
            "符合条件的企业可在本县凭一照登记多处场所而不设分支；分支机构、个体户除外",
            "Firms (not branches or sole traders) list all premises in the county on one licence",
        ),
        lead="market-regulation",
        by=MARCH,
    ),
    entry(
        2,
        OPENING,
        text("推行“一业一证”改革试点", "Pilot: one permit for one trade"),
        text(
            "四类零售门店先行试点，多项许可并成一张电子综合许可，先发证后核查",
            "Four retail trades get one combined electronic permit, issued first, reviewed later",
        ),
        lead="market-regulation",
        responsible="justice big-data sector-competent",
        by=MARCH,
        odd=INCLUDING_BIG_DATA,
    ),
    entry(
        3,
        OPENING,
        text("进一步便利企业开立银行账户", "Easier bank accounts for firms"),
        text(
            "网上填开户信息，人行转给所选银行生成预约账号，开户前后都向税务社保等共享",
            "Online request, relayed by the central bank; the bank reserves a number and shares it",
        ),
        lead="pboc-luoyuan",
        responsible="market-regulation medical-insurance hrss housing-construction tax big-data",
        by=MARCH,
        odd=text(
            "举措点名公积金，责任单位却列县住建局而无公积金中心",
            "the measure names the housing fund, but its centre is not among the responsible",
        ),
    ),
    entry(
        4,
        OPENING,
        text("便利企业分支机构、连锁门店信息变更", "Changes of chain branches made easy"),
        text(
            "大型连锁分支改信息且不涉新许可的，可就近交件、转属地审批，执照寄送或自取",
            "Large chains file changes needing no new permit anywhere; the home office decides",
        ),
        lead="pboc-luoyuan",
        by=MARCH,
        odd=text(
            "牵头单位疑沿第3项误写，企业登记应由县市场监管局牵头",
            "lead probably copied from item 3; company registration is market regulation's",
        ),
    ),
    entry(
        5,
        OPENING,
        text("开展企业住所（经营场所）标准化登记", "Standard addresses in registration"),
        text(
            "登记地址直接取自公安标准地址库的二维码地址，靠部门间数据共享",
            "Registered addresses come from the police's QR-coded address base by data sharing",
        ),
        lead="market-regulation",
        responsible="public-security",
        by=MARCH,
    ),
    entry(
        6,
        OPENING,
        text("试行企业登记信息变更网上办理", "Registration changes online"),
        text(
            "变更登记采用省统一电子签名，并入省办事大厅的企业开办平台，全程不见面",
            "Changes are signed with the provincial e-signature and handled online throughout",
        ),
        lead="market-regulation",
        responsible="big-data public-security",
        by=YEAR_END,
    ),
    entry(
        7,
        OPENING,
        text("进一步压缩企业开办时间", "Less time to open a company"),
        text(
            "三个工作日内开办完毕：登记与刻章同步限两日，领票、五险一金当场办",
            "Open in 3 working days: registration with seal in 2, invoices and insurance at once",
        ),
        lead="market-regulation",
        responsible="tax public-security hrss medical-insurance housing-fund",
        by=MARCH,
    ),
    entry(
        8,
        OPENING,
        text("进一步提升企业登记便利度", "Easier company registration"),
        text(
            "开办、注销等分别打包成一件事，一个窗口收件，在全市任一处都能办",
            "Opening and deregistration each become one matter at one window, anywhere in the city",
        ),
        lead="market-regulation",
        responsible="tax public-security hrss medical-insurance housing-fund service-center",
        by=MARCH,
    ),
    entry(
        9,
        OPENING,
        text("升级“互联网+政务服务+金融服务”", "Government service with banking"),
        text(
            "合作银行网点代办企业开办全部手续并顺带开户，企业在家门口一次办完",
            "Outlets of partner banks handle the whole opening and the account in one nearby stop",
        ),
        lead="market-regulation",
        responsible="pboc-luoyuan tax public-security hrss medical-insurance housing-fund",
        by=MARCH,
        odd=text("“六合一”未列明是哪六项", "the 'six in one' are nowhere listed"),
    ),
)

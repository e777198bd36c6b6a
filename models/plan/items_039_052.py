"""Items 39 to 52: taxes, trade, credit."""

from models.base import text
from models.plan.entry import (
    HALF_WIDTH,
    INCLUDING_BIG_DATA,
    MARCH,
    ONGOING,
    TERRITORIES,
    YEAR_END,
    blank,
    entry,
)
from models.plan.indicators import CREDIT, TAXES, TRADE
from models.plan.item import PlanItem

_TAX_DATA = text("依托税收大数据精准分类监管", "Tax supervision by big data")

ITEMS: tuple[PlanItem, ...] = (
    entry(
        39,
        TAXES,
        _TAX_DATA,
        text(
            "用税务数据更准地识别风险，据此分类施策",
            "Tax data identifies risks more exactly, so that measures fit",
        ),
        lead="tax",
        by=ONGOING,
    ),
    entry(
        40,
        TAXES,
        _TAX_DATA,
        text(
            "低风险疑点由电子税务局直达纳税人，鼓励其自行检查改正",
            "Low-risk findings go straight to taxpayers online, who check and correct themselves",
        ),
        lead="tax",
        by=MARCH,
        odd=blank(39, "title", "lead"),
    ),
    entry(
        41,
        TAXES,
        text("建立健全税费优惠政策精准推送机制", "Targeted notice of tax incentives"),
        text(
            "按关注点定向推送税费优惠，依反馈补推和纠偏，再作针对性辅导",
            "Send tax incentives to those they fit, correct by feedback, and give guidance",
        ),
        lead="tax",
        by=ONGOING,
    ),
    entry(
        42,
        TAXES,
        text("优化提升“八闽办税码”服务质效", "A better provincial tax code"),
        text(
            "办税码逐步嵌入本地政务应用，部门间共享数据，用户档案随时调用",
            "The tax QR code joins local government apps; departments share taxpayer files",
        ),
        lead="tax",
        by=ONGOING,
        kind="system",
    ),
    entry(
        43,
        TAXES,
        text("扩大网上办税“同屏帮办”覆盖范围", "More screen-sharing tax help"),
        text(
            "推广远程同屏辅导，不见面也能手把手教会网上办税",
            "Spread remote screen-sharing guidance, so that online filing needs no visit",
        ),
        lead="tax",
        by=ONGOING,
        kind="service",
    ),
    entry(
        44,
        TAXES,
        text("拓展税收优惠政策智能享惠在互联网端的运用", "Tax incentives found online"),
        text(
            "把各税费种及近三年优惠拆成标签，纳税人自选条件就能列出可享政策",
            "Policies of all taxes and three years are tagged; taxpayers pick and see what applies",
        ),
        lead="tax",
        by=ONGOING,
    ),
    entry(
        45,
        TAXES,
        text("大力推行以“信用+风险”为基础的新型监管机制", "Supervision by credit and risk"),
        text(
            "动态信用分级配合智能风险识别：守信者办事更便利，虚开骗税从严打击",
            "Dynamic credit grades and smart risk detection: ease for the honest, fraud struck",
        ),
        lead="tax",
        by=ONGOING,
        kind="supervision",
    ),
    entry(
        46,
        TAXES,
        text("深化办税缴费制度改革", "Further reform of tax filing"),
        text(
            "一部分税务证明改用承诺代替，纳税人少交材料",
            "A pledge replaces some tax certificates, so taxpayers hand in less",
        ),
        lead="tax",
        by=MARCH,
        odd=text(
            "“全面推行部分”事项，范围不明",
            "to be applied 'in full' to 'some' matters: scope unclear",
        ),
    ),
    entry(
        47,
        TRADE,
        text("对接高标准国际经贸规则", "Meeting high-standard trade rules"),
        text(
            "对照RCEP等协定条款，开展试点、创新和合作项目",
            "Pilots, new measures and joint projects in line with RCEP and similar treaties",
        ),
        lead="industry-it",
        responsible=f"{TERRITORIES} finance-office ocean-fishery agriculture-rural big-data "
        "transport maritime press-publication culture-tourism forestry court procuratorate "
        "public-security overseas-chinese pboc-luoyuan education finance",
        by=ONGOING,
        kind="policy",
        odd=(
            text("县农业农村局列了两次", "agriculture is listed twice"),
            text("县交运局写作县交通运输局", "transport is printed under its longer name"),
            INCLUDING_BIG_DATA,
        ),
    ),
    entry(
        48,
        TRADE,
        text("完善“单一窗口”服务功能", "More services of the single window"),
        text(
            "协助省里建邮递物品系统，邮快件可在网上申报落地配送、附件和妥投",
            "Help build the provincial mail system: declare local delivery, attachments, receipt",
        ),
        lead="industry-it",
        by=MARCH,
    ),
    entry(
        49,
        TRADE,
        text("优化进出口货物查询服务", "Tracking of imports and exports"),
        text(
            "协助推广国家版单一窗口，企业和机构可查货物进出口的各个环节",
            "Help spread the national single window, where cargo can be traced through all stages",
        ),
        lead="industry-it",
        by=ONGOING,
    ),
    entry(
        50,
        CREDIT,
        text("推进公共数据赋能金融服务创新", "Public data for new financial services"),
        text(
            "让公共数据服务供应链金融、政采贷、信易贷，中小微企业贷款更多",
            "More public data supports supply-chain, procurement and credit loans to small firms",
        ),
        lead="finance-office big-data",
        responsible="finance",
        by=ONGOING,
    ),
    entry(
        51,
        CREDIT,
        text("建立本地融资信用服务平台运营管理机制", "Running the financing platform"),
        text(
            "推广市级融资信用平台，金融机构、中小微企业和信用机构上线对接供需",
            "Lenders, small firms and credit agencies join the city's platform and match there",
        ),
        lead="big-data finance-office",
        responsible=f"{TERRITORIES} pboc-luoyuan",
        by=YEAR_END,
        odd=INCLUDING_BIG_DATA,
    ),
    entry(
        52,
        CREDIT,
        text("推动数字人民币对公领域的场景应用", "Digital yuan for public payments"),
        text(
            "让数字人民币先在拍地、纳税等对公付款中用起来",
            "Bring the digital yuan into public payments, land auctions and taxes first",
        ),
        lead="finance-office",
        responsible="service-center natural-resources tax finance industry-it big-data towns",
        by=ONGOING,
        kind="system",
        odd=HALF_WIDTH,
    ),
)

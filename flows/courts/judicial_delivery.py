"""司法集约送达与电子面单: one pooled service of court papers with electronic slips."""

from flows.limits import calendar_days
from flows.shared import (
    PRACTICE,
    choice,
    clerk,
    field_work,
    flag,
    outside_days,
    period,
    system_seconds,
)
from flows.steps import by_system
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import AddStep, RemoveStep, SetCondition, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

POST_TIME = assumed("邮寄投递用时估计 (time of the post)")
RETURN_TIME = assumed("纸质回执寄回用时估计 (time for the paper receipt to come back)")
REACH = assumed("受送达人送达难易构成估计，待以送达记录校准 (how addressees are reached)")
PUBLIC_NOTICE = period(30, statute("民事诉讼法", "第九十五条"))

CONSENTS = Is(attribute="consents")
MISSING = Is(attribute="reached-by", value="announcement")
AWAY = AnyOf(conditions=(Is(attribute="reached-by", value="direct"), MISSING))
ON_PAPER = Not(condition=CONSENTS)

PROCESS = Process(
    slug="judicial-delivery",
    name=text("司法集约送达与电子面单", "Pooled judicial delivery with e-slip"),
    family="courts",
    lead="court",
    items=(60,),
    attributes=(
        flag("consents", "同意电子送达", "Agrees to electronic service", 0.5, REACH),
        choice(
            "reached-by",
            "纸质送达最终有效方式",
            "How paper finally reaches the addressee",
            {"post": 0.7, "direct": 0.2, "announcement": 0.1},
            REACH,
        ),
    ),
    steps=(
        Step(
            slug="task",
            name=text("承办团队整理送达材料", "The bench prepares the papers"),
            owner="court",
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
        Step(
            slug="phone",
            name=text("电话核对地址", "Check the address by phone"),
            owner="court",
            after=("task",),
            time=clerk(3, 8, 20),
            source=plan(60),
        ),
        Step(
            slug="dispatch",
            name=text("填制面单并发出", "Make out the slip and send"),
            owner="court",
            after=("phone",),
            time=clerk(8, 12, 25),
            source=PRACTICE,
        ),
        Step(
            slug="post",
            name=text("邮寄送达", "Service by post"),
            owner="post",
            after=("dispatch",),
            time=outside_days(3, source=POST_TIME),
            source=plan(60),
        ),
        Step(
            slug="paper-return",
            name=text("纸质回执寄回", "The paper receipt comes back"),
            owner="post",
            after=("post",),
            time=outside_days(4, source=RETURN_TIME),
            source=PRACTICE,
        ),
        Step(
            slug="direct",
            name=text("直接、转交、留置、委托送达", "Personal or substituted service"),
            owner="court",
            after=("paper-return",),
            when=AWAY,
            time=field_work("court", 60, 100, 200),
            source=plan(60),
        ),
        Step(
            slug="announcement",
            name=text("公告送达", "Service by public notice"),
            owner="court",
            after=("direct",),
            when=MISSING,
            time=PUBLIC_NOTICE,
            source=statute("民事诉讼法", "第九十五条"),
        ),
        Step(
            slug="receipt-file",
            name=text("送达回证入卷", "File the proof of service"),
            owner="court",
            after=("announcement",),
            time=clerk(3, 6, 12),
            produces=(text("送达回证", "Proof of service"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        calendar_days(
            "dispatch-limit",
            text("起诉状副本发送", "Sending the copy of the complaint"),
            5,
            ("task", "dispatch"),
            statute("民事诉讼法", "第一百二十八条"),
            reading=assumed(
                "视本案为起诉状副本，自立案转来至交邮，电子送达的至提交发送 "
                "(read as the copy of a complaint, from filing to dispatch)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=60,
            text=text(
                "集约送达：先电子、再邮寄、后上门，电子面单和回执自动生成",
                "Pooled service: electronic first, then post, then in person; slips by system",
            ),
            edits=(
                SetTime(step="phone", time=clerk(2, 4, 8)),
                AddStep(
                    step=Step(
                        slug="electronic",
                        name=text("电子送达", "Electronic service"),
                        owner="court",
                        after=("dispatch",),
                        when=CONSENTS,
                        time=system_seconds(60),
                        source=statute("民事诉讼法", "第九十条", "经受送达人同意"),
                    ),
                    before=("receipt-file",),
                ),
                *by_system("dispatch"),
                SetTime(step="post", time=outside_days(2, source=POST_TIME)),
                SetCondition(step="post", when=ON_PAPER),
                RemoveStep(step="paper-return"),
                SetCondition(step="direct", when=AllOf(conditions=(ON_PAPER, AWAY))),
                SetTime(step="direct", time=field_work("court", 30, 50, 120)),
                SetCondition(step="announcement", when=AllOf(conditions=(ON_PAPER, MISSING))),
                *by_system("receipt-file"),
            ),
        ),
    ),
    notes=text(
        "各方式按先易后难递进，前一方式成功即止；方案的送达口号没有数字，不设为时限。",
        "The modes follow one another from easy to hard and stop at the first success. The "
        "plan's slogans carry no figure and are not read as limits.",
    ),
)

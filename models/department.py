"""Departments and outside actors: whoever can lead a plan item or own a step."""

from typing import Literal

from models.base import Model, Slug, Text, text

Kind = Literal[
    "department",
    "office",
    "party",
    "court",
    "outside",
    "territory",
    "bank",
    "utility",
    "enterprise",
    "public",
    "applicant",
    "system",
]

KIND_NAMES: dict[Kind, Text] = {
    "department": text("政府部门", "county department or local arm of a vertical agency"),
    "office": text("内设或下属机构", "office, brigade or centre within a department"),
    "party": text("党委机构", "Party committee body"),
    "court": text("法院、检察院", "court or procuratorate"),
    "outside": text("县外机关", "authority above or beside the county"),
    "territory": text("乡镇和园区", "town, township or development zone"),
    "bank": text("银行", "bank"),
    "utility": text("水电气网企业", "water, power, gas or network company"),
    "enterprise": text("企业和中介机构", "firm or intermediary"),
    "public": text("公共机构和社会组织", "public institution or social body"),
    "applicant": text("申请人一方", "applicant or other party to the case"),
    "system": text("信息平台", "information system without staff of its own"),
}
"""What each kind means, in both languages."""


class Department(Model):
    """Someone who can own a step: a county department or an actor outside the county's staff.

    ``parent`` is the department it belongs to; ``aliases`` are the other Chinese names that
    documents use for it; a ``collective`` stands for several units, or for whichever is meant.
    """

    slug: Slug
    name: Text
    kind: Kind = "department"
    parent: Slug | None = None
    aliases: tuple[str, ...] = ()
    collective: bool = False
    note: Text | None = None

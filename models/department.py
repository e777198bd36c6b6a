"""Departments and outside actors, and the pools of staff that do the work."""

from typing import Literal

from models.base import Model, Slug, Text

Kind = Literal["department", "office", "court", "bank", "enterprise", "public", "applicant"]


class Department(Model):
    """Someone who can own a step: a county department or an actor outside the county's staff."""

    slug: Slug
    name: Text
    kind: Kind = "department"
    parent: Slug | None = None
    note: str = ""

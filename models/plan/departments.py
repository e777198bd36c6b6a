"""Every department, unit and outside actor that the plan or its processes name."""

from models.department import Department
from models.plan.departments_county import COUNTY
from models.plan.departments_outside import OUTSIDE

DEPARTMENTS: tuple[Department, ...] = (*COUNTY, *OUTSIDE)

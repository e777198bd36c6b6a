"""What a department looks at before it takes an application in."""

from collections.abc import Collection

from integrations.departments.contract import APPLICANT, Application
from integrations.departments.ledger import Ledger
from integrations.departments.offices import Offices
from integrations.departments.problems import invalid
from models.errors import UnknownNameError
from models.said import said

SUFFIX = 17
"""Characters of a document's number after its department."""


def check_owner(offices: Offices, department: str, application: Application) -> None:
    """RefusedError if the process or the step is unknown here, or somebody else's."""
    try:
        step = offices.step(application.process, application.step)
        if application.corrects is not None:
            offices.step(application.process, application.corrects.step)
    except UnknownNameError as error:
        raise invalid(said(error.sentence("zh"), error.sentence("en"))) from None
    owner = step.owner if application.purpose == "perform" else APPLICANT
    if owner != department:
        raise invalid(
            said(f"该环节由 {owner} 办理", f"this step is done by {owner}, not {department}")
        )


def objection(
    ledger: Ledger, served: Collection[str], client: str, application: Application
) -> str | None:
    """Why an application is rejected: a document handed in is not genuine or of another case.

    A document whose issuer is not among those ``served`` may be in another ledger: it is believed.
    """
    for number in application.documents:
        found = ledger.document(number)
        if found is None and number[:-SUFFIX] not in served:
            continue
        if found is None or found[0] != client or found[1].case != application.case:
            return said(
                f"文书 {number} 不存在，或不属于本办件",
                f"document {number} does not exist or is not of this case",
            )
    return None

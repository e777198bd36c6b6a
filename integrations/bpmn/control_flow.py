"""The control flow of a diagram alone, for a scenario that stands in a file of its own."""

from pathlib import Path

from integrations.bpmn.document import parse, read_bytes
from integrations.bpmn.elements import elements_of
from integrations.bpmn.flatten import flatten
from integrations.bpmn.net import token_net
from integrations.bpmn.read import chosen
from models.said import Said
from models.token_net import TokenNet


def read_control_flow(path: Path) -> tuple[TokenNet, tuple[Said, ...]]:
    """The net of a BPMN file, and what of the file could not be kept.

    Raises DocumentError, or DefinitionError if it cannot be walked.
    """
    return control_flow(read_bytes(path), str(path))


def control_flow(data: bytes, where: str) -> tuple[TokenNet, tuple[Said, ...]]:
    """As ``read_control_flow``, from the content of a file that comes from ``where``.

    Names are kept to the letter, blanks included: logs of other tools call activities by them.
    Shares, durations and staff of the file are left to the scenario. Where a sub-process was opened
    its start and ends let cases pass: no scenario gives them a time.
    """
    root = parse(data, where)
    drawn, notes = chosen(elements_of(root, where))
    flat = flatten(drawn)
    net = token_net(flat, drawn.id, None, where)
    written = {str(e.get("id")): e.get("name") or "" for e in root.iter() if e.get("id")}
    passed = {
        name
        for name, element in flat.elements.items()
        if name in drawn.elements and element.kind != drawn.elements[name].kind
    }
    nodes = tuple(
        node.changed(
            name=written.get(node.id, node.name),
            kind="exclusive" if node.kind == "event" and node.id in passed else node.kind,
        )
        for node in net.nodes
    )
    return net.changed(nodes=nodes), (*notes, *flat.notes)

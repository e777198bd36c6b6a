"""Namespaces and identifiers of BPMN files, and names in the language of a file."""

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
QBP = "http://www.qbp-simulator.com/Schema201212"
"""Simulation data as BIMP, Apromore and Prosimos' converter write it."""
XSI = "http://www.w3.org/2001/XMLSchema-instance"
OURS = "urn:onething:process:1"
"""Our own data; the number rises when it can no longer be read by older versions."""
FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/"

PREFIXES = {
    "bpmn": BPMN,
    "bpmndi": BPMNDI,
    "dc": DC,
    "di": DI,
    "qbp": QBP,
    "xsi": XSI,
    "onething": OURS,
}


def tag(prefix: str, name: str) -> str:
    """A qualified name as lxml writes it."""
    return f"{{{PREFIXES[prefix]}}}{name}"

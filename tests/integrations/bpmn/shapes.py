"""What a BPMN file draws: shapes, lanes and lines by the element they belong to."""

from dataclasses import dataclass

from lxml import etree

NS = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "qbp": "http://www.qbp-simulator.com/Schema201212",
}
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def holds(self, other: "Box") -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )

    def overlaps(self, other: "Box") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def crossed_by(self, first: Point, last: Point) -> bool:
        """Whether a horizontal or vertical line runs through the inside."""
        (x1, x2), (y1, y2) = sorted((first[0], last[0])), sorted((first[1], last[1]))
        return (
            x2 > self.x + 0.5
            and x1 < self.x + self.width - 0.5
            and y2 > self.y + 0.5
            and y1 < self.y + self.height - 0.5
        )

    def borders(self, point: Point, corner: float) -> bool:
        """Whether the point is on the border, or within a rounded-off corner of that size."""
        x, y = point
        near_x = min(abs(x - self.x), abs(x - self.x - self.width))
        near_y = min(abs(y - self.y), abs(y - self.y - self.height))
        inside = self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height
        return inside and min(near_x, near_y) <= corner


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def boxes(root: etree._Element, of: str = "bpmndi:BPMNShape/dc:Bounds") -> dict[str, Box]:
    found = {}
    for bounds in root.iterfind(f".//bpmndi:BPMNPlane/{of}", NS):
        values = (float(bounds.get(key) or "nan") for key in ("x", "y", "width", "height"))
        found[bounds.getparent().get("bpmnElement") or ""] = Box(*values)
    return found


def labels(root: etree._Element) -> dict[str, Box]:
    found = {}
    for bounds in root.iterfind(".//bpmndi:BPMNLabel/dc:Bounds", NS):
        values = (float(bounds.get(key) or "nan") for key in ("x", "y", "width", "height"))
        found[bounds.getparent().getparent().get("bpmnElement") or ""] = Box(*values)
    return found


def lines(root: etree._Element) -> dict[str, list[Point]]:
    return {
        edge.get("bpmnElement") or "": [
            (float(point.get("x") or "nan"), float(point.get("y") or "nan"))
            for point in edge.iterfind("di:waypoint", NS)
        ]
        for edge in root.iterfind(".//bpmndi:BPMNEdge", NS)
    }

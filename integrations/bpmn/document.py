"""XML that people hand in, parsed as what it is: hostile until proven otherwise.

No entity is expanded, no document type read, nothing fetched; libxml2's own limits on depth (256)
and on the length of texts stay on.
"""

from pathlib import Path

from lxml import etree

from integrations.bpmn.names import BPMN
from models.errors import DocumentError
from models.said import said

LARGEST = 20_000_000
"""Bytes; diagrams of a thousand tasks have two million."""
MOST_ELEMENTS = 300_000


def read_bytes(path: Path) -> bytes:
    """The content of a file of bearable size; DocumentError if it cannot be had."""
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(str(path))
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法读取（{error.strerror}）",
                f"{path}: cannot be read ({error.strerror})",
            )
        ) from None


def _too_large(where: str) -> DocumentError:
    return DocumentError(
        said(
            f"{where}：超过{LARGEST:,}字节，不是流程图",
            f"{where}: larger than {LARGEST:,} bytes; this is no process diagram",
        )
    )


def parse(data: bytes, where: str) -> etree._Element:
    """The root element of a BPMN file; DocumentError saying where and what is wrong."""
    if len(data) > LARGEST:
        raise _too_large(where)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None)
        place = (f"第{line}行", f" line {line}") if line else ("", "")
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DocumentError(
            said(
                f"{where}{place[0]}：不是完整的XML（{reason}）；请从建模工具重新导出",
                f"{where}{place[1]}: this is not well-formed XML ({reason}); "
                "export it again from the modelling tool",
            )
        ) from None
    _check(root, where)
    return root


def _check(root: etree._Element, where: str) -> None:
    """DocumentError if the document is hostile, beyond measure, or no BPMN."""
    if root.getroottree().docinfo.doctype:
        raise DocumentError(
            said(
                f"{where}：含有DOCTYPE（可能藏有实体攻击），BPMN不需要它，请删除",
                f"{where}: it has a DOCTYPE, which may hide an attack and which BPMN does not "
                "need; remove it",
            )
        )
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise DocumentError(
            said(
                f"{where}：元素超过{MOST_ELEMENTS:,}个，不是流程图",
                f"{where}: more than {MOST_ELEMENTS:,} elements; this is no process diagram",
            )
        )
    if root.tag != f"{{{BPMN}}}definitions":
        raise DocumentError(
            said(
                f"{where}：根元素是 {root.tag!r}，不是BPMN 2.0的 definitions",
                f"{where}: its root is {root.tag!r}, not the definitions of BPMN 2.0",
            )
        )

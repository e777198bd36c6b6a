"""Values as YAML and JSON. What people hand in is hostile until parsed safely."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.constructor import ConstructorError

from integrations.advice import advice
from models.errors import DocumentError
from models.said import Said, said

M = TypeVar("M", bound=BaseModel)

LARGEST = 4_000_000
"""Bytes; no scenario written by people comes near it."""


class _StrictLoader(yaml.SafeLoader):
    """Safe YAML without repeated keys and without aliases (which can blow up memory)."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """A node; aliases are refused."""
        if self.check_event(yaml.AliasEvent):
            peek: Callable[[], Any] = self.peek_event
            message = "aliases (*name) are not allowed here"
            raise ConstructorError(None, None, message, peek().start_mark)
        node: yaml.Node | None = super().compose_node(parent, index)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are all different."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str | int):
                message = "keys must be plain words"
                raise ConstructorError(None, None, message, key_node.start_mark)
            if key in seen:
                message = f"the key {key!r} appears twice"
                raise ConstructorError(None, None, message, key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


# Dates stay text until the model reads them, so that a bad one is named by its place.
_StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path, kind: type[M]) -> M:
    """The value in a YAML or JSON file; DocumentError saying where and what is wrong."""
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(
                said(
                    f"{path}：超过{LARGEST:,}字节，不是方案文件",
                    f"{path}: larger than {LARGEST:,} bytes; this is no scenario file",
                )
            )
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(
            said(f"{path}：无法读取（{error}）", f"{path}: cannot be read ({error})")
        ) from None
    return parse(text, kind, str(path))


def parse(text: str, kind: type[M], where: str) -> M:
    """The value in a YAML or JSON text; DocumentError saying where and what is wrong."""
    try:
        data = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a subclass of SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f" line {mark.line + 1}" if mark else ""
        chinese_line = f" 第{mark.line + 1}行" if mark else ""
        raise DocumentError(
            said(
                f"{where}{chinese_line}：格式不对（{error.problem}）",
                f"{where}{line}: {error.problem}",
            )
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise DocumentError(
            said(
                f"{where}：不是YAML或JSON（{error}）",
                f"{where}: this is not YAML or JSON ({error})",
            )
        ) from None
    if not isinstance(data, dict):
        raise DocumentError(
            said(
                f"{where}：应为“键: 值”，例如 cases: 1000",
                f"{where}: expected keys and values, such as `cases: 1000`",
            )
        )
    return checked(data, kind, where)


def refusal(where: str, error: ValidationError) -> Said:
    """All that a model refuses, in one sentence."""
    known = error.errors(include_url=False, include_input=False)
    faults = [(_place(fault["loc"]), advice(dict(fault))) for fault in known]
    return said(
        f"{where}：" + "；".join(f"{place}：{fault.zh}" for place, fault in faults),
        f"{where}: " + "; ".join(f"{place}: {fault}" for place, fault in faults),
    )


def _place(location: tuple[int | str, ...]) -> str:
    """Where in the document, without the names of our own types that a choice of types adds."""
    named = [str(part) for part in location]
    return (
        ".".join(n for n in named if not (n[:1].isupper() or n.startswith("constrained-"))) or "*"
    )


def to_yaml(value: BaseModel) -> str:
    """The value as YAML, without what is at its default."""
    full = value.model_dump(mode="json")
    data = _with_kinds(value.model_dump(mode="json", exclude_defaults=True), full)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _with_kinds(slim: Any, full: Any) -> Any:
    """``slim`` with the ``kind`` of every value put back: it is a default, yet tells the type."""
    if isinstance(slim, list):
        return [_with_kinds(part, whole) for part, whole in zip(slim, full, strict=True)]
    if not isinstance(slim, dict):
        return slim
    kind = {"kind": full["kind"]} if "kind" in full else {}
    return kind | {name: _with_kinds(part, full[name]) for name, part in slim.items()}


def to_json(value: BaseModel) -> str:
    """The value as JSON, complete."""
    return json.dumps(value.model_dump(mode="json"), ensure_ascii=False, indent=2)


def checked(values: dict[str, object], kind: type[M], where: str) -> M:
    """A value from fields already in hand; DocumentError saying where and what is wrong."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise DocumentError(refusal(where, error)) from None


def write_text(path: Path, content: str) -> None:
    """Write a file as a whole or not at all; DocumentError if it cannot be written."""
    write_bytes(path, content.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all; DocumentError if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.part")
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法写入（{error.strerror}）",
                f"{path}: cannot be written ({error.strerror})",
            )
        ) from None

"""The attributes of a Prosimos scenario: of all cases, of each case, changed by events."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, TypeVar

from pydantic import Field, StrictBool, TypeAdapter

from integrations.prosimos.document import (
    CaseAttribute,
    Document,
    Drawn,
    EventAttribute,
    Option,
)
from integrations.prosimos.faults import law_at, tried
from integrations.prosimos.formulas import formula
from models.net_attribute import (
    Attribute,
    Change,
    ChoiceValue,
    FirstValue,
    FormulaValue,
    Leaf,
    NumberValue,
    TransitionValue,
    TreeValue,
    Value,
)
from models.net_formula import Formula
from models.said import said

T = TypeVar("T")
Share = Annotated[float, Field(ge=0, le=1)]
GivenLeaf = tuple[StrictBool | tuple[str, ...], str]

TEXT: TypeAdapter[str] = TypeAdapter(str)
OPTIONS: TypeAdapter[tuple[Option, ...]] = TypeAdapter(tuple[Option, ...])
DRAWN: TypeAdapter[Drawn] = TypeAdapter(Drawn)
LEAVES: TypeAdapter[tuple[GivenLeaf, ...]] = TypeAdapter(tuple[GivenLeaf, ...])
AFTER: TypeAdapter[dict[str, dict[str, Share]]] = TypeAdapter(dict[str, dict[str, Share]])

ROUNDING = 1e-6
MOST_TEXT = 1_000_000
"""Characters of all formulas of a scenario."""


@dataclass
class AttributeReader:
    """Reads the attributes of a document; what is wrong with them is added to ``faults``."""

    document: Document
    faults: list[str]
    read: int = field(default=0, init=False)

    def attributes(self) -> Iterable[Attribute]:
        """All attributes; those that only events give a value come last."""
        document = self.document
        own = {e.name: self._first(e) for e in document.case_attributes}
        shared = {entry.name for entry in document.global_attributes}
        for entry in document.global_attributes:
            first, again = self._first(entry), own.get(entry.name)
            yield Attribute(name=entry.name, shared=True, value=first, by_case=again)
        for entry in document.case_attributes:
            if entry.name not in shared:
                yield Attribute(name=entry.name, value=own[entry.name])
        for name in dict.fromkeys(a.name for e in document.event_attributes for a in e.attributes):
            if name not in shared and name not in own:
                yield Attribute(name=name)

    def changes(self) -> Iterable[Change]:
        """What events change, in the order of the document."""
        seen: set[str] = set()
        for entry in self.document.event_attributes:
            if entry.event_id in seen:
                self.faults.append(
                    said(
                        f"event_attributes 两次列出事件“{entry.event_id}”；请合并",
                        f"event_attributes lists event {entry.event_id!r} twice; join the entries",
                    )
                )
            seen.add(entry.event_id)
            for attribute in entry.attributes:
                place = f"attribute {attribute.name} of {entry.event_id}"
                found = self._changed(place, attribute)
                if found:
                    yield Change(event=entry.event_id, attribute=attribute.name, value=found)

    def _first(self, entry: CaseAttribute) -> FirstValue | None:
        return self._drawn(f"attribute {entry.name}", entry.values)

    def _changed(self, place: str, given: EventAttribute) -> Value | None:
        match given.type, given.values:
            case "discrete", list():
                options = self._as(place, OPTIONS, given.values)
                return self._drawn(place, options) if options else None
            case "discrete", _:
                return self._transition(place, given.values)
            case "continuous", _:
                drawn = self._as(place, DRAWN, given.values)
                return self._drawn(place, drawn) if drawn else None
            case "expression", _:
                own = self._formula(place, given.values)
                return FormulaValue(formula=own) if own else None
        return self._tree(place, given.values)

    def _as(self, place: str, kind: TypeAdapter[T], values: object) -> T | None:
        return tried(self.faults, place, lambda: kind.validate_python(values))

    def _drawn(self, place: str, values: tuple[Option, ...] | Drawn) -> FirstValue | None:
        if isinstance(values, Drawn):
            found = law_at(self.faults, place, values)
            return NumberValue(law=found) if found else None
        if not self._is_whole(place, (option.value for option in values)):
            return None
        return ChoiceValue(options={option.key: option.value for option in values})

    def _transition(self, place: str, values: object) -> TransitionValue | None:
        after = self._as(place, AFTER, values)
        if after is None:
            return None
        rows = [
            self._is_whole(f"{place}, after {state}", row.values()) for state, row in after.items()
        ]
        if not all(rows):
            return None
        return tried(self.faults, place, lambda: TransitionValue(after=after))

    def _tree(self, place: str, values: object) -> TreeValue | None:
        given = self._as(place, LEAVES, values)
        if given is None:
            return None
        leaves = [self._leaf(f"{place}, leaf {n}", *leaf) for n, leaf in enumerate(given, 1)]
        known = tuple(leaf for leaf in leaves if leaf)
        if len(known) < len(leaves):
            return None
        return tried(self.faults, place, lambda: TreeValue(leaves=known))

    def _leaf(self, place: str, given: bool | tuple[str, ...], text: str) -> Leaf | None:
        if given is False:
            self.faults.append(
                said(
                    f"{place}：条件须为 true 或一组公式",
                    f"{place}: the conditions must be true or a list of formulas",
                )
            )
            return None
        conditions = () if given is True else given
        parts = [self._formula(place, part) for part in (*conditions, text)]
        known = tuple(part for part in parts if part)
        if len(known) < len(parts):
            return None
        return Leaf(conditions=known[:-1], formula=known[-1])

    def _formula(self, place: str, given: object) -> Formula | None:
        text = self._as(place, TEXT, given)
        if text is None:
            return None
        self.read += len(text)
        if self.read > MOST_TEXT:
            fault = said(
                f"公式合计超过{MOST_TEXT:,}个字符",
                f"the formulas have more than {MOST_TEXT:,} characters together",
            )
            self.faults += [] if fault in self.faults else [fault]
            return None
        return tried(self.faults, place, lambda: formula(text))

    def _is_whole(self, place: str, shares: Iterable[float]) -> bool:
        is_one = abs(sum(shares) - 1) <= ROUNDING
        if not is_one:
            self.faults.append(said(f"{place}：概率之和应为1", f"{place}: shares must sum to 1"))
        return is_one

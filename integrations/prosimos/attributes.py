"""The attributes of a Prosimos scenario: of all cases, of each case, changed by events."""

from collections.abc import Iterable
from dataclasses import dataclass

from integrations.prosimos.document import Document, Drawn, Option
from integrations.prosimos.faults import law_at, tried
from models.net_scenario import Attribute, ChoiceValue, NumberValue, Value
from models.said import said


@dataclass(frozen=True)
class AttributeReader:
    """Reads the attributes of a document; what is wrong with them is added to ``faults``."""

    document: Document
    faults: list[str]

    def attributes(self) -> Iterable[Attribute]:
        """All attributes, each with what changes it."""
        values: dict[str, Value | None] = {}
        events: dict[str, dict[str, Value]] = {}
        shared = {entry.name for entry in self.document.global_attributes}
        for entry in (*self.document.global_attributes, *self.document.case_attributes):
            if entry.name in values:
                self.faults.append(
                    said(
                        f"属性 {entry.name} 定义了两次（全局或办件）；请留一个",
                        f"attribute {entry.name} is defined twice, for all cases or for each; "
                        "keep one",
                    )
                )
            values[entry.name] = self._value(f"attribute {entry.name}", entry.values)
            events[entry.name] = {}
        for changed in self.document.event_attributes:
            for attribute in changed.attributes:
                place = f"attribute {attribute.name} of {changed.event_id}"
                found = self._event_value(place, attribute.type, attribute.values)
                values.setdefault(attribute.name, None)
                if found:
                    events.setdefault(attribute.name, {})[changed.event_id] = found
        for name, value in values.items():
            own = events.get(name, {})
            yield Attribute(name=name, shared=name in shared, value=value, events=own)

    def _event_value(self, place: str, kind: str, values: object) -> Value | None:
        if kind == "discrete" and isinstance(values, list):
            options = tried(
                self.faults, place, lambda: tuple(Option.model_validate(v) for v in values)
            )
            return self._value(place, options) if options else None
        if kind == "continuous":
            drawn = tried(self.faults, place, lambda: Drawn.model_validate(values))
            return self._value(place, drawn) if drawn else None
        self.faults.append(
            said(
                f"{place}：尚不能仿真 {kind} 类属性",
                f"{place}: attributes of the type {kind} with such values cannot be run yet",
            )
        )
        return None

    def _value(self, place: str, values: tuple[Option, ...] | Drawn) -> Value | None:
        if isinstance(values, Drawn):
            found = law_at(self.faults, place, values)
            return NumberValue(law=found) if found else None
        if abs(sum(option.value for option in values) - 1) > 1e-6:  # noqa: PLR2004 - rounding
            self.faults.append(said(f"{place}：概率之和应为1", f"{place}: shares must sum to 1"))
            return None
        return ChoiceValue(options={option.key: option.value for option in values})

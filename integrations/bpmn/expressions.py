"""Conditions as FEEL expressions (DMN 1.3, chapter 10) and as words."""

from collections.abc import Mapping, Sequence

from models.base import Language
from models.condition import AllOf, AnyOf, Attribute, Chance, Compare, Condition, Is, Not, When

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}
AND = {"zh": "且", "en": " and "}
OR = {"zh": "或", "en": " or "}


def feel(when: When) -> str:
    """The condition as a FEEL expression; empty for a share, which no expression can say.

    Attributes are variables of the same name with underscores for hyphens.
    """
    match when:
        case AllOf():
            return " and ".join(_bracketed(part) for part in when.conditions)
        case AnyOf():
            return " or ".join(_bracketed(part) for part in when.conditions)
        case Not():
            return f"not({feel(when.condition)})"
        case Compare():
            return f"{variable(when.attribute)} {when.operator} {when.value:.15g}"
        case Is(value=bool(value)):
            return f"{variable(when.attribute)} = {str(value).lower()}"
        case Is():
            return f'{variable(when.attribute)} = "{when.value}"'
        case Chance():
            return ""


def _bracketed(part: When) -> str:
    text = feel(part)
    return f"({text})" if isinstance(part, AllOf | AnyOf) else text


def variable(slug: str) -> str:
    """The attribute's name as a variable."""
    return slug.replace("-", "_")


def words(when: When, attributes: Mapping[str, Attribute], language: Language) -> str:
    """The condition in a few words, with the attributes' names."""
    match when:
        case AnyOf(conditions=parts) if (values := _values_of_one(parts)) is not None:
            slug, allowed = values
            return f"{attributes[slug].name[language]}: {' / '.join(allowed)}"
        case AllOf() | AnyOf():
            joint = (AND if isinstance(when, AllOf) else OR)[language]
            texts = [words(part, attributes, language) for part in when.conditions]
            inner = [
                f"({text})" if isinstance(part, AllOf | AnyOf) else text
                for part, text in zip(when.conditions, texts, strict=True)
            ]
            return joint.join(inner)
        case Not(condition=Is(value=True) as inner_is):
            name = attributes[inner_is.attribute].name[language]
            return f"非“{name}”" if language == "zh" else f"not: {name}"
        case Not():
            inner_words = words(when.condition, attributes, language)
            return f"非({inner_words})" if language == "zh" else f"not ({inner_words})"
        case Compare():
            attribute = attributes[when.attribute]
            unit = attribute.unit[language] if attribute.kind == "number" else ""
            sign = SIGNS[when.operator]
            return f"{attribute.name[language]} {sign} {when.value:,.15g} {unit}".rstrip()
        case Is(value=True):
            return attributes[when.attribute].name[language]
        case Is(value=False):
            name = attributes[when.attribute].name[language]
            return f"非“{name}”" if language == "zh" else f"not: {name}"
        case Is():
            return f"{attributes[when.attribute].name[language]}: {when.value}"
        case Chance():
            return percent(when.share)


def _values_of_one(parts: Sequence[Condition]) -> tuple[str, list[str]] | None:
    """The attribute and its values if all the conditions ask for a value of the same one."""
    asked = [part for part in parts if isinstance(part, Is) and isinstance(part.value, str)]
    slugs = {part.attribute for part in asked}
    if len(asked) < len(parts) or len(slugs) > 1:
        return None
    return slugs.pop(), [str(part.value) for part in asked]


def percent(share: float) -> str:
    """A share as a percentage of at most three digits."""
    return f"{100 * share:.3g}%"

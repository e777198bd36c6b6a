"""A token net as one of our processes, where that says exactly the same."""

import re
from collections.abc import Callable, Iterable, Mapping

from integrations.bpmn.guards import Guard, NotAProcessError, guards, order, splits_of
from models import graph
from models.base import Text, text
from models.condition import AllOf, AnyOf, Attribute, ChoiceAttribute, Condition, Is
from models.errors import DefinitionError
from models.process import Process
from models.said import in_chinese, said
from models.source import Source
from models.step import Step
from models.step_time import StepTime
from models.token_net import TokenNet

PLAIN = re.compile(r"[a-z0-9]+")


class Names:
    """Slugs for names in any language, each different."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        self._used = set(used)

    def slug(self, name: str, fallback: str) -> str:
        """A slug like the name, or the fallback with a number."""
        words = "-".join(PLAIN.findall(name.lower()))[:60].strip("-") if name.isascii() else ""
        base = words if words[:1].isalpha() else fallback
        number, slug = 1, base
        while slug in self._used:
            number += 1
            slug = f"{base}-{number}"
        self._used.add(slug)
        return slug


def same(name: str) -> Text:
    """A name that is known in one language only."""
    return text(name, name)


class Conversion:
    """One net on its way to a process."""

    def __init__(
        self,
        net: TokenNet,
        times: Mapping[str, StepTime],
        owner: Callable[[str], str],
        source: Source,
        known: Mapping[str, Step],
    ) -> None:
        self.known = known
        self.net = net
        self.times = times
        self.owner = owner
        self.source = source
        self.guards = guards(net)
        self.order = order(net)
        names = Names(step.slug for step in known.values())
        self.steps = {
            name: known[name].slug if name in known else names.slug(net.node(name).name, "step")
            for name in self.order
            if name in times and self.guards[name]
        }
        asked = Names()
        self.splits = {
            name: asked.slug(net.node(name).name, f"choice-{number + 1}")
            for number, name in enumerate(sorted(self._asked()))
        }
        self.branches = {name: self._branches(name) for name in self.splits}

    def _asked(self) -> set[str]:
        return splits_of(self.guards[name] for name in self.steps)

    def _branches(self, split: str) -> dict[str, str]:
        names = Names()
        return {
            flow.id: names.slug(flow.name, f"branch-{number + 1}")
            for number, flow in enumerate(self.net.outgoing[split])
        }

    def process(self, slug: str, name: str, attributes: tuple[Attribute, ...] = ()) -> Process:
        """The process; NotAProcessError if it would not be sound."""
        after = self._after()
        try:
            steps = tuple(self._step(node, own, after[own]) for node, own in self.steps.items())
            return Process(
                slug=slug,
                name=same(name),
                family="imported",
                lead=steps[0].owner if steps else "imported",
                steps=steps,
                attributes=(*attributes, *(self._attribute(split) for split in self.splits)),
            )
        except DefinitionError as error:
            chinese = "；".join(in_chinese(fault) for fault in error.faults)
            raise NotAProcessError(said(chinese, "; ".join(error.faults))) from None

    def _step(self, node: str, slug: str, after: tuple[str, ...]) -> Step:
        when = self._when(self.guards[node])
        owner = self.owner(node)
        known = self.known.get(node)
        if known is None:
            name = same(self.net.node(node).label)
            return Step(
                slug=slug,
                name=name,
                owner=owner,
                time=self.times[node],
                after=after,
                when=when,
                source=self.source,
            )
        if when is not None and known.when is not None:
            raise NotAProcessError(
                said(f"“{slug}”有两重条件", f"{slug!r} stands under two conditions")
            )
        label = self.net.node(node).label
        renamed = {} if label in {known.name.zh, known.name.en} else {"name": same(label)}
        return known.changed(after=after, owner=owner, when=when or known.when, **renamed)

    def _after(self) -> dict[str, tuple[str, ...]]:
        last: dict[str, dict[str, None]] = {}
        before: dict[str, tuple[str, ...]] = {}
        for name in self.order:
            sources = [flow.source for flow in self.net.incoming[name]]
            coming = {step: None for source in sources for step in last[source]}
            if name in self.steps:
                before[self.steps[name]] = tuple(coming)
                coming = {self.steps[name]: None}
            last[name] = coming
        return {slug: graph.without_redundant(before, slug, own) for slug, own in before.items()}

    def _when(self, guard: Guard) -> Condition | None:
        terms = [self._all_of(sorted(term)) for term in sorted(guard, key=sorted)]
        if any(term is None for term in terms):
            return None
        kept = tuple(term for term in terms if term is not None)
        return kept[0] if len(kept) == 1 else AnyOf(conditions=kept)

    def _all_of(self, term: Iterable[tuple[str, str]]) -> Condition | None:
        parts = tuple(
            Is(attribute=self.splits[split], value=self.branches[split][flow])
            for split, flow in term
        )
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else AllOf(conditions=parts)

    def _attribute(self, split: str) -> ChoiceAttribute:
        flows = self.net.outgoing[split]
        equal = 1 / len(flows)
        weights = {flow.id: equal if flow.share is None else flow.share for flow in flows}
        options = {
            self.branches[split][name]: weight for name, weight in weights.items() if weight > 0
        }
        return ChoiceAttribute(
            slug=self.splits[split],
            name=same(self.net.node(split).label),
            options=options,
            source=self.source,
        )

"""A process as BPMN: every step a block of nodes, blocks joined like the steps.

A block reads left to right: wait for all predecessors (parallel join), skip unless the condition
holds (exclusive split and join), come back after corrections (exclusive join), the applicant's
way here (timer), the step itself, corrected or not (exclusive split), go on to all followers
(parallel split). The token game on it visits the same steps as the simulator; that a correction
comes back at most so many times is said in words only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from integrations.bpmn.diagram import Block, Flow, Fragment, Node, NodeKind
from integrations.bpmn.expressions import percent, words
from models import graph
from models.base import Language
from models.condition import Chance
from models.process import Process
from models.step import Step

FIRST, LAST = ".start", ".end"
"""Slugs of the blocks of the start and end events; no step can bear them, for the dot."""

WORDS = {
    "zh": {
        "visit": "申请人到场",
        "correct": "需补正？",
        "yes": "补正",
        "no": "无需补正",
        "most": "最多{most}次",
        "correction": "申请人补正",
        "again": "补正后重办{count}个环节",
        "otherwise": "跳过",
        "start": "申请",
        "end": "办结",
        "chance": "抽取{share}",
    },
    "en": {
        "visit": "Applicant comes",
        "correct": "Correction?",
        "yes": "correct",
        "no": "in order",
        "most": "at most {most}",
        "correction": "Applicant corrects",
        "again": "{count} steps once more",
        "otherwise": "skip",
        "start": "Application",
        "end": "Closed",
        "chance": "{share} of cases",
    },
}
KINDS: Mapping[str, NodeKind] = {
    "work": "user",
    "automatic": "service",
    "wait": "timer",
    "applicant": "manual",
}


def draw(process: Process, language: Language) -> Fragment:
    """The process as blocks, between a start and an end event."""
    return _Pen(process, language).fragment()


def back_to(process: Process, step: Step) -> str | None:
    """The step whose block a correction of this step returns to, None if it cannot.

    A token can go back only if nothing enters or leaves between the two steps; where something
    does, the steps in between are drawn once more in a sub-process of the correction.
    """
    if step.rework is None:
        return None
    region = graph.between(process.after, step.rework.to, step.slug)
    crossing = [
        (before, slug)
        for slug in process.after
        for before in graph.without_redundant(process.after, slug, process.after[slug])
        if (slug in region and slug != step.rework.to and before not in region)
        or (before in region and before != step.slug and slug not in region)
    ]
    return None if crossing else step.rework.to


@dataclass(frozen=True)
class _Pen:
    process: Process
    language: Language
    prefix: str = ""

    def fragment(self) -> Fragment:
        """All blocks and flows."""
        process = self.process
        arrows = self._arrows()
        loops = {
            step.slug: to for step in process.steps if (to := back_to(process, step)) is not None
        }
        blocks = self._blocks(arrows, set(loops.values()))
        by_slug = {block.slug: block for block in blocks}
        flows = [flow for block in blocks for flow in self._within(block)]
        flows += [
            Flow(by_slug[first].row[-1].id, by_slug[last].row[0].id) for first, last in arrows
        ]
        flows += [
            Flow(f"correction_{self.prefix}{slug}", f"merge_{self.prefix}{to}")
            for slug, to in loops.items()
        ]
        return Fragment(
            blocks=tuple(blocks),
            flows=tuple(flows),
            arrows=tuple(arrows),
            back=tuple(
                (self.prefix + slug, self.prefix + to) for slug, to in loops.items() if slug != to
            ),
            inside={
                f"again_{self.prefix}{step.slug}": self._again(step)
                for step in process.steps
                if step.rework is not None and step.slug not in loops
            },
        )

    def _arrows(self) -> list[tuple[str, str]]:
        process, prefix = self.process, self.prefix
        inner = [
            (prefix + before, prefix + slug)
            for slug, after in process.after.items()
            for before in graph.without_redundant(process.after, slug, after)
        ]
        followed = {first for first, _ in inner}
        first = [
            (prefix + FIRST, prefix + slug) for slug, after in process.after.items() if not after
        ]
        last = [
            (prefix + slug, prefix + LAST)
            for slug in process.after
            if prefix + slug not in followed
        ]
        return [*first, *inner, *last]

    def _blocks(self, arrows: list[tuple[str, str]], returned_to: set[str]) -> list[Block]:
        process = self.process
        order = process.order
        begin, end = process.step(order[0]).owner, process.step(order[-1]).owner
        return [
            self._edge(FIRST, "start", begin, arrows),
            *(self._block(process.step(slug), arrows, returned_to) for slug in order),
            self._edge(LAST, "end", end, arrows),
        ]

    def _edge(
        self, slug: str, kind: NodeKind, owner: str, arrows: Iterable[tuple[str, str]]
    ) -> Block:
        name = self.prefix + slug
        event = Node(f"{self.prefix}{kind}", kind, self._say(kind), owner)
        split = sum(first == name for first, _ in arrows) > 1
        join = sum(last == name for _, last in arrows) > 1
        row = [
            *([Node(f"join_{self.prefix}end", "parallel", "", owner)] if join else []),
            event,
            *([Node(f"fork_{self.prefix}start", "parallel", "", owner)] if split else []),
        ]
        return Block(name, owner, tuple(row))

    def _block(self, step: Step, arrows: Iterable[tuple[str, str]], returned_to: set[str]) -> Block:
        slug = self.prefix + step.slug

        def node(role: str, kind: NodeKind, name: str = "") -> Node:
            return Node(f"{role}_{slug}", kind, name, step.owner, step.slug)

        joins = sum(last == slug for _, last in arrows) > 1
        forks = sum(first == slug for first, _ in arrows) > 1
        loops = step.slug in returned_to
        apart = step.rework is not None and back_to(self.process, step) is None
        delayed = step.visit is not None and step.visit.delay is not None
        roles = {
            node("join", "parallel"): joins,
            node("if", "exclusive", self._question(step)): step.when is not None,
            node("merge", "exclusive"): loops,
            node("visit", "timer", self._say("visit")): delayed,
            node("step", KINDS[step.time.kind], step.name[self.language]): True,
            node("rejoin", "exclusive"): apart,
            node("correct", "exclusive", self._say("correct")): step.rework is not None,
            node("fi", "exclusive"): step.when is not None,
            node("fork", "parallel"): forks,
        }
        below = [node("correction", "timer", self._say("correction"))] if step.rework else []
        below += [node("again", "subprocess", self._again_name(step))] if apart else []
        return Block(
            slug, step.owner, tuple(n for n, drawn in roles.items() if drawn), tuple(below)
        )

    def _within(self, block: Block) -> list[Flow]:
        flows = []
        for first, last in pairwise(block.row):
            flows.append(self._onward(block, first, last))
        step = block.row[0].step
        if step is None:
            return flows
        skip, done = block.node("if"), block.node("fi")
        if skip is not None and done is not None:
            otherwise = self._say("otherwise")
            share = self._share_performed(step)
            rest = None if share is None else 1 - share
            flows.append(Flow(skip.id, done.id, otherwise, default=True, share=rest))
        rework = self.process.step(step).rework
        correct = block.node("correct")
        if rework is not None and correct is not None:
            name = f"{self._say('yes')} {percent(rework.chance)}"
            if rework.most > 1:
                name += f"\n{self._say('most').format(most=rework.most)}"
            way = [correct, *block.below]
            rejoin = block.node("rejoin")
            way += [rejoin] if rejoin is not None else []
            flows.append(Flow(way[0].id, way[1].id, name, share=rework.chance))
            flows += [Flow(a.id, b.id) for a, b in pairwise(way[1:])]
        return flows

    def _onward(self, block: Block, first: Node, last: Node) -> Flow:
        if first.step is None:
            return Flow(first.id, last.id)
        step = self.process.step(first.step)
        if first == block.node("if"):
            return Flow(first.id, last.id, when=step.when, share=self._share_performed(step.slug))
        if first == block.node("correct") and step.rework is not None:
            return Flow(first.id, last.id, default=True, share=1 - step.rework.chance)
        return Flow(first.id, last.id)

    def _share_performed(self, slug: str) -> float | None:
        when = self.process.step(slug).when
        return when.share if isinstance(when, Chance) else None

    def _question(self, step: Step) -> str:
        if step.when is None:
            return ""
        if isinstance(step.when, Chance):
            return self._say("chance").format(share=percent(step.when.share))
        known = {attribute.slug: attribute for attribute in self.process.attributes}
        return words(step.when, known, self.language) + ("？" if self.language == "zh" else "?")

    def _again_name(self, step: Step) -> str:
        return self._say("again").format(count=len(self._region(step)))

    def _region(self, step: Step) -> set[str]:
        return (
            graph.between(self.process.after, step.rework.to, step.slug) if step.rework else set()
        )

    def _again(self, step: Step) -> Fragment:
        """The steps of a correction once more, for the inside of its sub-process."""
        region = self._region(step)
        steps = tuple(
            s.changed(after=tuple(name for name in s.after if name in region), rework=None)
            for s in self.process.steps
            if s.slug in region
        )
        again = self.process.changed(steps=steps, limits=(), reforms=())
        return _Pen(again, self.language, f"again_{step.slug}_").fragment()

    def _say(self, key: str) -> str:
        return WORDS["en" if self.language == "en" else "zh"][key]

"""Graph questions about steps: order, ancestors, paths. Pure functions over ``after`` lists."""

from collections.abc import Iterable, Mapping

After = Mapping[str, tuple[str, ...]]


def followers(after: After) -> dict[str, list[str]]:
    """For each step the steps that come directly after it, in definition order."""
    result: dict[str, list[str]] = {slug: [] for slug in after}
    for slug, before in after.items():
        for name in before:
            if name in result:
                result[name].append(slug)
    return result


def topological_order(after: After) -> list[str]:
    """Steps so that each comes after its predecessors, otherwise in definition order.

    Steps on or behind a cycle are left out; the caller compares lengths.
    """
    done: set[str] = set()
    order: list[str] = []
    waiting = list(after)
    while ready := [s for s in waiting if all(b in done or b not in after for b in after[s])]:
        order.append(ready[0])
        done.add(ready[0])
        waiting.remove(ready[0])
    return order


def ancestors(after: After, slugs: Iterable[str]) -> set[str]:
    """Every step from which one of ``slugs`` can be reached, these included."""
    seen: set[str] = set()
    stack = list(slugs)
    while stack:
        slug = stack.pop()
        if slug not in seen and slug in after:
            seen.add(slug)
            stack.extend(after[slug])
    return seen


def descendants(after: After, slugs: Iterable[str]) -> set[str]:
    """Every step that can be reached from one of ``slugs``, these included."""
    forward = {slug: tuple(names) for slug, names in followers(after).items()}
    return ancestors(forward, slugs)


def between(after: After, first: str, last: str) -> set[str]:
    """The steps on paths from ``first`` to ``last``, both included; empty if there is none."""
    return descendants(after, [first]) & ancestors(after, [last])


def without_redundant(after: After, slug: str, before: Iterable[str]) -> tuple[str, ...]:
    """``before`` without steps that another of them already comes after, in definition order."""
    wanted = set(before) - {slug}
    implied = {
        name for name in wanted if name in ancestors(after, [s for s in wanted if s != name])
    }
    return tuple(name for name in after if name in wanted - implied)

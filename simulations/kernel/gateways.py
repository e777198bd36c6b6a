"""What gateways choose, and what is drawn for it: every choice by case, node and visit."""

from simulations.jit import called, inlined
from simulations.kernel.laws import value_of
from simulations.kernel.net_tables import (
    DEFAULT,
    FOR_BRANCH,
    FOR_ORDER,
    FOR_TIME,
    FROM,
    GROUP_ENDS,
    OPPOSITE,
    OUT_FIRST,
    OUT_LAST,
    OWN_STEP,
    RULE,
    RULE_ENDS,
    TARGET,
    TESTED,
    TO,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import (
    EVENT_LAW,
    STOPPED,
    VISITS,
    Int16,
    Int32,
    Int64,
)


@called
def rule_holds(case: int, first: int, tests: Float64, traits: Float64) -> bool:
    """Whether the rule whose tests begin at ``first`` holds for the case.

    The last row of ``traits`` holds what all cases share; such traits are numbered -1, -2, ...
    """
    holds = True
    place = first
    while True:
        trait = int(tests[TESTED, place])
        value = traits[case, trait] if trait >= 0 else traits[len(traits) - 1, -1 - trait]
        inside = tests[FROM, place] <= value <= tests[TO, place]
        if tests[OPPOSITE, place] != 0:
            inside = value == value and not inside  # noqa: PLR0124 - NaN: the case lacks it
        holds = holds and inside
        if tests[GROUP_ENDS, place] != 0:
            if holds or tests[RULE_ENDS, place] != 0:
                return bool(holds)
            holds = True
        place += 1


@inlined
def visit_gateway(slot: int, node: int, most: int, slots: Int16, event: Int64) -> int:
    """Count a visit of a gateway; its number."""
    visit = slots[slot + node, VISITS]
    if visit >= most:
        event[STOPPED] = node + 1
        return int(visit)
    slots[slot + node, VISITS] = visit + 1
    return int(visit)


@called
def one_of(first: int, last: int, chosen: int, u: float, shares: Float64) -> int:
    """A flow by its share; of those in the bit set ``chosen``, or of all if that is empty."""
    total = 0.0
    for flow in range(first, last):
        if chosen == 0 or (chosen >> (flow - first)) & 1:
            total += shares[flow]
    rest = u * total
    found = -1
    for flow in range(first, last):
        if chosen == 0 or (chosen >> (flow - first)) & 1:
            if found < 0 or shares[flow] > 0:
                found = flow
            rest -= shares[flow]
            if rest < 0:
                break
    return found


@called
def passed(case: int, first: int, last: int, flows: Int32, tests: Float64, traits: Float64) -> int:
    """The flows whose rules hold, as a bit set; the default flow if none of the rules holds."""
    chosen = 0
    ruled = False
    default = 0
    for flow in range(first, last):
        if flows[DEFAULT, flow] != 0:
            default = 1 << (flow - first)
        if flows[RULE, flow] >= 0:
            ruled = True
            if rule_holds(case, flows[RULE, flow], tests, traits):
                chosen |= 1 << (flow - first)
    return default if ruled and chosen == 0 else chosen


@inlined
def push_flow(flow: int, walk: Int32, event: Int64) -> None:
    """A token is on its way along ``flow``."""
    if walk[0] + 1 >= len(walk):
        event[STOPPED] = 1
        return
    walk[0] += 1
    walk[walk[0]] = flow


@called
def split_inclusive(
    case: int,
    node: int,
    visit: int,
    chosen: int,
    nodes: Int32,
    shares: Float64,
    keys: Int64,
    walk: Int32,
    event: Int64,
) -> None:
    """A token along every flow that is chosen; along one at least."""
    first, last = nodes[OUT_FIRST, node], nodes[OUT_LAST, node]
    if chosen == 0 and last - first > 1:
        for flow in range(first, last):
            u, _ = uniform_pair(keys, case, node, visit, FOR_BRANCH + 1 + flow - first)
            if u < shares[flow]:
                chosen |= 1 << (flow - first)
    if chosen == 0:
        u, _ = uniform_pair(keys, case, node, visit, FOR_BRANCH)
        push_flow(one_of(first, last, 0, u, shares), walk, event)
        return
    for flow in range(first, last):
        if (chosen >> (flow - first)) & 1:
            push_flow(flow, walk, event)


@called
def first_event(
    case: int,
    node: int,
    slot: int,
    nodes: Int32,
    flows: Int32,
    steps: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    slots: Int16,
) -> int:
    """Of the events after an event gateway, the flow to the one that comes first."""
    found = nodes[OUT_FIRST, node]
    least = 1e300
    for flow in range(nodes[OUT_FIRST, node], nodes[OUT_LAST, node]):
        after = flows[TARGET, flow]
        u, _ = uniform_pair(keys, case, after, slots[slot + after, VISITS], FOR_TIME)
        time = value_of(laws, points, steps[EVENT_LAW, nodes[OWN_STEP, after]], u)
        if time < least:
            least = time
            found = flow
    return int(found)


@called
def shuffle(case: int, node: int, visit: int, keys: Int64, todo: Int32) -> None:
    """Put what was opened in an order of chance."""
    for place in range(todo[0], 1, -1):
        u, _ = uniform_pair(keys, case, node, visit, FOR_ORDER + place)
        other = 1 + int(u * place)
        kept = todo[place]
        todo[place] = todo[other]
        todo[other] = kept

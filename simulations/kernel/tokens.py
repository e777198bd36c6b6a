"""The token game: tokens move through gateways until they rest at tasks, events and joins.

What a walk opens is put on ``todo``.
"""

from simulations.jit import called, inlined
from simulations.kernel.gateways import (
    first_event,
    one_of,
    passed,
    push_flow,
    split_inclusive,
    visit_gateway,
)
from simulations.kernel.laws import value_of, whole
from simulations.kernel.net_tables import (
    END,
    EVENTS,
    EXCLUSIVE,
    FOR_BRANCH,
    FOR_TIME,
    IN_FIRST,
    IN_LAST,
    JOIN,
    NODE_KIND,
    OUT_FIRST,
    OUT_LAST,
    OWN_STEP,
    PARALLEL,
    TARGET,
    TERMINATE,
    WORKED,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import (
    BASE,
    CASE,
    EVENT_LAW,
    HELD,
    LEFT,
    NODE,
    PASS,
    SLOT,
    STEP,
    STOPPED,
    VISIT,
    WORK,
    Int16,
    Int32,
    Int64,
)


@inlined
def full_flows(node: int, slot: int, nodes: Int32, lists: Int32, slots: Int16) -> int:
    """The flows into a join on which tokens wait, as a bit set."""
    first = nodes[IN_FIRST, node]
    full = 0
    for place in range(first, nodes[IN_LAST, node]):
        if slots[slot + lists[place], LEFT] > 0:
            full |= 1 << (place - first)
    return full


@inlined
def may_come(came: int, empty: int, full: int) -> bool:
    """Whether a token that can come to the flows ``came`` keeps an inclusive join waiting."""
    return (came & empty) != 0 and (came & full) == 0


@inlined
def join_opens(
    node: int,
    slot: int,
    nodes: Int32,
    lists: Int32,
    flows: Int32,
    reach: Int64,
    slots: Int16,
) -> bool:
    """Whether no token elsewhere can still come to an empty flow into the inclusive join."""
    full = full_flows(node, slot, nodes, lists, slots)
    if full == 0:
        return False
    row = nodes[JOIN, node]
    empty = ((1 << (nodes[IN_LAST, node] - nodes[IN_FIRST, node])) - 1) & ~full
    for flow in range(flows.shape[1]):
        if slots[slot + flow, LEFT] > 0 and may_come(reach[row, flow], empty, full):
            return False
    for other in range(nodes.shape[1]):
        if slots[slot + other, PASS] > 0 and nodes[NODE_KIND, other] == WORKED:
            came = 0
            for flow in range(nodes[OUT_FIRST, other], nodes[OUT_LAST, other]):
                came |= reach[row, flow]
            if may_come(came, empty, full):
                return False
    return True


@called
def open_join(
    slot: int, nodes: Int32, lists: Int32, flows: Int32, reach: Int64, slots: Int16, event: Int64
) -> int:
    """An inclusive join that can open now, its tokens taken; -1 if there is none."""
    for node in range(nodes.shape[1]):
        if nodes[JOIN, node] < 0:
            continue
        if join_opens(node, slot, nodes, lists, flows, reach, slots):
            for place in range(nodes[IN_FIRST, node], nodes[IN_LAST, node]):
                if slots[slot + lists[place], LEFT] > 0:
                    slots[slot + lists[place], LEFT] -= 1
                    event[HELD] -= 1
            return node
    return -1


@inlined
def open_parallel(
    node: int, slot: int, nodes: Int32, lists: Int32, slots: Int16, event: Int64
) -> bool:
    """Whether a token waits on every flow into the gateway; then one is taken off each."""
    for place in range(nodes[IN_FIRST, node], nodes[IN_LAST, node]):
        if slots[slot + lists[place], LEFT] == 0:
            return False
    for place in range(nodes[IN_FIRST, node], nodes[IN_LAST, node]):
        slots[slot + lists[place], LEFT] -= 1
        event[HELD] -= 1
    return True


@called
def terminate(slot: int, rows: int, slots: Int16, todo: Int32, walk: Int32, event: Int64) -> None:
    """The case is over: no token is left, and what is under way leads nowhere."""
    for row in range(rows):
        event[HELD] -= slots[slot + row, LEFT]
        slots[slot + row, LEFT] = 0
    slots[slot, PASS] = 1
    todo[0] = 0
    walk[0] = 0


@inlined
def come(
    flow: int,
    slot: int,
    rows: int,
    nodes: Int32,
    flows: Int32,
    lists: Int32,
    slots: Int16,
    todo: Int32,
    walk: Int32,
    event: Int64,
) -> int:
    """A token comes along ``flow``: the gateway that it, or it with others, opens; else -1."""
    node = flows[TARGET, flow]
    kind = nodes[NODE_KIND, node]
    if kind == WORKED:
        if todo[0] + 2 >= len(todo):
            event[STOPPED] = node + 1
            return -1
        slots[slot + node, PASS] += 1
        todo[0] += 1
        todo[todo[0]] = nodes[OWN_STEP, node]
        return -1
    if kind == END:
        return -1
    if kind == TERMINATE:
        terminate(slot, rows, slots, todo, walk, event)
        return -1
    if kind == PARALLEL or nodes[JOIN, node] >= 0:
        slots[slot + flow, LEFT] += 1
        event[HELD] += 1
        if kind != PARALLEL or not open_parallel(node, slot, nodes, lists, slots, event):
            return -1
    return int(node)


@called
def leave(
    case: int,
    node: int,
    slot: int,
    most: int,
    nodes: Int32,
    flows: Int32,
    shares: Float64,
    tests: Float64,
    traits: Float64,
    steps: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    slots: Int16,
    walk: Int32,
    event: Int64,
) -> None:
    """Tokens leave a gateway along the flows that are chosen."""
    kind = nodes[NODE_KIND, node]
    first, last = nodes[OUT_FIRST, node], nodes[OUT_LAST, node]
    visit = visit_gateway(slot, node, most, slots, event)
    if kind == PARALLEL or last - first == 1:
        for out in range(first, last):
            push_flow(out, walk, event)
    elif kind == EVENTS:
        out = first_event(case, node, slot, nodes, flows, steps, laws, points, keys, slots)
        push_flow(out, walk, event)
    else:
        chosen = passed(case, first, last, flows, tests, traits)
        if kind == EXCLUSIVE:
            u, _ = uniform_pair(keys, case, node, visit, FOR_BRANCH)
            push_flow(one_of(first, last, chosen, u, shares), walk, event)
        else:
            split_inclusive(case, node, visit, chosen, nodes, shares, keys, walk, event)


@inlined
def walk_on(
    case: int,
    rows: int,
    most: int,
    nodes: Int32,
    flows: Int32,
    lists: Int32,
    reach: Int64,
    shares: Float64,
    tests: Float64,
    traits: Float64,
    steps: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    cases: Int64,
    slots: Int16,
    todo: Int32,
    walk: Int32,
    event: Int64,
) -> None:
    """Let the tokens of ``walk`` move until they rest; the tasks they come to go on ``todo``."""
    slot = cases[case, SLOT]
    while event[STOPPED] == 0:
        if walk[0] > 0:
            flow = walk[walk[0]]
            walk[0] -= 1
            node = come(flow, slot, rows, nodes, flows, lists, slots, todo, walk, event)
        else:
            node = -1
            if len(reach) > 0:
                node = open_join(slot, nodes, lists, flows, reach, slots, event)
            if node < 0:
                return
        if node >= 0:
            leave(
                case,
                node,
                slot,
                most,
                nodes,
                flows,
                shares,
                tests,
                traits,
                steps,
                laws,
                points,
                keys,
                slots,
                walk,
                event,
            )


@inlined
def begin_case(
    nodes: Int32,
    todo: Int32,
    walk: Int32,
) -> None:
    """A case arrives: a token leaves the start (node 0)."""
    todo[0] = 0
    walk[0] = 0
    for flow in range(nodes[OUT_FIRST, 0], nodes[OUT_LAST, 0]):
        walk[0] += 1
        walk[walk[0]] = flow


@inlined
def leave_visit(
    row: int,
    node: int,
    nodes: Int32,
    cases: Int64,
    slots: Int16,
    log: Int32,
    todo: Int32,
    walk: Int32,
    event: Int64,
) -> None:
    """The visit of a task or event is over: its tokens set out, unless the case was terminated."""
    case = log[CASE, row]
    slot = cases[case, SLOT]
    todo[0] = 0
    walk[0] = 0
    slots[slot + node, PASS] -= 1
    if slots[slot, PASS] == 0:
        for flow in range(nodes[OUT_FIRST, node], nodes[OUT_LAST, node]):
            push_flow(flow, walk, event)


@inlined
def open_net_visit(
    row: int,
    case: int,
    step: int,
    most: int,
    laws: Float64,
    points: Float64,
    keys: Int64,
    steps: Int32,
    cases: Int64,
    slots: Int16,
    log: Int32,
    event: Int64,
) -> None:
    """Open a visit of local step ``step`` of the net; it is enabled at once."""
    number = cases[case, BASE] + step
    node = steps[NODE, number]
    visit = visit_gateway(cases[case, SLOT], node, most, slots, event)
    log[CASE, row] = case
    log[STEP, row] = number
    log[VISIT, row] = visit
    if steps[EVENT_LAW, number] >= 0:
        u, _ = uniform_pair(keys, case, node, visit, FOR_TIME)
        log[WORK, row] = whole(value_of(laws, points, steps[EVENT_LAW, number], u))

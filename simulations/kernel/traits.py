"""The attributes that nodes change."""

from simulations.jit import called, inlined
from simulations.kernel.formulas import formula_value
from simulations.kernel.laws import value_of
from simulations.kernel.net_tables import (
    AT_ONCE,
    ATTRIBUTE,
    ATTRIBUTE_LAW,
    FOR_ATTRIBUTE,
    PROGRAM,
    UPDATE_FIRST,
    UPDATE_LAST,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import ENDED_VISIT, NODE, STEP, VISIT, Int32, Int64


@inlined
def changes_traits(nodes: Int32, steps: Int32, log: Int32, event: Int64) -> bool:
    """Whether the visit that ended, or a case that arrives, changes an attribute."""
    ended = event[ENDED_VISIT]
    node = 0 if ended < 0 else steps[NODE, log[STEP, ended]]
    return bool(nodes[UPDATE_FIRST, node] < nodes[UPDATE_LAST, node])


@called
def update_traits(
    case: int,
    nodes: Int32,
    steps: Int32,
    updates: Int32,
    program: Float64,
    stack: Float64,
    laws: Float64,
    points: Float64,
    traits: Float64,
    keys: Int64,
    log: Int32,
    event: Int64,
) -> None:
    """Change what the visit that ended, or the case that arrives, changes.

    These are attributes of the case, or such as all cases share.
    """
    ended = event[ENDED_VISIT]
    node, visit = 0, 0
    if ended >= 0:
        node, visit = steps[NODE, log[STEP, ended]], log[VISIT, ended]
    first, last = nodes[UPDATE_FIRST, node], nodes[UPDATE_LAST, node]
    for place in range(first, last):
        trait = updates[ATTRIBUTE, place]
        row = case
        if trait < 0:
            row, trait = len(traits) - 1, -1 - trait
        law = updates[ATTRIBUTE_LAW, place]
        if law >= 0:
            u, _ = uniform_pair(keys, case, node, visit, FOR_ATTRIBUTE + trait)
            value = value_of(laws, points, law, u)
        else:
            value = formula_value(
                case,
                node,
                visit,
                trait,
                updates[PROGRAM, place],
                program,
                stack,
                last - first,
                laws,
                points,
                traits,
                keys,
            )
        stack[place - first] = value
        if updates[AT_ONCE, place] != 0:
            traits[row, trait] = value
    for place in range(first, last):
        trait = updates[ATTRIBUTE, place]
        if trait >= 0:
            traits[case, trait] = stack[place - first]
        else:
            traits[len(traits) - 1, -1 - trait] = stack[place - first]

"""The attributes that nodes change."""

from simulations.jit import called
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
from simulations.kernel.tables import Int32, Int64


@called
def update_traits(
    case: int,
    node: int,
    visit: int,
    nodes: Int32,
    updates: Int32,
    program: Float64,
    stack: Float64,
    laws: Float64,
    points: Float64,
    traits: Float64,
    keys: Int64,
) -> None:
    """Give the attributes new values that the node changes: the case's, or those that all share."""
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

"""What the cases of a net are before it runs: when they come, their attributes, their classes."""

from simulations.jit import compiled
from simulations.kernel.gateways import rule_holds
from simulations.kernel.hours import opening
from simulations.kernel.laws import value_of
from simulations.kernel.net_tables import BEYOND, FOR_ARRIVAL, FOR_CASE, Float64
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import CLASS, NEVER, Int32, Int64


@compiled
def draw_arrivals(
    first: int,
    law: int,
    calendar: int,
    spans: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    arrival: Int64,
) -> int:
    """When the cases come: each a gap after the one before, moved on to the next opening.

    Times are whole seconds, gaps are not: what is cut off is kept. Returns 0, or BEYOND.
    """
    time = 1.0 * first
    for case in range(len(arrival)):
        if case > 0:
            u, _ = uniform_pair(keys, case, 0, 0, FOR_ARRIVAL)
            time += value_of(laws, points, law, u)
        if time >= NEVER:
            return BEYOND
        at = opening(spans, calendar, int(time), int(time))
        if at >= NEVER:
            return BEYOND
        if at > time:
            time = 1.0 * at
        arrival[case] = at
    return 0


@compiled
def draw_traits(
    first_law: Int32, laws: Float64, points: Float64, keys: Int64, traits: Float64
) -> None:
    """What each case is like when it comes; in the last row what all cases share."""
    for trait in range(len(first_law)):
        if first_law[trait] < 0:
            continue
        for case in range(len(traits)):
            u, _ = uniform_pair(keys, case, trait, 0, FOR_CASE)
            traits[case, trait] = value_of(laws, points, first_law[trait], u)


@compiled
def draw_classes(rules: Int32, tests: Float64, traits: Float64, cases: Int64) -> None:
    """The priority class of each case: the first rule that holds for it, or the last class."""
    for case in range(len(cases)):
        cases[case, CLASS] = len(rules)
        for number in range(len(rules)):
            if rule_holds(case, rules[number], tests, traits):
                cases[case, CLASS] = number
                break

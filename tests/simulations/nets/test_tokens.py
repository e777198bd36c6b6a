"""The token game, by hand: what each gateway does with its tokens."""

import numpy as np
import pytest

from models.errors import SimulationError
from models.law import exactly
from models.net_attribute import Attribute, Change, ChoiceValue, NumberValue
from models.net_scenario import Branch, Clause, Rule
from tests.models.test_token_net import a_net
from tests.net_builders import a_net_scenario, people, ran, story, visits

FIVE = {"@t": exactly(300)}


def test_tasks_follow_each_other() -> None:
    assert story(ran("< a b >")) == ["a 0 0-1", "b 1 1-2"]


def test_an_event_waits_without_staff() -> None:
    log = ran("< a @t b >", events=FIVE)
    assert story(log) == ["@t 1 1-6", "a 0 0-1", "b 6 6-7"]
    assert log.resource[log.step == 1].tolist() == [-1]


def test_a_parallel_split_runs_side_by_side_and_its_join_waits_for_the_last() -> None:
    log = ran("< +1 a +2 c >", "+1 @t +2", events=FIVE)
    assert story(log) == ["@t 0 0-5", "a 0 0-1", "c 5 5-6"]


def test_an_exclusive_split_takes_one_way_by_its_share() -> None:
    log = ran("< x1 a x2 >", "x1 b x2", shares={"x1a": 0.3, "x1b": 0.7}, cases=20_000)
    assert len(log) == 20_000
    assert visits(log)["a"] == pytest.approx(6_000, abs=4 * np.sqrt(20_000 * 0.21))


def test_a_loop_is_left_by_chance_and_has_no_last_round() -> None:
    log = ran("< x1 a x2 >", "x2 x1", shares={"x2>": 0.2, "x2x1": 0.8}, cases=5_000)
    rounds = np.bincount(log.case)
    assert rounds.mean() == pytest.approx(5, abs=4 * np.sqrt(20 / 5_000))
    assert rounds.max() > 20
    assert (log.visit[log.case == 7] == np.arange(rounds[7])).all()


def test_a_loop_beyond_its_bound_is_an_error_in_words() -> None:
    net = a_net("< x1 a x2 >", "x2 x1").changed(most_visits=50)
    with pytest.raises(SimulationError, match=r"comes to node '(x1|a|x2)' more than 50 times"):
        ran(net=net, shares={"x2>": 0.0, "x2x1": 1.0})


def test_a_loop_of_gateways_alone_ends_in_the_same_error() -> None:
    with pytest.raises(SimulationError, match="more than 1000 times"):
        ran("< x1 x2 a >", "x2 x1", shares={"x2a": 0.0, "x2x1": 1.0})


def test_an_inclusive_split_takes_each_way_by_its_own_chance_but_one_at_least() -> None:
    shares = {"o1a": 0.5, "o1b": 0.4}
    log = ran("< o1 a o2 c >", "o1 b o2", shares=shares, cases=20_000)
    found = visits(log)
    # P(a) = .5 + P(neither) * .5/.9, and c once a case.
    assert found["a"] / 20_000 == pytest.approx(0.5 + 0.3 * 5 / 9, abs=0.015)
    assert found["b"] / 20_000 == pytest.approx(0.4 + 0.3 * 4 / 9, abs=0.015)
    assert found["c"] == 20_000


def test_an_inclusive_join_waits_for_tokens_that_can_still_come() -> None:
    log = ran("< o1 a o2 c >", "o1 @t o2", shares={"o1a": 1, "o1@t": 1}, events=FIVE)
    assert story(log) == ["@t 0 0-5", "a 0 0-1", "c 5 5-6"]


def test_an_inclusive_join_does_not_wait_for_what_was_not_chosen() -> None:
    log = ran("< o1 a o2 c >", "o1 @t o2", shares={"o1a": 1, "o1@t": 0}, events=FIVE)
    assert story(log) == ["a 0 0-1", "c 1 1-2"]


def test_an_inclusive_join_opens_when_the_last_hope_goes_another_way() -> None:
    # The token of b leaves for the end at x1, which frees the join that a waits at.
    ways = ("< +1 a o2 c >", "+1 @t x1 o2", "x1 >2")
    shares = {"x1o2": 0.0, "x1>2": 1.0}
    log = ran(*ways, shares=shares, events=FIVE)
    assert story(log) == ["@t 0 0-5", "a 0 0-1", "c 5 5-6"]


def test_an_inclusive_join_in_a_loop_does_not_wait_for_itself() -> None:
    log = ran("< o2 a x1 >", "x1 o2", shares={"x1>": 0.5, "x1o2": 0.5}, cases=200)
    assert log.stuck == {}
    assert visits(log)["a"] > 250


def test_the_first_event_after_an_event_gateway_wins() -> None:
    events = {"@t": exactly(300), "@u": exactly(120)}
    log = ran("< ?1 @t x1 >", "?1 @u x1", events=events)
    assert story(log) == ["@u 0 0-2"]


def test_several_flows_into_a_task_start_it_once_each_and_several_out_split() -> None:
    log = ran("< +1 a c d >", "+1 b c", "c e >")
    assert visits(log) == {"a": 1, "c": 2, "d": 2, "b": 1, "e": 2}


def test_a_terminate_end_stops_what_has_not_begun() -> None:
    net = a_net("< +1 a >2", "+1 @t b >")
    nodes = tuple(n.changed(kind="terminate") if n.id == ">2" else n for n in net.nodes)
    log = ran(net=net.changed(nodes=nodes), events=FIVE)
    assert visits(log) == {"a": 1, "@t": 1, "b": 0}


def test_a_join_that_can_never_open_is_counted_by_its_name() -> None:
    log = ran("< x1 a +1 >", "x1 b +1", shares={"x1a": 1.0, "x1b": 0.0}, cases=3)
    assert log.stuck == {"+1": 3}


def rule(comparison: str, value: object, attribute: str = "n") -> Rule:
    test = Clause.model_validate({"attribute": attribute, "comparison": comparison, "value": value})
    return Rule(any_of=((test,),))


def branch(flow: str, share: float, own: Rule | None = None) -> Branch:
    return Branch(gateway="x1", flow=flow, share=share, rule=own)


@pytest.mark.parametrize(
    ("comparison", "value", "holds"),
    [
        ("=", 5, True),
        ("=", "5", True),
        ("!=", 5, False),
        ("!=", "red", True),
        ("<", 5, False),
        ("<=", 5, True),
        (">", 4.9, True),
        (">=", 5, True),
        (">", 5, False),
        ("in", (4, 5), True),
        ("in", (5.1, 9), False),
        ("=", "red", False),
    ],
)
def test_rules_send_cases_by_their_attributes(comparison: str, value: object, holds: bool) -> None:
    number = Attribute(name="n", value=NumberValue(law=exactly(5)))
    net = a_net("< x1 a >", "x1 b >")
    flows = tuple(flow.changed(default=flow.id == "x1b") for flow in net.flows)
    shares = {"x1a": branch("x1a", 0.5, rule(comparison, value)), "x1b": 0.5}
    log = ran(net=net.changed(flows=flows), shares=shares, attributes=[number])
    assert visits(log) == ({"a": 1, "b": 0} if holds else {"a": 0, "b": 1})


def test_words_are_not_smaller_or_greater_than_numbers() -> None:
    word = Attribute(name="n", value=ChoiceValue(options={"red": 1.0}))
    net = a_net("< x1 a >", "x1 b >")
    flows = tuple(flow.changed(default=flow.id == "x1b") for flow in net.flows)
    for comparison in ("<", ">", "<=", ">="):
        shares = {"x1a": branch("x1a", 0.5, rule(comparison, 3)), "x1b": 0.5}
        log = ran(net=net.changed(flows=flows), shares=shares, attributes=[word])
        assert visits(log)["b"] == 1
    shares = {"x1a": branch("x1a", 0.5, rule("=", "red")), "x1b": 0.5}
    log = ran(net=net.changed(flows=flows), shares=shares, attributes=[word])
    assert visits(log)["a"] == 1


def test_an_attribute_that_a_task_changes_ends_the_loop() -> None:
    done = Attribute(name="n", value=NumberValue(law=exactly(0)))
    change = Change(event="a", attribute="n", value=NumberValue(law=exactly(9)))
    shares = {"x1>": branch("x1>", 0.5, rule(">", 5)), "x1a": branch("x1a", 0.5, rule("<", 5))}
    log = ran("< x1 a x1", "x1 >", shares=shares, attributes=[done], changes=[change])
    assert visits(log) == {"a": 1}


@pytest.mark.parametrize("shared", [True, False])
def test_what_one_case_changes_in_a_shared_attribute_all_later_cases_meet(*, shared: bool) -> None:
    full = Attribute(name="n", shared=shared, value=NumberValue(law=exactly(0)))
    change = Change(event="a", attribute="n", value=NumberValue(law=exactly(9)))
    shares = {"x1a": branch("x1a", 0.5, rule("<", 5)), "x1b": branch("x1b", 0.5, rule(">", 5))}
    fields = {"attributes": [full], "changes": [change]}
    log = ran("< x1 a >", "x1 b >", shares=shares, cases=20, **fields)
    found = visits(log)
    assert found["a"] + found["b"] == 20
    first_done = log.completed[log.step == 0].min()
    came_before = int((log.arrival < first_done).sum())
    assert found["a"] == (came_before if shared else 20)


def test_of_several_rules_that_hold_one_is_drawn_by_share() -> None:
    number = Attribute(name="n", value=NumberValue(law=exactly(5)))
    always = rule(">", 0)
    shares = {"x1a": branch("x1a", 0.2, always), "x1b": branch("x1b", 0.2, always)}
    net = a_net("< x1 a >", "x1 b >", "x1 c >")
    shares["x1c"] = branch("x1c", 0.6)
    log = ran(net=net, shares=shares, attributes=[number], cases=2_000)
    found = visits(log)
    assert found["c"] == 0
    assert found["a"] == pytest.approx(1_000, abs=90)


def test_the_branches_of_a_split_come_in_an_order_of_chance() -> None:
    log = ran("< +1 a +2 >", "+1 b +2", staff=[people("p")], cases=1_000)
    first = (log.started[log.step == 0] < log.started[log.step == 1]).mean()
    assert first == pytest.approx(0.5, abs=0.07)


def test_the_same_seed_gives_the_same_log() -> None:
    fields = {"shares": {"x2>": 0.2, "x2x1": 0.8}, "cases": 200}
    logs = [ran("< x1 a x2 >", "x2 x1", seed=seed, **fields) for seed in (3, 3, 4)]
    assert (logs[0].completed == logs[1].completed).all()
    assert len(logs[0]) != len(logs[2])


def test_faults_of_a_scenario_are_told_at_once() -> None:
    with pytest.raises(Exception, match="nobody does task 'b'") as caught:
        a_net_scenario("< a b x1 >", "x1 a", times={("a", "p"): exactly(1)})
    assert "have no share" in str(caught.value)

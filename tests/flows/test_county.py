"""The county's staff and arrivals follow the rule they state."""

from math import ceil

from flows.catalogue import processes
from flows.county.arrivals import ARRIVALS
from flows.county.staff import POOLS, UTILISATION
from models.plan.catalogue import department
from simulations.staffing import daily_work

RATES = {slug: arrivals.per_working_day for slug, arrivals in ARRIVALS.items()}
BEFORE = daily_work([(p, RATES[slug]) for slug, p in processes().items()])
AFTER = daily_work([(p.reformed(), RATES[slug]) for slug, p in processes().items()])


def test_every_process_has_arrivals() -> None:
    assert set(ARRIVALS) == set(processes())
    assert all(arrivals.source.assumed for arrivals in ARRIVALS.values())


def test_a_working_year_brings_more_than_a_hundred_thousand_cases() -> None:
    assert sum(RATES.values()) * 250 > 100_000


def test_every_pool_that_a_step_needs_exists_and_no_other() -> None:
    assert {pool.slug for pool in POOLS} == {*BEFORE, *AFTER}


def test_each_pool_has_the_fewest_people_within_the_utilisation() -> None:
    for pool in POOLS:
        minutes = max(BEFORE.get(pool.slug, 0), AFTER.get(pool.slug, 0))
        people = max(1, ceil(minutes / (390 * UTILISATION)))
        assert pool.count == people, pool.slug


def test_pools_belong_to_known_departments_and_are_marked_as_assumed() -> None:
    for pool in POOLS:
        department(pool.department)
        assert pool.source.assumed

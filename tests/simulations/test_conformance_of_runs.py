"""Whatever process is simulated, its cases go the published way."""

from hypothesis import given

from models.conformance import conformance
from tests.builders import simulated
from tests.simulations.strategies import SOME, World, worlds


@SOME
@given(worlds())
def test_every_simulated_case_conforms(world: World) -> None:
    log = simulated(world.scenario, official=world.official)
    for load in world.scenario.loads:
        assert conformance(log, load.process).summary.deviations == ()

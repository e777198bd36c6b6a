"""The findings in plain sentences."""

from reports.findings import findings
from reports.wording import Wording
from reports.wording.numbers import decimal, percent
from tests.model_builders import a_chain, a_process
from tests.reports.subjects import opening, simulated


def test_they_name_the_limits_the_time_the_bottleneck_and_the_busiest_staff() -> None:
    subject = opening(to_be=False)
    (process, result), *_ = subject.pairs()
    limits, time, bottleneck, staff = findings(subject, process, result, Wording("zh"))
    missed = sum(verdict.standing == "missed" for verdict in result.verdicts)
    assert f"{len(result.verdicts)} 项时限" in limits
    assert f"不达标 {missed} 项" in limits
    assert decimal(result.reductions.hours.value) in time
    assert percent(result.critical.work / result.critical.total) in time
    assert process.step(result.bottleneck).name.zh in bottleneck
    busiest = max(subject.result.pools, key=lambda pool: pool.utilisation.value)
    assert busiest.name.zh in staff


def test_a_process_without_limits_has_findings_too() -> None:
    subject = simulated(a_process(*a_chain("a", "b")), {}, cases=5)
    (process, result), *_ = subject.pairs()
    found = findings(subject, process, result, Wording("en"))
    assert "limit" in found[0]
    assert all(sentence.endswith(".") for sentence in found)

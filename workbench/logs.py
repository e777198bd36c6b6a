"""``onething conformance`` and ``onething calibrate``: from a log file to what it says."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rich.console import Console

from integrations.documents import to_json, to_yaml, write_text
from models.base import Language, Text, text
from models.conformance import Conformance, conformance
from models.deviation_wording import KIND_NAMES
from models.process import Process
from models.source import Source
from reports.table import Table
from reports.terminal_tables import paragraph, plain_table, show
from reports.wording import Wording
from reports.wording.numbers import full_moment
from simulations.calibration.evaluate import calibrated
from simulations.calibration.model import Calibration, Quality
from simulations.scenario import Scenario
from workbench import defaults
from workbench.log_options import LogOptions
from workbench.names import item_numbers, named_process

UNCERTAIN = 3.0
"""From so many standard errors on a difference of means is not put down to chance."""


@dataclass(frozen=True)
class Asked:
    """The options that both commands have."""

    log: LogOptions
    process: str
    as_is: bool
    reforms: str | None
    as_json: bool

    @property
    def language(self) -> Language:
        """The language of the output."""
        return self.log.language

    @cached_property
    def definition(self) -> Process:
        """The process as it was written down; read once, for a diagram has notes to tell."""
        return named_process(self.process)

    def variant(self) -> Process:
        """The process in the variant in force."""
        items = None if self.reforms is None else item_numbers("--reforms", self.reforms)
        return defaults.variant(self.definition, () if self.as_is else items)


def check(asked: Asked) -> None:
    """Hold a log against the published process and print how it deviates."""
    process = asked.variant()
    found = conformance(asked.log.reading([process]).log, process).summary
    if asked.as_json:
        sys.stdout.write(to_json(found) + "\n")
        return
    _print(asked.language, [_deviations(found, asked.language)], _share(found))


def _share(found: Conformance) -> Text:
    return text(
        f"{found.cases:,}件办件中{found.conforming:,}件（{found.share:.1%}）完全照公布的流程办理。",
        f"{found.conforming:,} of {found.cases:,} cases ({found.share:.1%}) keep to the published "
        "process in everything.",
    )


def _deviations(found: Conformance, language: Language) -> Table:
    w = Wording(language)
    rows = [
        (
            KIND_NAMES[one.kind][language],
            one.sentence[language],
            f"{one.cases:,}",
            f"{one.visits:,}",
            "" if one.hours is None else f"{one.hours:,.1f}",
            f"{one.examples[0].case} · {full_moment(one.examples[0].at, w)}",
        )
        for one in found.deviations
    ]
    heads = _heads(
        language,
        ("偏离", "Deviation", False),
        ("说明", "What happened", False),
        ("办件", "Cases", True),
        ("次数", "Visits", True),
        ("滞留小时", "Hours nowhere", True),
        ("例", "Example", False),
    )
    title = text(
        "与公布流程的偏离（方案第18项）", "Deviations from the published process (item 18)"
    )
    return plain_table(title[language], heads, rows)


def fit(asked: Asked, out: Path | None, held_out: float, seed: int | None) -> None:
    """Calibrate a scenario, write it, and print what it rests on and how good it is."""
    process = asked.variant()
    log = asked.log.reading([process]).log
    name = asked.log.path.name
    source = Source(
        kind="data", note=f"由事件日志{name}校准 (calibrated from the event log {name})"
    )
    found = calibrated(log, _base(asked, process, seed), source, held_out)
    if asked.as_json:
        sys.stdout.write(to_json(found) + "\n")
    else:
        tables = [_evidence(found, asked.language)]
        if found.quality is not None:
            tables += _quality(found.quality, asked.language)
        _print(asked.language, tables, _verdict(found))
    if out is not None:
        write_text(out, to_yaml(found.scenario))
        asked.log.note(f"{_WRITTEN[asked.language]} {out}")


_WRITTEN = text("方案文件已写入", "Scenario file written to")


def _base(asked: Asked, process: Process, seed: int | None) -> Scenario:
    pools = defaults.own_staff([asked.definition])
    base = defaults.scenario(f"{process.slug}-calibrated", [process], pools)
    return base.changed(holidays=asked.log.notices(), seed=base.seed if seed is None else seed)


_KINDS: dict[str, Text] = {
    "arrivals": text("到件", "arrivals"),
    "duration": text("用时", "duration"),
    "share": text("比例", "share"),
    "correction": text("补正", "correction"),
    "people": text("人数", "people"),
    "hours": text("办公时间", "office hours"),
    "delay": text("额外滞留", "extraneous delay"),
}
_MEASURES: dict[str, Text] = {
    "cycle_time": text("办理时长", "cycle time"),
    "relative_event": text("事件距到件的时间", "events since arrival"),
    "absolute_event": text("事件的绝对时间", "events in absolute time"),
    "circadian_event": text("事件在一日之内的时间", "events within the day"),
    "cycle_hours": text("办理时长（小时）", "cycle time (hours)"),
    "visits": text("环节次数", "visits"),
    "work_hours": text("净办理（小时）", "net work (hours)"),
    "waiting_hours": text("等待经办（小时）", "waiting for staff (hours)"),
    "corrections": text("补正次数", "corrections"),
}


def _evidence(found: Calibration, language: Language) -> Table:
    rows = [
        (
            _KINDS[one.kind][language],
            one.about[language],
            one.value[language],
            f"{one.observations:,}",
            "" if one.distance is None else f"{one.distance:.3f}",
            "" if one.note is None else one.note[language],
        )
        for one in found.evidence
    ]
    heads = _heads(
        language,
        ("类别", "Kind", False),
        ("对象", "About", False),
        ("校准值", "Calibrated value", False),
        ("观测数", "Observations", True),
        ("KS距离", "KS distance", True),
        ("注意", "Mind", False),
    )
    return plain_table(text("由日志得出的数值", "Numbers from the log")[language], heads, rows)


def _quality(quality: Quality, language: Language) -> Iterable[Table]:
    first = text(
        f"与未用于校准的{quality.held_out_cases:,}件办件的距离",
        f"Distances from the {quality.held_out_cases:,} cases held out",
    )
    heads = _heads(
        language,
        ("对象", "Of", False),
        ("距离（小时）", "Distance (hours)", True),
        ("两次仿真之间（小时）", "Between simulations (hours)", True),
    )
    rows = [
        (_MEASURES[one.measure][language], f"{one.hours:.2f}", f"{one.floor:.2f}")
        for one in quality.distances
    ]
    yield plain_table(first[language], heads, rows)
    second = text("每件平均", "Means per case")
    heads = _heads(
        language,
        ("对象", "Of", False),
        ("日志", "Log", True),
        ("仿真", "Simulated", True),
        ("Welch z", "Welch z", True),
    )
    means = [
        (_MEASURES[m.measure][language], f"{m.held_out:.2f}", f"{m.simulated:.2f}", f"{m.z:+.1f}")
        for m in quality.means
    ]
    yield plain_table(second[language], heads, means)


def _verdict(found: Calibration) -> Text:
    quality = found.quality
    if quality is None:
        return text(
            "办件太少（或未留出），没有检验校准的质量。",
            "Too few cases (or none held out) to test how good the calibration is.",
        )
    off = [m for m in quality.means if abs(m.z) > UNCERTAIN]
    if not off:
        return text(
            f"留出的{quality.held_out_cases:,}件办件的平均值与仿真没有显著差别（|z|≤3）。",
            f"No mean of the {quality.held_out_cases:,} cases held out differs significantly from "
            "the simulation (|z| ≤ 3).",
        )
    chinese = "、".join(_MEASURES[m.measure].zh for m in off)
    english = ", ".join(_MEASURES[m.measure].en for m in off)
    return text(
        f"与留出的办件有显著差别（|z|>3）：{chinese}；这些结论请慎用。",
        f"Significantly different from the cases held out (|z| > 3): {english}; use with care.",
    )


Head = tuple[str, str, bool]


def _heads(language: Language, *heads: Head) -> list[tuple[str, bool]]:
    return [(en if language == "en" else zh, numeric) for zh, en, numeric in heads]


def _print(language: Language, tables: Iterable[Table], sentence: Text) -> None:
    console = Console()
    for table in tables:
        if table.rows:
            show(console, table)
            console.print()
    console.print(paragraph(sentence[language], console.width, "bold"))

"""``onething report``: a report that an office can hand out, in the formats it works with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from rich.console import Console

from integrations.documents import write_bytes
from models.errors import DocumentError
from models.event import EventLog
from models.process import Process
from models.said import said
from reports import data, excel, html, word
from reports.county_document import county_document
from reports.document import Document, Extras, Picture, document
from reports.subject import Subject
from reports.wording import Wording
from simulations.comparison import Comparison, compare, variant_count
from simulations.scenario import Scenario
from workbench import report_subjects as subjects
from workbench.log_options import LogOptions
from workbench.names import named_process
from workbench.reforms import VARIANTS
from workbench.running import cluster, progress_bar, require_store
from workbench.scenario_options import (
    ScenarioOptions,
    build_scenario,
    chosen_variant,
    refuse_idle,
)
from workbench.simulate import WRITTEN, simulated

ONLY_SIMULATED = said(
    "只用于新的仿真，与 --log、--run、--live 不合用",
    "for a fresh simulation only, not with --log, --run or --live",
)
FORMATS = ("html", "xlsx", "docx", "csv", "json", "svg")
Fourth = Literal["trips", "fees"]


@dataclass(frozen=True)
class Options:
    """The options of the command: what to report, and where to write it in which formats."""

    simulation: ScenarioOptions
    source_log: LogOptions | None
    run: str | None
    live: bool
    since: date | None
    until: date | None
    store: str | None
    formats: str | None
    out: Path | None
    fourth: Fourth
    compare: bool


def make(options: Options) -> None:
    """Make the report and write it; nothing is written unless everything went well."""
    formats = _formats(options)
    language = options.simulation.language
    w = Wording(language)
    subject, whole, scenario = _subject(options)
    several = len(subject.processes) > 1
    extras = Extras(
        comparisons=_comparisons(options, scenario),
        checks={} if several else subjects.checks(whole, subject.processes, w),
        fourth=options.fourth,
    )
    report = county_document(subject, language) if several else document(subject, language, extras)
    folder, name = _place(options, subject)
    made = {kind: _made(kind, report) for kind in formats}
    for kind, files in made.items():
        for part, content in files.items():
            path = folder / f"{name}{'-' if part else ''}{part}.{kind}"
            write_bytes(path, content)
            Console().print(f"{WRITTEN[language]} {path}", highlight=False, soft_wrap=True)


def _made(kind: str, report: Document) -> dict[str, bytes]:
    """The files of one format, by what is added to their name."""
    if kind == "csv":
        tables = data.to_csv(report)
        return {key: f"\ufeff{content}".encode() for key, content in tables.items()}
    if kind == "svg":
        parts = [part for section in report.sections for part in section.parts]
        drawn = [part.svg for part in parts if isinstance(part, Picture)]
        return {f"{n + 1:02d}": svg.encode() for n, svg in enumerate(drawn)}
    makers: dict[str, Callable[[Document], bytes]] = {
        "html": lambda made: html.page(made).encode(),
        "json": lambda made: data.to_json(made).encode(),
        "xlsx": excel.workbook,
        "docx": word.document,
    }
    return {"": makers[kind](report)}


def _formats(options: Options) -> tuple[str, ...]:
    suffix = options.out.suffix.removeprefix(".") if options.out else ""
    given = options.formats or suffix or "html"
    found = tuple(dict.fromkeys(part.strip() for part in given.split(",") if part.strip()))
    wrong = [part for part in found if part not in FORMATS]
    if wrong or not found:
        names = ", ".join(FORMATS)
        raise DocumentError(
            said(
                f"report：没有格式 {', '.join(wrong) or given!r}；可用 {names}",
                f"report: there is no format {', '.join(wrong) or given!r}; there are {names}",
            )
        )
    return found


def _place(options: Options, subject: Subject) -> tuple[Path, str]:
    """The folder and the name of the files without their suffix."""
    if options.out is None:
        return Path("out"), Path(subject.result.scenario).stem
    is_file = options.out.suffix.removeprefix(".") in FORMATS
    return options.out.parent, options.out.stem if is_file else options.out.name


def _one_source(options: Options) -> None:
    """Refuse two sources at once, a period of what has none, and options of a simulation only."""
    if options.source_log is not None:
        useful = {"process", "as_is", "reforms", "holidays", "language"}
        refuse_idle(options.simulation, useful, ONLY_SIMULATED)
    elif options.run is not None or options.live:
        refuse_idle(options.simulation, {"process", "language"}, ONLY_SIMULATED)
    given = [options.source_log is not None, options.run is not None or options.live]
    has_period = options.since is not None or options.until is not None
    if sum(given) > 1 or (has_period and not given[1]):
        raise DocumentError(
            said(
                "report：--log、--run、--live 只能用一个；--from、--to 只与 --run 或 --live 合用",
                "report: give one of --log, --run, --live; --from and --to go with --run or --live",
            )
        )


def _subject(options: Options) -> tuple[Subject, EventLog, Scenario | None]:
    _one_source(options)
    simulation = options.simulation
    if options.run or options.live:
        require_store()
        from workbench.report_runs import Wanted, of_run  # noqa: PLC0415 - the store is optional

        wanted = Wanted(options.run, simulation.process, options.since, options.until)
        return *of_run(options.store, wanted), None
    if options.source_log is None:
        scenario = build_scenario(simulation)
        subject = simulated(scenario, simulation)
        return subject, subject.log, scenario
    source, processes = options.source_log, _named(simulation)
    whole = source.reading(processes).log
    subject = subjects.measured(whole, processes, "log", source.path.name, source.notices())
    return subject, whole, None


def _named(simulation: ScenarioOptions) -> Sequence[Process]:
    """The process that a log is held against, in the variant in force."""
    if simulation.process is None:
        raise DocumentError(
            said(
                "report --log：请给出日志所属的流程",
                "report --log: name the process whose log this is",
            )
        )
    return [chosen_variant(named_process(simulation.process), simulation)]


def _comparisons(options: Options, scenario: Scenario | None) -> list[Comparison]:
    """As-is against to-be for a simulated process of the catalogue that has reforms."""
    simulation = options.simulation
    if scenario is None or simulation.process is None or not options.compare:
        return []
    base = named_process(simulation.process)
    if not base.reforms or simulation.scenario is not None:
        return []
    total = variant_count(base)
    with (
        cluster(simulation.dask) as workers,
        progress_bar(VARIANTS, total, simulation.language) as tell,
    ):
        return [compare(scenario, base, tell, workers)]

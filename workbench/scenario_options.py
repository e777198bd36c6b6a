"""Which scenario the options of a command describe."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from pathlib import Path

from flows.catalogue import families, processes
from flows.county.staff import POOLS
from integrations.documents import checked, read
from models.base import Language, whole_number
from models.errors import DocumentError, UnknownNameError
from models.process import Process
from models.said import Said, said
from models.working_time import HolidayFile
from simulations.scenario import Scenario
from simulations.scenario_file import ScenarioFile
from workbench import defaults
from workbench.bpmn_files import is_bpmn
from workbench.bpmn_scenario import with_data_of
from workbench.filled import SUFFIX, read_filled
from workbench.names import item_numbers, named_process
from workbench.running import COMMAND_LINE


@dataclass(frozen=True)
class ScenarioOptions:
    """The options that say what is simulated, as given; None where nothing was said."""

    process: str | None = None
    everything: bool = False
    family: str | None = None
    as_is: bool | None = None
    reforms: str | None = None
    cases: int | None = None
    days: int | None = None
    arrivals: float | None = None
    staff: tuple[str, ...] = ()
    seed: int | None = None
    replications: int | None = None
    start: datetime | None = None
    warm_up: str | None = None
    scenario: Path | None = None
    holidays: Path | None = None
    dask: str | None = None
    language: Language = "zh"


FLAGS = {"process": "PROCESS", "everything": "--all", "as_is": "--as-is/--to-be"}
"""Options that are not called as their field is."""


def refuse_idle(options: ScenarioOptions, useful: Collection[str], why: Said) -> None:
    """DocumentError naming the options that were given and are not among the ``useful`` fields.

    ``why`` ends the sentence that begins with their names.
    """
    idle = [
        FLAGS.get(field.name, "--" + field.name.replace("_", "-"))
        for field in fields(options)
        if field.name not in useful and getattr(options, field.name) != field.default
    ]
    if idle:
        raise DocumentError(said(f"{'、'.join(idle)}：{why.zh}", f"{', '.join(idle)}: {why}"))


def chosen_variant(process: Process, options: ScenarioOptions) -> Process:
    """The process with the reforms that the options apply."""
    return defaults.variant(process, _items(options, None))


def build_scenario(options: ScenarioOptions) -> Scenario:
    """The scenario that the options and the scenario file describe."""
    chosen = _chosen(options)
    changes = _changes(options.scenario, chosen[0]) if options.scenario else None
    items = _items(options, changes)
    variants = [defaults.variant(p, items) for p in chosen]
    if changes:
        variants[0] = _edited(changes, variants[0])
    pools = POOLS if options.everything else defaults.own_staff(chosen)
    pools = defaults.with_pools(pools, variants)
    scenario = defaults.scenario(_name(options, items), variants, pools)
    if options.process is not None and is_bpmn(options.process):
        scenario = with_data_of(Path(options.process), scenario)
    if changes:
        scenario = changes.applied(scenario)
    return _command_line(options, chosen[0].slug).applied(scenario)


def _changes(path: Path, first: Process) -> ScenarioFile:
    """The changes in a scenario file, or in a form filled in with Excel."""
    return read_filled(path, first) if path.suffix == SUFFIX else read(path, ScenarioFile)


def _edited(changes: ScenarioFile, process: Process) -> Process:
    if changes.process not in {None, process.slug}:
        raise DocumentError(
            said(
                f"方案文件是为 {changes.process} 写的，不是 {process.slug}",
                f"the scenario file is for {changes.process}, not for {process.slug}",
            )
        )
    return changes.edited(process)


def _chosen(options: ScenarioOptions) -> list[Process]:
    named = [options.process is not None, options.everything, options.family is not None]
    if sum(named) != 1:
        raise DocumentError(
            said(
                "simulate：请给出一个流程，或用 --family、--all 之一",
                "simulate: name one process, or --family, or --all",
            )
        )
    if options.process is not None:
        return [named_process(options.process)]
    if options.family is None:
        return list(processes().values())
    if options.family not in families():
        raise UnknownNameError(said("类别", "family"), options.family, families())
    return [p for p in processes().values() if p.family == options.family]


def _items(options: ScenarioOptions, changes: ScenarioFile | None) -> tuple[int, ...] | None:
    """The plan items to apply: None for all."""
    if options.reforms is not None:
        return item_numbers("--reforms", options.reforms)
    if options.as_is is not None:
        return () if options.as_is else None
    if changes and changes.reforms is not None:
        return changes.reforms
    return () if changes and changes.variant == "as-is" else None


def _name(options: ScenarioOptions, items: tuple[int, ...] | None) -> str:
    what = Path(options.process or options.family or "county").stem
    if items is None:
        return f"{what}-to-be"
    return f"{what}-as-is" if not items else f"{what}-items-{'-'.join(map(str, items))}"


def _command_line(options: ScenarioOptions, slug: str) -> ScenarioFile:
    values: dict[str, object] = {
        "source": COMMAND_LINE,
        "cases": options.cases,
        "working_days": options.days,
        "start": _first_day(options.start),
        "seed": options.seed,
        "replications": options.replications,
        "warm_up": _warm_up(options.warm_up),
        "staff": dict(_people(entry) for entry in options.staff),
    }
    if options.arrivals is not None:
        if options.process is None:
            raise DocumentError(
                said(
                    "--arrivals：须同时给出一个流程",
                    "--arrivals: name the one process whose arrivals these are",
                )
            )
        values["arrivals"] = {slug: options.arrivals}
    if options.holidays:
        values["holidays"] = read(options.holidays, HolidayFile).holidays
    return checked(values, ScenarioFile, "simulate")


def _first_day(given: datetime | None) -> date | None:
    if given is None or given.time() == time():
        return given.date() if given else None
    raise DocumentError(
        said(
            f"--start：流程从某日开始，不接受时刻；请写 {given:%Y-%m-%d}",
            f"--start: a process starts on a day, not at a time of day; write {given:%Y-%m-%d}",
        )
    )


def _warm_up(given: str | None) -> int | str | None:
    if given is None or given == "auto":
        return given
    if (days := whole_number(given)) is not None:
        return days
    raise DocumentError(
        said(
            f"--warm-up：{given!r} 既不是工作日数，也不是 auto",
            f"--warm-up: {given!r} is neither a number of working days nor auto",
        )
    )


def _people(entry: str) -> tuple[str, int]:
    pool, _, count = entry.partition("=")
    if not (number := whole_number(count)):
        raise DocumentError(
            said(
                f"--staff：{entry!r} 没有写明人数；请写成 tax=3，至少1人",
                f"--staff: {entry!r} does not say how many people; write for example tax=3, "
                "at least 1",
            )
        )
    return pool, number

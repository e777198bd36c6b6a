"""Options that several commands share."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """Languages of the output."""

    ZH = "zh"
    EN = "en"


Language = Annotated[Lang, typer.Option("--lang", help="语言 / language")]
Dask = Annotated[
    str | None, typer.Option(help="Dask调度器地址 / address of a Dask scheduler, tcp://host:8786")
]
Slug = Annotated[
    str | None, typer.Argument(help="流程代号或定义文件 / process, e.g. company-opening, or a file")
]
Family = Annotated[str | None, typer.Option(help="一类流程 / one family of processes")]
AsIs = Annotated[
    bool | None,
    typer.Option("--as-is/--to-be", help="改革前/改革后 / before or after the reforms"),
]
Reforms = Annotated[
    str | None, typer.Option(help="只实施这些改革项 / apply these plan items only, e.g. 5,7")
]
Cases = Annotated[int | None, typer.Option(help="每次仿真的办件数 / cases per replication")]
Arriving = Annotated[
    float | None,
    typer.Option("--arrivals", help="每工作日新增办件 / new cases a working day"),
]
Staff = Annotated[list[str] | None, typer.Option(help="经办人数 / people in a pool, e.g. tax=3")]
ScenarioPath = Annotated[
    Path | None,
    typer.Option("--scenario", help="方案文件(YAML/JSON/xlsx) / scenario file"),
]
Holidays = Annotated[
    Path | None, typer.Option(help="放假安排文件 / file of holidays not yet announced")
]
Columns = Annotated[
    str | None,
    typer.Option(
        help="日志各列的含义 / what columns of a log hold, "
        "e.g. case=办件号,activity=环节,completed=时间"
    ),
]
Zone = Annotated[
    str, typer.Option(help="日志中无时区时间的时区 / zone of a log's times without one")
]
Everything = Annotated[bool, typer.Option("--all", help="全县全部流程 / the whole county at once")]
Days = Annotated[int | None, typer.Option(help="受理多少个工作日 / working days of arrivals")]
Seed = Annotated[int | None, typer.Option(help="随机种子 / random seed")]
Replications = Annotated[int | None, typer.Option(help="重复仿真次数 / replications")]
Start = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="开始日期 / first day")]
Where = Annotated[str | None, typer.Option("--store", help="事件库地址 / URL of the event store")]
Moment = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"],
        help="开始日期；流程图可带时刻 / first day; with --bpmn also a time, 2024-01-01T09:00:00",
    ),
]
Bpmn = Annotated[
    Path | None, typer.Option(help="BPMN流程图，与--prosimos合用 / a BPMN diagram, with --prosimos")
]
Prosimos = Annotated[
    Path | None, typer.Option(help="Prosimos 2.1方案 / scenario of Prosimos 2.1 (JSON)")
]
Json = Annotated[bool, typer.Option("--json", help="输出JSON / print JSON instead of tables")]

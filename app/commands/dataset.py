"""``scenewright dataset``: make a data set of rooms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.commands.batch import read_shard
from scenewright.app.requests import RequestError
from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.dataset import DatasetDone

__all__ = ["run"]

_SHOWN = 5


def run(
    recipe: Path,
    out: Path | None,
    *,
    engine: str,
    address: str | None,
    workers: int | None,
    seconds: float,
    shard: str,
    resume: bool,
    check: int | None,
    room: int | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.dataset import DatasetOptions, build_dataset
        from scenewright.app.terminal.process import settings_for_machine

        settings_for_machine({}, reporter)
        if check is not None:
            _show_plans(recipe, check, reporter)
            return
        if out is None:
            raise RequestError("out is missing: name the folder of the data set", field="out")
        if room is not None:
            _make_one(recipe, room, out, reporter)
            return
        options = DatasetOptions(
            engine=engine, address=address, workers=workers, seconds=seconds, shard=read_shard(shard), resume=resume
        )
        with reporter.job("the data set", kept="dataset", scene=str(recipe)) as job:
            done = build_dataset(recipe, out, options, job=job)
        _tell(done, reporter)


def _make_one(file: Path, index: int, out: Path, reporter: Reporter) -> None:
    """Make one room, into a folder, to look at."""
    from scenewright.app.actions.dataset_rooms import DATASET_ROOM, DatasetRoomRequest

    request = DatasetRoomRequest(recipe=file, index=index, out=out)
    with reporter.job("the room", kept="dataset", scene=str(file)) as job:
        done = DATASET_ROOM(request, job=job)
    reasons = f"; rejected before: {', '.join(done.rejected)}" if done.rejected else ""
    told = f"{done.views} views: {done.folder}" if done.accepted else "the room was given up"
    reporter.result(done.report(), told + reasons)
    if not done.accepted:
        raise SystemExit(1)


def _show_plans(file: Path, count: int, reporter: Reporter) -> None:
    """Show what the first rooms are made from, and make none."""
    from scenewright.app.dataset_rooms import plan_room, read_dataset_recipe

    recipe = read_dataset_recipe(file)
    plans = [plan_room(recipe, index) for index in range(min(count, recipe.rooms))]
    values = {"rooms": recipe.rooms, "views": recipe.views, "plans": [plan.to_json() for plan in plans]}
    reporter.result(
        values,
        [f"{recipe.rooms} rooms with {recipe.views} views each", *(f"{p.name} ({p.split}): {p.text}" for p in plans)],
    )


def _tell(done: DatasetDone, reporter: Reporter) -> None:
    report: dict[str, Any] = dict(done.report)
    values = {
        "out": str(done.out),
        "shards": done.shards,
        "shards_in_all": done.shards_in_all,
        "failed": dict(done.failed),
    }
    lines = [f"{done.shards} of {done.shards_in_all} shards: {done.out / 'shards'}"]
    if report:
        rejected = sum(report["rejections"].values())
        near = report["near_duplicates"]
        lines.append(f"{report['rooms']} rooms, {report['views']} views, {report['questions']} questions")
        lines.append(f"{rejected} of {report['drawn']} drawn rooms were rejected, {near['rooms']} are near duplicates")
        lines.append(f"report: {done.out / 'report.md'}")
    lines += [f"failed: {name}: {reason}" for name, reason in list(done.failed.items())[:_SHOWN]]
    if len(done.failed) > _SHOWN:
        lines.append(f"failed: {len(done.failed) - _SHOWN} more")
    if done.failed:
        lines.append("their shards are not there: go on with --resume")
    reporter.result({**values, "report": report, "seconds": done.seconds}, lines)
    if not done.ok:
        raise SystemExit(1)

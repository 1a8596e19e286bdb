"""Makes a data set: its rooms as jobs of a batch, and its shards as soon as their rooms are there."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenewright.app.batch import BatchDone, BatchState, JobLine, plan_jobs, run_batch
from scenewright.app.dataset.credits import ATTRIBUTION, read_credits, summed
from scenewright.app.dataset.dataset_options import DatasetOptions
from scenewright.app.dataset.near_duplicates import near_duplicates
from scenewright.app.dataset.packing import pack_shard, read_prints
from scenewright.app.dataset.parquet_index import join_indices
from scenewright.app.dataset.shard_plan import ShardPlan, shards_of
from scenewright.app.dataset.shard_report import joined_report, report_text
from scenewright.app.dataset_rooms import (
    DatasetError,
    DatasetRecipe,
    load_extra,
    read_dataset_recipe,
    shipped_taxonomy,
)
from scenewright.app.version import __version__
from scenewright.scene import atomic
from scenewright.scene.export import attribution_text
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr

__all__ = ["DatasetDone", "build_dataset"]

_SCHEMA = 2
_EXTRAS = ("pyarrow.parquet", "pycocotools.mask", "imagehash")
_ROOM = "room"
"""The folder of a room in the folder of its job."""


@dataclass(frozen=True)
class DatasetDone:
    """How making a data set ended.

    Attributes:
        out: its folder.
        shards: how many of its shards are there, of `shards_in_all`.
        report: of all shards that are there, as in ``report.json``.
        failed: rooms whose jobs failed, with the reasons; their shards are not there.
        seconds: of this run.
    """

    out: Path
    shards: int
    shards_in_all: int
    report: Mapping[str, object] = field(repr=False)
    failed: Mapping[str, str]
    seconds: float

    __repr__ = short_repr

    @property
    def ok(self) -> bool:
        """Whether no job failed."""
        return not self.failed


def build_dataset(recipe_file: Path, out: Path, options: DatasetOptions, *, job: Job | None = None) -> DatasetDone:
    """Make a data set, or the part of it that the options name.

    Args:
        out: a folder; is made.
        job: its progress is the share of finished rooms.

    Raises:
        DatasetError: the recipe cannot be used, the folder holds another data set or cannot be written, or the extra ``dataset`` is
            missing.
        BatchError: another process works on this part, or the engine cannot run.
        JobCancelled: the job was cancelled. What is finished stays; `resume` goes on.
    """
    job = job or Job(name="the data set")
    begun = time.monotonic()
    recipe = read_dataset_recipe(recipe_file)
    batch_options = options.for_batch()
    for module in _EXTRAS:
        load_extra(module)
    part, parts = options.shard
    work = out / (".rooms" if parts == 1 else f".rooms-{part}-of-{parts}")
    mine = list(shards_of(recipe, part, parts))
    if not options.resume and (work.exists() or any(shard.place(out).exists() for shard in mine)):
        raise DatasetError(f"{out} holds a data set: go on with --resume, or name another folder", kind="out")
    _claim(recipe_file, recipe, out)
    waiting = [shard for shard in mine if not shard.place(out).exists()]
    failed: dict[str, str] = {}
    if waiting:
        lines = [_line(index, out) for shard in waiting for index in shard.rooms]
        planned, problems = plan_jobs(lines, out)
        if problems:
            raise DatasetError(problems[0].reason, kind="recipe")
        folders = {int(one.steps[0]["index"]): work / one.folder_name for one in planned}
        packer = _Packer(waiting, folders, recipe, out, job)
        job.listen(packer.look)
        with packer:
            done = run_batch(lines, str(work), batch_options, base=out, job=job)
        failed = _failed(done)
    shards = list(shards_of(recipe))
    there = [shard for shard in shards if shard.place(out).exists()]
    report = _whole_report(recipe, there, out)
    if len(there) == len(shards):
        join_indices([shard.place(out) / "index.parquet" for shard in shards], out / "index.parquet")
    if not failed:
        shutil.rmtree(work, ignore_errors=True)
    return DatasetDone(out, len(there), len(shards), report, failed, round(time.monotonic() - begun, 2))


def _claim(recipe_file: Path, recipe: DatasetRecipe, out: Path) -> None:
    """Write what all shards share, or check that it is the same.

    Raises:
        DatasetError: 'out': the folder holds a data set of another recipe, or cannot be written.
    """
    data = recipe_file.read_bytes()
    taxonomy = shipped_taxonomy()
    values = {
        "schema": _SCHEMA,
        "name": recipe.name,
        "recipe_sha256": hashlib.sha256(data).hexdigest(),
        "taxonomy": {"version": taxonomy.version, "sha256": taxonomy.sha256},
        "version": __version__,
        "rooms": recipe.rooms,
        "shards": len(list(shards_of(recipe))),
    }
    file = out / "dataset.json"
    try:
        if file.exists():
            there = json.loads(file.read_bytes())
            changed = [name for name in values if there.get(name) != values[name]]
            if changed:
                raise DatasetError(
                    f"{out} holds a data set of another {_WORDS.get(changed[0], 'recipe')}: name another folder",
                    kind="out",
                )
            return
        out.mkdir(parents=True, exist_ok=True)
        (out / "shards").mkdir(exist_ok=True)
        atomic.write(out / "recipe.toml", data)
        atomic.write(out / "taxonomy.json", taxonomy.to_text().encode())
        atomic.write(file, json.dumps(values, indent=1).encode())
    except (OSError, ValueError) as error:
        raise DatasetError(f"{file} cannot be read or written: {error}", kind="out") from error


_WORDS = {"schema": "version of Scenewright", "taxonomy": "taxonomy", "version": "version of Scenewright"}


def _line(index: int, out: Path) -> JobLine:
    values = {
        "kind": "dataset_room",
        "recipe": str((out / "recipe.toml").absolute()),
        "index": index,
        "label": f"room-{index:06d}",
    }
    return JobLine(f"room {index}", values)


def _failed(done: BatchDone) -> dict[str, str]:
    wrong = (BatchState.FAILED, BatchState.REFUSED)
    return {record.label: record.reason for record in done.records if record.state in wrong}


def _whole_report(recipe: DatasetRecipe, shards: Sequence[ShardPlan], out: Path) -> dict[str, Any]:
    """Write the report of all shards that are there; an empty one without any."""
    if not shards:
        return {}
    reports = [json.loads((shard.place(out) / "report.json").read_bytes()) for shard in shards]
    prints = [one for shard in shards for one in read_prints(shard.place(out))]
    report = joined_report(recipe.name, reports, near_duplicates(prints))
    atomic.write(out / "report.json", json.dumps(report, ensure_ascii=False, allow_nan=False).encode())
    atomic.write(out / "report.md", report_text(report).encode())
    works = summed(credit for shard in shards for credit in read_credits(shard.place(out)))
    atomic.write(out / ATTRIBUTION, attribution_text(works, recipe.name).encode())
    return report


class _Packer:
    """Packs the shards of a batch in a thread of its own, each as soon as its rooms are there, and removes what it has packed."""

    def __init__(
        self, shards: Sequence[ShardPlan], folders: Mapping[int, Path], recipe: DatasetRecipe, out: Path, job: Job
    ) -> None:
        """`job`: of the batch; it is cancelled where a shard cannot be packed."""
        self._waiting, self._folders, self._recipe, self._out = list(shards), folders, recipe, out
        self._job = job
        self._wake, self._ended = threading.Event(), False
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="packing shards", daemon=True)

    def look(self, share: float, what: str) -> None:
        """Something may be finished."""
        self._wake.set()

    def __enter__(self) -> _Packer:
        self._thread.start()
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._ended = True
        self._wake.set()
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            while not self._ended:
                self._wake.wait()
                self._wake.clear()
                self._pack()
            self._pack()
        except BaseException as error:  # noqa: BLE001 - raised where the batch ends
            self._error = error
            self._job.cancel()

    def _pack(self) -> None:
        for shard in list(self._waiting):
            folders = [self._folders[index] for index in shard.rooms]
            if all((folder / "result.json").is_file() for folder in folders):
                rooms = [folder / _ROOM for folder in folders]
                pack_shard(shard, rooms, self._recipe, shipped_taxonomy(), self._out)
                self._waiting.remove(shard)
                for folder in folders:
                    shutil.rmtree(folder, ignore_errors=True)

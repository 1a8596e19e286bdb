"""Reads runs from disk. The folder may be a stranger's: all is read within limits, and judged before it is used."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from scenewright.app.agent.runs import files
from scenewright.app.agent.runs.files import checked_id
from scenewright.app.agent.runs.record import OUTCOMES, FinishedStage, Round, RunRecord
from scenewright.app.agent.runs.stage_names import StageName
from scenewright.app.language_models import ModelError, Spent, Transcript
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import inside_folder, names_in, read_plain
from scenewright.scene.printing import cut

__all__ = ["RunSummary", "list_runs", "load_run"]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One line of the list of runs.

    Attributes:
        id: its name in the scene folder.
        kind: what was done: 'generate', 'chat', 'edit' and so on.
        request: the words of the user.
        models: names of the models that were asked.
        started: UTC, ISO 8601.
        seconds: from its start to its end.
        outcome: how it ended, and `message`: why, where it did not go well.
        rounds: how often a model was asked.
        spent: tokens, and money by list prices.
        problem: why the run cannot be read; all else is empty then.
    """

    id: str
    kind: str = ""
    request: str = ""
    models: tuple[str, ...] = ()
    started: str = ""
    seconds: float = 0.0
    outcome: str = ""
    message: str = ""
    rounds: int = 0
    spent: Spent = field(default_factory=Spent)
    problem: str = ""

    def report(self) -> dict[str, object]:
        """All of it as data."""
        if self.problem:
            return {"id": self.id, "problem": self.problem}
        return {
            "id": self.id,
            "kind": self.kind,
            "request": self.request,
            "models": list(self.models),
            "started": self.started,
            "seconds": self.seconds,
            "outcome": self.outcome,
            "message": self.message,
            "rounds": self.rounds,
            "spent": self.spent.to_json(),
        }


def list_runs(folder: Path) -> list[RunSummary]:
    """The runs that a scene folder keeps, the oldest first. One that cannot be read is listed with its problem.

    Raises:
        ProjectError: 'too-large': there are more than are listed; 'symlink': the folder of runs is elsewhere.
    """
    if not (folder / files.RUNS).is_dir():
        return []
    place = inside_folder(folder / files.RUNS, folder, "the folder of runs")
    names = [
        n for n in names_in(place, "the folder of runs") if files.ID.fullmatch(n) and (place / n / "run.json").is_file()
    ]
    if len(names) > files.MOST_RUNS:
        raise ProjectError(
            f"{place} holds {len(names):,} runs, and at most {files.MOST_RUNS:,} are listed", kind="too-large"
        )
    found = []
    for name in sorted(names):
        try:
            found.append(_summary(name, _read_record(place / name, folder)))
        except ProjectError as error:
            found.append(RunSummary(name, problem=str(error)))
    return found


def load_run(folder: Path, id: str, *, pictures: bool = True) -> RunRecord:
    """A run with its transcript and programs.

    Args:
        pictures: read those that models saw, too.

    Raises:
        ProjectError: 'missing': there is no such run; 'damaged': it cannot be read; 'newer-schema'.
    """
    place = folder / files.RUNS / checked_id(id)
    if not (place / "run.json").is_file():
        known = ", ".join(summary.id for summary in list_runs(folder)[-3:])
        raise ProjectError(
            f"{folder} has no run {cut(id, 80)}{f'; its last ones: {known}' if known else ': it keeps none'}",
            kind="missing",
        ).about("run")
    values = _read_record(place, folder)
    summary = _summary(id, values)
    try:
        rounds = [_round(place, folder, row) for row in _list(values, "rounds", files.MOST_ROUNDS)]
        rows = _list(values, "stages", files.MOST_STAGES) if "stages" in values else []
        stages = [_stage(place, folder, number, row, pictures) for number, row in enumerate(rows, start=1)]
        seen = _pictures(place, folder, _list(values, "pictures", 100_000)) if pictures else {}
        told = parse_json(read_plain(place / "transcript.json", files.MOST_TRANSCRIPT, "the transcript", root=folder))
        transcript = Transcript.from_json(told, seen)
    except (ValueError, KeyError, TypeError, ModelError) as error:
        raise _damaged(place, error) from error
    return RunRecord(
        kind=summary.kind,
        request=summary.request,
        id=id,
        models=_texts(values, "models"),
        settings=values["settings"],
        prompt_versions=_texts(values, "prompt_versions"),
        started=summary.started,
        seconds=summary.seconds,
        outcome=values["outcome"],
        message=summary.message,
        rounds=rounds,
        stages=stages,
        transcript=transcript,
    )


def _read_record(place: Path, folder: Path) -> dict[str, Any]:
    try:
        values = parse_json(read_plain(place / "run.json", files.MOST_RECORD, "the record of the run", root=folder))
        _require(isinstance(values, dict) and type(values["schema"]) is int, "schema")
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(place, error) from error
    if values["schema"] > files.SCHEMA:
        raise ProjectError(
            f"the run {place.name} has schema {values['schema']}, and this version reads up to {files.SCHEMA}: update Scenewright",
            kind="newer-schema",
        )
    try:
        for name in ("kind", "request", "started", "outcome", "message"):
            _require(isinstance(values[name], str), name)
        _require(values["outcome"] in OUTCOMES, "outcome")
        _require(_is_number(values["seconds"]), "seconds")
        _require(isinstance(values["settings"], dict), "settings")
        _require(isinstance(values["spent"], dict), "spent")
        _texts(values, "models")
        _texts(values, "prompt_versions")
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(place, error) from error
    return dict(values)


def _summary(name: str, values: Mapping[str, Any]) -> RunSummary:
    spent = values["spent"]
    requests, read, written = (spent.get(k, 0) for k in ("requests", "input_tokens", "output_tokens"))
    seconds, money = spent.get("seconds", 0.0), spent.get("money")
    if (
        not all(type(count) is int for count in (requests, read, written))
        or not _is_number(seconds)
        or not (money is None or _is_number(money))
    ):
        raise ProjectError(f"the run {name} is damaged: what it spent is no number", kind="damaged")
    return RunSummary(
        name,
        values["kind"],
        values["request"],
        tuple(dict.fromkeys(values["models"].values())),
        values["started"],
        float(values["seconds"]),
        values["outcome"],
        values["message"],
        len(_list(values, "rounds", files.MOST_ROUNDS)),
        Spent(requests, read, written, float(seconds), None if money is None else float(money)),
    )


def _round(place: Path, folder: Path, row: Any) -> Round:
    _require(
        isinstance(row, dict)
        and type(row["number"]) is int
        and 0 <= row["number"] < 10**6
        and isinstance(row["kept"], bool),
        "rounds",
    )
    _require(isinstance(row["checks"], str) and isinstance(row["program"], str), "rounds")
    data = read_plain(
        place / "programs" / f"{row['number']}.py", files.MOST_PROGRAM, "the program of a round", root=folder
    )
    _require(hashlib.sha256(data).hexdigest() == row["program"], f"program of round {row['number']}")
    return Round(row["number"], data.decode("utf-8"), row["checks"], row["kept"], _after(row))


def _stage(place: Path, folder: Path, number: int, row: Any, pictures: bool) -> FinishedStage:
    _require(
        isinstance(row, dict) and row["name"] in get_args(StageName) and isinstance(row["picture"], bool), "stages"
    )
    _require(isinstance(row["checks"], str) and isinstance(row["program"], str), "stages")
    name: str = row["name"]

    def read(ending: str, most: int) -> bytes:
        path = place / "stages" / files.stage_file(number, name, ending)
        return read_plain(path, most, "a stage of the run", root=folder)

    data = read("py", files.MOST_PROGRAM)
    _require(hashlib.sha256(data).hexdigest() == row["program"], f"program of stage {number}")
    picture = read("png", files.MOST_PICTURE) if pictures and row["picture"] else b""
    return FinishedStage(name, data.decode("utf-8"), row["checks"], picture, _after(row))


def _after(row: Mapping[str, Any]) -> int | None:
    """How many exchanges came before; None in runs that earlier versions kept."""
    after = row.get("after")
    _require(after is None or (type(after) is int and 0 <= after < 10**6), "after")
    return after


def _pictures(place: Path, folder: Path, names: list[Any]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    size = 0
    for name in names:
        _require(isinstance(name, str) and files.SHA256.fullmatch(name) is not None, "pictures")
        data = read_plain(place / "pictures" / f"{name}.png", files.MOST_PICTURE, "a picture of the run", root=folder)
        size += len(data)
        _require(size <= files.MOST_PICTURES, "size of pictures")
        _require(hashlib.sha256(data).hexdigest() == name, f"picture {name[:12]}")
        found[name] = data
    return found


def _list(values: Mapping[str, Any], name: str, most: int) -> list[Any]:
    rows = values.get(name)
    if not isinstance(rows, list) or len(rows) > most:
        raise ProjectError(f"a run is damaged: its {name} are no list, or more than {most:,}", kind="damaged")
    return rows


def _texts(values: Mapping[str, Any], name: str) -> dict[str, str]:
    found = values[name]
    _require(isinstance(found, dict) and all(isinstance(v, str) for v in found.values()), name)
    return dict(found)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _require(holds: bool, name: str) -> None:
    if not holds:
        raise ValueError(f"its {name} is of the wrong kind")


def _damaged(place: Path, error: Exception) -> ProjectError:
    return ProjectError(f"the run {place.name} is damaged ({cut(str(error), 200)}): remove {place}", kind="damaged")

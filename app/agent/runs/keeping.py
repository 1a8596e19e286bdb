"""Keeps runs on disk. A run may be saved again and again while it goes on: each of its files is replaced in one step."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenewright.app.agent.runs import files
from scenewright.app.agent.runs.files import checked_id
from scenewright.app.agent.runs.record import OUTCOMES, FinishedStage, RunRecord
from scenewright.app.hidden_keys import without_keys
from scenewright.app.language_models import Transcript
from scenewright.app.language_models.message_json import sha256_of
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_files import inside_folder

__all__ = ["save_run"]


def save_run(folder: Path, record: RunRecord) -> Path:
    """Keep a run in the scene folder `folder`, or replace what was kept of it before. Returns its folder.

    Raises:
        ProjectError: 'argument': its id cannot be a name, or its transcript is larger than is read; 'read-only', 'write', 'symlink'.
    """
    place = inside_folder(folder / files.RUNS / checked_id(record.id), folder, "the folder of runs")
    transcript, pictures = _bounded(record.transcript)
    programs = {
        each.number: _program(each.program, f"round {each.number}") for each in record.rounds[: files.MOST_ROUNDS]
    }
    stages = [(each, _program(each.program, f"the stage {each.name}")) for each in record.stages[: files.MOST_STAGES]]
    texts = {
        place / "transcript.json": _json_bytes(
            transcript.to_json(), files.MOST_TRANSCRIPT, "the transcript of the run"
        ),
        **{place / "programs" / f"{number}.py": data for number, data in programs.items()},
        **{place / "stages" / files.stage_file(n, each.name, "py"): data for n, (each, data) in enumerate(stages, 1)},
        **{
            place / "stages" / files.stage_file(n, each.name, "png"): each.picture
            for n, (each, _) in enumerate(stages, 1)
            if each.picture
        },
        place / "run.json": _json_bytes(
            _record_json(record, programs, stages, pictures), files.MOST_RECORD, "the record of the run"
        ),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part in (folder / files.RUNS, place, place / "programs", place / "pictures", place / "stages"):
            atomic.make_directory(part)
        for name, data in pictures.items():
            target = place / "pictures" / f"{name}.png"
            if not target.exists():  # its name is its content
                atomic.write(target, data)
        for path, data in texts.items():
            atomic.write(path, data)
    except atomic.CannotWrite as error:
        raise atomic.refusal_of(error) from error
    except OSError as error:
        raise ProjectError(
            f"{place} cannot be written ({error.strerror or error}): name another place", kind="write"
        ) from error
    return place


def _bounded(transcript: Transcript) -> tuple[Transcript, dict[str, bytes]]:
    """The transcript with a note on pictures that are too many, and the pictures that are kept."""
    kept: dict[str, bytes] = {}
    size = 0
    for name, data in list(transcript.pictures.items()):
        if len(data) <= files.MOST_PICTURE and size + len(data) <= files.MOST_PICTURES:
            kept[name] = data
            size += len(data)
    left = len(transcript.pictures) - len(kept)
    if not left:
        return transcript, kept
    note = f"{left} pictures of this run are not kept: they are too large"
    return replace(transcript, notes=[*transcript.notes, note]), kept


def _program(text: str, of: str) -> bytes:
    data = without_keys(text).encode("utf-8", "replace")
    if len(data) > files.MOST_PROGRAM:
        raise ProjectError(f"the program of {of} is larger than {files.MOST_PROGRAM:,} bytes", kind="too-large")
    return data


def _record_json(
    record: RunRecord,
    programs: Mapping[int, bytes],
    stages: Sequence[tuple[FinishedStage, bytes]],
    pictures: Mapping[str, bytes],
) -> dict[str, Any]:
    if record.outcome not in OUTCOMES:
        raise ProjectError(f"the outcome of a run is one of {', '.join(OUTCOMES)}, not {record.outcome!r}")
    said = record.transcript.exchanges
    values = {
        "schema": files.SCHEMA,
        "id": record.id,
        "kind": record.kind,
        "request": record.request[: files.MOST_REQUEST],
        "models": {e.role: e.model for e in said if e.model} | record.models,
        "settings": record.settings,
        "prompt_versions": {e.role: e.prompt_version for e in said if e.prompt_version} | record.prompt_versions,
        "started": record.started,
        "seconds": round(record.seconds, 3),
        "outcome": record.outcome,
        "message": record.message[: files.MOST_TEXT],
        "spent": record.spent.to_json(),
        "rounds": [
            {
                "number": r.number,
                "program": sha256_of(programs[r.number]),
                "checks": r.checks[: files.MOST_TEXT],
                "kept": r.kept,
                "after": r.after,
            }
            for r in record.rounds[: files.MOST_ROUNDS]
        ],
        "stages": [
            {
                "name": each.name,
                "program": sha256_of(data),
                "checks": each.checks[: files.MOST_TEXT],
                "picture": bool(each.picture),
                "after": each.after,
            }
            for each, data in stages
        ],
        "pictures": sorted(pictures),
    }
    plain: dict[str, Any] = _without_keys(values)
    return plain


def _without_keys(value: Any) -> Any:
    if isinstance(value, str):
        return without_keys(value)
    if isinstance(value, dict):
        return {k: _without_keys(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_without_keys(v) for v in value]
    return value


def _json_bytes(values: Any, most: int, what: str) -> bytes:
    try:
        data = (json.dumps(values, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8", "replace")
    except (TypeError, ValueError) as error:
        raise ProjectError(f"{what} is no JSON data: {error}") from None
    if len(data) > most:
        raise ProjectError(f"{what} has {len(data):,} bytes, and at most {most:,} are kept", kind="too-large")
    return data

"""Pictures of a scene, stored with the job that made them.

``renders/<job>.json`` is written last, so pictures count only when their job is complete. A job is named by the revision, the
renderer and the cache key of the pictures, so repeating a job gives the same files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.file_pieces import file_pieces
from scenewright.scene.model import SCHEMA
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["RenderJob", "RenderRecord", "RenderedFile", "list_renders", "picture_names", "write_render"]

MAX_RECORD_BYTES = 1 << 20
"""Of the file of one job. A film of 5,000 pictures takes a MB."""
_MOST_BYTES = 32 << 20
_MOST_VALUES = 200_000
_MOST_RECORDS = 10_000
CAMERAS = "cameras"
_BESIDE_PICTURES = re.compile(rf"-\d{{4,}}-\w+\.json$|-{CAMERAS}\.json$")
"""Names of JSON files that are no jobs: legends of channels, which stand beside their pictures, and cameras."""


@dataclass(frozen=True)
class RenderedFile:
    """A file of a renderer, with its camera, frame and channel. `channel` is 'color', 'depth', 'normal', 'entity' ...; 'cameras' is the
    file of the cameras of all pictures, which has no camera itself."""

    path: Path
    camera: str | int | None = None
    frame: int = 0
    channel: str = "color"


@dataclass(frozen=True)
class RenderJob:
    """How pictures were made. `settings` is JSON data; `key` is the cache key of the pictures, see
    :func:`scenewright.scene.folder.cache_keys.cache_key`."""

    renderer: str
    key: str
    settings: Mapping[str, object] = field(default_factory=dict)
    device: str = "cpu"
    seconds: float = 0.0


@dataclass(frozen=True)
class RenderRecord:
    """A stored job. The paths of `files` are in ``renders/``."""

    job: RenderJob
    revision: int
    program: str  # sha256 of the rendered program
    seed: int
    root: str | None
    files: tuple[RenderedFile, ...]


def job_name(job: RenderJob, revision: int) -> str:
    """The name that all files of a job share."""
    return f"r{revision:04d}-{_plain(job.renderer)}-{job.key[:12]}"


def picture_names(job: RenderJob, revision: int, files: Sequence[RenderedFile]) -> list[str]:
    """The names under which the files of a job are stored."""
    count = sum(file.channel != CAMERAS for file in files)
    return [_picture_name(job_name(job, revision), file, count) for file in files]


def write_render(directory: Path, record: RenderRecord) -> RenderRecord:
    """Copy the pictures of `record` into `directory` and write the job beside them. The caller holds the lock.

    Returns the record with the paths of the copies.

    Raises:
        ProjectError: 'argument': no picture, two with the same name, or settings that are not JSON data; 'read'.
    """
    if not record.files:
        raise ProjectError("a render has at least one picture")
    name = job_name(record.job, record.revision)
    targets = [directory / file_name for file_name in picture_names(record.job, record.revision, record.files)]
    if len(set(targets)) < len(targets):
        raise ProjectError("two pictures of one render have the same camera, frame and channel")
    atomic.make_directory(directory)
    sidecar = directory / f"{name}.json"
    staged: list[atomic.Staged] = []
    try:
        staged.extend(
            atomic.stage_stream(directory, target.name, file_pieces(file.path, "the picture"))
            for file, target in zip(record.files, targets, strict=True)
        )
        content = _encode(record, targets, [s.sha256 for s in staged])
        if sidecar.exists():  # its pictures are about to be replaced
            atomic.remove(sidecar)
        for part, target in zip(staged, targets, strict=True):
            part.publish(target, flush_name=part is staged[-1])
        atomic.write(sidecar, content)
    finally:
        for part in staged:
            part.discard()
    stored_files = tuple(
        RenderedFile(t, f.camera, f.frame, f.channel) for f, t in zip(record.files, targets, strict=True)
    )
    return RenderRecord(record.job, record.revision, record.program, record.seed, record.root, stored_files)


def list_renders(directory: Path) -> tuple[RenderRecord, ...]:
    """The jobs in `directory` whose pictures all exist, sorted by name: older revisions first.

    Raises:
        ProjectError: 'damaged': the file of a job cannot be read; 'too-large': there are too many jobs or files.
    """
    names = names_in(directory, "the folder of renders")
    sidecars = [n for n in names if n.startswith("r") and n.endswith(".json") and not _BESIDE_PICTURES.search(n)]
    if len(sidecars) > _MOST_RECORDS:
        raise ProjectError(
            f"{directory} holds {len(sidecars):,} jobs; at most {_MOST_RECORDS:,} are read", kind="too-large"
        )
    there, size, records = set(names), 0, []
    for name in sidecars:
        data = _read(directory / name)
        size += len(data)
        if size > _MOST_BYTES:
            raise ProjectError(
                f"the jobs in {directory} have over {_MOST_BYTES:,} bytes: remove old ones", kind="too-large"
            )
        record = _decode(directory, directory / name, data, there)
        if record is not None and all(file.path.is_file() for file in record.files):
            records.append(record)
    return tuple(records)


def _plain(word: str) -> str:
    return re.sub(r"[^0-9A-Za-z_]+", "-", word).strip("-") or "part"


def _picture_name(name: str, file: RenderedFile, count: int) -> str:
    suffix = file.path.suffix.lower()
    if file.channel == CAMERAS:
        return f"{name}-{CAMERAS}{suffix}"
    if count == 1:
        return f"{name}{suffix}"
    camera = "" if file.camera is None else f"-{_plain(str(file.camera))}"
    return f"{name}{camera}-{file.frame:04d}-{_plain(file.channel)}{suffix}"


def _encode(record: RenderRecord, targets: Sequence[Path], hashes: Sequence[str]) -> bytes:
    data = {
        "schema": SCHEMA,
        **asdict(record.job),
        "revision": record.revision,
        "program": record.program,
        "seed": record.seed,
        "root": record.root,
        "frames": [
            {"file": t.name, "camera": f.camera, "frame": f.frame, "pass": f.channel, "sha256": h}
            for f, t, h in zip(record.files, targets, hashes, strict=True)
        ],
    }
    try:
        return (json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")
    except (TypeError, ValueError) as error:
        raise ProjectError(f"the settings of a render are JSON data: {error}") from None


def _read(sidecar: Path) -> bytes:
    try:
        return read_plain(sidecar, MAX_RECORD_BYTES, "the render", root=sidecar.parent)
    except ProjectError as error:
        raise ProjectError(f"{error.message}: remove it", kind="damaged") from None


def _decode(directory: Path, sidecar: Path, content: bytes, there: Container[str]) -> RenderRecord | None:
    """The record of a job; None if one of its pictures is not `there`, by name."""
    try:
        data = parse_json(content, most=_MOST_VALUES)
        _require(isinstance(data, dict) and isinstance(data["frames"], list), "frames")
        _require(all(isinstance(data[k], str) for k in ("renderer", "key", "device", "program")), "text")
        _require(all(isinstance(data[k], int) for k in ("revision", "seed")), "revision or seed")
        _require(isinstance(data["settings"], dict), "settings")
        _require(isinstance(data["seconds"], int | float), "seconds")
        _require(data["root"] is None or isinstance(data["root"], str), "root")
        names = [_picture_of(frame) for frame in data["frames"]]
        if not all(name in there for name in names):
            return None
        files = tuple(
            RenderedFile(directory / name, frame["camera"], frame["frame"], frame["pass"])
            for name, frame in zip(names, data["frames"], strict=True)
        )
        job = RenderJob(data["renderer"], data["key"], data["settings"], data["device"], float(data["seconds"]))
        return RenderRecord(job, data["revision"], data["program"], data["seed"], data["root"], files)
    except (OverflowError, ValueError, KeyError, TypeError) as error:
        raise ProjectError(f"the render {sidecar} cannot be read ({error}): remove it", kind="damaged") from error


def _picture_of(frame: Any) -> str:
    """The name of the picture in a checked row of 'frames'."""
    _require(isinstance(frame, dict) and isinstance(frame["file"], str) and isinstance(frame["pass"], str), "frames")
    _require(isinstance(frame["frame"], int), "frames")
    _require(frame["camera"] is None or isinstance(frame["camera"], str | int), "frames")
    return Path(str(frame["file"])).name


def _require(holds: bool, name: str) -> None:
    if not holds:
        raise ValueError(f"its {name} is of the wrong kind")

"""Pictures of a scene, stored with the job that made them.

``renders/<job>.json`` is written last, so pictures count only when their job is complete. A job is named by the revision, the
renderer and the cache key of the pictures, so repeating a job gives the same files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.file_pieces import file_pieces
from scenewright.scene.model import SCHEMA

__all__ = ["RenderJob", "RenderRecord", "RenderedFile", "list_renders", "write_render"]


@dataclass(frozen=True)
class RenderedFile:
    """A picture file of a renderer, with its camera, frame and channel. `channel` is 'color', 'depth', 'normal', 'entity' ..."""

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
    settings: Mapping[str, Any] = field(default_factory=dict)
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


def write_render(directory: Path, record: RenderRecord) -> RenderRecord:
    """Copy the pictures of `record` into `directory` and write the job beside them. The caller holds the lock.

    Returns the record with the paths of the copies.

    Raises:
        ProjectError: 'argument': no picture, two with the same name, or settings that are not JSON data; 'read'.
    """
    if not record.files:
        raise ProjectError("a render has at least one picture")
    name = job_name(record.job, record.revision)
    targets = [directory / _picture_name(name, file, len(record.files)) for file in record.files]
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
        ProjectError: 'damaged': the file of a job cannot be read.
    """
    if not directory.is_dir():
        return ()
    records = (_decode(directory, sidecar) for sidecar in sorted(directory.glob("r*.json")))
    return tuple(record for record in records if all(file.path.is_file() for file in record.files))


def _plain(word: str) -> str:
    return re.sub(r"[^0-9A-Za-z_]+", "-", word).strip("-") or "part"


def _picture_name(name: str, file: RenderedFile, count: int) -> str:
    suffix = file.path.suffix.lower()
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


def _decode(directory: Path, sidecar: Path) -> RenderRecord:
    try:
        data = json.loads(sidecar.read_bytes())
        job = RenderJob(data["renderer"], data["key"], data["settings"], data["device"], data["seconds"])
        files = tuple(
            RenderedFile(directory / Path(f["file"]).name, f["camera"], f["frame"], f["pass"]) for f in data["frames"]
        )
        return RenderRecord(job, data["revision"], data["program"], data["seed"], data["root"], files)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ProjectError(f"the render {sidecar} cannot be read ({error}): remove it", kind="damaged") from error

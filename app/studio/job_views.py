"""Jobs as pages see them."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scenewright.app.jobs import JobRecord
from scenewright.app.studio.job_messages import JobMessage
from scenewright.app.studio.job_papers import JobPaper, JobStage
from scenewright.scene.jobs import Job, JobState

__all__ = ["LiveJob", "job_view"]

_WAITING = "waiting"


@dataclass(eq=False)
class LiveJob:
    """A job of this process that has not ended. `key`: that came with it. `keys`: variables of its worker. `locks`: the scene that only one
    job may change at a time. `not_before`: of the monotonic clock. `left`: what it left unfinished, with names for people, and where."""

    owner: str
    paper: JobPaper
    message: JobMessage
    job: Job
    key: str = ""
    locks: str | None = None
    not_before: float = 0.0
    running: bool = False
    begun: str = ""
    share: float = 0.0
    what: str = ""
    preview: int = 0
    told: float = 0.0
    stages: tuple[JobStage, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    left_at: Path | None = None
    left: list[tuple[str, Path]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


def job_view(paper: JobPaper, live: LiveJob | None, record: JobRecord | None, position: int) -> dict[str, Any]:
    """A job as JSON values.

    Args:
        live: the job where it waits or runs in this process.
        record: its row in the table; None where it never began.
        position: its place among those that wait, from 1; 0: it does not wait.
    """
    values: dict[str, Any] = {
        "id": paper.id,
        "action": paper.action,
        "title": paper.title,
        "session": paper.session,
        "place": paper.place,
        "queued": paper.queued,
        "request": paper.request,
        "keyed": paper.keyed,
        "quiet": paper.quiet,
        "made": paper.made,
        "error": paper.error,
        "stages": [asdict(stage) for stage in paper.stages],
        "position": position,
        "preview": 0,
        "stops": False,
        "files": [
            {"n": n, "name": f.name, "bytes": f.bytes, "type": _type_of(Path(f.path))}
            for n, f in enumerate(paper.files)
        ],
    }
    if live is not None:
        state = str(JobState.RUNNING) if live.running else _WAITING
        times = {"begun": live.begun or None, "ended": None}
        shown = {
            "preview": live.preview, "stops": live.message.stops, "stages": [asdict(stage) for stage in live.stages],
        }  # fmt: skip
        return {**values, **shown, "state": state, "share": live.share, "what": live.what, **times}
    if record is None:
        lost = {"message": "the server ended before its turn came: start it again", "kind": "lost"}
        error = paper.error or lost
        state = str(JobState.CANCELLED if error.get("kind") == "cancelled" else JobState.LOST)
        return {**values, "error": error, "state": state, "share": 0.0, "what": "", "begun": None, "ended": None}
    if record.state is JobState.LOST:
        values["error"] = {"message": "the server ended while it ran: start it again", "kind": "lost"}
    return {
        **values,
        "state": str(record.state),
        "share": record.share,
        "what": record.what,
        "begun": record.begun,
        "ended": record.ended,
    }


def _type_of(file: Path) -> str:
    """What a file of a job is for a page: 'picture', 'splats', 'model', 'text' or 'data'."""
    ending = file.suffix.lower()
    if ending == ".png":
        return "picture"
    if ending in (".ply", ".spz", ".splat", ".ksplat", ".sog"):
        return "splats"
    if ending in (".glb", ".gltf", ".obj", ".stl", ".blend", ".usd", ".usdz"):
        return "model"
    return "text" if ending in (".txt", ".md", ".json") else "data"

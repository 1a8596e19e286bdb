"""The worker's side: holds one open scene, and serves the requests of the serving process until that closes the connection."""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.internal_errors import as_ours, lacks_memory
from scenewright.app.workers.errors import WorkerError, change_to_json, error_to_json
from scenewright.app.workers.frames import FrameHead, WorkerChannel, WorkerFrame
from scenewright.app.workers.view_serving import ViewServing
from scenewright.scene.data_dir import DataDir, using_data_dir
from scenewright.scene.errors import InternalError, ProjectError, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import prepare_edits
from scenewright.scene.language.running import require_confinement

if TYPE_CHECKING:
    from scenewright.app.session import Event, Session

__all__ = ["serve"]

_THREADS = 8
"""Most requests that are worked on at a time. Changes of the scene take turns in any case."""

_TELL_SECONDS = 0.05
"""Least seconds between two reports of one job."""

_MOST_TRACE = 16_000

_LACKS_MEMORY = ("allocate memory", "unable to allocate", "out of memory", "bad_alloc")
"""How libraries in C++ (torch, MuJoCo, Open3D) say what Python calls a MemoryError."""


def serve(channel: WorkerChannel, opening: Mapping[str, Any]) -> None:
    """Open a scene and serve until the other side closes the connection.

    Args:
        opening: 'where': the scene, or None for actions that need no scene; 'writable'; 'answer_bytes'; 'data_dir': the folder of
            the scene's user, or None.
    """
    if sys.platform.startswith("linux"):
        require_confinement()  # neither a request nor a scene can lower the boundary around programs here
    folder = opening["data_dir"]
    user = None if folder is None else DataDir.at(folder)
    try:
        session = None if opening["where"] is None else _opened(opening, user)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other side must hear of it
        channel.send(WorkerFrame.ERROR, 0, _described(error))
        return
    _Worker(channel, session, opening["answer_bytes"], user).run()


def _opened(opening: Mapping[str, Any], user: DataDir | None) -> Session:
    from scenewright.app.settings import open_scene

    session, _ = open_scene(opening["where"], {}, writable=opening["writable"], data_dir=user)
    if opening["writable"] and session.project is None:
        raise ProjectError(
            "only a scene folder can be changed here: changes of a file would end with its worker", kind="not-a-scene"
        )
    return session


class _Worker:
    def __init__(
        self, channel: WorkerChannel, session: Session | None, answer_bytes: int, user: DataDir | None
    ) -> None:
        self._channel, self._session, self._answer_bytes, self._user = channel, session, answer_bytes, user
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="request")
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._commands: dict[str, Callable[[Any, Job], tuple[dict[str, Any], bytes]]] = {
            "run": self._run,
            "chain": self._chain,
            "source": self._source,
            "refresh": self._refresh,
            "changes": self._changes,
            "geometry": self._geometry,
            "consequences": self._consequences,
            "look_ahead": self._look_ahead,
            "asset_picture": self._asset_picture,
            "asset_shape": self._asset_shape,
        }
        if session is not None:
            self._commands |= ViewServing(session, self._json).commands()

    def run(self) -> None:
        if self._session is not None:
            self._session.call_with_events(self._pass_on)
        self._channel.send(WorkerFrame.READY, 0, self._state())
        threading.Thread(target=_warm_up, name="start of the sandbox", daemon=True).start()
        while (frame := self._channel.receive()) is not None:
            if frame.kind is WorkerFrame.CANCEL:
                with self._lock:
                    job = self._jobs.get(frame.number)
                if job is not None:
                    job.cancel()
            elif frame.kind is WorkerFrame.REQUEST:
                body = self._channel.body(frame, frame.size)
                if body is None:
                    return
                self._begin(frame, body)

    def _begin(self, frame: FrameHead, body: bytes) -> None:
        job = Job(name=str(frame.envelope.get("title", "the command")))
        tell = _Teller(self._channel, frame.number)
        job.listen(
            tell.progress, on_log=tell.log, on_piece=tell.piece if frame.envelope.get("stream") is True else None
        )
        with self._lock:
            self._jobs[frame.number] = job
        self._pool.submit(self._answer, frame, body, job)

    def _answer(self, frame: FrameHead, body: bytes, job: Job) -> None:
        try:
            with using_data_dir(self._user):
                envelope, data = self._commands[frame.envelope["do"]](json.loads(body), job)
            self._channel.send(WorkerFrame.ANSWER, frame.number, {**envelope, **self._state()}, data)
        except (BrokenPipeError, ConnectionError):  # the serving process is gone, and run() ends, too
            return
        except BaseException as error:  # noqa: BLE001 - whatever it is, the other side waits for an answer
            self._channel.send(WorkerFrame.ERROR, frame.number, {**_described(error), **self._state()})
        finally:
            with self._lock:
                self._jobs.pop(frame.number, None)

    def _state(self) -> dict[str, Any]:
        return {} if self._session is None else {"at": self._session.revision}

    def _pass_on(self, event: Event) -> None:
        from scenewright.app.session import CommandFailed, SceneChanged

        if isinstance(event, SceneChanged):
            self._channel.send(WorkerFrame.EVENT, 0, {"event": "changed", "change": change_to_json(event.change)})
        elif isinstance(event, CommandFailed):
            values = {"command": event.command[:80], "error": event.error[:80], "kind": event.kind}
            self._channel.send(WorkerFrame.EVENT, 0, {"event": "failed", **values, "message": event.message[:4000]})

    # -- commands -----------------------------------------------------------------------------------------------------

    def _run(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        from scenewright.app.actions.table import run_action
        from scenewright.app.workers.reports import result_report

        result = run_action(self._session, values["name"], values["request"], job=job)
        return {}, self._json(result_report(result))

    def _chain(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        from scenewright.app.chains import ChainOrder, run_chain
        from scenewright.app.workers.memory_peak import measured_peak
        from scenewright.app.workers.reports import result_report

        with measured_peak() as peak:
            done = run_chain(ChainOrder(**values), result_report, job=job)
        error = None if done.error is None else {**error_to_json(done.error), "step": done.failed}
        return {}, self._json({"steps": list(done.steps), "error": error, "peak_bytes": peak.bytes})

    def _source(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        session = self._scene()
        return session.run(
            lambda s: ({"revision": s.revision}, s.source.encode("utf-8", "surrogatepass")), name="source"
        )

    def _refresh(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        return {}, self._json({"changes": [change_to_json(c) for c in self._scene().refresh()]})

    def _changes(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        changes = self._scene().changes_since(int(values["since"]))
        return {}, self._json({"changes": [change_to_json(c) for c in changes]})

    def _geometry(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        from scenewright.scene.export.gltf import glb_bytes

        session = self._scene()
        with session.working(job):
            shot = session.snapshot()
            geometry = session.derived.geometry(shot.scene)
            job.check()
            return {"revision": shot.revision}, glb_bytes(shot.scene, geometry)

    def _consequences(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        session = self._scene()
        found = session.consequences(int(values["revision"]), job=job)
        prepare_edits(session.source)
        return {}, self._json({"consequences": None if found is None else list(found)})

    def _look_ahead(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        session = self._scene()
        with session.working(job):
            shot = session.snapshot()
            session.derived.judged(shot.scene, job=job)
            prepare_edits(shot.source)
        return {}, b""

    def _asset_picture(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        from scenewright.app.asset_sheets import asset_picture

        return {}, asset_picture(str(values["key"]), int(values["size"]), job=job)

    def _asset_shape(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        from scenewright.app.viewing import object_shape_bytes

        return {}, object_shape_bytes(str(values["key"]), job=job)

    def _scene(self) -> Session:
        if self._session is None:
            raise WorkerError("this worker has no open scene", kind="closed")
        return self._session

    def _json(self, values: Any) -> bytes:
        data = json.dumps(values, ensure_ascii=True, allow_nan=False, separators=(",", ":"), default=_plain).encode(
            "ascii"
        )
        if len(data) > self._answer_bytes:
            raise WorkerError(
                f"the answer takes {len(data):,} bytes, more than {self._answer_bytes:,}: ask for a part of it",
                kind="large",
            )
        return data


def _warm_up() -> None:
    """Start what runs programs, which nearly every command needs. Where it does not start, the first program says why."""
    from scenewright.scene.language.running.sandbox import default_sandbox

    with suppress(ScenewrightError):
        default_sandbox().warm()


class _Teller:
    """Passes on the progress of a job, not too often, and its log."""

    def __init__(self, channel: WorkerChannel, number: int) -> None:
        self._channel, self._number = channel, number
        self._last = 0.0

    def progress(self, share: float, what: str) -> None:
        now = time.monotonic()
        if now - self._last >= _TELL_SECONDS:
            self._last = now
            self._channel.send(WorkerFrame.PROGRESS, self._number, {"share": share, "what": what[:200]})

    def log(self, text: str) -> None:
        self._channel.send(WorkerFrame.PROGRESS, self._number, {"log": text[:2000]})

    def piece(self, values: Mapping[str, object]) -> None:
        """Pass on a part of a result that is streamed. One that is too long for its frame ends the work, with the frame's error."""
        self._channel.send(WorkerFrame.PIECE, self._number, values)


def _plain(value: Any) -> Any:
    """Paths and numpy numbers as JSON values."""
    if isinstance(value, Path):
        return str(value)
    if hasattr(value, "tolist"):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} is no JSON value")


def _described(error: BaseException) -> dict[str, Any]:
    """An error for the other side. One that is not ours becomes an InternalError; its traceback goes to the server's log, too."""
    if lacks_memory(error) or lacks_memory(error.__cause__):
        # what is left of the memory is not to be trusted with more work
        spent = WorkerError(
            "the work took more memory than it may: ask for less, or make the scene smaller", kind="memory"
        )
        return {**error_to_json(spent), "spent": True}
    ours = as_ours(error, "serving a scene")
    values = error_to_json(ours)
    if isinstance(ours, InternalError):
        values["trace"] = "".join(traceback.format_exception(error))[-_MOST_TRACE:]
    return values

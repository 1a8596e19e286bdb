"""An open scene whose work is done by a worker: the serving process holds this light object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from scenewright.app.actions.table import ACTIONS
from scenewright.app.requests import RequestError
from scenewright.app.session import Change
from scenewright.app.workers.errors import WorkerError, change_from_json
from scenewright.app.workers.link import WorkerAnswer
from scenewright.app.workers.remote_events import RemoteEvents
from scenewright.app.workers.turns import streamed_turn
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Edit

if TYPE_CHECKING:
    from scenewright.app.agent import TurnEvent, TurnRequest
    from scenewright.app.workers.scene_workers import SceneWorkers

__all__ = ["RemoteSession", "SceneGlb"]

_COMMANDS = frozenset({"edit", "step", "history"})
"""Actions that are too short for events of their progress."""

_MOST_TOKENS = 2_000_000
"""Most brackets and commas of a result that is parsed here: each can become an object of some hundred bytes."""


@dataclass(frozen=True, slots=True)
class SceneGlb:
    """The triangles of a scene. `revision`: the one that they belong to. `data`: a GLB file; it is not checked."""

    revision: int
    data: bytes


class RemoteSession(RemoteEvents):
    """An open scene of one owner. Open one with :meth:`SceneWorkers.open`. It can be used from several threads.

    Its worker starts with the first command. It ends when nobody asks for long, when it takes too much memory or time, or when its work
    does not stop; the next command gets a new one, which opens the folder again. Results are JSON values, with paths of
    the files that were written.

    Every command may raise, beside its own errors:
        WorkerError: see its kinds.
        JobCancelled: `job` was cancelled.

    Attributes:
        where: the scene folder or file; None: only actions that need no scene can be run.
        owner: whose scene it is, for limits.
        niceness: of its worker and all that this starts.
    """

    def __init__(
        self, workers: SceneWorkers, number: int, where: Path | None, owner: str, data_dir: Path | None, writable: bool
    ) -> None:
        super().__init__()
        self._workers, self.number = workers, number
        self.where, self.owner, self.data_dir, self.writable = where, owner, data_dir, writable
        self.niceness = workers.limits.niceness
        self._closed = False

    # -- commands -----------------------------------------------------------------------------------------------------

    def run(
        self,
        name: str,
        request: Mapping[str, Any] | None = None,
        *,
        job: Job | None = None,
        seconds: float | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Run an action of :data:`scenewright.app.actions.table.ACTIONS`.

        Args:
            request: its request as JSON values.
            job: hears of the progress, and cancels the work: what does not stop by itself within the grace time is killed.
            seconds: most seconds; None: those of the limits.
            keys: environment variables with keys of model providers. The action then runs in a worker of its own, which ends after it.

        Returns:
            the result as JSON values; see :func:`scenewright.app.workers.reports.result_report`.

        Raises:
            RequestError: the action is unknown, or the request is not valid.
            ScenewrightError: an error of the action.
        """
        return parsed(self.run_text(name, request, job=job, seconds=seconds, keys=keys))

    def run_text(
        self,
        name: str,
        request: Mapping[str, Any] | None = None,
        *,
        job: Job | None = None,
        seconds: float | None = None,
        keys: Mapping[str, str] | None = None,
        stream: bool = False,
    ) -> bytes:
        """:meth:`run` for faces that pass the result on: its JSON text in ASCII, which is neither parsed nor checked here.

        Args:
            stream: give the parts of a streamed result to the job's listeners, unchecked.
        """
        action = ACTIONS.get(name)
        if action is None:
            raise RequestError(f"there is no action {name!r}: use {', '.join(ACTIONS)}", field="name")
        if keys:
            return self._workers.run_with_keys(self, name, request, keys=keys, job=job, seconds=seconds, stream=stream)
        values = {"name": name, "request": dict(request or {})}
        title = f"the {name.replace('_', ' ')}"
        most = self._workers.limits.answer_bytes
        reads = not getattr(action, "changes", True)
        if name in _COMMANDS:
            return self._ask(
                "run", values, name=name, title=title, most=most, job=job, seconds=seconds, reads=reads, stream=stream
            ).body
        with self.reported_job(name, job) as each:
            return self._ask(
                "run", values, name=name, title=title, most=most, job=each, seconds=seconds, reads=reads, stream=stream
            ).body

    def run_chain(
        self, order: Mapping[str, Any], *, job: Job | None = None, seconds: float | None = None
    ) -> dict[str, Any]:
        """Run a chain of actions, see :class:`scenewright.app.chains.ChainOrder`. The worker of an object that has no scene open serves one
        chain after the other, and keeps what they need (Blender, models, libraries) warm.

        Returns:
            ``steps``: of each finished step its kind, seconds and result; ``error``: of the step that failed, as JSON values, with its
            number ``step``, else None; ``peak_bytes``: most memory that the worker held meanwhile, with all that it started.
        """
        most = self._workers.limits.answer_bytes
        return parsed(
            self._ask("chain", order, name="chain", title="the job", most=most, job=job, seconds=seconds).body
        )

    def turn(
        self,
        turn: TurnRequest,
        *,
        editor: str | None = None,
        model: str | None = None,
        base_url: str | None = None,
        job: Job | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> Iterator[TurnEvent]:
        """Take one turn of a dialogue: its events, each as soon as it is there and checked. The last is a TurnEnded.

        Who closes the iterator before its end cancels the turn.

        Args:
            editor: the name of the scene editor; None: that of a language model if `model` is given, else the embedded one.
            model, base_url: the language model that edits, and the address that has it.
            job: cancels the turn: nothing is changed then.
            keys: as in :meth:`run`.

        Raises:
            RequestError: there is no such editor.
            ScenewrightError: the scene cannot be read or saved.
        """
        request = {**turn.model_dump(mode="json"), "editor": editor, "model": model, "base_url": base_url}
        job = job or Job(name="the turn")
        return streamed_turn(lambda own: self.run_text("chat", request, job=own, keys=keys, stream=True), job)

    def edit(
        self,
        edits: Iterable[Edit | Mapping[str, Any]],
        *,
        author: Literal["person", "agent", "solver"] = "person",
        name: str | None = None,
        based_on: int | None = None,
        job: Job | None = None,
    ) -> dict[str, Any]:
        """Write edits into the program: all of them as one undo step, or none.

        Raises:
            EditError, PathError, RequestError: an edit cannot be made.
            StaleChange: the scene is at another revision than `based_on`.
        """
        listed = [e.to_json() if isinstance(e, Edit) else dict(e) for e in edits]
        return self.run("edit", {"edits": listed, "author": author, "name": name, "based_on": based_on}, job=job)

    def undo(self, *, based_on: int | None = None) -> dict[str, Any]:
        """
        Raises:
            ProjectError: there is nothing to undo.
            StaleChange: the scene is at another revision than `based_on`.
        """
        return self.run("step", {"what": "undo", "based_on": based_on})

    def redo(self, *, based_on: int | None = None) -> dict[str, Any]:
        """
        Raises:
            ProjectError: there is nothing to redo.
            StaleChange: the scene is at another revision than `based_on`.
        """
        return self.run("step", {"what": "redo", "based_on": based_on})

    def source(self) -> str:
        """The text of the program."""
        most = self._workers.limits.answer_bytes
        body = self._ask("source", {}, name="source", title="the source", most=most, reads=True).body
        return body.decode("utf-8", "replace")

    def refresh(self) -> list[Change]:
        """Read the folder again; the changes of other processes, oldest first."""
        return self._changes("refresh", {})

    def changes_since(self, revision: int) -> list[Change]:
        """The changes since a revision, oldest first."""
        return self._changes("changes", {"since": revision})

    def geometry(self, *, job: Job | None = None) -> SceneGlb:
        """The triangles of the scene, for a viewport."""
        most = self._workers.limits.geometry_bytes
        answer = self._ask("geometry", {}, name="geometry", title="the geometry", most=most, job=job, reads=True)
        revision = answer.envelope.get("revision")
        return SceneGlb(revision if type(revision) is int else -1, answer.body)

    def asset_picture(self, key: str, size: int, *, job: Job | None = None) -> bytes:
        """A PNG of an object of the catalogue, `size` x `size` pixels; its content is not checked.

        Raises:
            AssetError: there is no such object.
        """
        values = {"key": key, "size": size}
        most = 4 * size * size + (64 << 10)
        title = "the picture of an object"
        return self._ask("asset_picture", values, name="asset_picture", title=title, most=most, job=job).body

    def asset_shape(self, key: str, *, job: Job | None = None) -> bytes:
        """An object of the catalogue as one mesh, see :mod:`scenewright.app.viewing.object_shapes`.

        Raises:
            AssetError: there is no such object.
        """
        most, title = self._workers.limits.geometry_bytes, "the shape of an object"
        return self._ask("asset_shape", {"key": key}, name="asset_shape", title=title, most=most, job=job).body

    # -- what pages show ----------------------------------------------------------------------------------------------

    def state(self, *, job: Job | None = None) -> bytes:
        """The state of the scene as JSON text, with the program's text; see :mod:`scenewright.app.viewing`."""
        return self._view("state", {}, self._workers.limits.answer_bytes, job).body

    def drawing(self, *, job: Job | None = None) -> bytes:
        """The instances of the scene as a safetensors file."""
        return self._view("drawing", {}, self._workers.limits.geometry_bytes, job).body

    def shapes(self, keys: Iterable[str], *, job: Job | None = None) -> bytes:
        """Meshes and textures as a safetensors file.

        Raises:
            PathError: the scene has no such shape; it may have changed meanwhile.
        """
        return self._view("shapes", {"keys": list(keys)}, self._workers.limits.geometry_bytes, job).body

    def splats(self, row: int, *, job: Job | None = None) -> bytes:
        """The Gaussians of a capture in the scene as a .ply file, see :mod:`scenewright.app.viewing.splat_files`.

        Raises:
            PathError: the scene has no capture in this row.
            SplatError: its file cannot be read.
        """
        return self._view("splats", {"row": row}, self._workers.limits.geometry_bytes, job).body

    def scene_step(self, since: int, *, job: Job | None = None) -> dict[str, Any]:
        """What has changed since a revision, for pages that show that one."""
        return parsed(self._view("scene_step", {"since": since}, self._workers.limits.answer_bytes, job).body)

    def things(self, paths: Iterable[str], *, job: Job | None = None) -> bytes:
        """Details of a few things as JSON text: colours of their parts, materials, identity. What the scene has no more is left out."""
        return self._view("things", {"paths": list(paths)}, self._workers.limits.answer_bytes, job).body

    def frames(self, first: int, count: int, *, job: Job | None = None) -> bytes:
        """Motions of frames of the animation as JSON text, see :mod:`scenewright.app.viewing.scene_frames`.

        Raises:
            PathError: there is no such frame.
        """
        return self._view("frames", {"first": first, "count": count}, self._workers.limits.answer_bytes, job).body

    def consequences(self, revision: int, *, job: Job | None = None) -> list[str] | None:
        """What the edits that made a revision make collide, float or break, where they were not `judged`. None where the scene has
        changed again."""
        answer = self._view("consequences", {"revision": revision}, self._workers.limits.answer_bytes, job)
        found = parsed(answer.body).get("consequences")
        return [str(text) for text in found] if isinstance(found, list) else None

    def look_ahead(self, *, job: Job | None = None) -> None:
        """Let the worker find out what stands on what, which the next edit that moves a thing would otherwise wait for.

        Raises:
            LayoutError: the scene cannot be judged.
        """
        self._view("look_ahead", {}, 0, job)

    def _view(self, do: str, values: Mapping[str, Any], most: int, job: Job | None) -> WorkerAnswer:
        title = f"the {do.replace('_', ' ')}"
        return self._ask(do, values, name=do, title=title, most=most, job=job, reads=True)

    def start(self) -> None:
        """Start the worker if it does not run, so that the next command need not wait for it.

        Raises:
            ProjectError, ProgramError, ReplyError: the scene cannot be opened.
        """
        self._ask("start", {}, name="start", title="the start", most=0, reads=True)

    def close(self) -> None:
        """End the worker. Work that runs in it ends with an error."""
        self._closed = True
        self._workers.forget(self)

    # -- within -------------------------------------------------------------------------------------------------------

    def _ask(self, do: str, values: Mapping[str, Any], **how: Any) -> WorkerAnswer:
        if self._closed:
            raise WorkerError("this scene was closed: open it again", kind="closed")
        return self._workers.ask(self, do, values, **how)

    def _changes(self, do: str, values: Mapping[str, Any]) -> list[Change]:
        most = self._workers.limits.answer_bytes
        body = self._ask(do, values, name="refresh", title="the reading of changes", most=most, reads=True).body
        listed = parsed(body).get("changes")
        return [c for c in map(change_from_json, listed if isinstance(listed, list) else []) if c is not None]


def parsed(body: bytes) -> dict[str, Any]:
    """A result as JSON values.

    Raises:
        WorkerError: 'large': it has too many parts to be parsed here; 'wire': it is no JSON object.
    """
    if sum(map(body.count, (b"[", b"{", b","))) > _MOST_TOKENS:
        raise WorkerError("the answer has too many parts: ask for a part of it, or take its text", kind="large")
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WorkerError(f"the worker sent a result that is no JSON: {error}", kind="wire") from error
    if not isinstance(values, dict):
        raise WorkerError("the worker sent a result that is no JSON object", kind="wire")
    return values

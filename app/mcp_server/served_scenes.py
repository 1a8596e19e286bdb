"""The scenes that tools work on, each with a worker of its own. Nothing of it exists before the first call of a tool."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.mcp_server.said import data_line
from scenewright.app.mcp_server.scene_root import SceneRoot
from scenewright.scene.errors import PathError, ScenewrightError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.workers import RemoteSession, SceneWorkers

__all__ = ["ServedScene", "ServedScenes", "parsed"]

_OWNER = "mcp"
_COMMANDS = 4
"""Calls of tools that work at a time; a further one waits."""
_MOST_TURNS = 20
"""Turns of a dialogue that are remembered."""


@dataclass(frozen=True, slots=True)
class ServedScene:
    """A scene of the root. `remote`: does the work of each action in the scene's worker."""

    id: str
    folder: Path
    remote: RemoteSession

    @property
    def revision(self) -> int:
        """The revision that the worker named last."""
        return self.remote.revision or 0

    def run(self, action: str, request: Mapping[str, Any], *, job: Job | None = None) -> dict[str, Any]:
        """Run an action on the scene, see :data:`scenewright.app.actions.table.ACTIONS`.

        Raises:
            ScenewrightError: an error of the action, or of the worker.
        """
        return self.remote.run(action, request, job=job)

    def state(self) -> dict[str, Any]:
        """The scene as pages get it, see :mod:`scenewright.app.viewing.scene_state`."""
        return parsed(self.remote.state())

    def things(self, state: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """All instances in the order of the program, with paths below the root. `room`: it is a part of a room; `level`: 1 directly below
        the root."""
        state = self.state() if state is None else state
        root = f"{state['root']}/"
        levels: dict[int, int] = {}
        found = []
        for node in state["nodes"]:
            level = levels[node["row"]] = levels.get(node["parent"], -1) + 1
            if level:
                found.append(
                    {**node, "path": node["path"].removeprefix(root), "level": level, "room": node["kind"] == "room"}
                )
        return found

    def find_thing(self, words: str, state: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """One thing, by its path or name, or by words that describe it.

        Raises:
            PathError: nothing here is called that.
            QueryError: the words cannot be read.
        """
        things = self.things(state)
        for path in (words, words.strip().replace(" ", "_").lower()):
            named = [t for t in things if t["path"] == path] or [t for t in things if t["path"].endswith(f"/{path}")]
            if named:
                return named[0]
        rows = self.run("query", {"queries": [words], "top_k": 1}).get("results", [])
        paths = {t["path"]: t for t in things}
        for row in rows:
            path = str(row["path"]).partition("/")[2]
            if path in paths:
                return paths[path]
        names = ", ".join(data_line(t["path"], 60) for t in things if t["level"] == 1 and not t["room"])
        raise PathError(
            f"there is nothing here called {data_line(words, 80)!r}; the things here: {data_line(names, 600)}"
        )


def parsed(body: bytes) -> dict[str, Any]:
    """The JSON values that a worker gave as text.

    Raises:
        WorkerError: they are none, or too many.
    """
    from scenewright.app.workers.remote_session import parsed as read

    return read(body)


class ServedScenes:
    """The open scenes of one server. Methods may be called from any thread."""

    def __init__(self, root: SceneRoot) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._workers: SceneWorkers | None = None
        self._sessions: dict[Path | None, RemoteSession] = {}
        self._dialogues: dict[str, list[dict[str, Any]]] = {}
        self._closed = False

    def open(self, scene: str, *, job: Job | None = None) -> ServedScene:
        """The scene of an id. What other programs changed in its folder meanwhile is read.

        Raises:
            ProjectError: 'missing': there is no such scene; or its folder cannot be read.
            ProgramError: its program cannot be read.
        """
        name, folder = self._root.find(scene)
        remote = self._session(folder)
        remote.refresh()
        if job is not None:
            job.check()
        return ServedScene(name, folder, remote)

    def free(self) -> RemoteSession:
        """A session without a scene, for actions that need none."""
        return self._session(None)

    def known_revision(self, scene: str) -> int | None:
        """The revision of a scene that its worker named last; None where none has."""
        try:
            folder = self._root.find(scene)[1]
        except ScenewrightError:
            return None
        with self._lock:
            session = self._sessions.get(folder)
        return None if session is None else session.revision

    def warm_up(self) -> None:
        """Start the process that workers are forked from."""
        self._made().warm_up()

    def turns(self, scene: str) -> list[dict[str, Any]]:
        """The last turns of the dialogue about a scene, as JSON values."""
        with self._lock:
            return list(self._dialogues.get(scene, ()))

    def remember(self, scene: str, past: Mapping[str, Any]) -> None:
        """Append a turn that is over."""
        with self._lock:
            kept: Sequence[dict[str, Any]] = self._dialogues.get(scene, [])
            self._dialogues[scene] = [*kept, dict(past)][-_MOST_TURNS:]

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            workers, self._workers, self._closed = self._workers, None, True
        if workers is not None:
            workers.close()

    def _session(self, folder: Path | None) -> RemoteSession:
        workers = self._made()
        with self._lock:
            if folder not in self._sessions:
                self._sessions[folder] = workers.open(folder, owner=_OWNER)
            return self._sessions[folder]

    def _made(self) -> SceneWorkers:
        from scenewright.app.workers import SceneWorkers, WorkerError, WorkerLimits

        with self._lock:
            if self._closed:
                raise WorkerError("the server ends: start it again", kind="closed")
            if self._workers is None:
                self._workers = SceneWorkers(
                    WorkerLimits(commands_per_owner=_COMMANDS, share_cores=False, preload=False)
                )
            return self._workers

"""The scenes that pages show: one worker each, however many pages look at it, and every page hears of every change."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from scenewright.app.session import CommandFailed, Event, SceneChanged
from scenewright.app.studio.hidden_paths import TextGuard
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.places import Place
from scenewright.app.studio.subscribers import Subscribers
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerEnded, WorkerError
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["OpenScene", "OpenScenes"]

_IDLE_SECONDS = 900.0
_PAGES_DRAW = 0.2
"""Seconds after a step in which the pages that hear of it show it. The look at its consequences takes the machine's time from them."""
_REMEMBERED = 256
"""Commands whose answers are kept, so that a page that asks again after a lost answer does nothing twice."""


class OpenScene:
    """One scene that is open. Methods block, and may be called from any thread."""

    def __init__(self, place: Place, remote: RemoteSession, guard: TextGuard, changed: Callable[[], None]) -> None:
        """
        Args:
            guard: takes the server's paths out of what the worker says.
            changed: is told of each change, and returns at once.
        """
        self.place, self.remote, self.guard = place, remote, guard
        self._changed = changed
        self.subscribers = Subscribers()
        self.used = time.monotonic()
        self._shown: int | None = None
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._running: dict[str, threading.Lock] = {}
        self._judge = ThreadPoolExecutor(1, thread_name_prefix="consequences")
        self._judging: Job | None = None
        self._events = remote.listen()
        threading.Thread(target=self._pump, name=f"events of {place.title}", daemon=True).start()

    # -- what pages read ----------------------------------------------------------------------------------------------

    def state(self) -> bytes:
        """The state as JSON text. Steps that are sent from now on build on it or on a later revision."""
        self.used = time.monotonic()
        body = self.guard.answer(self.remote.state(), "warnings")
        with self._lock:
            if self._shown is None:
                self._shown = self.remote.revision
        return body

    def shapes(self, keys: Sequence[str]) -> bytes:
        """Meshes and textures. They are the last of what a page waits for when it opens."""
        body = self.remote.shapes(keys)
        with self._lock:
            if self._judging is None:
                job = self._judging = Job(name="the look at what stands on what")
                with suppress(RuntimeError):  # the scene is being closed
                    self._judge.submit(self._look_ahead, job)
        return body

    # -- commands -----------------------------------------------------------------------------------------------------

    def edit(self, edits: Sequence[Mapping[str, Any]], *, based_on: int | None, command: str | None) -> dict[str, Any]:
        """Edits of a person, as one undo step. What they make collide or float follows as a message to all pages."""
        request = {"edits": list(edits), "based_on": based_on, "judged": False}
        return self._once(command, lambda: self._ran("edit", request))

    def write(self, text: str, *, based_on: int | None, command: str | None, what: str = "write") -> dict[str, Any]:
        """Replace the program's text. `what`: whether somebody wrote it or a layout offered it."""
        author = "solver" if what == "layout" else "person"
        request = {"text": text, "based_on": based_on, "what": what, "author": author}
        return self._once(command, lambda: self._ran("write_program", request))

    def step(self, what: str, *, command: str | None) -> dict[str, Any]:
        """Undo or redo."""
        return self._once(command, lambda: self._ran("step", {"what": what}))

    def run(self, action: str, request: Mapping[str, Any]) -> bytes:
        """Any action, with its result as JSON text."""
        self.used = time.monotonic()
        return self.guard.answer(self.remote.run_text(action, request))

    def _ran(self, action: str, request: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = self.guard.values(self.remote.run(action, request))
        return values

    def _once(self, command: str | None, do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Do a command, or give the answer of the same command, if it was done before."""
        self.used = time.monotonic()
        if command is None:
            return self._survived(do)
        with self._lock:
            turn = self._running.setdefault(command, threading.Lock())
        with turn:
            with self._lock:
                known = self._answers.get(command)
            if known is None:
                try:
                    known = self._survived(do)
                finally:
                    with self._lock:
                        self._running.pop(command, None)
                with self._lock:
                    self._answers[command] = known
                    while len(self._answers) > _REMEMBERED:
                        self._answers.popitem(last=False)
            return known

    def _survived(self, do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Do a command. Where its worker ended under it, and the folder shows that nothing was done, do it once more."""
        before = self.remote.revision
        try:
            return do()
        except WorkerError as error:
            if error.kind not in ("crash", "ended") or before is None or self.remote.changes_since(before):
                raise
        return do()

    # -- events -------------------------------------------------------------------------------------------------------

    def _pump(self) -> None:
        for event in self._events:
            # a page must hear of the next change, whatever is wrong with this one
            try:
                self._tell(event)
            except ScenewrightError as error:
                self.subscribers.tell({"type": "refetch", "why": self.guard.text(str(error))})

    def _tell(self, event: Event) -> None:
        if isinstance(event, SceneChanged):
            self._changed()
            with self._lock:
                since = self._shown
            if since is None or event.change.revision <= since:
                return
            step = self.remote.scene_step(since)
            revision = int(step["revision"])
            with self._lock:
                self._shown = revision
            self.subscribers.tell({"type": "scene_step", **step})
            self._judge_later(revision)
        elif isinstance(event, CommandFailed):
            return  # the page that asked has the error as its answer
        elif isinstance(event, WorkerEnded):
            told = self.guard.text(event.message)
            self.subscribers.tell({"type": "worker_ended", "kind": event.kind, "message": told})

    def _judge_later(self, revision: int) -> None:
        """Look for what the change makes collide, when nobody waits for it. A newer change ends the look at an older one."""
        with self._lock:
            if self._judging is not None:
                self._judging.cancel()
            job = self._judging = Job(name="the look at consequences")
        with suppress(RuntimeError):  # the scene is being closed
            self._judge.submit(self._consequences, revision, job)

    def _consequences(self, revision: int, job: Job) -> None:
        if job.event.wait(_PAGES_DRAW):
            return
        try:
            found = self.remote.consequences(revision, job=job)
        except JobCancelled:
            return
        except ScenewrightError as error:
            found = [f"nobody looked what collides or floats now: {error}"]
        if found is not None:
            told = self.guard.values(found)
            self.subscribers.tell({"type": "consequences", "revision": revision, "messages": told})

    def _look_ahead(self, job: Job) -> None:
        with suppress(JobCancelled, ScenewrightError):  # the edit that needs it meets the same error, and says it
            self.remote.look_ahead(job=job)

    def close(self) -> None:
        self._events.close()
        with self._lock:
            if self._judging is not None:
                self._judging.cancel()
        self._judge.shutdown(wait=False)
        for_all = self.subscribers
        for_all.tell({"type": "closed"})
        self.remote.close()


class OpenScenes:
    """All scenes that pages show, by owner and place."""

    def __init__(self, workers: SceneWorkers) -> None:
        self.workers = workers
        self._lock = threading.Lock()
        self._open: dict[tuple[str, str], OpenScene] = {}
        self._on_change: Callable[[str, str], None] = lambda owner, place: None
        self._guard: Callable[[OwnerPlaces, Path], TextGuard] = lambda places, folder: TextGuard((folder,))

    def on_change(self, function: Callable[[str, str], None]) -> None:
        """Have a function told of each change: owner and id of the scene. It returns at once."""
        self._on_change = function

    def guard_by(self, function: Callable[[OwnerPlaces, Path], TextGuard]) -> None:
        """Have a function say what takes the server's paths out of texts for an owner about a scene folder."""
        self._guard = function

    def open(self, places: OwnerPlaces, place: Place) -> OpenScene:
        """The open scene of a place; it is opened if it is not yet. Nothing is read before the first command."""
        key = places.owner, place.id
        with self._lock:
            found = self._open.get(key)
            if found is None:
                # people wait for it, while jobs take the time that is left
                remote = self.workers.open(place.folder, owner=places.owner, data_dir=places.data, niceness=0)
                found = self._open[key] = OpenScene(
                    place, remote, self._guard(places, place.folder), lambda: self._on_change(*key)
                )
            found.used = time.monotonic()
            return found

    def refresh(self, owner: str, place: str) -> None:
        """Read a scene again that another worker changed, if pages show it: they hear of the change as of any other."""
        with self._lock:
            found = self._open.get((owner, place))
        if found is not None:
            with suppress(ScenewrightError):  # the next command of a page meets the same error, and says it
                found.remote.refresh()

    def end(self, owner: str, place: str) -> None:
        """Close the scene of a place, if it is open."""
        with self._lock:
            found = self._open.pop((owner, place), None)
        if found is not None:
            found.close()

    def end_all(self, owner: str) -> None:
        """Close all scenes of an owner."""
        with self._lock:
            places = [place for who, place in self._open if who == owner]
        for place in places:
            self.end(owner, place)

    def close_idle(self, seconds: float = _IDLE_SECONDS) -> None:
        """Close scenes that no page has shown for so long."""
        now = time.monotonic()
        with self._lock:
            idle = [k for k, s in self._open.items() if not len(s.subscribers) and now - s.used > seconds]
            closing = [self._open.pop(key) for key in idle]
        for scene in closing:
            scene.close()

    def close(self) -> None:
        with self._lock:
            closing = list(self._open.values())
            self._open.clear()
        for scene in closing:
            scene.close()

"""All open scenes of a server, each with a worker of its own under one supervisor."""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from scenewright.app.requests import RequestError
from scenewright.app.workers.cores import CoreShares
from scenewright.app.workers.errors import WorkerError
from scenewright.app.workers.limits import WorkerLimits
from scenewright.app.workers.link import Pending, ProgressReport, StreamedPiece, WorkerAnswer, WorkerLink
from scenewright.app.workers.processes import TEMPLATES, WorkerOrder, start_worker
from scenewright.app.workers.remote_session import RemoteSession
from scenewright.app.workers.worker_environment import variables_of
from scenewright.scene.children import ChildKind, ChildLimits, ChildrenClosed, ChildTooLarge, Supervisor
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["SceneWorkers"]

_LOOK_SECONDS = 0.05
_START_SECONDS = 60.0


class SceneWorkers:
    """The workers of a server. One object serves a whole process, from any number of threads.

    A server opens each scene once, and hands the :class:`RemoteSession` to all who look at it::

        workers = SceneWorkers()
        session = workers.open(folder, owner="anna", data_dir=data / "anna")
        session.edit([Move("lamp", (0.5, 0, 0))])
        answer = session.run("query", {"queries": ["the lamp on the desk"]})
    """

    def __init__(
        self,
        limits: WorkerLimits | None = None,
        *,
        supervisor: Supervisor | None = None,
        templates: Supervisor | None = None,
    ) -> None:
        """
        Args:
            supervisor: ends the workers; None: one of its own, which this object's :meth:`close` closes.
            templates: lends the process that workers are forked from, which several servers of one process can share: its start takes
                seconds. Who gives it closes it, after this object. None: `supervisor`.
        """
        self.limits = limits or WorkerLimits()
        self.supervisor = supervisor or Supervisor(warm=self.limits.workers + 1)
        self.templates = templates or self.supervisor
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._sessions: dict[int, RemoteSession] = {}
        self._keys: dict[int, Mapping[str, str]] = {}
        self._links: dict[int, WorkerLink] = {}
        self._users: dict[int, int] = {}
        self._used: dict[int, float] = {}
        self._owners = _Turns(self.limits.commands_per_owner)
        self._cores = CoreShares() if self.limits.share_cores else None
        self._kind: ChildKind[int, WorkerLink] = ChildKind(
            "scene worker",
            self._start,
            ChildLimits(
                at_once=self.limits.workers,
                warm=self.limits.workers,
                most_bytes=self.limits.memory_bytes,
                idle_seconds=self.limits.idle_seconds,
                shared=True,
            ),
        )

    def open(
        self,
        where: str | Path | None,
        *,
        owner: str = "",
        data_dir: str | Path | None = None,
        writable: bool = True,
        niceness: int | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> RemoteSession:
        """An open scene. Nothing is read yet: the worker does that with the first command.

        Args:
            where: a scene folder; with `writable` False a ``.py`` or ``.md`` too. None: only actions that need no scene can be run.
            owner: whose scene it is. Limits and shares of the machine are for each owner.
            data_dir: folder of the owner's catalogue objects, settings and caches; None: those of the user who runs the server.
            niceness: of this worker; None: that of the limits. A scene that somebody looks at goes before long work.
            keys: environment variables with keys of model providers, for all that this worker does.
        """
        place = None if where is None else Path(where).absolute()
        data = None if data_dir is None else Path(data_dir).absolute()
        session = RemoteSession(self, next(self._numbers), place, owner, data, writable and place is not None)
        session.niceness = self.limits.niceness if niceness is None else niceness
        with self._lock:
            self._sessions[session.number] = session
            if keys:
                self._keys[session.number] = dict(keys)
        return session

    def warm_up(self) -> None:
        """Start what workers are forked from, so that the first command need not wait for it. A server calls this when it starts.

        Raises:
            WorkerError: it does not start.
        """
        if sys.platform.startswith("linux"):
            with self.templates.lend(TEMPLATES, self.limits.preload):
                pass

    def close(self) -> None:
        """End all workers. Sessions cannot be used after that."""
        with self._lock:
            sessions = list(self._sessions.values())
        for session in sessions:
            session.close()
        self.supervisor.close()

    def forget(self, session: RemoteSession) -> None:
        """End the worker of a session that was closed."""
        with self._lock:
            self._sessions.pop(session.number, None)
            self._keys.pop(session.number, None)
        self.supervisor.end(self._kind, session.number)
        self._gone(session)

    # -- commands -----------------------------------------------------------------------------------------------------

    def ask(
        self,
        session: RemoteSession,
        do: str,
        values: Mapping[str, Any],
        *,
        name: str,
        title: str,
        most: int,
        job: Job | None = None,
        seconds: float | None = None,
        reads: bool = False,
        stream: bool = False,
    ) -> WorkerAnswer:
        """Have the worker of a session do something, and wait for it. What only `reads` is done again where the worker was ended because of
        another command. With `stream`, the job's listeners get parts of the result as pieces, which nobody has checked.

        Raises:
            WorkerError, JobCancelled, ScenewrightError: see :class:`RemoteSession`.
        """
        try:
            body = json.dumps(values, allow_nan=False).encode("ascii")
        except (TypeError, ValueError, RecursionError) as error:
            raise RequestError(f"the request is no JSON: {error}") from None
        if len(body) > self.limits.request_bytes:
            raise RequestError(
                f"the request takes {len(body):,} bytes: at most {self.limits.request_bytes:,} are allowed"
            )
        job = job or Job(name=title)
        limit = self.limits.seconds_of(name) if seconds is None else seconds
        for attempt in (1, 2):
            try:
                with self._owners.turn(session.owner, job, limit):
                    return self._ask_once(
                        session, do, body, title=title, most=most, job=job, limit=limit, stream=stream
                    )
            except WorkerError as error:
                if not (error.kind == "ended" and reads and attempt == 1) or session.number not in self._sessions:
                    raise
        raise AssertionError("the second attempt returns or raises")

    def run_with_keys(
        self,
        session: RemoteSession,
        name: str,
        request: Mapping[str, Any] | None,
        *,
        keys: Mapping[str, str],
        job: Job | None,
        seconds: float | None,
        stream: bool = False,
    ) -> bytes:
        """Run an action in a worker of its own, which alone has these keys of model providers and ends after it."""
        alone = self.open(
            session.where,
            owner=session.owner,
            data_dir=session.data_dir,
            writable=session.writable,
            niceness=session.niceness,
        )
        with self._lock:
            self._keys[alone.number] = dict(keys)
        try:
            return alone.run_text(name, request, job=job, seconds=seconds, stream=stream)
        finally:
            alone.close()

    def _ask_once(
        self,
        session: RemoteSession,
        do: str,
        body: bytes,
        *,
        title: str,
        most: int,
        job: Job,
        limit: float,
        stream: bool,
    ) -> WorkerAnswer:
        link: WorkerLink | None = None
        with self._used_by(session):
            try:
                with self.supervisor.lend(self._kind, session.number, job=job) as link:
                    if do == "start":
                        return WorkerAnswer({}, b"")
                    pending = link.ask(do, body, title=title, most=most, stream=stream)
                    return self._wait(link, pending, job, limit, title)
            except ChildTooLarge as error:
                too_large = WorkerError(str(error), kind="memory")
                self._lost(session, link, too_large)
                raise too_large from error
            except ChildrenClosed as error:
                raise WorkerError("this scene was closed: open it again", kind="closed") from error
            except ScenewrightError as error:
                self._lost(session, link, error)
                raise

    def _wait(self, link: WorkerLink, pending: Pending, job: Job, limit: float, title: str) -> WorkerAnswer:
        """The answer to a request. Where the job is cancelled or the time is over, the work is asked to stop. Where it does not,
        its worker is killed."""
        ends = time.monotonic() + limit
        stop: float | None = None
        late = False
        while True:
            now = time.monotonic()
            try:
                message = pending.messages.get(timeout=max(min(_LOOK_SECONDS, (stop or ends) - now), 0.001))
            except queue.Empty:
                message = None
            if isinstance(message, ProgressReport):
                if message.share is None:
                    job.log(message.text)
                else:
                    job.progress(message.share, message.text)
            elif isinstance(message, StreamedPiece):
                job.give(message.values)
            elif isinstance(message, ScenewrightError):
                raise _too_late(title, limit) if late else message
            elif message is not None:
                return message
            now = time.monotonic()
            if stop is None and (job.cancelled() or now >= ends):
                late = not job.cancelled()
                stop = now + self.limits.grace_seconds
                link.cancel(pending)
            elif stop is not None and now >= stop:
                self.supervisor.discard(link)
                job.check()
                raise _too_late(title, limit)

    # -- workers ------------------------------------------------------------------------------------------------------

    def _start(self, number: int, job: Job) -> WorkerLink:
        """Start the worker of a session, and wait until its scene is open.

        Raises:
            WorkerError, JobCancelled: it does not start.
            ScenewrightError: the scene cannot be opened.
        """
        with self._lock:
            session, keys = self._sessions.get(number), self._keys.get(number, {})
        if session is None:
            raise WorkerError("this scene was closed: open it again", kind="closed")
        self._make_room(session)
        where = session.where
        order = WorkerOrder(
            opening={
                "where": None if where is None else str(where),
                "writable": session.writable,
                "answer_bytes": self.limits.answer_bytes,
                "data_dir": None if session.data_dir is None else str(session.data_dir),
            },
            folder=where if where is not None and where.is_dir() else Path("/"),
            variables=variables_of(session.data_dir, keys, self.limits.threads),
            memory_bytes=self.limits.memory_bytes,
            niceness=session.niceness,
            preload=self.limits.preload,
        )
        process = start_worker(order, self.templates, job)
        link = WorkerLink(process, on_event=session.take_event, on_revision=session.take_revision)
        try:
            known = session.revision
            self._wait(
                link, link.opened(), job, self.limits.seconds.get("start", _START_SECONDS), "the opening of the scene"
            )
        except BaseException:
            link.close()
            raise
        with self._lock:
            self._links[number] = link
        if self._cores is not None:
            self._cores.add(session.owner, link.pid)
        session.tell_missed(known)
        return link

    def _make_room(self, session: RemoteSession) -> None:
        """End the worker of the same owner that is idle longest, where the owner has too many."""
        with self._lock:
            mine = [s for s in self._sessions.values() if s.owner == session.owner and s.number != session.number]
            alive = [s for s in mine if (link := self._links.get(s.number)) is not None and link.alive()]
            idle = [s for s in alive if not self._users.get(s.number)]
            if len(alive) < self.limits.workers_per_owner:
                return
            oldest = min(idle, key=lambda s: self._used.get(s.number, 0.0), default=None)
        if oldest is None:
            raise WorkerError(
                f"{len(alive)} scenes of this owner are being worked on: wait for one, or close one", kind="busy"
            )
        self.supervisor.end(self._kind, oldest.number)
        self._gone(oldest)

    @contextmanager
    def _used_by(self, session: RemoteSession) -> Iterator[None]:
        with self._lock:
            self._users[session.number] = self._users.get(session.number, 0) + 1
        if self._cores is not None:
            self._cores.begin(session.owner)
        try:
            yield
        finally:
            if self._cores is not None:
                self._cores.end(session.owner)
            with self._lock:
                self._users[session.number] -= 1
                self._used[session.number] = time.monotonic()
                if session.number not in self._sessions and not self._users[session.number]:
                    del self._users[session.number], self._used[session.number]

    def _lost(self, session: RemoteSession, link: WorkerLink | None, error: ScenewrightError) -> None:
        """Tell listeners once where a worker ended in the midst of its work."""
        if link is None or link.alive():
            return
        with self._lock:
            known = self._links.get(session.number) is link
        if known:
            self._gone(session)
            session.tell_end(error)

    def _gone(self, session: RemoteSession) -> None:
        with self._lock:
            link = self._links.pop(session.number, None)
        if link is not None and self._cores is not None:
            self._cores.remove(session.owner, link.pid)


class _Turns:
    """Lets so many commands of each owner run at a time; further ones wait in the order of their calls."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._changed = threading.Condition()
        self._waiting: dict[str, list[object]] = {}

    @contextmanager
    def turn(self, owner: str, job: Job, seconds: float) -> Iterator[None]:
        """
        Raises:
            JobCancelled: the job was cancelled while it waited.
            WorkerError: 'busy': it waited for longer than the command itself may take.
        """
        ticket, ends = object(), time.monotonic() + seconds
        with self._changed:
            self._waiting.setdefault(owner, []).append(ticket)
        try:
            with self._changed:
                while ticket not in self._waiting[owner][: self._most]:
                    job.check()
                    if time.monotonic() >= ends:
                        raise WorkerError(
                            f"{len(self._waiting[owner])} commands of this owner wait: try again later", kind="busy"
                        )
                    self._changed.wait(_LOOK_SECONDS)
            yield
        finally:
            with self._changed:
                self._waiting[owner].remove(ticket)
                if not self._waiting[owner]:
                    del self._waiting[owner]
                self._changed.notify_all()


def _too_late(title: str, seconds: float) -> WorkerError:
    return WorkerError(
        f"{title} took more than {seconds:g} s and was stopped: ask for less, or make the scene smaller", kind="time"
    )

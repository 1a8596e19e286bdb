"""The jobs of all owners: what takes long runs in a worker of its own, is kept on disk, and every page of its owner hears of it.

A page that starts a job may go away; a server that is killed leaves rows that say so. At most so many jobs of an owner run at a time, and
the others wait in the order in which they were asked for. What the studio begins by itself, such as pictures for cards, waits until the
owner's own jobs are done.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scenewright.app.jobs import JobRecord, JobTable
from scenewright.app.requests import RequestError
from scenewright.app.studio.answers import error_answer
from scenewright.app.studio.job_folders import JobFolders
from scenewright.app.studio.job_host import JobHost, text_guard
from scenewright.app.studio.job_papers import JobFile, JobPaper, JobPapers
from scenewright.app.studio.job_stages import ended_stages, take_stage
from scenewright.app.studio.job_table import job_message
from scenewright.app.studio.job_views import LiveJob, job_view
from scenewright.app.studio.places import Place
from scenewright.app.studio.uploads import NO_ROOM, used_bytes
from scenewright.app.studio.wish_lines import wish_lines
from scenewright.app.workers import RemoteSession, WorkerError
from scenewright.app.workers.remote_session import parsed
from scenewright.scene.errors import JobCancelled, ProjectError, ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["StudioJobs"]

_TELL_SECONDS = 0.2
_QUIET_SECONDS = 3.0
_KEPT = 150
_MOST_WAITING = 50
_MOST_RESULT = 32 << 20


class StudioJobs:
    """The jobs of a server. Methods may be called from any thread."""

    def __init__(self, host: JobHost) -> None:
        self._host = host
        self._lock = threading.RLock()
        self._live: dict[tuple[str, str], LiveJob] = {}  # in the order of their starts
        self._commands: dict[tuple[str, str], str] = {}
        self._listeners: list[Callable[[str, JobPaper], None]] = []
        self._closed = False

    def on_end(self, listener: Callable[[str, JobPaper], None]) -> None:
        """Call `listener` with owner and paper of each job that finished, on the thread of the job."""
        self._listeners.append(listener)

    # -- start and stop -----------------------------------------------------------------------------------------------

    def start(
        self,
        owner: str,
        action: str,
        request: Mapping[str, Any],
        *,
        session: str | None = None,
        place: str | None = None,
        key: str = "",
        command: str | None = None,
        quiet: bool = False,
    ) -> dict[str, Any]:
        """Queue a job, and begin it when its turn comes.

        Args:
            request: as the page sent it.
            key: of a model provider. It is kept in memory until the job ends, and nowhere else.
            command: the page's name for it; asked for again, it is not begun twice.

        Raises:
            RequestError: there is no such job, or the request is not valid.
            ProjectError: 'missing': the place, an upload or another job that it names is not there.
            WorkerError: 'busy': too many jobs of the owner wait.
        """
        message = job_message(action, request)
        needs_place = message.needs_scene
        if needs_place and place is None:
            raise ProjectError("this session shows no scene yet: open one first", kind="missing")
        title = action
        if place is not None and needs_place:
            title = self._host.places(owner).find(place).title
        message.look(self._folders(owner, None, None))
        if key and not message.takes_key:
            raise RequestError(f"{action} needs no key: leave it out", field="key")
        if self._host.room_for(owner) == 0:
            raise WorkerError(NO_ROOM, kind="busy")
        with self._lock:
            known = self._commands.get((owner, command)) if command is not None else None
            if known is not None:
                return self.view(owner, known)
            self._refuse_too_many(owner)
            paper = JobPaper(
                JobTable.new_number(), action, title, _now(), dict(request), session, place if needs_place else None,
                command, bool(key), quiet,
            )  # fmt: skip
            self._papers(owner).write(paper)
            locks = place if message.changes else None
            live = LiveJob(owner, paper, message, Job(name=f"the {action.replace('_', ' ')}"), key, locks)
            if quiet:  # somebody opens the new scene now: that comes first
                live.not_before = time.monotonic() + _QUIET_SECONDS
                later = threading.Timer(_QUIET_SECONDS + 0.1, self._dispatch)
                later.daemon = True
                later.start()
            self._live[owner, paper.id] = live
            if command is not None:
                self._commands[owner, command] = paper.id
        self._tell(live, at_once=True)
        self._dispatch()
        return self.view(owner, paper.id)

    def again(self, owner: str, job: str, *, key: str = "") -> dict[str, Any]:
        """Start a job that has ended, or was lost, with the same request.

        Raises:
            RequestError: it needs its key again.
            ProjectError, WorkerError: as :meth:`start`.
        """
        paper = self._papers(owner).read(job)
        if paper.keyed and not key:
            raise RequestError(
                "the key of the model provider was not kept: give it again, with the same request", field="key"
            )
        return self.start(owner, paper.action, paper.request, session=paper.session, place=paper.place, key=key)

    def cancel(self, owner: str, job: str) -> dict[str, Any]:
        """Give a job up. One that runs ends within about a second."""
        with self._lock:
            live = self._live.get((owner, job))
            if live is not None:
                live.job.cancel()
                if not live.running:
                    self._end_waiting(live)
        return self.view(owner, job)

    def stop(self, owner: str, job: str) -> dict[str, Any]:
        """End a training early; what it has by then is kept.

        Raises:
            RequestError: it is no job that can be ended early.
        """
        with self._lock:
            live = self._live.get((owner, job))
        if live is None or not live.message.stops:
            raise RequestError("only a training that runs can be ended early: cancel other jobs", field="job")
        if not live.running:
            return self.cancel(owner, job)
        self._papers(owner).results(job).mkdir(parents=True, exist_ok=True)
        (self._papers(owner).results(job) / "stop").touch()
        return self.view(owner, job)

    def wait(self, owner: str, job: str, seconds: float | None = None) -> dict[str, Any]:
        """Wait until a job has ended, and return it."""
        with self._lock:
            live = self._live.get((owner, job))
        if live is not None:
            live.over.wait(seconds)
        return self.view(owner, job)

    def ended(self, owner: str, job: str) -> bool:
        """Whether a job of this server has ended, or is none of it."""
        with self._lock:
            return (owner, job) not in self._live

    def has_live(self, owner: str) -> bool:
        """Whether a job of an owner runs or waits."""
        with self._lock:
            return any(who == owner for who, _ in self._live)

    def close(self) -> None:
        """Cancel all jobs, for the end of the server."""
        with self._lock:
            self._closed = True
            waiting = list(self._live.values())
        for live in waiting:
            live.job.cancel()

    # -- what there is ------------------------------------------------------------------------------------------------

    def list(self, owner: str, *, quiet: bool = False) -> list[dict[str, Any]]:
        """The jobs of an owner, newest first. `quiet`: those that the studio began by itself, too."""
        out = []
        for job in self._papers(owner).ids():
            with suppress(ProjectError):  # it was forgotten meanwhile
                paper = self._papers(owner).read(job)
                if quiet or not paper.quiet:
                    out.append(self._view(owner, paper))
        return out

    def view(self, owner: str, job: str) -> dict[str, Any]:
        """A job as pages see it.

        Raises:
            ProjectError: 'missing': the owner has no such job.
        """
        return self._view(owner, self._papers(owner).read(job))

    def paper(self, owner: str, job: str) -> JobPaper:
        """
        Raises:
            ProjectError: 'missing': the owner has no such job.
        """
        return self._papers(owner).read(job)

    def log(self, owner: str, job: str) -> str:
        """The lines that a job wrote, each with its time."""
        self._papers(owner).read(job)
        try:
            return self._table(owner).log(job)
        except ScenewrightError:  # it has not begun
            return ""

    def result(self, owner: str, job: str) -> bytes:
        """The result of a finished job as JSON text; 'null' where there is none."""
        from scenewright.scene.plain_files import read_plain

        self._papers(owner).read(job)
        folder = self._papers(owner).results(job)
        try:
            return read_plain(folder / "result.json", _MOST_RESULT, "the result", root=folder)
        except ProjectError:
            return b"null"

    def preview(self, owner: str, job: str) -> Path:
        """The splats of a training that runs or has run.

        Raises:
            ProjectError: 'missing': there are none yet.
        """
        self._papers(owner).read(job)
        file = self._papers(owner).results(job) / "preview.ply"
        if not file.is_file():
            raise ProjectError("there is no preview of this job yet", kind="missing")
        return file

    def _view(self, owner: str, paper: JobPaper) -> dict[str, Any]:
        with self._lock:
            live = self._live.get((owner, paper.id))
            position = 0
            if live is not None and not live.running:
                ahead = [one for one in self._live.values() if one.owner == owner and not one.running]
                position = ahead.index(live) + 1
        return job_view(paper, live, None if live is not None else self._record(owner, paper.id), position)

    def _record(self, owner: str, job: str) -> JobRecord | None:
        try:
            return self._table(owner).get(job)
        except ScenewrightError:
            return None

    # -- the queue ----------------------------------------------------------------------------------------------------

    def _refuse_too_many(self, owner: str) -> None:
        waiting = sum(1 for one in self._live.values() if one.owner == owner and not one.running)
        if waiting >= _MOST_WAITING or self._closed:
            raise WorkerError(f"{waiting} jobs wait already: cancel some, or try again later", kind="busy")
        limits = self._host.settings.limits
        if self._host.settings.shared and used_bytes(self._host.owner_places(owner).home) > limits.disk_bytes:
            raise WorkerError("there is no room left for your files here: delete old uploads or scenes", kind="busy")

    def _dispatch(self) -> None:
        """Begin what may begin now."""
        with self._lock:
            if self._closed:
                return
            running = [one for one in self._live.values() if one.running]
            for live in self._live.values():
                if live.running or time.monotonic() < live.not_before:
                    continue
                mine = [one for one in running if one.owner == live.owner]
                busy = any(one.locks == live.locks for one in mine) if live.locks is not None else False
                full = len(mine) >= (1 if live.paper.quiet else self._host.settings.limits.jobs)
                if busy or full:
                    continue
                live.running, live.begun = True, _now()
                running.append(live)
                threading.Thread(target=self._run, args=(live,), name=f"job {live.paper.id}", daemon=True).start()

    def _run(self, live: LiveJob) -> None:
        table = self._table(live.owner)
        paper = live.paper
        ended = False
        self._tell(live, at_once=True)
        try:
            with table.track(live.job, kind=paper.action, scene=paper.title, number=paper.id):
                paper = self._done(live)
                ended = True
        except JobCancelled as error:
            paper = replace(paper, error={"message": str(error), "kind": "cancelled"}, files=_shown(live.left))
        except Exception as error:  # noqa: BLE001 - whatever it is, the page must hear of it
            told = error_answer(error, f"the job {paper.action}")[1]["error"]
            paper = replace(paper, error=text_guard(self._host, live).values(told), files=_shown(live.left))
        finally:
            paper = replace(paper, stages=ended_stages(live.stages))
            with suppress(ScenewrightError):
                self._papers(live.owner).write(paper)
            self._end(live, paper)
        if ended:
            for listener in self._listeners:
                listener(live.owner, paper)

    def _done(self, live: LiveJob) -> JobPaper:
        """Do the work, and return the paper of the finished job."""
        owner, paper, message = live.owner, live.paper, live.message
        place = None if paper.place is None else self._host.places(owner).find(paper.place)
        folders = self._folders(owner, place, paper.id)
        guard = text_guard(self._host, live)
        work = Job(event=live.job.event, name=f"the {paper.action.replace('_', ' ')}")
        work.listen(
            lambda share, what: self._progress(live, share, guard.text(what)),
            on_log=lambda text: live.job.log(guard.text(text)),
            on_piece=lambda piece: take_stage(live, piece, guard, folders, self._tell),
        )
        try:
            plan = message.planned(folders)
            asked = message.chosen_model(live.key, self._host.settings.models)
            request = dict(plan.request)
            if asked is not None:
                live.keys = dict(asked.keys)
                guard = text_guard(self._host, live)
                request |= {"model": asked.name, "base_url": asked.base_url}
            where = plan.where or (None if place is None else place.folder)
            with self._worker(owner, where, quiet=paper.quiet, writable=plan.where is None) as remote:
                body = remote.run_text(plan.action, request, job=work, keys=live.keys or None, stream=True)
            result = parsed(body)
            for line in wish_lines(result):
                live.job.log(guard.text(line))
            files, made = message.outcome(result, folders)
            folders.keep_result(guard.text(body.decode("ascii", "replace")))
        except JobCancelled as error:
            self._leave(live, folders)
            raise JobCancelled(guard.text(_cancelled_text(live))) from error
        except ScenewrightError as error:
            self._leave(live, folders)
            if not live.keys:
                raise
            raise ScenewrightError(guard.text(str(error))) from None  # a server may say the key back
        finally:
            folders.release()
        if place is not None and live.locks is not None:
            self._host.scene_changed(owner, place.id)
        new = None if made is None else self._host.places(owner).opened(made)
        title = paper.title if new is None else new.title
        return replace(paper, files=_shown(files), made=None if new is None else new.id, title=title)

    def _leave(self, live: LiveJob, folders: JobFolders) -> None:
        """Keep what a job that did not end well has left, for its page."""
        with suppress(ScenewrightError, OSError):  # what went wrong before is told
            found = folders.keep_unfinished()
            if found is not None:
                live.left_at, live.left = found

    def _progress(self, live: LiveJob, share: float, what: str) -> None:
        live.share, live.what = round(share, 4), what
        live.job.progress(share, what)
        if live.message.stops:
            with suppress(OSError):
                file = self._papers(live.owner).results(live.paper.id) / "preview.ply"
                live.preview = file.stat().st_mtime_ns // 1_000_000
        self._tell(live)

    def _end(self, live: LiveJob, paper: JobPaper) -> None:
        with self._lock:
            self._live.pop((live.owner, live.paper.id), None)
            live.key, live.keys = "", {}
        live.over.set()
        with suppress(ScenewrightError):
            self._host.owner_events(live.owner).tell({"type": "job", "job": self._view(live.owner, paper)})
            self._forget_old(live.owner)
        self._dispatch()

    def _end_waiting(self, live: LiveJob) -> None:
        paper = replace(live.paper, error={"message": "it was cancelled", "kind": "cancelled"})
        with suppress(ScenewrightError):
            self._papers(live.owner).write(paper)
        self._end(live, paper)

    def _tell(self, live: LiveJob, *, at_once: bool = False) -> None:
        now = time.monotonic()
        if not at_once and now - live.told < _TELL_SECONDS:
            return
        live.told = now
        values = {"type": "job", "job": self._view(live.owner, live.paper)}
        self._host.owner_events(live.owner).tell(values)

    def _forget_old(self, owner: str) -> None:
        papers = self._papers(owner)
        with self._lock:
            alive = {job for who, job in self._live if who == owner}
        for job in papers.ids()[_KEPT:]:
            if job not in alive:
                papers.forget(job)

    # -- places -------------------------------------------------------------------------------------------------------

    def _folders(self, owner: str, place: Place | None, job: str | None) -> JobFolders:
        papers = self._papers(owner)
        return JobFolders(
            self._host.settings,
            self._host.owner_places(owner),
            place,
            None if job is None else papers.results(job),
            self._host.uploads(owner),
            papers,
            self._host.places(owner),
        )

    @contextmanager
    def _worker(self, owner: str, where: Path | None, *, quiet: bool, writable: bool) -> Iterator[RemoteSession]:
        """A worker for one job, which ends with it: the scene's own worker goes on with the edits of pages."""
        lane = f"{owner} ({'quiet' if quiet else 'jobs'})"
        data = self._host.owner_places(owner).data
        remote = self._host.workers.open(where, owner=lane, data_dir=data, writable=writable)
        try:
            yield remote
        finally:
            remote.close()

    def _papers(self, owner: str) -> JobPapers:
        return JobPapers(self._host.owner_places(owner).home)

    def _table(self, owner: str) -> JobTable:
        return JobTable(self._host.owner_places(owner).jobs)


def _cancelled_text(live: LiveJob) -> str:
    kept = "" if live.left_at is None else f"; what was written so far is kept in {live.left_at}"
    return f"it was cancelled{kept}"


def _shown(files: Sequence[tuple[str, Path]]) -> tuple[JobFile, ...]:
    return tuple(JobFile(name, str(file), file.stat().st_size) for name, file in files if file.is_file())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")

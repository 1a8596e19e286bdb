"""The worker's side of what pages show: state, drawing, shapes and steps of the open scene."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.app.view_records import ViewRecords

__all__ = ["ViewServing"]

Command = Callable[[Any, Job], tuple[dict[str, Any], bytes]]


class ViewServing:
    """Answers the requests of pages for one open scene."""

    def __init__(self, session: Session, to_json: Callable[[Any], bytes]) -> None:
        self._session, self._json = session, to_json

    def commands(self) -> dict[str, Command]:
        """The requests by their names."""
        return {
            "state": self._state,
            "drawing": self._drawing,
            "shapes": self._shapes,
            "scene_step": self._step,
            "things": self._things,
            "frames": self._frames,
            "splats": self._splats,
        }

    @cached_property
    def _records(self) -> ViewRecords:
        from scenewright.app.view_records import ViewRecords

        return ViewRecords(self._session)

    def _state(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            return {}, self._json(self._records.state())

    def _drawing(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            revision, data = self._records.drawing()
            return {"revision": revision}, data

    def _shapes(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            return {}, self._records.shapes([str(key) for key in values["keys"]])

    def _splats(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            return {}, self._records.splats(int(values["row"]), job=job)

    def _step(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            return {}, self._json(self._records.step(int(values["since"])))

    def _things(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            return {}, self._json(self._records.things([str(path) for path in values["paths"]]))

    def _frames(self, values: Any, job: Job) -> tuple[dict[str, Any], bytes]:
        with self._session.working(job):
            return {}, self._json(self._records.frames(int(values["first"]), int(values["count"])))

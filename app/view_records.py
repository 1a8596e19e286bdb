"""The revisions of an open scene that pages show, kept so that a page can be told what has changed since."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from scenewright.app.session import Session
from scenewright.app.viewing.drawing import drawing_bytes, shapes_bytes
from scenewright.app.viewing.scene_frames import frame_motions
from scenewright.app.viewing.scene_state import scene_state
from scenewright.app.viewing.scene_steps import scene_step
from scenewright.app.viewing.splat_files import SplatFiles
from scenewright.app.viewing.thing_details import thing_details
from scenewright.scene.errors import PathError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = ["SceneRecord", "ViewRecords"]

_KEPT = 6
"""Revisions. A page that shows an older one fetches all anew."""


@dataclass(frozen=True, eq=False)
class SceneRecord:
    """One revision of a scene as pages show it."""

    revision: int
    source: str
    scene: Scene


class ViewRecords:
    """What pages are told of one open scene. Several threads may ask."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, SceneRecord] = OrderedDict()
        self._splats = SplatFiles()

    def now(self) -> SceneRecord:
        """The current revision, which is kept for later steps.

        Raises:
            ProgramError: the program is wrong.
        """
        shot = self._session.snapshot()
        record = SceneRecord(shot.revision, shot.source, shot.scene.frame(0))
        with self._lock:
            known = self._kept.get(record.revision)
            if known is not None and known.source == record.source and known.scene is record.scene:
                return known
            self._kept[record.revision] = record
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return record

    def state(self) -> dict[str, Any]:
        """The state of the scene, with the text of its program."""
        record = self.now()
        geometry = self._session.derived.geometry(record.scene)
        values = scene_state(record.scene, geometry, record.source, record.revision)
        values["splats"], missing = self._splats.listed(record.scene, self._session.folder)
        values["warnings"] = [*values["warnings"], *(m for m in missing if m not in values["warnings"])]
        return {**values, **self._history_ends(), "source": record.source}

    def drawing(self) -> tuple[int, bytes]:
        """The revision, and the drawing of it."""
        record = self.now()
        geometry = self._session.derived.geometry(record.scene)
        return record.revision, drawing_bytes(record.scene, geometry, record.revision)

    def shapes(self, keys: list[str]) -> bytes:
        """
        Raises:
            PathError: there is no such shape in the scene as it is now.
        """
        return shapes_bytes(self._session.derived.geometry(self.now().scene), keys)

    def things(self, paths: list[str]) -> dict[str, Any]:
        """Details of a few things, with the revision that has them. What the scene has no more is left out."""
        record = self.now()
        geometry = self._session.derived.geometry(record.scene)
        found = thing_details(record.scene, geometry, paths, self._session.assets)
        return {"revision": record.revision, "things": found}

    def frames(self, first: int, count: int) -> dict[str, Any]:
        """Motions of some frames of the animation, with the revision that has them.

        Raises:
            PathError: there is no such frame.
        """
        record = self.now()
        try:
            return {"revision": record.revision, **frame_motions(record.scene, first, count)}
        except IndexError as error:
            raise PathError(str(error)) from None

    def splats(self, row: int, *, job: Job | None = None) -> bytes:
        """The Gaussians of a capture as a .ply file.

        Raises:
            PathError: the scene has no capture in this row. SplatError: its file cannot be read.
        """
        return self._splats.file(self.now().scene, self._session.folder, row, job=job)

    def step(self, since: int) -> dict[str, Any]:
        """What has changed since a revision. Where that is not known any more, `text`, `motions` and `nodes` are None: then a page fetches
        all anew."""
        with self._lock:
            before = self._kept.get(since)
        changes = self._session.changes_since(since)
        after = self.now()
        last = changes[-1] if changes else None
        paths: set[str] | None = set()
        renamed: dict[str, str | None] = {}
        for change in changes:
            paths = None if paths is None or change.paths is None else paths | change.paths
            renamed = {**{old: change.renamed.get(new or "", new) for old, new in renamed.items()}, **change.renamed}
        values: dict[str, Any] = {
            "revision": after.revision,
            "basedOn": since,
            "author": "unknown" if last is None else str(last.author),
            "name": None if last is None else last.name,
            "what": "; ".join(c.sentence for c in changes[-3:]),
            "paths": None if paths is None else sorted(paths),
            "renamed": renamed,
            "text": None,
            "motions": None,
            "nodes": None,
            **self._history_ends(),
        }
        if before is not None:
            geometry = self._session.derived.geometry(after.scene)
            values |= scene_step(before.scene, before.source, after.scene, after.source, geometry)
        return values

    def _history_ends(self) -> dict[str, bool]:
        project = self._session.project
        if project is None:
            return {"canUndo": False, "canRedo": False}
        return {"canUndo": project.can_undo is not None, "canRedo": project.can_redo is not None}

"""The catalogue as pages browse it: search by meaning, categories, and pictures that are drawn once and kept."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from scenewright.app.studio.hidden_paths import TextGuard
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.picture_queue import PictureJob, PictureQueue
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.subscribers import Subscribers
from scenewright.app.version import __version__
from scenewright.app.workers import RemoteSession, SceneWorkers
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError, ScenewrightError
from scenewright.scene.pictures import picture_format
from scenewright.scene.plain_files import read_plain

__all__ = ["PICTURE_SIZES", "StudioCatalogue", "similar_enough"]

PICTURE_SIZES = (96, 160, 256, 480)
"""Sides in pixels. Others become the next larger one."""
_BUILT_IN = "scenewright"
_LISTED_SECONDS = 30.0
_MOST_PICTURE = 4 << 20
_MOST_WAITING = 400
_MOST_FOUND = 50
_LEAST_SIMILAR = 0.3
"""Least score of a similar object where another fits the words."""
_NEAR_BEST = 0.65
"""Of the best similar object's score: what has less is not like it."""
_FIRST = {
    name: place for place, name in enumerate(("seating", "tables", "beds", "storage", "lighting", "plants", "decor"))
}
"""Categories that a list of all objects begins with, since most rooms have them."""
_SHOWN_SIDE = 160
"""Side of the pictures that the catalogue of a page shows."""
_REST_SECONDS = 4.0
"""Time for the scene that was just opened, before pictures are drawn that nobody has asked for."""


def similar_enough(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of what a search found, what the words mean, and after it what is near to that in meaning: nobody who looks for a vase wants a ball.
    Where nothing is what the words mean, the nearest is all that there is."""
    similar = [float(one.get("score", 0.0)) for one in found if one.get("how") == "related"]
    least = _NEAR_BEST * max(similar, default=0.0)
    if len(similar) < len(found):
        least = max(least, _LEAST_SIMILAR)
    return [one for one in found if one.get("how") != "related" or float(one.get("score", 0.0)) >= least]


class CatalogueHost(Protocol):
    """What the catalogue needs of the server."""

    settings: StudioSettings
    workers: SceneWorkers

    def owner_places(self, owner: str) -> OwnerPlaces: ...
    def guard(self, places: OwnerPlaces | None) -> TextGuard:
        """What takes the server's paths out of texts for an owner."""
        ...

    def owner_events(self, owner: str) -> Subscribers: ...


class StudioCatalogue:
    """The catalogues of all owners. Methods may be called from any thread."""

    def __init__(self, host: CatalogueHost) -> None:
        self._host = host
        self._lock = threading.Lock()
        self._sessions: dict[tuple[str, str], RemoteSession] = {}
        self._lists: dict[str, tuple[float, list[dict[str, Any]]]] = {}
        self._waiting = PictureQueue(_MOST_WAITING)
        self._prepared: set[str] = set()
        self._over = threading.Event()
        self._failed: dict[PictureJob, str] = {}
        self._drawing = False
        self._closed = False

    # -- search -------------------------------------------------------------------------------------------------------

    def entries(self, owner: str) -> list[dict[str, Any]]:
        """All objects that an owner can use, by category and word: what most rooms have comes first."""
        with self._lock:
            kept = self._lists.get(owner)
        if kept is not None and time.monotonic() - kept[0] < _LISTED_SECONDS:
            return kept[1]
        found = self._session(owner, "catalogue").run("search_catalogue", {"words": ""})
        listed = [entry for entry in found.get("matches", ()) if isinstance(entry, dict)]
        listed.sort(key=lambda entry: _FIRST.get(str(entry["category"]), len(_FIRST)))
        with self._lock:
            self._lists[owner] = (time.monotonic(), listed)
        return listed

    def search(self, owner: str, words: str, category: str, page: int, size: int) -> dict[str, Any]:
        """A page of the objects that fit some words, best first, or of all of a category.

        Raises:
            QueryError: the words are too long.
        """
        entries = self.entries(owner)
        counts = Counter(str(entry["category"]) for entry in entries)
        values: dict[str, Any] = {"nearest": [], "byMeaning": True}
        if words.strip():
            request = {"words": words, "number": _MOST_FOUND, "related": True}
            found = self._session(owner, "catalogue").run("search_catalogue", request)
            entries = similar_enough([entry for entry in found.get("matches", ()) if isinstance(entry, dict)])
            values = {
                "nearest": found.get("nearest", []),
                "byMeaning": bool(found.get("searched_by_meaning", True)),
            }
        if category:
            entries = [entry for entry in entries if entry["category"] == category]
        fitting = sum(entry.get("how") != "related" for entry in entries)
        return {
            "fitting": fitting,
            "items": entries[page * size : (page + 1) * size],
            "total": len(entries),
            "page": page,
            "categories": [{"name": name, "count": count} for name, count in sorted(counts.items())],
            **values,
        }

    def run(self, owner: str, action: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """An action that needs no scene and is short, such as a search, with its result."""
        found = self._session(owner, "catalogue").run(action, request)
        if action == "remove_assets":
            self.forget(owner)
        result: dict[str, Any] = self._host.guard(self._host.owner_places(owner)).values(found)
        return result

    def forget(self, owner: str) -> None:
        """Read an owner's catalogue again: objects were added or removed."""
        with self._lock:
            self._lists.pop(owner, None)
            self._prepared.discard(owner)
            self._failed = {job: why for job, why in self._failed.items() if job[0] != owner}
            closing = [self._sessions.pop((owner, lane), None) for lane in ("catalogue", "quiet")]
        for session in closing:
            if session is not None:
                session.close()

    # -- pictures -----------------------------------------------------------------------------------------------------

    def picture(self, owner: str, key: str, size: int) -> bytes | None:
        """The picture of an object, None while it is not drawn yet: then its owner's pages get an event when it is.

        Raises:
            ProjectError: 'missing': there is no such object, or it cannot be drawn.
        """
        side = next((s for s in PICTURE_SIZES if s >= size), PICTURE_SIZES[-1])
        file = self._file(owner, self._entry(owner, key), side)
        with suppress(ProjectError):
            return read_plain(file, _MOST_PICTURE, "the picture", root=file.parent)
        job = (owner, key, side)
        with self._lock:
            if job in self._failed:
                raise ProjectError(self._failed[job], kind="missing")
            self._waiting.ask(job)
        self._begin()
        return None

    def shape(self, owner: str, key: str) -> bytes:
        """An object as one mesh, see :mod:`scenewright.app.viewing.object_shapes`.

        Raises:
            ProjectError: 'missing': there is no such object.
        """
        self._entry(owner, key)
        return self._session(owner, "catalogue").asset_shape(key)

    def _entry(self, owner: str, key: str) -> dict[str, Any]:
        entry = next((one for one in self.entries(owner) if one["key"] == key), None)
        if entry is None:
            raise ProjectError("the catalogue has no such object", kind="missing")
        return entry

    def prepare(self, owner: str) -> None:
        """Have the pictures that a page shows first drawn in the background, once. Returns at once."""
        # people of a shared server have the same built-in objects, whose pictures are kept for all of them
        whom = "" if self._host.settings.shared else owner
        with self._lock:
            if self._closed or whom in self._prepared or self._host.settings.pictures_ahead <= 0:
                return
            self._prepared.add(whom)
        threading.Thread(target=self._prepare, args=(owner,), name="first pictures", daemon=True).start()

    def _prepare(self, owner: str) -> None:
        if self._over.wait(_REST_SECONDS):
            return
        try:
            first = self.entries(owner)[: self._host.settings.pictures_ahead]
        except ScenewrightError:  # who looks at the catalogue meets the same error, and is told
            return
        missing = [entry for entry in first if not self._file(owner, entry, _SHOWN_SIDE).is_file()]
        with self._lock:
            for entry in missing:
                self._waiting.prepare((owner, str(entry["key"]), _SHOWN_SIDE))
        if missing:
            self._begin()

    def _begin(self) -> None:
        """Draw what waits, in a thread of its own, unless one does."""
        with self._lock:
            begin = not self._drawing and not self._closed
            self._drawing = self._drawing or begin
        if begin:
            threading.Thread(target=self._draw_all, name="pictures of objects", daemon=True).start()

    def _draw_all(self) -> None:
        """Draw what waits, one at a time, and end when nothing does."""
        while True:
            with self._lock:
                job = None if self._closed else self._waiting.next()
                if job is None:
                    self._drawing = False
                    return
            owner, key, side = job
            try:
                entry = next(one for one in self.entries(owner) if one["key"] == key)
                data = self._session(owner, "quiet").asset_picture(key, side)
                if picture_format(data[:16]) != "PNG":
                    raise ProjectError("the worker drew no picture", kind="missing")
                file = self._file(owner, entry, side)
                file.parent.mkdir(parents=True, exist_ok=True)
                atomic.write(file, data, durable=False)
                told: Mapping[str, Any] = {"type": "catalogue_picture", "key": key, "size": side}
            except (ScenewrightError, StopIteration, OSError) as error:
                with self._lock:
                    self._failed[owner, key, side] = f"{key} cannot be drawn: {error}"
                told = {"type": "catalogue_picture", "key": key, "size": side, "failed": True}
            self._host.owner_events(owner).tell(told)

    def _file(self, owner: str, entry: Mapping[str, Any], side: int) -> Path:
        """Where a picture is kept: those of our own objects for all owners."""
        shared = entry.get("pack") == _BUILT_IN
        home = self._host.settings.data if shared else self._host.owner_places(owner).home
        of = f"{__version__} {entry['key']} {entry.get('phrase')} {entry.get('size')} {side}"
        return home / "catalogue_pictures" / f"{hashlib.sha256(of.encode()).hexdigest()[:32]}.png"

    def _session(self, owner: str, lane: str) -> RemoteSession:
        with self._lock:
            found = self._sessions.get((owner, lane))
            if found is None:
                data = self._host.owner_places(owner).data
                who = f"{owner} (quiet)" if lane == "quiet" else owner
                found = self._sessions[owner, lane] = self._host.workers.open(None, owner=who, data_dir=data)
            return found

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._over.set()
            self._waiting.clear()
            sessions = list(self._sessions.values())
            self._sessions.clear()
        for session in sessions:
            session.close()

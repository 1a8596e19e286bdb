"""The catalogue as pages browse it: search by meaning, categories, and pictures that are drawn once and kept."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.subscribers import Subscribers
from scenewright.app.version import __version__
from scenewright.app.workers import RemoteSession, SceneWorkers
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError, ScenewrightError
from scenewright.scene.pictures import picture_format
from scenewright.scene.plain_files import read_plain

__all__ = ["PICTURE_SIZES", "StudioCatalogue"]

PICTURE_SIZES = (96, 160, 256, 480)
"""Sides in pixels. Others become the next larger one."""
_BUILT_IN = "scenewright"
_LISTED_SECONDS = 30.0
_MOST_PICTURE = 4 << 20
_MOST_WAITING = 400
_MOST_FOUND = 50


class CatalogueHost(Protocol):
    """What the catalogue needs of the server."""

    settings: StudioSettings
    workers: SceneWorkers

    def owner_places(self, owner: str) -> OwnerPlaces: ...
    def owner_events(self, owner: str) -> Subscribers: ...


class StudioCatalogue:
    """The catalogues of all owners. Methods may be called from any thread."""

    def __init__(self, host: CatalogueHost) -> None:
        self._host = host
        self._lock = threading.Lock()
        self._sessions: dict[tuple[str, str], RemoteSession] = {}
        self._lists: dict[str, tuple[float, list[dict[str, Any]]]] = {}
        self._waiting: OrderedDict[tuple[str, str, int], None] = OrderedDict()
        self._failed: dict[tuple[str, str, int], str] = {}
        self._drawing = False
        self._closed = False

    # -- search -------------------------------------------------------------------------------------------------------

    def entries(self, owner: str) -> list[dict[str, Any]]:
        """All objects that an owner can use, by category and word."""
        with self._lock:
            kept = self._lists.get(owner)
        if kept is not None and time.monotonic() - kept[0] < _LISTED_SECONDS:
            return kept[1]
        found = self._session(owner, "catalogue").run("search_catalogue", {"words": ""})
        listed = [entry for entry in found.get("matches", ()) if isinstance(entry, dict)]
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
            entries = [entry for entry in found.get("matches", ()) if isinstance(entry, dict)]
            values = {
                "nearest": found.get("nearest", []),
                "byMeaning": bool(found.get("searched_by_meaning", True)),
            }
        if category:
            entries = [entry for entry in entries if entry["category"] == category]
        return {
            "items": entries[page * size : (page + 1) * size],
            "total": len(entries),
            "page": page,
            "categories": [{"name": name, "count": count} for name, count in sorted(counts.items())],
            **values,
        }

    def run(self, owner: str, action: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """An action that needs no scene and is short, such as a search, with its result."""
        result = self._session(owner, "catalogue").run(action, request)
        if action == "remove_assets":
            self.forget(owner)
        return result

    def forget(self, owner: str) -> None:
        """Read an owner's catalogue again: objects were added or removed."""
        with self._lock:
            self._lists.pop(owner, None)
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
        entry = next((one for one in self.entries(owner) if one["key"] == key), None)
        if entry is None:
            raise ProjectError("the catalogue has no such object", kind="missing")
        file = self._file(owner, entry, side)
        with suppress(ProjectError):
            return read_plain(file, _MOST_PICTURE, "the picture", root=file.parent)
        job = (owner, key, side)
        with self._lock:
            if job in self._failed:
                raise ProjectError(self._failed[job], kind="missing")
            self._waiting[job] = None
            self._waiting.move_to_end(job)  # what a page shows now comes first
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            begin = not self._drawing and not self._closed
            self._drawing = self._drawing or begin
        if begin:
            threading.Thread(target=self._draw_all, name="pictures of objects", daemon=True).start()
        return None

    def _draw_all(self) -> None:
        """Draw what waits, one at a time, and end when nothing does."""
        while True:
            with self._lock:
                if not self._waiting or self._closed:
                    self._drawing = False
                    return
                (owner, key, side), _ = self._waiting.popitem()
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
            self._waiting.clear()
            sessions = list(self._sessions.values())
            self._sessions.clear()
        for session in sessions:
            session.close()

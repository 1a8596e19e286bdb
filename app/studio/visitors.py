"""The places of visitors without a login: together they have a largest size and number. Where it is reached, the places of those who were
not seen for longest are removed.

Each place has a file that says whose it is and, by its time, when they were last here. A folder without this file, or with that of
somebody else, belongs to a login and is never touched.
"""

from __future__ import annotations

import secrets
import shutil
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.uploads import used_bytes
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["VISITOR", "VisitorPlaces"]

VISITOR = "visitor:"
_MARK = "visitor"
_REMOVED = ".removed-"
_IDLE_SECONDS = 900.0
_NOTED_SECONDS = 60.0
_MEASURED_SECONDS = 60.0
_MOST_NOTED = 10_000
_MOST_PLACES = 1_000_000


@dataclass(frozen=True, slots=True)
class _VisitorPlace:
    owner: str
    home: Path
    seen: float


class VisitorPlaces:
    """The places of all visitors of a server. Methods may be called from any thread."""

    def __init__(
        self,
        settings: StudioSettings,
        *,
        busy: Callable[[str], bool],
        forget: Callable[[str], None],
        idle_seconds: float = _IDLE_SECONDS,
    ) -> None:
        """
        Args:
            busy: whether a page of an owner is open, or a job of theirs runs or waits.
            forget: closes what the server holds of an owner whose place is removed.
            idle_seconds: after so long without a request a place may be removed.
        """
        self._settings, self._busy, self._forget = settings, busy, forget
        self._idle = idle_seconds
        self._lock = threading.Lock()
        self._clearing = threading.Lock()
        self._noted: OrderedDict[str, float] = OrderedDict()
        self._sizes: dict[Path, tuple[float, int]] = {}

    def clear_remains(self) -> None:
        """Remove what is left of places that were being removed when the server before this one ended."""
        folder = self._settings.data / "owners"
        for name in names_in(folder, "the places of visitors", most=_MOST_PLACES):
            if name.startswith(_REMOVED):
                shutil.rmtree(folder / name, ignore_errors=True)

    def seen(self, owner: str) -> None:
        """Note that an owner is here."""
        if not owner.startswith(VISITOR):
            return
        now = time.monotonic()
        with self._lock:
            if now - self._noted.get(owner, -_NOTED_SECONDS) < _NOTED_SECONDS:
                return
            self._noted[owner] = now
            self._noted.move_to_end(owner)
            while len(self._noted) > _MOST_NOTED:
                self._noted.popitem(last=False)
        mark = OwnerPlaces.of(owner, self._settings).home / _MARK
        with suppress(OSError):  # a full disk is told by what is to be written there
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.write_text(owner)

    def left_for(self, owner: str) -> int | None:
        """Bytes that visitors may still write, after places that nobody uses were removed; None for an owner without this bound."""
        if not owner.startswith(VISITOR):
            return None
        places, now = self._places(), time.time()
        with self._lock:
            for place in places:  # who is here may be writing
                if now - place.seen < 2 * _NOTED_SECONDS:
                    self._sizes.pop(place.home, None)
        most = self._settings.limits.visitors_bytes
        used = self._used(places)
        if used >= most:
            used = self.make_room()
        return max(most - used, 0)

    def make_room(self) -> int:
        """Remove the places of visitors who were not seen for longest, until the others are within the limits. Returns the bytes of the
        others."""
        limits = self._settings.limits
        gone: list[Path] = []
        with self._clearing:
            places = self._places()
            used, count = self._used(places), len(places)
            for place in sorted(places, key=lambda p: p.seen):
                if used < limits.visitors_bytes and count <= limits.visitors:
                    break
                if time.time() - place.seen < self._idle or self._busy(place.owner):
                    continue
                size, moved = self._size(place.home), self._moved_away(place)
                if moved is not None:
                    used, count = used - size, count - 1
                    gone.append(moved)
        for folder in gone:  # nobody waits for this
            shutil.rmtree(folder, ignore_errors=True)
        return used

    def _moved_away(self, place: _VisitorPlace) -> Path | None:
        """Take a place from its owner. Returns where its files are now, None where that cannot be done."""
        self._forget(place.owner)
        gone = place.home.with_name(f"{_REMOVED}{secrets.token_hex(8)}")
        try:
            place.home.rename(gone)  # at once: what comes meanwhile begins anew
        except OSError:
            return None
        with self._lock:
            self._noted.pop(place.owner, None)
            self._sizes.pop(place.home, None)
        return gone

    def _places(self) -> list[_VisitorPlace]:
        folder = self._settings.data / "owners"
        found = []
        for name in names_in(folder, "the places of visitors", most=_MOST_PLACES):
            if name.startswith(_REMOVED):
                continue
            with suppress(ProjectError, OSError, ValueError):
                mark = folder / name / _MARK
                owner = read_plain(mark, 200, "whose place it is", root=folder).decode("ascii")
                home = OwnerPlaces.of(owner, self._settings).home
                if owner.startswith(VISITOR) and home == folder / name:
                    found.append(_VisitorPlace(owner, home, mark.stat().st_mtime))
        return found

    def _used(self, places: list[_VisitorPlace]) -> int:
        return sum(self._size(place.home) for place in places)

    def _size(self, home: Path) -> int:
        now = time.monotonic()
        with self._lock:
            known = self._sizes.get(home)
        if known is None or now - known[0] > _MEASURED_SECONDS:
            known = now, used_bytes(home)
            with self._lock:
                self._sizes[home] = known
        return known[1]

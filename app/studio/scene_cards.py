"""The cards of scenes on the first page: their titles, and pictures that follow the scene some seconds after its last change."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import Any, Protocol

from scenewright.app.folder_places import free_folder
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.places import Place, ScenePlaces
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.subscribers import Subscribers
from scenewright.app.workers import SceneWorkers, WorkerError
from scenewright.scene.errors import ScenewrightError

__all__ = ["SceneCards"]

_SIZE = (480, 360)
_NICENESS = 15
"""Of the worker that draws: nobody waits for it."""
_COPYING = threading.Lock()


class CardHost(Protocol):
    """What cards need of the server."""

    settings: StudioSettings
    workers: SceneWorkers

    def owner_places(self, owner: str) -> OwnerPlaces: ...
    def owner_events(self, owner: str) -> Subscribers: ...
    def places(self, owner: str) -> ScenePlaces: ...


class SceneCards:
    """The cards of all owners. Methods may be called from any thread; none waits for a picture."""

    def __init__(self, host: CardHost) -> None:
        self._host = host
        self._wake = threading.Condition()
        self._due: dict[tuple[str, str], float] = {}
        self._drawing = False
        self._closed = False

    # -- titles and copies --------------------------------------------------------------------------------------------

    def rename(self, owner: str, place: str, title: str) -> Place:
        """Give a scene another title, and tell the pages of its owner.

        Raises:
            ProjectError: the owner has no such scene, or it cannot be written.
            RequestError: the title is no title.
        """
        renamed = self._host.places(owner).rename(place, title)
        self._tell(owner, renamed)
        return renamed

    def copy(self, owner: str, place: str, title: str | None) -> Place:
        """Copy a scene into a folder beside the owner's others.

        Raises:
            ProjectError: the owner has no such scene, or it cannot be copied.
            RequestError: the title is no title.
            WorkerError: 'busy': the owner has as many scenes as they may.
        """
        places, settings = self._host.places(owner), self._host.settings
        if settings.shared and places.count() >= settings.limits.scenes:
            raise WorkerError(
                f"you have {settings.limits.scenes} scenes, which is the most here: remove some first", kind="busy"
            )
        named = title or f"{places.find(place).title} copy"
        with _COPYING:  # two copies with one title get two folders
            made = places.copied(place, free_folder(self._host.owner_places(owner).scenes, named), title)
        self._tell(owner, made)
        self.changed(owner, made.id, rest=0.0)
        return made

    # -- pictures -----------------------------------------------------------------------------------------------------

    def changed(self, owner: str, place: str, *, rest: float | None = None) -> None:
        """A scene has changed: its picture is made again when it has rested for so many seconds; None: those of the settings."""
        seconds = self._host.settings.card_seconds
        if seconds is None:
            return
        with self._wake:
            if self._closed:
                return
            self._due[owner, place] = time.monotonic() + (seconds if rest is None else rest)
            begin = not self._drawing
            self._drawing = True
            self._wake.notify()
        if begin:
            threading.Thread(target=self._draw_all, name="pictures of scenes", daemon=True).start()

    def opened(self, owner: str, place: Place) -> None:
        """A scene is shown, which the pages of its owner hear; a picture that is older than it is made again."""
        self._tell(owner, place)
        if place.pictured < place.changed:
            self.changed(owner, place.id)

    def _draw_all(self) -> None:
        """Draw what is due, one at a time, and end when nothing is."""
        while True:
            with self._wake:
                while True:
                    if self._closed or not self._due:
                        self._drawing = False
                        return
                    scene, due = min(self._due.items(), key=lambda item: item[1])
                    left = due - time.monotonic()
                    if left <= 0:
                        break
                    self._wake.wait(left)
                del self._due[scene]
            with suppress(ScenewrightError, OSError):  # the card keeps the picture that it has
                self._draw(*scene)

    def _draw(self, owner: str, place: str) -> None:
        found = self._host.places(owner).find(place)
        file = self._host.places(owner).card(place)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.stem}.new.png")
        session = self._host.workers.open(
            found.folder,
            owner=f"{owner} (quiet)",
            data_dir=self._host.owner_places(owner).data,
            niceness=_NICENESS,
        )
        try:
            request: dict[str, Any] = {"renderer": "preview", "width": _SIZE[0], "height": _SIZE[1], "out": str(fresh)}
            session.run("render", request)
        finally:
            session.close()
        fresh.replace(file)
        self._tell(owner, self._host.places(owner).find(place))

    def _tell(self, owner: str, place: Place) -> None:
        self._host.owner_events(owner).tell({"type": "place", "place": place.to_json()})

    def close(self) -> None:
        with self._wake:
            self._closed = True
            self._due.clear()
            self._wake.notify()

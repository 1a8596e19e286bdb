"""What all routes share: settings, keys, workers, open scenes, and the places of who asks."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from starlette.requests import HTTPConnection

from scenewright.app.studio.answers import error_answer
from scenewright.app.studio.catalogue import StudioCatalogue
from scenewright.app.studio.chats import StudioChats
from scenewright.app.studio.guard import owner_of
from scenewright.app.studio.hidden_paths import TextGuard
from scenewright.app.studio.job_papers import JobPaper
from scenewright.app.studio.jobs import StudioJobs
from scenewright.app.studio.keys import StudioKeys
from scenewright.app.studio.login_tries import LoginGate
from scenewright.app.studio.open_scenes import OpenScene, OpenScenes
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.places import Place, ScenePlaces
from scenewright.app.studio.scene_cards import SceneCards
from scenewright.app.studio.sessions import PageSession, SessionStore
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.subscribers import Subscribers
from scenewright.app.studio.uploads import UploadStore
from scenewright.app.studio.visitors import VisitorPlaces
from scenewright.app.workers import SceneWorkers
from scenewright.scene.errors import ProjectError

__all__ = ["StudioContext", "context_of"]


@dataclass(eq=False)
class StudioContext:
    """One for the whole server. `first_place`: the scene that was named on the command line."""

    settings: StudioSettings
    keys: StudioKeys
    workers: SceneWorkers
    scenes: OpenScenes
    first_place: Place | None = None
    connections: int = 0
    _stores: dict[str, tuple[OwnerPlaces, ScenePlaces, SessionStore]] = field(default_factory=dict)
    _listening: dict[str, Subscribers] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.gate = LoginGate(self.settings.users)
        self.visitors = VisitorPlaces(self.settings, busy=self._busy, forget=self._forget)
        self.jobs = StudioJobs(self)
        self.catalogue = StudioCatalogue(self)
        self.chats = StudioChats(self)
        self.cards = SceneCards(self)
        self.scenes.on_change(self.cards.changed)
        self.scenes.guard_by(self.guard)
        self.jobs.on_end(self._after)

    def _after(self, owner: str, job: JobPaper) -> None:
        """What follows a job: a picture for the card of a new scene; the catalogue is read again where it changed."""
        if job.made is not None:
            request = {"renderer": "preview", "width": 480, "height": 360}
            self.jobs.start(owner, "render", request, place=job.made, quiet=True)
        if job.action in ("add_assets", "learn_entity"):
            self.catalogue.forget(owner)

    def uploads(self, owner: str) -> UploadStore:
        """What an owner has uploaded."""
        places, limits = self.owner_places(owner), self.settings.limits
        return UploadStore(
            places.uploads,
            most_bytes=limits.upload_bytes,
            most_files=limits.upload_files,
            disk_bytes=limits.disk_bytes,
            home=places.home,
            room=lambda: self.room_for(owner),
        )

    def room_for(self, owner: str) -> int | None:
        """Bytes that are left for what all visitors write; None where an owner has no such bound."""
        return self.visitors.left_for(owner)

    def _busy(self, owner: str) -> bool:
        """Whether a page of an owner is open, or a job of theirs runs or waits."""
        with self._lock:
            listening = self._listening.get(owner)
        return self.jobs.has_live(owner) or (listening is not None and len(listening) > 0)

    def _forget(self, owner: str) -> None:
        """Close what is held of an owner whose place is removed."""
        self.scenes.end_all(owner)
        self.catalogue.forget(owner)
        with self._lock:
            self._stores.pop(owner, None)
            self._listening.pop(owner, None)

    def scene_changed(self, owner: str, place: str) -> None:
        """Tell pages that show a scene what a job has changed in it."""
        self.scenes.refresh(owner, place)

    def told(self, owner: str | None, error: Exception, doing: str) -> tuple[int, dict[str, Any]]:
        """The status and the body for an error that an owner sees; None: somebody who is not logged in."""
        status, body = error_answer(error, doing)
        return status, self.guard(None if owner is None else self.owner_places(owner)).values(body)

    def guard(self, places: OwnerPlaces | None, folder: Path | None = None, secrets: Iterable[str] = ()) -> TextGuard:
        """What takes the server's paths out of texts for an owner. On a server of their own, people need the place of its log.

        Args:
            places: of the owner; None: somebody who is not logged in.
            folder: of the scene that the texts are about.
            secrets: keys that the texts may not say.
        """
        settings = self.settings
        own = () if places is None else (places.home, places.scenes, places.data)
        return TextGuard((folder, *own, settings.data, settings.scenes), secrets, everywhere=settings.shared)

    def owner_events(self, owner: str) -> Subscribers:
        """The pages of an owner, for news of jobs."""
        with self._lock:
            return self._listening.setdefault(owner, Subscribers())

    def owner_places(self, owner: str) -> OwnerPlaces:
        return self._of(owner)[0]

    def places(self, owner: str) -> ScenePlaces:
        """The scenes of an owner."""
        return self._of(owner)[1]

    def sessions(self, owner: str) -> SessionStore:
        """The page sessions of an owner."""
        return self._of(owner)[2]

    def scene_of(self, owner: str, session: str) -> OpenScene:
        """The scene that a session shows.

        Raises:
            ProjectError: 'missing': there is no such session or scene, or the session shows none.
        """
        return self.open_place(owner, self.sessions(owner).get(session))

    def open_place(self, owner: str, session: PageSession) -> OpenScene:
        if session.place is None:
            raise ProjectError("this session shows no scene yet: open one first", kind="missing")
        return self.scenes.open(self.owner_places(owner), self.places(owner).find(session.place))

    def _of(self, owner: str) -> tuple[OwnerPlaces, ScenePlaces, SessionStore]:
        with self._lock:
            found = self._stores.get(owner)
            if found is None:
                places = OwnerPlaces.of(owner, self.settings)
                found = self._stores[owner] = (
                    places,
                    ScenePlaces(places.scenes, places.home),
                    SessionStore(places.sessions, self.settings.limits.sessions),
                )
            return found


def context_of(connection: HTTPConnection) -> tuple[StudioContext, str]:
    """The server's context, and the owner who asks."""
    context, owner = cast(StudioContext, connection.app.state.studio), owner_of(connection.scope)
    context.visitors.seen(owner)
    return context, owner

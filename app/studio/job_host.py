"""What jobs need of the server, and what their texts may say."""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol

from scenewright.app.studio.hidden_paths import TextGuard
from scenewright.app.studio.job_papers import JobPapers
from scenewright.app.studio.job_views import LiveJob
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.places import ScenePlaces
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.subscribers import Subscribers
from scenewright.app.studio.uploads import UploadStore
from scenewright.app.workers import SceneWorkers
from scenewright.scene.errors import ProjectError

__all__ = ["JobHost", "text_guard"]


class JobHost(Protocol):
    """What jobs need of the server."""

    settings: StudioSettings
    workers: SceneWorkers

    def owner_places(self, owner: str) -> OwnerPlaces: ...
    def places(self, owner: str) -> ScenePlaces: ...
    def uploads(self, owner: str) -> UploadStore: ...
    def owner_events(self, owner: str) -> Subscribers: ...
    def room_for(self, owner: str) -> int | None:
        """Bytes that are left for what all visitors write; None where an owner has no such bound."""
        ...

    def scene_changed(self, owner: str, place: str) -> None:
        """Another worker changed a scene that pages may show."""
        ...


def text_guard(host: JobHost, live: LiveJob) -> TextGuard:
    """What takes paths and keys out of the texts of a job."""
    places = host.owner_places(live.owner)
    scene = None
    if live.paper.place is not None:
        with suppress(ProjectError):
            scene = host.places(live.owner).find(live.paper.place).folder
    own = JobPapers(places.home).results(live.paper.id)
    folders = (scene, own, places.home, places.scenes, places.data, host.settings.data)
    return TextGuard(folders, (live.key, *live.keys.values()), everywhere=host.settings.shared)

"""What a studio is started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scenewright.app.studio.language_models import StudioModels
from scenewright.scene.errors import ScenewrightError

__all__ = ["StudioLimits", "StudioSettings"]

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class StudioLimits:
    """Limits of one owner, unless they say otherwise.

    `sessions`: addresses of pages that are remembered; the oldest are forgotten. `scenes`: scene folders that the studio makes for an
    owner of a shared server. `jobs`: that run at a time. `upload_bytes`, `upload_files`: of one upload. `disk_bytes`: of all files of an
    owner. `body_bytes`: of a request that is no upload. `pause_seconds`: without a byte in the midst of a request. `streams`: open event
    streams of an owner, one for each page; `connections`: those of all owners. `visitors_bytes`, `visitors`: files, and places, of all
    visitors without a login together; who was not here for longest loses theirs first.
    """

    sessions: int = 64
    scenes: int = 200
    jobs: int = 3
    upload_bytes: int = 2 << 30
    upload_files: int = 2_000
    disk_bytes: int = 20 << 30
    body_bytes: int = 4 << 20
    pause_seconds: float = 60.0
    streams: int = 128
    connections: int = 512
    visitors_bytes: int = 50 << 30
    visitors: int = 5_000


@dataclass(frozen=True, slots=True)
class StudioSettings:
    """
    `host`, `port`: where the server listens; port 0: any free one. `scenes`: folder in which scenes are made and listed. `data`: folder
    of the studio's own files. `users`: passwords by names; empty: no login. `open_to_anyone`: strangers may use it without a login; each
    gets scenes of their own. `names`: further names by which browsers may call the server. `pictures_ahead`: how many objects of the
    catalogue get a picture before anybody asks, those first that pages show first. `card_seconds`: rest after a change before the picture
    of a scene's card is made again; None: never. `models`: the language models that people may use.
    """

    scenes: Path
    data: Path
    host: str = "127.0.0.1"
    port: int = 7860
    users: dict[str, str] = field(default_factory=dict)
    open_to_anyone: bool = False
    names: tuple[str, ...] = ()
    pictures_ahead: int = 48
    card_seconds: float | None = 8.0
    limits: StudioLimits = field(default_factory=StudioLimits)
    models: StudioModels = field(default_factory=StudioModels)

    def __post_init__(self) -> None:
        """
        Raises:
            ScenewrightError: others can reach the server, and nobody said who may use it.
        """
        if not self.local and not self.users and not self.open_to_anyone:
            raise ScenewrightError(
                f"{self.host} can be reached by others: give --auth USER:PASSWORD, or --open-to-anyone if anyone may use this machine"
            )

    @property
    def local(self) -> bool:
        """Whether only this machine reaches the server."""
        return self.host in _LOOPBACK

    @property
    def shared(self) -> bool:
        """Whether people who use it must not see each other's work."""
        return bool(self.users) or self.open_to_anyone

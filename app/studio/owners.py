"""Where the work of each owner lies: their scenes, their sessions and uploads, their catalogue objects."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scenewright.app.studio.guard import LOCAL_OWNER
from scenewright.app.studio.settings import StudioSettings

__all__ = ["OwnerPlaces"]


@dataclass(frozen=True, slots=True)
class OwnerPlaces:
    """`owner`: as the guard says it. `scenes`: folder of their scene folders. `home`: folder of the studio's files about them. `data`: for
    packs, caches and settings; None: those of the account that runs the server."""

    owner: str
    scenes: Path
    home: Path
    data: Path | None

    @classmethod
    def of(cls, owner: str, settings: StudioSettings) -> OwnerPlaces:
        """The places of an owner. Nothing is created."""
        if owner == LOCAL_OWNER:
            return cls(owner, settings.scenes, settings.data / "local", None)
        # names of people become no names of files
        folder = settings.data / "owners" / hashlib.sha256(owner.encode()).hexdigest()[:32]
        return cls(owner, folder / "scenes", folder, folder / "data")

    @property
    def sessions(self) -> Path:
        return self.home / "sessions"

    @property
    def uploads(self) -> Path:
        return self.home / "uploads"

    @property
    def jobs(self) -> Path:
        return self.home / "jobs"

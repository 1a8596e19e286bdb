"""What became of a scene, change after change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import JournalEntry

__all__ = ["Change", "StaleChange"]

_NAMED = 3
"""Changes, and paths of one, that a message names; it counts the others."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a scene.

    `revision`: the number that the scene has since; `based_on`: the one before. `operation`: what was done, as data with a
    'kind'. `paths`: instances that differ, by their paths before and after; None where nobody looked, since another process made
    the change. `renamed`: new paths by old ones, None where an instance is gone.
    """

    revision: int
    based_on: int
    author: str
    operation: Mapping[str, Any]
    name: str | None = None
    paths: frozenset[str] | None = None
    renamed: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of_entry(cls, entry: JournalEntry) -> Change:
        """A change that the folder's journal tells of."""
        return cls(entry.revision, entry.revision - 1, str(entry.author), entry.operation, entry.name)

    def __str__(self) -> str:
        kind = str(self.operation.get("kind", "change"))
        about = str(self.operation.get("path") or "")
        if not about and self.paths:
            told = sorted(self.paths)[:_NAMED]
            about = ", ".join(told) + (f" and {len(self.paths) - _NAMED} more" if len(self.paths) > _NAMED else "")
        return " ".join(part for part in (self.name or self.author, kind, about) if part)


class StaleChange(ProjectError):
    """A change is based on a revision that is not the scene's any more. `changes`: what was done since, oldest first."""

    def __init__(self, based_on: int, revision: int, changes: Sequence[Change]) -> None:
        self.changes = tuple(changes)
        since = "; ".join(str(c) for c in self.changes[:_NAMED])
        if len(self.changes) > _NAMED:
            since += f"; and {len(self.changes) - _NAMED} changes more"
        message = f"the change is based on revision {based_on}, and the scene is at revision {revision}"
        message += f"; since then: {since}" if since else ""
        super().__init__(f"{message}: look at the scene again and repeat the change", kind="stale")

"""The changes of an open scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import JournalEntry, operation_sentence

__all__ = ["Change", "StaleChange"]

_NAMED = 3
"""Most changes that a message names; it counts the others."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a scene.

    `revision`: the scene's revision after the change; `based_on`: the one before. `operation`: what was done, as JSON values with a
    'kind'. `paths`: paths, before and after, of the instances that changed; None if unknown, since another process made the change.
    `renamed`: new paths by old paths; None for a deleted instance. `target`: number of the change that an undo or a redo is about.
    """

    revision: int
    based_on: int
    author: str
    operation: Mapping[str, object]
    name: str | None = None
    paths: frozenset[str] | None = None
    renamed: Mapping[str, str | None] = field(default_factory=dict)
    target: int | None = None

    @classmethod
    def of_entry(cls, entry: JournalEntry) -> Change:
        """The change of an entry in the folder's journal."""
        return cls(
            entry.revision, entry.revision - 1, str(entry.author), entry.operation, entry.name, target=entry.target
        )

    @property
    def sentence(self) -> str:
        """What the change did, for people, as the history tells it."""
        return operation_sentence(self.operation, self.target)

    def __str__(self) -> str:
        told = self.sentence
        return f"{self.name or self.author}: {told[:1].lower()}{told[1:]}"


class StaleChange(ProjectError):
    """A change is based on an old revision of the scene. `changes`: the changes since then, oldest first."""

    def __init__(self, based_on: int, revision: int, changes: Sequence[Change]) -> None:
        self.changes = tuple(changes)
        since = "; ".join(str(c) for c in self.changes[:_NAMED])
        if len(self.changes) > _NAMED:
            since += f"; and {len(self.changes) - _NAMED} more change{'' if len(self.changes) == _NAMED + 1 else 's'}"
        message = f"the change is based on revision {based_on}, and the scene is at revision {revision}"
        message += f"; since then: {since}" if since else ""
        super().__init__(f"{message}: look at the scene again and repeat the change", kind="stale")

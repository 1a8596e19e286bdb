"""What a task on a room did, in words and as data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scenewright.scene.semantics.words import plural
from scenewright.scene.short_repr import short_repr

__all__ = ["RoomTaskDone", "named"]

_NUMBER = re.compile(r"_\d+$")
"""What tells a newcomer from the things of its name."""
_MOST_NAMED = 6
"""Most kinds of things that a line names."""


@dataclass(frozen=True)
class RoomTaskDone:
    """The result of a task on a room.

    Attributes:
        task: furnish, rearrange, tidy or restyle.
        says: one line that tells what was done.
        place: the kind of place that the room was taken for; '' where nothing tells.
        added, moved, changed: full paths, as they are now.
        removed: full paths that are gone.
        not_done: what could not be done: the name of the thing, and the reason.
        revision: of the scene that has it.
        done: whether the program is another now.
    """

    task: str
    says: str
    place: str = ""
    added: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    not_done: tuple[tuple[str, str], ...] = ()
    revision: int = 0
    done: bool = False

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {
            "task": self.task,
            "says": self.says,
            "place": self.place,
            "added": list(self.added),
            "moved": list(self.moved),
            "changed": list(self.changed),
            "removed": list(self.removed),
            "not_done": [{"thing": thing, "reason": reason} for thing, reason in self.not_done],
            "revision": self.revision,
            "done": self.done,
        }


def named(things: Iterable[str]) -> str:
    """Paths or names as people list them: *the sofa, two chairs and 3 more*."""
    counts = Counter(_NUMBER.sub("", path.rpartition("/")[2].partition("[")[0]).replace("_", " ") for path in things)
    said = [_counted(name, count) for name, count in counts.items()]
    if len(said) > _MOST_NAMED + 1:
        more = sum(list(counts.values())[_MOST_NAMED:])
        said = [*said[:_MOST_NAMED], f"{more} more"]
    return _listed(said)


def _counted(name: str, count: int) -> str:
    return f"the {name}" if count == 1 else f"{count} {plural(name)}"


def _listed(said: Sequence[str]) -> str:
    if not said:
        return "nothing"
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"

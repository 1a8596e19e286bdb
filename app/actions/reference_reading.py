"""The action that reads the reference of the Scene Language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenewright.app.actions.action import FreeAction
from scenewright.app.reference import EXAMPLES, Entry, Example, all_entries, find_entry
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job

__all__ = ["REFERENCE", "FoundReference", "ReferenceRequest"]


class ReferenceRequest(Request):
    """Which entries to read."""

    name: str | None = None
    """A function, primitive, relation, table of words or example; null: an index of all."""


@dataclass(frozen=True)
class FoundReference:
    """One entry or example; an index of all if it is None."""

    found: Entry | Example | None

    def report(self) -> dict[str, Any]:
        """The entry with all that is known of it, or a line for each entry and example."""
        if self.found is not None:
            return {"entry": self.found.report()}
        return {
            "entries": [
                {"name": e.name, "kind": e.kind.value, "group": e.group, "summary": e.summary}
                for e in all_entries().values()
            ],
            "examples": [{"name": e.name, "about": e.about} for e in EXAMPLES.values()],
        }


def reference(request: ReferenceRequest, job: Job) -> FoundReference:
    """Read the reference of the Scene Language.

    Raises:
        RequestError: there is no entry of that name; the message gives the nearest names.
    """
    if request.name is None:
        return FoundReference(None)
    return FoundReference(EXAMPLES.get("_".join(request.name.strip().lower().split())) or find_entry(request.name))


REFERENCE = FreeAction("reference", "Read the reference of the Scene Language.", ReferenceRequest, reference)

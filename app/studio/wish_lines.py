"""What a job that made a scene leaves in its log: which part of the wish the scene shows, which not, and what its writer remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["wish_lines"]

_MOST = 200
"""Lines of one job."""


def wish_lines(result: Mapping[str, Any]) -> Iterator[str]:
    """Lines on the result of an action, as its report has it; none where it made no scene."""
    read = result.get("read")
    clauses = [one for one in read if isinstance(one, dict)] if isinstance(read, list) else []
    for clause in clauses[:_MOST]:
        says, why = str(clause.get("says", "")), str(clause.get("why") or "")
        if clause.get("about") == "words":
            kind = "not understood"
        else:
            kind = {True: "shown", False: "not shown"}.get(clause.get("shown"), "not judged")  # type: ignore[call-overload]
        yield f"{kind}: {says}" + (f": {why}" if why and kind != "shown" else "")
    notes = result.get("notes")
    if "read" in result and isinstance(notes, list):
        yield from (str(note) for note in notes[:_MOST])

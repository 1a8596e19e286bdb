"""Texts for the client's model. What comes from scenes, programs and catalogues is data of strangers: it is printable, cut to a stated
length, and where it is free text it stands between the marks of :mod:`scenewright.app.language_models.data_blocks`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scenewright.app.language_models import DATA_RULE, data_block, data_line

__all__ = ["DATA_RULE", "MOST_LINE", "MOST_PROGRAM", "data_block", "data_line", "lines_of", "listed"]

MOST_LINE = 300
"""Characters of one line of a result that quotes a scene."""
MOST_PROGRAM = 60_000
"""Characters of a program in a result."""


def lines_of(texts: Iterable[object], most: int = 12, *, before: str = "") -> list[str]:
    """Lines that quote a scene, the first `most` of them, and how many there are beside them."""
    found = [f"{before}{data_line(str(t), MOST_LINE)}" for t in texts]
    more = [f"{before}... and {len(found) - most} more"] if len(found) > most else []
    return [*found[:most], *more]


def listed(names: Sequence[str], most: int = 20) -> str:
    """Names in one line."""
    shown = ", ".join(data_line(n, 80) for n in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown

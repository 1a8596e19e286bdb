"""Where a text says that many small things are: whether it says so at all, and the shelf behind a bar for the bottles behind it."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.writers.embedded.description import Description, Link
from scenewright.app.writers.embedded.selection import Choice

__all__ = ["put_behind", "says_where", "stands_behind"]


def says_where(description: Description, choice: Choice) -> bool:
    """Whether the text says where the things are."""
    index = choice.request.index
    return any(
        (link.subject == index and (link.anchors or link.place)) or index in link.anchors for link in description.links
    )


def stands_behind(description: Description, choice: Choice) -> bool:
    """Whether all that the text says of where many small things are is what they are behind: bottles behind a bar are on a shelf there."""
    mine = [k for k in description.links if k.subject == choice.request.index and k.kind not in ("arranged", "with")]
    return bool(mine) and all(k.kind == "behind" and k.anchors for k in mine)


def put_behind(description: Description, choice: Choice, shelf: Choice) -> None:
    """The shelf that was added for things stands where they are to be, and they stand on it."""
    guest, host = choice.request.index, shelf.request.index
    found = [k for k in description.links if k.subject == guest and k.kind == "behind"]
    for link in found:
        description.links.append(replace(link, subject=host, subject_count=None))
    if found:
        description.links[:] = [k for k in description.links if k.subject != guest or k.kind == "arranged"]
        description.links.append(Link("inside", guest, (host,), stated=True))

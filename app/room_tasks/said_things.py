"""What the text that a room was made of says is in it: things that it names and the room lacks come back first, and what it names
together stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.english import DescriptionError
from scenewright.app.writers.embedded.request_reading import read_text
from scenewright.app.writers.embedded.selection import choose
from scenewright.assets.recipe_book import thing_key

if TYPE_CHECKING:
    from scenewright.app.room_tasks.standing_room import StandingRoom
    from scenewright.app.room_tasks.things import StandingThing
    from scenewright.app.writers.embedded.description import Description, Link, ObjectRequest

__all__ = ["SaidThings", "said_things"]

_MOST = 12
"""Most things of one kind that come back."""


@dataclass(frozen=True)
class SaidThings:
    """What a text says of a room that stands.

    Attributes:
        more: how many more it names of what stands there, by the index of the standing request; 0 where they are all there. Of what it
            gives no number, it says nothing.
        new: what it names and none is there of, as requests with the indices after the standing ones.
        links: how it says that things stand to each other, by these indices.
        absent: nouns that it says are not there.
    """

    more: dict[int, int] = field(default_factory=dict)
    new: list[ObjectRequest] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def said_things(
    room: StandingRoom, requests: Sequence[ObjectRequest], groups: Sequence[Sequence[StandingThing]]
) -> SaidThings:
    """Compare what a room holds with the text that it was made of.

    Args:
        requests: of what stands there, and `groups`: the things of each.

    Returns:
        Nothing where the text cannot be read, or speaks of several rooms.
    """
    read = _read(room)
    if read is None:
        return SaidThings()
    found = SaidThings(absent=list(read.absent))
    choices, _ = choose(read, room.catalogue)
    served = {
        choice.request.index: choice.entry.key for choice in choices if choice.how in ("exact", "synonym", "kind")
    }
    left = {request.index: request.count for request in requests}
    index_of: dict[int, int] = {}
    for said in read.requests:
        if said.expected or said.count <= 0 or said.index not in served:
            continue
        names = {thing_key(said.words), thing_key(said.known or said.words)}
        same = [
            request.index
            for request, group in zip(requests, groups, strict=True)
            if thing_key(request.words) in names or any(thing.entry.key == served[said.index] for thing in group)
        ]
        lacking = said.count
        for index in same:
            lacking -= (there := min(left[index], lacking))
            left[index] -= there
        if same:
            index_of[said.index] = same[0]
            if not said.at_least and (said.count > 1 or lacking > 0):
                found.more[same[0]] = min(lacking, _MOST)
        else:
            index_of[said.index] = index = len(requests) + len(found.new)
            found.new.append(replace(said, index=index, count=min(said.count, _MOST), zone=0))
    found.links.extend(
        replace(link, subject=index_of[link.subject], anchors=tuple(index_of[a] for a in link.anchors))
        for link in read.links
        if link.stated and {link.subject, *link.anchors} <= index_of.keys()
    )
    return found


def _read(room: StandingRoom) -> Description | None:
    try:
        description = read_text(room.text, room.catalogue, dress="none").description
    except DescriptionError:  # it was written for a language model, or for nobody
        return None
    return description if len(description.zones) == 1 else None

"""Which members of a list a place after its last member is said of: *a hammer, a saw and a file above the bench* means all three.

English leaves it to what the things are. Things of one name share what follows, and so do small things; furniture shares a wall, since
it stands along walls together, and a table takes the place that is said of its chairs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Link, ObjectRequest
from scenewright.app.writers.embedded.elements import Preposition
from scenewright.app.writers.embedded.lexicon import SHELVES
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.seating import is_sat_at

__all__ = ["CARRIERS", "EITHER", "SEATS", "STANDING", "can_be_small", "sharers", "unplaced_before"]

_SMALL = ("surface", "")
_HOLDERS = word_set("basket crate box toolbox bowl tray bucket")
"""Holders that stand on the floor or on furniture, as the text has it."""
EITHER = word_set(
    "lamp plant speaker tv television statue sculpture printer aquarium fan microwave telephone cactus candle box basket"
)
"""Things that stand on furniture as well as on the floor: *a lamp and a radio on the shelf*."""
CARRIERS = word_set(
    """table desk counter island shelf shelves cabinet dresser nightstand sideboard console workbench bar cart trolley stand credenza"""
)
"""Furniture on which people put small things."""
STANDING = word_set(
    "bookshelf bookshelves bookcase wardrobe locker dresser sofa couch bed desk table bench chair cupboard"
)
"""Furniture that hangs on no wall, where the text does not say that it is mounted there."""
_USED_AMID = word_set("table chair desk stool armchair")
"""Furniture that stands amid a room as well as at its walls."""
SEATS = word_set("chair stool seat")
"""Heads of what stands at tables."""
_STOOD_ON = word_set("stage platform podium dais deck lawn raft terrace patio mat")
"""What furniture stands on."""
_ON_THE_FLOOR = word_set("floor standing torchiere arc arched street")
"""Words of lamps that stand on no table."""
_TOGETHER = ("near", "next_to", "by", "at", "in", "on", "under", "in_front_of", "centre")
"""Prepositions with which a table and its chairs have one place."""
_WALLS = ("left", "right", "back", "front", "end")
"""Regions that are walls of the room, where they are of no thing."""
_STATES_NO_PLACE = ("with", "join")


def unplaced_before(run: Sequence[Ref], links: Sequence[Link], *, free: bool) -> list[Ref]:
    """The last members of a list that have no place yet, the newest included. `free`: things that something else *has* are left out."""
    placed = {
        link.subject
        for link in links
        if (link.anchors or link.place) and (link.kind not in _STATES_NO_PLACE or (free and link.kind == "with"))
    }
    out: list[Ref] = []
    for ref in reversed(run):
        if ref.index in placed:
            break
        out.insert(0, ref)
    return out


def sharers(
    figures: list[Ref], run: Sequence[Ref], preposition: Preposition, target: Target, requests: Sequence[ObjectRequest],
    links: Sequence[Link], hung: bool = False, listed_by: str = "and",
) -> list[Ref]:  # fmt: skip
    """What a preposition places: `figures`, the last member of a list, or more of the list.

    Args:
        run: the members of the list so far.
        target: what the preposition governs.
        hung: the members hang there.
        listed_by: what stands before the last member: 'and', ', and' or ','.
    """
    if len(figures) != 1 or not run or run[-1] != figures[0]:
        return figures
    word, newest = preposition.word, requests[figures[0].index]
    on_it = word in ("on", "inside", "in") and bool(target.refs)
    listed = unplaced_before(run, links, free=not on_it)
    if figures[0] not in listed:
        listed = [*listed, figures[0]]
    apart = {figures[0].index, *(ref.index for ref in target.refs)}
    # with 'shelves with yarn and a sewing machine on a desk', the yarn stays on the shelves
    shelved = {k.subject for k in links if k.kind == "with" and any(requests[a].head in SHELVES for a in k.anchors)}
    shelved -= {k.subject for k in links if set(k.anchors) & {ref.index for ref in target.refs}}
    before = _tail(listed[:-1], lambda ref: ref.index not in apart | shelved)
    held = {k.subject for k in links if k.kind == "with" and set(k.anchors) == {ref.index for ref in target.refs}}
    if on_it and figures[0].index in held:
        small = can_be_small(newest)  # 'a bed with a nightstand and a lamp on it': the nightstand is not
        hosts = [requests[ref.index] for ref in target.refs]
        also = [ref for ref in before if _stands_there(requests[ref.index], hosts, only_small=small)]
        return _tail(also, lambda ref: ref.index in held) + figures  # 'a sandpit with a bucket and a spade in it'
    if on_it and can_be_small(newest):
        return [ref for ref in before if can_be_small(requests[ref.index])] + figures
    if listed_by == "," or (listed_by == ", and" and len(before) < 2):
        return figures  # 'two rows of pews, an altar at the far end'
    if hung:
        return _tail(before, lambda ref: _hangs_like(requests[ref.index], newest)) + figures
    alike = [ref for ref in before if _noun(requests[ref.index]) == _noun(newest)]
    if newest.support in _SMALL or newest.support == "wall":
        return _tail(before, lambda ref: _class(requests[ref.index]) == _class(newest)) + figures
    if alike:
        return _tail(before, lambda ref: ref in alike) + figures
    table = requests[before[-1].index] if before else None
    if table is not None and newest.head in SEATS and is_sat_at(table.words) and word in _TOGETHER and not target.refs:
        return [before[-1]]
    at_wall = target.place == "wall" or (not target.refs and not target.place and target.region in _WALLS)
    if at_wall and newest.support == "floor":
        standing = _tail(before, lambda ref: requests[ref.index].support == "floor")
        if newest.head not in _USED_AMID:  # 'tables, chairs and shelves along the walls': the shelves
            standing = _tail(standing, lambda ref: requests[ref.index].head not in _USED_AMID)
        return standing + figures if word == "along" or len(standing) == 1 else figures
    return figures


def _hangs_like(request: ObjectRequest, newest: ObjectRequest) -> bool:
    """Whether one thing of a list hangs where its last one does: a ham beside sausages, and no rocking horse beside a light bulb."""
    if request.head in STANDING | CARRIERS:
        return False
    return request.support not in ("floor", "wall") or request.support == newest.support


def _tail(refs: list[Ref], fits: Callable[[Ref], bool]) -> list[Ref]:
    """The last references that fit, without a gap."""
    out: list[Ref] = []
    for ref in reversed(refs):
        if not fits(ref):
            break
        out.insert(0, ref)
    return out


def _noun(request: ObjectRequest) -> str:
    """What a request is, without what it is full of."""
    return request.words.partition(" of ")[0].split()[-1]


def _class(request: ObjectRequest) -> str:
    return "surface" if request.support in _SMALL else request.support


def _stands_there(request: ObjectRequest, hosts: list[ObjectRequest], *, only_small: bool) -> bool:
    """Whether a thing is on what has it, where the last thing of the list is: with *a table with four chairs and lamps on it*, no chair.

    Args:
        only_small: the last thing is small.
    """
    if can_be_small(request):
        return True
    if request.support == "wall" and request.head not in STANDING | CARRIERS:
        return True  # 'an altar with a cross and two candles on it'
    if all(host.support == "rug" or _STOOD_ON & set(host.words.split()) for host in hosts):
        return True  # 'a stage with a piano and a microphone on it'
    beside = any(is_sat_at(host.words) or host.head in STANDING | CARRIERS for host in hosts)
    return not only_small and not beside


def can_be_small(request: ObjectRequest) -> bool:
    """Whether such a thing stands on furniture, if not always."""
    named = request.words.partition(" of ")[0]
    if named.split()[-1] == "lamp" and not _ON_THE_FLOOR & set(request.phrase.split()):
        return True  # a reading lamp, on a table
    return request.support in _SMALL or named in EITHER or named.split()[-1] in _HOLDERS

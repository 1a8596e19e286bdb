"""Adds new things, one by one or as a list: *a lamp on the desk and a chair in front of it*."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.doing_looks import do_paint
from scenewright.app.agent.embedded.doing_moves import place_of_last, settled, words_of
from scenewright.app.agent.embedded.doing_shades import do_shade
from scenewright.app.agent.embedded.doing_sizes import do_resize
from scenewright.app.agent.embedded.doing_turns import do_turn
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.noun_numbers import is_plural
from scenewright.app.agent.embedded.part_looks import paint_part
from scenewright.app.agent.embedded.placed import PlacedThing
from scenewright.app.agent.embedded.placing import add_at, goes_on_top
from scenewright.app.agent.embedded.sharing_out import corner_of
from scenewright.app.agent.embedded.sizes_words import read_resize
from scenewright.app.agent.embedded.stage import Box, many, number_word
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    Destination,
    NewThings,
    PaintWanted,
    ReplaceWanted,
    ShadeWanted,
    TurnWanted,
)
from scenewright.app.agent.embedded.wanting import catalogue_words, is_kind_of_many
from scenewright.app.agent.embedded.whose_left import by_own_sides, seen_wall
from scenewright.app.agent.embedded.work import Done, Undone, Work
from scenewright.app.word_sets import word_set
from scenewright.scene.english import COMPARATIVES, article

__all__ = ["MOST_ADDED", "do_add", "replacing_meant"]

_SOME = 2
"""How many a plural without a number means."""
_OF_ROOM = {
    "wall": "the walls", "walls": "the walls", "floor": "the floor", "floors": "the floor", "floorboards": "the floor",
    "ceiling": "the ceiling",
    "flooring": "the floor",
}  # fmt: skip
"""Parts of the room that are not added but given their look: *blue walls*."""
MOST_ADDED = 40
"""Most things that one request adds."""


def replacing_meant(work: Work, wanted: AddWanted) -> ReplaceWanted | None:
    """What is to be replaced, where one new thing is to take the place of others that are here; None where nothing is."""
    if len(wanted.items) == 1 and (old := _whose_place(work, wanted.items[0])) and not _gone_last(work):
        return ReplaceWanted(" and ".join(old), wanted.items[0].words)
    return None


def do_add(work: Work, wanted: AddWanted) -> Done:
    """Add new things.

    Raises:
        MustAsk: it is unclear what a destination means.
        CannotDo: the catalogue has no such thing, or there is no place for it.
    """
    needed = _needed_part(work, wanted)
    if needed is not None:
        return needed
    other = _other_size(work, wanted)
    if other is not None:
        return other
    total = sum(i.number for i in wanted.items)
    if total > MOST_ADDED:
        raise CannotDo(f"That is {total} things; at most {MOST_ADDED} are added at once.")
    done: list[str] = []
    said: list[str] = []
    undone: list[Undone] = []
    last = Added()
    for said_item in wanted.items:
        item = _beside_last(work, said_item, last)
        try:
            last = _added_at_first(work, item, last)
        except CannotDo as stop:
            part = _as_part(work, item)
            if part is not None:
                said.append(part[0])
                done += part[1]
                continue
            undone.append(Undone(f"add {item.words}", stop))
            # 'a lamp on the desk and a chair in front of it': the desk is there without the lamp
            last = replace(last, new=(), holders=_holders(work, item) or last.holders)
            continue
        said.append(last.said)
        done += last.new
    if not done:
        raise undone[0].stop
    if len(done) > 0 and len(said) > 1:
        work.remember(Act(kind="add", paths=tuple(done), words=last.words))
    return Done(" and ".join(said), tuple(done), undone=tuple(undone))


def _other_size(work: Work, wanted: AddWanted) -> Done | None:
    """*A smaller rug* where one rug is here, and no place is said: that rug made smaller. None for other requests."""
    item = wanted.items[0]
    how, _, noun = item.words.partition(" ")
    if len(wanted.items) > 1 or item.where is not None or item.number != 1 or not noun:
        return None
    looks, _, part = item.words.rpartition(" ")
    if part in _OF_ROOM and is_colour(looks):
        return do_paint(work, PaintWanted(((_OF_ROOM[part], looks),)))
    if how in ("darker", "lighter"):
        with suppress(CannotDo, MustAsk):
            return do_shade(work, ShadeWanted(f"the {noun}", how == "lighter"))
    if how not in COMPARATIVES:
        return None
    resize = read_resize(f"make the {noun} {how}")
    with suppress(CannotDo, MustAsk):
        if resize is not None and len(work.things.find(f"the {noun}")) == 1:
            return do_resize(work, resize)
    return None


def _whose_place(work: Work, item: NewThings) -> tuple[str, ...]:
    """What stands in the place that is *its place*: what was spoken of last."""
    its = item.where is not None and item.where.kind == "there" and item.where.loosely == "its"
    return work.memory.it if its else ()


def _gone_last(work: Work) -> bool:
    """Whether the last change took something away, whose place *its place* is then."""
    acts = (*work.memory.kept.acts, *work.memory.acts)
    return bool(acts) and acts[-1].kind == "remove"


@dataclass(frozen=True)
class Added:
    """What one item of a list of new things has become: its paths, what it stands at, and both in words."""

    new: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    words: str = ""
    said: str = ""


def _holders(work: Work, item: NewThings) -> tuple[str, ...]:
    with suppress(CannotDo, MustAsk):
        return tuple(t for phrase in _where_of(work, item).what for t in _targets(work, phrase, item))
    return ()


def _added_at_first(work: Work, item: NewThings, last: Added) -> Added:
    """Add an item of a list. Where its place is *at it*, that is the new thing before it, or what that one stands on.

    Raises:
        CannotDo: it can be added at neither.
    """
    it_may_be = [()] if not _says_it(item) else _meant_by_it(work, item, last)
    if not it_may_be:
        raise CannotDo("It hangs on what was not done.")
    first: CannotDo | None = None
    for meant in it_may_be:
        try:
            with work.whole_or_not():
                work.memory.speak_of(meant)
                return _added_item(work, item)
        except CannotDo as stop:
            first = first or stop
    assert first is not None
    raise first


def _beside_last(work: Work, item: NewThings, last: Added) -> NewThings:
    """An item with its place: where none is said, small things go beside what was put on something before: *a bottle beside it, and two
    glasses*."""
    if item.where is not None or not last.new or any(work.stage.below(p) is None for p in last.new):
        return item
    with suppress(CannotDo):
        if goes_on_top(work, catalogue_words(work, item)):
            return replace(item, where=Destination("at", last.new[-1:], "next_to"))
    return item


def _as_part(work: Work, item: NewThings) -> tuple[str, tuple[str, ...]] | None:
    """*Gold handles on the wardrobe*: the part of what is here that gets the colour; None where there is no such part."""
    colour, _, part = item.words.rpartition(" ")
    if item.where is None or item.where.kind != "at" or len(item.where.what) != 1 or not is_colour(colour):
        return None
    with suppress(CannotDo, MustAsk):
        return paint_part(work, f"the {part} of {item.where.what[0]}", colour)
    return None


_PARTS_ONLY = word_set(
    """top tabletop worktop countertop surface pot planter leg legs foot feet base frame back backrest seat shade lampshade door doors
    drawer drawers
    front fronts handle handles knob knobs headboard canopy upholstery cover bedding fabric finish trim rim edge arm arms armrest
    armrests"""
)
"""Words of parts that are nothing by themselves."""


def _needed_part(work: Work, wanted: AddWanted) -> Done | None:
    """*The desk could do with a walnut top*: a part of the thing is to be so; None where something else is needed.

    Raises:
        CannotDo: the thing has no such part that could be so.
    """
    item = wanted.items[0]
    colour, _, part = item.words.rpartition(" ")
    if len(wanted.items) > 1 or not item.of or part not in _PARTS_ONLY or not is_colour(colour):
        return None
    paths = work.things.find(item.of)
    with suppress(CannotDo, MustAsk):
        done = paint_part(work, f"the {part} of {item.of}", colour)
        if done is not None:
            work.memory.speak_of(paths)
            return Done(*done)
    named = work.stage.listed(paths)
    if part in _MOST_OF_IT:
        return do_paint(work, PaintWanted(((item.of, colour),)))
    raise CannotDo(
        f"{named[:1].upper()}{named[1:]} has no {part} of its own that could be {colour}.", (f"make {named} {colour}",)
    )


_MOST_OF_IT = frozenset(
    ("top", "tabletop", "worktop", "countertop", "surface", "upholstery", "cover", "fabric", "finish", "frame")
)
"""Parts that are the most of what is seen of a thing that is made in one piece."""


def _says_it(item: NewThings) -> bool:
    return item.where is not None and any(phrase in ("it", "them", "that") for phrase in item.where.what)


def _meant_by_it(work: Work, item: NewThings, last: Added) -> list[tuple[str, ...]]:
    """What *it* may mean in the place of an item, the likelier first: a chair goes in front of the desk, not of the lamp on it."""
    if not last.words and not last.holders:
        return [()]
    on = tuple(h for h in last.holders if any(work.stage.below(p) == h for p in last.new))
    large = not goes_on_top(work, catalogue_words(work, item))
    held = last.holders if not last.new else on
    ways = [held, last.new] if large and item.where is not None and item.where.relation != "on" else [last.new, held]
    return [way for way in ways if way]


def _added_item(work: Work, item: NewThings) -> Added:
    words = catalogue_words(work, item)
    where = _where_of(work, item)
    number = _number(work, item)
    targets = [t for phrase in where.what for t in _targets(work, phrase, item)]
    where = by_own_sides(work.stage, where, targets)
    rounds = [[t] for t in targets] if item.each and targets else [targets] * number
    if sum(len(r) for r in rounds) > MOST_ADDED * 4:
        raise CannotDo(f"That is more than {MOST_ADDED} things at once.")
    new: list[str] = []
    for rank, aims in enumerate(rounds):
        new.append(_add_one(work, words, where, aims, rank, len(rounds)))
    told = _turned(work, new, item)
    work.memory.speak_of(new)  # 'a table between the chairs and a lamp on it'
    place = _place_words(work, _as_placed(work, where, targets, new), targets)
    count = number_word(len(new)) if len(new) > 1 else article(words)
    said = f"added {count} {many(words) if len(new) > 1 else words}{place}{told}"
    work.remember(Act(kind="add", paths=tuple(new), words=words, at=tuple(targets), relation=where.relation))
    return Added(tuple(new), tuple(targets), words, said)


def _turned(work: Work, new: list[str], item: NewThings) -> str:
    """Turn what is new toward what it is to face; that in words."""
    if not item.toward:
        return ""
    work.memory.speak_of(new)
    try:
        do_turn(work, TurnWanted("them", toward=item.toward))
    except CannotDo as stop:
        if "already" not in str(stop):
            return f"; {str(stop)[:1].lower()}{str(stop)[1:]}"
    return f" facing {item.toward}"


def _where_of(work: Work, item: NewThings) -> Destination:
    """Where a new thing goes. *There* and *instead* are the place of what was removed last."""
    where = seen_wall(work.stage, item.where or Destination("room"))
    if where.kind == "swap":
        return _place_of(work, where.what[0])
    if where.kind == "middle" and item.where is not None and not item.where.what:
        act = work.memory.kept.acts[-1] if work.memory.kept.acts else None
        if act is not None and act.relation == "on" and len(act.at) == 1:
            return Destination("at", act.at, "centre")  # 'plates on the table', 'and a jug in the middle'
    if where.kind == "one side":
        return replace(where, kind="at", relation="next_to")
    if where.kind != "there":
        return where
    place = place_of_last(work)
    if place is not None:
        return place
    if where.loosely == "instead":
        return Destination("room")
    raise MustAsk(
        "Where is that? Name a place, such as 'next to the window' or 'in the back left corner'.", kind="where"
    )


def _place_of(work: Work, phrase: str) -> Destination:
    """The place of what was removed last, where a phrase names it.

    Raises:
        CannotDo: the thing still stands there, or nobody knows where it stood.
    """
    act = next(
        (a for a in reversed((*work.memory.kept.acts, *work.memory.acts)) if a.kind == "remove" and a.before), None
    )
    noun = phrase.rsplit(maxsplit=1)[-1]
    if act is not None and noun in act.words.split():
        return Destination("spot", point=act.before[0])
    here = work.things.find(phrase)
    name = work.stage.name(here[0])
    raise CannotDo(
        f"The {name} stands there. Replace it, or move it first",
        (f"replace the {name} with something else", f"move the {name} to the left"),
    )


def _targets(work: Work, phrase: str, item: NewThings) -> tuple[str, ...]:
    if item.each:
        # the last words of a list of holders are a plural that is said as a singular: 'on each nightstand'
        plain = (
            phrase.removeprefix("each of ")
            .removeprefix("each ")
            .removeprefix("every ")
            .removeprefix("both ")
            .removeprefix("all ")
        )
        plain = plain.removeprefix("of ").removeprefix("the ")
        return work.things.find(f"all {plain}", building=True)
    return work.things.find(phrase, building=True)


def _number(work: Work, item: NewThings) -> int:
    """How many new things: two where a plural says no number and is not the name of one thing, such as *flowers*."""
    several = item.loosely and is_plural(item.words) and not is_kind_of_many(work, item.words)
    return _SOME if several else item.number


def _as_placed(work: Work, where: Destination, targets: list[str], new: list[str]) -> Destination:
    """A destination with *to* and *at* as what came of them."""
    if where.relation not in ("to", "at") or not targets:
        return where
    return replace(where, relation="on" if all(work.stage.below(p) in targets for p in new) else "next_to")


def _place_words(work: Work, where: Destination, targets: list[str]) -> str:
    if where.kind == "room":
        return ""
    said = words_of(work, where, targets)
    return f" {said}".replace(" to the middle", " in the middle").replace(" into ", " in ")


def _add_one(work: Work, words: str, where: Destination, targets: list[str], rank: int, total: int) -> str:
    if where.kind == "corners":
        where = corner_of(where, rank)
    settled_where = _for_new(work, words, where, targets)
    aims = targets
    if targets and where.kind != "corner" and work.stage.is_building(targets[0]):
        settled_where, aims = _at_building(work, settled_where, targets[0])
    return add_at(work, words, settled_where, aims, rank=rank, total=total)


def _at_building(work: Work, where: Destination, target: str) -> tuple[Destination, list[str]]:
    name = work.stage.scene.find(target).name
    if name.startswith("wall_"):
        return Destination("on wall" if where.relation == "on" else "wall", way=name.removeprefix("wall_")), []
    if name == "floor" or target == work.stage.room_path:
        return Destination("room"), []
    return Destination("at", where.what, "near"), [target]


def _for_new(work: Work, words: str, where: Destination, targets: list[str]) -> Destination:
    """A destination with *to* and *at* as they are meant for a new thing."""
    if where.relation not in ("to", "at", "next_to", "against") or not targets or work.stage.is_building(targets[0]):
        return where
    ref = work.draft.assets.resolve(words, None, work.draft.seed)
    size = [float(v) for v in ref.hull.max(axis=0) - ref.hull.min(axis=0)]
    item = PlacedThing(Box(0.0, 0.0, 0.0, 0.0, *size), tuple(words.split()))
    if where.relation == "next_to":
        return where
    return settled(where, [item], targets, work)

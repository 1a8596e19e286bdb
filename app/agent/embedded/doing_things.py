"""Adds, copies, replaces and removes things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, islice

from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.doing_moves import place_of_last, settled, words_of
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.nouns import is_plural
from scenewright.app.agent.embedded.patterns import ADDING
from scenewright.app.agent.embedded.placed import PlacedThing, Spot, foot_at
from scenewright.app.agent.embedded.placing import add_at, goes_on_top
from scenewright.app.agent.embedded.spots import free_spots
from scenewright.app.agent.embedded.stage import Box, many, number_word
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.surfaces import on_surfaces
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    ClearWanted,
    CopyWanted,
    Destination,
    NewThings,
    RemoveWanted,
    ReplaceWanted,
)
from scenewright.app.agent.embedded.wanting import catalogue_words, is_kind_of_many
from scenewright.app.agent.embedded.work import Done, Undone, Work
from scenewright.app.session import find_place
from scenewright.scene.errors import EditError
from scenewright.scene.geometry import standing_poses
from scenewright.scene.language.editing import Delete, Duplicate, Edit, Replace
from scenewright.scene.model import slug

__all__ = ["do_add", "do_clear", "do_copy", "do_remove", "do_replace"]

_LOOSE = frozenset(("to", "at", "next_to", "near"))
_SOME = 2
"""How many a plural without a number means."""
_MOST = 40
"""Most things that one request adds."""


def do_remove(work: Work, wanted: RemoveWanted) -> Done:
    """Remove things. What stands on them stays, and is told.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or it is not here.
    """
    paths = work.things.find(wanted.what)
    return _removed(work, paths, work.stage.listed(paths))


def do_clear(work: Work, wanted: ClearWanted) -> Done:
    """Remove what stands on things.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or nothing stands there.
    """
    holders = work.things.find(wanted.what, building=True)
    if any(h == work.stage.room_path for h in holders):
        holders = ()
        paths = work.stage.things
    else:
        paths = tuple(dict.fromkeys(p for h in holders for p in work.things.find(f"everything on {_short(h)}")))
    if not paths:
        raise CannotDo(f"There is nothing on {work.stage.listed(holders)}.")
    done = _removed(work, paths, work.stage.listed(paths))
    return replace(done, focus=tuple(holders) or ())


def _short(path: str) -> str:
    return path.partition("/")[2] or path


def _removed(work: Work, paths: Sequence[str], named: str) -> Done:
    gone = tuple(dict.fromkeys(paths))
    poses = tuple(b.pose for b in work.stage.boxes(gone))
    # numbers of like things close up when one is gone: the last goes first
    edits: list[Edit] = [
        Delete(path) for path in sorted(gone, key=lambda p: work.draft.scene.find(p).index, reverse=True)
    ]
    work.apply(edits)
    work.remember(Act(kind="remove", words=named[:400], before=poses))
    return Done(f"removed {named}", (), gone, ())


def do_add(work: Work, wanted: AddWanted) -> Done:
    """Add new things.

    Raises:
        MustAsk: it is unclear what a destination means.
        CannotDo: the catalogue has no such thing, or there is no place for it.
    """
    total = sum(i.number for i in wanted.items)
    if total > _MOST:
        raise CannotDo(f"That is {total} things; at most {_MOST} are added at once.")
    done: list[str] = []
    said: list[str] = []
    undone: list[Undone] = []
    last = Added()
    for item in wanted.items:
        try:
            last = _added_at_first(work, item, last)
        except CannotDo as stop:
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


def _says_it(item: NewThings) -> bool:
    return item.where is not None and any(phrase in ("it", "them", "that") for phrase in item.where.what)


def _meant_by_it(work: Work, item: NewThings, last: Added) -> list[tuple[str, ...]]:
    """What *it* may mean in the place of an item, the likelier first. A chair does not go in front of a lamp on the desk: the desk is meant."""
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
    rounds = [[t] for t in targets] if item.each and targets else [targets] * number
    if sum(len(r) for r in rounds) > _MOST * 4:
        raise CannotDo(f"That is more than {_MOST} things at once.")
    new: list[str] = []
    for rank, aims in enumerate(rounds):
        new.append(_add_one(work, words, where, aims, rank, len(rounds)))
    work.memory.speak_of(new)  # 'a table between the chairs and a lamp on it'
    place = _place_words(work, _as_placed(work, where, targets, new), targets)
    count = number_word(len(new)) if len(new) > 1 else ("an" if words[:1] in "aeiou" else "a")
    said = f"added {count} {many(words) if len(new) > 1 else words}{place}"
    work.remember(Act(kind="add", paths=tuple(new), words=words, at=tuple(targets), relation=where.relation))
    return Added(tuple(new), tuple(targets), words, said)


def _where_of(work: Work, item: NewThings) -> Destination:
    """Where a new thing goes. *There* and *instead* are the place of what was removed last."""
    where = item.where or Destination("room")
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
    settled_where = _for_new(work, words, where, targets)
    aims = targets
    if targets and work.stage.is_building(targets[0]):
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


def do_copy(work: Work, wanted: CopyWanted) -> Done:
    """Add copies of a thing, near it or at a destination.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or there is no place for the copies.
    """
    if wanted.number > _MOST:
        raise CannotDo(f"That is {wanted.number} copies; at most {_MOST} are made at once.")
    originals = _originals(work, wanted.what)
    if not originals:
        return do_add(work, AddWanted((NewThings(wanted.what.removeprefix("more "), wanted.number, wanted.where),)))
    named = work.stage.listed(originals)
    new = [_copied(work, original, wanted.where) for original in originals for _ in range(wanted.number)]
    work.remember(Act(kind="add", paths=tuple(new), words=work.draft.scene.find(originals[0]).name.replace("_", " ")))
    count = number_word(len(new))
    name = work.draft.scene.find(originals[0]).name.replace("_", " ")
    what = f"added {count} more {many(name) if len(new) > 1 else name}" if len(originals) == 1 else f"copied {named}"
    return Done(what, tuple(new))


def _originals(work: Work, what: str) -> tuple[str, ...]:
    if what == "one more":
        act = next((a for a in reversed((*work.memory.kept.acts, *work.memory.acts)) if a.kind == "add"), None)
        known = set(work.draft.scene.paths)
        paths = tuple(p for p in act.paths if p in known)[-1:] if act is not None else ()
        focus = paths or work.memory.this[-1:]
        if not focus:
            raise MustAsk("More of what?", kind="what", phrase=what)
        return focus
    if what.startswith("more "):
        try:
            return work.things.find(what)[:1]
        except CannotDo:
            return ()
    found = work.things.find(what)
    return found[:1] if what in ("this", "it", "that", "these", "those", "them") else found


def _copied(work: Work, original: str, where: Destination | None) -> str:
    """One copy of a thing; its path."""
    box = work.stage.box(original)
    item = PlacedThing(box, tuple(work.draft.scene.find(original).name.split("_")))
    spots: Iterable[Spot] = _beside(work, item, original)
    if where is not None:
        targets = [t for phrase in where.what for t in work.things.find(phrase, building=True)]
        where = settled(where, [item], targets, work)
        spots = free_spots(work.stage, item, where, targets)
        if where.relation in _LOOSE:  # 'two more chairs for the table' that has its four already
            near = Destination("at", where.what, "near")
            spots = chain(spots, free_spots(work.stage, item, near, targets), _beside(work, item, original))
    spot = next(iter(spots), None)
    if spot is not None:
        by = (round(spot.x - box.x, 4) + 0.0, round(spot.y - box.y, 4) + 0.0, round(spot.z - box.z, 4) + 0.0)
        return work.apply([Duplicate(original, by=by)])[0].path
    return _copied_by_search(work, original, box, where)


def _copied_by_search(work: Work, original: str, box: Box, where: Destination | None) -> str:
    """A copy where the layout's search finds a place for it."""
    refusal = CannotDo(
        f"There is no free place for a copy of the {work.stage.name(original)}.",
        (f"remove the {work.stage.name(original)}",),
    )
    if where is not None:
        raise refusal
    branch = work.draft.branch()
    first = work.apply([Duplicate(original)], draft=branch)[0]
    try:
        found = find_place(first, branch, job=work.job.quiet())
    except EditError:
        raise refusal from None
    x, y, z, _ = (float(v) for v in standing_poses(found.scene, [found.scene.find(found.path).index])[0])
    copied = work.apply([Duplicate(original, by=(round(x - box.x, 4), round(y - box.y, 4), round(z - box.z, 4)))])[0]
    return copied.path


def _beside(work: Work, item: PlacedThing, original: str) -> list[Spot]:
    """Free places near a thing: on what it stands on, else around it on the floor."""
    box = item.box
    support = work.stage.below(original)
    if support is not None and box.y > 0.2:
        spots = on_surfaces(
            work.stage, PlacedThing(box, item.words, original), support, prefer=(box.x, box.z), height=box.y
        )
        free = (s for s in spots if work.stage.is_free(foot_at(PlacedThing(box, ()), s), s.y, s.y + box.height))
        return list(islice(free, 4))
    found: list[Spot] = []
    reach_x, reach_z = box.foot.reach
    ring = [(dx, dz) for radius in range(1, 7) for dx, dz in _steps(radius)]
    for dx, dz in ring:
        x, z = box.x + dx * (2 * reach_x + 0.1), box.z + dz * (2 * reach_z + 0.1)
        spot = Spot(x, box.y, z, box.yaw)
        if work.stage.is_free(foot_at(PlacedThing(box, ()), spot), box.y, box.y + box.height):
            found.append(spot)
        if len(found) == 4:
            break
    return found


def _steps(radius: int) -> list[tuple[int, int]]:
    steps = [
        (x, z) for x in range(-radius, radius + 1) for z in range(-radius, radius + 1) if max(abs(x), abs(z)) == radius
    ]
    return sorted(steps, key=lambda s: (abs(s[0]) + abs(s[1]), abs(s[1]), -s[0]))


def do_replace(work: Work, wanted: ReplaceWanted) -> Done:
    """Put something else in the place of things.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or the catalogue has nothing for the words.
    """
    by_where = read_where(f"to {wanted.by}")
    paths = work.things.find(wanted.what)
    if by_where is not None and by_where.kind in ("corner", "middle", "way"):
        raise CannotDo("To move it say 'move', to replace it name a thing.", (f"move {wanted.what} to {wanted.by}",))
    words = catalogue_words(work, NewThings(_bare(wanted.by), len(paths)))
    named = work.stage.listed(paths)
    new: list[str] = []
    for path in sorted(paths, key=lambda p: work.draft.scene.find(p).index, reverse=True):
        result = work.apply([Replace(path, words)])[0]
        now = result.path
        wanted_name = slug(words)
        if wanted_name and work.draft.scene.find(now).name != wanted_name:
            from scenewright.scene.language.editing import Rename

            try:
                now = work.apply([Rename(now, wanted_name)])[0].path
            except CannotDo:
                work.notes.append(f"it keeps the name {work.stage.name(now)}")
        new = [_follow(p, work) for p in new] + [now]
    work.remember(Act(kind="replace", paths=tuple(new), words=words))
    article = "" if len(paths) > 1 else "an " if words[:1] in "aeiou" else "a "
    return Done(f"replaced {named} by {article}{many(words) if len(paths) > 1 else words}", tuple(dict.fromkeys(new)))


def _follow(path: str, work: Work) -> str:
    known = set(work.draft.scene.paths)
    return path if path in known else next((r.path for r in reversed(work.draft.results) if r.path in known), path)


def _bare(words: str) -> str:
    return re.sub(rf"^(?:{ADDING}|the|one)\s+", "", words.strip())

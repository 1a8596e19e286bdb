"""Copies, replaces and removes things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from scenewright.app.agent.dialogue import MOST_PATHS
from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.doing_adds import MOST_ADDED, do_add
from scenewright.app.agent.embedded.doing_moves import settled
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.patterns import ADDING
from scenewright.app.agent.embedded.placed import PlacedThing, Spot, foot_at
from scenewright.app.agent.embedded.replacing_words import OTHER_KIND
from scenewright.app.agent.embedded.sound import made_sound
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
    PreferWanted,
    RemoveWanted,
    ReplaceWanted,
    Wanted,
)
from scenewright.app.agent.embedded.wanting import catalogue_words, other_words
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.app.session import find_place
from scenewright.scene.errors import EditError
from scenewright.scene.geometry import standing_poses
from scenewright.scene.language.editing import Delete, Duplicate, Edit, Replace
from scenewright.scene.model import slug

if TYPE_CHECKING:
    from scenewright.scene.layout import JudgedScene

__all__ = ["do_clear", "do_copy", "do_remove", "do_replace", "preferring"]

_SPARED = re.compile(r"\b(?:but|except|apart from|other than)\b")
_LOOSE = frozenset(("to", "at", "next_to", "near"))


def do_remove(work: Work, wanted: RemoveWanted) -> Done:
    """Remove things. What stands on them stays, and is told; so is what of a list is not here.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or none of it is here.
    """
    paths, missing = work.things.find_here(wanted.what)
    names = {work.draft.scene.find(p).name for p in paths}
    spared = tuple(p for p in work.stage.things if p not in paths and work.draft.scene.find(p).name in names)
    done = _removed(work, paths, work.stage.listed(paths))
    if _SPARED.search(wanted.what) and paths:
        known = set(work.draft.scene.paths)
        left = tuple(now for p in spared if (now := work.draft.renamed.get(p, p)) in known)
        done = replace(done, focus=left or ())
    reasons = [absent.reason.split(". ")[0].rstrip(".") for absent in missing]
    return replace(done, words="; ".join([done.words, *(why[:1].lower() + why[1:] for why in reasons)]))


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
        paths = tuple(dict.fromkeys(p for h in holders for p in work.things.find(f"everything on {h}")))
    if not paths:
        raise CannotDo(f"There is nothing on {work.stage.listed(holders)}.")
    done = _removed(work, paths, work.stage.listed(paths))
    return replace(done, focus=tuple(holders) or ())


def _removed(work: Work, paths: Sequence[str], named: str) -> Done:
    gone = tuple(dict.fromkeys(paths))
    poses = tuple(b.pose for b in work.stage.boxes(gone))
    holders = tuple(dict.fromkeys(h for p in gone if (h := work.stage.below(p)) is not None and h not in gone))
    # numbers of like things close up when one is gone: the last goes first
    edits: list[Edit] = [
        Delete(path) for path in sorted(gone, key=lambda p: work.draft.scene.find(p).index, reverse=True)
    ]
    work.apply(edits)
    work.remember(
        Act(
            kind="remove",
            paths=gone[:MOST_PATHS],
            words=named[:400],
            before=poses[:MOST_PATHS],
            at=holders[:MOST_PATHS],
        )
    )
    return Done(f"removed {named}", (), gone, ())


def do_copy(work: Work, wanted: CopyWanted) -> Done:
    """Add copies of a thing, near it or at a destination.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or there is no place for the copies.
    """
    if wanted.number > MOST_ADDED:
        raise CannotDo(f"That is {wanted.number} copies; at most {MOST_ADDED} are made at once.")
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
    last = next((a for a in reversed((*work.memory.kept.acts, *work.memory.acts)) if a.at), None)
    if where is not None and where.what and where.what[0].startswith("the other side") and last is not None:
        # 'put another one on the other side'
        where = None
        spots = free_spots(work.stage, item, Destination("other side", relation=last.relation), last.at[:1])
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


def preferring(work: Work, wanted: PreferWanted) -> Wanted:
    """*I would rather have a round table*: that in place of the one of its kind that is here; a new one where there is none or several."""
    bare = _bare(wanted.by)
    if wanted.what:
        return ReplaceWanted(wanted.what, wanted.by)
    words = bare.split()
    for count in range(min(len(words), 3), 0, -1):
        with suppress(CannotDo, MustAsk):
            noun = " ".join(words[-count:])
            if len(work.things.find(f"the {noun}")) == 1:
                return ReplaceWanted(f"the {noun}", wanted.by)
    return AddWanted((NewThings(bare),))


def do_replace(work: Work, wanted: ReplaceWanted) -> Done:
    """Put something else in the place of things.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or the catalogue has nothing for the words.
    """
    by_where = read_where(f"to {wanted.by}")
    paths = work.things.find(wanted.what)
    if by_where is not None and by_where.kind in ("corner", "middle", "way"):
        raise CannotDo("To move it say 'move', to replace it name a thing.", (f"move {wanted.what} to {wanted.by}",))
    words = (
        _another_kind(work, paths[0])
        if wanted.by == OTHER_KIND
        else catalogue_words(work, NewThings(_bare(wanted.by), len(paths)))
    )
    named, before = work.stage.listed(paths), work.stage.judged
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
    also = _fitted(work, tuple(new), before)
    article = "" if len(paths) > 1 else "an " if words[:1] in "aeiou" else "a "
    by = f"{article}{many(words) if len(paths) > 1 else words}"
    return Done(f"replaced {named} by {by}{also}", tuple(dict.fromkeys(new)))


_ASIDE = 0.35
"""Metres that a new thing may stand from the middle of what it replaces."""


def _fitted(work: Work, paths: tuple[str, ...], before: JudgedScene | None) -> str:
    """Shift new things that are larger than what they replace, where that helps; the end of a sentence that says so."""
    with suppress(CannotDo), work.whole_or_not():
        also = made_sound(work, paths, before, most=_ASIDE)
        return f", and {also}" if also else ""
    return ""


def _another_kind(work: Work, path: str) -> str:
    """The words of another object of the catalogue that may be called what a thing is called.

    Raises:
        CannotDo: it has no other.
    """
    entity = work.draft.scene.find(path)
    name = entity.name.replace("_", " ")
    noun = name.split()[-1]
    own = entity.asset.words if entity.asset is not None else name
    for phrase in dict.fromkeys((name, noun)):
        for word in other_words(work, phrase):
            if word not in own:
                return word
    raise CannotDo(
        f"The catalogue has no other {name}.", (f"make the {name} green", f"replace the {name} with a plant")
    )


def _follow(path: str, work: Work) -> str:
    known = set(work.draft.scene.paths)
    return path if path in known else next((r.path for r in reversed(work.draft.results) if r.path in known), path)


def _bare(words: str) -> str:
    return re.sub(rf"^(?:{ADDING}|the|one)\s+", "", words.strip())

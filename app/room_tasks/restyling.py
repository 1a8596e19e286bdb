"""Gives a room, or a part of it, a style: other looks of the same things, and here and there another object of the same kind.

What a thing is, where it stands and how large it is stays. A catalogue object is asked for in other words; what the program builds itself
is given a colour or material as a whole. The style becomes the identity of what it covers (``embed``), so that it can be asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.room_tasks.outcome import RoomTaskDone, named
from scenewright.app.room_tasks.room_kind import kind_by_things
from scenewright.app.room_tasks.things import StandingThing, parts_of, standing_things
from scenewright.app.writers.embedded.looks import look_role
from scenewright.assets import Catalogue
from scenewright.assets.styles import Style
from scenewright.assets.user_recipes import recipe_book
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import EditError, LayoutError, PathError, ProgramError
from scenewright.scene.language.editing import Edit, Recolour, Replace, SetMaterial, SetZ
from scenewright.scene.language.vocabulary import find_surface

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.assets.entry import CatalogueEntry
    from scenewright.scene.jobs import Job

__all__ = ["restyle"]

_SAME = 0.004
"""Metres by which two sizes differ and are the same."""
_ALIKE = 0.35
"""Share of its size by which an object of the same kind that takes the place of another may differ from it, before it is fitted."""
_POTTERY = frozenset(["vase", "pot", "planter", "bowl", "candle", "lamp", "basket"])
"""Nouns of small things that take an accent."""
_HUNG = frozenset(["curtains", "curtain", "drapes", "blanket", "throw", "towel"])
"""What is made of cloth, whatever the seats are made of."""
_WET = frozenset(["wet", "cooking"])
"""Tags of the recipes of rooms with water."""
_LIT = frozenset(["lighting"])
_FRAMED = frozenset(["mirror", "clock", "frame"])
_FREE_KINDS = frozenset(["style", "pattern", "back", "base", "doors", "headboard", "crystals", "footboard"])
"""Kinds of variants that are a matter of style."""


def restyle(
    draft: Draft,
    style: Style,
    *,
    part: Collection[str] = (),
    pinned: Collection[str] = (),
    job: Job,
) -> RoomTaskDone:
    """Give a scene a style. The draft is not saved.

    Args:
        part: full paths of what gets it, with what stands on it; none: all things, and the walls and the floor of the room.
        pinned: paths of what must not be touched.

    Raises:
        EditError: the scene cannot be judged, or the program cannot be written so.
        JobCancelled: the job was cancelled; the draft holds a part of the step and is to be dropped.
    """
    try:
        judged = draft.judged(job=job.quiet())
    except LayoutError as error:
        raise EditError(f"the things of the scene cannot be told: {error}") from error
    catalogue = Catalogue.default()
    things = standing_things(judged, catalogue, pinned)
    covered = [thing for thing in things if not thing.pinned and parts_of(thing, things, part)]
    dresser = _Dresser(style, catalogue)
    changed: list[str] = []
    not_done: list[tuple[str, str]] = []
    job.tick(0.3, "choosing looks")
    order = sorted(covered, key=lambda thing: -thing.size[0] * thing.size[2])
    chosen = {thing.path: edits for thing in order if (edits := dresser.edits(thing))}
    replaced = [edit for edits in chosen.values() for edit in edits if isinstance(edit, Replace)]
    job.tick(0.5, "writing them")
    try:
        draft.replace(replaced)
        changed += [edit.path for edit in replaced]
    except (EditError, PathError, ProgramError) as error:
        raise EditError(f"the style cannot be written into the program: {error}") from error
    for path, edits in chosen.items():
        job.check()
        others = [edit for edit in edits if not isinstance(edit, Replace)]
        try:
            changed += [path] if others and draft.apply(others, job=job.quiet()) else []
        except (EditError, PathError) as error:
            not_done.append((path.rpartition("/")[2], str(error)))
    painted = "" if part else _paint_room(draft, style if not _is_wet(things) else _dry_floor_less(style), not_done)
    for path in part or (draft.scene.root_name,):
        try:
            draft.apply([SetZ(path, words=_identity(style, path, whole=not part))], job=job.quiet())
        except (EditError, PathError) as error:
            not_done.append((path, str(error)))
    if not changed and not painted:
        return RoomTaskDone(
            "restyle", f"There is nothing here that takes the {style.name} style.", not_done=tuple(not_done)
        )
    look = f"the {style.name}" if style.name.startswith("style of ") else f"the {style.name} style"
    what = f"gave {named(changed)} {look}" if changed else f"gave the room {look}"
    said = f"{what[0].upper()}{what[1:]}{f', and painted {painted}' if painted else ''}."
    return RoomTaskDone("restyle", said, changed=tuple(changed), not_done=tuple(not_done), done=draft.changed)


def _is_wet(things: Sequence[StandingThing]) -> bool:
    """Whether a room is one of water and steam, whose floor and walls are tiled for that."""
    recipe = kind_by_things(recipe_book(), [name for thing in things for name in (thing.noun, thing.entry.word)])
    return recipe is not None and not _WET.isdisjoint(recipe.tags)


def _dry_floor_less(style: Style) -> Style:
    """The style without a floor and a finish of walls that water would spoil."""
    return replace(style, floor=("", ""), wall_finish="")


def _identity(style: Style, path: str, *, whole: bool) -> str:
    name = path.rpartition("/")[2].partition("[")[0].replace("_", " ")
    return style.name if whole else f"{style.name} {name}"


def _paint_room(draft: Draft, style: Style, not_done: list[tuple[str, str]]) -> str:
    """Give the walls and the floor of the room the looks of a style; what was painted, in words."""
    if draft.scene.room is None or not (style.palette.walls or style.floor[0]):
        return ""
    looks: dict[str, str] = {}
    said = []
    if style.palette.walls:
        looks["wall_color"] = _written(style.palette.walls[0])
        if style.wall_finish:
            looks["wall_finish"] = repr(style.wall_finish)
        said.append("the walls")
    material, finish = style.floor
    surface = find_surface(material) if material and not material.startswith("#") else None
    if material.startswith("#"):
        looks["floor_color"] = _written(material)
        said.append("the floor")
    if surface is not None:
        looks["floor_color"] = f"({', '.join(f'{v:.3f}' for v in surface.color)})"
        looks["floor_finish"] = repr(finish)
        said.append("the floor")
    try:
        draft.paint_room(looks)
    except EditError as error:
        not_done.append(("room", str(error)))
        return ""
    return " and ".join(said)


def _written(colour: str) -> str:
    """'#rrggbb' as numbers of a program."""
    return f"({', '.join(f'{int(colour[at : at + 2], 16) / 255:.3f}' for at in (1, 3, 5))})"


class _Dresser:
    """Chooses looks of one style. Things of a kind get one look; different kinds share the looks of the style among them."""

    def __init__(self, style: Style, catalogue: Catalogue) -> None:
        self._style, self._catalogue = style, catalogue
        self._chosen: dict[tuple[str, str], str] = {}
        self._used: dict[str, int] = {}

    def edits(self, thing: StandingThing) -> list[Edit]:
        """The edits that give a thing the style; none where it keeps its look."""
        if thing.ref is None or not thing.words or thing.words.startswith("asset:") or not thing.upright:
            return self._own_built(thing)
        words = self._words(thing)
        if words is None or words == thing.words:
            return []
        try:
            ref = self._catalogue.resolve(words, thing.ref.size, thing.ref.seed)
        except AssetError:
            return []
        before, after = np.ptp(thing.ref.hull, axis=0), np.ptp(ref.hull, axis=0)
        same = float(np.abs(before - after).max()) <= _SAME
        kept = None if same and thing.ref.size is None else (float(before[0]), float(before[1]), float(before[2]))
        return [Replace(thing.path, words, size=thing.ref.size or kept)]

    def _own_built(self, thing: StandingThing) -> list[Edit]:
        """A look for what the program builds itself, as a whole."""
        role = look_role(thing.entry)
        if thing.ref is not None or not role:
            return []
        look = self._look(role, thing.entry)
        surface = find_surface(look)
        if surface is None:
            return []
        if role == "wood":
            return [SetMaterial(thing.path, surface=look)]
        return [Recolour(thing.path, color=surface.color)]

    def _words(self, thing: StandingThing) -> str | None:
        """What a catalogue object is asked for by in the style; None where it keeps its words."""
        exact = self._style.looks.get(thing.entry.word)
        if exact is not None and self._is_understood(exact, thing.entry):
            return exact
        reading = self._catalogue.parse(thing.words)
        said = thing.words.lower()
        noun = next((word for word in (reading.head, thing.entry.word) if word and word.lower() in said), reading.head)
        noun = noun or thing.entry.word
        other = self._style.objects.get(thing.entry.word)
        if other is not None and self._is_like(thing, other):
            noun, entry = other, self._catalogue.find(other, k=1, meaning=False)[0].entry
        else:
            entry = thing.entry
        look = self._look(_role(entry), entry)
        kept = [*reading.sizes, *([reading.shape] if reading.shape else [])] if entry is thing.entry else []
        variant = self._variant(entry)
        if not look and variant is None and entry is thing.entry:
            return None
        own = self._own_variants(entry, [*reading.styles, *reading.others])
        free = [own] if variant is None else [variant]
        for before in ([*kept, *free, look], [*kept, look], [*free, look], [look]):
            words = " ".join(w for w in (*before, noun) if w)
            if self._is_understood(words, entry):
                return words if look or variant or words != thing.words else None
        return None

    def _is_like(self, thing: StandingThing, other: str) -> bool:
        """Whether another object is near enough in size to stand in the place of a thing, on which nothing stands."""
        found = self._catalogue.find(other, k=1, meaning=False)
        if not found or found[0].entry.support != thing.entry.support:
            return False
        ratios = np.asarray(found[0].entry.size) / np.maximum(np.asarray(thing.size), 1e-6)
        return bool((np.abs(np.log(ratios)) < np.log(1.0 + 2.0 * _ALIKE)).all())

    def _look(self, role: str, entry: CatalogueEntry) -> str:
        """The look of a role for a kind of object."""
        palette = self._style.palette
        looks: Mapping[str, tuple[str, ...]] = {
            "wood": palette.wood[:1] * 2 + palette.wood, "fabric": palette.fabric, "accent": palette.accent,
            "metal": self._style.metal,
        }  # fmt: skip
        among = looks.get(role, ())
        if _HUNG & set(entry.word.lower().split()):
            among = tuple(look for look in among if "leather" not in look)
        if not among:
            return ""
        key = (role, entry.key)
        if key not in self._chosen:
            number = self._used.get(role, 0)
            self._used[role] = number + 1
            self._chosen[key] = among[number % len(among)]
        return self._chosen[key]

    def _variant(self, entry: CatalogueEntry) -> str | None:
        """The kind of an object that suits the style: '' for a plain one; None where the style does not say."""
        words = self._style.variants.get(entry.word)
        return None if words is None else words[0]

    def _own_variants(self, entry: CatalogueEntry, words: Sequence[str]) -> str:
        """What of an object's own words says of which kind it is."""
        known = {word for named in entry.variants.values() for word in named}
        return " ".join(word for word in words if word in known)

    def _is_understood(self, words: str, entry: CatalogueEntry) -> bool:
        found = self._catalogue.find(words, k=1, meaning=False)
        return bool(found) and found[0].entry.key == entry.key and not found[0].leftover


def _role(entry: CatalogueEntry) -> str:
    """Which looks of a style an object takes; '' where it keeps its own."""
    role = look_role(entry)
    if role:
        return role
    said = set(entry.word.lower().split())
    if entry.word == "table lamp" or (said & _POTTERY and entry.category == "decor"):
        return "accent"
    if entry.category in _LIT or said & _FRAMED:
        return "metal"
    return ""

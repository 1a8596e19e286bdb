"""Gives a room, or a part of it, a style: other looks of the same things, and here and there another object of the same kind.

What a thing is, where it stands and how large it is stays. A catalogue object is asked for in other words; what the program builds itself
is given a colour or material as a whole. The style becomes the identity of what it covers (``embed``), so that it can be asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.room_tasks.outcome import RoomTaskDone, named
from scenewright.app.room_tasks.room_kind import kind_by_things
from scenewright.app.room_tasks.things import StandingThing, parts_of, standing_things
from scenewright.app.writers.embedded.looks import look_role
from scenewright.app.writers.embedded.styled_looks import StyledLooks
from scenewright.assets import Catalogue
from scenewright.assets.room_style import Style
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
_WET = frozenset(["wet", "cooking"])
"""Tags of the recipes of rooms with water."""
_LAMPS = frozenset(("ceiling", "point", "area"))
"""Kinds of lights that a style changes: a spot stays on what it shows."""


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
    painted = "" if part else _paint_room(draft, style if not _is_wet(things) else _in_wet_room(style), not_done)
    lit = not part and _light_room(draft, style, not_done)
    for path in part or (draft.scene.root_name,):
        try:
            draft.apply([SetZ(path, words=_identity(style, path, whole=not part))], job=job.quiet())
        except (EditError, PathError) as error:
            not_done.append((path, str(error)))
    if not changed and not painted and not lit:
        return RoomTaskDone(
            "restyle", f"There is nothing here that takes the {style.name} style.", not_done=tuple(not_done)
        )
    look = f"the {style.name}" if style.name.startswith("style of ") else f"the {style.name} style"
    what = f"gave {named(changed)} {look}" if changed else f"gave the room {look}"
    also = " and ".join([*([f"painted {painted}"] if painted else []), *(["changed the light"] if lit else [])])
    said = f"{what[0].upper()}{what[1:]}{f', and {also}' if also else ''}."
    return RoomTaskDone("restyle", said, changed=tuple(changed), not_done=tuple(not_done), done=draft.changed)


def _is_wet(things: Sequence[StandingThing]) -> bool:
    """Whether a room is one of water and steam, whose floor and walls are tiled for that."""
    recipe = kind_by_things(recipe_book(), [name for thing in things for name in (thing.noun, thing.entry.word)])
    return recipe is not None and not _WET.isdisjoint(recipe.tags)


def _in_wet_room(style: Style) -> Style:
    """The style without a floor and a finish of walls that water would spoil."""
    return replace(style, floor=(style.wet_floor, ""), wall_finish="")


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


def _light_room(draft: Draft, style: Style, not_done: list[tuple[str, str]]) -> bool:
    """Give the scene the light of a style, where it has one; whether the light is another now."""
    light, environment = style.light, draft.scene.environment
    if light is None or (environment is not None and environment.image is not None):
        return False
    words = light.words if draft.scene.room is not None else light.sky or light.words
    if environment is not None and environment.words == words:
        return False
    try:
        draft.set_environment(words)
        for number, lamp in enumerate(draft.scene.lights):
            if lamp.kind in _LAMPS and lamp.intensity > 0.0:
                draft.set_light(number, intensity=light.lamp, color=light.lamp_color)
    except (EditError, ProgramError) as error:
        not_done.append(("light", str(error)))
        return False
    return True


def _written(colour: str) -> str:
    """'#rrggbb' as numbers of a program."""
    return f"({', '.join(f'{int(colour[at : at + 2], 16) / 255:.3f}' for at in (1, 3, 5))})"


class _Dresser:
    """Writes the looks of one style as edits."""

    def __init__(self, style: Style, catalogue: Catalogue) -> None:
        self._style, self._catalogue = style, catalogue
        self._looks = StyledLooks(style, catalogue)

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
        look = self._looks.look(role, thing.entry)
        surface = find_surface(look)
        if surface is None:
            return []
        if role == "wood":
            return [SetMaterial(thing.path, surface=look)]
        return [Recolour(thing.path, color=surface.color)]

    def _words(self, thing: StandingThing) -> str | None:
        """What a catalogue object is asked for by in the style; None where it keeps its words."""
        exact = self._style.looks.get(thing.entry.word)
        if exact is not None and self._looks.understands(exact, thing.entry):
            return exact
        reading = self._catalogue.parse(thing.words)
        said = thing.words.lower()
        noun = next((word for word in (reading.head, thing.entry.word) if word and word.lower() in said), reading.head)
        noun = noun or thing.entry.word
        other = self._style.objects.get(thing.entry.word)
        if other is not None and self._is_like(thing, other):
            entry = self._catalogue.find(other, k=1, meaning=False)[0].entry
            return self._looks.words(entry, other) or other
        kept = [*reading.sizes, *([reading.shape] if reading.shape else [])]
        own = self._own_variants(thing.entry, [*reading.styles, *reading.others])
        return self._looks.words(thing.entry, noun, kept, own)

    def _is_like(self, thing: StandingThing, other: str) -> bool:
        """Whether another object is near enough in size to stand in the place of a thing, on which nothing stands."""
        found = self._catalogue.find(other, k=1, meaning=False)
        if not found or found[0].entry.support != thing.entry.support:
            return False
        ratios = np.asarray(found[0].entry.size) / np.maximum(np.asarray(thing.size), 1e-6)
        return bool((np.abs(np.log(ratios)) < np.log(1.0 + 2.0 * _ALIKE)).all())

    def _own_variants(self, entry: CatalogueEntry, words: Sequence[str]) -> str:
        """What of an object's own words says of which kind it is."""
        known = {word for named in entry.variants.values() for word in named}
        return " ".join(word for word in words if word in known)

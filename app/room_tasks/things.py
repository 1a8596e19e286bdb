"""The things of a room that stands: what each is called, where it stands, what it stands on, and which object of the catalogue it is."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.word_sets import word_set
from scenewright.assets.entry import CatalogueEntry
from scenewright.scene.layout import Support, supports
from scenewright.scene.model import AssetRef
from scenewright.scene.semantics.words import default_lexicon, words_of_scene

if TYPE_CHECKING:
    from scenewright.assets import Catalogue
    from scenewright.scene.layout import JudgedScene
    from scenewright.scene.model import Entity

__all__ = ["StandingThing", "parts_of", "standing_things"]

_NAMED = ("exact", "synonym", "kind", "head")
"""How a word finds an object that is such a thing."""
_FITTED = word_set(
    "curtain curtains drapes blind blinds valance shutters switch socket outlet radiator thermostat intercom sprinkler vent"
)
_UPRIGHT = 0.98
"""Least cosine between the vertical and the upward axis of what stands as it should."""


@dataclass(frozen=True)
class StandingThing:
    """One thing of a room.

    Attributes:
        body: its number among the bodies of the layout.
        path: its full path.
        noun: what it is called, in the singular.
        words: the words that it was asked of the catalogue by; '' for what is no object of it.
        entry: the object of the catalogue that it is or is most like.
        ref: its asset; None for what the program builds itself.
        at: the middle of its base in metres. `turn`: degrees about +y.
        size: width, height and depth in metres.
        support: floor, wall, ceiling, surface or rug: where such a thing belongs.
        carrier: number of the body that carries it; None for the room.
        pinned: it stays where and as it is.
    """

    body: int
    path: str
    noun: str
    words: str
    entry: CatalogueEntry
    ref: AssetRef | None
    at: tuple[float, float, float]
    turn: float
    size: tuple[float, float, float]
    support: str
    carrier: int | None
    pinned: bool
    upright: bool = True

    @property
    def foot(self) -> Footprint:
        return Footprint(self.at[0], self.at[2], self.size[0] / 2, self.size[2] / 2, self.turn)

    @property
    def fitted(self) -> bool:
        """Whether it belongs to the building, at its window, door or pipe: curtains, a light switch, a radiator."""
        return _is_fitting(self.entry, self.noun)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.rpartition("/")[2].partition("[")[0].replace("_", " ")


def standing_things(judged: JudgedScene, catalogue: Catalogue, pinned: Collection[str] = ()) -> list[StandingThing]:
    """All things of a room but its building, in the order of the program.

    Args:
        pinned: paths of what must not be touched, with all below them; what a relation `fixed` names is pinned in any case.
    """
    bodies = judged.problem.bodies
    hangs_on = judged.faults.support.hangs_on
    out = []
    for body, path in enumerate(bodies.path):
        entity = judged.scene.entity(int(bodies.row[body]))
        if bodies.fixed[body] and not _is_said_fixed(judged, path):
            continue  # a partition, or the ground
        ref = _asset_of(entity)
        noun, entry = _named(judged, entity, ref, catalogue, bodies.support[body])
        x, y, z, yaw = (float(v) for v in bodies.initial[body])
        width, depth = (2.0 * float(half) for half in bodies.half[body])
        below = (hangs_on[body],) if body in hangs_on else supports(judged, body)
        below = tuple(other for other in below if bodies.support[other] is not Support.RUG)
        if entry.support == "wall" and body not in hangs_on:  # a picture that was thrown over another hangs on none
            below = tuple(other for other in below if bodies.support[other] is not Support.WALL)
        free = _is_fitting(entry, noun) or _on_wall(entry, judged, body)
        up = entity.world_from_local[:3, 1]
        out.append(
            StandingThing(
                body,
                path,
                noun,
                "" if ref is None else ref.words,
                entry,
                ref,
                (x, y, z),
                math.degrees(yaw) % 360.0,
                (width, float(bodies.height[body]), depth),
                _support(entry, bodies.support[body], ref),
                below[0] if below and not free else None,
                bool(bodies.fixed[body])
                or _is_said_fixed(judged, path)
                or any(_within(path, pin) or _within(pin, path) for pin in pinned),
                bool(up[1] >= _UPRIGHT * float((up @ up) ** 0.5)),
            )
        )
    return out


def _is_fitting(entry: CatalogueEntry, noun: str) -> bool:
    return bool(_FITTED & {*entry.word.lower().split(), *noun.split()})


def _on_wall(entry: CatalogueEntry, judged: JudgedScene, body: int) -> bool:
    """Whether what belongs on a wall hangs there, whatever else it touches."""
    return (
        entry.support == "wall"
        and bool(judged.faults.support.hung[body])
        and body not in judged.faults.support.hangs_on
    )


def parts_of(thing: StandingThing, things: Sequence[StandingThing], part: Collection[str]) -> bool:
    """Whether a thing is among some paths, below one of them, or stands on what is; always, where there are none."""
    if not part or any(_within(thing.path, path) for path in part):
        return True
    below = next((other for other in things if other.body == thing.carrier), None)
    return below is not None and parts_of(below, things, part)


def _is_said_fixed(judged: JudgedScene, path: str) -> bool:
    """Whether a relation of the program says that a thing stays where it is."""
    said = (name for r in judged.scene.relations if r.kind == "fixed" for names in r.paths.values() for name in names)
    return any(_within(path, name) for name in said)


def _within(path: str, top: str) -> bool:
    return path == top or path.startswith(f"{top}/")


def _asset_of(entity: Entity) -> AssetRef | None:
    """The one asset that an instance is; None where it is more, or none."""
    if entity.asset is not None:
        return entity.asset
    scene = entity.scene
    rows = range(entity.index, scene.subtree_end(entity.index))
    found = [scene.entity(row) for row in rows if row in set(scene.leaf_rows.tolist())]
    return found[0].asset if len(found) == 1 else None


def _named(
    judged: JudgedScene, entity: Entity, ref: AssetRef | None, catalogue: Catalogue, support: Support
) -> tuple[str, CatalogueEntry]:
    """What a thing is called, and the object of the catalogue that it is or is most like."""
    name = re.sub(r"_\d+$", "", entity.name).replace("_", " ").lower()
    tried = [name]
    if ref is not None:
        said = catalogue.parse(ref.words)
        own = catalogue.find(ref.words, k=1, meaning=False)
        if own and own[0].how in _NAMED:
            same = catalogue.find(name, k=1, meaning=False)
            alike = bool(same) and same[0].how in ("exact", "synonym") and same[0].entry.key == own[0].entry.key
            return (name if alike else said.head or own[0].entry.word), own[0].entry
    words = words_of_scene(judged.scene, default_lexicon(), rows=[entity.index])
    tried += [text.lower() for found in words for text in (*found.things, *found.names)]
    for noun in dict.fromkeys(tried):
        found_by_noun = catalogue.find(noun, k=1, meaning=False)
        if found_by_noun and found_by_noun[0].how in _NAMED:
            return (noun if noun in catalogue.vocabulary else found_by_noun[0].head), found_by_noun[0].entry
    stands = support.value if support.value in ("floor", "wall", "ceiling", "surface", "rug") else "surface"
    return name, CatalogueEntry(f"scene/{name}", name, (), name, "", stands, (1.0, 1.0, 1.0), "scene")


def _support(entry: CatalogueEntry, support: Support, ref: AssetRef | None) -> str:
    """Where a thing belongs: as the catalogue says of an object of its own, else as it stands."""
    if ref is not None and entry.pack != "scene":
        return entry.support
    return support.value if support is not Support.HELD else "surface"

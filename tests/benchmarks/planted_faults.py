"""Rooms that are right by construction, with a brief of each, and single faults planted into them.

The rooms are made by a seed: furniture at free places along the walls, a table with chairs, small things on tops, each as the brief says.
That a thing is visible is made sure of by the pixels of a picture, not by the checker that these rooms are for.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from scenewright.app.agent.brief import Brief, BriefRelation, BriefRoom, BriefThing
from scenewright.assets import Catalogue
from scenewright.renderers.base import RenderRequest
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene

__all__ = ["FAULTS", "PlantedRoom", "clean_room", "with_fault"]

COLORS = ("red", "blue", "green", "yellow", "white", "orange", "purple")
WALL_PIECES = ("bookshelf", "wardrobe", "dresser", "sideboard", "piano", "fridge", "sofa", "filing cabinet")
FLAT_TOPS = ("dresser", "sideboard")
SMALL = ("vase", "teapot", "kettle", "toaster", "globe", "teddy bear", "pumpkin", "radio", "typewriter", "bowl")
FREE = ("crate", "bucket", "basket", "stool", "potted plant", "floor lamp")
WIDTH, DEPTH = 6.4, 5.6
_FEWEST_PIXELS = 120
"""Of a picture of 400 by 300: with fewer a thing does not count as visible."""
_PICTURE = (400, 300)


@dataclass(frozen=True)
class Placed:
    """One ``place`` line. `thing`: id in the brief, '' for what nobody asked for."""

    name: str
    words: str
    at: tuple[float, float, float]
    turn: float = 0.0
    thing: str = ""
    built: str = ""
    """Python of a shape, instead of a catalogue request."""


@dataclass(frozen=True)
class PlantedRoom:
    """A room with its brief. `fault`: what was planted, '' for nothing; `about`: the paths or ids that it is about."""

    brief: Brief
    placed: tuple[Placed, ...]
    fault: str = ""
    about: str = ""
    cameras: tuple[str, ...] = field(
        default=(
            "camera(eye=(0.4, 2.3, 2.7), target=(0, 0.5, -1.0), fov=80)",
            "camera(eye=(-2.9, 2.3, 2.6), target=(0.5, 0.6, -0.6), fov=68)",
        )
    )

    @property
    def program(self) -> str:
        """The text of the scene program."""
        lines = [
            "from scene.language import *",
            "",
            "@register('a furnished room')",
            "def furnished_room():",
            "    return concat_shapes(",
            f"        room({WIDTH}, {DEPTH}, 2.7),",
        ]
        for piece in self.placed:
            what = piece.built or f"asset_call({piece.words!r})"
            at = tuple(round(v, 4) for v in piece.at)
            lines.append(f"        place({what}, at={at}, turn={piece.turn:g}, name={piece.name!r}),")
        lines += ["    )", "", "light('ceiling', at=(0, 2.6, 0), intensity=1.0)", *self.cameras, ""]
        return "\n".join(lines)


def clean_room(seed: int, catalogue: Catalogue) -> PlantedRoom:
    """A room that shows what its brief says: the first of a seed in which all things can be seen."""
    for attempt in range(200):
        made = _room(random.Random(seed * 1_000 + attempt), catalogue)
        if _visible(made, catalogue):
            return made
    raise AssertionError(f"seed {seed} gives no room in which all can be seen")


def with_fault(room: PlantedRoom, kind: str, seed: int, catalogue: Catalogue) -> PlantedRoom | None:
    """The room with one fault of a kind; None where it has nothing that can be so wrong."""
    return FAULTS[kind](room, random.Random(f"{kind}{seed}"), catalogue)


# -- a clean room -------------------------------------------------------------------------------------------------------


def _room(chance: random.Random, catalogue: Catalogue) -> PlantedRoom:
    things: list[BriefThing] = []
    relations: list[BriefRelation] = []
    placed: list[Placed] = []
    pieces = chance.sample(WALL_PIECES, 4)
    slots = _wall_slots(chance)
    for noun, (x, z, turn, wall) in zip(pieces, slots, strict=False):
        color = chance.choice(COLORS)
        depth = catalogue.find(noun, k=1)[0].entry.size[2]
        at = _pulled_in(x, z, wall, depth)
        name = noun.replace(" ", "_")
        things.append(BriefThing(id=name, noun=noun, attributes=color))
        placed.append(Placed(name, f"{color} {noun}", (at[0], 0.0, at[1]), turn, name))
        relations.append(BriefRelation(subject=name, kind="against_wall", place="wall", detail=wall))
    _add_table(chance, things, relations, placed)
    _add_small(chance, catalogue, things, relations, placed)
    _add_free(chance, things, relations, placed)
    return PlantedRoom(
        Brief(room=BriefRoom(kind="room"), things=tuple(things), relations=tuple(relations)), tuple(placed)
    )


def _wall_slots(chance: random.Random) -> list[tuple[float, float, float, str]]:
    """Places along the back and the side walls: x, z, turn, wall."""
    back = [(-1.9, -DEPTH / 2, 0.0, "back"), (0.1, -DEPTH / 2, 0.0, "back"), (2.0, -DEPTH / 2, 0.0, "back")]
    left = [(-WIDTH / 2, -0.4, 90.0, "left")]
    right = [(WIDTH / 2, -0.4, -90.0, "right")]
    slots = [*chance.sample(back, 2), *left, *right]
    chance.shuffle(slots)
    return slots


def _pulled_in(x: float, z: float, wall: str, depth: float) -> tuple[float, float]:
    """A place at a wall for a piece of a depth, its back 2 cm from the wall."""
    inward = depth / 2 + 0.02
    return {"back": (x, z + inward), "left": (x + inward, z), "right": (x - inward, z)}[wall]


def _add_table(
    chance: random.Random, things: list[BriefThing], relations: list[BriefRelation], placed: list[Placed]
) -> None:
    """A table with two or four chairs that face it."""
    x, z = chance.uniform(-0.5, 0.5), chance.uniform(-0.2, 0.4)
    count = chance.choice((2, 4))
    color = chance.choice(COLORS)
    things.append(BriefThing(id="table", noun="dining table"))
    placed.append(Placed("dining_table", "oak dining table", (x, 0.0, z), 0.0, "table"))
    things.append(BriefThing(id="chair", noun="chair", attributes=color, count=count))
    columns = (0.0,) if count == 2 else (-0.4, 0.4)
    for k, (dx, side) in enumerate((dx, side) for side in (-1, 1) for dx in columns):
        turn = 0.0 if side < 0 else 180.0
        placed.append(Placed(f"chair_{k + 1}", f"{color} chair", (x + dx, 0.0, z + side * 0.72), turn, "chair"))
    relations.append(BriefRelation(subject="chair", kind="around", anchors=("table",)))
    relations.append(BriefRelation(subject="chair", kind="facing", anchors=("table",)))


def _add_small(
    chance: random.Random,
    catalogue: Catalogue,
    things: list[BriefThing],
    relations: list[BriefRelation],
    placed: list[Placed],
) -> None:
    """One or two small things on the table, and one on each flat top."""
    nouns = chance.sample(SMALL, 4)
    table = next(p for p in placed if p.thing == "table")
    two = [(nouns[0], -0.45), (nouns[1], 0.45)]
    for noun, dx in two:
        name, color = noun.replace(" ", "_"), chance.choice(COLORS)
        things.append(BriefThing(id=name, noun=noun, attributes=color))
        placed.append(Placed(name, f"{color} {noun}", (table.at[0] + dx, 0.75, table.at[2]), 0.0, name))
        relations.append(BriefRelation(subject=name, kind="on", anchors=("table",)))
    relations.append(
        BriefRelation(subject=two[0][0].replace(" ", "_"), kind="left_of", anchors=(two[1][0].replace(" ", "_"),))
    )
    hosts = [p for p in placed if p.thing in FLAT_TOPS]
    for noun, host in zip(nouns[2:], hosts, strict=False):
        name, color = noun.replace(" ", "_"), chance.choice(COLORS)
        height = catalogue.find(host.words, k=1)[0].entry.size[1]
        things.append(BriefThing(id=name, noun=noun, attributes=color))
        placed.append(Placed(name, f"{color} {noun}", (host.at[0], height, host.at[2]), host.turn, name))
        relations.append(BriefRelation(subject=name, kind="on", anchors=(host.thing,)))


def _add_free(
    chance: random.Random, things: list[BriefThing], relations: list[BriefRelation], placed: list[Placed]
) -> None:
    """Something that stands next to a piece at the back wall, at its free side."""
    noun = chance.choice(FREE)
    host = chance.choice([p for p in placed if p.turn == 0.0 and p.at[2] < -1.8])
    name = noun.replace(" ", "_")
    side = 1.35 if host.at[0] < 0 else -1.35
    at = (host.at[0] + side, 0.0, -DEPTH / 2 + 1.1)
    if any(math.dist(at[::2], p.at[::2]) < 1.0 for p in placed):
        return
    things.append(BriefThing(id=name, noun=noun))
    placed.append(Placed(name, noun, at, 0.0, name))
    relations.append(BriefRelation(subject=name, kind="near", anchors=(host.thing,)))


def _visible(made: PlantedRoom, catalogue: Catalogue) -> bool:
    """Whether each thing takes enough pixels of one of the pictures."""
    scene = evaluate(made.program, assets=catalogue)
    best = pixels_of(scene, catalogue)
    return all(best.get(piece.name, 0) >= _FEWEST_PIXELS for piece in made.placed)


def pixels_of(scene: Scene, catalogue: Catalogue) -> dict[str, int]:
    """Name of each placed thing -> its pixels in the picture that shows it best."""
    width, height = _PICTURE
    request = RenderRequest(
        scene, width=width, height=height, samples=1, passes=("entity",), provider=catalogue, threads=1
    )
    result = PreviewRenderer().render(request)
    best: dict[str, int] = {}
    for view in result.views:
        counts = np.bincount(view.channels["entity"].ravel() + 1, minlength=len(scene) + 2)[1:]
        for entity in scene.entities():
            if entity.path.count("/") == 1:
                shown = int(counts[entity.index : scene.subtree_end(entity.index)].sum())
                best[entity.name] = max(best.get(entity.name, 0), shown)
    return best


# -- faults -------------------------------------------------------------------------------------------------------------


def _without(room: PlantedRoom, name: str) -> tuple[Placed, ...]:
    return tuple(p for p in room.placed if p.name != name)


def _changed(room: PlantedRoom, name: str, **changes: object) -> tuple[Placed, ...]:
    return tuple(replace(p, **changes) if p.name == name else p for p in room.placed)


def _missing(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    loose = [p for p in room.placed if not any(_stands_on(q, p) for q in room.placed) and p.thing != "chair"]
    gone = chance.choice(loose)
    return replace(room, placed=_without(room, gone.name), fault="missing", about=gone.thing)


def _count(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    chairs = [p for p in room.placed if p.thing == "chair"]
    if chance.random() < 0.5:
        return replace(room, placed=_without(room, chance.choice(chairs).name), fault="count", about="chair")
    table = next(p for p in room.placed if p.thing == "table")
    more = replace(chairs[0], name="chair_more", at=(table.at[0] + 1.25, 0.0, table.at[2]), turn=-90.0)
    return replace(room, placed=(*room.placed, more), fault="count", about="chair")


def _color(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    colored = [p for p in room.placed if p.words.split()[0] in COLORS and p.thing != "chair"]
    piece = chance.choice(colored)
    old, noun = piece.words.split(" ", 1)
    new = chance.choice([c for c in COLORS if c != old and {c, old} not in ({"red", "orange"}, {"yellow", "orange"})])
    return replace(room, placed=_changed(room, piece.name, words=f"{new} {noun}"), fault="color", about=piece.thing)


def _floating(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    loose = [p for p in room.placed if not any(_stands_on(q, p) for q in room.placed)]
    piece = chance.choice(loose)
    x, y, z = piece.at
    high = y + chance.uniform(0.12, 0.4)
    return replace(room, placed=_changed(room, piece.name, at=(x, high, z)), fault="floating", about=piece.thing)


def _swapped(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    """The two small things on the table change places."""
    relation = next(r for r in room.brief.relations if r.kind == "left_of")
    a, b = (next(p for p in room.placed if p.thing == i) for i in (relation.subject, relation.anchors[0]))
    placed = tuple(replace(p, at=b.at) if p is a else replace(p, at=a.at) if p is b else p for p in room.placed)
    return replace(room, placed=placed, fault="swapped", about=relation.subject)


def _hidden(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    """Panels stand between a thing and both cameras."""
    alone = [p for p in room.placed if p.at[1] == 0.0 and p.thing not in ("chair", "table")]
    chance.shuffle(alone)
    for piece in alone:
        size = catalogue.find(piece.words, k=1)[0].entry.size
        wide, high = max(size[0], size[2]) + 0.5, size[1] + 0.55
        ahead = (math.sin(math.radians(piece.turn)), math.cos(math.radians(piece.turn)))
        away = size[2] / 2 + 0.16
        at = (piece.at[0] + ahead[0] * away, 0.0, piece.at[2] + ahead[1] * away)
        shape = (
            f"transform_shape(primitive_call('cube', {{'scale': ({wide:.3f}, {high:.3f}, 0.05)}}, color=(0.6, 0.5, 0.4)), "
            f"translation_matrix((0, {high / 2:.3f}, 0)))"
        )
        made = replace(
            room,
            placed=(*room.placed, Placed("screen", "", at, piece.turn, built=shape)),
            fault="hidden",
            about=piece.thing,
        )
        seen = pixels_of(evaluate(made.program, assets=catalogue), catalogue)
        if seen.get(piece.name, 0) <= 8:
            return made
    return None


def _empty(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    return replace(room, placed=(), fault="empty", about="")


def _facing(room: PlantedRoom, chance: random.Random, catalogue: Catalogue) -> PlantedRoom | None:
    turned = [p for p in room.placed if p.thing == "chair" or p.thing in ("sofa", "wardrobe", "bookshelf", "fridge")]
    piece = chance.choice(turned)
    return replace(room, placed=_changed(room, piece.name, turn=piece.turn + 180.0), fault="facing", about=piece.thing)


def _stands_on(a: Placed, b: Placed) -> bool:
    return a.at[1] > 0.1 and a is not b and b.at[1] == 0.0 and math.dist(a.at[::2], b.at[::2]) < 0.9


FAULTS: dict[str, Callable[[PlantedRoom, random.Random, Catalogue], PlantedRoom | None]] = {
    "missing": _missing, "count": _count, "color": _color, "floating": _floating, "swapped": _swapped, "hidden": _hidden,
    "empty": _empty, "facing": _facing,
}  # fmt: skip
"""Kind of fault -> what plants it."""

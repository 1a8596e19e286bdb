"""Whether the rooms of the embedded writer make sense, over all recipes for indoor places.

    python -m tests.benchmarks.bench_room_sense [--every N] [--seeds N] [--json FILE]

A room is composed from the name of its kind alone, and judged on its scene: how much of the floor is free, how even the rest is, and
which things cannot be used: seats out of reach of what people sit at, fronts that something stands before, counters without room
behind them, beds at right angles to each other.
"""

from __future__ import annotations

import math
import os
import sys
from dataclasses import dataclass
from statistics import median
from typing import Any

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

from scenewright.app.furnishing.footprints import Footprint, direction
from scenewright.app.writers.embedded.composer import compose
from scenewright.assets import Catalogue
from scenewright.assets.recipe_book import own_recipes
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Entity, NodeKind, Scene
from tests.benchmarks.figures import give, options

STEP = 0.1
"""Metres between the points at which the floor is looked at."""
REACH = 0.75
"""Metres before a seat within which what people sit at begins."""
BEFORE, BEHIND = 0.5, 0.75
"""Metres that stay free before what people open, and behind a counter."""
OPENED = (
    "wardrobe", "fridge", "refrigerator", "freezer", "dresser", "oven", "stove", "cabinet", "bookshelf", "locker", "sideboard",
    "counter", "washing_machine", "dryer", "dishwasher", "safe", "sink", "fireplace", "display_case",
)  # fmt: skip
SAT_AT = (
    "table", "desk", "counter", "bar", "island", "bench", "vanity", "piano", "organ", "machine", "easel", "music_stand", "drum",
    "cello", "harp", "booth", "console", "wheel", "cabinet",
)  # fmt: skip
SEATS = ("chair", "stool")
"""Names of seats that belong to something. Armchairs and waiting chairs stand about."""
ABOUT = ("armchair", "waiting", "visitor", "lounge", "rocking", "folding", "beanbag", "hanging", "massage", "dental", "barber", "styling", "step", "lifeguard", "egg", "high_chair", "wheelchair")  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A thing on the floor: its name, its place there, its height in metres."""

    name: str
    foot: Footprint
    height: float

    @property
    def last(self) -> str:
        """The name without its number."""
        return self.name.split("[")[0]

    def before(self, metres: float, *, behind: bool = False) -> Footprint:
        """So many metres of floor before its front, or behind its back, a little narrower than the thing."""
        dx, dz = direction(self.foot.turn)
        away = (self.foot.half_depth + metres / 2) * (-1.0 if behind else 1.0)
        return Footprint(
            self.foot.x + dx * away,
            self.foot.z + dz * away,
            max(0.8 * self.foot.half_width, 0.1),
            metres / 2 - 0.01,
            self.foot.turn,
        )


def standing(scene: Scene) -> list[Standing]:
    """What stands on the floor; no rugs and nothing that stands on another thing."""
    found = []
    for entity in scene.entities():
        low, high = entity.bounds
        if entity.kind == NodeKind.ASSET and low[1] < 0.03 and high[1] > 0.1:
            found.append(Standing(entity.name, _foot(entity), float(high[1] - low[1])))
    return found


def _foot(entity: Entity) -> Footprint:
    low, high = entity.bounds[:, [0, 2]]
    x, z = entity.world_from_local[[0, 2], 2]
    turn = math.degrees(math.atan2(x, z))
    wide, deep = (high - low) / 2
    if abs(x) > abs(z):
        wide, deep = deep, wide
    middle = (low + high) / 2
    return Footprint(float(middle[0]), float(middle[1]), float(wide), float(deep), round(turn / 90.0) * 90.0 % 360.0)


def judged(scene: Scene) -> dict[str, Any]:
    """The figures of one room."""
    assert scene.room is not None
    width, depth = scene.room.width, scene.room.depth
    things = standing(scene)
    across, along = np.meshgrid(
        np.arange((STEP - width) / 2, width / 2, STEP), np.arange((STEP - depth) / 2, depth / 2, STEP)
    )
    covered = np.zeros_like(across, dtype=bool)
    for thing in things:
        reach = thing.foot.reach
        covered |= (abs(across - thing.foot.x) <= reach[0]) & (abs(along - thing.foot.z) <= reach[1])
    seats = [t for t in things if t.last.endswith(SEATS)]
    held = [t for t in things if any(word in t.last for word in SAT_AT) and t not in seats]
    beds = [t for t in things if t.last.endswith("bed") and t.foot.half_width > 0.3]

    def met(zone: Footprint, besides: list[Standing]) -> bool:
        return any(zone.overlaps(t.foot) for t in things if t not in besides)

    def out(zone: Footprint) -> bool:
        reach = zone.reach
        return abs(zone.x) + reach[0] > width / 2 + 0.05 or abs(zone.z) + reach[1] > depth / 2 + 0.05

    placed = [t for t in seats if not any(word in t.last for word in ABOUT)]
    opened = [t for t in things if t.last.endswith(OPENED) and t.height > 0.5]
    counters = [t for t in things if t.last.endswith(("counter", "reception_desk")) and "kitchen" not in t.last]
    return {
        "free": 1.0 - float(covered.mean()),
        "front_half": float(covered[along > 0].sum() / max(covered.sum(), 1)),
        "seats_out_of_reach": [
            t.name for t in placed if len(placed) < 9 and not any(t.before(REACH).overlaps(h.foot) for h in held)
        ],
        "fronts_blocked": [t.name for t in opened if met(t.before(BEFORE), [t, *seats]) or out(t.before(BEFORE))],
        "counters_without_room": [
            t.name
            for t in counters
            if met(t.before(BEHIND, behind=True), [t, *seats]) or out(t.before(BEHIND, behind=True))
        ],
        "beds_askew": len({t.foot.turn % 180.0 for t in beds}) > 1,
    }


def main() -> int:
    """Command line."""
    parser = options(__doc__)
    parser.add_argument("--every", type=int, default=1, help="every so many recipes")
    parser.add_argument("--seeds", type=int, default=1)
    chosen = parser.parse_args()
    catalogue = Catalogue.built_in()
    rooms: dict[str, dict[str, Any]] = {}
    for recipe in [r for r in own_recipes().recipes if r.setting == "indoor"][:: chosen.every]:
        for seed in range(chosen.seeds):
            composed = compose(f"a {recipe.name}", catalogue, seed=seed)
            rooms[f"{recipe.name} {seed}"] = judged(evaluate(composed.program, assets=catalogue))
    shares = {key: sorted(room[key] for room in rooms.values()) for key in ("free", "front_half")}
    lists = ("seats_out_of_reach", "fronts_blocked", "counters_without_room")
    give(
        {
            "rooms": len(rooms),
            "free floor, median": round(median(shares["free"]), 3),
            "front half's share of what stands, median": round(median(shares["front_half"]), 3),
            "rooms with less than 0.3 of it there": sum(share < 0.3 for share in shares["front_half"]),
            "rooms with beds askew": sum(room["beds_askew"] for room in rooms.values()),
            **{key: sum(len(room[key]) for room in rooms.values()) for key in lists},
            "where": {key: {name: room[key] for name, room in rooms.items() if room[key]} for key in lists},
        },
        chosen.json,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

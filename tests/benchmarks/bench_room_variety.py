"""How alike the rooms of one sentence are over many seeds.

    python -m tests.benchmarks.bench_room_variety [--text TEXT] [--seeds N] [--json FILE]

Two rooms are near-duplicates where most of their things have a partner of the same kind at the same place of the room (`TOGETHER` metres,
the rooms laid over each other in the best of eight turns and mirrorings), and their walls and floors have nearly the same colors.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from scipy.optimize import linear_sum_assignment

from scenewright.app.writers.embedded.composer import compose
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import FloatArray, Scene
from tests.benchmarks.figures import give, options

SENTENCE = "a living room with a sofa, an armchair and a bookshelf"
TOGETHER = 0.4
"""Metres up to which a thing of one room is where its partner of the other is."""
ALIKE = 0.7
"""Share of the things with a partner, from which two rooms are arranged alike."""
SAME_COLOR = 0.06
"""Difference of two colors, linear RGB, up to which they look nearly the same."""
TURNS = [np.array(m, dtype=float) for m in ([[1, 0], [0, 1]], [[0, 1], [-1, 0]], [[-1, 0], [0, -1]], [[0, -1], [1, 0]])]
MIRROR = np.diag([-1.0, 1.0])


@dataclass(frozen=True)
class Room:
    """`kinds`: titles of K things. `at`: (K, 2) metres from the middle of the room. `colors`: (M, 3) of its walls and floor."""

    kinds: tuple[str, ...]
    at: FloatArray
    colors: FloatArray


def room_of(scene: Scene) -> Room:
    """What is compared of a scene: its catalogue objects and the colors of its room."""
    things = [e for e in scene.entities() if e.asset is not None]
    middles = [np.mean(e.bounds, axis=0)[[0, 2]] for e in things]
    room = "" if scene.room is None else f"{scene.room.path}/"
    shell = [
        row for path, row in zip(scene.paths, range(len(scene.paths)), strict=True) if room and path.startswith(room)
    ]
    colors = np.unique(np.nan_to_num(scene.nodes.color[shell]).round(3), axis=0)
    at = np.array(middles) if middles else np.zeros((0, 2))
    return Room(tuple(e.asset.title for e in things if e.asset), at, colors)


def partners(a: Room, b: Room) -> float:
    """The share of the things of the fuller room that have a partner in the other, in the best turn."""
    same = np.array([[k == m for m in b.kinds] for k in a.kinds])
    best = 0
    for turn in (*TURNS, *(MIRROR @ t for t in TURNS)):
        away = np.linalg.norm(a.at[:, None] - (b.at @ turn)[None], axis=2)
        fits = same & (away <= TOGETHER)
        rows, columns = linear_sum_assignment(fits, maximize=True)
        best = max(best, int(fits[rows, columns].sum()))
    return best / max(len(a.kinds), len(b.kinds), 1)


def near_duplicates(rooms: Sequence[Room]) -> tuple[list[tuple[int, int]], list[float]]:
    """(pairs that are near-duplicates, the partners' share of each room's nearest)."""
    pairs, nearest = [], [0.0] * len(rooms)
    for i, j in itertools.combinations(range(len(rooms)), 2):
        share = partners(rooms[i], rooms[j])
        nearest[i], nearest[j] = max(nearest[i], share), max(nearest[j], share)
        a, b = rooms[i].colors, rooms[j].colors
        same_colors = a.shape == b.shape and bool(np.all(np.abs(a - b).max(axis=-1, initial=0.0) <= SAME_COLOR))
        if share >= ALIKE and same_colors:
            pairs.append((i, j))
    return pairs, nearest


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--text", default=SENTENCE)
    parser.add_argument("--seeds", type=int, default=60)
    asked = parser.parse_args()
    catalogue = Catalogue.default()
    rooms = []
    for seed in range(asked.seeds):
        program = compose(asked.text, catalogue, seed=seed).program
        rooms.append(room_of(evaluate(program, seed=seed, assets=catalogue)))
    pairs, nearest = near_duplicates(rooms)
    twins = {i for pair in pairs for i in pair}
    figures = {
        "text": asked.text,
        "rooms": len(rooms),
        "near_duplicates": round(len(twins) / len(rooms), 3),
        "pairs": pairs[:20],
        "partners_of_the_nearest_median": round(median(nearest), 3),
        "partners_of_the_nearest_most": round(max(nearest), 3),
        "objects_median": median(len(r.kinds) for r in rooms),
    }
    give(figures, asked.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

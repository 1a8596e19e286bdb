"""Rooms with a hidden solution: how many of them the solver lays out, how well, and how fast; and rooms that cannot hold.

Each room is made with a layout in which its relations hold, whose poses are thrown away (:mod:`tests.benchmarks.layout_rooms`).
What the solver wrote is evaluated anew and judged by the certifier, as are the layouts of the baselines. Seconds are those of
reading, solving, writing (with the evaluation that proves the text) and certifying, with the catalogue's objects loaded
before, which is timed apart; so are settling and the first evaluation.

Ends with 1 where a room has a collision, an object outside or without a place, where less than 97 % of the relations hold,
where a room is refused, or where one that cannot hold is not, with a minimal conflict.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Certificate, solve_scene
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.certify import settle
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.model import Scene
from tests.benchmarks.figures import options
from tests.benchmarks.layout_baselines import BASELINES, baseline_outcome
from tests.benchmarks.layout_impossible import ROOMS
from tests.benchmarks.layout_refusals import Refusal, refusal_of
from tests.benchmarks.layout_rooms import HiddenRoom, KnownObjects, hidden_room, known_objects

COUNTS, SEEDS = (10, 30, 100, 300, 1000), (20,)
FILLS, WALLS = (10, 20, 30), (10, 30, 50)
RELATIONS = 97.0
SECONDS = {10: 0.1, 30: 0.3, 100: 1.0, 300: 3.0, 1000: 10.0}
"""What the median of a cell is to stay under."""

HEADS = {
    "bodies": "N",
    "fill_percent": "fill",
    "wall_percent": "walls",
    "rooms": "rooms",
    "collision_free": "free",
    "in_bounds": "inside",
    "certified": "certified",
    "placed": "placed",
    "relations": "relations",
    "refusals": "refused",
}
PARTS = ("read", "feasibility", "solve", "conflicts", "write", "certify")


@dataclass(frozen=True)
class Outcome:
    """One room laid out. `seconds`, `process`: wall clock and processor; `parts`: of the wall clock. `why`: what is wrong."""

    requested: int
    placed: int
    collision_free: bool
    in_bounds: bool
    certified: bool
    relations: int
    satisfied: int
    refused: bool
    seconds: float
    process: float
    evaluate: float
    settle: float | None
    parts: Mapping[str, float]
    why: tuple[str, ...] = ()


class Rooms:
    """The catalogue, loaded, and what the rooms are made of."""

    def __init__(self) -> None:
        self.catalogue = Catalogue.default()
        self.objects: KnownObjects = known_objects(self.catalogue)
        begun = time.perf_counter()
        for words in (self.objects.floor, self.objects.wall):
            scene = self.evaluate(_all_of(words))
            certify(scene, provider=self.catalogue, bodies=bodies_of(scene, provider=self.catalogue))
        self.seconds = time.perf_counter() - begun

    def evaluate(self, text: str) -> Scene:
        return evaluate_here(text, assets=self.catalogue)

    def made(self, count: int, fill: int, walls: int, seed: int) -> HiddenRoom:
        return hidden_room(self.objects, self.evaluate, count, fill / 100, walls / 100, seed)

    def judged(self, source: str) -> Certificate:
        """The certificate of a program's layout: nothing is known of it but the text."""
        scene = self.evaluate(source)
        bodies = bodies_of(scene, provider=self.catalogue)
        return certify(scene, provider=self.catalogue, problem=problem_of(scene, bodies))


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, metavar="N", help="bodies in a room")
    parser.add_argument("--fills", type=int, nargs="+", default=FILLS, metavar="PERCENT", help="of the floor")
    parser.add_argument("--walls", type=int, nargs="+", default=WALLS, metavar="PERCENT", help="wall objects")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS, metavar="N", help="rooms of a cell, by count")
    parser.add_argument("--effort", type=float, default=60_000.0, metavar="N", help="units of work of a search")
    parser.add_argument("--settled", type=int, default=0, metavar="N", help="of each cell, how many to let settle")
    parser.add_argument("--impossible", type=int, default=len(ROOMS), metavar="N", help="of the rooms that cannot hold")
    parser.add_argument("--baselines", type=int, default=5, metavar="N", help="rooms of each count for the baselines")
    given = parser.parse_args()
    seeds = given.seeds if len(given.seeds) > 1 else given.seeds * len(given.counts)
    if len(seeds) != len(given.counts):
        parser.error("--seeds takes one number, or one for each of --counts")
    console = Console(width=150)
    rooms = Rooms()
    console.print(f"{len(rooms.objects.floor) + len(rooms.objects.wall)} objects loaded in {rooms.seconds:.1f} s")
    cells = []
    for (count, number), fill, walls in product(zip(given.counts, seeds, strict=True), given.fills, given.walls):
        outcomes = [
            _laid_out(rooms, rooms.made(count, fill, walls, seed), given.effort, seed < given.settled)
            for seed in range(number)
        ]
        cells.append(_cell(count, fill, walls, outcomes))
        _tell(console, cells[-1])
    refusals = [refusal_of(ROOMS[k], given.effort) for k in _spread(len(ROOMS), given.impossible)]
    figures = {
        "catalogue_seconds": round(rooms.seconds, 1),
        "by_count": _by_count(cells),
        "impossible": _of_refusals(refusals),
        "baselines": _baselines(console, rooms, given.baselines, given.effort),
        "cells": cells,
    }
    console.print(_table(cells))
    console.print(figures["impossible"], soft_wrap=True)
    if given.json is not None:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if all(map(_as_claimed, cells)) and all(r.good for r in refusals) else 1


def _spread(count: int, wanted: int) -> list[int]:
    """Some numbers below `count`, evenly."""
    return sorted({int(k) for k in np.linspace(0, count - 1, min(wanted, count))}) if wanted else []


# -- one room ---------------------------------------------------------------------------------------------------------


def _laid_out(rooms: Rooms, room: HiddenRoom, limit: float, settled: bool) -> Outcome:
    begun = time.perf_counter()
    scene = rooms.evaluate(room.program)
    evaluated = time.perf_counter() - begun
    begun, begun_process = time.perf_counter(), time.process_time()
    result = solve_scene(
        room.program,
        scene,
        rooms.evaluate,
        provider=rooms.catalogue,
        written=False,
        effort=limit,
        settle=False,
        best_effort=True,
    )
    seconds, process = time.perf_counter() - begun, time.process_time() - begun_process
    certificate = rooms.judged(result.source)
    fall = None
    if settled and not result.conflicts:
        begun = time.perf_counter()
        settle(result.scene, provider=rooms.catalogue)
        fall = time.perf_counter() - begun
    why = [c.says for c in result.conflicts] + [v.message for v in certificate.violations]
    why += [r.reason for r in certificate.relations if not r.satisfied]
    return Outcome(
        requested=room.count,
        placed=certificate.placed,
        collision_free=certificate.collision_free,
        in_bounds=certificate.in_bounds,
        certified=certificate.certified,
        relations=room.relations,
        satisfied=sum(r.satisfied for r in certificate.relations),
        refused=bool(result.conflicts),
        seconds=seconds,
        process=process,
        evaluate=evaluated,
        settle=fall,
        parts=dict(result.seconds),
        why=tuple(why[:5]),
    )


def _all_of(words: Sequence[str]) -> str:
    """A hall with one of each, far from each other."""
    side = int(np.ceil(np.sqrt(len(words))))
    at = [(3.0 * (k % side - side / 2), 3.0 * (k // side - side / 2)) for k in range(len(words))]
    lines = [f"place(asset_call({w!r}), at=({x}, 0, {z})), " for w, (x, z) in zip(words, at, strict=True)]
    body = "".join(lines)
    return (
        "from scene.language import *\n\n\n@register('one of each')\ndef scene():\n"
        f"    return concat_shapes(room({3 * side + 3}, {3 * side + 3}, 3), {body})\n"
    )


BASELINE_COUNTS, BASELINE_FILL, BASELINE_WALLS = (10, 30, 100), 20, 30


def _baselines(console: Console, rooms: Rooms, number: int, limit: float) -> list[dict[str, Any]]:
    """The baselines, and the solver, on the same rooms of one cell, judged alike."""
    table = []
    for count in BASELINE_COUNTS if number else ():
        made = [rooms.made(count, BASELINE_FILL, BASELINE_WALLS, seed) for seed in range(number)]
        ways: dict[str, list[Any]] = {"this solver": [asdict(_laid_out(rooms, room, limit, False)) for room in made]}
        for name in BASELINES:
            ways[name] = [baseline_outcome(name, room, rooms.catalogue, seed) for seed, room in enumerate(made)]
        for name, outcomes in ways.items():
            row = {"solver": name, "bodies": count, "rooms": number, **_shares(outcomes)}
            for clock in ("seconds", "process"):
                row[f"{clock}_median"] = round(float(np.median([o[clock] for o in outcomes])), 3)
            table.append(row)
            console.print(row, highlight=False, soft_wrap=True)
    return table


# -- figures ----------------------------------------------------------------------------------------------------------


def _cell(count: int, fill: int, walls: int, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """What came of the rooms of a cell; shares in percent."""
    seconds, process = ([getattr(o, name) for o in outcomes] for name in ("seconds", "process"))
    settled = [o.settle for o in outcomes if o.settle is not None]
    parts = {name: float(np.median([o.parts.get(name, 0.0) for o in outcomes])) for name in PARTS}
    return {
        "bodies": count,
        "fill_percent": fill,
        "wall_percent": walls,
        "rooms": len(outcomes),
        **_shares([asdict(o) for o in outcomes]),
        "refusals": sum(o.refused for o in outcomes),
        "seconds_median": round(float(np.median(seconds)), 3),
        "seconds_worst": round(max(seconds), 3),
        "process_seconds_median": round(float(np.median(process)), 3),
        "process_seconds_worst": round(max(process), 3),
        "seconds_of_parts": {k: round(v, 3) for k, v in parts.items() if v > 0.0},
        "evaluation_seconds_median": round(float(np.median([o.evaluate for o in outcomes])), 3),
        "settle_seconds_worst": round(max(settled), 3) if settled else None,
        "wrong": [{"seed": k, **asdict(o)} for k, o in enumerate(outcomes) if o.why],
    }


def _shares(outcomes: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    def percent(name: str, whole: str | None = None) -> float:
        most = len(outcomes) if whole is None else sum(o[whole] for o in outcomes)
        return round(100.0 * sum(o[name] for o in outcomes) / max(most, 1), 2)

    return {
        "collision_free": percent("collision_free"),
        "in_bounds": percent("in_bounds"),
        "certified": percent("certified"),
        "placed": percent("placed", "requested"),
        "relations": percent("satisfied", "relations"),
    }


def _as_claimed(cell: Mapping[str, Any]) -> bool:
    whole = all(cell[name] == 100.0 for name in ("collision_free", "in_bounds", "placed"))
    return whole and cell["relations"] >= RELATIONS and cell["refusals"] == 0


def _by_count(cells: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The worst of the cells' medians, and their worst room, by number of bodies."""
    found: dict[str, Any] = {}
    for count in dict.fromkeys(c["bodies"] for c in cells):
        mine = [c for c in cells if c["bodies"] == count]
        found[str(count)] = {
            "rooms": sum(c["rooms"] for c in mine),
            **{n: min(c[n] for c in mine) for n in ("collision_free", "in_bounds", "certified", "placed", "relations")},
            "refusals": sum(c["refusals"] for c in mine),
            **{
                f"{clock}_{which}": max(c[f"{clock}_{which}"] for c in mine)
                for clock in ("seconds", "process_seconds")
                for which in ("median", "worst")
            },
            "seconds_wanted": SECONDS.get(count),
        }
    return found


def _of_refusals(refusals: Sequence[Refusal]) -> dict[str, Any]:
    """How many of the rooms that cannot hold were refused, with the set that is known to conflict, and a minimal one."""
    return {
        "rooms": len(refusals),
        "refused": sum(r.refused and r.unchanged for r in refusals),
        "with_the_known_set": sum(r.right for r in refusals),
        "minimal": sum(r.minimal for r in refusals),
        "proved_by_a_bound": sum(r.proved for r in refusals),
        "seconds_median": round(float(np.median([r.seconds for r in refusals])), 3) if refusals else None,
        "seconds_worst": round(max((r.seconds for r in refusals), default=0.0), 3),
        "process_seconds_worst": round(max((r.process for r in refusals), default=0.0), 3),
        "wrong": [f"{r.reason}: {'; '.join(r.says)}" for r in refusals if not r.good],
    }


def _tell(console: Console, cell: Mapping[str, Any]) -> None:
    said = ", ".join(f"{k} {cell[k]}" for k in (*HEADS, "seconds_median", "process_seconds_median"))
    console.print(said, highlight=False, soft_wrap=True)
    for wrong in cell["wrong"]:
        console.print(f"  seed {wrong['seed']}: {'; '.join(wrong['why'])}", highlight=False, soft_wrap=True)


def _table(cells: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(title="rooms with a hidden solution: shares in percent; median and worst of wall clock and processor")
    for head in (*HEADS.values(), "s", "worst", "cpu s", "worst", "wanted"):
        table.add_column(head, justify="right")
    for c in cells:
        clocks = [c[f"{clock}_{which}"] for clock in ("seconds", "process_seconds") for which in ("median", "worst")]
        wanted = SECONDS.get(c["bodies"])
        row = [f"{c[k]:.5g}" for k in HEADS] + [f"{t:.2f}" for t in clocks]
        table.add_row(*row, "" if wanted is None else f"{wanted:g}")
    return table


if __name__ == "__main__":
    raise SystemExit(main())

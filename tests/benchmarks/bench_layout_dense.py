"""Dense rooms of sixty and more bodies, with the slips that models make: laid out, then let fall in MuJoCo.

    python -m tests.benchmarks.bench_layout_dense [--rooms N] [--seeds K ...] [--pictures DIR] [--failures DIR]

Each is a program of a room full of furniture and small things (dense_rooms), of which some are slightly wrong. It is laid out with
its poses as wishes; any repair is taken, and those that would only be offered by default are counted. The text that comes out is
evaluated anew, certified and let settle. SceneSmith reports zero collisions, and 96 % of its objects stable.

Ends with 1 where a room keeps a collision, or where less than 98 % of the bodies that could move are stable in all.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.layout import LayoutReport, ViolationKind, check_scene, solve_scene
from scenewright.scene.layout.report import MOST_SHIFT_M, MOST_TILT_DEG
from tests.benchmarks.dense_rooms import dense_room
from tests.benchmarks.figures import give
from tests.benchmarks.layout_fidelity import changes_between, disagreements
from tests.benchmarks.layout_pictures import draw_side_by_side
from tests.benchmarks.layout_replies import catalogue, run_confined, scene_options
from tests.benchmarks.time_limit import RanAway, time_limit

LEAST_STABLE = 0.98


@dataclass(frozen=True)
class Outcome:
    """One room. `stable`: bodies that stay where they are under gravity, of those that could move, before and after."""

    name: str
    bodies: int
    slips: tuple[str, ...]
    violations: tuple[int, int] = (0, 0)
    collisions: tuple[int, int] = (0, 0)
    stable: tuple[tuple[int, int], tuple[int, int]] = ((0, 0), (0, 0))
    relations: tuple[int, int] = (0, 0)
    moved: int = 0
    closed: int = 0
    largest: float = 0.0
    bent: tuple[str, ...] = ()
    offered: str = ""
    seconds: float = 0.0
    process: float = 0.0
    settle: float = 0.0
    wrong: tuple[str, ...] = ()
    misreported: tuple[str, ...] = ()
    problem: str = ""


def main() -> int:
    parser = scene_options(__doc__, what="rooms", replies=False)
    parser.add_argument("--rooms", type=int, default=100, metavar="N", help="the first N")
    parser.add_argument("--seeds", type=int, nargs="+", metavar="K", help="just these rooms")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="draw each before and after, side by side")
    parser.add_argument("--failures", type=Path, metavar="DIR", help="texts of rooms with something wrong go there")
    given = parser.parse_args()
    console = Console(stderr=True, width=150)
    seeds = given.seeds or range(given.rooms)
    work = partial(outcome_of, limit=given.limit, pictures=given.pictures, failures=given.failures)
    if given.jobs > 1:
        with ProcessPoolExecutor(given.jobs) as pool:
            outcomes = list(pool.map(work, seeds))
    else:
        outcomes = []
        for seed in seeds:
            outcomes.append(work(seed))
            console.print(_line(outcomes[-1]), highlight=False)
    figures = summary(outcomes)
    console.print({k: v for k, v in figures.items() if k != "rooms_"})
    give(figures, given.json)
    return 0 if figures["collisions"] == 0 and figures["stable_share"] >= LEAST_STABLE else 1


def outcome_of(seed: int, limit: float, pictures: Path | None, failures: Path | None) -> Outcome:
    room = dense_room(catalogue(), seed)
    scene = run_confined(room.program)
    before = check_scene(scene, provider=catalogue())
    try:
        offered = ""
        for accept in (False, True):
            begun, process = time.perf_counter(), time.process_time()
            with time_limit(limit):
                result = solve_scene(
                    room.program,
                    scene,
                    run_confined,
                    provider=catalogue(),
                    seed=seed,
                    settle=False,
                    best_effort=True,
                    accept=accept,
                )
            seconds, process = time.perf_counter() - begun, time.process_time() - process
            if result.offer is None:
                break
            offered = result.offer.why
    except (ScenewrightError, RanAway) as error:
        return Outcome(room.name, room.bodies, room.slips, problem=f"{type(error).__name__}: {error}")
    after_scene = run_confined(result.source)
    begun = time.perf_counter()
    after = check_scene(after_scene, provider=catalogue())
    settle = after.seconds.get("settle", time.perf_counter() - begun)
    changes = changes_between(scene, after_scene, result.problem.bodies)
    relations = after.certificate.relations
    outcome = Outcome(
        room.name,
        room.bodies,
        room.slips,
        (len(before.certificate.violations), len(after.certificate.violations)),
        (_collisions(before), _collisions(after)),
        (_stable(before), _stable(after)),
        (sum(r.satisfied for r in relations), len(relations)),
        len(changes.moved),
        len(changes.closed),
        changes.largest,
        tuple(sorted({*changes.bent, *changes.entities})),
        offered,
        round(seconds, 2),
        round(process, 2),
        round(settle, 2),
        (
            *(f"{v.kind}: {v.message}" for v in after.certificate.violations),
            *(f"restless: {p}" for p in after.restless),
        ),
        tuple(disagreements(changes, result.moves)),
    )
    if pictures is not None:
        captions = [f"{room.name} with its slips: {before.summary()}", f"laid out: {after.summary()}"]
        draw_side_by_side(
            list(zip(captions, (scene, after_scene), strict=True)), pictures / f"{room.name}.png", catalogue()
        )
    if failures is not None and outcome.wrong:
        failures.mkdir(parents=True, exist_ok=True)
        told = "".join(f"# {line}\n" for line in outcome.wrong)
        (failures / f"{room.name}.py").write_text(f"{told}{room.program}", encoding="utf-8")
    return outcome


def _collisions(report: LayoutReport) -> int:
    return len(report.certificate.of_kind(ViolationKind.COLLISION))


def _stable(report: LayoutReport) -> tuple[int, int]:
    settle = report.certificate.settle
    if settle is None:
        return 0, 0
    still = (settle.shift <= MOST_SHIFT_M) & (settle.tilt <= MOST_TILT_DEG)
    return int((still & settle.free).sum()), int(settle.free.sum())


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    done = [o for o in outcomes if not o.problem]
    (still_before, free_before), (still, free) = (
        [sum(o.stable[when][k] for o in done) for k in (0, 1)] for when in (0, 1)
    )
    seconds = [o.seconds for o in done] or [0.0]
    return {
        "rooms": len(outcomes),
        "bodies": sum(o.bodies for o in outcomes),
        "bodies_least": min((o.bodies for o in outcomes), default=0),
        "slips": sum(len(o.slips) for o in outcomes),
        "violations_before": sum(o.violations[0] for o in done),
        "violations": sum(o.violations[1] for o in done),
        "collisions_before": sum(o.collisions[0] for o in done),
        "collisions": sum(o.collisions[1] for o in done) + (len(outcomes) - len(done)),
        "rooms_certified": sum(o.violations[1] == 0 for o in done),
        "stable_share_before": round(still_before / max(free_before, 1), 4),
        "stable_share": round(still / max(free, 1), 4),
        "relations": [sum(o.relations[k] for o in done) for k in (0, 1)],
        "moved": sum(o.moved for o in done),
        "closed": sum(o.closed for o in done),
        "largest_move_m": round(max((o.largest for o in done), default=0.0), 3),
        "changed_inside": [f"{o.name}: {b}" for o in done for b in o.bent][:10],
        "offered": sum(bool(o.offered) for o in done),
        "misreported": [f"{o.name}: {m}" for o in done for m in o.misreported][:10],
        "seconds_median": round(float(np.median(seconds)), 2),
        "seconds_worst": max(seconds),
        "settle_seconds_median": round(float(np.median([o.settle for o in done] or [0.0])), 2),
        "problems": [f"{o.name}: {o.problem}" for o in outcomes if o.problem],
        "wrong": [f"{o.name}: {'; '.join(o.wrong[:4])}" for o in done if o.wrong],
        "rooms_": [asdict(o) for o in outcomes],
    }


def _line(o: Outcome) -> str:
    if o.problem:
        return f"{o.name}: {o.problem}"
    return (
        f"{o.name}: {o.bodies} bodies, {len(o.slips)} slips, violations {o.violations[0]} -> {o.violations[1]}, stable {o.stable[0][0]} -> "
        f"{o.stable[1][0]} of {o.stable[1][1]}, moved {o.moved}, closed {o.closed}, largest {100 * o.largest:.1f} cm"
        f"{', offered' if o.offered else ''}, {o.seconds} s"
    )


if __name__ == "__main__":
    raise SystemExit(main())

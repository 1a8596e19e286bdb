"""Perturbed rooms: certified rooms, each damaged in a known way, and what the layout makes of them.

    SCENEWRIGHT_REPLIES=... python -m tests.benchmarks.bench_layout_repair [--rooms N] [--folder DIR] [--pool DIR] [--failures DIR]

Rooms are those of the embedded writer, laid out, of replies of models, and of these varied. One body is pushed 1 to 30 cm into
another that is near, lifted by 2 to 30 cm, pushed 1 to 30 cm out through a wall that is near, or turned by 5 to 90 degrees; two
trade places; five are displaced at once. The damage is written into the text, and counts only where the certifier objects. The layout may take any repair (it is noted which it would only offer by
default), and what it wrote is evaluated anew and judged by the certifier. Distances are between the damaged bodies' places in the
repaired room and in the room before the damage.

Beside it, on the first of the same rooms, in the same run: Adam on penalties and CP-SAT, begun from the damaged poses.

Ends with 1 where a target of the issue is missed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.layout import Problem, solve_scene
from scenewright.scene.layout.program import write_poses
from scenewright.scene.model import FloatArray, Scene
from tests.benchmarks.baseline_repair import REPAIRS
from tests.benchmarks.certified_pool import CertifiedRoom, certificate_of, certified_rooms, problem_in
from tests.benchmarks.figures import give
from tests.benchmarks.layout_damage import KINDS, Damaged, damaged
from tests.benchmarks.layout_fidelity import changes_between, disagreements
from tests.benchmarks.layout_replies import catalogue, reply_files, run_confined, scene_options
from tests.benchmarks.time_limit import RanAway, time_limit

MEDIAN_M, UNMOVED = 0.02, 0.98


@dataclass(frozen=True)
class Repaired:
    """One way to repair one damaged room. `apart`: metres from each damaged body's place before the damage. `unmoved`: how many
    of the `others` stay. `total`: metres that all bodies move. `relations`: how many of them hold."""

    valid: bool
    apart: tuple[float, ...]
    others: int
    unmoved: int
    total: float
    seconds: float
    process: float
    relations: int
    violations: tuple[str, ...] = ()
    bent: tuple[str, ...] = ()
    misreported: tuple[str, ...] = ()


@dataclass
class Case:
    """One damaged room. `baselines`: by name. `problem`: what went wrong."""

    room: str
    origin: str
    kind: str
    bodies: int
    chosen: tuple[str, ...]
    damage: float
    violations: int
    relations: tuple[int, int]
    offered: str = ""
    repaired: Repaired | None = None
    baselines: dict[str, Repaired] = field(default_factory=dict)
    problem: str = ""
    conflicts: tuple[str, ...] = ()


def main() -> int:
    parser = scene_options(__doc__, what="rooms")
    parser.add_argument("--rooms", type=int, default=300, metavar="N")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument(
        "--pool", type=Path, metavar="DIR", help="the certified rooms are kept there, and read from there"
    )
    parser.add_argument("--baselines", type=int, default=60, metavar="N", help="rooms for the baselines")
    parser.add_argument("--failures", type=Path, metavar="DIR", help="damaged texts that are not repaired go there")
    given = parser.parse_args()
    console = Console(stderr=True, width=170)
    begun = time.perf_counter()
    rooms = certified_rooms(given.rooms, reply_files(given.folder), seed=given.seed, folder=given.pool)
    origins = {o: sum(r.origin == o for r in rooms) for o in ("writer", "reply", "varied")}
    console.print(f"{len(rooms)} certified rooms in {time.perf_counter() - begun:.0f} s: {origins}", highlight=False)
    work = partial(
        case_of,
        kinds=given.kinds,
        seed=given.seed,
        limit=given.limit,
        baselines=given.baselines,
        failures=given.failures,
    )
    if given.jobs > 1:
        with ProcessPoolExecutor(given.jobs) as pool:
            cases = list(pool.map(work, range(len(rooms)), [(r.name, r.origin, r.source) for r in rooms]))
    else:
        cases = []
        for number, room in enumerate(rooms):
            cases.append(work(number, (room.name, room.origin, room.source)))
            console.print(f"{room.name}: {_line(cases[-1])}", highlight=False)
    figures = summary(cases, given.kinds)
    figures["origins"] = origins
    console.print(_table(figures))
    for name, target in figures["targets"].items():
        console.print(f"{'met' if target['met'] else 'MISSED'}: {name}: {target['is']}", highlight=False)
    give(figures, given.json)
    return 0 if all(t["met"] for t in figures["targets"].values()) else 1


def case_of(
    number: int,
    room: tuple[str, str, str],
    kinds: Sequence[str],
    seed: int,
    limit: float,
    baselines: int,
    failures: Path | None,
) -> Case:
    """The room of a number: damaged in the kind that is its turn, or another that is possible in it."""
    name, origin, source = room
    made = CertifiedRoom(name, origin, source, run_confined(source))
    problem = problem_in(made.scene)
    first = kinds[number % len(kinds)]
    others = [k for k in np.random.default_rng([seed, number]).permutation(list(kinds)).tolist() if k != first]
    for turn, kind in enumerate([first, *others]):
        rng = np.random.default_rng([seed, number, turn])
        found = damaged(kind, source, made.scene, problem, rng, run_confined, lambda s: certificate_of(s).violations)
        if found is not None:
            break
    else:
        return Case(name, origin, "none", len(problem.bodies), (), 0.0, 0, (0, 0), problem="no damage was possible")
    before = certificate_of(made.scene).relations
    met = (sum(r.satisfied for r in before), len(before))
    case = Case(name, origin, kind, len(problem.bodies), found.chosen, sum(found.metres), found.violations, met)
    try:
        with time_limit(limit):
            _repair(case, made, found, problem, seed)
    except (ScenewrightError, RanAway) as error:
        case.problem = f"{type(error).__name__}: {error}"
    if number < baselines:
        for called, repair in REPAIRS.items():
            case.baselines[called] = _by_baseline(repair, made, found, problem)
    if failures is not None and (case.repaired is None or not case.repaired.valid):
        failures.mkdir(parents=True, exist_ok=True)
        wrong = case.problem or "; ".join(case.repaired.violations if case.repaired else ())
        told = f"# {kind}: {', '.join(found.chosen)}\n# {wrong}".replace("\n", " ").replace(" #", "\n#")
        (failures / f"{name}_{kind.replace(' ', '_')}.py").write_text(f"{told}\n{found.source}", encoding="utf-8")
    return case


def _repair(case: Case, room: CertifiedRoom, found: Damaged, problem: Problem, seed: int) -> None:
    """By the layout."""
    for accept in (False, True):
        begun, process = time.perf_counter(), time.process_time()
        result = solve_scene(
            found.source,
            found.scene,
            run_confined,
            provider=catalogue(),
            seed=seed,
            settle=False,
            best_effort=True,
            accept=accept,
        )
        seconds = time.perf_counter() - begun, time.process_time() - process
        if result.offer is None:
            break
        case.offered = result.offer.why
    case.conflicts = tuple(c.says for c in result.conflicts)
    after = run_confined(result.source)
    wrong = disagreements(changes_between(found.scene, after, result.problem.bodies), result.moves)
    case.repaired = _judged(room.scene, found, problem, after, seconds, tuple(wrong))


def _by_baseline(
    repair: Callable[[Problem], FloatArray | None], room: CertifiedRoom, found: Damaged, problem: Problem
) -> Repaired:
    """By other means: the same text, written by the same editor, judged by the same certifier."""
    damaged_problem = problem_in(found.scene)
    begun, process = time.perf_counter(), time.process_time()
    poses = repair(damaged_problem)
    after = found.scene
    if poses is not None:
        try:
            after = write_poses(found.source, found.scene, damaged_problem.bodies, poses, run_confined).scene
        except ScenewrightError:
            poses = None
    seconds = time.perf_counter() - begun, time.process_time() - process
    return _judged(room.scene, found, problem, after, seconds, ())


def _judged(
    room: Scene,
    found: Damaged,
    problem: Problem,
    after: Scene,
    seconds: tuple[float, float],
    misreported: tuple[str, ...],
) -> Repaired:
    certificate = certificate_of(after)
    home = {s.path: s for s in changes_between(room, after, problem.bodies).shifts}
    moved = changes_between(found.scene, after, problem.bodies)
    seen = {s.path for s in moved.moved}
    others = [p for p in problem.bodies.path if p not in found.bodies]
    return Repaired(
        valid=certificate.certified,
        apart=tuple(home[p].distance_m if p in home else 0.0 for p in found.bodies),
        others=len(others),
        unmoved=sum(p not in seen for p in others),
        total=sum(s.distance_m for s in moved.shifts),
        seconds=seconds[0],
        process=seconds[1],
        relations=sum(r.satisfied for r in certificate.relations),
        violations=tuple(f"{v.kind}: {v.message}" for v in certificate.violations),
        bent=tuple(sorted({*moved.bent, *moved.entities})),
        misreported=misreported,
    )


# -- all of them --------------------------------------------------------------------------------------------------------


def summary(cases: Sequence[Case], kinds: Sequence[str]) -> dict[str, Any]:
    """By kind and in all, held against the targets."""
    made = [c for c in cases if c.kind != "none"]
    whole = _figures(made)
    compared = [c for c in made if c.baselines]
    figures: dict[str, Any] = {
        "rooms": len(made),
        "no_damage_possible": len(cases) - len(made),
        "all": whole,
        "by_kind": {kind: _figures([c for c in made if c.kind == kind]) for kind in kinds},
        "by_origin": {o: _figures([c for c in made if c.origin == o]) for o in sorted({c.origin for c in made})},
        "baselines": _compared(compared),
        "wrong": [_told(c) for c in made if c.repaired is None or not c.repaired.valid],
        "misreported": [f"{c.room}: {m}" for c in made if c.repaired for m in c.repaired.misreported][:20],
    }
    bent = [f"{c.room}: {b}" for c in made if c.repaired for b in c.repaired.bent]
    figures["targets"] = {
        "valid": {"is": whole["valid"], "wanted": 1.0, "met": whole["valid"] == 1.0},
        "damaged bodies, median to where they stood, m": {
            "is": whole["apart_median_m"],
            "wanted": MEDIAN_M,
            "met": whole["apart_median_m"] <= MEDIAN_M,
        },
        "undamaged bodies unmoved": {"is": whole["unmoved"], "wanted": UNMOVED, "met": whole["unmoved"] >= UNMOVED},
        "assemblies changed inside": {"is": bent[:10], "wanted": [], "met": not bent},
    }
    figures["cases"] = [asdict(c) for c in cases]
    return figures


def _figures(cases: Sequence[Case]) -> dict[str, Any]:
    done = [c.repaired for c in cases if c.repaired is not None]
    apart = [d for r in done for d in r.apart] or [0.0]
    seconds, process = [r.seconds for r in done] or [0.0], [r.process for r in done] or [0.0]
    return {
        "rooms": len(cases),
        "valid": round(sum(r.valid for r in done) / max(len(cases), 1), 4),
        "offered": round(sum(bool(c.offered) for c in cases) / max(len(cases), 1), 4),
        "apart_median_m": round(float(np.median(apart)), 4),
        "apart_p90_m": round(float(np.quantile(apart, 0.9)), 4),
        "unmoved": round(sum(r.unmoved for r in done) / max(sum(r.others for r in done), 1), 4),
        "damage_m": round(float(np.mean([c.damage for c in cases] or [0.0])), 3),
        "total_displacement_m": round(float(np.mean([r.total for r in done] or [0.0])), 3),
        "relations": round(sum(r.relations for r in done) / max(sum(c.relations[1] for c in cases), 1), 4),
        "relations_undamaged": round(
            sum(c.relations[0] for c in cases) / max(sum(c.relations[1] for c in cases), 1), 4
        ),
        "seconds_median": round(float(np.median(seconds)), 2),
        "seconds_worst": round(max(seconds), 2),
        "process_seconds_median": round(float(np.median(process)), 2),
        "process_seconds_worst": round(max(process), 2),
    }


def _compared(cases: Sequence[Case]) -> dict[str, Any]:
    """The layout and the baselines on the same rooms; seconds as multiples of the layout's, too."""
    figures: dict[str, Any] = {"rooms": len(cases)}
    if not cases:
        return figures
    ways = {"layout": [c.repaired for c in cases]}
    ways |= {name: [c.baselines.get(name) for c in cases] for name in REPAIRS}
    ours = float(np.mean([r.process for r in ways["layout"] if r] or [0.0]))
    for name, repaired in ways.items():
        done = [r for r in repaired if r is not None]
        apart = [d for r in done for d in r.apart] or [0.0]
        process = float(np.mean([r.process for r in done] or [0.0]))
        figures[name] = {
            "valid": round(sum(r.valid for r in done) / max(len(cases), 1), 4),
            "total_displacement_m": round(float(np.mean([r.total for r in done] or [0.0])), 3),
            "apart_median_m": round(float(np.median(apart)), 4),
            "unmoved": round(sum(r.unmoved for r in done) / max(sum(r.others for r in done), 1), 4),
            "relations": round(sum(r.relations for r in done) / max(sum(c.relations[1] for c in cases), 1), 4),
            "process_seconds": round(process, 2),
            "times_those_of_the_layout": round(process / ours, 2) if ours else None,
        }
    return figures


def _told(case: Case) -> str:
    wrong = case.problem or "; ".join((*case.conflicts, *(case.repaired.violations if case.repaired else ()))[:3])
    return f"{case.room}, {case.kind} {', '.join(case.chosen)}: {wrong}"


def _line(case: Case) -> str:
    r = case.repaired
    if r is None:
        return f"{case.kind}: {case.problem}"
    told = f"{case.kind} {', '.join(case.chosen)}: {'valid' if r.valid else 'NOT VALID'}"
    return (
        f"{told}{', offered' if case.offered else ''}, {100 * max(r.apart):.1f} cm from home, {r.others - r.unmoved} others moved, "
        f"total {r.total:.2f} m of {case.damage:.2f} m, {r.process:.1f} s of the processor"
    )


def _table(figures: dict[str, Any]) -> Table:
    heads = (
        "rooms",
        "valid",
        "offered",
        "apart_median_m",
        "apart_p90_m",
        "unmoved",
        "damage_m",
        "total_displacement_m",
    )
    heads = (*heads, "relations", "process_seconds_median", "process_seconds_worst")
    shown = Table(title="damaged rooms, repaired")
    shown.add_column("damage")
    for head in heads:
        shown.add_column(head.replace("process_seconds", "cpu s").replace("_", " "), justify="right")
    for name, row in (*figures["by_kind"].items(), ("all", figures["all"])):
        shown.add_row(name, *(str(row[h]) for h in heads))
    for name, row in figures["baselines"].items():
        if isinstance(row, dict):
            shown.add_row(
                f"  {name}, first rooms",
                *(
                    str(row.get(h, row.get("process_seconds", "") if h == "process_seconds_median" else ""))
                    for h in heads
                ),
            )
    return shown


if __name__ == "__main__":
    raise SystemExit(main())

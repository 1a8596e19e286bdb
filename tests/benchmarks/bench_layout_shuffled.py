"""Rooms in chaos, rooms of which things are missing, and both, in the manner of SceneReVis: what the layout restores.

    SCENEWRIGHT_REPLIES=... python -m tests.benchmarks.bench_layout_shuffled [--rooms N] [--folder DIR] [--pool DIR]

Certified rooms as in bench_layout_repair. Chaotic: what stands on the floor stands anywhere in the room, turned anyhow, with what it
carries or without; some of what hangs has left its wall. Missing: things are left out, up to a third, and relations that name them
dangle; what stood on them hangs in the air. Each room is laid out as if its poses were wishes (`kept`; any repair is taken, and it
is noted whether it would only be offered), and as if they were first guesses (`anew`).

Restored is a room in which the certifier finds nothing wrong. Relations count among those that name what is there; of those that
do not, each is to be reported.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.layout import Problem, Support, solve_scene
from scenewright.scene.layout.program import write_poses
from scenewright.scene.model import FloatArray, Scene
from tests.benchmarks.certified_pool import CertifiedRoom, certificate_of, certified_rooms, problem_in
from tests.benchmarks.figures import give
from tests.benchmarks.layout_damage import loads_of
from tests.benchmarks.layout_fidelity import changes_between
from tests.benchmarks.layout_replies import catalogue, reply_files, run_confined, scene_options
from tests.benchmarks.time_limit import RanAway, time_limit

KINDS = ("chaotic", "missing", "both")
MISSING = 1 / 3
LEFT_BEHIND, OFF_THE_WALL = 0.5, 0.3
"""Chances that what stands on a thing does not go along with it, and that what hangs leaves its wall."""

ANEW_SECONDS = 10.0


@dataclass(frozen=True)
class Restored:
    """What came of one way to lay a room out."""

    valid: bool
    violations: int
    relations: tuple[int, int]
    reported: int
    moved: int
    total: float
    seconds: float
    wrong: tuple[str, ...] = ()


@dataclass
class Case:
    """`dangling`: relations that name what is not there."""

    room: str
    kind: str
    bodies: int
    violations: int
    relations: tuple[int, int]
    relations_before: tuple[int, int]
    dangling: int
    offered: str = ""
    ways: dict[str, Restored] = field(default_factory=dict)
    problem: str = ""


def main() -> int:
    parser = scene_options(__doc__, what="rooms")
    parser.add_argument("--rooms", type=int, default=60, metavar="N")
    parser.add_argument(
        "--pool", type=Path, metavar="DIR", help="the certified rooms are kept there, and read from there"
    )
    given = parser.parse_args()
    rooms = certified_rooms(given.rooms, reply_files(given.folder), seed=given.seed, folder=given.pool)
    console = Console(stderr=True, width=150)
    work = partial(case_of, seed=given.seed, limit=given.limit)
    texts = [(r.name, r.origin, r.source) for r in rooms]
    if given.jobs > 1:
        with ProcessPoolExecutor(given.jobs) as pool:
            cases = list(pool.map(work, range(len(texts)), texts))
    else:
        cases = []
        for number, text in enumerate(texts):
            cases.append(work(number, text))
            console.print(f"{text[0]}: {_line(cases[-1])}", highlight=False)
    figures = summary(cases)
    console.print(_table(figures))
    give(figures, given.json)
    return 0


def case_of(number: int, text: tuple[str, str, str], seed: int, limit: float) -> Case:
    name, origin, source = text
    room = CertifiedRoom(name, origin, source, run_confined(source))
    kind = KINDS[number % len(KINDS)]
    rng = np.random.default_rng([seed, number])
    written, scene = source, room.scene
    try:
        if kind != "missing":
            problem = problem_in(scene)
            made = write_poses(source, scene, problem.bodies, chaos(problem, rng), run_confined)
            written, scene = made.source, made.scene
        if kind != "chaotic":
            written = without(written, problem_in(scene), rng)
            scene = run_confined(written)
    except ScenewrightError as error:
        return Case(name, kind, 0, 0, (0, 0), (0, 0), 0, problem=f"cannot be shuffled: {error}")
    problem, certificate = problem_in(scene), certificate_of(scene)
    case = Case(
        name,
        kind,
        len(problem.bodies),
        len(certificate.violations),
        _met(scene),
        _met(room.scene),
        sum(any(not some for some in r.paths.values()) for r in scene.relations),
    )
    try:
        with time_limit(limit):
            case.offered, case.ways["kept"] = _kept(written, scene, problem, seed)
        with time_limit(limit):
            case.ways["anew"] = _laid(written, scene, problem, seed, written=False)[1]
    except (ScenewrightError, RanAway) as error:
        case.problem = f"{type(error).__name__}: {error}"
    return case


def chaos(problem: Problem, rng: np.random.Generator) -> FloatArray:
    """(N, 4) poses: what stands on the floor anywhere in the room."""
    bodies, room = problem.bodies, problem.room
    poses = bodies.initial.copy()
    limit = 0.5 * np.array([room.width, room.depth])

    def anywhere(body: int) -> FloatArray:
        reach = np.minimum(np.full(2, float(np.hypot(*bodies.half[body]))), limit)
        return rng.uniform(-(limit - reach), limit - reach).round(3)

    for body in range(len(bodies)):
        loose = rng.random()
        turn, place = float(rng.uniform(0.0, 2.0 * np.pi)), anywhere(body)
        if bodies.fixed[body]:
            continue
        if bodies.support[body] in (Support.WALL, Support.CEILING):
            if bodies.support[body] is Support.WALL and loose < OFF_THE_WALL:
                poses[body, [0, 2]] = place
            continue
        if problem.parent[body] >= 0:
            continue
        middle = poses[body, [0, 2]].copy()
        c, s = np.cos(turn), np.sin(turn)
        for load in loads_of(problem, body):
            if load != body and rng.random() < LEFT_BEHIND:
                continue
            x, z = poses[load, [0, 2]] - middle
            poses[load, [0, 2]] = place + (c * x + s * z, -s * x + c * z)
            poses[load, 3] += turn
    return poses


def without(source: str, problem: Problem, rng: np.random.Generator) -> str:
    """The text without up to a third of its bodies; relations that name them are left as they are."""
    bodies = problem.bodies
    free = [b for b in range(len(bodies)) if not bodies.fixed[b]]
    count = max(1, int(rng.integers(1, max(2, round(MISSING * len(free))) + 1)))
    chosen = rng.permutation(free)[:count].tolist()
    lines = [f"adjust({bodies.path[b].split('/', 1)[-1]!r}, remove=True)" for b in sorted(chosen)]
    return "\n".join([source.rstrip("\n"), "", *lines, ""])


def _kept(source: str, scene: Scene, problem: Problem, seed: int) -> tuple[str, Restored]:
    """Laid out with its poses as wishes; why that would only be offered by default."""
    offered, restored = _laid(source, scene, problem, seed, written=True)
    if offered:
        restored = _laid(source, scene, problem, seed, written=True, accept=True)[1]
    return offered, restored


def _laid(
    source: str, scene: Scene, problem: Problem, seed: int, *, written: bool, accept: bool = False
) -> tuple[str, Restored]:
    begun = time.perf_counter()
    result = solve_scene(
        source,
        scene,
        run_confined,
        provider=catalogue(),
        seed=seed,
        effort=1000.0 * ANEW_SECONDS,
        settle=False,
        best_effort=True,
        written=written,
        accept=accept or not written,
    )
    seconds = time.perf_counter() - begun
    after = run_confined(result.source)
    certificate = certificate_of(after)
    changes = changes_between(scene, after, problem.bodies)
    return "" if result.offer is None else result.offer.why, Restored(
        certificate.certified,
        len(certificate.violations),
        _met(after),
        len(result.problem.unread),
        len(changes.moved),
        sum(s.distance_m for s in changes.shifts),
        seconds,
        tuple(v.message for v in certificate.violations[:3]),
    )


def _met(scene: Scene) -> tuple[int, int]:
    """Relations that hold, of those that can be read."""
    read = [r for r in certificate_of(scene).relations if r.residual is not None]
    return sum(r.satisfied for r in read), len(read)


# -- all of them --------------------------------------------------------------------------------------------------------


def summary(cases: Sequence[Case]) -> dict[str, Any]:
    """By kind, and by way."""
    made = [c for c in cases if c.ways]
    return {
        "rooms": len(made),
        "by_kind": {kind: _figures([c for c in made if c.kind == kind]) for kind in KINDS},
        "all": _figures(made),
        "problems": [f"{c.room}, {c.kind}: {c.problem}" for c in cases if c.problem],
        "not_restored": [
            f"{c.room}, {c.kind}, {way}: {'; '.join(r.wrong)}" for c in made for way, r in c.ways.items() if not r.valid
        ],
        "cases": [asdict(c) for c in cases],
    }


def _figures(cases: Sequence[Case]) -> dict[str, Any]:
    count = max(len(cases), 1)
    figures: dict[str, Any] = {
        "rooms": len(cases),
        "violations": sum(c.violations for c in cases),
        "valid": round(sum(c.violations == 0 for c in cases) / count, 4),
        "relations": _share([c.relations for c in cases]),
        "relations_before": _share([c.relations_before for c in cases]),
        "dangling": sum(c.dangling for c in cases),
        "offered": round(sum(bool(c.offered) for c in cases) / count, 4),
    }
    for way in ("kept", "anew"):
        done = [c.ways[way] for c in cases if way in c.ways]
        figures[way] = {
            "valid": round(sum(r.valid for r in done) / count, 4),
            "violations": sum(r.violations for r in done),
            "relations": _share([r.relations for r in done]),
            "dangling_reported": sum(r.reported for r in done),
            "moved": round(sum(r.moved for r in done) / max(sum(c.bodies for c in cases), 1), 4),
            "total_displacement_m": round(float(np.mean([r.total for r in done] or [0.0])), 2),
            "seconds_median": round(float(np.median([r.seconds for r in done] or [0.0])), 2),
            "seconds_worst": round(max((r.seconds for r in done), default=0.0), 2),
        }
    return figures


def _share(counts: Sequence[tuple[int, int]]) -> float:
    return round(sum(a for a, _ in counts) / max(sum(b for _, b in counts), 1), 4)


def _line(case: Case) -> str:
    told = [
        f"{way}: {r.violations} violations, relations {r.relations[0]} of {r.relations[1]}, {r.moved} moved, {r.seconds:.1f} s"
        for way, r in case.ways.items()
    ]
    start = f"{case.kind}, {case.bodies} bodies, {case.violations} violations, relations {case.relations[0]} of {case.relations[1]}"
    return "; ".join([start, *told, *([case.problem] if case.problem else [])])


def _table(figures: dict[str, Any]) -> Table:
    shown = Table(title="rooms restored")
    heads = ("kind", "way", "rooms", "valid", "violations", "relations", "moved", "metres", "dangling", "offered", "s")
    for head in heads:
        shown.add_column(head, justify="left" if head in heads[:2] else "right")
    for kind, f in (*figures["by_kind"].items(), ("all", figures["all"])):
        start = ["before", str(f["rooms"]), str(f["valid"]), str(f["violations"]), str(f["relations"])]
        shown.add_row(kind, *start, "", "", str(f["dangling"]))
        for way in ("kept", "anew"):
            r = f[way]
            row = [str(r[k]) for k in ("valid", "violations", "relations", "moved", "total_displacement_m")]
            offered = str(f["offered"]) if way == "kept" else ""
            last = [str(r["dangling_reported"]), offered, str(r["seconds_median"])]
            shown.add_row("", way, "", *row, *last, end_section=way == "anew")
    return shown


if __name__ == "__main__":
    raise SystemExit(main())

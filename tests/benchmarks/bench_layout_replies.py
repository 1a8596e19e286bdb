"""What the layout makes of replies of models: what it moves, what is right afterwards, and whether it says the truth.

    SCENEWRIGHT_REPLIES=... python -m tests.benchmarks.bench_layout_replies [--folder DIR] [--only NAME] [--pictures DIR] [--old CHECKOUT]

Each reply is evaluated in the confined child and laid out as a model's scene is: its poses are wishes, and what changes much is
offered, not taken. Both scenes are judged by the same certifier and let fall in MuJoCo. What moved is read from the two scenes,
and held against what is reported: of all geometry of all bodies, nothing may move within a body.

`moved` counts bodies that went further than a centimetre or turned by more than a degree, `closed` the rest. `+` after a figure:
an offer that was not taken. With --old the layout of another checkout runs as well, on the same texts, judged by the same code.

Ends with 1 where a target of the issue is missed; the list says by which scenes.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.layout import LayoutReport, ViolationKind, check_scene, solve_scene
from scenewright.scene.layout.certificate import Violation
from scenewright.scene.layout.changes import BIG_MOVE_M
from scenewright.scene.layout.report import MOST_SHIFT_M, MOST_TILT_DEG
from scenewright.scene.model import Scene
from tests.benchmarks.figures import give
from tests.benchmarks.layout_fidelity import Changes, changes_between, disagreements
from tests.benchmarks.layout_pictures import draw_side_by_side
from tests.benchmarks.layout_replies import Program, catalogue, programs, reply_files, run_confined, scene_options
from tests.benchmarks.time_limit import RanAway, time_limit

MOST_MOVED, LEAST_CERTIFIED, LEAST_STABLE = 0.10, 0.95, 0.98
WORKER = Path(__file__).with_name("old_layout.py")
NAMED = 12
"""Moved bodies that a caption names."""


@dataclass(frozen=True)
class Judged:
    """What the certifier and gravity say of a scene. `problem`: why it cannot be judged."""

    scene: Scene
    report: LayoutReport | None
    problem: str = ""

    @property
    def violations(self) -> tuple[Violation, ...]:
        return () if self.report is None else self.report.certificate.violations

    @property
    def certified(self) -> bool:
        return self.report is not None and self.report.certificate.certified

    @property
    def stable(self) -> tuple[int, int]:
        """Bodies that stay where they are under gravity, of those that could move."""
        settle = None if self.report is None else self.report.certificate.settle
        if settle is None:
            return 0, 0
        still = (settle.shift <= MOST_SHIFT_M) & (settle.tilt <= MOST_TILT_DEG)
        return int((still & settle.free).sum()), int(settle.free.sum())


@dataclass
class Outcome:
    """Everything about one reply, as JSON has it."""

    name: str
    problem: str = ""
    figures: dict[str, Any] = field(default_factory=dict)


def main() -> int:
    parser = scene_options(__doc__, what="replies")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="those whose names begin so")
    parser.add_argument("--every", type=int, default=1, help="each N-th reply only")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="draw each before and after, side by side")
    parser.add_argument("--old", type=Path, metavar="CHECKOUT", help="lay out by that checkout, too")
    given = parser.parse_args()
    files = reply_files(given.folder, given.only)[:: given.every]
    if not files:
        raise SystemExit("there are no replies: set SCENEWRIGHT_REPLIES to their folder, or give --folder")
    work = partial(outcome_of, limit=given.limit, seed=given.seed, pictures=given.pictures, old=given.old)
    console = Console(stderr=True, width=190)
    outcomes = []
    if given.jobs > 1:
        with ProcessPoolExecutor(given.jobs) as pool:
            outcomes = list(pool.map(work, files))
    else:
        for file in files:
            outcomes.append(work(file))
            console.print(f"{file.stem}: {outcomes[-1].problem or _line(outcomes[-1].figures)}", highlight=False)
    figures = summary(outcomes)
    console.print(_table(outcomes, "after"))
    if given.old is not None:
        console.print(_table(outcomes, "old"))
    for name, target in figures["targets"].items():
        console.print(f"{'met' if target['met'] else 'MISSED'}: {name}: {target['is']}", highlight=False)
    give(figures, given.json)
    return 0 if all(t["met"] for t in figures["targets"].values()) else 1


def outcome_of(file: Path, limit: float, seed: int, pictures: Path | None, old: Path | None) -> Outcome:
    """One reply: judged as written, laid out, judged again."""
    (program,) = programs([file])
    if program.scene is None:
        return Outcome(program.name, f"does not evaluate: {program.problem}")
    before = judged(program.scene)
    begun, process = time.perf_counter(), time.process_time()
    try:
        with time_limit(limit):
            result = solve_scene(
                program.source,
                program.scene,
                run_confined,
                provider=catalogue(),
                seed=seed,
                settle=False,
                best_effort=True,
            )
    except (ScenewrightError, RanAway) as error:
        return Outcome(program.name, f"refused: {type(error).__name__}: {error}")
    seconds, process = time.perf_counter() - begun, time.process_time() - process
    bodies = result.problem.bodies
    # what is judged is the text: nothing else is handed on
    after = judged(run_confined(result.source))
    changes = changes_between(program.scene, after.scene, bodies)
    figures = {
        "bodies": len(bodies),
        "seconds": round(seconds, 2),
        "process_seconds": round(process, 2),
        "how": result.how,
        "unread": [f"relation {k + 1}: {why}" for k, why in sorted(result.problem.unread.items())],
        "joined": [j.why for j in result.problem.joined],
        "conflicts": [c.says for c in result.conflicts],
        "before": _of(before),
        "after": {**_of(after), **_changed(changes, before)},
        "misreported": disagreements(changes, result.moves),
        "byte_for_byte": result.source == program.source,
    }
    panels = [(f"{program.name} as written: {_wrong(before)}", program.scene)]
    panels.append((f"after: {_wrong(after)}\n{_moves(changes)}", after.scene))
    if result.offer is not None:
        offered = judged(run_confined(result.offer.source))
        would = changes_between(program.scene, offered.scene, bodies)
        figures["offer"] = {
            **_of(offered),
            **_changed(would, before),
            "why": result.offer.why,
            "remaining": list(result.offer.remaining),
            "misreported": disagreements(would, result.offer.moves),
        }
        panels.append((f"offered, {result.offer.why}: {_wrong(offered)}\n{_moves(would)}", offered.scene))
    if old is not None:
        figures["old"] = _by_old(old, program, before, panels, bodies)
    if pictures is not None:
        draw_side_by_side(panels, pictures / f"{program.name}.png", catalogue())
    return Outcome(program.name, "", figures)


def judged(scene: Scene, settle: bool = True) -> Judged:
    """A scene by the certifier of this checkout."""
    try:
        return Judged(scene, check_scene(scene, provider=catalogue(), settle=settle))
    except ScenewrightError as error:
        return Judged(scene, None, str(error))


def _by_old(
    old: Path, program: Program, before: Judged, panels: list[tuple[str, Scene]], bodies: Any
) -> dict[str, Any]:
    """What the layout of another checkout makes of the same text."""
    folder = old.resolve()
    done = subprocess.run(
        [sys.executable, str(WORKER)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        input=program.source,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return {"problem": done.stderr.strip()[-300:]}
    told = json.loads(done.stdout)
    try:
        after = judged(run_confined(told["source"]))
    except ScenewrightError as error:
        return {"problem": str(error)}
    changes = changes_between(before.scene, after.scene, bodies)
    panels.append((f"old layout: {_wrong(after)} {told['problem']}\n{_moves(changes)}", after.scene))
    return {**_of(after), **_changed(changes, before), "seconds": round(told["seconds"], 2), "problem": told["problem"]}


def _of(judged: Judged) -> dict[str, Any]:
    report = judged.report
    if report is None:
        return {"problem": judged.problem, "certified": False, "violations": [], "stable": [0, 0]}
    relations = report.certificate.relations
    return {
        "certified": judged.certified,
        "violations": [f"{v.kind}: {v.message}" for v in judged.violations],
        "collisions": sum(v.kind == ViolationKind.COLLISION for v in judged.violations),
        "relations": [sum(r.satisfied for r in relations), len(relations)],
        "stable": list(judged.stable),
        "restless": list(report.restless),
    }


def _changed(changes: Changes, before: Judged) -> dict[str, Any]:
    asked = _depths(before.violations)
    far = [s for s in changes.moved if s.distance_m > BIG_MOVE_M]
    return {
        "moved": len(changes.moved),
        "closed": len(changes.closed),
        "median_move_m": round(changes.median, 4),
        "largest_move_m": round(changes.largest, 4),
        "share_moved": round(changes.share, 4),
        "moves": [f"{s.path} {s.distance_m:.3f} m {s.turn_deg:.1f} deg" for s in changes.shifts],
        "bent": sorted({*changes.bent, *changes.entities}),
        "building_moved": list(changes.building),
        "gone": list(changes.gone),
        "far": [f"{s.path} {s.distance_m:.2f} m, wrong by {asked.get(s.path, 0.0):.2f} m" for s in far],
        "far_for_no_reason": [s.path for s in far if asked.get(s.path, 0.0) < BIG_MOVE_M],
    }


def _depths(violations: Sequence[Violation]) -> dict[str, float]:
    """How far each body is into another or out of the room, metres."""
    found: dict[str, float] = {}
    for v in violations:
        if v.kind in (ViolationKind.COLLISION, ViolationKind.BOUNDS):
            for path in v.paths:
                found[path] = max(found.get(path, 0.0), v.figure)
    return found


def _wrong(judged: Judged) -> str:
    if judged.report is None:
        return f"cannot be judged: {judged.problem}"
    return f"{len(judged.violations)} violations" if judged.violations else "certified"


def _moves(changes: Changes) -> str:
    if not changes.shifts:
        return "nothing moved"
    told = [f"{s.path.split('/', 1)[-1]} {100 * s.distance_m:.1f} cm" for s in changes.shifts[:NAMED]]
    more = len(changes.shifts) - len(told)
    bent = f"; CHANGED INSIDE: {', '.join(changes.bent)}" if changes.bent else ""
    return f"moved: {', '.join(told)}{f' and {more} more' if more > 0 else ''}{bent}"


# -- all of them --------------------------------------------------------------------------------------------------------


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The totals, held against the targets, and every scene."""
    evaluated = [o for o in outcomes if not o.problem.startswith("does not evaluate")]
    laid = [o for o in evaluated if not o.problem]
    figures: dict[str, Any] = {
        "replies": len(outcomes),
        "do_not_evaluate": [o.name for o in outcomes if o not in evaluated],
        "refused": [f"{o.name}: {o.problem}" for o in evaluated if o.problem],
    }
    figures["before"] = _totals(laid, "before")
    figures["after"] = _totals(laid, "after")
    offers = [o for o in laid if "offer" in o.figures]
    figures["offered"] = [f"{o.name}: {o.figures['offer']['why']}" for o in offers]
    figures["offers"] = _totals(offers, "offer")
    if any("old" in o.figures for o in laid):
        figures["old"] = _totals([o for o in laid if "moved" in o.figures.get("old", ())], "old")
    figures["seconds_median"] = round(statistics.median([o.figures["seconds"] for o in laid] or [0.0]), 2)
    figures["seconds_worst"] = max((o.figures["seconds"] for o in laid), default=0.0)
    figures["process_seconds_median"] = round(
        statistics.median([o.figures["process_seconds"] for o in laid] or [0.0]), 2
    )
    figures["process_seconds_worst"] = max((o.figures["process_seconds"] for o in laid), default=0.0)
    figures["misreported"] = _few([f"{o.name}: {m}" for o in laid for m in o.figures["misreported"]])
    figures["not_certified"] = [
        f"{o.name}: {'; '.join(o.figures['after']['violations'][:3]) or o.figures['after'].get('problem', '')}"
        for o in laid
        if not o.figures["after"]["certified"]
    ]
    good = [o for o in laid if o.figures["before"]["certified"]]
    figures["good_before"] = len(good)
    figures["good_before_and_byte_for_byte"] = sum(o.figures["byte_for_byte"] for o in good)
    figures["targets"] = targets(evaluated, laid)
    figures["scenes"] = {o.name: o.figures or {"problem": o.problem} for o in outcomes}
    return figures


def targets(evaluated: Sequence[Outcome], laid: Sequence[Outcome]) -> dict[str, Any]:
    """The issue's, each with what it is, what it is to be, and whether that is met."""

    def bent(which: str) -> list[str]:
        return _few([f"{o.name}: {p}" for o in laid for p in o.figures.get(which, {}).get("bent", ())])

    def far(which: str) -> list[str]:
        return _few([f"{o.name}: {p}" for o in laid for p in o.figures.get(which, {}).get("far_for_no_reason", ())])

    shares = [o.figures["after"]["share_moved"] for o in laid] or [0.0]
    certified = sum(o.figures["after"]["certified"] for o in laid)
    share = certified / max(len(evaluated), 1)
    taken = sum(o.figures["after"]["certified"] or o.figures.get("offer", {}).get("certified", False) for o in laid)
    worse = [o.name for o in laid if o.figures["before"]["certified"] and not o.figures["after"]["certified"]]
    still, free = (sum(o.figures["after"]["stable"][k] for o in laid) for k in (0, 1))
    stable = still / max(free, 1)
    return {
        "assemblies changed inside": _target(bent("after") + bent("offer"), [], lambda x: not x),
        "moved over 0.5 m, and less wrong": _target(far("after"), [], lambda x: not x),
        "of them offered": _target(far("offer"), "to be looked at", lambda x: True),
        "share moved in the median scene": _target(
            round(statistics.median(shares), 4), MOST_MOVED, lambda x: x <= MOST_MOVED
        ),
        "share certified, offers left": _target(round(share, 4), "see the next", lambda x: True),
        "share certified where offers are taken": _target(
            round(taken / max(len(evaluated), 1), 4), LEAST_CERTIFIED, lambda x: x >= LEAST_CERTIFIED
        ),
        "good before, not after": _target(worse, [], lambda x: not x),
        "stable in MuJoCo": _target(round(stable, 4), LEAST_STABLE, lambda x: x >= LEAST_STABLE),
        "moves reported wrongly": _target(sum(len(o.figures["misreported"]) for o in laid), 0, lambda x: x == 0),
    }


def _few(said: list[str], most: int = 10) -> list[str]:
    return said if len(said) <= most else [*said[:most], f"and {len(said) - most} more"]


def _target(found: Any, wanted: Any, holds: Callable[[Any], bool]) -> dict[str, Any]:
    return {"is": found, "wanted": wanted, "met": bool(holds(found))}


def _totals(outcomes: Sequence[Outcome], which: str) -> dict[str, Any]:
    rows = [o.figures[which] for o in outcomes]
    still, free = sum(r["stable"][0] for r in rows), sum(r["stable"][1] for r in rows)
    met = [r.get("relations", [0, 0]) for r in rows]
    told = {
        "scenes": len(rows),
        "certified": sum(r["certified"] for r in rows),
        "violations": sum(len(r["violations"]) for r in rows),
        "collisions": sum(r.get("collisions", 0) for r in rows),
        "relations_met": sum(m[0] for m in met),
        "relations": sum(m[1] for m in met),
        "stable": still,
        "could_move": free,
        "stable_share": round(still / max(free, 1), 4),
    }
    if which == "before" or not rows:
        return told
    bodies = sum(o.figures["bodies"] for o in outcomes)
    moved = sum(r["moved"] for r in rows)
    return {
        **told,
        "bodies": bodies,
        "moved": moved,
        "closed": sum(r["closed"] for r in rows),
        "share_moved": round(moved / max(bodies, 1), 4),
        "share_moved_median_scene": round(statistics.median(r["share_moved"] for r in rows), 4),
        "largest_move_m": max(r["largest_move_m"] for r in rows),
        "changed_inside": sum(len(r["bent"]) for r in rows),
        "moved_over_half_a_metre": sum(len(r["far"]) for r in rows),
    }


def _line(f: dict[str, Any]) -> str:
    a = f["after"]
    return (
        f"{f['bodies']} bodies, moved {a['moved']}, closed {a['closed']}, largest {a['largest_move_m']:.3f} m, violations "
        f"{len(f['before']['violations'])} -> {len(a['violations'])}{', offered' if 'offer' in f else ''}, {f['seconds']} s ({f['process_seconds']} s of the processor)"
    )


def _table(outcomes: Sequence[Outcome], which: str) -> Table:
    titles = {"after": "replies after the layout", "old": "replies after the layout of the other checkout"}
    shown = Table(title=titles[which])
    heads = (
        "scene",
        "bodies",
        "moved",
        "closed",
        "median cm",
        "largest cm",
        "share",
        "bent",
        "violations",
        "relations",
    )
    for head in (*heads, "offered", "unread", "certified", "stable", "s", "cpu s"):
        shown.add_column(head, justify="left" if head == "scene" else "right")
    for o in outcomes:
        f = o.figures
        if which not in f or "moved" not in f[which]:
            shown.add_row(o.name, (o.problem or str(f.get(which, {}).get("problem", "")))[:60])
            continue
        b, a, offer = f["before"], f[which], f.get("offer") if which == "after" else None
        would = (
            ""
            if offer is None
            else f"{offer['moved']} by {100 * offer['largest_move_m']:.0f} cm: {len(offer['violations'])}"
        )
        still, free = a["stable"]
        shown.add_row(
            o.name,
            str(f["bodies"]),
            str(a["moved"]),
            str(a["closed"]),
            f"{100 * a['median_move_m']:.1f}",
            f"{100 * a['largest_move_m']:.1f}",
            f"{100 * a['share_moved']:.0f} %",
            str(len(a["bent"]) or ""),
            f"{len(b['violations'])} > {len(a['violations'])}",
            f"{b.get('relations', [0])[0]} > {a.get('relations', [0])[0]} of {a.get('relations', [0, 0])[1]}",
            would,
            str(len(f["unread"]) or ""),
            "yes" if a["certified"] else "no",
            f"{still}/{free}",
            f"{a.get('seconds', f['seconds']):.1f}",
            f"{f['process_seconds']:.1f}" if which == "after" else "",
        )
    return shown


if __name__ == "__main__":
    raise SystemExit(main())

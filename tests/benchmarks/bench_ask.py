"""Questions about twenty scenes, answered from their graphs without a model: how many are right, by kind and by scene.

    python -m tests.benchmarks.bench_ask [--scenes NAME ...] [--json FILE]

The questions were written before the code that answers (``tests/queries``). It was made with ten of the scenes (`DEVELOPED`); the questions
of the other ten were not looked at. Each question is asked again after the order of siblings, and with it their numbers, is drawn
anew: answers must be the same things. Figures of scenes whose programs are not at hand (SCENEWRIGHT_REPLIES) are left out, and named.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from scenewright.app.session import Session
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.model import Scene
from scenewright.scene.semantics.questions import Asker, GraphAnswer, LexiconResolver
from scenewright.scene.semantics.scene_graph import GRAPH_TRIANGLES, scene_graph
from tests.benchmarks.figures import give, options
from tests.support.locations import QUERIES
from tests.support.shuffled_scenes import shuffled

DEVELOPED = (
    *("04-snowman", "08-home-office", "10-childrens-bedroom", "13-dining-room", "15-bathroom"),
    *("cafe", "garden", "living_room", "office", "kitchen"),
)
"""Scenes whose questions the code was made with."""

ORDERS = 3


def main() -> int:
    """Command line."""
    parser = options(__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--scenes", nargs="*", help="just these")
    given = parser.parse_args()
    rows: list[dict[str, Any]] = []
    times: dict[str, list[float]] = defaultdict(list)
    left_out = []
    same = asked_again = 0
    for file in sorted((QUERIES / "questions").glob("*.json")):
        if given.scenes and file.stem not in given.scenes:
            continue
        held = json.loads(file.read_text(encoding="utf-8"))
        program = program_of(held["scene"])
        if program is None:
            left_out.append(file.stem)
            continue
        if hashlib.sha256(program.read_bytes()).hexdigest() != held["sha256"]:
            raise SystemExit(f"{program} is not the program that the questions of {file.name} belong to")
        session = Session.open(program)
        asker = made(session, session.scene, times)
        orders = [shuffled(session.scene, seed) for seed in range(ORDERS)]
        others = [(made(session, scene, None), old) for scene, old in orders]
        for one in held["asks"]:
            started = time.perf_counter()
            answer = asker.ask(one["question"])
            times["question"].append(time.perf_counter() - started)
            row = {"scene": file.stem, "kind": one["kind"], "question": one["question"], "right": is_right(one, answer)}
            rows.append(
                {**row, "answered": answer.answered, "value": answer.to_json()["value"], "truth": one["answer"]}
            )
            for other, old in others:
                asked_again += 1
                same += plain(other.ask(one["question"]), old) == plain(answer, None)
    give(figures_of(rows, times, left_out, same, asked_again), given.json)
    return 0 if same == asked_again else 1


def program_of(named: str) -> Path | None:
    if not named.startswith("reply:"):
        return QUERIES / named
    replies = os.environ.get("SCENEWRIGHT_REPLIES")
    return None if not replies else Path(replies) / named.removeprefix("reply:")


def made(session: Session, scene: Scene, times: dict[str, list[float]] | None) -> Asker:
    geometry = scene_geometry(scene, provider=session.assets, root=session.folder, max_triangles=GRAPH_TRIANGLES)
    started = time.perf_counter()
    graph = scene_graph(scene, geometry=geometry)
    if times is not None:
        times["graph"].append(time.perf_counter() - started)
    return Asker(graph, LexiconResolver(graph, scene, geometry))


def is_right(one: dict[str, Any], answer: GraphAnswer) -> bool:
    """As tests/queries/README.md has it: numbers within 5 % or 5 cm, lists where they are the same sets; of a list of acceptable paths
    (the tallest, the nearest) what is answered must be among them."""
    truth, value = one["answer"], answer.value
    if isinstance(truth, bool) or isinstance(value, bool):
        return truth is value
    if isinstance(truth, (int, float)):
        if not isinstance(value, (int, float)):
            return False
        return value == truth if one["kind"] == "count" else abs(value - truth) <= max(0.05, 0.05 * abs(truth))
    if not isinstance(value, tuple):
        return False
    return set(value) == set(truth) if one["kind"] == "relation" else bool(value) and set(value) <= set(truth)


def plain(answer: GraphAnswer, old: dict[str, str] | None) -> object:
    """An answer's value with paths as they were before siblings were shuffled."""
    value = answer.value
    if isinstance(value, tuple):
        return sorted(value if old is None else (old[p] for p in value))
    return round(value, 6) if isinstance(value, float) else None if isinstance(value, str) else value


def figures_of(
    rows: list[dict[str, Any]], times: dict[str, list[float]], left_out: list[str], same: int, again: int
) -> dict[str, Any]:
    developed = [r for r in rows if r["scene"] in DEVELOPED]
    unseen = [r for r in rows if r["scene"] not in DEVELOPED]
    return {
        "questions": len(rows),
        "right": share(rows),
        "right_of_developed_scenes": share(developed),
        "right_of_unseen_scenes": share(unseen),
        "by_kind": {k: share([r for r in rows if r["kind"] == k]) for k in sorted({r["kind"] for r in rows})},
        "unseen_by_kind": {
            k: share([r for r in unseen if r["kind"] == k]) for k in sorted({r["kind"] for r in unseen})
        },
        "by_scene": {s: share([r for r in rows if r["scene"] == s]) for s in sorted({r["scene"] for r in rows})},
        "not_answered": sum(not r["answered"] for r in rows),
        "wrong_but_answered": sum(r["answered"] and not r["right"] for r in rows),
        "same_after_shuffling": f"{same} of {again}",
        "milliseconds_a_graph": milliseconds(times["graph"]),
        "milliseconds_a_question": milliseconds(times["question"]),
        "left_out": left_out,
        "wrong": [r for r in rows if not r["right"]],
    }


def share(rows: list[dict[str, Any]]) -> str:
    right = sum(r["right"] for r in rows)
    return f"{right} of {len(rows)} ({100.0 * right / len(rows):.1f} %)" if rows else "none"


def milliseconds(some: list[float]) -> dict[str, float]:
    ordered = sorted(some) or [0.0]
    return {"median": round(1e3 * ordered[len(ordered) // 2], 1), "most": round(1e3 * ordered[-1], 1)}


if __name__ == "__main__":
    raise SystemExit(main())

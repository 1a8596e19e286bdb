"""Programs in the confined child against the same in this process, edits against evaluating anew, and sentences that become scenes."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from scenewright.app.bench.figures import BenchSize, Figure, in_turns, median_seconds
from scenewright.app.bench.rooms import SENTENCES, open_room, write_room

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["measure"]

_MANY = """
from scene.language import *
@register('a brick')
def brick(): return primitive_call('cube', {'scale': (1, 0.5, 0.5)}, color=(0.8, 0.3, 0.2))
@register('a wall')
def wall():
    return loop(COUNT, lambda i: transform_shape(library_call('brick'), translation_matrix((i % 100, i // 100 * 0.5, 0))))
"""


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.scene.language.running import evaluate, evaluate_here

    figures = []
    for count, runs in ((200, size.of(10, 30)), (size.of(10_000, 45_000), size.of(3, 5))):
        text = _MANY.replace("COUNT", str(count))
        evaluate(text)
        taken = in_turns({"ours": lambda t=text: evaluate(t), "here": lambda t=text: evaluate_here(t)}, runs)
        name = f"a program of {count:,} primitives, evaluated in the confined child"
        figures.append(Figure(name, taken["ours"], "s", taken["here"], "the same in this process, unconfined"))
    seconds = []
    for number in range(size.of(4, len(SENTENCES))):
        begun = time.perf_counter()
        write_room(size.rooms, number)
        seconds.append(time.perf_counter() - begun)
    figures.append(Figure("a room from a sentence, laid out and certified, median", statistics.median(seconds), "s"))
    with open_room(size.rooms, 0) as session:
        figures += _edits(session, size.of(10, 40))
    return figures


def _edits(session: Session, rounds: int) -> list[Figure]:
    from scenewright.app.actions.table import run_action
    from scenewright.scene.language.running import evaluate_here

    before = session.source
    path = next(e.path for e in session.scene.entities() if "sofa" in e.name)

    def move_and_undo() -> None:
        run_action(session, "edit", {"edits": [{"kind": "move", "path": path, "by": [0.01, 0.0, 0.0]}]})
        run_action(session, "step", {"what": "undo"})

    taken = median_seconds(move_and_undo, rounds) / 2.0
    anew = median_seconds(lambda: evaluate_here(before, assets=session.assets), rounds)
    changed = sum(a != b for a, b in zip(before, session.source, strict=False)) + abs(len(before) - len(session.source))
    return [
        Figure(
            "one edit or undo of a room, written into its text and judged", taken, "s", anew, "evaluating its program"
        ),
        Figure("characters that differ after an edit and its undo", float(changed)),
    ]

"""A warm session on a room of 200 things: how long a move takes until the new text is there, and until the new triangles are.

Seconds are of the wall clock, median and worst of the moves. The baseline is the same scene opened anew after each move: text,
evaluation and triangles from nothing.
"""

from __future__ import annotations

import random
import statistics
import time

from scenewright.app.session import Session
from scenewright.scene.geometry.triangles import scene_geometry
from scenewright.scene.language.editing.edits import Move
from scenewright.scene.sources import SceneSource, SourceKind
from tests.benchmarks.figures import give, options

WORDS = ("chair", "table", "sofa", "bookshelf", "floor lamp", "stool", "potted plant", "desk", "cabinet", "armchair")
TEXT_MS, TRIANGLES_MS = 60.0, 100.0
"""What the medians are to stay under."""


def room_of(count: int) -> str:
    """A program with so many things in rows, each placed by a line of its own."""
    lines = [
        "from scene.language import *",
        "",
        "@register('a large hall')",
        "def hall():",
        "    return concat_shapes(",
    ]
    lines.append("        room(44, 44, 4),")
    for i in range(count):
        x, z = 2.0 * (i % 20) - 19.0, 3.5 * (i // 20) - 17.0
        word = WORDS[i % len(WORDS)]
        lines.append(
            f"        place(asset_call('{word}'), at=({x:g}, 0, {z:g}), turn={15 * (i % 24)}, name='thing_{i}'),"
        )
    return "\n".join([*lines, "    )", ""])


def opened(source: str) -> Session:
    return Session(SceneSource(source, SourceKind.PROGRAM, None))


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--things", type=int, default=200, metavar="N")
    parser.add_argument("--moves", type=int, default=30, metavar="N")
    given = parser.parse_args()
    rng = random.Random(0)
    session = opened(room_of(given.things))
    session.derived.geometry()
    session.edit([Move("thing_0", (0.0, 0.0, 0.01))])  # loads what the first edit loads
    text, triangles, anew = [], [], []
    for _ in range(given.moves):
        name = f"thing_{rng.randrange(given.things)}"
        by = (round(rng.uniform(-0.3, 0.3), 2), 0.0, round(rng.uniform(-0.3, 0.3), 2))
        begun = time.perf_counter()
        session.edit([Move(name, by)])
        text.append(time.perf_counter() - begun)
        found = session.derived.geometry()
        triangles.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        fresh = opened(session.source)
        wanted = scene_geometry(fresh.scene, provider=fresh.assets)
        anew.append(time.perf_counter() - begun)
        assert len(found) == len(wanted)
        assert abs(found.world_from_mesh - wanted.world_from_mesh).max() < 1e-9
    figures = {
        "things": given.things,
        "moves": given.moves,
        "instances of meshes": len(found),
        "ms to the new text, median": round(1000 * statistics.median(text), 1),
        "ms to the new text, worst": round(1000 * max(text), 1),
        "ms to the new triangles, median": round(1000 * statistics.median(triangles), 1),
        "ms to the new triangles, worst": round(1000 * max(triangles), 1),
        "ms of the baseline, median": round(1000 * statistics.median(anew), 1),
        "triangles made from nothing": session.derived.made,
        "triangles carried over": session.derived.carried,
        "times as fast as the baseline": round(statistics.median(anew) / statistics.median(triangles), 2),
    }
    give(figures, given.json)
    good = figures["triangles made from nothing"] == 1
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())

"""A warm session on a room of 200 things: how long a move takes until the new text is there, until the new triangles are, until a
query is answered, and how long the new scene graph takes after that.

Seconds are of the wall clock, median and worst of the moves. The baseline is the same scene opened anew after each move: text,
evaluation and triangles from nothing, and the graph made from nothing.
"""

from __future__ import annotations

import random
import statistics
import time

from scenewright.app.actions.querying import QUERY, QueryRequest
from scenewright.app.session import Session
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.editing.edits import Move
from scenewright.scene.semantics.scene_graph import scene_graph
from scenewright.scene.sources import SceneSource, SourceKind
from tests.benchmarks.figures import give, options

WORDS = ("chair", "table", "sofa", "bookshelf", "floor lamp", "stool", "potted plant", "desk", "cabinet", "armchair")
QUESTION = QueryRequest(queries=("the chair near the table",))
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
    session.derived.graph()
    QUERY(session, QUESTION)
    text, triangles, answers, graphs, anew, graphs_anew = [], [], [], [], [], []
    for _ in range(given.moves):
        name = f"thing_{rng.randrange(given.things)}"
        by = (round(rng.uniform(-0.3, 0.3), 2), 0.0, round(rng.uniform(-0.3, 0.3), 2))
        begun = time.perf_counter()
        session.edit([Move(name, by)])
        text.append(time.perf_counter() - begun)
        found = session.derived.geometry()
        triangles.append(time.perf_counter() - begun)
        assert QUERY(session, QUESTION).answers[0].results
        answers.append(time.perf_counter() - begun)
        session.derived.graph_geometry()
        begun = time.perf_counter()
        graph = session.derived.graph()
        graphs.append(time.perf_counter() - begun)
        geometry = session.derived.graph_geometry()
        begun = time.perf_counter()
        wanted_graph = scene_graph(session.scene, geometry=geometry)
        graphs_anew.append(time.perf_counter() - begun)
        assert graph.rests_on == wanted_graph.rests_on
        assert len(graph.edges) == len(wanted_graph.edges)
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
        "ms to the answer of a query, median": round(1000 * statistics.median(answers), 1),
        "ms to the answer of a query, worst": round(1000 * max(answers), 1),
        "ms of the new graph, median": round(1000 * statistics.median(graphs), 1),
        "ms of the graph from nothing, median": round(1000 * statistics.median(graphs_anew), 1),
        "ms of the baseline, median": round(1000 * statistics.median(anew), 1),
        "triangles made from nothing": session.derived.made,
        "triangles carried over": session.derived.carried,
        "times as fast as the baseline": round(statistics.median(anew) / statistics.median(triangles), 2),
    }
    give(figures, given.json)
    good = figures["triangles made from nothing"] == 2  # once for pictures, once for the graph
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())

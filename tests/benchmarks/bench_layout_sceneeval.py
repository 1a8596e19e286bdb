"""Scenes of the embedded writer for 400 descriptions, solved or as written, graded with SceneEval's definitions.

    SCENEWRIGHT_DATA=... python -m tests.benchmarks.bench_layout_sceneeval [--no-layout] [--packs] [--every N] [--json FILE]

Each description is composed from its text alone, laid out (unless --no-layout), and graded against its annotations by code
that shares nothing with the solver (sceneeval_grader). Where an annotation's word has to be read (the suite asks a language
model) a fixed table reads it. 'code' beside object-object is the same with the published code's reading of sides, which differs
from the text: extents by a quarter instead of 0.25 m, left as who looks at the front sees it. --states writes the scenes in that
suite's own input format. One thread a job.
"""

from __future__ import annotations

import csv
import os
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from scenewright.app.writers.embedded.composer import compose
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene
from tests.benchmarks.bench_sceneeval import Tally
from tests.benchmarks.figures import give, options
from tests.benchmarks.sceneeval_export import write_state
from tests.benchmarks.sceneeval_grader import Grade, grade_nothing, grade_scene

DIFFICULTIES = ("easy", "medium", "hard")


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--no-layout", action="store_true", help="grade the scenes as they are written")
    parser.add_argument("--packs", action="store_true", help="every installed pack, not our own objects alone")
    parser.add_argument("--every", type=int, default=1, help="each N-th description only")
    parser.add_argument("--start", type=int, default=0, help="begin with this one, counted from 0")
    parser.add_argument("--jobs", type=int, default=1, help="so many descriptions at a time")
    parser.add_argument("--misses", type=Path, metavar="FILE", help="write every demand that was missed there")
    parser.add_argument(
        "--states", type=Path, metavar="FOLDER", help="write the scenes in SceneEval's input format there"
    )
    chosen = parser.parse_args()
    folder = os.environ.get("SCENEWRIGHT_DATA")
    if not folder:
        raise SystemExit("set SCENEWRIGHT_DATA to the folder that holds sceneeval/annotations.csv")
    with open(Path(folder) / "sceneeval" / "annotations.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[chosen.start :: chosen.every]
    grades = {d: Grade() for d in DIFFICULTIES}
    run: dict[str, list[Any]] = {"failures": [], "refused": [], "layout_seconds": []}
    work = partial(graded, packs=chosen.packs, as_written=chosen.no_layout, states=chosen.states)
    if chosen.jobs > 1:
        with ProcessPoolExecutor(chosen.jobs) as pool:
            results = list(pool.map(work, rows))
    else:
        results = [work(row) for row in rows]
    for row, (grade, told) in zip(rows, results, strict=True):
        grades[row["Difficulty"]].take(grade)
        for name, values in told.items():
            run[name].extend(values)
    total = Grade()
    for grade in grades.values():
        total.take(grade)
    if chosen.misses is not None:
        chosen.misses.write_text("\n".join(total.misses) + "\n", encoding="utf-8")
    figures = {
        "schema": 1,
        "descriptions": len(rows),
        "layout": not chosen.no_layout,
        "by_difficulty": {name: figures_of(g) for name, g in [*grades.items(), ("all", total)]},
        "missed_relations": {k: [n, total.asked[k]] for k, n in total.missed.most_common()},
        "failures": run["failures"],
        "refused": run["refused"],
    }
    if run["layout_seconds"]:
        figures["layout_seconds_median"] = round(statistics.median(run["layout_seconds"]), 3)
        figures["layout_seconds_worst"] = round(max(run["layout_seconds"]), 3)
    table(figures["by_difficulty"])
    give(figures, chosen.json)


@lru_cache(maxsize=1)
def opened(packs: bool) -> Catalogue:
    """The catalogue, once a process."""
    return Catalogue.default() if packs else Catalogue.built_in()


def graded(
    row: dict[str, str], packs: bool, as_written: bool, states: Path | None
) -> tuple[Grade, dict[str, list[Any]]]:
    """The grade of one description, and what else there is to tell of it."""
    told: dict[str, list[Any]] = {"failures": [], "refused": [], "layout_seconds": []}
    catalogue = opened(packs)
    scene = made(row, catalogue, as_written, told)
    if scene is None:
        return grade_nothing(row), told
    if states is not None:
        write_state(row["ID"], scene, catalogue, states)
    return grade_scene(row, scene, catalogue), told


def made(row: dict[str, str], catalogue: Catalogue, as_written: bool, run: dict[str, list[Any]]) -> Scene | None:
    """The scene of a description; None where none came of it."""
    try:
        program = compose(row["Description"], catalogue).program
        scene = evaluate(program, assets=catalogue)
        if as_written:
            return scene
        from scenewright.scene.layout import solve_scene

        begun = time.perf_counter()
        result = solve_scene(
            program,
            scene,
            lambda text: evaluate(text, assets=catalogue),
            provider=catalogue,
            settle=False,
            written=False,  # the first guesses of the embedded writer
            best_effort=True,  # as `generate` does: what conflicts is named, and the rest stands
        )
        run["layout_seconds"].append(time.perf_counter() - begun)
        run["refused"].extend(f"{row['ID']}: {c.says}" for c in result.conflicts)
        return result.scene
    except Exception as error:  # noqa: BLE001 - a benchmark counts what fails and goes on
        run["failures"].append(f"{row['ID']}: {type(error).__name__}: {error}")
        return None


Figures = dict[str, float | int | None]


def percent(tally: Tally) -> float | None:
    """None where nothing was asked."""
    return round(100.0 * tally.met / tally.asked, 1) if tally.asked else None


def failing(tally: Tally) -> float | None:
    met = percent(tally)
    return None if met is None else round(100.0 - met, 1)


def mean(shares: list[float]) -> float | None:
    return round(100.0 * statistics.fmean(shares), 1) if shares else None


def figures_of(grade: Grade) -> Figures:
    return {
        "counts": percent(grade.counts),
        "attributes": percent(grade.attributes),
        "object_object": percent(grade.pairs),
        "object_object_where_present": percent(grade.pairs_present),
        "object_object_by_code": percent(grade.pairs_by_code),
        "object_architecture": percent(grade.fixed),
        "object_architecture_where_present": percent(grade.fixed_present),
        "objects_colliding": failing(grade.apart),
        "scenes_colliding": failing(grade.scenes_apart),
        "in_bounds": percent(grade.in_bounds),
        "supported": percent(grade.supported),
        "supported_by_code": percent(grade.supported_by_code),
        "navigability": mean(grade.navigability),
        "doors_clear": percent(grade.doors),
        "windows_clear": percent(grade.windows),
        "openings_uncovered": mean(grade.open_share),
        "objects": grade.apart.asked,
        "scenes": grade.scenes_apart.asked,
    }


PUBLISHED = {
    "counts": (32.6, 35.6),
    "attributes": (28.5, 20.2),
    "object_object": (11.5, 6.0),
    "object_architecture": (37.3, 19.4),
    "objects_colliding": (15.9, 32.1),
    "supported": (63.2, 76.9),
}
"""Holodeck's and LayoutVLM's, judged by a language model where ours is judged by a table."""


def table(by_difficulty: dict[str, Figures]) -> None:
    """One row a figure, one column a difficulty, for people; a dash where nothing was asked."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(title="SceneEval: percent by difficulty, beside what others published")
    shown.add_column("figure")
    for name in (*by_difficulty, "Holodeck", "LayoutVLM"):
        shown.add_column(name, justify="right")
    for figure in next(iter(by_difficulty.values())):
        ours = [grades[figure] for grades in by_difficulty.values()]
        theirs = PUBLISHED.get(figure, (None, None))
        name = f"{figure} graded" if figure in ("objects", "scenes") else figure.replace("_", " ")
        last = figure in ("attributes", "object_architecture_where_present", "openings_uncovered", "supported_by_code")
        shown.add_row(name, *(_cell(v) for v in (*ours, *theirs)), end_section=last)
    Console(stderr=True, width=100).print(shown)


def _cell(value: float | int | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.1f}"


if __name__ == "__main__":
    main()

"""Scenes of the embedded writer for 400 descriptions, solved or as written, graded with SceneEval's definitions.

    SCENEWRIGHT_DATA=... python tests/benchmarks/bench_layout_sceneeval.py [--no-layout] [--packs] [--every N] [--json FILE]

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
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.agent.composer import compose
from assets.catalogue import Catalogue
from scene.language.program import evaluate
from scene.model import Scene
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
        from scene.layout.layout import solve_scene

        begun = time.perf_counter()
        result = solve_scene(
            program,
            scene,
            lambda text: evaluate(text, assets=catalogue),
            provider=catalogue,
            settle=False,
            best_effort=True,  # as `generate` does: what conflicts is named, and the rest stands
        )
        run["layout_seconds"].append(time.perf_counter() - begun)
        run["refused"].extend(f"{row['ID']}: {c.says}" for c in result.conflicts)
        return result.scene
    except Exception as error:  # noqa: BLE001 - a benchmark counts what fails and goes on
        run["failures"].append(f"{row['ID']}: {type(error).__name__}: {error}")
        return None


def percent(tally: Tally) -> float:
    return round(100.0 * tally.met / tally.asked, 1) if tally.asked else 0.0


def figures_of(grade: Grade) -> dict[str, float | int]:
    return {
        "counts": percent(grade.counts),
        "attributes": percent(grade.attributes),
        "object_object": percent(grade.pairs),
        "object_object_where_present": percent(grade.pairs_present),
        "object_object_by_code": percent(grade.pairs_by_code),
        "object_architecture": percent(grade.fixed),
        "object_architecture_where_present": percent(grade.fixed_present),
        "objects_colliding": round(100.0 - percent(grade.apart), 1) if grade.apart.asked else 0.0,
        "scenes_colliding": round(100.0 - percent(grade.scenes_apart), 1) if grade.scenes_apart.asked else 0.0,
        "in_bounds": percent(grade.in_bounds),
        "supported": percent(grade.supported),
        "supported_by_code": percent(grade.supported_by_code),
        "navigability": round(100.0 * statistics.fmean(grade.navigability), 1) if grade.navigability else 0.0,
        "doors_clear": percent(grade.doors),
        "windows_clear": percent(grade.windows),
        "openings_uncovered": round(100.0 * statistics.fmean(grade.open_share), 1) if grade.open_share else 0.0,
        "objects": grade.apart.asked,
        "scenes": grade.scenes_apart.asked,
    }


def table(by_difficulty: dict[str, dict[str, float | int]]) -> None:
    """One row a figure, one column a difficulty, for people."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(title="SceneEval, percent")
    shown.add_column("figure")
    for name in by_difficulty:
        shown.add_column(name, justify="right")
    for figure in next(iter(by_difficulty.values())):
        shown.add_row(figure.replace("_", " "), *(f"{grades[figure]:g}" for grades in by_difficulty.values()))
    Console(stderr=True).print(shown)


if __name__ == "__main__":
    main()

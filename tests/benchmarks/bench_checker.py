"""How many planted faults the checker finds, and how often it finds fault with rooms that have none.

python -m tests.benchmarks.bench_checker [--scenes N] [--seed N] [--json FILE]

Each room is checked clean and with one fault. A fault counts as found where a finding of a fitting kind names the thing that it is about. A
clean room counts as a false alarm where anything but a note is found.
"""

from __future__ import annotations

import sys
import time

from scenewright.app.agent.brief import asked_of_brief
from scenewright.app.agent.checker import CheckedScene, FindingKind, check_scene
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from tests.benchmarks.figures import give, options
from tests.benchmarks.planted_faults import FAULTS, PlantedRoom, clean_room, with_fault

FITTING = {
    "missing": {FindingKind.MISSING, FindingKind.COUNT},
    "count": {FindingKind.COUNT},
    "color": {FindingKind.LOOK},
    "floating": {FindingKind.FLOATING},
    "swapped": {FindingKind.RELATION},
    "hidden": {FindingKind.HIDDEN},
    "empty": {FindingKind.EMPTY},
    "facing": {FindingKind.FACING, FindingKind.RELATION},
}
"""Kind of fault -> kinds of finding that name it."""


def checked(room: PlantedRoom, catalogue: Catalogue) -> CheckedScene:
    """A room as the checker sees it."""
    scene = evaluate(room.program, assets=catalogue)
    return check_scene(room.program, scene, asked_of_brief(room.brief, catalogue), catalogue)


def is_found(room: PlantedRoom, seen: CheckedScene) -> bool:
    """Whether a finding names the planted fault."""
    thing = next((t for t in room.brief.things if t.id == room.about), None)
    for finding in seen.report.wrong:
        if finding.kind not in FITTING[room.fault]:
            continue
        about = " ".join((finding.says, *finding.paths)).replace("_", " ")
        if thing is None or thing.noun in about:
            return True
    return False


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--scenes", type=int, default=200, metavar="N", help="faults to plant")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the first room")
    given = parser.parse_args()
    catalogue = Catalogue.default()
    kinds = list(FAULTS)
    found: dict[str, list[bool]] = {kind: [] for kind in kinds}
    alarms, clean, seconds = 0, 0, []
    seed = given.seed
    while sum(map(len, found.values())) < given.scenes:
        room = clean_room(seed, catalogue)
        begun = time.perf_counter()
        seen = checked(room, catalogue)
        seconds.append(time.perf_counter() - begun)
        clean += 1
        if seen.report.wrong:
            alarms += 1
            print(f"seed {seed}: clean, but {'; '.join(f.says for f in seen.report.wrong)}", file=sys.stderr)
        kind = kinds[(seed - given.seed) % len(kinds)]
        wrong = with_fault(room, kind, seed, catalogue)
        if wrong is not None:
            seen = checked(wrong, catalogue)
            found[kind].append(is_found(wrong, seen))
            if not found[kind][-1]:
                told = "; ".join(f"{f.kind}: {f.says}" for f in seen.report.wrong) or "nothing"
                print(f"seed {seed}: {kind} of {wrong.about} not found; found {told}", file=sys.stderr)
        seed += 1
    hits = [hit for some in found.values() for hit in some]
    give(
        {
            "scenes": len(hits),
            "found %": round(100 * sum(hits) / len(hits), 1),
            "found by kind": {kind: f"{sum(some)} of {len(some)}" for kind, some in found.items()},
            "clean rooms": clean,
            "false alarms %": round(100 * alarms / clean, 1),
            "median s of a check": round(sorted(seconds)[len(seconds) // 2], 2),
        },
        given.json,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

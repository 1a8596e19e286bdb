"""The certifier: what it flags of rooms with one thing put wrong, and of clean ones; and how long it takes.

Ends with 1 where less than 99.5 % of the mutants are flagged, or any clean room is.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import numpy as np

from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.layout.certify import settle
from tests.benchmarks.figures import give, options
from tests.benchmarks.layout_clean import Known, clean_room, known_objects
from tests.benchmarks.layout_mutants import KINDS, mutants_of

COUNTS = (2, 3, 4, 6, 9, 14, 25)
MOST_MOVED, MOST_TILTED = 0.02, 5.0
FLAGGED = 0.995


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--mutants", type=int, default=1000, metavar="N")
    parser.add_argument("--clean", type=int, default=200, metavar="N", help="clean rooms")
    parser.add_argument(
        "--settled", type=int, default=100, metavar="N", help="of the clean rooms, how many to simulate"
    )
    parser.add_argument("--objects", type=int, default=None, metavar="N", help="of each kind, at most; default all")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000], metavar="N", help="bodies to time")
    given = parser.parse_args()
    catalogue = Catalogue.default()
    known = known_objects(catalogue, given.objects)
    mutants, rooms = _judged(known, given.mutants, given.clean, given.settled)
    times = {str(n): _timed(known, n) for n in given.sizes}
    give({"mutants": mutants, "clean": rooms, "seconds": times}, given.json)
    return 0 if mutants["flagged_share"] >= FLAGGED and rooms["flagged"] == 0 else 1


def _judged(known: Known, wanted: int, clean: int, settled: int) -> tuple[dict[str, Any], dict[str, Any]]:
    made: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    named: Counter[str] = Counter()
    missed: list[str] = []
    false: list[str] = []
    still, seconds, moved = 0, [], []
    seed = simulated = 0
    while seed < clean or sum(made.values()) < wanted:
        rng = np.random.default_rng(seed)
        room = clean_room(known, int(rng.choice(COUNTS)), seed)
        if seed < clean:
            certificate = certify(room.scene, provider=known.catalogue)
            false += [f"room {seed}: {v.message}" for v in certificate.violations]
            if simulated < settled:
                simulated += 1
                begun = time.perf_counter()
                result = settle(room.scene, provider=known.catalogue)
                seconds.append(time.perf_counter() - begun)
                quiet = result.max_shift_m <= MOST_MOVED and result.max_tilt_deg <= MOST_TILTED
                still += quiet
                if not quiet:
                    worst = np.maximum(result.shift / MOST_MOVED, result.tilt / MOST_TILTED).argmax()
                    moved.append(
                        f"room {seed}: {result.paths[worst]} {result.shift[worst]:.3f} m, {result.tilt[worst]:.1f} deg"
                    )
        fewest = sorted(KINDS, key=lambda kind: made[kind])
        for mutant in mutants_of(room, known, rng, tuple(fewest)):
            if sum(made.values()) >= wanted:
                break
            made[mutant.kind] += 1
            certificate = certify(mutant.room.scene, provider=known.catalogue)
            flagged[mutant.kind] += not certificate.certified
            right = any(mutant.path in v.paths and v.kind == mutant.expected for v in certificate.violations)
            named[mutant.kind] += right
            if certificate.certified:
                missed.append(f"{mutant.kind} of {mutant.path} in room {seed}")
        seed += 1
    total = max(sum(made.values()), 1)
    return (
        {
            "made": dict(made),
            "flagged": dict(flagged),
            "flagged_share": round(sum(flagged.values()) / total, 4),
            "for_the_right_reason_share": round(sum(named.values()) / total, 4),
            "missed": missed,
        },
        {
            "rooms": clean,
            "flagged": len({f.split(":")[0] for f in false}),
            "why": false[:20],
            "simulated": simulated,
            "stay_within_2_cm_and_5_degrees_share": round(still / max(simulated, 1), 4),
            "moved": moved[:20],
            "settle_seconds_worst": round(max(seconds, default=0.0), 2),
        },
    )


def _timed(known: Known, count: int) -> dict[str, float]:
    """Seconds to certify some bodies, and to let them settle, with the catalogue's geometry at hand."""
    rng = np.random.default_rng(count)
    floor = [known.kinds["floor"][int(i)] for i in rng.permutation(len(known.kinds["floor"]))[:60]]
    side = int(np.ceil(np.sqrt(count)))
    lines = [
        f"        place(asset_call({floor[k % len(floor)][0]!r}), at=({3.2 * (k % side - side / 2 + 0.5)}, 0,"
        f" {3.2 * (k // side - side / 2 + 0.5)}), turn={float(rng.integers(360))}, name='thing'),"
        for k in range(count)
    ]
    head = "from scene.language import *\n@register()\ndef scene():\n    return concat_shapes(\n"
    size = 3.2 * side + 0.2
    program = f"{head}        room({size}, {size}, 3.0, doors=[('left', 0)]),\n" + "\n".join(lines) + "\n    )\n"
    scene = evaluate_here(program, assets=known.catalogue)
    bodies = bodies_of(scene, provider=known.catalogue)
    certify(scene, provider=known.catalogue, bodies=bodies)
    begun = time.perf_counter()
    certify(scene, provider=known.catalogue, bodies=bodies)
    done = time.perf_counter()
    settle(scene, provider=known.catalogue, bodies=bodies)
    return {"certify": round(done - begun, 3), "settle": round(time.perf_counter() - done, 2)}


if __name__ == "__main__":
    raise SystemExit(main())

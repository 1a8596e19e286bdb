"""Damaged rooms, repaired without a model: "chaotic", "missing" and "both".

    python -m tests.benchmarks.bench_damaged_rooms [--rooms N] [--seed S] [--keep FOLDER] [--json FILE]

Rooms that the embedded writer makes of :data:`SENTENCES` are damaged by a seed (:mod:`tests.support.damaged_rooms`) and lose all their
statements of relations, so that nothing but the things themselves tells where they belong. *chaotic*: what stands is thrown about and
turned, what hangs is hung elsewhere, a quarter of the small things falls to the floor; repaired by ``rearrange``. *missing*: a third of the
things is gone; repaired by ``furnish``. *both*: repaired by ``rearrange`` with ``furnish``. The repair draws by another seed than the writer.

A room is **repaired** where (1) the certificate finds no violation, (2) nothing that was there is lost, looks otherwise or, where nothing
was thrown about, stands elsewhere, (3) at least :data:`LEAST_PAIRINGS` of the typical pairings of the undamaged room hold
(:mod:`tests.support.room_pairings`), and (4) where things were missing, at least :data:`LEAST_BACK` of their number came back, of the same
kind or as other things that its recipe expects. This was stated before the first run.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

import scenewright as sw
from scenewright.app.room_tasks.outcome import RoomTaskDone
from scenewright.app.room_tasks.things import StandingThing, standing_things
from scenewright.app.session import Draft, Session
from scenewright.assets import Catalogue
from scenewright.scene.geometry import standing_poses
from scenewright.scene.layout import JudgedScene
from tests.benchmarks.figures import give, options
from tests.support.damaged_rooms import DAMAGES, damaged_room, without_relations
from tests.support.room_pairings import pairings

LEAST_PAIRINGS, LEAST_BACK = 0.75, 0.66
_REPAIR_SEED = 7_000
"""Added to the seed of a room for who repairs it."""
SENTENCES = (
    "a living room with a sofa, an armchair and a tv",
    "a bedroom with a double bed and two nightstands",
    "a dining room with a table and six chairs",
    "a home office with a desk and a bookshelf",
    "a kitchen with an island and two stools",
    "a cozy reading corner with an armchair",
    "a kids bedroom with a bunk bed",
    "a bathroom with a bathtub",
    "a small study",
    "a guest room with a wardrobe",
    "a hotel room with two beds",
    "a nursery with a crib",
    "a waiting room with eight chairs",
    "a meeting room for eight people",
    "a living room with two sofas and a fireplace",
    "a studio apartment with a bed, a sofa and a desk",
    "a laundry room",
    "a home gym with a treadmill",
    "a cafe with five tables",
    "a classroom with twelve desks",
    "a music room with a piano",
    "a teenager's bedroom with a desk",
    "an entrance hall with a bench",
    "a playroom with toys",
    "a hair salon",
    "a library with armchairs",
    "a therapist's office",
    "a break room with a coffee machine",
    "a walk-in closet",
    "a sewing room",
)
_LINE = re.compile(r"^ {4}(\w+\(.*\)),$", re.MULTILINE)
_BLOCK = re.compile(r"^relate\(\n((?: {4}.*\n)*)\)\n", re.MULTILINE)


@dataclass
class Repaired:
    """What became of one damaged room."""

    text: str
    damage: str
    faults: dict[str, int] = field(default_factory=dict)
    relations: dict[str, tuple[int, int]] = field(default_factory=dict)
    paired: dict[str, float] = field(default_factory=dict)
    removed: int = 0
    back: int = 0
    in_stead: int = 0
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0
    kind_known: bool = True
    says: str = ""

    @property
    def repaired(self) -> bool:
        came = (self.back + self.in_stead) / self.removed if self.removed else 1.0
        return (
            not self.faults["after"] and not self.lost and self.paired["after"] >= LEAST_PAIRINGS and came >= LEAST_BACK
        )


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--rooms", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder in which the scenes stay, before and after")
    asked = parser.parse_args()
    rooms = []
    with tempfile.TemporaryDirectory() as temporary:
        for number in range(asked.first, asked.first + asked.rooms):
            folder = (asked.keep or Path(temporary)) / f"{number:02d}"
            room = repaired_room(number, asked.seed, folder)
            rooms.append(room)
            print(
                f"{number:2d} {room.damage:8s} {'ok ' if room.repaired else 'NOT'} faults {room.faults['damaged']:2d}->{room.faults['after']}"
                f" pairs {room.paired['damaged']:.2f}->{room.paired['after']:.2f} back {room.back}+{room.in_stead}/{room.removed}"
                f" lost {len(room.lost)} {room.seconds:.1f} s  {room.text}",
                flush=True,
            )
    give(figures(rooms), asked.json)
    return 0


def repaired_room(number: int, seed: int, folder: Path) -> Repaired:
    """Make, damage and repair one room. Its scenes are in `folder`: whole, damaged and repaired."""
    text = SENTENCES[number % len(SENTENCES)]
    damage = DAMAGES[number % len(DAMAGES)] if number < len(SENTENCES) else DAMAGES[(number + 1) % len(DAMAGES)]
    own = seed + number
    if not (folder / "whole").exists():  # rooms that were kept are the same: text and seed make them
        sw.generate(text, out=folder / "whole", seed=own, picture=False)
    if (folder / "damaged").exists():
        shutil.rmtree(folder / "damaged")
    damaged = damaged_room(folder / "whole", folder / "damaged", damage, seed=own, repair_seed=_REPAIR_SEED + own)
    before, hurt = _judged(folder / "whole"), _judged(folder / "damaged")
    begun = time.monotonic()
    done = _mended(folder / "damaged", damage)
    seconds = time.monotonic() - begun
    after = _judged(folder / "damaged")
    whole_things, hurt_things, after_things = (_things(judged) for judged in (before, hurt, after))
    wanted = pairings(whole_things, before.scene.room)
    came = _nouns(after_things) - _nouns(hurt_things)
    gone = Counter(damaged.removed)
    same = sum((came & gone).values())
    lines = _relation_lines((folder / "whole" / "program.py").read_text(encoding="utf-8"))
    room = Repaired(text, damage, removed=len(damaged.removed), back=same, seconds=seconds, says=done.says)
    room.in_stead = min(sum(gone.values()) - same, sum((came - gone).values()))
    for name, judged, things in (
        ("before", before, whole_things),
        ("damaged", hurt, hurt_things),
        ("after", after, after_things),
    ):
        room.faults[name] = len(judged.faults.violations)
        room.paired[name] = _share(wanted, pairings(things, judged.scene.room))
    room.relations = {
        "before": _held(folder / "whole", lines), "after": _held(folder / "damaged", lines),
    }  # fmt: skip
    room.lost = _lost(hurt, after, moves=damage != "missing")
    room.kind_known = bool(done.place)
    return room


def _mended(folder: Path, damage: str) -> RoomTaskDone:
    if damage == "missing":
        return sw.furnish(folder)
    return sw.rearrange(folder, furnish=damage == "both")


def _judged(folder: Path) -> JudgedScene:
    return Draft(Session.open(folder)).judged()


def _things(judged: JudgedScene) -> list[StandingThing]:
    return standing_things(judged, Catalogue.default())


def _nouns(things: Sequence[StandingThing]) -> Counter[str]:
    return Counter(thing.noun for thing in things)


def _share(wanted: Counter[tuple[str, str, str]], there: Counter[tuple[str, str, str]]) -> float:
    total = sum(wanted.values())
    return sum((wanted & there).values()) / total if total else 1.0


def _relation_lines(source: str) -> list[str]:
    return [line for block in _BLOCK.findall(source) for line in _LINE.findall(block)]


def _held(folder: Path, lines: Sequence[str]) -> tuple[int, int]:
    """How many of the relations about what is there hold in a scene, and how many there are."""
    session = Session.open(folder)
    root = session.scene.root_name
    known = {path.removeprefix(f"{root}/") for path in session.scene.paths} | {"room", "left", "right", "back", "front"}
    about = [line for line in lines if all(n in known or n.startswith("room/") for n in re.findall(r"'([^']*)'", line))]
    if not about:
        return 0, 0
    text = without_relations(session.source) + "\nrelate(\n" + "".join(f"    {line},\n" for line in about) + ")\n"
    judged = session.derived.judged(session.evaluate_text(text))
    results = judged.faults.relations
    return sum(result.satisfied for result in results), len(results)


def _lost(before: JudgedScene, after: JudgedScene, *, moves: bool) -> list[str]:
    """Paths of what was there and is gone, is another object or of another size, or stands elsewhere although nothing was to move."""
    wrong = []
    for thing in _things(before):
        row = after.scene._path_index.get(thing.path)
        if row is None:
            wrong.append(thing.path)
            continue
        entity, old = after.scene.entity(row), before.scene.find(thing.path)
        same = (entity.asset is None) == (old.asset is None) and (
            entity.asset is None
            or old.asset is None
            or (entity.asset.id, entity.asset.words) == (old.asset.id, old.asset.words)
        )
        still = moves or np.allclose(entity.world_from_local, old.world_from_local, atol=1e-6)
        poses = standing_poses(after.scene, [row])
        if not same or not still or not np.isfinite(poses).all():
            wrong.append(thing.path)
    return wrong


def figures(rooms: Sequence[Repaired]) -> dict[str, object]:
    """The figures, by kind of damage and in all."""
    return {
        "what": "rooms damaged by a seed and repaired without a model",
        "repaired_means": f"no violation, nothing lost, {LEAST_PAIRINGS:.0%} of typical pairings, {LEAST_BACK:.0%} of what was missing",
        **{
            name: _of([room for room in rooms if name in ("all", room.damage)])
            for name in ("all", *DAMAGES)
            if any(name in ("all", room.damage) for room in rooms)
        },
        "not_repaired": [f"{room.damage}: {room.text}" for room in rooms if not room.repaired],
    }


def _of(rooms: Sequence[Repaired]) -> dict[str, object]:
    removed = sum(room.removed for room in rooms)

    def held(when: str) -> float:
        pairs = [room.relations[when] for room in rooms]
        return round(sum(a for a, _ in pairs) / max(sum(b for _, b in pairs), 1), 3)

    return {
        "rooms": len(rooms),
        "repaired": round(sum(room.repaired for room in rooms) / len(rooms), 3),
        "rooms_without_violations": round(sum(not room.faults["after"] for room in rooms) / len(rooms), 3),
        "violations": {when: sum(room.faults[when] for room in rooms) for when in ("before", "damaged", "after")},
        "relations_held": {when: held(when) for when in ("before", "after")},
        "pairings_held": {
            when: round(sum(room.paired[when] for room in rooms) / len(rooms), 3) for when in ("damaged", "after")
        },
        "removed": removed,
        "back_of_the_same_kind": round(sum(room.back for room in rooms) / max(removed, 1), 3),
        "back_or_as_expected": round(sum(room.back + room.in_stead for room in rooms) / max(removed, 1), 3),
        "lost_or_changed": sum(len(room.lost) for room in rooms),
        "seconds_median": round(median(room.seconds for room in rooms), 1),
        "seconds_most": round(max(room.seconds for room in rooms), 1),
    }


if __name__ == "__main__":
    raise SystemExit(main())

"""How local edits by dialogue are: what was not meant to change is byte-identical in the text and the same in the scene.

python -m tests.benchmarks.bench_edit_locality [--number N] [--json FILE]

The instructions are those of ``tests/data/chat`` whose checks name what they are about, of one file after the other. Meant is what the
checks name, and what stands on it: that is carried along. All other things must keep their world transform, size and colour within 1e-6,
and the lines of their ``place`` calls byte for byte. What was touched beside is printed.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from scenewright.app.agent import Dialogue, TurnEnded, TurnRequest, scene_editor
from scenewright.app.session import Session
from scenewright.scene.folder import Project
from scenewright.scene.geometry import standing_boxes
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, Scene
from tests.benchmarks.figures import give, options
from tests.support.said_edits import SaidBlock, program_of, read_blocks

FILES = ("sixty.txt", "sixty_later.txt", "fresh_rooms_later.txt", "held_out_later.txt", "held_out.txt")
_NUMBER = 60
_SAME = 1e-6
_ALL = frozenset(("moved", "gone", "swapped", "replaced", "restyled", "absent"))
"""Checks that name things that are meant by each of their words; the other checks name what is meant first."""
_FIRST = frozenset(
    [
        "by",
        "dir",
        "turned",
        "faces",
        "heads",
        "factor",
        "scaled",
        "bigger",
        "smaller",
        "wide",
        "high",
        "deep",
        "taller",
        "long",
        "height",
        "colour",
        "closer",
        "farther",
    ]
)
_OF_NAME = frozenset(("gonesome", "colourall"))
_NOTHING = frozenset(("added", "addedlist", "darker", "brighter", "warmer", "cooler", "walls", "wallcolour"))
"""Checks of changes that mean none of the things that are here."""


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--number", type=int, default=_NUMBER, metavar="N", help="instructions to judge")
    given = parser.parse_args()
    judged: list[tuple[str, list[str]]] = []
    for file in FILES:
        for at, block in enumerate(read_blocks(file)):
            if len(judged) >= given.number:
                break
            with tempfile.TemporaryDirectory() as folder:
                judged += [
                    (f"{file}, dialogue {at + 1}: {said}", touched)
                    for said, touched in _held(block, Path(folder) / "scene")
                ]
    judged = judged[: given.number]
    for said, touched in judged:
        if touched:
            print(f"{said}: {'; '.join(touched)}", file=sys.stderr)
    local = sum(not touched for _, touched in judged)
    share = round(100 * local / max(len(judged), 1), 1)
    give({"edit locality": {"instructions": len(judged), "local": local, "share %": share}}, given.json)
    return 0


def _held(block: SaidBlock, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each sentence of a dialogue that changes something clear, with what it touched beside that."""
    Project.create(folder, program_of(block.scene))
    session, dialogue = Session.open(folder, writable=True), Dialogue()
    for turn in block.turns:
        before, source = session.scene, session.source
        selection = tuple(f"{before.root.path}/{p}" for p in block.selection)
        request = TurnRequest(text=turn.text, selection=selection, dialogue=dialogue)
        end = list(scene_editor("embedded").turn(session, request, job=Job()))[-1]
        assert isinstance(end, TurnEnded)
        dialogue = dialogue.then(end.past)
        meant = _meant(before, turn.checks)
        if end.outcome == "changed" and meant is not None:
            yield turn.text, _touched(before, source, session.scene, session.source, meant)
    session.close()


def _meant(scene: Scene, checks: tuple[str, ...]) -> set[str] | None:
    """The things that checks say are changed; None where they do not say it."""
    names = {e.path.partition("/")[2] for e in scene.root.children}
    meant: set[str] = set()
    clear = False
    for check in checks:
        word, *rest = check.split()
        if word in _ALL:
            meant |= set(rest)
        elif word == "replacedall":
            meant |= set(rest[1:])
        elif word in _FIRST:
            meant.add(rest[0])
        elif word in _OF_NAME:
            meant |= {n for n in names if re.fullmatch(rf"{re.escape(rest[0])}(\[\d+\])?", n)}
        elif word not in _NOTHING:
            continue
        clear = True
    return meant & names if clear else None


def _touched(before: Scene, source: str, after: Scene, source_after: str, meant: set[str]) -> list[str]:
    """What changed of the things that were neither meant nor carried."""
    carried = _with_riders(before, meant)
    left = [e for e in before.root.children if e.name != "room" and e.path.partition("/")[2] not in carried]
    now = {e.path: _numbers(after, e.path) for e in after.root.children if e.name != "room"}
    found: list[str] = []
    for entity in left:
        short = entity.path.partition("/")[2]
        numbers = _numbers(before, entity.path)
        # things of one name close up when one is gone: it may have another number now
        alike = [path for path in now if after.find(path).name == entity.name]
        assets = _assets(before, entity.path)
        if not any(_same(numbers, now[path]) and assets == _assets(after, path) for path in alike):
            found.append(f"{short} differs in the scene")
        if _lines(source, before, entity.path) not in source_after:
            found.append(f"{short} differs in the text")
    return found


def _with_riders(scene: Scene, meant: set[str]) -> set[str]:
    """Things, and what stands on them, to the top of the pile."""
    things = [e for e in scene.root.children if e.name != "room"]
    poses, sizes = standing_boxes(scene, [e.index for e in things])
    carried = set(meant)
    for _ in range(4):
        for at, entity in enumerate(things):
            on = [
                j for j, below in enumerate(things)
                if below.path.partition("/")[2] in carried
                and abs(poses[at][1] - poses[j][1] - sizes[j][1]) < 0.05
                and np.hypot(poses[at][0] - poses[j][0], poses[at][2] - poses[j][2]) < np.hypot(sizes[j][0], sizes[j][2]) / 2
            ]  # fmt: skip
            if on:
                carried.add(entity.path.partition("/")[2])
    return carried


def _numbers(scene: Scene, path: str) -> FloatArray:
    """World transforms, bounds and colours of a thing and all its parts, in one row."""
    entity = scene.find(path)
    rows = range(entity.index, scene.subtree_end(entity.index))
    colors = [np.nan_to_num(scene.nodes.color[i], nan=-1.0) for i in rows]
    transforms = [scene.entity(i).world_from_local for i in rows]
    parts = [np.ravel(transforms), np.ravel(entity.bounds), np.ravel(colors)]
    materials = [scene.entity(i).material for i in rows]
    looks = [(m.roughness, m.metallic, m.opacity, m.emission) for m in materials]
    return np.concatenate([*parts, np.ravel(looks)]).astype(float)


def _assets(scene: Scene, path: str) -> list[str]:
    """The catalogue objects that a thing and its parts are drawn as."""
    row = scene.find(path).index
    return [scene.assets[int(n)].id if n >= 0 else "" for n in scene.nodes.asset[row : scene.subtree_end(row)]]


def _same(a: FloatArray, b: FloatArray) -> bool:
    return a.shape == b.shape and bool(np.all(np.abs(a - b) <= _SAME))


def _lines(source: str, scene: Scene, path: str) -> str:
    """The text of the ``place`` call of a thing."""
    entity = scene.find(path)
    span = entity.place.span if entity.place is not None and entity.place.span is not None else entity.span
    if span is None:
        return ""
    lines = source.encode().splitlines()[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column]
    lines[0] = lines[0][span.column :]
    return b"\n".join(lines).decode()


if __name__ == "__main__":
    sys.exit(main())

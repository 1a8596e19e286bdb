"""Certified rooms to damage: of the embedded writer, of replies of models, and of these varied.

Each is a text whose scene the certifier has nothing against, and whose relations hold. They can be kept in a folder, one file each, so that layouts can be
compared on the same rooms.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import numpy as np

from scenewright.app.writers.embedded.composer import compose
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.language.editing import apply_edit
from scenewright.scene.language.editing.edits import Delete
from scenewright.scene.layout import Certificate, Problem, check_scene, solve_scene
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.program import write_poses
from scenewright.scene.model import Scene
from tests.benchmarks.layout_damage import loads_of
from tests.benchmarks.layout_replies import catalogue, programs, run_confined
from tests.benchmarks.room_descriptions import descriptions
from tests.benchmarks.time_limit import RanAway, time_limit

__all__ = ["CertifiedRoom", "certificate_of", "certified_rooms", "problem_in"]

SHARES = {"writer": 0.5, "reply": 0.15, "varied": 0.35}
"""Of all rooms, those from each source; what replies cannot give the writer does."""

DELETED, NUDGED, NUDGE = 3, 4, 0.25
"""How a room is varied: at most so many bodies deleted, so many nudged by at most so many metres."""

TRIES = 6
WRITER_SECONDS, LIMIT_S = 4.0, 120.0


@dataclass(frozen=True)
class CertifiedRoom:
    """`origin`: 'writer', 'reply' or 'varied'."""

    name: str
    origin: str
    source: str
    scene: Scene


def problem_in(scene: Scene) -> Problem:
    return problem_of(scene, bodies_of(scene, provider=catalogue()))


def certificate_of(scene: Scene) -> Certificate:
    """What the certifier says of a scene, of which nothing else is known."""
    return check_scene(scene, provider=catalogue(), settle=False).certificate


def certified_rooms(
    number: int, replies: Sequence[Path], *, seed: int = 0, folder: Path | None = None, least: int = 4
) -> list[CertifiedRoom]:
    """So many certified rooms of at least `least` bodies.

    Args:
        replies: files of replies; those that are not certified after their layout are left out.
        folder: where the rooms are read from, if they are there, and kept otherwise.
    """
    if folder is not None and (folder / "rooms.json").exists():
        return list(islice(_kept(folder), number))
    from_replies = list(islice(_replies(replies, seed, least), round(SHARES["reply"] * number)))
    varied_count = round(SHARES["varied"] * number)
    from_writer = list(islice(_written(seed, least), number - len(from_replies) - varied_count))
    # replies and rooms of the writer in turn: each is varied about as often as the others
    both = [r for pair in zip(from_replies * 5, from_writer, strict=False) for r in pair] or from_writer
    varied = list(islice(_varied(both, seed, least), varied_count))
    rooms = _mixed([from_writer, from_replies, varied])
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for room in rooms:
            (folder / f"{room.name}.py").write_text(room.source, encoding="utf-8")
        listed = [{"name": r.name, "origin": r.origin} for r in rooms]
        (folder / "rooms.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return rooms


def _kept(folder: Path) -> Iterator[CertifiedRoom]:
    for room in json.loads((folder / "rooms.json").read_text(encoding="utf-8")):
        source = (folder / f"{room['name']}.py").read_text(encoding="utf-8")
        yield CertifiedRoom(room["name"], room["origin"], source, run_confined(source))


def _mixed(groups: Sequence[Sequence[CertifiedRoom]]) -> list[CertifiedRoom]:
    """All rooms in an order in which every stretch has some of each group."""
    placed = [((k + 0.5) / len(group), n, room) for n, group in enumerate(groups) for k, room in enumerate(group)]
    return [room for _, _, room in sorted(placed, key=lambda p: p[:2])]


def _written(seed: int, least: int) -> Iterator[CertifiedRoom]:
    """Of the embedded writer, laid out anew, as its first guesses are."""
    for name, text in descriptions(seed):
        try:
            source = compose(text, catalogue(), seed=seed).program
        except ScenewrightError:
            continue
        room = _laid(f"writer_{name}", "writer", source, seed, least, written=False)
        if room is not None:
            yield room


def _replies(files: Sequence[Path], seed: int, least: int) -> Iterator[CertifiedRoom]:
    for program in programs(files):
        if program.scene is not None:
            room = _laid(f"reply_{program.name}", "reply", program.source, seed, least, written=True)
            if room is not None:
                yield room


def _laid(name: str, origin: str, source: str, seed: int, least: int, *, written: bool) -> CertifiedRoom | None:
    """A room laid out; None where it is not certified then."""
    try:
        scene = run_confined(source)
        if written and _certified(scene, least):
            return CertifiedRoom(name, origin, source, scene)
        with time_limit(LIMIT_S):
            result = solve_scene(
                source,
                scene,
                run_confined,
                provider=catalogue(),
                seed=seed,
                effort=1000.0 * WRITER_SECONDS,
                settle=False,
                best_effort=True,
                written=written,
                accept=True,
            )
        scene = run_confined(result.source)
    except (ScenewrightError, RanAway):
        return None
    return CertifiedRoom(name, origin, result.source, scene) if _certified(scene, least) else None


def _certified(scene: Scene, least: int) -> bool:
    """Nothing is wrong with it, and what can be read of its relations holds: a layout has no reason to move anything."""
    c = certificate_of(scene)
    held = all(r.satisfied for r in c.relations if r.residual is not None)
    return c.certified and held and c.requested >= least


def _varied(rooms: Sequence[CertifiedRoom], seed: int, least: int) -> Iterator[CertifiedRoom]:
    """Rooms with some things deleted and others nudged, as long as they stay certified."""
    if not rooms:
        return
    for number in count():
        room = rooms[number % len(rooms)]
        rng = np.random.default_rng([seed, 1, number])
        for _ in range(TRIES):
            varied = _nudged(*_thinned(room.source, room.scene, rng), rng)
            if varied is not None and varied[0] != room.source and _certified(varied[1], least):
                yield CertifiedRoom(f"varied_{number}_{room.name}", "varied", *varied)
                break


def _thinned(source: str, scene: Scene, rng: np.random.Generator) -> tuple[str, Scene]:
    """Without some bodies that carry nothing."""
    for _ in range(int(rng.integers(DELETED + 1))):
        problem = problem_in(scene)
        bare = [b for b in range(len(problem.bodies)) if b not in problem.parent and not problem.bodies.fixed[b]]
        if not bare:
            break
        path = problem.bodies.path[bare[int(rng.integers(len(bare)))]]
        edited = _tried(lambda p=path, s=source, now=scene: apply_edit(s, Delete(p), run_confined, scene=now))
        if edited is not None:
            source, scene = edited
    return source, scene


def _nudged(source: str, scene: Scene, rng: np.random.Generator) -> tuple[str, Scene] | None:
    """With some bodies, and what they carry, a little elsewhere."""
    problem = problem_in(scene)
    poses = problem.bodies.initial.copy()
    for body in rng.permutation(len(problem.bodies))[:NUDGED].tolist():
        if problem.bodies.fixed[body] or problem.bodies.support[body] not in ("floor", "rug"):
            continue
        by = rng.uniform(-NUDGE, NUDGE, 2).round(3)
        poses[np.ix_(loads_of(problem, body), [0, 2])] += by
    return _tried(lambda: write_poses(source, scene, problem.bodies, poses, run_confined))


def _tried(edit: Callable[[], object]) -> tuple[str, Scene] | None:
    try:
        result = edit()
    except ScenewrightError:
        return None
    return result.source, result.scene  # type: ignore[attr-defined]

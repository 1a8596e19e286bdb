"""One scene graded as SceneEval does: counts, attributes, relations, collisions, bounds, support, navigability, clearance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations, islice, product

import numpy as np

from scenewright.assets import Catalogue
from scenewright.scene.model import Scene
from tests.benchmarks.bench_sceneeval import Instance, Tally, bears, clauses, holds, instances, matching
from tests.benchmarks.sceneeval_relations import CODE, FIXED, HOLDS, PAIRS, TEXT, surround
from tests.benchmarks.sceneeval_shapes import Box, Thing, World, contacts, first_hits, world_of

MOST_GROUPS = 5000
PUSH = 0.005
TOUCH = 0.01
IN_BOUNDS = 0.99
ROBOT = 0.2
PIXELS = 256
WINDOW_DEPTH = 0.5


@dataclass
class Grade:
    """What one scene, or many, came to. Each tally is of single demands or objects."""

    counts: Tally = field(default_factory=Tally)
    attributes: Tally = field(default_factory=Tally)
    pairs: Tally = field(default_factory=Tally)
    pairs_by_code: Tally = field(default_factory=Tally)
    pairs_present: Tally = field(default_factory=Tally)
    fixed: Tally = field(default_factory=Tally)
    fixed_present: Tally = field(default_factory=Tally)
    apart: Tally = field(default_factory=Tally)
    scenes_apart: Tally = field(default_factory=Tally)
    in_bounds: Tally = field(default_factory=Tally)
    supported: Tally = field(default_factory=Tally)
    supported_by_code: Tally = field(default_factory=Tally)
    doors: Tally = field(default_factory=Tally)
    windows: Tally = field(default_factory=Tally)
    open_share: list[float] = field(default_factory=list)
    navigability: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def take(self, other: Grade) -> None:
        for name, value in vars(other).items():
            mine = getattr(self, name)
            if isinstance(value, Tally):
                mine.asked += value.asked
                mine.met += value.met
            elif isinstance(value, Counter):
                mine.update(value)
            else:
                mine.extend(value)


def support_of(things: list[Instance], scene: Scene, catalogue: Catalogue) -> dict[str, str]:
    """What holds each thing up: as the program says it, else as the catalogue does."""
    said: dict[str, str] = {}
    for relations, kind in ((("on", "inside"), "surface"), (("on_wall",), "wall"), (("hanging",), "ceiling")):
        for relation in scene.relations:
            if relation.kind in relations:
                said.update(dict.fromkeys(relation.paths.get("a", ()), kind))
    return {t.path: said.get(t.path) or (catalogue.entry(t.entry).support if t.entry else "floor") for t in things}


def grade_nothing(row: dict[str, str]) -> Grade:
    """Of a description that no scene came of: all that it demands is missed."""
    grade = Grade()
    for clause in clauses(row["ObjCount"]):
        grade.counts.add(False)
        grade.misses.append(f"{row['ID']}: count {','.join(clause)}: no scene")
    for _ in (c for c in clauses(row["ObjAttr"]) if len(c) > 3):
        grade.attributes.add(False)
    for _ in clauses(row["OORel"]):
        grade.pairs.add(False)
        grade.pairs_by_code.add(False)
    for _ in clauses(row["OARel"]):
        grade.fixed.add(False)
    return grade


def grade_scene(row: dict[str, str], scene: Scene, catalogue: Catalogue) -> Grade:
    grade = Grade()
    named = instances(scene, catalogue)
    world = world_of(scene, catalogue, support_of(named, scene, catalogue))
    _words(row, named, catalogue, grade)
    found = {
        w: [world.things[t.path] for t in matching(w, row, named, catalogue) if t.path in world.things]
        for w in _nouns(row)
    }
    for clause in clauses(row["OORel"]):
        _pair_clause(row["ID"], clause, found, grade)
    for clause in clauses(row["OARel"]):
        _fixed_clause(row["ID"], clause, found, world, grade)
    _physics(row["ID"], world, grade)
    return grade


def _words(row: dict[str, str], named: list[Instance], catalogue: Catalogue, grade: Grade) -> None:
    for quantifier, number, word, *_ in clauses(row["ObjCount"]):
        have = len(matching(word, row, named, catalogue))
        grade.counts.add(holds(quantifier, int(number), have))
        if not holds(quantifier, int(number), have):
            grade.misses.append(f"{row['ID']}: count {quantifier} {number} {word}: {have}")
    for quantifier, number, word, attribute, *_ in (c for c in clauses(row["ObjAttr"]) if len(c) > 3):
        have = sum(bears(t, attribute)[0] for t in matching(word, row, named, catalogue))
        grade.attributes.add(holds(quantifier, int(number), have))


def _noun(word: str) -> str:
    return word.split(":", maxsplit=1)[0]


def _nouns(row: dict[str, str]) -> set[str]:
    words = {_noun(w) for c in clauses(row["OORel"]) for w in c[4:]}
    return words | {_noun(c[3]) for c in clauses(row["OARel"]) if len(c) > 3}


def _pair_clause(number: str, clause: list[str], found: dict[str, list[Thing]], grade: Grade) -> None:
    quantifier, asked, word, index, *objects = clause
    nouns = [_noun(o) for o in objects]
    name = f"pair {word}"
    grade.asked[name] += 1
    needed = Counter(nouns)
    at = int(index) if index.lstrip("-").isdigit() and 0 <= int(index) < len(nouns) else 0
    anchor = nouns[at]
    others = Counter(nouns[:at] + nouns[at + 1 :])
    present = all(len(found[n]) >= k for n, k in needed.items())
    met = by_code = False
    count = 0
    if present:
        groups = product(found[anchor], *(combinations(found[n], k) for n, k in others.items()))
        tallies = {TEXT: 0, CODE: 0}
        for group in islice(groups, MOST_GROUPS):
            targets = [t for some in group[1:] for t in some]
            if group[0] in targets:
                continue
            for reading in tallies:
                tallies[reading] += _score(word, targets, group[0], reading) > HOLDS
        count = tallies[TEXT]
        met, by_code = (holds(quantifier, int(asked), n) for n in tallies.values())
        grade.pairs_present.add(met)
    grade.pairs.add(met)
    grade.pairs_by_code.add(by_code)
    if not met:
        grade.missed[name] += 1
        grade.misses.append(f"{number}: {','.join(clause)}: {f'{count} hold' if present else 'not all there'}")


def _score(word: str, targets: list[Thing], anchor: Thing, reading) -> float:
    if word == "surround" or (word == "around" and len(targets) > 1):
        return surround(targets, anchor)
    pair = PAIRS.get(word)
    return 1.0 if pair is None else min(pair(t, anchor, reading) for t in targets)


def _fixed_clause(number: str, clause: list[str], found: dict[str, list[Thing]], world: World, grade: Grade) -> None:
    quantifier, asked, word, noun, *architecture = clause
    name = f"fixed {word}"
    grade.asked[name] += 1
    kind = _noun(architecture[0]).split("_")[-1] if architecture else "room"
    things = found[_noun(noun)]
    judge = FIXED.get(word)
    count = len(things) if judge is None else sum(judge(t, world, kind) > HOLDS for t in things)
    met = bool(things) and (judge is None or holds(quantifier, int(asked), count))
    if things:
        grade.fixed_present.add(met)
    grade.fixed.add(met)
    if not met:
        grade.missed[name] += 1
        grade.misses.append(f"{number}: {','.join(clause)}: {f'{count} hold' if things else 'not there'}")


# -- physics ---------------------------------------------------------------------------------------------------------------


def _physics(number: str, world: World, grade: Grade) -> None:
    things = list(world.things.values())
    hit = colliding(things)
    for thing in things:
        grade.apart.add(thing.path not in hit)
        inside = in_bounds(thing, world)
        grade.in_bounds.add(inside)
        held = supported(thing, world)
        grade.supported.add(held)
        grade.supported_by_code.add(held and supported(thing, world, TOUCH - PUSH))
        if not inside:
            grade.misses.append(f"{number}: {thing.path} out of bounds")
        if not held:
            grade.misses.append(f"{number}: {thing.path} ({thing.support}) unsupported")
    grade.misses.extend(f"{number}: {path} collides with {', '.join(sorted(others))}" for path, others in hit.items())
    grade.scenes_apart.add(not hit)
    grade.navigability.append(navigability(world))
    for kind, tally in (("door", grade.doors), ("window", grade.windows)):
        for opening in world.of(kind):
            blocked = in_the_way(opening, things)
            tally.add(not blocked)
            grade.open_share.append(open_share(opening, [world.things[p] for p in blocked]))
            if blocked:
                grade.misses.append(f"{number}: {kind} blocked by {', '.join(blocked)}")


def colliding(things: list[Thing]) -> dict[str, set[str]]:
    """Which things meet others, after a push of 5 mm away from where they touch."""
    out: dict[str, set[str]] = {}
    for i, a in enumerate(things):
        for b in things[i + 1 :]:
            if (a.bounds[0] > b.bounds[1]).any() or (b.bounds[0] > a.bounds[1]).any():
                continue
            touching = contacts(a, b)
            if len(touching) == 0:
                continue
            away = b.centroid - touching.mean(axis=0)
            length = np.linalg.norm(away)
            if length > 1e-9 and len(contacts(a, b, PUSH * away / length, most=1)) == 0:
                continue
            out.setdefault(a.path, set()).add(b.path)
            out.setdefault(b.path, set()).add(a.path)
    return out


def in_bounds(thing: Thing, world: World) -> bool:
    points = thing.sampled(1000)
    inside = (np.abs(points[:, 0]) <= world.room.width / 2) & (np.abs(points[:, 2]) <= world.room.depth / 2)
    return bool((inside & (points[:, 1] >= -1e-6)).mean() >= IN_BOUNDS)


def supported(thing: Thing, world: World, touch: float = TOUCH) -> bool:
    """By contact within 1 cm: of a wall or the ceiling anywhere; below, the centroid over the hull of what is touched.

    Rays start 5 mm off, so that what touches is met; the published code counts these 5 mm as distance.
    """
    down = {"wall": -thing.front, "ceiling": np.array([0.0, 1.0, 0.0])}.get(thing.support, np.array([0.0, -1.0, 0.0]))
    triangles = thing.triangles - PUSH * down
    reach = triangles @ down
    lowest = reach.max()
    close = reach > lowest - TOUCH
    origins = triangles[close]
    flat = triangles[close.all(axis=1)]
    if len(flat):
        rng = np.random.default_rng(0)
        normal = np.cross(flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0])
        flat = flat[np.abs(normal @ down) > 0.9 * np.linalg.norm(normal, axis=1)]
        u = rng.dirichlet([1.0, 1.0, 1.0], (len(flat), 8))
        origins = np.concatenate([origins, np.einsum("fsk,fkc->fsc", u, flat).reshape(-1, 3)])
    if len(origins) > 400:
        origins = origins[np.random.default_rng(1).choice(len(origins), 400, replace=False)]
    touched = np.zeros(len(origins), dtype=bool)
    low, high = thing.bounds[0] - 0.03, thing.bounds[1] + 0.03
    for other in world.things.values():
        if other is thing or (other.bounds[0] > high).any() or (other.bounds[1] < low).any():
            continue
        depth = other.triangles @ down
        near = other.triangles[(depth.max(axis=1) > lowest - 2 * TOUCH) & (depth.min(axis=1) < lowest + 2 * TOUCH)]
        touched |= first_hits(origins, down, near) < PUSH + touch
    surfaces = [w.thing.triangles for w in world.walls] + [_slab(world, 0.0)]
    if np.isfinite(world.room.height):
        surfaces.append(_slab(world, world.room.height))
    touched |= first_hits(origins, down, np.concatenate(surfaces)) < PUSH + touch
    if thing.support in ("wall", "ceiling"):
        return bool(touched.any())
    points = np.unique(np.round(origins[touched][:, [0, 2]], 6), axis=0)
    return _over_hull(points, thing.centroid[[0, 2]])


def _slab(world: World, y: float) -> np.ndarray:
    w, d = world.room.width / 2, world.room.depth / 2
    corners = np.array([[-w, y, -d], [w, y, -d], [w, y, d], [-w, y, d]])
    return corners[[[0, 1, 2], [0, 2, 3]]]


def _over_hull(points: np.ndarray, at: np.ndarray) -> bool:
    from scipy.spatial import ConvexHull, QhullError

    if len(points) < 3:
        return False
    try:
        hull = ConvexHull(points)
    except QhullError:  # in one line
        return False
    return bool((hull.equations @ [*at, 1.0] <= 1e-9).all())


def navigability(world: World) -> float:
    """The largest connected part of the floor that a thing 0.2 m wide reaches, of all that it fits on."""
    from scipy import ndimage

    scale = max(world.room.width, world.room.depth) / 2 + 0.2
    axis = (np.arange(PIXELS) + 0.5) / PIXELS * 2 * scale - scale
    x, z = np.meshgrid(axis, axis)
    free = (np.abs(x) <= world.room.width / 2 - ROBOT / 2) & (np.abs(z) <= world.room.depth / 2 - ROBOT / 2)
    points = np.stack([x.ravel(), np.zeros(x.size), z.ravel()], axis=1)
    for thing in world.things.values():
        if thing.box.centre[1] > 2.0:
            continue
        local = np.abs(thing.box.local(points)) - thing.box.half
        free &= ~(np.hypot(np.maximum(local[:, 0], 0), np.maximum(local[:, 2], 0)) <= ROBOT / 2).reshape(x.shape)
    labels, count = ndimage.label(free, structure=np.ones((3, 3)))
    if count == 0:
        return 0.0
    return float(np.bincount(labels.ravel())[1:].max() / free.sum())


def in_the_way(opening, things: list[Thing]) -> list[str]:
    """Paths of what stands before a door (as deep as it is wide) or a window (0.5 m)."""
    w, h, _ = opening.box.half
    depth = 2 * w if opening.kind == "door" else WINDOW_DEPTH
    zone = Box(opening.box.centre + opening.box.axes[:, 2] * depth / 2, np.array([w, h, depth / 2]), opening.box.axes)
    return [t.path for t in things if zone.contains(t.box.points).any()]


def open_share(opening, things: list[Thing]) -> float:
    """How much of a door or window is seen through what stands before it."""
    w, h, _ = opening.box.half
    depth = 2 * w if opening.kind == "door" else WINDOW_DEPTH
    x, y = np.meshgrid((np.arange(40) + 0.5) / 20 - 1, (np.arange(40) + 0.5) / 20 - 1)
    grid = np.stack([x.ravel() * w, y.ravel() * h, np.zeros(x.size)], axis=1) @ opening.box.axes.T + opening.box.centre
    covered = np.zeros(len(grid), dtype=bool)
    for thing in things:
        covered |= first_hits(grid, opening.box.axes[:, 2], thing.triangles) <= depth
    return float(1.0 - covered.mean())

"""Searches that end by their effort: their results depend only on it, and a child process can compare them as text."""

from __future__ import annotations

import json

import numpy as np

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Problem
from scenewright.scene.layout.feasibility import find_conflicts, hopeless, narrow
from scenewright.scene.layout.program import repair_program
from scenewright.scene.layout.program.repair import Repair
from scenewright.scene.layout.search import Effort, Solution, occupancy_of, proposals, solve
from scenewright.scene.layout.search.exact import Packing, pack_floor
from scenewright.scene.model import Room
from tests.support.crowded_programs import GRID, HEAD, RING, overlaps
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE, random_things

BELOW = 1e9
"""A time limit in seconds that these tests never reach."""


Named = tuple[list[tuple[int, ...]], list[tuple[int, ...]]]


def torn() -> Problem:
    """Relations of which some conflict, which no bound shows, among others that can hold."""
    things = {n: Thing((0.5, 0.5, 0.5)) for n in "abcdef"}
    relations = [
        ("near", "d", "a", {}),
        ("next_to", "a", "b", {}),
        ("parallel", "c", "d", {}),
        ("in_corner", "a", None, {}),
        ("centered", "b", "room", {}),
        ("far", "e", "f", {}),
    ]
    return problem_of(things, *relations, room=Room(6.0, 6.0, 2.5))


def crowded() -> Problem:
    """Four squares that fit by area but not by side length, and a small thing."""
    things = {f"b{k}": Thing((0.9, 0.5, 0.9)) for k in range(4)} | {"bin": Thing((0.2, 0.3, 0.2))}
    return problem_of(things, room=Room(1.9 * 0.9, 2.5 * 0.9, 2.5))


def furnished() -> Problem:
    """Many things; every second one is to be near the next."""
    room = Room(7.0, 7.0, 2.5)
    things = random_things(np.random.default_rng(3), 14, room)
    pairs = [("near", f"thing{k}", f"thing{k + 1}", {"hi": 0.5}) for k in range(0, 12, 2)]
    return problem_of(things, *pairs, ("centered", "thing0", "room", {}), room=room)


PROBLEMS = {"torn": torn, "crowded": crowded, "furnished": furnished}


UNITS = {"torn": 200.0, "crowded": 400.0, "furnished": 200.0}
"""Units of effort, too few to finish, so that a search ends when they are used up."""


def solved(name: str, **options) -> Solution:
    """The solution of the named problem with its `UNITS`."""
    return solve(PROBLEMS[name](), JUDGE, proposals.sample, effort=Effort(UNITS[name], seconds=BELOW), **options)


def tried(problem: Problem, given: Effort, tries: int = 1) -> Solution:
    """A short search, as the search for conflicts needs it."""
    return solve(problem, JUDGE, proposals.sample, effort=given, starts=2, patience=12 * tries)


def conflicts(name: str, units: float = 4000.0, seconds: float = BELOW) -> tuple[Named, Effort]:
    """Bodies and relations of each conflict of a problem, from all searches for conflicts, and the effort."""
    problem, whole = PROBLEMS[name](), Effort(units, seconds=seconds)
    assert find_conflicts(problem, whole) == []
    solution = tried(problem, whole.part(400.0))
    first = hopeless(problem, solution, tried, whole.part(share=0.3))
    rest = narrow(problem, solution, tried, whole.part(share=0.7), first)
    return ([c.bodies for c in (*first, *rest)], [c.constraints for c in (*first, *rest)]), whole


def packed(given: Effort | None = None) -> Packing:
    """A packing of more squares than CP-SAT can solve to the end, some of them with a wished place."""
    sizes = [0.51, 0.53, 0.55, 0.57, 0.59] * 4
    problem = problem_of({f"b{k}": Thing((s, 0.5, s)) for k, s in enumerate(sizes)}, room=Room(3.75, 2.4, 2.5))
    wishes = {b: np.array([0.1 * b - 1.0, 0.0, 0.5 - 0.1 * b, 0.0]) for b in range(6)}
    return pack_floor(problem, occupancy_of(problem), list(range(len(sizes))), units=200.0, wishes=wishes, effort=given)


def repaired(program: str, **options) -> Repair:
    """The repair of a program of :mod:`tests.support.crowded_programs`."""
    source = HEAD + program
    return repair_program(source, evaluate_here(source), overlaps, evaluate_here, **options)


def fingerprint() -> str:
    """The results and efforts of these searches as JSON text."""
    found: dict[str, object] = {}
    for name in PROBLEMS:
        solution = solved(name)
        found[name] = [solution.poses.tolist(), solution.failing.tolist(), solution.unplaced.tolist(), solution.effort]
    for name in ("torn", "crowded"):
        named, whole = conflicts(name, 600.0)
        found[f"conflicts of {name}"] = [named, whole.spent]
    found["packed"] = sorted((b, p.tolist()) for b, p in packed().poses.items())
    found["numbers"] = [repaired(p, effort=150.0).source for p in (GRID, RING)]
    return json.dumps(found)

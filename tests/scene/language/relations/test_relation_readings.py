"""What relations mean in a layout: aligned things by how they stand, rows, the root, names that mean nothing, statements."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.relations import KINDS, Takes
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import AnchorKind, Problem
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.forest import problem_of
from scenewright.scene.layout.relations import constraints_of, explain, holds, naming, statements_of
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.model import Room, Scene

ROOM = "room(12, 10, 2.6)"


def program(places: dict[str, tuple[float, ...]], relations: str, room: str = ROOM) -> str:
    """Boxes by name: x, z and, where they are given, turn, width and depth."""
    rows = []
    for name, (x, z, *more) in places.items():
        turn, width, depth = (*more, *(0.0, 0.5, 0.4)[len(more) :])
        rows.append(f"place(box({width}, {depth}), at=({x}, 0, {z}), turn={turn}, name={name!r})")
    inside = ", ".join([*([room] if room else []), *rows])
    return (
        "from scene.language import *\n"
        "def box(w, d): return primitive_call('cube', {'scale': (w, 0.7, d)})\n"
        f"@register('a hall')\ndef hall():\n    return concat_shapes({inside})\nrelate({relations})\n"
    )


def read(places: dict[str, tuple[float, ...]], relations: str, room: str = ROOM) -> Problem:
    scene = evaluate_here(program(places, relations, room))
    return problem_of(scene, bodies_of(scene))


def readings(problem: Problem) -> list[str]:
    return [c.parameters.get("reading", "") for c in problem.constraints]


def met(problem: Problem) -> list[bool]:
    values = residuals(problem, problem.bodies.initial)
    return [bool(holds(c, v)) for c, v in zip(problem.constraints, values)]


class TestAligned:
    def test_two_desks_side_by_side_are_a_row(self) -> None:
        problem = read({"desk_1": (-1.2, -1.0), "desk_2": (1.2, -1.0)}, "aligned('desk_1', 'desk_2', 'x')")
        (constraint,) = problem.constraints
        assert constraint.text == "aligned(desk_1, desk_2, axis='x') read as in a row along x"
        assert constraint.parameters == {"axis": "z", "reading": "row along x"}
        assert met(problem) == [True]
        assert "0.000 m apart along z" in explain(constraint, problem, problem.bodies.initial)

    def test_two_desks_behind_each_other_have_the_same_x(self) -> None:
        problem = read({"desk_1": (1.0, -1.0), "desk_2": (1.02, 1.2)}, "aligned('desk_1', 'desk_2', 'x')")
        assert readings(problem) == ["same x"]
        assert problem.constraints[0].text.endswith("axis='x') read as at the same x")
        assert met(problem) == [True]

    def test_a_tie_is_the_same_coordinate(self) -> None:
        problem = read({"a": (0.0, 0.0), "b": (1.0, 1.0)}, "aligned('a', 'b', 'x'), aligned('a', 'b', 'z')")
        assert readings(problem) == ["same x", "same z"]

    def test_heights_have_one_meaning(self) -> None:
        problem = read({"a": (0.0, 0.0), "b": (2.0, 0.0)}, "aligned('a', 'b', 'y')")
        assert readings(problem) == ["same y"]

    @pytest.mark.parametrize(("along", "across"), [("x", "z"), ("z", "x")])
    def test_each_of_a_grid_by_its_own_places(self, along: str, across: str) -> None:
        """What 84 relations of a grid of desks say, whichever of the two meanings the writer had in mind."""
        places = {f"desk_{r}_{c}": (1.5 * c - 5.0, 1.2 * r - 4.0, 0.0, 0.6, 0.5) for r in range(7) for c in range(7)}
        along_row = [f"aligned('desk_{r}_{c}', 'desk_{r}_{c + 1}', {along!r})" for r in range(7) for c in range(6)]
        along_column = [f"aligned('desk_{r}_{c}', 'desk_{r + 1}_{c}', {across!r})" for r in range(6) for c in range(7)]
        problem = read(places, ", ".join([*along_row, *along_column]), "room(14, 12, 2.6)")
        assert len(problem.constraints) == 84
        assert all(met(problem))
        told = Counter(readings(problem))
        if along == "x":
            assert told == {"row along x": 42, "row along z": 42}
        else:
            assert told == {"same z": 42, "same x": 42}

    def test_several_are_read_as_one(self) -> None:
        """One of them is off either way: the others decide what it means."""
        places = {"a": (-2.0, 1.0), "b": (0.0, 1.0), "c": (2.0, 1.4)}
        problem = read(places, "aligned(['a', 'b', 'c'], 'x')")
        assert readings(problem) == ["row along x"] * 2
        assert [c.items for c in problem.constraints] == [(1,), (2,)]
        assert {c.target.body for c in problem.constraints} == {0}
        assert met(problem) == [True, False]

    def test_without_an_axis_the_nearest(self) -> None:
        problem = read({"a": (-2.0, 1.0), "b": (0.0, 1.02)}, "aligned('a', 'b')")
        assert readings(problem) == ["row along x"]
        assert met(problem) == [True]

    def test_with_the_room_and_with_a_wall(self) -> None:
        problem = read({"a": (0.01, 3.0)}, "aligned('a', 'room', 'x'), aligned('a', 'back', 'x')")
        assert readings(problem) == ["same x", "same x"]
        assert met(problem) == [True, True]

    def test_what_nobody_placed_says_nothing(self) -> None:
        text = program({"a": (-2.0, 1.0)}, "aligned('a', 'b', 'x')").replace(
            "name='a')", "name='a'), place(box(0.5, 0.4), name='b')"
        )
        scene = evaluate_here(text)
        (constraint,), _ = constraints_of(scene, bodies_of(scene))
        assert constraint.parameters["reading"] == "same x"

    @given(st.lists(st.tuples(st.floats(-4, 4), st.floats(-4, 4)), min_size=2, max_size=6), st.sampled_from("xz"))
    @settings(max_examples=40, deadline=None)
    def test_the_nearer_meaning_is_taken(self, places: list[tuple[float, float]], axis: str) -> None:
        named = {f"t{k}": p for k, p in enumerate(places)}
        problem = read(named, f"aligned({list(named)!r}, {axis!r})")
        got = float(residuals(problem, problem.bodies.initial).max())
        stand = problem.bodies.initial
        ways = [np.abs(stand[1:, k] - stand[0, k]).max() for k in (0, 2)]
        assert got == pytest.approx(min(ways), abs=1e-6)


class TestRows:
    def test_along_an_axis(self) -> None:
        places = {"a": (-2.0, 1.0), "b": (0.0, 1.03), "c": (2.0, 1.3)}
        problem = read(places, "in_row(['a', 'b'], 'x'), in_row(['a', 'b', 'c'], 'x'), in_row(['a', 'b'], 'z')")
        assert met(problem) == [True, False, False]
        assert problem.constraints[1].text == "in_row(a, b, c, along='x')"
        assert "in line within" in explain(problem.constraints[1], problem, problem.bodies.initial)

    def test_by_how_they_stand(self) -> None:
        problem = read({"a": (1.0, -2.0), "b": (1.0, 0.0), "c": (1.1, 2.0)}, "in_row(['a', 'b', 'c'])")
        assert problem.constraints[0].parameters == {"along": "z", "reading": "row along z"}
        assert problem.constraints[0].text == "in_row(a, b, c) read as along z"

    def test_along_the_wall_that_is_nearest(self) -> None:
        places = {"a": (-2.0, -4.8, 0.0, 0.8, 0.4), "b": (-1.0, -4.7, 0.0, 0.8, 0.6), "c": (0.0, -4.8, 0.0, 0.8, 0.4)}
        problem = read(places, "in_row(['a', 'b', 'c'], along='wall')")
        assert problem.constraints[0].parameters["wall"] == "back"
        assert problem.constraints[0].text.endswith("along='wall') read as along the back wall")
        assert met(problem) == [True]  # their backs are in line
        turned = {"a": (5.7, -2.0, -90.0), "b": (5.6, -1.0, -90.0, 0.5, 0.6), "c": (5.3, 0.0, -90.0)}
        problem = read(turned, "in_row(['a', 'b', 'c'], along='wall'), in_row(['a', 'b'], along='wall')")
        assert [c.parameters["wall"] for c in problem.constraints] == ["right", "right"]
        assert met(problem) == [False, True]

    def test_what_makes_no_row(self) -> None:
        problem = read({"a": (0.0, 0.0)}, "in_row(['a'], 'x'), aligned(['a', 'q'], 'x'), spaced(['a'], 'x')")
        assert not problem.constraints
        assert "two or more" in problem.unread[0]
        assert "'q'" in problem.unread[1]
        outside = read({"a": (0.0, 0.0), "b": (1.0, 0.0)}, "in_row(['a', 'b'], 'wall'), in_row(['a', 'b'], 'x')", "")
        assert "needs a room" in outside.unread[0]
        assert [c.parameters["along"] for c in outside.constraints] == ["x"]

    @given(
        st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3), st.floats(-180, 180)), min_size=2, max_size=5),
        st.sampled_from(["x", "z"]),
    )
    @settings(max_examples=40, deadline=None)
    def test_a_row_is_as_wide_as_its_middles_are_apart_across_it(
        self, places: list[tuple[float, float, float]], along: str
    ) -> None:
        named = {f"t{k}": p for k, p in enumerate(places)}
        problem = read(named, f"in_row({list(named)!r}, {along!r})")
        across = problem.bodies.initial[:, 2 if along == "x" else 0]
        assert float(residuals(problem, problem.bodies.initial)[0]) == pytest.approx(np.ptp(across), abs=1e-6)

    def test_spaced_without_an_axis_goes_along_the_longest(self) -> None:
        problem = read({"a": (0.0, -2.0), "b": (0.1, 0.0), "c": (0.0, 2.0)}, "spaced(['a', 'b', 'c'])")
        assert problem.constraints[0].parameters["axis"] == "z"
        assert met(problem) == [True]


class TestTheRoot:
    @pytest.mark.parametrize("name", ["scene", "room", "hall"])
    def test_it_is_the_room(self, name: str) -> None:
        said = f"on('a', '{name}'), near('a', '{name}'), centered('a', '{name}'), inside('a', '{name}'), facing('b', '{name}')"
        problem = read({"a": (0.0, 0.05), "b": (2.0, 2.0, -135.0)}, said)
        assert not problem.unread
        assert all(c.target.kind is AnchorKind.ROOM for c in problem.constraints)
        assert [c.text for c in problem.constraints] == [
            "on(a, floor)",
            "near(a, room, lo=0.0, hi=1.5)",
            "centered(a, room)",
            "inside(a, room)",
            "facing(b, room)",
        ]
        assert all(met(problem))

    @pytest.mark.parametrize("name", ["scene", "room", "hall", "floor", "ground"])
    def test_out_of_doors_it_is_the_ground(self, name: str) -> None:
        problem = read(
            {"a": (0.0, 0.05), "b": (2.0, 2.0)}, f"on('a', '{name}'), near('b', '{name}'), centered('a', '{name}')", ""
        )
        assert not problem.unread
        assert all(c.target.kind is AnchorKind.ROOM for c in problem.constraints)
        assert problem.constraints[0].text == "on(a, ground)"
        assert all(met(problem))

    @pytest.mark.parametrize("room", [ROOM, ""])
    def test_where_it_means_nothing_the_rest_is_kept(self, room: str) -> None:
        said = "above('a', 'scene'), left_of('a', 'scene'), far('a', 'scene'), facing('scene', 'a'), embedded_in('a', 'scene'), near('a', 'b')"
        problem = read({"a": (0.0, 0.0), "b": (1.0, 0.0)}, said, room)
        assert sorted(problem.unread) == [0, 1, 2, 3, 4]
        assert f"not the {'room' if room else 'ground'}" in problem.unread[0]
        assert [c.kind for c in problem.constraints] == ["near"]


class TestNamesThatMeanNothing:
    def test_they_are_told_and_the_rest_is_kept(self) -> None:
        said = "on('lamp', 'desk_1'), near('desk_1', 'desk_3'), near('desk_1', 'desk_2'), joined('desk_1', 'lmp'), fixed('sofa')"
        problem = read({"desk_1": (0.0, 0.0), "desk_2": (1.0, 0.0)}, said)
        assert [c.relation for c in problem.constraints] == [2]
        assert problem.unread[0] == "there is no instance 'lamp'; there are desk_1 and desk_2"
        assert problem.unread[1].startswith("there is no instance 'desk_3'; the nearest: ")
        assert "hall/desk_2" in problem.unread[1]
        assert "'lmp'" in problem.unread[3]
        assert "'sofa'" in problem.unread[4]

    def test_a_letter_is_no_wall(self) -> None:
        problem = read({"a": (0.0, 0.0), "b": (1.0, 0.0)}, "near('a', 'n'), facing('a', 'e'), near('a', 'north wall')")
        assert sorted(problem.unread) == [0, 1]
        assert problem.constraints[0].target.wall == "back"

    def test_no_names_at_all(self) -> None:
        problem = read({"a": (0.0, 0.0), "b": (1.0, 0.0)}, "spaced([], 'x'), near([], 'b'), joined([]), near('a', 'b')")
        assert sorted(problem.unread) == [0, 1, 2]
        assert all("no names" in problem.unread[k] for k in (0, 1, 2))
        assert len(problem.constraints) == 1

    def test_a_thing_to_hang_on_must_be_a_wall(self) -> None:
        problem = read(
            {"a": (0.0, 0.0), "b": (1.0, 0.0)},
            "on_wall('a', wall='b'), against_wall('a', 'b'), on_wall('a', wall='left')",
        )
        assert sorted(problem.unread) == [0]
        assert [c.target.kind for c in problem.constraints] == [AnchorKind.BODY, AnchorKind.WALL]


def stated(places: dict[str, tuple[float, ...]], relations: str, room: str = ROOM):
    scene = evaluate_here(program(places, relations, room))
    bodies = bodies_of(scene)
    assert constraints_of(scene, bodies)[0] == ()
    return statements_of(scene, bodies)


SOME = ["a", "b", "pair", "pair/cup", "nothing", "scene", "hall", "room", "floor", "ceiling", "back", "wall", "door", "window[1]", "ghost", "x", ""]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(SOME),
    st.lists(st.sampled_from(SOME), max_size=3),
    st.sampled_from([0.5, 2, None, True, (0, 0, 0), (0.1, 0.5)]),
)


MIXED = """
from scene.language import *
def box(size): return primitive_call('cube', {'scale': size})
@register('two things that are placed in a third')
def pair(): return concat_shapes(box(0.5), place(box(0.1), at=(0, 0.5, 0), name='cup'), place(box(0.2), at=(0.5, 0, 0), name='jug'))
@register('a hall')
def hall():
    walls = [room(6, 5, 2.6, doors=['front'], windows=[('left', 0, 1, 1), ('right', 0, 1, 1)])] if ROOFED else []
    things = [place(box(0.4), at=(k, 0, 0.5 * k), name=name) for k, name in enumerate('ab')]
    return concat_shapes(*walls, *things, place('pair', at=(-1, 0, 1)), place(concat_shapes(), at=(1, 0, 1), name='nothing'))
"""


MEANT = {Takes.NAME: st.sampled_from(SOME), Takes.NAMES: st.lists(st.sampled_from(SOME), min_size=1, max_size=4), Takes.NUMBER: st.floats(0, 3),
         Takes.AXIS: st.sampled_from("xyz"), Takes.ALONG: st.sampled_from(["x", "z", "wall", "left"]), Takes.WALL: st.sampled_from(SOME),
         Takes.CORNER: st.sampled_from(["back_left", "front", "corner"]), Takes.FRAME: st.sampled_from(["view", "own", None])}  # fmt: skip


@given(st.sampled_from(list(KINDS)), st.data(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_whatever_is_said_is_read_or_told(kind: str, data: st.DataObject, roofed: bool) -> None:
    """A relation either does not evaluate, with a message, or is a constraint that can be judged, a statement, or told as unread."""
    order = KINDS[kind].parameters
    meant = order[: data.draw(st.integers(min(len(order), 2), len(order)))]
    arguments = [data.draw(VALUES if data.draw(st.integers(0, 9)) == 0 else MEANT[p.takes]) for p in meant]
    called = f"{kind}({', '.join(map(repr, arguments))})"
    try:
        scene = evaluate_here(MIXED.replace("ROOFED", str(roofed)) + f"relate({called})\n", root="hall")
    except ProgramError as error:
        told = str(error)
    else:
        told = kind
        judge(scene)
    assert kind in told


def judge(scene: Scene) -> None:
    bodies = bodies_of(scene)
    constraints, unread = constraints_of(scene, bodies)
    statements_of(scene, bodies)
    read = {c.relation for c in constraints}
    solved = {k for k, r in enumerate(scene.relations) if KINDS[r.kind].solved}
    assert solved <= read | set(unread)
    nothing = np.full(len(bodies), -1, dtype=np.int32)
    ground = scene.room or Room(9.0, 9.0, float("inf"))
    problem = Problem(bodies, ground, constraints, nothing, nothing.copy())
    assert not np.isnan(residuals(problem, bodies.initial)).any()
    assert all(explain(c, problem, bodies.initial) for c in constraints)


FIVE = {name: (1.5 * k - 4.0, 0.0) for k, name in enumerate("abcde")}


class TestStatements:
    def test_names_with_and_without_a_list(self) -> None:
        said = stated(
            FIVE, "joined('a', 'b'), joined(['c', 'd']), embedded_in('e', 'd'), fixed('a', 'e'), fixed(['c'])"
        )
        assert said.joined == ((0, 1), (2, 3))
        assert said.embedded == ((4, 3),)
        assert said.fixed == frozenset({0, 2, 4})

    def test_groups_that_share_a_body_are_one(self) -> None:
        assert stated(FIVE, "joined('a', 'b'), joined('d', 'e'), joined('b', 'd')").joined == ((0, 1, 3, 4),)

    def test_all_of_the_scene(self) -> None:
        assert stated(FIVE, "fixed('scene')").fixed == frozenset(range(5))
        assert stated(FIVE, "fixed('hall')", "").fixed == frozenset(range(5))
        assert stated(FIVE, "fixed('room')").fixed == frozenset()

    def test_what_is_missing_is_left_out(self) -> None:
        said = stated(FIVE, "joined('a', 'b', 'q'), embedded_in('q', 'a'), fixed('q')")
        assert said == type(said)(joined=((0, 1),))

    def test_none(self) -> None:
        assert stated(FIVE, "") == type(stated(FIVE, ""))()


def test_names_are_looked_up_once_and_closest_ones_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """500 relations, most of which name what is not there, cost what their names cost."""
    looked: Counter[str] = Counter()
    closest, found = naming.nearest_paths, naming.resolve
    monkeypatch.setattr(naming, "nearest_paths", lambda *a: looked.update(["closest"]) or closest(*a))
    monkeypatch.setattr(naming, "resolve", lambda *a: looked.update(["resolve"]) or found(*a))
    places = {f"desk_{k}": (float(k % 20) - 9.5, float(k // 20) - 6.0) for k in range(100)}
    said = [f"near('desk_{k}', 'desk_{k + 1}')" for k in range(99)]
    said += [f"spaced(['desk_{k}', 'desk_{k + 1}', 'dsk'], 'x')" for k in range(99)]
    said += [f"near('dsk_{k}', 'desk_0')" for k in range(300)]
    scene = evaluate_here(program(places, ", ".join(said), "room(22, 14, 2.6)"))
    constraints, unread = constraints_of(scene, bodies_of(scene))
    assert len(constraints) == 198
    assert len(unread) == 399
    assert "nearest: hall/desk_0" in unread[len(said) - 300]
    assert looked["closest"] <= 40
    assert looked["resolve"] <= 101

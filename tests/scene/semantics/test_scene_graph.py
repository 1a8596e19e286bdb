"""The scene graph: what holds what, what is inside, and how things lie to each other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scenewright.app.session import Session
from scenewright.scene.folder import Project
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout.relations import boxes_at
from scenewright.scene.semantics.scene_graph import DIRECTIONS, SceneGraph, Spatial, graph_json, scene_graph
from scenewright.scene.semantics.scene_graph.contacts import crossings
from scenewright.scene.semantics.scene_graph.graph_text import graph_text
from scenewright.scene.semantics.scene_graph.same_objects import Sightings, adjacency_agreement, view_graph
from scenewright.scene.semantics.words import color_name, is_color
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.formats import write_gaussians
from tests.support.graph_scenes import crowd, study


@pytest.fixture(scope="module")
def graph() -> SceneGraph:
    return scene_graph(study())


def edges(graph: SceneGraph, kind: str) -> set[tuple[str, str]]:
    return {(graph.nodes[e.a].name, graph.nodes[e.b].name if e.b >= 0 else "") for e in graph.edges if e.kind == kind}


def test_things_rest_on_what_is_below_them(graph: SceneGraph) -> None:
    assert {
        ("vase", "table"),
        ("book", "table"),
        ("table", "floor"),
        ("chair", "floor"),
        ("bookcase", "floor"),
    } <= edges(graph, "on")
    assert not any(a == "lamp" for a, _ in edges(graph, "on"))


def test_a_book_on_a_shelf_is_inside_and_one_on_a_table_is_not(graph: SceneGraph) -> None:
    assert edges(graph, "inside") == {("novel", "bookcase")}


def test_walls_corners_and_the_ceiling(graph: SceneGraph) -> None:
    assert edges(graph, "on_wall") == {("painting", "wall_back")}
    assert ("bookcase", "wall_back") in edges(graph, "against_wall")
    assert edges(graph, "hanging") == {("lamp", "")}
    assert ("bookcase", "") in edges(graph, "in_corner")


def test_chairs_face_the_table_between_them(graph: SceneGraph) -> None:
    assert {("chair", "table"), ("chair[1]", "table")} <= edges(graph, "facing")
    between = {
        (graph.nodes[e.a].name, graph.nodes[e.b].name, graph.nodes[e.c].name)
        for e in graph.edges
        if e.kind == "between"
    }
    assert ("table", "chair", "chair[1]") in between


def test_degrees_and_distances(graph: SceneGraph) -> None:
    assert all(0.0 < e.degree <= 1.0 for e in graph.edges)
    assert all(e.distance is None or e.distance >= 0.0 for e in graph.edges)


def test_nodes_say_what_they_are(graph: SceneGraph) -> None:
    vase = graph.nodes[graph.by_path["study/vase"]]
    assert vase.word == "vase"
    assert "blue vase" in vase.words
    seen = graph.main_color(graph.by_path[vase.path])
    assert seen is not None
    assert seen.name == "blue"
    assert vase.size == pytest.approx((0.15, 0.3, 0.15))
    window = graph.nodes[graph.by_path["study/room/window"]]
    assert window.wall == "left"
    assert window.front == pytest.approx(90.0)
    assert window.size[0] > 1.0 > window.size[2]


def test_no_node_is_a_primitive(graph: SceneGraph) -> None:
    assert all(n.kind in ("entity", "group", "asset", "splat", "room") for n in graph.nodes)


def test_text_and_json_name_all_things(graph: SceneGraph) -> None:
    text = graph_text(graph)
    assert all(n.name in text for i, n in enumerate(graph.nodes) if i not in graph.grounds)
    assert "hangs from the ceiling" in text
    assert "on the back wall" in text
    assert len(graph_text(graph, most_letters=400)) < 480
    values = json.loads(json.dumps(graph_json(graph), allow_nan=False))
    assert len(values["nodes"]) == len(graph)
    assert len(values["edges"]) == len(graph.edges)


def test_a_picture_can_be_drawn(graph: SceneGraph) -> None:
    from scenewright.renderers.plan import draw_graph

    picture = draw_graph(graph, width=600)
    assert picture.size[0] == 600
    assert len(set(picture.convert("P").tobytes())) > 50
    with pytest.raises(ValueError, match="cannot be read"):
        draw_graph(graph, width=100)


def test_scenes_without_a_room_and_without_things() -> None:
    text = (
        "from scene.language import *\n@register()\ndef ball():\n    return primitive_call('sphere', {'radius': 1.0})\n"
    )
    graph = scene_graph(evaluate_here(text))
    assert len(graph) == 1
    assert graph.edges == ()
    assert "ball" in graph_text(graph)


def test_a_crowd_of_two_thousand() -> None:
    graph = scene_graph(crowd(2000))
    assert len(graph) == 2001
    on = [e for e in graph.edges if e.kind == "on"]
    assert len(on) == 1000
    assert len(graph.edges) < 200_000


def test_captured_things_are_told_by_their_boxes(tmp_path: Path) -> None:
    text = """from scene.language import *

@register('a captured corner')
def corner():
    return concat_shapes(
        room(4, 4, 2.5),
        place(splat_call('table.ply'), at=(0, 0, 0), name='table'),
        place(splat_call('cup.ply'), at=(0.2, 0.75, 0), name='cup'),
    )
"""
    project = Project.create(tmp_path / "scene", text)
    for name, size in (("table", (1.0, 0.7, 0.6)), ("cup", (0.1, 0.1, 0.1))):
        grid = np.stack(np.meshgrid(*(np.linspace(-s / 2, s / 2, 5) for s in size)), axis=-1).reshape(-1, 3)
        count = len(grid)
        gaussians = Gaussians.of_numpy(
            grid, [[1, 0, 0, 0]] * count, [[-6.0] * 3] * count, [4.0] * count, [[[0.5, 0.5, 0.5]]] * count
        )
        write_gaussians(gaussians, project.folder / f"{name}.ply", y_up=True)
    session = Session.open(tmp_path / "scene")
    graph = scene_graph(session.scene, root=session.folder)
    assert {("cup", "table"), ("table", "floor")} <= edges(graph, "on")
    assert graph.main_color(graph.by_path["corner/cup"]) is None


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 2), st.integers(0, 30), st.integers(0, 60))
def test_lines_meet_the_faces_that_a_test_of_all_pairs_finds(seed: int, axis: int, lines: int, faces: int) -> None:
    draws = np.random.default_rng(seed)
    corners, points = draws.normal(size=(faces, 3, 3)), draws.normal(size=(lines, 3))
    line, face, at = crossings(corners, points, axis)
    keep = [k for k in range(3) if k != axis]
    expected = {}
    for p in range(lines):
        for f in range(faces):
            edges = np.array([corners[f, 1, keep] - corners[f, 0, keep], corners[f, 2, keep] - corners[f, 0, keep]]).T
            u, v = np.linalg.solve(edges, points[p, keep] - corners[f, 0, keep])
            if u >= 0 and v >= 0 and u + v <= 1:
                expected[p, f] = corners[f, :, axis] @ [1 - u - v, u, v]
    found = dict(zip(zip(line.tolist(), face.tolist(), strict=True), at.tolist(), strict=True))
    assert found == pytest.approx(expected, abs=1e-6)


# -- predicates ---------------------------------------------------------------------------------------------------------

numbers = st.floats(-3.0, 3.0)
sizes = st.floats(0.1, 1.5)
boxes = st.tuples(numbers, numbers, st.floats(-3.1, 3.1), sizes, sizes, sizes).map(
    lambda v: boxes_at(np.array([v[0], 0.0, v[1], v[2]]), np.array([v[3], v[4]]), np.array(v[5]))
)


@settings(max_examples=60, deadline=None)
@given(boxes, boxes)
def test_left_and_right_exclude_each_other_and_gaps_are_mutual(a: np.ndarray, b: np.ndarray) -> None:
    spatial = Spatial(np.stack([a, b]))
    assert spatial.gap([0], [1]) == pytest.approx(spatial.gap([1], [0]), abs=1e-9)
    held = {kind: bool(spatial.holds(kind, [0], [1])[0]) for kind in DIRECTIONS}
    assert not (held["left_of"] and held["right_of"])
    assert not (held["in_front_of"] and held["behind"])


@settings(max_examples=60, deadline=None)
@given(boxes, boxes, st.floats(-3.1, 3.1), numbers, numbers)
def test_relations_do_not_change_when_all_is_moved(
    a: np.ndarray, b: np.ndarray, turn: float, x: float, z: float
) -> None:
    def moved(box: np.ndarray) -> np.ndarray:
        c, s = np.cos(turn), np.sin(turn)
        out = box.copy()
        out[0], out[2] = c * box[0] + s * box[2] + x, -s * box[0] + c * box[2] + z
        out[3], out[4] = box[3] * c - box[4] * s, box[4] * c + box[3] * s
        return out

    assume(np.hypot(a[0] - b[0], a[2] - b[2]) > 0.05)  # what is in the same place faces any way
    first, second = Spatial(np.stack([a, b])), Spatial(np.stack([moved(a), moved(b)]))
    for kind in (*DIRECTIONS, "next_to", "near", "facing", "inside", "under"):
        assert first.residual(kind, [0], [1]) == pytest.approx(second.residual(kind, [0], [1]), abs=1e-6)


def test_unknown_relations_are_refused() -> None:
    with pytest.raises(ValueError, match="no relation 'beyond'"):
        Spatial(np.zeros((2, 8))).residual("beyond", [0], [1])


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((1, 0, 0), "red"),
        ((0.1, 0.2, 0.7), "blue"),
        ((0.95, 0.95, 0.93), "white"),
        ((0.45, 0.3, 0.2), "brown"),
        ((0.5, 0.5, 0.5), "gray"),
    ],
)
def test_colors_have_plain_names(rgb: tuple[float, float, float], name: str) -> None:
    assert color_name(rgb) == name
    assert is_color(rgb, name)
    assert not is_color(rgb, "turquoise")
    assert not is_color(rgb, "nonsense")


# -- the same objects in several views ------------------------------------------------------------------------------------


def sightings(*segments: range) -> Sightings:
    pairs = [(k, g) for k, some in enumerate(segments) for g in some]
    segment, gaussian = (np.array(v, dtype=np.int64) for v in zip(*pairs, strict=True))
    return Sightings(segment, gaussian, np.ones(len(pairs)))


def test_segments_that_show_the_same_gaussians_are_one_object() -> None:
    cup, desk, door = range(0, 50), range(50, 150), range(200, 260)
    found = view_graph([sightings(cup, desk), sightings(range(60, 150), range(5, 55)), sightings(door)])
    assert found.shows.shape == (3, 3)
    assert found.object_of[0].tolist() == found.object_of[1][::-1].tolist()
    assert found.places.tolist() == [[False, True, False], [True, False, False], [False, False, False]]
    assert adjacency_agreement(found, found) == {"place_place_iou": 1.0, "place_object_iou": 1.0}


def test_no_object_is_seen_twice_in_one_view() -> None:
    found = view_graph([sightings(range(0, 50), range(50, 100)), sightings(range(0, 100))])
    assert found.object_of[0][0] != found.object_of[0][1]


def test_a_missed_object_costs_agreement() -> None:
    truth = view_graph([sightings(range(0, 50)), sightings(range(0, 50))])
    found = view_graph([sightings(range(0, 50)), sightings(range(40, 90))])
    scores = adjacency_agreement(found, truth)
    assert scores["place_place_iou"] == 0.0
    assert scores["place_object_iou"] == pytest.approx(1.0 / 3.0)
    with pytest.raises(ValueError, match="negative"):
        view_graph([Sightings(np.array([0]), np.array([0]), np.array([-1.0]))])

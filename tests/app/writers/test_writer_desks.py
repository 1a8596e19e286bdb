"""Which way a desk stands that *faces* a thing: the people at it look there. Writer, layout and questions agree."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate
from scenewright.scene.layout import check_scene, solve_scene
from scenewright.scene.model import Scene
from scenewright.scene.semantics.questions import Asker, LexiconResolver
from scenewright.scene.semantics.scene_graph import scene_graph
from tests.support.composed_rooms import catalogue, written


def asker(scene: Scene) -> Asker:
    geometry = scene_geometry(scene, provider=catalogue())
    graph = scene_graph(scene, geometry=geometry)
    return Asker(graph, LexiconResolver(graph, scene, geometry))


def ahead(scene: Scene, name: str) -> np.ndarray:
    """(2,) the direction on the floor, x and z, in which the front of a thing points."""
    front = scene.find(name).world_from_local[[0, 2], 2]
    return front / np.linalg.norm(front)


def toward(scene: Scene, name: str, other: str) -> np.ndarray:
    """(2,) the direction on the floor from one thing to another, or straight to the back wall."""
    if other.endswith("wall_back"):
        return np.array([0.0, -1.0])
    a, b = scene.find(name).bounds.mean(axis=0), scene.find(other).bounds.mean(axis=0)
    way = (b - a)[[0, 2]]
    return way / np.linalg.norm(way)


def laid_out(text: str) -> Scene:
    composition, scene = written(text)
    result = solve_scene(
        composition.program,
        scene,
        lambda source: evaluate(source, assets=catalogue()),
        provider=catalogue(),
        written=False,
        settle=False,
        effort=4_000.0,
    )
    assert result.certificate.certified
    assert all(r.satisfied for r in result.certificate.relations), [r.reason for r in result.certificate.relations]
    return result.scene


@pytest.mark.parametrize(
    ("text", "thing", "target"),
    [
        ("A study with a desk facing the window, a chair at the desk and a bookshelf.", "desk", "window"),
        ("A study with a desk facing the back wall and a chair at it.", "desk", "wall_back"),
        ("An office with a desk that faces the door and an office chair.", "desk", "door"),
        ("A garage with a workbench facing the window.", "workbench", "window"),
        ("A music room with a piano facing the window.", "piano", "window"),
        ("A kitchen with a counter facing the window.", "counter", "window"),
        ("A gym with a treadmill facing the window.", "treadmill", "window"),
        ("A home office with a desk facing a bookshelf, and a chair at the desk.", "desk", "bookshelf"),
    ],
)
def test_people_at_a_desk_look_at_what_it_faces(text: str, thing: str, target: str):
    scene = laid_out(text)
    other = f"room/{target}" if target in ("window", "door", "wall_back") else target
    assert ahead(scene, thing) @ toward(scene, thing, other) < -0.5
    said = target.replace("wall_back", "back wall")
    assert asker(scene).ask(f"does the {thing} face the {said}?").value is True
    if "chair" in text:
        chair = next(e.name for e in scene.entities() if "chair" in e.name)
        assert ahead(scene, chair) @ ahead(scene, thing) < -0.9  # it looks over the desk


@pytest.mark.parametrize(
    ("text", "thing", "target"),
    [
        ("A living room with a sofa facing the window.", "sofa", "window"),
        ("A bedroom with a bed and a vanity table facing the bed.", "vanity_table", "bed"),
        ("A shop with a shop counter facing the door.", "shop_counter", "door"),
        ("A classroom with a school desk facing a blackboard.", "school_desk", "blackboard"),
    ],
)
def test_other_things_face_with_their_fronts(text: str, thing: str, target: str):
    scene = laid_out(text)
    other = f"room/{target}" if target in ("window", "door") else target
    assert ahead(scene, thing) @ toward(scene, thing, other) > 0.5
    assert asker(scene).ask(f"does the {thing.replace('_', ' ')} face the {target}?").value is True


def test_a_desk_that_faces_away_has_the_window_behind_its_user():
    composition, _ = written("An office with a desk facing away from the window.")
    assert "facing('desk', 'room/wall_right')" in composition.program
    scene = laid_out("An office with a desk facing away from the window.")
    assert ahead(scene, "desk") @ toward(scene, "desk", "room/window") > 0.5
    assert asker(scene).ask("does the desk face the window?").value is False


PROGRAM = """\
from scene.language import *

@register('a study')
def study():
    return concat_shapes(
        room(4, 4, 2.6, windows=[('back', 0.0, 1.4, 1.2, 0.9)]),
        place(asset_call('{words}'), at=(0, 0, 0.5), turn={turn}, name='thing'),
    )

relate(facing('thing', 'room/window'))
"""


@pytest.mark.parametrize(
    ("words", "turn", "holds"),
    [
        ("desk", 0, True),
        ("desk", 180, False),
        ("standing desk", 0, True),
        ("piano", 180, False),
        ("armchair", 0, False),
        ("armchair", 180, True),
        ("shop counter", 180, True),
        ("desk lamp", 180, True),
    ],
)
def test_the_certificate_and_the_graph_agree(words: str, turn: int, holds: bool):
    scene = evaluate(PROGRAM.format(words=words, turn=turn), assets=catalogue())
    (result,) = check_scene(scene, provider=catalogue(), settle=False).certificate.relations
    assert result.satisfied == holds, result.reason
    graph = scene_graph(scene, geometry=scene_geometry(scene, provider=catalogue()))
    thing, window = (next(i for i, n in enumerate(graph.nodes) if n.path.endswith(p)) for p in ("/thing", "/window"))
    assert bool(graph.spatial.holds("facing", [thing], [window])[0]) == holds


def test_the_layout_turns_a_desk_the_right_way():
    source = PROGRAM.format(words="desk", turn=150)
    scene = evaluate(source, assets=catalogue())
    result = solve_scene(
        source,
        scene,
        lambda text: evaluate(text, assets=catalogue()),
        provider=catalogue(),
        settle=False,
        accept=True,
    )
    assert all(r.satisfied for r in result.certificate.relations)
    assert ahead(result.scene, "thing") @ toward(result.scene, "thing", "room/window") < -0.8


def test_desks_back_to_back_face_each_other():
    text = PROGRAM.replace(
        "relate(facing('thing', 'room/window'))", "relate(facing('thing', 'other'), facing('other', 'thing'))"
    )
    text = text.replace(
        "    )\n\n", "        place(asset_call('desk'), at=(0, 0, -0.3), turn=180, name='other'),\n    )\n\n"
    )
    scene = evaluate(text.format(words="desk", turn=0), assets=catalogue())
    assert all(r.satisfied for r in check_scene(scene, provider=catalogue(), settle=False).certificate.relations)


def test_a_desk_built_of_shapes_faces_with_its_front():
    text = PROGRAM.replace("asset_call('{words}')", "'desk'").replace(
        "@register('a study')",
        "@register('a desk')\ndef desk(): return transform_shape(primitive_call('cube', {{'scale': (1.2, 0.75, 0.6)}}),"
        " translation_matrix((0, 0.375, 0)))\n\n@register('a study')",
    )
    scene = evaluate(text.format(turn=180), assets=catalogue())
    (result,) = check_scene(scene, provider=catalogue(), settle=False).certificate.relations
    assert result.satisfied

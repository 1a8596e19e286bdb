"""A scene graph that is taken over from the one before is the graph that is made from nothing."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import numpy as np
import pytest

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import Edit, apply_edit
from scenewright.scene.language.editing.edits import AddRelation, Delete, Duplicate, Move, Recolour, Rename, Scale, Turn
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.semantics.scene_graph import SceneGraph, contacts, graph_sources, scene_graph
from scenewright.scene.semantics.words import default_lexicon, words_of_scene
from tests.support.graph_scenes import HEAD, LINES
from tests.support.samples import some_of

PROGRAM = HEAD + "\n".join(
    [
        "",
        "@register('a crowded room')",
        "def crowded_room():",
        "    return concat_shapes(",
        "        room(9, 9, 2.7, doors=[('front', 1.0)], windows=[('back', -1.0)]),",
        *(f"        {line}," for line in LINES),
        *(
            f"        place('chair', at=({x}, 0, {z}), turn={40 * x}, name='seat'),"
            for x in (-4, -3, 3, 4)
            for z in (-2, 3)
        ),
        "        place('table', at=(3.2, 0, -3.2), name='side_table'),",
        "        place('book', at=(3.2, 0.75, -3.2), name='atlas'),",
        "        place('book', at=(3.2, 0.79, -3.2), name='album'))",
        "",
    ]
)


def edit_of(rng: random.Random, scene: Scene) -> Edit:
    """Some edit of some instance, near enough to others to touch them."""
    things = [e.path for e in scene.entities() if e.kind is NodeKind.ENTITY and e.path.count("/") == 1]
    path = rng.choice(things)
    by = (round(rng.uniform(-1, 1), 2), rng.choice([0.0, 0.0, 0.1, -0.04]), round(rng.uniform(-1, 1), 2))
    return rng.choice(
        [
            Move(path, by),
            Move(path, by),
            Turn(path, rng.choice([15.0, 90.0, -45.0])),
            Scale(path, rng.choice([0.5, 1.2])),
            Recolour(path, (0.1, 0.6, 0.2)),
            Delete(path),
            Duplicate(path, by),
            Rename(path, f"thing{rng.randrange(100)}"),
        ]
    )


def assert_same(found: SceneGraph, wanted: SceneGraph) -> None:
    assert [n.path for n in found.nodes] == [n.path for n in wanted.nodes]
    for one, other in zip(found.nodes, wanted.nodes, strict=True):
        for field in fields(one):
            value, right = getattr(one, field.name), getattr(other, field.name)
            if field.name in ("position", "size", "front"):
                assert np.allclose(value, right, atol=1e-12), (one.path, field.name)
            else:
                assert value == right, (one.path, field.name)
    for i in range(len(found)):
        color, seen = found.main_color(i), wanted.main_color(i)
        assert (color is None) == (seen is None)
        if color is not None and seen is not None:
            assert color.share == pytest.approx(seen.share, abs=0.02)
            assert color.name == seen.name or abs(color.share - seen.others[0][1]) <= 0.02
    assert (found.boxes == wanted.boxes).all()
    assert found.rests_on == wanted.rests_on
    assert found.within == wanted.within
    assert (found.end == wanted.end).all()
    assert found.grounds == wanted.grounds
    assert found.notes == wanted.notes
    assert [replace(e, degree=0.0, distance=None) for e in found.edges] == [
        replace(e, degree=0.0, distance=None) for e in wanted.edges
    ]
    for edge, right in zip(found.edges, wanted.edges, strict=True):
        assert edge.degree == pytest.approx(right.degree, abs=1e-9)
        assert edge.distance == pytest.approx(right.distance, abs=1e-9)


@pytest.mark.parametrize("seed", some_of(range(8), 2))
def test_after_random_edits_it_is_the_graph_made_from_nothing(seed: int) -> None:
    rng = random.Random(seed)
    source, scene = PROGRAM, evaluate_here(PROGRAM)
    graph, words = scene_graph(scene), words_of_scene(scene, default_lexicon())
    done = 0
    while done < 12:
        try:
            result = apply_edit(source, edit_of(rng, scene), evaluate_here, scene=scene)
        except EditError:
            continue
        source, scene = result.source, result.scene
        graph = scene_graph(scene, before=graph)
        assert_same(graph, scene_graph(scene))
        words = words_of_scene(scene, default_lexicon(), words)
        assert words == words_of_scene(scene, default_lexicon())
        done += 1


def test_after_another_room_or_nothing_it_is_the_same_graph() -> None:
    scene = evaluate_here(PROGRAM)
    graph = scene_graph(scene)
    assert_same(scene_graph(scene, before=graph), graph)
    for other in (
        PROGRAM.replace("room(9, 9,", "room(8, 10,"),
        HEAD + "\n@register()\ndef lone():\n    return vase()\n",
    ):
        changed = evaluate_here(other)
        assert_same(scene_graph(changed, before=graph), scene_graph(changed))


def test_only_what_a_move_touches_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = evaluate_here(PROGRAM)
    graph = scene_graph(scene)
    moved = apply_edit(PROGRAM, Move("side_table", (0.0, 0.0, 0.2)), evaluate_here, scene=scene).scene
    asked: list[set[str]] = []

    def resting(faces, boxes, first, last, *, only):
        asked.append({moved.paths[int(first[i])].split("/", 1)[-1] for i in np.flatnonzero(only)})
        assert len(faces) < len(contacts.faces_of(graph.sources.geometry)) / 2
        return contacts.resting(faces, boxes, first, last, only=only)

    monkeypatch.setattr(graph_sources, "resting", resting)
    after = scene_graph(moved, before=graph)
    assert_same(after, scene_graph(moved))
    (things,) = asked
    assert {"side_table", "atlas", "album"} <= things
    assert not things & {"vase", "book", "bookcase", "painting", "chair", "seat"}
    kept = [a is b for a, b in zip(graph.nodes, after.nodes, strict=True)]
    assert [n.name for n, same in zip(after.nodes, kept, strict=True) if not same and n.parent >= 0] == ["side_table"]


def test_a_relation_alone_changes_no_node() -> None:
    scene = evaluate_here(PROGRAM)
    graph = scene_graph(scene)
    related = apply_edit(PROGRAM, AddRelation("near", ("vase", "book")), evaluate_here, scene=scene).scene
    after = scene_graph(related, before=graph)
    assert all(a is b for a, b in zip(graph.nodes, after.nodes, strict=True))
    assert_same(after, scene_graph(related))

"""How things look: colors, materials and shapes by surface, and whether color words fit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.model import Scene
from scenewright.scene.semantics.looks import SurfaceLooks, instance_areas
from scenewright.scene.semantics.queries.appearance import Appearances
from scenewright.scene.semantics.scene_graph import scene_graph
from scenewright.scene.semantics.words import color_fit, color_name, color_nearness, is_color

COLORS = st.tuples(*[st.floats(0.0, 1.0)] * 3)
TEXT = """
from scene.language import *

@register("a stand of a red box and a steel ball")
def stand():
    box = primitive_call('cube', color=(0.8, 0.1, 0.1), shape_kwargs={'scale': (2, 2, 2)})
    ball = primitive_call('sphere', color=(0.7, 0.7, 0.7), shape_kwargs={'radius': 0.5}, metallic=1.0)
    return concat_shapes(box, transform_shape(ball, translation_matrix((0, 1.5, 0))))

@register("a pane")
def pane():
    return primitive_call('cube', color=(0.9, 0.9, 0.9), shape_kwargs={'scale': (1, 1, 0.02)}, opacity=0.6)

@register("a shop")
def shop():
    return concat_shapes(place('stand', at=(0, 1, 0)), place('pane', at=(4, 1, 0)))
"""


@pytest.fixture(scope="module")
def shop() -> tuple[Scene, SceneGeometry]:
    scene = evaluate_here(TEXT)
    return scene, scene_geometry(scene)


def row(scene: Scene, name: str) -> int:
    return scene.find(name).index


def test_a_mean_color_is_weighed_by_visible_surface(shop: tuple[Scene, SceneGeometry]) -> None:
    scene, geometry = shop
    mean = SurfaceLooks(scene, geometry).mean_color(row(scene, "stand"))
    ball = np.pi / (np.pi + 24.0)  # of a ball of radius 0.5 and a box of edge 2
    assert mean == pytest.approx([0.8 - 0.1 * ball, 0.1 + 0.6 * ball, 0.1 + 0.6 * ball], abs=0.02)


def test_shares_of_colors_sum_to_one_and_the_largest_is_first(shop: tuple[Scene, SceneGeometry]) -> None:
    scene, geometry = shop
    looks = SurfaceLooks(scene, geometry)
    for entity in scene.entities():
        shares = [share for _, share in looks.colors(entity.index)]
        assert sum(shares) == pytest.approx(1.0)
        assert shares == sorted(shares, reverse=True)
    assert looks.colors(row(scene, "stand"))[0][0] == (0.8, 0.1, 0.1)


def test_what_most_of_a_surface_is(shop: tuple[Scene, SceneGeometry]) -> None:
    scene, geometry = shop
    looks = SurfaceLooks(scene, geometry)
    assert looks.surface(row(scene, "stand")) == ()
    assert looks.surface(row(scene, "pane")) == ("glass",)


def test_the_graph_and_queries_see_the_same(shop: tuple[Scene, SceneGeometry]) -> None:
    scene, geometry = shop
    looks, seen = SurfaceLooks(scene, geometry), Appearances(scene, geometry)
    graph = scene_graph(scene, geometry=geometry)
    for i, node in enumerate(graph.nodes):
        assert graph.main_color(i) == looks.main_color(node.row)
        assert ("glass" in node.surface) == (seen.stuff_fit(node.row, "glass") > 0.5)


def test_pieces_of_a_node_are_its_instances(shop: tuple[Scene, SceneGeometry]) -> None:
    scene, geometry = shop
    looks, areas = SurfaceLooks(scene, geometry), instance_areas(geometry)
    for entity in scene.entities(primitives=True):
        own = (geometry.entity >= entity.index) & (geometry.entity < scene.subtree_end(entity.index))
        chosen = looks.pieces(entity.index)
        assert sorted(looks.instance[chosen].tolist()) == np.flatnonzero(own).tolist()
        assert looks.area[chosen].sum() == pytest.approx(areas[own].sum())


def test_what_has_no_surface_has_no_looks() -> None:
    scene = evaluate_here(
        "from scene.language import *\n\n@register('nothing')\ndef nothing():\n    return concat_shapes()\n"
    )
    looks = SurfaceLooks(scene, scene_geometry(scene))
    assert looks.mean_color(0) is None
    assert (looks.colors(0), looks.surface(0)) == ([], ())


# -- words ----------------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(color=COLORS, word=st.sampled_from(["red", "dark green", "cream", "navy blue", "grey", "teal"]))
def test_a_fit_is_no_less_than_nearness(color: tuple[float, float, float], word: str) -> None:
    named = find_color(word)
    assert named is not None
    assert color_nearness(named, color) <= color_fit(color, word) <= 1.0


def test_a_word_that_names_no_color_fits_none() -> None:
    assert color_fit((1.0, 0.0, 0.0), "nonsense") == 0.0


def test_dark_green_is_no_light_green() -> None:
    dark, light = (0.1, 0.3, 0.15), (0.6, 0.85, 0.65)
    assert color_fit(dark, "dark green") >= 0.8
    assert color_fit(light, "dark green") <= 0.3


@settings(max_examples=60, deadline=None)
@given(color=COLORS)
def test_a_color_fits_its_own_name(color: tuple[float, float, float]) -> None:
    assert color_fit(color, color_name(color)) >= 0.9
    assert is_color(color, color_name(color))


@settings(max_examples=60, deadline=None)
@given(a=COLORS, b=COLORS)
def test_nearness_is_symmetric_and_one_for_the_same(
    a: tuple[float, float, float], b: tuple[float, float, float]
) -> None:
    assert color_nearness(a, b) == color_nearness(b, a)
    assert color_nearness(a, a) == 1.0

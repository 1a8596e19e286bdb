"""The geometry behind catalogue objects: parts, looks, recolouring, and what stands in for what cannot be had."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.scene.asset_provider import AssetContent, AssetError
from scenewright.scene.geometry import (
    asset_parts,
    hull_mesh,
    recoloured_parts,
    scene_geometry,
    scene_of_asset,
    tree_of_mesh,
)
from scenewright.scene.geometry.asset_geometry import recoloured
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import AssetRef, Scene

trimesh = pytest.importorskip("trimesh")
HULL = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])
LAMP = """
from helper import *
@register('a lamp')
def lamp():
    foot = primitive_call('cylinder', {'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, 0.05, 0)}, color=(0.1, 0.1, 0.1))
    shade = primitive_call('cone', {'radius': 0.4, 'p0': (0, 0.8, 0), 'p1': (0, 1.4, 0)}, color=(0.9, 0.8, 0.6))
    return concat_shapes(place(foot, name='foot'), place(shade, at=(0, 0.8, 0), name='shade'))
"""


class Provider:
    def __init__(self, **contents: AssetContent | Exception) -> None:
        self.contents = contents
        self.loads = 0

    def resolve(self, words: str, size: Any, seed: int) -> AssetRef:
        return AssetRef(words, size, seed, id=words, hull=HULL)

    def load(self, ref: AssetRef) -> AssetContent:
        self.loads += 1
        found = self.contents[ref.id]
        if isinstance(found, Exception):
            raise found
        return found


def three(provider: Provider, words: str) -> Scene:
    body = f"from helper import *\n@register()\ndef scene(): return concat_shapes(*[place(asset_call('{words}'), at=(2 * i, 0, 0)) for i in range(3)])\n"
    return evaluate_here(body, assets=provider)


def test_a_program_object_is_loaded_once_and_shared() -> None:
    provider = Provider(lamp=AssetContent(scene=evaluate_here(LAMP)))
    scene = three(provider, "lamp")
    geometry = scene_geometry(scene, provider=provider)
    assert provider.loads == 1
    assert len(geometry) == 6
    assert len(geometry.meshes) == 2
    assert sorted(set(geometry.entity.tolist())) == scene.leaf_rows.tolist()
    assert {geometry.parts[p].path for p in geometry.part} == {"lamp/foot/cylinder", "lamp/shade/cone"}
    assert np.allclose(np.sort(geometry.world_from_mesh[:, 0, 3]), [0, 0, 2, 2, 4, 4])


def test_fit_maps_the_file_to_the_node() -> None:
    provider = Provider(lamp=AssetContent(scene=evaluate_here(LAMP)))
    fit = np.diag([2.0, 0.5, 2.0, 1.0])
    scene = scene_of_asset(replace(provider.resolve("lamp", None, 0), fit=fit))
    geometry = scene_geometry(scene, provider=provider)
    foot = next(k for k in range(2) if geometry.parts[geometry.part[k]].path.startswith("lamp/foot"))
    assert np.allclose(geometry.world_from_mesh[foot], fit @ np.diag([0.2, 0.05, 0.2, 1.0]))


def test_objects_inside_of_objects() -> None:
    inner = AssetContent(scene=evaluate_here(LAMP))
    desk = "from helper import *\n@register()\ndef desk(): return concat_shapes(primitive_call('cube', {'scale': 1}), place(asset_call('lamp'), at=(0, 0.5, 0)))\n"
    provider = Provider(lamp=inner)
    provider.contents["desk"] = AssetContent(scene=evaluate_here(desk, assets=provider))
    geometry = scene_geometry(three(provider, "desk"), provider=provider)
    assert len(geometry) == 9
    assert "desk/lamp/lamp/shade/cone" in {geometry.parts[p].path for p in geometry.part}


def test_an_object_that_holds_itself_ends() -> None:
    provider = Provider()
    provider.contents["self"] = AssetContent(
        scene=evaluate_here(
            "from helper import *\n@register()\ndef a(): return concat_shapes(primitive_call('cube', {'scale': 1}), asset_call('self'))\n",
            assets=provider,
        )
    )
    geometry = scene_geometry(three(provider, "self"), provider=provider)
    assert any("nested" in w for w in geometry.warnings)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (AssetError("the stored file is gone"), "the stored file is gone"),
        (AssetContent(), "nothing to draw"),
    ],
)
def test_a_hull_stands_in_with_the_reason(content: Any, why: str) -> None:
    provider = Provider(lamp=content)
    scene = three(provider, "lamp")
    geometry = scene_geometry(scene, provider=provider)
    assert len(geometry) == 3
    assert [w for w in geometry.warnings if "'lamp'" in w and why in w]
    low, high = scene.bounds
    corners = geometry.meshes[0].vertices
    assert np.allclose([corners.min(axis=0), corners.max(axis=0)], [HULL.min(axis=0), HULL.max(axis=0)])
    assert high[0] - low[0] == pytest.approx(5.0)


def test_flat_and_empty_hulls_become_boxes() -> None:
    rug = np.array([[x, 0.0, z] for x in (-1.0, 1.0) for z in (-0.5, 0.5)])
    mesh = hull_mesh(rug)
    assert np.ptp(mesh.vertices, axis=0)[[0, 2]] == pytest.approx([2.0, 1.0])
    assert len(hull_mesh(np.zeros((0, 3))).faces) == 12


def test_the_main_colour_is_the_one_that_covers_most() -> None:
    provider = Provider(lamp=AssetContent(scene=evaluate_here(LAMP)))
    body = "from helper import *\n@register()\ndef scene(): return concat_shapes(place(asset_call('lamp'), name='a'), place(asset_call('lamp'), at=(2, 0, 0), name='b'))\nadjust('a', color=(1, 0, 0))\n"
    scene = evaluate_here(body, assets=provider)
    geometry = scene_geometry(scene, provider=provider)
    colors = {
        (scene.paths[geometry.entity[k]].split("/")[1], geometry.parts[geometry.part[k]].path.split("/")[1]): tuple(
            geometry.color[k]
        )
        for k in range(4)
    }
    assert colors == {
        ("a", "shade"): (1.0, 0.0, 0.0),
        ("a", "foot"): (0.1, 0.1, 0.1),
        ("b", "shade"): (0.9, 0.8, 0.6),
        ("b", "foot"): (0.1, 0.1, 0.1),
    }
    assert len(geometry.meshes) == 2


def mesh_scene() -> Any:
    box = trimesh.creation.box((1, 1, 1))
    box.visual = trimesh.visual.TextureVisuals(
        material=trimesh.visual.material.PBRMaterial(
            baseColorFactor=[128, 0, 0, 255], roughnessFactor=0.3, metallicFactor=0.0
        )
    )
    painted = trimesh.creation.icosphere(subdivisions=2)
    painted.visual.vertex_colors = np.tile([255, 128, 0, 255], (len(painted.vertices), 1))
    scene = trimesh.Scene()
    scene.add_geometry(box, node_name="body", geom_name="box")
    scene.add_geometry(
        painted,
        node_name="knob",
        geom_name="ball",
        parent_node_name="body",
        transform=trimesh.transformations.translation_matrix((0, 1, 0)),
    )
    return scene


def test_a_mesh_keeps_its_nodes_and_looks() -> None:
    tree = tree_of_mesh(mesh_scene())
    parts = {p.path: p for p in tree.parts}
    assert set(parts) == {"body", "body/knob"}
    body, knob = parts["body"], parts["body/knob"]
    # the file's factors are linear, ours are sRGB
    assert body.color == pytest.approx((0.7366, 0.0, 0.0), abs=1e-3)
    assert (body.material.roughness, body.material.metallic) == (pytest.approx(0.3), 0.0)
    assert knob.mesh is not None
    assert knob.mesh.colors is not None
    assert knob.mesh.colors[0] == pytest.approx([1.0, 0.2159, 0.0], abs=1e-3)
    assert np.allclose(tree.asset_from_local()[list(parts).index("body/knob"), :3, 3], [0, 1, 0])


def test_hard_edges_stay_hard_and_round_things_round() -> None:
    parts = {p.path: p.mesh for p in tree_of_mesh(mesh_scene()).parts}
    box, ball = parts["body"], parts["body/knob"]
    assert box is not None
    assert ball is not None
    face_normals = np.cross(*(box.vertices[box.faces[:, k]] - box.vertices[box.faces[:, 0]] for k in (1, 2)))
    face_normals /= np.linalg.norm(face_normals, axis=1, keepdims=True)
    assert np.allclose(box.normals[box.faces], face_normals[:, None], atol=1e-5)
    assert np.allclose(ball.normals, ball.vertices, atol=0.05)


def test_recolouring_leaves_the_rest() -> None:
    tree = tree_of_mesh(mesh_scene())
    red = recoloured(tree, (0.0, 0.0, 1.0))
    assert [p.color for p in red.parts if p.path == "body/knob"] == [(0.0, 0.0, 1.0)]
    assert [p.color for p in red.parts if p.path == "body"] == [tree.parts[0].color]


@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_a_textured_file_is_drawn_with_its_picture() -> None:
    from scenewright.renderers.base import RenderRequest
    from scenewright.renderers.preview import PreviewRenderer

    duck = trimesh.load_scene(Path(os.environ["SCENEWRIGHT_DATA"]) / "meshes" / "Duck.glb")
    provider = Provider(duck=AssetContent(mesh=duck))
    scene = scene_of_asset(replace(provider.resolve("duck", None, 0), hull=np.asarray(duck.bounds)))
    view = (
        PreviewRenderer()
        .render(RenderRequest(scene, width=160, height=120, samples=2, passes=("color", "entity"), provider=provider))
        .views[0]
    )
    assert view.color is not None
    seen = view.color[view.entity == 0].astype(float)
    # a yellow duck with a beak that is more red
    yellow = (seen[:, 0] > 1.5 * seen[:, 2]) & (seen[:, 1] > 1.2 * seen[:, 2])
    assert yellow.mean() > 0.6
    assert ((seen[:, 0] - seen[:, 1]) > 80).sum() > 5


def test_a_book_is_painted_on_its_cover() -> None:
    catalogue = Catalogue.default()
    takes, keeps = recoloured_parts(asset_parts(catalogue.resolve("book", None, 0), catalogue))
    assert "binding" in takes
    assert "pages" in keeps

"""OBJ files become programs with an entity for each object."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.assets.packs.mesh_reading.bundle import MeshBundle
from scenewright.assets.packs.mesh_reading.refusal import MeshRefused
from scenewright.assets.packs.mesh_reading.wavefront_scene import wavefront_glb
from scenewright.assets.scene_files import SceneFileImporter
from scenewright.scene.export.files import export_geometry
from scenewright.scene.language.running import evaluate_here

PROGRAM = """
from scene.language import *
@register('a leg')
def leg(): return primitive_call('cube', {'scale': (0.1, 0.7, 0.1)}, color=(0.5, 0.25, 0.1))
@register('a table')
def table():
    top = place(primitive_call('cube', {'scale': (1, 0.04, 0.6)}, color=(0.1, 0.25, 0.1)), at=(0, 0.7, 0), name='top')
    return concat_shapes(top, place('leg', at=(-0.4, 0, 0)), place('leg', at=(0.4, 0, 0)))
"""


def test_objects_keep_names_places_and_looks(tmp_path: Path) -> None:
    catalogue = Catalogue.default()
    export_geometry(evaluate_here(PROGRAM), tmp_path / "a.obj")
    text = SceneFileImporter().read(tmp_path / "a.obj").text
    scene = evaluate_here(text, assets=catalogue)
    before = evaluate_here(PROGRAM)
    assert np.allclose(scene.bounds, before.bounds, atol=1e-5)
    assert np.allclose(scene.find("table/top").bounds, before.find("table/top").bounds, atol=1e-5)
    assert {"table/top", "table/leg", "table/leg[1]"} <= set(scene.paths)
    export_geometry(scene, tmp_path / "b.obj", provider=catalogue)
    colours = {line for line in (tmp_path / "b.mtl").read_text().splitlines() if line.startswith("Kd")}
    assert len(colours) == 2


@pytest.mark.parametrize("face", ["f 1 2 9", "f 1 2 three", "f 0 1 2", "f -9 -1 -2"])
def test_faces_without_corners_are_refused_with_their_line(face: str, tmp_path: Path) -> None:
    (tmp_path / "a.obj").write_text(f"v 0 0 0\nv 1 0 0\nv 0 1 0\n{face}\n")
    bundle = tmp_path / "bundle.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("names.json", '["a.obj"]')
        archive.write(tmp_path / "a.obj", "0")
    with pytest.raises(MeshRefused, match="line 4"):  # as the child does it
        wavefront_glb(MeshBundle(bundle), tmp_path / "a.glb", final=True)


def test_polygons_and_relative_numbers_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.obj").write_text("o Tent\nv 0 0 0\nv 1 0 0\nv 1 2 0\nv 0 2 1\nf -4 -3 -2 -1\n")
    scene = evaluate_here(SceneFileImporter().read(tmp_path / "a.obj").text, assets=Catalogue.default())
    assert np.allclose(scene.bounds, [[0, 0, 0], [1, 2, 1]], atol=1e-6)
    assert scene.find("tent").word == "tent"

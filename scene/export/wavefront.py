"""Wavefront OBJ and MTL: one OBJ object for each instance, named by path.

Why not trimesh: its writer neither names instances nor shares materials.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.export.png import png_bytes
from scenewright.scene.export.soup import Soup
from scenewright.scene.export.text_fields import clean_line, clean_word
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import Material, Scene

__all__ = ["material_text", "obj_files"]


def obj_files(scene: Scene, geometry: SceneGeometry, soup: Soup, stem: str) -> Mapping[str, bytes]:
    """File names and contents: ``<stem>.obj``, ``<stem>.mtl`` and a PNG for each texture. Characters of `stem` that are not printable
    become underscores."""
    looks: dict[tuple[bytes, int, int], str] = {}
    out = io.StringIO()
    stem = clean_line(stem)
    out.write(f"# Scenewright\nmtllib {stem}.mtl\n")
    columns = geometry.color, geometry.material, geometry.texture
    for k, (color, material, texture) in enumerate(zip(*columns, strict=True)):
        key = (color.tobytes(), int(material), int(texture))
        look = looks.setdefault(key, f"look_{len(looks)}")
        row, part = int(geometry.entity[k]), int(geometry.part[k])
        path = scene.paths[row] + (f"/{geometry.parts[part].path}" if part >= 0 else "")
        v0, v1 = int(soup.first_vertex[k]), int(soup.first_vertex[k + 1])
        f0, f1 = int(soup.first_face[k]), int(soup.first_face[k + 1])
        out.write(f"o {clean_word(path)}\nusemtl {look}\n")
        _rows(out, "v", soup.vertices[v0:v1])
        _rows(out, "vt", soup.uv[v0:v1])
        _rows(out, "vn", soup.normals[v0:v1])
        corners = [f"{a}/{a}/{a}" for a in (soup.faces[f0:f1].reshape(-1) + 1).tolist()]
        out.write("".join(f"f {' '.join(corners[i : i + 3])}\n" for i in range(0, len(corners), 3)))
    files = {f"{stem}.obj": out.getvalue().encode()}
    pictures = {t: f"{stem}_{t}.png" for _, _, t in looks if t >= 0}
    library = [_material(looks[key], key, geometry, pictures) for key in looks]
    files[f"{stem}.mtl"] = "\n".join(["# Scenewright", *library, ""]).encode()
    for number, name in pictures.items():
        files[name] = png_bytes(geometry.textures[number])
    return files


def _rows(out: io.StringIO, word: str, values: npt.NDArray[np.float64]) -> None:
    pattern = f"{word} " + " ".join(["%.9g"] * values.shape[1])
    out.write("".join(f"{pattern % tuple(row)}\n" for row in values.tolist()))


def _material(name: str, key: tuple[bytes, int, int], geometry: SceneGeometry, pictures: Mapping[int, str]) -> str:
    color = np.frombuffer(key[0], dtype=np.float64)
    return material_text(name, color, geometry.materials[key[1]], pictures[key[2]] if key[2] >= 0 else "")


def material_text(name: str, color: npt.NDArray[np.float64], material: Material, picture: str) -> str:
    """The lines of one material of an MTL file. `color`: (3,) sRGB. `picture`: the file of its texture, '' for none."""
    # Phong exponent from roughness: Walter et al., EGSR 2007, eq. 33 with alpha = roughness squared
    exponent = min(max(2.0 / max(material.roughness, 0.03) ** 4 - 2.0, 0.0), 1000.0)
    lines = [
        f"newmtl {name}",
        "Kd " + " ".join(f"{c:.6g}" for c in color.tolist()),
        "Ks 0.04 0.04 0.04" if material.metallic < 0.5 else "Ks " + " ".join(f"{c:.6g}" for c in color.tolist()),
        f"Ns {exponent:.6g}",
        f"d {material.opacity:.6g}",
        f"Pr {material.roughness:.6g}",
        f"Pm {material.metallic:.6g}",
        f"illum {4 if material.opacity < 1.0 else 2}",
    ]
    if material.emission > 0.0:
        lines.append("Ke " + " ".join(f"{c:.6g}" for c in (linear_from_srgb(color) * material.emission).tolist()))
    if picture:
        lines.append(f"map_Kd {picture}")
    return "\n".join(lines)

"""Gaussians as ParticleField3DGaussianSplat prims, the schema of OpenUSD 26.03 and later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.errors import SplatError
from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.model import FloatArray, PrimitiveKind, Scene

if TYPE_CHECKING:
    from scenewright.scene.splats import Gaussians
    from scenewright.scene.splats.formats.files import SplatFile

__all__ = ["add_captures", "add_gaussians"]


def add_captures(scene: Scene, prims: dict[int, Prim], root: Path | None) -> tuple[str, ...]:
    """Add the Gaussians of each ``splat_call`` below the prim of its row, in its frame. Returns warnings, one line each.

    Args:
        root: the scene folder, for the captures.
    """
    rows = np.flatnonzero(scene.nodes.primitive == PrimitiveKind.SPLAT).tolist()
    if not rows:
        return ()
    from scenewright.scene.splats.splat_entities import read_capture

    warnings: dict[str, None] = {}
    files: dict[Path, SplatFile] = {}
    for row in rows:
        try:
            gaussians, notes = read_capture(root, scene.assets[int(scene.nodes.asset[row])], files=files)
        except SplatError as error:
            warnings.setdefault(f"{scene.paths[row]} is left out: {error}")
            continue
        warnings.update(dict.fromkeys(notes))
        add_gaussians(prims[row], gaussians.with_entity(row))
    return tuple(warnings)


def add_gaussians(above: Prim, gaussians: Gaussians) -> Prim:
    """A prim ``gaussians`` with all Gaussians of a set, in its frame; ``primvars:scenewright:entity`` is the row of each one's node.

    Coefficients are those of INRIA's training code, of sRGB colours.

    Raises:
        SplatError: a value is not finite.
    """
    g = gaussians.detach().to("cpu")
    arrays = {
        "positions": g.means.float().numpy(),
        "scales": g.scales.float().numpy(),
        "opacities": g.opacities.float().numpy(),
        # USD keeps the real part last
        "orientations": np.roll(_unit(g.quats.double().numpy()), -1, axis=1).astype(np.float32),
        "radiance:sphericalHarmonicsCoefficients": g.sh.float().numpy().reshape(-1, 3),
    }
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise SplatError(
                f"{above.path}: {name} of some Gaussians are not finite: `scenewright splat convert --drop-invalid` leaves these out"
            )
    types = {
        "positions": "point3f[]",
        "scales": "float3[]",
        "opacities": "float[]",
        "orientations": "quatf[]",
        "radiance:sphericalHarmonicsCoefficients": "float3[]",
    }
    prim = above.child("gaussians", "ParticleField3DGaussianSplat")
    for name, array in arrays.items():
        prim.set(name, types[name], array)
    prim.set("radiance:sphericalHarmonicsDegree", "int", g.degree, uniform=True)
    reach = 3.0 * arrays["scales"].max(axis=1, keepdims=True)
    low, high = arrays["positions"] - reach, arrays["positions"] + reach
    prim.set("extent", "float3[]", np.stack([low.min(axis=0), high.max(axis=0)]))
    prim.set("primvars:scenewright:entity", "int[]", g.entity_ids.numpy().astype(np.int32), interpolation="vertex")
    return prim


def _unit(quats: FloatArray) -> FloatArray:
    return np.asarray(quats / np.linalg.norm(quats, axis=1, keepdims=True))

"""The form of a body: its size, boxes and surfaces, computed once for all equal bodies."""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import LayoutError
from scenewright.scene.layout.bodies.kept_forms import keep_form, kept_form
from scenewright.scene.layout.bodies.pieces import boxes_of, elements_of
from scenewright.scene.layout.bodies.solids import Solid, asset_key, is_whole, solid_of
from scenewright.scene.layout.bodies.space import Space
from scenewright.scene.layout.bodies.surfaces import BodyForm, SurfacePlaces, places_of
from scenewright.scene.layout.model import Relief, SupportSurface, Underside
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind, Scene

__all__ = ["BodyForm", "forms_of"]

MAX_METRES = 1e5

_KEPT: dict[object, BodyForm] = {}
_MOST_KEPT = 4096


def forms_of(
    scene: Scene,
    leaves: IntArray,
    body: IntArray,
    upright_from_leaf: FloatArray,
    paths: Sequence[str],
    laden: Set[int],
    provider: AssetProvider | None,
    root: Path | None,
) -> list[BodyForm]:
    """The form of each of N bodies.

    Args:
        leaves: (L,) rows with geometry.
        body: (L,) the body of each.
        upright_from_leaf: (L, 4, 4) to the upright frame with the origin of the body's row.
        paths: N paths, for errors.
        laden: bodies on which a relation puts something, so that they also need narrow surfaces.

    Raises:
        LayoutError: 'size': the size of a body is not finite, or over 100 km.
    """
    order = np.argsort(body, kind="stable")
    starts = np.searchsorted(body[order], np.arange(len(paths) + 1))
    matrices = np.round(upright_from_leaf, 6) + 0.0  # no negative zeros, so that equal bodies have equal bytes
    kinds, assets = scene.nodes.primitive[leaves], scene.nodes.asset[leaves]
    keys: dict[int, object] = {}
    for a in np.unique(assets[assets >= 0]).tolist():
        keys[a] = asset_key(scene.assets[a], provider)
    out: list[BodyForm] = []
    local: dict[tuple[object, ...], BodyForm] = {}
    for n, path in enumerate(paths):
        members = order[starts[n] : starts[n + 1]]
        alike = (kinds[members].tobytes(), assets[members].tobytes(), matrices[members].tobytes(), n in laden)
        form = local.get(alike)
        if form is None:
            asset_keys = tuple(keys.get(a) for a in assets[members].tolist())
            kept = (alike[0], asset_keys, *alike[2:])
            form = _KEPT.get(kept)
            used = [scene.assets[a] for a in assets[members].tolist() if a >= 0]
            known = all(ref.id for ref in used)
            lasting = known and bool(used) and provider is not None
            if form is None and lasting:
                form = kept_form(kept)
            if form is None:
                solid = solid_of(scene, leaves[members].tolist(), upright_from_leaf[members], provider, root)
                form = _form(solid, path, n in laden)
                if lasting and all(is_whole(ref, provider) for ref in used):
                    keep_form(kept, form)
            if known:
                while len(_KEPT) >= _MOST_KEPT:
                    _KEPT.pop(next(iter(_KEPT)))
                _KEPT[kept] = form
            local[alike] = form
        out.append(form)
    return out


def _form(solid: Solid, path: str, narrow: bool) -> BodyForm:
    with np.errstate(invalid="ignore", over="ignore"):
        low, high = solid.bounds
        size = high - low
    if not np.isfinite(size).all() or size.max() > MAX_METRES or np.abs(solid.bounds).max() > MAX_METRES:
        measured = " x ".join(f"{v:.3g}" for v in size)
        raise LayoutError(
            f"{path} measures {measured} m: a thing that is laid out must have a finite size of at most {MAX_METRES:,.0f} m. "
            "Correct its size in the program",
            kind="size",
        )
    foot = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
    if (solid.kind == PrimitiveKind.SPLAT).all():
        return BodyForm(foot, size, (solid.bounds - foot)[None], SurfacePlaces())
    elements = elements_of(solid)
    space = Space(elements, solid.bounds)
    local = places_of(solid, space, narrow=narrow)
    below = local.underside
    underside = None if below is None else Underside(below.x - foot[0], below.z - foot[2], below.low - foot[1])
    places = SurfacePlaces(_moved(local.open, foot), _moved(local.shut, foot), underside)
    return BodyForm(foot, size, boxes_of(elements, space) - foot, places)


def _moved(surfaces: Sequence[SupportSurface], foot: FloatArray) -> tuple[SupportSurface, ...]:
    x, y, z = foot.tolist()
    return tuple(
        SupportSurface(
            s.polygon - foot[[0, 2]],
            s.height - y,
            s.headroom,
            None if s.relief is None else Relief(s.relief.x - x, s.relief.z - z, s.relief.top - y),
        )
        for s in surfaces
    )

"""The formulas of the relations: from boxes to residuals.

A formula takes the boxes (..., 8) of its members (:mod:`scenewright.scene.layout.relations.measures`), its parameters (arrays
that broadcast with the leading axes, with their own axes last) and the setting; it returns a residual (...) in metres. The
thresholds are in :mod:`scenewright.scene.layout.relations.definitions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.relations.definitions import (
    AROUND_GAP,
    DEFINITIONS,
    FACING,
    LATERAL,
    LEVER,
    SAME_LEVEL,
    SPREAD,
    WALL_REACH,
)
from scenewright.scene.layout.relations.measures import (
    COS,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    SIN,
    X,
    Y,
    Z,
    box_gap,
    edge_position,
    extents_along,
    facing_angle,
    greatest,
    in_frame,
    least,
    relative_turn,
)
from scenewright.scene.model import FloatArray

__all__ = ["FORMULAS", "Formula", "TermSetting"]


@dataclass(frozen=True, eq=False)
class TermSetting:
    """The data that all formulas share. `size`: (3,) width, height, depth of the room. `view`: cosine and sine of the yaw of a thing
    that faces the main camera. For W wall faces, each (W,): `normal_x`, `normal_z` point into the room; `offset`: distance of the
    origin from the face; `middle`: position of its middle along (normal_z, -normal_x); `reach`: half its length."""

    size: FloatArray
    view: FloatArray
    normal_x: FloatArray
    normal_z: FloatArray
    offset: FloatArray
    middle: FloatArray
    reach: FloatArray


Members = Sequence[FloatArray] | FloatArray
Parameters = Mapping[str, FloatArray]
Formula = Callable[[Members, Parameters, TermSetting], FloatArray]


def _distance(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    gap = box_gap(m[0], m[1])
    return greatest(p["lo"] - gap, gap - p["hi"])


def _facing(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    past: FloatArray = LEVER * (facing_angle(m[0], m[1], p["ahead"]) - FACING)
    return past


def _across(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    return greatest(_distance(m, p, setting), LEVER * (facing_angle(m[0], m[1]) - FACING))


def _direction(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """a is beyond b's side and within b's extent, by at least half of it.

    Let p and q be the shares of a that are not beyond and not within. Then 1 - p - q >= 1/2 is three half-planes for a's centre. A
    thing wider than b is never within b's extent; there b must be within that of a instead. Left and right on the screen do not
    depend on the depth. The tolerance of a centimetre is much for a small thing, such as a mouse beside a keyboard, so that for
    small things the share must be a half even after using the tolerance.
    """
    a, b = m[0], m[1]
    c = np.where(p["view"] > 0.5, setting.view[0], b[..., COS])
    s = np.where(p["view"] > 0.5, setting.view[1], b[..., SIN])
    c, s = c * p["cos"] - s * p["sin"], s * p["cos"] + c * p["sin"]  # the frame whose front is the required side
    dx, dz = a[..., X] - b[..., X], a[..., Z] - b[..., Z]
    x, z = np.abs(c * dx - s * dz), s * dx + c * dz
    wa, da = extents_along(a, a[..., COS] * c + a[..., SIN] * s, a[..., SIN] * c - a[..., COS] * s)
    wb, db = extents_along(b, b[..., COS] * c + b[..., SIN] * s, b[..., SIN] * c - b[..., COS] * s)
    wa, da = greatest(wa, 1e-3), greatest(da, 1e-3)
    reach = greatest(wb + LATERAL, wa - wb - LATERAL) + p["any_depth"]
    corner = (db + da - z) / (2.0 * da) + (x + wa - reach) / (2.0 * wa) - 0.5
    corner = corner / np.hypot(0.5 / da, 0.5 / wa)
    return greatest(greatest(db - z, corner) + least(0.5 * da, DEFINITIONS["left_of"].tolerance), x - reach)


def _walls(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """The back, or a side where that is allowed, against the best of the walls in question."""
    a = m[0]
    return least(_turned_to_walls(a, p, setting), _sideways(a, p, setting))


def _sideways(a: FloatArray, p: Parameters, setting: TermSetting) -> FloatArray:
    """The same with the body turned by a quarter: a body that is deeper than wide (a bed) may lie along a wall."""
    if not (p["sideways"] < 1.0).any():
        return p["sideways"]
    turned = np.array(a)
    turned[..., HALF_WIDTH], turned[..., HALF_DEPTH] = a[..., HALF_DEPTH], a[..., HALF_WIDTH]
    best = _turned_to_walls(_quarter(turned, 1.0), p, setting)
    return least(best, _turned_to_walls(_quarter(turned, -1.0), p, setting)) + p["sideways"]


def _quarter(a: FloatArray, sign: float) -> FloatArray:
    """A copy of the boxes, turned by a quarter."""
    out = np.array(a)
    out[..., COS], out[..., SIN] = -sign * a[..., SIN], sign * a[..., COS]
    return out


def _turned_to_walls(a: FloatArray, p: Parameters, setting: TermSetting) -> FloatArray:
    side = setting.normal_x * a[..., COS, None] - setting.normal_z * a[..., SIN, None]
    front = setting.normal_x * a[..., SIN, None] + setting.normal_z * a[..., COS, None]
    away = setting.normal_x * a[..., X, None] + setting.normal_z * a[..., Z, None] + setting.offset
    along = setting.normal_z * a[..., X, None] - setting.normal_x * a[..., Z, None] - setting.middle
    gap = np.abs(away - np.abs(side) * a[..., HALF_WIDTH, None] - np.abs(front) * a[..., HALF_DEPTH, None])
    turn = LEVER * np.arctan2(np.abs(side), front)
    each = greatest(gap, turn, np.abs(along) - setting.reach)
    best: FloatArray = np.where(p["walls"] > 0.5, each, np.inf).min(
        axis=-1, initial=np.inf
    )  # out of doors there is none
    return best


def _on_wall(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    return greatest(_walls(m, p, setting), np.abs(m[0][..., Y] - p["height"]) - p["height_slack"])


def _against_body(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """a's back against the best of b's four sides."""
    a, b = m[0], m[1]
    c, s = relative_turn(a, b)
    x, z = in_frame(a, b)
    wa, da = extents_along(a, c, s)
    best = np.full(np.broadcast_shapes(x.shape, wa.shape), np.inf)
    sides = (
        (x, z, wa, b[..., HALF_WIDTH], b[..., HALF_DEPTH], s, c),
        (-x, z, wa, b[..., HALF_WIDTH], b[..., HALF_DEPTH], -s, c),
        (z, x, da, b[..., HALF_DEPTH], b[..., HALF_WIDTH], c, s),
        (-z, x, da, b[..., HALF_DEPTH], b[..., HALF_WIDTH], -c, s),
    )
    for out, along, depth, to_face, half_face, front, side in sides:
        gap = np.abs(out - to_face - depth)
        turn = LEVER * np.arctan2(np.abs(side), front)
        best = least(best, greatest(gap, turn, np.abs(along) - half_face))
    return best


def _in_corner(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """The greater of the distances to the nearer wall in x and in z. `corner`: (2,) the required sides of x and z, -1 or 1; 0, or no such
    parameter: either."""
    a = m[0]
    wa, da = extents_along(a, a[..., COS], a[..., SIN])
    x, z = np.abs(a[..., X]), np.abs(a[..., Z])
    corner = p.get("corner")
    if corner is not None:
        x = np.where(corner[..., 0] == 0.0, x, corner[..., 0] * a[..., X])
        z = np.where(corner[..., 1] == 0.0, z, corner[..., 1] * a[..., Z])
    return greatest(np.abs(setting.size[0] / 2.0 - x - wa), np.abs(setting.size[2] / 2.0 - z - da))


def _hanging(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    off: FloatArray = np.abs(setting.size[1] - m[0][..., Y] - m[0][..., HEIGHT])
    return off


def _hanging_from(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """Always 0: a thing that hangs from a body is joined with it."""
    still: FloatArray = np.zeros_like(m[0][..., Y] + m[1][..., Y])
    return still


def _on(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """On the best of b's surfaces. `planes`: (S, V, 3) their edges (normal x, z, distance from b's origin). `levels`: (S,) heights."""
    a, b = m[0], m[1]
    x, z = in_frame(a, b)
    planes = p["planes"]
    out = (planes[..., 0] * x[..., None, None] + planes[..., 1] * z[..., None, None] - planes[..., 2]).max(axis=-1)
    bottom = (a[..., Y] - b[..., Y])[..., None]
    above = bottom - p["levels"]
    # furniture stands on the floor through a rug as well as on it
    level = greatest(above, least(np.abs(above), -bottom + p["through"][..., None]))
    best: FloatArray = greatest(level, out).min(axis=-1)
    return best


def _on_floor(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    a = m[0]
    outside = greatest(np.abs(a[..., X]) - setting.size[0] / 2.0, np.abs(a[..., Z]) - setting.size[2] / 2.0)
    return greatest(np.abs(a[..., Y]), outside)


def _on_opening(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """On an opening (a curtain on a window): at the face of the wall, with its middle within the opening."""
    a, b = m[0], m[1]
    c, s = relative_turn(a, b)
    x, z = in_frame(a, b)
    _, da = extents_along(a, c, s)
    middle = np.abs(a[..., Y] + a[..., HEIGHT] / 2.0 - b[..., Y] - b[..., HEIGHT] / 2.0) - b[..., HEIGHT] / 2.0
    return greatest(np.abs(z - b[..., HALF_DEPTH] - da), np.abs(x) - b[..., HALF_WIDTH], middle)


def _inside(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """a lies within b's sides, and half of it is below b's top. Where a is wider than b (flowers in a vase), only its middle must be in
    the inner quarter."""
    a, b = m[0], m[1]
    c, s = relative_turn(a, b)
    x, z = in_frame(a, b)
    wa, da = extents_along(a, c, s)
    wb, db = b[..., HALF_WIDTH], b[..., HALF_DEPTH]
    planar = greatest(np.abs(x) - greatest(wb - wa, wb / 4.0), np.abs(z) - greatest(db - da, db / 4.0))
    half = 0.5 * least(a[..., HEIGHT], b[..., HEIGHT])
    low = a[..., Y] - b[..., Y]
    return greatest(planar, -low, low + half - b[..., HEIGHT])


def _below(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """m[0] is below m[1]. The parameters state which of them hangs on a wall, and which is a door or a window."""
    low, up = m[0], m[1]
    c, s = relative_turn(up, low)
    ux, uz = in_frame(up, low)
    lx, lz = in_frame(low, up)
    _, up_depth = extents_along(up, c, s)
    _, low_depth = extents_along(low, c, s)
    ac, as_ = WALL_REACH * np.abs(c), WALL_REACH * np.abs(s)
    upper_in_lower = greatest(
        np.abs(ux) - low[..., HALF_WIDTH] - p["wall_up"] * as_,
        np.abs(uz) - low[..., HALF_DEPTH] - p["wall_up"] * ac - p["wall_low"] * WALL_REACH - p["open_low"] * (up_depth + WALL_REACH),
    )  # fmt: skip
    lower_in_upper = greatest(
        np.abs(lx) - up[..., HALF_WIDTH] - p["wall_low"] * as_,
        np.abs(lz) - up[..., HALF_DEPTH] - p["wall_low"] * ac - p["wall_up"] * WALL_REACH - p["open_up"] * (low_depth + WALL_REACH),
    )  # fmt: skip
    low_top, up_top = low[..., Y] + low[..., HEIGHT], up[..., Y] + up[..., HEIGHT]
    # a body below a window may reach up to its middle, as a headboard does
    clear = low_top - up[..., Y] - p["open_up"] * up[..., HEIGHT] / 2.0
    level = up[..., Y] - low[..., Y] - SAME_LEVEL
    nested = greatest(low_top - up_top, level) + 1e3 * (p["open_up"] + p["open_low"])
    return greatest(least(upper_in_lower, lower_in_upper), least(clear, nested))


def _centered(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """At b's centre; or moved from it along one of b's axes only, beyond b's edge."""
    a, b = m[0], m[1]
    c, s = relative_turn(a, b)
    x, z = in_frame(a, b)
    wa, da = extents_along(a, c, s)
    x, z = np.abs(x), np.abs(z)
    before = greatest(x, b[..., HALF_DEPTH] - z, da - z)
    beside = greatest(z, b[..., HALF_WIDTH] - x, wa - x)
    return least(greatest(x, z), least(before, beside) + p["both"])


def _aligned(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    a, b = m[0], m[1]
    axis = p["axis"]
    rise = a[..., Y] + a[..., HEIGHT] / 2.0 - b[..., Y] - b[..., HEIGHT] / 2.0
    off: FloatArray = np.abs(
        axis[..., 0] * (a[..., X] - b[..., X]) + axis[..., 1] * rise + axis[..., 2] * (a[..., Z] - b[..., Z])
    )
    return off


def _parallel(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    c, s = relative_turn(m[0], m[1])
    turn: FloatArray = LEVER * np.arctan2(np.abs(s), np.abs(c))
    return turn


def _symmetric(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    a, b, about = m[0], m[1], m[2]
    (xa, za), (xb, zb) = in_frame(a, about), in_frame(b, about)
    (ca, sa), (cb, sb) = relative_turn(a, about), relative_turn(b, about)
    sideways = greatest(np.hypot(xa + xb, za - zb), LEVER * np.abs(np.arctan2(sa * cb + ca * sb, ca * cb - sa * sb)))
    lengthways = greatest(np.hypot(xa - xb, za + zb), LEVER * np.abs(np.arctan2(sa * cb + ca * sb, sa * sb - ca * cb)))
    return greatest(least(sideways, lengthways), np.abs(a[..., Y] - b[..., Y]))


def _stacked(boxes: Members, dimensions: int) -> FloatArray:
    """The boxes of n members as one array (n, ..., 8), broadcast to `dimensions` axes."""
    if isinstance(boxes, np.ndarray):
        return boxes
    padded = [b.reshape((1,) * (dimensions - b.ndim) + b.shape) for b in boxes]
    return np.stack(np.broadcast_arrays(*padded))


def _along_items(values: FloatArray, dimensions: int) -> FloatArray:
    """A parameter (..., n) with n moved to the front, to broadcast with boxes of `dimensions` axes."""
    moved = np.moveaxis(values, -1, 0)
    return moved.reshape(moved.shape[:1] + (1,) * (dimensions - 1 - moved.ndim) + moved.shape[1:])


def _around(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    b = m[-1]
    dimensions = max(box.ndim for box in m)
    items = _stacked(m[:-1], dimensions)
    near = box_gap(items, b) - AROUND_GAP
    turned = LEVER * (facing_angle(items, b) - FACING)
    seats = _along_items(p["seats"], items.ndim)
    worst: FloatArray = greatest(near, np.where(seats > 0.5, turned, -np.inf)).max(axis=0)
    x, z = in_frame(items, b)
    w, d = b[..., HALF_WIDTH], b[..., HALF_DEPTH]
    edge = np.sort(edge_position(x, z, w, d), axis=0)
    length = 4.0 * (w + d)
    widest = np.diff(edge, axis=0, append=edge[:1] + length).max(axis=0)
    count = p["count"]  # an item may be named twice: then the array is longer
    # the short sides of a table may stay empty: their length, and the way to the next chair
    allowed = greatest(SPREAD * length / count, 2.0 * least(w, d) + 5.0 * greatest(w, d) / count)
    return greatest(worst, widest - allowed)


def _spaced(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    items = _stacked(m, max(box.ndim for box in m))
    wide, deep = extents_along(items, items[..., COS], items[..., SIN])
    axis = p["axis"]
    tall = items[..., HEIGHT] / 2.0
    at = axis[..., 0] * items[..., X] + axis[..., 1] * (items[..., Y] + tall) + axis[..., 2] * items[..., Z]
    half = axis[..., 0] * wide + axis[..., 1] * tall + axis[..., 2] * deep
    order = np.argsort(at, axis=0)
    at, half = np.take_along_axis(at, order, 0), np.take_along_axis(half, order, 0)
    gaps = (at[1:] - half[1:]) - (at[:-1] + half[:-1])
    uneven: FloatArray = np.abs(gaps - gaps.mean(axis=0)).max(axis=0)
    return greatest(uneven, -gaps.min(axis=0))


def _in_row(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """How far apart the middles are across the row, for the better of a row along x and one along z. `not_along`: (2,) metres added to
    each, to exclude it. `side`: (2,) the end of z and of x, -1 or 1, at which a wall is; then the sides at the wall may be in line
    instead."""
    items = _stacked(m, max(box.ndim for box in m))
    wide, deep = extents_along(items, items[..., COS], items[..., SIN])
    rows = []
    for k, (middle, half) in enumerate(((items[..., Z], deep), (items[..., X], wide))):
        side = p["side"][..., k]
        backs = middle + side * half
        off = least(np.ptp(middle, axis=0), np.ptp(backs, axis=0) + _NO_SIDE * (side == 0.0))
        rows.append(off + p["not_along"][..., k])
    return least(*rows)


_NO_SIDE = 1e6
"""Metres added to exclude backs in line where there is no wall."""


def _clear(m: Members, p: Parameters, setting: TermSetting) -> FloatArray:
    """The free space in front of m[0] overlaps no other member and no wall."""
    a = m[0]
    reach = p["front"]
    zone = np.array(np.broadcast_to(a, np.broadcast_shapes(a.shape, (*np.shape(reach), 8))))
    out = a[..., HALF_DEPTH] + reach / 2.0
    zone[..., X] += a[..., SIN] * out
    zone[..., Z] += a[..., COS] * out
    zone[..., HALF_DEPTH] = reach / 2.0
    wide, deep = extents_along(zone, zone[..., COS], zone[..., SIN])
    walls = greatest(
        np.abs(zone[..., X]) + wide - setting.size[0] / 2.0, np.abs(zone[..., Z]) + deep - setting.size[2] / 2.0
    )
    if len(m) == 1:
        return walls
    others = _stacked(m[1:], max(box.ndim for box in m))
    zone, others = np.broadcast_arrays(zone, others)
    span = np.hypot(zone[..., X] - others[..., X], zone[..., Z] - others[..., Z])
    radii = np.hypot(zone[..., HALF_WIDTH], zone[..., HALF_DEPTH]) + np.hypot(
        others[..., HALF_WIDTH], others[..., HALF_DEPTH]
    )
    near = span - radii < _CLEAR_BY  # bounding circles exclude most, which are far away
    overlap = np.full(near.shape, -_CLEAR_BY)
    overlap[near] = -box_gap(zone[near], others[near])
    return greatest(walls, np.maximum(overlap.max(axis=0), -_CLEAR_BY))


_CLEAR_BY = 0.3
"""Metres from the free space beyond which a distance makes no difference."""


FORMULAS: dict[str, Formula] = {
    "distance": _distance,
    "facing": _facing,
    "across": _across,
    "direction": _direction,
    "walls": _walls,
    "on_wall": _on_wall,
    "against_body": _against_body,
    "in_corner": _in_corner,
    "hanging": _hanging,
    "hanging_from": _hanging_from,
    "on": _on,
    "on_floor": _on_floor,
    "on_opening": _on_opening,
    "inside": _inside,
    "below": _below,
    "centered": _centered,
    "aligned": _aligned,
    "parallel": _parallel,
    "symmetric": _symmetric,
    "around": _around,
    "spaced": _spaced,
    "in_row": _in_row,
    "clear": _clear,
}

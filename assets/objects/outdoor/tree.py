# /// asset
# word = "tree"
# synonyms = [
#     "deciduous tree", "oak tree", "maple tree", "garden tree", "broadleaf tree", "beech tree", "elm tree",
#     "ash tree", "big tree", "tall tree", "birch tree", "birch", "silver birch", "willow tree", "willow",
#     "weeping willow", "poplar tree", "poplar", "bare tree", "leafless tree", "winter tree", "dead tree",
#     "autumn tree", "fall tree",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["leaf", "bark"]
# [variants]
# width = {"birch" = 2.4, "poplar" = 1.45, "slim" = 1.45}
# [variants.kind]
# "birch" = "birch"
# "willow" = "willow"
# "poplar" = "slim"
# "slim" = "slim"
# "bare" = "bare"
# "leafless" = "bare"
# "dead" = "bare"
# "winter" = "bare"
# "autumn" = "autumn"
# "fall" = "autumn"
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, darker, fitted, leafage, rod

ROUGH = {"roughness": 0.95}
LEAF = {
    "birch": (0.46, 0.58, 0.2),
    "willow": (0.42, 0.52, 0.24),
    "slim": (0.24, 0.42, 0.18),
    "autumn": (0.86, 0.42, 0.1),
}
GREEN = (0.3, 0.47, 0.17)
AUTUMN = ((0.92, 0.62, 0.14), (0.72, 0.22, 0.1))
WHITE = (0.88, 0.87, 0.82)
# the crown's rings of masses: how many, how far out, how far up, how large
RINGS = ((6, 0.66, 0.25, 0.34), (6, 0.6, 0.5, 0.38), (4, 0.36, 0.74, 0.34), (1, 0.04, 0.86, 0.3))


def limb(start, end, thick, thin, bark, bend=0.12):
    """A bough of three pieces that bends on its way and narrows."""
    start, end = np.array(start, float), np.array(end, float)
    side = np.cross(end - start, (0, 1, 0)) * bend
    points = [start, start + (end - start) * 0.4 + side, start + (end - start) * 0.75 + side, end]
    parts = []
    for k, width in enumerate(np.linspace(thick, thin, len(points) - 1)):
        a, b = (tuple(p) for p in points[k : k + 2])
        parts += [rod(a, b, width, bark, ROUGH), ball(b, width, bark, ROUGH)]
    return concat_shapes(*parts)


def twigs(start, along, length, thick, depth, bark, rng):
    """A bough that forks, and its forks fork, until they are thin."""
    end = np.asarray(start) + np.asarray(along) * length
    if not depth:
        return rod(tuple(start), tuple(end), thick * 0.8, bark, ROUGH)
    parts = [limb(start, end, thick, thick * 0.7, bark, rng.uniform(-0.12, 0.12))]
    for _ in range(3):
        way = np.asarray(along) + rng.normal(0, 0.5, 3) + (0, 0.12, 0)
        way /= np.linalg.norm(way)
        parts.append(twigs(end, way, length * rng.uniform(0.6, 0.78), thick * 0.6, depth - 1, bark, rng))
    return concat_shapes(*parts)


@register("the trunk with its roots")
def trunk(*, height, radius, bark):
    def middle(t):
        return (radius * 0.4 * math.sin(1.9 * t), t * height, radius * 0.3 * math.sin(2.6 * t))

    parts, steps = [], 14
    for k in range(steps):
        t = k / steps
        girth, top = radius * (0.84 + 0.75 * (1 - t) ** 7), middle((k + 1) / steps)
        parts += [rod(middle(t), top, girth, bark, ROUGH), ball(top, girth * 0.985, bark, ROUGH)]
    for i in range(7):
        a = i * 0.9 + 0.2 * math.sin(5 * i)
        profile = ((0.9, 2.1), (1.25, 0.95), (1.75, 0.35), (2.5 + 0.4 * math.sin(3 * i), 0.05))
        points = [(out * radius * math.cos(a), up * radius, out * radius * math.sin(a)) for out, up in profile]
        for (start, end), thick in zip(itertools.pairwise(points), (0.4, 0.42, 0.3), strict=True):
            look = (darker(bark, 0.94), ROUGH)
            parts += [rod(start, end, radius * thick, *look), ball(end, radius * thick * 0.95, *look)]
    return concat_shapes(*parts)


@register("the dark marks on white bark")
def marks(*, height, radius):
    rng = np.random.default_rng(2)
    parts = []
    for k in range(26):
        t, a = 0.1 + 0.88 * k / 26, rng.uniform(0, 6.28)
        girth = radius * (0.84 + 0.75 * (1 - t) ** 7) * 0.55
        at = (
            radius * 0.4 * math.sin(1.9 * t) + girth * math.cos(a),
            t * height,
            radius * 0.3 * math.sin(2.6 * t) + girth * math.sin(a),
        )
        parts.append(
            rod(at, (at[0], at[1] + radius * rng.uniform(0.12, 0.4), at[2]), radius * 0.52, (0.14, 0.13, 0.12), ROUGH)
        )
    return concat_shapes(*parts)


@register("the crown of leaves on its boughs")
def crown(*, radius, low, rise, girth, kind, leaf, bark):
    rng = np.random.default_rng(5)
    masses, boughs = [((0, low + rise * 0.52, 0), (radius * 0.56, rise * 0.38, radius * 0.56))], []
    for number, (count, out, up, size) in enumerate(RINGS):
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * (number % 2)) / count + rng.uniform(-0.25, 0.25)
            r, y = radius * out * rng.uniform(0.88, 1.1), low + rise * (up + rng.uniform(-0.06, 0.06))
            half, at = radius * size * rng.uniform(0.8, 1.15), (r * math.cos(a), y, r * math.sin(a))
            masses.append((at, (half, half * (1.4 if kind == "slim" else 0.74), half)))
            if number < 2 and k % 2 == 0:
                boughs.append(limb((0, low * (0.8 + 0.2 * number), 0), at, girth * 0.5, girth * 0.25, bark))
    if kind == "willow":
        masses += [curtain(k, radius, low, rise, rng) for k in range(13)]
    mixed = AUTUMN if kind == "autumn" else ()
    return concat_shapes(
        *boughs, leafage(masses, leaf, radius * (0.19 if kind == "slim" else 0.12), seed=4, mixed=mixed)
    )


def curtain(k, radius, low, rise, rng):
    """A mass of leaves that hangs from the rim of the crown."""
    a, r, drop = 2.4 * k, radius * rng.uniform(0.78, 0.95), low * rng.uniform(0.1, 0.6)
    top = low + rise * 0.5
    return (
        (r * math.cos(a), top - (drop + rise * 0.5) / 2, r * math.sin(a)),
        (radius * 0.13, (drop + rise * 0.5) / 2, radius * 0.13),
    )


@register("bare boughs and twigs")
def bare_crown(*, low, rise, girth, bark):
    rng = np.random.default_rng(8)
    ways = [np.array([math.cos(a), 1.15 + 0.3 * (k % 2), math.sin(a)]) for k, a in enumerate(np.arange(5) * 1.2566)]
    ways = [(0, 1, 0.05), *[tuple(w / np.linalg.norm(w)) for w in ways]]
    return concat_shapes(
        *[
            twigs((0, low * (0.98 - 0.05 * (k % 3)), 0), w, rise * 0.36, girth * 0.6, 3, bark, rng)
            for k, w in enumerate(ways)
        ]
    )


@register("a leafy tree with a spreading crown")
def tree(*, width=3.2, height=4.5, kind="broad", leaf=None, bark=None):
    leaf = LEAF.get(kind, GREEN) if leaf is None else leaf
    bark = (WHITE if kind == "birch" else (0.38, 0.29, 0.21)) if bark is None else bark
    stem = height * (0.24 if kind == "slim" else 0.42)
    girth = height * (0.027 if kind in ("birch", "slim") else 0.036)
    base, rise = stem * 0.86, height - stem * 0.86
    parts = [library_call("trunk", height=stem, radius=girth, bark=bark)]
    if kind == "birch":
        parts.append(library_call("marks", height=stem, radius=girth))
    if kind == "bare":
        parts.append(library_call("bare_crown", low=stem, rise=rise, girth=girth, bark=bark))
    else:
        parts.append(
            library_call("crown", radius=width / 2, low=base, rise=rise, girth=girth, kind=kind, leaf=leaf, bark=bark)
        )
    return fitted(concat_shapes(*parts), width, height, width)

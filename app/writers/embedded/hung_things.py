"""Things that hang from other things: shirts on a clothes rail, coats on hooks, lanterns in a tree."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.furnishing.footprints import turned
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.hanger_words import HANGERS
from scenewright.app.writers.embedded.selection import Item, expected_choice, in_variant
from scenewright.app.writers.embedded.undersides import undersides
from scenewright.scene.model import AssetRef, FloatArray

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["hang_from_hosts", "hang_on_host", "narrower_rail"]

_BARS = word_set("rail rack bar rod line pole ladder clothesline")
"""Nouns of what has one bar, across which clothes hang."""
_LINES = word_set("line clothesline rope")
"""Those on which clothes are pegged side by side."""
_PLAIN = ("rack", "rail", "bar", "rod", "pole")
"""Words for a clothes rack, where clothes hang on it."""
_HOOKS = word_set("hook hooks peg pegs")
_GARMENTS = ("textiles",)
"""Categories of clothes."""
_HUNG_UP = word_set(
    "bag backpack rucksack satchel schoolbag handbag umbrella hat cap helmet leash key keys lantern pan"
)
"""Nouns of what people hang on hooks, though it can stand."""
_BETWEEN = 0.04
"""Metres between things that hang side by side."""
_CLOTHES_RACK, _HOOK_RAIL = "clothes rack", "hook rail"
"""The catalogue's names of what clothes hang on, on the floor and at a wall."""
_RAIL, _SHORTEST, _LONGEST = (0.15, 0.11), 0.4, 5.0
"""Metres: height and depth of a rail of hooks, and its least and greatest width."""
_APART = 0.2
"""Metres between its hooks."""
_BOARD = 0.035
"""Metres from the wall that the board of a hook takes."""
_BRACKETS = 0.15
"""Metres of a bar that its brackets take."""
_BAR_FROM = 0.2
"""Metres from which what sticks out of a board is a bar, from which things hang anywhere."""
_STEP = 0.01
"""Metres between the lines by which hooks are found."""
_CLEAR = 0.2
"""Metres above the floor that stay free below what hangs."""
_LARGEST = 1.3
"""Metres of the largest thing that hangs from another."""
_GRID = 13
_AWAY, _OUT = 0.4, 0.8
"""Shares of the half footprint of a tree or stand between which things hang."""


def hang_from_hosts(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Let things hang from what the text says they hang from, and clothes from the hooks or rail that they are *on*.

    What would show other clothes of its own is taken empty. Several hooks become one rail of hooks, wide enough for all.
    """
    hosts: dict[int, Item] = {}
    for number, bond in enumerate(list(bonds)):
        if not bond.anchors or bond.item.host is not None:
            continue
        if not _hangs(bond):
            if bond.kind == "hung":  # a swing is as large as what it hangs from
                bonds[number] = replace(bond, kind="near")
            continue
        host = bond.anchors[0]
        bonds[number] = replace(bond, kind="hung")
        bond.item.host, bond.item.hung = host, True
        host.reach = max(host.reach, bond.item.height)
        hosts[id(host)] = host
    for host in hosts.values():
        _take_empty(host, [i for i in items if i.hung and i.host is host], catalogue)
    # 'coats on hooks by the door': the hooks are by the door
    bonds[:] = [replace(b, item=b.item.host) if b.item.hung and b.item.host and b.kind != "hung" else b for b in bonds]
    for host in hosts.values():
        _widen_bar(host, [i for i in items if i.hung and i.host is host], catalogue)
    _join_hooks(items, bonds, list(hosts.values()), catalogue)


def _widen_bar(host: Item, guests: list[Item], catalogue: Catalogue) -> None:
    """Let a bar on a wall be wide enough for what hangs from it side by side."""
    named = {*host.words, *host.choice.request.words.split()}
    if host.support != "wall" or not _BARS & named or _HOOKS & named:
        return
    room = min(sum(g.width + 2 * _BETWEEN for g in guests) + _BRACKETS, _LONGEST)
    if room > host.width:
        size = (round(room, 2), host.height, host.depth)
        ref = catalogue.resolve(host.choice.words, size, 0)
        host.choice = replace(host.choice, ref=ref, size=size)
        host.box = size


def _take_empty(host: Item, guests: list[Item], catalogue: Catalogue) -> None:
    """Take the host without clothes of its own. A mere rack of clothes is a clothes rack."""
    plain = host.choice.request.words in _PLAIN and host.support == "floor"
    if plain and all(g.category in _GARMENTS for g in guests):
        words, reading = _CLOTHES_RACK, catalogue.parse(_CLOTHES_RACK)
        request = replace(host.choice.request, words=words, phrase=words, known=words, reading=reading)
        choice = expected_choice(request, catalogue)
        if choice is not None:
            host.choice = replace(choice, request=host.choice.request, name=host.choice.name)
    host.choice = in_variant(host.choice, "empty", catalogue)


def _hangs(bond: Bond) -> bool:
    item, host = bond.item, bond.anchors[0]
    if max(item.size) > _LARGEST or "rug" in (host.support, item.support):
        return False
    named = {*host.words, *host.choice.request.words.split()}
    if bond.kind == "hung":
        return bool(HANGERS & named)
    dressed = item.category in _GARMENTS and item.support == "wall"
    dressed |= bool(_HOOKS & named and _HUNG_UP & {*item.words, *item.choice.request.words.split()})
    return bond.kind in ("on", "with") and dressed and bool((_BARS | _HOOKS | {"stand"}) & named)


def _join_hooks(items: list[Item], bonds: list[Bond], hosts: list[Item], catalogue: Catalogue) -> None:
    """Let the hooks of one request that carry clothes be one rail of hooks."""
    groups: dict[int, list[Item]] = {}
    for host in hosts:
        if host.support == "wall" and _HOOKS & {*host.words, *host.choice.request.words.split()}:
            groups.setdefault(host.request, []).append(host)
    for group in groups.values():
        guests = [i for i in items if i.hung and any(i.host is hook for hook in group)]
        rail, others = group[0], [i for i in items if i.request == group[0].request and i is not group[0]]
        if len(guests) < 2:
            continue
        rail.carries = len(guests)
        steps = math.ceil((max(g.width for g in guests) + _BETWEEN) / _APART)
        steps = max(1, min(steps, int(_LONGEST / (_APART * len(guests)) + 1e-6)))
        size = (round(max(steps * _APART * len(guests), _SHORTEST), 2), *_RAIL)
        ref = catalogue.resolve(_HOOK_RAIL, size, 0)
        rail.choice = replace(rail.choice, words=_HOOK_RAIL, ref=ref, support="wall", size=size)
        rail.box = size
        for guest in guests:
            guest.host = rail
        gone = {id(i) for i in others}
        items[:] = [i for i in items if id(i) not in gone]
        bonds[:] = [_onto(b, gone, rail) for b in bonds if id(b.item) not in gone]


def narrower_rail(rail: Item) -> tuple[float, float, float] | None:
    """The size of a rail of hooks with one hook less between things that hang side by side; None where each is at the next one."""
    steps = round(rail.width / (_APART * rail.carries)) - 1 if rail.carries else 0
    return (round(max(steps * _APART * rail.carries, _SHORTEST), 2), *_RAIL) if steps > 0 else None


def _onto(bond: Bond, gone: set[int], rail: Item) -> Bond:
    return replace(bond, anchors=(rail,)) if any(id(a) in gone for a in bond.anchors) else bond


def hang_on_host(host: Item, guests: list[Item], ref: AssetRef, catalogue: Catalogue) -> list[Item]:
    """Hang things from their host, which has its place. Returns those for which it has no room.

    Args:
        ref: the object of the host at its present size.
    """
    if host.support == "wall":
        return _on_wall_hooks(host, guests, ref, catalogue)
    named = {*host.words, *host.choice.request.words.split()}
    if _BARS & named:
        return _on_bar(host, guests, ref, catalogue)
    return _about(host, guests, ref, catalogue)


def _on_wall_hooks(host: Item, guests: list[Item], ref: AssetRef, catalogue: Catalogue) -> list[Item]:
    """Side by side, their backs to the wall, each at a hook of its own, and as wide as its neighbours let it be."""
    hooks = _hooks(host, ref, catalogue)
    hung = guests[: len(hooks)]
    chosen = hooks[((np.arange(len(hung)) + 0.5) * len(hooks) / max(len(hung), 1)).astype(int)]
    room = float(np.diff(chosen[:, 0]).min()) - _BETWEEN if len(hung) > 1 else np.inf
    for guest, (x, top) in zip(hung, chosen.tolist(), strict=True):
        if guest.width > room:
            guest.box = (round(room, 3), guest.height, guest.depth)
        _hang_at(host, guest, (x, top, (guest.depth - host.depth) / 2), 0.0)
    return guests[len(hung) :]


def _hooks(host: Item, ref: AssetRef, catalogue: Catalogue) -> FloatArray:
    """(N, 2) x and height of the hooks of a host on a wall, from its left to its right: what sticks out of its board. A bar has
    one at each step of its length."""
    line = np.arange(-host.width / 2 + _STEP / 2, host.width / 2, _STEP)
    tops = np.full(len(line), np.nan)
    for z in np.arange(host.depth / 2, -host.depth / 2 + _BOARD, -_STEP):
        found = undersides(catalogue, ref, np.stack([line, np.full_like(line, z)], axis=1), 0.0, _STEP)
        tops = np.where(np.isnan(tops), found, tops)
    there = np.flatnonzero(~np.isnan(tops))
    groups = np.split(there, np.flatnonzero(np.diff(there) > 1) + 1) if len(there) else []
    hooks: list[tuple[float, float]] = []
    for g in groups:
        if len(g) * _STEP < _BAR_FROM:
            hooks.append((line[g].mean(), tops[g].min()))
        else:
            rim = int(_BRACKETS / 2 / _STEP)
            hooks += [(x, float(np.median(tops[g]))) for x in line[g][rim:-rim]]
    return np.array(hooks).reshape(-1, 2)


def _on_bar(host: Item, guests: list[Item], ref: AssetRef, catalogue: Catalogue) -> list[Item]:
    """Along the bar, clothes on hangers across it, as on a rail; on a washing line, and what is folded over a bar, along it."""
    pegged = bool(_LINES & {*host.words, *host.choice.request.words.split()})
    across = [g.category in _GARMENTS and g.width > g.depth and not pegged and "towel" not in g.words for g in guests]
    sizes = [g.depth if a else g.width for g, a in zip(guests, across, strict=True)]
    length = max(host.width, host.depth)
    along_x = host.width >= host.depth
    free = length - 0.2
    need = sum(sizes)
    squeeze = min(1.0, free / need)
    gap = min(_BETWEEN, (free - need * squeeze) / max(len(guests) - 1, 1))
    at = -(need * squeeze + gap * (len(guests) - 1)) / 2
    left = []
    for guest, crosswise, size in zip(guests, across, sizes, strict=True):
        if squeeze < 0.99:
            width, height, depth = guest.size
            guest.box = (
                (width, height, round(depth * squeeze, 3)) if crosswise else (round(width * squeeze, 3), height, depth)
            )
        middle = at + size * squeeze / 2
        point = np.array([[middle, 0.0] if along_x else [0.0, middle]])
        top = float(undersides(catalogue, ref, point, guest.height, guest.height + 0.05)[0])
        at += size * squeeze + gap
        if math.isnan(top):
            left.append(guest)
            continue
        turn = (90.0 if crosswise else 0.0) + (0.0 if along_x else 90.0)
        _hang_at(host, guest, (float(point[0, 0]), top, float(point[0, 1])), turn)
    return left


def _about(host: Item, guests: list[Item], ref: AssetRef, catalogue: Catalogue) -> list[Item]:
    """Apart from each other about a trunk or post, first where one sees them from its front."""
    x, z = np.meshgrid(*(np.linspace(-0.5, 0.5, _GRID) * s for s in (host.width, host.depth)))
    points = np.stack([x.ravel(), z.ravel()], axis=1)
    away = np.hypot(points[:, 0] / host.width, points[:, 1] / host.depth) * 2.0
    points = points[(away >= _AWAY) & (away <= _OUT)]
    taken: list[FloatArray] = []
    left = []
    for guest in guests:
        tops = _over(guest, points, ref, catalogue)
        apart = [min((float(np.hypot(*(p - t))) for t in taken), default=float(p[1])) for p in points]
        best = np.where(np.isnan(tops), -np.inf, np.array(apart) + 0.2 * points[:, 1])
        if not len(points) or not np.isfinite(best).any():
            left.append(guest)
            continue
        k = int(best.argmax())
        taken.append(points[k])
        px, pz = (float(v) for v in points[k])
        turn = math.degrees(math.atan2(px, pz)) if guest.category in _GARMENTS else 0.0
        _hang_at(host, guest, (px, float(tops[k]), pz), turn)
    return left


def _over(guest: Item, points: FloatArray, ref: AssetRef, catalogue: Catalogue) -> FloatArray:
    """(N,) heights from which a thing can hang below each of (N, 2) points: it touches what is above its middle, or lower beside that."""
    half = 0.4 * min(guest.width, guest.depth)
    least = guest.height + _CLEAR
    tops = undersides(catalogue, ref, points, guest.height, least)
    for dx, dz in ((half, 0.0), (-half, 0.0), (0.0, half), (0.0, -half)):
        beside = points + np.array([dx, dz])
        tops = np.fmin(tops, undersides(catalogue, ref, beside, guest.height, least) + 0.0 * tops)
    return tops


def _hang_at(host: Item, guest: Item, top: tuple[float, float, float], turn: float) -> None:
    """Hang a thing by its top at a point of the host's frame."""
    x, z = turned(top[0], top[2], host.turn)
    guest.x, guest.z, guest.turn = host.x + x, host.z + z, (host.turn + turn) % 360.0
    guest.y = round(max(0.0, host.y + top[1] - guest.height), 4)
    guest.placed = True

"""Clean rooms for the certifier: catalogue objects set out with care, by no solver and by none of the certifier's code.

Things stand on a grid wide enough for each; some stand on rugs, some on tables, at the height where rays from above meet what
bears them; pictures hang flush, lamps touch the ceiling, the door's swing stays free.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from scenewright.assets import Catalogue
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene

__all__ = ["CleanRoom", "Known", "clean_room", "known_objects", "world_triangles"]

GAP = 0.06
DOOR = (0.9, 2.05)
HEIGHT = 2.8
LIMITS = {"floor": 2.2, "surface": 0.4, "wall": 1.4, "ceiling": 1.2, "rug": 3.0}
"""Metres that things of each kind may be wide."""

FLAT = 1e-4


class TopView:
    """An object from above: rays straight down on its triangles (F, 3, 3)."""

    def __init__(self, triangles: np.ndarray) -> None:
        import open3d as o3d

        self.vertices = triangles.reshape(-1, 3)
        self.scene = o3d.t.geometry.RaycastingScene(nthreads=1)
        self.scene.add_triangles(
            self.vertices.astype(np.float32), np.arange(len(self.vertices), dtype=np.uint32).reshape(-1, 3)
        )

    def heights(self, points: np.ndarray) -> np.ndarray:
        """(K,) of the highest hits under points (K, 2); -inf for a miss."""
        above = HEIGHT + 1.0
        rays = np.zeros((len(points), 6), dtype=np.float32)
        rays[:, (0, 2)], rays[:, 1], rays[:, 4] = points, above, -1.0
        return above - self.scene.cast_rays(rays, nthreads=1)["t_hit"].numpy().astype(np.float64)


@dataclass(frozen=True)
class Known:
    """Words of the catalogue with their size (width, height, depth), by what holds the thing up."""

    catalogue: Catalogue
    kinds: Mapping[str, tuple[tuple[str, np.ndarray], ...]]
    seen: dict[str, TopView] = field(default_factory=dict)

    def from_above(self, words: str) -> TopView:
        """An object with its base centre at the origin."""
        if words not in self.seen:
            program = (
                "from scene.language import *\n@register()\ndef scene():\n"
                f"    return concat_shapes(place(asset_call({words!r}), at=(0, 0, 0), name='it'))\n"
            )
            scene = evaluate_here(program, assets=self.catalogue)
            self.seen[words] = TopView(world_triangles(scene, 1, self.catalogue))
        return self.seen[words]


@dataclass(frozen=True)
class CleanRoom:
    """`support`: what holds each thing up, by full path. `host`: on what it stands, for things on tables and rugs. `sunk`: things
    that stand on the floor through a rug."""

    program: str
    scene: Scene
    support: Mapping[str, str]
    host: Mapping[str, str]
    sunk: frozenset[str]


def known_objects(catalogue: Catalogue, most: int | None = None) -> Known:
    """Our own objects that fit into rooms; of each kind at most `most`."""
    kinds: dict[str, list[tuple[str, np.ndarray]]] = {kind: [] for kind in LIMITS}
    for entry in catalogue.entries:
        if entry.pack != "scenewright" or entry.support not in LIMITS:
            continue
        hull = catalogue.resolve(entry.key, None, 0).hull
        size = hull.max(axis=0) - hull.min(axis=0)
        if max(size[0], size[2]) <= LIMITS[entry.support] and size[1] < HEIGHT - 0.5:
            kinds[entry.support].append((entry.key, size))
    rng = np.random.default_rng(0)
    chosen = {
        kind: found if most is None or len(found) <= most else [found[i] for i in rng.permutation(len(found))[:most]]
        for kind, found in kinds.items()
    }
    return Known(catalogue, {kind: tuple(found) for kind, found in chosen.items()})


def world_triangles(scene: Scene, row: int, catalogue: Catalogue) -> np.ndarray:
    """(F, 3, 3) of a node and all below it."""
    geometry = scene_geometry(scene, provider=catalogue)
    mine = np.flatnonzero((geometry.entity >= row) & (geometry.entity < scene.subtree_end(row)))
    out = []
    for i in mine.tolist():
        mesh, m = geometry.meshes[geometry.mesh[i]], geometry.world_from_mesh[i]
        out.append((mesh.vertices.astype(np.float64) @ m[:3, :3].T + m[:3, 3])[mesh.faces])
    return np.concatenate(out)


def clean_room(known: Known, count: int, seed: int) -> CleanRoom:
    """A room with `count` things on its floor, and what goes under, on, above and beside them."""
    return _Room(known, count, np.random.default_rng([seed, count])).made()


class _Room:
    def __init__(self, known: Known, count: int, rng: np.random.Generator) -> None:
        self.known, self.count, self.rng = known, count, rng
        self.lines: list[str] = []
        self.support: dict[str, str] = {}
        self.host: dict[str, str] = {}
        self.sunk: set[str] = set()

    def made(self) -> CleanRoom:
        rng, floor = self.rng, self.known.kinds["floor"]
        things = [floor[int(i)] for i in rng.integers(len(floor), size=self.count)]
        cell = max(float(np.hypot(s[0], s[2])) for _, s in things) + GAP
        columns = int(np.ceil(np.sqrt(self.count)))
        width, depth = columns * cell + 0.3, int(np.ceil(self.count / columns)) * cell + 0.3
        width, depth = max(width, 2.0), depth + DOOR[0] + 0.1  # a strip along the front stays free for the door
        for k, thing in enumerate(things):
            x = -columns * cell / 2 + (k % columns + 0.5) * cell
            z = -depth / 2 + 0.15 + (k // columns + 0.5) * cell
            self.stand(thing, x, z, cell)
        self.hang(width, depth)
        head = [
            "from scene.language import *",
            "@register()",
            "def scene():",
            "    return concat_shapes(",
            f"        room({width!r}, {depth!r}, {HEIGHT}, doors=[('front', 0.0, {DOOR[0]}, {DOOR[1]})]),",
        ]
        program = "\n".join([*head, *self.lines, "    )"])
        scene = evaluate_here(program, assets=self.known.catalogue)
        return CleanRoom(program, scene, self.support, self.host, frozenset(self.sunk))

    def put(self, kind: str, words: str, at: tuple[float, float, float], turn: float, host: str | None = None) -> str:
        name = f"{words.rsplit('/', 1)[-1]}_{len(self.lines)}"
        self.lines.append(f"        place(asset_call({words!r}), at={at!r}, turn={turn!r}, name={name!r}),")
        path = f"scene/{name}"
        self.support[path] = kind
        if host is not None:
            self.host[path] = host
        return path

    def stand(self, thing: tuple[str, np.ndarray], x: float, z: float, cell: float) -> None:
        """One thing on the floor, perhaps with a rug below, perhaps with things on top."""
        rng, (words, size) = self.rng, thing
        turn = float(rng.integers(4) * 90 if rng.random() < 0.7 else round(rng.uniform(0, 360), 2))
        y, on, through = 0.0, None, False
        rugs = [r for r in self.known.kinds["rug"] if max(r[1][0], r[1][2]) < cell - 0.02 and r[1][1] <= 0.04]
        if rugs and rng.random() < 0.2:
            rug, _ = rugs[int(rng.integers(len(rugs)))]
            path = self.put("rug", rug, (x, 0.0, z), 0.0)
            c, s = abs(np.cos(np.radians(turn))), abs(np.sin(np.radians(turn)))
            reach = 0.5 * np.array([c * size[0] + s * size[2], s * size[0] + c * size[2]])
            height = _level(self.known.from_above(rug), np.zeros(2), reach)
            through = height is None
            if height is not None:
                y, on = height, path
        path = self.put("floor", words, (x, y, z), turn, on)
        if through:
            self.sunk.add(path)
        if size[1] < 1.5 and rng.random() < 0.7:
            self.set_table(words, size, path, (x, y, z), turn)

    def set_table(self, words: str, size: np.ndarray, path: str, at: tuple[float, float, float], turn: float) -> None:
        """Some things on another, where its top is level."""
        small, taken = self.known.kinds["surface"], []
        for _ in range(12):
            item, item_size = small[int(self.rng.integers(len(small)))]
            reach = 0.5 * np.array([item_size[0], item_size[2]])
            room = 0.5 * np.array([size[0], size[2]]) - reach - 0.01
            if (room <= 0).any():
                continue
            middle = self.rng.uniform(-room, room)
            if any((np.abs(middle - m) < reach + r + 0.02).all() for m, r in taken):
                continue
            height = _level(self.known.from_above(words), middle, reach)
            if height is None or height < 0.15 or at[1] + height + item_size[1] > HEIGHT - 0.4:
                continue
            taken.append((middle, reach))
            c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
            x, z = at[0] + c * middle[0] + s * middle[1], at[2] - s * middle[0] + c * middle[1]
            self.put("surface", item, (float(x), at[1] + height, float(z)), turn, path)
            if len(taken) == 3:
                return

    def hang(self, width: float, depth: float) -> None:
        """Things high on the walls, above what may stand there, and lamps at the ceiling."""
        flat = [(w, s) for w, s in self.known.kinds["wall"] if s[2] <= 0.1 and s[1] <= 0.9]
        for wall, along in (("back", width), ("left", depth), ("right", depth)):
            at = -along / 2 + 0.3
            while self.rng.random() < 0.7 and flat:
                words, size = flat[int(self.rng.integers(len(flat)))]
                if at + size[0] + 0.2 > along / 2:
                    break
                middle, out = at + size[0] / 2, size[2] / 2
                x, z, turn = {
                    "back": (middle, -depth / 2 + out, 0.0),
                    "left": (-width / 2 + out, middle, 90.0),
                    "right": (width / 2 - out, middle, -90.0),
                }[wall]
                if size[2] < 0.14:  # what stands on the floor keeps 15 cm off the walls
                    self.put("wall", words, (float(x), 1.7 - size[1] / 2, float(z)), turn)
                at += size[0] + 0.2
        lamps = [(w, s) for w, s in self.known.kinds["ceiling"] if s[1] < 0.4]
        if lamps:
            words, size = lamps[int(self.rng.integers(len(lamps)))]
            self.put("ceiling", words, (0.0, HEIGHT - float(size[1]), depth / 2 - DOOR[0]), 0.0)


def _level(top: TopView, middle: np.ndarray, reach: np.ndarray) -> float | None:
    """The height of an object's top over a rectangle in plan, None where it is not level there or there is none."""
    low, high = middle - reach - 1e-3, middle + reach + 1e-3
    steps = np.linspace(-1.0, 1.0, 21)
    points = middle + np.stack(np.meshgrid(steps, steps, indexing="ij"), axis=-1).reshape(-1, 2) * reach
    heights = top.heights(points)
    highest = float(heights.max())
    inside = ((top.vertices[:, (0, 2)] >= low) & (top.vertices[:, (0, 2)] <= high)).all(axis=1)
    above = top.vertices[inside, 1]
    if not np.isfinite(heights).all() or heights.min() < highest - FLAT or above.max(initial=-np.inf) > highest + FLAT:
        return None
    return highest

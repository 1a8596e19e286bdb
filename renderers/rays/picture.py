"""Draws one picture of a RayScene: traces layers, smooths sampled light, supersamples edges and adds the backdrop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, exposure_for, map_chunks, tone_mapped
from scenewright.renderers.rays.backdrop import ground_fade, plain_backdrop
from scenewright.renderers.rays.edges import is_background, surface_edges
from scenewright.renderers.rays.filter import FAR, WIDE, smooth
from scenewright.renderers.rays.kernels.reusing import reused_rows
from scenewright.renderers.rays.sampling import SLOTS, slots_of_pixels, square_samples
from scenewright.renderers.rays.scene import GROUND, NOTHING, RayScene
from scenewright.renderers.rays.shading import Shader
from scenewright.renderers.rays.signals import Signals, Surfaces
from scenewright.renderers.rays.tracing import Layer, TracingStage, trace
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray

__all__ = ["RayPicture"]

Float32 = npt.NDArray[np.float32]

_CHUNK = 30_000
_EDGE_RAYS = 300_000
_PIXELS = 500_000
"""Pixels between two checks for cancellation."""
_LONELY = 0.12
"""A pixel whose support (:func:`smooth`) is below this is sampled `_MORE` times again."""
_MORE = 4
_ALONE = 0.02
"""Support below which a pixel has no neighbours to take its light from."""
_FEW = 0.05
"""Share of the picture below which all pixels of a layer are sampled."""
_METAL_SAMPLES = 4
"""How many times as many rays a pixel takes where an edge of bright metal is in it: a thin chrome tube mirrors lamps in places smaller
than a pixel, and few rays would make speckles of them."""
_SHARP_SUN = 1.5
"""Angular radius in degrees up to which a sun's shadows have sharp edges, which a wide filter would blur."""


class RayPicture:
    """Draws one view. `rays` and `shader` share the unit frame."""

    def __init__(
        self,
        rays: RayScene,
        pinhole: Pinhole,
        *,
        stage: TracingStage,
        seed: int,
        edge_samples: int,
        opaque: bool,
        threads: int,
    ) -> None:
        """
        Args:
            edge_samples: rays for each pixel with more than one surface.
            opaque: whether a backdrop is drawn.
        """
        self.rays = rays
        self.pinhole = pinhole
        self.stage = stage
        self.threads = threads
        self.opaque = opaque
        self.eye = (pinhole.eye - rays.centre) / rays.radius
        self.jitter = square_samples(edge_samples, seed + 7)
        self.metal_jitter = square_samples(_METAL_SAMPLES * edge_samples, seed + 11)
        self.count = pinhole.width * pinhole.height
        slots = []
        for first in range(0, self.count, _PIXELS):
            rays.job.check()
            rows = np.arange(first, min(first + _PIXELS, self.count))
            slots.append(slots_of_pixels(rows // pinhole.width, rows % pinhole.width))
        self.slots = np.concatenate(slots)
        rays.job.check()
        self.points = pinhole.pixel_points()
        rays.job.check()
        self.directions = pinhole.directions(self.points)

    def trace_pixels(self, *, deep: bool) -> list[Layer]:
        """Layers at the pixel centres."""
        return trace(
            self.rays, self.eye, self.directions, self.slots, stage=self.stage, threads=self.threads, deep=deep
        )

    def color(self, layers: list[Layer], shader: Shader, job: Job) -> tuple[Float32, Float32]:
        """Display light (H, W, 3), premultiplied by coverage where there is no backdrop, and coverage (H, W)."""
        h, w = self.pinhole.height, self.pinhole.width
        signals = []
        total, done = sum(len(x.rows) for x in layers), 0
        for layer in layers:
            share, before = len(layer.rows) / max(total, 1), done / max(total, 1)
            part = job.part(0.05 + 0.55 * before, min(0.05 + 0.55 * (before + share), 0.6))
            sampled = self._sampled(layer)
            raw = self._sparse(layer.surfaces, sampled, shader, part)
            signals.append(self.smoothed(layer, raw, shader, sampled=sampled))
            done += len(layer.rows)
        job.tick(0.6, "edges")
        exposure = self.exposure(layers, signals, shader)
        light, cover = self._composite(layers, signals, shader, exposure, self.points, self.directions)
        edges = np.flatnonzero(self._edges(layers).reshape(-1))
        if edges.size:
            fine, fine_cover = self._supersample(edges, layers, signals, shader, exposure, job)
            light[edges], cover[edges] = fine, fine_cover
        return light.reshape(h, w, 3), cover.reshape(h, w)

    def sample(self, surfaces: Surfaces, shader: Shader, job: Job | None = None) -> Signals:
        """The sampled signals of surfaces, computed in chunks on the picture's threads."""

        def work(first: int, end: int) -> Signals:
            return shader.sample(surfaces.take(np.arange(first, end)))

        parts = map_chunks(work, len(surfaces), size=_CHUNK, threads=self.threads, job=job, what="light")
        return Signals.joined(parts) if parts else shader.sample(surfaces)

    def _sampled(self, layer: Layer) -> npt.NDArray[np.bool_]:
        """(N,) whether the light at the pixels of a layer is sampled: every other pixel of a row and of a column, like the black squares of
        a chess board, since the filter averages over many more; all where the layer is small."""
        rows, w = layer.rows, self.pinhole.width
        if len(rows) < _FEW * self.count:
            return np.ones(len(rows), dtype=np.bool_)
        return np.asarray((rows // w + rows % w) % 2 == 0)

    def _sparse(self, s: Surfaces, sampled: npt.NDArray[np.bool_], shader: Shader, job: Job) -> Signals:
        """The sampled signals of surfaces: of those that are `sampled` all, of the others only the light of sharp suns and what they
        reflect, which is averaged over fewer pixels."""
        if sampled.all():
            return self.sample(s, shader, job)
        raw = shader.unlit(len(s))
        raw.put(np.flatnonzero(sampled), self.sample(s.take(np.flatnonzero(sampled)), shader, job))
        suns = np.flatnonzero(~self._broad(shader))
        rest = np.flatnonzero(~sampled)
        if suns.size:
            columns = suns.tolist()
            raw.received[np.ix_(rest, suns)] = self._at(s, rest, lambda some: shader.received(some, columns))
        shiny = rest[shader.reflects(s.instance[rest])]
        if shiny.size:
            raw.reflection[shiny] = self._at(s, shiny, shader.reflected)
        return raw

    def _at(
        self, s: Surfaces, rows: npt.NDArray[np.int64], light: Callable[[Surfaces], Float32]
    ) -> npt.NDArray[np.float32]:
        """(M, ...) `light` of the surfaces at some rows, computed in chunks on the picture's threads."""
        some = s.take(rows)

        def work(first: int, end: int) -> Float32:
            return light(some.take(np.arange(first, end)))

        parts = map_chunks(work, len(rows), size=_CHUNK, threads=self.threads, job=self.rays.job.quiet())
        return np.concatenate(parts)

    @staticmethod
    def _broad(shader: Shader) -> npt.NDArray[np.bool_]:
        """(K,) whether the key lights have broad shadows. Those of suns have sharp edges."""
        hazy = shader.rig.sun_softness > _SHARP_SUN
        kinds = [shader.lamps.lights[k].kind for k in shader.key_lights]
        return np.array([hazy or kind != "sun" for kind in kinds], dtype=bool)

    def _grid(self, rows: npt.NDArray[np.int64], values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
        """(H, W, ...) of values (N, ...) at pixels `rows`, 0 elsewhere."""
        shape = (self.count, *values.shape[1:])
        out = np.zeros(shape, dtype=values.dtype)
        out[rows] = values
        return out.reshape(self.pinhole.height, self.pinhole.width, *values.shape[1:])

    def footprint(self, t: FloatArray) -> Float32:
        """(N,) size of a pixel at depths `t`, unit frame."""
        return (t / self.pinhole.K[0, 0]).astype(np.float32)

    def smoothed(
        self, layer: Layer, raw: Signals, shader: Shader, *, sampled: npt.NDArray[np.bool_] | None = None
    ) -> Signals:
        """The signals of a layer, averaged over pixels of one smooth surface, and sampled again where too few share it.

        Args:
            sampled: (N,) whether `raw` is known there, None: everywhere. The light of sharp suns and what is reflected are known
                everywhere.
        """
        s, rows = layer.surfaces, layer.rows
        if rows.size == 0:
            return raw
        sampled = np.ones(len(rows), dtype=np.bool_) if sampled is None else sampled
        y, x = rows // self.pinhole.width, rows % self.pinhole.width
        y, x = y - y.min(), x - x.min()
        shape = (int(y.max()) + 1, int(x.max()) + 1)

        def grid(values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
            out = np.zeros((*shape, *values.shape[1:]), dtype=values.dtype)
            out[y, x] = values
            return out

        guides = {
            "position": grid(s.position),
            "normal": grid(s.normal),
            "valid": grid(np.ones(len(rows), dtype=bool)),
            "footprint": grid(self.footprint(layer.t)),
            "job": self.rays.job,
            "threads": self.threads,
        }
        broad = self._broad(shader)
        known = grid(sampled)
        wide = [(raw.ambient, WIDE), (raw.received[:, broad], WIDE), (raw.fill, WIDE), (raw.glow, FAR)]
        averaged, support = smooth([(grid(values), strides) for values, strides in wide], **guides, sampled=known)
        ambient, soft, fill, glow = (values[y, x] for values in averaged)
        received = raw.received.copy()
        received[:, broad] = soft
        if not broad.all():
            suns = [(grid(raw.received[:, ~broad]), ())]
            received[:, ~broad] = smooth(suns, **guides, sampled=guides["valid"])[0][0][y, x]
        glint, reflection = raw.glint, raw.reflection
        instance = grid(s.instance + 4)
        if glint.size:
            averaged, _ = smooth([(grid(glint), WIDE)], **guides, sampled=known, instance=instance)
            glint = averaged[0][y, x]
        # sharp reflections have no noise, and what reflects nothing needs no averages
        rough = shader.reflects(s.instance) & ~shader.mirrors(s.instance)
        if rough.any():
            there = grid(rough)
            averaged, _ = smooth(
                [(grid(reflection), WIDE)], **{**guides, "valid": there}, sampled=there, instance=instance
            )
            reflection = np.where(rough[:, None], averaged[0][y, x], reflection)
        out = Signals(ambient, glow, received, fill, glint, reflection)
        support = support[y, x]
        if (alone := np.flatnonzero(~sampled & (support < _ALONE))).size:
            out.put(alone, self.sample(s.take(alone), shader))
        lonely = np.flatnonzero(support < _LONELY)
        if lonely.size:
            self._resample(out, s.take(lonely), lonely, shader)
        return out

    def _resample(self, signals: Signals, s: Surfaces, rows: npt.NDArray[np.int64], shader: Shader) -> None:
        """Add samples in place at pixels with too few neighbours on the same surface: slivers, wires."""
        again = [replace(s, slots=(s.slots + 16 * k + 5) % SLOTS) for k in range(_MORE)]
        signals.blend(rows, [self.sample(x, shader) for x in again])

    def exposure(self, layers: list[Layer], signals: list[Signals], shader: Shader) -> Float32:
        """(3,) factor on radiance, from the light on the surfaces of the layers."""
        lit = [shader.incident(g)[x.surfaces.instance >= 0] for x, g in zip(layers, signals, strict=True)]
        incident = np.concatenate(lit) if lit else np.zeros((0, 3), np.float32)
        return exposure_for(incident, aim=shader.rig.exposure, balance=0.25 if shader.rig.outdoor else 0.6)

    def _composite(
        self,
        layers: list[Layer],
        signals: list[Signals],
        shader: Shader,
        exposure: Float32,
        points: FloatArray,
        directions: FloatArray,
    ) -> tuple[Float32, Float32]:
        """Display light (N, 3) and coverage (N,) of N rays, composited front to back."""
        n = len(points)
        out = np.zeros((n, 3), dtype=np.float32)
        clear = np.ones(n, dtype=np.float32)
        behind = np.zeros((n, 3), dtype=np.float32)
        open_rows = np.ones(n, dtype=bool)

        def look_behind(rows: npt.NDArray[np.int64]) -> None:
            rows = rows[open_rows[rows]]
            if rows.size:
                behind[rows] = self.backdrop(points[rows], directions[rows], shader, exposure)
                open_rows[rows] = False

        for layer, signal in zip(layers, signals, strict=True):
            self.rays.job.check()
            s = layer.surfaces
            radiance, opacity = shader.radiance(s, signal)
            shown = tone_mapped(radiance * exposure)
            ground = np.flatnonzero(s.instance == GROUND)
            if ground.size:
                far = layer.rows[ground]
                look_behind(far)
                shown[ground] = self.ground_look(
                    s.take(ground), signal.take(ground), shader, shown[ground], behind[far], directions[far]
                )
            rows = layer.rows
            out[rows] += (clear[rows] * opacity)[:, None] * shown
            clear[rows] *= 1.0 - opacity
        if not self.opaque:
            return out, 1.0 - clear
        # most of a room hides all that is behind it
        rows = np.flatnonzero(clear > 0.0)
        look_behind(rows)
        out[rows] += clear[rows, None] * behind[rows]
        return out, np.ones(n, dtype=np.float32)

    def backdrop(self, points: FloatArray, directions: FloatArray, shader: Shader, exposure: Float32) -> Float32:
        """(N, 3) display light of the background, at image points (N, 2) in directions (N, 3)."""
        rig = shader.rig
        if rig.outdoor:
            d = directions / np.linalg.norm(directions, axis=1, keepdims=True)
            # below the horizon the haze continues, so that the ground can fade into it
            d[:, 1] = np.maximum(d[:, 1], 0.0)
            return tone_mapped(rig.sky.radiance(d) * exposure)
        out = plain_backdrop(points, self.pinhole, rig.exposure)
        if rig.outside is not None:
            rows, seen = rig.outside.seen(self.pinhole.eye, directions)
            out[rows] = seen
        return out

    def ground_look(
        self,
        s: Surfaces,
        signals: Signals,
        shader: Shader,
        shaded: Float32,
        behind: Float32,
        directions: FloatArray,
    ) -> Float32:
        """(N, 3) display light of the ground, which rays along `directions` (N, 3) meet: outdoors its own light, fading into haze; before a
        backdrop only the shadow on it; through a window what is `behind`."""
        fade = ground_fade(s.position, outdoor=shader.rig.outdoor)[:, None]
        if shader.rig.outdoor:
            return shaded + (behind - shaded) * fade
        share = shader.ground_share(s, signals)
        out = behind * (share + (1.0 - share) * fade)
        if shader.rig.outside is not None:
            through = shader.rig.outside.through_windows(self.pinhole.eye, directions)
            out[through] = behind[through]
        return out

    def _edges(self, layers: list[Layer]) -> npt.NDArray[np.bool_]:
        """(H, W) whether pixels show more than one surface, or a crease."""
        h, w = self.pinhole.height, self.pinhole.width
        edge = np.zeros((h, w), dtype=bool)
        for layer in layers:
            self.rays.job.check()
            s, rows = layer.surfaces, layer.rows
            instance = self._instances(layer).reshape(h, w)
            normal = self._grid(rows, s.normal)
            position = self._grid(rows, s.position)
            footprint = self._grid(rows, self.footprint(layer.t))
            edge |= surface_edges(instance, normal, position, footprint)
        if layers:
            plain = np.flatnonzero(~edge.reshape(-1))
            slivers = plain[self._slivers(plain, self._instances(layers[0])[plain])]
            edge.reshape(-1)[slivers] = True
        return edge

    def _instances(self, layer: Layer) -> npt.NDArray[np.int32]:
        """(H * W,) the instance at each pixel of a layer."""
        out = np.full(self.count, NOTHING, dtype=np.int32)
        out[layer.rows] = layer.surfaces.instance
        return out

    def _slivers(self, pixels: npt.NDArray[np.int64], instance: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """(N,) whether pixels (N,) show something that their centre, where there is `instance` (N,), misses: wires, thin legs."""

        def work(first: int, end: int) -> npt.NDArray[np.bool_]:
            some, known = pixels[first:end], instance[first:end]
            out = np.zeros(len(some), dtype=bool)
            for offset in ((-0.25, -0.25), (0.25, 0.25)):
                directions = self.pinhole.directions(self.points[some] + np.array(offset)).astype(np.float32)
                origins = np.broadcast_to(self.eye.astype(np.float32), directions.shape)
                hits = self.rays.cast_solid(
                    origins, directions, see_ground=self.stage.ground, see_ceiling=self.stage.ceiling
                )
                front = self.rays.cast_special(origins, directions)
                seen = np.where(front.t < hits.t, front.instance, hits.instance)
                out |= (seen != known) & ~(is_background(seen) & is_background(known))
            return out

        parts = map_chunks(work, len(pixels), size=_CHUNK, threads=self.threads, job=self.rays.job.quiet())
        return np.concatenate([np.zeros(0, dtype=bool), *parts])

    def _supersample(
        self,
        edges: npt.NDArray[np.int64],
        layers: list[Layer],
        signals: list[Signals],
        shader: Shader,
        exposure: Float32,
        job: Job,
    ) -> tuple[Float32, Float32]:
        light = np.zeros((edges.size, 3), dtype=np.float32)
        cover = np.zeros(edges.size, dtype=np.float32)
        block = max(_EDGE_RAYS // len(self.jitter), 1)
        indices = self._row_grids(layers)

        def shot(pixels: npt.NDArray[np.int64], jitter: FloatArray) -> tuple[Float32, Float32, npt.NDArray[np.bool_]]:
            """Light (N, 3) and coverage (N,) of pixels, the means over the rays of `jitter`, and whether any ray met metal."""
            n = len(jitter)
            each = np.repeat(pixels, n)
            points = self.points[each] + np.tile(jitter - 0.5, (len(pixels), 1))
            directions = self.pinhole.directions(points)
            # a different slot for each ray, so that new samples average over the pixel
            slots = (self.slots[each] + 5 * np.tile(np.arange(n), len(pixels))) % SLOTS
            fine = trace(self.rays, self.eye, directions, slots, stage=self.stage, threads=self.threads)
            found = [self._reuse(k, x, each, indices, layers, signals, shader) for k, x in enumerate(fine)]
            c, a = self._composite(fine, found, shader, exposure, points, directions)
            met = np.zeros(len(each), dtype=bool)
            for layer in fine:
                met[layer.rows] |= shader.shiny(layer.surfaces.instance)
            return c.reshape(-1, n, 3).mean(axis=1), a.reshape(-1, n).mean(axis=1), met.reshape(-1, n).any(axis=1)

        for first in range(0, edges.size, block):
            job.tick(0.6 + 0.35 * first / edges.size, "edges")
            pixels = edges[first : first + block]
            c, a, metal = shot(pixels, self.jitter)
            rows = np.flatnonzero(metal)
            few = max(block * len(self.jitter) // len(self.metal_jitter), 1)
            for part in range(0, rows.size, few):
                some = rows[part : part + few]
                c[some], a[some], _ = shot(pixels[some], self.metal_jitter)
            light[first : first + block], cover[first : first + block] = c, a
        return light, cover

    def _row_grids(self, layers: list[Layer]) -> list[npt.NDArray[np.int64]]:
        """For each layer, (H * W,): the layer's row at each pixel, -1: none."""
        grids = []
        for layer in layers:
            grid = np.full(self.count, -1, dtype=np.int64)
            grid[layer.rows] = np.arange(len(layer.rows))
            grids.append(grid)
        return grids

    def _reuse(
        self,
        k: int,
        fine: Layer,
        pixels: npt.NDArray[np.int64],
        indices: list[npt.NDArray[np.int64]],
        layers: list[Layer],
        signals: list[Signals],
        shader: Shader,
    ) -> Signals:
        """Signals for the rays of layer k, taken from neighbouring pixels of the same surface, else sampled anew."""
        n = len(fine.rows)
        s = fine.surfaces
        reused = shader.unlit(n)
        open_rows = np.arange(n)
        if k < len(layers) and len(layers[k].rows):
            there = layers[k].surfaces
            at = np.empty(n, dtype=np.int64)
            reach = 2.0 * self.footprint(fine.t) + np.float32(1e-5)
            reused_rows(
                pixels[fine.rows], s.instance, s.position, s.normal, reach, self.pinhole.width,
                indices[k], there.instance, there.position, there.normal, at,
            )  # fmt: skip
            rows = np.flatnonzero(at >= 0)
            reused.put(rows, signals[k].take(at[rows]))
            open_rows = np.flatnonzero(at < 0)
        if open_rows.size:
            reused.put(open_rows, self.sample(s.take(open_rows), shader))
        return reused

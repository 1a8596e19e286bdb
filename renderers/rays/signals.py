"""Visible surface points, and the sampled light at them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Signals", "Surfaces"]

Float32 = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Surfaces:
    """N visible surface points, unit frame. `view`: (N, 3) unit, toward the eye. `instance`: (N,), GROUND for the ground plane.
    `color`: (N, 3) linear. `slots`: (N,) of interleaved sampling."""

    position: Float32
    normal: Float32
    flat: Float32
    view: Float32
    instance: npt.NDArray[np.int32]
    color: Float32
    slots: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.position.shape[0])

    @staticmethod
    def joined(parts: list[Surfaces]) -> Surfaces:
        """The points of all parts, in order."""
        names = Surfaces.__dataclass_fields__
        return Surfaces(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})

    def take(self, rows: npt.NDArray[np.int64]) -> Surfaces:
        """The points of some rows."""
        return Surfaces(
            self.position[rows],
            self.normal[rows],
            self.flat[rows],
            self.view[rows],
            self.instance[rows],
            self.color[rows],
            self.slots[rows],
        )


@dataclass(frozen=True, eq=False)
class Signals:
    """The sampled quantities of N surface points, which the filter smooths.

    Attributes:
        ambient: (N, 3) mean incoming radiance, that of glowing surfaces left out.
        glow: (N, 3) mean incoming radiance of glowing surfaces; (N, 0) where there are none. Few rays meet them, so it is noisier.
        received: (N, K) irradiance from each of the key lights.
        fill: (N, 3) radiance that a white, rough surface sends out under the other lights; (N, 0) where there are none.
        glint: (N, 3) highlights of the other lights; (N, 0) where there are none.
        reflection: (N, 3) radiance from around the mirror direction, 0 where none is traced.
    """

    ambient: Float32
    glow: Float32
    received: Float32
    fill: Float32
    glint: Float32
    reflection: Float32

    def arrays(self) -> tuple[Float32, Float32, Float32, Float32, Float32, Float32]:
        """All of them, in their order, for kernels."""
        every = (self.ambient, self.glow, self.received, self.fill, self.glint, self.reflection)
        return tuple(np.ascontiguousarray(values, dtype=np.float32) for values in every)  # type: ignore[return-value]

    @staticmethod
    def joined(parts: list[Signals]) -> Signals:
        """The signals of all parts, in order."""
        names = Signals.__dataclass_fields__
        return Signals(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})

    def take(self, rows: npt.NDArray[np.int64]) -> Signals:
        """The signals of some rows."""
        return Signals(**{name: getattr(self, name)[rows] for name in Signals.__dataclass_fields__})

    def put(self, rows: npt.NDArray[np.int64], others: Signals) -> None:
        """Replace the signals of some rows, in place."""
        for name in Signals.__dataclass_fields__:
            getattr(self, name)[rows] = getattr(others, name)

    def blend(self, rows: npt.NDArray[np.int64], others: list[Signals]) -> None:
        """Replace the signals of some rows by the mean of themselves and of others for the same points, in place."""
        weight = np.float32(1.0 / (len(others) + 1))
        for name in Signals.__dataclass_fields__:
            values = getattr(self, name)
            values[rows] = weight * (values[rows] + sum(getattr(x, name) for x in others))

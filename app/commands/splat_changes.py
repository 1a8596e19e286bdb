"""What ``scenewright splat convert`` does to Gaussians on the way."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.output import UsageError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scenewright.scene.jobs import Job
    from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["Changes", "numbers"]


@dataclass(frozen=True, slots=True)
class Changes:
    """First what is left out, in the frame of the files: by box, ball, opacity, size and entity. Then scale, turn (degrees about x,
    y, z) and move. Then fewer, by merging, and the degree of the harmonics."""

    degree: int | None = None
    crop: str | None = None
    ball: str | None = None
    outside: bool = False
    min_opacity: float | None = None
    max_size: float | None = None
    entities: str | None = None
    scale: float | None = None
    turn: str | None = None
    move: str | None = None
    decimate: str | None = None

    def check(self) -> None:
        """Raises:
        UsageError: an option is not what it should be; told before anything is read.
        """
        self._box()
        self._ball()
        self._matrix()
        self._count(1)
        self._entities()
        if self.outside and self.crop is None and self.ball is None:
            raise UsageError("--outside turns --crop and --crop-sphere round, and neither is given")
        if self.max_size is not None and not self.max_size > 0.0:
            raise UsageError("--max-size must be more than 0")

    def applied(self, gaussians: Gaussians, *, job: Job | None = None) -> Gaussians:
        """Raises:
        UsageError: as :meth:`check`.
        JobCancelled: the job was cancelled.
        """
        out = self._cropped(gaussians)
        if self.min_opacity is not None:
            out = out.select(out.opacities >= self.min_opacity)
        if self.max_size is not None:
            out = out.select(out.scales.amax(dim=1) <= self.max_size)
        entities = self._entities()
        if entities is not None:
            out = out.of_entities(entities)
        matrix = self._matrix()
        if matrix is not None:
            out = out.transformed(matrix)
        if self.degree is not None and self.degree < out.degree:
            out = out.with_degree(self.degree)
        count = self._count(len(out))
        if count is not None and count < len(out):
            from scenewright.scene.splats.decimation import decimated

            out = decimated(out, count, job=job)
        return out

    def _cropped(self, gaussians: Gaussians) -> Gaussians:
        import torch

        box, ball = self._box(), self._ball()
        if box is None and ball is None:
            return gaussians
        inside = torch.ones(len(gaussians), dtype=torch.bool)
        at = gaussians.means
        if box is not None:
            low, high = torch.tensor(box[:3]).to(at), torch.tensor(box[3:]).to(at)
            inside &= ((at >= low) & (at <= high)).all(dim=1)
        if ball is not None:
            inside &= (at - torch.tensor(ball[:3]).to(at)).norm(dim=1) <= ball[3]
        return gaussians.select(~inside if self.outside else inside)

    def _box(self) -> list[float] | None:
        if self.crop is None:
            return None
        box = numbers("--crop", self.crop, 6)
        if any(a > b for a, b in zip(box[:3], box[3:], strict=True)):
            raise UsageError("--crop takes the least corner first: x0,y0,z0,x1,y1,z1")
        return box

    def _ball(self) -> list[float] | None:
        if self.ball is None:
            return None
        ball = numbers("--crop-sphere", self.ball, 4)
        if ball[3] <= 0.0:
            raise UsageError("--crop-sphere takes a radius of more than 0: x,y,z,radius")
        return ball

    def _entities(self) -> list[int] | None:
        if self.entities is None:
            return None
        try:
            return [int(word) for word in self.entities.split(",")]
        except ValueError:
            raise UsageError(f"--entities takes whole numbers with commas between, not '{self.entities}'") from None

    def _count(self, of: int) -> int | None:
        """How many Gaussians of so many `decimate` leaves."""
        if self.decimate is None:
            return None
        text, share = self.decimate.removesuffix("%"), self.decimate.endswith("%")
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not (0.0 < value <= 100.0 if share else value >= 1.0 and value.is_integer()):
            raise UsageError(f"--decimate takes a number of Gaussians or a share such as 25%, not '{self.decimate}'")
        return max(1, round(value / 100.0 * of)) if share else int(value)

    def _matrix(self) -> npt.NDArray[np.float64] | None:
        if self.scale is None and self.turn is None and self.move is None:
            return None
        import numpy as np
        from scipy.spatial.transform import Rotation

        matrix = np.eye(4)
        if self.scale is not None:
            if not (math.isfinite(self.scale) and self.scale > 0.0):
                raise UsageError("--scale must be more than 0")
            matrix[:3, :3] *= self.scale
        if self.turn is not None:
            turn = Rotation.from_euler("xyz", numbers("--turn", self.turn, 3), degrees=True).as_matrix()
            matrix[:3, :3] = turn @ matrix[:3, :3]
        if self.move is not None:
            matrix[:3, 3] = numbers("--move", self.move, 3)
        return matrix


def numbers(option: str, text: str, count: int) -> list[float]:
    """Raises:
    UsageError: an option's text is no list of so many finite numbers.
    """
    try:
        values = [float(word) for word in text.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(map(math.isfinite, values)):
        raise UsageError(f"{option} takes {count} numbers with commas between, not '{text}'")
    return values

"""Changes to Gaussians: selection, transformation, decimation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field, FiniteFloat, model_validator

from scenewright.app.requests import Request, RequestError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scenewright.scene.jobs import Job
    from scenewright.scene.splats import Gaussians

__all__ = ["SplatChanges"]

Point = tuple[FiniteFloat, FiniteFloat, FiniteFloat]


class SplatChanges(Request):
    """Changes in this order: selection in the files' frame by box, sphere, opacity, size and entity; then scale, turn and move; then
    the degree of the spherical harmonics, and decimation."""

    degree: int | None = Field(default=None, ge=0, le=3)
    """Highest degree of spherical harmonics to keep."""
    crop: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat] | None = None
    """Keep Gaussians in the box from its least to its greatest corner: x0, y0, z0, x1, y1, z1."""
    crop_sphere: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat] | None = None
    """Keep Gaussians in the sphere x, y, z, radius."""
    outside: bool = False
    """Keep Gaussians outside of the box and sphere, instead of inside."""
    min_opacity: float | None = Field(default=None, ge=0.0, le=1.0)
    """Leave out Gaussians with less opacity than this."""
    max_size: float | None = None
    """Leave out Gaussians whose largest scale (standard deviation) is more than this."""
    entities: tuple[int, ...] | None = None
    """Keep only Gaussians of these entity ids."""
    scale: FiniteFloat | None = None
    """Factor to scale everything by."""
    turn: Point | None = None
    """Angles in degrees about x, then y, then z."""
    move: Point | None = None
    """Offset x, y, z, applied after scale and turn."""
    decimate: int | None = Field(default=None, ge=1)
    """Merge similar neighbours until this number of Gaussians is left."""
    decimate_share: float | None = Field(default=None, gt=0.0, le=1.0)
    """Merge similar neighbours until this share of the Gaussians is left."""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.crop is not None and any(a > b for a, b in zip(self.crop[:3], self.crop[3:], strict=True)):
            raise RequestError("crop takes the least corner first: x0,y0,z0,x1,y1,z1", field="crop")
        if self.crop_sphere is not None and self.crop_sphere[3] <= 0.0:
            raise RequestError("crop_sphere takes a radius of more than 0: x,y,z,radius", field="crop_sphere")
        if self.outside and self.crop is None and self.crop_sphere is None:
            raise RequestError(
                "outside inverts crop and crop_sphere, and neither is given",
                field="outside",
                also=("crop", "crop_sphere"),
            )
        for field, value in (("max_size", self.max_size), ("scale", self.scale)):
            if value is not None and not value > 0.0:
                raise RequestError(f"{field} must be more than 0", field=field)
        if self.decimate is not None and self.decimate_share is not None:
            raise RequestError("decimate takes either a number or a share of Gaussians", field="decimate")
        return self

    def applied(self, gaussians: Gaussians, *, job: Job | None = None) -> Gaussians:
        """Apply the changes.

        Raises:
            JobCancelled: the job was cancelled.
        """
        out = self._cropped(gaussians)
        if self.min_opacity is not None:
            out = out.select(out.opacities >= self.min_opacity)
        if self.max_size is not None:
            out = out.select(out.scales.amax(dim=1) <= self.max_size)
        if self.entities is not None:
            out = out.of_entities(list(self.entities))
        matrix = self._matrix()
        if matrix is not None:
            out = out.transformed(matrix)
        if self.degree is not None and self.degree < out.degree:
            out = out.with_degree(self.degree)
        count = self.decimate if self.decimate_share is None else max(1, round(self.decimate_share * len(out)))
        if count is not None and count < len(out):
            from scenewright.scene.splats import decimated

            out = decimated(out, count, job=job)
        return out

    def _cropped(self, gaussians: Gaussians) -> Gaussians:
        import torch

        box, ball = self.crop, self.crop_sphere
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

    def _matrix(self) -> npt.NDArray[np.float64] | None:
        if self.scale is None and self.turn is None and self.move is None:
            return None
        import numpy as np
        from scipy.spatial.transform import Rotation

        matrix = np.eye(4)
        if self.scale is not None:
            matrix[:3, :3] *= self.scale
        if self.turn is not None:
            matrix[:3, :3] = Rotation.from_euler("xyz", self.turn, degrees=True).as_matrix() @ matrix[:3, :3]
        if self.move is not None:
            matrix[:3, 3] = self.move
        return matrix

"""Which pixel's light a ray through an edge pixel takes."""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["reused_rows"]


@kernel
def reused_rows(
    pixels, instance, position, normal, reach, width, grid, there_instance, there_position, there_normal, out
):
    """Write for each of N rays the row of a surface that is the same as the ray's, at its own pixel or one beside it, into `out`; -1 where
    there is none.

    Args:
        pixels: (N,) of the rays; instance, position, normal: of the surfaces that they meet; reach: (N,) most distance of the other
            surface from the plane of the ray's.
        grid: (H * W,) the row of the surface at each pixel, -1: none.
        there_instance, there_position, there_normal: of these surfaces.
    """
    height = len(grid) // width
    for r in range(len(pixels)):
        out[r] = -1
        y, x = pixels[r] // width, pixels[r] % width
        nx, ny, nz = normal[r, 0], normal[r, 1], normal[r, 2]
        for dy, dx in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
            yy, xx = y + dy, x + dx
            if yy < 0 or yy >= height or xx < 0 or xx >= width:
                continue
            at = grid[yy * width + xx]
            if at < 0 or there_instance[at] != instance[r]:
                continue
            facing = there_normal[at, 0] * nx + there_normal[at, 1] * ny + there_normal[at, 2] * nz
            if facing <= np.float32(0.9):
                continue
            away = (
                (there_position[at, 0] - position[r, 0]) * nx
                + (there_position[at, 1] - position[r, 1]) * ny
                + (there_position[at, 2] - position[r, 2]) * nz
            )
            if abs(away) < reach[r]:
                out[r] = at
                break

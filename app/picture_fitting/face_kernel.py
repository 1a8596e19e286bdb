"""The inner loop that draws triangles into a crop of a picture: the nearest one at each sample."""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["draw_faces"]


@kernel
def draw_faces(points, faces, focal, centre_x, centre_y, left, top, near, closed, depth, face):
    """Draw triangles into a crop.

    Args:
        points: (V, 3) float64, in the camera's frame (x right, y down, z forward).
        faces: (F, 3) int64. One with a corner nearer than `near` is left out.
        focal, centre_x, centre_y: of the lens, in samples of the whole picture.
        left, top: of the crop, in samples.
        closed: whether faces are left out that show their back (corners in clockwise order on the screen).
        depth: (h, w) float64, infinite where nothing was drawn yet; written.
        face: (h, w) int64 the nearest triangle; written.
    """
    height, width = depth.shape
    for f in range(faces.shape[0]):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        za, zb, zc = points[a, 2], points[b, 2], points[c, 2]
        if za < near or zb < near or zc < near:
            continue
        xa = focal * points[a, 0] / za + centre_x - left - 0.5
        ya = focal * points[a, 1] / za + centre_y - top - 0.5
        xb = focal * points[b, 0] / zb + centre_x - left - 0.5
        yb = focal * points[b, 1] / zb + centre_y - top - 0.5
        xc = focal * points[c, 0] / zc + centre_x - left - 0.5
        yc = focal * points[c, 1] / zc + centre_y - top - 0.5
        area = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya)
        if abs(area) < 1e-12 or (closed and area > 0.0):
            continue
        first_x = max(int(np.ceil(min(xa, xb, xc))), 0)
        last_x = min(int(np.floor(max(xa, xb, xc))), width - 1)
        first_y = max(int(np.ceil(min(ya, yb, yc))), 0)
        last_y = min(int(np.floor(max(ya, yb, yc))), height - 1)
        for y in range(first_y, last_y + 1):
            for x in range(first_x, last_x + 1):
                wa = ((xb - x) * (yc - y) - (xc - x) * (yb - y)) / area
                wb = ((xc - x) * (ya - y) - (xa - x) * (yc - y)) / area
                wc = 1.0 - wa - wb
                if wa < 0.0 or wb < 0.0 or wc < 0.0:
                    continue
                z = 1.0 / (wa / za + wb / zb + wc / zc)
                if z < depth[y, x]:
                    depth[y, x] = z
                    face[y, x] = f

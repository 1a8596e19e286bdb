"""Captures made for tests: a textured corner of a room seen through any lens, and dots at known places of a picture."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage

from scenewright.scene.splats.capture.lens import Lens

OPENCV_FROM_OPENGL = np.diag([1.0, -1.0, -1.0, 1.0])

# Parameters of every model except the panorama, for 640 x 480. The principal point is off the middle on purpose.
LENSES = {
    "SIMPLE_PINHOLE": [500.0, 325.0, 236.0],
    "PINHOLE": [500.0, 510.0, 325.0, 236.0],
    "SIMPLE_RADIAL": [500.0, 325.0, 236.0, -0.1],
    "RADIAL": [500.0, 325.0, 236.0, -0.12, 0.05],
    "OPENCV": [500.0, 510.0, 325.0, 236.0, 0.08, -0.05, 0.002, -0.003],
    "OPENCV_FISHEYE": [300.0, 302.0, 325.0, 236.0, 0.02, -0.01, 0.003, -0.001],
    "FULL_OPENCV": [500.0, 510.0, 325.0, 236.0, 0.3, 0.1, 0.001, -0.001, 0.02, 0.28, 0.08, 0.01],
    "FOV": [500.0, 510.0, 325.0, 236.0, 0.6],
    "SIMPLE_RADIAL_FISHEYE": [300.0, 325.0, 236.0, 0.02],
    "RADIAL_FISHEYE": [300.0, 325.0, 236.0, 0.02, -0.005],
    "THIN_PRISM_FISHEYE": [300.0, 302.0, 325.0, 236.0, 0.02, -0.01, 0.001, -0.001, 0.003, -0.001, 0.001, 0.001],
    "RAD_TAN_THIN_PRISM_FISHEYE": [
        300.0,
        302.0,
        325.0,
        236.0,
        0.02,
        -0.01,
        0.003,
        0,
        0,
        0,
        1e-3,
        1e-3,
        1e-3,
        0,
        1e-3,
        0,
    ],
    "SIMPLE_DIVISION": [500.0, 325.0, 236.0, -0.1],
    "DIVISION": [500.0, 510.0, 325.0, 236.0, -0.1],
    "SIMPLE_FISHEYE": [300.0, 325.0, 236.0],
    "FISHEYE": [300.0, 302.0, 325.0, 236.0],
    "EUCM": [400.0, 405.0, 325.0, 236.0, 0.5, 1.1],
}


def lens_of(model: str) -> Lens:
    """The lens of a model with the parameters in `LENSES`."""
    return Lens.checked(model, LENSES[model], 640, 480, model)


def dots(pixels: np.ndarray, width: int, height: int, sigma: float = 2.0) -> np.ndarray:
    """(H, W, 3) uint8 with white Gaussian dots at continuous pixel coordinates; the centre of the upper left pixel is (0.5, 0.5)."""
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    picture = np.zeros((height, width))
    for u, v in pixels:
        picture += np.exp(-((x - u) ** 2 + (y - v) ** 2) / (2 * sigma**2))
    return np.repeat(np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)[..., None], 3, axis=2)


def dot_at(picture: np.ndarray, near: np.ndarray, radius: int = 9) -> np.ndarray:
    """The centre (2,) of the dot near `near`, in continuous pixel coordinates."""
    x0, y0 = max(int(near[0]) - radius, 0), max(int(near[1]) - radius, 0)
    part = picture[y0 : y0 + 2 * radius + 1, x0 : x0 + 2 * radius + 1, 0].astype(np.float64)
    x, y = np.meshgrid(np.arange(part.shape[1]) + x0 + 0.5, np.arange(part.shape[0]) + y0 + 0.5)
    return np.array([(part * x).sum(), (part * y).sum()]) / part.sum()


def look_at(eye, target, up=(0.0, 1.0, 0.0)) -> np.ndarray:
    """(4, 4) camera_from_world of a camera at `eye` with OpenCV's axes."""
    eye = np.asarray(eye, dtype=np.float64)
    z = np.asarray(target, dtype=np.float64) - eye
    z /= np.linalg.norm(z)
    x = np.cross(z, up)
    x /= np.linalg.norm(x)
    pose = np.eye(4)
    pose[:3, :3] = [x, np.cross(z, x), z]
    pose[:3, 3] = -pose[:3, :3] @ eye
    return pose


def opengl_pose(camera_from_world: np.ndarray) -> list[list[float]]:
    """The ``transform_matrix`` of a camera: world_from_camera with OpenGL's axes."""
    return (np.linalg.inv(camera_from_world) @ OPENCV_FROM_OPENGL).tolist()


def write_transforms(folder: Path, poses: list[np.ndarray], *, size=(64, 48), suffix=".png", **fields) -> Path:
    """Write a transforms.json with one gray picture for each pose. Returns its path."""
    (folder / "images").mkdir(exist_ok=True)
    frames = []
    for index, pose in enumerate(poses):
        name = f"images/{index:03d}{suffix}"
        Image.fromarray(np.full((size[1], size[0], 3), 40 + index, dtype=np.uint8)).save(folder / name)
        frames.append({"file_path": name, "transform_matrix": opengl_pose(pose)})
    values = {
        "fl_x": 60.0,
        "fl_y": 61.0,
        "cx": size[0] / 2,
        "cy": size[1] / 2,
        "w": size[0],
        "h": size[1],
        "frames": frames,
    }
    file = folder / "transforms.json"
    file.write_text(json.dumps({**values, **fields}))
    return file


def ring(count: int, radius: float = 3.0, height: float = 1.5) -> list[np.ndarray]:
    """(4, 4) camera_from_world poses around the origin that look at it."""
    angles = np.arange(count) * 2 * np.pi / count
    return [look_at((radius * np.sin(a), height, radius * np.cos(a)), (0, 0.5, 0)) for a in angles]


class Corner:
    """A corner of a room, 4 m each way: floor y = 0, walls x = 0 and z = 0, with a noise texture for feature detectors."""

    def __init__(self, seed: int = 0) -> None:
        rng = np.random.default_rng(seed)
        self.textures = []
        for _ in range(3):
            layers = [ndimage.zoom(rng.random((n, n, 3)), (512 / n, 512 / n, 1), order=1) for n in (8, 32, 96, 256)]
            texture = sum(w * layer for w, layer in zip((0.3, 0.3, 0.25, 0.15), layers, strict=True))
            low, high = np.quantile(texture, [0.01, 0.99])
            self.textures.append(np.clip((texture - low) / (high - low), 0, 1))

    def picture(self, lens: Lens, camera_from_world: np.ndarray, oversample: int = 2) -> np.ndarray:
        """(H, W, 3) uint8, seen through a pinhole lens."""
        fine = lens.scaled(lens.width * oversample, lens.height * oversample)
        x, y = np.meshgrid(np.arange(fine.width) + 0.5, np.arange(fine.height) + 0.5)
        rays = fine.unproject(np.stack([x.ravel(), y.ravel()], axis=1)) @ camera_from_world[:3, :3]
        eye = -camera_from_world[:3, :3].T @ camera_from_world[:3, 3]
        nearest = np.full(len(rays), np.inf)
        colors = np.zeros((len(rays), 3))
        for axis, texture in enumerate(self.textures):
            with np.errstate(divide="ignore", invalid="ignore"):
                distance = -eye[axis] / rays[:, axis]
                hit = eye + rays * distance[:, None]
            others = [i for i in range(3) if i != axis]
            on = (
                (distance > 0)
                & (distance < nearest)
                & (hit[:, others] >= 0).all(axis=1)
                & (hit[:, others] <= 4).all(axis=1)
            )
            at = (hit[on][:, others] / 4 * 511).T
            colors[on] = np.stack([ndimage.map_coordinates(texture[..., c], at, order=1) for c in range(3)], axis=1)
            nearest[on] = distance[on]
        picture = colors.reshape(lens.height, oversample, lens.width, oversample, 3).mean(axis=(1, 3))
        return np.rint(picture * 255).astype(np.uint8)

    @staticmethod
    def poses(count: int) -> list[np.ndarray]:
        """Poses on an arc in front of the corner, without roll, at different heights."""
        angles = np.linspace(0.25, 1.3, count)
        return [look_at((3.4 * np.cos(a), 1.6 + 0.4 * np.sin(5 * a), 3.4 * np.sin(a)), (0.6, 0.7, 0.6)) for a in angles]


def jpeg(picture: np.ndarray, **options) -> bytes:
    """A picture (H, W, 3) uint8 as the bytes of a JPEG file."""
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=95, **options)
    return stream.getvalue()

"""Structure from motion in a separate process, so that it can be killed and a crash stays in it.

Run as a script with one argument, a JSON file (written by :mod:`scenewright.scene.splats.capture.sfm`), to whose folder it confines
itself. It imports nothing but pycolmap and :mod:`scenewright.scene.children.parser.child_limits` with what is beside that. It writes JSON
lines to standard output: ``{"share": 0.3, "doing": "..."}`` or the line of :meth:`_Job.announce` for progress, and
``{"done": {...}}`` or ``{"error": "..."}`` at the end.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pycolmap

_LEAST_MATCHES = 15
"""Least number of matches between two pictures: COLMAP's own bound for a verified pair."""

_MEMORY = 64 << 30
"""Bytes. The child gets half of what is available, if that is less."""
_CPU_SECONDS = 30 * 24 * 3600
_MOST_WRITTEN = 64 << 30
_OPEN_FILES = 512
_ENOUGH = 0.9
"""Below this fraction of registered pictures, mapping is tried again with :data:`_LENIENT` bounds."""
_LENIENT = {
    "init_min_num_inliers": 50, "init_min_tri_angle": 8.0, "abs_pose_min_num_inliers": 15, "abs_pose_min_inlier_ratio": 0.15,
}  # fmt: skip
"""Half of COLMAP's bounds for the first pair and for each further picture (100, 16 degrees; 30, 0.25)."""


def main(job_file: str) -> None:
    threading.Thread(target=_go_with_the_host, daemon=True).start()
    job = json.loads(Path(job_file).read_text("utf-8"))
    _confine(Path(job_file).parent)
    pycolmap.set_random_seed(job["seed"])
    pycolmap.logging.minloglevel = int(pycolmap.logging.Level.WARNING)
    try:
        answer = _Job(job).run()
    except (RuntimeError, ValueError, OSError, MemoryError, IndexError, KeyError, TypeError) as error:
        _say({"error": f"{type(error).__name__}: {error}"})
        return
    _say({"done": answer})


def _confine(folder: Path) -> None:
    """Give up what reconstruction in `folder` does not need: other files, sockets, other processes, most of the memory."""
    sys.path.append(str(Path(__file__).resolve().parents[2] / "children" / "parser"))
    from child_limits import bound_resources, close_folders  # type: ignore[import-not-found]
    from forbidden_calls import forbid_calls  # type: ignore[import-not-found]

    bound_resources(_MEMORY, _CPU_SECONDS, written=_MOST_WRITTEN, open_files=_OPEN_FILES)
    close_folders(folder, folder, readable=[Path("/proc"), Path("/sys/devices/system/cpu")])
    forbid_calls(needed=("mkdir", "mkdirat", "sched_setaffinity"))


def _go_with_the_host() -> None:
    """End this process when standard input closes, which happens when the host ends for any reason."""
    # sys.stdin is not used: Python aborts at shutdown while another thread holds its lock
    while os.read(0, 1024):
        pass
    os._exit(1)


def _say(values: dict[str, Any]) -> None:
    print(json.dumps(values), flush=True)


def _with_one(flat: Any) -> Any:
    """(N, 3) homogeneous rays from (N, 2) tangents."""
    return np.concatenate([flat.reshape(-1, 2), np.ones((len(flat), 1))], axis=1)


def _sampson(other_from_one: Any, rays: Any, others: Any) -> Any:
    """(N,) Sampson distances, as tangents, of pairs of rays (N, 3); NaN where a ray is invalid."""
    turn, (x, y, z) = other_from_one[:3, :3], other_from_one[:3, 3]
    essential = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]]) @ turn
    lines, back = rays @ essential.T, others @ essential
    slope = np.sqrt((lines[:, :2] ** 2).sum(axis=1) + (back[:, :2] ** 2).sum(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.abs((others * lines).sum(axis=1)) / slope


class _Job:
    def __init__(self, job: dict[str, Any]) -> None:
        self.job = job
        self.pictures = Path(job["pictures"])
        self.database = Path(job["database"])
        self.out = Path(job["out"])
        self.total = sum(len(group["names"]) for group in job["groups"])

    def run(self) -> dict[str, Any]:
        self.extract()
        self.match()
        return self.triangulate() if self.job["poses"] else self.map()

    def extract(self) -> None:
        """Detect features in every picture. A group of pictures shares one camera, whose parameters may be known."""
        options = pycolmap.FeatureExtractionOptions()
        options.num_threads, options.use_gpu = self.job["threads"], False
        options.sift.max_num_features = self.job["features"]
        reader = pycolmap.ImageReaderOptions()
        if self.job["masks"]:
            reader.mask_path = self.job["masks"]
        self.announce(0.0, 0.45, "keypoints", self.total, "features of {} of {} pictures")
        for group in self.job["groups"]:
            reader.camera_model, reader.camera_params = group["model"], group["params"]
            pycolmap.extract_features(
                self.database, self.pictures, group["names"], pycolmap.CameraMode.SINGLE, reader, options,
                device=pycolmap.Device.cpu,
            )  # fmt: skip

    def match(self) -> None:
        """Match pairs of pictures, and verify the matches by two-view geometry."""
        options = pycolmap.FeatureMatchingOptions()
        options.num_threads, options.use_gpu = self.job["threads"], False
        two_view = pycolmap.TwoViewGeometryOptions()
        two_view.ransac.random_seed = self.job["seed"]
        pairing: Any
        match: Any
        pairs = self.job["pairs"]
        if pairs == "exhaustive":
            count, pairing, match = self.total * (self.total - 1) // 2, None, pycolmap.match_exhaustive
        else:
            pairing, match = pycolmap.ImportedPairingOptions(), pycolmap.match_image_pairs
            listed = self.database.with_name("pairs.txt")
            listed.write_text("".join(f"{one} {other}\n" for one, other in pairs), "utf-8")
            pairing.match_list_path = listed
            count = len(pairs)
        arguments = {} if pairing is None else {"pairing_options": pairing}
        self.announce(0.45, 0.8, "two_view_geometries", count, "matches of {} of {} pairs")
        match(
            self.database,
            matching_options=options,
            verification_options=two_view,
            device=pycolmap.Device.cpu,
            **arguments,
        )

    def map(self) -> dict[str, Any]:
        """Find poses, lenses and points, picture by picture. Of several models, the one with the most pictures is kept.

        If COLMAP's own bounds leave pictures out, mapping is tried again with half the bounds, and the larger result is kept.
        Plain surfaces and small pictures give too few matches for the usual bounds.
        """
        models = self.mapped({})
        if not models or models[0].num_reg_images() < _ENOUGH * self.total:
            models = max(models, self.mapped(_LENIENT), key=lambda found: found[0].num_reg_images() if found else 0)
        if not models:
            return {"registered": [], "models": 0}
        return {"models": len(models), **self.written(models[0])}

    def mapped(self, bounds: dict[str, float]) -> list[Any]:
        """The models found with these bounds, the one with the most pictures first."""
        options = pycolmap.IncrementalPipelineOptions()
        options.num_threads, options.random_seed = self.job["threads"], self.job["seed"]
        options.min_model_size = min(self.total, 3)
        for name, value in bounds.items():
            setattr(options.mapper, name, value)
        registered = 2

        def next_picture() -> None:
            nonlocal registered
            registered += 1
            share = min(registered / self.total, 1.0)
            _say(
                {
                    "share": 0.8 + 0.2 * share,
                    "doing": f"{min(registered, self.total)} of {self.total} pictures registered",
                }
            )

        _say({"share": 0.8, "doing": "looking for two pictures to begin with"})
        self.out.mkdir(exist_ok=True)
        models = pycolmap.incremental_mapping(
            self.database, self.pictures, self.out, options, next_image_callback=next_picture
        )
        return sorted(models.values(), key=lambda m: (m.num_reg_images(), m.num_points3D()), reverse=True)

    def triangulate(self) -> dict[str, Any]:
        """Triangulate points, with known and fixed poses and lenses."""
        model = pycolmap.Reconstruction()
        with closing(pycolmap.Database.open(self.database)) as database:
            for camera in database.read_all_cameras():
                model.add_camera(camera)
            for rig in database.read_all_rigs():
                model.add_rig(rig)
            images = database.read_all_images()
            poses = {image.frame_id: self.job["poses"][image.name] for image in images}
            for frame in database.read_all_frames():
                frame.rig_from_world = pycolmap.Rigid3d(np.array(poses[frame.frame_id])[:3])
                model.add_frame(frame)
            for image in images:
                model.add_image(image)
            for frame_id in poses:
                model.register_frame(frame_id)
        _say({"share": 0.8, "doing": "triangulating"})
        options = pycolmap.IncrementalPipelineOptions()
        options.num_threads, options.random_seed = self.job["threads"], self.job["seed"]
        self.out.mkdir(exist_ok=True)
        result = pycolmap.triangulate_points(
            model, self.database, self.pictures, self.out, clear_points=True, options=options, refine_intrinsics=False
        )
        return {"models": 1, **self.agreement(), **self.written(result)}

    def agreement(self) -> dict[str, int]:
        """The number of matches between pairs of pictures, and the number of them that agree with the given poses.

        Only matches verified by two-view geometry count. A match agrees with the poses if the Sampson distance of its two rays is
        below a hundredth of the longer side (Hartley and Zisserman, Multiple View Geometry, 2nd edition, 11.4.3).
        """
        with closing(pycolmap.Database.open(self.database)) as database:
            cameras = {camera.camera_id: camera for camera in database.read_all_cameras()}
            images = {image.image_id: image for image in database.read_all_images()}
            pixels = {number: database.read_keypoints(number)[:, :2].astype(np.float64) for number in images}
            pairs = list(zip(*database.read_two_view_geometries(), strict=True))
        lens = {number: cameras[image.camera_id] for number, image in images.items()}
        rays = {number: _with_one(np.asarray(lens[number].cam_from_img(pixels[number]))) for number in images}
        poses = {number: np.array(self.job["poses"][image.name]) for number, image in images.items()}
        matched = agreeing = 0
        for pair, geometry in pairs:
            one, other = pycolmap.pair_id_to_image_pair(pair)
            matches = geometry.inlier_matches
            if len(matches) < _LEAST_MATCHES:
                continue
            off = _sampson(
                poses[other] @ np.linalg.inv(poses[one]), rays[one][matches[:, 0]], rays[other][matches[:, 1]]
            )
            camera = lens[one]
            matched += len(matches)
            agreeing += int((off * camera.mean_focal_length() < 0.01 * max(camera.width, camera.height)).sum())
        return {"matched": matched, "agreeing": agreeing}

    def written(self, model: Any) -> dict[str, Any]:
        """Write a model in COLMAP's format; returns the facts about it for the answer."""
        model.extract_colors_for_all_images(self.pictures)
        target = self.out.with_name("model")
        target.mkdir(exist_ok=True)
        model.write_binary(target)
        return {
            "registered": sorted(model.images[number].name for number in model.reg_image_ids()),
            "points": model.num_points3D(),
            "observations": model.compute_num_observations(),
            "reprojection_error": model.compute_mean_reprojection_error(),
            "track_length": model.compute_mean_track_length(),
        }

    def announce(self, begin: float, end: float, table: str, total: int, doing: str) -> None:
        """Tell the host which database table grows from now on, and up to how many rows.

        The host counts the rows, because a second copy of SQLite in this process would drop the locks of the first.
        """
        _say({"begin": begin, "end": end, "table": table, "total": total, "doing": doing})


if __name__ == "__main__":
    main(sys.argv[1])

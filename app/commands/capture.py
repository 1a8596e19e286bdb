"""``scenewright capture info`` and ``prepare``."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.scene.splats.capture.model import Capture
    from scenewright.scene.splats.capture.parts import NotSolved
    from scenewright.scene.splats.capture.preparing import Prepared

__all__ = ["advised", "make_ready", "show"]

_KINDS = {
    "transforms": "transforms.json (nerfstudio, instant-ngp)",
    "blender": "Blender's synthetic scenes",
    "colmap": "COLMAP",
    "photographs": "photographs, registered by structure from motion",
    "video": "video, registered by structure from motion",
}


def show(where: Path, *, work: Path | None, images: Path | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.scene.splats.capture.opening import open_capture
        from scenewright.scene.splats.capture.parts import NotSolved

        try:
            capture = open_capture(where, work=work, images=images, compute=False)
        except NotSolved as unsolved:
            _tell_unsolved(reporter, where, unsolved)
            return
        reporter.warnings(capture.warnings)
        reporter.result(_values(capture), _told(capture))


def _tell_unsolved(reporter: Reporter, where: Path, unsolved: NotSolved) -> None:
    """Of photographs or a video whose poses are yet to be found."""
    sizes, seconds = unsolved.sizes, unsolved.seconds
    total = sum(sizes.values())
    if seconds is None:
        kind, told = "photographs", f"{total} photographs, no poses yet"
        shown = ", ".join(f"{count} of {width}x{height}" for (width, height), count in sizes.items())
    else:
        kind, told = "video", "video, no poses yet"
        shown = ", ".join(
            f"{count} frames of {width}x{height} in {seconds:.1f} s" for (width, height), count in sizes.items()
        )
    lines = [
        f"capture   {told}",
        f"pictures  {shown}",
        f"next      scenewright capture prepare {shlex.quote(str(where))} finds the poses; it takes minutes",
    ]
    values = {
        "kind": kind, "root": str(where), "registered": 0, "total": total, "seconds": seconds,
        "sizes": [{"width": width, "height": height, "pictures": count} for (width, height), count in sizes.items()],
    }  # fmt: skip
    reporter.result(values, "\n".join(lines))


def make_ready(
    where: Path,
    *,
    work: Path | None,
    images: Path | None,
    longest: int | None,
    matching: str,
    least: float,
    frames: int,
    known_length: tuple[float, ...] | None,
    camera_height: float | None,
    trust_poses: bool,
    threads: int | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.scene.splats.capture.opening import open_capture
        from scenewright.scene.splats.capture.preparing import prepare

        begun = time.monotonic()
        with advised(), reporter.job("preparing", kept="prepare", scene=where) as job:
            capture = open_capture(
                where, work=work, images=images, matching=matching, least_registered=least, frames=frames, threads=threads,
                job=job.part(0.0, 0.6),
            )  # fmt: skip
            length = None if known_length is None else (known_length[:3], known_length[3:6], known_length[6])
            prepared = prepare(
                capture,
                known_length=length,
                camera_height=camera_height,
                trust_poses=trust_poses,
                threads=threads,
                job=job.part(0.6, 0.8),
            )
            if longest is not None:
                capture.views(longest=longest, job=job.part(0.8))
        reporter.warnings(capture.warnings)
        if prepared.no_points:
            reporter.note(f"warning: no points: {prepared.no_points}")
        seconds = time.monotonic() - begun
        values = {**_values(prepared.capture), **_made(prepared), "seconds": round(seconds, 1)}
        reporter.result(
            values, f"{_told(prepared.capture)}\n{_made_told(prepared)}\nready in {seconds:.0f} s: {capture.work}"
        )


@contextmanager
def advised() -> Iterator[None]:
    """Poses that do not fit the pictures end a command, which also says how to go on all the same."""
    from scenewright.scene.splats.capture.parts import PosesDoNotFit

    try:
        yield
    except PosesDoNotFit as error:
        raise PosesDoNotFit(f"{error} With --trust-poses they are taken as they are.") from None


def _values(capture: Capture) -> dict[str, Any]:
    return {
        "kind": capture.kind,
        "root": str(capture.root),
        "registered": capture.registered,
        "total": capture.total,
        "unregistered": list(capture.unregistered),
        "lenses": [
            {
                "model": lens.model,
                "params": list(lens.params),
                "width": lens.width,
                "height": lens.height,
                "pictures": count,
            }
            for lens, count in Counter(p.lens for p in capture.photographs).items()
        ],
        "masks": sum(p.mask is not None for p in capture.photographs),
        "splits": dict(Counter(p.split for p in capture.photographs if p.split)),
        "points": 0 if capture.points is None else len(capture.points),
        "work": None if capture.work is None else str(capture.work),
        "warnings": list(capture.warnings),
    }


def _told(capture: Capture) -> str:
    values = _values(capture)
    lines = [("capture", _KINDS[capture.kind]), ("pictures", f"{capture.registered} of {capture.total}")]
    if values["splits"]:
        lines.append(("splits", ", ".join(f"{count} {split}" for split, count in values["splits"].items())))
    shown = values["lenses"][:4]
    for lens in shown:
        params = " ".join(f"{value:.6g}" for value in lens["params"])
        lines.append(
            ("lens", f"{lens['width']}x{lens['height']} {lens['model']} {params} ({lens['pictures']} pictures)")
        )
    if len(values["lenses"]) > len(shown):
        lines.append(("", f"... and {len(values['lenses']) - len(shown)} lenses more"))
    if values["masks"]:
        lines.append(("masks", f"of {values['masks']} pictures"))
    lines.append(("points", f"{values['points']:,}" if values["points"] else "none"))
    return "\n".join(f"{name:<10}{text}" for name, text in lines)


def _made(prepared: Prepared) -> dict[str, Any]:
    leveling, made = prepared.leveling, prepared.triangulation
    return {
        "world_from_capture": leveling.world_from_capture.tolist(),
        "floor_confidence": leveling.confidence,
        "metric": leveling.metric,
        "leveling": leveling.summary,
        "agreement": None if made is None else made.agreement,
        "reprojection_error": None if made is None else made.reprojection_error,
        "track_length": None if made is None else made.track_length,
        "no_points": prepared.no_points or None,
    }


def _made_told(prepared: Prepared) -> str:
    made = prepared.triangulation
    lines = []
    if made is not None:
        lines.append(
            f"          triangulated: {made.agreement:.0%} of the matches agree with the poses, points are {made.reprojection_error:.2f} "
            f"pixels off in the mean, each seen by {made.track_length:.1f} pictures"
        )
    lines.append("world     " + prepared.leveling.summary.replace("; ", "\n          "))
    return "\n".join(lines)

"""``scenewright capture info`` and ``prepare``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.scene.printing import printable

if TYPE_CHECKING:
    from scenewright.app.actions.capture_reading import UnsolvedCapture
    from scenewright.scene.splats.capture import Capture
    from scenewright.scene.splats.capture.preparing import Prepared

__all__ = ["make_ready", "show"]

_KINDS = {
    "transforms": "transforms.json (nerfstudio, instant-ngp)",
    "blender": "Blender's synthetic scenes",
    "colmap": "COLMAP",
    "photographs": "photographs, registered by structure from motion",
    "video": "video, registered by structure from motion",
}


def show(*, as_json: bool, **values: Any) -> None:
    """`values`: the fields of :class:`scenewright.app.actions.capture_reading.CaptureInfoRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.capture_reading import CAPTURE_INFO, CaptureInfoRequest, UnsolvedCapture

        info = CAPTURE_INFO(CaptureInfoRequest(**values))
        if isinstance(info.found, UnsolvedCapture):
            next_line = f"scenewright capture prepare {shlex.quote(str(info.root))} finds the poses; it takes minutes"
            reporter.result(info.report(), f"{_unsolved_text(info.found)}\nnext      {next_line}")
            return
        reporter.warnings(info.found.warnings)
        reporter.result(info.report(), _text(info.found))


def _unsolved_text(found: UnsolvedCapture) -> str:
    """The text for photographs or a video without poses."""
    sizes = [f"{count} of {width}x{height}" for (width, height), count in found.sizes.items()]
    kind = f"{found.total} photographs, no poses yet"
    if found.seconds is not None:
        kind = "video, no poses yet"
        sizes = [
            f"{count} frames of {width}x{height} in {found.seconds:.1f} s"
            for (width, height), count in found.sizes.items()
        ]
    return f"capture   {kind}\npictures  {', '.join(sizes)}"


def make_ready(*, as_json: bool, **values: Any) -> None:
    """`values`: the fields of :class:`scenewright.app.actions.capture_preparing.CapturePrepareRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.capture_preparing import CAPTURE_PREPARE, CapturePrepareRequest

        request = CapturePrepareRequest(**values)
        with reporter.job("preparing", kept="prepare", scene=request.capture) as job:
            done = CAPTURE_PREPARE(request, job=job)
        prepared = done.prepared
        reporter.warnings(done.warnings)
        if prepared.no_points:
            reporter.note(f"warning: no points: {prepared.no_points}")
        last = f"ready in {done.seconds:.0f} s: {prepared.capture.work}"
        reporter.result(done.report(), f"{_text(prepared.capture)}\n{_prepared_text(prepared)}\n{last}")


def _text(capture: Capture) -> str:
    from scenewright.app.actions.capture_reading import capture_facts

    values = capture_facts(capture)
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
        lines.append(("", f"... and {len(values['lenses']) - len(shown)} more lenses"))
    if values["masks"]:
        lines.append(("masks", f"of {values['masks']} pictures"))
    lines.append(("points", f"{values['points']:,}" if values["points"] else "none"))
    return "\n".join(printable(f"{name:<10}{text}") for name, text in lines)


def _prepared_text(prepared: Prepared) -> str:
    points = prepared.triangulation
    lines = []
    if points is not None:
        lines.append(
            f"          triangulated: {points.agreement:.0%} of the matches agree with the poses, points are "
            f"{points.reprojection_error:.2f} pixels off in the mean, each visible in {points.track_length:.1f} pictures"
        )
    lines.append("world     " + prepared.leveling.summary.replace("; ", "\n          "))
    return "\n".join(map(printable, lines))

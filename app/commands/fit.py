"""``scenewright fit``: brings a scene closer to a picture of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.picture_fitting import Fitted

__all__ = ["run"]


def run(where: Path, *, image: Path, camera: int, camera_known: bool, beside: Path | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.picture_fitting import FIT, FitRequest
        from scenewright.app.terminal.process import open_with_settings

        request = FitRequest(image=image, camera=camera, camera_known=camera_known)
        session, _ = open_with_settings(str(where), {}, reporter, writable=True)
        with reporter.job("fitting", kept="fit", scene=str(where)) as job:
            fitted = FIT(session, request, job=job)
        if beside is not None:
            _write(beside, fitted)
        reporter.warnings([*fitted.notes])
        for thing in fitted.things:
            if thing.problem:
                reporter.note(f"{thing.path} stays as it is: {thing.problem}")
        reporter.result({"scene": str(where), **fitted.report()}, _lines(fitted))


def _lines(fitted: Fitted) -> list[str]:
    lines = [f"picture  {fitted.psnr_before:.1f} dB before, {fitted.psnr_after:.1f} dB now"]
    if not fitted.changed:
        return [*lines, "nothing to change"]
    for thing in fitted.things:
        if thing.problem:
            continue
        x, y, z = thing.moved
        parts = [f"moved by {x:+.3f} {y:+.3f} {z:+.3f}"]
        parts += [f"turned by {thing.turned:+.1f} degrees"] * (abs(thing.turned) > 0.4)
        parts += [f"{thing.scaled:.3f} times as large"] * (abs(thing.scaled - 1.0) > 0.004)
        parts += ["recolored"] * (thing.color is not None)
        lines.append(f"{thing.path}: {', '.join(parts)}")
    return lines


def _write(path: Path, fitted: Fitted) -> None:
    """Write the drawing before, the picture and the drawing after, side by side."""
    from PIL import Image

    from scenewright.scene import atomic

    stream = io.BytesIO()
    Image.fromarray(fitted.beside).save(stream, "PNG")
    atomic.write(path, stream.getvalue())

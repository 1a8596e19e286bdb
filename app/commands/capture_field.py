"""``scenewright capture field``: lifts a language field from the photographs of a capture to its Gaussians."""

from __future__ import annotations

from typing import Any

from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["run"]


def run(*, as_json: bool, **values: Any) -> None:
    """`values`: the fields of :class:`scenewright.app.actions.capture_lifting.CaptureFieldRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.capture_lifting import CAPTURE_FIELD, CaptureFieldRequest

        request = CaptureFieldRequest(**values)
        with reporter.job("lifting", kept="lift", scene=request.splats) as job:
            report = CAPTURE_FIELD(request, job=job).report()
        reporter.result(report, _summary(report))


def _summary(values: dict[str, Any]) -> str:
    seen = ", ".join(f"{name} {share:.0%}" for name, share in values["seen"].items())
    return (
        f"{values['file']}: {values['gaussians']:,} Gaussians, {values['dimension']} numbers of {values['encoder']}, "
        f"{values['bytes']:,} bytes\n{values['views']} views; with a feature: {seen}"
    )

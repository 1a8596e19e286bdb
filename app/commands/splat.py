"""``scenewright splat info`` and ``convert``: inspects splat files and converts them to other formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.scene.printing import printable

__all__ = ["convert", "info"]


def info(*, as_json: bool, **values: Any) -> None:
    """`values`: the fields of :class:`scenewright.app.actions.splat_reading.SplatInfoRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        with reporter.job("reading") as job:
            from scenewright.app.actions.splat_reading import SPLAT_INFO, SplatInfoRequest

            result = SPLAT_INFO(SplatInfoRequest(**values), job=job)
        reporter.warnings(result.read.notes)
        reporter.result(result.report(), _summary(result.facts))


def _summary(values: dict[str, Any]) -> str:
    from scenewright.app.actions.splat_reading import PERCENTS

    each = f" ({values['bytes'] / values['gaussians']:.1f} a Gaussian)" if values["gaussians"] else ""
    details = ", ".join(_detail(k, v) for k, v in values["details"].items() if k != "comments" and v is not False)
    lines = [
        f"{values['title']}" + (f" ({details})" if details else ""),
        f"{values['gaussians']:,} Gaussians of degree {values['degree']}, {values['bytes']:,} bytes{each}",
    ]
    if values["bounds"] is not None:
        low, high = values["bounds"]
        lines.append(f"seen from {_point(low)} to {_point(high)}")
    if "centers" in values:
        lines.append("centres from " + " to ".join(map(_point, values["centers"])))
    for name in ("opacity", "scale"):
        if name in values:
            points = [f"{values[name][f'p{p}']:.4g}" for p in PERCENTS]
            lines.append(f"{name}: {points[1]} (median), {points[0]} to {points[2]} (1st to 99th percentile)")
    if values.get("invisible"):
        lines.append(f"{values['invisible']:,} are too faint to be drawn (opacity under 1/255)")
    if values["entities"]:
        shown = ", ".join(map(str, values["entities"][:12])) + (" ..." if len(values["entities"]) > 12 else "")
        lines.append(
            f"{len(values['entities'])} entities ({shown}); {values['without_entity']:,} Gaussians without one"
        )
    lines += [f"comment: {comment}" for comment in values["details"].get("comments", ())]
    return "\n".join(map(printable, lines))


def _detail(name: str, value: object) -> str:
    label = name.replace("_", " ")
    return label if value is True else f"{label} {value}"


def _point(values: Sequence[float]) -> str:
    return "(" + ", ".join(f"{v:.4g}" for v in values) + ")"


def convert(files: Sequence[Path], out: Path, *, given: dict[str, Any], as_json: bool, **values: Any) -> None:
    """`given`: the changes as texts of options; `values`: the other fields of
    :class:`scenewright.app.actions.splat_converting.SplatConvertRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.splat_converting import SPLAT_CONVERT, SplatConvertRequest
        from scenewright.app.commands.splat_changes import changes

        request = SplatConvertRequest(files=tuple(files), out=out, **changes(given), **values)
        with reporter.job("converting", kept="convert", scene=request.out) as job:
            done = SPLAT_CONVERT(request, job=job)
        told = () if done.floaters is None else done.floaters.notes
        for note in told:
            reporter.note(f"note: {note}")
        reporter.warnings([note for note in done.notes if note not in told])
        if done.gaussians == 0 < done.read:
            reporter.note("warning: no Gaussians are left")
        size = f"{done.read_bytes:,}"
        before = f"{done.read:,} Gaussians, {size} bytes before" if done.read != done.gaussians else f"{size} before"
        reporter.result(done.report(), f"{out}: {done.gaussians:,} Gaussians, {done.bytes:,} bytes ({before})")

"""``scenewright splat info`` and ``convert``: what splat files hold, and the same in other formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.commands.splat_changes import Changes
    from scenewright.scene.splats.formats import SplatFile

__all__ = ["convert", "info"]

_LEAST_SHOWN = 1.0 / 255.0
_PERCENTS = (1, 50, 99)


def info(file: Path, *, drop_invalid: bool, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        with reporter.job("reading") as job:
            from scenewright.scene.splats.formats import read_file

            read = read_file(file, drop_invalid=drop_invalid, job=job)
            values = _facts(read)
        reporter.warnings(read.notes)
        reporter.result({"file": str(file), **values}, _told(values))


def _facts(read: SplatFile) -> dict[str, Any]:
    import numpy as np

    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats.formats import FORMATS

    gaussians = read.gaussians
    count = len(gaussians)
    ids = gaussians.entity_ids.numpy()
    values: dict[str, Any] = {
        "format": read.format,
        "title": FORMATS[read.format].title,
        "details": read.details,
        "bytes": read.size,
        "gaussians": count,
        "degree": gaussians.degree,
        "entities": np.unique(ids[ids >= 0]).tolist(),
        "without_entity": int((ids < 0).sum()),
        "notes": list(read.notes),
        "bounds": None,
    }
    if count == 0:
        return values
    try:
        values["bounds"] = gaussians.bounds.tolist()
    except SplatError:  # nothing is opaque enough to be seen
        values["bounds"] = None
    centers = gaussians.means
    values["centers"] = [centers.amin(dim=0).tolist(), centers.amax(dim=0).tolist()]
    for name, column in (("opacity", gaussians.opacities), ("scale", gaussians.scales)):
        points = np.percentile(column.numpy(), _PERCENTS)
        values[name] = {f"p{p}": float(v) for p, v in zip(_PERCENTS, points, strict=True)}
    values["invisible"] = int((gaussians.opacities < _LEAST_SHOWN).sum())
    return values


def _told(values: dict[str, Any]) -> str:
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
            points = [f"{values[name][f'p{p}']:.4g}" for p in _PERCENTS]
            lines.append(f"{name}: {points[1]} (median), {points[0]} to {points[2]} (1st to 99th percentile)")
    if values.get("invisible"):
        lines.append(f"{values['invisible']:,} are too faint to be drawn (opacity under 1/255)")
    if values["entities"]:
        shown = ", ".join(map(str, values["entities"][:12])) + (" ..." if len(values["entities"]) > 12 else "")
        lines.append(f"{len(values['entities'])} entities ({shown}); {values['without_entity']:,} Gaussians of none")
    lines += [f"comment: {comment}" for comment in values["details"].get("comments", ())]
    return "\n".join(lines)


def _detail(name: str, value: object) -> str:
    told = name.replace("_", " ")
    return told if value is True else f"{told} {value}"


def _point(values: Sequence[float]) -> str:
    return "(" + ", ".join(f"{v:.4g}" for v in values) + ")"


def convert(
    sources: Sequence[Path],
    target: Path,
    *,
    changes: Changes,
    drop_invalid: bool,
    keep_order: bool,
    compact: bool,
    spz_version: int,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.scene.splats.formats import read_file, write_file
        from scenewright.scene.splats.formats.encoding.table import WriteOptions
        from scenewright.scene.splats.formats.files import writable_format
        from scenewright.scene.splats.gaussians import Gaussians

        known = writable_format(target)
        changes.check()
        with reporter.job("converting", kept="convert", scene=target) as job:
            files = []
            for at, source in enumerate(sources):
                job.progress(0.5 * at / len(sources), f"reading {source.name}")
                files.append(read_file(source, drop_invalid=drop_invalid, job=job))
            smooth = {bool(f.details.get("antialiased")) for f in files if len(f.gaussians)}
            gaussians = changes.applied(Gaussians.merged([f.gaussians for f in files]), job=job.part(0.5, 0.8))
            job.tick(0.8, f"writing {target.name}")
            options = WriteOptions(
                spz_version=spz_version, keep_order=keep_order, compact=compact, antialiased=smooth == {True}
            )
            written = write_file(gaussians, target, options=options, job=job.part(0.8))
        notes = [
            *(
                note if len(files) == 1 else f"{s.name}: {note}"
                for s, f in zip(sources, files, strict=True)
                for note in f.notes
            ),
            *(
                ["some of the files were trained with antialiasing and some without: the result is not marked"]
                * (len(smooth) > 1)
            ),
            *written.notes,
        ]
        reporter.warnings(notes)
        read, size = sum(len(f.gaussians) for f in files), sum(f.size for f in files)
        if len(gaussians) == 0 < read:
            reporter.note("warning: nothing is left of the Gaussians")
        values = {
            "files": [str(f) for f in written.files],
            "format": known.name,
            "gaussians": len(gaussians),
            "read": read,
            "degree": gaussians.degree,
            "bytes": written.size,
            "read_bytes": size,
            "notes": notes,
        }
        before = f"{read:,} Gaussians, {size:,} bytes before" if read != len(gaussians) else f"{size:,} before"
        reporter.result(values, f"{target}: {len(gaussians):,} Gaussians, {written.size:,} bytes ({before})")

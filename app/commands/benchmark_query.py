"""``scenewright benchmark query``: evaluates a language field by the published protocols."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, UsageError, guarded
from scenewright.scene.printing import printable

if TYPE_CHECKING:
    from scenewright.scene.jobs import Job
    from scenewright.scene.semantics.evaluation import Frame, JudgedField
    from scenewright.scene.splats import Gaussians

__all__ = ["DATASETS", "run"]

DATASETS = ("lerf", "3dovs", "program")
_FACES = 100_000


def run(
    *,
    protocols: Sequence[str],
    field: Sequence[Path],
    splats: Path | None,
    labels: Path,
    dataset: str,
    cameras: Path | None,
    leveled: bool,
    encoder: str | None,
    decoder: Path | None,
    threshold: float,
    smoothing: int,
    views: int,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter), reporter.job("judging") as job:
        if dataset not in DATASETS:
            raise UsageError(f"there is no dataset {dataset!r}: there are {', '.join(DATASETS)}")
        from scenewright.scene.semantics.encoders import text_encoder
        from scenewright.scene.semantics.evaluation import judge, summary

        if dataset == "program":
            judged, gaussians, frames = _program(labels, field, splats, encoder, decoder, views, reporter)
        else:
            judged, gaussians, frames = _labelled(
                dataset, labels, field, splats, cameras, leveled, encoder, decoder, job.part(0.0, 0.2)
            )
        encoder_of_field = text_encoder(judged.encoder)
        judging = job.part(0.2)
        rows = [
            row
            for number, protocol in enumerate(protocols)
            for row in judge(
                judged, gaussians, frames, encoder_of_field, scene=labels.resolve().stem, protocol=protocol,
                rule="stable" if dataset == "3dovs" else "langsplat", threshold=threshold, smoothing=smoothing,
                job=judging.part(number / len(protocols), (number + 1) / len(protocols)),
            )
        ]  # fmt: skip
        means = summary(rows)
        values = {"dataset": dataset, "rows": [asdict(row) for row in rows], "summary": means}
        reporter.result(values, _table(values))


def _labelled(
    dataset: str,
    labels: Path,
    field: Sequence[Path],
    splats: Path | None,
    cameras: Path | None,
    leveled: bool,
    encoder: str | None,
    decoder: Path | None,
    job: Job,
) -> tuple[JudgedField, Gaussians, list[Frame]]:
    from scenewright.scene.semantics.evaluation import read_3dovs, read_lerf, with_cameras
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.preparing import prepare

    if not field:
        raise UsageError("there is no field to evaluate: name it with --field")
    if cameras is None:
        raise UsageError("labels have no camera poses: name their capture with --cameras")
    frames = read_lerf(labels) if dataset == "lerf" else read_3dovs(labels)
    job.progress(0.0, "cameras")
    capture = open_capture(cameras, compute=False)
    if leveled:
        capture = prepare(capture, job=job).capture
    placed = with_cameras(frames, capture)
    judged, gaussians = _judged(field, splats, encoder, decoder, y_up=leveled and capture.leveled)
    return judged, gaussians, placed


def _judged(
    field: Sequence[Path], splats: Path | None, encoder: str | None, decoder: Path | None, *, y_up: bool = False
) -> tuple[JudgedField, Gaussians]:
    """Read the field and its Gaussians. `y_up`: the cameras are in a world with +y up, so the Gaussians are turned to it."""
    from scenewright.scene.semantics.evaluation import CodedField, read_judged
    from scenewright.scene.splats.formats import read_file

    judged, own_gaussians = read_judged(field, encoder=encoder, decoder=decoder)
    if encoder is not None and encoder != judged.encoder:
        raise UsageError(f"{field[0]} was made with {judged.encoder}, not with {encoder}")
    if splats is None:
        if own_gaussians is None:
            raise UsageError(f"{field[0]} contains no Gaussians: name their splat file with --splats")
        return judged, own_gaussians
    gaussians = read_file(splats).gaussians
    if isinstance(judged, CodedField):
        judged.field.check_geometry(gaussians)
    return judged, read_file(splats, y_up=True).gaussians if y_up else gaussians


def _program(
    where: Path,
    field: Sequence[Path],
    splats: Path | None,
    encoder: str | None,
    decoder: Path | None,
    views: int,
    reporter: Reporter,
) -> tuple[JudgedField, Gaussians, list[Frame]]:
    """The field, its Gaussians and the frames of a program's own views; without a field the exact one of the program."""
    from scenewright.app.program_truth import program_frames
    from scenewright.app.terminal.process import open_with_settings
    from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, text_encoder
    from scenewright.scene.semantics.evaluation import CodedField
    from scenewright.scene.semantics.fields.program_field import program_field
    from scenewright.scene.splats.scene_gaussians import scene_gaussians

    session, _ = open_with_settings(where, {}, reporter)
    scene, root = session.scene, session.folder
    frames, notes = program_frames(scene, count=views, provider=session.assets, root=root)
    reporter.warnings(notes)
    if not frames:
        raise UsageError(f"no view of {where} can be evaluated: declare a camera inside the room")
    if field:
        return (*_judged(field, splats, encoder, decoder), frames)
    gaussians, warnings = scene_gaussians(scene, _FACES, provider=session.assets, root=root)
    reporter.warnings(warnings)
    exact = program_field(scene, gaussians, text_encoder(encoder or DEFAULT_TEXT_ENCODER))
    return CodedField(exact), gaussians, frames


def _table(values: dict[str, Any]) -> str:
    lines = [f"{'frame':<16} {'query':<24} {'protocol':<9} {'IoU':>6} {'hit':>4}  level"]
    for row in values["rows"]:
        hit = "-" if row["located"] is None else "yes" if row["located"] else "no"
        lines.append(
            f"{row['frame'][:16]:<16} {row['query'][:24]:<24} {row['protocol']:<9} {row['iou']:>6.3f} {hit:>4}  {row['level']}"
        )
    for protocol, means in values["summary"].items():
        for kind in ("scene_macro", "query_weighted"):
            mean = means[kind]
            localisation = "-" if mean["localisation"] is None else f"{mean['localisation']:.3f}"
            lines.append(f"{protocol}, {kind.replace('_', ' ')}: mIoU {mean['miou']:.3f}, localisation {localisation}")
    first = values["rows"][0]
    lines.append(
        f"{first['source']} field of {first['encoder']}, threshold {first['threshold']:g}, smoothing {first['smoothing']}, "
        f"geometry {first['geometry'][:12]}"
    )
    return "\n".join(map(printable, lines))

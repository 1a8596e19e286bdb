"""``scenewright capture program``: Gaussians with a language field into a scene folder that can be edited like any other."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scenewright.scene.semantics.captured.capture_program import CapturedScene
    from scenewright.scene.semantics.captured.naming import EncodesTexts
    from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["run"]

_MOST_WORD_BYTES = 4_000_000
_HOLES = ("keep", "fill")


def run(
    splats: Path,
    *,
    features: Path,
    weights: Path | None,
    level: str | None,
    encoder: str | None,
    vocabulary: Path | None,
    holes: str,
    out: Path | None,
    title: str | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        if holes not in _HOLES:
            raise UsageError(f"--holes {holes} is neither keep nor fill")
        from scenewright.app.generating import SCENES, free_folder
        from scenewright.scene.errors import ProjectError
        from scenewright.scene.semantics.captured.capture_program import take_apart

        begun = time.monotonic()
        name = title or splats.resolve().parent.name if splats.stem in ("scene", "capture") else title or splats.stem
        folder = out or free_folder(SCENES, name)
        if folder.exists() and any(folder.iterdir()):
            raise ProjectError(f"{folder} is there already and is not empty: choose another --out", kind="exists")
        with reporter.job("taking the capture apart") as job:
            job.progress(0.0, "reading")
            gaussians, rows, seen, texts = _read(splats, features, weights, level, encoder)
            words = _words(vocabulary)
            job.progress(0.2, "things and room")
            scene = take_apart(gaussians, rows, seen, vocabulary=words, encoder=texts, fill=holes == "fill")
            job.progress(0.8, "writing the program")
            values = _kept(scene, folder, name, splats)
        reporter.warnings([*scene.told, *values["warnings"]])
        values["seconds"] = round(time.monotonic() - begun, 1)
        reporter.result(values, _told(scene, values))


def _read(
    splats: Path, features: Path, weights: Path | None, level: str | None, encoder: str | None
) -> tuple[Gaussians, npt.NDArray[np.float32], npt.NDArray[np.float32] | None, EncodesTexts]:
    """The Gaussians, y up, a feature of each, how much each was seen, and the encoder of the features' space."""
    import numpy as np

    from scenewright.scene.semantics.encoders import text_encoder
    from scenewright.scene.splats.formats import read_file

    gaussians = read_file(splats).gaussians
    told: npt.NDArray[np.float32] | None = None
    if features.suffix == ".npy":
        if encoder is None:
            raise UsageError(f"{features.name} does not say which encoder made it: name it with --encoder")
        rows, maker = _array(features), encoder
    else:
        from scenewright.scene.semantics.fields.field_files import read_field

        field = read_field(features)
        field.check_geometry(gaussians)
        if encoder is not None and encoder != field.encoder:
            raise UsageError(f"{features} was made with {field.encoder}, not with {encoder}")
        names = [one.name for one in field.levels]
        chosen = level or ("object" if "object" in names else names[0])
        held = field.level(chosen)
        rows, maker = held.codes.decoded(), field.encoder
        told = None if held.weights is None else held.weights.astype(np.float32)
    seen = told if weights is None else _array(weights)
    up = gaussians.transformed(np.diag([1.0, -1.0, -1.0, 1.0]))  # files are y down, as trained
    return up, rows, seen, text_encoder(maker)


def _array(path: Path) -> npt.NDArray[np.float32]:
    import numpy as np

    from scenewright.scene.semantics.captured.clustering import ClusterError

    try:
        return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)
    except (OSError, ValueError, EOFError) as error:
        raise ClusterError(f"{path} cannot be read as an array of numbers: {error}") from None


def _words(path: Path | None) -> list[str]:
    """What things may be called: a file with a word or phrase a line, or the project's own lexicon."""
    if path is None:
        from scenewright.scene.semantics.words.things import default_lexicon

        return sorted(default_lexicon().things)
    from scenewright.scene.text_files import read_file

    raw = read_file(path, _MOST_WORD_BYTES, "the vocabulary")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"--vocabulary {path} is no UTF-8 text: write a word or phrase a line") from None
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _kept(scene: CapturedScene, folder: Path, title: str, splats: Path) -> dict[str, Any]:
    """A new scene folder with the program and its parts."""
    from scenewright.app.session import Session
    from scenewright.scene.project import Project
    from scenewright.scene.semantics.captured.capture_text import PARTS_FILE, program_text
    from scenewright.scene.splats.formats import write_file

    words = " ".join(title.replace("_", " ").split()) or "capture"
    operation = {"kind": "capture", "from": splats.name}
    source = program_text(scene, words)
    Project.create(folder, source, title=words, author="agent", name="capture", operation=operation)
    write_file(scene.parts, folder / PARTS_FILE, y_up=True)
    session = Session.open(folder, writable=True)
    evaluated = session.scene
    return {
        "scene": str(folder),
        "program": str(folder / "program.py"),
        "parts": str(folder / PARTS_FILE),
        "gaussians": len(scene.parts),
        "room": {
            "enclosed": scene.room.enclosed,
            "width": scene.room.width,
            "depth": scene.room.depth,
            "height": scene.room.height,
            "walls": list(scene.room.walls),
            "world_from_capture": scene.room.world_from_capture.tolist(),
        },
        "surfaces": [s.name for s in scene.surfaces],
        "things": [
            {
                "name": t.name,
                "word": t.called.word,
                "sure": t.called.sure,
                "score": t.called.score,
                "margin": t.called.margin,
                "second": t.called.second,
                "at": t.at.tolist(),
                "turn": t.turn,
                "size": t.size.tolist(),
                "support": t.support,
                "wall": t.wall,
                "front": t.front or None,
            }
            for t in scene.things
        ],
        "warnings": list(evaluated.warnings),
    }


def _told(scene: CapturedScene, values: dict[str, Any]) -> str:
    room = scene.room
    shape = (
        f"a room of {room.width:.2f} x {room.depth:.2f} x {room.height:.2f}"
        if room.enclosed
        else "no room, open ground"
    )
    unsure = sum(not t.called.sure for t in scene.things)
    told = f", {unsure} of them without a name" if unsure else ""
    lines = [f"{values['scene']}: {shape}, {len(scene.surfaces)} surfaces, {len(scene.things)} things{told}"]
    for thing in sorted(scene.things, key=lambda t: t.name):
        size = " x ".join(f"{v:.2f}" for v in thing.size)
        where = thing.support or "nothing found that holds it"
        front = f", its back to the {thing.wall} wall" if thing.wall else ""
        lines.append(f"  {thing.name:<24} {size}, on: {where}{front}")
    return "\n".join(lines)

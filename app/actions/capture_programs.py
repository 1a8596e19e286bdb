"""The action that turns Gaussians with a language field into a scene folder."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from scenewright.app.actions.action import FreeAction
from scenewright.app.folder_places import refuse_file_name
from scenewright.app.requests import Request, RequestError
from scenewright.app.session import Session
from scenewright.scene.errors import ProjectError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scenewright.scene.semantics.capture_programs import CapturedScene, EncodesTexts
    from scenewright.scene.splats import Gaussians

__all__ = ["CAPTURE_PROGRAM", "CaptureProgram", "CaptureProgramRequest", "capture_program"]

_MOST_WORD_BYTES = 4_000_000
_MOST_ARRAY = 8 << 30
"""Bytes of an .npy: 4 million Gaussians with 512 numbers."""


class CaptureProgramRequest(Request):
    """Which Gaussians to split, by which features, and into which scene folder."""

    splats: Path
    """A splat file that `capture_train` wrote."""
    features: Path
    """The language field of the splats, or an .npy with one unit vector a Gaussian."""
    weights: Path | None = None
    """An .npy with the visibility of each Gaussian; None: that of the field."""
    level: str | None = None
    """Level of the field; None: object."""
    encoder: str | None = None
    """Encoder of the features in an .npy; a field file names its own."""
    vocabulary: Path | None = None
    """Text file with possible names of things, one word or phrase a line; None: the built-in lexicon."""
    holes: Literal["keep", "fill"] = "keep"
    """Holes behind moved things: keep them, or fill them from their surroundings."""
    out: Path | None = None
    """Scene folder to create; None: a free name from the title."""
    title: str | None = None
    """Title of the scene; None: the name of the splat file."""


@dataclass(frozen=True)
class CaptureProgram:
    """The new scene. `parts`: the splat file that the program's `splat_call` lines read."""

    scene: CapturedScene
    folder: Path
    parts: Path
    warnings: tuple[str, ...]
    seconds: float

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        scene = self.scene
        return {
            "scene": str(self.folder),
            "program": str(self.folder / "program.py"),
            "parts": str(self.parts),
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
            "warnings": list(self.warnings),
            "seconds": round(self.seconds, 1),
        }


def capture_program(request: CaptureProgramRequest, job: Job) -> CaptureProgram:
    """Split a capture into a room and things, and create a scene folder from them.

    Raises:
        ProjectError: the folder exists already, or cannot be written.
        RequestError: the folder has the name of a file, the encoder of the features is unknown, or request and field name different ones.
        ScenewrightError: a file cannot be read, or nothing is found in it.
        JobCancelled: nothing is written.
    """
    from scenewright.app.folder_places import SCENES, free_folder
    from scenewright.scene.semantics.capture_programs import take_apart

    begun = time.monotonic()
    refuse_file_name(request.out, "out", "the program")
    job = job.part(name="taking the capture apart")
    splats = request.splats
    name = request.title or (splats.resolve().parent.name if splats.stem in ("scene", "capture") else splats.stem)
    folder = request.out or free_folder(SCENES, name)
    if folder.exists() and any(folder.iterdir()):
        raise ProjectError(f"{folder} is there already and is not empty: choose another folder", kind="exists")
    job.tick(0.0, "reading")
    gaussians, rows, seen, texts = _read(splats, request, job)
    words = _words(request.vocabulary)
    job.tick(0.2, "things and room")
    scene = take_apart(
        gaussians, rows, seen, vocabulary=words, encoder=texts, fill=request.holes == "fill", job=job.part(0.2, 0.8)
    )
    job.tick(0.8, "writing the program")
    parts, warnings = _written(scene, folder, name, splats, job.part(0.8))
    return CaptureProgram(scene, folder, parts, (*scene.notes, *warnings), time.monotonic() - begun)


def _read(
    splats: Path, request: CaptureProgramRequest, job: Job
) -> tuple[Gaussians, npt.NDArray[np.float32], npt.NDArray[np.float32] | None, EncodesTexts]:
    """The N Gaussians with y up, features (N, D), visibility (N,) or None, and the encoder of the features."""
    import numpy as np

    from scenewright.scene.semantics.encoders import text_encoder
    from scenewright.scene.splats.formats import read_file

    features, weights, level, encoder = request.features, request.weights, request.level, request.encoder
    gaussians = read_file(splats, job=job).gaussians
    visibility: npt.NDArray[np.float32] | None = None
    if features.suffix == ".npy":
        if encoder is None:
            raise RequestError(f"{features.name} does not say which encoder made it: name the encoder", field="encoder")
        rows, maker = _array(features), encoder
    else:
        from scenewright.scene.semantics.fields import read_field

        field = read_field(features)
        field.check_geometry(gaussians)
        if encoder is not None and encoder != field.encoder:
            raise RequestError(f"{features} was made with {field.encoder}, not with {encoder}", field="encoder")
        names = [one.name for one in field.levels]
        chosen = level or ("object" if "object" in names else names[0])
        layer = field.level(chosen)
        rows, maker = layer.codes.decoded(), field.encoder
        visibility = None if layer.weights is None else layer.weights.astype(np.float32)
    seen = visibility if weights is None else _array(weights)
    up = gaussians.transformed(np.diag([1.0, -1.0, -1.0, 1.0]))  # +y points down in splat files
    return up, rows, seen, text_encoder(maker)


def _array(path: Path) -> npt.NDArray[np.float32]:
    import numpy as np

    from scenewright.scene.array_files import ArrayFileError, read_array
    from scenewright.scene.plain_files import check_plain, refused_as
    from scenewright.scene.semantics.capture_programs import ClusterError

    with refused_as(ClusterError):
        check_plain(path, _MOST_ARRAY, "the array")
    try:
        values = read_array(path, most_bytes=_MOST_ARRAY)
        if values.dtype.kind not in "biuf":
            raise ArrayFileError(f"it holds numbers of the type {values.dtype}")
        return np.asarray(values, dtype=np.float32)
    except (OSError, ArrayFileError) as error:
        raise ClusterError(f"{path} cannot be read as an array of numbers: {error}") from None


def _words(path: Path | None) -> list[str]:
    """The vocabulary: the lines of a file, or the built-in lexicon."""
    if path is None:
        from scenewright.scene.semantics.words import default_lexicon

        return sorted(default_lexicon().things)
    from scenewright.scene.text_files import read_file

    raw = read_file(path, _MOST_WORD_BYTES, "the vocabulary")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError(f"{path} is no UTF-8 text: write one word or phrase a line", field="vocabulary") from None
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _written(scene: CapturedScene, folder: Path, title: str, splats: Path, job: Job) -> tuple[Path, tuple[str, ...]]:
    """Create the scene folder with the program and its parts. Returns the file of parts, and warnings of the evaluation."""
    from scenewright.scene.folder import Project
    from scenewright.scene.semantics.capture_programs import PARTS_FILE, program_text
    from scenewright.scene.splats.formats import write_file

    words = " ".join(title.replace("_", " ").split()) or "capture"
    operation = {"kind": "capture", "from": splats.name}
    source = program_text(scene, words)
    Project.create(folder, source, title=words, author="agent", name="capture", operation=operation)
    write_file(scene.parts, folder / PARTS_FILE, y_up=True)
    session = Session.open(folder, writable=True)
    with session.working(job):
        return folder / PARTS_FILE, tuple(session.scene.warnings)


CAPTURE_PROGRAM = FreeAction(
    "capture_program",
    "Split a capture into a room and things, as a scene program.",
    CaptureProgramRequest,
    capture_program,
    makes_scene=True,
)

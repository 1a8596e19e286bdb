"""The main job: a text, or a program that somebody has, into a scene folder with its picture."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.session import SceneSession
from scene import atomic
from scene.errors import EditError, LayoutError, ProjectError, ScenewrightError
from scene.project import Project, is_scene_folder
from scene.sources import SceneSource, SourceKind
from scene.text_files import encode_text

if TYPE_CHECKING:
    from app.agent.composer import Unserved
    from app.agent.writer import WriterError
    from app.layout import LaidOut
    from scene.asset_provider import AssetProvider

__all__ = ["Generated", "Request", "free_folder", "generate"]

Progress = Callable[[float, str], None]
LAYOUT_SECONDS = 4.0
"""Of search for what is written anew: `scenewright layout` takes longer where something does not fit."""

SCENES = Path("scenes")
"""Where scene folders are made when no place is given."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to make a scene of: a `text`, or the program of a `source`."""

    text: str | None = None
    source: SceneSource | None = None
    out: Path | None = None
    model: str | None = None
    base_url: str | None = None
    seed: int | None = None
    root: str | None = None
    layout: bool = True
    """Lay the scene out after it is written, where it has a room."""


@dataclass(slots=True)
class Generated:
    """What was made. `unserved`: words of the text that nothing in the scene stands for, each with the reason. `layout`: what
    became of its layout, None where there was none."""

    session: SceneSession
    folder: Path
    program: Path
    unserved: list[dict[str, str]]
    seconds: float
    layout: LaidOut | None = None
    pictures: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def report(self) -> dict[str, Any]:
        return {
            "scene": str(self.folder),
            "program": str(self.program),
            "pictures": [str(p) for p in self.pictures],
            "layout": None if self.layout is None else self.layout.to_json(),
            "unserved": self.unserved,
            "seconds": round(self.seconds, 3),
            "warnings": list(self.session.scene.warnings),
            "notes": self.notes,
        }


def generate(request: Request, *, assets: AssetProvider | None = None, progress: Progress | None = None) -> Generated:
    """Write the program, evaluate it, keep both in a new scene folder with the assets that it uses, and lay it out.

    Raises:
        ProjectError: the folder is there already, or cannot be written.
        ScenewrightError: the text cannot be understood, the model failed, or the program does not evaluate.
    """
    begun = time.monotonic()
    tell = progress or (lambda share, text: None)
    if (request.text is None) == (request.source is None):
        raise ScenewrightError("generate takes either a text or a program")
    if request.out is not None and request.out.exists() and is_scene_folder(request.out):
        raise ProjectError(
            f"{request.out} is a scene folder already: choose another --out, or edit that one", kind="exists"
        )
    if assets is None:
        from assets.catalogue import Catalogue

        assets = Catalogue.default()
    seed = request.seed or 0
    unserved: list[dict[str, str]] = []
    notes: list[str] = []
    operation: dict[str, Any]
    tell(0.05, "writing the program")
    if request.source is not None:
        source, title, prompt = request.source.text, None, None
        seed = request.seed if request.seed is not None else (request.source.seed or 0)
        notes += request.source.notes
        author, name, operation = "person", None, {"kind": "import", "from": str(request.source.kind)}
    elif request.model is not None:
        from app.agent.writer import WriterError, write_program

        assert request.text is not None
        try:
            written = write_program(
                request.text, model=request.model, base_url=request.base_url, assets=assets, seed=seed
            )
        except WriterError as error:
            kept = _keep_reply(request, error)
            raise ScenewrightError(f"{error}; the last reply is kept in {kept}") from error
        source, title, prompt = written.program, None, request.text
        notes += written.notes
        author, name, operation = (
            "agent",
            request.model,
            {"kind": "generate", "writer": "model", "attempts": written.attempts},
        )
    else:
        from app.agent.composer import compose
        from assets.catalogue import Catalogue

        assert request.text is not None
        catalogue = assets if isinstance(assets, Catalogue) else Catalogue.default()
        composition = compose(request.text, catalogue, seed=seed)
        source, title, prompt = composition.program, composition.title, request.text
        unserved = [_unserved(u) for u in composition.unserved]
        notes += composition.notes
        author, name, operation = "agent", "composer", {"kind": "generate", "writer": "embedded"}
    tell(0.3, "evaluating")
    origin = request.source or SceneSource(source, SourceKind.PROGRAM, None)
    trial = SceneSession(origin, seed=seed, root=request.root, assets=assets)
    scene = trial.scene
    folder = request.out or free_folder(SCENES, title or scene.root_name)
    tell(0.7, "making the scene folder")
    Project.create(
        folder, source, seed=seed, root=trial.root, title=title or scene.root.phrase or scene.root_name, prompt=prompt,
        units=scene.units, author=author, name=name, operation=operation,
    )  # fmt: skip
    session = SceneSession.open(folder, writable=True)
    session.adopt(scene, assets)
    session.keep_assets()
    laid = None
    if request.layout:
        tell(0.75, "laying out")
        laid = _laid_out(session, notes, lambda share, text: tell(0.75 + 0.25 * share, text))
    return Generated(
        session, folder, folder / "program.py", unserved, time.monotonic() - begun, layout=laid, notes=notes
    )


def _laid_out(session: SceneSession, notes: list[str], progress: Progress) -> LaidOut | None:
    """The layout of a scene that was just written: a step of its own, which can be undone. What is no layout problem (a lone
    chair, a landscape) stays as written."""
    from app.layout import lay_out

    try:
        laid = lay_out(session, seconds=LAYOUT_SECONDS, strict=False, best_effort=True, progress=progress)
    except (LayoutError, EditError) as error:
        notes.append(f"not laid out: {error}")
        return None
    session.keep_assets()
    if not laid.report.holds and not laid.report.conflicts:
        notes.append(laid.report.summary())
    kept = "laid out but for this" if laid.changed else "not laid out"
    notes += [f"{kept}: {c.says}; ways out: {'; '.join(c.ways_out)}" for c in laid.report.conflicts]
    return laid


def _keep_reply(request: Request, error: WriterError) -> Path:
    """The last reply of a model whose program failed: it can be mended by hand and given to ``generate --from``."""
    folder = request.out or free_folder(SCENES, request.text or "scene")
    path = folder.with_name(f"{folder.name}.reply.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, encode_text(error.replies[-1]))
    return path


def _unserved(item: Unserved) -> dict[str, str]:
    return {"word": item.word, "reason": item.reason}


def free_folder(parent: Path, title: str) -> Path:
    """A folder of that name that is not there yet: ``scenes/reading_corner``, ``scenes/reading_corner_2`` ..."""
    words = re.sub(r"[^\w]+", "_", title.lower()).strip("_")
    stem = "_".join(words.split("_")[:6]) or "scene"
    folder = parent / stem
    number = 2
    while folder.exists():
        folder = parent / f"{stem}_{number}"
        number += 1
    return folder

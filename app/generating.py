"""The main job: a text, or a program that somebody has, into a scene folder with its picture."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import model_validator

from scenewright.app.actions import Request, RequestError
from scenewright.app.session import Session
from scenewright.scene import atomic
from scenewright.scene.errors import EditError, LayoutError, ProjectError, ScenewrightError
from scenewright.scene.folder import Project, is_scene_folder
from scenewright.scene.jobs import Job
from scenewright.scene.sources import SceneSource, SourceKind, read_source
from scenewright.scene.text_files import encode_text

if TYPE_CHECKING:
    from scenewright.app.layout import LaidOut
    from scenewright.app.writers.judging import Judge
    from scenewright.app.writers.writer import WriterError, WrittenProgram
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import LayoutReport

__all__ = ["GenerateRequest", "Generated", "free_folder", "generate", "layout_notes"]

LAYOUT_EFFORT = 4_000.0
"""Of the search for places in what is written anew: a layout of its own goes on for longer where something does not fit."""

NAMED = 6
"""Things of one kind that notes name; the report has all."""

SCENES = Path("scenes")
"""Where scene folders are made when no place is given."""


class GenerateRequest(Request):
    """What to make a scene of: a text, a program, or a file that holds one."""

    text: str | None = None
    """What the scene is, in English; in any language that the model reads, where one is named."""
    program: str | None = None
    """The text of a scene program."""
    source: str | None = None
    """A scene folder, a program .py or a reply .md whose program is taken."""
    out: Path | None = None
    """The scene folder to make; None: a free one below ``scenes``, named after the scene."""
    writer: str | None = None
    """Who writes the program of a text: embedded, model, or one that a plug-in brings; None: the language model where one is named, else
    the embedded writer."""
    model: str | None = None
    """The language model that writes the program of a text, as provider:name; None: the embedded writer."""
    base_url: str | None = None
    """Of an OpenAI-compatible server that has the model."""
    seed: int | None = None
    """Of everything random; None: the source's own, else 0."""
    root: str | None = None
    """The entity that is the scene; None: the root of the call graph."""
    layout: bool = True
    """Mend what does not hold after it is written."""

    @property
    def writer_name(self) -> str:
        return self.writer or ("embedded" if self.model is None else "model")

    @model_validator(mode="after")
    def _of_one_thing(self) -> Self:
        if sum(given is not None for given in (self.text, self.program, self.source)) != 1:
            raise RequestError("a scene is made of a text, a program or a source: give one of them", field="text")
        if self.text is None and self.model is not None:
            raise RequestError("model writes a program from a text: leave it out without one", field="model")
        if self.text is None and self.writer is not None:
            raise RequestError("a writer writes a program from a text: leave it out without one", field="writer")
        return self


@dataclass(slots=True)
class Generated:
    """What was made. `unserved`: words of the text that nothing in the scene stands for, each with the reason. `layout`: what
    became of its layout, None where there was none."""

    session: Session
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


def generate(request: GenerateRequest, *, assets: AssetProvider | None = None, job: Job | None = None) -> Generated:
    """Write the program, evaluate it, keep both in a new scene folder with the assets that it uses, and lay it out.

    Raises:
        ProjectError: the folder is there already, or cannot be written.
        ScenewrightError: the text cannot be understood, the model failed, or the program does not evaluate.
        JobCancelled: the job was cancelled; a folder that is made by then stays, with the program as it was written.
    """
    begun = time.monotonic()
    job = (job or Job()).part(name="generating")
    if request.out is not None and request.out.exists() and is_scene_folder(request.out):
        raise ProjectError(
            f"{request.out} is a scene folder already: choose another folder, or edit that one", kind="exists"
        ).about("out")
    given = _given(request)
    if assets is None:
        from scenewright.assets import Catalogue

        assets = Catalogue.default()
    seed = request.seed or 0
    unserved: list[dict[str, str]] = []
    notes: list[str] = []
    operation: dict[str, Any]
    guessed = False
    job.tick(0.05, "writing the program")
    if given is not None:
        source, title, prompt = given.text, None, None
        seed = request.seed if request.seed is not None else (given.seed or 0)
        notes += given.notes
        came_from = given.importer if given.kind is SourceKind.IMPORTED else str(given.kind)
        author, name, operation = "person", None, {"kind": "import", "from": came_from}
    else:
        assert request.text is not None
        written = _written(request, assets, seed, job.part(0.05, 0.3))
        source, title, prompt = written.program, written.title, request.text
        unserved = [{"word": u.word, "reason": u.reason} for u in written.unserved]
        notes += written.notes
        guessed = written.guessed
        author, name = "agent", written.author
        operation = {"kind": "generate", "writer": request.writer_name}
        if written.attempts is not None:
            operation["attempts"] = written.attempts
    job.tick(0.3, "evaluating")
    origin = given or SceneSource(source, SourceKind.PROGRAM, None)
    trial = Session(origin, seed=seed, root=request.root, assets=assets)
    with trial.working(job):
        scene = trial.scene
    folder = request.out or free_folder(SCENES, title or scene.root_name)
    job.tick(0.7, "making the scene folder")
    Project.create(
        folder, source, seed=seed, root=trial.root, title=title or scene.root.phrase or scene.root_name, prompt=prompt,
        units=scene.units, author=author, name=name, operation=operation,
    )  # fmt: skip
    session = Session.open(folder, writable=True)
    session.adopt(scene, assets)
    session.keep_assets()
    laid = None
    if request.layout:
        job.tick(0.75, "laying out")
        laid = _laid_out(session, notes, job.part(0.75), written=not guessed)
    return Generated(
        session, folder, folder / "program.py", unserved, time.monotonic() - begun, layout=laid, notes=notes
    )


def _given(request: GenerateRequest) -> SceneSource | None:
    """The program that somebody has."""
    if request.program is not None:
        return SceneSource(request.program, SourceKind.PROGRAM, None)
    return None if request.source is None else read_source(request.source)


def _written(request: GenerateRequest, assets: AssetProvider, seed: int, job: Job) -> WrittenProgram:
    """The program of the request's text.

    Raises:
        ScenewrightError: there is no such writer, it cannot write, or what it wrote fails: then its last reply is kept.
    """
    from scenewright.app.writers.registry import find_writer
    from scenewright.app.writers.writer import WriterError, WriterRequest

    assert request.text is not None
    writer = find_writer(request.writer_name)
    judge = _judge(assets, seed, job) if request.layout else None
    wanted = WriterRequest(request.text, assets, seed, judge, request.model, request.base_url)
    try:
        return writer.write(wanted, job=job)
    except WriterError as error:
        if not error.replies:
            raise
        kept = _keep_reply(request, error)
        raise ScenewrightError(f"{error}; the last reply is kept in {kept}") from error


def _laid_out(session: Session, notes: list[str], job: Job, *, written: bool) -> LaidOut | None:
    """The layout of a scene that was just made: a step of its own, which can be undone. What only large changes would mend stays
    as it is, and so does what is no layout problem.

    Args:
        written: somebody wrote its poses; else they are first guesses.
    """
    from scenewright.app.layout import lay_out

    try:
        laid = lay_out(session, effort=LAYOUT_EFFORT, strict=False, best_effort=True, written=written, job=job)
    except (LayoutError, EditError) as error:
        notes.append(f"not laid out: {error}")
        return None
    session.keep_assets()
    notes += layout_notes(laid.report, changed=laid.changed, written=written)
    return laid


def layout_notes(report: LayoutReport, *, changed: bool, written: bool) -> list[str]:
    """What a layout has to say beside its figures, the worst first.

    Args:
        changed: the program is another one now. `written`: somebody wrote the poses, so that each that was changed is named.
    """
    from scenewright.scene.layout import moved_text

    notes = [] if report.holds or report.conflicts else [report.summary()]
    kept = "laid out but for this" if changed else "not laid out"
    notes += [f"{kept}: {c.says}; ways out: {'; '.join(c.ways_out)}" for c in report.conflicts]
    if report.offer is not None:
        if report.conflicts:
            notes.append(report.offered_text())
        wrong = [v.message for v in report.certificate.violations]
        wrong += [f"{r.text}: {r.reason}" for r in report.certificate.relations if not r.satisfied and r.reason]
        notes += _named("as it is: ", wrong)
        notes += _named("the repair would move ", [moved_text(m) for m in report.offer.moves])
        notes += _named("the repair would leave: ", report.offer.remaining)
    if written:
        notes += _named("moved ", [moved_text(m) for m in report.moves])
    return notes


def _named(before: str, texts: Sequence[str]) -> list[str]:
    more = [f"{before}{len(texts) - NAMED} more"] if len(texts) > NAMED else []
    return [*(f"{before}{text}" for text in texts[:NAMED]), *more]


def _judge(assets: AssetProvider, seed: int, job: Job) -> Judge:
    """What looks at the layout of a model's program before it is kept."""
    from scenewright.app.writers.model import layout_judge
    from scenewright.scene.language.running import evaluate

    return layout_judge(
        lambda source: evaluate(source, seed=seed, assets=assets, job=job),
        assets=assets,
        seed=seed,
        effort=LAYOUT_EFFORT,
        job=job,
    )


def _keep_reply(request: GenerateRequest, error: WriterError) -> Path:
    """The last reply of a model whose program failed: it can be mended by hand, and is a source then."""
    folder = request.out or free_folder(SCENES, request.text or "scene")
    path = folder.with_name(f"{folder.name}.reply.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, encode_text(error.replies[-1]))
    return path


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

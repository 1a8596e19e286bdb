"""Makes a scene folder from a text, a picture or a program."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.clauses import ClauseCertificate, certify_clauses
from scenewright.app.folder_places import SCENES, free_folder, refuse_file_name
from scenewright.app.generate_request import GenerateRequest
from scenewright.app.session import Session
from scenewright.app.unmet_relations import met_after, only_met
from scenewright.app.writers.writer import PICTURES_ALONE
from scenewright.app.written_programs import new_run, written_program
from scenewright.scene import atomic
from scenewright.scene.errors import EditError, LayoutError, ProjectError
from scenewright.scene.folder import Project, is_scene_folder
from scenewright.scene.jobs import Job
from scenewright.scene.paths import resolve
from scenewright.scene.sources import SceneSource, SourceKind, read_source

if TYPE_CHECKING:
    from scenewright.app.agent.runs import RunRecord
    from scenewright.app.layout import LaidOut
    from scenewright.app.picture_scenes import PictureFiles
    from scenewright.app.writers.asked import AskedScene
    from scenewright.app.writers.writer import UnservedWord
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import LayoutReport

__all__ = ["GenerateRequest", "Generated", "generate", "layout_notes"]

NAMED = 6
"""Most items of one kind in notes; the report lists all."""


@dataclass(slots=True)
class Generated:
    """The new scene.

    Attributes:
        session: the open scene; ``session.scene`` is the evaluated one.
        folder, program: the scene folder, and the file of its program.
        seconds: of all of it.
        pictures: files of the pictures that were drawn.
        notes: remarks for people.
        unserved: words of the text that the scene does not show for certain, each with the reason, and with what stands in for it.
        layout: the result of its layout; None if it was not laid out.
        read: what was understood of the text, clause by clause, and whether the scene shows it; None where the writer does not say.
    """

    session: Session
    folder: Path
    program: Path
    unserved: list[dict[str, str]]
    seconds: float
    layout: LaidOut | None = None
    pictures: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read: ClauseCertificate | None = None

    def __repr__(self) -> str:
        return f"Generated({str(self.folder)!r}, {len(self.pictures)} pictures, {self.seconds:.1f} s)"

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the viewer with the new scene."""
        return self.session.scene._repr_html_()

    def _repr_jpeg_(self) -> bytes | None:
        return self.session.scene._repr_jpeg_()

    def report(self) -> dict[str, object]:
        """All of it as JSON values."""
        return {
            "scene": str(self.folder),
            "program": str(self.program),
            "pictures": [str(p) for p in self.pictures],
            "layout": None if self.layout is None else self.layout.to_json(),
            "read": None if self.read is None else self.read.to_json(),
            "unserved": self.unserved,
            "revision": self.session.revision,
            "seconds": round(self.seconds, 3),
            "warnings": list(self.session.scene.warnings),
            "notes": self.notes,
        }


def generate(
    request: GenerateRequest, *, assets: AssetProvider | None = None, looked_at: bool = True, job: Job | None = None
) -> Generated:
    """Write and evaluate the program, create a scene folder with it and its assets, and lay it out.

    Args:
        assets: the catalogue; None: that of the user.
        looked_at: choose its two views, and compare the scene with the text. Who places cameras of their own saves the time.

    Raises:
        RequestError: the folder has the name of a file.
        ProjectError: the folder exists already, or cannot be written.
        ScenewrightError: the text cannot be understood, the model failed, or the program does not evaluate.
        JobCancelled: the job was cancelled; a folder that exists by then stays, with the program as written.
    """
    begun = time.monotonic()
    refuse_file_name(request.out, "out", "program and pictures")
    job = (job or Job()).part(name="generating")
    there = request.out is not None and is_scene_folder(request.out)
    if there and not request.overwrite:
        raise ProjectError(
            f"{request.out} is a scene folder already: choose another folder, edit that one, or allow to overwrite its scene",
            kind="exists",
        ).about("out")
    pictured = _pictured(request, job.part(0.0, 0.3))
    given = _given(request) if pictured is None else _drawn_program(pictured)
    if assets is None:
        from scenewright.assets import Catalogue

        assets = Catalogue.default()
    seed = request.seed or 0
    unserved: list[dict[str, str]] = []
    notes: list[str] = []
    operation: dict[str, Any]
    guessed = False
    asked: AskedScene | None = None
    run: RunRecord | None = None
    job.tick(0.05, "writing the program")
    if pictured is not None:
        source, title, prompt = pictured.scene.program, pictured.title, None
        notes += pictured.notes
        author, name, operation = "agent", "picture", {"kind": "generate", "writer": "picture"}
    elif given is not None:
        source, title, prompt = given.text, None, None
        seed = request.seed if request.seed is not None else (given.seed or 0)
        notes += given.notes
        came_from = given.importer if given.kind is SourceKind.IMPORTED else str(given.kind)
        author, name, operation = "person", None, {"kind": "import", "from": came_from}
    else:
        run = new_run(request)
        written = written_program(request, assets, seed, job.part(0.05, 0.3), run)
        source, title, prompt = written.program, written.title, request.text or PICTURES_ALONE
        unserved = [_unserved(word) for word in written.unserved]
        asked = written.asked
        notes += written.notes
        guessed = written.guessed
        author, name = "agent", written.author
        operation = {"kind": "generate", "writer": request.writer_name}
        if written.attempts is not None:
            operation["attempts"] = written.attempts
    job.tick(0.3, "evaluating")
    origin = given or SceneSource(source, SourceKind.PROGRAM, None)
    trial = Session(origin, seed=seed, root=request.root, assets=_kept_assets(request.out, assets) if there else assets)
    with trial.working(job):
        scene = trial.scene
    if given is not None and given.kind is SourceKind.IMPORTED and looked_at:
        within = _looked_into(trial, job.part(0.4, 0.6))
        if within != source:
            source = within
            trial = Session(
                SceneSource(source, SourceKind.PROGRAM, None), seed=seed, root=request.root, assets=trial.assets
            )
            with trial.working(job):
                scene = trial.scene
            notes.append("its views show walls from outside: a camera within comes first")
    if guessed and asked is not None and request.layout:
        met = only_met(source, scene, asked, assets, job.part(0.4, 0.6))
        if met != source:
            source = met
            trial = Session(
                SceneSource(source, SourceKind.PROGRAM, None), seed=seed, root=request.root, assets=trial.assets
            )
            with trial.working(job):
                scene = trial.scene
    folder = request.out or free_folder(SCENES, title or scene.root_name)
    job.tick(0.7, "making the scene folder")
    Project.create(
        folder, source, seed=seed, root=trial.root, title=title or scene.root.phrase or scene.root_name, prompt=prompt,
        units=scene.units, author=author, name=name, operation=operation, overwrite=request.overwrite,
        libraries=trial.libraries.texts(scene),
    )  # fmt: skip
    for splat in request.splats:
        _copied(splat, folder)
    session = Session.open(folder, writable=True)
    if request.splats:  # only in the folder are they measured
        with session.working(job):
            scene = session.scene
    else:
        session.adopt(scene, assets)
    session.keep_assets(anew=True)
    if run is not None and run.rounds:
        from scenewright.app.agent.runs import save_run

        save_run(folder, run)
    beside = []
    if pictured is not None:
        with session.working(job):
            beside = [pictured.write(folder, scene, assets=session.assets, job=job.part(0.72, 0.75))]
    laid = None
    if request.layout and pictured is None:  # things stand where the picture shows them
        job.tick(0.75, "laying out")
        laid = _laid_out(session, notes, job.part(0.75, 0.95), written=not guessed, asked=asked if guessed else None)
    unseen: frozenset[str] = frozenset()
    if guessed and looked_at:
        unseen = _look_at_all(session, asked, job.part(0.95, 0.97))
    read = None
    if asked is not None and looked_at:
        job.tick(0.97, "comparing the scene with the text")
        read = _compared(session, asked, unseen, job.part(0.97))
        named = {told["word"] for told in unserved}
        unserved += [told for told in read.unserved() if told["word"] not in named]
    return Generated(
        session, folder, folder / "program.py", unserved, time.monotonic() - begun, layout=laid, notes=notes, read=read,
        pictures=beside,
    )  # fmt: skip


def _pictured(request: GenerateRequest, job: Job) -> PictureFiles | None:
    """The scene of the request's pictures; None without any."""
    if not request.images or request.writer_name == "model":
        return None
    from scenewright.app.picture_scenes import PictureFiles

    return PictureFiles.read(request.images, job=job)


def _drawn_program(pictured: PictureFiles) -> SceneSource:
    return SceneSource(pictured.scene.program, SourceKind.PROGRAM, None)


def _unserved(word: UnservedWord) -> dict[str, str]:
    told = {"word": word.word, "reason": word.reason}
    return {**told, "instead": word.instead} if word.instead else told


def _compared(session: Session, asked: AskedScene, unseen: frozenset[str], job: Job) -> ClauseCertificate:
    """What of a text the scene shows, as it stands now. `unseen`: names of things that no picture shows."""
    with session.working(job):
        scene, derived = session.scene, session.derived
        return certify_clauses(
            asked, scene, derived.graph_geometry(scene), derived.graph(scene), unseen=unseen, job=job
        )


def _copied(splat: Path, folder: Path) -> None:
    """Copy a splat file into a scene folder.

    Raises:
        ProjectError: it cannot be read or written.
    """
    from scenewright.scene.plain_files import open_plain
    from scenewright.scene.splats.formats.files import MOST_FILE_BYTES

    with open_plain(splat, MOST_FILE_BYTES, "the splat file") as source:
        atomic.stage_stream(folder, splat.name, iter(lambda: source.read(1 << 20), b"")).publish(folder / splat.name)


def _given(request: GenerateRequest) -> SceneSource | None:
    """The program that the request brings; None if it has a text instead."""
    if request.program is not None:
        return SceneSource(request.program, SourceKind.PROGRAM, None)
    return None if request.source is None else read_source(request.source)


def _kept_assets(folder: Path | None, assets: AssetProvider) -> AssetProvider:
    """`assets`, behind the objects that a scene folder keeps."""
    from scenewright.assets import FolderAssets

    assert folder is not None
    return FolderAssets(assets, Project.open(folder, writable=False))


def _laid_out(
    session: Session, notes: list[str], job: Job, *, written: bool, asked: AskedScene | None = None
) -> LaidOut | None:
    """Lay out a new scene, as a separate undo step. Large repairs are not made. Returns None, and adds a note, if the scene cannot be
    laid out at all.

    Args:
        written: the poses are meant as written; otherwise they are first guesses.
        asked: what the text asks for. Other relations that the layout breaks are dropped; None: all stay.
    """
    from scenewright.app.layout import NEW_SCENE_EFFORT, lay_out

    try:
        laid = lay_out(session, effort=NEW_SCENE_EFFORT, strict=False, best_effort=True, written=written, job=job)
    except (LayoutError, EditError) as error:
        notes.append(f"not laid out: {error}")
        return None
    if asked is not None:
        laid = met_after(session, laid, asked, job.quiet())
    session.keep_assets()
    notes += layout_notes(laid.report, changed=laid.changed, written=written)
    return laid


def _looked_into(session: Session, job: Job) -> str:
    """The program of a scene of a file, with a camera in its inside where it is one that its views do not show."""
    from scenewright.app.room_views import inside_view, with_first_camera

    with session.working(job):
        scene = session.scene
        camera = inside_view(scene, session.derived.graph_geometry(scene), job=job)
    return session.source if camera is None else with_first_camera(session.source, scene, camera)


def _look_at_all(session: Session, asked: AskedScene | None, job: Job) -> frozenset[str]:
    """Move the two cameras of a scene that a writer guessed to where they make the best pictures, now that all stands in its place: of what
    the text names before all. The first is the better one, the last shows another side.

    Returns:
        The names of the things that the text names and neither of the two shows.
    """
    from scenewright.app.room_views import ViewJudge, chosen_views, with_views

    with session.working(job):
        scene = session.scene
        if len(scene.cameras) < 2:
            return frozenset()
        names = [name for thing in (asked.things if asked else ()) if not thing.added for name in thing.names]
        named = [row for name in names for row in resolve(scene, f"{scene.root_name}/{name}")]
        geometry = session.derived.graph_geometry(scene)
        place = asked is not None and asked.room.known and scene.room is not None and bool(asked.room.kind)
        judge = ViewJudge(scene, geometry, named=named, names_place=place, job=job)
        views = chosen_views(judge, from_front=asked is not None and _speaks_of_sides(asked))
        numbers = (0, len(scene.cameras) - 1)
        source = with_views(session.source, scene, dict(zip(numbers, views, strict=False)))
        if source != session.source:
            session.take(source, session.evaluate_text(source), author="agent", operation={"kind": "cameras"})
        if not views:
            return frozenset()
        seen = {row for view in views for row in judge.seen_rows(view)}
        return frozenset(
            name for name in names if (rows := resolve(scene, f"{scene.root_name}/{name}")) and not seen & set(rows)
        )


def _speaks_of_sides(asked: AskedScene) -> bool:
    """Whether a text says which side of the room things are at: the viewer is at its front."""
    sides = {"left", "right", "back", "front"}
    return any(
        relation.kind in ("left_of", "right_of")
        or (relation.place in ("wall", "corner") and sides & set(relation.detail.split()))
        for relation in asked.relations
    )


def layout_notes(report: LayoutReport, *, changed: bool, written: bool) -> list[str]:
    """Notes for the user on a layout, the worst first.

    Args:
        changed: the layout changed the program.
        written: the poses were meant as written, so that each move is listed.
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

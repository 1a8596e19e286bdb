"""Lay out the scene of a session: write the solver's poses into its text, in a scene folder as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.picture_places import refuse_picture
from scenewright.app.session import Session
from scenewright.scene import atomic
from scenewright.scene.errors import LayoutError, PathError
from scenewright.scene.jobs import Job
from scenewright.scene.paths import nearest_paths, resolve

if TYPE_CHECKING:
    from scenewright.scene.layout import LayoutReport, LayoutResult
    from scenewright.scene.model import Scene

__all__ = ["LaidOut", "check", "draw_plan_file", "kept_paths", "lay_out"]

_LEAST_WALL = 0.05
"""Metres of a wall that must remain beside its door; ``room`` narrows wider doors."""


@dataclass(frozen=True, eq=False)
class LaidOut:
    """The result of a layout.

    `report`: what holds and what does not. `source`: the program text after it. `how`: how the poses were written (see
    :class:`~scenewright.scene.layout.layout.LayoutResult`), '' where nothing was. `changed`: whether the text changed.
    """

    report: LayoutReport
    source: str
    how: str
    changed: bool

    def __repr__(self) -> str:
        return f"LaidOut({self.report!r}, changed={self.changed})"

    @property
    def stays(self) -> bool:
        """Whether nothing was moved although something does not hold."""
        return not self.changed and (bool(self.report.conflicts) or self.report.offer is not None)

    def to_json(self) -> dict[str, object]:
        return self.report.to_json()


def lay_out(
    session: Session,
    *,
    settle: bool = True,
    effort: float = 20_000.0,
    strict: bool = True,
    best_effort: bool = False,
    written: bool = True,
    accept: bool = False,
    keep: Iterable[str] = (),
    save: bool = True,
    job: Job | None = None,
) -> LaidOut:
    """Lay out the scene of a session, and give the session the new text.

    Bodies that conflict (``report.conflicts``) stay as they were. A repair that changes much is offered (``report.offer``), not
    applied. Relations that cannot be read are left out (``report.unreadable``).

    Args:
        settle: also let the result settle under gravity.
        effort: the budget of the search for poses; a unit is about a millisecond of a slow machine.
        strict: refuse a scene with a door wider than its wall; otherwise the door is as narrow as the scene made it.
        best_effort: where not everything can hold, use the nearest layout; the report's conflicts say what is missing.
        written: somebody chose the poses; change them as little as possible. False: they are first guesses.
        accept: also apply a repair that changes much.
        keep: paths of instances that stay where they are; a path that means several keeps all of them.
        save: where the session has a folder, save the new text there.

    Raises:
        LayoutError: there is nothing to lay out, a size is no number, bodies rest on each other in a circle, there are too
            many bodies, or a door is wider than its wall.
        PathError: a path of `keep` names nothing.
        ProgramError: the program is wrong.
        ProjectError: the folder was changed meanwhile, is locked or cannot be written.
        JobCancelled: the job was cancelled; nothing is changed.
    """
    from scenewright.scene.layout import report_of, solve_scene

    job = (job or Job()).part(name="the layout")
    with session.working(job):
        if strict:
            _refuse_wide_doors(session.scene)
        based_on = None if session.project is None else session.project.revision
        before = session.scene
        kept = kept_paths(before, keep)
        result = solve_scene(
            session.source,
            before,
            session.evaluate_text,
            provider=session.assets,
            root=session.folder,
            seed=session.seed,
            effort=effort,
            settle=settle,
            best_effort=best_effort,
            written=written,
            accept=accept,
            keep=kept,
            job=job,
        )
        job.check()  # a layout that was cut short is not used
        report = report_of(result)
        changed = result.source != session.source
        if changed:
            operation = _operation(session, result)
            session.take(
                result.source, result.scene, author="solver", operation=operation, based_on=based_on, save=save
            )
        return LaidOut(report, session.source, result.how, changed)


def check(session: Session, *, settle: bool = True, job: Job | None = None) -> LayoutReport:
    """Certify the scene of a session; nothing is changed.

    Raises:
        LayoutError: as :func:`lay_out`.
        ProgramError: the program is wrong.
    """
    from scenewright.scene.layout import check_scene

    with session.working(job or Job()):
        return check_scene(session.scene, provider=session.assets, root=session.folder, settle=settle, job=job)


def kept_paths(scene: Scene, names: Iterable[str]) -> tuple[str, ...]:
    """Full paths of all instances that the names mean.

    Raises:
        PathError: one of them names nothing.
    """
    paths: dict[str, None] = {}
    for name in names:
        rows = resolve(scene, name)
        if not rows:
            near = nearest_paths(scene, name)
            hint = f"; the nearest: {', '.join(near)}" if near else ""
            raise PathError(f"there is no instance '{name}' that could stay where it is{hint}")
        paths.update(dict.fromkeys(scene.paths[row] for row in rows))
    return tuple(paths)


def draw_plan_file(session: Session, report: LayoutReport, file: Path, *, job: Job | None = None) -> Path:
    """Draw the floor plan of a session's scene, with the findings of a report, into a PNG file.

    Raises:
        RequestError: see :func:`scenewright.app.picture_places.refuse_picture`.
        JobCancelled: the job was cancelled; no file is written.
    """
    import io

    from scenewright.renderers.plan import draw_plan

    refuse_picture(file, "plan")
    picture = draw_plan(
        session.scene,
        certificate=report.certificate,
        constraints=report.problem.constraints,
        moves=report.moves,
        offered=() if report.offer is None else report.offer.moves,
        provider=session.assets,
        root=session.folder,
        job=job,
    )
    data = io.BytesIO()
    picture.save(data, "PNG")
    atomic.write(file, data.getvalue())
    return file


def _operation(session: Session, result: LayoutResult) -> dict[str, Any]:
    """The journal's record of the layout: the arrangement, in the form of an edit by a person."""
    from scenewright.scene.layout.bodies import bodies_of
    from scenewright.scene.layout.program import arrangement

    after = bodies_of(result.scene, provider=session.assets, root=session.folder).initial
    return dict(arrangement(session.scene, result.problem.bodies, after).to_json())


def _refuse_wide_doors(scene: Scene) -> None:
    if scene.room is None:
        return
    for door in scene.room.openings:
        length = scene.room.width if door.wall in ("back", "front") else scene.room.depth
        if door.kind == "door" and door.width > length - _LEAST_WALL:
            raise LayoutError(
                f"a door is as wide as the {door.wall} wall, which is {length:.2f} m long: make it at most "
                f"{max(length - 0.1, 0.0):.2f} m wide; nothing was changed",
                kind="door",
            )

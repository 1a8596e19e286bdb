"""Lay out the scene of a session: write the solver's poses into its text, in a scene folder as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.layout_carrying import carry_on
from scenewright.app.layout_choice import better
from scenewright.app.picture_places import refuse_picture
from scenewright.app.session import Session, StaleChange
from scenewright.scene import atomic
from scenewright.scene.errors import LayoutError, PathError
from scenewright.scene.jobs import Job
from scenewright.scene.paths import nearest_paths, resolve

if TYPE_CHECKING:
    from scenewright.scene.layout import LayoutReport, LayoutResult
    from scenewright.scene.model import Scene

__all__ = ["NEW_SCENE_EFFORT", "RERUNS", "LaidOut", "check", "draw_plan_file", "kept_paths", "lay_out"]

NEW_SCENE_EFFORT = 4_000.0
"""Bound on the search for poses in a new scene; the layout action has a larger one."""

RERUNS = 2
"""How often a scene is laid out anew since others changed it meanwhile."""

_LEAST_WALL = 0.05
"""Metres of a wall that must remain beside its door; ``room`` narrows wider doors."""


@dataclass(frozen=True, eq=False)
class LaidOut:
    """The result of a layout.

    `report`: what holds and what does not. `source`: the program text after it. `how`: how the poses were written (see
    :class:`~scenewright.scene.layout.layout.LayoutResult`), '' where nothing was. `changed`: whether the text changed. `revision`: of the
    scene that the report is about.
    """

    report: LayoutReport
    source: str
    how: str
    changed: bool
    revision: int

    def __repr__(self) -> str:
        return f"LaidOut({self.report!r}, changed={self.changed})"

    @property
    def stays(self) -> bool:
        """Whether nothing was moved although something does not hold."""
        return not self.changed and (bool(self.report.conflicts) or self.report.offer is not None)

    def to_json(self) -> dict[str, object]:
        """The report as JSON values."""
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

    Others may change the scene meanwhile. Then the moves are applied to the scene as it is by now, if it fits; otherwise it is laid out
    anew, at most `RERUNS` times; what then was changed by others stays as it is. The report's notes say so.

    Args:
        settle: also let the result settle under gravity.
        effort: the budget of the search for poses; a unit is about a millisecond of a slow machine.
        strict: refuse a scene with a door wider than its wall; otherwise the door is as narrow as the scene made it.
        best_effort: where not everything can hold, use the nearest layout; the report's conflicts say what is missing.
        written: somebody chose the poses; change them as little as possible. False: they are first guesses: a repair that changes much is
            applied, and where something still does not hold, all is placed anew if more holds then.
        accept: also apply a repair that changes much.
        keep: paths of instances that stay where they are; a path that means several keeps all of them.
        save: where the session has a folder, save the new text there.

    Raises:
        LayoutError: there is nothing to lay out, a size is no number, bodies rest on each other in a circle, there are too
            many bodies, or a door is wider than its wall.
        PathError: a path of `keep` names nothing.
        ProgramError: the program is wrong.
        ProjectError: the folder is locked or cannot be written; or others changed all that moves, again and again ('stale').
        JobCancelled: the job was cancelled; nothing is changed.
    """
    from scenewright.scene.layout import report_of, solve_scene

    job = (job or Job()).part(name="the layout")
    with session.working(job):
        for attempt in range(RERUNS + 1):
            shot = session.snapshot()
            if strict:
                _refuse_wide_doors(shot.scene)
            solve = partial(
                solve_scene,
                shot.source,
                shot.scene,
                session.evaluate_text,
                provider=session.assets,
                root=session.folder,
                seed=session.seed,
                effort=effort,
                settle=settle,
                best_effort=best_effort,
                keep=kept_paths(shot.scene, keep),
            )
            result = solve(written=True, accept=accept or not written, job=job)
            if not written and not report_of(result).holds:
                result = better(result, solve(written=False, job=job))
            job.check()  # a layout that was cut short is not used
            changed = result.source != shot.source
            if not changed:
                return LaidOut(report_of(result), session.source, result.how, changed, shot.revision)
            try:
                operation = _operation(session, shot.scene, result)
                session.take(
                    result.source, result.scene, author="solver", operation=operation, based_on=shot.revision, save=save
                )
            except StaleChange as stale:
                last = attempt == RERUNS
                job.log(f"the scene changed while it was laid out: {stale}")
                job.progress(0.8, "the scene changed meanwhile: fitting the moves to it")
                carried = carry_on(session, shot, result, settle=settle, whatever=last, job=job.quiet())
                if carried is not None:
                    job.log(carried.report.notes[0])
                    return LaidOut(carried.report, session.source, result.how, True, session.revision)
                if last:
                    raise
                job.log(f"what moves was changed, too: laid out anew (attempt {attempt + 2} of {RERUNS + 1})")
                job.progress(0.05, f"the scene changed meanwhile: laid out anew ({attempt + 2} of {RERUNS + 1})")
                continue
            report = report_of(result)
            if attempt:
                report = replace(report, notes=(_again(attempt), *report.notes))
            return LaidOut(report, session.source, result.how, changed, session.revision)
    raise AssertionError("each attempt ends with a layout or an error")


def _again(attempts: int) -> str:
    times = "once" if attempts == 1 else f"{attempts} times"
    return f"the scene changed while it was laid out: it was laid out anew {times}"


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


def _operation(session: Session, before: Scene, result: LayoutResult) -> dict[str, Any]:
    """The journal's record of the layout: the arrangement, in the form of an edit by a person."""
    from scenewright.scene.layout.bodies import bodies_of
    from scenewright.scene.layout.program import arrangement

    after = bodies_of(result.scene, provider=session.assets, root=session.folder).initial
    return dict(arrangement(before, result.problem.bodies, after).to_json())


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

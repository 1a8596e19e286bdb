"""Lay a program out: returns the program with poses that hold, and a certificate of the result."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.changes import BodyMove, Offer, assemblies_changed, moves_between
from scenewright.scene.layout.feasibility import Conflict
from scenewright.scene.layout.keeping import Kept, keep_written
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.pinning import pinned_bodies
from scenewright.scene.layout.program import poses_in
from scenewright.scene.layout.work import LayoutWork, Version
from scenewright.scene.model import Scene

__all__ = ["EFFORT", "LayoutResult", "solve_scene"]


EFFORT = 20_000.0
"""Default units of effort of a layout."""


@dataclass(frozen=True, eq=False)
class LayoutResult:
    """The result of a layout.

    `source`, `scene`: the program with the new poses; what `conflicts` names stays as it was, unless best effort was asked for.
    `how`: how the poses were written: 'literal' (in ``place`` calls), 'adjust' (as ``adjust`` lines), 'numbers' (in loops and
    arithmetic), or several, such as 'numbers and adjust'; '' where nothing changed. `certificate`: judges `scene`. `seconds`: by
    part. `moves`: the bodies that moved. `offer`: a repair that changes much and was not applied. `assemblies_changed`: number of
    bodies whose parts moved relative to each other.
    """

    source: str
    scene: Scene
    how: str
    problem: Problem
    certificate: Certificate
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    moves: tuple[BodyMove, ...] = ()
    offer: Offer | None = None
    assemblies_changed: int = 0

    @property
    def solved(self) -> bool:
        return not self.conflicts


def solve_scene(
    source: str,
    scene: Scene,
    evaluate: Callable[[str], Scene],
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    seed: int = 0,
    effort: float = EFFORT,
    settle: bool = True,
    best_effort: bool = False,
    strict: bool = False,
    written: bool = True,
    accept: bool = False,
    keep: Collection[str] = (),
    job: Job | None = None,
) -> LayoutResult:
    """Lay out the scene of a program. What is right already stays as it is written.

    Args:
        evaluate: runs a program text and returns its Scene, with the same seed and assets.
        provider: where catalogue objects come from.
        root: the scene folder.
        effort: the budget of the search for poses; a unit is about a millisecond of a slow machine. `conflicts` names what this
            budget could not satisfy. Finding these conflicts may take half as much again, and so may opening paths to parts of the
            floor that are cut off. Repairing collisions that only exact geometry sees, and finding numbers to change, take a quarter
            each. The result depends on the text and the seed alone; the clock only stops a search that runs away, and a note says so.
        job: checked all the time. Once it is cancelled, the layout so far is judged and returned, with its conflicts.
        best_effort: where not everything can hold, write the nearest layout if it has fewer faults than the program; the conflicts
            say what is missing.
        strict: refuse a scene whose relations name something that does not exist. Otherwise these relations are left out.
        written: somebody chose the poses in the text; change them as little as possible. False: they are first guesses (of the
            embedded writer), and bodies that violate are placed wherever is best.
        accept: also apply a repair that changes much; by default it is only offered (`LayoutResult.offer`).
        keep: paths of instances that stay where they are.
        settle: also let the result settle under gravity, and report what moves.

    Raises:
        LayoutError: the room is too small, relations name what does not exist and `strict` is set, supports run in a circle, a path
            of `keep` names nothing, or there are too many bodies.
    """
    job = (job or Job()).part(name="the layout")
    work = LayoutWork(evaluate, provider, root, seed, effort, job, written)
    job.progress(0.05, "reading bodies and relations")
    original = work.version(source, scene)
    work.lap("read")
    if strict and original.problem.unread:
        reasons = "; ".join(dict.fromkeys(original.problem.unread.values()))
        raise LayoutError(
            f"a relation cannot be read: {reasons}. Name what is there, or drop the relation; nothing was changed",
            kind="relations",
        )
    laid = laid_out(work, original, accept=accept, keep=keep, best_effort=best_effort)
    version, conflicts = laid.version, laid.conflicts
    job.progress(0.8, "certifying")
    certificate = work.certificate(version)
    # a scene that was not laid out does not need the settling
    if settle and not work.cancelled() and (not conflicts or version is not original):
        from scenewright.scene.layout.certify import settle as let_settle

        job.progress(0.9, "letting it settle")
        certificate = certificate.settled(
            let_settle(version.scene, provider=provider, root=root, problem=version.problem, job=job.part(0.9))
        )
        work.lap("settle")
    notes = (
        *(f"relation {k}: {why}" for k, why in original.problem.unread.items()),
        *original.problem.notes,
        *laid.notes,
        *((work.whole.note,) if work.whole.stopped_by_clock else ()),
    )
    return LayoutResult(
        source=version.source,
        scene=version.scene,
        how=version.how,
        problem=original.problem,
        certificate=certificate,
        conflicts=tuple(conflicts),
        notes=notes,
        seconds=work.laps,
        moves=laid.moves,
        offer=laid.offer,
        assemblies_changed=0
        if version is original
        else assemblies_changed(original.scene, version.scene, original.problem.bodies),
    )


def laid_out(work: LayoutWork, original: Version, *, accept: bool, keep: Collection[str], best_effort: bool) -> Kept:
    """Repair written poses, or place bodies anew where all poses are guesses."""
    guessed = original.problem.bodies.guessed
    free = ~original.problem.bodies.fixed
    if work.written_poses and (guessed is None or not guessed[free].all() or not free.any()):
        return keep_written(work, original, accept=accept, keep=keep, best_effort=best_effort)
    pinned = pinned_bodies(original, keep)
    if pinned:
        stays = np.isin(np.arange(len(free)), list(pinned))
        bodies = replace(original.problem.bodies, fixed=original.problem.bodies.fixed | stays, held=stays)
        original = replace(original, problem=replace(original.problem, bodies=bodies))
    version, conflicts = work.laid_out(original, best_effort)
    moves = (
        ()
        if version is original
        else moves_between(
            original.problem.bodies, original.problem.bodies.initial, poses_in(version.scene, original.problem.bodies)
        )
    )
    return Kept(version, moves, tuple(conflicts))

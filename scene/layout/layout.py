"""The whole of a layout: a program in; the same program with poses that hold, and a certificate of it, out."""

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
from scenewright.scene.layout.keeping import Kept, keep_written, pinned_bodies
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.program import poses_in
from scenewright.scene.layout.work import LayoutWork, Version
from scenewright.scene.model import Scene

__all__ = ["EFFORT", "LayoutResult", "solve_scene"]


EFFORT = 20_000.0
"""Units of effort of a layout, unless its caller says another number."""


@dataclass(frozen=True, eq=False)
class LayoutResult:
    """What came of it.

    `source`, `scene`: the program with the new poses; where `conflicts` says what cannot hold, as they were. `how`: how they
    were written: 'literal' (of ``place`` calls), 'adjust' (lines), 'numbers' (of loops and arithmetic), 'numbers and literal',
    'numbers and adjust' ...; '' where nothing changed. `certificate`: of `scene`. `seconds`: by part. `moves`: what stands
    elsewhere now than it was written. `offer`: a repair that changes much and was not taken. `assemblies_changed`: bodies whose
    parts stand differently to each other than before.
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
    """Lay a program's scene out. What the program has right stays as it is written.

    Args:
        evaluate: text to Scene, with seed and assets bound.
        provider: where catalogue objects come from. `root`: the scene folder.
        effort: of the search for places, in units of about a millisecond of a slow machine: what cannot be served with it is named in
            `conflicts`. Naming it may take half as much again, as may opening ways to what is cut off; mending what only exact
            geometry sees, and finding numbers to change, a quarter each. What is found depends on the text and the seed alone; the
            clock only stops what runs away, and a note says so.
        job: asked all the time; once it is cancelled, what there is is judged and returned, and what is unserved is named.
        best_effort: where not everything can hold, write what comes nearest all the same, if less is wrong with it than with
            the program; the conflicts say what is missing.
        strict: refuse a scene whose relations name what is not there; else the others are served.
        written: the poses in the text are somebody's wish, and are changed as little as can be. False: they are first guesses
            (the embedded writer's), and what violates is put anew wherever that is best.
        accept: take a repair that changes much, too; by default it is only offered (`LayoutResult.offer`).
        keep: paths of instances that stay where they are.
        settle: also let the result settle under gravity, and report what moves.

    Raises:
        LayoutError: the scene has no room, its relations cannot be read, or it holds too many bodies.
    """
    job = (job or Job()).part(name="the layout")
    work = LayoutWork(evaluate, provider, root, seed, effort, job, written)
    job.progress(0.05, "reading bodies and relations")
    begun = work.version(source, scene)
    work.lap("read")
    if strict and begun.problem.unread:
        told = "; ".join(dict.fromkeys(begun.problem.unread.values()))
        raise LayoutError(
            f"a relation cannot be read: {told}. Name what is there, or drop the relation; nothing was changed",
            kind="relations",
        )
    kept = laid_out(work, begun, accept=accept, keep=keep, best_effort=best_effort)
    found, conflicts = kept.version, kept.conflicts
    job.progress(0.8, "certifying")
    certificate = work.certificate(found)
    # what was not laid out need not be let fall
    if settle and not work.cancelled() and (not conflicts or found is not begun):
        from scenewright.scene.layout.certify import settle as let_settle

        job.progress(0.9, "letting it settle")
        certificate = certificate.settled(
            let_settle(found.scene, provider=provider, root=root, problem=found.problem, job=job.part(0.9))
        )
        work.lap("settle")
    notes = (
        *(f"relation {k}: {why}" for k, why in begun.problem.unread.items()),
        *begun.problem.notes,
        *kept.notes,
        *((work.whole.note,) if work.whole.stopped_by_clock else ()),
    )
    return LayoutResult(
        source=found.source,
        scene=found.scene,
        how=found.how,
        problem=begun.problem,
        certificate=certificate,
        conflicts=tuple(conflicts),
        notes=notes,
        seconds=work.laps,
        moves=kept.moves,
        offer=kept.offer,
        assemblies_changed=0 if found is begun else assemblies_changed(begun.scene, found.scene, begun.problem.bodies),
    )


def laid_out(work: LayoutWork, begun: Version, *, accept: bool, keep: Collection[str], best_effort: bool) -> Kept:
    """A version of a program that holds: written poses repaired, guessed ones put anew."""
    guessed = begun.problem.bodies.guessed
    free = ~begun.problem.bodies.fixed
    if work.written_poses and (guessed is None or not guessed[free].all() or not free.any()):
        return keep_written(work, begun, accept=accept, keep=keep, best_effort=best_effort)
    pinned = pinned_bodies(begun, keep)
    if pinned:
        stays = np.isin(np.arange(len(free)), list(pinned))
        bodies = replace(begun.problem.bodies, fixed=begun.problem.bodies.fixed | stays, held=stays)
        begun = replace(begun, problem=replace(begun.problem, bodies=bodies))
    version, conflicts = work.laid_out(begun, best_effort)
    moves = (
        ()
        if version is begun
        else moves_between(
            begun.problem.bodies, begun.problem.bodies.initial, poses_in(version.scene, begun.problem.bodies)
        )
    )
    return Kept(version, moves, tuple(conflicts))

"""Relations that a recipe added to a program and that the composed place does not meet: nobody asked for them, so they are not kept.

What the person asked for stays, whether it holds or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.layout import LaidOut
    from scenewright.app.session import Session
    from scenewright.app.writers.asked import AskedScene
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import LayoutReport
    from scenewright.scene.model import Relation, Scene

__all__ = ["met_after", "only_met", "without_unmet"]


def only_met(source: str, scene: Scene, asked: AskedScene, assets: AssetProvider, job: Job) -> str:
    """The program without what a recipe says of the place and does not hold in it: a layout would move things for it.

    Raises:
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.layout import check_scene

    try:
        report = check_scene(scene, provider=assets, settle=False, job=job)
    except LayoutError:
        return source  # the layout says why
    return without_unmet(source, scene, asked, report)


def met_after(session: Session, laid: LaidOut, asked: AskedScene, job: Job) -> LaidOut:
    """The layout without the relations of a recipe that it broke; they are taken from the program of the session, too.

    Raises:
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.layout import check_scene

    if laid.report.holds or laid.report.offer is not None:
        return laid
    with session.working(job):
        before = check_scene(session.scene, provider=session.assets, root=session.folder, settle=False, job=job.quiet())
        source = without_unmet(session.source, session.scene, asked, before)
        if source == session.source:
            return laid
        session.take(source, session.evaluate_text(source), author="agent", operation={"kind": "relations"})
        after = check_scene(session.scene, provider=session.assets, root=session.folder, settle=False, job=job.quiet())
    kept = {c.text for c in after.problem.constraints}
    conflicts = [c for c in laid.report.conflicts if not c.constraints or kept.issuperset(laid.report.relations_of(c))]
    if conflicts:
        return replace(laid, source=source)
    certificate = replace(after.certificate, settle=laid.report.certificate.settle)
    report = replace(
        laid.report, certificate=certificate, problem=after.problem, conflicts=(), relations=after.relations
    )
    return replace(laid, report=report, source=source)


def without_unmet(source: str, scene: Scene, asked: AskedScene, report: LayoutReport) -> str:
    """The program without the relations that do not hold and that the text does not state.

    Args:
        source: the program of `scene`.
        report: of the scene as it is; it judges each of its relations.
    """
    from scenewright.scene.language.editing.program_text import ProgramText
    from scenewright.scene.language.editing.written_relations import relation_removal, written_relations

    unmet = {judged.text for judged in report.certificate.relations if not judged.satisfied}
    by_number = {c.text: c.relation for c in report.problem.constraints}
    numbers = {by_number[text] for text in unmet if text in by_number}
    stated = _Stated(asked, scene.root_name)
    dropped = [r for n, r in enumerate(scene.relations) if n in numbers and not stated(r)]
    if not dropped:
        return source
    spans = {r.span for r in dropped}
    shared = [r for r in scene.relations if r.span in spans and stated(r)]
    dropped = [r for r in dropped if r.span not in {s.span for s in shared}]
    text = ProgramText(source)
    splices = relation_removal(text, [w.node for w in written_relations(text, dropped) if not w.shared])
    return text.spliced(splices) if splices else source


class _Stated:
    """Whether the person stated a relation."""

    def __init__(self, asked: AskedScene, root: str) -> None:
        self._pairs: list[tuple[set[str], set[str]]] = []
        for relation in asked.relations:
            figures = _paths(asked, (relation.subject,), root)
            landmarks = _paths(asked, relation.anchors, root)
            self._pairs.append((figures, landmarks))

    def __call__(self, relation: Relation) -> bool:
        named = [path for paths in relation.paths.values() for path in paths]
        for figures, landmarks in self._pairs:
            if figures.isdisjoint(named):
                continue
            if not landmarks or not landmarks.isdisjoint(named) or len(figures.intersection(named)) > 1:
                return True
        return False


def _paths(asked: AskedScene, things: Sequence[int], root: str) -> set[str]:
    return {
        f"{root}/{name}" for index in things if 0 <= index < len(asked.things) for name in asked.things[index].names
    }

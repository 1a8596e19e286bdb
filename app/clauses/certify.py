"""Judges a finished scene by what was understood of its text."""

from __future__ import annotations

from scenewright.app.clauses.clause import Clause, ClauseCertificate
from scenewright.app.clauses.evidence import ClauseEvidence
from scenewright.app.clauses.group_clauses import area_clause, full_clauses
from scenewright.app.clauses.look_clauses import LookJudge
from scenewright.app.clauses.motion_clauses import motion_clauses
from scenewright.app.clauses.relation_clauses import RelationJudge
from scenewright.app.clauses.room_clauses import room_clauses
from scenewright.app.clauses.thing_clauses import absence_clause, thing_clause
from scenewright.app.writers.asked import AskedScene
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.semantics.scene_graph import SceneGraph

__all__ = ["certify_clauses"]


def certify_clauses(
    asked: AskedScene,
    scene: Scene,
    geometry: SceneGeometry,
    graph: SceneGraph,
    *,
    unseen: frozenset[str] = frozenset(),
    as_seen: bool = False,
    job: Job | None = None,
) -> ClauseCertificate:
    """Whether a scene shows each clause of a text.

    Args:
        asked: what a writer understood of the text, with the names that it gave to instances.
        scene: the evaluated scene as it is now, laid out.
        geometry: its triangles.
        graph: its graph.
        unseen: names, as in `asked`, of the things that none of the scene's pictures shows.
        as_seen: left and right of what stands on another thing are those of the picture alone; else its own count, too.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    evidence = ClauseEvidence(asked, scene, geometry, graph, unseen)
    looks, relations = LookJudge(evidence), RelationJudge(evidence, as_seen=as_seen)
    out: list[Clause] = []
    for number, thing in enumerate(asked.things):
        job.check()
        if thing.added:
            continue
        out.append(thing_clause(evidence, number))
        out += looks.clauses(number)
    out += [area_clause(evidence, area) for area in asked.areas]
    for relation in asked.relations:
        job.check()
        out.append(relations.clause(relation))
    out += full_clauses(evidence)
    out += room_clauses(evidence)
    out += motion_clauses(evidence)
    out += [absence_clause(evidence, absence) for absence in asked.absent]
    out += [
        Clause(
            "absence",
            f"{evidence.spoken(thing)} {said} it",
            None,
            "a program says where a thing is, not where it is not",
            said,
        )
        for thing, said in asked.denied
    ]
    out += [Clause("words", words, None, reason, words) for words, reason in asked.aside]
    out += [Clause("words", words, None, "not understood", words) for words in _unread(asked)]
    return ClauseCertificate(tuple(dict.fromkeys(out)))


def _unread(asked: AskedScene) -> list[str]:
    """The words that were not understood, those within the phrases of things with their noun."""
    within = [f"{word} {thing.noun}" for thing in asked.things if not thing.added for word in thing.unread]
    return list(dict.fromkeys([*asked.unread, *within]))

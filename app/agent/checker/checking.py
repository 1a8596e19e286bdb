"""Checks a program by a brief: evaluates it, lays it out, and finds what is wrong with the scene that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.agent.checker.binding import BoundBrief, bind
from scenewright.app.agent.checker.facing import facing_findings
from scenewright.app.agent.checker.findings import CheckFinding, CheckReport, FindingKind, Severity
from scenewright.app.agent.checker.moving import moving_findings
from scenewright.app.agent.checker.seeing import seeing_findings
from scenewright.app.agent.checker.standing import standing_findings
from scenewright.app.agent.checker.words import word_findings
from scenewright.app.clauses import Clause, certify_clauses
from scenewright.app.clauses.evidence import ClauseEvidence
from scenewright.app.layout import NEW_SCENE_EFFORT
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.semantics.words import singular

if TYPE_CHECKING:
    from scenewright.app.writers.asked import AskedScene
    from scenewright.assets import Catalogue
    from scenewright.scene.layout import LayoutReport

__all__ = ["CheckedScene", "check_program", "check_scene"]

_PARTS = frozenset(
    ("shelf", "drawer", "leg", "door", "handle", "wheel", "arm", "back", "seat", "roof", "window", "pole", "step", "board", "lid",
     "wing", "spoke", "branch", "leaf", "button", "knob", "sail", "chimney", "level", "layer")
)  # fmt: skip
"""Last words of what is a part of other things."""

_CLAUSE_KINDS = {
    "look": FindingKind.LOOK,
    "relation": FindingKind.RELATION,
    "room": FindingKind.ROOM,
    "absence": FindingKind.PRESENT,
    "motion": FindingKind.MOTION,
    "words": FindingKind.WORDS,
}


@dataclass(frozen=True, eq=False)
class CheckedScene:
    """A scene with what is wrong with it. `source`: the program after the layout, `scene`: what it gives. `bound`: the instances of each
    thing. `layout`: None where the scene cannot be laid out."""

    source: str
    scene: Scene
    report: CheckReport
    bound: BoundBrief
    layout: LayoutReport | None


def check_program(
    source: str,
    scene: Scene,
    asked: AskedScene,
    catalogue: Catalogue,
    *,
    seed: int = 0,
    moves: bool = False,
    job: Job | None = None,
) -> CheckedScene:
    """Lay out a program as `generate` would, and check the scene that comes of it.

    Args:
        source, scene: a program and what it gives.
        asked: what is asked for; names of instances are found here.
        moves: something must move.

    Raises:
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.language.running import evaluate
    from scenewright.scene.layout import report_of, solve_scene

    job = (job or Job()).part(name="the check")

    def evaluated(text: str) -> Scene:
        return evaluate(text, seed=seed, assets=catalogue, job=job)

    report: LayoutReport | None = None
    refused: CheckFinding | None = None
    job.tick(0.1, "laying out")
    try:
        result = solve_scene(
            source,
            scene,
            evaluated,
            provider=catalogue,
            seed=seed,
            effort=NEW_SCENE_EFFORT,
            best_effort=True,
            job=job.quiet(),
        )
    except (LayoutError, EditError) as error:
        refused = CheckFinding(FindingKind.MOVED, Severity.FAULT, f"the scene cannot be laid out: {error}")
    else:
        source, scene, report = result.source, result.scene, report_of(result)
    job.check()  # an unfinished layout is not judged
    job.tick(0.6, "comparing the scene with the brief")
    findings = [refused] if refused else []
    findings += moving_findings(scene, report, catalogue, job, asked=moves)
    return _checked(source, scene, asked, catalogue, report, findings, job)


def check_scene(
    source: str, scene: Scene, asked: AskedScene, catalogue: Catalogue, *, job: Job | None = None
) -> CheckedScene:
    """Check a scene as it stands.

    Raises:
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.layout import check_scene as certify

    job = (job or Job()).part(name="the check")
    report: LayoutReport | None = None
    refused: list[CheckFinding] = []
    try:
        report = certify(scene, provider=catalogue, job=job.quiet())
    except LayoutError as error:
        refused.append(CheckFinding(FindingKind.MOVED, Severity.FAULT, f"the scene cannot be certified: {error}"))
    return _checked(source, scene, asked, catalogue, report, refused, job)


def _checked(
    source: str,
    scene: Scene,
    asked: AskedScene,
    catalogue: Catalogue,
    layout: LayoutReport | None,
    findings: list[CheckFinding],
    job: Job,
) -> CheckedScene:
    from scenewright.renderers.base import view_cameras
    from scenewright.scene.geometry import scene_geometry
    from scenewright.scene.semantics.scene_graph import GRAPH_TRIANGLES, scene_graph

    geometry = scene_geometry(scene, provider=catalogue, max_triangles=GRAPH_TRIANGLES)
    graph = scene_graph(scene, geometry=geometry)
    bound = bind(asked, scene, geometry, graph, catalogue)
    evidence = ClauseEvidence(bound.asked, scene, geometry, graph)
    rows = [tuple(graph.nodes[n].row for n in nodes) for nodes in evidence.named]
    if layout is not None:
        findings += standing_findings(layout)
    seen = list(seeing_findings(scene, geometry, view_cameras(scene, aspect=4 / 3), rows, job))
    hidden = {path for finding in seen if finding.kind is FindingKind.HIDDEN for path in finding.paths}
    unseen = frozenset(n for t in bound.asked.things for n in t.names if evidence.path_of(n) in hidden)
    certificate = certify_clauses(bound.asked, scene, geometry, graph, unseen=unseen, as_seen=True, job=job)
    judged = [c for c in certificate.clauses if c.shown is not None and c.about != "words"]
    findings += [found for clause in certificate.clauses if (found := _clause_finding(clause, bound)) is not None]
    findings += _extras(bound)
    findings += seen
    findings += facing_findings(evidence)
    findings += word_findings(scene, catalogue)
    if bound.asked.things and not any(rows):
        says = "the scene has nothing of what was asked for"
        findings.insert(0, CheckFinding(FindingKind.EMPTY, Severity.ERROR, says))
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda f: -f.severity))
    shown = sum(bool(c.shown) for c in judged)
    return CheckedScene(source, scene, CheckReport(ordered, shown, len(judged)), bound, layout)


def _clause_finding(clause: Clause, bound: BoundBrief) -> CheckFinding | None:
    """What a clause that is not shown says to the writer."""
    if clause.shown or (clause.about == "room" and clause.shown is None):
        return None  # what kind of place it is, and its mood, nothing can judge
    says = f"{clause.says}: {clause.why}" if clause.why else f"{clause.says}: the scene does not show it"
    if clause.about == "thing" and clause.thing is not None:
        thing = bound.asked.things[clause.thing]
        paths = tuple(thing.names)
        if clause.shown is None:
            return CheckFinding(FindingKind.MISSING, Severity.NOTE, says, paths)
        if "hidden in both pictures" in clause.why:
            return None  # the finding on what the cameras show says so
        if not paths and _is_part(clause.thing, bound):
            return CheckFinding(FindingKind.MISSING, Severity.NOTE, f"{says}, unless it is a part with another name")
        kind = FindingKind.COUNT if thing.names and not clause.instead else FindingKind.MISSING
        known = bool(thing.titles or paths)  # of a noun that the catalogue lacks, nothing tells for certain
        return CheckFinding(kind, Severity.ERROR if known else Severity.FAULT, says, paths)
    unsure = clause.shown is None or any(
        clause.about == "relation" and f" {t.noun}" in clause.says and _is_part(n, bound) and not t.names
        for n, t in enumerate(bound.asked.things)
    )
    severity = Severity.NOTE if unsure else Severity.FAULT
    return CheckFinding(_CLAUSE_KINDS[clause.about], severity, says)


def _is_part(number: int, bound: BoundBrief) -> bool:
    """Whether a thing is a part of another that is there: the shelves of a bookshelf, which a program may call boards."""
    thing = bound.asked.things[number]
    if singular(thing.noun.split()[-1].lower()) not in _PARTS:
        return False
    return any(
        relation.subject == number
        and relation.kind in ("with", "inside", "on")
        and any(bound.asked.things[anchor].names for anchor in relation.anchors)
        for relation in bound.asked.relations
    )


def _extras(bound: BoundBrief) -> Iterator[CheckFinding]:
    """Things of which there are more than asked for."""
    for thing, paths in zip(bound.asked.things, bound.extra, strict=True):
        if not paths or thing.added:
            continue
        severity = Severity.ERROR if thing.count > 1 else Severity.FAULT
        says = f"there are {thing.count + len(paths)} of {thing.phrase}, and {thing.count} asked for"
        yield CheckFinding(FindingKind.COUNT, severity, says, paths, "remove what is too many, or give it another noun")

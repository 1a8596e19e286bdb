"""Clauses on things together: what is to be full, and areas of the room, which are shown by what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from scenewright.app.clauses.clause import Clause
from scenewright.app.clauses.evidence import ClauseEvidence, a_thing, listed, plural_of
from scenewright.app.writers.asked import AskedArea
from scenewright.scene.layout.relations import COS, HALF_DEPTH, HALF_WIDTH, SIN, X, Z, planar_gap

__all__ = ["area_clause", "full_clauses"]

_TALL = 0.8
"""Metres: what is higher has boards one above the other."""
_SPAN = 0.35
"""Share of its height over which the boards of something full have things on them."""
_COVERED, _FLOOR_COVERED = 0.4, 0.3
"""Share of its boards, or of the floor of a crate or basket, that things cover in something full: its sides take some of that."""
_TOGETHER = 1.6
"""Metres up to which a thing is in the same area as another."""
_MOST_NAMED = 5


def full_clauses(evidence: ClauseEvidence) -> Iterator[Clause]:
    """Whether what is to be full of things is."""
    asked = evidence.asked
    for number, thing in enumerate(asked.things):
        relation = next(
            (r for r in asked.relations if r.subject == number and r.kind in ("inside", "on") and r.anchors), None
        )
        if not thing.fills or thing.added or relation is None:
            continue
        holder = relation.anchors[0]
        several = asked.things[holder].count > 1
        says = f"{evidence.spoken(holder)} {'are' if several else 'is'} full of {plural_of(thing.noun)}"
        hosts = [n for a in relation.anchors for n in evidence.named[a]]
        guests = list(evidence.named[number])
        if not hosts or not guests:
            yield Clause("relation", says, False, "there is nothing in it" if hosts else "it is not there", says)
            continue
        shares = [_covered(evidence, host, guests) for host in hosts]
        least = [_FLOOR_COVERED if evidence.graph.nodes[host].size[1] < _TALL else _COVERED for host in hosts]
        bare = sum(1 for share, enough in zip(shares, least, strict=True) if share < enough)
        why = (
            ""
            if not bare
            else f"{plural_of(thing.noun)} cover {min(shares):.0%} of it"
            + ("" if len(hosts) == 1 else f"; {bare} of {len(hosts)} are not full")
        )
        yield Clause("relation", says, not bare, why, says)


def _covered(evidence: ClauseEvidence, host: int, guests: Sequence[int]) -> float:
    """The share of a holder's boards, or of its floor, that things in it cover; 0 where they are all on one board of several."""
    boxes, nodes = evidence.graph.boxes, evidence.graph.nodes
    here = [g for g in guests if _stands_in(evidence, g, host)]
    if not here:
        return 0.0
    width, height, depth = nodes[host].size
    if height < _TALL:
        area = sum(4.0 * float(boxes[g, HALF_WIDTH] * boxes[g, HALF_DEPTH]) for g in here)
        return area / max(width * depth, 1e-6)
    feet = np.round([float(boxes[g, 1]) for g in here], 1)
    if float(np.ptp(feet)) < _SPAN * height:
        return 0.0
    along = sum(_extent_along(evidence, g, host) for g in here)
    return along / max(width * len(np.unique(feet)), 1e-6)


def _stands_in(evidence: ClauseEvidence, guest: int, host: int) -> bool:
    boxes = evidence.graph.boxes
    away = boxes[guest, [X, Z]] - boxes[host, [X, Z]]
    c, s = float(boxes[host, COS]), float(boxes[host, SIN])
    across, deep = away[0] * c - away[1] * s, away[0] * s + away[1] * c
    within = abs(across) <= boxes[host, HALF_WIDTH] and abs(deep) <= boxes[host, HALF_DEPTH]
    return bool(within) and float(boxes[guest, 1]) <= float(boxes[host, 1]) + evidence.graph.nodes[host].size[1] + 0.02


def _extent_along(evidence: ClauseEvidence, guest: int, host: int) -> float:
    """The length in metres of a thing along the front of what holds it."""
    boxes = evidence.graph.boxes
    turn = float(np.arctan2(boxes[guest, SIN], boxes[guest, COS]) - np.arctan2(boxes[host, SIN], boxes[host, COS]))
    c, s = abs(np.cos(turn)), abs(np.sin(turn))
    return float(2.0 * (c * boxes[guest, HALF_WIDTH] + s * boxes[guest, HALF_DEPTH]))


def area_clause(evidence: ClauseEvidence, area: AskedArea) -> Clause:
    """Whether an area of the room is there: its main thing, and what belongs to it beside that."""
    says = a_thing(area.name)
    main = list(evidence.named[area.main])
    if not main:
        return Clause("thing", says, False, "nothing was placed for it", area.name)
    members = [m for m in area.members if evidence.named[m]]
    near = [m for m in members if any(_together(evidence, n, main) for n in evidence.named[m])]
    spoken = [evidence.asked.things[m].noun for m in near]
    if members and 2 * len(near) < len(members):
        lost = next(m for m in members if m not in near)
        return Clause(
            "thing", says, False, f"the {evidence.asked.things[lost].noun} is not near {evidence.spoken(area.main)}", area.name,

        )  # fmt: skip
    names = [
        plural_of(evidence.asked.things[area.main].noun)
        if len(main) > 1
        else a_thing(evidence.asked.things[area.main].noun)
    ]
    names += [a_thing(noun) for noun in list(dict.fromkeys(spoken))[:_MOST_NAMED]]
    return Clause("thing", f"{says}: {listed(names)}", True)


def _together(evidence: ClauseEvidence, n: int, main: Sequence[int]) -> bool:
    boxes = evidence.graph.boxes
    return any(float(planar_gap(boxes[n], boxes[m])) <= _TOGETHER for m in main)

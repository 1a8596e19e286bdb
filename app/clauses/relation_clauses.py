"""Clauses on where things are: each relation in plain words, and whether the geometry of the scene shows it.

The geometry is that of queries and questions (:class:`scenewright.scene.semantics.queries.Places`), so that ``ask`` gives the same answer.
"""

from __future__ import annotations

from scenewright.app.clauses.arrangement_measures import ARRANGED, ArrangementMeasures
from scenewright.app.clauses.clause import Clause
from scenewright.app.clauses.evidence import ClauseEvidence, listed, number_word
from scenewright.app.clauses.relation_measures import RelationMeasures, has_measure
from scenewright.app.writers.asked import AskedRelation

__all__ = ["RelationJudge"]

_SAYS = {
    "on": "on", "inside": "in", "under": "under", "above": "above", "hanging": "hanging above", "hung": "hanging from",
    "next_to": "next to", "near": "near",
    "across": "across from", "far": "far from", "apart": "apart from", "away": "turned away from", "left_of": "to the left of",
    "right_of": "to the right of", "in_front_of": "in front of", "behind": "behind", "facing": "facing", "around": "around",
    "between": "between", "flank": "on both sides of", "foot": "at the foot of", "head": "at the head of", "along": "along",
    "with": "with", "at": "at", "centered": "at the middle of",
}  # fmt: skip
"""Kind of relation -> the words between its two sides."""
_MEASURED = "gap "
_SIDES = ("back", "front", "left", "right")
_OF_WALLS = frozenset(("each", "side", *_SIDES))
_OF_THINGS = frozenset(("each", "center"))
"""Words of a relation's detail that the measures take into account."""


class RelationJudge:
    """Judges the relations of one scene."""

    def __init__(self, evidence: ClauseEvidence, *, as_seen: bool = False) -> None:
        """
        Args:
            as_seen: see :class:`~scenewright.app.clauses.relation_measures.RelationMeasures`.
        """
        self._evidence, self._measures = evidence, RelationMeasures(evidence, as_seen=as_seen)
        self._arrangements = ArrangementMeasures(evidence)

    def clause(self, relation: AskedRelation) -> Clause:
        """The clause of a relation."""
        evidence = self._evidence
        says = self.says(relation)
        subjects = list(evidence.instances[relation.subject]) or list(evidence.named[relation.subject])
        if not subjects:
            return Clause(
                "relation",
                says,
                False,
                f"{evidence.spoken(relation.subject)} {_is(evidence, relation.subject)} not there",
                says,
            )
        groups = [list(evidence.instances[a]) or list(evidence.named[a]) for a in relation.anchors]
        lost = [a for a, group in zip(relation.anchors, groups, strict=True) if not group]
        if lost:
            return Clause(
                "relation", says, False, f"{evidence.spoken(lost[0])} {_is(evidence, lost[0])} not there", says
            )
        if relation.place in ("door", "window"):
            openings = evidence.openings(relation.place)
            if not openings:
                return Clause("relation", says, False, f"the room has no {relation.place}", says)
            groups.append(openings)
        if relation.kind == "arranged":
            shown, why = self._arrangements.holds(relation.detail, subjects)
            return Clause("relation", says, shown, why, says)
        if not has_measure(relation):
            return Clause("relation", says, None, f"nothing measures {relation.kind.replace('_', ' ')!r}", says)
        shown, why = self._judged(relation, subjects, groups)
        finer = self._unmeasured(relation)
        if shown and finer and not relation.detail.startswith(_MEASURED):
            return Clause("relation", says, None, f"the place holds, but nothing measures {' '.join(finer)!r}", says)
        return Clause("relation", says, shown, why, says)

    def _judged(self, relation: AskedRelation, subjects: list[int], groups: list[list[int]]) -> tuple[bool | None, str]:
        measures = self._measures
        flat = [b for group in groups for b in group]
        wanted = min(relation.subject_count or len(subjects), len(subjects))
        if relation.kind == "between":
            openings = relation.place in ("door", "window") and len(groups) == 1
            holding = [
                a for a in subjects if (measures.amid(a, groups[0]) if openings else measures.between(a, groups))
            ]
        elif relation.kind in ("around", "flank") and flat:
            return measures.about(relation.kind, subjects, flat, wanted)
        else:
            holding = [a for a in subjects if measures.holds(relation, a, flat)]
            if relation.kind in ("on", "inside", "floor"):
                holding = self._with_piled(holding, subjects)
        if len(holding) < wanted:
            failing = [a for a in subjects if a not in holding]
            found = measures.found(relation, failing[0], flat)
            share = "" if not holding else f"{len(holding)} of {wanted} do; for another, "
            return False, f"{share}{found}"
        if relation.each and len(flat) > 1 and relation.place not in ("door", "window"):
            return self._dealt(relation, holding, flat, wanted)
        return True, ""

    def _with_piled(self, holding: list[int], subjects: list[int]) -> list[int]:
        """The things of which a relation holds, with those that lie on them: a stack is where its lowest thing is."""
        found = set(holding)
        more = True
        while more:
            piled = {a for a in subjects if a not in found and any(self._arrangements.lies_on(a, b) for b in found)}
            found |= piled
            more = bool(piled)
        return [a for a in subjects if a in found]

    def _dealt(self, relation: AskedRelation, holding: list[int], anchors: list[int], wanted: int) -> tuple[bool, str]:
        """Whether each of several things has its share of others: *four chairs at every table*."""
        measures, evidence = self._measures, self._evidence
        share = dict.fromkeys(anchors, 0)
        for a in holding:
            share[
                min((b for b in anchors if measures.holds(relation, a, [b])), key=lambda b: evidence.places.gap(a, b))
            ] += 1
        meant = min(relation.anchor_count or len(anchors), len(anchors))
        each = max(wanted // meant, 1)
        short = sorted((count, evidence.graph.nodes[b].name) for b, count in share.items() if count < each)
        if len(anchors) - len(short) >= meant:
            return True, ""
        count, name = short[0]
        has = "none" if count == 0 else f"only {number_word(count)}"
        return (
            False,
            f"{number_word(len(short))} of {number_word(len(anchors))} have fewer than {number_word(each)}: {name} has {has}",
        )

    def _unmeasured(self, relation: AskedRelation) -> list[str]:
        """The words of a relation's detail that the measures leave out."""
        plain = _OF_WALLS if relation.place in ("wall", "corner") else _OF_THINGS
        return [w for w in relation.detail.split() if w not in plain and not w.isdecimal()]

    # -- words ----------------------------------------------------------------------------------------------------------

    def says(self, relation: AskedRelation) -> str:
        """A relation in plain words: 'the lamp is on the desk'."""
        evidence = self._evidence
        count = relation.subject_count
        subject = evidence.spoken(relation.subject, count=count)
        several = (count or evidence.asked.things[relation.subject].count) > 1
        return f"{subject} {'are' if several else 'is'} {self._place(relation)}"

    def _place(self, relation: AskedRelation) -> str:
        anchors = [self._evidence.spoken(a, count=relation.anchor_count) for a in relation.anchors]
        sides = [s for s in _SIDES if s in relation.detail.split()]
        if relation.kind == "arranged":
            kind, rows, per_row = (*relation.detail.split("|"), "0", "0")[:3]
            said = ARRANGED.get(kind, kind)
            if kind in ("rows", "stacks") and rows != "0":
                said = f"in {number_word(int(rows))} {kind if rows != '1' else kind[:-1]}"
            return said + (f" of {number_word(int(per_row))}" if per_row != "0" else "")
        if relation.detail.startswith(_MEASURED):
            least, most = relation.detail.removeprefix(_MEASURED).split()
            return f"between {least} and {most} m from {listed(anchors) or f'the {relation.place}'}"
        words = _SAYS.get(relation.kind, relation.kind.replace("_", " "))
        if relation.place == "wall":
            other = "a side wall" if "side" in relation.detail.split() else "a wall"
            wall = f"the {' and '.join(sides)} wall" if sides else other
            hung = relation.kind == "on_wall" and not self._evidence.asked.things[relation.subject].stands
            return f"{'on' if hung else 'facing' if relation.kind == 'facing' else 'against'} {wall}"
        if relation.place == "corner":
            return f"in the {' '.join(sides)} corner" if sides else "in a corner"
        if relation.place == "ceiling":
            return "hanging from the ceiling"
        if relation.place == "floor":
            return "on the floor"
        if relation.place == "room":
            return "in the middle of the room" if relation.kind == "centered" else f"{words} the room"
        if relation.place in ("door", "window"):
            amid = relation.kind == "between" and not anchors
            anchors.append(f"the two {relation.place}s" if amid else f"the {relation.place}")
        finer = [w for w in relation.detail.split() if w != "each"]
        each = "each of " if relation.each and len(anchors) == 1 else ""
        return f"{words} {each}{listed(anchors)}{f' ({chr(32).join(finer)})' if finer else ''}"


def _is(evidence: ClauseEvidence, thing: int) -> str:
    return "is" if evidence.asked.things[thing].count == 1 else "are"

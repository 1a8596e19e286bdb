"""Reads how several things stand to each other: *two armchairs facing each other*, *chairs in two rows*."""

from __future__ import annotations

import math

from scenewright.app.writers.embedded.arrangement_words import FormationShape
from scenewright.app.writers.embedded.clause import ClauseState
from scenewright.app.writers.embedded.clause_links import ClauseLinks
from scenewright.app.writers.embedded.description import Link, ObjectRequest
from scenewright.app.writers.embedded.elements import SaidArrangement
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT, QUANTITY_NOUNS
from scenewright.app.writers.embedded.referents import Ref
from scenewright.app.writers.embedded.shared_places import unplaced_before

__all__ = ["ArrangementReader"]

_IN_A_ROW = 4
"""How many stand in a row where the text gives no number."""
_PAIRED = ("facing", "back")
_SEATS = frozenset(["chair", "stool", "armchair", "seat"])


class ArrangementReader:
    """Links the things that an arrangement is said of."""

    def __init__(self, clause: ClauseState, links: ClauseLinks) -> None:
        self.clause = clause
        self.links = links
        self.description = links.description

    def read(self, arrangement: SaidArrangement) -> None:
        """Read an arrangement: it is said of what was named last, or of the last two where one alone cannot be so arranged."""
        clause = self.clause
        refs = list(dict.fromkeys(clause.figure or clause.item or clause.subject or clause.previous))
        if arrangement.tokens[0].low == "face" and clause.subject:
            refs = list(dict.fromkeys(clause.subject))
        if self._total(refs) < 2:
            said = {link.subject for link in self.description.links if link.kind == "arranged"}
            named = [ref for ref in dict.fromkeys(clause.run or clause.subject) if ref.index not in said]
            refs = named[-2:] if arrangement.kind in _PAIRED else named
        elif arrangement.kind == "row" and refs == clause.figure:
            clause.figure = refs = self._in_one_row(refs)
        if arrangement.kind == "row" and len(refs) > 1 and set(clause.figure) <= set(refs):
            clause.figure = refs  # 'a lathe, a drill and a saw lined up along the wall': all are along it
        clause.verb = None  # 'are in a row', 'stand face to face': nothing more follows the verb
        if not refs or self._total(refs) < 2:
            return
        requests = self.description.requests
        if len(refs) == 2 and all(requests[r.index].count == 1 for r in refs) and _is_beside(arrangement):
            self.links.link("next_to", refs[1], (refs[0].index,))  # 'a washer and a dryer side by side'
            return
        if arrangement.kind in _PAIRED and len(refs) == 1:
            request = requests[refs[0].index]
            if request.at_least and request.count == PLURAL_COUNT:
                request.count = 2
        rows, per_row = arrangement.rows, arrangement.per_row
        if rows and per_row and len(refs) == 1 and requests[refs[0].index].at_least:
            requests[refs[0].index].count = max(requests[refs[0].index].count, rows * per_row)
        elif arrangement.kind == "rows" and len(refs) == 1 and requests[refs[0].index].at_least:
            request = requests[refs[0].index]
            if request.count == PLURAL_COUNT:  # 'plants in rows' are more than three
                request.count = max(QUANTITY_NOUNS["rows"], (rows or 2) * _IN_A_ROW)
        if arrangement.kind == "stacks" and len(refs) == 1:
            rows = self._stacks(requests[refs[0].index], per_row)
        shape = FormationShape(arrangement.kind, rows, per_row)
        self.description.links.append(
            Link(
                "arranged",
                refs[0].index,
                tuple(r.index for r in refs[1:]),
                detail=str(shape),
                subject_count=refs[0].count,
            )
        )

    def _stacks(self, request: ObjectRequest, high: int) -> int:
        """How many stacks 'barrels stacked three high' make. Several, where the text gives no number."""
        if request.at_least and request.count == PLURAL_COUNT:
            request.count = high * PLURAL_COUNT
        return math.ceil(request.count / high)

    def _in_one_row(self, refs: list[Ref]) -> list[Ref]:
        """All of 'three washers and two dryers in a row': several of each, and nothing that people sit on."""
        listed = unplaced_before(self.clause.run, self.description.links, free=True)
        requests = [self.description.requests[ref.index] for ref in listed]
        alike = len({request.support for request in requests}) == 1
        several = all(request.count > 1 and request.head not in _SEATS for request in requests)
        return listed if len(listed) > 1 and refs == listed[-1:] and alike and several else refs

    def _total(self, refs: list[Ref]) -> int:
        return self.links.total(refs)


def _is_beside(arrangement: SaidArrangement) -> bool:
    """Whether two things are said to be neighbours: 'side by side', 'next to each other'."""
    return arrangement.kind == "row" and arrangement.tokens[0].low not in ("in", "into", "as", "forming", "lined")

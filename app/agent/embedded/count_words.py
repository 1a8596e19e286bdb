"""Reads another number of what was added last: *make it three*, *twice as many*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.numbers_said import number_of
from scenewright.app.agent.embedded.patterns import first_of, whole
from scenewright.app.agent.embedded.wanted import CountWanted, Wanted
from scenewright.scene.english import CARDINALS

__all__ = ["read_count"]

_NUMBER = "|".join((*(word for word, number in CARDINALS.items() if 1 <= number <= 20), r"\d{1,2}"))
_COUNT = whole(
    rf"(?:make|do|have|let us have|i meant|i mean) (?:it|that|them)?(?: be)? ?(?P<n>{_NUMBER})(?: of (?:them|those|these))?(?: instead)?",
    rf"(?:just|only|rather|better) (?P<n2>{_NUMBER})(?: of (?:them|those|these))?(?: (?:is|are) enough)?",
    rf"(?P<n3>{_NUMBER}) (?:of (?:them|those|these)|instead|would be better|is enough|are enough|will do|would do)",
)
_TIMES = whole(
    r"(?P<times>twice|double|half|three times)(?: as many)?(?: of (?:them|those|these))?|as many (?P<again>again)"
)
_TIMES_OF = whole(
    r"(?:(?:add|make|have|i want|we need|there should be|let us have|put) )?(?P<times>twice|double|half|three times|four times) as many "
    r"(?P<what>(?!of )[\w ]+?)"
    r"(?: as (?:now|before|there are(?: now)?))?",
    r"(?:double|duplicate) (?:up )?(?:on )?(?P<what2>(?:the|all the|those|these|my) (?:number of )?[\w ]+s) in number",
)
_FACTORS = {"twice": 2.0, "double": 2.0, "half": 0.5, "three times": 3.0, "four times": 4.0, "again": 2.0}


def read_count(text: str) -> Wanted | None:
    """Another number of what was added last; None where a clause asks for none."""
    found = _COUNT.match(text)
    if found is not None:
        return CountWanted(number=number_of(first_of(found, "n", "n2", "n3")) or 1)
    of = _TIMES_OF.match(text)
    if of is not None:
        what = first_of(of, "what", "what2")
        return CountWanted(
            factor=_FACTORS[of["times"] or "twice"], what=re.sub(r"^(?:of )?(?:the |those |these |my )?", "", what)
        )
    times = _TIMES.match(text)
    return (
        CountWanted(factor=_FACTORS[first_of(times, "times", "again")])
        if times is not None and text != "half"
        else None
    )

"""Tables, chairs and tents for small children are small: in a kindergarten, and where a text says that they are for children."""

from __future__ import annotations

import re

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Description, ObjectRequest

__all__ = ["child_sized"]

_FOR_CHILDREN = word_set(
    """kid kids kid's kids' child children child's children's kindergarten nursery playroom preschool pre-school daycare creche
    toddler toddlers toddler's toddlers'"""
)
"""Words before the first thing of a text that make its place one for small children."""
_TEENAGERS = word_set("teen teens teenager teenagers teenager's teenage grandchildren parents adults")
_SMALL = {
    "table": "kids table",
    "chair": "kids chair",
    "stool": "kids chair",
    "tent": "play tent",
    "train": "toy train",
}
"""What is made for children -> the catalogue's object of their size."""
_AT_DESK = "school chair"
_OWN = re.compile(r"(?i)\b(?:tables?|chairs?|stools?)\b[^.;,]{0,20} for (?:\w+ )?(?:kids|children|toddlers)\b")
_PLACE = re.compile(r"(?i)^.*?(?=\bwith\b|[.,:;]|\bhas\b|\bhaving\b|$)")


def child_sized(description: Description, request: ObjectRequest, kind: str) -> str:
    """The catalogue's object of a child's size for a table, a chair or a tent that children use; '' for others. `kind`: of the room."""
    small = _SMALL.get(request.head, "") if request.words.split()[-1] == request.head else ""
    named = set(request.words.split()) - {request.head, "low", "little", "small", "tiny"}
    if not small or named or not (_is_for_children(description, kind) or _OWN.search(description.text)):
        return ""
    return _AT_DESK if request.head == "chair" and _is_at_desk(description) else small


def _is_for_children(description: Description, kind: str) -> bool:
    """Whether the place is one for small children."""
    place = _PLACE.match(description.text)
    said = set(re.findall(r"[\w'-]+", f"{kind} {description.place} {place[0] if place else ''}".lower()))
    return bool(_FOR_CHILDREN & said) and not _TEENAGERS & said


def _is_at_desk(description: Description) -> bool:
    """Whether the chair goes with a desk, which is of the usual height, and not with a table."""
    heads = {r.head for r in description.requests if r.count > 0 and not r.expected}
    return "desk" in heads and "table" not in heads

"""Links between requests as bonds between single things: which lamp stands on which nightstand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from app.agent.description import Description, Link
from app.agent.selection import Choice, Item

__all__ = ["Bond", "bonds_of", "instances"]


@dataclass(frozen=True)
class Bond:
    """`item` stands in a relation to other things (`anchors`), or to a `place` of the room. Kinds as in :class:`Link`."""

    kind: str
    item: Item
    anchors: tuple[Item, ...] = ()
    place: str = ""
    detail: str = ""
    rank: int = 0  # which of `total` things that have this bond to the anchor
    total: int = 1
    link: int = -1


def instances(choices: list[Choice]) -> dict[int, list[Item]]:
    """The things of every request, by the request's index."""
    return {choice.request.index: [Item(choice, k) for k in range(choice.request.count)] for choice in choices}


def bonds_of(description: Description, items: dict[int, list[Item]]) -> list[Bond]:
    """Every link, spread over the things that it means."""
    out: list[Bond] = []
    used: dict[tuple[int, str], int] = defaultdict(int)
    taken: dict[int, int] = defaultdict(int)
    for number, link in enumerate(description.links):
        subjects = items.get(link.subject, [])
        if link.subject_count is not None and link.subject_count < len(subjects):
            first = taken[link.subject] if taken[link.subject] + link.subject_count <= len(subjects) else 0
            subjects = subjects[first : first + link.subject_count]
            taken[link.subject] = first + link.subject_count
        if not subjects:
            continue
        if link.place:
            out += [
                Bond(link.kind, s, (), link.place, link.detail, k, len(subjects), number)
                for k, s in enumerate(subjects)
            ]
            continue
        anchors = [a for index in link.anchors for a in items.get(index, [])]
        if not anchors:
            continue
        if link.kind == "between":
            out += [
                Bond("between", s, tuple(anchors[:2]), "", link.detail, k, len(subjects), number)
                for k, s in enumerate(subjects)
            ]
            continue
        out += _spread(link, subjects, anchors, used, number)
    return out


def _spread(
    link: Link, subjects: list[Item], anchors: list[Item], used: dict[tuple[int, str], int], number: int
) -> list[Bond]:
    """n things over m anchors: evenly, neighbours together; one named of several is the one least used so far."""
    if link.anchor_count is not None and link.anchor_count < len(anchors):
        key = (anchors[0].request, "one")
        first = used[key] % len(anchors)
        used[key] += link.anchor_count
        anchors = [anchors[(first + k) % len(anchors)] for k in range(link.anchor_count)]
    n, m = len(subjects), len(anchors)
    if m > 1 and link.kind in ("around", "facing") and n < m:
        anchors, m = anchors[:1], 1
    counts: dict[int, int] = defaultdict(int)
    pairs = [(s, anchors[k * m // n if n >= m else k % m]) for k, s in enumerate(subjects)]
    for _, a in pairs:
        counts[id(a)] += 1
    ranks: dict[int, int] = defaultdict(int)
    out = []
    for s, a in pairs:
        out.append(Bond(link.kind, s, (a,), "", link.detail, ranks[id(a)], counts[id(a)], number))
        ranks[id(a)] += 1
    return out

"""Questions of how things lie to each other: what is on the table, is the lamp left of the bed, where is the cat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scene.semantics.asking_answers import Answer, Fact, NotAnswered, listed, spoken_length, spoken_name
from scene.semantics.asking_forms import Form
from scene.semantics.asking_phrases import Phrases, Selection, bare_phrase
from scene.semantics.asking_words import THINGS
from scene.semantics.spoken import find_relation

__all__ = ["FORMS"]

_BE = r"(?:is|are|was|were)"
_STANDS = r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|leans?|belongs?|goes)"
_SAID = {
    "on": "on", "inside": "in", "under": "under", "above": "above", "next_to": "next to", "near": "near", "far": "far from",
    "across": "across from", "against": "against", "facing": "facing", "left_of": "to the left of", "at": "at",
    "right_of": "to the right of", "in_front_of": "in front of", "behind": "behind", "nearest": "nearest to", "farthest": "farthest from",
    "between": "between",
}  # fmt: skip
_FRAMED = ("left_of", "right_of", "in_front_of", "behind")


# -- what is ... --------------------------------------------------------------------------------------------------------


def _what(phrases: Phrases, m: re.Match[str]) -> Answer | None:
    """All things that are in a relation to another: 'what is on the table', 'which chairs are next to the desk'."""
    groups = m.groupdict()
    what = groups.get("what") or "things"
    rest = find_relation(f"x {m['rest']}")
    if rest is None or rest.before != "x":
        return None
    graph = phrases.graph
    notes: list[str] = []
    everything = bare_phrase(what) in THINGS or bare_phrase(what) in ("things", "objects", "items")
    some = _candidates(phrases, rest.kind, rest.after) if everything else list(phrases.need(what).nodes)
    some = [i for i in some if i not in graph.grounds]
    found = phrases.related(some, rest.kind, rest.after, notes, direct=everything)
    if everything:
        found = _worth_naming(phrases, graph.topmost(found), rest.kind, rest.after)
    return _listed(phrases, found, rest.kind, rest.after, notes)


def _candidates(phrases: Phrases, kind: str, after: str) -> list[int]:
    """What one would name in answer: all that can be on or in a thing; of other relations what is of the same rank in the tree
    as the thing, or as something that it is a part of, and what rests on those."""
    graph = phrases.graph
    if kind == "between" or phrases.special(after):
        return [i for i in range(len(graph)) if i not in graph.grounds]
    other = phrases.need(after)
    if kind in ("on", "inside") or set(other.nodes) & graph.grounds:
        return [
            i
            for i in range(len(graph))
            if i not in graph.grounds and i not in other.nodes and graph.nodes[i].kind != "room"
        ]
    out: set[int] = set()
    for i in other.nodes:
        above = graph.nodes[i].parent
        while above >= 0:
            out.update(graph.children[above])
            above = graph.nodes[above].parent
    out |= {c for i in out if graph.nodes[i].kind == "room" for c in graph.children[i]}
    related = {i for i in out if any(graph.related(i, k) for k in other.nodes)}
    return sorted(out - graph.grounds - related)


def _worth_naming(phrases: Phrases, found: list[int], kind: str, after: str) -> list[int]:
    """Of all that is in a relation what people would name: above a table is not what stands on it; against a wall is what stands there, not
    what hangs on it; next to a bed is the nightstand, not the lamp on it too."""
    graph = phrases.graph
    if kind == "above" and not phrases.special(after):
        others = phrases.need(after).nodes
        return [i for i in found if not any(graph.stands_on(i, k) for k in others)]
    if kind == "against":
        return [
            i
            for i in found
            if not graph.spatial.hung[i] and (not graph.rests_on[i] or graph.grounds & set(graph.rests_on[i]))
        ]
    if kind in ("next_to", "near", "at"):
        return [i for i in found if not any(k != i and graph.stands_on(i, k) for k in found)]
    return found


def _listed(phrases: Phrases, found: Sequence[int], kind: str, after: str, notes: list[str]) -> Answer:
    graph = phrases.graph
    paths = tuple(graph.nodes[i].path for i in found)
    text = listed([spoken_name(graph, i) for i in found], 20) if found else f"nothing is {_SAID[kind]} {after}"
    facts = [Fact(_SAID[kind], paths)]
    if found and not phrases.special(after) and kind not in ("between", "on", "inside"):
        others = phrases.need(after).nodes
        for i in found:
            gap = min(float(graph.spatial.gap([i], [k])[0]) for k in others)
            facts.append(Fact("distance", (graph.nodes[i].path,), gap))
    if kind in _FRAMED:
        notes = [*notes, _frame(phrases, after)]
    return Answer("relation", paths, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _frame(phrases: Phrases, after: str) -> str:
    return (
        "as seen from the main camera"
        if phrases.view
        else f"from {after}'s own point of view: its left is its own left hand"
    )


# -- is ... -------------------------------------------------------------------------------------------------------------


def _is(phrases: Phrases, m: re.Match[str]) -> Answer | None:
    """'Is the lamp on the desk': every place at which a preposition stands is tried."""
    text = m["text"]
    problem: NotAnswered | None = None
    start = 0
    while (split := find_relation(text, start=start)) is not None:
        start = split.end
        before = re.sub(r"\s+(?:not|both|all|directly|right|close|currently|also)$", "", split.before)
        every = bool(re.match(r"(?:all|both|each|every)\b", before)) or bool(
            re.search(r"\b(?:all|both)$", split.before)
        )
        if not before:
            continue
        first = phrases.select(before)
        if not first.nodes:
            first = phrases.select(re.sub(r"\s+(?:stand|sit|lie|hang|rest|lean)$", "", before))
        if not first.nodes:
            problem = problem or NotAnswered(phrases.missing(before), "relation")
            continue
        try:
            return _judged(phrases, first, split.kind, split.after, every)
        except NotAnswered as error:
            problem = problem or error
    if problem is not None:
        raise problem
    return None


def _judged(phrases: Phrases, first: Selection, kind: str, after: str, every: bool) -> Answer:
    graph = phrases.graph
    notes = list(first.notes)
    found = phrases.related(first.nodes, kind, after, notes)
    every = every or (first.plural and first.definite)
    value = len(found) == len(first.nodes) if every else bool(found)
    if first.ambiguous:
        notes.append(f"there are {len(first.nodes)} that 'the {first.text}' can mean; one of them is enough")
    paths = tuple(graph.nodes[i].path for i in found)
    facts = [Fact(_SAID[kind], paths)]
    facts += _measured(phrases, found or first.nodes, after, kind)
    if kind in _FRAMED:
        notes.append(_frame(phrases, after))
    which = listed([spoken_name(graph, i) for i in (found or first.nodes)], 6)
    verb = f"{'are' if len(found or first.nodes) > 1 else 'is'}{'' if found else ' not'}"
    text = f"{'yes' if value else 'no'}: {which} {verb} {_SAID[kind]} {after}"
    if not found:
        text += _instead(phrases, first.nodes[0])
    return Answer("relation", value, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _measured(phrases: Phrases, nodes: Sequence[int], after: str, kind: str) -> list[Fact]:
    """How far the things that are judged are from what they are judged by."""
    if kind == "between" or phrases.special(after):
        return []
    graph = phrases.graph
    others = [k for k in phrases.need(after).nodes if k not in graph.grounds or graph.nodes[k].wall is not None]
    out = []
    for i in list(nodes)[:6]:
        near = [(float(graph.spatial.gap([i], [k])[0]), k) for k in others if not graph.related(i, k)]
        if near:
            gap, k = min(near)
            out.append(Fact("distance", (graph.nodes[i].path, graph.nodes[k].path), gap))
            if kind in _FRAMED:
                side = int(graph.spatial.quarter([i], [k])[0])
                out.append(Fact("lies", (graph.nodes[i].path, graph.nodes[k].path), _SAID[_FRAMED[side]]))
    return out


def _instead(phrases: Phrases, i: int) -> str:
    place = place_of(phrases, i, short=True)
    return f"; it is {place}" if place else ""


# -- where, facing ------------------------------------------------------------------------------------------------------


def place_of(phrases: Phrases, i: int, *, short: bool = False) -> str:
    """Where a thing is, in words: what holds it, the wall and corner that it is at, and what is beside it."""
    graph = phrases.graph
    said = []
    node = graph.nodes[i]
    if node.wall is not None and node.kind == "room":
        return f"in the {node.wall} wall" if not node.name.startswith("wall") else f"the {node.wall} side of the room"
    inside = graph.topmost(graph.within[i])
    if inside:
        said.append(f"in {spoken_name(graph, inside[0])}")
    on = [k for k in graph.rests_on[i] if k != 0]
    deepest = [k for k in on if not any(graph.holds(c, k) for c in on)]
    if deepest and not inside:
        said.append("on " + listed([_named(phrases, k) for k in deepest], 2))
    elif not on and 0 in graph.rests_on[i]:
        said.append("on the ground")
    rows = [i]
    spatial = graph.spatial
    walls = [w for w in ("left", "right", "back", "front") if float(spatial.wall_gap(rows, w)[0]) <= 0.15]
    standing = not on or any(k in graph.grounds for k in on)
    if graph.room is not None and walls and standing:
        said.append(
            f"{'on' if spatial.hung[i] else 'against'} the {listed(walls[:1] if spatial.hung[i] else walls)} wall"
        )
    elif not on and graph.room is not None and bool(spatial.holds("hanging", rows)[0]):
        said.append("hanging from the ceiling")
    if short:
        return ", ".join(said)
    near = _beside(phrases, i)
    if near:
        said.append("next to " + listed([spoken_name(graph, k) for k in near]))
    return ", ".join(said)


def _named(phrases: Phrases, i: int) -> str:
    name = phrases.graph.nodes[i].name
    return f"the {name}" if phrases.graph.nodes[i].kind == "room" else spoken_name(phrases.graph, i)


def _beside(phrases: Phrases, i: int) -> list[int]:
    graph = phrases.graph
    parent = graph.nodes[i].parent
    some = [
        k
        for k in (graph.children[parent] if parent >= 0 else ())
        if k not in graph.grounds and graph.nodes[k].kind != "room"
    ]
    found = phrases.spoken.fitting("next_to", some, i)
    return sorted(found, key=lambda k: (float(graph.spatial.gap([i], [k])[0]), graph.nodes[k].path))[:2]


def _where(phrases: Phrases, m: re.Match[str]) -> Answer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    told, facts = [], []
    for i in found.nodes[:6]:
        place = place_of(phrases, i) or "standing free"
        x, y, z = graph.nodes[i].position
        told.append(f"{spoken_name(graph, i)}: {place}" if len(found.nodes) > 1 else place)
        facts.append(Fact("position", (graph.nodes[i].path,), f"({x:.2f}, {y:.2f}, {z:.2f})"))
    return Answer("place", "; ".join(told), "; ".join(told), tuple(facts), found.notes)


def _faces(phrases: Phrases, m: re.Match[str]) -> Answer:
    first = phrases.need(m["a"])
    return _judged(phrases, first, "facing", m["b"], False)


def _what_faces(phrases: Phrases, m: re.Match[str]) -> Answer:
    """What a thing faces: the nearest that its front's ray meets, of what stands as high as it does."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    i = found.nodes[0]
    if found.ambiguous:
        raise NotAnswered(f"there are {len(found.nodes)} that 'the {found.text}' can mean; say which", "relation")
    some = _candidates(phrases, "facing", m["a"])
    met = [
        k for k in some if k != i and bool(graph.spatial.holds("facing", [i], [k])[0]) and k not in graph.rests_on[i]
    ]
    order = sorted(met, key=lambda k: (float(graph.spatial.gap([i], [k])[0]), graph.nodes[k].path))
    paths = tuple(graph.nodes[k].path for k in order[:1])
    front = graph.nodes[i].front
    text = spoken_name(graph, order[0]) if order else "nothing that is named"
    return Answer(
        "relation", paths, text, (Fact("front, degrees from +z toward +x", (graph.nodes[i].path,), front),), found.notes
    )


def _held_by(phrases: Phrases, m: re.Match[str]) -> Answer:
    """'What does the lamp stand on', 'what is the lamp on'."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    inside = (m.groupdict().get("how") or "on") in ("in", "inside")
    holders = sorted({k for i in found.nodes for k in (graph.within[i] if inside else graph.rests_on[i])})
    deepest = [k for k in holders if not any(graph.holds(k, c) for c in holders)] if inside else graph.topmost(holders)
    if not inside and any(k in graph.grounds for k in deepest):
        deepest = [k for k in holders if not any(graph.holds(k, c) for c in holders)]
    paths = tuple(graph.nodes[k].path for k in deepest)
    text = listed([_named(phrases, k) for k in deepest]) if deepest else "nothing that holds it from below was found"
    return Answer("relation", paths, text, (Fact("inside" if inside else "on", paths),), found.notes)


def _apart_from(phrases: Phrases, m: re.Match[str]) -> Answer:
    graph = phrases.graph
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    gap, i, k = min((float(graph.spatial.gap([i], [k])[0]), i, k) for i in a.nodes for k in b.nodes if i != k)
    value = gap <= 0.01
    text = f"{'yes' if value else 'no'}: {spoken_length(graph, gap)} apart"
    return Answer(
        "relation",
        value,
        text,
        (Fact("distance", (graph.nodes[i].path, graph.nodes[k].path), gap),),
        (*a.notes, *b.notes),
    )


FORMS = (
    Form("where is the lamp", rf"where {_STANDS} (?P<what>.+?)(?: located| standing| placed)?", _where),
    Form(
        "what does the sofa face",
        r"(?:what|who|which thing|which way) (?:does|do|is|are) (?P<a>.+?) (?:face|facing|look at|looking at|point at|turned to)",
        _what_faces,
    ),
    Form(
        "does the chair face the table",
        r"(?:does|do|is|are) (?P<a>.+?) (?:faces?|facing|looks? at|looking at|points? (?:at|to|towards?)) (?P<b>.+)",
        _faces,
    ),
    Form(
        "what does the lamp stand on",
        r"(?:what|which thing|who) (?:does|do|is|are|did) (?P<a>.+?)(?: (?:stand|sit|lie|rest|hang)(?:t?ing)?| lying| placed)? "
        r"(?P<how>on|in|inside)(?: top of)?",
        _held_by,
    ),
    Form("", r"(?:what|which thing) (?:supports|holds|carries) (?P<a>the .+)", _held_by),
    Form(
        "do the bed and the wall touch",
        r"(?:does|do) (?P<a>.+?) (?:and|touch) (?P<b>.+?)(?: touch(?: each other)?)?",
        _apart_from,
    ),
    Form(
        "what is on the table, what stands against the wall",
        rf"(?:what|who)(?: else)?(?: things?| objects?| items?)?(?: all)? {_STANDS} (?P<rest>.+)",
        _what,
    ),
    Form("which chairs are next to the desk", rf"(?:which|what)(?: of)? (?P<what>.+?) {_STANDS} (?P<rest>.+)", _what),
    Form(
        "",
        r"(?:list|name)(?: all| everything)? (?:of )?(?:the )?(?P<what>.+?)?(?: that are| which are)? "
        r"(?P<rest>(?:on|in|under|near|next to|behind|above) .+)",
        _what,
    ),
    Form("is the lamp on the desk, is the chair to the left of the bed", rf"{_BE} (?P<text>.+)", _is),
    Form("does the lamp stand on the desk", r"(?:does|do|did) (?P<text>.+)", _is),
)

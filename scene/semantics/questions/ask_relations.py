"""Questions of how things lie to each other: what is on the table, is the lamp left of the bed, where is the cat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english.relations import Meaning
from scenewright.scene.semantics.questions.ask_places import place_of
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, listed, spoken_name
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases, Selection, bare_phrase
from scenewright.scene.semantics.questions.asking_words import THINGS
from scenewright.scene.semantics.questions.spoken import find_relation
from scenewright.scene.semantics.scene_graph.graph_edges import FLAT

__all__ = ["FORMS", "candidates", "said"]

_BE = r"(?:is|are|was|were)"
_STANDS = r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|leans?|belongs?|goes)"
_SAID = {
    "at": "at",
    "inside": "in", "next_to": "next to", "far": "far from", "across": "across from", "left_of": "to the left of",
    "right_of": "to the right of", "in_front_of": "in front of", "nearest": "nearest to", "farthest": "farthest from",
    "attached": "attached to", "apart": "away from", "away": "turned away from", "flank": "on either side of",
    "centre": "in the middle of", "end": "at the end of",
}  # fmt: skip
_SAID_TURNED = {"around": "surrounded by", "flank": "flanked by"}
_FRAMED = ("left_of", "right_of", "in_front_of", "behind")


def said(meaning: Meaning) -> str:
    """A relation as an answer says it."""
    if meaning.measured:
        least, most = meaning.beyond, meaning.within
        plain = f"within {most:g} m of" if least is None else f"at least {least:g} m from"
        plain = f"{least:g} to {most:g} m from" if least is not None and most is not None else plain
        return f"not {plain}" if meaning.denied else plain
    plain = (
        _SAID_TURNED[meaning.kind] if meaning.turned else _SAID.get(meaning.word, _SAID.get(meaning.kind, meaning.kind))
    )
    return f"not {plain}" if meaning.denied else plain


# -- what is ... --------------------------------------------------------------------------------------------------------


def _what(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """All things that are in a relation to another: 'what is on the table', 'which chairs are next to the desk'."""
    groups = m.groupdict()
    what = groups.get("what") or "things"
    rest = find_relation(f"x {m['rest']}")
    if rest is None or rest.before != "x":
        return None
    graph, meaning = phrases.graph, rest.meaning
    notes: list[str] = []
    everything = bare_phrase(what) in THINGS or bare_phrase(what) in ("things", "objects", "items")
    some = candidates(phrases, meaning, rest.after) if everything else list(phrases.need(what).nodes)
    some = [i for i in some if i not in graph.grounds]
    found = phrases.related(some, meaning, rest.after, notes, direct=everything)
    if everything:
        if not found and meaning == Meaning("on"):  # all that is there is of the thing itself: a bed's pillows
            found = [i for i in phrases.related(some, meaning, rest.after, notes) if _is_small_part(phrases, i)]
        found = _worth_naming(phrases, graph.topmost(found), meaning, rest.after)
    return _listed(phrases, found, meaning, rest.after, notes)


def candidates(phrases: Phrases, meaning: Meaning, after: str) -> list[int]:
    """What one would name in answer: all that can be on or in a thing; of other relations what is of the same rank in the tree
    as the thing, or as something that it is a part of, and what rests on those."""
    graph, kind = phrases.graph, meaning.kind
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


def _is_small_part(phrases: Phrases, i: int) -> bool:
    """Whether a thing covers less than half of the ground of what it is a part of: a table's own top covers all."""
    node = phrases.graph.nodes[i]
    whole = phrases.graph.nodes[node.parent]
    return node.size[0] * node.size[2] < 0.5 * whole.size[0] * whole.size[2]


def _worth_naming(phrases: Phrases, found: list[int], meaning: Meaning, after: str) -> list[int]:
    """Of all that is in a relation what people would name: above a table is not what stands on it; against a wall is what stands there, not
    what hangs on it; next to a bed is the nightstand, not the lamp on it too."""
    graph, kind = phrases.graph, meaning.kind
    if meaning.denied:
        return found
    if kind == "above" and not phrases.special(after):
        others = phrases.need(after).nodes
        return [i for i in found if not any(graph.stands_on(i, k) for k in others)]
    if kind == "against":
        return [
            i
            for i in found
            if not graph.spatial.hung[i] and (not graph.rests_on[i] or graph.grounds & set(graph.rests_on[i]))
        ]
    if phrases.special(after) and kind not in ("on", "attached"):
        return [i for i in found if _on_ground(phrases, i) and graph.nodes[i].kind != "room"]
    if kind in ("next_to", "near", *_FRAMED):
        return [i for i in found if any(_same_rank(phrases, i, k) for k in phrases.need(after).nodes)] or found
    return found


def _on_ground(phrases: Phrases, i: int) -> bool:
    """Whether a thing stands on the ground, or on what lies flat there (a rug)."""
    graph = phrases.graph
    flat = {k for k in graph.rests_on[i] if graph.nodes[k].size[1] <= FLAT and k not in graph.grounds}
    return bool(graph.grounds & {*graph.rests_on[i], *(g for k in flat for g in graph.rests_on[k])})


def _same_rank(phrases: Phrases, i: int, other: int) -> bool:
    """Whether people would name one thing by the place of another: both stand on the ground, hang, or rest on the same thing."""
    rests = phrases.graph.rests_on
    low = [not rests[k] or _on_ground(phrases, k) for k in (i, other)]
    return all(low) or bool(set(rests[i]) & set(rests[other]) - phrases.graph.grounds)


def _listed(phrases: Phrases, found: Sequence[int], meaning: Meaning, after: str, notes: list[str]) -> GraphAnswer:
    graph, kind, spoken = phrases.graph, meaning.kind, said(meaning)
    paths = tuple(graph.nodes[i].path for i in found)
    text = listed([spoken_name(graph, i) for i in found], 20) if found else f"nothing is {spoken} {after}"
    facts = [Fact(spoken, paths)]
    if found and not phrases.special(after) and kind not in ("between", "on", "inside"):
        others = phrases.need(after).nodes
        for i in found:
            gap = min(float(graph.spatial.gap([i], [k])[0]) for k in others)
            facts.append(Fact("distance", (graph.nodes[i].path,), gap))
    if kind in _FRAMED:
        notes = [*notes, _frame(phrases, after)]
    return GraphAnswer("relation", paths, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _frame(phrases: Phrases, after: str) -> str:
    return (
        "as seen from the main camera"
        if phrases.view
        else f"from {after}'s own point of view: its left is its own left hand"
    )


# -- is ... -------------------------------------------------------------------------------------------------------------


def _is(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """'Is the lamp on the desk': every place at which a preposition stands is tried."""
    text = m["text"]
    problem: NotAnswered | None = None
    start = 0
    while (split := find_relation(text, start=start)) is not None:
        start = split.end
        before = re.sub(r"\s+(?:both|all)$", "", split.before)
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
            return _judged(phrases, first, split.meaning, split.after, every)
        except NotAnswered as error:
            problem = problem or error
    if problem is not None:
        raise problem
    return None


def _judged(phrases: Phrases, first: Selection, meaning: Meaning, after: str, every: bool) -> GraphAnswer:
    graph, kind = phrases.graph, meaning.kind
    notes = list(first.notes)
    found = phrases.related(first.nodes, meaning, after, notes)
    every = every or (first.plural and first.definite)
    value = len(found) == len(first.nodes) if every else bool(found)
    if first.ambiguous:
        notes.append(f"there are {len(first.nodes)} that 'the {first.text}' can mean; one of them is enough")
    paths = tuple(graph.nodes[i].path for i in found)
    facts = [Fact(said(meaning), paths)]
    facts += _measured(phrases, found or first.nodes, after, kind)
    if kind in _FRAMED:
        notes.append(_frame(phrases, after))
    which = listed([spoken_name(graph, i) for i in (found or first.nodes)], 6)
    holds = bool(found) != meaning.denied
    verb = f"{'are' if len(found or first.nodes) > 1 else 'is'}{'' if holds else ' not'}"
    text = f"{'yes' if value else 'no'}: {which} {verb} {said(replace(meaning, denied=False))} {after}"
    if not found and not meaning.denied:
        text += _instead(phrases, first.nodes[0])
    return GraphAnswer("relation", value, text, tuple(facts), tuple(dict.fromkeys(notes)))


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
                out.append(
                    Fact("lies", (graph.nodes[i].path, graph.nodes[k].path), _SAID.get(_FRAMED[side], _FRAMED[side]))
                )
    return out


def _instead(phrases: Phrases, i: int) -> str:
    place = place_of(phrases, i, short=True)
    return f"; it is {place}" if place else ""


# -- facing, held by ----------------------------------------------------------------------------------------------------


def _faces(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    first = phrases.need(m["a"])
    return _judged(phrases, first, Meaning("facing"), m["b"], False)


def _anything(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    listing = _what(phrases, m)
    if listing is None or not isinstance(listing.value, tuple):
        return listing
    value = bool(listing.value) != (m["word"] == "nothing")
    return GraphAnswer("relation", value, f"{'yes' if value else 'no'}: {listing.text}", listing.basis, listing.notes)


FORMS = (
    Form(
        "is anything under the bed", rf"{_BE} (?:there )?(?P<word>anything|something|nothing) (?P<rest>.+)", _anything
    ),
    Form(
        "does the chair face the table",
        r"(?:does|do|is|are) (?P<a>.+?) (?:faces?|facing|looks? at|looking at|points? (?:at|to|towards?)) (?P<b>(?!away from ).+)",
        _faces,
    ),
    Form(
        "what is on the table",
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
    Form("is the chair to the left of the bed", rf"{_BE} (?P<text>.+)", _is),
    Form("does the lamp stand on the desk", r"(?:does|do|did) (?P<text>.+)", _is),
)

"""Questions of spatial relations: what is on the table, is the lamp left of the bed, where is the cat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import Meaning
from scenewright.scene.layout.relations import FLAT
from scenewright.scene.semantics.queries import Claim, read_claims
from scenewright.scene.semantics.questions.ask_places import place_of
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, listed, spoken_name
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases, Selection, bare_phrase
from scenewright.scene.semantics.questions.asking_words import THINGS
from scenewright.scene.semantics.words import lexicon

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
    """The words for a relation in an answer."""
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
    """Answer *what is on the table* and *which chairs are next to the desk*: all things in a relation to another."""
    groups = m.groupdict()
    what = groups.get("what") or "things"
    claim = next(iter(read_claims(m["rest"])), None)
    if claim is None or claim.subject:
        return None
    graph, meaning = phrases.graph, claim.meaning
    notes: list[str] = []
    everything = bare_phrase(what) in THINGS or bare_phrase(what) in ("things", "objects", "items")
    targets = _targets(phrases, claim)
    some = candidates(phrases, meaning.kind, targets) if everything else list(phrases.need(what).nodes)
    some = [i for i in some if i not in graph.grounds]
    found = _holding(phrases, some, claim, notes)
    if everything:
        if meaning == Meaning("on"):
            # name what is directly there; where there is nothing else, name parts of the thing: a bed's pillows
            small = [i for i in found if _is_small_part(phrases, i)]
            found = [i for i in found if _itself_on(phrases, i, targets)] or small
        found = _worth_naming(phrases, graph.topmost(found), claim, targets)
    return _listed(phrases, found, claim, targets, notes)


def _targets(phrases: Phrases, claim: Claim) -> list[int]:
    """The nodes that the first relation of a claim is to; empty for a place of the room."""
    return [i for one in phrases.targets(claim.where[0], []) for i in one.nodes]


def _holding(phrases: Phrases, some: Sequence[int], claim: Claim, notes: list[str]) -> list[int]:
    """The nodes of `some` for which all relations of a claim hold."""
    found = list(some)
    for where in claim.where:
        found = phrases.placed(found, where, notes)
    return found


def _itself_on(phrases: Phrases, i: int, targets: Sequence[int]) -> bool:
    """Whether a thing is directly on one of the targets, with nothing in between."""
    graph = phrases.graph
    return not targets or bool(set(targets) & (set(graph.rests_on[i]) | graph.grounds)) or bool(graph.spatial.hung[i])


def candidates(phrases: Phrases, kind: str, targets: Sequence[int]) -> list[int]:
    """The nodes that an answer may name. For *on*, *inside* and the like, and without targets, these are all things. For other relations
    they are the siblings of the targets and of the wholes that these belong to."""
    graph = phrases.graph
    if kind in ("on", "inside", "against", "attached") or set(targets) & graph.grounds:
        return [
            i
            for i in range(len(graph))
            if i not in graph.grounds and i not in targets and graph.nodes[i].kind != "room"
        ]
    if kind == "between" or not targets:
        return [i for i in range(len(graph)) if i not in graph.grounds]
    out: set[int] = set()
    for i in targets:
        above = graph.nodes[i].parent
        while above >= 0:
            out.update(graph.children[above])
            above = graph.nodes[above].parent
    out |= {c for i in out if graph.nodes[i].kind == "room" for c in graph.children[i]}
    related = {i for i in out if any(graph.related(i, k) for k in targets)}
    return sorted(out - graph.grounds - related)


def _is_small_part(phrases: Phrases, i: int) -> bool:
    """Whether a part has less than half of the footprint of its whole: a table's own top covers all of it."""
    node = phrases.graph.nodes[i]
    whole = phrases.graph.nodes[node.parent]
    return node.size[0] * node.size[2] < 0.5 * whole.size[0] * whole.size[2]


def _what_kind(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what kind of fruit is in the bowl*: the names of such things, where they are things of their own.

    Raises:
        NotAnswered: they are not, or their names say no more than the question.
    """
    rest = m["rest"] or ""
    found = phrases.select(f"{m['what']} {rest}".strip())
    said = bare_phrase(m["what"])
    names = tuple(dict.fromkeys(phrases.graph.nodes[i].word for i in found.nodes))
    told = tuple(n for n in names if n and lexicon.singular(n) != lexicon.singular(said) and " of " not in n)
    if not told:
        raise NotAnswered(
            f"the scene does not tell what kind of {said} {'is ' + rest if rest else 'it is'}", "relation"
        )
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    return GraphAnswer("relation", paths, listed(told), (Fact("found", paths),), found.notes)


def _worth_naming(phrases: Phrases, found: list[int], claim: Claim, targets: Sequence[int]) -> list[int]:
    """The things in a relation that people would name. Above a table: not what stands on it. Against a wall: what stands there, not what
    hangs on it. Next to a bed: the nightstand, not the lamp on the nightstand."""
    graph, kind = phrases.graph, claim.meaning.kind
    if claim.meaning.denied:
        return found
    if kind == "above" and targets:
        return [i for i in found if not any(graph.stands_on(i, k) for k in targets)]
    if kind == "against":
        return [
            i
            for i in found
            if not graph.spatial.hung[i] and (not graph.rests_on[i] or graph.grounds & set(graph.rests_on[i]))
        ]
    if not targets and claim.where[0].kind in ("corner", "middle"):
        return [i for i in found if _on_ground(phrases, i) and graph.nodes[i].kind != "room"]
    if kind in ("next_to", "near", *_FRAMED):
        return [i for i in found if any(_same_rank(phrases, i, k) for k in targets)] or found
    return found


def _on_ground(phrases: Phrases, i: int) -> bool:
    """Whether a thing stands on the ground, or on what lies flat there (a rug)."""
    graph = phrases.graph
    flat = {k for k in graph.rests_on[i] if graph.nodes[k].size[1] <= FLAT and k not in graph.grounds}
    return bool(graph.grounds & {*graph.rests_on[i], *(g for k in flat for g in graph.rests_on[k])})


def _same_rank(phrases: Phrases, i: int, other: int) -> bool:
    """Whether people would locate one thing by the other: both stand on the ground or hang, or both rest on the same thing."""
    rests = phrases.graph.rests_on
    low = [not rests[k] or _on_ground(phrases, k) for k in (i, other)]
    return all(low) or bool(set(rests[i]) & set(rests[other]) - phrases.graph.grounds)


def _listed(
    phrases: Phrases, found: Sequence[int], claim: Claim, targets: Sequence[int], notes: list[str]
) -> GraphAnswer:
    graph, kind, spoken = phrases.graph, claim.meaning.kind, said(claim.meaning)
    paths = tuple(graph.nodes[i].path for i in found)
    text = listed([spoken_name(graph, i) for i in found], 20) if found else f"nothing is {spoken} {claim.after}"
    if not found and kind == "inside":
        filled = [graph.nodes[i].word for i in targets if " of " in graph.nodes[i].word]
        if filled:  # 'bowl of fruit' is one thing
            raise NotAnswered(f"the scene does not tell what is in it: {filled[0]!r} is one thing here", "relation")
    facts = [Fact(spoken, paths)]
    if targets and kind not in ("between", "on", "inside"):
        for i in found:
            gap = min(float(graph.spatial.gap([i], [k])[0]) for k in targets)
            facts.append(Fact("distance", (graph.nodes[i].path,), gap))
    if kind in _FRAMED:
        notes = [*notes, _frame(phrases, claim.after, targets)]
    return GraphAnswer("relation", paths, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _frame(phrases: Phrases, after: str, targets: Sequence[int]) -> str:
    view = phrases.view
    if view.kind == "own" and targets and all(phrases.places.frontless(t) for t in targets):
        return f"as seen from the main camera, since {after} has no front"
    return {
        "picture": "as seen from the main camera",
        "plan": "as seen on the plan, from above",
        "facing": f"as somebody sees it who looks at {view.viewer or after}",
        "thing": f"as seen from {view.viewer}",
    }.get(view.kind, f"from {after}'s own point of view: its left is its own left hand")


# -- is ... -------------------------------------------------------------------------------------------------------------


def _is(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is the lamp on the desk*. Every claim that the sentence may make is tried."""
    problem: NotAnswered | None = None
    for claim in read_claims(m["text"]):
        subject = re.sub(r"\s+(?:both|all)$", "", claim.subject)
        every = bool(re.match(r"(?:all|both|each|every)\b", subject)) or subject != claim.subject
        if not subject:
            continue
        first = phrases.select(subject)
        if not first.nodes:
            first = phrases.select(re.sub(r"\s+(?:stand|sit|lie|hang|rest|lean)$", "", subject))
        if not first.nodes:
            problem = problem or NotAnswered(phrases.missing(subject), "relation")
            continue
        try:
            return _judged(phrases, first, claim, every)
        except NotAnswered as error:
            problem = problem or error
    if problem is not None:
        raise problem
    return None


def _judged(phrases: Phrases, first: Selection, claim: Claim, every: bool) -> GraphAnswer:
    graph, meaning = phrases.graph, claim.meaning
    notes = list(first.notes)
    found = _holding(phrases, first.nodes, claim, notes)
    every = every or (first.plural and first.definite)
    value = len(found) == len(first.nodes) if every else bool(found)
    if first.ambiguous:
        notes.append(f"there are {len(first.nodes)} that 'the {first.text}' can mean; one of them is enough")
    paths = tuple(graph.nodes[i].path for i in found)
    facts = [Fact(said(meaning), paths)]
    facts += _measured(phrases, found or first.nodes, claim)
    if meaning.kind in _FRAMED:
        notes.append(_frame(phrases, claim.after, _targets(phrases, claim)))
    which = listed([spoken_name(graph, i) for i in (found or first.nodes)], 6)
    holds = bool(found) != meaning.denied
    verb = f"{'are' if len(found or first.nodes) > 1 else 'is'}{'' if holds else ' not'}"
    text = f"{'yes' if value else 'no'}: {which} {verb} {said(replace(meaning, denied=False))} {claim.after}"
    if not found and not meaning.denied:
        text += _instead(phrases, first.nodes[0])
    return GraphAnswer("relation", value, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _measured(phrases: Phrases, nodes: Sequence[int], claim: Claim) -> list[Fact]:
    """Facts for the distances between the things judged and the targets of the claim."""
    graph, kind = phrases.graph, claim.meaning.kind
    if kind == "between":
        return []
    targets = _targets(phrases, claim)
    others = [k for k in targets if k not in graph.grounds or graph.nodes[k].wall is not None]
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


def _faces(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    claim = next(iter(read_claims(f"facing {m['b']}")), None)
    return None if claim is None else _judged(phrases, phrases.need(m["a"]), claim, False)


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
        "",
        rf"(?:what|which) (?:kind|sort|type|variety)s? of (?P<what>.+?) {_STANDS}(?: there)?(?: (?P<rest>.+))?",
        _what_kind,
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

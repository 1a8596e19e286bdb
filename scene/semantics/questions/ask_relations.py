"""Questions of spatial relations: what is on the table, is the lamp left of the bed, where is the cat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import Meaning
from scenewright.scene.semantics.queries import HOLDS, Claim, read_claims
from scenewright.scene.semantics.questions.ask_directions import (
    FRAMED,
    SAID_SIDES,
    frame,
    frame_said,
    sides,
    told_sides,
)
from scenewright.scene.semantics.questions.ask_places import on_ground, place_of, same_rank
from scenewright.scene.semantics.questions.asking_answers import (
    Fact,
    GraphAnswer,
    NotAnswered,
    listed,
    sentence,
    verdict,
)
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.asking_words import THINGS
from scenewright.scene.semantics.questions.missing_things import is_person, missing
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import bare_phrase

__all__ = ["ANYTHING", "FORMS", "candidates", "said", "things_in_relation"]

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


def things_in_relation(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *what is on the table* and *which chairs are next to the desk*: all things in a relation to another."""
    groups = m.groupdict()
    what = groups.get("what") or "things"
    phrases.people = m[0].startswith("who ") or (groups.get("word") or "").endswith(("one", "body"))
    rest, _, but = m["rest"].partition(" except ")
    claim = next(iter(read_claims(rest)), None)
    if claim is None or claim.subject:
        return None
    graph, meaning = phrases.graph, claim.meaning
    notes: list[str] = []
    left_out = set(phrases.need(but).nodes) if but else set()
    everything = bare_phrase(what) in THINGS or bare_phrase(what) in ("things", "objects", "items")
    targets = _targets(phrases, claim)
    some = _candidates(phrases, meaning, targets) if everything else list(phrases.need(what).nodes)
    some = [i for i in some if i not in graph.grounds and not any(graph.related(i, k) for k in left_out)]
    found = _holding(phrases, some, claim, notes)
    if re.search(r"\bhang(?:s|ing)?\b", m[0]) and not meaning.denied and (graph.grounds & set(targets) or not targets):
        found = [i for i in found if _hangs(phrases, i)]
    if phrases.people:
        found = [i for i in found if is_person(phrases, i)]
    if everything:
        if meaning == Meaning("on"):
            # name what is directly there, with a stack all of it; where there is nothing else, parts of the thing: a bed's pillows
            small = [i for i in found if _is_small_part(phrases, i)]
            found = [i for i in found if _itself_on(phrases, i, targets)] or small
        if meaning.kind == "inside":  # its own handle is not what is in it, if something else is
            found = [i for i in found if not any(graph.holds(k, i) for k in targets)] or found
        if meaning.kind == "centre" and targets and not meaning.denied:
            found = _most_central(phrases, found, targets)
        found = _worth_naming(phrases, graph.topmost(found), claim, targets)
    if targets and meaning.kind in ("next_to", "near", *FRAMED):
        found = sorted(
            found, key=lambda i: (min(float(graph.spatial.gap([i], [k])[0]) for k in targets), graph.nodes[i].path)
        )
    return _listed(phrases, found, claim, targets, notes)


def _hangs(phrases: Phrases, i: int) -> bool:
    """Whether a thing, with what it is a part of, hangs on a wall or from the ceiling."""
    graph = phrases.graph
    while (above := graph.nodes[i].parent) >= 0 and above not in graph.grounds:
        i = above
    return bool(graph.spatial.hung[i]) or bool(graph.spatial.holds("hanging", [i])[0])


def _most_central(phrases: Phrases, found: Sequence[int], targets: Sequence[int]) -> list[int]:
    """Of the things in the middle of a table, those that stand on it and nearest to its middle."""
    graph = phrases.graph
    on = [i for i in found if any(graph.stands_on(i, k) or k in graph.within[i] for k in targets)]
    degrees = {i: max(phrases.places.degree("centre", i, k) for k in targets) for i in on or found}
    best = max(degrees.values(), default=0.0)
    return [i for i, degree in degrees.items() if degree >= best - 0.02]


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
    if not targets or bool(graph.spatial.hung[i]) or graph.grounds & set(targets):
        return True
    stack = [i]
    for k in stack:
        if set(targets) & set(graph.rests_on[k]):
            return True
        stack += [j for j in graph.rests_on[k] if graph.nodes[j].word == graph.nodes[i].word and j not in stack]
    floating = [k for k in stack if not graph.rests_on[k]]  # just above the target, though no surface holds it
    return any(
        t not in graph.within[k] and phrases.places.degree("on", k, t) >= HOLDS for k in floating for t in targets
    )


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


def _candidates(phrases: Phrases, meaning: Meaning, targets: Sequence[int]) -> list[int]:
    """The nodes that an answer may name: those on a side of a thing may also be on it."""
    some = candidates(phrases, meaning.kind, targets)
    if meaning.how != "half":
        return some
    on = [i for i in candidates(phrases, "on", targets) if _on_half(phrases, i, meaning, targets)]
    return sorted({*some, *on})


def _on_half(phrases: Phrases, i: int, meaning: Meaning, targets: Sequence[int]) -> bool:
    """Whether a thing is on one of the targets, of which the question means a half, and no part of it."""
    places = phrases.places
    return any(places.on_half(meaning, i, k) and not phrases.graph.related(i, k) for k in targets)


def _is_small_part(phrases: Phrases, i: int) -> bool:
    """Whether a part has less than half of the footprint of its whole: a table's own top covers all of it."""
    node = phrases.graph.nodes[i]
    whole = phrases.graph.nodes[node.parent]
    return node.size[0] * node.size[2] < 0.5 * whole.size[0] * whole.size[2]


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
        return [i for i in found if on_ground(phrases, i) and graph.nodes[i].kind != "room"]
    if on := [i for i in found if _on_half(phrases, i, claim.meaning, targets)]:
        return on
    if kind in ("next_to", "near", *FRAMED):
        return [i for i in found if any(same_rank(phrases, i, k) for k in targets)] or found
    return found


def _listed(
    phrases: Phrases, found: Sequence[int], claim: Claim, targets: Sequence[int], notes: list[str]
) -> GraphAnswer:
    graph, kind, spoken = phrases.graph, claim.meaning.kind, said(claim.meaning)
    paths = tuple(graph.nodes[i].path for i in found)
    where = claim.said if claim.said else f"{spoken} {claim.after}"
    if kind in FRAMED and targets:
        where += f", {frame_said(phrases, claim.after, (kind,))}"
    nobody = "Nobody" if phrases.people else "Nothing"
    text = f"{nobody} is {where}."
    if found:
        text = sentence(f"{phrases.names.told(found)} {phrases.names.be(found)} {where}")
    if not found and kind == "inside":
        filled = [graph.nodes[i].word for i in targets if " of " in graph.nodes[i].word]
        if filled:  # 'bowl of fruit' is one thing
            raise NotAnswered(f"the scene does not tell what is in it: the {filled[0]} is one thing here", "relation")
    facts = [Fact(spoken, paths)]
    if targets and kind not in ("between", "on", "inside"):
        for i in found:
            gap = min(float(graph.spatial.gap([i], [k])[0]) for k in targets)
            facts.append(Fact("distance", (graph.nodes[i].path,), gap))
    if kind in FRAMED:
        notes = [*notes, frame(phrases, claim.after, targets)]
    return GraphAnswer("relation", paths, text, tuple(facts), tuple(dict.fromkeys(notes)))


# -- is ... -------------------------------------------------------------------------------------------------------------


def _is(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is the lamp on the desk*. Every claim that the sentence may make is tried."""
    problem: NotAnswered | None = None
    for claim in read_claims(m["text"]):
        subject = re.sub(r"\s+(?:both|all|each|not)$", "", claim.subject)
        every = (
            bool(re.match(r"(?:all|both|each|every)\b", subject))
            or subject.split(" not")[0] != claim.subject.split(" not")[0]
        )
        subject = re.sub(r"^(?:any|some|one|either)(?: one)?(?: of)? (?:the )?", "", subject)
        if not subject:
            continue
        first = phrases.select(subject)
        if not first.nodes:
            first = phrases.select(re.sub(r"\s+(?:stand|sit|lie|hang|rest|lean)$", "", subject))
        if not first.nodes:
            problem = problem or NotAnswered(missing(phrases, subject), "relation")
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
    if meaning.kind in FRAMED:
        notes.append(frame(phrases, claim.after, _targets(phrases, claim)))
    text = _said_of(phrases, first, found, claim)
    targets = _targets(phrases, claim) if meaning.kind in FRAMED else []
    if meaning.how == "half" and any(_on_half(phrases, i, meaning, targets) for i in first.nodes):
        text += f", {frame_said(phrases, claim.after, (meaning.kind,), targets)}"
    elif len(targets) == 1 == len(first.nodes):
        told = told_sides(phrases, first.nodes[0], targets[0])
        nearly = not value and not meaning.denied and SAID_SIDES[meaning.kind] in told.split(",")[0]
        text = f"{text}, {frame_said(phrases, claim.after, (meaning.kind,), targets)}" if nearly else told
    elif not found and not meaning.denied:
        text += _instead(phrases, first.nodes[0])
    return GraphAnswer("relation", value, verdict(value, text), tuple(facts), tuple(dict.fromkeys(notes)))


def _said_of(phrases: Phrases, first: Selection, found: Sequence[int], claim: Claim) -> str:
    """Of which things a claim holds, and of which it does not."""
    meaning = claim.meaning
    where = f"{said(replace(meaning, denied=False))} {claim.after}".strip()
    having = [i for i in first.nodes if (i in found) != meaning.denied]
    lacking = [i for i in first.nodes if i not in having]
    parts = []
    for some, how in ((having, ""), (lacking, " not")):
        if some:
            everyone = len(some) == len(first.nodes) > 2
            who = (
                f"all {len(some)} {first.text}"
                if everyone and first.plural
                else phrases.names.several(some, 6, together=True)
            )
            be = phrases.names.be(some)
            if everyone and how and first.plural:
                parts.append(f"none of the {len(some)} {first.text} is {where}")
            else:
                parts.append(f"{who} {be}{how} {where}" if not parts else f"{who} {be}{how}")
    return ", ".join(parts)


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
            if kind in FRAMED:
                where = listed([SAID_SIDES[side] for side in sides(phrases, i, k)])
                out.append(Fact("lies", (graph.nodes[i].path, graph.nodes[k].path), where or "in no clear direction"))
    return out


def _instead(phrases: Phrases, i: int) -> str:
    place = place_of(phrases, i, short=True)
    it = "they are" if phrases.names.be([i]) == "are" else "it is"
    return f"; {it} {place}" if place else ""


# -- facing, held by ----------------------------------------------------------------------------------------------------


def _faces(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    if m["a"].endswith(" not") or re.match(r"(?:all|every|each|any|both|some|none|no)\b", m["a"]):
        return None
    claim = next(iter(read_claims(f"facing {m['b']}")), None)
    return None if claim is None else _judged(phrases, phrases.need(m["a"]), claim, False)


def _anything(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    listing = things_in_relation(phrases, m)
    if listing is None or not isinstance(listing.value, tuple):
        return listing
    value = bool(listing.value) != (m["word"] in ("nothing", "nobody", "no one"))
    text = listing.text[:-1]
    told = text[:1].lower() + text[1:] if text.startswith(("Nothing", "Nobody", "The ", "A ", "An ")) else text
    return GraphAnswer("relation", value, verdict(value, told), listing.basis, listing.notes)


ANYTHING = (
    Form(
        "is anything under the bed",
        rf"(?:{_BE}|can you see|do you see) (?:there )?"
        r"(?P<word>anything|something|nothing|anyone|anybody|someone|somebody|nobody|no one)(?: else)? "
        r"(?P<rest>(?!to\b|that\b|you\b|i\b).+)",
        _anything,
    ),
)
"""Asked before those of existence: *anything* and *nobody* are no things."""

FORMS = (
    Form(
        "does the chair face the table",
        r"(?:does|do|is|are) (?P<a>.+?) (?:faces?|facing|looks? at|looking at|points? (?:at|to|towards?)) (?P<b>(?!away from ).+)",
        _faces,
    ),
    Form(
        "what is on the table",
        rf"(?:what|who)(?: else)?(?: things?| objects?| items?)?(?: all)? {_STANDS} (?P<rest>.+)",
        things_in_relation,
    ),
    Form(
        "which chairs are next to the desk",
        rf"(?:which|what)(?: of)? (?P<what>.+?) {_STANDS} (?P<rest>.+)",
        things_in_relation,
    ),
    Form(
        "",
        r"(?:list|name)(?: all| everything)? (?:of )?(?:the )?(?P<what>.+?)?(?: that are| which are)? "
        r"(?P<rest>(?:on|in|under|near|next to|behind|above) .+)",
        things_in_relation,
    ),
    Form("is the chair to the left of the bed", rf"{_BE} (?P<text>.+)", _is),
    Form("does the lamp stand on the desk", r"(?:does|do|did) (?P<text>.+)", _is),
)

"""Questions of looks: what colour a thing is, what it is made of, whether it is red."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.scene.english import DETERMINERS
from scenewright.scene.language.vocabulary import find_color
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
from scenewright.scene.semantics.questions.attribute_words import attributes_of, unknowable
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import bare_phrase, claim_of, echoed
from scenewright.scene.semantics.questions.predicates import read_predicate
from scenewright.scene.semantics.questions.thing_colors import color_fact, color_share, told_color
from scenewright.scene.semantics.questions.thing_names import number_of
from scenewright.scene.semantics.scene_graph import materials_said, shape_said

__all__ = ["FORMS"]

_BE = r"(?:is|are|was|were)"
_PARTLY = 0.2
"""Least share of what is seen of a thing that an answer mentions though it is not most of it."""
_NO_SUBJECT = frozenset(("there", "it", "this", "that", "the", "a", "an"))


def _what_color(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    told: dict[str, list[int]] = {}
    values: dict[str, None] = {}
    notes = list(found.notes)
    for i in found.nodes:
        color = told_color(graph, i)
        if color is None:
            continue
        told.setdefault(color.shares or color.text, []).append(i)
        values.setdefault(color.value)
        if color.note:
            notes.append(color.note)
    if not told:
        raise NotAnswered(f"{_subject(phrases, found)} has no surface to see", "color", found.notes)
    facts = tuple(f for i in found.nodes if (f := color_fact(graph, i)) is not None)
    if len(told) == 1:
        text = f"{_subject(phrases, found, next(iter(told)))} {phrases.names.be(found.nodes)} {next(iter(told))}"
        return GraphAnswer("color", next(iter(values)), sentence(text), facts, tuple(dict.fromkeys(notes)))
    who = _groups(phrases, list(told.values()))
    parts = [f"{w} {phrases.names.be(some)} {name}" for w, (name, some) in zip(who, told.items(), strict=True)]
    text = sentence(f"they differ: {'; '.join(parts)}")
    return GraphAnswer("color", ", ".join(values), text, facts, tuple(dict.fromkeys(notes)))


def _subject(phrases: Phrases, found: Selection, said: str = "") -> str:
    """The subject of an answer: the one thing by its name, several by their number and the words of the question. `said`: what the answer
    says of it, which its name need not say first."""
    if len(found.nodes) == 1:
        name = phrases.names.the(found.nodes[0])
        return _it(phrases, found.nodes[0]) if said and set(said.split()) <= set(name.split()) else name
    if found.text in ("they", "them"):
        return "they"
    return (
        f"the {len(found.nodes)} {echoed(found.text)}"
        if found.plural
        else f"all {len(found.nodes)} that {echoed(found.text)!r} can mean"
    )


def _groups(phrases: Phrases, groups: Sequence[Sequence[int]]) -> list[str]:
    """Groups of things whose colors are told: by their names where these tell all of them apart, else by their numbers."""
    names = [[phrases.names.the(i, colored=False) for i in some] for some in groups]
    if all(name.startswith("the ") for some in names for name in some):
        return [listed(some, 4) for some in names]
    return ["one" if len(some) == 1 else f"{len(some)}" for some in groups]


def _it(phrases: Phrases, i: int) -> str:
    return "they" if phrases.names.be([i]) == "are" else "it"


def _what_shape(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what shape is the mirror*: the shape that the words of the scene state."""
    graph = phrases.graph
    found = phrases.need(m["what"])
    told = {i: shape for i in found.nodes if (shape := shape_said(graph.nodes[i])) is not None}
    if not told:
        raise NotAnswered(f"the scene does not say what shape {found.text} has", "color", found.notes)
    facts = tuple(Fact("shape said of it", (graph.nodes[i].path,), shape) for i, shape in told.items())
    shapes = tuple(dict.fromkeys(told.values()))
    untold = [i for i in found.nodes if i not in told]
    notes = (
        *found.notes,
        *([f"the scene does not say the shape of {phrases.names.several(untold, 4)}"] if untold else []),
    )
    text = sentence(f"{_subject(phrases, found)} {phrases.names.be(found.nodes)} {listed(shapes)}")
    return GraphAnswer("color", ", ".join(shapes), text, facts, notes)


def _made_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    found = phrases.need(m["what"])
    said = {phrases.graph.nodes[i].path: materials_said(phrases.graph.nodes[i]) for i in found.nodes}
    words = tuple(dict.fromkeys(w for some in said.values() for w in some))
    facts = tuple(Fact("said of it or seen", (path,), ", ".join(some) or "nothing") for path, some in said.items())
    if not words:
        raise NotAnswered(
            f"the scene does not say what {_subject(phrases, found)} {phrases.names.be(found.nodes)} made of",
            "color",
            found.notes,
        )
    plain = [w for w in words if not any(w != other and w in other.split() for other in words)]
    told: dict[str, list[int]] = {}
    for i in found.nodes:
        told.setdefault(listed([w for w in plain if w in said[phrases.graph.nodes[i].path]]), []).append(i)
    if len(told) == 1:
        text = f"{_subject(phrases, found)} {phrases.names.be(found.nodes)} made of {listed(plain)}"
    else:
        parts = [
            f"{phrases.names.several(some, 4)} {phrases.names.be(some)} made of {name}"
            if name != "nothing"
            else f"nothing is said of {phrases.names.several(some, 4)}"
            for name, some in told.items()
        ]
        text = "; ".join(parts)
    return GraphAnswer("color", ", ".join(words), sentence(text), facts, found.notes)


def _is_so(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is the sofa blue* and *are all chairs wooden*."""
    tokens = m["text"].split()
    starts = [k for k in range(1, len(tokens)) if attributes_of(_asserted(tokens[k:])) is not None]
    at = next((k for k in starts if tokens[k - 1] not in DETERMINERS), None)
    if at is None or (at == 1 and tokens[0] in _NO_SUBJECT):
        return None
    what, said = " ".join(tokens[:at]), " ".join(tokens[at:])
    what = re.sub(r" (?:not|all|both|mostly|mainly)$", "", what)
    predicate = read_predicate(said)
    if predicate is None:
        return None
    try:
        found = phrases.need(what)
    except NotAnswered:
        if claim_of(bare_phrase(what)) is None:
            raise
        return None  # 'is the case under the pine bunk': the last word belongs to the bunk
    fits = predicate(phrases, found.nodes)
    if not fits:
        _refuse_unknown(phrases, found, said)
    every = (
        (found.plural and found.definite) or bool(re.match(r"(?:all|both|each|every)\b", what)) or " all " in m["text"]
    )
    value = len(fits) == len(found.nodes) if every else bool(fits)
    facts, notes = [], list(found.notes)
    words = attributes_of(_asserted(tokens[at:])) or ""
    for i in found.nodes:
        color = told_color(phrases.graph, i)
        told = "unseen" if color is None else color.text
        facts.append(Fact("colour of its surface", (phrases.graph.nodes[i].path,), told))
        share = color_share(phrases.graph, i, words)
        if i not in fits and share >= _PARTLY:
            notes.append(f"{100 * share:.0f} % of what is seen of {phrases.names.the(i)} is {words}")
    if found.ambiguous:
        notes.append(f"there are {len(found.nodes)} that 'the {found.text}' can mean; one of them is enough")
    text = verdict(value, _how_they_are(phrases, found, fits, said, words))
    return GraphAnswer("color", value, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _how_they_are(phrases: Phrases, found: Selection, fits: Sequence[int], said: str, words: str) -> str:
    """Which of some things are what was asked, and of a color, which color they are instead."""
    denied = said.startswith("not ")
    plain = said.removeprefix("not ")
    others = [i for i in found.nodes if i not in fits]
    be_not, be = (others, fits) if not denied else (fits, others)
    several = len(found.nodes) > 1

    def told(nodes: Sequence[int], how: str) -> str:
        if len(nodes) == len(found.nodes) and several:
            return (
                f"all {number_of(len(nodes), found.text)} are {how}"
                if found.plural
                else f"{phrases.names.several(nodes, 4)} are {how}"
            )
        name = phrases.names.several(nodes, 4)
        if len(nodes) == 1 and {w for w in how.split() if w != "not"} <= set(name.split()):
            name = phrases.names.several(nodes, 4, colored=False) if several else _it(phrases, nodes[0])
        return f"{name} {phrases.names.be(nodes)} {how}"

    parts = [told(be, plain)] if be else []
    if be_not:
        colors: dict[str, list[int]] = {}
        for i in be_not:
            color = told_color(phrases.graph, i) if find_color(words) is not None else None
            colors.setdefault(f"not {plain}" if color is None or color.text == plain else color.text, []).append(i)
        parts += [told(some, how) for how, some in colors.items()]
    return "; ".join(parts[:6])


def _refuse_unknown(phrases: Phrases, found: Selection, said: str) -> None:
    """Raise NotAnswered where the scene cannot tell whether an attribute holds: *open*, *modern*, *big* of a single thing."""
    told = unknowable(said)
    if told:
        raise NotAnswered(
            f"the scene does not say whether {_subject(phrases, found)} {phrases.names.be(found.nodes)} {told}",
            "color",
            found.notes,
        )


def _asserted(tokens: Sequence[str]) -> str:
    return re.sub(r"^(?:(?:not|all|both|mostly|mainly) )+", "", " ".join(tokens))


def _which_so(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *which chairs are red* and *what is made of wood*."""
    predicate = read_predicate(m["said"])
    if predicate is None:
        return None
    found = phrases.need(m["what"] or "things")
    nodes = predicate(phrases, found.nodes)
    if not nodes and unknowable(m["said"]):
        raise NotAnswered(f"the scene does not say which {echoed(m['what'] or 'things')} are {m['said']}", "color")
    if not m["what"]:
        nodes = phrases.graph.topmost(nodes)
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    if nodes:
        names = phrases.names.several(nodes)
        if set(m["said"].split()) & set(names.split()):  # 'the pink one is pink' says nothing
            names = phrases.names.several(nodes, colored=False)
        text = f"{names} {phrases.names.be(nodes)} {m['said']}"
    else:
        text = f"none of the {number_of(len(found.nodes), m['what'] or 'things')} is {m['said']}"
    return GraphAnswer("relation", paths, sentence(text), (Fact(m["said"], paths),), found.notes)


FORMS = (
    Form("", r"(?:what|which) colors? (?:does|do) (?P<what>.+?) have", _what_color),
    Form("what color is the sofa", r"(?:what|which) colors?(?: is| are)? (?P<what>.+?)", _what_color),
    Form("", r"(?:what is |what are |tell me )?the colors? of (?P<what>.+)", _what_color),
    Form(
        "what is the table made of",
        rf"(?:what|which material)(?: {_BE})? (?P<what>.+?) made (?:of|from|out of)",
        _made_of,
    ),
    Form("", rf"(?:what|which) materials? {_BE} (?P<what>.+?)(?: made (?:of|from))?", _made_of),
    Form("", r"(?:what is |what are )?the materials? of (?P<what>.+)", _made_of),
    Form("", r"(?:what|which) shape (?:does|do) (?P<what>.+?) have", _what_shape),
    Form("what shape is the mirror", rf"(?:what|which) shape(?: {_BE})? (?P<what>.+?)", _what_shape),
    Form("", r"(?:what is )?the shape of (?P<what>.+)", _what_shape),
    Form("is the sofa blue", rf"{_BE} (?!there\b)(?P<text>.+)", _is_so),
    Form("which chairs are red", rf"(?:which|what)(?: of)?(?: (?P<what>.+?))? {_BE} (?P<said>.+)", _which_so),
)

"""Questions of looks: what colour a thing is, what it is made of, whether it is red."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.scene.english import DETERMINERS
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, listed, spoken_name
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases, Selection
from scenewright.scene.semantics.questions.attribute_words import attributes_of, unknowable
from scenewright.scene.semantics.questions.predicates import read_predicate
from scenewright.scene.semantics.questions.thing_colors import color_fact, color_share, told_color
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
        told.setdefault(color.text, []).append(i)
        values.setdefault(color.value)
        if color.note:
            notes.append(color.note)
    if not told:
        return GraphAnswer("color", None, f"{found.text} has no surface to see", (), found.notes)
    facts = tuple(f for i in found.nodes if (f := color_fact(graph, i)) is not None)
    if len(told) == 1:
        return GraphAnswer("color", next(iter(values)), next(iter(told)), facts, tuple(dict.fromkeys(notes)))
    text = "; ".join(f"{name}: {listed([spoken_name(graph, i) for i in some], 4)}" for name, some in told.items())
    return GraphAnswer("color", ", ".join(values), text, facts, tuple(dict.fromkeys((*notes, "they differ"))))


def _what_shape(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what shape is the mirror*: the shape that the words of the scene state."""
    graph = phrases.graph
    found = phrases.need(m["what"])
    told = {i: shape for i in found.nodes if (shape := shape_said(graph.nodes[i])) is not None}
    if not told:
        raise NotAnswered(f"the scene does not say what shape {found.text} has", "color", found.notes)
    facts = tuple(Fact("shape said of it", (graph.nodes[i].path,), shape) for i, shape in told.items())
    shapes = tuple(dict.fromkeys(told.values()))
    untold = [spoken_name(graph, i) for i in found.nodes if i not in told]
    notes = (*found.notes, *([f"the scene does not say the shape of {listed(untold, 4)}"] if untold else []))
    return GraphAnswer("color", ", ".join(shapes), listed(shapes), facts, notes)


def _made_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    found = phrases.need(m["what"])
    said = {phrases.graph.nodes[i].path: materials_said(phrases.graph.nodes[i]) for i in found.nodes}
    words = tuple(dict.fromkeys(w for some in said.values() for w in some))
    facts = tuple(Fact("said of it or seen", (path,), ", ".join(some) or "nothing") for path, some in said.items())
    if not words:
        return GraphAnswer("color", None, f"the scene does not say what {found.text} is made of", facts, found.notes)
    return GraphAnswer("color", ", ".join(words), listed(words), facts, found.notes)


def _is_so(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is the sofa blue* and *are all chairs wooden*."""
    tokens = m["text"].split()
    at = next((k for k in range(1, len(tokens)) if attributes_of(_asserted(tokens[k:])) is not None), None)
    if at is None or tokens[at - 1] in DETERMINERS or (at == 1 and tokens[0] in _NO_SUBJECT):
        return None
    what, said = " ".join(tokens[:at]), " ".join(tokens[at:])
    what = re.sub(r" (?:not|all|both|mostly|mainly)$", "", what)
    predicate = read_predicate(said)
    if predicate is None:
        return None
    found = phrases.need(what)
    fits = predicate(phrases, found.nodes)
    if not fits:
        _refuse_unknown(phrases, found, said)
    every = (
        (found.plural and found.definite) or bool(re.match(r"(?:all|both|each|every)\b", what)) or " all " in m["text"]
    )
    value = len(fits) == len(found.nodes) if every else bool(fits)
    shown, facts, notes = [], [], list(found.notes)
    words = attributes_of(_asserted(tokens[at:])) or ""
    for i in found.nodes:
        color = told_color(phrases.graph, i)
        told = "unseen" if color is None else color.text
        shown.append(
            f"{spoken_name(phrases.graph, i)} {told if find_color(words) is not None else 'is' if i in fits else 'is not'}"
        )
        facts.append(Fact("colour of its surface", (phrases.graph.nodes[i].path,), told))
        share = color_share(phrases.graph, i, words)
        if i not in fits and share >= _PARTLY:
            notes.append(f"{100 * share:.0f} % of what is seen of {spoken_name(phrases.graph, i)} is {words}")
    if found.ambiguous:
        notes.append(f"there are {len(found.nodes)} that 'the {found.text}' can mean; one of them is enough")
    tail = "" if find_color(words) is not None else f" {said}"
    text = f"{'yes' if value else 'no'}: {listed(shown, 4)}{tail}"
    return GraphAnswer("color", value, text, tuple(facts), tuple(dict.fromkeys(notes)))


def _refuse_unknown(phrases: Phrases, found: Selection, said: str) -> None:
    """Raise NotAnswered where the scene cannot tell whether an attribute holds: *open*, *modern*, *big* of a single thing."""
    told = unknowable(said)
    if told:
        raise NotAnswered(f"the scene does not say whether {found.text} is {told}", "color", found.notes)


def _asserted(tokens: Sequence[str]) -> str:
    return re.sub(r"^(?:(?:not|all|both|mostly|mainly) )+", "", " ".join(tokens))


def _which_so(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *which chairs are red* and *what is made of wood*."""
    predicate = read_predicate(m["said"])
    if predicate is None:
        return None
    found = phrases.need(m["what"] or "things")
    nodes = predicate(phrases, found.nodes)
    if not m["what"]:
        nodes = phrases.graph.topmost(nodes)
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    text = listed([spoken_name(phrases.graph, i) for i in nodes]) if nodes else f"none of {found.text} is {m['said']}"
    return GraphAnswer("relation", paths, text, (Fact(m["said"], paths),), found.notes)


FORMS = (
    Form("what color is the sofa", r"(?:what|which) color(?: is| are)? (?P<what>.+?)", _what_color),
    Form("", r"(?:what is |tell me )?the color of (?P<what>.+)", _what_color),
    Form(
        "what is the table made of",
        rf"(?:what|which material)(?: {_BE})? (?P<what>.+?) made (?:of|from|out of)",
        _made_of,
    ),
    Form("", r"(?:what|which) shape (?:does|do) (?P<what>.+?) have", _what_shape),
    Form("what shape is the mirror", rf"(?:what|which) shape(?: {_BE})? (?P<what>.+?)", _what_shape),
    Form("", r"(?:what is )?the shape of (?P<what>.+)", _what_shape),
    Form("is the sofa blue", rf"{_BE} (?!there\b)(?P<text>.+)", _is_so),
    Form("which chairs are red", rf"(?:which|what)(?: of)?(?: (?P<what>.+?))? {_BE} (?P<said>.+)", _which_so),
)

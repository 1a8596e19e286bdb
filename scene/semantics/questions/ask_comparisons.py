"""Questions that compare sizes: which of several is the tallest, whether one is wider than another, by how much, or than a length."""

from __future__ import annotations

import re

import numpy as np

from scenewright.scene.english import SEVERAL, UNIT, metres
from scenewright.scene.semantics.questions.ask_sizes import ALIKE, HAS_SIZE, say_which
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
from scenewright.scene.semantics.questions.compared_sizes import Compared, compared, measured
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import (
    ADJECTIVES,
    LEAST,
    MEASURES,
    MORE_WORDS,
    MOST_WORDS,
    echoed,
    split_list,
)

__all__ = ["FORMS"]

_BE = r"(?:is|are|was|were)"
_OF_THEM = f"(?: of (?:the )?(?:{SEVERAL}|these|those|them))?"


def _which(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """The tallest of things named one by one, or of a kind."""
    graph = phrases.graph
    word = m["size"]
    parts = [phrases.need(p) for p in split_list(m["what"])]
    nodes = sorted({i for p in parts for i in p.nodes})
    nodes = [i for i in nodes if len(parts) > 1 or i not in graph.grounds]
    if len(nodes) < 2 and word.endswith("er"):
        raise NotAnswered(f"'{word}' asks for two things to compare: which is {word}, the chair or the table", "size")
    how = measured(phrases, word, nodes)
    values = np.array([how.value(phrases, i) for i in nodes])
    best = values.min() if word in LEAST else values.max()
    chosen = [i for i, v in zip(nodes, values.tolist(), strict=True) if abs(v - best) <= 1e-3 * max(abs(best), 1e-9)]
    facts = tuple(Fact(how.name, (graph.nodes[i].path,), float(v)) for i, v in zip(nodes, values, strict=True))
    notes = tuple(n for p in parts for n in p.notes)
    if any(p.ambiguous for p in parts):
        notes = (*notes, "where a name fits several, all of them are compared")
    sized = _said_by_size(phrases, nodes)
    names = phrases.names.several(chosen) if not sized else listed([phrases.names.numbered(i) for i in chosen], 4)
    told = _sides(phrases, how, chosen[0])
    if len(chosen) > 1 and len(chosen) == len(nodes):
        text = f"they are the same: {names} are {told} each"
    else:
        others = [i for i in nodes if i not in chosen]
        if len(chosen) == len(others) == 1 and how.measure == "size":
            text = _bigger_by(phrases, word, chosen[0], others[0], sized)
            return GraphAnswer("size", (graph.nodes[chosen[0]].path,), sentence(text), facts, notes)
        other = "" if not others else phrases.names.numbered(others[0]) if sized else phrases.names.the(others[0])
        rest = f"; {other} {phrases.names.be(others)} {_sides(phrases, how, others[0])}" if len(others) == 1 else ""
        text = f"{names} {phrases.names.be(chosen)} the {word}: {told}{rest}"
    return GraphAnswer("size", tuple(graph.nodes[i].path for i in chosen), sentence(text), facts, notes)


def _said_by_size(phrases: Phrases, nodes: list[int]) -> bool:
    """Whether the names of things tell them by their size, which says nothing where the size is asked for."""
    return any(re.match(r"the (?:larger|smaller|largest|smallest) ", phrases.names.the(i)) for i in nodes)


def _bigger_by(phrases: Phrases, word: str, i: int, other: int, sized: bool) -> str:
    """*Armchair 2 is bigger than armchair 1: 17 cm taller and 12 cm wider*, with the sizes of both."""
    one, two = (phrases.names.numbered(k) if sized else phrases.names.the(k) for k in (i, other))
    by: dict[str, list[str]] = {}
    for (more, less), a, b in zip(_BY_SIDE, phrases.size(i), phrases.size(other), strict=True):
        if abs(a - b) >= _SEEN:
            by.setdefault(phrases.length(abs(a - b)), []).append(more if a > b else less)
    differs = [f"{amount} {listed(sides, 3)}" for amount, sides in by.items()]
    told = listed(differs, 3) if differs else "less than a centimetre bigger or smaller"
    sizes = f"{_sides(phrases, compared('bigger'), i)} against {_sides(phrases, compared('bigger'), other)}"
    return f"{one} {phrases.names.be([i])} the {word}: {told} than {two} ({sizes})"


_BY_SIDE = (("wider", "narrower"), ("taller", "lower"), ("deeper", "less deep"))
"""Of the width, height and depth: where the one thing has more, and where it has less."""
_SEEN = 0.005
"""Metres: a smaller difference is not told."""


def _pair(phrases: Phrases, m: re.Match[str]) -> tuple[Selection, Selection]:
    """The two sides of a comparison.

    Raises:
        NotAnswered: one of them is missing, or may mean things of different sizes.
    """
    return phrases.need(m["a"]), phrases.need(m["b"])


def _middle(phrases: Phrases, found: Selection, how: Compared) -> float:
    values = [how.value(phrases, i) for i in found.nodes]
    if found.ambiguous and max(values) - min(values) > ALIKE * max(values):
        raise say_which(phrases, found)
    return float(np.median(values))


def _told_size(phrases: Phrases, how: Compared, found: Selection, value: float) -> str:
    """The size that decides; of bigger and smaller, all sides of the one thing."""
    return _sides(phrases, how, found.nodes[0]) if len(found.nodes) == 1 else how.said(phrases, value)


def _be(phrases: Phrases, found: Selection) -> str:
    return phrases.names.be(found.nodes) if len(found.nodes) == 1 or found.plural else "is"


def _facts(
    phrases: Phrases, how: Compared, a: Selection, b: Selection, first: float, second: float
) -> tuple[Fact, ...]:
    graph = phrases.graph
    return tuple(Fact(how.name, tuple(graph.nodes[i].path for i in s.nodes), v) for s, v in ((a, first), (b, second)))


def _name(phrases: Phrases, found: Selection, said: str) -> str:
    if len(found.nodes) == 1:
        return phrases.names.the(found.nodes[0])
    if re.match(r"(?:an?|each|every|any) ", said):
        return echoed(said)
    return f"the {re.sub(r'^(?:all |both )?(?:of )?(?:the )?', '', echoed(said))}"


def _is_most(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the wardrobe the tallest thing in the room*."""
    graph = phrases.graph
    a = phrases.need(m["a"])
    most = phrases.need(f"{m['size']} {m['what'] or 'thing'}")
    value = bool(set(a.nodes) & set(most.nodes))
    how = compared(m["size"])
    facts = tuple(
        Fact(how.name, (graph.nodes[i].path,), how.value(phrases, i)) for i in dict.fromkeys((*most.nodes, *a.nodes))
    )
    names, best = _name(phrases, a, m["a"]), most.nodes[0]
    text = f"{names} {_be(phrases, a)} the {m['size']}: {_sides(phrases, how, a.nodes[0])}"
    if not value:
        text = (
            f"{phrases.names.several(most.nodes, 3)} {_be(phrases, most)} the {m['size']}: {_sides(phrases, how, best)};"
            f" {names} {_be(phrases, a)} {_sides(phrases, how, a.nodes[0])}"
        )
    return GraphAnswer("size", value, verdict(value, text), facts, (*a.notes, *most.notes))


def _sides(phrases: Phrases, how: Compared, i: int) -> str:
    """The size of one thing that decides; of bigger and smaller, all its sides."""
    if how.measure == "size":
        w, h, d = phrases.size(i)
        return f"{phrases.length(w)} x {phrases.length(d)} x {phrases.length(h)}"
    return how.said(phrases, how.value(phrases, i))


def _as_tall(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b = _pair(phrases, m)
    how = measured(phrases, m["size"], (*a.nodes, *b.nodes))
    first, second = _middle(phrases, a, how), _middle(phrases, b, how)
    value = abs(first - second) <= ALIKE * max(first, second)
    names = _name(phrases, a, m["a"]), _name(phrases, b, m["b"])
    text = f"{names[0]} {_be(phrases, a)} {how.said(phrases, first)}, {names[1]} {_be(phrases, b)} {how.said(phrases, second)}"
    return GraphAnswer(
        "size", value, verdict(value, text), _facts(phrases, how, a, b, first, second), (*a.notes, *b.notes)
    )


def _is_taller(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    try:
        a, b = _pair(phrases, m)
    except NotAnswered:
        if m["size"] == "smaller" or not re.search(r"\d", m["b"]):
            raise
        return None
    how = measured(phrases, m["size"], (*a.nodes, *b.nodes))
    first, second = _middle(phrases, a, how), _middle(phrases, b, how)
    value = first < second if m["size"] in LEAST else first > second
    names = _name(phrases, a, m["a"]), _name(phrases, b, m["b"])
    sizes = [_told_size(phrases, how, s, v) for s, v in ((a, first), (b, second))]
    text = f"{names[0]} {_be(phrases, a)}{'' if value else ' not'} {m['size']} than {names[1]}: {sizes[0]} against {sizes[1]}"
    if abs(first - second) <= 1e-3 * max(first, second):
        text = f"{names[0]} and {names[1]} are the same: {how.said(phrases, first)}"
    return GraphAnswer(
        "size", value, verdict(value, text), _facts(phrases, how, a, b, first, second), (*a.notes, *b.notes)
    )


def _than_itself(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the room wider than it is deep*."""
    a = phrases.need(m["a"])
    first, second = compared(m["size"]), compared(m["other"])
    if "size" in (first.measure, second.measure):
        raise NotAnswered("how big a thing is cannot be compared with one of its sides", "size")
    one, other = _middle(phrases, a, first), _middle(phrases, a, second)
    value = one < other if m["size"] in LEAST else one > other
    text = f"{_name(phrases, a, m['a'])} {_be(phrases, a)} {first.said(phrases, one)} and {second.said(phrases, other)}"
    return GraphAnswer("size", value, verdict(value, text), _facts(phrases, first, a, a, one, other), a.notes)


def _than_length(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the lamp taller than 1.5 m* and *is the lamp more than 1.5 m tall*."""
    found = phrases.need(m["a"])
    measure = MEASURES[m["size"]]
    if measure == "size":
        raise NotAnswered("a length says nothing of how big a thing is: ask how tall, wide, deep or long", "size")
    limit = metres(m["number"], m["unit"])
    values = [phrases.measure(measure, i) for i in found.nodes]
    less = m["size"] in LEAST or (m.groupdict().get("how") or "more") in ("less", "under", "below")
    fits = [v < limit if less else v > limit for v in values]
    if found.ambiguous and len(set(fits)) > 1:
        raise say_which(phrases, found)
    graph = phrases.graph
    facts = tuple(Fact(measure, (graph.nodes[i].path,), v) for i, v in zip(found.nodes, values, strict=True))
    told = listed(list(dict.fromkeys(phrases.length(v) for v in values)), 4)
    text = f"{_name(phrases, found, m['a'])} {_be(phrases, found)} {told} {HAS_SIZE[measure]}"
    return GraphAnswer("size", all(fits), verdict(all(fits), text), facts, found.notes)


def _difference(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *what is the difference in height between the desk and the table*."""
    parts = split_list(m["what"])
    if len(parts) == 2:
        a, b = phrases.need(parts[0]), phrases.need(parts[1])
    else:
        both = phrases.need(m["what"])
        if len(both.nodes) != 2:
            raise NotAnswered(f"a difference is between two things; {both.text!r} fits {len(both.nodes)} here", "size")
        a, b = (Selection(both.text, (i,), True, False) for i in both.nodes)
        parts = [phrases.names.the(i) for i in both.nodes]
    how = compared(m["size"])
    if how.measure == "size":
        how = measured(phrases, "bigger", (*a.nodes, *b.nodes))
    first, second = _middle(phrases, a, how), _middle(phrases, b, how)
    names = _name(phrases, a, parts[0]), _name(phrases, b, parts[1])
    text = (
        f"the difference is {how.amount(phrases, abs(first - second))}: {names[0]} {_be(phrases, a)}"
        f" {how.said(phrases, first)}, {names[1]} {_be(phrases, b)} {how.said(phrases, second)}"
    )
    return GraphAnswer(
        "size", abs(first - second), sentence(text), _facts(phrases, how, a, b, first, second), (*a.notes, *b.notes)
    )


def _how_much(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b = _pair(phrases, m)
    how = compared(m["size"])
    if MEASURES[m["size"]] == "size":
        how = measured(phrases, m["size"], (*a.nodes, *b.nodes))
    first, second = _middle(phrases, a, how), _middle(phrases, b, how)
    difference = (first - second) * (-1.0 if m["size"] in LEAST else 1.0)
    names = _name(phrases, a, m["a"]), _name(phrases, b, m["b"])
    text = f"{names[0]} {_be(phrases, a)} {how.amount(phrases, difference)} {m['size']} than {names[1]}"
    if difference < 0.0:
        text = f"{names[0]} {_be(phrases, a)} not {m['size']} than {names[1]}"
    told = f"{how.said(phrases, first)} against {how.said(phrases, second)}"
    return GraphAnswer(
        "size", difference, sentence(f"{text}: {told}"), _facts(phrases, how, a, b, first, second), (*a.notes, *b.notes)
    )


_LENGTH = r"(?P<number>\d+(?:[.,]\d+)?) ?(?P<unit>" + UNIT + ")"

FORMS = (
    Form("is the lamp taller than 1.5 m", rf"{_BE} (?P<a>.+?) (?P<size>{MORE_WORDS}) than {_LENGTH}", _than_length),
    Form(
        "",
        rf"{_BE} (?P<a>.+?) (?P<how>more|less|over|under|above|below)(?: than)? {_LENGTH} (?P<size>{ADJECTIVES})",
        _than_length,
    ),
    Form(
        "is the wardrobe the tallest thing in the room",
        rf"{_BE} (?P<a>.+?) the (?P<size>{MOST_WORDS})(?: (?P<what>.+))?",
        _is_most,
    ),
    Form(
        "is the room wider than it is deep",
        rf"{_BE} (?P<a>.+?) (?P<size>{MORE_WORDS}) than (?:it|they) (?:is|are) (?P<other>{ADJECTIVES})",
        _than_itself,
    ),
    Form("is the lamp as tall as the desk", rf"{_BE} (?P<a>.+?) as (?P<size>{ADJECTIVES}) as (?P<b>.+)", _as_tall),
    Form(
        "how much taller is the lamp than the desk",
        rf"(?:how much|by how much) (?P<size>{MORE_WORDS}) {_BE} (?P<a>.+?) than (?P<b>.+)",
        _how_much,
    ),
    Form(
        "",
        r"(?:what is )?the difference (?:in|of) (?P<size>height|width|depth|length|thickness|size) between (?P<what>.+)",
        _difference,
    ),
    Form(
        "",
        rf"(?:which|what) [\w ]+? {_BE} (?:the )?(?P<size>{MORE_WORDS}|{MOST_WORDS})(?: one)?\s?[,:;] (?P<what>.+ or .+)",
        _which,
    ),
    Form("", rf"by how much {_BE} (?P<a>.+?) (?P<size>{MORE_WORDS}) than (?P<b>.+)", _how_much),
    Form(
        "which is taller, the chair or the table",
        rf"(?:which|what|who)(?: one| thing)?{_OF_THEM} {_BE} (?:the )?(?P<size>{MORE_WORDS}|{MOST_WORDS})(?: one)?\s?[,:;]?"
        rf" (?P<what>.+ or .+)",
        _which,
    ),
    Form("", rf"(?:which|what)(?: one)? {_BE} (?:the )?(?P<size>{MORE_WORDS}|{MOST_WORDS}) of (?P<what>.+)", _which),
    Form("", rf"(?:which|what)(?: of)? (?P<what>.+?) {_BE} (?:the )?(?P<size>{MOST_WORDS})(?: one)?", _which),
    Form("", rf"(?:which|what) (?P<what>.+?) {_BE} (?P<size>{MORE_WORDS})", _which),
    Form("", rf"of (?P<what>.+?),? (?:which|what)(?: one)? {_BE} (?:the )?(?P<size>{MORE_WORDS}|{MOST_WORDS})", _which),
    Form("is the chair taller than the table", rf"{_BE} (?P<a>.+?) (?P<size>{MORE_WORDS}) than (?P<b>.+)", _is_taller),
)

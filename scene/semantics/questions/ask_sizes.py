"""Questions of size: how tall a thing is, which of several is the tallest, whether one is wider than another."""

from __future__ import annotations

import re

import numpy as np

from scenewright.scene.english import ORDINAL_WORDS, SEVERAL, UNIT, metres
from scenewright.scene.semantics.questions.asking_answers import (
    Fact,
    GraphAnswer,
    NotAnswered,
    listed,
    spoken_length,
    spoken_name,
)
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import LEAST, MEASURES, Phrases, Selection, split_list

__all__ = ["FORMS"]

_ALIKE = 0.02
"""Sizes that differ by no more than this share count as equal."""

_BE = r"(?:is|are|was|were)"
_OF_THEM = f"(?: of (?:the )?(?:{SEVERAL}|these|those|them))?"
_ADJECTIVES = "|".join(sorted((w for w in MEASURES if not w.endswith("est")), key=len, reverse=True))
_MORE = "|".join(sorted((w for w in MEASURES if w.endswith("er")), key=len, reverse=True))
_MOST = "|".join(sorted((w for w in MEASURES if w.endswith("est")), key=len, reverse=True))


def _how_tall(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    measure = MEASURES[m["size"]]
    if measure == "size":
        return _all_sizes(phrases, m)
    values = [phrases.measure(measure, i) for i in found.nodes]
    paths = tuple(graph.nodes[i].path for i in found.nodes)
    facts = tuple(Fact(measure, (p,), v) for p, v in zip(paths, values, strict=True))
    least, most = min(values), max(values)
    if most - least <= _ALIKE * most:
        each = "" if len(values) == 1 else f", each of {len(values)}"
        return GraphAnswer(
            "size", values[0], f"{spoken_length(graph, values[0])}{each} ({_names(phrases, found)})", facts, found.notes
        )
    told = listed(
        [f"{spoken_name(graph, i)} {spoken_length(graph, v)}" for i, v in zip(found.nodes, values, strict=True)]
    )
    if found.definite and not found.plural:
        raise NotAnswered(
            f"there are {len(values)} that 'the {found.text}' can mean, of different sizes: {told}; say which", "size"
        )
    text = f"between {spoken_length(graph, least)} and {spoken_length(graph, most)}: {told}"
    notes = (*found.notes, "they differ; the value is the middle of the least and the greatest")
    return GraphAnswer("size", (least + most) / 2.0, text, facts, notes)


def _names(phrases: Phrases, found: Selection) -> str:
    return listed([spoken_name(phrases.graph, i) for i in found.nodes], 4)


def _all_sizes(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    if len(found.nodes) > 1 and found.ambiguous:
        raise NotAnswered(
            f"there are {len(found.nodes)} that 'the {found.text}' can mean: {_names(phrases, found)}; say which",
            "size",
        )
    told, facts = [], []
    for i in found.nodes:
        size = phrases.size(i)
        told.append(" x ".join(f"{v:.2f}" for v in size))
        facts += [Fact(w, (graph.nodes[i].path,), v) for w, v in zip(("width", "height", "depth"), size, strict=True)]
    text = f"{listed(told, 6)} {graph.unit} (width x height x depth) of {_names(phrases, found)}"
    if graph.room is not None and found.nodes[0] in graph.grounds and graph.nodes[found.nodes[0]].wall is None:
        text = f"{told[0]} {graph.unit} (width x height x depth) between the walls"
        text += f", {graph.room.width * graph.room.depth:.1f} {graph.unit}^2 of floor"
    value = " x ".join(f"{v:.2f}" for v in phrases.size(found.nodes[0]))
    return GraphAnswer("size", value, text, tuple(facts), found.notes)


def _ceiling(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *how high is the ceiling*: the height of the room."""
    graph = phrases.graph
    if graph.room is None or phrases.select("ceiling").nodes:
        return None
    paths = (graph.nodes[0].path,)
    text = f"{spoken_length(graph, graph.room.height)} above the floor"
    return GraphAnswer("size", graph.room.height, text, (Fact("height of the room", paths, graph.room.height),))


def _area(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what is the floor area of the room*: width times depth, of a room between its walls."""
    graph = phrases.graph
    found = phrases.need(m["what"] if m["what"] else "the room")
    values = [phrases.measure("width", i) * phrases.measure("depth", i) for i in found.nodes]
    if found.ambiguous and max(values) - min(values) > _ALIKE * max(values):
        raise NotAnswered(
            f"there are {len(values)} that 'the {found.text}' can mean: {_names(phrases, found)}; say which", "size"
        )
    facts = tuple(
        Fact("width times depth", (graph.nodes[i].path,), v) for i, v in zip(found.nodes, values, strict=True)
    )
    return GraphAnswer(
        "size", values[0], f"{values[0]:.2f} {graph.unit}^2 ({_names(phrases, found)})", facts, found.notes
    )


def _which(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """The tallest of things named one by one, or of a kind."""
    graph = phrases.graph
    word = m["size"]
    parts = [phrases.need(p) for p in split_list(m["what"])]
    nodes = sorted({i for p in parts for i in p.nodes})
    nodes = [i for i in nodes if len(parts) > 1 or i not in graph.grounds]
    if len(nodes) < 2 and word.endswith("er"):
        raise NotAnswered(f"'{word}' asks for two things to compare: which is {word}, the chair or the table", "size")
    measure = MEASURES[word]
    values = np.array([phrases.measure(measure, i) for i in nodes])
    best = values.min() if word in LEAST else values.max()
    chosen = [i for i, v in zip(nodes, values.tolist(), strict=True) if abs(v - best) <= 1e-3 * max(abs(best), 1e-9)]
    facts = tuple(Fact(measure, (graph.nodes[i].path,), float(v)) for i, v in zip(nodes, values, strict=True))
    shown = (
        f"{best:.3f} {graph.unit}^3 of box" if measure == "size" else f"{measure} {spoken_length(graph, float(best))}"
    )
    notes = tuple(n for p in parts for n in p.notes)
    if any(p.ambiguous for p in parts):
        notes = (*notes, "where a name fits several, all of them are compared")
    text = f"{listed([spoken_name(graph, i) for i in chosen])}, {shown}"
    if len(chosen) > 1 and len(chosen) == len(nodes):
        text = f"they are the same: {text}"
    return GraphAnswer("size", tuple(graph.nodes[i].path for i in chosen), text, facts, notes)


def _most(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what is the tallest thing in the room*."""
    graph = phrases.graph
    found = phrases.need(f"{m['nth'] or ''}{m['size']} {m['what']}")
    facts = tuple(
        Fact(MEASURES[m["size"]], (graph.nodes[i].path,), phrases.measure(MEASURES[m["size"]], i)) for i in found.nodes
    )
    text = listed([f"{spoken_name(graph, i)}" for i in found.nodes])
    measured = MEASURES[m["size"]]
    if measured != "size" and facts and isinstance(facts[0].value, float):
        text += f", {measured} {spoken_length(graph, facts[0].value)}"
    return GraphAnswer("size", tuple(graph.nodes[i].path for i in found.nodes), text, facts, found.notes)


def _nth(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *which picture is the second largest*."""
    found = phrases.need(f"{m['nth']} {m['size']} {m['what']}")
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    measure = MEASURES[m["size"]]
    facts = tuple(Fact(measure, (p,), phrases.measure(measure, i)) for p, i in zip(paths, found.nodes, strict=True))
    return GraphAnswer("size", paths, _names(phrases, found), facts, found.notes)


def _above_floor(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """How high the bottom of a thing is above the floor of the room, or, without a room, above the lowest point of the scene."""
    graph = phrases.graph
    found = phrases.need(m["what"])
    low = 0.0 if graph.room is not None else float(graph.boxes[:, 1].min())
    values = [graph.nodes[i].position[1] - low for i in found.nodes]
    if max(values) - min(values) > 0.02 and found.ambiguous:
        raise NotAnswered(
            f"there are {len(values)} that 'the {found.text}' can mean: {_names(phrases, found)}; say which", "size"
        )
    facts = tuple(
        Fact("bottom above the floor", (graph.nodes[i].path,), v) for i, v in zip(found.nodes, values, strict=True)
    )
    return GraphAnswer(
        "size", values[0], f"its bottom is {spoken_length(graph, values[0])} above the floor", facts, found.notes
    )


def _as_tall(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    measure = MEASURES[m["size"]]
    first, second = (float(np.median([phrases.measure(measure, i) for i in s.nodes])) for s in (a, b))
    value = abs(first - second) <= _ALIKE * max(first, second)
    facts = tuple(
        Fact(measure, tuple(phrases.graph.nodes[i].path for i in s.nodes), v) for s, v in ((a, first), (b, second))
    )
    told = " and ".join(spoken_length(phrases.graph, v) for v in (first, second))
    return GraphAnswer("size", value, f"{'yes' if value else 'no'}: {told}", facts, (*a.notes, *b.notes))


def _is_taller(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    graph = phrases.graph
    try:
        a, b = phrases.need(m["a"]), phrases.need(m["b"])
    except NotAnswered:
        if m["size"] == "smaller" or not re.search(r"\d", m["b"]):
            raise
        return None
    measure = MEASURES[m["size"]]
    for s in (a, b):
        values = [phrases.measure(measure, i) for i in s.nodes]
        if s.ambiguous and max(values) - min(values) > _ALIKE * max(values):
            raise NotAnswered(
                f"there are {len(s.nodes)} that 'the {s.text}' can mean: {_names(phrases, s)}; say which", "size"
            )
    first, second = (float(np.median([phrases.measure(measure, i) for i in s.nodes])) for s in (a, b))
    value = first < second if m["size"] in LEAST else first > second
    facts = tuple(Fact(measure, tuple(graph.nodes[i].path for i in s.nodes), v) for s, v in ((a, first), (b, second)))
    told = [f"{v:.3f} {graph.unit}^3" if measure == "size" else spoken_length(graph, v) for v in (first, second)]
    text = f"{'yes' if value else 'no'}: {a.text} {told[0]}, {b.text} {told[1]}"
    return GraphAnswer("size", value, text, facts, (*a.notes, *b.notes))


def _than_length(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the lamp taller than 1.5 m* and *is the lamp more than 1.5 m tall*."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    measure = MEASURES[m["size"]]
    if measure == "size":
        raise NotAnswered("a length says nothing of how big a thing is: ask how tall, wide, deep or long", "size")
    limit = metres(m["number"], m["unit"])
    values = [phrases.measure(measure, i) for i in found.nodes]
    less = m["size"] in LEAST or (m.groupdict().get("how") or "more") in ("less", "under", "below")
    fits = [v < limit if less else v > limit for v in values]
    if found.ambiguous and len(set(fits)) > 1:
        raise NotAnswered(
            f"there are {len(values)} that 'the {found.text}' can mean: {_names(phrases, found)}; say which", "size"
        )
    facts = tuple(Fact(measure, (graph.nodes[i].path,), v) for i, v in zip(found.nodes, values, strict=True))
    told = listed([spoken_length(graph, v) for v in values], 4)
    return GraphAnswer("size", all(fits), f"{'yes' if all(fits) else 'no'}: {told}", facts, found.notes)


def _how_much(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    measure = MEASURES[m["size"]]
    first, second = (float(np.median([phrases.measure(measure, i) for i in s.nodes])) for s in (a, b))
    difference = (first - second) * (-1.0 if m["size"] in LEAST else 1.0)
    facts = tuple(
        Fact(measure, tuple(phrases.graph.nodes[i].path for i in s.nodes), v) for s, v in ((a, first), (b, second))
    )
    return GraphAnswer("size", difference, f"{spoken_length(phrases.graph, difference)}", facts, (*a.notes, *b.notes))


_HUNG = r"(?:hang|hung|hanging|mounted|placed|positioned|fixed|sit|sitting|stand|standing)"
_LENGTH = r"(?P<number>\d+(?:[.,]\d+)?) ?(?P<unit>" + UNIT + ")"

FORMS = (
    Form(
        "",
        r"(?:how (?:high|tall)|(?:what is |at )?(?:what|the) height) (?:is|of) (?:the |this )?(?:room )?ceiling(?: of the room)?"
        r"|(?:what is )?the (?:room(?:'s)? )?ceiling(?:'s)? height(?: of the room)?",
        _ceiling,
    ),
    Form(
        "what is the floor area of the room",
        r"(?:(?:what is |how (?:big|large) is )?the )?(?:(?:floor|surface|ground) )?(?:area|space)(?: of (?P<what>.+))?",
        _area,
    ),
    Form(
        "",
        r"how (?:many square (?:meters|metres)|much (?:floor )?(?:area|space)) (?:is|has|does) (?P<what>.+?)"
        r"(?: have| cover| take(?: up)?)?",
        _area,
    ),
    Form("is the lamp taller than 1.5 m", rf"{_BE} (?P<a>.+?) (?P<size>{_MORE}) than {_LENGTH}", _than_length),
    Form(
        "",
        rf"{_BE} (?P<a>.+?) (?P<how>more|less|over|under|above|below)(?: than)? {_LENGTH} (?P<size>{_ADJECTIVES})",
        _than_length,
    ),
    Form(
        "how high above the floor is the shelf",
        rf"how (?:high|far)(?: up)? (?:above|off|from|over) the (?:floor|ground) (?:{_BE}|does|do) (?P<what>.+?)(?: hang| hanging)?",
        _above_floor,
    ),
    Form("", r"at (?:what|which) height (?:is|are|does|do) (?P<what>.+?)(?: hang| hanging| mounted)?", _above_floor),
    Form(
        "how high does the clock hang",
        rf"how (?:high|low|far)(?: up)? (?:is|are|does|do|was|were|did) (?P<what>.+?) {_HUNG}"
        r"(?: (?:up|(?:above|off|from|over) the (?:floor|ground)|on (?:the|its) wall))?",
        _above_floor,
    ),
    Form(
        "which picture is the second largest",
        rf"(?:which|what) (?P<what>.+?) {_BE} the (?P<nth>{ORDINAL_WORDS})[ -](?P<size>{_MOST})",
        _nth,
    ),
    Form("is the lamp as tall as the desk", rf"{_BE} (?P<a>.+?) as (?P<size>{_ADJECTIVES}) as (?P<b>.+)", _as_tall),
    Form(
        "how much taller is the lamp than the desk",
        rf"how much (?P<size>{_MORE}) {_BE} (?P<a>.+?) than (?P<b>.+)",
        _how_much,
    ),
    Form("how tall is the lamp", rf"how (?P<size>{_ADJECTIVES}) {_BE} (?P<what>.+)", _how_tall),
    Form(
        "what is the height of the lamp",
        r"(?:what is |what are )?the (?P<size>height|width|depth|length|thickness|diameter|size) of (?P<what>.+)",
        _how_tall,
    ),
    Form(
        "",
        r"(?:what is |what are )?(?P<what>(?:the|this|that|my|our) .+?)(?:'s)? (?P<size>height|width|depth|length|thickness|diameter|size)",
        _how_tall,
    ),
    Form(
        "what are the dimensions of the desk",
        r"(?:what is |what are )?the (?:dimensions|measurements|measures|extents?) of (?P<what>.+)",
        _all_sizes,
    ),
    Form(
        "which is taller, the chair or the table",
        rf"(?:which|what|who)(?: one)?{_OF_THEM} {_BE} (?:the )?(?P<size>{_MORE}|{_MOST})(?: one)?\s?[,:;]? (?P<what>.+ or .+)",
        _which,
    ),
    Form("", rf"(?:which|what)(?: one)? {_BE} (?:the )?(?P<size>{_MORE}|{_MOST}) of (?P<what>.+)", _which),
    Form("", rf"(?:which|what)(?: of)? (?P<what>.+?) {_BE} (?:the )?(?P<size>{_MOST})", _which),
    Form("", rf"(?:which|what) (?P<what>.+?) {_BE} (?P<size>{_MORE})", _which),
    Form("", rf"of (?P<what>.+?),? (?:which|what)(?: one)? {_BE} (?:the )?(?P<size>{_MORE}|{_MOST})", _which),
    Form(
        "what is the largest thing in the room",
        rf"(?:which|what) {_BE} the (?P<nth>(?:{ORDINAL_WORDS}) )?(?P<size>{_MOST}) (?P<what>.+)",
        _most,
    ),
    Form("is the chair taller than the table", rf"{_BE} (?P<a>.+?) (?P<size>{_MORE}) than (?P<b>.+)", _is_taller),
)

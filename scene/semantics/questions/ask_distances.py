"""Questions of distance: how far apart two things are, what is nearest to a third. Distances are between nearest points of boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.scene.english import FARTHER, FARTHEST, NEARER, NEAREST, UNIT, is_farther, metres
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, sentence, verdict
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import split_list

__all__ = ["FORMS"]

_BE = r"(?:is|are|was|were)"


def _pairs(phrases: Phrases, a: Sequence[int], b: Sequence[int]) -> tuple[int, int, float]:
    """(a, b, metres): the nearest pair of two sets of nodes, and its distance."""
    graph = phrases.graph
    found = [(float(graph.spatial.gap([i], [k])[0]), i, k) for i in a for k in b if i != k]
    if not found:
        raise NotAnswered("that asks for the distance of a thing from itself", "distance")
    gap, i, k = min(found)
    return i, k, gap


def _distance(phrases: Phrases, first: Selection, second: Selection) -> GraphAnswer:
    graph = phrases.graph
    notes = [*first.notes, *second.notes]
    notes += [
        f"{s.text!r} fits {len(s.nodes)}; the nearest one is measured" for s in (first, second) if len(s.nodes) > 1
    ]
    i, k, gap = _pairs(phrases, first.nodes, second.nodes)
    middles = sum((p - q) ** 2 for p, q in zip(_middle(phrases, i), _middle(phrases, k), strict=True)) ** 0.5
    paths = (graph.nodes[i].path, graph.nodes[k].path)
    names = phrases.names.the(i), phrases.names.the(k)
    text = sentence(f"{names[0]} is {phrases.length(gap)} from {names[1]}, between their nearest points")
    if gap <= 0.005:
        text = sentence(f"{names[0]} and {names[1]} touch: there is no space between them")
    facts = (Fact("between nearest points of boxes", paths, gap), Fact("between middles", paths, middles))
    return GraphAnswer("distance", gap, text, facts, tuple(dict.fromkeys(notes)))


def _middle(phrases: Phrases, i: int) -> tuple[float, float, float]:
    (x, y, z), (_, h, _) = phrases.graph.nodes[i].position, phrases.graph.nodes[i].size
    return x, y + h / 2.0, z


def _how_far(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    try:
        first = phrases.need(m["a"])
    except NotAnswered:
        if " from " in m["b"] or " to " in m["b"]:  # the pattern split the question at the wrong place
            return None
        raise
    nearest = re.sub(r"^(?:the |its )?(?:nearest|closest) (?=\w)", "the ", m["b"])  # the one nearest to the first thing
    return _distance(phrases, first, phrases.need(nearest))


def _apart(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    parts = split_list(m["what"])
    if len(parts) == 2:
        return _distance(phrases, phrases.need(parts[0]), phrases.need(parts[1]))
    found = phrases.need(re.sub(r"^(?:the )?(?:two|both|2)(?: of the)? ", "the ", m["what"]))
    if len(found.nodes) != 2:
        raise NotAnswered(
            f"'apart' asks for two things; {found.text!r} fits {len(found.nodes)}: "
            f"{phrases.names.several(found.nodes, 6)}",
            "distance",
        )
    one, other = (Selection(found.text, (i,), True, False) for i in found.nodes)
    return _distance(phrases, one, other)


def _far_apart(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    return None if re.search(r" (?:from|to) |^it between ", m["what"]) else _apart(phrases, m)


def _nearest(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """The nearest thing of a kind, of things named one by one, or of all things."""
    graph = phrases.graph
    groups = m.groupdict()
    others = phrases.need(m["other"])
    what = groups.get("what") or "thing"
    parts = split_list(what)
    if what in ("thing", "object", "item"):
        some = [i for i in _siblings(phrases, others.nodes) if not any(graph.related(i, k) for k in others.nodes)]
        some = [i for i in some if graph.nodes[i].kind != "room"] or some
    elif " or " in what or "," in what:
        some = [i for p in parts for i in phrases.need(p).nodes]
    else:
        some = [i for i in phrases.need(re.sub(r"^of (?:the )?", "", what)).nodes if i not in others.nodes]
    farthest = is_farther(m["most"])
    chosen = phrases.nearest(some, others.nodes, farthest=farthest)
    if not chosen:
        raise NotAnswered(f"there is nothing else that fits {what!r}", "distance")
    facts = []
    for i in some:
        pair = [k for k in others.nodes if k != i and not graph.related(i, k)]
        if pair:
            near = min(pair, key=lambda k: float(graph.spatial.gap([i], [k])[0]))
            facts.append(
                Fact(
                    "distance", (graph.nodes[i].path, graph.nodes[near].path), float(graph.spatial.gap([i], [near])[0])
                )
            )
    facts.sort(key=lambda f: (float(f.value or 0.0), f.paths))
    best = next(f.value for f in facts if f.paths[0] == graph.nodes[chosen[0]].path)
    notes = list(others.notes)
    if others.ambiguous:
        notes.append(f"there are {len(others.nodes)} that 'the {others.text}' can mean; the nearest one counts")
    word = "farthest from" if farthest else "nearest to"
    names = phrases.names.several(chosen)
    gap = "touching it" if float(best or 0.0) <= 0.005 else f"{phrases.length(float(best or 0.0))} away"
    text = sentence(
        f"{names} {phrases.names.be(chosen)} {word} {phrases.names.several(others.nodes, 3, together=True)}, {gap}"
    )
    shown = tuple(facts[-8:] if farthest else facts[:8])
    return GraphAnswer("distance", tuple(graph.nodes[i].path for i in chosen), text, shown, tuple(notes))


def _siblings(phrases: Phrases, nodes: Sequence[int]) -> list[int]:
    """The things that people would compare with some nodes: siblings of the nodes and of the wholes that they belong to."""
    graph = phrases.graph
    out: set[int] = set()
    for i in nodes:
        above = graph.nodes[i].parent
        while above >= 0:
            out.update(graph.children[above])
            above = graph.nodes[above].parent
    rooms = {c for i in out if graph.nodes[i].kind == "room" for c in graph.children[i]}
    return sorted((out | rooms) - graph.grounds)


def _closer(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """'Is the lamp closer to the door than to the window' and 'is the lamp closer to the door than the chair is'."""
    graph = phrases.graph
    a, b, c = phrases.need(m["a"]), phrases.need(m["b"]), phrases.need(m["c"])
    two_places = m["to"] is not None
    _, _, first = _pairs(phrases, a.nodes, b.nodes)
    _, _, second = _pairs(phrases, a.nodes if two_places else c.nodes, c.nodes if two_places else b.nodes)
    value = first > second if is_farther(m["how"]) else first < second
    facts = (
        Fact("distance", tuple(graph.nodes[s.nodes[0]].path for s in (a, b)), first),
        Fact("distance", tuple(graph.nodes[s.nodes[0]].path for s in ((a, c) if two_places else (c, b))), second),
    )
    names = [phrases.names.several(s.nodes, 3) for s in (a, b, c)]
    be = phrases.names.be(a.nodes)
    text = f"{names[0]} {be} {phrases.length(first)} from {names[1]}"
    text += (
        f" and {phrases.length(second)} from {names[2]}"
        if two_places
        else f", {names[2]} {phrases.names.be(c.nodes)} {phrases.length(second)} from it"
    )
    return GraphAnswer("distance", value, verdict(value, text), facts, (*a.notes, *b.notes, *c.notes))


def _either(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """'Is the lamp closer to the door or to the window'."""
    graph = phrases.graph
    a = phrases.need(m["a"])
    places = [phrases.need(re.sub(r"^to ", "", m[k])) for k in ("b", "c")]
    found = [_pairs(phrases, a.nodes, s.nodes) for s in places]
    best = (max if is_farther(m["how"]) else min)(found, key=lambda pair: pair[2])
    facts = tuple(Fact("distance", (graph.nodes[i].path, graph.nodes[k].path), gap) for i, k, gap in found)
    how = "farther from" if is_farther(m["how"]) else "closer to"
    other = found[1] if best == found[0] else found[0]
    names = [phrases.names.the(k) for k in (best[0], best[1], other[1])]
    text = sentence(
        f"{names[0]} is {how} {names[1]}: {phrases.length(best[2])} away, and {phrases.length(other[2])} from {names[2]}"
    )
    return GraphAnswer(
        "distance", (graph.nodes[best[1]].path,), text, facts, (*a.notes, *places[0].notes, *places[1].notes)
    )


def _within(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    found = _distance(phrases, phrases.need(m["a"]), phrases.need(m["b"]))
    limit = metres(m["number"], m["unit"])
    value = isinstance(found.value, float) and found.value <= limit
    beyond = (m.groupdict().get("how") or "") in ("more than", "farther than", "further than", "at least", "over")
    value = value if not beyond else isinstance(found.value, float) and found.value >= limit
    return GraphAnswer(
        "distance", value, verdict(value, found.text[:1].lower() + found.text[1:-1]), found.basis, found.notes
    )


_MOST = rf"(?P<most>{NEAREST}|{NEARER}|{FARTHEST}|{FARTHER}|most distant)(?: away)?"
_EACH = r"from (?:each other|one another)"
_THING = r"(?: thing| object| item)?"

FORMS = (
    Form(
        "how far apart are the two desks",
        rf"how far (?:apart |away )?(?:{_EACH} )?{_BE} (?P<what>.+?(?: and .+)?)(?: {_EACH}| apart)?",
        _far_apart,
    ),
    Form(
        "how far is the lamp from the door",
        rf"(?:how far(?: away)?|how close|how near|what distance) {_BE} (?:it )?(?:from )?(?P<a>.+?)(?: away)? (?:from|to) (?P<b>.+)",
        _how_far,
    ),
    Form(
        "what is the distance between the bed and the window",
        r"(?:how far is it|(?:what is |how (?:big|large|wide|long) is )?(?:the )?(?:distance|gap|space)) between (?P<what>.+)",
        _apart,
    ),
    Form("", r"(?:what is )?(?:the )?(?:distance|way) (?:from|of) (?P<a>.+?) (?:to|from) (?P<b>.+)", _how_far),
    Form(
        "",
        r"how (?:much|wide|big|large) (?:(?:free )?(?:space|room|distance|gap) )?is (?:there )?(?:the (?:gap|space|distance)"
        r" )?between (?P<what>.+)",
        _apart,
    ),
    Form("", rf"(?:which|what) {_BE} the {_MOST} (?P<what>.+?) (?:to|from) (?P<other>.+)", _nearest),
    Form(
        "which is closest to the bed: the lamp, the chair or the desk",
        rf"(?:which|what|who)(?: one)? (?:{_BE} )?(?:the )?{_MOST} (?:(?:to|from) )?(?P<other>.+?)\s?[,:;] (?P<what>.+)",
        _nearest,
    ),
    Form(
        "what is nearest to the door",
        rf"(?:what|who|which){_THING}(?: {_BE})? (?:the )?{_MOST}{_THING} (?:(?:to|from) )?(?P<other>.+)",
        _nearest,
    ),
    Form(
        "which chair is nearest to the door",
        rf"(?:which|what) (?P<what>.+?) (?:{_BE}|stands|sits|lies) (?:the )?{_MOST}(?: one)? (?:(?:to|from) )?(?P<other>.+)",
        _nearest,
    ),
    Form(
        "is the lamp closer to the door than to the window",
        rf"{_BE} (?P<a>.+?) (?P<how>{NEARER}|{FARTHER})(?: away)? (?:to|from) (?P<b>.+?) than "
        r"(?P<to>to |from )?(?P<c>.+?)(?: is)?",
        _closer,
    ),
    Form(
        "is the lamp closer to the door or to the window",
        rf"{_BE} (?P<a>.+?) (?P<how>{NEARER}|{FARTHER})(?: away)? (?:to|from) (?P<b>.+?) or (?P<c>.+)",
        _either,
    ),
    Form(
        "is the lamp within 1 m of the desk",
        rf"{_BE} (?P<a>.+?) (?P<how>within|less than|closer than|no more than|nearer than|at most|more than|farther than|further"
        rf" than|at least|over) (?P<number>\d+(?:[.,]\d+)?) ?(?P<unit>{UNIT}) "
        r"(?:away )?(?:of|from|to) (?P<b>.+)",
        _within,
    ),
)

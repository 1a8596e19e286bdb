"""Questions of kind and likeness: what kind of lamp it is, how many kinds there are, whether all chairs are the same color."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scenewright.scene.english import CARDINALS
from scenewright.scene.semantics.questions.ask_sizes import ALIKE
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
from scenewright.scene.semantics.questions.missing_things import missing
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import bare_phrase, echoed, split_list
from scenewright.scene.semantics.questions.thing_colors import told_color
from scenewright.scene.semantics.questions.thing_names import a, number_of, verb_be
from scenewright.scene.semantics.scene_graph import materials_said, shape_said
from scenewright.scene.semantics.words import (
    normalise,
    plural,
    singular,
)

__all__ = ["FORMS"]

_BE = r"(?:is|are|was|were)"
_STANDS = r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|leans?|do (?:you|we) (?:see|have)|does it have)"
_KIND = r"(?:(?:different|distinct|various) )?(?:kind|sort|type|variet(?:y|ie))s?"


def _kind_name(phrases: Phrases, i: int) -> str:
    """The kind of a node without its color, size and the like: *sofa* for *blue sofa*."""
    return phrases.names.kinds[i]


def _most_told(phrases: Phrases, i: int, asked: str) -> str:
    """The words of the scene that say most about what kind of `asked` a node is; '' where none says more than the question."""
    said = normalise(asked)
    known = set(said) | {singular(t) for t in said}
    node = phrases.graph.nodes[i]
    told = [re.sub(r"^(?:an?|the) ", "", w) for w in (node.word, *node.words)]
    told = [
        w for w in told if " of " not in w and not any(t.isdigit() for t in normalise(w)) and len(normalise(w)) <= 6
    ]
    ending = [
        w for w in told if singular(normalise(w)[-1] if normalise(w) else "") in known and set(normalise(w)) - known
    ]
    other = [w for w in (node.word,) if w and " of " not in w and singular(normalise(w)[-1]) not in known]
    return next(iter([*sorted(ending, key=len, reverse=True), *other]), "")


def _what_kind(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what kind of fruit is in the bowl* and *what kind of lamp is it*: what the scene calls such things.

    Raises:
        NotAnswered: their names say no more than the question.
    """
    rest = re.sub(r"^(?:it|this|that|they|these|those|there|here)\b ?", "", m["rest"] or "")
    rest = re.sub(r"^(?:in|inside) (?:the|this) (?:room|scene|picture|house)$", "", rest)
    what = re.sub(r"^(?:the|a|an) ", "", m["what"])
    found = phrases.need(f"{what} {rest}".strip())
    told: dict[str, list[int]] = {}
    for i in found.nodes:
        told.setdefault(_most_told(phrases, i, bare_phrase(what)), []).append(i)
    untold = told.pop("", [])
    if not told:
        raise NotAnswered(
            f"the scene does not tell what kind of {bare_phrase(what)} {'is ' + rest if rest else 'it is'}", "relation"
        )
    names = [
        a(name) if len(some) == 1 else plural(name) if len(told) == 1 else f"{len(some)} {plural(name)}"
        for name, some in told.items()
    ]
    who = (
        "it is"
        if len(found.nodes) == 1
        else f"{rest} there are"
        if rest
        else "there are"
        if len(told) > 1
        else "they are"
    )
    text = f"{who} {listed(names, 20)}"
    notes = (
        *found.notes,
        *([f"the scene does not tell the kind of {phrases.names.several(untold, 4)}"] if untold else []),
    )
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    return GraphAnswer("relation", paths, sentence(text), (Fact("found", paths),), notes)


def _how_many_kinds(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *how many different kinds of furniture are there*."""
    found = phrases.select(f"{m['what']} {_place(m['rest'])}".strip())
    if not found.nodes:
        raise NotAnswered(missing(phrases, found.text), "count")
    kinds: dict[str, list[int]] = {}
    for i in found.nodes:
        kinds.setdefault(_kind_name(phrases, i), []).append(i)
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    names = listed([plural(k) if len(some) > 1 else a(k) for k, some in kinds.items()], 20)
    text = (
        f"there {verb_be(len(kinds))} {len(kinds) if len(kinds) > 1 else 'one'} kind{'s' if len(kinds) > 1 else ''} of"
        f" {echoed(m['what'])}: {names}"
    )
    return GraphAnswer("count", len(kinds), sentence(text), (Fact("counted", paths, float(len(kinds))),), found.notes)


def _how_many_colors(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *how many colors are the books* and *how many different colors of chairs are there*."""
    found = phrases.need(m["what"])
    colors: dict[str, list[int]] = {}
    for i in found.nodes:
        color = told_color(phrases.graph, i)
        if color is not None:
            colors.setdefault(color.value, []).append(i)
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    text = f"{len(colors)} color{'s' if len(colors) != 1 else ''}: {listed(list(colors))}"
    return GraphAnswer(
        "count", len(colors), sentence(text), (Fact("compared", paths, float(len(colors))),), found.notes
    )


def _place(rest: str | None) -> str:
    """The place that follows, without *are there* and *in the room*."""
    plain = re.sub(r"^(?:is|are|do (?:you|we) (?:see|have)) ?(?:there|here)? ?", "", (rest or "").strip())
    return re.sub(r"^(?:in|inside) (?:the|this) (?:room|scene|picture|house)$", "", plain)


# -- the same -----------------------------------------------------------------------------------------------------------


def _color(phrases: Phrases, i: int) -> str:
    told = told_color(phrases.graph, i)
    return "" if told is None else told.value


def _material(phrases: Phrases, i: int) -> str:
    return " and ".join(materials_said(phrases.graph.nodes[i]))


def _shape(phrases: Phrases, i: int) -> str:
    return shape_said(phrases.graph.nodes[i]) or ""


_TOLD: dict[str, Callable[[Phrases, int], str]] = {
    "color": _color,
    "material": _material,
    "shape": _shape,
    "kind": _kind_name,
    "type": _kind_name,
}
_OTHER_WORDS = {
    "tall": "height",
    "high": "height",
    "wide": "width",
    "long": "length",
    "deep": "depth",
    "big": "size",
    "large": "size",
}
_MEASURED = {
    "height": ("height",),
    "width": ("width",),
    "depth": ("depth",),
    "length": ("length",),
    "size": ("width", "height", "depth"),
}


def _group(phrases: Phrases, what: str) -> Selection:
    """All things of a list (*the sofa and the armchair*) or a plural."""
    parts = split_list(re.sub(r"^(?:both|all)(?: of)? ", "", what)) if " and " in what else [what]
    some = [
        phrases.need(re.sub(r"^(?:all|both)(?: of)? (?:the )?|^(?:the )?(?:two|three|four|five|six) ", "the ", p))
        for p in parts
    ]
    nodes = tuple(sorted({i for s in some for i in s.nodes}))
    number = re.match(r"(?:the )?(?P<number>two|three|four|five|six) (?P<noun>.+)$", what)
    if number is not None and len(nodes) != CARDINALS[number["number"]]:
        exact = tuple(i for i in nodes if phrases.names.kinds[i] == singular(number["noun"]))
        nodes = exact if len(exact) == CARDINALS[number["number"]] else nodes
    if len(nodes) < 2:
        raise NotAnswered(
            f"there is only one that {what!r} fits here: {phrases.names.several(nodes)}; there is nothing to compare it with",
            "color",
        )
    return Selection(what, nodes, True, True, tuple(n for s in some for n in s.notes))


def _same(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *are all the chairs the same color*, *do the bed and the desk have the same height*."""
    how = _OTHER_WORDS.get(m["how"], m["how"].removesuffix("s"))
    found = _group(phrases, m["what"])
    asked_same = not m["other"]
    groups = (
        _measured_groups(phrases, found.nodes, _MEASURED[how])
        if how in _MEASURED
        else _told_groups(phrases, found.nodes, _TOLD[how])
    )
    if "" in groups:
        raise NotAnswered(f"the scene does not tell the {how} of {phrases.names.several(groups[''], 6)}", "color")
    same = len(groups) == 1
    value = same if asked_same else not same
    if same:
        text = f"{_all_of(phrases, m['what'], found)} are {next(iter(groups))}"
    else:
        told = [f"{phrases.names.several(some, 6)} {phrases.names.be(some)} {said}" for said, some in groups.items()]
        text = f"they differ in {how}: {'; '.join(told[:8])}"
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    return GraphAnswer("color", value, verdict(value, text), (Fact(f"{how} compared", paths),), found.notes)


def _all_of(phrases: Phrases, what: str, found: Selection) -> str:
    """*All 6 chairs*, *both books*, or the names of a list."""
    if " and " in what:
        return f"{phrases.names.several(found.nodes, 8)}{' both' if len(found.nodes) == 2 else ''}"
    plain = number_of(len(found.nodes), re.sub(r"^(?:all|both|each|every)(?: of)? (?:the )?", "", echoed(what)))
    return f"both {plain.removeprefix('2 ')}" if len(found.nodes) == 2 else f"all {plain}"


def _told_groups(phrases: Phrases, nodes: Sequence[int], tell: Callable[[Phrases, int], str]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for i in nodes:
        out.setdefault(tell(phrases, i), []).append(i)
    return out


def _measured_groups(phrases: Phrases, nodes: Sequence[int], measures: Sequence[str]) -> dict[str, list[int]]:
    """Nodes whose measures agree within 2 %, with these measures in words."""
    out: dict[str, list[int]] = {}
    values: dict[str, list[float]] = {}
    adjective = {"height": "high", "width": "wide", "depth": "deep", "length": "long"}
    for i in nodes:
        own = [phrases.measure(what, i) for what in measures]
        for said, others in values.items():
            if all(abs(v - w) <= ALIKE * max(v, w) + 1e-4 for v, w in zip(own, others, strict=True)):
                out[said].append(i)
                break
        else:
            said = listed([f"{phrases.length(v)} {adjective[what]}" for v, what in zip(own, measures, strict=True)])
            values[said], out[said] = own, [i]
    return out


def _alike(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *are the chairs identical*: the same kind, size and color."""
    found = _group(phrases, m["what"])
    sizes = _measured_groups(phrases, found.nodes, _MEASURED["size"])
    kinds, colors = _told_groups(phrases, found.nodes, _kind_name), _told_groups(phrases, found.nodes, _color)
    differ = [what for what, groups in (("kind", kinds), ("size", sizes), ("color", colors)) if len(groups) > 1]
    value = not differ if not m["other"] else bool(differ)
    text = (
        f"they differ in {listed(differ)}"
        if differ
        else f"{_all_of(phrases, m['what'], found)} have the same kind, size and color"
    )
    paths = tuple(phrases.graph.nodes[i].path for i in found.nodes)
    return GraphAnswer("color", value, verdict(value, text), (Fact("compared", paths),), found.notes)


_LOOKS = "colors?|sizes?|heights?|widths?|depths?|lengths?|materials?|shapes?|kinds?|types?"

FORMS = (
    Form(
        "are all the chairs the same color",
        rf"(?:are|is|do|does) (?P<what>.+?) (?:all |both |each )?(?:(?:have|share|of|made of|made from|in) )?"
        rf"(?:(?:the |exactly the )?(?:same|identical|equal)|(?P<other>different))(?: in)? (?P<how>{_LOOKS})",
        _same,
    ),
    Form(
        "",
        r"(?:are|is) (?P<what>.+?) (?:all |both )?(?P<other>)equally (?P<how>tall|high|wide|long|deep|big|large)",
        _same,
    ),
    Form(
        "are the chairs identical",
        r"(?:are|do) (?P<what>.+?) (?:all |both )?(?:identical|alike|the same|look the same|match|matching"
        r"|(?P<other>different)(?: from each other)?)",
        _alike,
    ),
    Form(
        "how many different kinds of furniture are there",
        rf"how many (?:{_KIND} of|(?:different|distinct)(?! (?:color|kind|sort|type|variet))) (?P<what>.+?)(?P<rest> (?:is|are|do"
        rf" (?:you|we) (?:see|have))\b.*)?",
        _how_many_kinds,
    ),
    Form(
        "how many colors are the books",
        rf"how many (?:different )?colors (?:(?:{_BE} (?:there )?(?:among|in|of)?)|of|do|does) ?(?P<what>.+?)(?: {_BE} there| have"
        rf"| come in| in)?",
        _how_many_colors,
    ),
    Form(
        "what kind of lamp is on the desk",
        rf"(?:what|which) {_KIND} of (?P<what>.+?) {_STANDS}(?: there)?(?: (?P<rest>.+))?",
        _what_kind,
    ),
    Form("", rf"(?:what|which) {_KIND} of (?P<what>.+?)(?P<rest>) (?:does|do) .+ have", _what_kind),
)

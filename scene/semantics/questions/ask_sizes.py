"""Questions of size: how tall a thing is, its dimensions and its area, how high it hangs."""

from __future__ import annotations

import re

from scenewright.scene.english import ORDINAL_WORDS
from scenewright.scene.semantics.questions.asked_units import said_volume
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, listed, sentence
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import ADJECTIVES, MEASURES, MOST_WORDS, echoed

__all__ = ["ALIKE", "FORMS", "HAS_SIZE", "say_which"]

ALIKE = 0.02
"""Sizes that differ by no more than this share count as equal."""

_BE = r"(?:is|are|was|were)"
HAS_SIZE = {
    "height": "tall",
    "width": "wide",
    "depth": "deep",
    "length": "long",
    "thickness": "thick",
    "level": "high up",
}
"""Measure -> the adjective that an answer says it with."""


def say_which(phrases: Phrases, found: Selection, told: str = "") -> NotAnswered:
    """What is raised where the name of one thing fits several that differ."""
    names = told or phrases.names.several(found.nodes, 6)
    differ = ", of different sizes" if told else ""
    return NotAnswered(
        f"there are {len(found.nodes)} that 'the {found.text}' can mean{differ}: {names}; say which", "size"
    )


def _paths(phrases: Phrases, found: Selection) -> tuple[str, ...]:
    return tuple(phrases.graph.nodes[i].path for i in found.nodes)


def _who(phrases: Phrases, found: Selection, said: str) -> str:
    """The subject of an answer: the one thing by its name, several by the words of the question."""
    if len(found.nodes) == 1:
        return phrases.names.the(found.nodes[0])
    plain = re.sub(r"^(?:all |both |each |every )?(?:of )?(?:the )?(?:\w+ of the )?", "", echoed(said))
    plain = re.sub(r"^(?:two|three|four|five|six|seven|eight|nine|ten|\d+) ", "", plain)
    return "they" if said in ("they", "them") else f"the {len(found.nodes)} {plain}"


def _how_tall(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    word = m["size"]
    if word in ("high", "low") and re.search(r"\b(?:highest|lowest|topmost|uppermost)\b", m["what"]):
        return _above_floor(phrases, m)
    found = phrases.need(m["what"])
    measure = MEASURES[word]
    if measure == "size":
        return _all_sizes(phrases, m)
    values = [phrases.measure(measure, i) for i in found.nodes]
    facts = tuple(Fact(measure, (p,), v) for p, v in zip(_paths(phrases, found), values, strict=True))
    said = (
        word
        if not word.endswith(("th", "ht", "ness", "eter"))
        else HAS_SIZE[measure]
        if word != "diameter"
        else "across"
    )
    least, most = min(values), max(values)
    who = _who(phrases, found, m["what"])
    be = phrases.names.be(found.nodes)
    if most - least <= ALIKE * most:
        each = " each" if len(values) > 1 else ""
        if word == "high" and len(values) == 1 and phrases.graph.spatial.hung[found.nodes[0]]:
            each = f"; its bottom is {phrases.length(phrases.graph.nodes[found.nodes[0]].position[1])} above the floor"
        return GraphAnswer(
            "size", values[0], sentence(f"{who} {be} {phrases.length(values[0])} {said}{each}"), facts, found.notes
        )
    told = listed([f"{phrases.names.the(i)} {phrases.length(v)}" for i, v in zip(found.nodes, values, strict=True)])
    if found.definite and not found.plural:
        raise say_which(phrases, found, told)
    text = sentence(f"{who} are between {phrases.length(least)} and {phrases.length(most)} {said}: {told}")
    notes = (*found.notes, "they differ; the value is the middle of the least and the greatest")
    return GraphAnswer("size", (least + most) / 2.0, text, facts, notes)


def _all_sizes(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Width, depth and height in words; of the room those between its walls, with its floor."""
    graph = phrases.graph
    found = phrases.need(m["what"])
    sizes = [phrases.size(i) for i in found.nodes]
    if found.ambiguous and any(max(v) - min(v) > 0.005 for v in zip(*sizes, strict=True)):
        raise say_which(phrases, found)
    facts: list[Fact] = []
    told: dict[str, list[int]] = {}
    for i, size in zip(found.nodes, sizes, strict=True):
        (w, h, d) = size
        flat = h <= 0.02
        high = f" and {phrases.length(h)} {'thick' if flat else 'high'}"
        said = f"{phrases.length(w)} wide, {phrases.length(d)} deep{high}"
        told.setdefault(said, []).append(i)
        facts += [
            Fact(what, (graph.nodes[i].path,), v) for what, v in zip(("width", "height", "depth"), size, strict=True)
        ]
    parts = []
    for said, some in told.items():
        who = _who(phrases, found, m["what"]) if len(told) == 1 else phrases.names.several(some, 4)
        parts.append(f"{who} {phrases.names.be(some)} {said}{' each' if len(some) > 1 else ''}")
    text = sentence("; ".join(parts))
    if graph.room is not None and found.nodes[0] in graph.grounds and graph.nodes[found.nodes[0]].wall is None:
        text += f" between its walls; its floor covers {phrases.area(graph.room.width * graph.room.depth)}."
        text = text.replace(". between", " between")
    value = " x ".join(f"{v:.2f}" for v in sizes[0])
    return GraphAnswer("size", value, text, tuple(facts), found.notes)


def _area(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what is the floor area of the room*: width times depth, of a room between its walls. What is upright has its face."""
    graph = phrases.graph
    found = phrases.need(m["what"] if m["what"] else "the room")
    values = [phrases.measure("width", i) * phrases.measure("depth", i) for i in found.nodes]
    if found.ambiguous and max(values) - min(values) > ALIKE * max(values):
        raise say_which(phrases, found)
    facts = tuple(
        Fact("width times depth", (graph.nodes[i].path,), v) for i, v in zip(found.nodes, values, strict=True)
    )
    who = _who(phrases, found, m["what"] or "the room")
    if found.nodes[0] in graph.grounds:
        text = f"the floor of {who.replace('the floor', 'the room')} covers {phrases.area(values[0])}"
    else:
        each = "s" if len(found.nodes) == 1 else ""
        text = (
            f"{who} take{each} up {phrases.area(values[0])} of floor{' each' if len(found.nodes) > 1 else ''}, measured as"
            f" width times depth"
        )
    return GraphAnswer("size", values[0], sentence(text), facts, found.notes)


def _share_of_floor(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *how much of the floor does the rug cover*: its width times depth as a share of that of the room."""
    graph = phrases.graph
    if graph.room is None:
        raise NotAnswered("the scene has no room whose floor could be compared", "size")
    found = phrases.need(m["what"])
    area = sum(phrases.measure("width", i) * phrases.measure("depth", i) for i in found.nodes)
    share = area / (graph.room.width * graph.room.depth)
    fact = Fact("width times depth", _paths(phrases, found), area)
    cover = "covers" if len(found.nodes) == 1 else "cover"
    text = (
        f"{_who(phrases, found, m['what'])} {cover} {100 * share:.0f} % of the floor: {phrases.area(area)} of"
        f" {phrases.area(graph.room.width * graph.room.depth)}"
    )
    return GraphAnswer("size", share, sentence(text), (fact,), found.notes)


def _volume(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what is the volume of the room*: the volume of its box, of a room between its walls."""
    graph = phrases.graph
    found = phrases.need(m["what"])
    values = [w * h * d for w, h, d in map(phrases.size, found.nodes)]
    if len(values) > 1 and max(values) - min(values) > ALIKE * max(values):
        raise say_which(phrases, found)
    facts = tuple(Fact("volume of its box", (p,), v) for p, v in zip(_paths(phrases, found), values, strict=True))
    box = "" if found.nodes[0] in graph.grounds else ": the volume of the box around it"
    told = said_volume(values[0], phrases.unit, graph.unit)
    return GraphAnswer(
        "size", values[0], sentence(f"{_who(phrases, found, m['what'])} has {told}{box}"), facts, found.notes
    )


def _most(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what is the tallest thing in the room* and *which picture is the second largest*."""
    graph, word = phrases.graph, m["size"]
    nth = f"{(m.groupdict().get('nth') or '').strip()} ".lstrip()
    what = re.sub(r"^(?:of the |of |one of the |thing of )", "", m["what"])
    found = phrases.need(f"{nth}{word} {what}")
    measure = MEASURES[word]
    values = [phrases.measure(measure, i) for i in found.nodes]
    facts = tuple(Fact(measure, (graph.nodes[i].path,), v) for i, v in zip(found.nodes, values, strict=True))
    names = phrases.names.several(found.nodes)
    size = _said_size(phrases, measure, found.nodes[0])
    text = f"{names} {phrases.names.be(found.nodes)} the {nth}{word}{f', {size}' if size else ''}"
    return GraphAnswer("size", _paths(phrases, found), sentence(text), facts, found.notes)


def _said_size(phrases: Phrases, measure: str, i: int) -> str:
    """The size that decided, in words."""
    w, h, d = phrases.size(i)
    if measure == "size":
        return f"{phrases.length(w)} wide, {phrases.length(d)} deep and {phrases.length(h)} high"
    if measure == "level":
        return f"{phrases.length(phrases.measure(measure, i))} up at the middle"
    return f"{phrases.length(phrases.measure(measure, i))} {HAS_SIZE[measure]}"


def _above_floor(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """How high the bottom of a thing is above the floor of the room, or, without a room, above the lowest point of the scene."""
    graph = phrases.graph
    what = m.groupdict().get("up") or m["what"]
    found = phrases.need(what)
    low = 0.0 if graph.room is not None else float(graph.boxes[:, 1].min())
    values = [graph.nodes[i].position[1] - low for i in found.nodes]
    if max(values) - min(values) > 0.02 and found.ambiguous:
        raise say_which(phrases, found)
    facts = tuple(Fact("bottom above the floor", (p,), v) for p, v in zip(_paths(phrases, found), values, strict=True))
    if max(values) - min(values) > 0.02:
        told = listed([f"{phrases.names.the(i)} {phrases.length(v)}" for i, v in zip(found.nodes, values, strict=True)])
        text = f"their bottoms are at different heights above the floor: {told}"
        return GraphAnswer(
            "size",
            sum(values) / len(values),
            sentence(text),
            facts,
            (*found.notes, "they differ; the value is their mean"),
        )
    who = _who(phrases, found, what)
    return GraphAnswer(
        "size",
        values[0],
        sentence(f"the bottom of {who} is {phrases.length(values[0])} above the floor"),
        facts,
        found.notes,
    )


def _above_thing(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *how high above the table does the lamp hang*: from the top of the lower thing to the bottom of the upper one."""
    graph = phrases.graph
    up, low = phrases.need(m["a"]), phrases.need(m["b"])
    if m["how"] in ("below", "under", "beneath"):
        up, low = low, up
    pairs = [
        (
            graph.nodes[i].position[1]
            - graph.nodes[k].position[1]
            - (0.0 if k in graph.grounds else graph.nodes[k].size[1]),
            i,
            k,
        )
        for i in up.nodes
        for k in low.nodes
        if i != k
    ]
    if not pairs:
        raise NotAnswered("that asks how far a thing is above itself", "size")
    gap, i, k = min(pairs)
    if any(abs(other - gap) > 0.02 for other, _, _ in pairs) and (up.ambiguous or low.ambiguous):
        raise say_which(phrases, up if up.ambiguous else low)
    fact = Fact("from top to bottom", (graph.nodes[i].path, graph.nodes[k].path), gap)
    if gap < -0.005:
        raise NotAnswered(
            f"the bottom of {phrases.names.the(i)} is not above the top of {phrases.names.the(k)}", "size"
        )
    text = f"the bottom of {phrases.names.the(i)} is {phrases.length(gap)} above the top of {phrases.names.the(k)}"
    return GraphAnswer("size", gap, sentence(text), (fact,), (*up.notes, *low.notes))


_HUNG = r"(?:hang|hung|hanging|mounted|placed|positioned|fixed|sit|sitting|stand|standing)"
_NO_FLOOR = r"(?!(?:the |its )?(?:floor|ground|wall)\b)"

FORMS = (
    Form(
        "",
        rf"how (?:high|far|much)(?: up)? {_BE} (?P<a>.+?)(?: {_HUNG})? (?P<how>above|over|below|under|beneath) {_NO_FLOOR}(?P<b>.+)",
        _above_thing,
    ),
    Form(
        "how high above the table does the lamp hang",
        rf"how (?:high|far|much)(?: up)? (?:do|does) (?P<a>.+?) {_HUNG} (?P<how>above|over|below|under|beneath) {_NO_FLOOR}(?P<b>.+)",
        _above_thing,
    ),
    Form(
        "",
        rf"how (?:high|far|much)(?: up)? (?P<how>above|over|below|under|beneath) {_NO_FLOOR}(?P<b>.+?) (?:is|are|does|do) (?P<a>the .+?)"
        rf"(?: {_HUNG})?",
        _above_thing,
    ),
    Form(
        "what is the floor area of the room",
        r"(?:(?:what is |how (?:big|large) is )?the )?(?:(?:total|whole|entire|overall) )?(?:(?:floor|surface|ground) )?(?:area"
        r"|space|footprint)(?: of (?P<what>.+))?",
        _area,
    ),
    Form(
        "",
        r"how (?:many square (?:meters|metres)|much (?:floor )?(?:area|space)) (?:is|has|does|do) (?P<what>(?!there\b).+?)"
        r"(?: have| cover| occupy| take(?: up)?)?",
        _area,
    ),
    Form(
        "how much of the floor does the rug cover",
        r"how much of the (?:floor|room|ground) (?:does|do|is) (?P<what>.+?) (?:cover|take up|occupy|covered by)",
        _share_of_floor,
    ),
    Form("what is the volume of the room", r"(?:what is )?the (?:volume|cubic volume) of (?P<what>.+)", _volume),
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
        "",
        r"how (?:high|low|far)(?: up)? (?:is|are) (?P<what>.+?) (?:above|off|over) the (?:floor|ground)|how (?:high|low|far) up"
        r" is (?P<up>.+)",
        _above_floor,
    ),
    Form(
        "which picture is the second largest",
        rf"(?:which|what) (?P<what>.+?) {_BE} the (?P<nth>{ORDINAL_WORDS})[ -](?P<size>{MOST_WORDS})(?: one)?",
        _most,
    ),
    Form("how tall is the lamp", rf"how (?P<size>{ADJECTIVES}) {_BE} (?P<what>.+)", _how_tall),
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
        "what is the largest thing in the room",
        rf"(?:which|what) {_BE} the (?P<nth>(?:{ORDINAL_WORDS})[ -])?(?P<size>{MOST_WORDS}) (?P<what>.+)",
        _most,
    ),
)

"""Questions about the room as a whole: its ceiling, whether it is larger than an area, what kind of room it is, its way through."""

from __future__ import annotations

import re

from scenewright.scene.english import UNIT, metres
from scenewright.scene.layout.certify import door_box
from scenewright.scene.layout.certify.tolerances import DOOR
from scenewright.scene.layout.relations import FLAT, HALF_DEPTH, HALF_WIDTH, HEIGHT, X, Y, Z
from scenewright.scene.layout.relations.measures import COS, SIN, box_gap
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.questions.asked_units import AREA_UNITS, area_metres
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
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import split_list
from scenewright.scene.semantics.questions.thing_names import a

__all__ = ["FORMS", "room_said"]

_PASSAGE = 0.6
"""The least width in metres that a person walks through without turning."""
_BE = r"(?:is|are|was|were)"
_AREA = "|".join(sorted(map(re.escape, AREA_UNITS), key=len, reverse=True))


def _ceiling(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *how high is the ceiling*: the height of the room."""
    graph = phrases.graph
    if graph.room is None or phrases.select("ceiling").nodes:
        return None
    height = graph.room.height
    text = f"The ceiling is {phrases.length(height)} above the floor."
    return GraphAnswer("size", height, text, (Fact("height of the room", (graph.nodes[0].path,), height),))


def _ceiling_than(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is the ceiling higher than 2.5 m*."""
    graph = phrases.graph
    if graph.room is None or phrases.select("ceiling").nodes:
        return None
    height, limit = graph.room.height, metres(m["number"], m["unit"])
    value = height < limit if m["how"] in ("lower", "less", "under", "below") else height > limit
    fact = Fact("height of the room", (graph.nodes[0].path,), height)
    return GraphAnswer(
        "size", value, verdict(value, f"the ceiling is {phrases.length(height)} above the floor"), (fact,)
    )


def _than_area(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the room bigger than 20 m2*."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    if len(found.nodes) > 1:
        raise NotAnswered(f"there are {len(found.nodes)} that {found.text!r} can mean; say which", "size")
    i = found.nodes[0]
    limit = area_metres(m["number"], m["unit"])
    value = phrases.measure("width", i) * phrases.measure("depth", i)
    less = m["how"] in ("smaller", "less", "under", "below")
    holds = value < limit if less else value > limit
    what = "the floor of the room" if i in graph.grounds else phrases.names.the(i)
    fact = Fact("width times depth", (graph.nodes[i].path,), value)
    return GraphAnswer("size", holds, verdict(holds, f"{what} covers {phrases.area(value)}"), (fact,), found.notes)


def _kind_of_room(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """What the scene says that it is, in the words of its root."""
    node = phrases.graph.nodes[0]
    said = next((w for w in node.words[1:] if w.startswith(("a ", "an "))), "")
    text = f"It is {a(node.word)}." if not said else f"It is {a(node.word)}: {said}."
    return GraphAnswer("kind", node.word, text, (Fact("said of the scene", (node.path,), said or node.word),))


def _shape_of_room(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the room square*: by its width and depth between the walls."""
    graph = phrases.graph
    if graph.room is None:
        raise NotAnswered("the scene has no room whose shape could be told", "color")
    w, d = graph.room.width, graph.room.depth
    square = max(w, d) <= 1.02 * min(w, d)
    asked = m["shape"] or "rectangular"
    value = (
        square if asked == "square" else not square if asked in ("long", "narrow", "oblong") else asked == "rectangular"
    )
    text = f"the room is {phrases.length(w)} wide and {phrases.length(d)} deep, with four straight walls"
    path = (graph.nodes[0].path,)
    if m["shape"] is None:
        return GraphAnswer(
            "color",
            "square" if square else "rectangular",
            sentence(f"{'square' if square else 'rectangular'}: {text}"),
            (Fact("width", path, w), Fact("depth", path, d)),
        )
    return GraphAnswer("color", value, verdict(value, text), (Fact("width", path, w), Fact("depth", path, d)))


def _perimeter(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what is the perimeter of the room*: along its four walls, inside."""
    graph = phrases.graph
    if graph.room is None:
        raise NotAnswered("the scene has no room whose walls could be measured", "size")
    value = 2.0 * (graph.room.width + graph.room.depth)
    fact = Fact("twice width and depth", (graph.nodes[0].path,), value)
    return GraphAnswer("size", value, f"The walls of the room are {phrases.length(value)} long together.", (fact,))


def room_said(phrases: Phrases) -> str:
    """A sentence about the kind and the size of the room, or of the whole scene."""
    graph = phrases.graph
    node = graph.nodes[0]
    if graph.room is None:
        return f"This is {a(node.word)}."
    w, d, h = graph.room.width, graph.room.depth, graph.room.height
    size = f"{phrases.length(w)} wide, {phrases.length(d)} deep and {phrases.length(h)} high"
    openings = [i for i, n in enumerate(graph.nodes) if n.kind == "room" and n.name.startswith(("door", "window"))]
    has = f", with {phrases.names.grouped(openings)}" if openings else ""
    return f"This is {a(node.word)}, {size}{has}."


# -- ways through -------------------------------------------------------------------------------------------------------


def _can_pass(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Whether a person can walk between two things: where the nearest points of their boxes are 0.6 m apart or more."""
    a_, b_ = _two(phrases, m["what"])
    walls = [k for k, n in enumerate(phrases.graph.nodes) if n.wall is not None and n.name.startswith("wall")]
    if set(b_.nodes) <= set(walls) or set(a_.nodes) <= set(walls):
        return _pass_walls(phrases, *((a_, b_) if set(b_.nodes) <= set(walls) else (b_, a_)))
    gap, i, k = min((float(phrases.graph.spatial.gap([i], [k])[0]), i, k) for i in a_.nodes for k in b_.nodes if i != k)
    value = gap >= _PASSAGE
    names = f"{phrases.names.the(i)} and {phrases.names.the(k)}"
    text = f"there is {phrases.length(gap)} between {names}; a person needs about {phrases.length(_PASSAGE)}"
    if gap <= 0.005:
        text = f"{names} touch"
    fact = Fact("between nearest points of boxes", (phrases.graph.nodes[i].path, phrases.graph.nodes[k].path), gap)
    return GraphAnswer("distance", value, verdict(value, text), (fact,), (*a_.notes, *b_.notes))


def _pass_walls(phrases: Phrases, thing: Selection, walls: Selection) -> GraphAnswer:
    """Whether a person can walk between a thing and a wall: by any of the walls that may be meant, but those that it stands against."""
    graph = phrases.graph
    i = thing.nodes[0]
    gaps = {k: float(graph.spatial.wall_gap([i], graph.nodes[k].wall)[0]) for k in walls.nodes}
    value = any(gap >= _PASSAGE for gap in gaps.values())
    told = listed([f"{phrases.length(max(gap, 0.0))} to {phrases.names.the(k)}" for k, gap in gaps.items()], 4)
    text = f"from {phrases.names.the(i)} there is {told}; a person needs about {phrases.length(_PASSAGE)}"
    facts = tuple(Fact("to the wall", (graph.nodes[i].path, graph.nodes[k].path), gap) for k, gap in gaps.items())
    return GraphAnswer("distance", value, verdict(value, text), facts, thing.notes)


def _two(phrases: Phrases, what: str) -> tuple[Selection, Selection]:
    parts = split_list(what)
    if len(parts) == 2:
        return phrases.need(parts[0]), phrases.need(parts[1])
    found = phrases.need(re.sub(r"^(?:the )?(?:two|both|2)(?: of the)? ", "the ", what))
    if len(found.nodes) != 2:
        raise NotAnswered(f"'between' asks for two things; {found.text!r} fits {len(found.nodes)}", "distance")
    one, other = (Selection(found.text, (i,), True, False) for i in found.nodes)
    return one, other


def _could_fit(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    raise NotAnswered(
        "the scene tells where things stand, not what else would find room: ask how much space there is between two things",
        "size",
    )


def _wider_gap(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is there more than 1 m between the bed and the desk*."""
    a_, b_ = _two(phrases, m["what"])
    gap, i, k = min((float(phrases.graph.spatial.gap([i], [k])[0]), i, k) for i in a_.nodes for k in b_.nodes if i != k)
    limit = metres(m["number"], m["unit"])
    less = m["how"] in ("less than", "under")
    value = gap < limit if less else gap >= limit if m["how"] == "at least" else gap > limit
    text = f"there is {phrases.length(gap)} between {phrases.names.the(i)} and {phrases.names.the(k)}"
    fact = Fact("between nearest points of boxes", (phrases.graph.nodes[i].path, phrases.graph.nodes[k].path), gap)
    return GraphAnswer("distance", value, verdict(value, text), (fact,), (*a_.notes, *b_.notes))


def _doors_blocked(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is the door blocked*: by what reaches into the floor that its leaf swings over, as the layout's certificate has it."""
    graph = phrases.graph
    room = graph.room
    doors = [i for i in phrases.need(m["door"]).nodes if graph.nodes[i].name.startswith("door")]
    if room is None or not doors:
        return None
    openings = [o for o in room.openings if o.kind == "door"]
    numbers = [i for i, n in enumerate(graph.nodes) if n.kind == "room" and n.name.startswith("door")]
    if len(openings) != len(numbers):
        return None
    things = [i for i, n in enumerate(graph.nodes) if n.kind != "room" and n.parent == 0 and n.size[1] > FLAT]
    facts: list[Fact] = []
    met: list[str] = []
    for i in doors:
        low, high = door_box(room, openings[numbers.index(i)])
        swing = _upright(graph.boxes[i], low, high)
        for k in things:
            depth = -float(box_gap(graph.boxes[k], swing))
            shared = min(high[1], graph.boxes[k][Y] + graph.boxes[k][HEIGHT]) - max(low[1], graph.boxes[k][Y])
            if depth > DOOR and shared > DOOR:
                facts.append(Fact("in the way of the door", (graph.nodes[k].path, graph.nodes[i].path), depth))
                met.append(f"{phrases.names.the(k)} by {phrases.length(depth)}")
    named = phrases.names.several(doors)
    be = phrases.names.be(doors)
    asked_free = m["free"] is not None
    blocked = bool(facts)
    if blocked:
        text = f"{named} {be} blocked: in the way {'is' if len(met) == 1 else 'are'} {listed(met, 4)}"
    else:
        text = f"{named} {be} free: nothing stands where {'they swing' if len(doors) > 1 else 'it swings'}"
        facts = [Fact("nothing in the way of the door", (graph.nodes[i].path,), 0.0) for i in doors]
    value = blocked != asked_free
    return GraphAnswer("relation", value, verdict(value, text), tuple(facts))


def _upright(like: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """The box between two corners, in metres, as the rows of a graph have it."""
    box = like.copy()
    box[[X, Y, Z]] = (low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0
    box[[HALF_WIDTH, HALF_DEPTH, HEIGHT]] = (high[0] - low[0]) / 2.0, (high[2] - low[2]) / 2.0, high[1] - low[1]
    box[[COS, SIN]] = 1.0, 0.0
    return box


_WHO = r"(?:a person|a man|a woman|a human|an adult|someone|somebody|people|me|us|you|i|we|one)"
_WALK = r"(?:walk|get|go|pass|squeeze|fit|move|stand)"
_ROOM = r"(?:the |this )?(?:room|scene|place|space)"

_DOOR = r"(?:the |all |all the |any |any of the )?(?:[\w ]+ )?doors?(?: in the \w+ wall)?"
_NOT_FREE = r"(?:blocked|obstructed|barred|in the way|blocked by (?:anything|something)|covered)"

FORMS = (
    Form(
        "is the door blocked",
        rf"{_BE} (?P<door>{_DOOR}) (?:{_NOT_FREE}|(?P<free>free|clear|unblocked|unobstructed|accessible))",
        _doors_blocked,
    ),
    Form(
        "can the door open",
        rf"can (?P<door>{_DOOR}) (?P<free>(?:be )?open(?:ed)?(?: fully)?)",
        _doors_blocked,
    ),
    Form(
        "how high is the ceiling",
        r"(?:how (?:high|tall)|(?:what is |at )?(?:what|the) height) (?:is|of) (?:the |this )?(?:room )?ceiling(?: of the room)?"
        r"|(?:what is )?the (?:room(?:'s)? )?ceiling(?:'s)? height(?: of the room)?|how high are the (?:walls|ceilings)",
        _ceiling,
    ),
    Form(
        "",
        rf"{_BE} the (?:room )?ceiling (?P<how>higher|taller|lower|more|less|over|under|above|below)(?: than)?"
        rf" (?P<number>\d+(?:[.,]\d+)?) ?"
        rf"(?P<unit>{UNIT})(?: (?:high|tall|up))?",
        _ceiling_than,
    ),
    Form(
        "is the room bigger than 20 m2",
        rf"{_BE} (?P<a>.+?) (?P<how>bigger|larger|smaller|more|less|over|under|above|below)(?: than)? (?P<number>\d+(?:[.,]\d+)?) ?"
        rf"(?P<unit>{_AREA})(?: (?:big|large|of floor|in area|in size))?",
        _than_area,
    ),
    Form(
        "",
        rf"(?:what is )?the perimeter(?: of {_ROOM})?|how long are the walls(?: of {_ROOM})?(?: together)?",
        _perimeter,
    ),
    Form(
        "what kind of room is this",
        rf"(?:what|which) (?:kind|sort|type) of {_ROOM} (?:is|are) (?:this|it|that|shown|we in)",
        _kind_of_room,
    ),
    Form(
        "",
        rf"(?:what|which) (?:room|place|scene) (?:is|are) (?:this|it|that|we in)|what is this(?: {_ROOM})?|what is this a picture of",
        _kind_of_room,
    ),
    Form(
        "",
        rf"{_BE} {_ROOM} (?:a )?(?P<shape>square|rectangular|rectangle|oblong|round|l-shaped|circular)(?: {_ROOM})?|what shape"
        rf" (?:is|has) {_ROOM}|what is the shape of {_ROOM}",
        _shape_of_room,
    ),
    Form(
        "is there room for a person between the bed and the wall",
        rf"(?:is|are) there (?:enough |any )?(?:room|space)(?: enough)?(?: (?:for {_WHO}|to {_WALK}(?: through)?|for {_WHO} to"
        rf" {_WALK}(?: through)?))? "
        rf"between (?P<what>.+?)(?: (?:for {_WHO}(?: to {_WALK}(?: through)?)?|to {_WALK}(?: through)?))?",
        _can_pass,
    ),
    Form(
        "can a person walk between the bed and the desk",
        rf"(?:can|could) {_WHO} {_WALK}(?: through)? between (?P<what>.+)",
        _can_pass,
    ),
    Form(
        "",
        rf"(?:is|are) there (?P<how>more than|less than|at least|over|under) (?P<number>\d+(?:[.,]\d+)?) ?(?P<unit>{UNIT})"
        r"(?: of (?:space|room))? between (?P<what>.+)",
        _wider_gap,
    ),
    Form(
        "",
        r"(?:is|are) there (?:enough |any |still )?(?:room|space) (?:for|to|left) .+|(?:can|could) (?:i|we|you|one) (?:put|fit"
        r"|place|add|move) .+",
        _could_fit,
    ),
)

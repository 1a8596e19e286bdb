"""The place of things in words: what holds them, the wall and corner that they are at, what is beside them."""

from __future__ import annotations

import re

from scenewright.scene.english import Meaning
from scenewright.scene.layout.relations import FLAT, SPOKEN
from scenewright.scene.semantics.queries import HOLDS
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, listed, sentence
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FORMS", "named", "on_ground", "place_of", "same_rank"]

_STANDS = r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|leans?|belongs?|goes)"


def place_of(phrases: Phrases, i: int, *, short: bool = False) -> str:
    """The place of a thing in words: what holds it, the wall and corner that it is at, and what is beside it."""
    graph = phrases.graph
    said = []
    node = graph.nodes[i]
    if node.wall is not None and node.kind == "room":
        return f"in the {node.wall} wall" if not node.name.startswith("wall") else f"the {node.wall} side of the room"
    inside = graph.topmost(graph.within[i])
    if inside:
        said.append(f"in {phrases.names.the(inside[0])}")
    on = [k for k in graph.rests_on[i] if k != 0 and i not in graph.within[k]]
    deepest = [k for k in on if not any(graph.holds(c, k) for c in on)]
    if deepest and not inside:
        said.append("on " + listed([named(phrases, k) for k in deepest], 2))
    elif not on and 0 in graph.rests_on[i]:
        said.append("on the ground")
    rows = [i]
    spatial = graph.spatial
    walls = [
        w for w in ("left", "right", "back", "front") if float(spatial.wall_gap(rows, w)[0]) <= SPOKEN["against_wall"]
    ]
    standing = not on or any(k in graph.grounds for k in on)
    if graph.room is not None and walls and standing:
        if spatial.hung[i]:
            said.append(f"on the {walls[0]} wall")
        elif len(walls) == 1 and phrases.places.alone("corner", i) >= HOLDS:
            said.append(f"in a corner, against the {walls[0]} wall")
        elif len(walls) == 2 and {*walls} not in ({"left", "right"}, {"back", "front"}):
            said.append(f"in the corner of the {listed(walls)} walls")
        else:
            said.append(f"against the {listed(walls)} wall{'s' if len(walls) > 1 else ''}")
    elif not on and graph.room is not None and bool(spatial.holds("hanging", rows)[0]):
        said.append("hanging from the ceiling")
    if short:
        return ", ".join(said)
    low = _hangs_above(phrases, i) if spatial.hung[i] or not on else None
    if low is not None:
        said.append(f"above {phrases.names.the(low)}")
    elif standing and graph.room is not None and not walls and phrases.places.alone("corner", i) >= HOLDS:
        said.append(f"in the corner of the {listed(_nearest_walls(phrases, i))} walls")
    near = [] if _flat(phrases, i) else _beside(phrases, i)
    over = [] if spatial.hung[i] or not standing else _over(phrases, i)
    if over:
        said.append(f"under {phrases.names.the(over[0])}")
    elif (
        not near
        and standing
        and not spatial.hung[i]
        and len(said) < 2
        and (closest := _closest(phrases, i)) is not None
    ):
        said.append(f"{phrases.length(closest[0])} from {phrases.names.the(closest[1])}")
    if near:
        said.append("next to " + listed([phrases.names.the(k) for k in near]))
    return ", ".join(said)


def _nearest_walls(phrases: Phrases, i: int) -> list[str]:
    """The two walls that a thing in a corner is nearest to."""
    gaps = {w: float(phrases.graph.spatial.wall_gap([i], w)[0]) for w in ("left", "right", "back", "front")}
    pairs = [min(pair, key=lambda w: gaps[w]) for pair in (("left", "right"), ("back", "front"))]
    return sorted(pairs, key=lambda w: gaps[w])


def _over(phrases: Phrases, i: int) -> list[int]:
    """The things on the ground that a thing is under, such as the table over a bin or on a rug, the largest first."""
    graph = phrases.graph
    if _flat(phrases, i):
        upon = graph.topmost(k for k in range(len(graph)) if i in graph.rests_on[k] and not graph.related(i, k))
        return sorted(upon, key=lambda k: -graph.nodes[k].size[0] * graph.nodes[k].size[2])
    some = [
        k
        for k in range(len(graph))
        if k not in graph.grounds and not graph.related(i, k) and graph.nodes[k].size[1] > FLAT
    ]
    held = [k for k in some if on_ground(phrases, k) and phrases.places.fitting(Meaning("under"), [i], k)]
    return [k for k in graph.topmost(held) if not graph.stands_on(k, i) or graph.grounds & set(graph.rests_on[k])]


def _flat(phrases: Phrases, i: int) -> bool:
    """Whether a thing lies flat on the ground."""
    return phrases.graph.nodes[i].size[1] <= FLAT


def _closest(phrases: Phrases, i: int) -> tuple[float, int] | None:
    """(metres, node) of the thing on the ground that a thing stands nearest to; None for none."""
    graph = phrases.graph
    some = [
        k
        for k in range(len(graph))
        if k not in graph.grounds
        and not graph.related(i, k)
        and graph.nodes[k].size[1] > FLAT
        and on_ground(phrases, k)
    ]
    return min(((float(graph.spatial.gap([i], [k])[0]), k) for k in graph.topmost(some)), default=None)


def named(phrases: Phrases, i: int) -> str:
    """A thing that others are at, as people say it."""
    return phrases.names.the(i)


def on_ground(phrases: Phrases, i: int) -> bool:
    """Whether a thing stands on the ground, or on what lies flat there (a rug)."""
    graph = phrases.graph
    flat = {k for k in graph.rests_on[i] if graph.nodes[k].size[1] <= FLAT and k not in graph.grounds}
    return bool(graph.grounds & {*graph.rests_on[i], *(g for k in flat for g in graph.rests_on[k])})


def same_rank(phrases: Phrases, i: int, other: int) -> bool:
    """Whether people would locate one thing by the other: both stand on the ground or hang, or both rest on the same thing."""
    rests, hung = phrases.graph.rests_on, phrases.graph.spatial.hung
    if hung[i] and not hung[other] and on_ground(phrases, other):
        return False
    low = [not rests[k] or on_ground(phrases, k) for k in (i, other)]
    return all(low) or bool(set(rests[i]) & set(rests[other]) - phrases.graph.grounds)


def _beside(phrases: Phrases, i: int) -> list[int]:
    graph = phrases.graph
    parent = graph.nodes[i].parent
    some = [
        k
        for k in (graph.children[parent] if parent >= 0 else ())
        if k not in graph.grounds and graph.nodes[k].kind != "room"
    ]
    found = [
        k
        for k in phrases.places.fitting(Meaning("next_to"), some, i)
        if same_rank(phrases, i, k) and graph.nodes[k].size[1] > FLAT
    ]
    return sorted(found, key=lambda k: (float(graph.spatial.gap([i], [k])[0]), graph.nodes[k].path))[:2]


def _hangs_above(phrases: Phrases, i: int) -> int | None:
    """The largest thing on the ground below a thing that hangs."""
    graph = phrases.graph
    some = [
        k
        for k in range(len(graph))
        if k not in graph.grounds and graph.nodes[k].kind != "room" and graph.nodes[k].size[1] > FLAT
    ]
    below = [k for k in phrases.places.fitting(Meaning("under"), some, i) if on_ground(phrases, k)]
    return max(graph.topmost(below), key=lambda k: (graph.nodes[k].size[0] * graph.nodes[k].size[2], -k), default=None)


def _position(phrases: Phrases, i: int) -> str:
    x, y, z = phrases.graph.nodes[i].position
    return f"({x:.2f}, {y:.2f}, {z:.2f})"


def _where(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    told, facts = [], []
    shared = {place_of(phrases, i, short=True) for i in found.nodes}
    if len(found.nodes) > 1 and len(shared) == 1 and (place := shared.pop()):
        facts = [Fact("position", (graph.nodes[i].path,), _position(phrases, i)) for i in found.nodes]
        text = sentence(
            f"{'they' if found.text == 'they' else phrases.names.several(found.nodes, 6, together=True)} are {place}"
        )
        return GraphAnswer("place", text, text, tuple(facts), found.notes)
    for i in found.nodes[:6]:
        place = place_of(phrases, i) or "standing free"
        told.append(f"{phrases.names.the(i)} {phrases.names.be([i])} {place}")
        facts.append(Fact("position", (graph.nodes[i].path,), _position(phrases, i)))
    text = sentence("; ".join(told))
    if len(found.nodes) > 6:
        text += f" There are {len(found.nodes) - 6} more."
    return GraphAnswer("place", text, text, tuple(facts), found.notes)


FORMS = (
    Form(
        "where is the lamp",
        rf"where(?:abouts)?(?: in (?:the|this) (?:room|scene))? {_STANDS} (?P<what>.+?)(?: located| standing| placed| situated|"
        rf" positioned)?"
        r"(?: in (?:the|this) (?:room|scene))?",
        _where,
    ),
    Form("", r"where (?:can|could|do) (?:i|you|we|one) (?:find|see|look for) (?P<what>.+)", _where),
    Form("", r"where (?:does|do) (?P<what>.+?) (?:stand|sit|lie|hang|rest|lean|belong|go)", _where),
    Form("", r"(?:what is )?the (?:position|location|place) of (?P<what>.+)", _where),
)

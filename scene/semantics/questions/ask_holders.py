"""Questions for the target of a relation: which desk the printer is on, which wall a picture hangs on, what a sofa faces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenewright.scene.english import Meaning
from scenewright.scene.layout.relations import FLAT, TOUCHING
from scenewright.scene.semantics.queries import HOLDS, asked_meaning
from scenewright.scene.semantics.questions.ask_directions import frame, sides, told_sides
from scenewright.scene.semantics.questions.ask_places import on_ground, same_rank
from scenewright.scene.semantics.questions.ask_relations import candidates, said
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
from scenewright.scene.semantics.questions.phrase_words import echoed, split_list

__all__ = ["FORMS"]


def _what_faces(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """What a thing faces: the nearest thing that a ray from its front meets, among things at its height."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    i = found.nodes[0]
    if found.ambiguous:
        raise NotAnswered(f"there are {len(found.nodes)} that 'the {found.text}' can mean; say which", "relation")
    some = candidates(phrases, "facing", found.nodes)
    met = [
        k
        for k in some
        if k != i
        and graph.nodes[k].size[1] > FLAT
        and bool(graph.spatial.holds("facing", [i], [k])[0])
        and k not in graph.rests_on[i]
    ]
    order = sorted(met, key=lambda k: (float(graph.spatial.gap([i], [k])[0]), graph.nodes[k].path))
    paths = tuple(graph.nodes[k].path for k in order[:1])
    front = graph.nodes[i].front
    what = phrases.names.the(order[0]) if order else "nothing that is named"
    text = sentence(f"{phrases.names.the(i)} faces {what}")
    return GraphAnswer(
        "relation", paths, text, (Fact("front, degrees from +z toward +x", (graph.nodes[i].path,), front),), found.notes
    )


def _held_by(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *what does the lamp stand on* and *what is the lamp on*."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    inside = (m.groupdict().get("how") or "on") in ("in", "inside")
    if not inside and all(bool(graph.spatial.hung[i]) for i in found.nodes):
        return _which_wall(phrases, m)
    holders = sorted({k for i in found.nodes for k in (graph.within[i] if inside else graph.rests_on[i])})
    deepest = [k for k in holders if not any(graph.holds(k, c) for c in holders)] if inside else graph.topmost(holders)
    if not inside and any(k in graph.grounds for k in deepest):
        deepest = [k for k in holders if not any(graph.holds(k, c) for c in holders)]
    paths = tuple(graph.nodes[k].path for k in deepest)
    who = phrases.names.several(found.nodes, 6)
    be = phrases.names.be(found.nodes)
    if deepest:
        text = sentence(f"{who} {be} {'in' if inside else 'on'} {phrases.names.several(deepest)}")
    else:
        text = sentence(
            f"{who} {be} {'in' if inside else 'on'} nothing: nothing that holds {'it' if be == 'is' else 'them'} was found"
        )
    return GraphAnswer("relation", paths, text, (Fact("inside" if inside else "on", paths),), found.notes)


def _which_wall(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """The wall that a thing is on, at or in."""
    graph = phrases.graph
    found = phrases.need(m["a"])
    walls = [k for k, n in enumerate(graph.nodes) if n.wall is not None and n.name.startswith("wall")]
    if not walls:
        raise NotAnswered("the scene has no walls", "relation")
    out: dict[int, None] = {}
    at_wall: dict[int, list[int]] = {}
    for i in found.nodes:
        node = graph.nodes[i]
        if node.kind == "room":
            at_wall[i] = [k for k in walls if graph.nodes[k].wall == node.wall]
            out.update(dict.fromkeys(at_wall[i]))
            continue
        gaps = [(float(graph.spatial.wall_gap([i], graph.nodes[k].wall)[0]), k) for k in walls]
        kind = "on" if graph.spatial.hung[i] else "against"
        at = [k for _, k in sorted(gaps) if phrases.places.fitting(Meaning(kind), [i], k)]
        at_wall[i] = at
        out.update(dict.fromkeys(at))
    who = phrases.names.several(found.nodes, 6)
    be = phrases.names.be(found.nodes)
    if not out:
        return GraphAnswer("relation", (), sentence(f"{who} {be} at no wall"), (Fact("at", ()),), found.notes)
    paths = tuple(graph.nodes[k].path for k in out)
    text = sentence("; ".join(_at_walls(phrases, found.nodes, at_wall)))
    return GraphAnswer("relation", paths, text, (Fact("at", paths),), found.notes)


def _at_walls(phrases: Phrases, nodes: Sequence[int], at_wall: dict[int, list[int]]) -> list[str]:
    """Which of several things are at which walls."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for i in nodes:
        groups.setdefault(
            tuple(dict.fromkeys(str(phrases.graph.nodes[k].wall) for k in at_wall.get(i, ()))), []
        ).append(i)
    told = []
    for walls, some in groups.items():
        who = phrases.names.several(some, 6)
        if not walls:
            told.append(f"{who} {phrases.names.be(some)} at no wall")
            continue
        room = all(phrases.graph.nodes[i].kind == "room" for i in some)
        hung = all(bool(phrases.graph.spatial.hung[i]) for i in some)
        how = "in" if room else "on" if hung else "against"
        told.append(
            f"{who} {phrases.names.be(some)} {how} the {listed(list(walls))} wall{'s' if len(walls) > 1 else ''}"
        )
    return told


def _which_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *which desk is the printer on*: the things of a kind that a thing has the relation to."""
    graph = phrases.graph
    meaning = asked_meaning(m["how"])
    if meaning is None:
        return None
    things, some = phrases.need(m["a"]), phrases.need(m["what"])
    found = [k for k in some.nodes if bool(phrases.places.fitting(meaning, things.nodes, k)) != meaning.denied]
    paths = tuple(graph.nodes[k].path for k in found)
    placed = [i for i in things.nodes if any(phrases.places.fitting(meaning, [i], k) for k in found)] or list(
        things.nodes
    )
    who, be = phrases.names.several(placed, 4), phrases.names.be(placed)
    text = sentence(f"{who} {be} {said(meaning)} {phrases.names.several(found) if found else 'none of them'}")
    return GraphAnswer("relation", paths, text, (Fact(said(meaning), paths),), (*things.notes, *some.notes))


def _which_has(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *which desk has the printer*: the desk that it is a part of, in or on."""
    graph = phrases.graph
    if m["what"] in ("wall", "walls"):
        return _which_wall(phrases, m)
    some, things = phrases.need(m["what"]), phrases.need(m["a"])
    found = [
        k
        for k in some.nodes
        if any(graph.holds(k, i) or k in graph.within[i] or graph.stands_on(i, k) for i in things.nodes)
    ]
    if not found:
        found = [k for k in some.nodes if any(phrases.places.together(k, i) >= HOLDS for i in things.nodes)]
    paths = tuple(graph.nodes[k].path for k in found)
    text = sentence(
        f"{phrases.names.several(found) if found else 'none of them'} {'have' if len(found) > 1 else 'has'} {echoed(m['a'])}"
    )
    return GraphAnswer("relation", paths, text, (Fact("has", paths),), (*some.notes, *things.notes))


def _which_lacks(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *which wall does not have a window*: those that no such thing is a part of, in or on."""
    graph = phrases.graph
    some = phrases.need(m["what"])
    named = ["door", "window"] if m["a"] in ("opening", "openings") else split_list(m["a"])
    nodes = [i for name in named for i in phrases.select(name).nodes]
    lacking = [
        k
        for k in some.nodes
        if not any(
            graph.holds(k, i)
            or k in graph.within[i]
            or graph.stands_on(i, k)
            or (graph.nodes[i].wall is not None and graph.nodes[i].wall == graph.nodes[k].wall)
            for i in nodes
        )
    ]
    paths = tuple(graph.nodes[k].path for k in lacking)
    text = sentence(
        f"{phrases.names.several(lacking) if lacking else 'none of them'} {'have' if len(lacking) > 1 else 'has'} no {echoed(m['a'])}"
    )
    return GraphAnswer("relation", paths, text, (Fact(f"without {m['a']}", paths),), some.notes)


def _apart_from(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    gap, i, k = min((float(graph.spatial.gap([i], [k])[0]), i, k) for i in a.nodes for k in b.nodes if i != k)
    value = gap <= TOUCHING
    names = f"{phrases.names.the(i)} and {phrases.names.the(k)}"
    text = f"{names} touch" if value else f"{names} are {phrases.length(gap)} apart"
    return GraphAnswer(
        "relation",
        value,
        verdict(value, text),
        (Fact("distance", (graph.nodes[i].path, graph.nodes[k].path), gap),),
        (*a.notes, *b.notes),
    )


def _each_other(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *are the chairs facing each other*: whether the relation holds for all of them, both ways, each to some other."""
    meaning = asked_meaning(m["how"])
    if meaning is None:
        return None
    parts = split_list(m["a"]) if " and " in m["a"] else [m["a"]]
    some = [phrases.need(p) for p in parts]
    nodes = sorted({i for s in some for i in s.nodes})
    if len(nodes) < 2:
        raise NotAnswered(f"there is only one that {m['a']!r} fits here", "relation")
    held = {
        i: [k for k in nodes if k != i and phrases.places.meant(meaning, i, k, sight=phrases.sight()) >= HOLDS]
        for i in nodes
    }
    mutual = [i for i in nodes if any(i in held[k] for k in held[i])]
    value = len(mutual) == len(nodes)
    names = phrases.names.several(nodes, 6)
    text = f"{names} are {'' if value else 'not '}{said(meaning)} each other"
    one_way = [(i, k) for i in nodes for k in held[i] if i not in held[k]]
    if not value and one_way:
        text += f"; {phrases.names.the(one_way[0][0])} is {said(meaning)} {phrases.names.the(one_way[0][1])}"
    paths = tuple(phrases.graph.nodes[i].path for i in mutual)
    return GraphAnswer(
        "relation",
        value,
        verdict(value, text),
        (Fact(f"{said(meaning)} each other", paths),),
        tuple(n for s in some for n in s.notes),
    )


def _which_side(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *which side of the bed is the desk on*."""
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    if a.ambiguous or b.ambiguous:
        which = a if a.ambiguous else b
        raise NotAnswered(f"there are {len(which.nodes)} that 'the {which.text}' can mean; say which", "relation")
    i, k = a.nodes[0], b.nodes[0]
    held = sides(phrases, i, k)
    notes = (*a.notes, *b.notes, frame(phrases, phrases.names.the(k), [k]))
    value = listed([kind.removesuffix("_of").replace("in_front", "front") for kind in held])
    fact = Fact("lies", (phrases.graph.nodes[i].path, phrases.graph.nodes[k].path), value)
    return GraphAnswer("relation", value, sentence(told_sides(phrases, i, k)), (fact,), notes)


def _is_part(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is the ladder part of the bed*."""
    a, b = phrases.need(m["a"]), phrases.need(m["b"])
    having = [i for i in a.nodes if any(phrases.graph.holds(k, i) for k in b.nodes)]
    value = bool(having)
    names = phrases.names.several(having or a.nodes, 4)
    text = f"{names} {phrases.names.be(having or a.nodes)} {'' if value else 'not '}part of {phrases.names.several(b.nodes, 4)}"
    paths = tuple(phrases.graph.nodes[i].path for i in having)
    return GraphAnswer("relation", value, verdict(value, text), (Fact("part of", paths),), (*a.notes, *b.notes))


def _stranded(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *what is the kettle next to* and *what does the painting hang above*: what a thing has a relation to."""
    graph = phrases.graph
    meaning = asked_meaning(m["how"])
    if meaning is None or meaning.denied or meaning.kind in ("on", "inside"):
        return None
    found = phrases.need(m["a"])
    if found.ambiguous:
        raise NotAnswered(f"there are {len(found.nodes)} that 'the {found.text}' can mean; say which", "relation")
    some = candidates(phrases, meaning.kind, found.nodes)
    some = [k for k in some if k not in graph.grounds and not any(graph.related(k, i) for i in found.nodes)]
    met = [
        k for k in some if any(phrases.places.meant(meaning, i, k, sight=phrases.sight()) >= HOLDS for i in found.nodes)
    ]
    met = graph.topmost(met)
    hung = all(bool(graph.spatial.hung[i]) for i in found.nodes)
    near = [
        k for k in met if (on_ground(phrases, k) if hung else any(same_rank(phrases, i, k) for i in found.nodes))
    ] or met
    near = [k for k in near if not any(graph.stands_on(j, k) for j in near)]  # the table, not the rug that it is on
    near.sort(key=lambda k: (min(float(graph.spatial.gap([i], [k])[0]) for i in found.nodes), graph.nodes[k].path))
    paths = tuple(graph.nodes[k].path for k in near)
    who, be = phrases.names.several(found.nodes, 4), phrases.names.be(found.nodes)
    text = sentence(f"{who} {be} {said(meaning)} {phrases.names.several(near, 8) if near else 'nothing that is named'}")
    return GraphAnswer("relation", paths, text, (Fact(said(meaning), paths),), found.notes)


_BESIDE = (
    r"next to|beside|near|close to|above|over|under|underneath|beneath|below|behind|in front of|opposite|across from|to the left of"
    r"|to the right of|left of|right of|between|against|touching|far from"
)

FORMS = (
    Form(
        "which wall does not have a window",
        r"(?:which|what) (?P<what>.+?) (?:(?:does|do) not have|has no|have no|lacks?)(?: any| an?)? (?P<a>.+)",
        _which_lacks,
    ),
    Form(
        "are the chairs facing each other",
        r"(?:is|are) (?P<a>.+?) (?:(?:standing|sitting|placed|both|all) )?(?P<how>facing|touching|looking at|turned to|next to"
        r"|beside|near|close to|opposite|across from|against|above|behind|in front of|under)"
        r" (?:each other|one another)",
        _each_other,
    ),
    Form(
        "which side of the bed is the desk on",
        r"(?:on )?(?:what|which) sides? of (?P<b>.+?) (?:is|are|does|do) (?P<a>.+?)(?: stand(?:ing)?)?(?: on)?",
        _which_side,
    ),
    Form("is the drawer part of the desk", r"(?:is|are) (?P<a>.+?) (?:a |an )?parts? of (?P<b>.+)", _is_part),
    Form(
        "what is the kettle next to",
        rf"(?:what|who|which things?) (?:is|are|does|do) (?P<a>(?:the|my|your|it|they) ?.*?)(?: (?:stand|sit|lie|rest"
        rf"|hang)(?:t?ing)?| lying| placed| mounted)? "
        rf"(?P<how>{_BESIDE})",
        _stranded,
    ),
    Form(
        "which wall is the desk against",
        r"(?:on |in |against |at )?(?:which|what) walls? (?:is|are|does|do) (?P<a>.+?)(?: hang(?:ing)?| stand(?:ing)?| mounted| placed)?"
        r"(?: (?:on|in|at|against))?",
        _which_wall,
    ),
    Form(
        "which desk is the printer on",
        r"(?:on |in |at )?(?:which|what) (?P<what>.+?) (?:is|are|does|do) (?P<a>the .+?)(?: stand| sit| lie| rest)? "
        r"(?P<how>on|in|inside|under|next to|near|behind|in front of|facing|above)(?: top of)?",
        _which_of,
    ),
    Form(
        "which desk has the printer",
        r"(?:which|what) (?P<what>.+?) (?:has|have|holds?|contains?|carries) (?P<a>.+)",
        _which_has,
    ),
    Form(
        "what does the sofa face",
        r"(?:what|who|which thing|which way) (?:does|do|is|are) (?P<a>.+?) (?:face|facing|look at|looking at|point at|turned to)",
        _what_faces,
    ),
    Form(
        "what does the lamp stand on",
        r"(?:what|which thing|who) (?:does|do|is|are|did) (?P<a>.+?)(?: (?:stand|sit|lie|rest|hang)(?:t?ing)?| lying| placed)? "
        r"(?P<how>on|in|inside)(?: top of)?",
        _held_by,
    ),
    Form("", r"(?:what|which thing) (?:supports|holds|carries) (?P<a>the .+)", _held_by),
    Form(
        "do the bed and the wall touch",
        r"(?:does|do) (?P<a>.+?) (?:and|touch) (?P<b>.+?)(?: touch(?: each other)?)?",
        _apart_from,
    ),
)

"""Whether things are at the same place: *are both windows in the same wall*, *is the vase on the same table as the cup*."""

from __future__ import annotations

import re

from scenewright.scene.english import Meaning
from scenewright.scene.semantics.queries import HOLDS, asked_meaning
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, verdict
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FORMS"]


def _same_place(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Whether one thing of a kind has the relation to all of some things."""
    meaning = asked_meaning(m["how"])
    other = m["other"]
    things = phrases.need(m["a"]) if not other else phrases.need(f"the {_bare(m['a'])} and the {_bare(other)}")
    if "side of" in m["place"] or meaning is None:
        raise NotAnswered(f"I cannot tell whether things are {m['how']} the same {m['place']}", "relation")
    places = phrases.need(f"the {m['place']}s" if m["place"] == "wall" else f"the {m['place']}")
    if len(things.nodes) < 2:
        raise NotAnswered(f"there is only one that {m['a']!r} fits here", "relation")
    at = {i: [k for k in places.nodes if k != i and _placed(phrases, meaning, i, k)] for i in things.nodes}
    shared = set(places.nodes).intersection(*at.values())
    value = bool(shared)
    names = phrases.names.several(things.nodes, 6)
    if shared:
        text = f"{names} are {m['how']} {phrases.names.several(sorted(shared), 2)}"
    else:
        told = [
            f"{phrases.names.the(i)} {phrases.names.be([i])} {m['how']} {phrases.names.several(where, 2) if where else 'none'}"
            for i, where in at.items()
        ]
        text = "; ".join(told[:6])
    facts = tuple(
        Fact(m["how"], (phrases.graph.nodes[i].path, *(phrases.graph.nodes[k].path for k in where)))
        for i, where in at.items()
    )
    return GraphAnswer("relation", value, verdict(value, text), facts, things.notes)


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", text)


def _placed(phrases: Phrases, meaning: Meaning, i: int, place: int) -> bool:
    """Whether a thing is so placed; of a door or a window and a wall, whether it is in it."""
    nodes = phrases.graph.nodes
    if nodes[i].kind == "room" and nodes[place].kind == "room":
        return nodes[i].wall is not None and nodes[i].wall == nodes[place].wall
    return phrases.places.meant(meaning, i, place, sight=phrases.sight()) >= HOLDS


FORMS = (
    Form(
        "are both pictures on the same wall",
        r"(?:is|are) (?P<a>.+?) (?:(?:all|both|hanging|standing|lying|sitting|mounted) )*(?P<how>on|in|at|under|near|next to"
        r"|against|inside) the same (?P<place>[\w ]+?)"
        r"(?: as (?P<other>.+))?",
        _same_place,
    ),
)

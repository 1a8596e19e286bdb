"""Questions of looks: what colour a thing is, what it is made of, whether it is red."""

from __future__ import annotations

import re

from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, listed, spoken_name
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases, Selection
from scenewright.scene.semantics.scene_graph import GraphNode, colors_said, materials_said
from scenewright.scene.semantics.words import is_color, normalise

__all__ = ["FORMS"]

_BE = r"(?:is|are|was|were)"


def _what_color(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    graph = phrases.graph
    found = phrases.need(m["what"])
    told: dict[str, list[int]] = {}
    facts = []
    for i in found.nodes:
        node = graph.nodes[i]
        words = colors_said(node)
        name = words[0] if words else node.color_name
        if name is None:
            continue
        told.setdefault(name, []).append(i)
        if node.color is not None:
            rgb = ", ".join(f"{round(255 * v)}" for v in node.color)
            facts.append(Fact("mean sRGB of its surface", (node.path,), f"({rgb})"))
    if not told:
        return GraphAnswer("color", None, f"{found.text} has no surface to see", (), found.notes)
    if len(told) == 1:
        name = next(iter(told))
        return GraphAnswer("color", name, name, tuple(facts), found.notes)
    text = "; ".join(f"{name}: {listed([spoken_name(graph, i) for i in some], 4)}" for name, some in told.items())
    return GraphAnswer("color", ", ".join(told), text, tuple(facts), (*found.notes, "they differ"))


def _made_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    found = phrases.need(m["what"])
    said = {phrases.graph.nodes[i].path: materials_said(phrases.graph.nodes[i]) for i in found.nodes}
    words = tuple(dict.fromkeys(w for some in said.values() for w in some))
    facts = tuple(Fact("said of it or seen", (path,), ", ".join(some) or "nothing") for path, some in said.items())
    if not words:
        return GraphAnswer("color", None, f"the scene does not say what {found.text} is made of", facts, found.notes)
    return GraphAnswer("color", ", ".join(words), listed(words), facts, found.notes)


def _is_color(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    tokens = m["text"].split()
    length = next((k for k in (2, 1) if len(tokens) > k and find_color(tokens[-k:]) is not None), 0)
    if not length:
        return None
    what, word = " ".join(tokens[:-length]), " ".join(tokens[-length:])
    found = phrases.need(what)
    fits = [i for i in found.nodes if _colored(phrases.graph.nodes[i], word)]
    every = found.plural and found.definite
    value = len(fits) == len(found.nodes) if every else bool(fits)
    seen = listed(
        [f"{spoken_name(phrases.graph, i)} {phrases.graph.nodes[i].color_name or 'unseen'}" for i in found.nodes], 4
    )
    facts = tuple(
        Fact("colour of its surface", (phrases.graph.nodes[i].path,), phrases.graph.nodes[i].color_name)
        for i in found.nodes
    )
    return GraphAnswer("color", value, f"{'yes' if value else 'no'}: {seen}", facts, _ambiguity(found))


def _colored(node: GraphNode, word: str) -> bool:
    said = colors_said(node)
    if said:
        return any(set(normalise(word)) & set(normalise(c)) for c in said)
    return node.color is not None and is_color(node.color, word)


def _ambiguity(found: Selection) -> tuple[str, ...]:
    if not found.ambiguous:
        return found.notes
    return (*found.notes, f"there are {len(found.nodes)} that 'the {found.text}' can mean; one of them is enough")


FORMS = (
    Form("what color is the sofa", r"(?:what|which) color(?: is| are)? (?P<what>.+?)", _what_color),
    Form("", r"(?:what is |tell me )?the color of (?P<what>.+)", _what_color),
    Form(
        "what is the table made of",
        rf"(?:what|which material)(?: {_BE})? (?P<what>.+?) made (?:of|from|out of)",
        _made_of,
    ),
    Form("is the sofa blue", rf"{_BE} (?P<text>.+)", _is_color),
)

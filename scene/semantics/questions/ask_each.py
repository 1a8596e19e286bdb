"""Lists for each of several things: *what is on each bench*."""

from __future__ import annotations

import re

from scenewright.scene.semantics.questions.ask_relations import things_in_relation
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, sentence
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FORMS"]

_RELATION = re.compile(r"(?P<rest>.+)")


def _on_each(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """What has the relation to each of some things, one after the other."""
    owners = phrases.need(m["what"])
    before = phrases.given
    told: list[str] = []
    facts: list[Fact] = []
    relation = _RELATION.fullmatch(f"{m['how']} it")
    for owner in owners.nodes:
        phrases.given = (owner,)
        found = None if relation is None else things_in_relation(phrases, relation)
        phrases.given = before
        if found is None or not isinstance(found.value, tuple):
            return None
        nodes = [phrases.graph.by_path[path] for path in found.value]
        told.append(f"{m['how']} {phrases.names.the(owner)}: {phrases.names.grouped(nodes)}")
        facts.append(Fact(f"{m['how']} {phrases.graph.nodes[owner].path}", found.value))
    paths = tuple(dict.fromkeys(path for fact in facts for path in fact.paths))
    return GraphAnswer("relation", paths, sentence("; ".join(told)), tuple(facts), owners.notes)


FORMS = (
    Form(
        "what is on each desk",
        r"what (?:is|are|stands?|lies?|hangs?) (?P<how>on|in|inside|under|next to|near|behind|in front of|above|at) "
        r"(?:top of )?(?:each|every)(?: one)?(?: of)?(?: the)? (?P<what>(?!side\b|other\b)[\w ]+)",
        _on_each,
    ),
)

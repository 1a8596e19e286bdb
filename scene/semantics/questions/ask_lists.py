"""Lists: what furniture there is, what is in the room, everything that is red, a description of the scene."""

from __future__ import annotations

import re

from scenewright.scene.semantics.queries import read_claims
from scenewright.scene.semantics.questions.ask_rooms import room_said
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, sentence
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.asking_words import THINGS
from scenewright.scene.semantics.questions.missing_things import missing
from scenewright.scene.semantics.questions.phrase_words import bare_phrase
from scenewright.scene.semantics.words import singular

__all__ = ["FORMS"]

_ROOM = r"(?:the |this )?(?:whole |entire )?(?:room|scene|picture|image|place|house|kitchen|bedroom|office|garden)"


def _everything(phrases: Phrases) -> list[int]:
    """The things that stand on their own: no parts, no floor, walls, doors or windows."""
    graph = phrases.graph
    some = [i for i in range(len(graph)) if i not in graph.grounds and graph.nodes[i].kind != "room"]
    return graph.topmost(some)


def _list_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    what = (m.groupdict().get("what") or "things").strip()
    if any(claim.subject for claim in read_claims(what)):
        return None
    if singular(bare_phrase(what)) in THINGS or bare_phrase(what) in ("contents", "all", ""):
        nodes = _everything(phrases)
        notes: tuple[str, ...] = ()
    else:
        found = phrases.select(what)
        nodes, notes = list(found.nodes), found.notes
        if not nodes:
            raise NotAnswered(missing(phrases, what), "relation")
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    text = f"there {phrases.names.be(nodes)} {phrases.names.grouped(nodes)}"
    return GraphAnswer("relation", paths, sentence(text), (Fact("found", paths),), notes)


def _describe(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """The kind and size of the room, and what stands in it."""
    nodes = _everything(phrases)
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    return GraphAnswer(
        "relation",
        paths,
        f"{room_said(phrases)} There {phrases.names.be(nodes)} {phrases.names.grouped(nodes)}.",
        (Fact("found", paths),),
    )


FORMS = (
    Form("describe the room", rf"(?:describe|tell me about) {_ROOM}|what does {_ROOM} look like", _describe),
    Form(
        "what furniture is there",
        rf"(?:what|which) (?P<what>(?!kind|sort|type|color|shape|material|room\b|else\b)[\w ]+?) "
        rf"(?:(?:is|are) (?:there|here|in {_ROOM})(?: in {_ROOM})?|(?:do|can) (?:you|we|i) (?:see|have|find)|does {_ROOM} (?:have"
        rf"|contain))",
        _list_of,
    ),
    Form(
        "",
        rf"(?:what|what all|what else|what (?:things|objects|items)) (?:is|are) (?:there|here|(?:there )?in {_ROOM})|what (?:do"
        rf"|can) (?:you|we|i) see(?: in {_ROOM})?"
        rf"|what does {_ROOM} (?:have|contain)|what is inside {_ROOM}|what is in here",
        _list_of,
    ),
    Form(
        "list all the chairs",
        rf"(?:list|name|show)(?: me)? (?:everything|all things|every thing|all objects|(?:all )?(?:of )?(?:the )?(?P<what>[\w"
        rf" ]+?))(?: (?:in|of) {_ROOM})?",
        _list_of,
    ),
)

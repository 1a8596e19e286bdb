"""Questions of what things are for: *what can I sit on*, *is there anything to eat*, *where can I keep food cold*.

The lexicon says what kinds of things serve a purpose; what it does not know is not guessed.
"""

from __future__ import annotations

import re

from scenewright.scene.semantics.questions.ask_places import place_of
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, sentence, verdict
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["FORMS"]

_ANY = r"(?:anything|something|nothing|any ?things?|some ?things?|things?|objects?|stuff|furniture|any furniture)"
_SPOT = r"(?:anywhere|somewhere|nowhere|(?:a|any|some) (?:place|spot|space|surface)|places)"
_ROOM = r"(?: (?:here|there|(?:in|inside) (?:the|this) (?:room|scene|picture|house|kitchen|place)))?"
_ONE = r"(?:i|you|we|one|people|someone|somebody|(?:a |the )?(?:person|guests?|visitors?|child|children|kids?|teenager|family))"
_ANYONE = (
    rf"(?:{_ONE}|(?:the |a |an )?(?:customer|client|patient|student|pupil|teacher|worker|reader|player|musician|cook|baker"
    rf"|host|parent|baby|cat|dog|teen)s?)"
)
_CAN = r"(?:can|could|may|might|would|should|do|does)"
_TO = rf"(?:for {_ONE} )?(?:to|that {_ONE} {_CAN}|{_ONE} {_CAN}|which {_ONE} {_CAN}|where {_ONE} {_CAN})"
_DO = (
    r"(?P<do>(?!you\b|i\b|we\b|the\b|a\b|an\b|my\b|it\b|they\b|to\b|in\b|on\b|of\b|left\b|right\b|see\b|find\b|have\b|say\b"
    r"|tell (?:me|us)\b|ask\b|count\b|be\b|walk\b|get to\b)[a-z]+(?: [\w' ]+)?)"
)
_USED = r"(?:be )?used? (?:to|for)"


def _found(phrases: Phrases, do: str, place: bool) -> tuple[list[int], str]:
    """The things here for a purpose, and its words.

    Raises:
        NotAnswered: the lexicon does not know what serves it.
    """
    plain = re.sub(
        r" (?:it|them|here|there|in (?:the|this) (?:\w+ )?(?:room|scene|kitchen|house|office|shop|studio|practice))$",
        "",
        do.strip(),
    )
    plain = re.sub(r"^(?:use|used) (?:to|for) ", "", plain)
    found = phrases.resolver.for_purpose(plain, place=place)
    if found is None:
        raise NotAnswered(f"I do not know what kinds of things there are to {plain}", "exists")
    nodes = phrases.distinct([phrases.graph.by_path[f.path] for f in found if f.path in phrases.graph.by_path], False)
    return [i for i in nodes if i not in phrases.graph.grounds], re.sub(
        r"\bmy\b", "your", re.sub(r"\bme\b", "you", plain)
    )


def _is_there(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    place = bool(re.match(_SPOT, m["what"]))
    nodes, do = _found(phrases, m["do"], place)
    denied = m["what"] in ("nothing", "nowhere")
    value = bool(nodes) != denied
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    what = "somewhere" if place else "something"
    if nodes:
        text = (
            f"there {phrases.names.be(nodes)} {phrases.names.told(nodes)} to {do}"
            if len(nodes) < 9
            else f"there are {phrases.names.grouped(nodes)} to {do}"
        )
    else:
        text = f"I know of {what.replace('some', 'no')} here to {do}"
    return GraphAnswer("exists", value, verdict(value, text), (Fact("found", paths, float(len(paths))),))


def _what_can(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    nodes, do = _found(phrases, m["do"], False)
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    names = phrases.names.told(nodes)
    text = f"{names} {phrases.names.be(nodes)} there to {do}" if nodes else f"I know of nothing here to {do}"
    return GraphAnswer("relation", paths, sentence(text), (Fact(f"to {do}", paths),))


def _where_can(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    nodes, do = _found(phrases, m["do"], True)
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    if not nodes:
        return GraphAnswer("relation", (), f"I know of nowhere here to {do}.", (Fact(f"to {do}", ()),))
    told = phrases.names.told(nodes)
    text = f"{told} {phrases.names.be(nodes)} there to {do}"
    if len(nodes) == 1 and (place := place_of(phrases, nodes[0], short=True)):
        text += f"; it is {place}"
    return GraphAnswer("relation", paths, sentence(text), (Fact(f"to {do}", paths),))


def _can(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *can guests sit down here*; None where it is not known what that takes."""
    try:
        nodes, do = _found(phrases, m["do"], True)
    except NotAnswered:
        return None
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    text = (
        f"there {phrases.names.be(nodes)} {phrases.names.told(nodes)} to {do}"
        if nodes
        else f"I know of nothing here to {do}"
    )
    return GraphAnswer("exists", bool(nodes), verdict(bool(nodes), text), (Fact("found", paths, float(len(paths))),))


def _how_many(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    nodes, do = _found(phrases, m["do"], m["what"].startswith(("place", "spot")))
    paths = tuple(phrases.graph.nodes[i].path for i in nodes)
    told = f": {phrases.names.told(nodes)}" if nodes else ""
    text = f"there {phrases.names.be(nodes)} {len(nodes) or 'no'} thing{'' if len(nodes) == 1 else 's'} to {do}{told}"
    return GraphAnswer("count", len(nodes), sentence(text), (Fact("counted", paths, float(len(paths))),))


FORMS = (
    Form("is there anything to eat", rf"(?:is|are) there (?P<what>{_ANY}|{_SPOT}){_ROOM} {_TO} {_DO}", _is_there),
    Form(
        "", rf"(?:do|can|could) (?:i|you|we) (?:have|see|find) (?P<what>{_ANY}|{_SPOT}){_ROOM} {_TO} {_DO}", _is_there
    ),
    Form("", rf"does (?:the|this) (?:room|scene|kitchen|place) have (?P<what>{_ANY}|{_SPOT}) {_TO} {_DO}", _is_there),
    Form(
        "what can I sit on",
        rf"(?:what|which (?:things?|objects?|furniture))(?: furniture| things?)? (?:{_CAN}|is there to|is there for) (?:{_ANYONE}"
        rf" )?(?:{_USED} )?{_DO}",
        _what_can,
    ),
    Form("", rf"what (?:is|are) (?:there )?(?:here )?(?:to|used to|used for|good for) {_DO}", _what_can),
    Form("", rf"what (?:here )?(?:{_CAN} be )?used (?:to|for) {_DO}", _what_can),
    Form(
        "",
        rf"(?:can|could) {_ANYONE} (?P<do>(?!see|find|have|count|walk|get)[a-z]+(?: (?!the\b|a\b|an\b|here\b"
        rf"|in\b)[a-z]+){{0,2}})(?: here| in here| in this room)?",
        _can,
    ),
    Form("where can I sit", rf"where {_CAN} {_ANYONE} {_DO}", _where_can),
    Form(
        "",
        rf"how many (?P<what>things|objects|items|places|spots|seats) (?:are there )?(?:{_ONE} {_CAN}|{_CAN} {_ONE}|to|there are to) {_DO}",
        _how_many,
    ),
)

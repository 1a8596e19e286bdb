"""Questions of amounts: at least two chairs, more chairs than tables, as many plates as glasses, a plate for every chair."""

from __future__ import annotations

import re

from scenewright.scene.english import CARDINALS, cardinal
from scenewright.scene.semantics.queries import HOLDS, asked_meaning
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, sentence, verdict
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import echoed
from scenewright.scene.semantics.questions.thing_names import a as with_article
from scenewright.scene.semantics.questions.thing_names import bare_noun, number_of, verb_be

__all__ = ["FORMS"]

_NUMBER = rf"(?P<number>\d{{1,5}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
_BOUND = (
    r"(?P<bound>at least|at most|more than|fewer than|less than|no more than|no fewer than|no less than|over|under|exactly"
    r"|only|just|up to)"
)
_HOLDS = {
    "at least": lambda n, k: n >= k, "no fewer than": lambda n, k: n >= k, "no less than": lambda n, k: n >= k,
    "at most": lambda n, k: n <= k, "no more than": lambda n, k: n <= k, "up to": lambda n, k: n <= k,
    "more than": lambda n, k: n > k, "over": lambda n, k: n > k,
    "fewer than": lambda n, k: n < k, "less than": lambda n, k: n < k, "under": lambda n, k: n < k,
    "exactly": lambda n, k: n == k, "only": lambda n, k: n == k, "just": lambda n, k: n == k,
}  # fmt: skip


def _paths(phrases: Phrases, found: Selection) -> tuple[str, ...]:
    return tuple(phrases.graph.nodes[i].path for i in found.nodes)


def _bounded(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *are there at least two chairs*."""
    number = cardinal(m["number"])
    found = phrases.select(m["what"])
    count = len(found.nodes)
    value = bool(_HOLDS[m["bound"]](count, number))
    text = f"there {verb_be(count)} {number_of(count, echoed(m['what']))}"
    return GraphAnswer(
        "exists", value, verdict(value, text), (Fact("found", _paths(phrases, found), float(count)),), found.notes
    )


def _two(phrases: Phrases, m: re.Match[str]) -> tuple[Selection, Selection, tuple[Fact, ...], str]:
    """The two things of a comparison, their facts, and both numbers in words."""
    rest = f" {m['rest']}" if m.groupdict().get("rest") else ""
    a, b = phrases.select(f"{m['a']}{rest}"), phrases.select(f"{m['b']}{rest}")
    if not a.nodes and not b.nodes:
        raise NotAnswered(f"there are no {echoed(m['a'])} and no {echoed(m['b'])} in this scene", "count")
    facts = tuple(Fact(f"count of {s.text}", _paths(phrases, s), float(len(s.nodes))) for s in (a, b))
    told = f"{number_of(len(a.nodes), echoed(m['a']))} and {number_of(len(b.nodes), echoed(m['b']))}"
    return a, b, facts, f"there {phrases.names.be(a.nodes)} {told}{rest}"


def _more(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b, facts, told = _two(phrases, m)
    value = len(a.nodes) > len(b.nodes) if m["how"] == "more" else len(a.nodes) < len(b.nodes)
    return GraphAnswer("count", value, verdict(value, told), facts, (*a.notes, *b.notes))


def _as_many(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b, facts, told = _two(phrases, m)
    value = len(a.nodes) == len(b.nodes)
    return GraphAnswer("count", value, verdict(value, told), facts, (*a.notes, *b.notes))


def _enough(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *is there a plate for every chair*: whether there are as many or more."""
    a, b, facts, told = _two(phrases, m)
    value = len(a.nodes) >= len(b.nodes) > 0
    return GraphAnswer("count", value, verdict(value, told), facts, (*a.notes, *b.notes))


def _belongs(phrases: Phrases, owner: int, thing: int) -> bool:
    """Whether a thing has another: as its part, in it, on it, or beside it as a chair is at a desk."""
    graph = phrases.graph
    held = graph.holds(owner, thing) or owner in graph.within[thing] or graph.stands_on(thing, owner)
    return owner != thing and (held or phrases.places.together(owner, thing) >= HOLDS)


def _each_has(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *does every desk have a lamp*: those with such a part, or with such a thing on, in or beside them."""
    owners, things = phrases.need(m["b"]), phrases.select(m["a"])
    having = [o for o in owners.nodes if any(_belongs(phrases, o, i) for i in things.nodes)]
    lacking = [o for o in owners.nodes if o not in having]
    value = not lacking
    noun = echoed(m["a"])
    all_said = number_of(len(owners.nodes), echoed(m["b"]))
    noun = noun if re.match(r"(?:its|their|an?|one|any|some|no)\b", noun) else with_article(noun)
    text = f"none of the {all_said} has {noun}"
    if having:
        text = f"{len(having)} of the {all_said} {'has' if len(having) == 1 else 'have'} {noun}; {phrases.names.several(lacking, 6)} not"
    if value:
        text = (
            f"all {all_said} have {noun}"
            if len(owners.nodes) > 1
            else f"{phrases.names.the(owners.nodes[0])} has {noun}"
        )
    paths = tuple(phrases.graph.nodes[o].path for o in having)
    return GraphAnswer(
        "exists",
        value,
        verdict(value, text),
        (Fact(f"with {noun}", paths, float(len(paths))),),
        (*owners.notes, *things.notes),
    )


def _each_related(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    """Answer *is there a lamp on every nightstand*: of which things of a kind something has the relation."""
    meaning = asked_meaning(m["how"])
    if meaning is None:
        return None
    owners, things = phrases.need(m["b"]), phrases.select(m["a"])
    of_parts = meaning.kind in ("on", "inside")  # the ladder of a bunk bed is on it
    having = [
        o
        for o in owners.nodes
        if phrases.places.fitting(meaning, things.nodes, o)
        or (of_parts and any(phrases.graph.holds(o, i) for i in things.nodes))
    ]
    lacking = [o for o in owners.nodes if o not in having]
    noun, all_said = with_article(bare_noun(echoed(m["a"]))), number_of(len(owners.nodes), echoed(m["b"]))
    text = f"there is {noun} {m['how']} all {all_said}"
    if lacking:
        text = f"there is none {m['how']} {phrases.names.several(lacking, 6)}"
        text = (
            f"there is {noun} {m['how']} {phrases.names.several(having, 6)}, but none {m['how']} {phrases.names.several(lacking, 6)}"
            if having
            else text
        )
    paths = tuple(phrases.graph.nodes[o].path for o in having)
    return GraphAnswer(
        "exists", not lacking, verdict(not lacking, text), (Fact(f"with {noun}", paths, float(len(paths))),)
    )


def _how_many_more(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b, facts, told = _two(phrases, m)
    difference = (len(a.nodes) - len(b.nodes)) * (1 if m["how"] == "more" else -1)
    text = f"there are not {m['how']}: {told}" if difference < 0 else f"{difference} {m['how']}: {told}"
    return GraphAnswer("count", difference, sentence(text), facts, (*a.notes, *b.notes))


def _which_more(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    """Answer *which are there more of, chairs or tables*."""
    a, b, facts, told = _two(phrases, m)
    if len(a.nodes) == len(b.nodes):
        return GraphAnswer("count", "neither", sentence(f"neither: {told}"), facts)
    most = a if (len(a.nodes) > len(b.nodes)) == (m["how"] == "more") else b
    return GraphAnswer("count", most.text, sentence(f"there are {m['how']} {echoed(most.text)}: {told}"), facts)


_REST = r"(?: (?P<rest>(?:in|on|at|around|under|near|by) .+))?"

FORMS = (
    Form(
        "are there at least two chairs",
        rf"(?:is|are) there {_BOUND} {_NUMBER} (?P<what>(?!m\b|cm\b|meters?\b|feet\b).+)",
        _bounded,
    ),
    Form(
        "how many more chairs than tables are there",
        rf"how many (?P<how>more|fewer|less) (?P<a>.+?) (?:are there )?than (?P<b>.+?)(?: are there)?{_REST}",
        _how_many_more,
    ),
    Form(
        "are there more chairs than tables",
        rf"(?:are|is) there (?P<how>more|fewer|less) (?P<a>.+?) than (?P<b>.+?){_REST}",
        _more,
    ),
    Form(
        "are there as many plates as chairs",
        rf"(?:are|is) there (?:as many|the same number of|an equal number of|equally many) (?P<a>.+?) (?:as|and) (?P<b>.+?){_REST}",
        _as_many,
    ),
    Form(
        "is there a plate for every chair",
        rf"(?:is|are) there (?:an? |one |enough )?(?P<a>.+?) (?:for|to|per|at|by|with) (?:every|each|all|all of) (?:of )?(?:the"
        rf" )?(?P<b>[\w ]+?){_REST}",
        _enough,
    ),
    Form(
        "",
        rf"(?:does|do) (?:every|each|all) (?:of )?(?:the )?(?P<b>.+?) have (?:its own |their own |an? |one )?(?P<a>.+?){_REST}",
        _each_has,
    ),
    Form(
        "is there a lamp on every nightstand",
        r"(?:is|are) there (?:an? |one |any )?(?P<a>[\w ]+?) (?P<how>on|in|inside|under|at|near|next to|beside|above|behind|by|in"
        r" front of) "
        r"(?:top of )?(?:each|every|all)(?: of)?(?: the)? (?P<b>(?!sides?\b)[\w ]+)",
        _each_related,
    ),
    Form(
        "",
        r"(?:which|what) (?:is|are) there (?P<how>more|fewer|less)(?: of)?,? (?P<a>.+?) or (?P<b>.+)",
        _which_more,
    ),
)

"""Questions of count and existence."""

from __future__ import annotations

import re
from dataclasses import replace

from scenewright.scene.english import Meaning, cardinal
from scenewright.scene.semantics.queries import HOLDS, read_claims, read_query
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
from scenewright.scene.semantics.questions.attribute_words import attributes_of
from scenewright.scene.semantics.questions.missing_things import kin, missing
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import bare_phrase, echoed, split_list
from scenewright.scene.semantics.questions.predicates import read_predicate
from scenewright.scene.semantics.questions.stated_parts import stated_anywhere, stated_parts
from scenewright.scene.semantics.questions.thing_colors import told_color
from scenewright.scene.semantics.questions.thing_names import a, bare_noun, number_of, verb_be
from scenewright.scene.semantics.words import default_lexicon, lexicon, lexicon_vocabulary, parse

__all__ = ["FORMS"]

_VERBS = (
    r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|exists?|can (?:be (?:seen|found)|you (?:see|find))"
    r"|do (?:you|we) (?:see|have|count))(?! (?:is|are|was|were|does|do)\b)"
)
_TAKES = "fit|accommodate|seat|sleep"
"""Verbs of what would find room somewhere."""
_HAS = r"(?:has|have|contains?|holds?|includes?|got)"
_SHOWN = 8
"""So many things are named in an answer; more are told by kind."""
_SETS = "rows?|columns?|lines?|groups?|clusters?"
"""Words for arrangements, which the scene does not name as things."""


def _members(phrases: Phrases, what: str, whole: str) -> tuple[Selection, str]:
    """The things of a kind that a whole has, and how: 'has' its parts, else 'inside' it, else 'on' it."""
    owner = phrases.need(whole)
    some = phrases.select(what)
    if set(owner.nodes) & phrases.graph.grounds:
        return some, "has"
    if len(owner.nodes) > 1 and re.match(r"(?:a|an|each|every|one)\b", whole.strip()):
        return _members_of_each(phrases, what, whole, owner.nodes), "has"
    for how in ("has", "inside", "on"):
        if how == "has":
            nodes = [i for i in phrases.plain(bare_phrase(what)) if any(phrases.graph.holds(o, i) for o in owner.nodes)]
            found = phrases.distinct(nodes, some.plural)
        else:
            found = [i for o in owner.nodes for i in phrases.places.fitting(Meaning(how), some.nodes, o)]
        if found:
            notes = some.notes
            if owner.ambiguous:
                notes = (*notes, f"there are {len(owner.nodes)} of {whole}; those of all are counted")
            return Selection(some.text, tuple(sorted(set(found))), some.definite, some.plural, notes), how
    return Selection(some.text, (), some.definite, some.plural), ""


def _members_of_each(phrases: Phrases, what: str, whole: str, owners: tuple[int, ...]) -> Selection:
    """For *a chair*: the legs of one chair, if all have the same number."""
    some = phrases.select(what)
    counts = {o: [i for i in some.nodes if phrases.graph.holds(o, i)] for o in owners}
    if len({len(c) for c in counts.values()}) > 1:
        told = ", ".join(f"{phrases.names.the(o)} {len(c)}" for o, c in counts.items())
        raise NotAnswered(f"they differ: {told}", "count")
    note = f"there are {len(owners)} of {whole!r}; those of one are counted, and all have as many"
    return Selection(some.text, tuple(counts[owners[0]]), some.definite, some.plural, (note,))


def _counted(phrases: Phrases, found: Selection, said: str) -> GraphAnswer:
    """How many there are of what the question says."""
    nodes, paths = found.nodes, _paths(phrases, found.nodes)
    number = len(nodes)
    stated = None if number else stated_anywhere(phrases, said)
    if stated is not None:
        text = (
            f"the scene has no {bare_noun(said)} as things of their own, but by its description"
            f" {phrases.names.the(stated.node)} has {stated.number}"
        )
        return GraphAnswer(
            "count",
            stated.number,
            sentence(text),
            (Fact(f"said: {stated.said}", _paths(phrases, (stated.node,))),),
            found.notes,
        )
    if not number:
        _refuse_no_thing(phrases, found.text)
        text = f"{sentence(f'there are {number_of(0, said)}')} {_why_none(phrases, found.text, said)}".strip()
    else:
        told = _told(phrases, nodes)
        number_said = number_of(number, said)
        named = "" if not told or _repeats(told, number_said) else f": {told}"
        text = sentence(f"there {verb_be(number)} {number_said}{named}")
    return GraphAnswer("count", number, text, (Fact("counted", paths, float(number)),), found.notes)


def _told(phrases: Phrases, nodes: tuple[int, ...]) -> str:
    """The names of counted things, or of many only the kinds; '' where the kind says nothing new."""
    kinds = {phrases.names.words[i] for i in nodes}
    if len(nodes) <= _SHOWN:
        return phrases.names.several(nodes)
    return phrases.names.grouped(nodes) if len(kinds) > 1 else ""


def _why_none(phrases: Phrases, text: str, said: str) -> str:
    """What there is instead of something that there is none of; '' where *there are no lamps* says all."""
    told = missing(phrases, text)
    nothing_near = told.startswith("there is nothing called") and not kin(phrases, bare_phrase(text))[1]
    return "" if nothing_near or told.startswith(("no ", "nothing is ")) else sentence(told)


_DESCRIBED = re.compile(r"(?:anything|something|any things?) (?:that is )?(?P<said>\w+)(?P<rest>(?: .+)?)$")


def _paths(phrases: Phrases, nodes: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(phrases.graph.nodes[i].path for i in nodes)


def _refuse_no_thing(phrases: Phrases, text: str) -> None:
    """Raise NotAnswered for words that name nothing here and no thing that is known: they cannot be counted."""
    noun = read_query(text).noun
    if not noun or phrases.plain(noun):
        return
    known = default_lexicon()
    read = parse(noun, lexicon_vocabulary(known))
    if not (known.knows(read.compound) or known.knows(read.head)):
        raise NotAnswered(f"I cannot count {text!r}: {missing(phrases, text)}", "count")


def _how_many_could(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    raise NotAnswered("the scene tells how many things there are, not how many could be there", "count")


def _how_many_sets(phrases: Phrases, m: re.Match[str]) -> GraphAnswer | None:
    if phrases.select(m["what"]).nodes and not re.match(rf"(?:{_SETS}) of ", m["what"]):
        return None
    raise NotAnswered(f"the scene tells how many things there are, not how many {m['sets']} they stand in", "count")


def _how_many(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what = m["what"]
    rest = re.sub(r" ?\b(?:is|are) (?:there|here)$", "", (m["rest"] or "").strip())
    rest = re.sub(
        r"^(?:in|inside|within) (?:the|this) (?:whole |entire )?(?:room|scene|picture|house|place)$", "", rest
    )
    if rest and not read_claims(f"x {rest}"):
        if rest not in ("there", "here", "present", "visible"):
            # 'how many chairs that are not red are there'
            return _how_many_so(phrases, re.sub(r" (?:that|which|who)$", "", what), rest)
        rest = ""
    parts = split_list(what) if not rest or " and " not in rest else [what]
    found = [phrases.select(f"{part} {rest}".strip()) for part in parts]
    said = echoed(f"{what} {rest}")
    if len(found) == 1:
        return _counted(phrases, found[0], said)
    nodes = tuple(sorted({i for s in found for i in s.nodes}))
    notes = tuple(dict.fromkeys(n for s in found for n in s.notes))
    parts_said = listed([number_of(len(s.nodes), echoed(part)) for s, part in zip(found, parts, strict=True)])
    paths = _paths(phrases, nodes)
    together = (
        f", {len(nodes)} together"
        if len(nodes) == sum(len(s.nodes) for s in found)
        else f"; {len(nodes)} things in all"
    )
    text = sentence(f"there {verb_be(len(found[0].nodes))} {parts_said}{f' {rest}' if rest else ''}{together}")
    return GraphAnswer("count", len(nodes), text, (Fact("counted", paths, float(len(nodes))),), notes)


def _how_many_so(phrases: Phrases, what: str, said: str) -> GraphAnswer:
    """Answer *how many chairs are red*: the things of a kind that a predicate holds for."""
    predicate = read_predicate(said)
    if predicate is None:
        raise NotAnswered(f"I cannot read {said!r} after 'how many {what}'", "count")
    some = phrases.need(what)
    nodes = tuple(predicate(phrases, some.nodes))
    paths, basis = _paths(phrases, nodes), float(len(nodes))
    all_said = number_of(len(some.nodes), echoed(what))
    if nodes:
        told = (
            f"{len(nodes)} of the {all_said}"
            if len(nodes) < len(some.nodes)
            else f"all {all_said}"
            if len(nodes) > 1
            else all_said
        )
        names = _told(phrases, nodes)
        text = sentence(f"{told} {phrases.names.be(nodes)} {said}{f': {names}' if names else ''}")
        return GraphAnswer("count", len(nodes), text, (Fact("counted", paths, basis),), some.notes)
    notes_told = [
        f"{phrases.names.the(i)} is {t.text}" for i in some.nodes[:4] if (t := told_color(phrases.graph, i)) is not None
    ]
    notes = tuple(dict.fromkeys((*some.notes, *notes_told)))
    text = f"all are {said[4:]}" if said.startswith("not ") else f"none is {said}"
    whole = f"{text.replace('none', f'none of the {all_said}', 1).replace('all are', f'all {all_said} are', 1)}"
    return GraphAnswer("count", 0, sentence(whole), (Fact("counted", (), 0.0),), notes)


def _how_many_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what, whole = m["what"], m["whole"]
    owner = phrases.need(whole)
    found, how = _members(phrases, what, whole)
    grounds = bool(set(owner.nodes) & phrases.graph.grounds)
    if not found.nodes and not grounds:
        stated = stated_parts(phrases, owner.nodes, what)
        if stated is not None:
            text = sentence(
                f"{phrases.names.the(owner.nodes[0])} has {number_of(stated.number, echoed(what))}, as its description says"
            )
            return GraphAnswer(
                "count", stated.number, text, (Fact(f"said: {stated.said}", _paths(phrases, owner.nodes)),), owner.notes
            )
        if not any(phrases.graph.children[i] for i in owner.nodes):
            raise NotAnswered(
                f"the scene does not tell the parts of {phrases.names.the(owner.nodes[0])}: it is one thing here, and "
                f"nothing says how many {echoed(what)} it has",
                "count",
            )
    if grounds:
        return _counted(phrases, found, echoed(what))
    noun = re.sub(r"^(?:an?|each|every|one|each of the|every one of the) ", "", echoed(whole))
    each = f"each {lexicon.variants_of(noun)[-1]}" if len(owner.nodes) > 1 and found.notes else echoed(whole)
    number = number_of(len(found.nodes), echoed(what))
    there = f"there {phrases.names.be(found.nodes)} {number}"
    text = {"inside": f"{there} in {each}", "on": f"{there} on {each}"}.get(how, f"{each} has {number}")
    told = phrases.names.several(found.nodes) if len(found.nodes) <= _SHOWN and how in ("inside", "on") else ""
    counted = Fact("counted", _paths(phrases, found.nodes), float(len(found.nodes)))
    return GraphAnswer(
        "count", len(found.nodes), sentence(text + (f": {told}" if told else "")), (counted,), found.notes
    )


def _is_there(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what = m["what"].strip()
    none = re.match(r"(?:no|not (?:a|an|any|one)|none of) ", what)
    what = what[none.end() :] if none else what
    described = _DESCRIBED.match(what)
    if described is not None and attributes_of(described["said"]) is not None:
        what = f"{described['said']} things{described['rest']}"
    asked = _number(what)
    if asked is not None:
        what = what.split(" ", 1)[1]
    options = split_list(what) if " or " in what else [what]
    if re.search(r",? and (?:also )?(?:an?|any|some|\w+s$)\b", what) and not re.search(r"\bbetween\b", what):
        return _all_there(phrases, [re.sub(r"^also ", "", p) for p in split_list(what)])
    for option in options:
        _refuse_state(phrases, option)
    return _existing(
        phrases, [phrases.select(o) for o in options], asked, [echoed(o) for o in options], denied=bool(none)
    )


def _refuse_state(phrases: Phrases, what: str) -> None:
    """Raise NotAnswered for a state after a noun, which no scene tells: *any lamps lit*, *a seat free*."""
    words = bare_phrase(what).split()
    if len(words) < 2 or phrases.select(what).nodes or attributes_of(words[-1]) is not None:
        return
    if (
        phrases.plain(" ".join(words[:-1]))
        and not default_lexicon().knows(words[-1])
        and not read_claims(f"x {words[-1]}")
    ):
        raise NotAnswered(f"the scene does not say which {' '.join(words[:-1])} are {words[-1]}", "exists")


def _all_there(phrases: Phrases, parts: list[str]) -> GraphAnswer:
    """Answer *is there a lamp and a desk*: whether there is each of them."""
    found = [phrases.select(p) for p in parts]
    value = all(s.nodes for s in found)
    told = [
        f"there {verb_be(len(s.nodes))} {number_of(len(s.nodes), echoed(p))}" for s, p in zip(found, parts, strict=True)
    ]
    nodes = tuple(sorted({i for s in found for i in s.nodes}))
    basis = (Fact("found", _paths(phrases, nodes), float(len(nodes))),)
    return GraphAnswer("exists", value, verdict(value, listed(told)), basis, tuple(n for s in found for n in s.notes))


def _has(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what = m["what"].strip()
    none = re.match(r"(?:no|not any) ", what)
    what = what[none.end() :] if none else what
    asked = _number(what)
    if asked is not None:
        what = what.split(" ", 1)[1]
    owner = phrases.need(m["whole"])
    found, _ = _members(phrases, what, m["whole"])
    if set(owner.nodes) & phrases.graph.grounds:
        return _existing(phrases, [found], asked, [echoed(what)], denied=bool(none))
    if not found.nodes:  # a desk has the chair that stands at it
        nodes = [
            i for i in phrases.select(what).nodes if any(phrases.places.together(o, i) >= HOLDS for o in owner.nodes)
        ]
        found = replace(found, nodes=tuple(nodes))
    if not found.nodes:
        stated = stated_parts(phrases, owner.nodes, what)
        if stated is not None:
            holds = (asked is None or asked == stated.number) != bool(none)
            told = f"{phrases.names.the(owner.nodes[0])} has {number_of(stated.number, echoed(what))}, as its description says"
            return GraphAnswer(
                "exists", holds, verdict(holds, told), (Fact(f"said: {stated.said}", _paths(phrases, owner.nodes)),)
            )
    number = len(found.nodes)
    value = (bool(number) if asked is None else number == asked) != bool(none)
    text = f"{echoed(m['whole'])} {'have' if owner.plural else 'has'} {number_of(number, echoed(what))}"
    if not number and not any(phrases.graph.children[i] for i in owner.nodes) and not phrases.select(what).nodes:
        text += " that the scene names"
    paths = _paths(phrases, found.nodes)
    return GraphAnswer("exists", value, verdict(value, text), (Fact("found", paths, float(number)),), found.notes)


def _existing(
    phrases: Phrases, found: list[Selection], asked: int | None, said: list[str], *, denied: bool = False
) -> GraphAnswer:
    """Whether there are things of several names, or a given number of them; `denied`: whether there are none."""
    nodes = tuple(sorted({i for s in found for i in s.nodes}))
    paths = _paths(phrases, nodes)
    value = (bool(nodes) if asked is None else len(nodes) == asked) != denied
    if nodes:
        there = [s for s in zip(found, said, strict=True) if s[0].nodes]
        parts = listed([number_of(len(s.nodes), words) for s, words in there])
        told = _told(phrases, nodes)
        named = "" if not told or _repeats(told, parts) else f": {told}"
        text = f"there {verb_be(len(there[0][0].nodes))} {parts}{named}"
    else:
        none = " and ".join(number_of(0, one) for one in said)
        many = found[0].plural or a(bare_noun(said[0])) == bare_noun(said[0])
        text = f"there are {none}" if many else f"there is no {' and no '.join(bare_noun(one) for one in said)}"
    answer = verdict(value, text)
    if not nodes:
        answer = f"{answer} {_why_none(phrases, found[0].text, said[0])}".strip()
    notes = tuple(dict.fromkeys(n for s in found for n in s.notes))
    return GraphAnswer("exists", value, answer, (Fact("found", paths, float(len(paths))),), notes)


def _repeats(told: str, number_said: str) -> bool:
    """Whether a name says nothing new: *there is one vase on the table: the vase*."""
    return number_said.startswith("one ") and f" {told.removeprefix('the ')} " in f"{number_said} "


def _number(what: str) -> int | None:
    first, _, rest = what.partition(" ")
    if not rest or first in ("a", "an", "one"):
        return None
    number = cardinal(first) if len(first) < 12 else None
    return number if number is not None and number < 100_000 else None


FORMS = (
    Form(
        "",
        r"how (?:many|much) .*?\b(?:can|could|may|might|would|will|should) (?!be (?:seen|found)\b|you (?:see|find|count)\b|we"
        r" (?:see|find|count)\b"
        r"|i (?:see|find|count)\b).+",
        _how_many_could,
    ),
    Form(
        "",
        rf"how many .*?(?<!\bthe) (?:{_TAKES})s?(?: (?:(?:on|in|at|into|around|round|inside|under) )?(?:the|a|an|this|that) .+)?",
        _how_many_could,
    ),
    Form("", rf"how many (?P<what>(?P<sets>{_SETS}) of .+?)(?: (?:is|are|do|does|stand)\b.*)?", _how_many_sets),
    Form(
        "how many cups are on the table",
        rf"how many (?P<what>.+?) {_VERBS}(?: there)?(?: (?P<rest>.+))?",
        _how_many,
    ),
    Form(
        "how many drawers does the desk have",
        rf"how many (?P<what>.+?) (?:does|do|did) (?P<whole>.+?) {_HAS}",
        _how_many_of,
    ),
    Form(
        "how many chairs",
        r"(?:how many|count(?: all)?|(?:what is )?the (?:total )?number of|number of) (?P<what>.+?)(?P<rest>)",
        _how_many,
    ),
    Form("is there a lamp", r"(?:is|are|was|were) there (?P<what>.+)", _is_there),
    Form("can you see a cat", r"(?:can|do|did) (?:you|we|i) (?:see|find|have) (?P<what>.+)", _is_there),
    Form(
        "",
        r"(?:is|are) (?P<what>(?:a|an|any) (?!of ).+?) (?:here|there|in (?:the|this) (?:room|scene|picture))",
        _is_there,
    ),
    Form("does the room have a window", rf"(?:does|do|did) (?P<whole>.+?) {_HAS} (?P<what>.+)", _has),
    Form("", r"(?:has|have) (?P<whole>the .+?) (?:got )?(?P<what>(?:a|an|any|some|no) .+)", _has),
)

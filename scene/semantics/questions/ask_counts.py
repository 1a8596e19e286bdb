"""Questions of count and existence."""

from __future__ import annotations

import re
from dataclasses import replace

from scenewright.scene.english import Meaning
from scenewright.scene.semantics.queries import read_claims, read_query
from scenewright.scene.semantics.questions.asking_answers import Fact, GraphAnswer, NotAnswered, listed, spoken_name
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases, Selection, bare_phrase, split_list
from scenewright.scene.semantics.questions.predicates import read_predicate
from scenewright.scene.semantics.questions.thing_colors import told_color
from scenewright.scene.semantics.words import default_lexicon, lexicon, lexicon_vocabulary, parse

__all__ = ["FORMS"]

_VERBS = (
    r"(?:is|are|was|were|stands?|sits?|lies?|hangs?|rests?|exists?|can (?:be (?:seen|found)|you (?:see|find))"
    r"|do (?:you|we) (?:see|have|count))(?! (?:is|are|was|were|does|do)\b)"
)
_TAKES = "fit|accommodate|seat|sleep"
"""Verbs of what would find room somewhere."""
_HAS = r"(?:has|have|contains?|holds?|includes?|got)"


def _members(phrases: Phrases, what: str, whole: str) -> Selection:
    """The things of a kind that a whole has: its parts, else what is inside it, else what is on it."""
    owner = phrases.need(whole)
    if set(owner.nodes) & phrases.graph.grounds:
        return phrases.select(what)
    some = phrases.select(what)
    if len(owner.nodes) > 1 and re.match(r"(?:a|an|each|every|one)\b", whole.strip()):
        return _members_of_each(phrases, what, whole, owner.nodes)
    for how in ("", "inside", "on"):
        if how:
            found = [i for o in owner.nodes for i in phrases.places.fitting(Meaning(how), some.nodes, o)]
        else:
            nodes = [i for i in phrases.plain(bare_phrase(what)) if any(phrases.graph.holds(o, i) for o in owner.nodes)]
            found = phrases.distinct(nodes, some.plural)
        if found:
            note = {"": (), "inside": ("counted: what is inside it",), "on": ("counted: what is on it",)}[how]
            notes = (*some.notes, *note)
            if owner.ambiguous:
                notes = (*notes, f"there are {len(owner.nodes)} of {whole}; those of all are counted")
            return Selection(some.text, tuple(sorted(set(found))), some.definite, some.plural, notes)
    return Selection(some.text, (), some.definite, some.plural)


def _members_of_each(phrases: Phrases, what: str, whole: str, owners: tuple[int, ...]) -> Selection:
    """For *a chair*: the legs of one chair, if all have the same number."""
    some = phrases.select(what)
    counts = {o: [i for i in some.nodes if phrases.graph.holds(o, i)] for o in owners}
    if len({len(c) for c in counts.values()}) > 1:
        told = ", ".join(f"{spoken_name(phrases.graph, o)} {len(c)}" for o, c in counts.items())
        raise NotAnswered(f"they differ: {told}", "count")
    note = f"there are {len(owners)} of {whole!r}; those of one are counted, and all have as many"
    return Selection(some.text, tuple(counts[owners[0]]), some.definite, some.plural, (note,))


def _counted(phrases: Phrases, found: Selection, where: str = "") -> GraphAnswer:
    graph = phrases.graph
    paths = tuple(graph.nodes[i].path for i in found.nodes)
    number = len(paths)
    names = listed([spoken_name(graph, i) for i in found.nodes])
    if not number:
        _refuse_no_thing(phrases, found.text)
    text = f"{number}: {names}" if number else f"0: {_none(phrases, found.text)}"
    return GraphAnswer("count", number, text + where, (Fact("counted", paths, float(number)),), found.notes)


def _refuse_no_thing(phrases: Phrases, text: str) -> None:
    """Raise NotAnswered for words that name nothing here and no thing that is known: they cannot be counted."""
    noun = read_query(text).noun
    if not noun or phrases.plain(noun):
        return
    known = default_lexicon()
    read = parse(noun, lexicon_vocabulary(known))
    if not (known.knows(read.compound) or known.knows(read.head)):
        raise NotAnswered(f"cannot count {text!r}: {phrases.missing(text)}", "count")


def _how_many_could(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    raise NotAnswered("the scene tells how many things there are, not how many could be there", "count")


def _none(phrases: Phrases, what: str) -> str:
    return phrases.missing(what)


def _how_many(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what = m["what"]
    rest = re.sub(r" (?:is|are) (?:there|here)$", "", (m["rest"] or "").strip())
    if rest and not read_claims(f"x {rest}"):
        if rest not in ("there", "here", "present", "visible"):
            # 'how many chairs that are not red are there'
            return _how_many_so(phrases, re.sub(r" (?:that|which|who)$", "", what), rest)
        rest = ""
    parts = split_list(what) if not rest or " and " not in rest else [what]
    found = [phrases.select(f"{part} {rest}".strip()) for part in parts]
    if len(found) == 1:
        return _counted(phrases, found[0])
    nodes = tuple(sorted({i for s in found for i in s.nodes}))
    notes = tuple(dict.fromkeys(n for s in found for n in s.notes))
    return _counted(phrases, Selection(found[0].text, nodes, False, True, notes))


def _how_many_so(phrases: Phrases, what: str, said: str) -> GraphAnswer:
    """Answer *how many chairs are red*: the things of a kind that a predicate holds for."""
    predicate = read_predicate(said)
    if predicate is None:
        raise NotAnswered(f"cannot read {said!r} after 'how many {what}'", "count")
    some = phrases.need(what)
    nodes = tuple(predicate(phrases, some.nodes))
    if nodes:
        return _counted(phrases, replace(some, nodes=nodes))
    notes = tuple(
        dict.fromkeys(
            (
                *some.notes,
                *(
                    f"{spoken_name(phrases.graph, i)} is {t.text}"
                    for i in some.nodes[:4]
                    if (t := told_color(phrases.graph, i)) is not None
                ),
            )
        )
    )
    told = f"all are {said[4:]}" if said.startswith("not ") else f"none is {said}"
    return GraphAnswer("count", 0, f"0: of {len(some.nodes)} {some.text} {told}", (Fact("counted", (), 0.0),), notes)


def _how_many_of(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    return _counted(phrases, _members(phrases, m["what"], m["whole"]))


def _more(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    a, b = phrases.select(m["a"]), phrases.select(m["b"])
    fewer = m["how"] != "more"
    value = len(a.nodes) < len(b.nodes) if fewer else len(a.nodes) > len(b.nodes)
    facts = tuple(
        Fact(f"count of {s.text}", tuple(phrases.graph.nodes[i].path for i in s.nodes), float(len(s.nodes)))
        for s in (a, b)
    )
    return GraphAnswer("count", value, f"{_yes(value)}: {len(a.nodes)} {a.text}, {len(b.nodes)} {b.text}", facts)


def _is_there(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what = m["what"].strip()
    asked = _number(what)
    if asked is not None:
        what = what.split(" ", 1)[1]
    options = split_list(what) if " or " in what else [what]
    found = [phrases.select(o) for o in options]
    return _existing(phrases, found, asked)


def _has(phrases: Phrases, m: re.Match[str]) -> GraphAnswer:
    what = m["what"].strip()
    asked = _number(what)
    if asked is not None:
        what = what.split(" ", 1)[1]
    return _existing(phrases, [_members(phrases, what, m["whole"])], asked)


def _existing(phrases: Phrases, found: list[Selection], asked: int | None) -> GraphAnswer:
    graph = phrases.graph
    nodes = sorted({i for s in found for i in s.nodes})
    paths = tuple(graph.nodes[i].path for i in nodes)
    value = bool(nodes) if asked is None else len(nodes) == asked
    names = listed([spoken_name(graph, i) for i in nodes])
    if nodes:
        counted = "" if asked is None and len(nodes) == 1 else f"{len(nodes)}: "
        text = f"{_yes(value)}: {counted}{names}"
    else:
        text = f"no: {_none(phrases, found[0].text)}"
    notes = tuple(dict.fromkeys(n for s in found for n in s.notes))
    return GraphAnswer("exists", value, text, (Fact("found", paths, float(len(paths))),), notes)


def _number(what: str) -> int | None:
    first, _, rest = what.partition(" ")
    if not rest or first in ("a", "an", "one"):
        return None
    if first.isdecimal() and len(first) < 6:
        return int(first)
    return lexicon.COUNTS.get(first)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


FORMS = (
    Form(
        "",
        r"how (?:many|much) .*?\b(?:can|could|may|might|would|will|should) (?!be (?:seen|found)\b|you\b|we\b|i\b).+",
        _how_many_could,
    ),
    Form(
        "",
        rf"how many .*?(?<!\bthe) (?:{_TAKES})s?(?: (?:(?:on|in|at|into|around|round|inside|under) )?(?:the|a|an|this|that) .+)?",
        _how_many_could,
    ),
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
    Form("are there more chairs than tables", r"are there (?P<how>more|fewer|less) (?P<a>.+?) than (?P<b>.+)", _more),
    Form("is there a lamp", r"(?:is|are|was|were) there (?P<what>.+)", _is_there),
    Form("can you see a cat", r"(?:can|do|did) (?:you|we|i) (?:see|find|have) (?P<what>.+)", _is_there),
    Form("does the room have a window", rf"(?:does|do|did) (?P<whole>.+?) {_HAS} (?P<what>.+)", _has),
    Form("", r"(?:has|have) (?P<whole>the .+?) (?:got )?(?P<what>(?:a|an|any|some) .+)", _has),
)

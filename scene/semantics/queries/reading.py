"""Read an English query: what is looked for, which of several, and where it is.

``the second tallest pine left of the cabin`` looks for *pine*, selects the second by height, and has a relation to *cabin*. Words
that are neither selector nor relation stay with the noun (:func:`scenewright.scene.semantics.words.phrases.parse` reads colors,
materials and sizes among them). Which noun a second relation belongs to (*the toy on the mat nearest the bed*) is left open:
:attr:`Reading.others` are the other ways to read the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import (
    FARTHEST,
    NEAREST,
    ORDINAL_WORDS,
    ORDINALS,
    STATED_POSTURES,
    Selector,
    is_farther,
    take_viewpoint,
)
from scenewright.scene.semantics.queries.attaching import attached, split_relations
from scenewright.scene.semantics.queries.clauses import describes_only, has_clause
from scenewright.scene.semantics.queries.denials import taken_denials
from scenewright.scene.semantics.queries.markers import ADVERBS, MARKER, spoken_marks
from scenewright.scene.semantics.queries.readings import Reading, Where, read_noun
from scenewright.scene.semantics.queries.sentences import plain_sentence
from scenewright.scene.semantics.queries.wording import end_of_stack, plain_wording

__all__ = ["read_query", "relation_words"]


_WHICH = re.compile(r"^(?:which|whichever)\b")
"""Queries that presuppose that there is such a thing."""
_VERBS = (
    r"(?:(?:that|which|who|what) )?(?:(?:is|are|was|were|s|be|been|being|can be|has been|have been|has|have|had|there is|there are) )*"
    rf"(?:(?:{ADVERBS}) )*(?:(?:{STATED_POSTURES}) )?(?:(?:{ADVERBS}) )*"
)
_WHAT = re.compile(
    r"^(?:what|whatever|whichever|which|which things?|things?|anything|something|everything|everybody|all|objects?|the things?|the objects?"
    rf"|that what|those things?)(?: (?:else|of those|of these|of them))? {_VERBS}(?!of\b)(?=(?:not )?(?:{MARKER})\b)"
)
_JOINS = re.compile(rf"(?<!the )(?<!\ba )(?<!its )(?<!\bmy )(?<![\w~]){_VERBS}(?!of\b)(?=(?:{MARKER})\b)")
"""Words between a noun and its relation: *the picture that is hanging just above the bed*."""
_POSSESSIVE = re.compile(
    r"(?:\b(?:the|a|an|my|our|this|that|all|both|all the) |^)(?P<owner>\w+(?: \w+){0,2}?)(?:'s"
    r"|(?<=s)') (?P<thing>(?!left\b|right\b|own\b)\w+(?: \w+)?)"
    r"(?=$|,| (?:that|which|on|in|under|by|near|is|are|of|next|behind|at)\b)"
)
"""*The bed's pillows*, *desk 3's chair*."""
_NO_OWNERS = frozenset(
    ("it", "that", "what", "who", "where", "there", "here", "let", "men", "women", "kids", "children", "one", "else")
)
_OPEN = re.compile(
    rf"\b(?:that|which|who) (?:(?:has|have|had|is|are|was|were) )?(?!belong|has|have|face)\w+ (?:(?:{ADVERBS}) )*(?=(?:{MARKER})\b)"
)
"""A clause with any verb, before a relation: *the ball that has rolled under the bed*."""
_ONE_OF = re.compile(
    r"^(?:the |a |any )?ones? of |\b(?:pieces?|items?|kinds?|types?|sorts?|bits?) of "
    r"|\b(?:which is |that is |are |is )?made (?:out )?(?:of|from) "
)
_CARRIED = re.compile(
    r"^(?P<who>.+?) (?:with|that has|which has|has|have|having|that holds|holding|carrying) (?P<what>.+?)"
    r" (?:(?P<how>on|in|inside|under|underneath|beneath|below|beside|next to|near|above|over|behind|in front of) (?:it|top|top of it|them)"
    r"|(?P<bare>on top|inside|underneath|beneath|below|beside|nearby|above|overhead|behind|in front))$"
)
_CARRYING = {
    "on": "supports", "on top": "supports", "in": "holds", "inside": "holds", "under": "above", "underneath": "above",
    "beneath": "above", "below": "above", "beside": "next_to", "next to": "next_to", "near": "near", "nearby": "near",
    "above": "under", "over": "under", "overhead": "under", "behind": "in_front_of", "in front of": "behind", "in front": "behind",
}  # fmt: skip
"""Preposition -> relation from the other side: *the table with a lamp on it* supports the lamp."""
_REGION = re.compile(
    r"\b(?P<by>at|on|by|near) the (?P<what>(?:short |long )?ends?|edge|head|foot|sides?|front|back|corner|top|bottom) of\b"
)


def _region(match: re.Match[str]) -> str:
    """The plain relation for a region of a thing: *at the edge of the table* is next to it, *on the top of* is on top of it."""
    plain = match["what"].split()[-1].rstrip("s")
    return {
        "top": "on top of",
        "front": "in front of",
        "back": "behind",
        "bottom": "under",
        "end": "at the end of",
        "head": "at the end of",
    }.get(plain, "next to")


_COUNTED_FROM = re.compile(
    rf"^(?:the )?(?P<which>{ORDINAL_WORDS}) (?:nearest |closest )?(?P<who>\w+(?: \w+){{0,3}}?) (?:away )?(?:from|to)"
    r" (?P<goal>(?!the (?:left|right)\b).+)$"
)
"""'the second mug from the bowl'"""
_NEAREST_TO = re.compile(
    rf"^(?:the )?(?:(?P<which>{ORDINAL_WORDS}) )?(?P<how>{NEAREST}|{FARTHEST}) (?!to\b|from\b)(?P<who>\w+(?: \w+){{0,3}}?)"
    r" (?:away )?(?:from|to) (?P<goal>(?!the (?:left|right)\b).+)$"
)
"""'the nearest chair to the door'"""


def read_query(text: str) -> Reading:
    """Read a query by its form alone: a description (*keeps the milk cold*) becomes a noun of many words."""
    said, view = take_viewpoint(text.lower().strip())
    body, chains = _chains(said)
    possessive = _POSSESSIVE.search(said)
    if possessive and possessive["owner"].split()[-1] not in _NO_OWNERS:
        turned = (
            f"{said[: possessive.start()]}{possessive['thing']} of the {possessive['owner']}{said[possessive.end() :]}"
        )
        owners = [replace(c, by_owner=True) for c in _chains(turned)[1]]
        if not chains[0].noun.endswith(
            possessive["thing"]
        ):  # 'the lamp on the bed's nightstand': the nightstand has an owner
            owners = [c for c in owners if all(w.kind != "part_of" for w in c.where)]
        chains = [replace(chains[0], owned=f"{possessive['owner']} {possessive['thing']}"), *owners, *chains[1:]]
    alike = end_of_stack(said)
    if alike is not None:  # most stacks have no name; where one has, the words may also be meant as they stand
        chains = [*_chains(alike)[1], *chains]
    which = bool(_WHICH.match(said))
    viewer = read_noun(view.viewer, view.viewer) if view.viewer else None
    first, *others = [replace(c, text=body, view=view, viewer=viewer, definite=which or c.definite) for c in chains]
    return replace(first, others=tuple(others))


def _chains(text: str) -> tuple[str, list[Reading]]:
    """The sentence as it was read, and the ways to read it, the likeliest first."""
    plain = plain_wording(text)
    body = spoken_marks(plain)
    sentence = plain_sentence(plain)
    anything = _WHAT.match(sentence) or re.match(r"^(?:what|whatever) (?=[,~])", sentence)
    wanted = _ONE_OF.sub(" ", _REGION.sub(_region, sentence[anything.end() :] if anything else sentence))
    wanted = " ".join(_JOINS.sub(" ", wanted).split())
    said = spoken_marks(wanted)
    if "," not in said and said and not anything and not (has_clause(said) or describes_only(said)):
        body = said
    wanted = " ".join(_OPEN.sub(" ", wanted).split())
    counted = _NEAREST_TO.match(wanted) or _COUNTED_FROM.match(wanted)
    carried = _CARRIED.match(wanted)
    if carried:
        held = Where(
            _CARRYING[carried["how"] or carried["bare"]], (_read(carried["what"].split(), False)[0],), how="its"
        )
        return body, [replace(c, where=(held, *c.where)) for c in _read(carried["who"].split(), False)]
    if counted:
        kind = "farthest" if is_farther(counted.groupdict().get("how") or "") else "nearest"
        goal = _read(counted["goal"].split(), False)[0]
        away = Where(kind, (goal,), ordinal=ORDINALS.get(counted["which"], 1))
        return body, [replace(read_noun(counted["who"], wanted), where=(away,))]
    return body, _read(wanted.split(), anything is not None)


def relation_words(plain: str) -> str:
    """Remove the words between a noun and its relation from plain words."""
    return " ".join(_JOINS.sub(" ", _REGION.sub(_region, plain)).split())


def _read(tokens: Sequence[str], anything: bool) -> list[Reading]:
    """All readings, the likeliest first. A relation belongs to the noun just before it or to the first noun."""
    near = next((int(t[5:]) for t in tokens if t.startswith("~near") and t[5:].isdigit()), 0)
    head, parts = split_relations([t for t in tokens if not (t.startswith("~near") and t[5:].isdigit())], anything)
    base = read_noun("" if anything and not head else " ".join(head), " ".join(tokens))
    if (
        base.noun == ""
        and not base.either
        and not anything
        and parts
        and parts[0][0].kind in ("nearest", "farthest")
        and parts[0][1][:1] != ["the"]
        and len(parts) == 1
    ):
        most = parts[0][0].kind == "farthest"  # 'the nearest chair': nearest to the viewer
        shown = read_noun(" ".join(parts[0][1]), base.text)
        return [replace(shown, selectors=(*shown.selectors, Selector("screen_depth", most)))]
    if not parts:
        return [base]
    out = [replace(base, where=w) for w in attached(parts)]
    if near:
        out = [
            replace(r, where=tuple(replace(w, ordinal=near) if w.kind == "nearest" else w for w in r.where))
            for r in out
        ]
    marks = [t for t in parts[-1][1] if taken_denials(t)[1]]
    if marks and (head or anything):  # 'the things on the bed that are not green': the things, or the bed
        rest = [*parts[:-1], (parts[-1][0], [t for t in parts[-1][1] if t not in marks], parts[-1][2])]
        denied = tuple(d for t in marks for d in taken_denials(t)[1])
        out += [replace(base, where=w, denied=(*base.denied, *denied)) for w in attached(rest)]
    if parts[0][0].kind == "part_of" and head and len(parts) == 1:
        out.append(read_noun(" ".join(tokens), base.text))  # 'a chest of drawers', 'something of stone'
    unique: dict[Reading, None] = dict.fromkeys(out)
    return list(unique)

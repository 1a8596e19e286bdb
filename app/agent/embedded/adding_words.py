"""Reads requests for new things: *add a floor lamp beside the armchair*, *two chairs and a plant at the table*, *three more like this*."""

from __future__ import annotations

import re
from dataclasses import replace

from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.numbers_said import number_of
from scenewright.app.agent.embedded.patterns import ADDING, POINTED, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import AddWanted, CopyWanted, Destination, NewThings, PreferWanted
from scenewright.app.word_sets import word_set
from scenewright.scene.english import PHRASES, cardinal

__all__ = ["read_add", "read_more_of"]

_WANTING = any_of(
    "i want", "we want", "i need", "we need", "i would like", "we would like", "i could use", "we could use", "i want to have",
    "i want to see", "i would love",
)  # fmt: skip
_GIVING = any_of(
    "give me",
    "give us",
    "get me",
    "get us",
    "bring me",
    "bring us",
    "fetch me",
    "find me",
    "buy me",
    "add me",
    "make me",
)
_THERE = any_of("let there be", "there should be", "there must be", "there needs to be", "how about", "what about")
_CREATING = any_of(
    "add", "insert", "create", "spawn", "introduce", "include", "throw in", "drop in", "put in", "bring in"
)
_PUTTING = any_of(
    "place", "put", "set", "install", "hang", "mount", "stand", "lay", "get", "bring", "put up", "put down", "put out", "set up", "drop",
    "stick", "pop", "sit", "have", "make", "plant", "order", "buy", "build", r"give (?:it|them|the \w+)",
)  # fmt: skip
_VERB = any_of(_WANTING, _GIVING, _THERE, _CREATING, _PUTTING)
_PLACE = any_of(
    "on", "in", "under", "next to", "beside", "behind", "above", "at", "near", "in front of", "between", "against", "by", "to", "for",
)  # fmt: skip
_ADD = whole(rf"{_VERB}(?: in| up| there| here| to have| to see)? (?P<rest>(?:{ADDING})\b.+)")
_ADD_BARE = whole(
    rf"{_CREATING}(?: in| the| some)? (?P<rest>(?!.*\bmore\b.*\bto\b the).+)",
    rf"(?:{_WANTING}|{_GIVING}|{_THERE}) (?P<rest2>(?!{POINTED}\b|to\b|you\b|less\b|help\b).+)",
)
_WITH_PLACE_FIRST = whole(
    rf"(?P<where>(?:{_PLACE}|to the) .+?),? (?:add|put|place|i want|i would like|there should be|i need|set|hang) "
    rf"(?P<rest>(?:{ADDING})\b.+)"
)
_THE_ROOM = whole(
    rf"(?:give|equip|furnish|decorate|fill|provide) (?P<what>(?:the|each|every|both|all|my|this|that) .+?) (?:with "
    rf")?(?P<rest>(?:{ADDING})\b.+)",
)
_ITEM = whole(rf"(?P<n>{ADDING}) (?P<more>more )?(?P<words>.+)")
_NEXT_ITEM = re.compile(rf"(?:,\s*(?:and )?|\s+and (?:also )?)(?=(?:{ADDING})\b )")
_EACH = re.compile(r"\b(?:each|every)(?: of)?\b|\bboth\b|\ball (?:of )?the\b")
_ONES = any_of("this", "that", "it", "these", "those", "them")
_MORE_OF = whole(
    rf"(?:{_VERB} )?(?:and )?(?P<n>{ADDING}) more(?: of (?:(?P<of>the|{_ONES})(?: ones?)?))?(?: (?P<words>.+?))?"
    rf"(?: (?:like|of) (?P<like>{_ONES}|the .+?)(?: ones?)?)?(?: (?P<where>{_PLACE} .+))?",
    rf"(?:{_VERB} )?(?:and )?another(?: one)?(?: (?:like|of) (?P<like2>{_ONES}))?(?: (?P<where2>{_PLACE} .+))?",
)
_LIKE = whole(rf"(?P<words>.+?) (?:just )?like (?P<like>(?:{_ONES}|the .+?))(?: ones?)?")
_FOR = whole(r"(?P<words>.+?) for (?P<what>(?:the|my|this|that|each|every|both) .+|it|them)")
_ITS_PLACE = re.compile(r"\b(?:its|their|his|her) (?:place|spot|stead)s?$")
_RATHER = whole(
    r"(?:i|we) (?:would|do|will) (?:much |really |actually )*(?:rather|prefer|sooner)(?: (?:have|see|to have|to see|it was|it were|go "
    r"for))? "
    r"(?P<by>an? (?!bit\b|little\b|lot\b)(?:(?!\b(?:on|in|at|by|next|near|under|beside|between|behind|above)\b)[\w-]+ ?)+?)(?: (?:instead"
    r"|there|here))*",
)
_FACING = whole(
    r"(?P<words>.+?),? (?:(?:that|which) (?:faces?|looks? (?:at|to|towards?)|points? (?:at|to))|(?:turned|pointed) (?:to|towards?)|facing"
    r"|looking (?:at|to|towards?)|pointing (?:at|to|towards?)) (?P<what>(?:the|my|it|each|that|this)\b.*)"
)
_NO_NOUN = word_set(
    """on in at to under next beside behind above near by between against of with for onto into over from there here"""
)
_FOR_WHAT = re.compile(
    r" for (?!the\b|my\b|our\b|this\b|that\b|each\b|every\b|both\b|all\b|a\b|an\b|\d)[a-z]+(?: and [a-z]+)?$"
)
"""What a new thing is for, after its place: *a little table between the chairs for drinks*."""
_SIDES = 2
_INNER = frozenset(("of", "with", "for", "from"))


def read_more_of(text: str) -> CopyWanted | AddWanted | None:
    """*two more chairs*, *another one like this*: copies of what is there; None where the clause asks for none."""
    found = _MORE_OF.match(text)
    if found is None:
        return None
    number = number_of(found["n"] or "a") or 1
    said = first_of(found, "where", "where2")
    where = read_where(re.sub(r"^for ", "to ", said)) if said else None
    like = found["like"] or found["like2"]
    if like is None and found["of"]:
        like = {"the": None}.get(found["of"], found["of"])
    words = found["words"] or ""
    if words:
        cut = _words_and_where(words)
        if cut is not None:
            words, where = cut
        if _NEXT_ITEM.search(f" {words}"):
            return None
        like = like or f"more {words}"
    return CopyWanted(like or "one more", number, where)


def read_add(text: str) -> AddWanted | CopyWanted | PreferWanted | None:
    """The new things that a clause asks for; None where it asks for none. *Instead* is the place of what was removed before."""
    if text.endswith(" instead"):
        added = read_add(text.removesuffix(" instead"))
        if not isinstance(added, AddWanted):
            return None
        there = Destination("there", loosely="instead")
        return AddWanted(tuple(replace(i, where=i.where or there) for i in added.items))
    rather = _RATHER.match(text)
    if rather is not None:
        return PreferWanted(rather["by"])
    first = _WITH_PLACE_FIRST.match(text)
    if first is not None:
        where = read_where(first["where"])
        items = _items(first["rest"])
        if where is not None and items:
            return AddWanted(
                tuple(replace(i, where=i.where or where, each=i.each or _for_each(i, first["where"])) for i in items)
            )
    room = _THE_ROOM.match(text)
    if room is not None:
        items = _items(room["rest"])
        where = (
            None
            if re.fullmatch(r"the (?:room|scene|kitchen|bedroom|living room|office|flat)", room["what"])
            else Destination("at", (room["what"],), "to")
        )
        each = _EACH.search(room["what"]) is not None
        of = room["what"] if text.startswith("give ") and where is not None else ""
        return (
            AddWanted(
                tuple(replace(i, where=i.where or where, each=i.each or (each and i.number == 1), of=of) for i in items)
            )
            if items
            else None
        )
    found = _ADD.match(text)
    bare = _ADD_BARE.match(text) if found is None else None
    if found is None and bare is None:
        return None
    rest = found["rest"] if found is not None else f"some {first_of(bare, 'rest', 'rest2')}" if bare is not None else ""
    like = _LIKE.match(rest)
    if like is not None:
        lead = _ITEM.match(like["words"])
        return CopyWanted(like["like"], number_of(lead["n"]) or 1 if lead is not None else 1)
    items = _items(rest)
    given = _GIVEN_IT.match(text)
    if given is not None:
        items = tuple(replace(item, of=given["what"]) for item in items)
    return AddWanted(items) if items else None


_GIVEN_IT = re.compile(r"^give (?P<what>it|them|the \w+) ")


def _items(rest: str) -> tuple[NewThings, ...]:
    """The items of *two plants, a bookshelf and a sofa beside the desk*. A place that only the last one names is that of all."""
    found: list[NewThings] = []
    for part in _NEXT_ITEM.split(rest):
        item = _item(part.strip())
        if item is None:
            return ()
        found.append(item)
    if len(found) > 1 and found[-1].where is not None and all(i.where is None for i in found[:-1]):
        last = found[-1].where
        found = [replace(i, where=last) for i in found]
    return tuple(found)


def _item(text: str) -> NewThings | None:
    lead = _ITEM.match(text)
    if lead is None:
        return None
    words, where = lead["words"], None
    if words.split()[0] in _NO_NOUN:
        return None  # 'put one on the armchair'
    facing = _FACING.match(words)
    toward = facing["what"] if facing is not None else ""
    words = facing["words"] if facing is not None else words
    cut = _words_and_where(words)
    place = ""
    if cut is not None:
        place = words[len(cut[0]) :]
        words, where = cut
    number = number_of(lead["n"]) or 1
    if where is None and (meant := _FOR.match(words)) is not None:
        words, where = meant["words"], Destination("at", (meant["what"],), "to")
        place = meant["what"]
    if where is not None and where.kind == "there" and _ITS_PLACE.search(place):
        where = replace(where, loosely="its")
    item = NewThings(words.strip(" ,"), number, where, loosely=lead["n"] == "some", toward=toward)
    if number == 1 and where is not None and where.relation == "flank":
        return replace(item, number=_SIDES)  # 'a nightstand on each side of the bed'
    return replace(item, each=number == 1 and _EACH.search(place) is not None)


def _for_each(item: NewThings, where: str) -> bool:
    return item.number == 1 and _EACH.search(where) is not None


def _words_and_where(text: str) -> tuple[str, Destination] | None:
    """*lamp beside the armchair* as the words of the thing and its place, which begins at the first place that can be read."""
    words = text.split()
    for at in range(1, len(words)):
        if words[at] in _INNER or (words[at - 1] in _INNER and cardinal(words[at]) is None):
            continue
        if words[at] == "to" and at + 1 == len(words):
            continue
        starts = (
            words[at] in ("to", "where", "somewhere", "right", "just", "directly", "there", "here", "over")
            or any(" ".join(words[at : at + n]) in PHRASES for n in (1, 2, 3, 4, 5))
            or re.match(r"\d", words[at]) is not None
            or words[at] in ("a", "half")
        )
        if not starts:
            continue
        where = read_where(_FOR_WHAT.sub("", " ".join(words[at:])))
        if where is not None and where.kind != "way":
            return " ".join(words[:at]), where
    return None

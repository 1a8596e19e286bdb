"""Turns of phrase that hold a comma or an *and* and are still one thing: *two of the chairs, the ones on the left*, *the table, chairs
and all*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.patterns import LESS_ALONG, any_of
from scenewright.scene.english import COMPARATIVES
from scenewright.scene.semantics.words import singular

__all__ = ["with_plain_phrases"]

_REL = any_of(
    "on", "in", "at", "by", "near", "next to", "beside", "behind", "under", "between", "above", "over", "against", "around",
    "closest", "nearest",
    "farthest", "furthest", "with", "that", "which", "facing", "to the", "from", "without", "opposite", "across",
)  # fmt: skip
_SOME = any_of("one", "two", "three", "four", "some", "a couple", "both")
_MID = r"(?: (?:can|could|should|must|has to|have to|needs to|may) (?:go|leave|disappear|be \w+))?"
_APPOSED = re.compile(
    rf"\b(?:(?P<some>{_SOME}) of )?(?P<the>the|those|these|my|our|that|this) (?P<noun>[\w-]+(?: [\w-]+)??)(?P<mid>{_MID}),? ?"
    rf"(?:,|-|\() ?(?:i mean |namely |that is |just |only )?(?:the|that|those) (?P<one>ones?) (?P<rel>{_REL}\b[^,.;!?)]*)\)?"
)
"""*One of the chairs can go, the one by the plant*."""
_OF_THEM = re.compile(
    rf"\b(?P<some>two|three|four) of (?:them|those|these), (?:the|that|those) ones (?P<rel>{_REL}\b[^,.;!?)]*)"
)
_COUNTS = ("two", "three", "four")
_HALVES: dict[str, str] = {"one": "1.5", "two": "2.5", "three": "3.5", "a couple": "2.5"}
_PERCENT = {"third": 33.3, "quarter": 25, "fifth": 20, "tenth": 10}


def _shortened(found: re.Match[str]) -> str:
    """*Take 20 cm off its height*."""
    what = found["b"] or (f"the {found['what'].removeprefix('the ')}" if found["what"] else "it")
    return f"make {what} {found['n']} {LESS_ALONG[found['of']]}"


_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"\b(?P<a>this|the|my|our) (?:[a-z]+ )room"
            r"(?=$|[,.!?;]| (?:an?|more|less|to|look|feel|be|is|and|please|tidier|\w+er)\b)", r"\g<a> room"),
        (r"^(?:and |plus )*(?:another )?one (?:on|to|at) the (?:left|right|other)(?: hand)?(?: side)?(?: of it| too| as well)*$",
            "another one on the other side"),
        (r"\b(?P<a>(?:turn|swing|spin|swivel) .+?) (?:a?round|about) (?=so (?:that )?(?:it|they)\b(?!.*\bother way))", r"\g<a> "),
        (r"^(?:put|move|set|place) (?P<a>the [\w ]+?) where (?P<b>the [\w ]+?) (?:is|stands)(?: now)?,? and (?P=b) where (?P=a) "
            r"(?:is|was|stands|stood)\b.*$", r"swap \g<a> and \g<b>"),
        (r"^(?P<v>put|set|place|stand|move|hang) one (?P<n>[\w ]+?) (?P<r>(?:to|on|at|in) the [\w ]+? of) "
            r"(?P<t>the [\w ]+?),? and the other(?: one)? "
            r"(?P<s>(?:to|on|at|in) the [\w ]+? of) (?:it|them|(?P=t))$",
            r"\g<v> the left \g<n> \g<r> \g<t> and \g<v> the other \g<n> \g<s> \g<t>"),
        (r"\b(?P<a>left|right|forwards?|backwards?) along the (?:\w+ )?wall\b", r"\g<a>"),
        (r"\bthe (?P<a>(?:very )?(?:middle|left|right|first|second|third|last|leftmost|rightmost|nearest|farthest|biggest|smallest"
            r"|tallest)) one of "
            r"(?:the|those|these|my) (?P<n>[a-z]+(?: [a-z]+)?s)\b",
            lambda m: " ".join(["the", m["a"], *m["n"].split()[:-1], singular(m["n"].split()[-1])])),
        (r"^(?:(?:the |my |that )?(?P<what>[\w ]+?) (?:is|are) [^,]*, )?(?:take|cut|knock|shave|saw|trim) "
            r"(?P<n>[\d.]+ ?\w+|half a \w+|an? \w+) off "
            r"(?:its|their|the) (?P<of>height|width|length|depth)(?: of (?P<b>the [\w ]+))?$", _shortened),
        (r"\b(?:lay|set) the table with (?P<b>(?:the|those|these|my) .+?)(?: from the [\w ]+)?$", r"put \g<b> on the table"),
        (r",? so that (?:each|all|both|every one)(?: of them)? (?:faces?|looks? at) (?:it|the [\w ]+)$", ""),
        (r"\b(?:an?|one) (?P<n>third|quarter|fifth|tenth) (?P<c>" + "|".join(COMPARATIVES) + r")\b",
            lambda m: f"{_PERCENT[m['n']]} percent {m['c']}"),
        (r"^(?:no,? )?(?:i want|bring|let) (?:back )?the sun(?: back| shine| in| back in)*$", "make it sunny"),
        (r"\bthe remaining (?=(?:ones?|two|three|four)\b)", "the other "),
        (r",? so that (?:it|everything|they) all (?:match(?:es)?|goes?|fits?|works?|looks?)\b.*$", ""),
        (r"\b(?:the )?same again (?=(?:on|at|by|beside|next to|in|under)\b)", "another one "),
        # of the three lamps on the table, throw out the one in the middle
        (r"^(?:out )?of (?P<a>the|those|these|my|our) (?:(?:two|three|four|five|six|\d+) )?(?P<n>[a-z]+(?: [a-z]+)?s)\b(?: [^,]+)?, "
            r"(?P<b>.*\bthe) one\b",
            lambda m: " ".join([m["b"], *m["n"].split()[:-1], singular(m["n"].split()[-1])])),
        # a nightstand with a reading lamp on it
        (r"\b(?P<x>an? [\w-]+(?: [\w-]+)?) with (?P<y>(?:an?|two|some) [\w-]+(?: [\w-]+)?) on (?:it|top)(?: of it)?(?P<rest>\b[^.;!?]*)",
            r"\g<x>\g<rest> and put \g<y> on it"),
        # as for the other one, I need it for singing, so bring it over
        (r"^(?:as for|about|regarding) (?P<a>(?:the|my|that|this|those|these) [^,]+), (?P<b>.*\b(?:it|them)\b.*)$",
            lambda m: re.sub(r"\b(?:it|them)\b", m["a"], m["b"])),
        # the table, chairs and all, 30 cm to the right
        (r",? (?:its |the )?(?P<n>[a-z]+s) and all(?:,|(?=$)|(?= (?:to|by|toward|towards|closer|away|forward|back|out|\d)\b))",
            r" along with its \g<n>"),
        (r"\b(?P<n>one|two|three|a couple) and a half (?=t\w{1,4}s\b|as\b)", lambda m: f"{_HALVES[m['n']]} "),
        (r" for (?:one|two|three|four|five|six|another|some)(?: more| extra| other)? (?:guests?|people|persons?|visitors?|friends?|kids?"
         r"|children"
            r"|customers?)\b", ""),
        (r"\bon the (?:floor|ground)(?: right| just)? (?=(?:around|next to|beside|by|near|behind|in front of|between|against|under|at the "
         r"(?:foot|side"
            r"|end))\b)", ""),
        (r",? (?:with |as |while |and |when |just as )?the sun(?: is)?(?: just)? (?:going down|setting|sinking|about to set|low(?: on the "
         r"horizon)?)\b",
            " sunset"),
        (r",? (?:with |as |while |and |when |just as )?the sun(?: is)?(?: just)? (?:coming up|rising|about to rise)\b", " sunrise"),
        (r"\bgrow (?P<a>(?:the|it|my|that|this|those|these)\b.*?) to (?P<n>[\w.]+(?: [\w.]+)? ?(?:cm|m|met(?:re|er)s?|centimet(?:re|er)s"
         r"|feet|ft))$",
            r"make \g<a> \g<n> high"),
        (r"^(?P<a>.+?) (?:needs? to|has to|have to|can|could|should|must) go,? (?=(?:along|together) with (?:its|their)\b)",
            r"remove \g<a> "),
        (r"\bthe (?:person|people|guests?|visitors?|viewer|reader|customers?)(?: who is| who are| that is)?(?: sitting| lying| "
         r"standing| seated)? (?:in|on|at) "
            r"(?=(?:the|my|that|each|this) )", ""),
        (r"\bin (?=(?:behind|between|beside|next to|under|near|by) )", ""),
        (r"^the sun(?: is)?(?: just)? (?:going down|setting)$", "sunset"),
        (r",? with the (?:moon|stars)(?: is| are)? (?:out|shining|up)\b", " moonlight"),
        (r"\b(?:double|twice) the (?:number|amount|count) of ", "twice as many "),
        (r"\b(?:triple|treble|three times) the (?:number|amount|count) of ", "three times as many "),
    )
)  # fmt: skip


def with_plain_phrases(text: str) -> str:
    """A plain text with such phrases as one plain phrase each."""
    text = _OF_THEM.sub(r"the \g<some> ones \g<rel>", text)
    text = _APPOSED.sub(_apposed, text)
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return " ".join(text.split())


def _apposed(found: re.Match[str]) -> str:
    noun, some = found["noun"], found["some"]
    if found["one"] == "one":
        words = noun.split()
        noun = " ".join([*words[:-1], singular(words[-1])]) if some else noun
        number = ""
    else:
        number = f"{some} " if some in _COUNTS else ""
    return f"the {number}{noun} {found['rel'].strip()}{found['mid']}"

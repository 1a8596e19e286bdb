"""Statements beside a request, such as its reason, and what they are about."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.patterns import POINTED, any_of

__all__ = ["about_of", "is_statement"]

_IS = any_of(
    "is", "are", "am", "was", "were", "looks?", "feels?", "seems?", "has", "have", "does", "do", "can", "could", "would", "will",
    "stands?", "sits?",
    "takes?", "makes?", "gets?", "keeps?", "needs?", "blocks?", "clashes", "clash", "hides?", "covers?", "faces?", "hangs?", "belongs?",
    "bothers?", "annoys?", "deserves?",
)  # fmt: skip
_STATEMENT = re.compile(
    rf"^(?:i|we|you|it|they|this|that|there|these|those|he|she|everything|nobody|people|{POINTED} [^,]+?|my \w+) (?:really |just "
    rf"|still |also |only |always |never )*{_IS}\b"
    r"|^(?:someone|somebody|no ?one|nobody|everyone|everybody|people|guests|visitors|customers|he|she|they|we|the (?:kids?|children"
    r"|guests|customers"
    r"|visitors|dog|cat|neighbours)|my (?:wife|husband|kids?|son|daughter|mum|mother|dad|father|boss|girlfriend|boyfriend|partner)) "
    r"(?!should\b"
    r"|must\b|all should\b)\w+\b"
    rf"|^{POINTED} [^,]+? (?:fell|broke|died|came|went|got|arrived|toppled|slipped|keeps|kept|used to|\\w+(?<!ne)ed) ?(?:off|over|down"
    rf"|apart|again|out|\\w+)*$"
    r"|^(?:one|two|three|four|that|this|these|those|it|they|\d+)(?: [a-z]+)? (?:is|are|will be|would be) (?:plenty|enough|sufficient|fine"
    r"|too (?:many|much|few))\b"
    rf"|^{POINTED} [^,]+? [a-z]+s (?:me|us|everyone|people|my [a-z]+|the [a-z]+) (?:mad|crazy|insane|sick"
    r"|nuts|sad|nervous|down|up|awake|off)\b"
    r"|^(?:friends|family|company|relatives|mates|colleagues|neighbours|my [a-z]+) (?:is|are|will be) (?:coming|visiting|here|staying)\b"
    r"|^(?:i|we) (?:do not|never) (?:want|like|wish|care) to (?!have\b|keep\b|see (?:the|that|those|this)\b)\w+ .+"
    r"|^(?:not (?:a|the|my|sure|quite|really|bad|enough)|too (?:many|much|few|little)|hate|love|like|so (?:many|much|empty|dark"
    r"|bright)|what an?|nothing|because|since|hmm|i|we)\b"
)
_ABOUT = (
    re.compile(rf"^(?P<what>{POINTED} [^,]+?|{POINTED}) (?:really |just |still |also |both |all )*{_IS}\b"),
    re.compile(
        r"\b(?:fan of|sick of|tired of|bored of|bored with|fed up with|like|love|hate|into|about|with|stand|see|reach|need|use "
        r"for|keen on|sold on|open|past|at|notice) "
        rf"(?P<what>{any_of('the', 'that', 'this', 'those', 'these', 'my', 'our')} [^,]+)$"
    ),
    re.compile(
        r"\b(?:watch|see|reach|use|read|play|get to|get past|walk past|open|close|find|sit (?:on|at|in)) "
        r"(?P<what>(?:(?:the|that|this|my|our) )?\w+(?: \w+)??)(?: (?:from|on|in|at|with|because|when|any ?more|properly|well) .*"
        r"| here| there|)$"
    ),
    re.compile(
        r"\b(?:left|forgot|forgotten|dropped|put|placed|parked|moved|knocked|spilled|broke) (?:their|his|her|our|my|a|an|the|some) "
        r"(?P<whose>)(?P<what>\w+"
        r"(?: \w+)??)(?: (?:on|in|at|by|under|over|next to|beside|near|behind|there|here)\b.*|)$"
    ),
    re.compile(r"^(?:far |way |still )*too (?:many|much) (?P<whose>)(?P<what>[a-z]+(?: [a-z]+)?)$"),
    re.compile(
        r"^(?:nobody|no ?one|everybody|everyone|somebody|someone|people|i|we|she|he|they) "
        r"(?:really |never |hardly |rarely |always |ever |do not "
        r"|does not )*"
        r"[a-z]+ (?P<what>(?:the|that|this|those|these|my|our) [a-z ]+)$"
    ),
    re.compile(r"^there (?:is|are) (?P<what>(?:an?|some|the) \w+ (?:on|in|by|near|next to|under|behind) .+)$"),
)
_PLACE = re.compile(
    r" (?:here|there|in here|right now|at all|anymore|any more|so much|much|very much|that much|there is|at the moment|one bit)$"
)


def is_statement(text: str) -> bool:
    """Whether a clause states something, rather than asking for it."""
    return _STATEMENT.match(text) is not None


def about_of(text: str) -> str:
    """The noun phrase that a statement is about; '' where it names none."""
    for pattern in _ABOUT:
        found = pattern.search(text)
        if found is not None and found["what"] not in (
            "it",
            "they",
            "this",
            "that",
            "them",
            "everything",
            "anything",
            "nothing",
            "something",
            "one",
            "all",
        ):
            named = _PLACE.sub("", found["what"])
            return f"the {named}" if "whose" in found.groupdict() else named
    return ""

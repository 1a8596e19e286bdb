"""Amounts as people say them, in the words that the readers of destinations and sizes know: *a smidge*, *about half a metre or so*."""

from __future__ import annotations

import re

from scenewright.scene.english import CARDINALS, UNIT

__all__ = ["with_plain_measures"]

_NUMBER = rf"(?:\d+(?:\.\d+)?|{'|'.join(sorted(CARDINALS, key=len, reverse=True))}|half an?|a|an|one)"
_LENGTH = rf"{_NUMBER}(?: and a half)? ?-?(?:{UNIT}|steps?|paces?|degrees?|deg|percent|times)\b"
_MORE = {word: f"{word}er" for word in ("small", "tall", "high", "long", "bright", "dark", "warm", "low", "deep", "thick", "short",
"cool", "light", "narrow")} | {
    "big": "bigger", "wide": "wider", "large": "larger", "thin": "thinner",
}  # fmt: skip
"""Adjectives -> their comparatives: *more big*."""


def _compared(found: re.Match[str]) -> str:
    return _MORE[found["a"]]


_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"\b(?P<w>left|right|back|forwards?|up|down|backwards?) (?P<n>[1-9]\d{1,2})$", r"\g<w> \g<n> cm"),
        (
            r"\bmore (?P<a>big|small|wide|tall|high|long|bright|dark|warm|low|deep|large|narrow|thick|thin|short|cool)(?=$| than\b"
            r"| and\b|,| please\b| in\b)", _compared),
        (r"^(?P<a>(?:please )?(?:rotate|turn|spin|swivel|twist|pivot) .+? \d{2,3})$", r"\g<a> degrees"),
        (
            r"\ba (?:teeny |teensy |tiny |wee |little |small |slight )*(?:smidge(?:n|on)?|touch|notch|hair|fraction|whisker|titch"
            r"|nudge|hint|tick|skosh|scooch|ways|way|tad bit|bit more of a)\b(?! (?:of|more of))", "a bit"),
        (
            r"\b(?:ever so slightly|ever so little|just slightly|a (?:teeny|teensy|wee|tiny|little)(?:[ -](?:teeny|tiny|weeny|wee"
            r"|bit))* bit|a bitty|a tiny little bit)\b", "a bit"),
        (r"\ba (?:fair|good|decent|whole|big|great) (?:bit|deal|amount|chunk|way|ways)\b", "a lot"),
        (
            r"\b(?:quite a bit|quite a lot|a whole lot|loads|heaps|tons|a ton|a fair way|way way|significantly|substantially"
            r"|drastically|dramatically|massively|majorly)\b", "a lot"),
        (r"\ba hand(?:'?s)?[ -](?:width|breadth|span)\b|\ba handbreadth\b|\ba hand\b(?= (?:to|further|closer|left|right|back))", "10 cm"),
        (r"\ban? arm(?:'?s)?[ -]length\b", "60 cm"),
        (r"\ba (?:thumb|finger)(?:'?s)?[ -](?:width|breadth)\b", "2 cm"),
        (r"\b(?:a couple of|a couple|couple of|couple) (?=(?:cm|centi|inch|feet|foot|met|steps?|paces?))", "two "),
        (r"\ba few (?=(?:feet|met|steps?|paces?))", "three "),
        (r"\ba few (?:cm|centimetres|centimeters|inches)\b", "a bit"),
        (
            rf"(?<!how )(?<!what )\b(?:about|around|roughly|approximately|approx|circa|maybe|some|perhaps|nearly|almost|exactly"
            rf"|precisely|at least"
            rf"|at most|say|like|just|only|a good|something like|more or less|another) (?={_LENGTH})", ""),
        (rf"\b(?P<said>{_LENGTH}) (?:or so|or thereabouts|ish|give or take|maybe|approximately)\b", r"\g<said>"),
        (r"\b(?:an extra|a further|another) (?=(?:foot|met|cm|inch|\d))", "a "),
        (r"\bhalf (?:the|its|their|his) (?:current |present |original )?(?P<size>size|height|width|length)\b", r"half its \g<size>"),
        (
            r"^(?!scale|increase|enlarge|shrink|reduce|grow|decrease|resize|multiply)(?P<a>.*\bby )(?P<n>[1-9]\d{1,2})(?P<z>$| "
            r"(?:to|and|up|down|left|right|then)\b.*)", r"\g<a>\g<n> cm\g<z>"),
        (rf"\b(?:up|down) (?P<far>a bit|a little|a tad|slightly|a lot|{_LENGTH}) (?P<way>higher|lower)\b", r"\g<far> \g<way>"),
        (r"\b(?:a )?half[- ](?:a[- ])?(met(?:re|er)|foot|step)\b", r"half a \1"),
        (r"\bone eighty\b|\b180\b(?! ?(?:deg|cm|m\b|mm))", "180 degrees"),
        (r"\bninety\b(?! deg)", "90 degrees"), (r"\bforty[- ]five\b(?! deg)", "45 degrees"),
    )
)  # fmt: skip


def with_plain_measures(text: str) -> str:
    """A plain text with its loose amounts in the words that the readers know."""
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return " ".join(text.split())

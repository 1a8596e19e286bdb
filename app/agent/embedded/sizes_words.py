"""Reads requests for other sizes: *make it bigger*, *twice as long*, *1.2 m wide*, *shrink it by a fifth*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.destinations import AMOUNT, amount_of, figure
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.wanted import ResizeWanted
from scenewright.scene.english import CARDINALS, COMPARATIVES, SUPERLATIVES

__all__ = ["read_resize"]

_NUMBER = r"\d+(?:\.\d+)?|" + "|".join(CARDINALS)
_AXES = {
    "size": "all", "height": "height", "width": "width", "thickness": "height", "length": "length", "depth": "depth", "level": "height",
}  # fmt: skip
"""Measure of an adjective -> the axis that changes."""
_COMPARATIVE = {
    word: (_AXES[SUPERLATIVES[most].measure], 1 if SUPERLATIVES[most].most else -1)
    for word, most in COMPARATIVES.items()
} | {"greater": ("all", 1), "flatter": ("height", -1)}
"""Comparative -> (axis, 1 where it grows)."""
_SIZES = {
    "all": "big|large|size", "width": "wide|broad|width", "height": "tall|high|height|thick", "length": "long|length|across|diameter",
    "depth": "deep|depth",
}  # fmt: skip
_PLAIN = {word: axis for axis, words in _SIZES.items() for word in words.split("|")} | {
    "small": "all",
    "narrow": "width",
}
_ADJ = "|".join(_PLAIN)
_COMP = "|".join(_COMPARATIVE)
_FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
    "two thirds": 2 / 3,
    "three quarters": 0.75,
}
_FRACTION = r"(?:by )?(?:a |an |one )?(?P<fraction>half|third|quarter|fifth|tenth|two thirds|three quarters)"
_PERCENT = rf"(?:by )?(?P<percent>{_NUMBER}) percent"
_MAKE = r"(?:make|get|have|let|turn|i want|i would like|i need|can be) (?P<what>.+?) (?:be )?"
_LOOSE = any_of(
    "much", "way", "far", "a lot", "a little bit", "a little", "a tiny bit", "a bit", "slightly", "somewhat", "even", "a tad",
    "considerably",
    "still", "a good deal", "a good bit", "quite a bit", "a great deal", "a touch", "loads", "a smidge",
)  # fmt: skip
_PART = any_of("half", "third", "quarter", "fifth", "tenth")
_BY_MORE = (
    rf"(?:by )?(?:(?P<amount2>{AMOUNT})|(?P<percent2>{_NUMBER}) percent|(?:a |an |one )?(?P<fraction2>{_PART})"
    rf"|(?:a )?factor (?:of )?(?P<factor2>{_NUMBER}))"
)

_COMPARED = whole(
    rf"{_MAKE}(?:(?P<loose>{_LOOSE}) )?"
    rf"(?:(?:{_PERCENT}|(?P<amount>{AMOUNT})|(?P<times>{_NUMBER}|half|twice|three) times|{_FRACTION}) )?(?P<more>{_COMP})"
    rf"(?: {_BY_MORE})?(?: and (?P<more2>{_COMP}))?(?: than (?:it is|before|now).*)?"
)
_AS_BEFORE = r"(?: as (?:it is|before|now|they are|it was).*)?"
_TIMES = whole(
    rf"{_MAKE}(?:(?P<twice>twice|half|double|triple|(?P<n>{_NUMBER}) times)|(?:a )?(?P<part>third|quarter)(?: of)?)(?: as)? ?"
    rf"(?:the|its|their)? ?(?P<size>{_ADJ}){_AS_BEFORE}"
)
_ABSOLUTE = whole(rf"{_MAKE}(?:exactly |about |only )?(?P<amount>{AMOUNT}) ?-?(?:in )?(?P<size>{_ADJ})")
_ABSOLUTE_OF = whole(
    r"(?:set|change|make|increase|reduce|extend|bring) (?:the )?(?P<size>width|height|depth|length) of (?P<what>.+?) "
    rf"(?:to(?: be)?|at|be) (?P<amount>{AMOUNT})"
)
_LIKE = whole(rf"{_MAKE}(?:as (?P<size>{_ADJ}) as|the same (?P<size2>size|width|height|length|depth) as) (?P<like>.+)")
_VERB = whole(
    r"(?P<verb>enlarge|grow|scale up|blow up|expand|increase|shrink|reduce|scale down|decrease|scale|resize|stretch|widen|lengthen|shorten"
    r"|narrow|heighten|double|halve|triple|quadruple|extend)"
    r"(?: (?:the )?(?P<size>size|width|height|length|depth|scale) of)? (?P<what>.+?)"
    r"(?: (?:in (?P<in>size|width|height|length|depth)|(?P<dir>up|down)))?"
    rf"(?: (?:(?P<to>to)|by) (?:(?P<amount>{AMOUNT})|(?P<percent>{_NUMBER}) percent"
    rf"|(?:a |an |one )?(?P<fraction>{_PART}|two thirds|three quarters)(?: its size)?"
    rf"|(?:a )?(?:factor (?:of )?)?(?P<factor>{_NUMBER}|\d*\.\d+)(?: times)?|twice its size)"
    r"| (?P<loose>a bit|a little|slightly|a lot|a little bit))?"
)
_VERBS = {
    "enlarge": ("all", 1), "grow": ("all", 1), "scale up": ("all", 1), "blow up": ("all", 1), "expand": ("all", 1), "increase": ("all", 1),
    "shrink": ("all", -1), "reduce": ("all", -1), "scale down": ("all", -1), "decrease": ("all", -1), "scale": ("all", 0),
    "resize": ("all", 0),
    "stretch": ("length", 1), "widen": ("width", 1), "lengthen": ("length", 1), "shorten": ("length", -1), "narrow": ("width", -1),
    "heighten": ("height", 1), "extend": ("length", 1),
}  # fmt: skip
_FACTORS = {"double": 2.0, "halve": 0.5, "triple": 3.0, "quadruple": 4.0, "twice": 2.0, "half": 0.5}
_STEPS = {
    "much": 1.6,
    "way": 1.6,
    "far": 1.6,
    "a lot": 1.6,
    "considerably": 1.5,
    "a good deal": 1.5,
    "a great deal": 1.6,
    "loads": 1.6,
    "a good bit": 1.4,
    "quite a bit": 1.4,
    "a touch": 1.1,
    "a smidge": 1.1,
    "a bit": 1.1,
    "a little": 1.1,
    "a little bit": 1.1,
    "slightly": 1.1,
    "a tiny bit": 1.05,
    "somewhat": 1.15,
    "a tad": 1.1,
}
_STEP = 1.25
"""How much bigger *bigger* is."""


def read_resize(text: str) -> ResizeWanted | None:
    """The new size that a clause asks for; None where it asks for none."""
    for read in (_like, _times, _absolute, _compared, _by_verb):
        found = read(text)
        if found is not None:
            return found
    return None


def _like(text: str) -> ResizeWanted | None:
    found = _LIKE.match(text)
    if found is None or found["like"] in ("it is", "before"):
        return None
    return ResizeWanted(found["what"], _PLAIN[found["size"] or found["size2"]], like=found["like"])


def _times(text: str) -> ResizeWanted | None:
    found = _TIMES.match(text)
    if found is None:
        return None
    factor = _FRACTIONS[found["part"]] if found["part"] else _FACTORS.get(found["twice"]) or figure(found["n"])
    return ResizeWanted(found["what"], _PLAIN[found["size"]], factor=factor)


def _absolute(text: str) -> ResizeWanted | None:
    found = _ABSOLUTE.match(text) or _ABSOLUTE_OF.match(text)
    if found is None:
        return None
    size, _ = amount_of(found["amount"])
    return None if size is None else ResizeWanted(found["what"], _PLAIN[found["size"]], size=size)


def _compared(text: str) -> ResizeWanted | None:
    found = _COMPARED.match(text)
    if found is None or found["what"].endswith((" as", " than")):
        return None
    axis, sign = _COMPARATIVE[found["more"]]
    amount, loose = amount_of(found["amount"] or found["amount2"])
    if amount is not None:
        return ResizeWanted(found["what"], "length" if axis == "all" else axis, more=sign * amount)
    percent = found["percent"] or found["percent2"]
    fraction = found["fraction"] or found["fraction2"]
    if found["times"] or found["factor2"]:
        word = found["times"] or found["factor2"]
        factor = {"half": 0.5, "twice": 2.0}.get(word) or figure(word)
        return ResizeWanted(found["what"], axis, factor=factor if sign > 0 else 1.0 / factor)
    share = figure(percent) / 100.0 if percent else _FRACTIONS[fraction] if fraction else None
    if share is not None:
        return ResizeWanted(found["what"], axis, factor=1.0 + sign * share)
    step = _STEPS.get(found["loose"] or "", {"little": 1.1, "much": 1.6}.get(loose, _STEP))
    return ResizeWanted(found["what"], axis, factor=step if sign > 0 else 1.0 / step, loosely=True)


def _by_verb(text: str) -> ResizeWanted | None:
    found = _VERB.match(text)
    if found is None:
        return None
    verb, named = found["verb"], found["size"] or found["in"]
    if verb in _FACTORS:
        return ResizeWanted(found["what"], _PLAIN.get(named or "size", "all"), factor=_FACTORS[verb])
    axis, sign = _VERBS[verb]
    if named and named != "scale":
        axis = _PLAIN[named]
    sign = {"up": 1, "down": -1}.get(found["dir"] or "", sign)
    amount, loose = amount_of(found["amount"])
    if amount is not None:
        axis = "length" if axis == "all" else axis
        if found["to"]:
            return ResizeWanted(found["what"], axis, size=amount)
        return ResizeWanted(found["what"], axis, more=(sign or 1) * amount)
    if text.endswith("twice its size"):
        return ResizeWanted(found["what"], axis, factor=2.0)
    if found["factor"]:
        factor = float(found["factor"]) if re.match(r"[\d.]", found["factor"]) else figure(found["factor"])
        return ResizeWanted(found["what"], axis, factor=1.0 / factor if sign < 0 and factor > 1.0 else factor)
    share = (
        figure(found["percent"]) / 100.0
        if found["percent"]
        else _FRACTIONS[found["fraction"]]
        if found["fraction"]
        else None
    )
    if share is not None:
        return ResizeWanted(found["what"], axis, factor=share if found["to"] or sign == 0 else 1.0 + sign * share)
    if sign == 0:
        return None
    step = _STEPS.get(found["loose"] or "", {"little": 1.1, "much": 1.6}.get(loose, _STEP))
    return ResizeWanted(found["what"], axis, factor=step if sign > 0 else 1.0 / step, loosely=True)

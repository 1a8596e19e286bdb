"""Usual ways to ask for something in other words than the grammar has, as the plain order: *a beanbag instead of the bench*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.patterns import any_of

__all__ = ["in_usual_words"]

_SURFACING = re.compile(
    r" (?:planks?|boards?|floorboards?|flooring|parquet|panels?|panelling|tiles?|tiling|slabs?|wallpaper)$"
)


def _surfaced(found: re.Match[str]) -> str:
    """*Lay warm oak planks on the floor*."""
    material = _SURFACING.sub("", found["m"])
    return f"make {found['w']} {material}" if is_colour(material) else found[0]


_ASKING = any_of(
    "please", "and", "so", "can", "could", "you", "we", "i", "let us", "how about", "what about", "maybe", "would", "like", "rather",
    "want", "need", "to", "just", "then", "ok", "okay", "shall",
)  # fmt: skip
_GETTING = any_of(
    "get", "have", "put", "add", "bring(?: in)?", "use", "place", "try", "set up", "want", "like", "fancy", "prefer", "choose", "stick",
)  # fmt: skip
_HERE_ALREADY = any_of("the", "my", "that", "this", "those", "these", "our", "both", "all", "it", "them")
_NEW = any_of("an?", "some", "two", "three", "four")
_WAS = any_of("was", "were", "used to be", "stood", "hung", "lay", "came from", "had been")
_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        # leave it where it was before
        (rf"\b(?:leave|keep|have|let|get|want) (?P<a>it|them|that|the [\w ]+?) (?:stay )?where (?:it|they) {_WAS}(?: before)?\b",
            r"put \g<a> back where it was"),
        # get a beanbag instead of the bench
        (rf"^(?:{_ASKING} )*(?:{_GETTING} )?(?:in |me |us |there |here )*(?P<new>{_NEW} [^,.;]+?) "
            rf"(?:instead|in place|in (?:the )?stead|in lieu) of (?P<old>{_HERE_ALREADY}\b[^,.;]*)$", r"replace \g<old> with \g<new>"),
        (rf"^(?:{_ASKING} )*(?:instead|in place) of (?P<old>{_HERE_ALREADY}\b[^,.;]*?),? (?:{_ASKING} )*(?:{_GETTING} )?"
            rf"(?P<new>{_NEW} [^,.;]+)$", r"replace \g<old> with \g<new>"),
        # I would rather have a plant where the water cooler is
        (rf"^(?:{_ASKING} )*(?:{_GETTING} )?(?P<new>{_NEW} [^,.;]+?) where (?P<old>(?:the|my|that|this|our) [^,.;]+?) "
            r"(?:is|stands|hangs|sits)(?: now| right now| at the moment)?$", r"replace \g<old> with \g<new>"),
        # lay warm oak planks on the floor instead of those white tiles
        (r"^(?:lay|put|use|have|get|add|fit|do) (?P<m>[\w -]+?) on (?P<w>the (?:floor|walls?|ceiling|\w+ wall))"
            r"(?:,? (?:instead|in place) of .+| instead)?$", _surfaced),
        (r"^(?:make (?:it|that|them) )?(?:twice|double) (?:that|this|the|its|their) (?:size|big|large)\b", "make it twice as big"),
        (r"^(?:make (?:it|that|them) )?half (?:that|this|the|its|their) size\b", "make it half as big"),
        (r"^double (?P<a>that|it|them|this)$", r"make \g<a> twice as big"),
        (r"^(?:let|have|make|watch) the sun (?:go down|set|sink)\b", "make it sunset"),
        (r"^(?:let|have|make|watch) the sun (?:come up|rise|come out)\b", "make it morning"),
        (r"^(?P<a>(?:take|put|carry|clear|throw|move) .+ (?:away|off|out|down)) again$", r"\g<a>"),
        (r"\bright (?P<a>round|around)(?=$|[,.;])", r"\g<a>"),
        (r"\b(?P<a>(?:turn|swing|spin|swivel|rotate) .+?)(?: a?round)? so (?:that )?(?:it|they) (?:points?|faces?|looks?|goes|is|are)"
            r"(?: facing)? the other way(?: a?round)?\b", r"\g<a> around"),
        # spread them out
        (r"\b(?P<v>spread|space|fan) (?P<a>[^,.;]+?) out(?P<rest>(?: (?:a bit|a little|more|evenly|some))*)(?=$|[,.;])",
            r"move \g<a> apart\g<rest>"),
    )
)  # fmt: skip


def in_usual_words(text: str) -> str:
    """A plain text with such orders as plain ones."""
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return text

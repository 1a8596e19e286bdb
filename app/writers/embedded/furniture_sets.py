"""Furniture that is named by its set, written out as its pieces: *an outdoor dining set*, *a bistro set*, *a three-piece suite*."""

from __future__ import annotations

import re
from functools import partial

from scenewright.scene.english import CARDINALS, COLORS
from scenewright.scene.language.vocabulary.surfaces import surface_kind

__all__ = ["with_sets_written_out"]

_COUNT = rf"(?:{'|'.join(sorted(CARDINALS, key=len, reverse=True))}|\d+)"
_OUTSIDE = "(?:outdoor|garden|patio|terrace|lawn)"
_LOOKS = r"(?:(?!set|suite|and|with|for|of|in|on|or|the|an?)[a-z-]+ ){0,2}?"
"""Words before a set that say how it looks: *wooden*, *white wicker*."""
_FOR = rf"(?: (?:for|of|with seats for) (?P<n>{_COUNT})(?: people| persons| guests)?)?"
_MADE_OF = r"(?P<after> (?:in|made of|of) (?P<made>(?:(?:dark|light|pale|solid) )?[a-z]+)(?![\w-]))?"
_SETS = tuple(
    (re.compile(rf"\b(?P<article>an? |the |one )?(?P<looks>{_LOOKS})(?:{said})(?![\w-]){_FOR}{_MADE_OF}", re.IGNORECASE), pieces, usual)
    for said, pieces, usual in (
        (rf"{_OUTSIDE} (?:dining |furniture |table )?(?:set|suite)", "{looks}garden table with {n} {looks}garden chairs around it", "four"),
        (r"bistro set", "small round {looks}table with {n} {looks}chairs around it", "two"),
        (r"dining(?: room| table)? (?:set|suite)", "{looks}dining table with {n} {looks}chairs around it", "four"),
        (r"(?:three[ -]piece |living room |lounge |sofa )(?:set|suite)", "{looks}sofa and two {looks}armchairs", ""),
        (r"bedroom (?:set|suite)", "{looks}double bed, two {looks}nightstands and a {looks}dresser", ""),
    )
)  # fmt: skip


def with_sets_written_out(text: str) -> str:
    """A text with such sets as the pieces that they are of, each with the looks that were said of the set."""
    for pattern, pieces, usual in _SETS:
        text = pattern.sub(partial(_pieces, pieces=pieces, usual=usual), text)
    return text


def _pieces(found: re.Match[str], *, pieces: str, usual: str) -> str:
    looks, after = found["looks"].lower(), found["after"] or ""
    made = (found["made"] or "").lower()
    if surface_kind(made) or (made and made.split()[-1] in COLORS):
        looks, after = f"{looks}{made} ", ""
    said = pieces.format(looks=looks, n=found["n"] or usual)
    article = (found["article"] or "").lower()
    if article.startswith("a"):
        article = "an " if said[0] in "aeiou" else "a "
    return f"{article}{said}{after}"

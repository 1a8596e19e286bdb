"""Reads *a wall of books*: shelves full of books in a row, pictures together on a wall, or furniture side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.semantics.words import singular

__all__ = ["walls_as_things"]

_FLAT = word_set(
    "screen monitor television tv display clock mirror photo photograph picture painting poster map mask plate print artwork frame"
)
"""Things that hang together where a wall is *of* them."""
_NO_THING = word_set("window glass stone brick wood concrete marble tile mirrored light water fire fame text")


def walls_as_things(tokens: list[Token], support: Callable[[str], str]) -> list[Token]:
    """The tokens of a sentence, with walls *of* things as what shows them.

    Args:
        support: 'floor', 'surface', 'wall' ... for a noun of the catalogue; '' for others.
    """
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        thing = _thing_after(tokens, i)
        if token.low not in ("wall", "walls") or thing is None:
            out.append(token)
            i += 1
            continue
        noun = singular(tokens[thing].low)
        whole = " ".join([*(t.low for t in tokens[i + 2 : thing] if t.pos == "N"), noun])
        stands = support(whole) or support(noun)
        if noun in _FLAT or stands == "wall":
            out += [replace(token, text="gallery", pos="N", lemma="gallery"), token, *tokens[i + 1 : thing + 1]]
        elif stands == "floor" and noun not in ("plant", "shoe", "toy"):
            out += [replace(token, text="row", lemma="row"), *tokens[i + 1 : thing + 1]]
        elif stands:
            out = _without_article(out)
            shelf = "bookcases" if noun == "book" else "shelves"
            out += [
                replace(token, text="three", pos="M", lemma="three"),
                replace(token, text=shelf, pos="N", lemma=singular(shelf), plural=True),
                *(
                    replace(token, text=word, pos=pos, lemma=word)
                    for word, pos in (("in", "P"), ("a", "D"), ("row", "N"))
                ),
                replace(tokens[i + 1], text="filled", pos="E", lemma="fill"),
                replace(tokens[i + 1], text="with", pos="P", lemma="with"),
                *tokens[i + 2 : thing + 1],
            ]
        else:
            out += tokens[i : thing + 1]
        i = thing + 1
    return out


def _thing_after(tokens: list[Token], i: int) -> int | None:
    """The index of the plural noun in 'wall of old books'; None where no such phrase begins at `i`."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "of":
        return None
    k = i + 2
    while k < len(tokens) and tokens[k].pos in ("A", "E", "N") and not (tokens[k].pos == "N" and tokens[k].plural):
        k += 1
    if k >= len(tokens) or tokens[k].pos != "N" or not tokens[k].plural or singular(tokens[k].low) in _NO_THING:
        return None
    return k


def _without_article(tokens: list[Token]) -> list[Token]:
    """The tokens without the article and the adjectives of the wall: *a whole wall of books*."""
    out = list(tokens)
    while out and out[-1].pos == "A":
        out.pop()
    if out and out[-1].pos == "D":
        out.pop()
    return out

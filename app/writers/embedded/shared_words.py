"""Phrases of a list that share a word: the noun of *a red, a blue and a green chair*, the holder of *crates of apples and oranges*.

English says the shared word once. Each phrase gets it here, so that later readers see phrases that are whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Verb
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.language.vocabulary import color_words, surface_words
from scenewright.scene.semantics.words import SHAPES, SIZES, plural

__all__ = ["share_words"]

_LOOKS = color_words() | surface_words() | frozenset(SIZES) | frozenset(SHAPES) | {"wooden"}
_JOINS = (",", "and")
_HOLDERS = (
    "crate", "basket", "bowl", "barrel", "bucket", "box", "bin", "tray", "jar", "plate", "platter", "sack", "bag", "rack", "pile", "stack",
    "bunch", "vase", "pot",
)  # fmt: skip
"""Nouns before *of* that hold, or are made of, the things after it."""


def share_words(elements: list[Element], named: Callable[[str], bool]) -> list[Element]:
    """The elements with the shared words of lists in each of their phrases.

    Args:
        named: whether the catalogue has an object of these words.
    """

    def fills(holder: str, content: str) -> bool:
        return holder in _HOLDERS and any(named(f"{one} of {plural(content)}") for one in _HOLDERS)

    return _share_holders(_share_nouns(elements, named), fills)


def _share_nouns(elements: list[Element], named: Callable[[str], bool]) -> list[Element]:
    """*A red and a blue chair*: the noun that the last phrase has is that of each look before it."""
    out = list(elements)
    for i in reversed(range(len(out) - 2)):
        phrase, noun = out[i], _noun_after(out, i)
        if noun is None or not isinstance(phrase, Phrase) or phrase.head is None or not _is_bare_look(phrase, named):
            continue
        several = (phrase.number or 1) > 1
        head = replace(noun, text=noun.low if noun.plural == several else _inflected(noun, several), plural=several)
        out[i] = replace(phrase, head=head, modifiers=[*phrase.modifiers, replace(phrase.head, pos="A")])
    return out


def _noun_after(elements: list[Element], i: int) -> Token | None:
    """The noun of the phrase that continues the list after the look at `i`, where that has a look of its own; None without one."""
    at = i + 1
    while at < len(elements) and _joins(elements[at]):
        at += 1
    after = elements[at] if at < len(elements) else None
    if at == i + 1 or not isinstance(after, Phrase) or after.head is None or after.head.pos != "N" or after.definite:
        return None
    looks = [t for t in after.modifiers if t.low in _LOOKS]
    return after.head if looks and (after.determiner == "a" or after.number is not None) else None


def _is_bare_look(phrase: Phrase, named: Callable[[str], bool]) -> bool:
    """Whether a phrase is an article or number with looks and no noun. *A glass* and *a paper cloth* are things."""
    assert phrase.head is not None
    counted = phrase.determiner == "a" or phrase.number is not None
    words = [phrase.head, *phrase.modifiers]
    thing = (
        phrase.head.pos == "N"
        and phrase.head.low not in color_words()
        and (bool(phrase.modifiers) or named(phrase.head.low))
    )
    return counted and not thing and phrase.of is None and not phrase.possessor and all(t.low in _LOOKS for t in words)


def _inflected(noun: Token, several: bool) -> str:
    """The noun in the other number; its lemma is its singular."""
    return plural(noun.lemma) if several else noun.lemma


def _joins(element: Element, kinds: tuple[str, ...] = _JOINS) -> bool:
    return isinstance(element, Joint) and element.kind in kinds


def _share_holders(elements: list[Element], fills: Callable[[str, str], bool]) -> list[Element]:
    """*Crates of apples, oranges and bananas*: each of the fruits has its crates."""
    out = list(elements)
    for i, first in enumerate(elements):
        if not isinstance(first, Phrase) or first.head is None or first.of is None or not first.plural:
            continue
        others = _contents_after(elements, i, fills)
        if not others or first.of.head is None or not fills(first.head.lemma, first.of.head.lemma):
            continue
        shares = len(others) + 1
        each = max((first.number or shares) // shares, 1)
        spare = max((first.number or shares) - each * shares, 0)
        out[i] = _holder(first, first.of, each + spare)
        for at in others:
            content = elements[at]
            assert isinstance(content, Phrase)
            out[at] = _holder(first, content, each)
    return out


def _contents_after(elements: list[Element], i: int, fills: Callable[[str, str], bool]) -> list[int]:
    """Where the further contents of the holder at `i` stand: plurals without an article that fill such a holder, up to the last *and*."""
    found: list[int] = []
    holder = elements[i]
    assert isinstance(holder, Phrase)
    assert holder.head is not None
    at, closed = i + 1, False
    while at + 1 < len(elements) and _joins(elements[at]) and not closed:
        closed = _joins(elements[at], ("and",))
        at += 1
        if _joins(elements[at]):
            closed, at = True, at + 1
        content = elements[at] if at < len(elements) else None
        if not isinstance(content, Phrase) or content.head is None or content.determiner or content.number is not None:
            break
        if content.of is not None or not fills(holder.head.lemma, content.head.lemma):
            break
        found.append(at)
        at += 1
    after = elements[at] if at < len(elements) else None
    return found if closed and not isinstance(after, Verb) else []


def _holder(first: Phrase, content: Phrase, count: int) -> Phrase:
    assert first.head is not None
    head = replace(first.head, text=first.head.lemma, plural=False) if count == 1 else first.head
    inside = replace(content, tokens=list(content.tokens))
    return replace(
        first, tokens=first.tokens if content is first.of else content.tokens, head=head, number=count, of=inside
    )

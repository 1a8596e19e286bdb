"""The colour that words state of a thing: a thing that gets another colour must not be called by its old one."""

from __future__ import annotations

from scenewright.scene.language.vocabulary.colors import find_color

__all__ = ["with_stated_color"]

_LONGEST = 3
"""Words of a colour: *blue and white*."""


def with_stated_color(words: str, color: str | None) -> str:
    """The words with `color` in place of the first colour that they state, without further ones; all without it for None.

    Only what stands before another word is a colour: an *orange* on a table stays one, and so does a *mug with a red handle*,
    whose handle may keep its colour.

    >>> with_stated_color('red office chair', 'dark green')
    'dark green office chair'
    >>> with_stated_color('big navy blue rug', None)
    'big rug'
    """
    before, joint, rest = words.partition(" with ")
    found = before.split(" ")
    kept: list[str] = []
    stated = False
    while found:
        length = next((n for n in range(min(_LONGEST, len(found) - 1), 0, -1) if find_color(found[:n]) is not None), 0)
        if length == 0:
            kept.append(found.pop(0))
            continue
        if color is not None and not stated:
            kept.append(color)
        stated = True
        del found[:length]
    return " ".join(kept) + joint + rest if stated else words

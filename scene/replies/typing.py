"""Undoes typographic changes that a chat window or a word processor made to code: curly quotes and unusual blanks."""

from __future__ import annotations

__all__ = ["retyped"]

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\uff07", "'"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", None),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\uff0d", "-"),
        "\uff08": "(", "\uff09": ")", "\uff3b": "[", "\uff3d": "]", "\uff0c": ",", "\uff1a": ":", "\uff1d": "=",
    }
)  # fmt: skip


def retyped(text: str) -> str:
    """The text with plain quotes and blanks. Line numbers stay the same."""
    return text.translate(_PLAIN)

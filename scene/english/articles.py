"""*A* or *an*, by the sound that a word begins with: *a unicorn*, *an hour*, *an L-shaped sofa*."""

from __future__ import annotations

import re

__all__ = ["article"]

_LIKE_YOU = re.compile(
    r"(?:eu|ew|uni(?!n|m|d)|unanim|us(?:[eu]|ab)|ut(?:e(?!r)|i|o)|uk|uran|urin|ubi|ufo|u\b)|on(?:e|ce)\b"
)
"""Words that are written with a vowel and spoken with a consonant."""
_SILENT_H = re.compile(r"(?:hour|honest|hono[u]?r|heir)")
_LETTERS = re.compile(r"(?:[aefhilmnorsx]\b|(?:led|lcd|lp|mp3|hdmi|xbox|mri|sms|ssd)\b)")
"""Letters that are spoken one by one, the first with a vowel."""
_NUMBERS = re.compile(r"(?:8|1[18](?!\d))")


def article(word: str) -> str:
    """'a' or 'an', as the first word of a noun phrase asks."""
    low = word.strip().lower()
    if _LETTERS.match(low) or _SILENT_H.match(low) or _NUMBERS.match(low):
        return "an"
    return "an" if low[:1] in tuple("aeiou") and not _LIKE_YOU.match(low) else "a"

"""Whether a query names a thing or describes it: *a chair that rocks* does both, *keeps the milk cold* only describes.

Parts of speech are HanTa's (Wartena, "The Hanover Tagger", 2023; BNC C5 tags), whose English model comes inside its package.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from scenewright.scene.english import NEARER, NEAREST
from scenewright.scene.semantics.queries.markers import marker_at
from scenewright.scene.semantics.words import default_lexicon

__all__ = ["describes_only", "has_clause"]

_LEADS = re.compile(
    r"^(?:(?:some|any)(?:thing|where|one|body)|an? (?:place|spot|thing)|things?|used|one of these|the (?:way|place)|this)"
    r" (?:to|for|that|which|where|you|we|people|with|in|out)\b"
    r"|^(?:what|where|when|why|how|who|it|its|you|we|they|he|she|for|used|here|without)\b"
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|where|while|when|if|you|your|we|our|they|their|people|it|its)\b"
    r"|\bto (?!the\b|an?\b|its\b|left\b|right\b|another\b)[a-z]+|\bfor [a-z]+ing\b"
)
_TOWARD = re.compile(rf"\b(?:next|near|close|{NEARER}|{NEAREST}|adjacent|opposite|left|right|side|due) to\b")
"""'to' as part of a relation, whatever noun follows."""
_VERBS = ("VVZ", "VVB", "VVI", "VVD", "VM0", "VBZ", "VBB", "VDZ", "VHZ", "PNP")


def describes_only(text: str) -> bool:
    """Whether a query only describes a thing and does not begin with a noun that names it. `text`: lower case, no punctuation."""
    if _LEADS.match(text):
        return True
    words = text.split()
    if len(words) < 2 or default_lexicon().knows(text):  # 'sports balls' is a name, though 'sports' may be a verb
        return False
    second = 2 if words[1] == "not" and len(words) > 2 else 1
    if default_lexicon().knows(words[0]) and marker_at(words, second):
        return False  # 'flower next to teapot', 'monitor not next to the plant': the tagger may take the first word for a verb
    (_, _, tag), *rest = _tagger().tag_sent(words)
    particle = tag == "NN2" and rest[0][0] in ("up", "out", "off", "down", "away")  # 'lights up the papers'
    return tag in _VERBS or particle


def has_clause(text: str) -> bool:
    """Whether a query describes a thing by what it does or by what people do with it."""
    return bool(_CLAUSE.search(_TOWARD.sub(" at ", text))) or describes_only(text)


@lru_cache(maxsize=1)
def _tagger() -> Any:
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_en.pgz")

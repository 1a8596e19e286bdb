"""Small parts of patterns that several readers of clauses share: verbs, places, who is meant."""

from __future__ import annotations

import re

from scenewright.app.word_sets import word_set
from scenewright.scene.english import CARDINALS, DEFINITE

__all__ = [
    "ADDING",
    "DETERMINED",
    "LESS_ALONG",
    "LOOSELY",
    "MODALS",
    "OTHER_VERBS",
    "POINTED",
    "VERBS",
    "WISHES",
    "any_of",
    "first_of",
    "whole",
]


def any_of(*words: str) -> str:
    """A group that matches one of some words or patterns. A text with several words apart by spaces at `|` counts as these."""
    return f"(?:{'|'.join(words)})"


def whole(*alternatives: str) -> re.Pattern[str]:
    """A pattern of a whole clause that is one of some alternatives."""
    return re.compile("|".join(f"^(?:{each})$" for each in alternatives))


def first_of(found: re.Match[str], *names: str) -> str:
    """What the first of some groups matched; '' where none did."""
    groups = found.groupdict()
    return next((groups[n] for n in names if groups.get(n)), "")


_NEW = (
    "a couple of", "a pair of", "a couple", "a few", "several", "one more", "another", "some", "an", "a", r"\d+",
    *(word for word, number in CARDINALS.items() if 1 <= number <= 20),
)  # fmt: skip
ADDING = "|".join(_NEW)
"""Words that begin what is new, as alternatives of a pattern."""
POINTED = any_of(*sorted(DEFINITE), "it", "them", "all", "both", "each", "every", "everything", "one")
"""Words that begin what is here already."""
LESS_ALONG = {"height": "lower", "width": "narrower", "length": "shorter", "depth": "shallower"}
"""A measure -> what a thing is that has less of it."""
DETERMINED = any_of(POINTED, ADDING)
"""Words that begin what a verb is about."""
MODALS = any_of("should", "must", "ought to", "has to", "have to", "needs? to", "is to", "are to", "could", "shall")
"""Words between a thing and what it is to become."""
WISHES = any_of("i want", "we want", "i would like", "we would like", "i need", "we need", "i prefer", "i would prefer")
"""Beginnings of a wish."""
LOOSELY = any_of("a little bit", "a tiny bit", "a bit", "a little", "a tad", "slightly", "a lot")
"""Amounts without a number."""

VERBS = "|".join(
    (
        # where things stand
        "move|put|place|push|pull|shift|slide|drag|bring|get|take|carry|set|position|relocate|lift|raise|lower|drop|nudge|lay",
        "hang|lean|align|centre|line|stand|mount|stick|scoot|shove|roll|plant|store|stack|keep|leave|arrange|space|tuck|wheel",
        # where they face
        "turn|rotate|spin|face|point|orient|angle|flip|aim|swivel|mirror|tilt",
        # how large they are
        "scale|resize|enlarge|grow|shrink|stretch|widen|lengthen|shorten|narrow|double|halve|triple|heighten|reduce|increase",
        "decrease",
        # what there is and how it looks
        "make|remove|delete|erase|discard|toss|clear|throw|chuck|bin|ditch|paint|colour|recolour|dye|tint|add|insert|create",
        "install|give|replace|swap|exchange|switch|trade|substitute|change|rename|call|name|duplicate|copy|clone",
        # the dialogue itself
        "undo|redo|revert|show|select|highlight|find|mark|let|have",
    )
)
"""Verbs that can begin a clause, as alternatives of a pattern."""
OTHER_VERBS = word_set(
    """bake believe boil build burn call clean close cook count cover dance dislike draw drink dust eat enjoy feed fill fix
    grab hate hear heat help hold iron keep kiss knit learn light load lock look love meet melt mend milk miss mow need open
    order pack pay plan play plot plug post pour pray prefer press print read rest ride ring run save seat see sell send
    serve sew shake share shave shine shoot shop shout sing sleep smell smile speak spell spray stain start stay stop sweep
    talk think tie touch train travel treat try type use vacuum visit vote wait wake walk want wash water wear win wipe wish
    work write"""
)
"""Verbs that are no slips of those: nobody who says *close* means *clone*."""

"""Words before a noun that tell like things apart: *the outer chairs*, *the hanging cupboards*; and those that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from scenewright.app.agent.embedded.hanging import is_off_floor
from scenewright.app.agent.embedded.stage import SceneStage
from scenewright.app.word_sets import word_set
from scenewright.scene.model import Scene
from scenewright.scene.semantics.words import Vocabulary, default_lexicon, lexicon_vocabulary, parse, singular

__all__ = ["OPINIONS", "TELLING", "told_apart", "unknown_words"]

OPINIONS = word_set(
    """old new nice lovely great own same other last next little ugly silly stupid damn bloody horrible hideous awful dreadful annoying
    boring lonely poor useless dear beautiful gorgeous pretty cute tiny wobbly dirty dusty fancy cheap sad cosy comfy favourite favorite
    whole entire existing current present actual said remaining rest extra spare empty full plain simple good bad"""
)
"""Words that say what somebody thinks of a thing, and not which one it is."""
_ENDS = frozenset(("outer", "outermost", "outside", "end"))
_INNER = frozenset(("inner", "innermost", "inside"))
_HANGING = frozenset(("hanging", "mounted", "upper", "overhead", "wall"))
_STANDING = frozenset(("standing", "freestanding", "base"))
TELLING = _ENDS | _INNER | _HANGING | _STANDING
"""Words before a noun that :func:`told_apart` knows."""
_TWO = 2


def told_apart(stage: SceneStage, noun: str, found: Sequence[str]) -> tuple[str, ...] | None:
    """Those of several things that a word before their noun means; None where no such word is there, or it fits none of them.

    Args:
        noun: the noun phrase without its article.
    """
    said = set(noun.split()[:-1])
    if len(found) < _TWO or not said:
        return None
    if said & (_ENDS | _INNER) and len(found) > _TWO:
        ordered = stage.screen_order(list(found))
        ends = (ordered[0], ordered[-1])
        return ends if said & _ENDS else tuple(ordered[1:-1])
    if said & (_HANGING | _STANDING):
        hangs = {p for p in found if is_off_floor(stage, p)}
        kept = tuple(p for p in found if (p in hangs) == bool(said & _HANGING))
        return kept or None
    return None


def unknown_words(scene: Scene, noun: str, found: Sequence[str]) -> tuple[str, ...]:
    """The words before a noun by which none of several things is told: neither a look, a size or an opinion, nor in their own words."""
    if len(found) < _TWO:
        return ()
    phrase = parse(noun, _vocabulary())
    own = {w for p in found for w in _words_of(scene, p)}
    return tuple(
        w for w in (*phrase.leftover, *phrase.others) if w not in OPINIONS and singular(w) not in own and w not in own
    )


def _words_of(scene: Scene, path: str) -> set[str]:
    entity = scene.find(path)
    asked = entity.asset.words.split() if entity.asset is not None else []
    return {*entity.name.split("_"), *asked}


@cache
def _vocabulary() -> Vocabulary:
    return lexicon_vocabulary(default_lexicon())

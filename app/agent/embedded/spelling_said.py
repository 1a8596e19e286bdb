"""Slips of the pen in the words of requests themselves: *make evrything biger*. Names of things are the matter of ``nouns``."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.patterns import OTHER_VERBS, VERBS
from scenewright.app.agent.embedded.plain_orders import base_of_gerund, base_of_participle, is_other_verb
from scenewright.app.word_sets import word_set
from scenewright.scene.english import COLORS, COMPARATIVES, PHRASES, meant_word
from scenewright.scene.semantics.words import default_lexicon

__all__ = ["with_words_spelt"]

_COMMON = word_set(
    """everything corner middle centre window door wall walls floor ceiling left right front back behind between under above below
    beside near next closer nearer farther further away toward towards around together another both every each higher lower bigger
    smaller brighter darker warmer cooler lighter colour light lights metre metres degrees quarter half please should would could
    opposite instead other same little slightly cosier tidier emptier furniture room turn facing against along across clockwise
    sideways forward backward times twice double triple percent outside inside disappear vanish remove delete replace rearrange"""
)
_GRAMMAR = word_set(
    """that this these those then than they them their theirs there with without from into over also just very much more most less least
    some many have been being were what when where which while because whose your yours mine ours could might must shall will does done
    here only even ever never soon still about after again always among anyone anything both come comes enough few first good great
    however itself keep kind last like made make maybe need none nothing often once ours past quite rather really same seem several
    since something such sure take tell thank thanks thing think though thus till today together tomorrow tonight unless until upon
    used want well whatever whether whole whom yourself nobody somebody"""
)
"""Words of the grammar, which are no slips though no thing is called so: *that* is no *than*, *more* is no *move*."""
_OF_PLACES = frozenset(word for phrase in PHRASES for word in phrase.split())
_KNOWN = _COMMON | _OF_PLACES | frozenset(VERBS.split("|")) | frozenset(COMPARATIVES) | frozenset(COLORS)
_WORD = re.compile(r"[a-z]{4,}")


def with_words_spelt(text: str) -> str:
    """A text that was not understood, with each word that nobody knows as the word of requests that it is a slip of."""
    lexicon = default_lexicon()

    def spelt(found: re.Match[str]) -> str:
        word = found[0]
        if (
            word in _KNOWN
            or word in _GRAMMAR
            or word in OTHER_VERBS
            or is_other_verb(word)
            or base_of_gerund(word)
            or base_of_participle(word)
            or word.removesuffix("s") in _KNOWN
            or lexicon.knows(word)
            or lexicon.things_called(word)
        ):
            return word
        return meant_word(word, sorted(_KNOWN)) or word

    return _WORD.sub(spelt, text)

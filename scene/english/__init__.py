"""English as all of Scenewright reads it: one lexicon for descriptions, queries and questions.

Each of the three has its own grammar of sentences. What a phrase means is written here, once.

- ``relations``: every phrase for where a thing is, and what it means; ``distances``: the same for distances in figures.
- ``manner``: words that may stand before such a phrase and do not change its meaning (*just*, *standing*).
- ``noun_phrases``: the determiner and the number that begin a noun phrase (*the other two*).
- ``noun_words``: which of several things a noun phrase asks for (*the second tallest pine*).
- ``numbers``: cardinals and ordinals; ``sizes``: adjectives that order; ``units``: lengths; ``small_words``: determiners, sides, colours.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

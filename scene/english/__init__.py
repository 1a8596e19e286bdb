"""English as all of Scenewright reads it: one lexicon for descriptions, queries and questions.

Each of the three has its own grammar of sentences. What a phrase means is written here, once.

- ``relations``: every phrase for where a thing is, and what it means; ``distances``: the same in figures.
- ``manner``: what may stand before such a phrase and changes nothing (*just*, *standing*).
- ``noun_phrases``: what leads a noun phrase, determiner and number (*the other two*).
- ``noun_words``: which of several a noun phrase asks for (*the second tallest pine*).
- ``numbers``, ``sizes``, ``units``, ``small_words``: cardinals and ordinals, adjectives that order, lengths, determiners, sides, colours.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

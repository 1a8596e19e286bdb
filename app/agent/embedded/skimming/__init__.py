"""Skims a sentence that the grammar of requests cannot read: what it names and what is to be done, without the words between.

``marks`` finds the words that say something (acts by ``tables`` and ``words.toml``, nouns by ``noun_marks``, places by ``place_marks``,
patterns by ``phrase_marks``), ``cuts`` cuts the sentence into requests, ``orders`` says each as a plain order, and ``questions`` a
question as a plain one. The method is the skipping of words between islands that are understood (Ward, *Understanding spontaneous
speech: the Phoenix system*, ICASSP 1991).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

"""Runs of language models on a scene: what was asked, what was tried, what was said, and what it cost.

Each run is a folder in the scene's ``runs/``: ``run.json``, ``transcript.json``, the programs of its rounds and the pictures that models
saw. A :class:`RunRecord` is one in memory; :func:`replayed` is a model that answers as the models of a run did.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

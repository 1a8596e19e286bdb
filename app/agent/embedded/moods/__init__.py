"""Moods that people wish a room: what they are called (``mood_words``), what a room becomes by them (``moods.toml``), and the doing of it.

A mood is done by plain edits: a step of the light, a few things of the catalogue where a place for them is free, colours of textiles.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

"""What one scene may hold. The evaluator checks these limits and names the line; whoever decodes a scene checks them again, since a
program owns the channel that its scene comes through.

Times, memory and sizes of a running program are budgets (:mod:`scenewright.scene.language.budgets`), which a caller may change.
These limits are fixed: they bound what the host does with a scene after the program has ended.
"""

from __future__ import annotations

__all__ = [
    "ADJUSTS",
    "ANSWER_BYTES",
    "ANSWER_RESULTS",
    "ANSWER_ROWS",
    "CAMERAS",
    "EMBEDDINGS",
    "FRAME_ROWS",
    "GLB_BYTES",
    "HEADER_BYTES",
    "LIGHTS",
    "MATERIALS",
    "NAME_CHARACTERS",
    "OPENINGS",
    "PATHS_CHARACTERS",
    "PHRASE_CHARACTERS",
    "PICTURES_PIXELS",
    "PICTURE_PIXELS",
    "PLACES",
    "RELATIONS",
    "RELATION_CHARACTERS",
    "SMALLEST",
    "TEXTS_CHARACTERS",
    "TEXTURES",
    "TEXTURES_PIXELS",
    "TEXTURE_BYTES",
    "TEXTURE_PIXELS",
    "TREE_DEPTH",
    "WORDS_CHARACTERS",
    "WORLD_REACH",
]

_MIB = 1 << 20

# -- texts ------------------------------------------------------------------------------------------------------------

NAME_CHARACTERS = 200
"""Of one name: an entity, an instance, a path segment."""
WORDS_CHARACTERS = 400
"""Of the words for one thing: an `asset_call`, an identity, the surroundings, a file in the scene folder."""
PHRASE_CHARACTERS = 2_000
"""Of the phrase of an entity. A longer docstring is cut there, with a warning."""
RELATION_CHARACTERS = 2_000
"""Of all names in one relation."""
TEXTS_CHARACTERS = 4 * _MIB
"""Of all distinct names, words and phrases of a scene together."""
PATHS_CHARACTERS = 64 * _MIB
"""Of the full paths of all instances together. A path repeats the names of everything around it."""

# -- counts -----------------------------------------------------------------------------------------------------------

TREE_DEPTH = 400
"""Instances inside instances."""
FRAME_ROWS = 2_000_000
"""Nodes of all frames of an animation together."""
CAMERAS = 200
LIGHTS = 500
OPENINGS = 200
"""Doors and windows of a room."""
RELATIONS = 5_000
ADJUSTS = 5_000
PLACES = 100_000
"""Calls of `place`, those whose shape is thrown away included."""
MATERIALS = 20_000
EMBEDDINGS = 20_000

# -- numbers ----------------------------------------------------------------------------------------------------------

WORLD_REACH = 1e9
"""Largest coordinate in the world, in units. Meshes hold single-precision floats, which are coarser than a minute beyond it."""
SMALLEST = 1e-12
"""Smallest length of a unit vector of an instance in the world."""

# -- geometry and pictures --------------------------------------------------------------------------------------------

GLB_BYTES = 256 * _MIB
"""Of an exported GLB. Viewers and Blender do not open larger ones."""
PICTURE_PIXELS = 8_192 * 8_192
"""Of one picture that is drawn."""
PICTURES_PIXELS = 1 << 29
"""Of all pictures of one request together, each channel for itself: they are held until the last is drawn."""
TEXTURES = 256
"""Pictures of one scene."""
TEXTURE_BYTES = 64 * _MIB
"""Of the file of one picture."""
TEXTURE_PIXELS = 8_192 * 8_192
"""Of one picture."""
TEXTURES_PIXELS = 2 * TEXTURE_PIXELS
"""Of all pictures of a scene together."""

# -- wires ------------------------------------------------------------------------------------------------------------

HEADER_BYTES = 12 * _MIB
"""Of the JSON part of an encoded scene. JSON takes up to 30 times its size when it is parsed."""
ANSWER_BYTES = 16 * _MIB
"""Of one answer in JSON to a person, a page or a model."""
ANSWER_RESULTS = 10_000
"""Things that one request for things lists, in all its queries together."""
ANSWER_ROWS = 50_000
"""Instances in one answer; the next page begins after them."""

from .color_names import color_fit, color_name, color_nearness, is_color, lab_from_srgb, spoken_color
from .dimensions import Dimensions
from .entity_words import EntityWords, lexicon_vocabulary, nouns_of, title_of_asset, words_of_asset, words_of_scene
from .lexicon import BED_SIZES, OTHERS, PAIRS, SHAPES, SIZES, STYLES, SURFACE_NOUNS, plural, singular, variants_of
from .phrases import ObjectPhrase, Vocabulary, normalise, parse, word_key
from .things import Lexicon, default_lexicon

__all__ = [
    "BED_SIZES",
    "OTHERS",
    "PAIRS",
    "SHAPES",
    "SIZES",
    "STYLES",
    "SURFACE_NOUNS",
    "Dimensions",
    "EntityWords",
    "Lexicon",
    "ObjectPhrase",
    "Vocabulary",
    "color_fit",
    "color_name",
    "color_nearness",
    "default_lexicon",
    "is_color",
    "lab_from_srgb",
    "lexicon_vocabulary",
    "normalise",
    "nouns_of",
    "parse",
    "plural",
    "singular",
    "spoken_color",
    "title_of_asset",
    "variants_of",
    "word_key",
    "words_of_asset",
    "words_of_scene",
]

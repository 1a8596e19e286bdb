"""Colours by name: the CSS names, the words that furniture and paint are sold under, and modifiers of both.

Plain hues are toned to what dyes and paints look like: CSS's pure ``red`` is a light source, not a sofa.
Colours are sRGB in [0, 1].
"""

from __future__ import annotations

import colorsys
import difflib
import re
from collections.abc import Sequence
from functools import lru_cache

import webcolors

from scenewright.scene.english import COLOR_FAMILIES, COLOR_SPELLINGS
from scenewright.scene.errors import ProgramError
from scenewright.scene.printing import cut

__all__ = ["RGB", "color_modifiers", "color_words", "find_color", "mix", "named_color"]

RGB = tuple[float, float, float]

# Names that CSS lacks, or uses in another sense than people who describe rooms.
_NAMED: dict[str, str] = {
    # plain hues
    "red": "#b8242a", "orange": "#e07b26", "yellow": "#ecc23c", "green": "#3f8a4a", "blue": "#2f64ad",
    "purple": "#6e3f8c", "violet": "#7d55b0", "pink": "#e39bb0", "brown": "#6f4a30", "black": "#1c1c1e",
    "white": "#f4f3ef", "gray": "#858789", "silver": "#c3c6c9", "gold": "#cfa448", "golden": "#cfa448",
    # browns and neutrals
    "amber": "#d48b1e", "bone": "#e6decb", "bisque": "#f0ddc4", "buff": "#d9bb86", "camel": "#b98a54",
    "caramel": "#a86a32", "champagne": "#ecd9b8", "chestnut": "#7c4630", "chocolate": "#4e3123",
    "cinnamon": "#9a5a34", "cocoa": "#5f4433", "coffee": "#503a2c", "cognac": "#9a4e25", "cream": "#f3ead3",
    "creamy": "#f3ead3", "dun": "#b8a283", "ebony": "#2c2522", "ecru": "#d3c4a0", "eggshell": "#efe8d6",
    "espresso": "#3b2a22", "fawn": "#c6a678", "flax": "#dcc98d", "ginger": "#b0622a", "greige": "#b9b0a2",
    "hazel": "#8b6a43", "honey": "#d9a441", "latte": "#c6a584", "mocha": "#6f5240", "mushroom": "#b3a495",
    "natural": "#d2b48c", "nude": "#e0bfa5", "oatmeal": "#ddd0b8", "off white": "#efebe0", "pearl": "#ece8de",
    "putty": "#c7bca6", "rust": "#a4492a", "sand": "#d6c09a", "sandy": "#d6c09a", "sepia": "#70492b",
    "stone gray": "#9a968d", "straw": "#dcc37a", "taupe": "#8d7d6f", "tawny": "#b9713a", "toffee": "#8f5b35",
    "umber": "#634a36", "vanilla": "#f2e6c5",
    # grays
    "anthracite": "#383b3f", "ash gray": "#b2b5b0", "charcoal": "#3c4044", "dove gray": "#a7a6a3",
    "graphite": "#4a4d50",
    "gunmetal": "#3f464b", "iron gray": "#52565a", "jet": "#18181a", "onyx": "#232326", "pewter": "#83868a",
    "platinum": "#d8d7d2", "slate": "#5f6b77", "smoke": "#8f9496", "steel gray": "#71797e",
    # reds and pinks
    "apricot": "#eda76c", "blush": "#e8c0b5", "brick red": "#98412f", "burgundy": "#6b1d2c", "cardinal": "#9f1f2f",
    "carmine": "#96162c", "cherry": "#96202c", "claret": "#711a30", "coral": "#ee7f64", "cranberry": "#96223f",
    "dusty pink": "#cf9c9c", "dusty rose": "#c38b8a", "fuchsia": "#c63d8c", "garnet": "#731f2b", "hot pink": "#e5559a",
    "magenta": "#b93282", "maroon": "#6a1f29", "mauve": "#a98296", "merlot": "#5e2233", "oxblood": "#5b1d20",
    "paprika": "#b8412b", "peach": "#f3bd98", "poppy": "#d7402c", "raspberry": "#a92c56", "rose": "#cf7d86",
    "rose gold": "#c99183", "rosy": "#cf7d86", "ruby": "#8f1838", "salmon": "#ee9680", "scarlet": "#bf2a1f",
    "strawberry": "#cf4650", "terracotta": "#bd6443", "tomato red": "#cf432f", "vermilion": "#d34a2c",
    "wine": "#682336",
    # oranges and yellows
    "burnt orange": "#b95a23", "butter": "#f2dd93", "buttercup": "#efc73f", "canary": "#f2dc55", "copper": "#b06a45",
    "lemon": "#f0dc4f", "mango": "#eea02f", "marigold": "#e5a129", "mustard": "#c9992c", "ochre": "#c08734",
    "pumpkin": "#d66f22", "saffron": "#e6a72e", "sunflower": "#efb92c", "tangerine": "#e8822a",
    "bronze": "#8a6539", "brass": "#b89a52",
    # greens
    "apple green": "#86b04b", "avocado": "#6b7d3b", "bottle green": "#1f4a39", "celadon": "#abc9ae",
    "emerald": "#1f7a55", "eucalyptus": "#7f9d8b", "fern green": "#51803f", "forest": "#2c5134",
    "grass green": "#5b8f3b",
    "hunter green": "#2f523a", "jade": "#3c8f6d", "kelly green": "#3e9142", "khaki": "#a69c72", "leaf green": "#5c8d3e",
    "lime": "#a5c83c", "mint": "#a9d8bd", "moss": "#69753e", "olive": "#6f7042", "pea green": "#8ba24b",
    "pine green": "#2a5446", "pistachio": "#b4cd92", "sage": "#98a586", "sea green": "#4c947c", "sea glass": "#a6d0c2",
    "seafoam": "#9fd3bd", "spring green": "#7fc383",
    # blues and purples
    "amethyst": "#8560ab", "aqua": "#5fc2c5", "aquamarine": "#78cfbd", "aubergine": "#46284a", "azure": "#3f8fd2",
    "baby blue": "#aacde6", "cerulean": "#3a83b8", "cobalt": "#26509c", "cornflower": "#6c92d6", "cyan": "#44b4c6",
    "denim": "#44628c", "duck egg": "#b9d3cf", "eggplant": "#46284a", "ice blue": "#d2e6ee", "indigo": "#383b7e",
    "ink": "#20273d", "lavender": "#b8a9d6", "lilac": "#c0a4cf", "midnight": "#1c2544", "navy": "#22305a",
    "orchid": "#b574b8", "peacock": "#146a7b", "periwinkle": "#8f9bd6", "petrol": "#1d5363", "plum": "#6a3558",
    "powder blue": "#b6cede", "prussian blue": "#1f3653", "robin egg": "#8ccdcb", "royal blue": "#2c4fa8",
    "sapphire": "#1f4595", "sky": "#8cbfe6", "steel blue": "#557f9f", "teal": "#227a7c", "turquoise": "#41b5ae",
    "ultramarine": "#2a3f9c", "wisteria": "#a392cb",
}  # fmt: skip

# Names of many colours at once: they stand for a lively middle, and the words stay with the identity of the thing.
_MIXED: dict[str, str] = {
    "colorful": "#d9763f", "colourful": "#d9763f", "multicolored": "#d9763f", "multicoloured": "#d9763f",
    "multi colored": "#d9763f", "rainbow": "#d9763f", "vibrant": "#d9763f", "bright": "#e8a33a", "pastel": "#dcc3d3",
    "neutral": "#cfc4b4", "black and white": "#8a8a8a",
}  # fmt: skip

_ALIASES = {**COLOR_SPELLINGS, "coloured": "colored", "offwhite": "off white", "ombre": "gradient"}

# Suffixes and fillers that say no more than that a colour was named.
_FILLER = {"colored", "color", "colour", "hued", "toned", "tinted", "tone", "hue", "shade"}

# word -> (hue shift of lightness: target, weight; factor on saturation), applied in HLS.
_MODIFIERS: dict[str, tuple[float, float, float]] = {
    "light": (0.92, 0.45, 0.85),
    "lighter": (0.92, 0.35, 0.9),
    "pale": (0.93, 0.6, 0.7),
    "pastel": (0.86, 0.75, 0.75),
    "soft": (0.8, 0.35, 0.7),
    "dusty": (0.68, 0.3, 0.55),
    "muted": (0.6, 0.2, 0.5),
    "faded": (0.75, 0.4, 0.5),
    "washed": (0.85, 0.5, 0.5),
    "dark": (0.06, 0.45, 1.0),
    "darker": (0.06, 0.3, 1.0),
    "deep": (0.1, 0.4, 1.15),
    "rich": (0.2, 0.2, 1.2),
    "medium": (0.5, 0.1, 1.0),
    "warm": (0.55, 0.05, 1.05),
    "cool": (0.55, 0.05, 0.9),
    "bright": (0.58, 0.3, 1.5),
    "vivid": (0.52, 0.2, 1.6),
    "neon": (0.55, 0.5, 3.0),
    "electric": (0.52, 0.4, 2.5),
    "matte": (0.5, 0.0, 0.95),
    "glossy": (0.5, 0.0, 1.05),
}

# 'bluish gray': a tint of the first on the second.
_TINTS = {
    "blackish": "black", "bluish": "blue", "brownish": "brown", "grayish": "gray", "greenish": "green",
    "greyish": "gray", "orangish": "orange", "pinkish": "pink", "purplish": "purple", "reddish": "red",
    "whitish": "white", "yellowish": "yellow",
}  # fmt: skip

_WORD = re.compile(r"[a-z0-9#]+")
_HEX = re.compile(r"#[0-9a-f]{6}")
"""A colour in numbers, in lower case."""


def _rgb(text: str) -> RGB:
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


@lru_cache(maxsize=1)
def _table() -> dict[str, RGB]:
    table = {name: _rgb(webcolors.name_to_hex(name)) for name in webcolors.names("css3")}
    # CSS writes two-word names as one: 'darkslategray'. Ours win where both know a name.
    table.update({name: _rgb(value) for name, value in _NAMED.items()})
    table.update({name: _rgb(value) for name, value in _MIXED.items()})
    return table


@lru_cache(maxsize=1)
def color_words() -> frozenset[str]:
    """Every colour name that stands alone, in lower case with spaces: CSS names, paint and furniture names."""
    return frozenset(_table())


def color_modifiers() -> frozenset[str]:
    """Every word that may stand before a colour and change it, such as 'pale'."""
    return frozenset(_MODIFIERS)


def _modified(color: RGB, modifier: str) -> RGB:
    target, weight, saturation = _MODIFIERS[modifier]
    hue, lightness, sat = colorsys.rgb_to_hls(*color)
    lightness += (target - lightness) * weight
    r, g, b = colorsys.hls_to_rgb(hue, min(max(lightness, 0.0), 1.0), min(sat * saturation, 1.0))
    return (round(r, 4), round(g, 4), round(b, 4))


def mix(a: RGB, b: RGB, weight: float) -> RGB:
    """The colour `weight` of the way from `a` to `b`, in sRGB."""
    x, y, z = (round(p + (q - p) * weight, 4) for p, q in zip(a, b, strict=True))
    return (x, y, z)


@lru_cache(maxsize=4096)
def _resolve(words: tuple[str, ...]) -> RGB | None:
    if not words:
        return None
    table = _table()
    name = " ".join(words)
    if name in table:
        return table[name]
    if len(words) == 1 and _HEX.fullmatch(name):
        return _rgb(name)
    if words[-1] in _FILLER:
        return _resolve(words[:-1])
    if words[0] in _TINTS:
        tint, rest = table[_TINTS[words[0]]], _resolve(words[1:])
        if not words[1:]:
            return tint
        return None if rest is None else mix(rest, tint, 0.3)
    if words[0] in _MODIFIERS:
        rest = _resolve(words[1:])
        if rest is not None:
            return _modified(rest, words[0])
    if "".join(words) in table:
        return table["".join(words)]
    if len(words) == 3 and words[1] == "and":  # 'cream and blue': the first is the main one
        first, second = _resolve(words[:1]), _resolve(words[2:])
        return first if second is not None else None
    # 'navy blue', 'slate gray', 'emerald green': the first word is the exact tone, the last names its family.
    if len(words) == 2 and words[1] in COLOR_FAMILIES and words[0] not in _MIXED:
        return table.get(words[0])
    return None


def _split(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for word in _WORD.findall(text.lower()):
        words.extend(_ALIASES.get(word, word).split())
    return tuple(words)


def find_color(text: str | Sequence[str]) -> RGB | None:
    """The colour that a whole phrase names (``'dark green'``, ``'off-white'``, ``'#ff8800'``), or None."""
    return _resolve(_split(text if isinstance(text, str) else " ".join(text)))


def named_color(word: str) -> RGB:
    """sRGB in [0, 1] of a colour by name: ``named_color('mustard')``, ``named_color('pale navy blue')``.

    Args:
        word: a colour, and modifiers of it; the entry ``colors`` lists them.

    Returns:
        sRGB, three numbers from 0 to 1.

    Raises:
        ProgramError: no colour has this name; the message gives the closest ones.
    """
    found = find_color(word)
    if found is not None:
        return found
    near = difflib.get_close_matches(" ".join(_split(word))[:200], sorted(color_words()), n=3, cutoff=0.5)
    hint = f"; closest names: {', '.join(near)}" if near else ""
    raise ProgramError(f"there is no colour named {cut(word, 80)!r}{hint}", kind="argument")

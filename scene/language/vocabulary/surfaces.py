"""Named surfaces: what oak, brushed brass or frosted glass look like, as a colour and a metallic-roughness material.

A phrase is a material, after finishes (*polished*, *matte*) and a tone (*dark*, *white*, *navy blue*) where there are any:
``surface('dark oak')``, ``surface('polished white marble')``, ``surface('red leather')``. A colour alone is that colour as
paint. Colours are sRGB in [0, 1]; reflectances come from common measured charts of physically based materials and were
adjusted by eye.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.colors import RGB, find_color, mix
from scenewright.scene.limits import WORDS_CHARACTERS
from scenewright.scene.sound_scenes import too_long

__all__ = [
    "SURFACES",
    "SYNONYMS",
    "Surface",
    "find_surface",
    "finish_words",
    "surface",
    "surface_kind",
    "surface_words",
]


@dataclass(frozen=True, slots=True)
class Surface:
    """A material by name.

    `kind`: wood, fibre, metal, stone, ceramic, glass, fabric, leather, plastic, paper, plant or light.
    """

    color: RGB
    roughness: float
    kind: str
    metallic: float = 0.0
    opacity: float = 1.0
    emission: float = 0.0


def _s(
    color: str, roughness: float, kind: str, *, metallic: float = 0.0, opacity: float = 1.0, emission: float = 0.0
) -> Surface:
    rgb = (int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255)
    return Surface(rgb, roughness, kind, metallic, opacity, emission)


SURFACES: dict[str, Surface] = {
    # wood
    "wood": _s("#a87545", 0.55, "wood"),
    "oak": _s("#b98d58", 0.55, "wood"),
    "light oak": _s("#d0ab78", 0.55, "wood"),
    "dark oak": _s("#6a4a2d", 0.5, "wood"),
    "golden oak": _s("#c08a43", 0.5, "wood"),
    "walnut": _s("#634330", 0.48, "wood"),
    "pine": _s("#d8b27a", 0.6, "wood"),
    "birch": _s("#dfc79c", 0.55, "wood"),
    "maple": _s("#d9b685", 0.5, "wood"),
    "beech": _s("#d1a878", 0.55, "wood"),
    "ash": _s("#d4bd97", 0.55, "wood"),
    "cherry wood": _s("#8a4a30", 0.45, "wood"),
    "mahogany": _s("#6b2f22", 0.4, "wood"),
    "rosewood": _s("#5a2a22", 0.4, "wood"),
    "teak": _s("#a3703f", 0.55, "wood"),
    "cedar": _s("#a9653f", 0.6, "wood"),
    "acacia": _s("#8f5d38", 0.55, "wood"),
    "elm": _s("#a67c52", 0.58, "wood"),
    "ebony": _s("#2c2320", 0.4, "wood"),
    "wenge": _s("#3d2c25", 0.5, "wood"),
    "dark wood": _s("#4a3022", 0.5, "wood"),
    "light wood": _s("#d9b98b", 0.58, "wood"),
    "white wood": _s("#efece4", 0.5, "wood"),
    "black wood": _s("#252220", 0.5, "wood"),
    "red wood": _s("#7b3a2a", 0.5, "wood"),
    "plywood": _s("#d8b98a", 0.65, "wood"),
    "driftwood": _s("#a79c8c", 0.8, "wood"),
    "reclaimed wood": _s("#86664a", 0.75, "wood"),
    "weathered wood": _s("#8f8578", 0.8, "wood"),
    "lacquered wood": _s("#7a4426", 0.2, "wood"),
    "chipboard": _s("#c9a878", 0.7, "wood"),
    "bark": _s("#5f4a38", 0.9, "wood"),
    # fibres
    "bamboo": _s("#d3b26e", 0.5, "fibre"),
    "rattan": _s("#b98d57", 0.7, "fibre"),
    "wicker": _s("#a97c48", 0.75, "fibre"),
    "cane": _s("#cfa970", 0.65, "fibre"),
    "jute": _s("#b79b6d", 0.95, "fibre"),
    "sisal": _s("#c6ad7e", 0.95, "fibre"),
    "seagrass": _s("#b3a46f", 0.9, "fibre"),
    "straw": _s("#d8bd76", 0.9, "fibre"),
    "rope": _s("#c0a676", 0.95, "fibre"),
    "cork": _s("#b98c5c", 0.9, "fibre"),
    # metal
    "metal": _s("#a5a8ab", 0.35, "metal", metallic=1.0),
    "steel": _s("#b4b7ba", 0.32, "metal", metallic=1.0),
    "stainless steel": _s("#c3c6c8", 0.25, "metal", metallic=1.0),
    "brushed steel": _s("#b3b6b8", 0.42, "metal", metallic=1.0),
    "galvanized steel": _s("#a3a9ad", 0.55, "metal", metallic=0.9),
    "chrome": _s("#d7dadc", 0.08, "metal", metallic=1.0),
    "nickel": _s("#c3bcb1", 0.22, "metal", metallic=1.0),
    "aluminium": _s("#cdd0d2", 0.35, "metal", metallic=1.0),
    "iron": _s("#4b4a4a", 0.55, "metal", metallic=0.9),
    "cast iron": _s("#343434", 0.65, "metal", metallic=0.8),
    "wrought iron": _s("#2b2b2c", 0.5, "metal", metallic=0.8),
    "black metal": _s("#26272a", 0.42, "metal", metallic=0.6),
    "white metal": _s("#eceded", 0.4, "metal"),
    "rusty metal": _s("#8a4b2d", 0.9, "metal", metallic=0.2),
    "brass": _s("#c9a55a", 0.25, "metal", metallic=1.0),
    "antique brass": _s("#8f7340", 0.42, "metal", metallic=1.0),
    "gold": _s("#e0b354", 0.2, "metal", metallic=1.0),
    "rose gold": _s("#d9a08c", 0.22, "metal", metallic=1.0),
    "silver": _s("#dcdcd8", 0.16, "metal", metallic=1.0),
    "copper": _s("#c97d5b", 0.25, "metal", metallic=1.0),
    "bronze": _s("#8c6a3f", 0.38, "metal", metallic=1.0),
    "pewter": _s("#8b8d90", 0.42, "metal", metallic=1.0),
    "tin": _s("#b8bbbd", 0.4, "metal", metallic=1.0),
    "gunmetal": _s("#4b5157", 0.35, "metal", metallic=0.9),
    "mirror": _s("#e4e8ea", 0.02, "metal", metallic=1.0),
    # stone and earth
    "marble": _s("#ece9e4", 0.2, "stone"),
    "black marble": _s("#26262a", 0.18, "stone"),
    "green marble": _s("#3b5a4a", 0.2, "stone"),
    "granite": _s("#7f7b78", 0.35, "stone"),
    "quartz": _s("#e6e3dd", 0.25, "stone"),
    "alabaster": _s("#efe7d6", 0.35, "stone"),
    "travertine": _s("#d7c6a9", 0.5, "stone"),
    "limestone": _s("#d3c9b3", 0.75, "stone"),
    "sandstone": _s("#c9a677", 0.85, "stone"),
    "slate": _s("#4d545b", 0.6, "stone"),
    "stone": _s("#9b978f", 0.8, "stone"),
    "pebble": _s("#a09a90", 0.6, "stone"),
    "concrete": _s("#a9a7a2", 0.85, "stone"),
    "cement": _s("#b0aea9", 0.88, "stone"),
    "terrazzo": _s("#dad5cc", 0.3, "stone"),
    "plaster": _s("#ebe6dc", 0.9, "stone"),
    "brick": _s("#9c4f3c", 0.9, "stone"),
    "asphalt": _s("#3e3f41", 0.95, "stone"),
    "soil": _s("#4a3526", 0.98, "stone"),
    "sand": _s("#d9c49a", 0.98, "stone"),
    "salt": _s("#f3f1ed", 0.8, "stone"),
    # ceramic
    "ceramic": _s("#efece6", 0.2, "ceramic"),
    "porcelain": _s("#f6f5f2", 0.12, "ceramic"),
    "stoneware": _s("#b8a893", 0.45, "ceramic"),
    "earthenware": _s("#a9764f", 0.6, "ceramic"),
    "terracotta": _s("#bd6a47", 0.85, "ceramic"),
    "clay": _s("#b07a58", 0.9, "ceramic"),
    "tile": _s("#e9e8e4", 0.18, "ceramic"),
    "enamel": _s("#f1f0ec", 0.15, "ceramic"),
    # glass and clear things
    "glass": _s("#dcebea", 0.03, "glass", opacity=0.28),
    "crystal": _s("#eef5f7", 0.02, "glass", opacity=0.32),
    "frosted glass": _s("#e6eeee", 0.55, "glass", opacity=0.6),
    "tinted glass": _s("#4d5a60", 0.05, "glass", opacity=0.55),
    "green glass": _s("#2f5a37", 0.06, "glass", opacity=0.7),
    "brown glass": _s("#5a3418", 0.06, "glass", opacity=0.75),
    "stained glass": _s("#b0573f", 0.1, "glass", opacity=0.7),
    "acrylic": _s("#eaf1f3", 0.08, "glass", opacity=0.4),
    "water": _s("#a9cdd8", 0.03, "glass", opacity=0.5),
    "ice": _s("#dcebf2", 0.1, "glass", opacity=0.6),
    # cloth
    "fabric": _s("#a49a8c", 0.9, "fabric"),
    "cotton": _s("#ebe6da", 0.92, "fabric"),
    "linen": _s("#d9ccb3", 0.92, "fabric"),
    "velvet": _s("#6b2b3d", 0.75, "fabric"),
    "wool": _s("#d6ccba", 0.97, "fabric"),
    "felt": _s("#8c8f90", 0.98, "fabric"),
    "silk": _s("#e4d5bd", 0.4, "fabric"),
    "satin": _s("#d9cdd0", 0.35, "fabric"),
    "denim": _s("#3f5d86", 0.9, "fabric"),
    "canvas": _s("#d8ceb6", 0.92, "fabric"),
    "burlap": _s("#ab8f63", 0.97, "fabric"),
    "boucle": _s("#ebe5d8", 0.97, "fabric"),
    "tweed": _s("#8b8374", 0.96, "fabric"),
    "corduroy": _s("#9b7a4c", 0.93, "fabric"),
    "microfiber": _s("#b6ab9c", 0.9, "fabric"),
    "plush": _s("#b98f63", 0.97, "fabric"),
    "fur": _s("#e9e2d5", 0.98, "fabric"),
    "sheepskin": _s("#f0eadd", 0.98, "fabric"),
    "carpet": _s("#a39a8e", 0.98, "fabric"),
    "knit": _s("#d6cbb8", 0.96, "fabric"),
    "macrame": _s("#e9dfca", 0.95, "fabric"),
    "mesh": _s("#2f3134", 0.8, "fabric"),
    "foam": _s("#e3c65e", 0.95, "fabric"),
    # leather
    "leather": _s("#6d4028", 0.45, "leather"),
    "brown leather": _s("#5f3822", 0.45, "leather"),
    "black leather": _s("#211f1f", 0.4, "leather"),
    "white leather": _s("#efece5", 0.42, "leather"),
    "tan leather": _s("#a9703f", 0.48, "leather"),
    "cognac leather": _s("#95502a", 0.42, "leather"),
    "faux leather": _s("#57382a", 0.38, "leather"),
    "suede": _s("#9a7350", 0.95, "leather"),
    # plastic and coatings
    "plastic": _s("#e5e5e3", 0.4, "plastic"),
    "black plastic": _s("#1f2022", 0.4, "plastic"),
    "white plastic": _s("#f2f2f0", 0.38, "plastic"),
    "rubber": _s("#2a2a2b", 0.85, "plastic"),
    "silicone": _s("#cfcfcc", 0.6, "plastic"),
    "vinyl": _s("#2c2c2e", 0.35, "plastic"),
    "linoleum": _s("#b3ada0", 0.4, "plastic"),
    "epoxy": _s("#aeb1b3", 0.18, "plastic"),
    "laminate": _s("#e4e0d8", 0.35, "plastic"),
    "melamine": _s("#f0eeea", 0.35, "plastic"),
    "lacquer": _s("#7a1e1e", 0.12, "plastic"),
    "paint": _s("#f1efea", 0.6, "plastic"),
    "wax": _s("#f2e9d3", 0.5, "plastic"),
    "screen": _s("#0e1014", 0.12, "plastic"),
    # paper
    "paper": _s("#f3f0e8", 0.9, "paper"),
    "cardboard": _s("#b58d61", 0.92, "paper"),
    "parchment": _s("#e6d6ae", 0.9, "paper"),
    # plants
    "leaf": _s("#4d7d3a", 0.55, "plant"),
    "dark leaf": _s("#2f5a30", 0.5, "plant"),
    "grass": _s("#5f8f3b", 0.9, "plant"),
    "moss": _s("#647a3a", 0.98, "plant"),
    "straw flower": _s("#d9b25a", 0.85, "plant"),
    # things that shine
    "lamp glow": _s("#fff0cf", 0.6, "light", emission=3.0),
    "lampshade": _s("#f3e6c9", 0.85, "light", emission=0.6),
    "lit screen": _s("#7fb2e6", 0.2, "light", emission=1.2),
    "neon": _s("#ff4fa0", 0.4, "light", emission=3.0),
    "flame": _s("#ffb347", 0.6, "light", emission=4.0),
}

SYNONYMS: dict[str, str] = {
    "wooden": "wood", "hardwood": "wood", "timber": "wood", "softwood": "pine", "wood grain": "wood", "log": "wood",
    "solid wood": "wood", "oakwood": "oak", "oak wood": "oak", "walnut wood": "walnut", "pinewood": "pine",
    "teak wood": "teak", "teakwood": "teak", "maple wood": "maple", "birch wood": "birch", "beechwood": "beech",
    "ash wood": "ash", "mahogany wood": "mahogany", "cherrywood": "cherry wood", "mango wood": "acacia",
    "mdf": "chipboard", "particle board": "chipboard", "blackwood": "black wood", "redwood": "red wood",
    "reclaimed": "reclaimed wood", "barn wood": "reclaimed wood", "barnwood": "reclaimed wood",
    "metallic": "metal", "stainless": "stainless steel",
    "inox": "stainless steel", "aluminum": "aluminium", "brushed metal": "brushed steel", "chromed": "chrome",
    "blackened steel": "black metal", "black steel": "black metal", "black iron": "wrought iron", "gilt": "gold",
    "gilded": "gold", "gold metal": "gold", "brushed brass": "antique brass", "rusted metal": "rusty metal",
    "zinc": "galvanized steel", "galvanized": "galvanized steel", "galvanised": "galvanized steel",
    "mirrored": "mirror", "looking glass": "mirror", "rock": "stone", "rocky": "stone", "flagstone": "stone",
    "cobblestone": "stone", "marbled": "marble", "quartzite": "quartz", "brickwork": "brick", "earth": "soil",
    "dirt": "soil", "stucco": "plaster", "gypsum": "plaster", "china": "porcelain", "bone china": "porcelain",
    "tiled": "tile", "tiles": "tile", "enameled": "enamel", "enamelled": "enamel", "glazed": "ceramic",
    "pottery": "stoneware", "terra cotta": "terracotta", "clear glass": "glass", "tempered glass": "glass",
    "transparent": "glass", "see through": "glass", "clear": "glass", "glassy": "glass", "smoked glass": "tinted glass",
    "dark glass": "tinted glass", "plexiglass": "acrylic", "perspex": "acrylic", "lucite": "acrylic",
    "cloth": "fabric", "textile": "fabric", "upholstery": "fabric", "upholstered": "fabric", "chenille": "fabric",
    "polyester": "fabric", "nylon": "fabric", "tapestry": "fabric", "woven fabric": "fabric", "velour": "velvet",
    "velvety": "velvet", "woolen": "wool", "woollen": "wool", "silky": "silk", "cashmere": "wool", "shag": "carpet",
    "hessian": "burlap", "faux fur": "fur", "furry": "fur", "fuzzy": "fur", "fluffy": "fur", "bouclé": "boucle",
    "sherpa": "boucle", "knitted": "knit", "crochet": "knit", "macramé": "macrame", "leatherette": "faux leather",
    "pu leather": "faux leather", "hide": "leather", "resin": "plastic", "polypropylene": "plastic", "pvc": "vinyl",
    "formica": "laminate", "laminated": "laminate", "lacquered": "lacquer", "painted": "paint", "beeswax": "wax",
    "rubberized": "rubber", "woven": "wicker", "handwoven": "wicker", "raffia": "straw", "hay": "straw",
    "willow": "wicker", "caned": "cane", "leaves": "leaf", "foliage": "leaf", "greenery": "leaf",
    "lawn": "grass", "corkboard": "cork", "kraft paper": "cardboard", "glowing": "lamp glow", "bulb": "lamp glow",
    "led": "lamp glow", "matte metal": "black metal", "powder coated metal": "black metal",
}  # fmt: skip

# finish -> (roughness target, weight, colour to mix in, its weight)
_FINISHES: dict[str, tuple[float, float, RGB, float]] = {
    "polished": (0.08, 0.75, (1.0, 1.0, 1.0), 0.04),
    "glossy": (0.06, 0.8, (1.0, 1.0, 1.0), 0.02),
    "shiny": (0.08, 0.75, (1.0, 1.0, 1.0), 0.02),
    "high gloss": (0.03, 0.9, (1.0, 1.0, 1.0), 0.02),
    "lacquered": (0.1, 0.8, (0.0, 0.0, 0.0), 0.05),
    "varnished": (0.15, 0.7, (0.4, 0.2, 0.05), 0.1),
    "satin finish": (0.4, 0.6, (1.0, 1.0, 1.0), 0.0),
    "smooth": (0.25, 0.5, (1.0, 1.0, 1.0), 0.0),
    "matte": (0.85, 0.7, (0.5, 0.5, 0.5), 0.03),
    "brushed": (0.45, 0.7, (0.5, 0.5, 0.5), 0.04),
    "raw": (0.9, 0.6, (0.6, 0.55, 0.5), 0.08),
    "rough": (0.95, 0.8, (0.5, 0.45, 0.4), 0.05),
    "frosted": (0.55, 0.9, (1.0, 1.0, 1.0), 0.15),
    "weathered": (0.85, 0.7, (0.58, 0.55, 0.5), 0.4),
    "distressed": (0.75, 0.6, (0.6, 0.52, 0.44), 0.25),
    "aged": (0.7, 0.5, (0.4, 0.3, 0.2), 0.2),
    "antique": (0.55, 0.5, (0.35, 0.25, 0.12), 0.25),
    "old": (0.75, 0.5, (0.45, 0.36, 0.28), 0.2),
    "worn": (0.7, 0.5, (0.55, 0.45, 0.36), 0.18),
    "reclaimed": (0.78, 0.6, (0.45, 0.36, 0.28), 0.25),
    "whitewashed": (0.75, 0.6, (0.94, 0.93, 0.9), 0.6),
    "bleached": (0.7, 0.5, (0.93, 0.9, 0.84), 0.5),
    "stained": (0.45, 0.4, (0.2, 0.11, 0.06), 0.3),
    "dark stained": (0.45, 0.4, (0.12, 0.07, 0.04), 0.6),
    "rusty": (0.95, 0.9, (0.54, 0.29, 0.18), 0.7),
    "solid": (0.5, 0.0, (0.0, 0.0, 0.0), 0.0),
    "natural": (0.6, 0.1, (0.0, 0.0, 0.0), 0.0),
    "genuine": (0.5, 0.0, (0.0, 0.0, 0.0), 0.0),
    "real": (0.5, 0.0, (0.0, 0.0, 0.0), 0.0),
    "faux": (0.5, 0.1, (0.0, 0.0, 0.0), 0.0),
    "carved": (0.6, 0.1, (0.0, 0.0, 0.0), 0.05),
    "veined": (0.3, 0.1, (0.5, 0.5, 0.5), 0.05),
    "crushed": (0.7, 0.2, (0.0, 0.0, 0.0), 0.0),
    "woven": (0.9, 0.4, (0.0, 0.0, 0.0), 0.03),
    "hammered": (0.4, 0.3, (0.0, 0.0, 0.0), 0.05),
}

_WORD = re.compile(r"[a-zé0-9#]+")


@lru_cache(maxsize=1)
def surface_words() -> frozenset[str]:
    """Every material word that stands alone, in lower case with spaces, synonyms included."""
    return frozenset(SURFACES) | frozenset(SYNONYMS)


def finish_words() -> frozenset[str]:
    """Every word that may stand before a material and say how it is finished, such as 'polished'."""
    return frozenset(_FINISHES)


def surface_kind(word: str) -> str | None:
    """The family of a material phrase ('wood', 'metal', 'fabric' ...), None where it names none."""
    found = find_surface(word)
    return None if found is None else found.kind


def _named(words: tuple[str, ...]) -> Surface | None:
    name = " ".join(words)
    return SURFACES.get(SYNONYMS.get(name, name))


def _toned(base: Surface, color: RGB) -> Surface:
    return Surface(color, base.roughness, base.kind, base.metallic, base.opacity, base.emission)


def _shaded(base: Surface, shade: str) -> Surface:
    target = (0.06, 0.04, 0.03) if shade in {"dark", "deep", "rich"} else (1.0, 0.97, 0.92)
    return _toned(base, mix(base.color, target, 0.45 if shade in {"dark", "light", "pale"} else 0.3))


@lru_cache(maxsize=4096)
def _resolve(words: tuple[str, ...]) -> Surface | None:
    found = _named(words)
    if found is not None or not words:
        return found
    for length in (2, 1):
        finish = _FINISHES.get(" ".join(words[:length])) if len(words) > length else None
        rest = _resolve(words[length:]) if finish is not None else None
        if finish is not None and rest is not None:
            roughness, weight, tint, share = finish
            mixed = rest.roughness + (roughness - rest.roughness) * weight
            opacity = max(rest.opacity, 0.6) if words[0] == "frosted" else rest.opacity
            return Surface(
                mix(rest.color, tint, share), round(mixed, 3), rest.kind, rest.metallic, opacity, rest.emission
            )
    # A tone, then the material: the longest material at the end wins ('dark brown faux leather').
    for start in range(1, len(words)):
        base = _named(words[start:])
        if base is None:
            continue
        tone = words[:start]
        if len(tone) == 1 and tone[0] in {"dark", "deep", "rich", "light", "pale", "soft", "warm"}:
            return _shaded(base, tone[0])
        color = find_color(tone)
        if color is not None:
            return _toned(base, color)
    color = find_color(words)
    return None if color is None else Surface(color, 0.6, "plastic")


def find_surface(text: str | Sequence[str]) -> Surface | None:
    """The surface that a whole phrase names, None where it names none. A bare colour is that colour as paint."""
    phrase = text if isinstance(text, str) else " ".join(text)
    return _resolve(tuple(_WORD.findall(phrase.lower())))


def surface(word: str) -> tuple[RGB, dict[str, float]]:
    """Colour and material of a named surface, ready for ``primitive_call``.

    ``color, material = surface('walnut')``; then ``primitive_call('cube', {...}, color=color, material=material)``.
    `word` may carry finishes and a tone: ``'polished white marble'``, ``'dark oak'``, ``'navy blue velvet'``; a bare
    colour is that colour as paint.

    Args:
        word: the material with its finishes and tone; the entry ``surfaces`` lists the materials.

    Returns:
        sRGB colour in [0, 1] and ``{'roughness', 'metallic', 'opacity'}``, with ``'emission'`` where it shines.

    Raises:
        ProgramError: no surface has this name; the message gives the closest ones.
        BudgetError: the name is too long.
    """
    if isinstance(word, str) and len(word) > WORDS_CHARACTERS:
        raise too_long(word, WORDS_CHARACTERS, "the name of a surface")
    found = find_surface(word) if isinstance(word, str) else None
    if found is None:
        near = difflib.get_close_matches(str(word).lower(), sorted(surface_words()), n=3, cutoff=0.5)
        hint = f"; closest names: {', '.join(near)}" if near else ""
        raise ProgramError(f"there is no surface named {word!r}{hint}", kind="argument")
    material = {"roughness": found.roughness, "metallic": found.metallic, "opacity": found.opacity}
    if found.emission:
        material["emission"] = found.emission
    return found.color, material

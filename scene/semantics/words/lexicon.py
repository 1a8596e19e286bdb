"""The meaning of the words around a noun: sizes, shapes, styles, parts, counts. Lower case, with spaces for hyphens.

Colours and materials are not here: :mod:`scenewright.scene.language.vocabulary.colors` and
:mod:`scenewright.scene.language.vocabulary.surfaces` hold them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from scenewright.scene.english import CARDINALS, QUANTITIES
from scenewright.scene.english import DETERMINERS as SHARED_DETERMINERS

__all__ = [
    "BED_HEADS",
    "BED_SIZES",
    "BOUNDARIES",
    "COLLECTIVES",
    "COLOR_NOUNS",
    "COUNTS",
    "DETERMINERS",
    "INTENSIFIERS",
    "OTHERS",
    "PARTS",
]
__all__ += ["PAIRS", "PART_SUFFIXES", "SHAPES", "SIZES", "STYLES", "SURFACE_NOUNS", "plural", "singular", "variants_of"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


# phrase -> canonical size
SIZES: dict[str, str] = {
    word: canonical
    for canonical, words in {
        "small": "small|little|smallish|compact|petite|small sized|small size|modest|apartment sized|undersized",
        "tiny": "tiny|mini|miniature|minuscule|teeny",
        "large": "large|big|sizable|sizeable|spacious|roomy|generous|generously sized|large sized|ample|bulky"
        "|full sized|expansive",
        "huge": "huge|giant|oversized|massive|enormous|gigantic|very large|extra large|grand|jumbo",
        "tall": "tall|towering|high|floor to ceiling|full height|lofty|full length",
        "low": "low|short|low profile|low slung|low level|knee high",
        "wide": "wide|broad|extra wide",
        "narrow": "narrow|slim|slender|thin|skinny|slimline",
        "long": "long|elongated|lengthy",
        "deep": "deep",
        "child": "child sized|child size|kid sized|kid size|children|kids|kid|child|toddler sized|toddler|junior",
    }.items()
    for word in words.split("|")
}

# Bed sizes. Words without 'size' count only before a bed.
BED_SIZES: dict[str, str] = {
    word: canonical
    for canonical, words in {
        "king size": "king size|king sized|king",
        "california king": "california king|cal king|california king size",
        "super king": "super king|super king size",
        "queen size": "queen size|queen sized|queen",
        "full size": "full size|full",
        "double": "double",
        "twin": "twin|twin size|twin sized",
        "single": "single",
    }.items()
    for word in words.split("|")
}
BED_HEADS = ("bed", "mattress", "futon", "duvet", "bedspread", "headboard", "bed frame")

SHAPES: dict[str, str] = {
    word: canonical
    for canonical, words in {
        "round": "round|circular|rounded|disc shaped|round shaped",
        "square": "square|square shaped",
        "rectangular": "rectangular|rectangle|oblong|rectangular shaped",
        "oval": "oval|elliptical|egg shaped|oval shaped",
        "l-shaped": "l shaped|l shape",
        "u-shaped": "u shaped|u shape",
        "curved": "curved|crescent|arched|arc|serpentine|wavy",
        "kidney": "kidney shaped|kidney",
        "hexagonal": "hexagonal|hexagon|six sided",
        "octagonal": "octagonal|octagon|eight sided",
        "triangular": "triangular|triangle",
        "heart": "heart shaped",
        "star": "star shaped",
        "half-moon": "half moon|semicircular|demilune|half round",
        "cube": "cube|cubic|cube shaped|boxy",
        "cylindrical": "cylindrical|cylinder shaped",
        "spherical": "spherical|globe shaped|ball shaped",
        "asymmetric": "irregular|irregular shape|irregularly shaped|asymmetric|asymmetrical|free form|freeform|organic",
    }.items()
    for word in words.split("|")
}

STYLES = _set(
    "modern|contemporary|vintage|antique|retro|rustic|industrial|industrial style|farmhouse|farmhouse style|mid century"
    "|mid century modern|midcentury|midcentury modern|mid century style|minimalist|minimal|minimalistic|scandinavian"
    "|nordic|victorian|art deco|bohemian|boho|traditional|classic|classical|ornate|elegant|luxury|luxurious|japanese"
    "|chinese|moroccan|persian|turkish|oriental|asian|french|italian|english|colonial|coastal|nautical|tropical"
    "|mediterranean|country|country style|shabby chic|gothic|baroque|rococo|georgian|edwardian|shaker|craftsman|mission"
    "|bauhaus|futuristic|sleek|stylish|chic|fancy|simple|plain|whimsical|playful|cozy|cosy|quirky|eclectic|zen|cottage"
    "|parisian|tuscan|spanish|mexican|indian|egyptian|old fashioned|old school|oldschool|midcentury style|windsor"
    "|chesterfield|wishbone|eames|provincial|cartoon|steampunk|picnic style|racing style|high end|high tech"
)

# Adjectives that say which thing it is, or how it is made or used, and do not change a measure.
OTHERS = _set(
    "comfortable|comfy|soft|hard|sturdy|solid|robust|heavy|light|lightweight|decorative|practical|functional|ergonomic"
    "|adjustable|height adjustable|swivel|swiveling|rotating|reclining|folding|foldable|folded|rolled|rolled up|stacked"
    "|open|closed|freestanding|free standing|floating|hanging|wall mounted|wall hung|ceiling mounted|mounted|standing"
    "|floor standing|built in|integrated|portable|mobile|movable|rolling|wheeled|on wheels|electric|digital|smart"
    "|wireless|wired|mechanical|manual|automatic|led|lit|backlit|pre lit|glowing|scented|unscented|upholstered|padded"
    "|cushioned|tufted|button tufted|quilted|patterned|striped|checkered|plaid|floral|geometric|abstract|embroidered"
    "|printed|painted|hand painted|carved|engraved|polished|glossy|shiny|matte|brushed|lacquered|varnished|stained"
    "|distressed|weathered|worn|faded|aged|old|new|brand new|fresh|clean|dirty|beautiful|lovely|cute|nice|pretty"
    "|charming|unique|special|custom|handmade|handcrafted|hand woven|handwoven|woven|knitted|framed|frameless|unframed"
    "|mirrored|sculptural|modular|sectional|extendable|extending|expandable|convertible|multi level|multi tiered|tiered"
    "|two tier|three tier|high backed|high back|low backed|armless|backless|winged|spindle back|ladder back|slatted"
    "|four poster|canopy|platform|bunk|loft|lofted|sleigh|overstuffed|plump|fluffy|fuzzy|shaggy|thick|flat|flat screen"
    "|flatscreen|widescreen|curved screen|lidded|empty|full|filled|ripe|potted|artificial|fake|real|natural|dried|leafy"
    "|lush|flowering|blooming|antiqued|gilded|gilt|powerful|professional|premium|cheap|expensive|personal|private"
    "|public|double sided|double|single|twin|dual|triple|multiple|matching|identical|similar|different|various|assorted"
    "|several|small scale|large scale|life size|supportive|breathable|collapsible|stackable|removable|hidden|exposed"
    "|transparent|see through|translucent|opaque|clear|vibrant|bright|dark|warm|cool|inviting|welcoming|dedicated"
    "|separate|central|corner|main|additional|extra|second|third|neatly folded|non slip|anti slip|waterproof|outdoor"
    "|indoor|antique style|vintage style|retro style|modern style|glazed|hand glazed|unglazed|crushed|sliding|hinged"
    "|revolving|tilting|inflatable|precise|precision|streamlined|heavy duty|studio quality|studio|detailed|delicate"
    "|hardcover|paperback|leather bound|spiral bound|blank|themed|colourful|colorful|multicolored|tripod|pedestal"
    "|occupied|unoccupied|vacant|bare|illuminated|luminous|trestle|drop leaf|claw foot|clawfoot|back to wall|walk in"
    "|front loading|top loading"
)

# Words that only strengthen or weaken the next word.
INTENSIFIERS = _set("very|extra|really|quite|rather|fairly|slightly|super|extremely|somewhat|incredibly")

DETERMINERS = SHARED_DETERMINERS | {"another", "other", "own", "such"}

COUNTS: dict[str, int] = {
    **{word: number for word, number in CARDINALS.items() if number},
    **{f"{noun} of": number for noun, number in QUANTITIES.items()},
    "couple": QUANTITIES["couple"], "dozen": QUANTITIES["dozen"], "half dozen": QUANTITIES["dozen"] // 2, "both": 2,
}  # fmt: skip

# Collective nouns: the thing itself comes after 'of'.
COLLECTIVES = _set(
    "stack|pile|set|nest|row|bunch|group|collection|cluster|selection|bundle|piece|series|arrangement|assortment|array|pack"
    "|number|lot|string|strand|variety|range|kind|type|heap|line|grid|circle|ring|handful"
)

# Words at which the noun phrase proper ends and its complement begins.
BOUNDARIES = _set(
    "with|of|in|made|for|that|which|having|featuring|on|upon|atop|near|by|from|at|under|beside|against|and|where"
    "|covered|filled|draped|topped|holding|containing|finished|crafted|without|adorned|surrounded|wrapped|painted"
    "|measuring|about|around|over|above|behind|next|to|dressed|decorated|stocked|equipped|set|placed|full"
)

# Name of a part -> parameter names that usually stand for it.
PARTS: dict[str, tuple[str, ...]] = {
    "top": ("top", "tabletop", "surface", "worktop", "counter", "countertop", "slab", "board"),
    "frame": ("frame", "framework", "body", "structure", "shell", "case", "carcass"),
    "legs": ("legs", "leg", "feet", "foot", "base", "stand", "pedestal", "trestle"),
    "base": ("base", "stand", "foot", "pedestal", "legs", "pot"),
    "handles": ("handles", "handle", "knobs", "knob", "pulls", "hardware", "grips", "fittings"),
    "seat": ("seat", "cushion", "cushions", "upholstery", "fabric", "pad", "cover"),
    "back": ("back", "backrest", "headboard"),
    "headboard": ("headboard", "back", "frame"),
    "door": ("door", "doors", "front", "fronts", "panel", "panels", "pane", "glass"),
    "drawer": ("drawers", "drawer", "front", "fronts"),
    "shelf": ("shelves", "shelf", "boards"),
    "shade": ("shade", "shades", "lampshade", "diffuser"),
    "stem": ("stem", "pole", "post", "rod", "arm", "column", "stand"),
    "trim": ("trim", "accent", "accents", "piping", "band", "edge", "border", "rim"),
    "screen": ("screen", "display", "panel"),
    "sheet": ("bedding", "blanket", "duvet", "cover", "sheet", "sheets", "linens", "throw"),
    "pillow": ("pillows", "pillow"),
    "pot": ("pot", "planter", "vase", "base"),
    "flower": ("flowers", "flower", "petals", "blooms"),
    "leaf": ("leaves", "leaf", "foliage", "plant"),
    "faucet": ("faucet", "tap", "metal"),
    "keys": ("keys", "keycaps"),
    "hands": ("hands", "hand"),
    "wheels": ("wheels", "wheel", "casters", "castors"),
}

# 'marble-topped', 'steel-framed', 'velvet-upholstered': the word after the material -> the part.
PART_SUFFIXES: dict[str, str] = {
    "topped": "top", "top": "top", "surfaced": "top", "surface": "top", "framed": "frame", "frame": "frame",
    "legged": "legs", "legs": "legs", "leg": "legs", "footed": "legs", "based": "base", "handled": "handles",
    "upholstered": "seat", "upholstery": "seat", "cushioned": "seat", "seated": "seat", "backed": "back",
    "fronted": "door", "front": "door", "paneled": "door", "panelled": "door", "shaded": "shade", "trimmed": "trim",
    "accented": "trim", "accent": "trim", "accents": "trim", "edged": "trim", "rimmed": "trim", "bound": "seat",
    "covered": "seat", "clad": "frame", "wrapped": "frame", "draped": "seat", "lined": "frame", "doored": "door",
    "countertop": "top", "tabletop": "top", "wheels": "wheels", "headboard": "headboard", "seat": "seat",
    "hands": "hands",
    "faucet": "faucet", "enclosed": "frame", "plated": "frame", "coated": "frame",
}  # fmt: skip

# Surface words that name a thing before another noun, not its material ('water bottle', 'screen door').
SURFACE_NOUNS = _set(
    "water|ice|mirror|paint|screen|tile|tiles|soil|sand|salt|earth|leaf|leaves|flame|bulb|wax|log|rope|hay|dirt|china"
    "|rock|hide|led|grass|lawn|moss|foliage|greenery|pebble|neon|lit screen|lamp glow|fur|carpet|brick|clear|tin|plush"
    "|ash|upholstered|upholstery|painted|glazed|mirrored|gilt|gilded|transparent|see through|fluffy|fuzzy|solid wood"
    "|enamel|shag|knit|knitted|lampshade|straw flower|stained|tiled|glowing|crochet|dark glass|nylon|tapestry"
    "|looking glass|furry"
)

# Colour words that alone before a noun mostly name its contents ('coffee mug', 'wine rack').
COLOR_NOUNS = _set(
    "coffee|wine|butter|honey|ginger|mango|strawberry|pumpkin|vanilla|cocoa|latte|toffee|ink|ice|smoke|jet|ash|bone|sand"
    "|flax|snow|sky|forest|midnight|sunflower|poppy|orchid|wisteria|natural|straw|bright|butter|smoke|cherry|tan line"
    "|lemon|apple|orange juice|paprika|cinnamon|saffron|avocado|eggplant|pearl|eucalyptus|moss|stone"
)

# Nouns for which the plural rules fail, or that have only one form.
PAIRS = _set(
    "scissors|tongs|pliers|headphones|earphones|earbuds|binoculars|chopsticks|trousers|jeans|pants|shorts|leggings|pajamas"
    "|pyjamas|curtains|drapes|tweezers|forceps|eyeglasses|spectacles|sunglasses|goggles|shears|secateurs|pruners|clippers"
    "|gloves|mittens"
)
_INVARIABLE = PAIRS | _set(
    "shorts|clothes|lens|series|chess|canvas|chaise|tennis|news|dominoes|darts|blinds|stairs|bedclothes|christmas"
)


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of one English noun: ``'shelves'`` -> ``'shelf'``. A word that is no plural stays."""
    if word in _INVARIABLE or len(word) < 4 or not word.isalpha():
        return {"tvs": "tv", "pcs": "pc"}.get(word, word)
    if word in {"dice", "lenses"}:
        return {"dice": "dice", "lenses": "lens"}[word]
    return str(_pluralizer().singular(word))


@lru_cache(maxsize=8192)
def plural(phrase: str) -> str:
    """The plural of a noun phrase: ``'chest of drawers'`` -> ``'chests of drawers'``."""
    words = phrase.split()
    at = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    if words[at] not in _INVARIABLE:
        words[at] = str(_pluralizer().plural(words[at]))
    return " ".join(words)


@lru_cache(maxsize=1)
def _pluralizer() -> Any:
    import pluralizer

    made: Any = pluralizer.Pluralizer
    return made()


def variants_of(word: str) -> tuple[str, ...]:
    """A phrase as it is and with its noun in the singular: the last word, or the noun before *of*."""
    words = word.split()
    if "of" in words[1:]:
        at = words.index("of") - 1
        return tuple(dict.fromkeys((word, " ".join([*words[:at], singular(words[at]), *words[at + 1 :]]))))
    return tuple(dict.fromkeys((word, " ".join([*words[:-1], singular(words[-1])])))) if words else ()

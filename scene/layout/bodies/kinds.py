"""What the name of a body says: its usual support, whether it belongs to the building, and its usual clearance.

A catalogue states these for its own objects; here they are for all others, by the head noun of the name: ``desk_lamp_2`` is a lamp.
Words are a guess; relations and written poses have priority.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from scenewright.scene.layout.model import Support
from scenewright.scene.model import Vec4

__all__ = [
    "LOOSE_HEIGHT",
    "WINDOW_WORDS",
    "belongs_to_building",
    "heads_of",
    "holds_strung",
    "is_strung",
    "lies_loosely",
    "looks_over",
    "may_hang",
    "may_stand_on_floor",
    "stands_on_floor_alone",
    "support_of_words",
    "usual_clearance",
    "word_table",
]


def word_table(text: str) -> frozenset[str]:
    """The names in a text, which are separated by commas or line ends."""
    return frozenset(line.strip() for line in re.split(r"[,\n]", text) if line.strip())


_RUGS = word_table(
    "rug, carpet, mat, runner, doormat, bathmat, bath mat, play mat, yoga mat, floor mat, area rug, sheepskin"
)
_NO_RUGS = word_table(
    "table runner, table mat, place mat, desk mat, cutting mat, bar mat, baking mat, oven mat, mouse mat, drink mat"
)
_CEILING = word_table(
    """chandelier, pendant, pendant light, pendant lamp, ceiling light, ceiling lamp, ceiling fan, hanging lamp,
    hanging light, track light, downlight, skylight, ceiling, disco ball, mobile, smoke detector, sprinkler, pot rack"""
)
_WALL = word_table(
    """painting, picture, poster, tapestry, sconce, wall light, wall lamp, wall clock, wall shelf, floating shelf,
    wall cabinet, upper cabinet, wall mirror, wall art, wall decor, wall panel, wall hanging, corkboard, pegboard, dartboard,
    noticeboard, bulletin board, notice board, menu board, chalkboard, blackboard, wallpaper, curtain, drape, blind, roller blind,
    coat hook, hook, wall hook, wall rack, towel rail, towel bar, towel ring, key rack, light switch, switch, socket,
    thermostat, range hood, cooker hood, extractor hood, air conditioner, window, door, neon sign, canvas, artwork,
    medicine cabinet, acoustic panel, acoustic foam, foam panel, backsplash, antlers, cuckoo clock, exit sign, picture frame"""
)
_MAY_HANG = word_table(
    """mirror, clock, shelf, whiteboard, board, cabinet, cupboard, tv, television, screen, monitor, display, frame, sign, lamp,
    light, banner, flag, print, art, foam, map, rack, rail, plaque, photo, portrait, panel, vent, speaker, planter, vanity, basin,
    sink, toilet, desk, console, radiator, heater, print, sunburst, garland, wreath, coat, dress, bell, calendar, fan, hood, bookcase"""
)
_SURFACE = word_table(
    """mug, cup, glass, tumbler, goblet, plate, saucer, dish, bowl, jug, pitcher, teapot, kettle, tray, fork, spoon, cutlery, napkin,
    placemat, coaster, setting, place setting, bottle, vase, jar, candle, candlestick, candelabra, book, magazine, notebook,
    newspaper, laptop, keyboard, mouse, mousepad, monitor, phone, telephone, tablet, radio, printer, remote, alarm clock, table lamp,
    desk lamp, bedside lamp, bankers lamp, microwave, toaster, blender, coffee machine, coffee maker, kettle, record player,
    turntable, cash register, till, globe, figurine, sculpture, bust, trophy, photo frame, jewelry box, pen, pencil, pen holder,
    paper, stapler, fruit, apple, orange, banana, bread, cake, pie, loaf, croissant, muffin, cheese, pizza, sandwich, cookie, pillow,
    cushion, blanket, throw, soap, soap dispenser, toothbrush, perfume, calculator, test tube, microscope, typewriter, music box,
    chess set, chessboard, teddy bear, doll, cash box, pot, pan, wok, knife block, cutting board, chopping board, spice rack,
    book stack, stack of books, bookend, marking, homework, envelope, letter, tea set, dinnerware, tableware, bonsai, succulent"""
)
_FLOORWARD = word_table(
    """basket, bin, box, crate, carton, ball, toy, block, shoe, boot, slipper, bag, backpack, handbag, suitcase, bowl, plant, pot, planter,
    vase, lantern, bear, teddy bear, doll, bunny, elephant, fox, car, train, truck, train, puzzle, pillow, cushion, book stack, guitar,
    accordion, dumbbell, weight, scale, cat, dog, rabbit, animal, toolbox, bucket, can, sculpture, statue, speaker, fan, lamp, blanket,
    skateboard, helmet, globe, tv, barrel, jar, urn, rock, stone, log, candle, pumpkin, watering can, umbrella, tree, cactus, printer"""
)
_ON_FLOOR_ONLY = word_table(
    """floor lamp, standing lamp, arc lamp, torchiere, tripod lamp, bed, double bed, single bed, king bed, queen bed, bunk bed, daybed,
    canopy bed, platform bed, hospital bed, crib, cradle, futon, wardrobe, closet, armoire, walk in shower, chair, armchair, office chair,
    dining chair, lounge chair, rocking chair, gaming chair, school chair, wheelchair, stool, bar stool, sofa, couch, sectional,
    sectional sofa, loveseat, settee, chaise longue, recliner, bench, pew, throne, ottoman, dining table, kitchen table, coffee table,
    pool table, desk, writing desk, standing desk, workbench, fridge, refrigerator, dishwasher, washing machine, dryer,
    tumble dryer, stove, sideboard, dresser, chest of drawers, credenza, nightstand, bedside table, bathtub, toilet, bicycle, motorcycle,
    piano, grand piano, upright piano, drum set, grandfather clock, coat rack, clothes rack, floor mirror, treadmill, exercise bike,
    filing cabinet, vending machine, fire hydrant, street lamp, ladder, locker"""
)
_BUILDING = word_table(
    """wall, partition, room divider wall, half wall, floor, ground, terrain, lawn, grass, pavement, road, street, sidewalk, path, water,
    pond, sea, column, pillar, pier, beam, rafter, truss, ceiling, roof, stair, stairs, staircase, steps, ramp, balustrade,
    handrail, railing, baseboard, skirting, molding, cornice, arch, archway, foundation, slab, platform floor, floorboard,
    plinth wall, alcove, niche, loft, slope, roof slope, sloped ceiling, sloping ceiling, attic ceiling, ceiling panel,
    eave, gable, dormer, mezzanine, balcony, terrace, deck, patio, beach,
    sand, snow, landscape, sky, backdrop, building, house"""
)
_CLEARANCE: tuple[tuple[frozenset[str], Vec4], ...] = (
    (
        word_table("wardrobe, closet, armoire, fridge, refrigerator, freezer, oven, stove, range, cooker, dishwasher"),
        (0.7, 0.0, 0.0, 0.0),
    ),
    (
        word_table(
            """dresser, cabinet, cupboard, sideboard, chest of drawers, drawer, drawers, bookshelf, bookcase, shelf, shelving, vanity,
            sink, washbasin, toilet, bathtub, shower, washing machine, dryer, credenza, counter, locker, desk, piano, bureau, hutch"""
        ),
        (0.6, 0.0, 0.0, 0.0),
    ),
    (word_table("bed, double bed, king bed, queen bed"), (0.5, 0.0, 0.4, 0.4)),
    (word_table("bunk bed, single bed, daybed, crib"), (0.5, 0.0, 0.0, 0.0)),
    (word_table("sofa, couch, armchair, loveseat, settee, recliner, sectional"), (0.4, 0.0, 0.0, 0.0)),
    (
        word_table("nightstand, bedside table, tv stand, media console, chest, trunk, display case"),
        (0.4, 0.0, 0.0, 0.0),
    ),
)
_LOOKED_OVER = word_table(
    """desk, writing desk, computer desk, office desk, standing desk, teacher desk, teacher's desk, gaming desk, bureau, secretary,
    workstation, workbench, work table, lab bench, laboratory bench, lab table, drafting table, drawing table, sewing table, potting bench,
    craft table, computer table, counter, kitchen counter, countertop, mixing desk, mixing console, piano, upright piano, grand piano,
    digital piano, harpsichord, treadmill"""
)
_LOOKED_AT = word_table(
    """reception desk, front desk, information desk, help desk, check in desk, checkout counter, shop counter, bar counter, sales counter,
    service counter, reception counter, display counter, vanity desk, toy piano, player piano"""
)
"""What turns its front to visitors, or has a mirror at its back."""

_PAPERS = word_table(
    """magazine, newspaper, paper, sheet, letter, envelope, notebook, sketchbook, leaflet, flyer, brochure, comic, comic book, map, photo,
    postcard, card, note, drawing, homework, sheet music, napkin, placemat, place mat, coaster, doily, cloth, tea towel, receipt, ticket"""
)
LOOSE_HEIGHT, _LOOSE_AREA = 0.04, 0.15
"""Metres of height, and square metres, up to which a thing is flat and small."""

WINDOW_WORDS = word_table(
    """window, curtain, curtains, blind, blinds, shutter, shutters, sill, drape, drapes, valance, pelmet, cornice, shade, shades, awning,
    louver, louvers, rod, rail, pole, tieback, garland, wreath, bunting, banner, streamer, streamers, lights, icicles, sticker, decal,
    trim, casing, moulding, molding, conditioner"""
)
"""Words of things that belong to windows, or are hung across them: they may reach over the edge of a window."""

_SIDE_WORDS = word_table(
    """left, right, front, back, rear, north, south, east, west, center, centre, middle, top, bottom, upper, lower, small, large, big,
    tall, short, low, high, a, b, c, d, e, f, g, h, one, two, three, four, five, six, first, second, third, main, extra, main, new, old,
    group, instance, object, copy, asset"""
)
_PLURALS = (
    (re.compile(r"(?<=[a-z])([lr]|el)ves$"), r"\1f"),
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=[a-z])(sh|ch|ss|x)es$"), r"\1"),
    (re.compile(r"(?<=[a-z]{2})(?<![su])s$"), ""),
)
_STOPS = word_table(
    "with, of, for, in, on, from, near, by, at, between, behind, over, under, to, and, that, which, made"
)
_ARTICLES = word_table("a, an, the, some, one")


_IDIOMS = word_table("chest of drawers, stack of books, pile of books")


@lru_cache(maxsize=4096)
def heads_of(text: str) -> tuple[str, ...]:
    """The head nouns of a name, longest first: ``'Big_desk_lamps_2'`` -> ``('desk lamp', 'lamp')``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[^a-zA-Z0-9]+", " ", text).lower()
    words = [w for w in spaced.split() if not any(c.isdigit() for c in w)]
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    if " ".join(words) not in _IDIOMS:
        words = words[: next((i for i, w in enumerate(words) if i and w in _STOPS), len(words))]
    while len(words) > 1 and words[-1] in _SIDE_WORDS:
        words.pop()
    if not words:
        return ()
    single = [*words[:-1], _singular(words[-1])]
    forms = [single[-n:] for n in (3, 2, 1) if len(single) >= n]
    if single[-1] != words[-1]:
        forms += [words[-n:] for n in (2, 1) if len(words) >= n]
    return tuple(dict.fromkeys(" ".join(f) for f in forms))


def _singular(word: str) -> str:
    for pattern, instead in _PLURALS:
        singular = pattern.sub(instead, word)
        if singular != word:
            return singular
    return word


def _first(texts: Iterable[str], tables: dict[str, frozenset[str]]) -> str | None:
    """The name of the table that contains the most specific head of the first text with one; None for none."""
    for text in texts:
        for head in heads_of(text):
            for name, table in tables.items():
                if head in table:
                    return name
    return None


@lru_cache(maxsize=4096)
def support_of_words(*texts: str) -> Support | None:
    """The usual support of a thing with these names, by the first that is known; None for none."""
    table = _first(texts, {"none": _NO_RUGS, "rug": _RUGS, "ceiling": _CEILING, "wall": _WALL, "surface": _SURFACE})
    return None if table is None or table == "none" else Support(table)


@lru_cache(maxsize=4096)
def may_hang(*texts: str) -> bool:
    """Whether things with these names may hang on walls."""
    return _first(texts, {"yes": _MAY_HANG | _WALL}) is not None


@lru_cache(maxsize=4096)
def may_stand_on_floor(*texts: str) -> bool:
    """Whether a thing that usually stands on furniture may also stand on the floor: a toy, a plant, a basket."""
    return _first(texts, {"yes": _FLOORWARD}) is not None


@lru_cache(maxsize=4096)
def stands_on_floor_alone(*texts: str) -> bool:
    """Whether a thing with these names stands on the floor and not on furniture: a floor lamp, a bed, a chair."""
    return _first(texts, {"yes": _ON_FLOOR_ONLY, "no": _SURFACE | _WALL | _CEILING | _RUGS | _FLOORWARD}) == "yes"


@lru_cache(maxsize=4096)
def belongs_to_building(*texts: str) -> bool:
    """Whether these are names of walls, columns, ground or stairs, which must not move."""
    return _first(texts, {"no": _SURFACE | _WALL | _CEILING | _RUGS, "yes": _BUILDING}) == "yes"


_STRUNG = word_table(
    "string light, string lights, fairy light, fairy lights, light string, festoon light, festoon lights, bunting"
)
_POSTS = word_table("light pole, string light pole, string light post, festoon pole")


@lru_cache(maxsize=4096)
def is_strung(*texts: str) -> bool:
    """Whether these are names of lights and flags that are strung out of doors, which would come down with another place."""
    return _first(texts, {"yes": _STRUNG}) == "yes"


@lru_cache(maxsize=4096)
def holds_strung(*texts: str) -> bool:
    """Whether these are names of the poles that such lights are strung between."""
    return _first(texts, {"yes": _POSTS}) == "yes"


def lies_loosely(texts: tuple[str, ...], area: float, *, floor: bool) -> bool:
    """Whether a flat thing is small and loose, so that it is in nobody's way and others may stand on it: a magazine.

    Args:
        texts: the names of the thing, which is at most :data:`LOOSE_HEIGHT` high.
        area: square metres that it covers.
        floor: it lies on the floor, where nothing that is flat and small is in the way; elsewhere only paper and cloth are not.
    """
    return area <= _LOOSE_AREA and (floor or _first(texts, {"yes": _PAPERS}) is not None)


@lru_cache(maxsize=4096)
def usual_clearance(*texts: str) -> Vec4:
    """Metres that usually stay free at front, back, left and right of a thing with these names."""
    for text in texts:
        for head in heads_of(text):
            for table, clearance in _CLEARANCE:
                if head in table:
                    return clearance
    return (0.0, 0.0, 0.0, 0.0)


def looks_over(texts: tuple[str, ...], clearance: Sequence[float] = (1.0, 0.0)) -> bool:
    """Whether people sit or work at the front of a thing and look over it, as at a desk or a piano.

    Such a thing *faces* what these people look at: a desk that faces the window has its back there. A school desk with a seat of its own
    is used from its back, and a counter in a shop from both sides: these face as their fronts do.

    Args:
        texts: the names of the thing.
        clearance: metres that stay free at its front and back (and sides); the side with more is the one at which people are.
    """
    return clearance[0] > clearance[1] and _first(texts, {"no": _LOOKED_AT, "yes": _LOOKED_OVER}) == "yes"

"""What a thing usually stands on, by the names of both: a mug on a table, a lamp on a nightstand, books in a bookcase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scenewright.scene.layout.bodies import heads_of, word_table

__all__ = ["NEVER", "affinities", "host_class"]

_HOSTS = {
    "dining": word_table(
        """dining table, kitchen table, round table, picnic table, banquet table, bistro table, trestle table"""
    ),
    "table": word_table("table, tables, pedestal table, glass table, folding table"),
    "kitchen": word_table(
        """kitchen counter, kitchen cabinet, kitchen island, island, counter, countertop, kitchenette, bar, bar
        counter, shop counter, base cabinet, worktop"""
    ),
    "low": word_table("coffee table, side table, end table, tea table, cocktail table, ottoman, tray"),
    "bedside": word_table("nightstand, bedside table, bedside cabinet, floating nightstand, night table"),
    "desk": word_table(
        """desk, writing desk, office desk, standing desk, computer desk, workstation, gaming desk, school desk, l
        shaped desk"""
    ),
    "work": word_table("workbench, lab bench, bench top, drafting table, sewing table, lectern, potting bench"),
    "shelf": word_table(
        """bookshelf, bookcase, shelf, shelves, shelving, shelving unit, wall shelf, floating shelf, ladder shelf,
        rack, cubby organizer, display cabinet, display case, cabinet, hutch, bread rack, etagere"""
    ),
    "media": word_table("tv stand, media console, media unit, tv unit, entertainment center, tv cabinet, tv bench"),
    "board": word_table(
        """sideboard, credenza, console table, console, dresser, chest of drawers, drawers, buffet, commode,
        floating console, mantel, mantelpiece, fireplace, chest, trunk, vanity table, dressing table, bureau,
        windowsill, piano"""
    ),
    "basin": word_table("washbasin, vanity, bathroom vanity, sink, floating vanity, bathroom cabinet, basin"),
    "cart": word_table("bar cart, cart, trolley, rolling cart, serving cart"),
    "bed": word_table(
        """bed, double bed, single bed, king bed, queen bed, bunk bed, daybed, platform bed, mattress, futon, crib"""
    ),
    "sofa": word_table("sofa, couch, sectional sofa, loveseat, settee, armchair, chaise longue, recliner, sectional"),
    "appliance": word_table("stove, cooktop, range, oven, cooker"),
    "seat": word_table(
        """chair, stool, bar stool, bench, office chair, dining chair, pouf, toilet, bathtub, rocking chair, bean
        bag, shower"""
    ),
    "rest": word_table(
        """lamp, floor lamp, plant, potted plant, bicycle, bin, waste bin, tree, basket, coat rack, fan, radiator"""
    ),
}

_GUESTS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (
        word_table(
            """plate, saucer, dish, fork, spoon, knife, cutlery, cutlery set, napkin, placemat, setting, place
            setting, glass, wine glass, goblet, bowl, fruit bowl, jug, pitcher, decanter, salt shaker, pepper
            mill, cake, pie, roast chicken, pizza, soup, candelabra, candlestick, chopsticks, butter dish,
            teapot, tea set, wine bottle, bread, sushi, burger, pancakes, sandwich"""
        ),
        ("dining", "table", "kitchen", "low", "cart", "board"),
    ),
    (
        word_table(
            """mug, cup, tray, coaster, magazine, remote control, remote, newspaper, beer bottle, beer glass, soda
            can, cookie, snack"""
        ),
        ("low", "dining", "table", "desk", "kitchen", "bedside", "board"),
    ),
    (
        word_table(
            """microwave, toaster, blender, kettle, coffee machine, coffee maker, stand mixer, rice cooker, knife
            block, cutting board, mixing bowl, colander, spice jar, spice rack, jar, rolling pin, whisk,
            measuring cup, cash register, olive oil bottle, food box"""
        ),
        ("kitchen", "table", "dining", "cart", "board"),
    ),
    (
        word_table("pot, pan, skillet, wok, frying pan, saucepan"),
        ("appliance", "kitchen", "table"),
    ),
    (
        word_table(
            """monitor, laptop, keyboard, mouse, mousepad, printer, computer, tablet, pen, pencil, pen holder,
            stapler, notebook, calculator, desk lamp, bankers lamp, telephone, phone, monitor stand, paper,
            typewriter, webcam, ruler, sketchbook, scissors, marking"""
        ),
        ("desk", "work", "table", "board", "dining", "low"),
    ),
    (
        word_table("table lamp, bedside lamp, lamp, alarm clock, glasses, smartphone, wristwatch"),
        ("bedside", "low", "board", "desk", "table", "shelf"),
    ),
    (
        word_table("book, book stack, stack of books, bookend, vinyl record, game box, binder, folder"),
        ("shelf", "desk", "low", "bedside", "board", "table"),
    ),
    (
        word_table("pillow, cushion, blanket, throw, duvet, quilt, folded clothes, teddy bear, plush bunny, doll"),
        ("bed", "sofa", "seat"),
    ),
    (
        word_table(
            """tv, television, speaker, soundbar, game console, record player, radio, turntable, stereo, vr headset"""
        ),
        ("media", "board", "shelf", "table", "desk", "low"),
    ),
    (
        word_table(
            """soap, soap dispenser, soap bar, toothbrush, toothbrush holder, toothpaste tube, shampoo bottle,
            perfume bottle, bath sponge, towel"""
        ),
        ("basin", "shelf", "board", "table"),
    ),
    (
        word_table(
            """microscope, test tube, flask, tube rack, centrifuge, petri dish, hammer, drill, screwdriver,
            handsaw, paint can, toolbox"""
        ),
        ("work", "table", "desk", "shelf", "kitchen"),
    ),
    (
        word_table(
            """vase, flowers, candle, photo frame, picture frame, sculpture, figurine, statue, trophy, bust, globe,
            bonsai, succulent, fern, cactus, plant, seashell, piggy bank, jewelry box, clock, metronome, music
            box, lava lamp, lantern, ornament"""
        ),
        ("board", "low", "shelf", "table", "dining", "bedside", "desk", "media"),
    ),
)


NEVER = -2.0
"""The affinity of a kind that nothing is put on unless it is known to stand there."""

_UNUSUAL = ("seat", "bed", "sofa", "basin", "appliance")
"""Kinds that get a thing that is not known to stand there only if there is no other host."""


def host_class(texts: Iterable[str]) -> str:
    """The kind of host that a thing with these names is; '' if unknown."""
    for text in texts:
        for head in heads_of(text):
            for name, table in _HOSTS.items():
                if head in table:
                    return name
    return ""


def affinities(guest: Iterable[str]) -> Mapping[str, float]:
    """Kind of host (:func:`host_class`) -> how usual it is that a thing with these names stands on it: 1 most usual, 0 unknown,
    below 0 unusual, :data:`NEVER` never."""
    order: tuple[str, ...] = next(
        (hosts for text in guest for head in heads_of(text) for table, hosts in _GUESTS if head in table), ()
    )
    usual = {kind: 1.0 - 0.8 * k / len(order) for k, kind in enumerate(order)}
    others = {kind: -1.0 if kind in _UNUSUAL else 0.0 if order else 0.1 for kind in _HOSTS}
    return {"": 0.0, **others, "rest": NEVER, **usual}

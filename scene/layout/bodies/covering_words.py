"""Words for coverings of walls and floors, for ground and platforms, and for things that only look like these."""

from __future__ import annotations

from scenewright.scene.layout.bodies.kinds import word_table

__all__ = ["FLOORED", "FURNITURE", "HUNG", "LAND", "OUTSIDE", "RAISED", "WALLED"]

WALLED = word_table(
    """wallpaper, wall panel, panel, panelling, paneling, wainscot, wainscoting, cladding, backsplash, splashback, tile,
    tiling, tile panel, brick, bricks, brickwork, mural, skirting, skirting board, baseboard, moulding, molding,
    cornice, dado, dado rail, picture rail, chair rail, wall covering, wall tile, plaster, slat, slat wall, stone wall,
    brick wall, accent wall, feature wall, shoji, fusuma, paper screen, shoji screen, window, window frame, door,
    doorway, door frame, doorframe, arch, archway, lattice, acoustic panel, foam panel, graffiti, beam, trim"""
)
"""Things that cover walls, or are set into them."""

HUNG = word_table(
    """painting, picture, poster, mirror, whiteboard, blackboard, chalkboard, board, pegboard, peg board, corkboard,
    noticeboard, notice board, bulletin board, menu board, scoreboard, tv, television, monitor, shelf, shelves, curtain,
    drape, blind, clock, sign, banner, tapestry, scroll, flag, canvas, map, chart, radiator, heater, projector screen,
    projection screen, screen, ladder, broom, mop, rake, shovel, surfboard, ski, skis, rack, cabinet, cupboard, towel,
    garland, bunting, string lights, light, lamp, neon sign, coat rack, hook, rug, print, art, artwork, photo,
    photograph, frame, cushion, pillow, headboard, valance, towel rail, towel bar, grab rail, bar, book, calendar,
    sconce"""
)
"""Things that hang on walls or lean against them, and do not cover them."""

FLOORED = word_table(
    """tatami, tatami mat, tile, floor tile, tiling, tiles, floor, flooring, parquet, plank, floorboard, linoleum, rubber
    floor, court, lines, line, marking, floor marking, lane, inlay, pavement, paving, flagstone, cobblestone, lawn,
    turf, grass, sand, gravel, path, walkway, puddle, pond, stepping stone, crosswalk, carpet tile"""
)
"""Things that cover floors."""

LAND = word_table(
    """terrain, ground, hill, hillock, hillside, hilltop, cliff, mountain, mound, meadow, field, bank, riverbank, shore, dune,
    plateau, island, valley, crater, land, soil, earth, lawn, seabed, ocean floor, rock face, ridge, river, stream,
    lake, sea, ocean, water, pond"""
)
"""The ground outdoors."""

RAISED = word_table(
    """platform, stage, podium, dais, terrace, deck, decking, boardwalk, jetty, pier, dock, wharf, quay, plaza, courtyard,
    yard, court, pitch, riser, bleachers, tribune, catwalk, runway, base, plinth, pedestal, step, steps, landing,
    foundation, tokonoma, alcove, arena, chessboard, playing field, raised floor, sandbox, sandpit, sunken floor"""
)
"""Things that are built to stand on."""

FURNITURE = word_table(
    """table, desk, counter, countertop, worktop, bar, island, kitchen island, bench, workbench, sofa, couch, bed, mattress,
    futon, cabinet, cupboard, dresser, sideboard, console, chest, trunk, box, crate, shelf, bookshelf, bookcase, rack,
    cart, trolley, car, truck, boat, ship, raft, piano, stove, bathtub, tub, ottoman, pouf, chair, stool, tray, pallet,
    bag, cushion, pillow, display, display table, vitrine, case, fridge, washing machine, machine, house, wagon, train,
    vehicle, planter, fountain, sofa bed, daybed, bunk bed, pool table, billiard table, hearth, fireplace, trampoline,
    slide, aquarium"""
)
"""Things on which others stand and which are not ground."""

OUTSIDE = word_table("island, bank, field")
"""Words of land that mean something else in a room."""

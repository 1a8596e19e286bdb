"""What the names of things say about joining: that a thing sits in others, encloses them, or grows into them."""

from __future__ import annotations

from functools import lru_cache

from scenewright.scene.layout.bodies.kinds import heads_of, support_of_words, word_table
from scenewright.scene.layout.model import Support

__all__ = [
    "is_built",
    "is_enclosing",
    "is_fluid",
    "is_growing",
    "is_land",
    "is_organic",
    "is_seat",
    "is_tie",
    "is_track",
    "sits_in_things",
    "stands_on_things",
]

_SITTING = word_table(
    """sink, basin, washbasin, hob, cooktop, burner, stove, hearth, fire pit, firepit, fire, pond, pool, bathtub, tub, hot tub, drain,
    grate, manhole, plant, flower, tulip, rose, bush, shrub, tree, sapling, seedling, cactus, succulent, fern, grass, reed, bamboo,
    lettuce, carrot, cabbage, tomato plant, vegetable, herb, palm, pine, post, pole, mast, stake, peg, sign, signpost, fence,
    gravestone, tombstone, lamppost, lamp post, street lamp, candle, straw, stick, skewer, cherry, flag, flagpole, umbrella, parasol,
    oar, sword, axe, arrow, faucet, tap, plug, window, door, hatch, skylight, chimney, soil, earth, water, inlay, tile"""
)
_ENCLOSING = word_table(
    """tower, lighthouse, silo, windmill, well, tent, tipi, teepee, yurt, marquee, four poster, four poster bed, four poster frame,
    bed frame, canopy, gazebo, pavilion, pergola, greenhouse, conservatory, cage, aquarium, terrarium, shed, barn, stable, hut, cabin,
    house, treehouse, tree house, castle, keep, garage, kennel, doghouse, birdhouse, dollhouse, phone booth, booth, elevator, cave,
    playpen, sandbox, shower, shower cabin, bathtub, pool, boxing ring, nest, bus shelter"""
)
_TRACKS = word_table(
    "track, train track, railway, railroad, rail, rails, railway track, track ring, roller coaster, slot track"
)
_ROCKY = word_table(
    """rock, boulder, stone, pebble, cliff, crag, outcrop, rock face, rock formation, hill, hillock, mountain, mound,
    terrain, ground, island, bank, dune, snow, snowdrift, snowbank, ice, iceberg, cave, reef, coral, beach, sand, cloud,
    hedge, meadow, lawn, lava, ivy"""
)
_GROWING = word_table(
    """bush, shrub, root, tree, pine, fir, spruce, birch, oak, palm, willow, foliage, leaf, leaves, canopy, moss, vine,
    grass, reed, fern, flower, plant, flowerbed, flower bed, log, branch, trunk, stump, seaweed, kelp, mushroom, wheat,
    crop, forest, wood"""
)
_LAND = word_table(
    """cliff, crag, hill, hillock, hillside, mountain, mound, terrain, ground, island, bank, dune, snow, beach, meadow,
    lawn, field, slope, rock, rock face, crater, ridge, shore, landscape, valley, land, soil, earth, grass, sand, forest floor"""
)
_FLUIDS = word_table(
    """water, sea, ocean, pond, lake, river, stream, creek, canal, moat, pool, waterfall, lagoon, swamp, puddle,
    fire, flame, campfire, bonfire, smoke, steam, fog, mist, cloud, light beam, light ray, lava"""
)
_TIES = word_table(
    """rope, chain, cable, cord, wire, string, string lights, fairy lights, light string, garland, bunting, mooring,
    mooring rope, mooring line, hose, ribbon, clothesline, clothes line, washing line, net, spider web, cobweb, vine,
    leash, tether, strap, guy rope, guy line, rigging, power line, zip line, pot chain, thread, velvet rope"""
)
_BUILT = word_table(
    """wall, city wall, castle wall, curtain wall, tower, keep, turret, gatehouse, gate, battlement, rampart, parapet,
    bridge, rope bridge, ramp, stair, stairs, staircase, step, landing, handrail, railing, balustrade, banister, newel,
    roof, chimney, column, pillar, arch, buttress, fence, pier, jetty, dock, quay, wharf, deck, platform, stage,
    terrace, balcony, porch, veranda, house, hut, cabin, barn, shed, mill, windmill, lighthouse, castle, church, temple,
    chapel, shrine, pagoda, building, facade, foundation, plinth, beam, rafter, truss, scaffold, treehouse, tree house,
    lookout, bollard, gutter, awning, canopy, pergola, trellis, arbor, greenhouse, kerb, curb, road, path, pavement,
    curtain, drape, valance, pelmet, curtain rod, curtain rail, backdrop, floor, ceiling, slab, partition"""
)
_SEATS = word_table(
    """chair, stool, bar stool, seat, sofa, couch, bench, settee, recliner, throne, pew, loveseat, armchair, ottoman, pouf, beanbag"""
)


@lru_cache(maxsize=4096)
def _any(table: frozenset[str], *texts: str) -> bool:
    return any(head in table for text in texts for head in heads_of(text))


def sits_in_things(*texts: str) -> bool:
    """Whether a thing with these names sits in others: a sink, a post, a plant."""
    return _any(_SITTING, *texts)


def stands_on_things(*texts: str) -> bool:
    """Whether a thing with these names stands on others, and never in them."""
    return support_of_words(*texts) is Support.SURFACE


def is_enclosing(*texts: str) -> bool:
    """Whether a thing with these names has others inside it, or between its parts: a tower, a four-poster, a train's track."""
    return _any(_ENCLOSING | _TRACKS, *texts)


def is_track(*texts: str) -> bool:
    """Whether things run along a thing with these names: a track, a rail."""
    return _any(_TRACKS, *texts)


def is_organic(*texts: str, indoors: bool) -> bool:
    """Whether a thing with these names merges into others of its sort, such as rocks in a cliff. Indoors plants do not: they stand in
    pots."""
    return _any(_ROCKY if indoors else _ROCKY | _GROWING, *texts)


def is_growing(*texts: str) -> bool:
    """Whether a thing with these names is a plant."""
    return _any(_GROWING, *texts)


def is_built(*texts: str) -> bool:
    """Whether a thing with these names is built into others of its sort: walls into towers, curtains into their valance."""
    return _any(_BUILT, *texts)


def is_land(*texts: str) -> bool:
    """Whether a thing with these names is land, which is seldom level."""
    return _any(_LAND, *texts)


def is_fluid(*texts: str) -> bool:
    """Whether other things may be inside a thing with these names: water, fire."""
    return _any(_FLUIDS, *texts)


def is_tie(*texts: str) -> bool:
    """Whether a thing with these names is tied to others: a rope."""
    return _any(_TIES, *texts)


def is_seat(*texts: str) -> bool:
    """Whether people sit on a thing with these names. Seats are tucked under tables, and never joined with them."""
    return _any(_SEATS, *texts)

"""What words say of how a thing is put together with others: that it sits in them, encloses them, or grows into them."""

from __future__ import annotations

from functools import lru_cache

from scene.layout.bodies.kinds import heads_of, support_of_words, word_table
from scene.layout.model import Support

__all__ = ["is_enclosing", "is_organic", "is_seat", "is_track", "sits_in_things", "stands_on_things"]

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
_ORGANIC = word_table(
    """rock, boulder, stone, pebble, cliff, crag, outcrop, hill, hillock, mountain, mound, terrain, ground, island, bank, dune, snow,
    snowdrift, bush, shrub, hedge, cloud, root, tree, foliage, leaf, moss, ivy, vine, reef, coral, wave, water, sea, river, stream,
    pond, lake, cave, log, grass, meadow, reed, fern, flower, plant, smoke, fire, flame, lava, ice, beach, sand, waterfall, foam"""
)
_SEATS = word_table(
    """chair, stool, bar stool, seat, sofa, couch, bench, settee, recliner, throne, pew, loveseat, armchair, ottoman, pouf, beanbag"""
)


@lru_cache(maxsize=4096)
def _any(table: frozenset[str], *texts: str) -> bool:
    return any(head in table for text in texts for head in heads_of(text))


def sits_in_things(*texts: str) -> bool:
    """Whether a thing of these names sits in others: a sink, a post, a plant."""
    return _any(_SITTING, *texts)


def stands_on_things(*texts: str) -> bool:
    """Whether a thing of these names stands on others, and never in them."""
    return support_of_words(*texts) is Support.SURFACE


def is_enclosing(*texts: str) -> bool:
    """Whether a thing of these names has others inside it, or between its parts: a tower, a four-poster, a train's track."""
    return _any(_ENCLOSING | _TRACKS, *texts)


def is_track(*texts: str) -> bool:
    """Whether a thing of these names is one that others run along."""
    return _any(_TRACKS, *texts)


def is_organic(*texts: str) -> bool:
    """Whether a thing of these names has no outline of its own where it meets others of that sort: rocks in a cliff."""
    return _any(_ORGANIC, *texts)


def is_seat(*texts: str) -> bool:
    """Whether one sits on a thing of these names: it is tucked under tables, and part of none."""
    return _any(_SEATS, *texts)

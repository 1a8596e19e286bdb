"""Recognise bodies that are in the air by design and need no support: the sun, clouds, birds, kites, planes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.bodies.kinds import heads_of, is_strung, word_table
from scenewright.scene.layout.bodies.reading import texts_of
from scenewright.scene.layout.model import Bodies
from scenewright.scene.model import FloatArray, IntArray, Scene

__all__ = ["aloft", "is_aloft"]

_CLEAR = 0.3
"""Metres above all bodies below it from which a body is in the air."""

_SKY = word_table(
    """sun, moon, crescent moon, cloud, rain cloud, storm cloud, star, shooting star, bird, seagull, gull, swallow, eagle,
    hawk, falcon, crow, raven, pigeon, dove, parrot, bat, kite, balloon, hot air balloon, air balloon, party balloon,
    blimp, airship, zeppelin, plane, airplane, aeroplane, aircraft, jet, biplane, glider, seaplane, spaceship,
    spacecraft, space station, rocket, satellite, ufo, flying saucer, planet, mars, venus, mercury, jupiter,
    saturn, uranus, neptune, asteroid, meteor, comet, galaxy, nebula, butterfly, dragonfly, bee, bumblebee, insect,
    fly, firefly, moth, ladybug, rainbow, drone, quadcopter, helicopter, parachute, paraglider, hang glider, smoke,
    steam, fog, mist, smoke puff, puff, firework, fireworks, lightning, bubble, soap bubble, feather, falling leaf,
    confetti, sky, sky lantern, spark, particle, light ray, sun ray, sunbeam, aurora"""
)
_OUTSIDE = word_table(
    """owl, earth, dragon, angel, ghost, superhero, snowflake, raindrop, rain, leaf, petal, fish, jellyfish, whale, dolphin,
    shark, turtle, submarine, diver, seahorse, stingray, manta ray, squid, octopus, mermaid, astronaut"""
)
"""Further words for scenes without a room, for things in the air or under water."""


@lru_cache(maxsize=4096)
def is_aloft(*texts: str, indoors: bool) -> bool:
    """Whether a thing with these names may be in the air, or in water, without support."""
    if not indoors and is_strung(*texts):
        return True
    table = _SKY if indoors else _SKY | _OUTSIDE
    return any(head in table for text in texts for head in heads_of(text))


def aloft(scene: Scene, bodies: Bodies) -> npt.NDArray[np.bool_]:
    """(N,) bool, bodies that are in the air by design: their names allow it, and they are more than 30 cm above all bodies below."""
    out = np.zeros(len(bodies), dtype=bool)
    indoors = scene.room is not None
    called = np.array([is_aloft(*texts_of(scene, row), indoors=indoors) for row in bodies.row.tolist()], dtype=bool)
    rows = np.flatnonzero(called & ~bodies.fixed)
    if not rows.size:
        return out
    low, high, body = _boxes(bodies)
    for i in rows.tolist():
        mine = body == i
        least, most = low[mine].min(axis=0), high[mine].max(axis=0)
        over = (low[:, [0, 2]] < most[[0, 2]]).all(axis=1) & (high[:, [0, 2]] > least[[0, 2]]).all(axis=1)
        # what reaches far above its lower side, such as a post, is beside it and bears nothing
        over &= ~mine & ~called[body] & (low[:, 1] < least[1]) & (high[:, 1] < least[1] + _CLEAR)
        out[i] = least[1] - max(0.0, float(high[over, 1].max(initial=0.0))) > _CLEAR
    return out


def _boxes(bodies: Bodies) -> tuple[FloatArray, FloatArray, IntArray]:
    """(B, 3) least and (B, 3) greatest corners of the boxes of all bodies at their initial poses, and (B,) the body of each."""
    body = np.repeat(np.arange(len(bodies)), [len(b) for b in bodies.boxes]).astype(np.int32)
    local = np.concatenate(bodies.boxes)
    pose = bodies.initial[body]
    c, s = np.cos(pose[:, 3]), np.sin(pose[:, 3])
    middle, half = local.mean(axis=1), 0.5 * (local[:, 1] - local[:, 0])
    centre = pose[:, :3] + np.stack(
        [c * middle[:, 0] + s * middle[:, 2], middle[:, 1], -s * middle[:, 0] + c * middle[:, 2]], axis=1
    )
    c, s = np.abs(c), np.abs(s)
    reach = np.stack([c * half[:, 0] + s * half[:, 2], half[:, 1], s * half[:, 0] + c * half[:, 2]], axis=1)
    return centre - reach, centre + reach, body

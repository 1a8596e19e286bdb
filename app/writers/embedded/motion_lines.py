"""Writes what moves: the frames of an animation, the ``place`` calls that depend on them, and the track of a train.

In the text `t` goes from 0 to 1 over the frames. A motion adds to the pose that the item has, so that edits of that pose move all frames.
"""

from __future__ import annotations

import math
import textwrap

from scenewright.app.writers.embedded.literals import write_number
from scenewright.app.writers.embedded.motions import MovedItem, PlannedMotions, Track

__all__ = ["FRAMES", "TRACK", "frames_of", "moving_parts", "track_calls", "track_entity"]

FRAMES = "FRAMES"
TRACK = "round_track"
_SHORT, _LONG = 12, 16
"""Frames of what turns or swings in its place, and of what goes somewhere."""
_PER_FRAME = 9.0
"""Degrees about which a part turns from frame to frame."""


def frames_of(motions: PlannedMotions) -> int:
    """How many frames show the motions of a scene."""
    goes = any(m.motion.how in ("roll", "drive", "about") for m in motions.moved)
    return _LONG if goes else _SHORT


def moving_parts(moved: MovedItem, what: str, at: tuple[str, str, str], turn: float, frames: int) -> list[str]:
    """The arguments of the ``place`` call of what moves, but for its name.

    Args:
        what: the call that makes the object.
        at: its coordinates at rest, as program text.
        turn: degrees at rest.
    """
    motion, (x, y, z) = moved.motion, at
    if motion.how == "part":
        return _placed(_with_part(moved, what, frames), (x, y, z), write_number(turn, 2))
    if motion.how == "about":
        return _placed(what, (x, y, z), f"360 * t + {write_number(turn, 2)}" if abs(turn) > 0.005 else "360 * t")
    if motion.how == "rock":
        axis = "(1, 0, 0)" if motion.axis == "x" else "(0, 0, 1)"
        tipped = (
            f"rotation_matrix(math.radians({write_number(motion.tip)}) * math.sin(2 * math.pi * t), {axis}, (0, 0, 0))"
        )
        return _placed(f"transform_shape({what}, {tipped})", (x, y, z), write_number(turn, 2))
    if moved.track is not None:
        track = moved.track
        radius = write_number(track.radius)
        round_x = f"{write_number(track.x)} - {radius} * math.cos(2 * math.pi * t)"
        round_z = f"{write_number(track.z)} + {radius} * math.sin(2 * math.pi * t)"
        words = moved.item.choice.words
        bare = (
            what.replace(repr(words), repr(f"{motion.on_track} {words}"), 1) if track.laid and motion.on_track else what
        )
        turn = f"360 * t - {write_number(motion.ahead)}" if motion.ahead else "360 * t"
        return _placed(bare, (round_x, y, round_z), turn)
    dx, dz = moved.way
    way = (_along(x, dx), y, _along(z, dz))
    if motion.how == "drive":
        return _placed(what, way, write_number(turn, 2))
    item, length = moved.item, math.hypot(dx, dz)
    middle, across = item.height / 2, (dz / length, 0.0, -dx / length)
    axis = ", ".join(write_number(v) for v in across)
    angle = write_number(length / max(middle, 1e-3))
    rolled = f"rotation_matrix({angle} * t, ({axis}), (0, {write_number(middle, 4)}, 0))"
    return _placed(f"transform_shape({what}, {rolled})", way, write_number(turn, 2))


def _placed(what: str, at: tuple[str, str, str], turn: str) -> list[str]:
    return [what, f"at=({', '.join(at)})", *([f"turn={turn}"] if turn != "0" else [])]


def _with_part(moved: MovedItem, what: str, frames: int) -> str:
    """The object with its part turned as far as the frame says."""
    motion = moved.motion
    if motion.swing:
        angle = f"{write_number(motion.swing)} * math.sin(2 * math.pi * t)"
    else:
        turns = max(1, round(_PER_FRAME * frames / motion.every))
        angle = f"{write_number(turns * motion.every)} * t"
    words = moved.item.choice.words
    return what.replace(repr(words), f"f{f'{words} turned ' + '{' + angle + ':.2f} degrees'!r}", 1)


def _along(start: str, by: float) -> str:
    """A coordinate that goes by some metres over the frames, from where it is."""
    if abs(by) < 5e-4:
        return start
    return f"{write_number(by)} * t + {start}" if not start.startswith("-") else f"{write_number(by)} * t - {start[1:]}"


# -- tracks ---------------------------------------------------------------------------------------------------------


def track_entity(motions: PlannedMotions) -> str:
    """The entity of a round track; '' where nothing goes on one."""
    if not motions.tracks:
        return ""
    return textwrap.dedent(f"""
        @register('a round track with two rails on sleepers')
        def {TRACK}(radius, gauge):
            wood, wood_look = surface('dark oak')
            steel, steel_look = surface('steel')
            count = max(12, round(2 * math.pi * radius / (0.8 * gauge)))
            parts = []
            for i in range(count):
                turned = rotation_matrix(2 * math.pi * i / count, (0, 1, 0))
                sleeper = primitive_call('cube', {{'scale': (1.9 * gauge, 0.006, 0.25 * gauge)}}, color=wood, material=wood_look)
                parts.append(transform_shape(sleeper, turned @ translation_matrix((radius, 0.003, 0))))
                for side in (-0.5, 0.5):
                    r = radius + side * gauge
                    length = 2 * r * math.tan(math.pi / count) + 0.004
                    rail = primitive_call('cube', {{'scale': (0.07 * gauge, 0.006, length)}}, color=steel, material=steel_look)
                    parts.append(transform_shape(rail, turned @ translation_matrix((r, 0.009, 0))))
            return concat_shapes(*parts)
        """)


def track_calls(motions: PlannedMotions) -> list[str]:
    """The calls that lay the tracks."""
    return [_laid(track) for track in motions.tracks]


def _laid(track: Track) -> str:
    x, z = write_number(track.x), write_number(track.z)
    sizes = f"radius={write_number(track.radius)}, gauge={write_number(track.width)}"
    return f"place({TRACK!r}, at=({x}, 0, {z}), {sizes}, name='track')"

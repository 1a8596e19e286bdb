"""What relations mean, on scenes labelled by hand; and what residuals promise to the solver."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scenewright.scene.language.relations import KINDS
from scenewright.scene.layout import Support
from scenewright.scene.layout.relations import DEFINITIONS, box_gap, boxes_at, holds, residual, tolerance
from scenewright.scene.layout.relations.measures import facing_angle
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.model import Camera
from tests.support.layout_cases import SHELF, Thing, poses_of, problem_of

# Sizes are width, height, depth in metres. The room is 6 x 5 x 2.7: a door in the front wall at x = -1, a window in the left
# wall at z = 0.5 (1.4 wide, from 0.9 to 2.1).
DESK = Thing((1.2, 0.75, 0.6), (0.0, 0.0, 0.0))
SOFA = Thing((2.0, 0.8, 0.9), (0.0, 0.0, -2.05))
TABLE = Thing((2.4, 0.75, 1.0), (0.0, 0.0, 0.0))
BED = Thing((1.6, 0.6, 2.0), (0.0, 0.0, -1.5))
WINDOW_SEAT = Thing((1.2, 0.45, 0.4), (-2.8, 0.0, 0.5), 90.0)


def chair(x: float, z: float, turn: float = 0.0) -> Thing:
    return Thing((0.5, 0.9, 0.5), (x, 0.0, z), turn)


def lamp(x: float, y: float, z: float) -> Thing:
    return Thing((0.2, 0.4, 0.2), (x, y, z))


def stand(x: float, z: float, turn: float = 0.0) -> Thing:
    return Thing((0.45, 0.5, 0.4), (x, 0.0, z), turn)


def picture(x: float, y: float, z: float, turn: float = 0.0) -> Thing:
    return Thing((0.8, 0.6, 0.04), (x, y, z), turn, Support.WALL)


def rug(x: float, z: float) -> Thing:
    return Thing((3.0, 0.02, 2.0), (x, 0.0, z), 0.0, Support.RUG)


def ring(*places: tuple[float, float, float]) -> dict[str, Thing]:
    return {"table": TABLE, **{f"chair{k}": chair(*p) for k, p in enumerate(places)}}


FOUR = ring((-0.6, 0.85, 180), (0.6, 0.85, 180), (-0.6, -0.85, 0), (0.6, -0.85, 0))
ENDS = ring((-1.55, 0.0, 90), (1.55, 0.0, -90))
ONE_SIDE = ring((-0.8, 0.85, 180), (-0.3, 0.85, 180), (0.3, 0.85, 180), (0.8, 0.85, 180))
TURNED_AWAY = ring((-0.6, 0.85, 0), (0.6, 0.85, 180), (-0.6, -0.85, 0), (0.6, -0.85, 0))
TOO_FAR = ring((-0.6, 2.0, 180), (0.6, 0.85, 180), (-0.6, -0.85, 0), (0.6, -0.85, 0))
CHAIRS = ["chair0", "chair1", "chair2", "chair3"]

# (what is said, things, kind, a, b, parameters, whether it holds)
LABELLED = [
    # support
    ("a lamp stands on the desk", {"desk": DESK, "lamp": lamp(0.3, 0.75, 0.1)}, "on", "lamp", "desk", {}, True),
    ("it floats 5 cm over it", {"desk": DESK, "lamp": lamp(0.3, 0.80, 0.1)}, "on", "lamp", "desk", {}, False),
    ("it is sunk into it", {"desk": DESK, "lamp": lamp(0.3, 0.70, 0.1)}, "on", "lamp", "desk", {}, False),
    ("at that height, but beside it", {"desk": DESK, "lamp": lamp(0.75, 0.75, 0.1)}, "on", "lamp", "desk", {}, False),
    ("half over the edge, its middle on it", {"desk": DESK, "lamp": lamp(0.59, 0.75, 0.0)}, "on", "lamp", "desk", {}, True),
    ("over the edge with its middle", {"desk": DESK, "lamp": lamp(0.63, 0.75, 0.0)}, "on", "lamp", "desk", {}, False),
    ("a vase on the third shelf", {"shelf": SHELF, "vase": lamp(0.2, 0.85, -2.3)}, "on", "vase", "shelf", {}, True),
    ("between two shelves", {"shelf": SHELF, "vase": lamp(0.2, 1.0, -2.3)}, "on", "vase", "shelf", {}, False),
    ("a table stands on a rug", {"rug": rug(0, 0), "desk": Thing(DESK.size, (0, 0.02, 0))}, "on", "desk", "rug", {}, True),
    ("a table stands through a rug on the floor", {"rug": rug(0, 0), "desk": DESK}, "on", "desk", "rug", {}, True),
    ("a table off the rug", {"rug": rug(2.2, 0), "desk": DESK}, "on", "desk", "rug", {}, False),
    ("a chair on the floor", {"chair": chair(0, 0)}, "on", "chair", "floor", {}, True),
    ("a chair in the air", {"chair": Thing((0.5, 0.9, 0.5), (0, 0.3, 0))}, "on", "chair", "floor", {}, False),
    ("a book in the shelf", {"shelf": SHELF, "book": Thing((0.2, 0.25, 0.15), (0.1, 0.45, -2.3))}, "inside", "book", "shelf", {}, True),
    ("a book on top of the shelf", {"shelf": SHELF, "book": Thing((0.2, 0.25, 0.15), (0.1, 2.0, -2.3))}, "inside", "book", "shelf", {}, False),
    ("a book half out of its front", {"shelf": SHELF, "book": Thing((0.2, 0.25, 0.15), (0.1, 0.45, -2.1))}, "inside", "book", "shelf", {}, False),
    ("flowers in a vase, wider than it", {"vase": lamp(0, 0, 0), "flowers": Thing((0.4, 0.6, 0.4), (0, 0.1, 0))}, "inside", "flowers", "vase", {}, True),
    ("flowers beside the vase", {"vase": lamp(0, 0, 0), "flowers": Thing((0.4, 0.6, 0.4), (0.3, 0.0, 0))}, "inside", "flowers", "vase", {}, False),
    ("a desk in the room", {"desk": DESK}, "inside", "desk", "room", {}, True),
    ("a desk through the wall", {"desk": Thing(DESK.size, (2.9, 0, 0))}, "inside", "desk", "room", {}, False),
    ("a box under the desk", {"desk": DESK, "box": Thing((0.4, 0.3, 0.4))}, "under", "box", "desk", {}, True),
    ("a box before the desk", {"desk": DESK, "box": Thing((0.4, 0.3, 0.4), (0, 0, 0.6))}, "under", "box", "desk", {}, False),
    ("a box on the desk", {"desk": DESK, "box": Thing((0.4, 0.3, 0.4), (0, 0.75, 0))}, "under", "box", "desk", {}, False),
    ("a rug under the table", {"table": TABLE, "rug": rug(0.2, 0.1)}, "under", "rug", "table", {}, True),
    ("a rug at the other end of the room", {"table": TABLE, "rug": rug(0, 1.6)}, "under", "rug", "table", {}, False),
    ("a table under the pendant lamp", {"table": TABLE, "lamp": lamp(0.1, 1.9, 0)}, "under", "table", "lamp", {}, True),
    ("a seat below the window", {"seat": WINDOW_SEAT}, "under", "seat", "window", {}, True),
    ("a seat two metres from the window", {"seat": Thing(WINDOW_SEAT.size, (-1.0, 0, 0.5), 90)}, "under", "seat", "window", {}, False),
    ("a seat at the window's wall, but past it", {"seat": Thing(WINDOW_SEAT.size, (-2.8, 0, -1.5), 90)}, "under", "seat", "window", {}, False),
    ("a wardrobe before the window", {"box": Thing((1.0, 2.2, 0.6), (-2.7, 0, 0.5), 90)}, "under", "box", "window", {}, False),
    ("a picture above the sofa", {"sofa": SOFA, "picture": picture(0.2, 1.3, -2.48)}, "above", "picture", "sofa", {}, True),
    ("a picture above a sofa 20 cm from the wall", {"sofa": Thing(SOFA.size, (0, 0, -1.85)), "picture": picture(0.2, 1.3, -2.48)}, "above", "picture", "sofa", {}, True),
    ("a picture past the sofa's end", {"sofa": SOFA, "picture": picture(1.6, 1.3, -2.48)}, "above", "picture", "sofa", {}, False),
    ("a picture behind the sofa's back", {"sofa": SOFA, "picture": picture(0.2, 0.4, -2.48)}, "above", "picture", "sofa", {}, False),
    ("a clock above the door", {"clock": Thing((0.3, 0.3, 0.05), (-1.0, 2.1, 2.475), 180, Support.WALL)}, "above", "clock", "door", {}, True),
    ("a clock beside the door", {"clock": Thing((0.3, 0.3, 0.05), (0.5, 2.1, 2.475), 180, Support.WALL)}, "above", "clock", "door", {}, False),
    ("a lamp at the ceiling", {"lamp": lamp(0, 2.3, 0)}, "hanging", "lamp", None, {}, True),
    ("a lamp 10 cm below it", {"lamp": lamp(0, 2.2, 0)}, "hanging", "lamp", None, {}, False),
    # walls
    ("a picture on the back wall", {"picture": picture(1, 1.3, -2.48)}, "on_wall", "picture", None, {}, True),
    ("a picture 5 cm before it", {"picture": picture(1, 1.3, -2.43)}, "on_wall", "picture", None, {}, False),
    ("a picture with its face to the wall", {"picture": picture(1, 1.3, -2.48, 180)}, "on_wall", "picture", None, {}, False),
    ("a board at 0.9", {"picture": picture(1, 0.92, -2.48)}, "on_wall", "picture", None, {"height": 0.9}, True),
    ("a board at 1.2 instead", {"picture": picture(1, 1.2, -2.48)}, "on_wall", "picture", None, {"height": 0.9}, False),
    ("curtains on the window", {"curtain": Thing((1.6, 1.6, 0.1), (-2.95, 0.8, 0.5), 90, Support.WALL)}, "on", "curtain", "window", {}, True),
    ("curtains on another wall", {"curtain": Thing((1.6, 1.6, 0.1), (0, 0.8, -2.45), 0, Support.WALL)}, "on", "curtain", "window", {}, False),
    ("a sofa against a wall", {"sofa": SOFA}, "against_wall", "sofa", None, {}, True),
    ("a sofa 8 cm from it", {"sofa": Thing(SOFA.size, (0, 0, -1.97))}, "against_wall", "sofa", None, {}, True),
    ("a sofa 40 cm from it", {"sofa": Thing(SOFA.size, (0, 0, -1.65))}, "against_wall", "sofa", None, {}, False),
    ("a sofa that faces the wall", {"sofa": Thing(SOFA.size, (0, 0, -2.05), 180)}, "against_wall", "sofa", None, {}, False),
    ("a bed along the left wall", {"bed": Thing(BED.size, (-2.2, 0, -1.5))}, "against_wall", "bed", "wall_left", {}, True),
    ("a bed with its foot at the wall", {"bed": Thing(BED.size, (0, 0, 1.5))}, "against_wall", "bed", "wall_front", {}, False),
    ("a sofa with its arm at the wall", {"sofa": Thing(SOFA.size, (0, 0, -1.5), 90)}, "against_wall", "sofa", None, {}, False),
    ("against the left wall, as asked", {"sofa": Thing(SOFA.size, (-2.55, 0, 0), 90)}, "against_wall", "sofa", "wall_left", {}, True),
    ("against another wall than the one asked for", {"sofa": SOFA}, "against_wall", "sofa", "wall_left", {}, False),
    ("a stool against a counter", {"counter": TABLE, "stool": chair(0.5, 0.75)}, "against_wall", "stool", "counter", {}, True),
    ("a sofa against a partition", {"wall": Thing((0.1, 2.7, 5.0), (1.0, 0, 0), fixed=True), "sofa": Thing(SOFA.size, (0.5, 0, 0.3), -90)}, "against_wall", "sofa", None, {}, True),
    ("a plant in the corner", {"plant": Thing((0.4, 1.0, 0.4), (2.75, 0, -2.2))}, "in_corner", "plant", None, {}, True),
    ("a plant at a wall's middle", {"plant": Thing((0.4, 1.0, 0.4), (0, 0, -2.2))}, "in_corner", "plant", None, {}, False),
    ("an armchair across a corner", {"armchair": Thing((0.8, 0.9, 0.8), (2.35, 0, -1.85), -45)}, "in_corner", "armchair", None, {}, True),
    ("a plant in the corner that is named", {"plant": Thing((0.4, 1.0, 0.4), (2.75, 0, -2.2))}, "in_corner", "plant", None, {"corner": "back_right"}, True),
    ("a plant in another corner", {"plant": Thing((0.4, 1.0, 0.4), (2.75, 0, -2.2))}, "in_corner", "plant", None, {"corner": "back_left"}, False),
    ("a plant in a corner at the wall that is named", {"plant": Thing((0.4, 1.0, 0.4), (2.75, 0, -2.2))}, "in_corner", "plant", None, {"corner": "back"}, True),
    ("a plant in a corner at the other wall", {"plant": Thing((0.4, 1.0, 0.4), (2.75, 0, -2.2))}, "in_corner", "plant", None, {"corner": "front"}, False),
    ("a picture on the wall that is named", {"picture": picture(1, 1.3, -2.48)}, "on_wall", "picture", "wall_back", {"wall": "back"}, True),
    ("a picture on another wall than that", {"picture": picture(1, 1.3, -2.48)}, "on_wall", "picture", "wall_left", {"wall": "left"}, False),
    ("a plant a metre from both walls", {"plant": Thing((0.4, 1.0, 0.4), (1.8, 0, -1.3))}, "in_corner", "plant", None, {}, False),
    # distance
    ("a stand beside the bed", {"bed": BED, "stand": stand(1.1, -2.2)}, "next_to", "stand", "bed", {}, True),
    ("a stand a metre off", {"bed": BED, "stand": stand(2.1, -2.2)}, "next_to", "stand", "bed", {}, False),
    ("a chair tucked under the desk", {"desk": DESK, "chair": chair(0, 0.4, 180)}, "next_to", "chair", "desk", {}, True),
    ("next to the door", {"plant": Thing((0.4, 1.0, 0.4), (-0.2, 0, 2.2))}, "next_to", "plant", "door", {}, True),
    ("a lamp over a metre above the table is not next to it", {"table": TABLE, "lamp": lamp(0, 1.9, 0)}, "next_to", "lamp", "table", {}, False),
    ("a chair near the desk", {"desk": DESK, "chair": chair(1.8, 0)}, "near", "chair", "desk", {}, True),
    ("a chair across the room", {"desk": DESK, "chair": chair(2.7, 2.2)}, "near", "chair", "desk", {}, False),
    ("nearer than its lower bound", {"desk": DESK, "chair": chair(1.0, 0)}, "near", "chair", "desk", {"lo": 0.5, "hi": 1.0}, False),
    ("within its bounds", {"desk": DESK, "chair": chair(1.55, 0)}, "near", "chair", "desk", {"lo": 0.5, "hi": 1.0}, True),
    ("a desk near the window", {"desk": Thing(DESK.size, (-2.0, 0, 0.5), 90)}, "near", "desk", "window", {}, True),
    ("a sofa across from the television", {"sofa": SOFA, "tv": Thing((1.2, 0.7, 0.2), (0, 0.5, 1.5), 180)}, "across", "sofa", "tv", {}, True),
    ("with its back to it", {"sofa": Thing(SOFA.size, (0, 0, -2.05), 180), "tv": Thing((1.2, 0.7, 0.2), (0, 0.5, 1.5), 180)}, "across", "sofa", "tv", {}, False),
    ("a metre off is not across", {"sofa": SOFA, "tv": Thing((1.2, 0.7, 0.2), (0, 0.5, -0.5), 180)}, "across", "sofa", "tv", {}, False),
    ("far", {"a": stand(-2.7, 0), "b": stand(2.7, 0)}, "far", "a", "b", {}, True),
    ("not far", {"a": stand(-1, 0), "b": stand(2, 0)}, "far", "a", "b", {}, False),
    # direction: b's own left hand is +x where it faces +z
    ("at the bed's own left", {"bed": BED, "stand": stand(1.1, -1.5)}, "left_of", "stand", "bed", {}, True),
    ("at its own right is not at its left", {"bed": BED, "stand": stand(-1.1, -1.5)}, "left_of", "stand", "bed", {}, False),
    ("at the right", {"bed": BED, "stand": stand(-1.1, -2.2)}, "right_of", "stand", "bed", {}, True),
    ("at its own left is not at its right", {"bed": BED, "stand": stand(1.1, -2.2)}, "right_of", "stand", "bed", {}, False),
    ("left of a bed turned by 90 degrees", {"bed": Thing(BED.size, (0, 0, 0), 90), "stand": stand(0, -1.1)}, "left_of", "stand", "bed", {}, True),
    ("left of a bed turned by 37 degrees", {"bed": Thing(BED.size, (0, 0, 0), 37), "stand": stand(1.2 * math.cos(0.6458), -1.2 * math.sin(0.6458), 37)}, "left_of", "stand", "bed", {}, True),
    ("beyond its left, but far past its foot", {"bed": BED, "stand": stand(1.1, 0.6)}, "left_of", "stand", "bed", {}, False),
    ("a sofa left of a small lamp", {"lamp": lamp(0, 0, 0), "sofa": Thing(SOFA.size, (1.3, 0, 0.2))}, "left_of", "sofa", "lamp", {}, True),
    ("a long sofa abreast of a lamp with one end", {"lamp": lamp(0, 0, 0), "sofa": Thing((2.0, 0.8, 0.9), (0.8, 0, 0.8), 90)}, "left_of", "sofa", "lamp", {}, False),
    ("a table before the sofa", {"sofa": SOFA, "table": Thing((1.1, 0.4, 0.6), (0, 0, -0.9))}, "in_front_of", "table", "sofa", {}, True),
    ("a table behind the sofa is not before it", {"sofa": Thing(SOFA.size), "table": Thing((1.1, 0.4, 0.6), (0, 0, -0.9))}, "in_front_of", "table", "sofa", {}, False),
    ("a chair half under the table is before it", {"table": TABLE, "chair": chair(0, 0.55, 180)}, "in_front_of", "chair", "table", {}, True),
    ("diagonally off is not before", {"sofa": SOFA, "table": Thing((1.1, 0.4, 0.6), (1.9, 0, -0.9))}, "in_front_of", "table", "sofa", {}, False),
    ("a plant before the door", {"plant": Thing((0.4, 1.0, 0.4), (-1.0, 0, 1.5))}, "in_front_of", "plant", "door", {}, True),
    ("a shelf behind the sofa", {"sofa": Thing(SOFA.size), "shelf": Thing((1.0, 1.2, 0.3), (0.2, 0, -0.8))}, "behind", "shelf", "sofa", {}, True),
    ("a shelf beside the sofa is not behind it", {"sofa": Thing(SOFA.size), "shelf": Thing((1.0, 1.2, 0.3), (1.6, 0, 0))}, "behind", "shelf", "sofa", {}, False),
    # angle
    ("a chair at the desk faces it", {"desk": DESK, "chair": chair(0, 0.7, 180)}, "facing", "chair", "desk", {}, True),
    ("a chair at the end of a long table faces it", {"table": TABLE, "chair": chair(1.0, 0.9, 180)}, "facing", "chair", "table", {}, True),
    ("a chair with its back to the desk", {"desk": DESK, "chair": chair(0, 0.7, 0)}, "facing", "chair", "desk", {}, False),
    ("sideways", {"desk": DESK, "chair": chair(0, 0.8, 90)}, "facing", "chair", "desk", {}, False),
    ("10 degrees past its target", {"a": chair(0, 0, 0), "b": Thing((0.2, 0.4, 0.2), (0.5, 0, 2.0))}, "facing", "a", "b", {}, True),
    ("45 degrees past its target", {"a": chair(0, 0, 0), "b": Thing((0.2, 0.4, 0.2), (2.0, 0, 2.0))}, "facing", "a", "b", {}, False),
    ("a tucked chair, the right way round", {"table": TABLE, "chair": chair(0.4, 0.4, 180)}, "facing", "chair", "table", {}, True),
    ("a tucked chair, the wrong way round", {"table": TABLE, "chair": chair(0.4, 0.4, 0)}, "facing", "chair", "table", {}, False),
    ("a sofa faces the window", {"sofa": Thing(SOFA.size, (1, 0, 0.5), -90)}, "facing", "sofa", "window", {}, True),
    ("desks in one row", {"a": stand(-1, 1), "b": stand(1, 1.03)}, "aligned", "a", "b", {"axis": "z"}, True),
    ("desks out of line", {"a": stand(-1, 1), "b": stand(1, 1.3)}, "aligned", "a", "b", {"axis": "z"}, False),
    ("pictures at one height", {"a": picture(-1, 1.3, -2.48), "b": picture(1, 1.32, -2.48)}, "aligned", "a", "b", {"axis": "y"}, True),
    ("parallel, one the other way round", {"a": stand(-1, 1, 2), "b": stand(1, 1, 180)}, "parallel", "a", "b", {}, True),
    ("at right angles", {"a": stand(-1, 1, 90), "b": stand(1, 1, 0)}, "parallel", "a", "b", {}, False),
    ("20 degrees off", {"a": stand(-1, 1, 20), "b": stand(1, 1, 0)}, "parallel", "a", "b", {}, False),
    # arrangement
    ("a table in the middle of the room", {"table": Thing(TABLE.size, (0.05, 0, -0.05))}, "centered", "table", "room", {}, True),
    ("in the middle of its width only", {"table": Thing(TABLE.size, (0, 0, 1.5))}, "centered", "table", "room", {}, False),
    ("a table centred before the sofa", {"sofa": SOFA, "table": Thing((1.1, 0.4, 0.6), (0.05, 0, -0.9))}, "centered", "table", "sofa", {}, True),
    ("a table off the sofa's middle", {"sofa": SOFA, "table": Thing((1.1, 0.4, 0.6), (0.5, 0, -0.9))}, "centered", "table", "sofa", {}, False),
    ("a mirror centred above a vanity", {"vanity": Thing((1.0, 0.8, 0.5), (0.5, 0, -2.25)), "mirror": picture(0.5, 1.1, -2.48)}, "centered", "mirror", "vanity", {}, True),
    ("a vase in the middle of the table", {"table": TABLE, "vase": lamp(0.05, 0.75, 0)}, "centered", "vase", "table", {}, True),
    ("a vase at the table's end", {"table": TABLE, "vase": lamp(0.9, 0.75, 0)}, "centered", "vase", "table", {}, False),
    ("a bed centred on a wall", {"bed": BED}, "centered", "bed", "wall_back", {}, True),
    ("four chairs around a table", FOUR, "around", CHAIRS, "table", {}, True),
    ("two chairs at its ends", ENDS, "around", CHAIRS[:2], "table", {}, True),
    ("four chairs along one side", ONE_SIDE, "around", CHAIRS, "table", {}, False),
    ("one of four faces away", TURNED_AWAY, "around", CHAIRS, "table", {}, False),
    ("a plate may face any way", TURNED_AWAY, "around", CHAIRS, "table", {"seats": (False,) * 4}, True),
    ("one of four is far", TOO_FAR, "around", CHAIRS, "table", {}, False),
    ("three stools evenly in a row", {"a": stand(-1, 1), "b": stand(0.02, 1), "c": stand(1, 1)}, "spaced", ["a", "b", "c"], None, {"axis": "x"}, True),
    ("three stools unevenly", {"a": stand(-1, 1), "b": stand(0.4, 1), "c": stand(1, 1)}, "spaced", ["a", "b", "c"], None, {"axis": "x"}, False),
    ("three stools at one place", {"a": stand(0, -1), "b": stand(0, 0), "c": stand(0, 1)}, "spaced", ["a", "b", "c"], None, {"axis": "x"}, False),
    ("three stools in a row along x", {"a": stand(-1, 1), "b": stand(0.4, 1.03), "c": stand(1, 0.99)}, "in_row", ["a", "b", "c"], None, {"along": "x"}, True),
    ("the middle one out of the row", {"a": stand(-1, 1), "b": stand(0.4, 1.2), "c": stand(1, 1)}, "in_row", ["a", "b", "c"], None, {"along": "x"}, False),
    ("a row along x is none along z", {"a": stand(-1, 1), "b": stand(0.4, 1), "c": stand(1, 1)}, "in_row", ["a", "b", "c"], None, {"along": "z"}, False),
    ("a row along z", {"a": stand(1, -1), "b": stand(1, 0), "c": stand(1.02, 1)}, "in_row", ["a", "b", "c"], None, {"along": "z"}, True),
    ("cupboards of two depths with their backs in line", {"a": Thing((0.8, 2, 0.4), (-1, 0, -2.3)), "b": Thing((0.8, 2, 0.6), (0, 0, -2.2))}, "in_row", ["a", "b"], None, {"along": "wall", "wall": "back"}, True),
    ("cupboards of two depths with their middles in line", {"a": Thing((0.8, 2, 0.4), (-1, 0, -2.2)), "b": Thing((0.8, 2, 0.6), (0, 0, -2.2))}, "in_row", ["a", "b"], None, {"along": "wall", "wall": "back"}, True),
    ("with neither in line", {"a": Thing((0.8, 2, 0.4), (-1, 0, -2.0)), "b": Thing((0.8, 2, 0.6), (0, 0, -2.2))}, "in_row", ["a", "b"], None, {"along": "wall", "wall": "back"}, False),
    ("with their fronts in line, not their backs", {"a": Thing((0.8, 2, 0.4), (-1, 0, -2.1)), "b": Thing((0.8, 2, 0.6), (0, 0, -2.2))}, "in_row", ["a", "b"], None, {"along": "wall", "wall": "back"}, False),
    ("beside the left wall", {"a": Thing((0.8, 2, 0.4), (-2.8, 0, -1), 90), "b": Thing((0.8, 2, 0.6), (-2.7, 0, 0), 90)}, "in_row", ["a", "b"], None, {"along": "wall", "wall": "left"}, True),
    ("in a row either way", {"a": stand(1, -1), "b": stand(1, 0)}, "in_row", ["a", "b"], None, {}, True),
    ("in no row either way", {"a": stand(1, -1), "b": stand(0.5, 0)}, "in_row", ["a", "b"], None, {}, False),
    ("stands at both sides of the bed", {"a": stand(-1.1, -2.2), "b": stand(1.1, -2.2), "bed": BED}, "symmetric", "a", ("b", "bed"), {}, True),
    ("one stand further down", {"a": stand(-1.1, -2.2), "b": stand(1.1, -1.8), "bed": BED}, "symmetric", "a", ("b", "bed"), {}, False),
    ("chairs that face each other over the table", {"a": chair(0, -0.85, 0), "b": chair(0, 0.85, 180), "table": TABLE}, "symmetric", "a", ("b", "table"), {}, True),
    ("one of them turned away", {"a": chair(0, -0.85, 0), "b": chair(0, 0.85, 0), "table": TABLE}, "symmetric", "a", ("b", "table"), {}, False),
    ("nothing before the wardrobe", {"wardrobe": Thing((1.0, 2.0, 0.6), (0, 0, -2.2)), "chair": chair(0, 0)}, "clear", "wardrobe", None, {"front": 0.8}, True),
    ("a chair before it", {"wardrobe": Thing((1.0, 2.0, 0.6), (0, 0, -2.2)), "chair": chair(0, -1.4)}, "clear", "wardrobe", None, {"front": 0.8}, False),
    ("a wall before it", {"wardrobe": Thing((1.0, 2.0, 0.6), (0, 0, -2.0), 180)}, "clear", "wardrobe", None, {"front": 0.8}, False),
    ("a lamp high above what is before it", {"chest": Thing((1.0, 0.5, 0.5), (0, 0, -2.2)), "lamp": lamp(0, 2.0, -1.6)}, "clear", "chest", None, {"front": 0.8}, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("things", "kind", "a", "b", "parameters", "expected"), [c[1:] for c in LABELLED], ids=[c[0] for c in LABELLED]
)
def test_labelled_scene(things, kind, a, b, parameters, expected):
    problem = problem_of(things, (kind, a, b, parameters))
    (constraint,) = problem.constraints
    poses = poses_of(things)
    one = residual(constraint, problem, [poses[i] for i in constraint.bodies])
    assert one.shape == ()
    assert bool(holds(constraint, one)) == expected, float(one)
    assert residuals(problem, poses) == pytest.approx([float(one)])


def test_every_relation_is_defined_and_labelled_both_ways():
    assert set(DEFINITIONS) == {kind for kind, row in KINDS.items() if row.solved}
    assert {(c[2], c[6]) for c in LABELLED} == {(k, e) for k in DEFINITIONS for e in (True, False)}
    assert len(LABELLED) >= 60


def test_left_and_right_on_the_screen_ignore_the_distance():
    things = {"bed": Thing(BED.size, (0, 0, -1.5)), "stand": stand(-2.0, 1.9)}
    camera = Camera(eye=(0.0, 1.6, 6.0), target=(0.0, 0.5, 0.0))
    problem = problem_of(
        things, ("left_of", "stand", "bed", {"frame": "view"}), ("right_of", "stand", "bed", {}), view=camera
    )
    assert [bool(holds(c, r)) for c, r in zip(problem.constraints, residuals(problem, poses_of(things)))] == [
        True,
        False,
    ]


def test_left_and_right_on_the_screen_are_the_viewers():
    things = {"bed": Thing(BED.size, (0, 0, 0), 90), "stand": stand(-2.0, 0)}
    camera = Camera(eye=(0.0, 1.6, 6.0), target=(0.0, 0.5, 0.0))
    said = [(k, "stand", "bed", {"frame": "view"}) for k in ("left_of", "right_of", "in_front_of", "behind")]
    problem = problem_of(things, *said, view=camera)
    assert [bool(holds(c, r)) for c, r in zip(problem.constraints, residuals(problem, poses_of(things)))] == [
        True,
        False,
        False,
        False,
    ]
    behind = Camera(eye=(0.0, 1.6, -6.0), target=(0.0, 0.5, 0.0))
    problem = problem_of(things, *said, view=behind)
    assert [bool(holds(c, r)) for c, r in zip(problem.constraints, residuals(problem, poses_of(things)))] == [
        False,
        True,
        False,
        False,
    ]


# -- what residuals promise -----------------------------------------------------------------------------------------------

PAIRS = ("next_to", "near", "across", "far", "left_of", "right_of", "in_front_of", "behind", "facing", "parallel", "centered", "under", "above", "inside", "on", "against_wall")  # fmt: skip
place = st.tuples(st.floats(-4, 4), st.floats(0, 1.5), st.floats(-4, 4), st.floats(-math.pi, math.pi))
size = st.tuples(st.floats(0.1, 2.0), st.floats(0.05, 2.0), st.floats(0.1, 2.0))


def pair(kind: str, a: tuple, b: tuple):
    return problem_of({"a": Thing(a), "b": Thing(b)}, (kind, "a", "b", {}))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(PAIRS), size, size, place, place, st.floats(-3, 3), st.floats(-3, 3), st.floats(-math.pi, math.pi)
)
def test_moving_and_turning_both_things_changes_nothing(kind, a, b, pose_a, pose_b, dx, dz, turn):
    problem = pair(kind, a, b)
    (constraint,) = problem.constraints
    poses = np.array([pose_a, pose_b])
    # the direction to a centre is none there
    assume(np.hypot(pose_a[0] - pose_b[0], pose_a[2] - pose_b[2]) > 1e-3)
    c, s = math.cos(turn), math.sin(turn)
    moved = poses.copy()
    moved[:, 0], moved[:, 2] = c * poses[:, 0] + s * poses[:, 2] + dx, -s * poses[:, 0] + c * poses[:, 2] + dz
    moved[:, 3] += turn
    assert residual(constraint, problem, moved) == pytest.approx(residual(constraint, problem, poses), abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(size, size, place, place)
def test_distance_of_boxes_is_that_of_their_nearest_points(a, b, pose_a, pose_b):
    boxes = [boxes_at(np.array(p), np.array([s[0], s[2]]) / 2, np.array(s[1])) for p, s in ((pose_a, a), (pose_b, b))]
    gap = float(box_gap(*boxes))
    assert gap == pytest.approx(float(box_gap(*boxes[::-1])), abs=1e-9)

    def points(pose, s):
        grid = np.linspace(-0.5, 0.5, 9)
        x, y, z = (g.ravel() for g in np.meshgrid(grid * s[0], (grid + 0.5) * s[1], grid * s[2]))
        c, q = math.cos(pose[3]), math.sin(pose[3])
        return np.stack([pose[0] + c * x + q * z, pose[1] + y, pose[2] - q * x + c * z], -1)

    near = np.linalg.norm(points(pose_a, a)[:, None] - points(pose_b, b)[None], axis=-1).min()
    assert max(gap, 0.0) <= near + 1e-9
    assert near <= max(gap, 0.0) + 0.5 * math.hypot(*(max(p, q) / 8 for p, q in zip(a, b))) * 2.0 + 1e-9


@settings(max_examples=60, deadline=None)
@given(st.floats(0.2, 4), st.floats(-math.pi, math.pi), st.floats(0.2, 2), st.floats(0.2, 2))
def test_a_ray_that_hits_is_a_negative_angle(distance, yaw, width, depth):
    a = boxes_at(np.array([0.0, 0.0, depth / 2 + 0.11 * depth + distance, yaw]), np.array([0.2, 0.2]), np.array(1.0))
    b = boxes_at(np.zeros(4), np.array([width, depth]) / 2, np.array(1.0))
    z, x, vx, vz = float(a[2]), 0.0, math.sin(yaw), math.cos(yaw)
    hits = vz < 0 and abs(x + vx * (depth / 2 - z) / vz) < width / 2
    assume(abs(float(facing_angle(a, b))) > 1e-6)
    assert (float(facing_angle(a, b)) < 0) == hits


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([k for k in PAIRS if k not in ("on",)]), size, size, place, place, place)
def test_residuals_are_continuous(kind, a, b, start, end, other):
    """No step along a straight way: what changes is bounded by how far the thing moves."""
    problem = pair(kind, a, b)
    (constraint,) = problem.constraints

    def largest_step(steps):
        way = np.array(start) + np.linspace(0, 1, steps)[:, None] * (np.array(end) - np.array(start))
        return np.abs(np.diff(residual(constraint, problem, [way, np.array(other)]))).max(), way

    coarse, way = largest_step(400)
    # the direction to a centre is none there
    assume(np.hypot(way[:, 0] - other[0], way[:, 2] - other[2]).min() > 0.3)
    assert largest_step(6400)[0] <= max(0.5 * coarse, 1e-2)


@pytest.mark.parametrize(
    ("kind", "a", "border", "inward", "parameters"),
    [
        ("next_to", (0.5, 0.5, 0.5), (1.75, 0, 0, 0), (-1, 0), {}),
        ("near", (0.5, 0.5, 0.5), (2.75, 0, 0, 0), (-1, 0), {}),
        ("near", (0.5, 0.5, 0.5), (1.75, 0, 0, 0), (1, 0), {"lo": 0.5}),
        ("far", (0.5, 0.5, 0.5), (5.25, 0, 0, 0), (1, 0), {}),
        ("left_of", (0.5, 0.5, 0.5), (1.01, 0, 0, 0), (1, 0), {}),
        ("in_front_of", (0.5, 0.5, 0.5), (0, 0, 1.01, 0), (0, 1), {}),
        ("behind", (0.5, 0.5, 0.5), (1.2, 0, -2.0, 0), (-1, 0), {}),
        ("inside", (0.5, 0.5, 0.5), (0.75, 0.5, 0, 0), (-1, 0), {}),
        ("under", (0.5, 0.5, 0.5), (1.0, 0, 0, 0), (-1, 0), {}),
    ],
)  # fmt: skip
def test_the_residual_is_zero_at_the_border_and_falls_inward(kind, a, border, inward, parameters):
    problem = problem_of({"a": Thing(a), "b": Thing((2.0, 2.0, 2.0))}, (kind, "a", "b", parameters))
    (constraint,) = problem.constraints
    pose = np.array(border, dtype=float)
    step = np.array([inward[0], 0, inward[1], 0]) * 0.1
    b = np.zeros(4)
    assert residual(constraint, problem, [pose, b]) == pytest.approx(0.0, abs=1e-9)
    assert residual(constraint, problem, [pose + step, b]) < 0.0 < residual(constraint, problem, [pose - step, b])


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([*PAIRS, "hanging", "on_wall", "against_wall", "in_corner"]), size, size, place, place)
def test_following_the_gradient_lowers_what_fails(kind, a, b, pose_a, pose_b):
    b_name = None if kind in ("hanging", "on_wall", "against_wall", "in_corner") else "b"
    problem = problem_of({"a": Thing(a), "b": Thing(b)}, (kind, "a", b_name, {}))
    (constraint,) = problem.constraints
    # off the places from which two ways are equally short
    pose, other = np.array(pose_a) + [0.0137, 0.0019, 0.0211, 0.0071], np.array(pose_b)

    def at(poses):
        return residual(constraint, problem, [poses] + ([other] if b_name else []))

    value = float(at(pose))
    assume(value > tolerance(constraint) + 0.05)
    step = 1e-5
    gradient = np.array([(at(pose + step * e) - at(pose - step * e)) / (2 * step) for e in np.eye(4)])
    length = np.linalg.norm(gradient)
    assert length > 1e-3  # no plateau
    shorter = [float(at(pose - t * gradient / length)) for t in (1e-2, 1e-3, 1e-4, 1e-6)]
    assert min(shorter) < value


def test_many_candidates_are_judged_in_one_call():
    things = FOUR
    problem = problem_of(
        things,
        ("around", CHAIRS, "table", {}),
        ("clear", "table", None, {"front": 0.2}),
        ("near", "chair1", "table", {}),
    )
    poses = poses_of(things)
    rng = np.random.default_rng(0)
    candidates = poses[2] + rng.normal(0, 0.3, (50, 4)) * [1, 0, 1, 1]
    for constraint in problem.constraints:
        given = [candidates if i == 2 else poses[i] for i in constraint.bodies]
        at_once = residual(constraint, problem, given)
        assert at_once.shape == (50,)
        single = [
            float(residual(constraint, problem, [c if i == 2 else poses[i] for i in constraint.bodies]))
            for c in candidates
        ]
        assert at_once == pytest.approx(single)
    several = np.stack([np.where(np.arange(5)[:, None] == 2, c, poses) for c in candidates])
    assert residuals(problem, several).shape == (50, 3)


def test_a_mouse_beside_a_keyboard_is_mostly_beyond_its_side():
    """A centimetre of tolerance is a third of its half width: it is not to be granted of that."""
    things = {"keyboard": Thing((0.44, 0.02, 0.14)), "mouse": Thing((0.06, 0.04, 0.11), (-0.215, 0, 0.1))}
    problem = problem_of(things, ("right_of", "mouse", "keyboard", {}))
    constraint = problem.constraints[0]
    keyboard, mouse = problem.bodies.initial
    assert not holds(constraint, residual(constraint, problem, [mouse, keyboard]))
    assert holds(constraint, residual(constraint, problem, [mouse + [-0.006, 0, 0, 0], keyboard]))

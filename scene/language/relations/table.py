"""The relations of the Scene Language, one row each: arguments, meaning, other forms, a picture.

``docs/relations.md`` is made from this table by :mod:`scenewright.scene.layout.relations.reference`.
"""

from __future__ import annotations

from scenewright.scene.language.relations.kinds import (
    ACROSS,
    AROUND,
    CLEAR,
    FACING,
    FAR,
    NEAR,
    NEXT_TO,
    Block,
    Parameter,
    RelationForm,
    RelationKind,
    RelationName,
    RelationPicture,
    RelationView,
    Takes,
)

__all__ = ["KINDS"]

_A = Parameter("a", Takes.NAME)
_B = Parameter("b", Takes.NAME)
_ITEMS = Parameter("items", Takes.NAMES)
_FRAME = Parameter("frame", Takes.FRAME, None)
_WALL = Parameter("wall", Takes.WALL, None)
_AXIS = Parameter("axis", Takes.AXIS)
_PAIR = (_A, _B)
_SIDED = (*_PAIR, _FRAME)

_SUPPORT = "What holds things up"
_AT_WALLS = "At the walls"
_DISTANCE = "How far"
_DIRECTION = "Where, as b sees it"
_ANGLE = "Which way"
_ARRANGEMENT = "Arrangements"
_TOGETHER = "How things are put together"

_ROOM = (4.0, 3.0, 2.5)
"""Width, depth and height of the room in pictures of walls. Metres."""


def _desk(x: float = 0.0, z: float = 0.0, turn: float = 0.0) -> Block:
    return Block((1.2, 0.75, 0.6), (x, 0.0, z), turn, words="desk")


def _chair(x: float, z: float, turn: float = 0.0) -> Block:
    return Block((0.5, 0.9, 0.5), (x, 0.0, z), turn, words="chair")


def _sofa(x: float = 0.0, z: float = 0.0, turn: float = 0.0) -> Block:
    return Block((1.8, 0.8, 0.8), (x, 0.0, z), turn, words="sofa")


def _bed(x: float = 0.0, z: float = 0.0, turn: float = 0.0) -> Block:
    return Block((1.4, 0.5, 2.0), (x, 0.0, z), turn, words="bed")


def _stand(x: float, z: float, turn: float = 0.0, words: str = "nightstand") -> Block:
    return Block((0.45, 0.5, 0.4), (x, 0.0, z), turn, words)


def _stool(x: float, z: float) -> Block:
    return _stand(x, z, words="stool")


def _bin(x: float, z: float) -> Block:
    return _stand(x, z, words="waste bin")


def _lamp(x: float, y: float, z: float = 0.0) -> Block:
    return Block((0.2, 0.4, 0.2), (x, y, z), words="table lamp")


def _table(x: float = 0.0, z: float = 0.0) -> Block:
    return Block((1.6, 0.75, 0.9), (x, 0.0, z), words="dining table")


def _picture(x: float, y: float, z: float) -> Block:
    return Block((0.8, 0.6, 0.04), (x, y, z), words="framed picture")


def _beside(side: str, x: float, z: float, otherwise: tuple[float, float]) -> RelationPicture:
    things = {"bed": _bed(), "stand": _stand(x, z)}
    return RelationPicture(f"{side}('stand', 'bed')", things, {"stand": _stand(*otherwise)})


_ROWS = (
    # -- what holds things up ------------------------------------------------------------------------------------------
    RelationKind(
        RelationName.ON,
        _SUPPORT,
        _PAIR,
        "`a` stands on a level surface of `b`, and its middle is over that surface.",
        RelationPicture("on('lamp', 'desk')", {"desk": _desk(), "lamp": _lamp(0.3, 0.75)}, {"lamp": _lamp(0.3, 0.95)}, RelationView.FRONT),
        (
            RelationForm("on(['lamp', 'cup'], 'desk')", "on('lamp', 'desk'), on('cup', 'desk')"),
            RelationForm("on('lamp', surface='desk')", "on('lamp', 'desk')"),
            RelationForm("on('chair', 'scene')", "on('chair', 'room')"),
            RelationForm("on('chair', 'ground')", "on('chair', 'floor')"),
            RelationForm("'the lamp is on the desk'", "on('lamp', 'desk')"),
            RelationForm("{'kind': 'on', 'a': 'lamp', 'b': 'desk'}", "on('lamp', 'desk')"),
        ),
        ("on_top_of", "on_top", "atop", "stands_on", "sits_on"),
        room=True,
    ),
    RelationKind(
        RelationName.INSIDE,
        _SUPPORT,
        _PAIR,
        "`a` lies between the sides of `b`, and at least half of it (or of `b`, where that is lower) is below the top of `b`.",
        RelationPicture(
            "inside('book', 'box')",
            {"box": Block((0.8, 0.5, 0.6), words="cardboard box"), "book": Block((0.3, 0.35, 0.2), (0.1, 0.02, 0.0), words="book")},
            {"book": Block((0.3, 0.35, 0.2), (0.45, 0.02, 0.0), words="book")},
            RelationView.FRONT,
        ),
        (RelationForm("inside('book', container='box')", "inside('book', 'box')"),),
        ("in", "within"),
        room=True,
    ),
    RelationKind(
        RelationName.UNDER,
        _SUPPORT,
        _PAIR,
        "`a` is below `b`, or fits under its top on the same level, and seen from above the middle of one lies within the other.",
        RelationPicture(
            "under('box', 'desk')",
            {"desk": _desk(), "box": Block((0.4, 0.3, 0.4), (-0.25, 0.0, 0.05), words="cardboard box")},
            {"box": Block((0.4, 0.3, 0.4), (0.9, 0.0, 0.0), words="cardboard box")},
            RelationView.FRONT,
        ),
        (),
        ("below", "beneath", "underneath"),
    ),
    RelationKind(
        RelationName.ABOVE,
        _SUPPORT,
        _PAIR,
        "`b` is under `a`.",
        RelationPicture(
            "above('picture', 'sofa')",
            {"sofa": _sofa(0.0, -1.1), "picture": _picture(0.2, 1.2, -1.48)},
            {"picture": _picture(1.4, 1.2, -1.48)},
            RelationView.FRONT,
            (4.0, 3.0, 2.2),
        ),
        (),
        ("over",),
    ),
    RelationKind(
        RelationName.HANGING,
        _SUPPORT,
        (_A,),
        "The top of `a` touches the ceiling.",
        RelationPicture(
            "hanging('pendant')",
            {"pendant": Block((0.4, 0.7, 0.4), (0.0, 1.8, 0.0), words="pendant lamp")},
            {"pendant": Block((0.4, 0.7, 0.4), (0.0, 1.3, 0.0), words="pendant lamp")},
            RelationView.FRONT,
            _ROOM,
        ),
        (
            RelationForm("hanging('pendant', 'ceiling')", "hanging('pendant')"),
            RelationForm("hanging('picture', 'back wall')", "on_wall('picture', wall='back')"),
        ),
        ("hang", "hung"),
    ),
    RelationKind(
        RelationName.ON_WALL,
        _SUPPORT,
        (_A, Parameter("height", Takes.NUMBER, None), _WALL),
        "The back of `a` is flat on a wall, the named one if one is named, and its bottom is at the height that is asked for.",
        RelationPicture(
            "on_wall('picture', 1.2)",
            {"picture": _picture(0.0, 1.2, -1.48)},
            {"picture": _picture(0.0, 1.2, -1.1)},
            RelationView.SIDE,
            _ROOM,
        ),
        (
            RelationForm("on_wall('picture', 'back')", "on_wall('picture', wall='back')"),
            RelationForm("on_wall('picture', 'back', 1.5)", "on_wall('picture', 1.5, 'back')"),
            RelationForm("on_wall('picture', wall='back_wall', y=1.5)", "on_wall('picture', 1.5, 'back')"),
        ),
        ("mounted", "mounted_on_wall"),
    ),
    # -- at the walls --------------------------------------------------------------------------------------------------
    RelationKind(
        RelationName.AGAINST_WALL,
        _AT_WALLS,
        (_A, _WALL),
        "The back of `a`, or the long side of what is much longer than wide, is at a wall and parallel to it.",
        RelationPicture("against_wall('sofa', 'back')", {"sofa": _sofa(0.4, -1.07)}, {"sofa": _sofa(0.4, -0.5)}, RelationView.TOP, _ROOM),
        (
            RelationForm("against_wall('bed', 'back_wall')", "against_wall('bed', 'back')"),
            RelationForm("against_wall('bed', 'north')", "against_wall('bed', 'back')"),
            RelationForm("against_wall(['bed', 'desk'], 'back')", "against_wall('bed', 'back'), against_wall('desk', 'back')"),
            RelationForm("against_wall('bed', 'room')", "against_wall('bed')"),
        ),
        ("wall", "against", "against_the_wall"),
    ),
    RelationKind(
        RelationName.IN_CORNER,
        _AT_WALLS,
        (_A, Parameter("corner", Takes.CORNER, None)),
        "`a` is near two walls that meet, those of the named corner if one is named.",
        RelationPicture(
            "in_corner('plant', 'back_left')",
            {"plant": Block((0.5, 1.0, 0.5), (-1.6, 0.0, -1.1), words="potted plant")},
            {"plant": Block((0.5, 1.0, 0.5), (0.2, 0.0, -1.1), words="potted plant")},
            RelationView.TOP,
            _ROOM,
        ),
        (
            RelationForm("in_corner('plant', 'left', 'back')", "in_corner('plant', 'back_left')"),
            RelationForm("in_corner('plant', 'northwest')", "in_corner('plant', 'back_left')"),
            RelationForm("in_corner('plant', wall='back')", "in_corner('plant', 'back')"),
        ),
        ("corner", "in_the_corner"),
    ),
    # -- how far -------------------------------------------------------------------------------------------------------
    RelationKind(
        RelationName.NEXT_TO,
        _DISTANCE,
        _PAIR,
        f"The nearest points of `a` and `b` are {NEXT_TO[0]:g} to {NEXT_TO[1]:g} m apart.",
        RelationPicture("next_to('stand', 'bed')", {"bed": _bed(), "stand": _stand(1.1, -0.6)}, {"stand": _stand(1.9, -0.6)}),
        (
            RelationForm("next_to('stand', 'bed', distance=0.3)", "near('stand', 'bed', 0.0, 0.3)"),
            RelationForm("next_to('stand', 'bed', 0.3)", "near('stand', 'bed', 0.0, 0.3)"),
            RelationForm("next_to(['stand', 'bed'])", "next_to('stand', 'bed')"),
        ),
        ("beside", "adjacent", "adjacent_to"),
        room=True,
    ),
    RelationKind(
        RelationName.NEAR,
        _DISTANCE,
        (*_PAIR, Parameter("lo", Takes.NUMBER, NEAR[0]), Parameter("hi", Takes.NUMBER, NEAR[1])),
        "The nearest points of `a` and `b` are `lo` to `hi` metres apart.",
        RelationPicture("near('chair', 'desk')", {"desk": _desk(), "chair": _chair(1.7, 0.1)}, {"chair": _chair(2.8, 0.1)}),
        (
            RelationForm("near('chair', 'desk', 1.0)", "near('chair', 'desk', 0.0, 1.0)"),
            RelationForm("near('chair', 'desk', distance=1.0)", "near('chair', 'desk', 0.0, 1.0)"),
            RelationForm("near('chair', 'desk', (0.2, 0.6))", "near('chair', 'desk', 0.2, 0.6)"),
            RelationForm("near('chair', 'desk', min_distance=0.2, max_distance=0.6)", "near('chair', 'desk', 0.2, 0.6)"),
            RelationForm("'near(chair, desk, hi=0.6)'", "near('chair', 'desk', 0.0, 0.6)"),
            RelationForm("('near', 'chair', 'desk', 0.2, 0.6)", "near('chair', 'desk', 0.2, 0.6)"),
        ),
        ("close_to", "by"),
        room=True,
    ),
    RelationKind(
        RelationName.ACROSS,
        _DISTANCE,
        _PAIR,
        f"The nearest points of `a` and `b` are {ACROSS[0]:g} to {ACROSS[1]:g} m apart, and `a` faces `b`.",
        RelationPicture(
            "across('sofa', 'tv')",
            {"sofa": _sofa(0.0, -1.2), "tv": Block((1.2, 0.7, 0.2), (0.1, 0.0, 1.2), 180.0, words="television")},
            {"sofa": _sofa(0.0, -1.2, 180.0)},
        ),
        (RelationForm("across('sofa', 'tv', 3.0)", "across('sofa', 'tv')"),),
        ("opposite", "across_from", "opposite_to"),
    ),
    RelationKind(
        RelationName.FAR,
        _DISTANCE,
        _PAIR,
        f"The nearest points of `a` and `b` are more than {FAR:g} m apart.",
        RelationPicture("far('bin', 'desk')", {"desk": _desk(-2.2), "bin": _bin(2.9, 0.2)}, {"bin": _bin(0.4, 0.2)}),
        (RelationForm("far('bin', 'desk', 3.0)", "near('bin', 'desk', 3.0, 100.0)"),),
        ("far_from", "far_away_from"),
    ),
    # -- where ---------------------------------------------------------------------------------------------------------
    RelationKind(
        RelationName.LEFT_OF,
        _DIRECTION,
        _SIDED,
        "`a` is beyond the side at the own left hand of `b` (+x where it faces +z), and abreast of it.",
        _beside("left_of", 1.1, -0.4, (-1.1, -0.4)),
        (
            RelationForm("left_of('stand', 'bed', 'view')", "left_of('stand', 'bed', frame='view')"),
            RelationForm("left_of('stand', 'bed', frame='camera')", "left_of('stand', 'bed', frame='view')"),
            RelationForm("left_of('stand', 'bed', 0.3)", "left_of('stand', 'bed')"),
        ),
        ("left", "to_the_left_of"),
    ),
    RelationKind(
        RelationName.RIGHT_OF,
        _DIRECTION,
        _SIDED,
        "`a` is beyond the side at the own right hand of `b`, and abreast of it.",
        _beside("right_of", -1.1, -0.4, (1.1, -0.4)),
        (),
        ("right", "to_the_right_of"),
    ),
    RelationKind(
        RelationName.IN_FRONT_OF,
        _DIRECTION,
        _SIDED,
        "`a` is before the front of `b`, and abreast of it.",
        RelationPicture(
            "in_front_of('table', 'sofa')",
            {"sofa": _sofa(0.0, -0.5), "table": Block((1.0, 0.4, 0.5), (0.1, 0.0, 0.5), words="coffee table")},
            {"table": Block((1.0, 0.4, 0.5), (1.7, 0.0, -0.4), words="coffee table")},
        ),
        (),
        ("front_of", "front", "before"),
    ),
    RelationKind(
        RelationName.BEHIND,
        _DIRECTION,
        _SIDED,
        "`a` is behind the back of `b`, and abreast of it.",
        RelationPicture(
            "behind('shelf', 'sofa')",
            {"sofa": _sofa(0.0, 0.3), "shelf": Block((1.0, 1.2, 0.3), (0.2, 0.0, -0.5), words="bookshelf")},
            {"shelf": Block((1.0, 1.2, 0.3), (0.2, 0.0, 1.2), words="bookshelf")},
        ),
        (),
        ("back_of", "in_back_of"),
    ),
    # -- which way -----------------------------------------------------------------------------------------------------
    RelationKind(
        RelationName.FACING,
        _ANGLE,
        _PAIR,
        f"The line straight ahead of the front of `a` meets `b`, or passes it by at most {FACING:g} degrees; of a desk, a "
        "workbench or a piano of the catalogue it is the line of sight of the people at it, over its back.",
        RelationPicture(
            "facing('chair', 'tv')",
            {"chair": _chair(-1.0, 0.4, 112.0), "tv": Block((1.0, 0.7, 0.2), (1.0, 0.0, -0.4), -90.0, words="television")},
            {"chair": _chair(-1.0, 0.4, 30.0)},
        ),
        (
            RelationForm("facing('sofa', target='tv')", "facing('sofa', 'tv')"),
            RelationForm("facing(['sofa', 'chair'], 'tv')", "facing('sofa', 'tv'), facing('chair', 'tv')"),
            RelationForm("facing('chair', (0, 0, 0))", "facing('chair', 'room')"),
            RelationForm("facing('chair', 'back')", "facing('chair', 'room/wall_back')"),
        ),
        ("faces", "face", "facing_towards", "facing_toward", "looking_at"),
        room=True,
    ),
    RelationKind(
        RelationName.ALIGNED,
        _ANGLE,
        (*_PAIR, _AXIS),
        "The middles agree along the axis, or stand in a row along it: it is read as what needs less change to the written places.",
        RelationPicture(
            "aligned('desk_1', 'desk_2', 'x')",
            {"desk_1": _desk(-0.9, 0.0), "desk_2": _desk(0.9, 0.02)},
            {"desk_2": _desk(0.9, 0.5)},
        ),
        (
            RelationForm("aligned(['desk', 'desk_1', 'desk_2'], 'x')", "aligned('desk', 'desk_1', 'desk_2', axis='x')"),
            RelationForm("aligned('desk_1', 'desk_2', direction='x-axis')", "aligned('desk_1', 'desk_2', 'x')"),
        ),
        ("aligned_with", "align", "in_line_with"),
        or_items=True,
        room=True,
    ),
    RelationKind(
        RelationName.PARALLEL,
        _ANGLE,
        _PAIR,
        "`a` and `b` point the same way, or opposite ways.",
        RelationPicture(
            "parallel('desk', 'sofa')",
            {"desk": _desk(0.0, -0.9, 20.0), "sofa": _sofa(0.0, 0.5, 200.0)},
            {"desk": _desk(0.0, -0.9, -25.0)},
        ),
        (RelationForm("parallel('desk', 'sofa', 'bed')", "parallel('sofa', 'desk'), parallel('bed', 'desk')"),),
        ("parallel_to",),
        room=True,
    ),
    # -- arrangements --------------------------------------------------------------------------------------------------
    RelationKind(
        RelationName.CENTERED,
        _ARRANGEMENT,
        _PAIR,
        "The middle of `a` is that of `b`, or lies straight before, behind or beside it.",
        RelationPicture(
            "centered('table', 'sofa')",
            {"sofa": _sofa(0.0, -0.5), "table": Block((1.0, 0.4, 0.5), (0.04, 0.0, 0.5), words="coffee table")},
            {"table": Block((1.0, 0.4, 0.5), (0.6, 0.0, 0.5), words="coffee table")},
        ),
        (RelationForm("centered('table')", "centered('table', 'room')"),),
        ("centred", "center", "centre"),
        room=True,
    ),
    RelationKind(
        RelationName.AROUND,
        _ARRANGEMENT,
        (_ITEMS, _B),
        f"Each item is at most {AROUND:g} m from `b`, seats face it, and the items are spread about its edge.",
        RelationPicture(
            "around(['chair_1', 'chair_2', 'chair_3', 'chair_4'], 'table')",
            {
                "table": _table(),
                "chair_1": _chair(-0.4, 0.8, 180.0),
                "chair_2": _chair(0.4, 0.8, 180.0),
                "chair_3": _chair(-0.4, -0.8),
                "chair_4": _chair(0.4, -0.8),
            },
            {"chair_3": _chair(-1.2, 0.8, 180.0), "chair_4": _chair(1.2, 0.8, 180.0)},
        ),
        (
            RelationForm("around('table', ['chair_1', 'chair_2'])", "around(['chair_1', 'chair_2'], 'table')"),
            RelationForm("around(center='table', items=['chair_1', 'chair_2'])", "around(['chair_1', 'chair_2'], 'table')"),
            RelationForm("around('chair_1', 'chair_2', 'table')", "around(['chair_1', 'chair_2'], 'table')"),
            RelationForm("around('table', 'stool')", "around('stool', 'table')"),
        ),
        ("surrounding",),
    ),
    RelationKind(
        RelationName.SPACED,
        _ARRANGEMENT,
        (_ITEMS, _AXIS),
        "The gaps between neighbours along the axis are equal, and none is an overlap.",
        RelationPicture(
            "spaced(['stool_1', 'stool_2', 'stool_3'], 'x')",
            {"stool_1": _stool(-1.1, 0.0), "stool_2": _stool(0.0, 0.1), "stool_3": _stool(1.1, -0.1)},
            {"stool_2": _stool(0.5, 0.1)},
        ),
        (
            RelationForm("spaced('desk_1', 'desk_2', 'desk_3', axis='x')", "spaced(['desk_1', 'desk_2', 'desk_3'], 'x')"),
            RelationForm("spaced(['desk_1', 'desk_2', 'desk_3'], 'x', 0.5)", "spaced(['desk_1', 'desk_2', 'desk_3'], 'x')"),
        ),
        ("evenly_spaced",),
    ),
    RelationKind(
        RelationName.IN_ROW,
        _ARRANGEMENT,
        (_ITEMS, Parameter("along", Takes.ALONG, None)),
        "The things stand in one row: along 'x' their middles share z, along 'z' they share x, and along 'wall' the row runs beside "
        "the nearest wall.",
        RelationPicture(
            "in_row(['shelf_1', 'shelf_2', 'shelf_3'], 'wall')",
            {
                "shelf_1": Block((0.8, 1.8, 0.4), (-1.2, 0.0, -1.3), words="bookshelf"),
                "shelf_2": Block((0.8, 1.8, 0.5), (-0.1, 0.0, -1.25), words="bookshelf"),
                "shelf_3": Block((0.8, 1.8, 0.4), (1.0, 0.0, -1.3), words="bookshelf"),
            },
            {"shelf_2": Block((0.8, 1.8, 0.5), (-0.1, 0.0, -0.8), words="bookshelf")},
            RelationView.TOP,
            _ROOM,
        ),
        (
            RelationForm("in_row('desk_1', 'desk_2', 'desk_3')", "in_row(['desk_1', 'desk_2', 'desk_3'])"),
            RelationForm("in_row('desk_1', 'desk_2', 'desk_3', 'x')", "in_row(['desk_1', 'desk_2', 'desk_3'], 'x')"),
            RelationForm("in_row(['desk_1', 'desk_2'], axis='x')", "in_row(['desk_1', 'desk_2'], along='x')"),
            RelationForm("in_row(['desk_1', 'desk_2'], 'back')", "in_row(['desk_1', 'desk_2'], along='x')"),
        ),
        ("row", "in_a_row", "in_line", "lined_up"),
    ),
    RelationKind(
        RelationName.SYMMETRIC,
        _ARRANGEMENT,
        (*_PAIR, Parameter("about", Takes.NAME)),
        "`b` is the mirror image of `a` in a middle plane of `about`, left to right or front to back.",
        RelationPicture(
            "symmetric('stand_1', 'stand_2', 'bed')",
            {"bed": _bed(), "stand_1": _stand(-1.1, -0.7), "stand_2": _stand(1.1, -0.7)},
            {"stand_2": _stand(1.4, 0.1)},
        ),
        (
            RelationForm("symmetric(['stand', 'lamp'], 'bed')", "symmetric('stand', 'lamp', 'bed')"),
            RelationForm("symmetric('stand', 'lamp')", "symmetric('stand', 'lamp', 'room')"),
            RelationForm("symmetric('stand', 'lamp', axis='x')", "symmetric('stand', 'lamp', 'room')"),
        ),
        ("mirrored",),
        room=True,
    ),
    RelationKind(
        RelationName.CLEAR,
        _ARRANGEMENT,
        (_A, Parameter("front", Takes.NUMBER, CLEAR)),
        "Nothing stands within `front` metres before the front of `a`, and no wall does.",
        RelationPicture(
            "clear('wardrobe', 0.8)",
            {"wardrobe": Block((1.2, 2.0, 0.6), (0.0, 0.0, -1.2), words="wardrobe"), "chair": _chair(1.2, 0.2)},
            {"chair": _chair(0.3, -0.4)},
            RelationView.TOP,
            _ROOM,
        ),
        (RelationForm("clear('wardrobe', distance=0.8)", "clear('wardrobe', 0.8)"),),
    ),
    # -- how things are put together -----------------------------------------------------------------------------------
    RelationKind(
        RelationName.JOINED,
        _TOGETHER,
        (_ITEMS,),
        "The things are one rigid body: the layout moves and turns them together.",
        RelationPicture(
            "joined('seat', 'back_rest')",
            {"seat": Block((0.8, 0.45, 0.7)), "back_rest": Block((0.8, 0.9, 0.15), (0.0, 0.0, -0.42))},
            view=RelationView.SIDE,
        ),
        (
            RelationForm("joined(['sofa', 'lamp'])", "joined('sofa', 'lamp')"),
            RelationForm("joined(a='sofa', b='lamp')", "joined('sofa', 'lamp')"),
        ),
        ("joined_to", "fused", "one_body"),
        solved=False,
    ),
    RelationKind(
        RelationName.EMBEDDED_IN,
        _TOGETHER,
        _PAIR,
        "`a` sits in `b` and may overlap it, as a sink sits in a worktop.",
        RelationPicture(
            "embedded_in('sink', 'worktop')",
            {"worktop": Block((1.8, 0.9, 0.6)), "sink": Block((0.6, 0.25, 0.45), (0.2, 0.68, 0.0), words="sink")},
            view=RelationView.FRONT,
        ),
        (),
        ("embedded", "sunk_into", "recessed_in", "built_into", "set_into"),
        solved=False,
    ),
    RelationKind(
        RelationName.FIXED,
        _TOGETHER,
        (_ITEMS,),
        "The layout never moves the things.",
        RelationPicture("fixed('counter')", {"counter": Block((1.8, 0.9, 0.6), words="kitchen counter")}),
        (RelationForm("fixed(['sofa', 'bed'])", "fixed('sofa', 'bed')"),),
        ("pinned", "immovable"),
        solved=False,
    ),
)  # fmt: skip

KINDS: dict[str, RelationKind] = {row.kind.value: row for row in _ROWS}

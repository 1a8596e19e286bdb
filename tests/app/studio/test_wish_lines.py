"""What the log of a job says of a wish."""

from scenewright.app.studio.wish_lines import wish_lines


def test_each_part_of_the_wish_is_told() -> None:
    read = [
        {"about": "thing", "says": "a sofa", "shown": True, "why": ""},
        {"about": "thing", "says": "a unicorn", "shown": False, "why": "a toy animal stands in for it"},
        {"about": "room", "says": "it is cosy", "shown": None, "why": "nothing measures it"},
        {"about": "words", "says": "flibber", "shown": None, "why": ""},
    ]
    assert list(wish_lines({"read": read, "notes": ["moved the sofa by 3 cm"]})) == [
        "shown: a sofa",
        "not shown: a unicorn: a toy animal stands in for it",
        "not judged: it is cosy: nothing measures it",
        "not understood: flibber",
        "moved the sofa by 3 cm",
    ]


def test_other_results_say_nothing() -> None:
    assert list(wish_lines({"notes": ["a note"], "files": []})) == []


def test_remarks_are_told_where_no_clause_is_judged() -> None:
    assert list(wish_lines({"read": None, "notes": ["only a.png was used"]})) == ["only a.png was used"]

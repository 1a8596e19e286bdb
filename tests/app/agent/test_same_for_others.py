"""*The other one too*: the last change at other things, whatever it was; and phrases that choose several of many."""

from pathlib import Path

import pytest

from tests.support.said_edits import SaidBlock, SaidTurn, judged_block


@pytest.mark.parametrize(
    "turns",
    [
        (
            ("put the vase on the coffee table", "moved vase; on vase coffee_table"),
            ("the left book too", "on book[1] coffee_table"),
        ),
        (
            ("replace the picture on the right with a mirror", "replaced picture[2] mirror"),
            ("the left picture as well", "replaced picture[1] mirror"),
        ),
        (
            ("turn the armchair toward the sofa", "moved armchair; faces armchair sofa"),
            ("undo that", "before 1"),
        ),
        (
            ("remove the vase", "gone vase"),
            ("sorry, that was a mistake, put it back", "before 1"),
        ),
        (
            ("put a stool on each side of the coffee table", "added stool 2; near new coffee_table 0.6; near new[1] coffee_table 0.6"),
        ),
    ],
)  # fmt: skip
def test_what_was_said_is_done(turns: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    said = [SaidTurn(text, tuple(check.strip() for check in checks.split(";"))) for text, checks in turns]
    wrong = [
        (turn.text, why) for turn, why, _ in judged_block(SaidBlock("living_room", (), said), tmp_path / "scene") if why
    ]
    assert not wrong

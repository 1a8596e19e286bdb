"""Edits stay sound: what collides after one is moved as little as helps, or the edit is refused until the person insists."""

from __future__ import annotations

from pathlib import Path

from tests.support.said_edits import SaidBlock, SaidTurn, judged_block


def _held(tmp_path: Path, scene: str, *turns: tuple[str, str]) -> None:
    block = SaidBlock(
        scene, turns=[SaidTurn(text, tuple(c.strip() for c in checks.split(";"))) for text, checks in turns]
    )
    wrong = [f"{said.text}: {why}" for said, why, _ in judged_block(block, tmp_path / "scene") if why]
    assert not wrong, "\n".join(wrong)


def test_a_sofa_that_turns_around_comes_off_its_wall(tmp_path: Path) -> None:
    _held(tmp_path, "lounge", ("turn the sofa around", "turned sofa 180; clearfront sofa 0.55; says off the back wall"))


def test_a_motion_ends_at_what_is_in_the_way(tmp_path: Path) -> None:
    _held(
        tmp_path,
        "lounge",
        ("move the floor lamp 2 m to the left", "dir floor_lamp -1 0 0; wall floor_lamp -x 0.1; says wall"),
        ("move it 2 m to the left", "refuses; says do it anyway"),
    )


def test_insisting_does_what_was_refused(tmp_path: Path) -> None:
    _held(
        tmp_path,
        "kidsroom",
        ("make the bunk bed twice as big", "refuses; says do it anyway"),
        ("do it anyway", "factor bunk_bed 2"),
    )


def test_a_word_inside_another_names_nothing(tmp_path: Path) -> None:
    _held(tmp_path, "bath", ("remove the tools", "refuses; says no tool here"))


def test_what_is_not_here_is_added_and_told(tmp_path: Path) -> None:
    _held(
        tmp_path,
        "lounge",
        ("put the cat on the armchair", "added cat 1; says there was no cat here, so i added"),
        ("no, the other one", "moved cat; on cat armchair[1]"),
        ("move the dog to the sofa", "refuses; says add a dog"),
    )


def test_chairs_make_way_for_a_turning_table(tmp_path: Path) -> None:
    _held(tmp_path, "diner", ("rotate the table by 45 degrees", "turned table 45; says pushed"))

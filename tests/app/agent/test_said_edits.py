"""What people say to a scene does what they mean: dialogues on several rooms, judged by the scenes before and after.

Some dialogues of each file are held here; ``python -m tests.benchmarks.bench_chat`` holds all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.locations import REPOSITORY
from tests.support.said_edits import judged_block, read_blocks
from tests.support.samples import some_of

LEAST = {
    "practice.txt": 0.9,
    "held_out.txt": 0.85,
    "held_out_later.txt": 0.85,
    "fresh_rooms.txt": 0.85,
    "fresh_rooms_later.txt": 0.75,
    "sixty.txt": 0.85,
    "sixty_later.txt": 0.75,
}
"""Shares of sentences that do what they must. Of so few, one is some percent."""
MOST = {
    "practice.txt": 7,
    "held_out.txt": 8,
    "held_out_later.txt": 8,
    "fresh_rooms.txt": 2,
    "fresh_rooms_later.txt": 2,
    "sixty.txt": 3,
    "sixty_later.txt": 2,
}
"""Dialogues. Those of the first three files have one or two sentences, the others three or four."""


@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST)
def test_sentences_do_what_they_mean(name: str, tmp_path: Path) -> None:
    blocks = some_of(read_blocks(name), MOST[name])
    turns = [turn for n, block in enumerate(blocks) for turn in judged_block(block, tmp_path / f"scene_{n}")]
    wrong = [f"{said.text}: {why}" for said, why, _ in turns if why]
    assert len(turns) >= 6
    assert 1.0 - len(wrong) / len(turns) >= LEAST[name], "\n".join(wrong)


def test_no_room_of_the_dialogues_hides_a_scene_of_the_queries() -> None:
    rooms = {path.name for path in (REPOSITORY / "tests" / "data" / "chat" / "rooms").glob("*.py")}
    assert not rooms & {path.name for path in (REPOSITORY / "tests" / "queries" / "scenes").glob("*.py")}

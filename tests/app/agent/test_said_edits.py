"""What people say to a scene does what they mean: dialogues on several rooms, judged by the scenes before and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.said_edits import judged_block, read_blocks

LEAST = {"practice.txt": 0.95, "held_out.txt": 0.9, "held_out_later.txt": 0.88}
"""Shares of sentences that do what they must."""


@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST)
def test_sentences_do_what_they_mean(name: str, tmp_path: Path) -> None:
    turns = [turn for n, block in enumerate(read_blocks(name)) for turn in judged_block(block, tmp_path / f"scene_{n}")]
    wrong = [f"{said.text}: {why}" for said, why, _ in turns if why]
    assert len(turns) >= 60
    assert 1.0 - len(wrong) / len(turns) >= LEAST[name], "\n".join(wrong)

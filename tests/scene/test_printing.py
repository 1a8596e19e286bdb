"""Text of strangers, made safe to show."""

from __future__ import annotations

import json

import pytest

from scenewright.scene.printing import is_printable, json_line, printable

UNSEEN = ("\x1b", "\u200b", "\u202e", "\u034f", "\u115f", "\u2800", "\u3164", "\uffa0", "\ud800", "\U000e0041")


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_what_shows_nothing_is_written_as_an_escape(character: str) -> None:
    text = f"a{character}b"
    assert not is_printable(text)
    assert printable(text) == f"a{character.encode('unicode_escape').decode()}b"
    assert json_line({"name": text}).isascii()
    assert json.loads(json_line({"name": text})) == {"name": text}


@pytest.mark.parametrize("text", ["Würfel 🪑", "長い名前", "❤️ heart", "שלום", "a b"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert printable(text) == text

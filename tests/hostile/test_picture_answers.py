"""Answers of a child that decodes pictures and was taken over: each is an error about the picture, and takes no memory."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psutil
import pytest

from scenewright.scene.pictures import DecodeRequest, answers_of, asking
from scenewright.scene.pictures.server import ChannelLost
from tests.hostile.picture_corpus import honest


class _Forged:
    """In the place of supervisor, server and channel: every child answers with the same bytes."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer

    @contextmanager
    def lend(self, *_: Any, **__: Any) -> Iterator[_Forged]:
        yield self

    def open(self, *_: Any) -> _Forged:
        self.left = self.answer
        return self

    def fill(self, view: memoryview) -> None:
        if len(self.left) < len(view):
            raise ChannelLost
        view[:] = self.left[: len(view)]
        self.left = self.left[len(view) :]

    def close(self) -> None:
        return None


def frame(answer: object, pixels: bytes = b"") -> bytes:
    text = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return struct.pack(">Q", len(text)) + text + pixels


SIZE = {"size": [4, 3]}
ANSWERS = {
    "nothing": b"",
    "half a length": b"\0\0\0",
    "a header of an exabyte": struct.pack(">Q", 1 << 60),
    "a header of a megabyte": frame(b" " * (1 << 20)),
    "no json": frame(b"\xff\xfe{"),
    "nested json": frame(b"[" * 60_000),
    "a list": frame([]),
    "no facts": frame({"shape": [3, 4, 4]}),
    "facts of a list": frame({"facts": [], "shape": [3, 4, 4]}),
    "no size": frame({"facts": {}, "shape": [3, 4, 4]}),
    "a size of texts": frame({"facts": {"size": ["4", "3"]}, "shape": [3, 4, 4]}),
    "a negative size": frame({"facts": {"size": [-4, 3]}}),
    "an endless size": frame(b'{"facts": {"size": [1e999, NaN]}}'),
    "a shape of petabytes": frame({"facts": SIZE, "shape": [1 << 25, 1 << 25, 4]}),
    "a negative shape": frame({"facts": SIZE, "shape": [-3, -4, 4]}),
    "a shape of truths": frame({"facts": SIZE, "shape": [True, True, 4]}),
    "a shape of floats": frame({"facts": SIZE, "shape": [3.0, 4.0, 4.0]}),
    "a shape of another depth": frame({"facts": SIZE, "shape": [3, 4, 3]}, bytes(36)),
    "too few pixels": frame({"facts": SIZE, "shape": [3, 4, 4]}, bytes(47)),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_forged_answer_is_an_error(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(asking, "default_supervisor", lambda: _Forged(ANSWERS[name]))
    before = psutil.Process().memory_info().rss
    (answer,) = answers_of([DecodeRequest(honest(), "rgba")])
    assert answer.pixels is None
    assert "the process that decodes it" in answer.error
    assert psutil.Process().memory_info().rss - before < 100 << 20


def test_the_text_of_a_forged_error_is_plain_and_short(monkeypatch: pytest.MonkeyPatch) -> None:
    forged = _Forged(frame({"error": "\x1b]0;x\x07" + "a" * 5000}))
    monkeypatch.setattr(asking, "default_supervisor", lambda: forged)
    (answer,) = answers_of([DecodeRequest(honest(), "rgba")])
    assert answer.error.isprintable()
    assert len(answer.error) < 320


@pytest.mark.parametrize(
    "facts",
    [
        {"size": [4, 3], "focal": "1", "lens": ["", "", None, None]},
        {"size": [4, 3], "focal": -1.0, "lens": ["", "", None, None]},
        {"size": [4, 3], "focal": None, "lens": [1, 2, 3]},
        {"size": [4, 3], "focal": None, "lens": ["", "", [], {}]},
        {"size": [4, 3], "focal": 1e400, "lens": ["", "", None, None]},
    ],
    ids=range(5),
)
def test_forged_facts_of_a_photograph_are_an_error(monkeypatch: pytest.MonkeyPatch, facts: dict[str, Any]) -> None:
    monkeypatch.setattr(asking, "default_supervisor", lambda: _Forged(frame({"facts": facts})))
    (answer,) = answers_of([DecodeRequest(honest(), "facts")])
    assert "answered with something else" in answer.error

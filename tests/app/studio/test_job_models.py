"""The language models that a page may name, and where its key goes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from scenewright.app.requests import RequestError
from scenewright.app.studio.job_messages import GenerateMessage

HOSTED = ["openai:x", "GPT:x", "openai-chat:x", "openai-responses:x", "claude:x", "anthropic:x", "gemini:x", "google:x"]
LOCAL = ["ollama:x", "vllm:x", "llamacpp:x", "lmstudio:x", "nobody:x", "x"]


def looked_at(model: str | None, *, shared: bool, base_url: str | None = None) -> None:
    folders: Any = SimpleNamespace(settings=SimpleNamespace(shared=shared))
    GenerateMessage(text="a room", model=model, base_url=base_url).look(folders)


def test_a_shared_studio_asks_hosted_models_alone() -> None:
    for model in (*HOSTED, None):
        looked_at(model, shared=True)
    for model in LOCAL:
        with pytest.raises(RequestError, match="asks models of openai, anthropic and google alone"):
            looked_at(model, shared=True)
    with pytest.raises(RequestError):
        looked_at("openai:x", shared=True, base_url="http://10.0.0.1/v1")
    for model in (*HOSTED, *LOCAL):
        looked_at(model, shared=False)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (None, "OPENAI_API_KEY"),
        ("openai-chat:x", "OPENAI_API_KEY"),
        ("openai-responses:x", "OPENAI_API_KEY"),
        ("claude:x", "ANTHROPIC_API_KEY"),
        ("gemini:x", "GOOGLE_API_KEY"),
        ("vllm:x", "VLLM_API_KEY"),
        ("llama.cpp:x", "LLAMACPP_API_KEY"),
        ("A=B\x00:x", "OPENAI_API_KEY"),
    ],
)
def test_a_key_goes_to_the_variable_of_its_provider(model: str | None, name: str) -> None:
    assert GenerateMessage(text="a room", model=model).keys("secret") == {name: "secret"}

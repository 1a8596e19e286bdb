"""The language models that a page may name, and where its key goes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from scenewright.app.requests import RequestError
from scenewright.app.studio import StudioModels
from scenewright.app.studio.model_messages import BriefMessage, GenerateMessage

HOSTED = ["openai:x", "GPT:x", "openai-chat:x", "openai-responses:x", "claude:x", "anthropic:x", "gemini:x", "google:x"]
LOCAL = ["ollama:x", "vllm:x", "llamacpp:x", "lmstudio:x", "nobody:x", "x"]


def looked_at(
    model: str | None, *, shared: bool, base_url: str | None = None, models: StudioModels | None = None
) -> None:
    folders: Any = SimpleNamespace(settings=SimpleNamespace(shared=shared, models=models or StudioModels()))
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
        ("openai-chat:x", "OPENAI_API_KEY"),
        ("openai-responses:x", "OPENAI_API_KEY"),
        ("claude:x", "ANTHROPIC_API_KEY"),
        ("gemini:x", "GOOGLE_API_KEY"),
        ("vllm:x", "VLLM_API_KEY"),
        ("llama.cpp:x", "LLAMACPP_API_KEY"),
        ("A=B\x00:x", "OPENAI_API_KEY"),
    ],
)
def test_a_key_goes_to_the_variable_of_its_provider(model: str, name: str) -> None:
    chosen = GenerateMessage(text="a room", model=model).chosen_model("secret", StudioModels())
    assert chosen is not None
    assert dict(chosen.keys) == {name: "secret"}


def test_no_key_goes_anywhere_without_a_model() -> None:
    assert GenerateMessage(text="a room").chosen_model("secret", StudioModels("openai:own")) is None
    with pytest.raises(RequestError, match="no model"):
        GenerateMessage(text="a room", writer="model").chosen_model("secret", StudioModels("openai:own"))


def test_a_key_of_the_studio_goes_to_no_address_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-the-studio")
    models = StudioModels("openai:own", any_model=True)
    own = BriefMessage(text="a room", writer="model").chosen_model("", models)
    assert own is not None
    assert (own.name, dict(own.keys)) == ("openai:own", {"OPENAI_API_KEY": "of-the-studio"})
    elsewhere = BriefMessage(text="a room", model="openai:own", base_url="http://10.0.0.1/v1").chosen_model("", models)
    assert elsewhere is not None
    assert dict(elsewhere.keys) == {}


def test_a_shared_studio_offers_its_own_model_and_no_other() -> None:
    own = StudioModels("ollama:own", "http://10.0.0.1/v1")
    looked_at("ollama:own", shared=True, models=own)
    with pytest.raises(RequestError):
        looked_at("ollama:other", shared=True, models=own)
    chosen = GenerateMessage(text="a room", model="ollama:own").chosen_model("", own)
    assert chosen is not None
    assert chosen.base_url == "http://10.0.0.1/v1"
    with pytest.raises(RequestError, match="a key of its provider is needed"):
        GenerateMessage(text="a room", model="openai:large").chosen_model("", own)

"""Names of models: which provider, interface, address and key they mean."""

from __future__ import annotations

import asyncio

import pytest

from scenewright.app.language_models import LOCAL_SERVERS, ModelError, open_model
from scenewright.app.language_models.names import read_model_name, shown_address

LOCAL = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("model", "base_url", "interface", "made"),
    [
        ("openai:gpt-6.1-sol", None, "responses", "OpenAIResponsesModel"),
        ("gpt:gpt-6.1-sol", None, "responses", "OpenAIResponsesModel"),
        ("openai-chat:gpt-6.1-sol", None, "chat", "OpenAIChatModel"),
        ("openai-responses:gpt-6.1-sol", None, "responses", "OpenAIResponsesModel"),
        ("openai:any", LOCAL, "chat", "OpenAIChatModel"),
        ("openai-responses:any", LOCAL, "responses", "OpenAIResponsesModel"),
        ("ollama:qwen3:8b", None, "chat", "OpenAIChatModel"),
        ("vllm:Qwen/Qwen3-8B", None, "chat", "OpenAIChatModel"),
        ("llamacpp:any", None, "chat", "OpenAIChatModel"),
        ("lmstudio:any", None, "chat", "OpenAIChatModel"),
        ("anthropic:claude-sonnet-5-5", None, "anthropic", "AnthropicModel"),
        ("Claude:claude-sonnet-5-5", LOCAL, "anthropic", "AnthropicModel"),
        ("google:gemini-3.8-flash", None, "google", "GoogleModel"),
    ],
)
def test_a_name_says_what_is_spoken(model: str, base_url: str | None, interface: str, made: str) -> None:
    assert read_model_name(model, base_url=base_url).interface == interface
    opened = open_model(model, base_url=base_url)
    assert type(opened).__name__ == made
    assert opened.model_name == model.partition(":")[2]


def test_local_servers_have_their_own_address() -> None:
    for provider, address in LOCAL_SERVERS.items():
        opened = open_model(f"{provider}:any")
        assert str(opened.base_url).rstrip("/") == address


def test_a_base_url_of_the_environment_is_a_chat_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", LOCAL)
    name = read_model_name("openai:any")
    assert (name.interface, name.base_url) == ("chat", LOCAL)
    assert read_model_name("openai:any", base_url="http://127.0.0.1:7/v1").base_url == "http://127.0.0.1:7/v1"


@pytest.mark.parametrize("model", ["gpt", "nobody:x", "openai:", ":x", "openai: ", "", "http://x"])
def test_what_is_no_name_shows_the_form(model: str) -> None:
    with pytest.raises(ModelError, match="provider:name") as caught:
        read_model_name(model)
    assert (caught.value.field, caught.value.kind, caught.value.exit_code) == ("model", "name", 14)


@pytest.mark.parametrize(
    "address", ["localhost:8000/v1", "ftp://x/v1", "http://", "http://a b/v1", "http://x:99999/v1", "v1"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ModelError, match="is no address of a server: write it like http://localhost:8000/v1") as caught:
        read_model_name("vllm:x", base_url=address)
    assert caught.value.field == "base_url"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://localhost:8000/v1/", "localhost:8000/v1"),
        ("https://me:secret@host.example/v1?key=secret#secret", "host.example/v1"),
        ("http://[::1]:8000/v1", "[::1]:8000/v1"),
        ("me:secret@host", "host"),
    ],
)
def test_an_address_is_shown_without_secrets(address: str, shown: str) -> None:
    assert shown_address(address) == shown


def test_a_hosted_model_needs_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.delenv(name)
    for model, name in (("openai:x", "OPENAI"), ("anthropic:x", "ANTHROPIC"), ("google:x", "GEMINI")):
        with pytest.raises(ModelError, match=f"{name}_API_KEY: set it, or take a model of a local server") as caught:
            open_model(model)
        assert caught.value.kind == "no-key"
    open_model("ollama:x")
    open_model("openai:x", base_url=LOCAL)


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "clé-secrète", "nul\x00l"])
def test_what_cannot_be_a_key_is_not_shown(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "\x00" in key:
        monkeypatch.setattr("os.environ", {"OPENAI_API_KEY": key})
    else:
        monkeypatch.setenv("OPENAI_API_KEY", key)
    with pytest.raises(ModelError, match="OPENAI_API_KEY cannot be a key") as caught:
        open_model("openai:x")
    assert key not in str(caught.value)


def test_no_key_goes_to_a_server_of_another_provider() -> None:
    """A key of OpenAI goes to the address that a person gave for `openai:`, and to no other local server."""
    assert read_model_name("ollama:x").key() == "not-needed"
    assert read_model_name("vllm:x", base_url=LOCAL).key() == "not-needed"
    assert read_model_name("openai:x", base_url=LOCAL).key().startswith("sk-canary")


def test_a_local_server_may_have_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLLM_API_KEY", "token-of-vllm")
    monkeypatch.setenv("LLAMACPP_API_KEY", "token-of-llama")
    assert read_model_name("vllm:x").key() == "token-of-vllm"
    assert read_model_name("llama.cpp:x").key() == "token-of-llama"


def test_no_sdk_repeats_a_request_by_itself() -> None:
    for model in ("openai:x", "openai-chat:x", "anthropic:x", "ollama:x"):
        assert open_model(model).client.max_retries == 0  # type: ignore[attr-defined]


def test_models_open_within_an_event_loop() -> None:
    async def opened() -> str:
        return open_model("openai:x").model_name

    assert asyncio.run(opened()) == "x"


def test_hosted_models_cache_and_keep_nothing() -> None:
    assert open_model("openai:x").settings == {"cache": True, "openai_store": False}
    assert open_model("anthropic:x").settings == {"max_tokens": 16_000, "cache": True}
    assert not open_model("openai:x", base_url=LOCAL).settings
    assert open_model("anthropic:x", base_url=LOCAL).settings == {"max_tokens": 16_000}


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("http://localhost:1/v1", True),
        ("http://127.0.0.2/v1", True),
        ("http://[::1]:8000/v1", True),
        ("http://10.0.0.1/v1", False),
        ("http://localhost.example/v1", False),
    ],
)
def test_this_machine_is_known(address: str, own: bool) -> None:
    assert read_model_name("vllm:x", base_url=address).place.on_this_machine == own

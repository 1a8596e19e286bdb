"""Opens language models by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scenewright.app.language_models.errors import ModelError
from scenewright.app.language_models.names import ModelName, read_model_name
from scenewright.app.language_models.wire import open_client

if TYPE_CHECKING:
    from pydantic_ai.models import Model

__all__ = ["open_model"]

_MOST_ANTHROPIC_TOKENS = 16_000
"""Tokens of an answer of Anthropic's models, where nothing else is set: more is sent as a stream, whose faults come in the midst of it."""


def open_model(model: str, *, base_url: str | None = None) -> Model:
    """The pydantic-ai model of ``provider:name``; `base_url` names another address that has it.

    ``openai:`` speaks the Responses API with OpenAI, and the chat API with any other address and with the local servers (``ollama:``,
    ``vllm:``, ``llama.cpp:``, ``lmstudio:``). ``openai-chat:`` and ``openai-responses:`` choose. Its SDK repeats no request by itself.

    Raises:
        ModelError: the provider is unknown, there is no key, or pydantic-ai is not installed.
    """
    name = read_model_name(model, base_url=base_url)
    try:
        import pydantic_ai  # noqa: F401

        if name.interface == "anthropic":
            return _anthropic(name)
        if name.interface == "google":
            return _google(name)
        return _openai(name)
    except ImportError as error:
        raise ModelError(
            f"language models need the extra 'models': pip install 'scenewright[models]' ({error.name})", kind="missing"
        ) from None


def _anthropic(name: ModelName) -> Model:
    from anthropic import AsyncAnthropic
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    client = AsyncAnthropic(
        api_key=name.key(), base_url=name.base_url, http_client=open_client(name.place), max_retries=0
    )
    settings: Any = {"max_tokens": _MOST_ANTHROPIC_TOKENS, **_hosted_settings(name)}
    return AnthropicModel(name.name, provider=AnthropicProvider(anthropic_client=client), settings=settings)


def _google(name: ModelName) -> Model:
    from pydantic_ai.models.google import GoogleModel
    from pydantic_ai.providers.google import GoogleProvider

    client = open_client(name.place)
    return GoogleModel(
        name.name, provider=GoogleProvider(api_key=name.key(), base_url=name.base_url, http_client=client)
    )


def _openai(name: ModelName) -> Model:
    from openai import AsyncOpenAI
    from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel

    client = AsyncOpenAI(base_url=name.base_url, api_key=name.key(), http_client=open_client(name.place), max_retries=0)
    made = OpenAIResponsesModel if name.interface == "responses" else OpenAIChatModel
    return made(name.name, provider=_openai_provider(name, client), settings=_hosted_settings(name))


def _hosted_settings(name: ModelName) -> Any:
    """What only a provider's own address is sure to understand: turns build on each other, so their common beginning is worth caching; and
    OpenAI keeps what was said for a month unless told not to."""
    if name.base_url is not None:
        return {}
    return {"cache": True, "openai_store": False} if name.provider == "openai" else {"cache": True}


def _openai_provider(name: ModelName, client: Any) -> Any:
    """The provider that knows what the server at this address understands of OpenAI's interface."""
    if name.base_url is None:
        from pydantic_ai.providers.openai import OpenAIProvider

        return OpenAIProvider(openai_client=client)
    if name.provider == "ollama":
        from pydantic_ai.providers.ollama import OllamaProvider

        return OllamaProvider(openai_client=client)
    if name.provider == "vllm":
        from pydantic_ai.providers.vllm import VLLMProvider

        return VLLMProvider(openai_client=client)
    from pydantic_ai.profiles import ModelProfile

    try:
        from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
    except ImportError:  # older versions have one provider for all
        from pydantic_ai.providers.openai import OpenAIProvider

        return OpenAIProvider(openai_client=client)
    service = "openai-compatible" if name.provider == "openai" else name.provider
    # LM Studio takes a schema or plain text, but refuses 'json_object'
    plain = ModelProfile(supports_json_object_output=False) if name.provider == "lmstudio" else None
    return OpenAICompatibleProvider(service, openai_client=client, profile=plain)

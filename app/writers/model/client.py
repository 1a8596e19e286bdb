"""Language models by name, through pydantic-ai. The rest of the application uses :class:`Chat`."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from scenewright.app.hidden_keys import without_keys
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from pydantic_ai import Agent
    from pydantic_ai.messages import ModelMessage
    from pydantic_ai.models import Model

__all__ = ["Chat", "ModelChat", "ModelError", "Reply", "open_chat", "open_model"]

LOCAL_SERVERS = {
    "ollama": "http://localhost:11434/v1",
    "vllm": "http://localhost:8000/v1",
    "llama.cpp": "http://localhost:8080/v1",
    "lmstudio": "http://localhost:1234/v1",
}
"""Default addresses of OpenAI-compatible local servers; none needs a key."""

_HOSTED = {
    "openai": ("OPENAI_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "google": ("GOOGLE_API_KEY", "GEMINI_API_KEY"),
}
_SPELLINGS = {
    "llamacpp": "llama.cpp",
    "llama-cpp": "llama.cpp",
    "gemini": "google",
    "claude": "anthropic",
    "gpt": "openai",
}
FORM = "provider:name, such as openai:gpt-5, anthropic:claude-sonnet-4-5, google:gemini-2.5-pro or ollama:qwen3"
_NO_KEY = "not-needed"
_MOST_MESSAGE = 400
"""Characters of a message of a server."""
_MOST_REPLY = 4_000_000
"""Characters of a reply."""
_LOOK_SECONDS = 0.1
"""Seconds between two checks of the job while a model answers."""

T = TypeVar("T")


class ModelError(ScenewrightError):
    """A language model cannot be reached, refuses, or is not installed. The message never contains a key."""

    exit_code = 14


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of a model. `cut_off`: it reached the model's length limit."""

    text: str
    cut_off: bool = False


class Chat(Protocol):
    """A conversation with a model; each call is one turn."""

    def say(self, text: str) -> Reply:
        """
        Raises:
            ModelError: no answer came.
        """
        ...


def open_chat(
    model: str,
    *,
    instructions: str,
    base_url: str | None = None,
    seed: int | None = None,
    job: Job | None = None,
) -> ModelChat:
    """A conversation with ``provider:name``. Cancelling the job ends the wait for an answer.

    Raises:
        ModelError: the provider is unknown, there is no key, or pydantic-ai is not installed.
    """
    return ModelChat(open_model(model, base_url=base_url), instructions, seed, job=job)


def open_model(model: str, *, base_url: str | None = None) -> Model:
    """The pydantic-ai model of ``provider:name``; `base_url` names an OpenAI-compatible server.

    Raises:
        ModelError: see :func:`open_chat`.
    """
    provider, _, name = model.partition(":")
    provider = _SPELLINGS.get(provider.strip().lower(), provider.strip().lower())
    if not name.strip() or (provider not in _HOSTED and provider not in LOCAL_SERVERS):
        known = ", ".join([*_HOSTED, *LOCAL_SERVERS])
        raise ModelError(f"model {model!r} is not {FORM}; providers: {known}").about("model")
    try:
        if provider == "anthropic":
            from pydantic_ai.models.anthropic import AnthropicModel
            from pydantic_ai.providers.anthropic import AnthropicProvider

            return AnthropicModel(name, provider=AnthropicProvider(api_key=_key(provider), base_url=base_url))
        if provider == "google":
            from pydantic_ai.models.google import GoogleModel
            from pydantic_ai.providers.google import GoogleProvider

            return GoogleModel(name, provider=GoogleProvider(api_key=_key(provider), base_url=base_url))
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai import OpenAIProvider
    except ImportError as error:
        raise ModelError(
            f"language models need the extra 'models': pip install 'scenewright[models]' ({error.name})"
        ) from None
    address = base_url or LOCAL_SERVERS.get(provider)
    key = _key("openai") if address is None else os.environ.get("OPENAI_API_KEY") or _NO_KEY
    return OpenAIChatModel(name, provider=OpenAIProvider(base_url=address, api_key=key))


def _key(provider: str) -> str:
    names = _HOSTED[provider]
    for name in names:
        value = os.environ.get(name, "").strip()
        if value:
            return value
    raise ModelError(f"{provider} needs a key in the environment variable {' or '.join(names)}")


class ModelChat:
    """A conversation through pydantic-ai, with the history of its turns."""

    def __init__(self, model: Model, instructions: str, seed: int | None = None, *, job: Job | None = None) -> None:
        self.job = job or Job()
        self.model = model
        self.instructions = instructions
        self.seed = seed
        self._agent: Agent[Any, str] | None = None
        self._messages: list[ModelMessage] = []

    def say(self, text: str) -> Reply:
        """
        Raises:
            ModelError: no answer came.
            JobCancelled: the job was cancelled; the request to the server is closed.
        """
        from pydantic_ai import Agent
        from pydantic_ai.exceptions import AgentRunError, UserError

        if self._agent is None:
            self._agent = Agent(self.model, output_type=str, instructions=self.instructions, retries=0)
        settings: Any = {} if self.seed is None else {"seed": self.seed}
        try:
            answer = self._agent.run(text, message_history=self._messages or None, model_settings=settings)
            result = _event_loop().run_until_complete(_unless_cancelled(answer, self.job))
        except (AgentRunError, UserError) as error:
            raise ModelError(
                f"{self.model.model_name} gave no answer: {cut(without_keys(str(error)), _MOST_MESSAGE)}"
            ) from None
        except OSError as error:
            raise ModelError(
                f"{self.model.model_name} cannot be reached: {cut(without_keys(str(error)), _MOST_MESSAGE)}"
            ) from None
        self._messages = result.all_messages()
        if len(result.output) > _MOST_REPLY:
            raise ModelError(
                f"{self.model.model_name} answered with {len(result.output):,} characters, and {_MOST_REPLY:,} are read"
            )
        return Reply(result.output, getattr(result.response, "finish_reason", None) == "length")


async def _unless_cancelled(answer: Coroutine[Any, Any, T], job: Job) -> T:
    waiting = asyncio.ensure_future(answer)
    try:
        while not (await asyncio.wait({waiting}, timeout=_LOOK_SECONDS))[0]:
            job.check()
    except BaseException:
        waiting.cancel()
        await asyncio.wait({waiting}, timeout=1.0)
        raise
    return waiting.result()


def _event_loop() -> asyncio.AbstractEventLoop:
    """The event loop of this thread. The clients of pydantic-ai keep connections, which belong to one loop."""
    try:
        return asyncio.get_event_loop()
    except RuntimeError:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        return loop

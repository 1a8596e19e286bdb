"""Names of language models, ``provider:name``: which provider, which of its interfaces, at which address, with which key."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from scenewright.app.language_models.errors import ModelError
from scenewright.scene.printing import cut

__all__ = [
    "FORM",
    "HOSTED_PROVIDERS",
    "LOCAL_SERVERS",
    "MODEL_VARIABLES",
    "Interface",
    "ModelName",
    "ModelPlace",
    "key_names_of",
    "provider_of",
    "read_model_name",
    "shown_address",
]

Interface = Literal["chat", "responses", "anthropic", "google"]
"""What is spoken on the wire: OpenAI's chat completions or responses, Anthropic's messages, Google's generateContent."""

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
HOSTED_PROVIDERS = tuple(_HOSTED)
"""Providers with an address of their own on the internet, which ask for a key."""
_ADDRESSES = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
    "google": "https://generativelanguage.googleapis.com",
}
_ADDRESS_VARIABLES = {"openai": "OPENAI_BASE_URL", "anthropic": "ANTHROPIC_BASE_URL"}
MODEL_VARIABLES = (*(name for names in _HOSTED.values() for name in names), *_ADDRESS_VARIABLES.values())
"""Environment variables that may hold the key or the address of a provider."""
_INTERFACES: dict[str, Interface] = {"openai-chat": "chat", "openai-responses": "responses"}
_SPELLINGS = {
    "openai-chat": "openai",
    "openai-responses": "openai",
    "llamacpp": "llama.cpp",
    "llama-cpp": "llama.cpp",
    "gemini": "google",
    "claude": "anthropic",
    "gpt": "openai",
}
FORM = "provider:name, such as openai:gpt-6.1-sol, anthropic:claude-sonnet-5-5, google:gemini-3.8-flash or ollama:qwen3"
_NO_KEY = "not-needed"
"""What a server without keys is sent: its clients want one."""


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """Where a model is, for messages. `address`: host, port and path; '' for a model of this process. `key_names`: the environment
    variables that may hold its key. `local`: an address that the user chose, or the default one of a local server."""

    model: str
    provider: str
    address: str = ""
    key_names: tuple[str, ...] = ()
    local: bool = False

    @property
    def host(self) -> str:
        """The host of the address; '' where there is none."""
        try:
            return urlsplit(f"http://{self.address}").hostname or ""
        except ValueError:
            return ""

    @property
    def on_this_machine(self) -> bool:
        """Whether the address is that of this machine to itself."""
        try:
            return self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        return f"{self.model} at {self.address}" if self.address else self.model


@dataclass(frozen=True, slots=True)
class ModelName:
    """A name that was read. `base_url`: None for the provider's own address."""

    provider: str
    name: str
    interface: Interface
    base_url: str | None = None

    @property
    def place(self) -> ModelPlace:
        hosted = self.base_url is None
        address = _ADDRESSES[self.provider] if self.base_url is None else self.base_url
        return ModelPlace(self.name, self.provider, shown_address(address), self.key_names, local=not hosted)

    @property
    def key_names(self) -> tuple[str, ...]:
        """The environment variables that may hold the key, the first that is set wins."""
        return key_names_of(self.provider)

    def key(self) -> str:
        """
        Raises:
            ModelError: a hosted provider has no key, or the key cannot be one.
        """
        for name in self.key_names:
            value = os.environ.get(name, "").strip()
            if not value:
                continue
            if not value.isascii() or not value.isprintable() or " " in value:
                raise ModelError(
                    f"the value of {name} cannot be a key: it holds blanks or letters that no key has; set it again",
                    kind="no-key",
                )
            return value
        if self.base_url is not None:
            return _NO_KEY
        names = " or ".join(self.key_names)
        raise ModelError(
            f"{self.provider} needs a key in the environment variable {names}: set it, or take a model of a local server, "
            "such as ollama:qwen3",
            kind="no-key",
        ).about("model")


def read_model_name(model: str, *, base_url: str | None = None) -> ModelName:
    """Read ``provider:name``.

    ``openai:`` is OpenAI's Responses API where it is OpenAI's own server. At any other address it is the chat API, which all compatible
    servers have; ``openai-chat:`` and ``openai-responses:`` choose.

    Raises:
        ModelError: the provider is unknown, or `base_url` is no address.
    """
    name = model.partition(":")[2]
    provider = provider_of(model)
    interface = _INTERFACES.get(_written_provider(model))
    if not name.strip() or (provider not in _HOSTED and provider not in LOCAL_SERVERS):
        known = ", ".join(["openai", "openai-chat", "openai-responses", "anthropic", "google", *LOCAL_SERVERS])
        raise ModelError(f"model {cut(model, 80)!r} is not {FORM}; providers: {known}", kind="name").about("model")
    address = (
        base_url or os.environ.get(_ADDRESS_VARIABLES.get(provider, ""), "").strip() or LOCAL_SERVERS.get(provider)
    )
    if address is not None:
        _require_address(address)
    if provider in ("anthropic", "google"):
        spoken: Interface = "anthropic" if provider == "anthropic" else "google"
    else:
        spoken = interface or ("responses" if address is None else "chat")
    return ModelName(provider, name.strip(), spoken, address)


def provider_of(model: str) -> str:
    """The provider that a name of a model begins with, whichever way it is written; it need not be known."""
    written = _written_provider(model)
    return _SPELLINGS.get(written, written)


def _written_provider(model: str) -> str:
    return model.partition(":")[0].strip().lower()


def key_names_of(provider: str) -> tuple[str, ...]:
    """The environment variables that may hold the key of a provider. A local server has its own: a key of OpenAI is nothing for it."""
    if provider in LOCAL_SERVERS:
        return (f"{provider.replace('.', '').upper()}_API_KEY",)
    return _HOSTED.get(provider, _HOSTED["openai"])


def _require_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known or not address.isprintable() or " " in address:
        raise ModelError(
            f"{shown_address(address)!r} is no address of a server: write it like http://localhost:8000/v1", kind="name"
        ).about("base_url")


def shown_address(address: str) -> str:
    """Host, port and path of a URL: neither a user's name nor a query, which may hold a key."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return "?"
    if not host:
        return cut(address.partition("?")[0].rpartition("@")[2], 80)
    return cut(f"{f'[{host}]' if ':' in host else host}{port}{parts.path.rstrip('/')}", 120)

"""Which language models the people of a studio may use: the server's own, with its address, and others where whoever runs it allows that.

A name comes from a page, and nothing else. An address is that of the server's settings, and a key is read from the server's environment
for the one command that needs it: no page gives either, and none sees a key.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scenewright.app.language_models import (
    HOSTED_PROVIDERS,
    key_names_of,
    provider_of,
    read_model_name,
    shown_address,
)
from scenewright.app.requests import RequestError

__all__ = ["ChosenModel", "StudioModels"]


@dataclass(frozen=True, slots=True)
class ChosenModel:
    """A model that may be used. `keys`: environment variables of the command that uses it."""

    name: str
    base_url: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class StudioModels:
    """
    `model`: the server's own, provider:name; None: it has none. `base_url`: the address that has it; without a model of its own, that of
    any model. `any_model`: people may name others, too.
    """

    model: str | None = None
    base_url: str | None = None
    any_model: bool = False

    @property
    def offered(self) -> bool:
        """Whether people can use a model at all without a key of their own."""
        return self.model is not None or self.any_model

    def chosen(self, named: str | None) -> ChosenModel:
        """The model of a request.

        Args:
            named: provider:name, as a page gives it; None: the server's own.

        Raises:
            RequestError: there is none, or it may not be named here.
            ModelError: the name is none of a model.
        """
        name = (named or "").strip() or self.model
        if name is None:
            raise RequestError(
                "this studio has no language model of its own: name one, such as ollama:qwen3, or take the embedded one"
                if self.any_model
                else "this studio has no language model: only the embedded one answers here",
                field="model",
            )
        if name != self.model and not self.any_model:
            own = self.model or "none"
            raise RequestError(f"other language models cannot be named in this studio: its own is {own}", field="model")
        base_url = read_model_name(name, base_url=self._address(name)).base_url
        return ChosenModel(name, base_url, _keys_of(provider_of(name)))

    def view(self) -> dict[str, Any]:
        """What pages see: neither an address with a password in it, nor keys. `keyed`: hosted providers whose key the server has."""
        own = None if self.model is None else provider_of(self.model)
        told = [p for p in HOSTED_PROVIDERS if (self.any_model or p == own) and _keys_of(p)]
        address = None if self.base_url is None else shown_address(self.base_url)
        return {"own": self.model, "address": address, "any": self.any_model, "keyed": told}

    def _address(self, name: str) -> str | None:
        """The address of the settings, where it is meant for a model: a key of one provider is nothing for the address of another."""
        meant = (
            provider_of(name) not in ("anthropic", "google")
            if self.model is None
            else provider_of(name) == provider_of(self.model)
        )
        return self.base_url if meant else None


def _keys_of(provider: str) -> dict[str, str]:
    """The key of a provider from the environment, as a variable; {} where there is none."""
    found = {name: value for name in key_names_of(provider) if (value := os.environ.get(name, "").strip())}
    return dict(list(found.items())[:1])

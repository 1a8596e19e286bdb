"""What Scenewright talks to: language models, MCP clients, the ports that it listens at, other machines. Nothing is asked of a model."""

from __future__ import annotations

import importlib.util
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from scenewright.app.doctor.check import Check, version_of

__all__ = ["service_checks"]

_SECONDS = 2.0
"""Until an address counts as out of reach."""
_PORTS = {"the studio": 7860}
"""What listens where unless another port is named."""


def service_checks(*, offline: bool) -> list[Check]:
    """`offline`: try no address."""
    return [_models(), *([] if offline else [_endpoints()]), _mcp(), _ports(), *_extras()]


def _models() -> Check:
    from scenewright.app.language_models import HOSTED_PROVIDERS, key_names_of

    enables = "scenes that a language model writes: generate --model, chat --model"
    if importlib.util.find_spec("pydantic_ai") is None:
        return Check(
            "models", "note", "no language model can write programs", "pip install 'scenewright[models]'", enables
        )
    names = [name for provider in HOSTED_PROVIDERS for name in key_names_of(provider)]
    keys = ", ".join(name for name in names if os.environ.get(name)) or "none"
    return Check("models", "ok", f"pydantic-ai {version_of('pydantic-ai-slim')}; keys set: {keys}")


def _endpoints() -> Check:
    """Which addresses of models take a connection. It is closed at once: no key is sent, and nothing is asked, so that nothing is spent."""
    from scenewright.app.language_models import (
        HOSTED_PROVIDERS,
        LOCAL_SERVERS,
        ModelError,
        key_names_of,
        read_model_name,
    )

    addresses: dict[str, str] = {}
    wrong: list[str] = []
    for provider in (*LOCAL_SERVERS, *HOSTED_PROVIDERS):
        if provider in HOSTED_PROVIDERS and not any(os.environ.get(name) for name in key_names_of(provider)):
            continue
        try:
            place = read_model_name(f"{provider}:any").place
        except ModelError as error:
            wrong.append(f"{provider}: {error}")
            continue
        addresses[provider] = place.address
    with ThreadPoolExecutor(max_workers=len(addresses)) as pool:
        reached = dict(zip(addresses, pool.map(_answers, addresses.values()), strict=True))
    there = [f"{provider} ({addresses[provider]})" for provider, yes in reached.items() if yes]
    away = [
        f"{provider} ({addresses[provider]})"
        for provider, yes in reached.items()
        if not yes and provider in HOSTED_PROVIDERS
    ]
    found = f"answer: {', '.join(there) or 'none'}"
    if away or wrong:
        problems = "; ".join([*(f"{name} is out of reach" for name in away), *wrong])
        return Check(
            "endpoints", "note", f"{found}; {problems}", "check the network and the proxy", "models of these providers"
        )
    if not there:
        mend = "set a key such as ANTHROPIC_API_KEY, or start a local server such as ollama: docs/models.md"
        return Check(
            "endpoints",
            "note",
            "no server of models answers here, and no key is set",
            mend,
            "generate --model, chat --model",
        )
    return Check("endpoints", "ok", found)


def _answers(address: str) -> bool:
    """Whether something takes a TCP connection at host, port and path."""
    parts = urlsplit(f"//{address}")
    port = parts.port or 443
    try:
        with socket.create_connection((parts.hostname or "", port), timeout=_SECONDS):
            return True
    except OSError:
        return False


def _mcp() -> Check:
    from scenewright.app.mcp_server.serving import mcp_missing

    if mcp_missing() is not None:
        return Check("mcp", "note", "no tools for MCP clients", "pip install 'scenewright[mcp]'")
    return Check("mcp", "ok", f"mcp {version_of('mcp')}; scenewright mcp config list names clients")


def _ports() -> Check:
    taken = []
    for what, port in _PORTS.items():
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                taken.append(f"{port} ({what})")
    if taken:
        return Check(
            "ports",
            "note",
            f"taken: {', '.join(taken)}",
            "name another: scenewright studio --port 7861",
            "two studios at a time",
        )
    return Check("ports", "ok", f"free: {', '.join(f'{port} ({what})' for what, port in _PORTS.items())}")


_EXTRAS = {
    "ray": ("ray", "batches on many machines"),
    "sim": ("coacd", "colliders of concave meshes for simulators"),
    "usd": ("pxr", "OpenUSD files, out and in"),
    "dataset": ("pyarrow", "data sets with a Parquet index"),
}
"""Extras that are one package: the module that shows it, and what it enables."""


def _extras() -> list[Check]:
    out = []
    for extra, (module, enables) in _EXTRAS.items():
        if importlib.util.find_spec(module) is None:
            out.append(Check(f"extra {extra}", "note", "not installed", f"pip install 'scenewright[{extra}]'", enables))
        else:
            out.append(Check(f"extra {extra}", "ok", enables))
    return out

"""Keys that nobody may see again, and a server of models."""

from __future__ import annotations

import pytest

KEYS = {
    "OPENAI_API_KEY": "sk-canary-openai-0123456789",
    "ANTHROPIC_API_KEY": "sk-ant-canary-anthropic-0123456789",
    "GEMINI_API_KEY": "canary-gemini-0123456789",
}


@pytest.fixture(autouse=True)
def canary_keys(monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Every provider has a key. Returns their values."""
    pytest.importorskip("pydantic_ai")
    for name in ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "GOOGLE_API_KEY", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    return tuple(KEYS.values())

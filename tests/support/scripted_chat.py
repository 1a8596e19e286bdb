"""A language model that says what it is given to say."""

from __future__ import annotations

from scenewright.app.writers.model.client import Reply


class ScriptedChat:
    """A conversation whose answers are known; it keeps what it was told."""

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.heard: list[str] = []

    def say(self, text: str) -> Reply:
        self.heard.append(text)
        return Reply(self.replies.pop(0))

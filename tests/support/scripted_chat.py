"""A language model with scripted replies."""

from __future__ import annotations

from scenewright.app.language_models import Reply


class ScriptedChat:
    """A conversation with scripted replies. `heard`: the texts sent to it."""

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.heard: list[str] = []

    def say(self, text: str, pictures: object = ()) -> Reply:
        """The next scripted reply."""
        self.heard.append(text)
        return Reply(self.replies.pop(0))

"""A language model with scripted replies, behind pydantic-ai's own interface."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, TextPart, ToolCallPart, UserPromptPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

__all__ = ["ScriptedModel", "fenced"]

Scripted = str | BaseModel | Exception


class ScriptedModel(FunctionModel):
    """Gives its replies in turn: a text as it is, a value as a call of the output tool, an exception by raising it. `heard`: the texts of
    the turns; `pictures`: how many came with each; `told`: the instructions."""

    def __init__(self, *replies: Scripted, repeat: bool = False, cut_off: bool = False) -> None:
        self.replies: list[Scripted] = list(replies)
        self.heard: list[str] = []
        self.pictures: list[int] = []
        self.told = ""
        self._repeat, self._cut_off = repeat, cut_off
        super().__init__(self._answer, model_name="scripted")

    def _answer(self, messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        last = messages[-1]
        assert isinstance(last, ModelRequest)
        self.told = info.instructions or last.instructions or ""
        parts: list[Any] = []
        for part in last.parts:
            if isinstance(part, UserPromptPart):
                parts += [part.content] if isinstance(part.content, str) else list(part.content)
        self.heard.append("\n".join(p for p in parts if isinstance(p, str)))
        self.pictures.append(sum(not isinstance(p, str) for p in parts))
        reply = self.replies[0] if self._repeat else self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, BaseModel):
            tool = info.output_tools[0].name
            return ModelResponse(parts=[ToolCallPart(tool, reply.model_dump(mode="json"))])
        return ModelResponse(parts=[TextPart(reply)], finish_reason="length" if self._cut_off else "stop")


def fenced(program: str) -> str:
    """A program as models reply with it."""
    return f"Here it is.\n\n```python\n{program}\n```\n"

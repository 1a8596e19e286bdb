"""A conversation with a language model, through pydantic-ai: turns of text and pictures, answered by text or by typed values."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from scenewright.app.language_models.budget import Budget
from scenewright.app.language_models.errors import ModelError
from scenewright.app.language_models.names import ModelPlace
from scenewright.app.language_models.opening import open_model
from scenewright.app.language_models.pictures import ModelPicture, without_pictures
from scenewright.app.language_models.transcript import Transcript
from scenewright.app.language_models.turns import TURN, ModelTurn
from scenewright.app.language_models.waiting import wait_for
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_ai import Agent
    from pydantic_ai.messages import ModelMessage
    from pydantic_ai.models import Model

    from scenewright.app.language_models.requesting import CarefulModel, Patience

    T = TypeVar("T", bound=BaseModel)

__all__ = ["OUTPUT_RETRIES", "Chat", "Conversation", "Reply", "open_chat"]

OUTPUT_RETRIES = 2
"""How often a model may correct a value that is not what was asked for."""
_MOST_WRONG = 300
"""Characters on what was wrong with a value."""
_CHAT_SECONDS = 3600.0
"""Of a conversation that has no budget from its caller: a small model on a processor may take minutes for each turn."""
_SHORTER = (
    "Your last answer was cut off at its length limit, so it could not be used. Answer again, and much shorter: "
    "leave out what is not needed."
)


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
) -> Conversation:
    """A conversation with ``provider:name``. Cancelling the job ends the wait for an answer.

    Raises:
        ModelError: the provider is unknown, there is no key, or pydantic-ai is not installed.
    """
    opened = open_model(model, base_url=base_url)
    return Conversation(opened, instructions, role="", seed=seed, budget=Budget(seconds=_CHAT_SECONDS), job=job)


class Conversation:
    """A conversation of one role with a model, with the history of its turns. It is used by one thread at a time; several conversations
    may share a model, a budget and a transcript, and run at once."""

    def __init__(
        self,
        model: Model,
        instructions: str,
        *,
        role: str,
        prompt_version: str = "",
        seed: int | None = None,
        settings: Mapping[str, Any] | None = None,
        budget: Budget | None = None,
        transcript: Transcript | None = None,
        job: Job | None = None,
        patience: Patience | None = None,
        tools: Sequence[Callable[..., str]] = (),
    ) -> None:
        """
        Args:
            role: who speaks with the model, for transcript and replay.
            prompt_version: of the instructions, for the transcript.
            settings: pydantic-ai's ModelSettings, such as temperature, max_tokens and timeout (seconds of one request).
            budget: bounds that all conversations of a run share; None: a budget of its own.
            transcript: keeps what is said; None: a transcript of its own.
            patience: how long to wait before a request is sent again.
            tools: functions that the model may call while it answers by text, described by their docstrings. The same arguments must give
                the same text, or the run cannot be replayed. A model without tools answers without them.
        """
        self.job = job or Job()
        self.model = model
        self.instructions = instructions
        self.role = role
        self.prompt_version = prompt_version
        self.budget = budget if budget is not None else Budget()
        self.transcript = transcript if transcript is not None else Transcript()
        self.notes: list[str] = []
        self._untold: deque[str] = deque()
        self._settings: dict[str, Any] = {**(settings or {})} | ({} if seed is None else {"seed": seed})
        self._patience = patience
        self._functions = tuple(tools)
        self._careful: CarefulModel | None = None
        self._tools: bool | None = None
        self._messages: list[ModelMessage] = []

    def say(self, text: str, pictures: Sequence[ModelPicture] = ()) -> Reply:
        """One turn, answered by text.

        Raises:
            ModelError: no answer came. The turn is forgotten.
            JobCancelled: the job was cancelled; the request to the server is closed.
        """
        try:
            result = self._said(text, pictures)
        except (_NoValue, _CutOffValue):
            raise ModelError(
                f"{self._place()} gave no text, but calls tools that there are not: take another model",
                kind="invalid",
            ) from None
        self._messages = result.all_messages()
        return Reply(result.output, result.response.finish_reason == "length")

    def ask(self, text: str, output: type[T], pictures: Sequence[ModelPicture] = ()) -> T:
        """One turn, answered by a value of the pydantic model `output`: by a tool call, or by JSON in the text where the model or its
        server has no tools. A value that does not fit is handed back at most :data:`OUTPUT_RETRIES` times, one that was cut off once.

        Raises:
            ModelError: no such value came. The turn is forgotten.
            JobCancelled: the job was cancelled; the request to the server is closed.
        """
        if self._has_tools():
            try:
                return self._asked(text, output, pictures)
            except ModelError as error:
                if error.kind not in ("tools", "no-call"):
                    raise
                why = "takes no tools" if error.kind == "tools" else "does not call the tool"
                self._tell(f"{self._place()} {why}: it is asked for JSON instead")
                self._tools = False
        return self._asked(text, output, pictures)

    def forget_pictures(self) -> None:
        """Send the pictures of all turns so far no more, but say that they were there: each costs as much as a page of text, every turn."""
        self._messages = without_pictures(self._messages)

    # -- turns ------------------------------------------------------------------------------------------------------------

    def _said(self, text: str, pictures: Sequence[ModelPicture]) -> Any:
        if self._functions and self._has_tools():
            try:
                return self._run(self._agent(str, retries=1, tools=self._functions), text, pictures)
            except ModelError as error:
                if error.kind != "tools":
                    raise
                self._tell(f"{self._place()} takes no tools: it writes without them")
                self._tools = False
        return self._run(self._agent(str, retries=1), text, pictures)

    def _asked(self, text: str, output: type[T], pictures: Sequence[ModelPicture]) -> T:
        from pydantic_ai import PromptedOutput, ToolOutput

        spec: Any = ToolOutput(output) if self._tools else PromptedOutput(output)
        agent = self._agent(spec, retries=OUTPUT_RETRIES)
        for attempt in range(2):
            said = text if attempt == 0 else f"{text}\n\n{_SHORTER}"
            try:
                result = self._run(agent, said, pictures)
            except _CutOffValue:
                self._tell(f"{self._place()} was cut off at its length limit; asked for less")
                continue
            except _NoValue as error:
                raise self._no_value(output, error) from None
            self._messages = result.all_messages()
            value: T = result.output
            return value
        raise ModelError(
            f"{self._place()} was cut off at its length limit twice: raise max_tokens, or ask for less", kind="cut-off"
        )

    def _no_value(self, output: type[T], error: _NoValue) -> ModelError:
        wrong = f" ({cut(error.wrong, _MOST_WRONG)})" if error.wrong else ""
        return ModelError(
            f"{self._place()} gave no good {output.__name__} in {1 + OUTPUT_RETRIES} answers{wrong}: take a larger model, or ask for less",
            kind="invalid",
        )

    def _run(self, agent: Agent[Any, Any], text: str, pictures: Sequence[ModelPicture]) -> Any:
        """One run of the agent."""
        from pydantic_ai.exceptions import AgentRunError, UserError
        from pydantic_ai.usage import UsageLimits

        self.job.check()
        prompt: Any = [text, *(part for picture in pictures for part in picture.parts())] if pictures else text
        run = agent.run(
            prompt,
            message_history=self._messages or None,
            model_settings=self._settings or None,  # type: ignore[arg-type]
            usage_limits=UsageLimits(request_limit=None),  # the budget counts, also what failed
        )
        try:
            with self._turn():
                return wait_for(run, self.job, meanwhile=self._tell_job)
        except UserError as error:
            raise ModelError(
                f"{self._place()} cannot be asked this: {cut(str(error), _MOST_WRONG)}", kind="refused-request"
            ) from None
        except AgentRunError as error:
            if self._model().finish_reason == "length":
                raise _CutOffValue from None
            cause = error.__cause__
            raise _NoValue(str(error), "" if cause is None else _wrong_words(cause)) from None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        token = TURN.set(ModelTurn(self.role, self._tell))
        try:
            yield
        finally:
            TURN.reset(token)

    def _agent(self, output: Any, *, retries: int, tools: Sequence[Callable[..., str]] = ()) -> Agent[Any, Any]:
        from pydantic_ai import Agent, RunContext

        agent: Agent[Any, Any] = Agent(
            self._model(),
            output_type=output,
            tools=tools,
            instructions=self.instructions or None,
            retries=retries,
            end_strategy="early",
            name="scenewright",
        )
        if output is not str:

            @agent.output_validator
            def whole(context: RunContext[Any], value: Any) -> Any:
                """A value that was cut off and happens to parse is none."""
                last = context.messages[-1]
                if last.kind == "response" and last.finish_reason == "length":
                    raise _CutOffValue
                return value

        return agent

    def _model(self) -> CarefulModel:
        if self._careful is None:
            from scenewright.app.language_models.requesting import CarefulModel, Patience

            self._careful = CarefulModel(
                self.model,
                role=self.role,
                prompt_version=self.prompt_version,
                budget=self.budget,
                transcript=self.transcript,
                note=self._tell,
                patience=self._patience or Patience(),
            )
        return self._careful

    def _has_tools(self) -> bool:
        if self._tools is None:
            with self._turn():
                self._tools = bool(self.model.profile.get("supports_tools", True))
            if not self._tools:
                self._tell(f"{self._place()} has no tools: it is asked without them")
        return self._tools

    def _place(self) -> str:
        """The model of the last answer, as in all messages: a replay has the names of the recorded run."""
        last = next((e for e in reversed(self.transcript.exchanges) if e.role == self.role), None)
        return str(self._model().place if last is None else ModelPlace(last.model, "", last.address))

    def _tell(self, text: str) -> None:
        self.notes.append(text)
        self.transcript.note(f"{self.role}: {text}" if self.role else text)
        self._untold.append(text)

    def _tell_job(self) -> None:
        """Listeners of a job are called on the thread that works, and not on that of the requests."""
        while self._untold:
            self.job.log(self._untold.popleft())


class _CutOffValue(Exception):
    """A value reached the length limit."""


class _NoValue(ModelError):
    """The agent gave up. `wrong`: what was wrong with the last value."""

    def __init__(self, message: str, wrong: str) -> None:
        super().__init__(message, kind="invalid")
        self.wrong = wrong or message


def _wrong_words(error: BaseException) -> str:
    """What does not fit, in a line: the places in the value and what they should be."""
    seen: BaseException | None = error
    while seen is not None:
        found = getattr(seen, "errors", None)
        listed = found() if callable(found) else getattr(getattr(seen, "tool_retry", None), "content", None)
        if isinstance(listed, list):
            return "; ".join(_wrong_place(each) for each in listed[:3])
        if isinstance(listed, str):
            return listed
        seen = seen.__cause__
    return str(error)


def _wrong_place(detail: Any) -> str:
    where = ".".join(map(str, detail["loc"]))
    return f"{where}: {detail['msg']}" if where else str(detail["msg"])

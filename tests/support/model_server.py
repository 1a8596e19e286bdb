"""A server on loopback that speaks as the providers of language models do: OpenAI's chat and responses, Anthropic's messages, and Gemini.

Its answers are scripted, one a request, and so are its faults. The last answer is given again to whoever asks on.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = [
    "WIRES",
    "Answer",
    "Asked",
    "Call",
    "Drop",
    "Fault",
    "Hang",
    "ModelServer",
    "Raw",
    "Refusal",
    "Say",
    "answer_bytes",
    "model_server",
]

WIRES = {
    "chat": "openai-chat:tiny",
    "responses": "openai-responses:tiny",
    "anthropic": "anthropic:tiny",
    "google": "google:tiny",
}
"""A model's name by what is spoken."""


@dataclass(frozen=True)
class Say:
    """A text. `cut`: it reached the length limit. `tokens`: that went in and came out."""

    text: str
    cut: bool = False
    tokens: tuple[int, int] = (10, 5)


@dataclass(frozen=True)
class Call:
    """A call of the tool that is offered, with these arguments, as a value or as JSON that may be broken."""

    arguments: Any
    cut: bool = False
    tool: str | None = None


@dataclass(frozen=True)
class Refusal:
    """The model declines."""

    text: str = "I cannot help with that."


@dataclass(frozen=True)
class Fault:
    """An error of the server, with the body that its wire has for such."""

    status: int
    message: str = "something is wrong"
    headers: dict[str, str] = field(default_factory=dict)
    code: str | None = None


@dataclass(frozen=True)
class Raw:
    """Any bytes. `length`: what the header claims; None: their number."""

    body: bytes
    status: int = 200
    content_type: str | None = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass(frozen=True)
class Hang:
    """No answer, for so many seconds or until the server ends."""

    seconds: float = 60.0


@dataclass(frozen=True)
class Drop:
    """The connection is closed, without an answer."""


Answer = Say | Call | Refusal | Fault | Raw | Hang | Drop


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    path: str
    headers: dict[str, str]
    body: Any

    @property
    def text(self) -> str:
        return json.dumps(self.body, ensure_ascii=False)


class ModelServer:
    """The scripted answers, and what was asked. `closed`: set when a client went away while it was kept waiting."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[Asked] = []
        self.arrived = threading.Event()
        self.closed = threading.Event()
        self.port = 0
        self._over = threading.Event()
        self._lock = threading.Lock()

    def address(self, wire: str) -> str:
        """The base URL for a wire."""
        return f"http://127.0.0.1:{self.port}{'/v1' if wire in ('chat', 'responses') else ''}"

    def next_answer(self, asked: Asked) -> Answer:
        with self._lock:
            self.asked.append(asked)
            self.arrived.set()
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def wait(self, seconds: float, connection: Any) -> None:
        """Keep a client waiting, and see whether it goes away."""
        until = time.monotonic() + seconds
        connection.settimeout(0.02)
        while time.monotonic() < until and not self._over.is_set():
            try:
                if connection.recv(1) == b"":
                    self.closed.set()
                    return
            except TimeoutError:
                continue
            except OSError:
                self.closed.set()
                return

    def end(self) -> None:
        self._over.set()


@contextmanager
def model_server(*answers: Answer) -> Iterator[ModelServer]:
    """A server with these answers."""
    state = ModelServer(*answers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(data))
            answer = state.next_answer(asked)
            if isinstance(answer, Hang):
                state.wait(answer.seconds, self.connection)
                self.close_connection = True
            elif isinstance(answer, Drop):
                self.close_connection = True
            else:
                self._send(_as_raw(answer, asked))

        def _send(self, raw: Raw) -> None:
            self.send_response(raw.status)
            if raw.content_type is not None:
                self.send_header("Content-Type", raw.content_type)
            for name, value in raw.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(raw.body) if raw.length is None else raw.length))
            self.end_headers()
            try:
                self.wfile.write(raw.body)
            except OSError:
                state.closed.set()
            self.close_connection = raw.length is not None

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    httpd = Server(("127.0.0.1", 0), Handler)
    state.port = httpd.server_port
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.end()
        httpd.shutdown()
        httpd.server_close()


# -- the wires --------------------------------------------------------------------------------------------------------------


def _as_raw(answer: Answer, asked: Asked) -> Raw:
    if isinstance(answer, Raw):
        return answer
    wire = _wire_of(asked.path)
    if isinstance(answer, Fault):
        body = _FAULTS[wire](answer)
        return Raw(json.dumps(body).encode(), answer.status, headers=answer.headers)
    assert isinstance(answer, Say | Call | Refusal)
    return Raw(answer_bytes(answer, asked))


def answer_bytes(answer: Say | Call | Refusal, asked: Asked) -> bytes:
    """An answer in the wire format of the request."""
    return json.dumps(_ANSWERS[_wire_of(asked.path)](answer, asked)).encode()


def _wire_of(path: str) -> str:
    plain = path.partition("?")[0]
    if plain.endswith("/chat/completions"):
        return "chat"
    if plain.endswith("/responses"):
        return "responses"
    if plain.endswith("/messages"):
        return "anthropic"
    assert plain.endswith(":generateContent"), path
    return "google"


def _openai_fault(fault: Fault) -> Any:
    return {"error": {"message": fault.message, "type": "invalid_request_error", "param": None, "code": fault.code}}


def _anthropic_fault(fault: Fault) -> Any:
    return {"type": "error", "error": {"type": fault.code or "api_error", "message": fault.message}}


def _google_fault(fault: Fault) -> Any:
    return {"error": {"code": fault.status, "message": fault.message, "status": fault.code or "INTERNAL"}}


_FAULTS = {"chat": _openai_fault, "responses": _openai_fault, "anthropic": _anthropic_fault, "google": _google_fault}


def _arguments(call: Call) -> str:
    return call.arguments if isinstance(call.arguments, str) else json.dumps(call.arguments)


def _chat(answer: Say | Call | Refusal, asked: Asked) -> Any:
    message: dict[str, Any] = {"role": "assistant", "content": None}
    reason = "stop"
    tokens = (10, 5)
    if isinstance(answer, Say):
        message["content"], tokens = answer.text, answer.tokens
        reason = "length" if answer.cut else "stop"
    elif isinstance(answer, Call):
        name = answer.tool or asked.body["tools"][0]["function"]["name"]
        function = {"name": name, "arguments": _arguments(answer)}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": function}]
        reason = "length" if answer.cut else "tool_calls"
    else:
        message["refusal"] = answer.text
    usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
    choice = {"index": 0, "message": message, "finish_reason": reason}
    made = {"id": "1", "object": "chat.completion", "created": 1_700_000_000, "model": asked.body["model"]}
    return {**made, "choices": [choice], "usage": usage}


def _responses(answer: Say | Call | Refusal, asked: Asked) -> Any:
    tokens = answer.tokens if isinstance(answer, Say) else (10, 5)
    cut = not isinstance(answer, Refusal) and answer.cut
    if isinstance(answer, Call):
        name = answer.tool or asked.body["tools"][0]["name"]
        item: dict[str, Any] = {
            "type": "function_call",
            "id": "fc_1",
            "call_id": "call_1",
            "name": name,
            "arguments": _arguments(answer),
        }
    elif isinstance(answer, Refusal):
        item = {
            "type": "message",
            "id": "msg_1",
            "role": "assistant",
            "content": [{"type": "refusal", "refusal": answer.text}],
        }
    else:
        content = {"type": "output_text", "text": answer.text, "annotations": []}
        item = {"type": "message", "id": "msg_1", "role": "assistant", "content": [content]}
    status = "incomplete" if cut else "completed"
    usage = {
        "input_tokens": tokens[0],
        "output_tokens": tokens[1],
        "total_tokens": sum(tokens),
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens_details": {"reasoning_tokens": 0},
    }
    made = {"id": "resp_1", "object": "response", "created_at": 1_700_000_000, "model": asked.body["model"]}
    ended = {"status": status, "incomplete_details": {"reason": "max_output_tokens"} if cut else None, "error": None}
    rest = {"parallel_tool_calls": True, "tool_choice": "auto", "tools": [], "instructions": None, "metadata": {}}
    return {**made, **ended, **rest, "output": [{**item, "status": status}], "usage": usage}


def _anthropic(answer: Say | Call | Refusal, asked: Asked) -> Any:
    tokens = answer.tokens if isinstance(answer, Say) else (10, 5)
    if isinstance(answer, Call):
        given = answer.arguments
        name = answer.tool or asked.body["tools"][0]["name"]
        content: list[Any] = [{"type": "tool_use", "id": "toolu_1", "name": name, "input": given}]
        reason = "max_tokens" if answer.cut else "tool_use"
    elif isinstance(answer, Refusal):
        content, reason = [{"type": "text", "text": answer.text}], "refusal"
    else:
        content = [{"type": "text", "text": answer.text}] if answer.text else []
        reason = "max_tokens" if answer.cut else "end_turn"
    usage = {"input_tokens": tokens[0], "output_tokens": tokens[1]}
    made = {"id": "msg_1", "type": "message", "role": "assistant", "model": asked.body["model"]}
    return {**made, "content": content, "stop_reason": reason, "stop_sequence": None, "usage": usage}


def _google(answer: Say | Call | Refusal, asked: Asked) -> Any:
    tokens = answer.tokens if isinstance(answer, Say) else (10, 5)
    reason = "STOP"
    if isinstance(answer, Call):
        name = answer.tool or asked.body["tools"][0]["functionDeclarations"][0]["name"]
        parts: list[Any] = [{"functionCall": {"name": name, "args": answer.arguments}}]
    elif isinstance(answer, Refusal):
        parts, reason = [], "SAFETY"
    else:
        parts = [{"text": answer.text}] if answer.text else []
    if not isinstance(answer, Refusal) and answer.cut:
        reason = "MAX_TOKENS"
    usage = {"promptTokenCount": tokens[0], "candidatesTokenCount": tokens[1], "totalTokenCount": sum(tokens)}
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": reason, "index": 0}
    return {"candidates": [candidate], "usageMetadata": usage, "modelVersion": "tiny", "responseId": "1"}


_ANSWERS = {"chat": _chat, "responses": _responses, "anthropic": _anthropic, "google": _google}

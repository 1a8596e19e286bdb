"""Each fault of a server, in each wire format: one clear message with the address and what to do."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate

import pytest

from scenewright.app.language_models import Conversation, ModelError, Patience, Reply, open_model
from scenewright.app.language_models.wire import MOST_BYTES
from tests.support.model_server import WIRES, Answer, Drop, Fault, Hang, ModelServer, Raw, Refusal, Say, model_server

HTML = b"<!doctype html><html><body>Please log in</body></html>"
QUICK = Patience(first_wait=0.01, longest_wait=1.0)


def conversation(server: ModelServer, wire: str, **options: object) -> Conversation:
    model = open_model(WIRES[wire], base_url=server.address(wire))
    return Conversation(model, "You are tested.", role="writer", patience=QUICK, **options)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """What a server answers, the kind of the fault, words of its message, and how often it is asked."""

    answer: Answer
    kind: str
    words: tuple[str, ...]
    asked: int = 1


CASES = {
    "wrong key": Case(
        Fault(401, "Incorrect API key provided"), "refused-key", ("refused the key (401", "set a valid key in")
    ),
    "key in a 400": Case(
        Fault(400, "API key not valid. Please pass a valid API key."), "refused-key", ("refused the key (400",)
    ),
    "forbidden": Case(Fault(403, "no access"), "refused-key", ("refused the key (403", "no access")),
    "login page": Case(Raw(HTML, 403, "text/html"), "refused-key", ("with a web page", "a proxy or a login")),
    "unknown model": Case(
        Fault(404, "The model `tiny` does not exist", code="model_not_found"),
        "unknown-model",
        ("does not know this model (404", "name one that it has"),
    ),
    "invalid model": Case(
        Fault(400, "tiny is not a valid model ID"), "unknown-model", ("does not know this model (400",)
    ),
    "wrong path": Case(
        Raw(b'{"detail":"Not Found"}', 404), "unknown-model", ("has neither this model nor a model interface",)
    ),
    "too many requests": Case(
        Fault(429, "slow down", {"Retry-After": "0.01"}),
        "busy",
        ("takes no more requests for now (429", "asked 5 times"),
        5,
    ),
    "busy for an hour": Case(Fault(429, "slow down", {"Retry-After": "3600"}), "busy", ("asks to wait 3,600 s",)),
    "no credit": Case(
        Fault(429, "You exceeded your current quota", code="insufficient_quota"), "no-credit", ("no credit left",)
    ),
    "payment": Case(Fault(402, "pay first"), "no-credit", ("no credit left", "add credit")),
    "500": Case(Fault(500, "boom"), "server", ('has a fault of its own (500, "boom")', "asked 3 times"), 3),
    "502 page": Case(Raw(HTML, 502, "text/html"), "server", ("has a fault of its own (502)", "asked 3 times"), 3),
    "503": Case(Fault(503, "loading"), "server", ("has a fault of its own (503", "asked 3 times"), 3),
    "529": Case(Fault(529, "Overloaded"), "server", ("Overloaded", "asked 3 times"), 3),
    "web page": Case(Raw(HTML, 200, "text/html"), "not-json", ("a web page instead of JSON", "is this the address")),
    "page as JSON": Case(Raw(HTML), "not-json", ("a web page instead of JSON",)),
    "malformed": Case(Raw(b'{"id": "1", "choices": ['), "not-json", ("malformed JSON", "asked 2 times"), 2),
    "no body": Case(Raw(b""), "empty", ("answered with nothing", "asked 2 times"), 2),
    "other JSON": Case(Raw(b'{"status": "ok"}'), "not-a-model", ("JSON that is no reply of a model",)),
    "list": Case(Raw(b"[1, 2]"), "not-a-model", ("JSON that is no reply of a model",)),
    "error as answer": Case(Raw(b'{"error": "no model is loaded"}'), "not-a-model", ("no model is loaded",)),
    "plain text": Case(Raw(b"hello", 200, "text/plain"), "not-json", ("text/plain instead of application/json",)),
    "JSON as text": Case(Raw(b'{"a": 1}', 200, "text/plain"), "not-json", ("text/plain instead of application/json",)),
    "no type": Case(Raw(b"hello", 200, None), "not-json", ("no content type instead of",)),
    "bytes": Case(
        Raw(b"\xff\xfe\x00\x81" * 20, 200, "application/octet-stream"), "not-json", ("application/octet-stream",)
    ),
    "redirect": Case(
        Raw(b"", 302, None, {"Location": "https://login.example/in?token=abc"}),
        "redirect",
        ("sends elsewhere (302, to login.example/in)", "no key is sent there"),
    ),
    "huge": Case(Raw(b'"' + b"x" * (MOST_BYTES + 1)), "too-large", ("more than 32 MB",)),
    "dropped": Case(Drop(), "dropped", ("closed the connection", "asked 3 times"), 3),
    "cut off body": Case(Raw(b'{"id":', length=500), "dropped", ("closed the connection", "asked 3 times"), 3),
    "empty reply": Case(Say(""), "empty", ("answered with nothing", "asked 2 times"), 2),
    "blank reply": Case(Say(" \n "), "empty", ("answered with nothing", "asked 2 times"), 2),
    "cut off at once": Case(Say("", cut=True), "cut-off", ("length limit before it said anything", "raise max_tokens")),
    "refusal": Case(Refusal("I cannot draw that."), "content-filter", ("declines to answer", "I cannot draw that.")),
    "too long": Case(
        Fault(400, "maximum context length is 8192 tokens"), "too-long", ("cannot read so much", "shorten")
    ),
    "too large": Case(Fault(413, "request too large"), "too-long", ("cannot read so much",)),
    "bad request": Case(
        Fault(400, "temperature is above 2"), "refused-request", ("refused the request (400", "temperature is above 2")
    ),
    "deep JSON": Case(Raw(b"[" * 200_000), "not-json", ("malformed JSON",), 2),
}


_NOTHING = ("answered with nothing", "asked 2 times")
_OF_GOOGLE = {
    **{name: Case(CASES[name].answer, "empty", _NOTHING, 2) for name in ("other JSON", "list")},
    "refusal": Case(Refusal(), "content-filter", ("declines to answer",)),
}
"""Its SDK reads any JSON as an answer, and its refusals have no words."""


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_with_address_and_remedy(name: str, wire: str, canary_keys: tuple[str, ...]) -> None:
    case = _OF_GOOGLE.get(name, CASES[name]) if wire == "google" else CASES[name]
    with model_server(case.answer) as server:
        chat = conversation(server, wire)
        with pytest.raises(ModelError) as caught:
            chat.say("hello")
    message = str(caught.value)
    assert message.startswith(f"tiny at {server.address(wire).removeprefix('http://')} ")
    for words in case.words:
        assert words in message
    assert (caught.value.kind, caught.value.exit_code) == (case.kind, 14)
    assert len(server.asked) == case.asked
    assert len(message) < 600
    assert "\n" not in message
    assert not any(key in message + "".join(chat.notes) for key in canary_keys)
    (exchange,) = chat.transcript.exchanges
    assert (exchange.error, exchange.error_kind, exchange.tries) == (message, case.kind, case.asked)


@pytest.mark.parametrize("wire", WIRES)
def test_a_server_that_recovers_is_asked_again(wire: str) -> None:
    answers = (Fault(503), Fault(429, headers={"Retry-After": "0.02"}), Drop(), Say("at last"))
    with model_server(*answers[:2], Say("at last")) as server:
        chat = conversation(server, wire)
        assert chat.say("hello") == Reply("at last")
        assert len(server.asked) == 3
    assert len(chat.notes) == 2
    assert "asked again after 0.02 s" in chat.notes[1]
    assert chat.transcript.notes == [f"writer: {note}" for note in chat.notes]
    assert chat.transcript.exchanges[0].tries == 3


@pytest.mark.parametrize("wire", WIRES)
def test_a_date_says_when_to_ask_again(wire: str) -> None:
    late = {"Retry-After": formatdate(time.time() + 900, usegmt=True)}
    with model_server(Fault(429, "slow", late)) as server, pytest.raises(ModelError, match=r"to wait (8\d\d|900) s"):
        conversation(server, wire).say("hello")
    with model_server(Fault(429, "slow", {"Retry-After": "soon"}), Say("here")) as server:
        assert conversation(server, wire).say("hello").text == "here"


def test_what_an_answer_lacks_is_named() -> None:
    answer = {"object": "chat.completion", "created": 0, "model": "tiny", "choices": []}
    with model_server(Raw(json.dumps(answer).encode())) as server, pytest.raises(ModelError) as caught:
        conversation(server, "chat").say("hello")
    assert "JSON that is no reply of a model (id: Input should be a valid string" in str(caught.value)


@pytest.mark.parametrize("wire", WIRES)
def test_a_server_that_never_answers_is_given_up(wire: str) -> None:
    with model_server(Hang()) as server:
        begun = time.monotonic()
        with pytest.raises(ModelError, match=r"gave no answer within 0\.3 s") as caught:
            conversation(server, wire, settings={"timeout": 0.3}).say("hello")
        assert time.monotonic() - begun < 2.0
        assert server.closed.wait(1.0)
    assert caught.value.kind == "time-out"


@pytest.mark.parametrize("wire", WIRES)
def test_a_key_that_a_server_repeats_is_hidden(wire: str, canary_keys: tuple[str, ...]) -> None:
    told = f"bad key {' '.join(canary_keys)}"
    for answer in (Fault(401, told), Fault(400, told), Raw(told.encode(), 200, "text/plain"), Refusal(told)):
        with model_server(answer) as server, pytest.raises(ModelError) as caught:
            conversation(server, wire).say("hello")
        assert "bad key" not in str(caught.value) or "_API_KEY>" in str(caught.value)
        assert not any(key in str(caught.value) for key in canary_keys)


@pytest.mark.parametrize("wire", WIRES)
def test_a_redirect_gets_no_request(wire: str) -> None:
    with model_server(Say("stolen")) as other:
        target = f"{other.address(wire)}/elsewhere"
        for status in (301, 302, 307, 308):
            with model_server(Raw(b"", status, None, {"Location": target})) as server, pytest.raises(ModelError):
                conversation(server, wire).say("hello")
    assert other.asked == []


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def refused() -> str:
    return f"http://127.0.0.1:{closed_port()}/v1"


def unknown_host() -> str:
    return "http://me:secret@no-such-host.invalid/v1?key=secret"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (refused, "the connection was refused: is the server running there?"),
        (unknown_host, "no-such-host.invalid/v1 cannot be reached: its host name is unknown"),
    ],
)
@pytest.mark.parametrize("wire", WIRES)
def test_an_unreachable_server_is_named(wire: str, address: Callable[[], str], words: str) -> None:
    given = address()
    with pytest.raises(ModelError) as caught:
        Conversation(open_model(WIRES[wire], base_url=given), "", role="").say("hello")
    assert words in str(caught.value)
    assert "secret" not in str(caught.value)
    assert (caught.value.kind, caught.value.field) == ("unreachable", "base_url")


def test_a_server_without_encryption_is_named() -> None:
    with model_server(Say("plain")) as server:
        address = server.address("chat").replace("http:", "https:")
        with pytest.raises(ModelError, match="no trusted encrypted connection: is it http, not https"):
            Conversation(open_model("vllm:tiny", base_url=address), "", role="").say("hello")


def test_a_proxy_of_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(ModelError, match="by way of the proxy of HTTP_PROXY"):
        Conversation(open_model("vllm:tiny", base_url="http://models.invalid/v1"), "", role="").say("hello")


def test_a_server_of_this_machine_needs_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("NO_PROXY", "")
    with model_server(Say("here")) as server:
        assert conversation(server, "chat").say("hello") == Reply("here")


def test_packed_answers_are_bounded_too() -> None:
    import gzip

    packed = gzip.compress(b'"' + b"x" * (MOST_BYTES + 1))
    with (
        model_server(Raw(packed, headers={"Content-Encoding": "gzip"})) as server,
        pytest.raises(ModelError, match="more than 32 MB"),
    ):
        conversation(server, "chat").say("hello")
    assert server.asked[0].headers["accept-encoding"] == "identity"

"""A model as writer: one shot, repairs with the error in hand, over a real HTTP server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scenewright.app.language_models import ModelError, Reply, open_chat, open_model
from scenewright.app.writers.model import layout_judge
from scenewright.app.writers.model.writer import REPAIRS, Judgement, WriterError, instructions, write
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.support.scripted_chat import ScriptedChat

GOOD = "Here you are.\n\n```python\nfrom scene.language import *\n@register('a crate')\ndef crate():\n    return primitive_call('cube', {'scale': 1})\n```\nEnjoy!"
BAD = GOOD.replace("'scale': 1", "'scael': 1")
CUT = GOOD[: GOOD.index("return primitive_call(") + 24]


def test_a_good_reply_is_taken_at_once() -> None:
    chat = ScriptedChat(GOOD)
    written = write("a crate", chat, evaluate_here)
    assert written.attempts == 1
    assert written.scene.root_name == "crate"
    assert written.program.startswith("from scene.language")
    assert "a crate" in chat.heard[0]


def test_a_repair_hands_back_the_error_with_its_line() -> None:
    chat = ScriptedChat(BAD, GOOD)
    written = write("a crate", chat, evaluate_here)
    assert written.attempts == 2
    assert "line 4" in chat.heard[1]
    assert ">    4 |     return primitive_call('cube', {'scael': 1})" in chat.heard[1]
    assert written.notes


def test_a_cut_off_reply_is_asked_for_again() -> None:
    chat = ScriptedChat(CUT, GOOD)
    assert write("a crate", chat, evaluate_here).attempts == 2
    assert "cut off" in chat.heard[1]


def test_after_the_repairs_the_error_keeps_every_reply() -> None:
    chat = ScriptedChat(*[BAD] * (1 + REPAIRS))
    with pytest.raises(WriterError) as caught:
        write("a crate", chat, evaluate_here)
    assert len(caught.value.replies) == 1 + REPAIRS
    assert "line 4" in str(caught.value)


# -- what a judge finds ---------------------------------------------------------------------------------------------------


def sized(size: float) -> str:
    return GOOD.replace("'scale': 1", f"'scale': {size}")


class Counting:
    """A judge to whom a crate is the worse the larger it is; it keeps what it saw."""

    def __init__(self) -> None:
        self.seen: list[float] = []

    def __call__(self, source: str, scene: Scene) -> Judgement | None:
        low, high = scene.bounds
        self.seen.append(round(float(high[0] - low[0]), 3))
        wrong = round(10 * (self.seen[-1] - 1))
        return Judgement((wrong,), f"{wrong} wrong", f"make it smaller by {wrong}" if wrong else "")


def test_what_a_judge_likes_needs_no_turn() -> None:
    chat, judge = ScriptedChat(GOOD), Counting()
    written = write("a crate", chat, evaluate_here, judge)
    assert (written.attempts, written.notes, judge.seen) == (1, [], [1.0])


def test_the_model_may_mend_once_what_a_judge_finds() -> None:
    chat, judge = ScriptedChat(sized(2), sized(1.5), GOOD), Counting()
    written = write("a crate", chat, evaluate_here, judge)
    assert chat.heard[1:] == ["make it smaller by 10"]
    assert written.attempts == 2
    assert written.replies == (sized(2), sized(1.5))
    assert "'scale': 1.5" in written.program
    assert judge.seen == [2.0, 1.5]
    assert written.notes == ["reply 1: 10 wrong", "reply 2 is kept: 5 wrong"]


@pytest.mark.parametrize("again", [sized(3), sized(2), BAD, CUT])
def test_the_better_reply_is_kept(again: str) -> None:
    written = write("a crate", ScriptedChat(sized(2), again), evaluate_here, Counting())
    assert "'scale': 2" in written.program
    assert written.scene.root_name == "crate"
    assert written.replies == (sized(2), again)
    assert written.notes[1].startswith("reply 1 is kept: reply 2 ")


def test_the_judge_is_asked_after_errors_are_repaired() -> None:
    chat, judge = ScriptedChat(BAD, sized(2), GOOD), Counting()
    written = write("a crate", chat, evaluate_here, judge)
    assert written.attempts == 3
    assert chat.heard[2] == "make it smaller by 10"
    assert [n.split(":")[0] for n in written.notes] == ["reply 1", "reply 2", "reply 3 is kept"]


def test_a_model_that_falls_silent_loses_nothing() -> None:
    class Silent(ScriptedChat):
        def say(self, text: str) -> Reply:
            if not self.replies:
                raise ModelError("m gave no answer")
            return super().say(text)

    written = write("a crate", Silent(sized(2)), evaluate_here, Counting())
    assert "'scale': 2" in written.program
    assert written.notes[-1] == "reply 1 is kept: m gave no answer"


def test_what_cannot_be_judged_is_taken_as_it_is() -> None:
    assert write("a crate", ScriptedChat(GOOD), evaluate_here, lambda source, scene: None).attempts == 1


ROOMY = """```python
from scene.language import *
@register('a box')
def box_(): return transform_shape(primitive_call('cube', {'scale': (1, 1, 1)}), translation_matrix((0, 0.5, 0)))
@register('a store')
def store():
    return concat_shapes(room(5, 5, 2.6), place('box_', at=(-1.5, 0, 0), name='one'), place('box_', at=(1.5, 0, 0), name='two'))
relate(near('one', 'two', 0, 4))
```"""


def test_the_layout_is_a_judge() -> None:
    judge = layout_judge(evaluate_here)
    dangling = ROOMY.replace("'one', 'two', 0", "'ona', 'two', 0")
    chat = ScriptedChat(dangling, ROOMY)
    written = write("a store", chat, evaluate_here, judge)
    assert "there is no instance 'ona'; the nearest: store/one" in chat.heard[1]
    assert "near('ona', 'two')" in chat.heard[1]
    assert "'ona'" not in written.program
    assert "1 relation cannot be read" in written.notes[0]
    assert written.notes[1].startswith("reply 2 is kept: 2 of 2 bodies placed")
    assert write("a store", ScriptedChat(ROOMY), evaluate_here, judge).attempts == 1


def test_the_instructions_list_the_catalogue() -> None:
    assert "armchair, desk" in instructions(("armchair", "desk"))
    assert "{{" not in instructions(())


def test_the_example_of_the_instructions_is_a_program() -> None:
    from scenewright.scene.replies import extract_program

    source = extract_program(instructions(())).source
    first, rest = source.replace("asset_call(", "stand_in(").split("\n", 1)
    stand_in = "def stand_in(words):\n    return primitive_call('cube', {'scale': 0.5})"
    stubbed = f"{first}\n{stand_in}\n{rest}"
    scene = evaluate_here(stubbed)
    assert scene.root_name == "study"
    assert all(paths for r in scene.relations for paths in r.paths.values())


@contextmanager
def server(*replies: str, status: int = 200) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """An OpenAI-compatible server on loopback."""
    asked: list[dict[str, object]] = []
    waiting = list(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if status != 200:
                body = json.dumps({"error": {"message": f"bad key {self.headers['Authorization']}"}})
            else:
                message = {"role": "assistant", "content": waiting.pop(0)}
                choice = {"index": 0, "message": message, "finish_reason": "stop"}
                usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
                body = json.dumps(
                    {
                        "id": "1",
                        "object": "chat.completion",
                        "created": 0,
                        "model": "m",
                        "choices": [choice],
                        "usage": usage,
                    }
                )
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/v1", asked
    finally:
        httpd.shutdown()
        httpd.server_close()


def test_a_local_server_is_spoken_to_turn_by_turn() -> None:
    pytest.importorskip("pydantic_ai")
    with server(BAD, GOOD) as (address, asked):
        chat = open_chat("ollama:some-model", instructions="You write scenes.", base_url=address)
        written = write("a crate", chat, evaluate_here)
    assert written.attempts == 2
    assert asked[0]["model"] == "some-model"
    told = json.dumps(asked[1]["messages"])
    assert "You write scenes." in told
    assert "scael" in told
    assert len(asked[1]["messages"]) > len(asked[0]["messages"])  # type: ignore[arg-type]


@pytest.mark.parametrize("by", ["cancel", "deadline"])
def test_a_model_that_thinks_for_long_is_not_waited_for(by: str) -> None:
    asked = threading.Event()
    over = threading.Event()

    class Slow(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.set()
            over.wait(30.0)

        def log_message(self, *_: object) -> None:
            pass

    silent = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=silent.serve_forever, daemon=True).start()
    job = Job(name="the writing", seconds=3.0 if by == "deadline" else 60.0)
    if by == "cancel":
        threading.Thread(target=lambda: (asked.wait(30.0), job.cancel()), daemon=True).start()
    try:
        chat = open_chat(
            "vllm:slow", instructions="", base_url=f"http://127.0.0.1:{silent.server_address[1]}/v1", job=job
        )
        with pytest.raises(JobCancelled, match="the writing was"):
            write("a crate", chat, evaluate_here, job=job)
    finally:
        over.set()
        silent.shutdown()
        silent.server_close()


def test_a_writing_that_is_cancelled_asks_no_more() -> None:
    job = Job()
    chat = ScriptedChat(BAD, GOOD)

    def evaluate(source: str) -> Scene:
        job.cancel()
        return evaluate_here(source)

    with pytest.raises(JobCancelled):
        write("a crate", chat, evaluate, job=job)
    assert len(chat.heard) == 1


def test_a_judge_ends_with_its_job() -> None:
    job = Job()
    job.cancel()
    judge, program = layout_judge(evaluate_here, job=job), ROOMY.split("```")[1].removeprefix("python\n")
    with pytest.raises(JobCancelled, match="the judging was cancelled"):
        judge(program, evaluate_here(program))


def test_a_refusal_is_told_without_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pydantic_ai")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-key")
    with server(status=401) as (address, _):
        chat = open_chat("openai:gpt", instructions="x", base_url=address)
        with pytest.raises(ModelError) as caught:
            chat.say("hello")
    assert "sk-very-secret-key" not in str(caught.value)
    assert "401" in str(caught.value)


def test_a_server_that_is_not_there() -> None:
    pytest.importorskip("pydantic_ai")
    chat = open_chat("vllm:m", instructions="x", base_url="http://127.0.0.1:9/v1")
    with pytest.raises(ModelError, match="m "):
        chat.say("hello")


@pytest.mark.parametrize("model", ["gpt", "nobody:x", "openai:", ":x"])
def test_an_unknown_model_shows_the_form(model: str) -> None:
    with pytest.raises(ModelError, match="provider:name"):
        open_model(model)


def test_hosted_models_need_their_key(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pydantic_ai")
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    for model, name in (
        ("openai:x", "OPENAI_API_KEY"),
        ("anthropic:x", "ANTHROPIC_API_KEY"),
        ("google:x", "GEMINI_API_KEY"),
    ):
        with pytest.raises(ModelError, match=name):
            open_model(model)

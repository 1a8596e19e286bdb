"""How language models are spoken to, over HTTP to a server on loopback: what a turn costs beside the model, how fast a request is given up,
how many faults are one clear error, and whether what was said can be said again without a network.

python -m tests.benchmarks.bench_models [--turns N] [--answers N] [--seed N] [--json FILE]

`answers with something wrong`: good answers of each wire format in which one or two places were changed, half of them typed. Each must end in
an answer or in one error of ours ('told'); any other exception is a failure ('escaped'), and so is a transcript whose replay says anything else.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import threading
import time
import warnings
from typing import Any

from scenewright.app.language_models import Budget, Conversation, ModelError, Patience, Transcript, open_model
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from tests.benchmarks.figures import give, options
from tests.support.model_server import WIRES, Call, Hang, Raw, Say, model_server
from tests.support.mutated_answers import mutated, whole_answer
from tests.support.shelves import ShelfPlan

KEY = "sk-canary-0123456789"
QUICK = Patience(first_wait=0.001)


def turns(wire: str, count: int) -> dict[str, float]:
    """Milliseconds of a turn in text and of a typed one, and of the same by a replay."""
    took: dict[str, list[float]] = {"text": [], "typed": [], "replayed": []}
    with model_server(*[Say("so be it"), Call({"boards": 3})] * count) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        transcript = Transcript()
        for number in range(count):
            chat = Conversation(model, "You plan.", role="planner", transcript=transcript)
            took["text"].append(_milliseconds(lambda chat=chat, n=number: chat.say(f"turn {n}")))
            took["typed"].append(_milliseconds(lambda chat=chat, n=number: chat.ask(f"shelf {n}", ShelfPlan)))
    replay = transcript.replay()
    for number in range(count):
        chat = Conversation(replay, "You plan.", role="planner")
        took["replayed"].append(_milliseconds(lambda chat=chat, n=number: chat.say(f"turn {n}")))
        chat.ask(f"shelf {number}", ShelfPlan)
    return {f"{name} ms": round(statistics.median(values), 1) for name, values in took.items()}


def _milliseconds(do: Any) -> float:
    begun = time.perf_counter()
    do()
    return 1000.0 * (time.perf_counter() - begun)


def cancelled(wire: str, count: int) -> dict[str, float]:
    """Milliseconds from a cancel until the caller has its turn again, and until the server sees that the connection is closed."""
    back, closed = [], []
    for _ in range(count):
        with model_server(Hang()) as server:
            job, at = Job(), []

            def cancel(job: Job = job, at: list[float] = at, arrived: threading.Event = server.arrived) -> None:
                arrived.wait(10.0)
                time.sleep(0.05)
                at.append(time.perf_counter())
                job.cancel()

            thread = threading.Thread(target=cancel)
            thread.start()
            try:
                Conversation(open_model(WIRES[wire], base_url=server.address(wire)), "", role="", job=job).say("x")
            except JobCancelled:
                back.append(1000.0 * (time.perf_counter() - at[0]))
            server.closed.wait(5.0)
            closed.append(1000.0 * (time.perf_counter() - at[0]))
            thread.join()
    return {"given up ms": round(max(back), 0), "closed ms": round(max(closed), 0)}


def wrong_answers(wire: str, count: int, chance: random.Random) -> dict[str, int]:
    """What becomes of answers with something wrong."""
    figures = {"answers with something wrong": count, "taken": 0, "told": 0, "escaped": 0, "replayed otherwise": 0}
    with model_server(Say("")) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        for number in range(count):
            typed = number % 2 == 1
            wrong = mutated(whole_answer(wire, typed=typed), chance)
            if wrong and chance.random() < 0.5:
                wrong = mutated(wrong, chance)
            server.answers[:] = [Raw(json.dumps(wrong).encode("utf-8", "surrogatepass"))]
            kind, heard, transcript = _heard(model, typed)
            figures[kind] += 1
            told = json.loads(json.dumps(transcript.to_json()))
            _, again, _ = _heard(Transcript.from_json(told).replay(), typed)
            if again != heard:
                figures["replayed otherwise"] += 1
    return figures


def _heard(model: Any, typed: bool) -> tuple[str, str, Transcript]:
    transcript = Transcript()
    chat = Conversation(model, "", role="writer", budget=Budget(requests=4), transcript=transcript, patience=QUICK)
    try:
        answer = chat.ask("a shelf", ShelfPlan) if typed else chat.say("hello")
    except ModelError as error:
        return ("escaped" if KEY in str(error) else "told"), str(error), transcript
    except Exception as error:  # noqa: BLE001 - the point of the bench
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return "escaped", str(error), transcript
    return "taken", repr(answer), transcript


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--turns", type=int, default=40, metavar="N")
    parser.add_argument(
        "--answers", type=int, default=250, metavar="N", help="with something wrong, of each wire format"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    os.environ.update(dict.fromkeys(("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"), KEY))
    chance = random.Random(given.seed)
    figures = {
        wire: turns(wire, given.turns) | cancelled(wire, 5) | wrong_answers(wire, given.answers, chance)
        for wire in WIRES
    }
    give(figures, given.json)
    return int(any(f["escaped"] or f["replayed otherwise"] for f in figures.values()))


if __name__ == "__main__":
    sys.exit(main())

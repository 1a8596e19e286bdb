"""Random changes of real texts against the readers of the host: replies, descriptions, questions, queries, and JSON of edits.

What is changed is valid: replies of models, descriptions and questions in English, lists of edits. Texts are cut, spliced, repeated,
and letters replaced by odd ones; values of edits are replaced, removed, moved and renamed where they stand in the tree.
"""

from __future__ import annotations

import contextlib
import copy
import json
import os
import random
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import InternalError, ScenewrightError
from tests.hostile.text_corpus import TEXTS
from tests.support import hostile_edits, hostile_texts

__all__ = ["READERS", "FuzzRun", "fuzz", "fuzz_faults"]

SLOWEST = 10.0
"""Seconds of the processor that one text may take."""

DESCRIPTIONS = (
    "A cozy reading corner with a red armchair next to a tall bookshelf, and a floor lamp behind the armchair.",
    "a 4 m by 5 m bedroom with a double bed, two nightstands each with a lamp, and a rug in front of the bed",
    "An office: two desks face each other; on each of them is a laptop. Three shelves stand against the back wall.",
    "Kitchen with four chairs around a round table. There's no window. A bowl of fruit is on the table.",
)
QUESTIONS = (
    "how many chairs are there?",
    "how far is the lamp from the chair?",
    "is the lamp on the desk?",
    "which is taller, the desk or the chair?",
    "what is to the left of the desk, as seen from the camera?",
    "what color is the lamp?",
)
QUERIES = (
    "the red lamp on the desk",
    "the chair nearest to the desk but not the lamp",
    "the second thing from the left within 2.5 m of the desk",
    "which chair is between the desk and the lamp",
)
REPLIES = (
    "Here is the scene:\n\n```python\n" + hostile_texts.ROOM + "```\nIt has a lamp.",
    "<think>a room</think>\n" + hostile_texts.ROOM,
    json.dumps({"program": hostile_texts.ROOM}),
    "1. First\n```python\n"
    + hostile_texts.ROOM[:200]
    + "\n```\n2. Then\n```python\n"
    + hostile_texts.ROOM[200:]
    + "\n```\n",
)
_ODD_PIECES = (
    *(
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\ud800",
        "\u0301" * 6,
        "9" * 400,
        "-" * 50,
        "```",
        "'''",
        '"',
        "\\",
        "\n\n",
        "\t",
    ),
    *(
        "{",
        "}",
        "[" * 30,
        ")" * 30,
        " " * 300,
        "the ",
        "of the ",
        " and ",
        " not ",
        "1e400 ",
        "\u0663",
        "\ufdfa",
        "a" * 70,
        "</think>",
        ";",
    ),
)
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 1e300, -1e-300, 10**30, "", "x", "90", "chair", "\x1b[0m", "\ud800", "x" * 3_000),
    *([], {}, [1, 2, 3], ["1", "2", "3"], [[0]], {"a": 1}, [0, 0, 0], ["chair"] * 50),
)


@dataclass
class FuzzRun:
    """What came of many texts. `faults`: seed and traceback of each exception that was not one of ours, and of what took too long."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0


def fuzz(reader: str, runs: int, *, seed: int) -> FuzzRun:
    """Give `runs` changed texts to a reader of :data:`READERS`."""
    read, change = READERS[reader]
    run = FuzzRun()
    hostile_texts.search_catalogue(
        "qwzx armchair"
    )  # loads the model of meanings, which takes seconds, before anything is timed
    for number in range(runs):
        chance = random.Random(f"{seed} {number}")
        text = change(chance)
        begun = _spent()
        try:
            read(text)
            outcome = "read"
        except InternalError as error:
            run.faults.append(f"{reader} {number}: {error}: {traceback.format_exc()[-1500:]}")
            outcome = "fault"
        except ScenewrightError as error:
            outcome = type(error).__name__
            if not str(error) or len(str(error)) > 5_000:
                run.faults.append(f"{reader} {number}: a message of {len(str(error))} characters")
        except BaseException:  # noqa: BLE001 - whatever else comes is what the fuzzer looks for
            run.faults.append(f"{reader} {number}: {text[:200]!a}: {traceback.format_exc()[-1500:]}")
            outcome = "fault"
        seconds = _spent() - begun
        run.slowest = max(run.slowest, seconds)
        if seconds > SLOWEST:
            run.faults.append(f"{reader} {number}: it took {seconds:.1f} s: {text[:200]!a}")
        run.outcomes[outcome] += 1
    return run


def _spent() -> float:
    """Seconds of the processor, which the load of the machine does not change: of this process and of its children that ended."""
    return sum(os.times()[:4])


def fuzz_faults(reader: str, runs: int, seed: int) -> list[str]:
    """The faults of :func:`fuzz`, for a host in another process."""
    return fuzz(reader, runs, seed=seed).faults


def changed_text(texts: tuple[str, ...], chance: random.Random) -> str:
    """One of the texts with one to six changes."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 6)):
        at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        match chance.randrange(7):
            case 0:
                text = text[:at] + text[end:]
            case 1:
                text = text[:end] + text[at:]
            case 2:
                other = chance.choice(texts)
                text = text[:at] + other[chance.randrange(len(other)) :]
            case 3:
                text = text[:at] + chance.choice(_ODD_PIECES) * chance.choice((1, 1, 1, 3, 20)) + text[at:]
            case 4:
                text = (
                    text[:at]
                    + chr(chance.choice((chance.randrange(0x20, 0x7F), chance.randrange(0x2000))))
                    + text[at + 1 :]
                )
            case 5:
                words = text.split(" ")
                chance.shuffle(words)
                text = " ".join(words)
            case _:
                odd = TEXTS[chance.choice(sorted(TEXTS))]
                text = text[:at] + odd[: chance.randrange(1, 200)] + text[at:]
        text = text[:20_000]
        if not text:
            return text
    return text


def changed_edits(chance: random.Random) -> str:
    """A text of valid edits with one to four changes: mostly of values in the tree, sometimes of the text."""
    listed = [
        edit
        for text in chance.choices(hostile_edits.texts_of_edits(), k=chance.randint(1, 3))
        for edit in json.loads(text)
    ]
    for _ in range(chance.randint(1, 4)):
        _change_value(listed, chance)
    text = json.dumps(listed)
    if chance.random() < 0.2:
        at = chance.randrange(len(text) + 1)
        text = chance.choice(
            (text[:at], text[:at] + chance.choice(('"', "NaN", "[", "1e999", "}", "9" * 60)) + text[at:])
        )
    return text


def _change_value(tree: Any, chance: random.Random) -> None:
    holders = list(_holders(tree))
    holder = chance.choice(holders)
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return
    key = chance.choice(keys)
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(("kind", "path", "by", "to", "name", "x", ""))] = holder.pop(key)
        case 2:
            other = chance.choice(holders)
            holder[key] = copy.deepcopy(other) if len(json.dumps(other)) < 5_000 else None
        case _:
            holder[key] = copy.deepcopy(chance.choice(_ODD_VALUES))


def _holders(tree: Any) -> Any:
    if isinstance(tree, (list, dict)):
        yield tree
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _holders(item)


def _of(texts: tuple[str, ...]) -> Callable[[random.Random], str]:
    return lambda chance: changed_text(texts, chance)


def _read_edits(text: str) -> None:
    """Read edits and, for one in twenty, make them: each needs several evaluations."""
    hostile_texts.read_edit_text(text)
    if len(text) % 20 == 0:
        with contextlib.suppress(ScenewrightError):
            hostile_edits.apply_file(text)


READERS: dict[str, tuple[Callable[[str], Any], Callable[[random.Random], str]]] = {
    "replies": (hostile_texts.read_reply, _of(REPLIES)),
    "descriptions": (hostile_texts.describe, _of(DESCRIPTIONS)),
    "questions": (hostile_texts.ask, _of(QUESTIONS)),
    "queries": (hostile_texts.query, _of(QUERIES)),
    "edits": (_read_edits, changed_edits),
}
"""By what they read: what a host does with such a text, and what makes one."""

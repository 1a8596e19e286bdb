"""Gives pictures to a child that decodes them, and checks what comes back: a hostile picture may have taken the child over."""

from __future__ import annotations

import json
import math
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from scenewright.scene.children import default_supervisor
from scenewright.scene.jobs import Job
from scenewright.scene.limits import TEXTURE_PIXELS
from scenewright.scene.pictures.errors import PictureError
from scenewright.scene.pictures.formats import FORMATS, START_BYTES, listed, picture_format
from scenewright.scene.pictures.server import PICTURE_READERS, AnswerChannel, ChannelLost
from scenewright.scene.printing import printable

__all__ = ["PICTURE_READERS", "DecodeRequest", "PictureAnswer", "answers_of"]

Want = Literal["facts", "rgba", "gray", "photograph"]

_CHANNELS: Mapping[str, tuple[int, ...]] = {"facts": (), "rgba": (4,), "gray": (1,), "photograph": (3, 4)}
_HEADER_BYTES = 1 << 16
_BATCH_BYTES = 64 << 20
"""Of the files for one child, which may exceed it by the last one."""
_MEMORY = 3 << 30
_MEMORY_PER_PIXEL = 16
_LEAST_MEMORY = 512 << 20
"""Bytes beyond what the server has: the pixels, those of a progressive JPEG before they are put together, a conversion."""
_CPU_SECONDS = 5
"""Of the processor for one child. 67 million pixels of PNG, JPEG or WebP take 1 to 3."""
_CPU_SECONDS_OF_PHOTOGRAPHS = 8
"""With the conversion of colours of up to 179 million pixels."""
_SECONDS = 40.0
"""Of the clock, on a machine that is busy with other work."""
_MUCH = 1 << 62
_WASTED_SECONDS = 8.0
"""Spent on pictures that end without an answer; after it, those that remain are not tried."""


@dataclass(frozen=True)
class DecodeRequest:
    """A picture, and what is wanted of it: see :func:`scenewright.scene.pictures.decoding.decode`. `data`: the content of its file, or what
    reads it when its turn comes and raises PictureError where it cannot. `formats`: those that are opened."""

    data: bytes | Callable[[], bytes]
    want: Want
    formats: tuple[str, ...] = FORMATS
    most_pixels: int = TEXTURE_PIXELS
    reduce: int = 1
    upright: bool = False
    size: tuple[int, int] | None = None

    def options(self) -> dict[str, Any]:
        return {
            "most_pixels": self.most_pixels,
            "reduce": self.reduce,
            "upright": self.upright,
            "size": None if self.size is None else list(self.size),
        }


@dataclass(frozen=True)
class PictureAnswer:
    """`pixels`: (H, W, C) sRGB, first row at the top, not writable; None where none are wanted. `facts`: see the decoder. `error`: why
    the picture is not read, as a clause; '' where it is."""

    pixels: npt.NDArray[np.uint8] | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""


def answers_of(
    requests: Sequence[DecodeRequest], *, most_pixels: int | None = None, job: Job | None = None
) -> list[PictureAnswer]:
    """The answers to requests, in their order. A picture that cannot be read is an answer with an `error`.

    Of pictures ('rgba', 'gray') after which all have more than `most_pixels` together, the facts alone are answered.

    Several pictures share a child, which sees nothing of other calls. One that ends it (by its time, its memory, or a flaw of a decoder)
    is read again alone, if others came before it.

    Raises:
        ConfinementError: the process that decodes pictures does not start.
        ProjectError: 'write': this process may not write as much as it must be given.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    answers: dict[int, PictureAnswer] = {}
    waiting = list(enumerate(requests))
    left = _MUCH if most_pixels is None else most_pixels
    wasted = 0.0
    while waiting:
        batch, refused = _batch(waiting)
        answers |= refused
        began = time.monotonic()
        read, why = _answers([sent for _, sent in batch], left, job) if batch else ([], "")
        left -= sum(answer.pixels[..., 0].size for answer in read if answer.pixels is not None)
        answers |= {at: answer for (at, _), answer in zip(batch, read, strict=False)}
        if why and not read:
            answers[batch[0][0]] = PictureAnswer(error=why)
            wasted += time.monotonic() - began
        waiting = [(at, request) for at, request in waiting if at not in answers]
        if wasted > _WASTED_SECONDS:
            late = PictureAnswer(error="other pictures beside it took too long: replace them first")
            answers |= {at: late for at, _ in waiting}
            break
    return [answers[at] for at in range(len(requests))]


@dataclass(frozen=True)
class _Sent:
    request: DecodeRequest
    name: str
    """Of its format."""
    data: bytes


def _batch(
    waiting: Sequence[tuple[int, DecodeRequest]],
) -> tuple[list[tuple[int, _Sent]], dict[int, PictureAnswer]]:
    """(the next requests for one child, the answers to those before and between them that no child sees)."""
    batch: list[tuple[int, _Sent]] = []
    refused: dict[int, PictureAnswer] = {}
    size = 0
    for at, request in waiting:
        try:
            data = request.data if isinstance(request.data, bytes) else request.data()
        except PictureError as error:
            refused[at] = PictureAnswer(error=str(error))
            continue
        name = picture_format(data[:START_BYTES])
        if name not in request.formats:
            reason = f"it is no picture that can be read ({listed(request.formats)})"
            refused[at] = PictureAnswer(error=reason)
            continue
        batch.append((at, _Sent(request, name, data)))
        size += len(data)
        if size > _BATCH_BYTES:
            break
    return batch, refused


_turns = threading.BoundedSemaphore(max(PICTURE_READERS.limits.at_once, 2))
"""So many children decode at one time in this process."""


def _answers(batch: Sequence[_Sent], left: int, job: Job) -> tuple[list[PictureAnswer], str]:
    """The answers of one child, as far as it came, and why it did not come further; '' where all are answered."""
    most = max(sent.request.most_pixels for sent in batch)
    photographs = any(sent.request.want == "photograph" for sent in batch)
    cpu_seconds = _CPU_SECONDS_OF_PHOTOGRAPHS if photographs else _CPU_SECONDS
    limits = {
        "memory": min(_MEMORY, _LEAST_MEMORY + _MEMORY_PER_PIXEL * most),
        "cpu_seconds": cpu_seconds,
        "threads": int(any(sent.name == "HEIF" for sent in batch)),
    }
    answers: list[PictureAnswer] = []
    with _turns, default_supervisor().lend(PICTURE_READERS, "", job=job) as server:
        began = time.monotonic()
        channel = None
        try:
            channel = server.open(_request(batch, left), limits, _SECONDS, job)
            answers.extend(_received(channel, sent.request) for sent in batch)
        except ChannelLost as lost:
            busy = time.monotonic() - began
            if lost.late or busy >= _CPU_SECONDS:
                return (
                    answers,
                    f"it was not decoded within {_CPU_SECONDS} s of the processor: make it smaller or simpler",
                )
            return answers, "it broke the process that decodes it: replace it"
        except ValueError as error:
            return answers, f"the process that decodes it answered with something else ({printable(str(error)[:200])})"
        finally:
            if channel is not None:
                channel.close()
    return answers, ""


def _request(batch: Sequence[_Sent], left: int) -> Iterator[bytes]:
    listing = [
        {"want": sent.request.want, "format": sent.name, "bytes": len(sent.data), "options": sent.request.options()}
        for sent in batch
    ]
    head = json.dumps({"left": left, "pictures": listing}).encode()
    yield struct.pack(">Q", len(head)) + head
    for sent in batch:
        yield sent.data


def _received(channel: AnswerChannel, request: DecodeRequest) -> PictureAnswer:
    """The next answer.

    Raises:
        ValueError: it is no answer to the request.
    """
    size = bytearray(8)
    channel.fill(memoryview(size))
    length = int.from_bytes(size, "big")
    if length > _HEADER_BYTES:
        raise ValueError(f"a header of {length:,} bytes")
    text = bytearray(length)
    channel.fill(memoryview(text))
    try:
        answer = json.loads(text)
    except RecursionError:
        raise ValueError("nested JSON") from None
    if not isinstance(answer, dict):
        raise ValueError("no object")
    if "error" in answer:
        return PictureAnswer(error=printable(str(answer["error"])[:300]))
    facts = answer.get("facts")
    if not isinstance(facts, dict):
        raise ValueError("no facts")
    if request.want != "photograph":
        facts = _checked_facts(facts, request)
    shape = answer.get("shape")
    if request.want == "facts" or (request.want != "photograph" and shape is None):
        return PictureAnswer(facts=facts)
    if not (isinstance(shape, list) and len(shape) == 3 and all(type(n) is int and n > 0 for n in shape)):
        raise ValueError("no shape")
    if shape[0] * shape[1] > request.most_pixels or shape[2] not in _CHANNELS[request.want]:
        raise ValueError(f"a picture of {shape}")
    pixels = np.empty(shape, dtype=np.uint8)
    channel.fill(pixels.data.cast("B"))
    pixels.flags.writeable = False
    return PictureAnswer(pixels, {"masked": facts.get("masked") is True} if request.want == "photograph" else facts)


def _checked_facts(facts: dict[str, Any], request: DecodeRequest) -> dict[str, Any]:
    size = facts.get("size")
    if not (isinstance(size, list) and len(size) == 2 and all(type(n) is int and n > 0 for n in size)):
        raise ValueError("no size")
    if size[0] * size[1] > request.most_pixels:
        raise ValueError(f"a size of {size}")
    if request.want != "facts":
        return {"size": (size[0], size[1])}
    focal, lens = facts.get("focal"), facts.get("lens")
    if not (focal is None or (_number(focal) and focal > 0)):
        raise ValueError("no focal length")
    if not (isinstance(lens, list) and len(lens) == 4 and all(isinstance(text, str) for text in lens[:2])):
        raise ValueError("no lens")
    if not all(value is None or _number(value) for value in lens[2:]):
        raise ValueError("no lens")
    return {"size": (size[0], size[1]), "turned": facts.get("turned") is True, "focal": focal, "lens": tuple(lens)}


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)

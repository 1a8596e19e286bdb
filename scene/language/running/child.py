"""The process that runs one program: it confines itself, reads the request, answers and ends."""

from __future__ import annotations

import faulthandler
import gc
import importlib
import io
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, BinaryIO, NoReturn

from scenewright.scene.children.kernel import KernelLevel, Lockdown, survey
from scenewright.scene.errors import BudgetError, ConfinementError, ProgramError, ScenewrightError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.channel import (
    Decoder,
    FrameKind,
    decode_error,
    encode_error,
    frame,
    frame_json,
    parse_json,
)
from scenewright.scene.language.running.library_texts import read_libraries
from scenewright.scene.language.running.limits import set_budget_limits, set_fixed_limits
from scenewright.scene.language.running.policy import check
from scenewright.scene.language.running.policy_names import MODULES, installed_name
from scenewright.scene.language.running.program_errors import locate, text_of
from scenewright.scene.language.running.source import parse

__all__ = ["CHANNEL", "DUMP", "Preparation", "live", "run_once"]

CHANNEL, DUMP = 3, 4
"""File numbers in a forked child: 0 is empty, 1 and 2 take the prints; then the channel to the host, and crash reports."""

_RECURSION_LIMIT = 6_000
_BALLAST_BYTES = 4 << 20
_READ = 1 << 20
_REQUEST_LIMITS = {FrameKind.REQUEST: 64 << 20, FrameKind.ANSWER: 64 << 20, FrameKind.REFUSAL: 1 << 20}
# Codecs are loaded from files on first use, which a confined program cannot read.
_CODECS = ("ascii", "latin-1", "utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "idna", "unicode-escape")
# Modules of ours that are otherwise loaded on first use, which would be too late.
_LATE_MODULES = (
    "scenewright.scene.model.bounds",
    "scenewright.scene.paths",
    "scenewright.scene.language.vocabulary.blocks",
    "scenewright.scene.language.vocabulary.colors",
    "scenewright.scene.language.vocabulary.surfaces",
)
_WARM_UP = """
from scene.language import *

room(3, 4, doors=[{'wall': 'back', 'offset': 0, 'width': 0.9, 'height': 2.0}])
light('ceiling')
camera((0, 1, 4), (0, 0, 0))
environment('soft morning light')
relate(on('lower', 'room'), next_to('lower', 'pair'))

@register('a cube on a cube')
def pair(z=None):
    shape = concat_shapes(
        place(primitive_call('cube', {'scale': 1.0}, color=(0.5, 0.5, 0.5)), at=(0, 0, 0), turn=30.0, name='lower'),
        primitive_call('cylinder', {'radius': 0.1, 'p0': (0, 1, 0), 'p1': (0, 2, 1)}, material={'roughness': 0.5}),
        primitive_call('sphere', {'radius': 0.1}, color=surface('oak')[0]),
    )
    random.random()
    return transform_shape(shape, rotation_matrix(math.pi / 3, (0, 1, 0), compute_shape_center(shape)))

@register()
def pairs():
    return loop(3, lambda i: transform_shape(library_call('pair', z=embed('worn')), translation_matrix((i, 0, 0))))

adjust('pair', move=(0, 0.1, 0))
"""

Ask = Callable[[dict[str, Any]], dict[str, Any]]
Entry = Callable[[dict[str, Any], Ask], bytes]


class Preparation:
    """Work that is done once before any program: loading every module that a program may import."""

    def __init__(self, entry: str, modules: list[str]) -> None:
        module, _, function = entry.partition(":")
        for name in (*sorted(MODULES), *_LATE_MODULES, *modules):
            importlib.import_module(installed_name(name))
        for codec in _CODECS:
            "a".encode(codec).decode(codec)
        self.entry: Entry = getattr(importlib.import_module(module), function)
        survey()  # loads the libraries of the kernel boundary from their files
        self._speaks_language = module.startswith("scenewright.")
        self.warm_up()

    def warm_up(self) -> None:
        """Run a small program of our own, so that everything it needs is loaded."""
        if self._speaks_language:
            self.entry({"source": _WARM_UP, "tree": check(_WARM_UP)}, _nobody)


def _nobody(_: dict[str, Any]) -> dict[str, Any]:
    raise ConfinementError("there is nobody to ask", kind="wire")


def live(preparation: Preparation, lockdown: Lockdown) -> NoReturn:
    """Run the program of a forked child, whose files are open under their numbers, and end the process.

    The child confines itself and warms up (the first write to a shared page is slow), then waits for the request.
    """
    code = 1
    try:
        sys.stdin = None
        sys.stdout, sys.stderr = _text_writer(1), _text_writer(2)
        gc.set_threshold(50_000, 20, 100)
        sys.setrecursionlimit(_RECURSION_LIMIT)
        _watch_signals(os.fdopen(DUMP, "wb", buffering=0))
        # One more than the open files, for setting up Landlock.
        set_fixed_limits(files=DUMP + 2 if lockdown.binds else None)
        conversation = _Conversation(CHANNEL, CHANNEL)
        try:
            lockdown.apply()
        except ConfinementError as error:
            conversation.send(frame_json(FrameKind.ERROR, encode_error(error)))
        else:
            preparation.warm_up()
            _answer(preparation, conversation)
        code = 0
    finally:
        # Nothing that was copied from the server may run: no exit handlers, no finalizers.
        os._exit(code)


def run_once(preparation: Preparation) -> int:
    """Run the program of a spawned process: standard input and output lead to the host, prints go to standard error.

    The request says how to confine the process, since it was started before this was known.
    """
    channel_out = os.dup(1)
    os.dup2(2, 1)
    sys.stdout, sys.stderr = _text_writer(1), _text_writer(2)
    conversation = _Conversation(0, channel_out)
    request = conversation.receive()
    budgets = Budgets.from_json(request["budgets"])
    _watch_signals(os.fdopen(os.dup(2), "wb", buffering=0))
    sys.setrecursionlimit(_RECURSION_LIMIT)
    set_fixed_limits(files=None)
    set_budget_limits(budgets)
    try:
        Lockdown(KernelLevel(request["level"])).apply()
    except ConfinementError as error:
        conversation.send(frame_json(FrameKind.ERROR, encode_error(error)))
    else:
        _answer(preparation, conversation, request)
    return 0


def _text_writer(fd: int) -> io.TextIOWrapper:
    raw = os.fdopen(fd, "wb", closefd=False)
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _watch_signals(report: BinaryIO) -> None:
    """Have C code report the running line on a crash, at the CPU limit and when the host asks, even during one long C call."""
    faulthandler.enable(report, all_threads=False)
    for name in ("SIGUSR1", "SIGXCPU"):
        if hasattr(signal, name):
            faulthandler.register(getattr(signal, name), report, all_threads=False, chain=False)


class _Conversation:
    """The child's end of the channel."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd, self._write_fd = read_fd, write_fd
        self._decoder = Decoder(_REQUEST_LIMITS)

    def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._write_fd, view) :]

    def receive(self) -> dict[str, Any]:
        """The next frame of the host.

        Raises:
            ScenewrightError: the error that the host sent in place of an answer.
        """
        while True:
            data = os.read(self._read_fd, _READ)
            if not data:
                os._exit(0)  # the host is gone
            for kind, payload in self._decoder.feed(data):
                if kind is FrameKind.REFUSAL:
                    raise decode_error(parse_json(payload))
                return parse_json(payload)

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        self.send(frame_json(FrameKind.ASK, question))
        return self.receive()


def _answer(preparation: Preparation, conversation: _Conversation, request: dict[str, Any] | None = None) -> None:
    ballast: bytearray | None = bytearray(_BALLAST_BYTES)
    try:
        request = request or conversation.receive()
        budgets, offered = Budgets.from_json(request["budgets"]), bool(request.get("libraries"))
        # A large syntax tree has no garbage, so collecting would only cost time.
        gc.disable()
        read = partial(check, libraries=offered) if request["policy"] else parse
        if request["policy"] or offered:
            tree = read(request["source"], budgets)
            texts = read_libraries(request["source"], tree, conversation.ask, read, budgets) if offered else {}
            request = {**request, "library_texts": texts, "tree": tree}
        gc.enable()
        reply = frame(FrameKind.RESULT, preparation.entry(request, conversation.ask))
    except BaseException as error:  # noqa: BLE001 - whatever a program raises has to reach the host as one message
        ballast = None  # frees memory for the report, where memory ran out
        reply = frame_json(FrameKind.ERROR, encode_error(explain(error)))
    del ballast
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    conversation.send(reply)


def explain(error: BaseException) -> ScenewrightError:
    """The error for the host. A spent budget or a refusal of the kernel is named, whatever exception wraps it."""
    if isinstance(error, ScenewrightError) and not isinstance(error, ProgramError):
        return error
    made = _named(error)
    if isinstance(error, ProgramError) and made is not error and error.line is not None:
        made.line, made.column, made.library = error.line, error.column, error.library
    locate(made, error.__traceback__)
    return made


def _named(error: BaseException) -> ProgramError:
    if isinstance(error, BudgetError):
        return error
    for cause in _causes(error):
        if isinstance(cause, MemoryError):
            return BudgetError(
                "the program needs more memory than its budget: make fewer or smaller arrays and parts", kind="memory"
            )
        if isinstance(cause, PermissionError):
            return ConfinementError(
                "the program tried to use files, the network, processes or executable memory, which the kernel refuses: "
                "remove it",
                kind="kernel",
            )
    if isinstance(error, ProgramError):
        return error
    if isinstance(error, RecursionError):
        return BudgetError("a function of the program calls itself without end", kind="recursion")
    if isinstance(error, SystemExit):
        return ProgramError("the program calls exit: it must run to its last line")
    return ProgramError(text_of(error))


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found and len(found) < 20:
        found.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found

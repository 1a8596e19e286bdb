"""What a host does with the bytes of a child: hold the conversation to its end, decode the scene, and use it."""

from __future__ import annotations

import functools
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

from scenewright.assets import Catalogue
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running import evaluate
from scenewright.scene.language.running.host_answers import HostAnswers
from scenewright.scene.language.running.program_run import ProgramRun
from scenewright.scene.language.running.servers import Start
from scenewright.scene.language.running.wire import decode_scene, encode_scene
from tests.hostile import wire_corpus
from tests.support.wire_parts import put_together, taken_apart


@functools.cache
def sound_wire() -> bytes:
    """The encoded scene that the mutants are made from."""
    return encode_scene(evaluate(wire_corpus.PROGRAM, assets=Catalogue.default()))


def use_scene(name: str) -> dict[str, Any]:
    """Decode a mutant of `SCENES`; what passes is used as any scene is."""
    texts, columns = taken_apart(sound_wire())
    wire_corpus.SCENES[name](texts, columns)
    return use_wire(put_together(texts, columns))


def use_bytes(name: str) -> dict[str, Any]:
    """Decode bytes of `BYTES`."""
    return use_wire(wire_corpus.BYTES[name]())


def use_wire(data: bytes) -> dict[str, Any]:
    """Decode a scene and use it: seconds of each stage."""
    from scenewright.app.session import Session
    from tests.support.hostile_programs import use_session

    scene = decode_scene(data)
    with tempfile.TemporaryDirectory(prefix="scenewright-hostile-") as folder:
        path = Path(folder) / "program.py"
        path.write_text(wire_corpus.PROGRAM, encoding="utf-8")
        session = Session.open(path)
        session.evaluate_text = lambda _source: scene  # type: ignore[method-assign]
        return use_session(session, Path(folder))


def hold_conversation(name: str) -> str:
    """The result of a run whose child sends `CONVERSATIONS[name]` and hangs up."""
    return converse(channel=wire_corpus.CONVERSATIONS[name]())


def read_dump(name: str) -> str:
    """The result of a run whose child writes `DUMPS[name]` as its crash report and ends."""
    return converse(dump=wire_corpus.DUMPS[name])


def read_status(name: str) -> str:
    """The result of a run whose server writes `STATUSES[name]` as the end of the child."""
    return converse(status=wire_corpus.STATUSES[name])


def converse(*, channel: bytes = b"", dump: bytes = b"", status: bytes = b'{"exit": 0, "signal": null}\n') -> str:
    """The beginning of the result of a run whose child writes these bytes to its channel, its crash report and its status."""
    budgets = Budgets(wall_seconds=3.0)
    pairs = [socket.socketpair() for _ in range(4)]
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    for end, data in zip(theirs, (channel, b"", dump, status), strict=True):
        threading.Thread(target=_send, args=(end, data), daemon=True).start()
    answers = HostAnswers(Catalogue.default(), Path(tempfile.gettempdir()), budgets, lambda: False)
    return ProgramRun(Start(*ours), b"", budgets, answers).run(None)[:100].hex()


def _send(end: socket.socket, data: bytes) -> None:
    try:
        end.sendall(data)
        end.shutdown(socket.SHUT_WR)
        while end.recv(1 << 16):
            pass
    except OSError:
        pass
    finally:
        end.close()

"""JSON bodies that are none, or hold what they should not; and texts that a careless page would run."""

from __future__ import annotations

import ast
import gzip
import json
import time
from collections.abc import Iterator
from typing import Any

from tests.support.hostile_studio.case import REFUSED, TAKEN, Case, asks, does, posts
from tests.support.hostile_studio.ground import Ground, Reply
from tests.support.worker_scenes import ROW

__all__ = ["BODIES", "MARKUP", "TEXTS"]

CHAT = "/api/sessions/<session>/chat"

SESSIONS = "/api/sessions"
FACE = "/api/sessions/<session>/interface"
SCENE = "/api/sessions/<session>/scene"

MARKUP = (
    '<img src=x onerror="window.hostile=1">',
    "</script><script>window.hostile=1</script>",
    "${window.hostile=1}",
    "{{constructor.constructor('window.hostile=1')()}}",
    "javascript:window.hostile=1",
    "\u202egnp.exe\u202c\u2066\u200b",
    "<svg/onload=window.hostile=1>",
    "&lt;b&gt;<!--",
    "__proto__",
)
"""Texts that run where a page takes them for more than text."""


def _session(name: str, tries: str, values: Any) -> Case:
    return posts(f"body-{name}", tries, SESSIONS, values)


def _face(name: str, tries: str, values: Any, statuses: Any = REFUSED) -> Case:
    return posts(f"interface-{name}", tries, FACE, values, method="PUT", statuses=statuses)


def _edits(name: str, tries: str, *edits: Any) -> Case:
    return posts(f"edit-{name}", tries, f"{SCENE}/edit", {"edits": list(edits)})


def _nested(depth: int, inner: str = "1") -> bytes:
    return b"[" * depth + inner.encode() + b"]" * depth


def _kept(values: bytes) -> Any:
    """Keep something about a page, and read it back: what was taken can be given back."""

    def send(ground: Ground) -> list[Reply]:
        json_type = [("Content-Type", "application/json")]
        kept = ground.ask("PUT", FACE, json_type, values)
        back = ground.ask("GET", "/api/sessions/<session>")
        clean = ground.ask("PUT", FACE, json_type, b'{"values": {"mark": "ben"}}')
        return [kept, back, clean]

    return send


def _renamed(name: str) -> Any:
    """Give a thing a name, and undo it. What was taken stands in the program as text."""

    def send(ground: Ground) -> list[Reply]:
        json_type = [("Content-Type", "application/json")]
        edit = {"edits": [{"kind": "rename", "path": "row/a", "name": name}]}
        made = ground.ask("POST", f"{SCENE}/edit", json_type, json.dumps(edit).encode())
        source = ground.ask("GET", f"{SCENE}/source")
        if made.status != 200:
            return [made, source]
        names = [node.id for node in ast.walk(ast.parse(source.json()["source"])) if isinstance(node, ast.Name)]
        assert "__import__" not in names
        return [made, source, ground.ask("POST", f"{SCENE}/step", json_type, b'{"what": "undo"}')]

    return send


def _blanks(size: int) -> Iterator[bytes]:
    for _ in range(size >> 16):
        yield b" " * (1 << 16)


_MOST = 4 << 20

BODIES = [
    _session("place-of-another-type", "break a check by a type", {"place": 1}),
    _session("place-true", "break a check by a type", {"place": True}),
    _session("place-list", "break a check by a type", {"place": ["a" * 20]}),
    _session("place-path", "open a folder by its path", {"place": "../../outside"}),
    _session("place-newline", "pass a pattern by a newline at the end", {"place": "a" * 20 + "\n"}),
    _session("place-null", "cut an id short", {"place": "a" * 20 + "\0"}),
    _session("unknown-field", "set what no page may", {"owner": "user:anna"}),
    _session("proto", "change what all objects have", {"__proto__": {"admin": True}}),
    _session("constructor", "change what all objects have", {"constructor": {"prototype": {}}}),
    _session("class", "reach Python's own attributes", {"__class__": "x", "__init__": {"__globals__": {}}}),
    _session("field-of-surrogates", "break the answer that quotes a name", b'{"\\ud800": 1}'),
    _session("field-of-100-kB", "have an answer quote a long name", {"a" * 100_000: 1}),
    _session("nothing", "break the reader", b""),
    _session("null", "break the reader", b"null"),
    _session("list", "break the reader", b"[]"),
    _session("text", "break the reader", b'"{}"'),
    _session("broken", "break the reader", b'{"place": '),
    _session("nan", "break the reader", b'{"place": NaN}'),
    _session("infinity", "break the reader", b'{"place": 1e999}'),
    _session("number-of-10000-digits", "keep the reader busy", b'{"place": ' + b"9" * 10_000 + b"}"),
    _session("deep", "exhaust the stack", b'{"place": ' + _nested(200_000) + b"}"),
    _session("not-utf-8", "break the reader", b'{"place": "\xff\xfe"}'),
    _session("null-bytes", "break the reader", b"{}\0\0"),
    posts("body-twice-the-same-key", "have two readers see two values", SESSIONS, b'{"place": null, "place": "<their_place>"}'),
    posts("body-packed", "have a small body grow", SESSIONS, gzip.compress(b" " * (64 << 20)), ("Content-Encoding", "gzip")),
    asks("body-without-a-type", "send JSON as a plain form does", SESSIONS, ("Content-Type", "text/plain"), method="POST", body=b'{"place": "x"}'),
    posts("body-of-4-MB-and-1", "send more than is taken", SESSIONS, b" " * (_MOST + 1), statuses=(413,)),
    asks("body-of-8-MB-in-pieces", "send more than is taken, without saying so", SESSIONS, ("Content-Type", "application/json"), method="POST", body=lambda: _blanks(8 << 20), statuses=(*REFUSED, 0)),
    *(
        posts(f"view-{name}", tries, "/api/sessions/<session>/views", {"name": "a", "pose": pose})
        for name, tries, pose in (
            ("text", "break a check by a type", {"eye": ["1", 2, 3], "target": [0, 0, 0], "fov": 50}),
            ("of-four", "pass more numbers than a point has", {"eye": [1, 2, 3, 4], "target": [0, 0, 0], "fov": 50}),
            ("too-far", "overflow what draws", {"eye": [1e300, 2, 3], "target": [0, 0, 0], "fov": 50}),
            ("of-nothing", "divide by zero", {"eye": [0, 0, 0], "target": [0, 0, 0], "fov": 50}),
            ("without-angle", "leave out what is needed", {"eye": [1, 2, 3], "target": [0, 0, 0]}),
            ("unknown-field", "set what no page may", {"eye": [1, 2, 3], "target": [0, 0, 0], "fov": 50, "id": "x"}),
        )
    ),
    posts("view-nan", "write what no JSON reader takes", "/api/sessions/<session>/views", b'{"name": "a", "pose": {"eye": [NaN, 2, 3], "target": [0, 0, 0], "fov": 50}}'),
    posts("view-long-name", "fill the disk of the server", "/api/sessions/<session>/views", {"name": "a" * 100_000, "pose": {"eye": [1, 2, 3], "target": [0, 0, 0], "fov": 50}}),
    posts("view-path", "write another file", "/api/sessions/<session>/views/..%2f..%2fscene.toml", {"name": "a"}, method="PUT", statuses=(404, *REFUSED)),
    _face("not-an-object", "break a check by a type", {"values": [1]}),
    _face("too-much", "fill the disk of the server", {"values": {"a": "b" * 70_000}}, (413,)),
    does("interface-nan", "keep what cannot be given back", _kept(b'{"values": {"a": NaN}}'), (*REFUSED, 200)),
    does("interface-surrogates", "keep what cannot be given back", _kept(b'{"values": {"a": "\\ud800", "\\udfff": 1}}'), (*REFUSED, 200)),
    does("interface-deep", "keep what cannot be given back", _kept(b'{"values": {"a": ' + _nested(900) + b"}}"), (*REFUSED, 200)),
    does("interface-huge-number", "keep what cannot be given back", _kept(b'{"values": {"a": ' + b"9" * 4_000 + b"}}"), (*REFUSED, 200)),
    does("interface-proto", "have a page take over names of objects", _kept(b'{"values": {"__proto__": {"a": 1}, "constructor": 1}}'), (*REFUSED, 200)),
    _edits("of-no-kind", "break the reader of edits", {}),
    _edits("of-another-kind", "call what is no edit", {"kind": "__import__", "path": "row/a"}),
    _edits("not-an-object", "break the reader of edits", "move"),
    _edits("kind-not-a-text", "break the reader of edits", {"kind": {"a": 1}}),
    _edits("path-of-files", "reach a file by the path of a thing", {"kind": "move", "path": "../../outside/canary.txt", "by": [0, 0, 0]}),
    _edits("path-of-surrogates", "break the answer", {"kind": "move", "path": "\ud800", "by": [0, 0, 0]}),
    _edits("path-of-1-MB", "have an answer quote a long name", {"kind": "move", "path": "a" * 1_000_000, "by": [0, 0, 0]}),
    posts("edit-by-nan", "put a thing nowhere", f"{SCENE}/edit", b'{"edits": [{"kind": "move", "path": "row/a", "by": [NaN, 0, 0]}]}'),
    posts("edit-by-1e999", "put a thing nowhere", f"{SCENE}/edit", b'{"edits": [{"kind": "move", "path": "row/a", "by": [1e999, 0, 0]}]}'),
    _edits("by-texts", "have a text written as code", {"kind": "move", "path": "row/a", "by": ["__import__('os')", 0, 0]}),
    does("edit-name-with-code", "have a name written as code", _renamed("a'), __import__('os').system('x'), ('"), TAKEN),
    _edits("unknown-field", "set what no page may", {"kind": "move", "path": "row/a", "by": [0, 0, 0], "author": "system"}),
    posts("edit-by-the-thousand", "keep the worker busy", f"{SCENE}/edit", {"edits": [{"kind": "move"}] * 1_001}),
    posts("edit-based-on-a-text", "break a check by a type", f"{SCENE}/edit", {"edits": [], "based_on": "1"}),
    posts("edit-based-on-true", "break a check by a type", f"{SCENE}/edit", {"edits": [], "based_on": True}),
    posts("edit-based-on-huge", "break a check by a size", f"{SCENE}/step", b'{"what": "undo", "based_on": ' + b"9" * 300 + b"}"),
    posts("step-of-another-kind", "call what is no step", f"{SCENE}/step", {"what": "__del__"}),
    posts("command-with-markup", "keep markup as a name", f"{SCENE}/step", {"what": "undo", "command": "<img src=x>"}),
    posts("shapes-by-the-thousand", "keep the worker busy", f"{SCENE}/shapes", {"keys": ["0" * 20] * 20_001}),
    posts("shapes-unknown", "read a file by the key of a shape", f"{SCENE}/shapes", {"keys": ["f" * 20]}, statuses=TAKEN),
    posts("shapes-path", "read a file by the key of a shape", f"{SCENE}/shapes", {"keys": ["../../../outside"]}),
    posts("things-by-the-hundred", "keep the worker busy", f"{SCENE}/things", {"paths": ["row/a"] * 51}),
    posts("things-unknown", "read a file by the path of a thing", f"{SCENE}/things", {"paths": ["/etc/passwd"]}, statuses=TAKEN),
    posts("action-that-is-a-job", "have a quick action write", f"{SCENE}/actions/export", {"request": {"out": "<outside>/x.glb"}}),
    posts("action-unknown", "call what is no action", f"{SCENE}/actions/__init__", {"request": {}}),
    posts("action-with-pictures", "have a query write a file", f"{SCENE}/actions/query", {"request": {"queries": ["a"], "pictures": {"mask": "<outside>/x.png"}}}),
    posts("action-with-a-server", "have the server ask another one", f"{SCENE}/actions/ask", {"request": {"question": "how many?", "model": "ollama:x", "base_url": "http://127.0.0.1:<bait>"}}),
    posts("action-with-a-long-query", "keep the reader of English busy", f"{SCENE}/actions/query", {"request": {"queries": ["a chair " * 100_000]}}),
    posts("action-with-nan", "break a number", f"{SCENE}/actions/query", b'{"request": {"queries": ["a"], "threshold": NaN}}'),
    posts("action-with-surrogates", "break the reader of English", f"{SCENE}/actions/query", {"request": {"queries": ["\ud800"]}}, statuses=TAKEN),
    posts("action-deep", "exhaust the stack", f"{SCENE}/actions/query", b'{"request": {"queries": ' + _nested(900) + b"}}"),
    posts("action-reference-up", "read a file by the name of an entry", f"{SCENE}/actions/reference", {"request": {"names": ["../../outside/canary"]}}),
]  # fmt: skip


def _program(name: str, tries: str, text: str, statuses: Any = REFUSED) -> Case:
    return posts(f"program-{name}", tries, f"{SCENE}/program", {"text": text}, statuses=statuses)


def _told_back(text: str) -> Any:
    """A text as comment, words and name of a thing, as query and as question; then the program as it was."""

    def send(ground: Ground) -> list[Reply]:
        quoted = json.dumps(text, ensure_ascii=False)
        program = ROW.replace("'a block'", quoted) + f"# {text}\n"
        bodies = [
            ("program", {"text": program}),
            ("actions/query", {"request": {"queries": [text]}}),
            ("actions/ask", {"request": {"question": f"how many {text} are there?"}}),
        ]
        json_type = [("Content-Type", "application/json")]
        replies = [ground.ask("POST", f"{SCENE}/{where}", json_type, json.dumps(b).encode()) for where, b in bodies]
        replies.append(ground.ask("GET", f"{SCENE}/state"))
        replies.append(ground.ask("POST", f"{SCENE}/program", json_type, json.dumps({"text": ROW}).encode()))
        return replies

    return send


def _chatted(text: str) -> Any:
    """A turn of the dialogue to its end, and what is kept of it."""

    def send(ground: Ground) -> list[Reply]:
        json_type = [("Content-Type", "application/json")]
        begun = ground.ask("POST", CHAT, json_type, json.dumps({"text": text}).encode())
        if begun.status != 200:
            return [begun]
        ends = time.monotonic() + 30
        while (said := ground.ask("GET", CHAT)).json()["running"] is not None:
            assert time.monotonic() < ends, said.body
            time.sleep(0.03)
        return [begun, said, ground.ask("DELETE", CHAT)]

    return send


TEXTS = [
    *(does(f"text-{n}-of-markup", f"have {text[:20]!r} taken for more than text", _told_back(text), TAKEN) for n, text in enumerate(MARKUP)),
    _program("that-imports", "run what reaches the machine", "import os\nos.system('touch <outside>/x')\n"),
    _program("that-opens", "read a file by a program", "from scene.language import *\n@register('a')\ndef a():\n    return primitive_call('cube', {'scale': len(open('<outside>/canary.txt').read())})\n"),
    _program("that-says-a-file", "read a file by the error of a program", "from scene.language import *\nraise ValueError(open('<outside>/canary.txt').read())\n"),
    _program("that-names-a-texture", "read a file as the texture of a thing", "from scene.language import *\n@register('a')\ndef a():\n    return primitive_call('cube', {'scale': 1}, material={'texture': '<outside>/canary.png'})\n", TAKEN),
    _program("that-names-splats", "read a file as splats", "from scene.language import *\n@register('a')\ndef a():\n    return place(splat_call('../../../../outside/canary.ply'), at=(0, 0, 0))\n", TAKEN),
    _program("that-never-ends", "keep the worker busy", "from scene.language import *\n@register('a')\ndef a():\n    return primitive_call('cube', {'scale': 10 ** 10 ** 10})\n"),
    _program("of-1-MB", "keep the reader busy", "x" * 1_000_000),
    _program("of-3-MB", "send more than is taken", "x" * 3_000_000),
    _program("of-surrogates", "break what writes the program", "# \ud800\n"),
    _program("with-null", "break what writes the program", "# a\0b\n"),
    _program("of-brackets", "exhaust the stack of the parser", "(" * 5_000),
    *(does(f"chat-{n}-of-markup", "have a sentence done as code, or said back as more than text", _chatted(text), TAKEN) for n, text in enumerate(MARKUP[:4])),
    does("chat-that-names-a-file", "read a file by a sentence", _chatted("add ../../outside/canary.py next to row/a"), TAKEN),
    posts("chat-long", "keep the reader of English busy", CHAT, {"text": "move the block " * 1_000}),
    posts("chat-of-nothing", "say nothing", CHAT, {"text": ""}),
    posts("chat-of-surrogates", "break the reader of English", CHAT, {"text": "\ud800"}),
    posts("chat-selection-of-1-MB", "fill the session", CHAT, {"text": "remove it", "selection": ["a" * 1_000] * 1_000}),
    posts("chat-camera-huge", "break a check by a size", CHAT, {"text": "left", "camera": 10**9}),
    does("program-back-again", "leave a program that cannot be mended", _told_back("a block"), (200,)),
]  # fmt: skip

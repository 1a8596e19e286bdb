"""Headers, cookies, methods and paths."""

from __future__ import annotations

import base64

from scenewright.app.studio.keys import cookie_name
from tests.support.hostile_studio.case import TAKEN, Case, asks, does, posts, talks
from tests.support.hostile_studio.ground import Ground, Reply

__all__ = ["COOKIES", "HEADERS", "METHODS", "PATHS"]

PLACES = "/api/places"
_AT_ONCE = (*range(400, 500), 0)
"""The server refuses a head before it reads the body, and then the body that was never read may take the answer with it (TCP)."""
_FORGED = "scenewright_studio_<port>={owner}.9999999999.{signature}"


def _host(name: str, host: str) -> Case:
    return asks(f"host-{name}", "reach the server under the name of a stranger", PLACES, host=host)


def _origin(name: str, origin: str) -> Case:
    return asks(f"origin-{name}", "read an answer from the page of a stranger", PLACES, ("Origin", origin))


def _forwarded(name: str, value: str, target: str = PLACES) -> Case:
    return asks(f"header-{name.lower()}", "be taken for another host or route", target, (name, value), statuses=TAKEN)


HEADERS = [
    _host("of-stranger", "evil.example"),
    _host("missing", ""),
    _host("rebound", "127.0.0.1.nip.io:<port>"),
    _host("with-user", "evil.example@localhost:<port>"),
    _host("as-user", "localhost:<port>@evil.example"),
    _host("with-path", "localhost:<port>/evil.example"),
    _host("with-query", "localhost:<port>?evil"),
    _host("with-mark", "localhost:<port>#evil.example"),
    _host("long", "a" * 20_000),
    _host("brackets", "[::1"),
    _host("zone", "[::1%25eth0]:<port>"),
    _host("letters-as-port", "localhost:evil"),
    _host("list", "localhost:<port>, evil.example"),
    asks("host-twice", "have two readers see two hosts", PLACES, ("Host", "evil.example")),
    talks("target-of-another-host", "have the target name the host", b"GET http://evil.example/api/places HTTP/1.1\r\nHost: localhost:<port>\r\n\r\n"),
    _origin("of-stranger", "http://evil.example"),
    _origin("null", "null"),
    _origin("other-port", "http://localhost:1"),
    _origin("below-ours", "http://localhost.evil.example:<port>"),
    _origin("with-user", "http://localhost:<port>@evil.example"),
    _origin("script", "javascript://localhost:<port>"),
    _origin("empty", " "),
    asks("origin-twice", "hide the second origin behind the first", PLACES, ("Origin", "http://localhost:<port>"), ("Origin", "http://evil.example")),
    posts("post-of-another-page", "change something from the page of a stranger", "/api/sessions", {}, ("Origin", "http://evil.example")),
    posts("post-cross-site", "change something where a browser tells no origin", "/api/sessions", {}, ("Sec-Fetch-Site", "cross-site")),
    posts("post-same-site", "change something from another port of this machine", "/api/sessions", {}, ("Sec-Fetch-Site", "same-site")),
    posts("post-fetch-site-list", "confuse the reader of Sec-Fetch-Site", "/api/sessions", {}, ("Sec-Fetch-Site", "none, cross-site")),
    posts("post-by-referer", "change something where a browser tells only the page", "/api/sessions", {}, ("Referer", "http://evil.example/a")),
    asks("form-of-another-page", "send a form that no browser asks about first", "/api/sessions", ("Origin", "http://evil.example"), ("Content-Type", "text/plain"), method="POST", body=b"{}"),
    asks("login-of-another-page", "log a person in as somebody else", "/login", ("Origin", "http://evil.example"), ("Content-Type", "application/x-www-form-urlencoded"), method="POST", body=b"name=ben&password=pear", who=None),
    asks("preflight-of-another-page", "ask for leave to send more", "/api/sessions", ("Origin", "http://evil.example"), ("Access-Control-Request-Method", "PUT"), method="OPTIONS"),
    _forwarded("X-Forwarded-Host", "evil.example"),
    _forwarded("X-Forwarded-For", "127.0.0.1, evil"),
    _forwarded("X-Forwarded-Proto", "javascript"),
    _forwarded("X-Forwarded-Prefix", "//evil.example"),
    _forwarded("Forwarded", "host=evil.example;proto=https"),
    _forwarded("X-Original-URL", "/api/sessions/<their_session>"),
    _forwarded("X-HTTP-Method-Override", "DELETE", "/api/uploads"),
    asks("ranges-by-the-thousand", "have a file sent a thousand times over", "/static/studio.js", ("Range", "bytes=" + ",".join(f"{n}-{n + 1}" for n in range(0, 6_000, 4))), statuses=TAKEN),
    asks("ranges-that-overlap", "have a file sent a thousand times over", "/static/studio.js", ("Range", "bytes=" + ",".join(["0-"] * 3_000)), statuses=TAKEN),
    asks("headers-by-the-thousand", "fill the memory with headers", PLACES, *[(f"X-A{n}", "b") for n in range(4_000)]),
    asks("header-of-48-kB", "fill the memory with one header", PLACES, ("X-A", "b" * 48_000)),
    asks("header-of-1-MB", "fill the memory with one header", PLACES, ("X-A", "b" * 1_000_000), statuses=(*range(400, 500), 0)),
    asks("length-negative", "have a body of less than nothing", "/api/sessions", ("Content-Length", "-1"), method="POST", body=b"", statuses=_AT_ONCE),
    asks("length-of-5000-digits", "have a number read that is none", "/api/sessions", ("Content-Length", "9" * 5_000), method="POST", body=b"", statuses=_AT_ONCE),
    asks("length-twice", "smuggle a second request", "/api/sessions", ("Content-Length", "2"), ("Content-Length", "60"), method="POST", body=b"{}", statuses=_AT_ONCE),
    asks("length-and-chunks", "smuggle a second request", "/api/sessions", ("Content-Length", "4"), ("Transfer-Encoding", "xchunked"), method="POST", body=b"0\r\n\r\nGET /api/jobs HTTP/1.1\r\n\r\n", statuses=_AT_ONCE),
    talks("chunk-of-16-EB", "have memory set aside for a chunk", b"POST /login HTTP/1.1\r\nHost: localhost:<port>\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\n"),
    talks("header-with-null", "cut a header short", b"GET /api/places HTTP/1.1\r\nHost: localhost:<port>\0evil\r\n\r\n"),
    talks("header-folded", "hide a header in another", b"GET /api/places HTTP/1.1\r\nHost: localhost:<port>\r\nX-A: b\r\n Host: evil\r\n\r\n"),
    talks("header-name-with-space", "have two readers see two headers", b"GET /api/places HTTP/1.1\r\nHost : localhost:<port>\r\n\r\n"),
    talks("no-http-at-all", "confuse the reader", b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03" + bytes(200) + b"\r\n\r\n"),
    talks("http-2-preface", "speak another protocol", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", statuses=(*range(400, 500), 0)),
    talks("http-1-0-without-host", "pass the gate as an old client", b"GET /api/places HTTP/1.0\r\n\r\n"),
]  # fmt: skip


def _cookie(name: str, tries: str, value: str, statuses: tuple[int, ...] = (401,)) -> Case:
    return asks(f"cookie-{name}", tries, PLACES, ("Cookie", value), who=None, statuses=statuses)


def _signed(name: str, tries: str, owner: str) -> Case:
    """A cookie with a sound signature for somebody who is no user here."""

    def send(ground: Ground) -> list[Reply]:
        cookie = f"{cookie_name(f'localhost:{ground.port}')}={ground.server.context.keys.cookie_for(owner)}"
        return [ground.ask("GET", PLACES, [("Cookie", cookie)], who=None)]

    return does(f"cookie-{name}", tries, send, (401,))


def _of_ben(ground: Ground, change: str) -> list[Reply]:
    """Ben's cookie, changed: '{name}', '{ends}' and '{signature}' are its parts."""
    name, ends, signature = ground.cookies["ben"].split(".")
    value = change.format(name=name, ends=ends, signature=signature, anna=b"user:anna".hex())
    cookie = f"{cookie_name(f'localhost:{ground.port}')}={value}"
    return [ground.ask("GET", PLACES, [("Cookie", cookie)], who=None)]


def _changed(name: str, tries: str, change: str) -> Case:
    return does(f"cookie-{name}", tries, lambda ground: _of_ben(ground, change), (401,))


def _expired(ground: Ground) -> list[Reply]:
    said = f"{b'user:ben'.hex()}.1000"
    value = f"{said}.{ground.server.context.keys._sign(said)}"
    return [ground.ask("GET", PLACES, [("Cookie", f"{cookie_name(f'localhost:{ground.port}')}={value}")], who=None)]


def _anna_after_ben(ground: Ground) -> list[Reply]:
    """Ben's own cookie with a forged one of Anna: whatever is taken, it is not Anna's."""
    name = cookie_name(f"localhost:{ground.port}")
    _, ends, signature = ground.cookies["ben"].split(".")
    forged = f"{name}={b'user:anna'.hex()}.{ends}.{signature}"
    mine = f"{name}={ground.cookies['ben']}"
    orders = (f"{mine}; {forged}", f"{forged}; {mine}")
    return [ground.ask("GET", "/api/sessions/<their_session>", [("Cookie", c)], who=None) for c in orders]


def _beside_another_program(ground: Ground) -> list[Reply]:
    """Other servers of this machine give browsers cookies, which go to all ports. Nobody may be locked out by them."""
    mine = f"{cookie_name(f'localhost:{ground.port}')}={ground.cookies['ben']}"
    others = ('theme={"dark": true, "a": [1]}', "a b c", "x=\xe4\xf6", "=;;;", "_xsrf=2|a|b|1", 'q="un;ended')
    return [ground.ask("GET", PLACES, [("Cookie", f"{other}; {mine}")], who=None) for other in others]


def _authorization(name: str, value: str) -> Case:
    return asks(f"authorization-{name}", "be let in without a login", PLACES, ("Authorization", value), who=None)


def _basic(text: bytes) -> str:
    return "Basic " + base64.b64encode(text).decode()


COOKIES = [
    _cookie("empty", "be let in by an empty signature", "scenewright_studio_<port>="),
    _cookie("forged", "be let in by a made-up signature", _FORGED.format(owner=b"user:anna".hex(), signature="0" * 64)),
    _cookie("not-hex", "break the reader of names", _FORGED.format(owner="zz", signature="0" * 64)),
    _cookie("escaped", "break the reader of cookies", 'scenewright_studio_<port>="\\303\\251\\000"'),
    _cookie("of-40-kB", "fill the memory with a cookie", "scenewright_studio_<port>=" + "a" * 40_000, (431,)),
    _cookie("by-the-thousand", "keep the reader of cookies busy", "; ".join(f"a{n}={n}" for n in range(3_000)), (431,)),
    _changed("of-anna-signed-for-ben", "be Anna with Ben's signature", "{anna}.{ends}.{signature}"),
    _changed("that-lasts-longer", "outlive the login", "{name}.9{ends}.{signature}"),
    _changed("signed-for-more-parts", "move a dot", "{name}.{ends}..{signature}"),
    _changed("signed-in-capitals", "pass the comparison another way", "{name}.{ends}.{signature:.10}"),
    _signed("of-the-local-user", "be the user of the machine on a server with logins", "local"),
    _signed("of-a-visitor", "be a visitor on a server with logins", "visitor:00"),
    _signed("of-a-user-who-left", "come back after an account was removed", "user:carol"),
    does("cookie-expired", "come back after the end of a login", _expired, (401,)),
    does("cookie-of-anna-beside-bens", "be taken for the second of two", _anna_after_ben, (401, 404)),
    does("cookies-of-other-programs", "lock a person out by cookies of another port", _beside_another_program, (200,)),
    _authorization("wrong-password", _basic(b"anna:pear")),
    _authorization("no-password", _basic(b"anna")),
    _authorization("unknown-without-password", _basic(b"nobody:")),
    _authorization("null-in-name", _basic(b"anna\0:birnbaum")),
    _authorization("not-text", _basic(b"\xff\xfe:\xff")),
    _authorization("not-base64", "Basic %%%"),
    _authorization("long", "Basic " + "QUFB" * 7_000),
    _authorization("digest", 'Digest username="anna", response="0"'),
    _authorization("token", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0."),
    does("authorization-launch-key", "use the key of the address where there are logins", lambda g: [g.ask("GET", PLACES, [("Authorization", f"Bearer {g.server.context.keys.launch_key}")], who=None)], (401,)),
    asks("login-without-fields", "log in as nobody", "/login", method="POST", body=b"", who=None, statuses=(401,)),
    asks("login-with-lists", "log in by the second of two passwords", "/login", method="POST", body=b"name=anna&password=x&password=y", who=None, statuses=(401,)),
    asks("login-of-3-MB", "keep the reader of forms busy", "/login", method="POST", body=b"a&" * (3 << 19), who=None, statuses=(401,)),
    asks("session-without-cookie", "use the address of a session alone", "/api/sessions/<their_session>", who=None, statuses=(401,)),
]  # fmt: skip


def _method(method: str, target: str = PLACES, statuses: tuple[int, ...] | None = None) -> Case:
    about = "have a method do what another may not"
    return asks(
        f"method-{method.lower()[:12]}-{target.count('/')}",
        about,
        target,
        method=method,
        statuses=statuses or range(400, 500),
    )


METHODS = [
    _method("TRACE", "/"),
    _method("CONNECT", "localhost:1"),
    _method("PUT"),
    _method("DELETE"),
    _method("PATCH"),
    _method("PROPFIND"),
    _method("OPTIONS", "*"),
    _method("FOO"),
    _method("get"),
    _method("A" * 5_000),
    _method("DELETE", "/api/sessions/<their_session>"),
    _method("POST", "/static/studio.js"),
    _method("POST", "/"),
]  # fmt: skip


def _path(name: str, target: str, statuses: frozenset[int] | tuple[int, ...] = frozenset({404})) -> Case:
    return asks(f"path-{name}", "read a file outside, or the work of others", target, statuses=statuses)


_ANY = tuple(range(400, 500))

PATHS = [
    _path("up", "/static/../guard.py"),
    _path("up-encoded", "/static/%2e%2e/guard.py"),
    _path("slash-encoded", "/static/..%2fguard.py"),
    _path("encoded-twice", "/static/%252e%252e%252fguard.py"),
    _path("backslash", "/static/..\\guard.py"),
    _path("backslash-encoded", "/static/..%5cguard.py"),
    _path("overlong", "/static/%c0%ae%c0%ae%c0%afguard.py"),
    _path("fullwidth", "/static/%ef%bc%8e%ef%bc%8e%ef%bc%8fguard.py"),
    _path("hidden", "/static/.built-from"),
    _path("null", "/static/%00"),
    _path("null-before-ending", "/static/studio.js%00.png"),
    _path("newline", "/static/studio.js%0a"),
    _path("absolute", "/static//etc/passwd"),
    _path("two-slashes", "//etc/passwd"),
    _path("other-host", "//evil.example/%2e%2e", _ANY),
    _path("semicolon", "/..;/studio.secret"),
    _path("folder", "/static/"),
    _path("long", "/" + "a" * 50_000, _ANY),
    _path("deep", "/a" * 20_000, _ANY),
    _path("not-ascii", "/\xff\xfe", _ANY),
    _path("surrogate", "/api/places/%ed%a0%80/picture"),
    _path("docs", "/docs"),
    _path("openapi", "/openapi.json"),
    _path("file", "/file=/etc/passwd"),
    _path("config", "/config"),
    _path("secret", "/studio/studio.secret"),
    _path("catalogue-up", "/api/catalogue/..%2f..%2fstudio.secret/picture"),
    _path("shape-up", "/api/catalogue/..%2f..%2fstudio.secret/shape"),
    _path("gallery-up", "/api/sessions/<session>/gallery/..%2fprogram.py"),
    _path("gallery-program", "/api/sessions/<session>/gallery/program.py"),
    _path("gallery-absolute", "/api/sessions/<session>/gallery/%2fetc%2fpasswd"),
    _path("job-up", "/api/jobs/..%2f..%2foutside/files/0"),
    _path("job-newline", "/api/jobs/<job>%0a"),
    _path("upload-up", "/api/uploads/..%2fsessions/picture"),
    _path("session-newline", "/api/sessions/<session>%0a"),
    _path("session-null", "/api/sessions/<session>%00"),
    _path("session-of-other-digits", "/api/sessions/" + "%D9%A1" * 24),
    _path("splats-negative", "/api/sessions/<session>/scene/splats/-1", _ANY),
    _path("splats-huge", "/api/sessions/<session>/scene/splats/99999999999999999999999", _ANY),
    _path("history-huge", "/api/sessions/<session>/history/" + "9" * 4_000, _ANY),
    _path("history-before-huge", "/api/sessions/<session>/history?before=-" + "9" * 4_000, tuple(TAKEN)),
    _path("file-negative", "/api/jobs/<job>/files/-1", _ANY),
    _path("file-huge", "/api/jobs/<job>/files/" + "9" * 400, _ANY),
    _path("size-negative", "/api/catalogue/x/picture?size=-1", _ANY),
    _path("size-not-a-number", "/api/jobs/<job>/files/0?size=NaN", _ANY),
    _path("page-huge", "/api/catalogue?page=1e400", _ANY),
    _path("query-of-5000-fields", "/api/catalogue?" + "a=1&" * 5_000, tuple(TAKEN)),
    _path("query-not-utf-8", "/api/catalogue?category=%ff%fe%00", tuple(TAKEN)),
    _path("template-in-query", "/api/catalogue?category=$%7Balert(1)%7D%3Cscript%3E", tuple(TAKEN)),
]

"""The page itself, its static files, and the login."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response

from scenewright.app.studio.context import StudioContext
from scenewright.app.studio.guard import address_of, set_cookie, too_many_tries
from scenewright.scene.errors import ScenewrightError

__all__ = ["STATIC", "router"]

router = APIRouter()

STATIC = Path(__file__).parent.parent / "static"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Scenewright</title>
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/studio.css">
<script type="module" src="/static/studio.js"></script>
</head>
<body><div id="studio"></div><noscript>The studio needs JavaScript.</noscript></body>
</html>
"""

_LOGIN = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Scenewright: log in</title>
<style>body{font:16px system-ui;display:grid;place-items:center;height:100vh;margin:0;background:#16181d;color:#e8eaed}
form{display:grid;gap:.75rem;width:18rem}input,button{font:inherit;padding:.5rem;border-radius:6px;border:1px solid #667}
button{background:#2f6df6;color:#fff;border:0}</style></head>
<body><form method="post" action="/login"><h1>Scenewright</h1>__PROBLEM__
<label>Name<br><input name="name" autocomplete="username" required autofocus></label>
<label>Password<br><input name="password" type="password" autocomplete="current-password" required></label>
<button>Log in</button></form></body></html>
"""


@router.get("/")
@router.get("/s/{session}")
def page(session: str = "") -> Response:
    if not (STATIC / "studio.js").is_file():
        raise ScenewrightError(
            "the page of the studio was not built with this package: run make page, or install the package again"
        )
    return HTMLResponse(_PAGE, headers={"cache-control": "no-cache"})


@router.get("/static/{name}")
def static(name: str) -> Response:
    """A file of the built page. Those with a hash in their name never change."""
    file = STATIC / name
    if not _NAME.match(name) or not file.is_file():
        return PlainTextResponse("there is no such file", 404)
    kept = "max-age=31536000, immutable" if name.startswith("chunk-") else "no-cache"
    media = _TYPES.get(file.suffix, "application/octet-stream")
    return FileResponse(file, media_type=media, headers={"cache-control": kept})


@router.get("/healthy")
def healthy() -> Response:
    return PlainTextResponse("ok")


@router.get("/login")
def login_page() -> Response:
    return HTMLResponse(_LOGIN.replace("__PROBLEM__", ""))


@router.post("/login")
async def login(request: Request) -> Response:
    context: StudioContext = request.app.state.studio
    body = (await request.body())[:4096]
    fields = parse_qs(body.decode("utf-8", "replace"))
    name, password = (fields.get(key, [""])[0] for key in ("name", "password"))
    fits, wait = context.gate.try_login(address_of(request.scope), name, password)
    if not fits:
        # numbers alone are put into the page
        problem = too_many_tries(wait) if wait else "The name or the password is wrong."
        page = _LOGIN.replace("__PROBLEM__", f'<p role="alert">{problem}</p>')
        return HTMLResponse(page, 429 if wait else 401, {"retry-after": str(wait)} if wait else None)
    response = RedirectResponse("/", 303)
    set_cookie(response, context.keys, f"user:{name}", request.headers["host"])
    return response

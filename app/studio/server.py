"""The server of the studio: routes behind the guard, Gradio's named endpoints, and the workers."""

from __future__ import annotations

import logging
import mimetypes
import socket
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.studio.context import StudioContext
from scenewright.app.studio.guard import LOCAL_OWNER, RequestGuard
from scenewright.app.studio.keys import StudioKeys
from scenewright.app.studio.open_scenes import OpenScenes
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.places import ScenePlaces
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.workers import SceneWorkers, WorkerLimits
from scenewright.scene.children import Supervisor
from scenewright.scene.errors import ScenewrightError

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI, Request
    from starlette.responses import JSONResponse

__all__ = ["StudioServer"]

_LOG = logging.getLogger(__name__)
_OWN_WORKERS = 24
_OWN_COMMANDS = 6
_JANITOR_SECONDS = 30.0
_CLOSING_SECONDS = 3


class StudioServer:
    """A studio that listens, from :meth:`start` to :meth:`close`, or in :meth:`run`.

    Attributes:
        url: the address of its first page, with the key that lets its user in.
    """

    def __init__(
        self, settings: StudioSettings, *, scene: Path | None = None, templates: Supervisor | None = None
    ) -> None:
        """
        Args:
            scene: a scene folder that pages show first.
            templates: what several servers of one process share, see :class:`~scenewright.app.workers.SceneWorkers`.

        Raises:
            ScenewrightError: the address is taken, or the studio's folder cannot be written.
        """
        self.settings = settings
        self._socket = _listening(settings.host, settings.port)
        self.port = int(self._socket.getsockname()[1])
        keys = StudioKeys(settings.data)
        workers = SceneWorkers(_worker_limits(settings), templates=templates)
        self.context = StudioContext(settings, keys, workers, OpenScenes(workers))
        if scene is not None:
            places = OwnerPlaces.of(LOCAL_OWNER, settings)
            self.context.first_place = ScenePlaces(places.scenes, places.home).opened(scene)
        self.app = _app(self.context)
        self._over = threading.Event()
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        host = "localhost" if self.settings.local else self.settings.host
        key = "" if self.settings.users or self.settings.open_to_anyone else f"?key={self.context.keys.launch_key}"
        return f"http://{host}:{self.port}/{key}"

    def start(self) -> None:
        """Listen, in a thread of its own. Returns when the server answers."""
        self._thread = threading.Thread(target=self.run, name="studio", daemon=True)
        self._thread.start()
        while not (self._server is not None and self._server.started):
            if not self._thread.is_alive():
                raise ScenewrightError("the studio's server did not start; its log says why")
            self._over.wait(0.02)

    def run(self) -> None:
        """Listen until the process is interrupted."""
        import uvicorn

        from scenewright.app.studio.connections import PatientProtocol

        config = uvicorn.Config(
            self.app,
            http=PatientProtocol,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_CLOSING_SECONDS,
            ws_max_size=1 << 16,
            ws_ping_interval=20.0,
        )
        self._server = uvicorn.Server(config)
        threading.Thread(target=self._warm_up, name="start of workers", daemon=True).start()
        threading.Thread(target=self._tidy, name="idle scenes", daemon=True).start()
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._over.set()
            self.context.jobs.close()
            self.context.catalogue.close()
            self.context.cards.close()
            self.context.scenes.close()
            self.context.workers.close()

    def close(self) -> None:
        """End the server and its workers."""
        if self._server is not None:
            self._server.should_exit = True
        if self._thread is not None:
            self._thread.join()

    def _warm_up(self) -> None:
        try:
            self.context.workers.warm_up()
        except ScenewrightError as error:
            if not self._over.is_set():
                _LOG.warning("workers cannot start: %s", error)

    def _tidy(self) -> None:
        with suppress(ScenewrightError):  # said below, again and again
            self.context.visitors.clear_remains()
        while not self._over.wait(_JANITOR_SECONDS):
            self.context.scenes.close_idle()
            try:
                self.context.visitors.make_room()
            except ScenewrightError as error:
                _LOG.warning("the places of visitors cannot be tidied: %s", error)


def _worker_limits(settings: StudioSettings) -> WorkerLimits:
    """What workers may take. Jobs are counted by the job table: what may run must not wait for its turn again. On a server of their own, a
    person's tabs share nothing with others, so that more of their scenes stay open at a time."""
    jobs = settings.limits.jobs
    commands, open_scenes = (2, 4) if settings.shared else (_OWN_COMMANDS, _OWN_WORKERS)
    return WorkerLimits(commands_per_owner=max(commands, jobs + 1), workers_per_owner=max(open_scenes, jobs + 2))


def _app(context: StudioContext) -> FastAPI:
    from fastapi import FastAPI
    from fastapi.exceptions import RequestValidationError
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.routing import Route

    from scenewright.app.studio.gradio_mount import GRADIO_PATH, LazyGradio
    from scenewright.app.studio.routes import (
        catalogue,
        chat,
        events,
        history,
        jobs,
        language,
        pages,
        pictures,
        runs,
        scenes,
        sessions,
        uploads,
        views,
    )

    mimetypes.add_type("text/javascript", ".js")
    app = FastAPI(title="Scenewright studio", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.studio = context
    modules = (
        pages,
        sessions,
        scenes,
        views,
        events,
        history,
        chat,
        runs,
        jobs,
        pictures,
        uploads,
        catalogue,
        language,
    )
    for module in modules:
        app.include_router(module.router)
    endpoints = LazyGradio(context)
    app.router.routes.extend([Route(GRADIO_PATH, endpoints), Route(f"{GRADIO_PATH}/{{rest:path}}", endpoints)])
    app.add_exception_handler(ScenewrightError, _answer_error)
    app.add_exception_handler(RequestValidationError, _answer_error)
    app.add_exception_handler(Exception, _answer_error)
    app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=1)
    app.add_middleware(RequestGuard, settings=context.settings, keys=context.keys, gate=context.gate)
    return app


def _answer_error(request: Request, error: Exception) -> JSONResponse:
    from fastapi.exceptions import RequestValidationError
    from pydantic import ValidationError
    from starlette.responses import JSONResponse

    from scenewright.app.requests import RequestError

    if isinstance(error, RequestValidationError | ValidationError):
        first: dict[str, Any] = dict(error.errors()[0]) if error.errors() else {}
        where = ".".join(str(part) for part in first.get("loc", ()) if part != "body")
        error = RequestError(f"{where or 'the request'}: {first.get('msg', 'it has a wrong value')}", field=where)
    context: StudioContext = request.app.state.studio
    owner = request.scope.get("state", {}).get("owner")
    status, body = context.told(owner, error, f"answering {request.url.path}")
    # what is left of a refused upload is not read
    headers = {"connection": "close"} if request.url.path.startswith("/api/uploads") else None
    return JSONResponse(body, status, headers=headers)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that is bound.

    Raises:
        ScenewrightError: the address cannot be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
    except OSError as error:
        sock.close()
        raise ScenewrightError(
            f"the studio cannot listen at {host}:{port}: {error.strerror or error}; choose another port with --port"
        ) from error
    return sock

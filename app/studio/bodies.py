"""The body of a request as it comes: at most so many bytes, and no pause that keeps a connection for nothing."""

from __future__ import annotations

import asyncio

from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Send

__all__ = ["LimitedBody"]

_GONE: Message = {"type": "http.disconnect"}


class LimitedBody:
    """Hands on a body, whatever its headers said about it. One that is refused looks to the application as if the client went away.

    Attributes:
        refusal: the answer to a body that is too long or too slow; None where nothing is wrong.
        begun: whether the application has begun to answer.
    """

    def __init__(self, receive: Receive, most: int, pause_seconds: float) -> None:
        self.refusal: Response | None = None
        self.begun = False
        self._receive, self._most, self._left, self._pause = receive, most, most, pause_seconds
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:  # what comes now is the end of the connection
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._pause)
        except TimeoutError:
            return self._refused(f"nothing came for {self._pause:.0f} seconds: send it again", 408)
        if message["type"] != "http.request":
            return message
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            return self._refused(f"the request is too large: at most {self._most:,} bytes", 413)
        self._whole = not message.get("more_body", False)
        return message

    def answered(self, send: Send) -> Send:
        """`send` for the application. Where the body was refused before it began to answer, what it says goes nowhere."""

        async def sending(message: Message) -> None:
            if self.refusal is not None and not self.begun:
                return
            self.begun = True
            await send(message)

        return sending

    def _refused(self, why: str, status: int) -> Message:
        self.refusal = PlainTextResponse(why, status, headers={"connection": "close"})
        self._whole = True
        return _GONE

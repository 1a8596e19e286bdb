"""Reads the body of an upload as it comes: a form with files, or one file alone. No file is ever whole in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import unquote

from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool

from scenewright.app.studio.upload_types import UploadRefused
from scenewright.app.studio.uploads import UploadWriter

__all__ = ["take_body"]

_PIECE = 1 << 20
_MOST_HEADER = 8 << 10


async def take_body(writer: UploadWriter, content_type: str, name: str, body: AsyncIterator[bytes]) -> None:
    """Write the files of a body.

    Args:
        name: of the file, percent-encoded, where the body is one file alone.

    Raises:
        UploadRefused: the body is broken, or a file cannot be taken.
    """
    kind, options = parse_options_header(content_type)
    if kind == b"multipart/form-data":
        boundary = options.get(b"boundary")
        if not boundary or len(boundary) > 200:
            raise UploadRefused("the form has no boundary")
        form = _Form(writer, boundary)
        await _each(body, form.feed)
        form.end()
        return
    if not name:
        raise UploadRefused("say the name of the file in the header x-filename, or send a form")
    writer.begin_file(unquote(name, errors="replace"))
    await _each(body, writer.write)


async def _each(body: AsyncIterator[bytes], take: object) -> None:
    """Hand on the body in pieces, in a thread: disks may be slow, and other pages wait for none."""
    waiting = bytearray()
    async for data in body:
        waiting += data
        if len(waiting) >= _PIECE:
            await run_in_threadpool(take, bytes(waiting))  # type: ignore[arg-type]
            waiting.clear()
    if waiting:
        await run_in_threadpool(take, bytes(waiting))  # type: ignore[arg-type]


class _Form:
    """Takes the files out of a form. Other fields are passed over."""

    def __init__(self, writer: UploadWriter, boundary: bytes) -> None:
        self._writer = writer
        self._field = self._value = b""
        self._disposition = b""
        self._in_file = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._header_field,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers,
                "on_part_data": self._data,
                "on_part_end": self._part_end,
            },
        )

    def feed(self, data: bytes) -> None:
        from python_multipart.exceptions import MultipartParseError

        try:
            self._parser.write(data)
        except MultipartParseError as error:
            raise UploadRefused(f"the form cannot be read: {error}") from None

    def end(self) -> None:
        self._parser.finalize()
        if self._in_file:
            raise UploadRefused("the upload ended in the midst of a file: try again")

    def _begin(self) -> None:
        self._disposition = b""

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]
        self._bounded()

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]
        self._bounded()

    def _bounded(self) -> None:
        if len(self._field) + len(self._value) > _MOST_HEADER:
            raise UploadRefused("a header of the form is too long")

    def _header_end(self) -> None:
        if self._field.lower() == b"content-disposition":
            self._disposition = self._value
        self._field = self._value = b""

    def _headers(self) -> None:
        _, options = parse_options_header(self._disposition)
        name = options.get(b"filename")
        if name:
            self._writer.begin_file(name.decode("utf-8", "replace"))
            self._in_file = True

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._in_file:
            self._writer.write(data[start:end])

    def _part_end(self) -> None:
        if self._in_file:
            self._writer.end_file()
        self._in_file = False

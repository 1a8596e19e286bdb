"""Films in MP4 (H.264) and WebM (VP9), encoded by the FFmpeg of imageio-ffmpeg.

Frames go to FFmpeg through a pipe as they are drawn. It ends with the pipe, so that none outlives a process that was killed. Colors are
written by ITU-R BT.709 with its limited range, and the file says so, since players guess by the size of the picture otherwise. Each color
is shared by 2 x 2 pixels (4:2:0), which is what browsers and players show.
"""

from __future__ import annotations

import subprocess
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import IO

import numpy as np

from scenewright.app.films.film_look import FilmLook, Frames
from scenewright.renderers.base import RenderError
from scenewright.scene.threads import thread_count

__all__ = ["VIDEO_CODECS", "write_video"]

VIDEO_CODECS: dict[str, tuple[str, ...]] = {
    # faststart: the index comes first, so that a browser plays before it has all of the file
    ".mp4": ("-c:v", "libx264", "-preset", "medium", "-crf", "19", "-movflags", "+faststart", "-f", "mp4"),
    ".webm": ("-c:v", "libvpx-vp9", "-crf", "30", "-b:v", "0", "-cpu-used", "3", "-row-mt", "1", "-f", "webm"),
}
"""Options of FFmpeg by the ending of the file. The qualities (crf) show no artefacts at the size of the picture."""

_COLORS = (
    *("-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p"),
    *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"),
)
_PATIENCE = 120.0
"""Seconds that FFmpeg may take for what it still holds when the last frame is in the pipe."""


def write_video(file: Path, frames: Frames, look: FilmLook, codec: tuple[str, ...]) -> None:
    """Encode frames (H, W, 3) into a file.

    Raises:
        RenderError: FFmpeg cannot be started, or ended with an error; the message has its last line.
    """
    import imageio_ffmpeg

    width, height = look.size
    command = [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-nostdin", "-v", "error"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"),
        *("-r", str(Fraction(look.fps).limit_denominator(1_000_000)), "-i", "-", "-an"),
        *(*_COLORS, *codec, "-threads", str(thread_count()), str(file.absolute())),
    ]
    with tempfile.TemporaryFile(prefix="scenewright-") as said:
        try:
            encoder = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, process_group=0
            )
        except OSError as error:
            raise RenderError(f"FFmpeg cannot be started: {error.strerror or error}") from error
        try:
            assert encoder.stdin is not None
            for frame in frames:
                encoder.stdin.write(np.ascontiguousarray(frame).data)
            encoder.stdin.close()
            code = encoder.wait(_PATIENCE)
        except BrokenPipeError:
            code = encoder.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            raise RenderError(f"FFmpeg did not end within {_PATIENCE:.0f} s after the last frame") from None
        finally:
            if encoder.poll() is None:
                encoder.kill()
                encoder.wait()
        if code:
            raise RenderError(f"FFmpeg could not write the film: {_last_line(said) or f'it ended with {code}'}")


def _last_line(said: IO[bytes]) -> str:
    said.seek(0)
    lines = said.read()[-2_000:].decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""

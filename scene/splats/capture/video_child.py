"""The child process that decodes a stranger's video with FFmpeg. It is started by path and never imported.

Call: ``python -I video_child.py VIDEO RATE``. It prints one line of JSON, the facts of the video or ``{"error": ...}``, and then, unless
RATE is 0, the frames: height x width x 3 bytes each, RATE of them a second. Before it starts FFmpeg it gives up what that does not
need, and FFmpeg inherits it: memory is limited, Landlock leaves the video to read and FFmpeg to execute, seccomp no socket. An error
after the first line ends it with 1, and is told on standard error.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

MEMORY = 8 << 30
"""Bytes. It gets half of what is available, if that is less."""
CONTAINERS = "mov,mp4,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,ogg,flv,asf"
"""Formats of FFmpeg that hold a video themselves. Playlists and lists of files are none of them."""
CPU_SECONDS = 24 * 3600
_NEEDED = ("fork", "vfork", "execve", "kill", "tkill", "setpgid", "setsid", "sched_setaffinity")
"""Calls that starting and ending FFmpeg takes."""


def main() -> int:
    source, rate = Path(sys.argv[1]), float(sys.argv[2])
    sys.path.append(str(Path(__file__).resolve().parents[2] / "children" / "parser"))
    import imageio_ffmpeg
    from child_limits import bound_resources, close_folders  # type: ignore[import-not-found]
    from forbidden_calls import forbid_calls  # type: ignore[import-not-found]

    program = Path(imageio_ffmpeg.get_ffmpeg_exe())
    loaders = [*Path("/").glob("lib*/ld-*.so*"), *Path("/usr").glob("lib*/ld-*.so*")]
    close_folders(source, None, executable=[program, *loaders])
    bound_resources(MEMORY, CPU_SECONDS, written=0)
    forbid_calls(needed=_NEEDED)
    out = sys.stdout.buffer
    begun = False
    try:
        # neither a playlist nor the network: a video must not make the decoder open other files
        frames: Any = imageio_ffmpeg.read_frames(
            str(source),
            pix_fmt="rgb24",
            input_params=["-protocol_whitelist", "file,pipe", "-format_whitelist", CONTAINERS],
            output_params=["-vf", f"fps={rate:.6f}"] if rate else [],
        )
        meta = next(frames)
        facts = {"size": meta["size"], "duration": meta.get("duration"), "fps": meta.get("fps")}
        out.write(json.dumps(facts).encode() + b"\n")
        out.flush()
        begun = True
        if rate:
            for frame in frames:
                out.write(frame)
        out.flush()
        frames.close()
    except (OSError, RuntimeError, StopIteration, ValueError, KeyError, AssertionError) as error:
        last = str(error).strip().splitlines()[-1:] or ["it holds none"]
        if begun:
            sys.stderr.write(last[0][:200])
        else:
            out.write(json.dumps({"error": last[0][:200]}).encode() + b"\n")
            out.flush()
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

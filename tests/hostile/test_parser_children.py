"""Children that read strangers' files and were taken over: what they print, write and try does not reach the host."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from scenewright.scene.array_files import ArrayFileError, read_array
from scenewright.scene.children.parser import child_limits
from scenewright.scene.children.parser.host import answer_of, written_file
from scenewright.scene.errors import CaptureError, SplatError
from scenewright.scene.semantics.evaluation.import_child import opened
from scenewright.scene.semantics.fields import FieldError
from scenewright.scene.splats.capture.video import video_facts

LIMITS = Path(child_limits.__file__).parent


def ask(folder: Path, text: str, **options: Any) -> dict[str, Any]:
    """The answer of a child with this program."""
    worker = folder / "worker.py"
    worker.write_text(text)
    work = folder / "work"
    work.mkdir(exist_ok=True)
    return answer_of(
        worker, [str(work)], about="x.ply", folder=work, **({"seconds": 30.0, "error": SplatError} | options)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import sys\nwhile True: sys.stdout.write('x' * 1000000)", "printed more than 4,194,304 bytes"),
        ("import sys\nwhile True: sys.stderr.write('x' * 1000000)", "printed more than 4,194,304 bytes"),
        ("print('[' * 1000000)", "broke the process"),
        ("print('[1, 2]')", "broke the process"),
        ("print('{\"error\": \"' + 'x' * 100000 + '\"}')", "x{600}$"),
        ('print(\'{"error": "a\\\\u001b]0;x\\\\u0007"}\')', r"a\\x1b\]0;x\\x07$"),
        ("import os\nos.close(1)\nos.close(2)\nimport time\ntime.sleep(60)", "broke the process"),
        (
            "import sys, time\nopen(sys.argv[1] + '/a', 'wb').truncate(10 << 30)\ntime.sleep(60)",
            "wrote more than 2,147,483,648 bytes",
        ),
        (
            "import sys, time\nfor i in range(100): open(f'{sys.argv[1]}/{i}', 'w')\ntime.sleep(60)",
            "wrote more than 64 files",
        ),
    ],
    ids=["prints", "errors", "nesting", "list", "long", "escapes", "silence", "file", "files"],
)
def test_an_answer_without_end_is_refused(tmp_path: Path, text: str, message: str) -> None:
    before = psutil.Process().memory_info().rss
    with pytest.raises(SplatError, match=rf"x\.ply.*{message}"):
        ask(tmp_path, text)
    assert psutil.Process().memory_info().rss - before < 200 << 20


def test_only_plain_files_of_a_child_are_opened(tmp_path: Path) -> None:
    def refused(path: Path, message: str) -> None:
        with pytest.raises(SplatError, match=message):
            written_file(path, most=100, about="x.ply", error=SplatError)

    plain = tmp_path / "plain"
    plain.write_bytes(bytes(100))
    assert written_file(plain, most=100, about="x.ply", error=SplatError) == plain
    refused(tmp_path / "none", "No such file")
    refused(tmp_path, "no regular file")
    (tmp_path / "link").symlink_to("/etc/passwd")
    refused(tmp_path / "link", "no regular file")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo")
        refused(tmp_path / "fifo", "no regular file")
    plain.write_bytes(bytes(101))
    refused(plain, "has 101 bytes; at most 100")
    os.link(plain, tmp_path / "again")
    refused(plain, "no regular file")


_ATTEMPTS = """
import json, os, resource, signal, socket, sys, threading
from pathlib import Path
sys.path.append(LIMITS)
import ctypes
from child_limits import confine
here = Path(sys.argv[1])
memory, confined = confine(here / 'x', here, memory=1 << 50, cpu_seconds=20)
libc = ctypes.CDLL(None, use_errno=True)

def call(number, *arguments):
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), 'refused')

attempts = {
    'internet': lambda: socket.socket(socket.AF_INET),
    'datagrams': lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    'unix': lambda: socket.socket(socket.AF_UNIX),
    'netlink': lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    'pair': socket.socketpair,
    'fork': os.fork,
    'vfork': lambda: libc.vfork() < 0 and call(-1),
    'program': lambda: os.execv('/bin/true', ['true']),
    'spawn': lambda: os.posix_spawn('/bin/true', ['true'], {}),
    'kill': lambda: os.kill(os.getppid(), 0),
    'kill all': lambda: os.kill(-1, 0),
    'trace': lambda: libc.ptrace(16, os.getppid(), 0, 0) < 0 and call(-1),
    'fifo': lambda: os.mkfifo(here / 'fifo'),
    'link': lambda: os.symlink('/etc/passwd', here / 'link'),
    'folder': lambda: os.mkdir(here / 'folder'),
    'memory file': lambda: os.memfd_create('x'),
    'namespace': lambda: libc.unshare(0x10000000) < 0 and call(-1),
    'other file': lambda: open('/etc/passwd').read(),
    'other folder': lambda: os.listdir('/'),
    'written elsewhere': lambda: open('/tmp/elsewhere', 'w'),
    'large file': lambda: os.truncate(here / 'big', 1 << 40) if open(here / 'big', 'w') else None,
    'memory': lambda: bytearray(memory + (1 << 30)),
    'many files': lambda: [open('/dev/null') for _ in range(1000)],
    'limits': lambda: resource.setrlimit(resource.RLIMIT_CPU, (1000, 1000)),
}
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
answer = {'memory': memory, 'confined': confined, 'open': []}
for name, attempt in attempts.items():
    try:
        attempt()
    except (OSError, MemoryError, ValueError):
        continue
    answer['open'].append(name)
thread = threading.Thread(target=lambda: answer.update(thread=True))
thread.start()
thread.join()
(here / 'x').write_text('result')
print(json.dumps(answer))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are parts of Linux")
def test_a_child_reaches_nothing_but_its_file(tmp_path: Path) -> None:
    answer = ask(tmp_path, _ATTEMPTS.replace("LIMITS", repr(str(LIMITS))))
    assert answer["confined"]
    assert answer["open"] == []
    assert answer["thread"]
    assert answer["memory"] <= psutil.virtual_memory().total / 2


@pytest.mark.skipif(find_spec("imageio_ffmpeg") is None, reason="imageio-ffmpeg is not installed")
@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n",
        "ffconcat version 1.0\nfile /etc/passwd\n",
        "\0" * 1000,
        "",
    ],
    ids=["network", "file", "list", "zeros", "empty"],
)
def test_a_video_that_names_other_files_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.mp4").write_text(text)
    with pytest.raises(CaptureError, match=r"a\.mp4: no video can be decoded"):
        video_facts(tmp_path / "a.mp4")


def claiming(path: Path, shape: str, data: bytes = bytes(48), kind: str = "<f4") -> Path:
    header = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    path.write_bytes(b"\x93NUMPY\x01\0" + len(header).to_bytes(2, "little") + header + data)
    return path


@pytest.mark.parametrize(
    "shape", ["(59500000000,)", "(1 << 62, 4)", "(-4, 3)", "(4611686018427387904, 4611686018427387904)", "('a',)"]
)
def test_an_array_of_238_gigabytes_is_refused(tmp_path: Path, shape: str) -> None:
    path = claiming(tmp_path / "x.npy", shape)
    with pytest.raises(ArrayFileError, match=r"claims|no array|no numbers"):
        read_array(path, most_bytes=1 << 20)
    with pytest.raises(FieldError, match=r"x\.npy"):
        opened(path, "array")


def test_arrays_of_objects_and_other_files_are_refused(tmp_path: Path) -> None:
    np.save(tmp_path / "objects.npy", np.array([{}, None], dtype=object), allow_pickle=True)
    with pytest.raises(ArrayFileError, match="no numbers"):
        read_array(tmp_path / "objects.npy", most_bytes=1 << 20)
    with pytest.raises(ArrayFileError, match="at most 10 are read"):
        read_array(tmp_path / "objects.npy", most_bytes=10)
    os.mkfifo(tmp_path / "fifo.npy")
    with pytest.raises(ArrayFileError, match="no regular file"):
        read_array(tmp_path / "fifo.npy", most_bytes=10)
    for order in "CF":
        values = np.asarray(np.arange(12.0).reshape(3, 4), order=order)  # type: ignore[call-overload]
        np.save(tmp_path / "sound.npy", values)
        assert np.array_equal(read_array(tmp_path / "sound.npy", most_bytes=1 << 20), values)

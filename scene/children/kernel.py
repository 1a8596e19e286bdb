"""The kernel boundary around a program on Linux: Landlock denies all files, seccomp nearly all system calls.

Landlock goes through py-landlock, seccomp through pyseccomp and libseccomp; SECURITY.md says why these. Both bind the
calling thread for good, so they are applied in the forked child only, which has one thread. What a child needs after
that is little: memory, its pipes, the clock. Everything else (files, sockets, processes, signals to others, mounts,
tracing, executable memory) answers with an error that Python raises as PermissionError.
"""

from __future__ import annotations

import ctypes
import errno
import json
import mmap
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from enum import IntEnum
from typing import Any

from scenewright.scene.errors import ConfinementError

__all__ = ["KernelLevel", "KernelReport", "Lockdown", "check_level", "prove", "survey"]


class KernelLevel(IntEnum):
    """How much of the kernel boundary a caller asks for. Less than FULL is the caller's explicit choice."""

    NONE = 0
    """No kernel boundary: policy, budgets and a process of its own remain."""
    SECCOMP = 1
    """The system call filter alone, for kernels without Landlock. Files stay closed: `open` is not among the calls."""
    FULL = 2
    """Landlock and the system call filter."""


_ALLOWED_CALLS = {
    "memory": "brk munmap mremap madvise",
    "open pipes, of which no more can be had": "read write readv writev close lseek fstat",
    "time": "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time",
    "itself": "exit exit_group getpid gettid getrusage times sched_yield sched_getaffinity getcpu getrandom",
    "signals and locks of its own": "rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall futex membarrier",
}
"""System calls that a confined program may make with any arguments. `_load_filter` allows a few more with some arguments."""

_THREAD_CALLS = "set_robust_list rseq get_robust_list sched_getparam sched_getscheduler"
"""What a library calls beside `clone` to start a thread."""
_CLONE_THREAD = 0x00010000
"""Of <linux/sched.h>: the new task is a thread of this process."""
_PR_SET_PDEATHSIG = 1
_LIBSECCOMP_ADVICE = (
    "install libseccomp (Debian and Ubuntu: apt-get install libseccomp2; Fedora: dnf install libseccomp)"
)


@dataclass(frozen=True)
class KernelReport:
    """Which parts of the boundary work on this machine. `proofs`: for each attempt from inside, whether it was stopped."""

    platform: str
    landlock: int
    """ABI version of Landlock, 0 where there is none."""
    seccomp: bool
    problems: tuple[str, ...] = ()
    proofs: dict[str, bool] = field(default_factory=dict)

    @property
    def level(self) -> KernelLevel:
        """The strongest level that works here."""
        if not self.seccomp or not all(self.proofs.values()):
            return KernelLevel.NONE
        return KernelLevel.FULL if self.landlock else KernelLevel.SECCOMP

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "level": self.level.name.lower()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> KernelReport:
        return cls(
            platform=str(value["platform"]),
            landlock=int(value["landlock"]),
            seccomp=bool(value["seccomp"]),
            problems=tuple(str(p) for p in value["problems"]),
            proofs={str(k): bool(v) for k, v in value["proofs"].items()},
        )


def check_level(report: KernelReport, wanted: KernelLevel, *, required: bool = False) -> None:
    """Check that the machine offers at least the level `wanted`. `required`: whether no setting may lower it.

    Raises:
        ConfinementError: it does not; the message says what is missing and what to do.
    """
    if report.level >= wanted:
        return
    failed = [f"{name} was not stopped" for name, stopped in report.proofs.items() if not stopped]
    reasons = "; ".join([*report.problems, *failed]) or "it does not hold here"
    if required:
        raise ConfinementError(
            f"programs cannot be confined by the kernel on this machine ({reasons}), and this server requires it; "
            "`scenewright doctor` shows what holds",
            kind="kernel",
        )
    weaker = " or SCENEWRIGHT_KERNEL=seccomp" if report.level is KernelLevel.SECCOMP else ""
    raise ConfinementError(
        f"programs cannot be confined by the kernel on this machine ({reasons}). To run programs that you trust all the "
        f"same, set SCENEWRIGHT_KERNEL=none{weaker}; `scenewright doctor` shows what holds",
        kind="kernel",
    )


def survey() -> KernelReport:
    """What the kernel and the libraries offer, without proof: :func:`prove` tries it."""
    if not sys.platform.startswith("linux"):
        return KernelReport(sys.platform, 0, False, ("Landlock and seccomp are parts of Linux",))
    problems: list[str] = []
    landlock = _landlock_version(problems)
    seccomp = _seccomp_present(problems)
    return KernelReport(sys.platform, landlock, seccomp, tuple(problems))


def _landlock_version(problems: list[str]) -> int:
    try:
        from py_landlock import LandlockError
        from py_landlock.landlock_sys import get_abi_version
    except ImportError:
        problems.append("the package py-landlock is missing: pip install py-landlock")
        return 0
    try:
        return int(get_abi_version())
    except LandlockError as error:
        problems.append(f"Landlock: {error}")
        return 0


def _seccomp_present(problems: list[str]) -> bool:
    try:
        import pyseccomp
    except ImportError:
        problems.append("the package pyseccomp is missing: pip install pyseccomp")
        return False
    except RuntimeError:
        problems.append(f"seccomp: the library libseccomp.so is missing: {_LIBSECCOMP_ADVICE}")
        return False
    native = pyseccomp.Arch.NATIVE
    missing = [name for name in ("read", "write", "mmap", "exit_group") if pyseccomp.resolve_syscall(native, name) < 0]
    if missing:
        problems.append(f"seccomp: libseccomp does not know the call {missing[0]} of this machine")
    return not missing


class Lockdown:
    """The boundary, prepared once in the server and applied in each child."""

    def __init__(self, level: KernelLevel, *, threads: bool = False) -> None:
        """`threads`: whether the process may start threads, which programs may not, but some decoders of pictures must."""
        self._level = level
        self._threads = threads
        # Libraries are loaded here, in the server, since the child may have no access to files.
        survey()
        self._libc = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None

    @property
    def binds(self) -> bool:
        return self._level is not KernelLevel.NONE

    def follow_parent(self) -> None:
        """Have the kernel end this process when its parent ends."""
        if self._libc is not None:
            self._libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)

    def apply(self) -> None:
        """Confine the calling thread, which must be the only one of the process. This cannot be undone.

        Raises:
            ConfinementError: the kernel refused it; no program may run then.
        """
        if self._level is KernelLevel.NONE:
            return
        try:
            if self._level is KernelLevel.FULL:
                from py_landlock import Landlock

                Landlock().apply()
            self._load_filter()
        except Exception as error:
            raise ConfinementError(f"the kernel boundary could not be set up: {error}", kind="kernel") from error

    def _load_filter(self) -> None:
        import pyseccomp as sc

        rules = sc.SyscallFilter(sc.ERRNO(errno.EPERM))
        for name in " ".join(_ALLOWED_CALLS.values()).split():
            if _known(sc, name):
                rules.add_rule(sc.ALLOW, name)
        # No new executable memory, so that injected machine code cannot run.
        for name in ("mmap", "mprotect"):
            rules.add_rule(sc.ALLOW, name, sc.Arg(2, sc.MASKED_EQ, mmap.PROT_EXEC, 0))
        # abort() and fatal signals need this call; it is allowed for the own process only.
        rules.add_rule(sc.ALLOW, "tgkill", sc.Arg(0, sc.EQ, os.getpid()))
        # Limits may be read but not set.
        rules.add_rule(sc.ALLOW, "prlimit64", sc.Arg(0, sc.EQ, 0), sc.Arg(2, sc.EQ, 0))
        if self._threads:
            for name in _THREAD_CALLS.split():
                if _known(sc, name):
                    rules.add_rule(sc.ALLOW, name)
            rules.add_rule(sc.ALLOW, "clone", sc.Arg(0, sc.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
            # no filter can read its flags; glibc then calls clone
            rules.add_rule(sc.ERRNO(errno.ENOSYS), "clone3")
        rules.load()


def _known(sc: Any, name: str) -> bool:
    """Whether this machine has the call; aarch64 has no `time`, for example."""
    return bool(sc.resolve_syscall(sc.Arch.NATIVE, name) >= 0)


def prove(level: KernelLevel) -> KernelReport:
    """Apply `level` in a forked child and test from inside what it stops. The process must have one thread only."""
    report = survey()
    if level is KernelLevel.NONE or not report.seccomp or (level is KernelLevel.FULL and not report.landlock):
        return report
    lockdown = Lockdown(level)
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            lockdown.apply()
            os.write(write_end, json.dumps(_try_everything()).encode())
            code = 0
        except (ConfinementError, OSError) as error:
            os.write(write_end, json.dumps({"problem": str(error)[:300]}).encode())
        finally:
            os._exit(code)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        text = pipe.read(65536)
    os.waitpid(pid, 0)
    try:
        answer = json.loads(text)
    except ValueError:
        answer = {"problem": "the trial process died"}
    if "problem" in answer:
        return KernelReport(report.platform, report.landlock, False, (*report.problems, str(answer["problem"])))
    return KernelReport(report.platform, report.landlock, report.seccomp, report.problems, answer)


def _try_everything() -> dict[str, bool]:
    def refused(attempt: Callable[[], object]) -> bool:
        try:
            attempt()
        except PermissionError:
            return True
        except OSError as error:
            return error.errno in {errno.EPERM, errno.EACCES}
        return False

    trials: dict[str, Callable[[], object]] = {
        "reading a file": lambda: os.open(__file__, os.O_RDONLY),
        "writing a file": lambda: os.open("scenewright-probe", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600),
        "listing a folder": lambda: os.listdir("/"),
        "opening a socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "starting a program": lambda: os.execv(sys.executable, [sys.executable, "-c", "pass"]),  # noqa: S606 - it must fail
        "signalling another process": lambda: os.kill(os.getppid(), 0),
        "executable memory": lambda: mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_EXEC),
    }
    held = {name: refused(attempt) for name, attempt in trials.items()}

    def fork() -> None:
        if os.fork() == 0:
            os._exit(0)

    held["making a process"] = refused(fork)
    return held

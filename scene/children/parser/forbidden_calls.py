"""System calls that a child which reads a stranger's file never needs, refused by the kernel from here on. Imported by name from its own
folder, with nothing of ours.

Libraries that read files use many calls (threads, files, memory), so these are a list of what is forbidden, unlike the filter of programs
(:mod:`scenewright.scene.children.kernel`), which is a list of what is allowed.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

try:
    # loaded before the folders close: it looks for libseccomp with other programs
    import pyseccomp as sc
except (ImportError, RuntimeError, OSError):  # not Linux, or without the package or libseccomp
    sc = None

__all__ = ["forbid_calls"]

_FORBIDDEN = {
    "sockets of any family": "socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg recvfrom recvmsg recvmmsg",
    "other programs": "execve execveat fork vfork",
    "other processes": (
        "kill tkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_send_signal pidfd_getfd ptrace process_vm_readv"
        " process_vm_writev process_madvise process_mrelease kcmp setpgid setsid sched_setaffinity sched_setscheduler"
        " sched_setparam sched_setattr setpriority ioprio_set migrate_pages move_pages"
    ),
    "memory that no limit counts": (
        "memfd_create memfd_secret shmget shmat shmctl shmdt semget semop semctl semtimedop msgget msgsnd msgrcv msgctl"
        " mq_open mq_unlink mq_timedsend mq_timedreceive userfaultfd mlock mlock2 mlockall"
    ),
    "files of other kinds": (
        "mknod mknodat link linkat symlink symlinkat mkdir mkdirat name_to_handle_at open_by_handle_at fanotify_init"
        " inotify_init inotify_init1 vmsplice flock"
    ),
    "mounts and namespaces": (
        "mount umount2 pivot_root chroot unshare setns move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr"
    ),
    "rings and tracing": "io_uring_setup io_uring_enter io_uring_register bpf perf_event_open lookup_dcookie",
    "the machine": (
        "init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff acct settimeofday"
        " clock_settime clock_adjtime adjtimex sethostname setdomainname quotactl quotactl_fd syslog iopl ioperm personality"
    ),
    "identity and keys": (
        "setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset keyctl add_key request_key"
    ),
    "limits": "setrlimit",
}
_CLONE_THREAD = 0x00010000
"""Of <linux/sched.h>: the new task is a thread of this process."""
_TIOCSTI = 0x5412
"""Of <asm/termios.h>: types into a terminal."""


def forbid_calls(*, needed: Sequence[str] = ()) -> bool:
    """Whether the kernel refuses these calls, but for those that are `needed`, from here on, for all threads of this process."""
    if sys.platform != "linux" or sc is None:
        return False
    try:
        rules = sc.SyscallFilter(sc.ALLOW)
        refused = sc.ERRNO(errno.EPERM)
        for name in dict.fromkeys(" ".join(_FORBIDDEN.values()).split()):
            if name not in needed and sc.resolve_syscall(sc.Arch.NATIVE, name) >= 0:
                rules.add_rule(refused, name)
        # glibc falls back from clone3, whose flags no filter can read, to clone
        rules.add_rule(sc.ERRNO(errno.ENOSYS), "clone3")
        if "fork" not in needed:  # threads may be started, processes not
            rules.add_rule(refused, "clone", sc.Arg(0, sc.MASKED_EQ, _CLONE_THREAD, 0))
            rules.add_rule(refused, "tgkill", sc.Arg(0, sc.NE, os.getpid()))
        rules.add_rule(refused, "prlimit64", sc.Arg(2, sc.NE, 0))
        rules.add_rule(refused, "ioctl", sc.Arg(1, sc.MASKED_EQ, 0xFFFFFFFF, _TIOCSTI))
        rules.set_attr(sc.Attr.CTL_TSYNC, 1)
        rules.load()
    except (OSError, ValueError, RuntimeError, TypeError):
        return False
    return True

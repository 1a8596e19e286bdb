"""Programs that go at the kernel past Python's usual doors: what a file is without opening it, newer system calls, kinds of
sockets and of shared memory, and modules reached under another name. By what shows that they did; see ``escape_corpus``."""

from __future__ import annotations

LOOKED = {
    "stat": "import os\nprint('REACHED', os.stat(@CANARY@).st_size)",
    "access": "import os\nif os.access(@CANARY@, os.R_OK): print('REACHED')",
    "readlink": "import os\nprint('REACHED', os.readlink('/proc/self/exe'))",
    "statvfs": "import os\nprint('REACHED', os.statvfs('/'))",
    "working-folder": "import os\nprint('REACHED', os.getcwd())",
    "machine": "import os\nprint('REACHED', os.uname())",
    "extended-attributes": "import os\nprint('REACHED', os.listxattr(@CANARY@))",
    "watch": """
        import ctypes
        if ctypes.CDLL(None).inotify_init() >= 0:
            print('REACHED')
    """,
    "parent-limits": "import os, resource\nprint('REACHED', resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE))",
    "parent-by-descriptor": "import os\nprint('REACHED', os.pidfd_open(os.getppid()))",
    "processors": "import os\nos.sched_setaffinity(0, os.sched_getaffinity(0))\nprint('REACHED')",
    "netlink": "import socket\nsocket.socket(16, socket.SOCK_RAW, 0)\nprint('REACHED')",
    "epoll": "import select\nselect.epoll()\nprint('REACHED')",
    "bare-thread": """
        import _thread, time
        _thread.start_new_thread(lambda: print('REACHED', flush=True), ())
        time.sleep(0.3)
    """,
    "shared-memory": """
        import ctypes
        libc = ctypes.CDLL(None)
        made = libc.shmget(0, 4096, 0o1600)
        if made >= 0:
            libc.shmctl(made, 0, None)
            print('REACHED')
    """,
    "message-queue": """
        import ctypes
        libc = ctypes.CDLL(None)
        made = libc.msgget(0, 0o1600)
        if made >= 0:
            libc.msgctl(made, 0, None)
            print('REACHED')
    """,
    "memory-made-executable": """
        import ctypes, mmap
        page = mmap.mmap(-1, 4096)
        address = ctypes.addressof(ctypes.c_char.from_buffer(page))
        if ctypes.CDLL(None).mprotect(ctypes.c_void_p(address), 4096, 5) == 0:
            print('REACHED')
    """,
}

READ = {
    "openat2": """
        import ctypes
        libc = ctypes.CDLL(None)
        how = (ctypes.c_uint64 * 3)(0, 0, 0)
        buffer = ctypes.create_string_buffer(100)
        libc.read(libc.syscall(437, -100, @CANARY@.encode(), ctypes.byref(how), 24), buffer, 100)
        print(buffer.value)
    """,
    "made-function": """
        import dataclasses
        held = (dataclasses,)
        body = '    return open(path).read()'
        if hasattr(held[0], '_create_fn'):  # Python 3.11
            print(held[0]._create_fn('f', ['path'], [body.strip()], globals={})(@CANARY@))
        else:  # Python 3.13
            class C: pass
            made = held[0]._FuncBuilder({})
            made.add_fn('f', ['path'], [body])
            made.add_fns_to_class(C)
            print(C.f(@CANARY@))
    """,
    "modules-of-a-module": "import enum\nprint((enum,)[0].sys.modules['io'].open(@CANARY@).read())",
    "evaluated-elsewhere": """
        import typing
        held = (typing,)
        print(held[0].sys.modules['builtins'].eval('open(' + repr(@CANARY@) + ').read()'))
    """,
    "special-method-made-up": """
        T = type('T', (), {'__c' + 'all__': lambda self, path: open(path).read()})
        print(T()(@CANARY@))
    """,
    "reduce-ex": """
        import copy
        class Evil:
            def __reduce_ex__(self, protocol): return open, (@CANARY@,)
        print(copy.copy(Evil()).read())
    """,
}

MADE = {
    "mkdirat": "import ctypes\nctypes.CDLL(None).mkdirat(-100, @MARKER@.encode(), 0o700)",
    "mknod": "import os, stat\nos.mknod(@MARKER@, stat.S_IFIFO | 0o600)",
}

CHANGED = {
    "open-for-writing": "import os\nos.write(os.open(@VICTIM@, os.O_WRONLY | os.O_TRUNC), b'dead')",
}

SENT = {
    "sendmsg": "import socket\nsocket.socket(2, 2).sendmsg([b'x'], [], 0, ('127.0.0.1', @UDP@))",
    "first-packet": "import socket\nsocket.socket(2, 1).sendto(b'x', 0x20000000, ('127.0.0.1', @PORT@))",
}

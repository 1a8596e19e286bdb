"""The escape corpus: programs that try to get out, or to take more than they may, and what shows that they did.

Each is written as an attacker who knows Python would, some to pass the policy. Names in @AT SIGNS@ are filled in by
:class:`escape_world.World`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from textwrap import dedent

from tests.escape.escape_system_calls import CHANGED, LOOKED, MADE, READ, SENT

_MODULES = """
os io sys socket subprocess ctypes ctypes.util pathlib codecs linecache fileinput tokenize tempfile sqlite3 runpy
importlib.machinery http.client urllib.request asyncio multiprocessing multiprocessing.connection pty threading
concurrent.futures mmap shutil signal pickle gc inspect builtins platform select pkgutil code resource getpass
warnings types traceback numpy.lib.format numpy.ctypeslib shelve dbm.dumb zipfile logging.handlers webbrowser
smtplib ftplib site glob
"""
PRELOADED = tuple(_MODULES.split())
"""Loaded before the boundary closes, so that a failing import is never what stops a program: the kernel has to."""


class Effect(Enum):
    """What shows that a program did what it tried."""

    SECRET = "the canary's text in what it printed or answered"
    CONNECTION = "a connection at a listener"
    MARKER = "a file that was not there before"
    VICTIM = "a file changed or gone"
    WORD = "the word REACHED printed after the deed"
    CPU = "still burning processor time at the bound"
    TIME = "still there at the bound"
    MEMORY = "hundreds of megabytes taken"
    FLOOD = "megabytes printed"
    CRASH = "a process that died by a signal"


@dataclass(frozen=True)
class Escape:
    name: str
    group: str
    effect: Effect
    source: str
    whole: bool = False
    """The source has its own root entity."""
    passes_policy: bool = False
    """Nothing in its text is refused: budgets or the kernel have to stop it."""


CORPUS: list[Escape] = []


def _group(group: str, effect: Effect, programs: dict[str, str], *, whole: bool = False, passes: bool = False) -> None:
    for name, source in programs.items():
        CORPUS.append(Escape(f"{group}-{name}", group, effect, dedent(source).strip() + "\n", whole, passes))


_group("files", Effect.SECRET, {
    "open": "print(open(@CANARY@).read())",
    "io-open": "import io\nprint(io.open(@CANARY@).read())",
    "file-io": "import io\nprint(io.FileIO(@CANARY@).readall())",
    "os-read": "import os\nprint(os.read(os.open(@CANARY@, os.O_RDONLY), 100))",
    "pathlib": "from pathlib import Path\nprint(Path(@CANARY@).read_text())",
    "codecs": "import codecs\nprint(codecs.open(@CANARY@).read())",
    "linecache": "import linecache\nprint(linecache.getlines(@CANARY@))",
    "fileinput": "import fileinput\nprint(list(fileinput.input([@CANARY@])))",
    "tokenize": "import tokenize\nprint(tokenize.open(@CANARY@).read())",
    "loader": "from importlib.machinery import SourceFileLoader\nprint(SourceFileLoader('x', @CANARY@).get_data(@CANARY@))",
    "sendfile": """
        import os
        source = os.open(@CANARY@, os.O_RDONLY)
        os.sendfile(1, source, 0, 100)
    """,
    "mmap": """
        import mmap, os
        with open(@CANARY@, 'rb') as file:
            print(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)[:])
    """,
    "listdir": "import os\nprint(os.listdir(@FOLDER@))",
    "scandir": "import os\nprint([entry.name for entry in os.scandir(@FOLDER@)])",
    "glob": "import glob\nprint(glob.glob(@FOLDER@ + '/*'))",
    "error-with-source": """
        import traceback
        try:
            compile('\\n' * 0 + '1/0', @CANARY@, 'exec') and exec(compile('1/0', @CANARY@, 'exec'))
        except ZeroDivisionError:
            traceback.print_exc()
    """,
})  # fmt: skip
_group("files", Effect.MARKER, {
    "write": "open(@MARKER@, 'w').write('x')",
    "mkdir": "import os\nos.mkdir(@MARKER@)",
    "symlink": "import os\nos.symlink('/', @MARKER@)",
    "hardlink": "import os\nos.link(@CANARY@, @MARKER@)",
    "mkfifo": "import os\nos.mkfifo(@MARKER@)",
    "copy": "import shutil\nshutil.copy(@CANARY@, @MARKER@)",
    "sqlite": "import sqlite3\nsqlite3.connect(@MARKER@).execute('create table t (x)')",
    "shelve": "import dbm.dumb\ndbm.dumb.open(@MARKER@[:-0 or None], 'c')\nopen(@MARKER@, 'w')",
    "zipfile": "import zipfile\nzipfile.ZipFile(@MARKER@, 'w').close()",
    "logging": "from logging.handlers import RotatingFileHandler\nRotatingFileHandler(@MARKER@)",
})  # fmt: skip
_group("files", Effect.VICTIM, {
    "unlink": "import os\nos.unlink(@VICTIM@)",
    "rename": "import os\nos.rename(@VICTIM@, @MARKER@)",
    "truncate": "import os\nos.truncate(@VICTIM@, 0)",
    "chmod": "import os\nos.chmod(@VICTIM@, 0o606)",
})  # fmt: skip

_group("numpy", Effect.SECRET, {
    "load": "import numpy as np\nprint(np.load(@CANARY_NPY@))",
    "fromfile": "import numpy as np\nprint(np.fromfile(@CANARY@, dtype='S32'))",
    "memmap": "import numpy as np\nprint(bytes(np.memmap(@CANARY@, dtype='u1', mode='r')))",
    "loadtxt": "import numpy as np\nprint(np.loadtxt(@CANARY@, dtype=str))",
    "genfromtxt": "import numpy as np\nprint(np.genfromtxt(@CANARY@, dtype=str))",
    "fromregex": "import numpy as np\nprint(np.fromregex(@CANARY@, '(.*)', [('a', 'S32')]))",
    "open-memmap": "from numpy.lib import format\nprint(format.open_memmap(@CANARY_NPY@))",
    "data-source": """
        import numpy as np
        source = getattr(np, 'DataSource', None) or np.lib.npyio.DataSource
        print(source(None).open(@CANARY@).read())
    """,
    "alias": "import numpy\nn = [numpy]\nprint(n[0].load(@CANARY_NPY@))",
})  # fmt: skip
_group("numpy", Effect.MARKER, {
    "save": "import numpy as np\nnp.save(open(@MARKER@, 'wb'), np.ones(3))",
    "savetxt": "import numpy as np\nnp.savetxt(@MARKER@, np.ones(3))",
    "tofile": "import numpy as np\nnp.ones(3).tofile(@MARKER@)",
    "dump": "import numpy as np\nnp.ones(3).dump(@MARKER@)",
    "load-pickle": "import numpy as np\nnp.load(@PAYLOAD@, allow_pickle=True)",
})  # fmt: skip

_group("network", Effect.CONNECTION, {
    "connect": "import socket\nsocket.create_connection(('127.0.0.1', @PORT@))",
    "raw-module": "import _socket\ns = _socket.socket(2, 1)\ns.connect(('127.0.0.1', @PORT@))",
    "udp": "import socket\nsocket.socket(2, 2).sendto(b'hello', ('127.0.0.1', @UDP@))",
    "unix": "import socket\nsocket.socket(1, 1).connect(@UNIX@)",
    "abstract-unix": "import socket\nsocket.socket(1, 1).connect(@ABSTRACT@)",
    "http": "import http.client\nhttp.client.HTTPConnection('127.0.0.1', @PORT@).connect()",
    "urllib": """
        import urllib.request
        try:
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open('http://127.0.0.1:@PORT@/', timeout=1)
        except ConnectionError:
            pass
    """,
    "asyncio": "import asyncio\nasyncio.run(asyncio.open_connection('127.0.0.1', @PORT@))",
    "multiprocessing": """
        from multiprocessing.connection import Client
        try:
            Client(('127.0.0.1', @PORT@))
        except (ConnectionError, EOFError):
            pass
    """,
    "ctypes": """
        import ctypes, struct
        libc = ctypes.CDLL(None)
        s = libc.socket(2, 1, 0)
        address = struct.pack('=HHI8x', 2, ((@PORT@ & 255) << 8) | (@PORT@ >> 8), 0x0100007F)
        libc.connect(s, address, 16)
    """,
})  # fmt: skip
_group("network", Effect.WORD, {
    "listen": "import socket\nsocket.create_server(('127.0.0.1', 0))\nprint('REACHED')",
    "socketpair": "import socket\nsocket.socketpair()\nprint('REACHED')",
})  # fmt: skip

_group("processes", Effect.MARKER, {
    "subprocess": "import subprocess\nsubprocess.run(['touch', @MARKER@])",
    "system": "import os\nos.system('touch ' + @MARKER@)",
    "popen": "import os\nos.popen('touch ' + @MARKER@).read()",
    "fork": """
        import os
        pid = os.fork()
        if pid == 0:
            os.mkdir(@MARKER@)
            os._exit(0)
        os.waitpid(pid, 0)
    """,
    "exec": "import os\nos.execvp('touch', ['touch', @MARKER@])",
    "posix-spawn": "import os\nos.waitpid(os.posix_spawnp('touch', ['touch', @MARKER@], {}), 0)",
    "multiprocessing": """
        import multiprocessing, os
        p = multiprocessing.get_context('fork').Process(target=os.mkdir, args=(@MARKER@,))
        p.start()
        p.join()
    """,
    "process-pool": """
        import concurrent.futures, os, multiprocessing
        with concurrent.futures.ProcessPoolExecutor(1, multiprocessing.get_context('fork')) as pool:
            pool.submit(os.mkdir, @MARKER@).result()
    """,
    "pty": "import pty\npty.spawn(['touch', @MARKER@])",
    "thread": """
        import threading, os
        t = threading.Thread(target=os.mkdir, args=(@MARKER@,))
        t.start()
        t.join()
    """,
    "vfork-by-ctypes": """
        import ctypes
        ctypes.CDLL(None).system(('touch ' + @MARKER@).encode())
    """,
})  # fmt: skip
_group("processes", Effect.WORD, {
    "signal-parent": "import os\nos.kill(os.getppid(), 0)\nprint('REACHED')",
    "signal-group": "import os\nos.killpg(os.getpgid(os.getppid()), 0)\nprint('REACHED')",
    "priority": "import os\nos.setpriority(os.PRIO_PROCESS, 0, 19)\nprint('REACHED')",
    "new-session": "import os\nos.fork() or (os.setsid(), print('REACHED', flush=True), os._exit(0))\nos.wait()",
    "raise-limits": """
        import resource
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        print('REACHED')
    """,
    "memfd": "import os\nprint('REACHED', os.memfd_create('code'))",
    "ptrace": """
        import ctypes
        if ctypes.CDLL(None, use_errno=True).ptrace(0, 0, 0, 0) == 0:
            print('REACHED')
    """,
    "unshare": """
        import ctypes
        if ctypes.CDLL(None).unshare(0x00000200) == 0:  # the table of working folders
            print('REACHED')
    """,
    "executable-memory": """
        import mmap
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(b'\\xc3')
        print('REACHED')
    """,
    "pipe": "import os\nprint('REACHED', os.pipe())",
    "eventfd": "import os\nprint('REACHED', os.eventfd(0))",
    "working-folder": "import os\nos.chdir('/')\nprint('REACHED')",
    "user": "import os\nos.setgid(os.getgid())\nprint('REACHED')",
})  # fmt: skip

_group("environment", Effect.SECRET, {
    "environ": "import os\nprint(os.environ.get(@ENV@))",
    "getenv": "import os\nprint(os.getenv(@ENV@))",
    "posix": "import posix\nprint(posix.environ)",
    "proc": "print(open('/proc/self/environ').read())",
    "parent": "import os\nprint(open(f'/proc/{os.getppid()}/environ').read())",
    "ctypes": """
        import ctypes
        getenv = ctypes.CDLL(None).getenv
        getenv.restype = ctypes.c_char_p
        print(getenv(@ENV@.encode()))
    """,
    "format-string": """
        import dataclasses
        print('{0.__globals__[sys].modules[os].environ[@NAME@]}'.format(dataclasses.dataclass))
    """,
    "format-map": """
        import dataclasses
        print('{d.__globals__[sys].modules[os].environ[@NAME@]}'.format_map({'d': dataclasses.dataclass}))
    """,
    "format-built": """
        import dataclasses
        field = '0._' + '_globals__[sys].modules[os].environ[@NAME@]'
        print(('{' + field + '}').format(dataclasses.dataclass))
    """,
    "format-unbound": """
        import dataclasses
        print(str.format('{0._' + '_globals__[sys].modules[os].environ[@NAME@]}', dataclasses.dataclass))
    """,
    "formatter": """
        import dataclasses, string
        print(string.Formatter().vformat('{0._' + '_globals__[sys].modules[os].environ[@NAME@]}', (dataclasses.dataclass,), {}))
    """,
})  # fmt: skip

_group("ctypes", Effect.SECRET, {
    "read": """
        import ctypes
        libc = ctypes.CDLL(None)
        buffer = ctypes.create_string_buffer(100)
        libc.read(libc.open(@CANARY@.encode(), 0), buffer, 100)
        print(buffer.value)
    """,
    "syscall": """
        import ctypes, platform
        libc = ctypes.CDLL(None)
        buffer = ctypes.create_string_buffer(100)
        number, read = (257, 0) if platform.machine() == 'x86_64' else (56, 63)
        libc.syscall(read, libc.syscall(number, -100, @CANARY@.encode(), 0), buffer, 100)
        print(buffer.value)
    """,
    "stdio": """
        import ctypes
        libc = ctypes.CDLL(None)
        libc.fopen.restype = ctypes.c_void_p
        file = libc.fopen(@CANARY@.encode(), b'r')
        buffer = ctypes.create_string_buffer(100)
        libc.fgets(buffer, 100, ctypes.c_void_p(file)) if file else None
        print(buffer.value)
    """,
    "numpy-ctypeslib": """
        import numpy as np
        libc = np.ctypeslib.ctypes.CDLL(None)
        buffer = np.zeros(100, np.uint8)
        libc.read(libc.open(@CANARY@.encode(), 0), buffer.ctypes.data_as(np.ctypeslib.ctypes.c_void_p), 100)
        print(buffer.tobytes())
    """,
    "python-api": """
        import ctypes
        code = ('print(open(' + repr(@CANARY@) + ').read())').encode()
        ctypes.pythonapi.PyRun_SimpleString(code)
    """,
})  # fmt: skip
_group("ctypes", Effect.WORD, {
    "process-vm-readv": """
        import ctypes, os
        class Vector(ctypes.Structure):
            _fields_ = [('base', ctypes.c_void_p), ('length', ctypes.c_size_t)]
        here, there = ctypes.create_string_buffer(8), ctypes.create_string_buffer(b'REACHED')
        a, b = Vector(ctypes.addressof(here), 8), Vector(ctypes.addressof(there), 8)
        got = ctypes.CDLL(None).process_vm_readv(os.getpid(), ctypes.byref(a), 1, ctypes.byref(b), 1, 0)
        print(here.value.decode() if got > 0 else 'nothing')
    """,
    "undo-by-prctl": """
        import ctypes
        if ctypes.CDLL(None).prctl(4, 0, 0, 0, 0) == 0:  # PR_SET_DUMPABLE
            print('REACHED')
    """,
})  # fmt: skip

_CLIMB = "().__class__.__base__.__subclasses__()"
_group("climb", Effect.SECRET, {
    "subclasses-loader": f"""
        for cls in {_CLIMB}:
            if cls.__name__ == 'FileLoader':
                print(cls.get_data(cls('x', @CANARY@), @CANARY@))
    """,
    "catch-warnings": f"""
        for cls in {_CLIMB}:
            if cls.__name__ == 'catch_warnings':
                print(cls.__init__.__globals__['__builtins__']['open'](@CANARY@).read())
    """,
    "wrap-close": f"""
        for cls in {_CLIMB}:
            if cls.__name__ == '_wrap_close':
                print(cls.__init__.__globals__['popen']('cat ' + @CANARY@).read())
    """,
    "function-globals": """
        def f(): pass
        print(f.__globals__['__builtins__']['open'](@CANARY@).read())
    """,
    "builtin-self": "print(print.__self__.open(@CANARY@).read())",
    "language-globals": """
        from scene.language import *
        print(register.__globals__['__builtins__']['open'](@CANARY@).read())
    """,
    "language-module": """
        import scene.language.vocabulary.evaluation
        print(scene.language.vocabulary.evaluation.sys.modules['os'].popen('cat ' + @CANARY@).read())
    """,
    "random-os": "import random\nprint(random._os.popen('cat ' + @CANARY@).read())",
    "dataclasses-sys": "import dataclasses\nprint(dataclasses.sys.modules['io'].open(@CANARY@).read())",
    "collections-sys": "import collections\nprint(collections._sys.modules['builtins'].open(@CANARY@).read())",
    "aliased-module": "import random\nr = (random,)\nprint(r[0]._os.popen('cat ' + @CANARY@).read())",
    "loader": "import math, re\nprint(re.__loader__.get_data(@CANARY@))",
    "computed-getattr": """
        import random
        print(getattr(random, '_o' + 's').popen('cat ' + @CANARY@).read())
    """,
    "getattr-by-map": """
        import random
        print(list(map(getattr, [random], ['_os']))[0].popen('cat ' + @CANARY@).read())
    """,
    "attrgetter": """
        import operator, random
        print(operator.attrgetter('_os')(random).popen('cat ' + @CANARY@).read())
    """,
    "dunder-import": "print(__import__('os').popen('cat ' + @CANARY@).read())",
    "dunder-builtins": "b = __builtins__\nb = b if isinstance(b, dict) else vars(b)\nprint(b['open'](@CANARY@).read())",
    "globals-call": """
        b = globals()['__built' + 'ins__']
        print((b if isinstance(b, dict) else vars(b))['open'](@CANARY@).read())
    """,
    "vars-of-module": "import random\nprint(vars(random)['_os'].popen('cat ' + @CANARY@).read())",
    "site-printer": """
        import _sitebuiltins
        p = _sitebuiltins._Printer('x', '')
        p._Printer__filenames = [@CANARY@]
        p()
    """,
    "eval": "print(eval('op' + 'en')(@CANARY@).read())",
    "exec-compile": "exec(compile('print(ope' + 'n(' + repr(@CANARY@) + ').read())', 'x', 'exec'))",
    "mro": "print([c for c in int.mro()[-1].__subclasses__() if c.__name__ == 'FileLoader'][0]('x', @CANARY@).get_data(@CANARY@))",
    "gc-objects": """
        import gc
        for thing in gc.get_objects():
            if type(thing) is dict and 'popen' in thing and 'environ' in thing:
                print(thing['popen']('cat ' + @CANARY@).read())
                break
    """,
})  # fmt: skip

_group("frames", Effect.SECRET, {
    "generator": """
        def g(): yield
        print(g().gi_frame.f_builtins['open'](@CANARY@).read())
    """,
    "generator-back": """
        def g():
            yield me.gi_frame.f_back.f_globals['__builtins__']
        me = g()
        b = next(me)
        print((b if isinstance(b, dict) else vars(b))['open'](@CANARY@).read())
    """,
    "coroutine": """
        async def c(): pass
        me = c()
        print(me.cr_frame.f_builtins['open'](@CANARY@).read())
    """,
    "async-generator": """
        async def c(): yield
        print(c().ag_frame.f_builtins['open'](@CANARY@).read())
    """,
    "traceback": """
        try:
            1 / 0
        except ZeroDivisionError as error:
            print(error.__traceback__.tb_frame.f_builtins['open'](@CANARY@).read())
    """,
    "exit-handler": """
        class Catch:
            def __enter__(self): return self
            def __exit__(self, kind, error, trace):
                print(trace.tb_frame.f_builtins['open'](@CANARY@).read())
                return True
        with Catch():
            1 / 0
    """,
    "getframe": "import sys\nprint(sys._getframe().f_builtins['open'](@CANARY@).read())",
    "match-pattern": """
        def g(): yield
        match g():
            case object(gi_frame=object(f_builtins=b)):
                print(b['open'](@CANARY@).read())
    """,
    "getattr-string": """
        def g(): yield
        print(getattr(getattr(g(), 'gi_' + 'frame'), 'f_' + 'builtins')['open'](@CANARY@).read())
    """,
})  # fmt: skip

_group("syntax", Effect.SECRET, {
    "decorator-eval": """
        @print
        @eval
        @(lambda f: 'open(' + repr(@CANARY@) + ').read()')
        def f(): pass
    """,
    "class-getitem": """
        class Reader:
            __class_getitem__ = open
        print(Reader[@CANARY@].read())
    """,
    "match-class": """
        match ():
            case object(__class__=tuple_type):
                base = tuple_type.__base__
        print([c for c in base.__subclasses__() if c.__name__ == 'FileLoader'][0]('x', @CANARY@).get_data(@CANARY@))
    """,
    "metaclass-operator": """
        class Meta(type):
            __matmul__ = lambda cls, path: open(path).read()
        class Reader(metaclass=Meta): pass
        print(Reader @ @CANARY@)
    """,
    "annotation-strings": """
        import typing
        class A:
            x: "print(open(" + repr(@CANARY@) + ").read())"
        class B:
            x: 'print(__import__("io").open(PATH).read())'
        typing.get_type_hints(B, {'PATH': @CANARY@})
    """,
    "singledispatch": """
        import functools
        PATH = @CANARY@
        @functools.singledispatch
        def f(x): pass
        try:
            @f.register
            def g(x: 'print(__import__("io").open(PATH).read())'): pass
        except TypeError:
            pass
    """,
    "star-import": "from os import *\nprint(popen('cat ' + @CANARY@).read())",
    "lambda-default": "(lambda path, opener=open: print(opener(path).read()))(@CANARY@)",
    "set-name": """
        class Descriptor:
            def __set_name__(self, owner, name, read=open):
                print(read(@CANARY@).read())
        class Owner:
            field = Descriptor()
    """,
    "walrus": "print((o := open)(@CANARY@).read())",
    "shadowed-name": """
        def f(open): return open
        print(open(@CANARY@).read())
    """,
    "bound-elsewhere": """
        if False:
            open = None
        print(open(@CANARY@).read())
    """,
})  # fmt: skip
_group("syntax", Effect.MARKER, {
    "reduce": """
        import copy, os
        class Evil:
            def __reduce__(self): return os.mkdir, (@MARKER@,)
        try:
            copy.copy(Evil())
        except TypeError:
            pass
    """,
    "finalizer": """
        import os
        class Last:
            def __del__(self): os.mkdir(@MARKER@)
        Last()
    """,
    "at-exit": "import atexit, os\natexit.register(os.mkdir, @MARKER@)\natexit._run_exitfuncs()",
    "audit-free": "import code, os\ncode.InteractiveInterpreter({'os': os}).runsource('os.mkdir(' + repr(@MARKER@) + ')')",
})  # fmt: skip

_group("bombs", Effect.CPU, {
    "endless": "while True:\n    pass",
    "billion": "total = 0\nfor i in range(10**9):\n    total += i",
    "power": "x = 7\nfor i in range(40):\n    x = x ** 7",
    "c-sum": "total = sum(range(10**11))",
    "regex": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
    "permutations": "import itertools\nn = sum(1 for _ in itertools.permutations(range(20)))",
    "catches-all": """
        while True:
            try:
                while True:
                    pass
            except BaseException:
                continue
    """,
    "endless-finally": """
        def f():
            try:
                return f()
            finally:
                f()
        f()
    """,
    "decimal": "from decimal import *\ngetcontext().prec = 10**7\nx = Decimal(2) ** Decimal('0.5')",
    "matrix": "import numpy as np\na = np.ones((900, 900))\nwhile True:\n    a = a @ a * 1e-9",
    "endless-set": "class Bad:\n    def __hash__(self): return 1\n    def __eq__(self, o): return False\ns = {Bad() for _ in range(10**6)}",
}, passes=True)  # fmt: skip
_group("bombs", Effect.CPU, {
    "endless-root": """
        from scene.language import *
        @register()
        def innocent():
            while True:
                primitive_call('cube', {'scale': 1.0})
    """,
    "endless-animation": """
        from scene.language import *
        @register_animation()
        def innocent():
            while True:
                if False:
                    yield primitive_call('cube', {'scale': 1.0})
    """,
    "instances": """
        from scene.language import *
        @register()
        def box():
            return primitive_call('cube', {'scale': 1.0})
        @register()
        def innocent():
            return loop(10**7, lambda i: transform_shape(library_call('box'), translation_matrix((i, 0, 0))))
    """,
}, whole=True, passes=True)  # fmt: skip
_group("bombs", Effect.CPU, {
    "ignores-signals": """
        import signal
        for number in range(1, 65):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        while True:
            pass
    """,
})  # fmt: skip
_group("bombs", Effect.TIME, {
    "sleep": "import time\ntime.sleep(1000)",
    "stops-itself": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
    "waits-on-itself": "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
})  # fmt: skip
_group("bombs", Effect.MEMORY, {
    "list": "held = []\nwhile True:\n    held.append(' ' * 10**7)",
    "numpy": "import numpy as np\nheld = [np.ones(10**7) for _ in range(100)]",
    "string": "text = 'x' * 1000\nwhile True:\n    text += text",
    "doubling": "held = [0]\nwhile True:\n    held = held + held",
    "dict": "held = {i: str(i) * 1000 for i in range(10**7)}",
    "bytes": "held = bytearray(1 << 30)\nheld[:] = b'x' * (1 << 30)",
    "class-tower": "held = []\nwhile True:\n    held.append(type('A', (), {'x': [0] * 10**5}))",
    "catches-memory": """
        held = []
        while True:
            try:
                held.append(bytearray(10**7))
            except MemoryError:
                pass
    """,
}, passes=True)  # fmt: skip
_group("bombs", Effect.FLOOD, {
    "print": "while True:\n    print('x' * 10**5)",
    "print-unending-line": "while True:\n    print('x' * 1000, end='')",
}, passes=True)  # fmt: skip
_group("bombs", Effect.FLOOD, {
    "raw-write": "import os\nwhile True:\n    os.write(1, b'x' * 65536)",
    "raw-error-write": "import os\nwhile True:\n    os.write(2, b'x' * 65536)",
})  # fmt: skip
_group("bombs", Effect.CRASH, {
    "null-pointer": "import ctypes\nctypes.string_at(0)",
    "abort": "import os\nos.abort()",
    "kill-itself": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
    "deep-recursion": """
        import sys
        sys.setrecursionlimit(10**9)
        def f(x):
            return sorted([x], key=f)
        f(0)
    """,
})  # fmt: skip
_group("bombs", Effect.WORD, {
    "fork": """
        import os
        for _ in range(3):
            os.fork()
        print('REACHED')
        if os.getpid() != os.getpgrp():
            os._exit(0)
    """,
    "threads": """
        import threading
        for _ in range(20):
            threading.Thread(target=threading.Event().wait, daemon=True).start()
        print('REACHED')
    """,
    "descriptors": "import os\nheld = [os.open('/', os.O_RDONLY) for _ in range(100)]\nprint('REACHED')",
})  # fmt: skip

for _effect, _programs in (
    (Effect.WORD, LOOKED), (Effect.SECRET, READ), (Effect.MARKER, MADE), (Effect.VICTIM, CHANGED), (Effect.CONNECTION, SENT),
):  # fmt: skip
    _group("calls", _effect, _programs)

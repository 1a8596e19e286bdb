"""What the policy refuses, with which line, and what it must never refuse."""

from __future__ import annotations

import os
import re
from pathlib import Path
from textwrap import dedent

import pytest

from scenewright.scene.errors import BudgetError, PolicyError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.policy import check, program_builtins
from scenewright.scene.language.running.source import decode, parse

ORDINARY = {
    "closures and lambdas": """
        from helper import *
        def outer(n):
            count = 0
            def inner():
                nonlocal count
                count += 1
                return [lambda i=i: i * count for i in range(n)]
            return inner
    """,
    "global": "total = 0\ndef f():\n    global total\n    total += 1\n",
    "classes": """
        from __future__ import annotations
        from abc import ABC, abstractmethod
        from dataclasses import dataclass, field
        from enum import Enum, auto
        from typing import List, NamedTuple, Optional
        class Kind(Enum):
            CHAIR = auto()
        class Size(NamedTuple):
            w: float = 1.0
        @dataclass(frozen=True, order=True)
        class Item:
            name: str
            parts: List["Item"] = field(default_factory=list)
            __slots__ = ("name", "parts")
            def __post_init__(self) -> None:
                object.__setattr__(self, 'name', self.name.strip())
            def __repr__(self):
                return f"{type(self).__name__}({self.name!r}) {self.__class__.__name__}"
            def __len__(self):
                return len(self.parts)
            __str__ = __repr__
        class Base(ABC):
            def __init__(self, w):
                super().__init__()
                self.w = w
            @property
            def area(self): return self.w ** 2
            @area.setter
            def area(self, value): self.w = value
            @staticmethod
            def make(): return Base.__new__(Base)
            @classmethod
            def build(cls): return cls.__name__
            @abstractmethod
            def draw(self): ...
            def copy(self): return self.__class__(self.w)
    """,
    "generators": """
        def rows(n):
            received = yield 0
            for i in range(n):
                yield from (j for j in range(i))
        g = rows(3); next(g); g.send(1); g.close()
    """,
    "f-strings": 'name, i = "a", 3\ntext = f"{name}_{i:02d} {{literal}} {name!r:>10}" + "{}__{}".format(1, 2) + "%s" % name\n',
    "try": """
        try:
            x = 1 / 0
        except (ZeroDivisionError, ValueError) as error:
            print(f"{error}")
        except Exception:
            raise
        else:
            x = 0
        finally:
            x = 1
    """,
    "main": "def main(): pass\nif __name__ == '__main__':\n    main()\n",
    "walrus and match": """
        if (n := len([1, 2])) > 1:
            match [n, {"a": 1}]:
                case [int(x), {"a": y, **rest}] if x:
                    pass
                case [*others] | (others):
                    pass
                case _:
                    pass
    """,
    "type hints": "from typing import *\ndef f(a: int, *b: float, c: 'Optional[str]' = None, **d) -> Dict[str, Tuple[int, ...]]: ...\n",
    "attribute helpers": """
        class A: pass
        a = A()
        setattr(a, 'size', 1)
        if hasattr(a, 'size') and isinstance(a, A) and callable(print):
            print(getattr(a, 'size', None), vars_ if (vars_ := 1) else 0)
    """,
    "numpy": """
        import numpy as np
        import numpy.linalg as la
        from numpy.random import default_rng
        from numpy import array, pi
        rng = np.random.default_rng(0)
        m = np.linalg.inv(np.eye(4)) @ la.norm(array([1, 2])) + np.fft.fft([1, 2]).real.sum() + np.ma.array([1]).sum()
        p = np.polynomial.Polynomial([1, 2]); s = np.s_[1:2]; np.set_printoptions(precision=3); np.frombuffer(b'12345678')
        x = np.interp(0.5, [0, 1], [0, 1]) + np.float64(1) + np.ndarray((2,)).T.flatten().astype(float).tolist()[0]
    """,
    "names of builtins as parameters": """
        def door(open=0.3, input=1, vars=(), compile=None):
            return open * input
        def drawer(open): return [open for open in range(3)] + [lambda: open]
        exit = door()
        print(exit)
    """,
    "attributes that the program defines": """
        class Truck:
            def dump(self, angle): self.f_back = angle
            def load(self): return self.dump(30), self.f_back
        Truck().dump(20)
    """,
    "load and save of one's own": "class Shelf:\n    def load(self): ...\n    def save(self): ...\nShelf().load(); Shelf().save()\n",
    "standard modules": """
        import math, cmath, random, itertools, functools, collections, colorsys, copy, string, operator, statistics
        import fractions, decimal, json, re, textwrap, heapq, bisect, collections.abc
        from functools import partial, reduce, lru_cache
        from itertools import product
        from operator import itemgetter, mul
        from collections import defaultdict, namedtuple, OrderedDict
        Point = namedtuple('Point', 'x y')
        @lru_cache(maxsize=None)
        def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
        print(sorted([Point(1, 2)], key=itemgetter(0)), copy.deepcopy([1]), random.Random(3).random())
    """,
    "star imports of published programs": "from helper import *\nfrom math_utils import *\nnp.zeros(3); math.pi; random.random()\n",
    "with": """
        class C:
            def __enter__(self): return self
            def __exit__(self, *a): return False
        with C() as c: pass
    """,
    "star arguments": "def f(*a, **k): return f(*a, **{**k, 'b': 1})\nprint(*[1, 2], sep='', end='')\n",
    "operators": """
        class V:
            def __add__(self, o): return o.__radd__(self)
            def __mul__(self, o): return self
            __rmul__ = __mul__
            def __getitem__(self, i): return i
            def __class_getitem__(cls, i): return cls
            def __call__(self): return self.__add__(1)
            def __matmul__(self, o): return o
            def __iter__(self): return iter(())
            def __hash__(self): return 1
    """,
    "docstrings that speak of code": '"""Use {curly} and __dunder__ words, os.system and open(path)."""\n',
}  # fmt: skip


@pytest.mark.parametrize("source", ORDINARY.values(), ids=ORDINARY.keys())
def test_ordinary_programs_pass(source: str) -> None:
    check(dedent(source))


REFUSED = [
    ("x = 1\nimport os\n", 2, "import", "os"),
    ("import math, sys", 1, "import", "sys"),
    ("from os.path import join", 1, "import", "os.path"),
    ("from . import x", 1, "import", "relative"),
    ("import numpy.f2py", 1, "import", "numpy.f2py"),
    ("from numpy import load", 1, "member", "numpy.load"),
    ("import numpy as q\n\nq.memmap", 3, "member", "numpy.memmap"),
    ("from helper import *\nnp.load('x')", 2, "member", "numpy.load"),
    ("from numpy import *\nload('x')", 2, "member", "numpy.load"),
    ("import numpy as np\nnp.lib.stride_tricks.as_strided", 2, "member", "numpy.lib"),
    ("import numpy as np\nnp.zeros(3).tofile('x')", 2, "attribute", "tofile"),
    ("import random\nrandom._os", 2, "member", "random._os"),
    ("import dataclasses\ndataclasses.sys", 2, "member", "dataclasses.sys"),
    ("import scene.language as L\nL.sandbox", 2, "member", "sandbox"),
    ("from scene.language import evaluation", 1, "member", "evaluation"),
    ("import scene.language.evaluation", 1, "import", "evaluation"),
    ("open('x')", 1, "name", "open"),
    ("f = eval", 1, "name", "eval"),
    ("class A:\n    open = 1\nopen", 3, "name", "open"),
    ("def f(open):\n    pass\nopen('x')", 3, "name", "open"),
    ("def f():\n    exec = 1\ndef g():\n    return exec", 4, "name", "exec"),
    ("().__class__.__base__", 1, "dunder", "__base__"),
    ("x = (1).__class__", 1, "dunder", "__class__"),
    ("def f(): pass\nf.__globals__", 2, "dunder", "__globals__"),
    ("__builtins__", 1, "dunder", "__builtins__"),
    ("__import__('os')", 1, "dunder", "__import__"),
    ("def g(): yield\ng().gi_frame", 2, "attribute", "gi_frame"),
    ("int.mro()", 1, "attribute", "mro"),
    ("getattr(1, 'x' + 'y')", 1, "name", "getattr"),
    ("getattr(1, '__class__')", 1, "dunder", "__class__"),
    ("g = getattr", 1, "name", "getattr"),
    ("hasattr(1, name)", 1, "name", "hasattr"),
    ("import random\ngetattr(random, '_os')", 2, "member", "random._os"),
    ("object.__setattr__(1, '__class__', 2)", 1, "dunder", "__class__"),
    ("object.__setattr__(1, 'a' + 'b', 2)", 1, "dunder", "__setattr__"),
    ("'{0.__class__}'.format(1)", 1, "format", "format string"),
    ("'{0.gi_frame}'.format(1)", 1, "format", "format string"),
    ("match 1:\n    case object(__class__=c):\n        pass", 2, "dunder", "__class__"),
    ("class A:\n    def __reduce__(self): ...", 2, "dunder", "__reduce__"),
    ("class A:\n    __array_interface__ = {}", 2, "dunder", "__array_interface__"),
    ("def f(__builtins__): ...", 1, "dunder", "__builtins__"),
    ("import typing\ntyping.get_type_hints", 2, "member", "get_type_hints"),
    ("from operator import attrgetter", 1, "member", "attrgetter"),
    ("import string\nstring.Formatter", 2, "member", "Formatter"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "line", "kind", "word"), REFUSED)
def test_refusals_name_the_line_and_the_thing(source: str, line: int, kind: str, word: str) -> None:
    with pytest.raises(PolicyError) as caught:
        check(source)
    assert (caught.value.line, caught.value.kind) == (line, kind)
    assert word in caught.value.message


def test_shared_replies_pass() -> None:
    folder = os.environ.get("SCENEWRIGHT_REPLIES")
    if not folder:
        pytest.skip("SCENEWRIGHT_REPLIES is not set")
    refused = {}
    for reply in sorted(Path(folder).glob("[0-9]*.md")):
        blocks = re.findall(r"```python\n(.*?)```", reply.read_text(encoding="utf-8"), re.DOTALL)
        for block in blocks:
            try:
                check(block)
            except PolicyError as error:
                refused[reply.name[:2]] = error.kind
    assert refused == {"24": "import"}


def test_builtins_made_up_at_run_time_are_refused_too() -> None:
    namespace = {"__builtins__": program_builtins()}
    for text in ("open('x')", "eval('1')", "__import__('os')", "__import__('numpy.f2py')"):
        with pytest.raises(PolicyError):
            exec(text, dict(namespace))
    exec("import math\nfrom numpy.linalg import norm\nx = max(1, 2)\nclass A: pass", dict(namespace))


# -- text -----------------------------------------------------------------------------------------------------------


def test_nesting_has_a_line_and_no_traceback() -> None:
    deep = {
        "parentheses": "x = 1\ny = " + "(" * 5000 + ")" * 5000,
        "lists": "x = 1\ny = " + "[" * 150 + "]" * 150,
        "minus": "x = 1\ny = " + "-" * 100_000 + "1",
        "sum": "x = 1\ny = " + "+".join(["1"] * 100_000),
        "attributes": "x = 1\ny = x" + ".real" * 50_000,
        "calls": "x = 1\ny = x" + "()" * 50_000,
        "lambdas": "x = 1\ny = " + "lambda: " * 5000 + "1",
        "conditions": "x = 1\ny = " + "1 if x else " * 20_000 + "1",
    }
    for name, source in deep.items():
        with pytest.raises(BudgetError) as caught:
            check(source, Budgets(source_depth=100))
        assert (caught.value.kind, caught.value.line) == ("nesting", 2), name


def test_blocks_that_are_too_deep() -> None:
    source = "".join("    " * i + "if 1:\n" for i in range(110)) + "    " * 110 + "pass\n"
    with pytest.raises((BudgetError, ProgramError)) as caught:
        check(source)
    assert caught.value.line is not None


def test_a_sum_of_a_hundred_terms_is_no_nesting() -> None:
    check(
        "x = "
        + " + ".join(["1"] * 100)
        + "\n"
        + "if x == 0:\n    pass\n"
        + "".join(f"elif x == {i}:\n    pass\n" for i in range(100))
    )


def test_too_long_a_source() -> None:
    with pytest.raises(BudgetError) as caught:
        check("# " + "é" * 600, Budgets(source_bytes=1000))
    assert caught.value.kind == "source"


def test_syntax_errors_have_line_and_column() -> None:
    with pytest.raises(ProgramError) as caught:
        parse("x = 1\ny = = 2\n")
    assert (caught.value.line, caught.value.column, caught.value.kind) == (2, 4, "syntax")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_count_alike(end: str) -> None:
    text = decode(end.join(["x = 1", "", "import os", ""]).encode())
    assert end in text
    with pytest.raises(PolicyError) as caught:
        check(text)
    assert caught.value.line == 3


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbfx = 1\n") == "x = 1\n"
    check("\ufeffx = 1\n")


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        (b"x = 1\r\ny = '\xe9'\r\n", 2, "0xe9"),
        ("x = 1\n".encode("utf-16"), 1, "UTF-16"),
        (b"x = 1\ny\x00 = 2\n", 2, "null"),
        (b"x\n\ny\n\x80", 4, "0x80"),
    ],
)
def test_what_is_no_text_says_where(data: bytes, line: int, word: str) -> None:
    with pytest.raises(ProgramError) as caught:
        decode(data)
    assert (caught.value.line, caught.value.kind) == (line, "encoding")
    assert word in caught.value.message


def test_half_a_character() -> None:
    with pytest.raises(ProgramError) as caught:
        check("x = 1\ny = '\ud800'")
    assert (caught.value.line, caught.value.kind) == (2, "encoding")


def test_budgets_must_be_known_and_positive() -> None:
    with pytest.raises(ValueError, match="no budget 'wall'"):
        Budgets.from_json({"wall": 3})
    with pytest.raises(ValueError, match="wall_seconds"):
        Budgets(wall_seconds=0)
    assert Budgets.from_json(Budgets(frames=3).to_json()) == Budgets(frames=3)

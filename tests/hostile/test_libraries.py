"""Libraries that are made to harm: each is held like a program, or refused by name; no file but a plain one of its folder is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from scenewright.scene.errors import (
    BudgetError,
    ConfinementError,
    PolicyError,
    ProgramError,
    ProjectError,
    ScenewrightError,
)
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running import LibraryFolder, LibraryShelf, evaluate
from scenewright.scene.language.running.sandbox import Sandbox, default_sandbox
from tests.hostile.program_corpus import PROGRAMS, TRIED
from tests.support.hostile_host import MOST_SECONDS, HostileHost
from tests.support.samples import some_of

CUBE = "primitive_call('cube', {'scale': 1})"
ROOM = f"from scene.language import *\nfrom bad import *\n@register()\ndef hall():\n    return {CUBE}\n"

Try = Callable[..., Any]


@pytest.fixture
def attempt(tmp_path: Path) -> Try:
    """Evaluates a program beside its libraries; the folder holds what the test put there."""

    def tried(text: str = ROOM, **options: Any) -> Any:
        return evaluate(text, libraries=LibraryShelf([LibraryFolder(tmp_path)]), **options)

    return tried


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(TRIED, 10))
def test_a_program_as_a_library_costs_the_host_little(host: HostileHost, name: str) -> None:
    attempt = host.attempt("tests.support.hostile_programs:use_library", PROGRAMS[name])
    assert attempt.complaint(seconds=60.0) == ""
    if attempt.outcome == "done":
        assert attempt.value["evaluate"]["seconds"] <= MOST_SECONDS


# -- files ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["/etc/passwd", "../secret.py", "nowhere.py", "bad.py"])
def test_a_link_out_of_the_folder_is_not_followed(attempt: Try, tmp_path: Path, target: str) -> None:
    (tmp_path.parent / "secret.py").write_text("SECRET = 'kept to myself'\n")
    (tmp_path / "bad.py").symlink_to(target)
    with pytest.raises(ProgramError) as caught:
        attempt(ROOM + "print(SECRET)\n")
    assert caught.value.kind == "library"
    assert "kept to myself" not in str(caught.value)


def test_a_link_within_the_folder_is_a_library(attempt: Try, tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text("x = 1\n")
    (tmp_path / "bad.py").symlink_to("good.py")
    assert attempt().libraries[0].name == "bad"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(attempt: Try, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bad.py")
    with pytest.raises(ProgramError, match="no plain file"):
        attempt()


def test_a_folder_is_no_library(attempt: Try, tmp_path: Path) -> None:
    (tmp_path / "bad.py").mkdir()
    with pytest.raises(ProgramError, match="is a folder"):
        attempt()


def test_a_huge_file_is_not_read(attempt: Try, tmp_path: Path) -> None:
    with (tmp_path / "bad.py").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ProgramError, match=r"too large|sparse") as caught:
        attempt()
    assert caught.value.line == 2


def test_a_text_past_the_budget_is_not_run(attempt: Try, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("#" * (5 << 20) + "\n")
    with pytest.raises(BudgetError, match=r"longer than .* bytes together"):
        attempt()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00x", b"x = '\xff'\n", b"x = 1\x00\n", b"\xef\xbb\xbfx = (\n"])
def test_what_is_no_text_names_the_file(attempt: Try, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.py").write_bytes(data)
    with pytest.raises(ProgramError, match=r"bad\.py"):
        attempt()


# -- names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "a.b", "a/b", "", ".", "..", "bad\0", "os", "con.py", "é", "x" * 300]
)
def test_no_name_reaches_another_file(tmp_path: Path, name: str) -> None:
    """The process that asks is not trusted: the host refuses names that no program can write, too."""
    (tmp_path.parent / "secret.py").write_text("x = 1\n")
    with pytest.raises(PolicyError, match="no name of a library"):
        LibraryShelf([LibraryFolder(tmp_path)]).find(name)


def test_a_child_that_asks_for_ever_is_ended(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"lib{number}.py").write_text("x = 1\n")
    reader = LibraryShelf([LibraryFolder(tmp_path)]).reader(Budgets())
    for number in range(100):
        reader(f"lib{number}")
    with pytest.raises(BudgetError, match="more than 100 libraries"):
        reader("lib100")


@pytest.mark.parametrize("answer", [{}, {"text": 3}, {"text": None}])
def test_an_answer_that_is_no_text_is_refused(answer: Mapping[str, Any]) -> None:
    with pytest.raises(ConfinementError, match="no text of a library"):
        default_sandbox().run({"source": ROOM, "libraries": True}, answer=lambda _: answer)


# -- many and deep -------------------------------------------------------------------------------------------------------


def test_ten_thousand_libraries_are_refused_by_line(attempt: Try, tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"lib{number}.py").touch()
    many = "".join(f"import lib{number}\n" for number in range(10_000))
    with pytest.raises(BudgetError, match="more than 100 libraries") as caught:
        attempt(many + ROOM)
    assert caught.value.line == 101


def test_a_missing_one_among_ten_thousand_is_told_at_once(attempt: Try, tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"bad{number}.py").touch()
    with pytest.raises(PolicyError, match="did you mean 'bad") as caught:
        attempt()
    assert len(str(caught.value)) < 600


def test_a_chain_as_deep_as_the_limit_runs(attempt: Try, tmp_path: Path) -> None:
    names = ["bad", *(f"deep{number}" for number in range(99))]
    for name, following in zip(names, [*names[1:], None], strict=True):
        (tmp_path / f"{name}.py").write_text(f"from {following} import *\n" if following else "END = 7\n")
    assert len(attempt(ROOM.replace(CUBE, CUBE.replace("1", "END"))).libraries) == 100
    (tmp_path / "deep98.py").write_text("from deep99 import *\n")
    (tmp_path / "deep99.py").write_text("END = 7\n")
    with pytest.raises(BudgetError, match="more than 100 libraries"):
        attempt()


def test_a_library_that_imports_itself_is_a_circle(attempt: Try, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("def f():\n    from bad import f\n")
    with pytest.raises(ProgramError, match="bad -> bad"):
        attempt()


# -- what a library says -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("__all__ = 3\n", "no list of names"),
        ("__all__ = ['nothing']\n", "no list of names"),
        ("__all__ = ['place']\ndef place(): pass\n", "must not replace"),
        ("raise SystemExit\n", "calls exit"),
        ("raise KeyboardInterrupt\n", "KeyboardInterrupt"),
        ("class E(Exception):\n    def __str__(self): raise ValueError\nraise E\n", "E"),
        ("while True: pass\n", "processor time|longer than"),
        ("x = 'a' * (1 << 33)\n", "memory"),
        ("while True: print('x' * 10000)\n", "printed more"),
        ("def f(n): return f(n + 1)\nf(0)\n", "without end"),
        ("(((" * 500 + "1" + ")))" * 500 + "\n", "nested"),
        ("x = 1\nx.__class__.__mro__\n", "refused"),
        ("from bad2 import __builtins__\n", "refused"),
        ("from . import x\n", "relative import"),
        ("__import__ = 3\n", "refused"),
        ("import bad2\nbad2.__dict__\n", "refused"),
        ("getattr(random, '_' + 'os')\n", "refused"),
    ],
)
def test_what_a_program_may_not_a_library_may_not(attempt: Try, tmp_path: Path, text: str, error: str) -> None:
    (tmp_path / "bad.py").write_text(text)
    (tmp_path / "bad2.py").write_text("x = 1\n")
    budgets = Budgets(wall_seconds=4.0, cpu_seconds=1, memory_bytes=256 << 20)
    with pytest.raises(ScenewrightError, match=error) as caught:
        attempt(budgets=budgets)
    assert isinstance(caught.value, ProgramError)


def test_a_library_cannot_reach_into_what_the_program_imports(attempt: Try, tmp_path: Path) -> None:
    """A name that a library brings is no module for the program, whatever it is bound to."""
    (tmp_path / "bad.py").write_text("import numpy as tools\nmaths = [tools]\n__all__ = ['tools']\n")
    for use in ("tools.load('/etc/passwd')", "tools.loadtxt('/etc/passwd')", "tools.fromfile('/etc/passwd')"):
        with pytest.raises((PolicyError, ConfinementError)):
            attempt(ROOM + f"print({use})\n")


# -- meanwhile -----------------------------------------------------------------------------------------------------------


def test_a_library_replaced_meanwhile_is_used_as_it_was_read(tmp_path: Path) -> None:
    """What is checked, what runs, and what is recorded are one text."""
    path = tmp_path / "bad.py"
    path.write_text("S = 1\n")
    shelf = LibraryShelf([LibraryFolder(tmp_path)])
    first = shelf.find("bad")
    path.write_text("import os\nS = 2\n")
    scene = evaluate(ROOM.replace("'scale': 1", "'scale': S"), libraries=shelf)
    assert scene.bounds[1, 0] == pytest.approx(0.5)
    assert scene.libraries[0].sha256 == first.sha256
    assert shelf.changes() == ("bad",)
    with pytest.raises(PolicyError, match="importing 'os'"):
        evaluate(ROOM, libraries=shelf.again())


def test_a_library_swapped_for_a_link_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "bad.py"
    path.write_text("S = 1\n")
    shelf = LibraryShelf([LibraryFolder(tmp_path)])
    shelf.find("bad")
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert shelf.changes() == ("bad",)
    with pytest.raises(ProgramError, match="lies outside its folder"):
        shelf.again().find("bad")


def test_the_child_reads_no_file_even_without_the_policy(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("a secret of the host")
    texts = {"bad": f"SEEN = open({str(canary)!r}).read()\nprint(SEEN)\n"}
    printed: list[str] = []
    with Sandbox() as sandbox, pytest.raises((ProgramError, ProjectError)) as caught:
        sandbox.run(
            {"source": ROOM, "libraries": True},
            answer=lambda question: {"text": texts[question["name"]]},
            policy=False,
            printed=printed.append,
        )
    assert isinstance(caught.value, ConfinementError)
    assert (caught.value.library, caught.value.line) == ("bad", 1)
    assert "secret" not in "".join(printed) + str(caught.value)

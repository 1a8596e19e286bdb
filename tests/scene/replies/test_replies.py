"""The program in a model's reply, however the reply is written."""

from __future__ import annotations

import ast
import json
import os
import random
import textwrap
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import ProgramError, ReplyError
from scenewright.scene.replies import ReplyProgram, extract_program
from scenewright.scene.replies.blocks import find_blocks, split_lines
from tests.support.samples import some_of

PROGRAM = """\
from helper import *

@register("a cup")
def cup():
    return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)})
"""
OTHER = PROGRAM.replace("0.04", "0.05")
CHAIR = """\
@register("a chair")
def chair():
    return primitive_call('cube', {'scale': 0.5})
"""


def fenced(code: str, fence: str = "```", tag: str = "python") -> str:
    return f"{fence}{tag}\n{code}{fence}\n"


def check_lines(reply: str, program: ReplyProgram) -> None:
    """Each line of the program stands where the mapping says."""
    lines = split_lines(reply)
    mapped = [lines[n - 1] for n in program.reply_lines]
    assert len(program.reply_lines) == program.source.count("\n")
    for line, source in zip(program.source.splitlines(), mapped, strict=True):
        assert line.strip() in source


def program_of(reply: str) -> str:
    program = extract_program(reply)
    check_lines(reply, program)
    ast.parse(program.source)
    return program.source


def refused(reply: str, kind: str) -> ReplyError:
    with pytest.raises(ReplyError) as caught:
        extract_program(reply, where="answer.md")
    assert caught.value.kind == kind
    assert str(caught.value).startswith("answer.md ")
    return caught.value


class TestFences:
    @pytest.mark.parametrize(
        "reply",
        [
            PROGRAM,
            fenced(PROGRAM),
            fenced(PROGRAM, "~~~"),
            fenced(PROGRAM, "`````"),
            fenced(PROGRAM, tag="py"),
            fenced(PROGRAM, tag=""),
            fenced(PROGRAM, tag="Python"),
            fenced(PROGRAM, tag=" PYTHON3 "),
            fenced(PROGRAM, tag="{.python}"),
            fenced(PROGRAM, tag='python title="cup.py"'),
            fenced(PROGRAM, tag="tool_code"),
            fenced(PROGRAM, tag="text"),
            "Sure! Here is a cup:\n\n" + fenced(PROGRAM) + "\nIt is `0.1` m high. Enjoy!\n",
            "Sure! Here is a cup: ```python\n" + PROGRAM + "```",
            "1. The program:\n\n" + textwrap.indent(fenced(PROGRAM), "   ") + "\n2. Run it.",
            "- " + textwrap.indent(fenced(PROGRAM), "  ").lstrip() + "- Done.",
            "Here:\n\n" + textwrap.indent(fenced(PROGRAM), "    "),
            "Here:\n\n" + textwrap.indent(fenced(PROGRAM), "\t"),
            "```python\n" + textwrap.indent(PROGRAM, "    ") + "```",
            "> Here:\n>\n" + "".join(f"> {line}\n" for line in fenced(PROGRAM).splitlines()),
            fenced(PROGRAM).replace("\n", "\r\n"),
            "```python\n" + PROGRAM.rstrip() + "```\nThat is all.",
            "```python from helper import *\n" + PROGRAM.split("\n", 1)[1] + "```",
            "\ufeff" + fenced(PROGRAM),
            "Install it first:\n\n```bash\npip install scenewright\n```\n\n" + fenced(PROGRAM),
            fenced(PROGRAM) + "\nIts tree:\n\n```\ncup\n└── cylinder\n```\n",
            fenced(PROGRAM) + "\nRun `scenewright evaluate cup.py`:\n\n```python\nprint('done')\n```\n",
        ],
    )
    def test_one_program(self, reply: str) -> None:
        assert program_of(reply).rstrip() == PROGRAM.rstrip()

    def test_a_fence_in_a_docstring_ends_nothing(self) -> None:
        code = PROGRAM.replace(
            "def cup():\n", 'def cup():\n    """A cup.\n\n    ```python\n    library_call("cup")\n    ```\n    """\n'
        )
        for tag in ("python", ""):
            assert program_of("Here:\n" + fenced(code, tag=tag) + "Bye.") == code

    def test_a_string_that_never_ends_does_not_swallow_the_reply(self) -> None:
        broken = 'from helper import *\nx = """never closed\n'
        assert program_of(fenced(broken) + "\nCorrected:\n" + fenced(PROGRAM)) == PROGRAM

    def test_a_block_that_was_not_closed_before_the_next(self) -> None:
        assert program_of("```python\n" + PROGRAM + "```python\n" + OTHER + "```\n") == OTHER

    def test_many_fences_cost_little(self) -> None:
        reply = "```python\nx = '''\n" + "a```\n```\n" * 3000
        refused(reply, "no-program")

    def test_blocks_say_their_lines(self) -> None:
        blocks = find_blocks(split_lines("a\n```py\nb\nc\n```\n~~~\nd\n"))
        assert [(b.tag, b.lines, b.first_line, b.last_line, b.closed) for b in blocks] == [
            ("py", ("b", "c"), 3, 4, True),
            ("", ("d",), 7, 7, False),
        ]


class TestSeveralBlocks:
    def test_a_later_program_replaces_an_earlier_one(self) -> None:
        reply = fenced(PROGRAM) + "\nI misspelled something. Corrected:\n\n" + fenced(OTHER)
        assert program_of(reply) == OTHER
        assert extract_program(reply).notes == ("a later block (lines 12-16) replaces the program before it",)

    def test_a_later_block_need_not_import_to_register_the_same(self) -> None:
        without = OTHER.split("\n", 2)[2]
        assert program_of(fenced(PROGRAM) + fenced(without)) == without

    def test_helpers_first_then_entities(self) -> None:
        helpers = "from helper import *\n\ndef tube(r, h):\n    return primitive_call('cylinder', {'radius': r, 'p0': (0, 0, 0), 'p1': (0, h, 0)})\n"
        entity = "@register()\ndef cup():\n    return tube(0.04, 0.1)\n"
        assert program_of(fenced(helpers) + "Then:\n" + fenced(entity)) == helpers + "\n" + entity

    def test_entities_that_build_on_the_ones_before(self) -> None:
        scene = "@register('a room')\ndef scene():\n    return concat_shapes(library_call('cup'), place('cup', at=(1, 0, 0)))\n"
        assert program_of(fenced(PROGRAM) + "Now the room:\n" + fenced(scene)) == PROGRAM + "\n" + scene
        with_import = "from helper import *\n\n" + scene
        joined = program_of(fenced(PROGRAM) + fenced(with_import))
        assert joined.count("import") == 1
        assert "library_call('cup')" in joined

    def test_a_replaced_function_takes_its_place(self) -> None:
        both = PROGRAM + "\n\n" + CHAIR
        fixed = CHAIR.replace("0.5", "0.45")
        assert program_of(fenced(both) + "Change the chair to:\n" + fenced(fixed)) == both.replace("0.5", "0.45")

    def test_a_replaced_constant_and_helper(self) -> None:
        code = "from helper import *\nSIZE = 1\n\ndef box(s):\n    return primitive_call('cube', {'scale': s})\n\n@register()\ndef a():\n    return box(SIZE)\n"
        fix = "# smaller\nSIZE = 0.5\n\ndef box(s):\n    return primitive_call('cube', {'scale': 2 * s})\n"
        assert program_of(fenced(code) + fenced(fix)) == code.replace("SIZE = 1", "SIZE = 0.5").replace(
            "': s", "': 2 * s"
        )

    def test_a_helper_that_comes_late_goes_above_the_code(self) -> None:
        code = "from helper import *\nimport math\n\n@register()\ndef a():\n    return box(1)\n\nlight('sun', intensity=LEVEL)\n"
        late = "LEVEL = 2\n\ndef box(s):\n    return primitive_call('cube', {'scale': s})\n"
        source = program_of(fenced(code) + "You also need:\n" + fenced(late))
        assert source.index("import math") < source.index("LEVEL = 2") < source.index("@register")

    def test_lights_and_cameras_are_added(self) -> None:
        more = "light('sun')\ncamera((1, 2, 3), (0, 0, 0))\n"
        assert program_of(fenced(PROGRAM) + "Finally:\n" + fenced(more)) == PROGRAM + "\n" + more

    @pytest.mark.parametrize(
        "more",
        [
            "shape = library_call('cup', height=2)\nprint(shape)\n",
            "for i in range(3):\n    print(i)\n",
            "@register()\ndef cup():\n    # ... as before\n    return concat_shapes()\n",
            "@register()\ndef cup():\n    ...\n",
            "from helper import *\n# rest of the program unchanged\n@register()\ndef cup():\n    return concat_shapes()\n",
        ],
    )
    def test_examples_and_blocks_that_leave_code_out_do_not_count(self, more: str) -> None:
        reply = fenced(PROGRAM) + "For example:\n" + fenced(more)
        assert program_of(reply) == PROGRAM
        assert "was left out" in extract_program(reply).notes[-1]

    def test_a_later_block_that_is_no_python_is_named(self) -> None:
        for broken, why in (
            ("@register()\ndef cup(:\n    return 1\n\nx = 3\n", "it is not valid Python"),
            (PROGRAM[:-10], "it is cut off"),
        ):
            reply = fenced(PROGRAM) + "Better:\n" + fenced(broken)
            assert program_of(reply) == PROGRAM
            assert why in extract_program(reply).notes[-1]


class TestCutOff:
    def test_in_the_middle_of_a_statement(self) -> None:
        for end in ("", "\n```", "\n```\nSorry, I ran out of space."):
            error = refused("Here:\n\n```python\n" + PROGRAM[: PROGRAM.index("'p1'")] + end, "cut-off")
            assert error.line == 8
            assert "'radius': 0.04" in str(error)
            assert "ends in the middle, in line 8" in str(error)

    @pytest.mark.parametrize(
        "ending",
        [
            "x = [1 fo", "x = 'abc", 'x = """abc\n\ndef', "def f():", "def f():\n    ", "@register(", "@register()", "x = {1:",
            "if True:\n    pass\nels", "for x in", "x = (1,\n     2", "from math import", "return concat_shapes(a, b",
        ],
    )  # fmt: skip
    def test_endings(self, ending: str) -> None:
        refused("```python\n" + PROGRAM + ending, "cut-off")

    def test_a_whole_program_without_its_fence_is_taken(self) -> None:
        reply = "Here:\n```python\n" + PROGRAM
        assert program_of(reply) == PROGRAM
        assert "no closing fence" in extract_program(reply).notes[0]

    @pytest.mark.parametrize("ending", ["return primitive_call", "return concat_shapes(a, a) if True else 1", "    x"])
    def test_a_last_word_may_go_on(self, ending: str) -> None:
        code = (
            "from helper import *\n\n@register()\ndef a():\n    a = primitive_call('cube', {'scale': 1})\n    " + ending
        )
        refused("```python\n" + code, "cut-off")

    @pytest.mark.parametrize(
        "missing",
        [
            "@register()\ndef scene():\n    a = library_call('table')\n    return a\n",
            "@register()\ndef scene():\n    return table()\n",
            "@register()\ndef scene():\n    a = library_call('cup')\n",
            CHAIR,
        ],
    )
    def test_what_parses_but_lacks_something_is_cut_off(self, missing: str) -> None:
        refused("```python\n" + PROGRAM + "\n" + missing, "cut-off")
        assert program_of(fenced(PROGRAM + "\n" + missing))

    def test_a_correction_that_is_cut_off_leaves_the_program_before(self) -> None:
        reply = fenced(PROGRAM) + "Better:\n```python\n" + OTHER[:-20]
        assert program_of(reply) == PROGRAM
        assert "was left out: it is cut off" in extract_program(reply).notes[-1]

    def test_a_second_part_that_is_cut_off_is_missed(self) -> None:
        first = "from helper import *\n\ndef tube(r):\n    return primitive_call('sphere', {'radius': r})\n"
        refused(fenced(first) + "Then:\n```python\n@register()\ndef cup():\n    return tube(0.", "cut-off")
        refused(
            fenced(PROGRAM + CHAIR) + "Then:\n```python\n@register()\ndef both():\n    return concat_sh(", "cut-off"
        )

    def test_a_second_part_without_its_fence_is_joined(self) -> None:
        scene = "@register('a room')\ndef scene():\n    return library_call('cup')\n"
        assert program_of(fenced(PROGRAM) + "```python\n" + scene) == PROGRAM + "\n" + scene

    def test_an_error_in_the_middle_is_the_program_s_own(self) -> None:
        broken = PROGRAM.replace("def cup():", "def cup(:")
        for reply in (fenced(broken), "```python\n" + broken, broken):
            assert extract_program(reply).source == broken


class TestNoProgram:
    @pytest.mark.parametrize(
        "reply",
        [
            "I cannot help with that.",
            "Sorry",
            "```\nscene\n└── cup\n```",
            "```python\nprint('hello')\n```",
            "```bash\npip install scenewright\n```",
            "```json\n{\"cup\": 1}\n```",
            "{\"answer\": \"no\"}",
            "{\"answer\":",
            "[1, 2]",
            "```python\n```",
            "```python\n\n\n```",
            "def f(): pass",
            "request: a cup\nkind: text\n---\nNo.",
            "`library_call('cup')` makes a cup.",
        ],
    )  # fmt: skip
    def test_there_is_none(self, reply: str) -> None:
        error = refused(reply, "no-program")
        assert "@register" in str(error)

    @pytest.mark.parametrize("reply", ["", "  \n\n\t", "\ufeff"])
    def test_empty(self, reply: str) -> None:
        assert "is empty" in str(refused(reply, "no-program"))

    def test_blocks_are_named(self) -> None:
        assert "lines 3-3 (bash)" in str(refused("Hi.\n```bash\nls\n```\n", "no-program"))

    def test_text_that_no_file_can_hold(self) -> None:
        with pytest.raises(ProgramError, match="null character"):
            extract_program(fenced(PROGRAM) + "\0")


class TestThoughtsAndHeaders:
    @pytest.mark.parametrize(
        "thought",
        [
            "<think>\nFirst " + fenced(OTHER) + "</think>\n",
            "<thinking>Hm: " + fenced(OTHER) + "Yes.\n</thinking>\n\n",
            "First I try\n```python\n" + OTHER + "```\nno.\n</think>\n",
            "<think>\n```python\nfrom helper import *\n@register(\n</think>\n",
        ],
    )
    def test_what_was_thought_does_not_count(self, thought: str) -> None:
        assert program_of(thought + "Here:\n" + fenced(PROGRAM)) == PROGRAM
        assert program_of(thought + PROGRAM) == PROGRAM
        refused(thought + "Done.", "no-program")

    def test_a_thought_without_an_end_is_cut_off(self) -> None:
        error = refused("<think>\nI could write\n" + fenced(PROGRAM), "cut-off")
        assert "inside the model's thoughts, which begin in line 1" in str(error)

    @pytest.mark.parametrize("program", [PROGRAM, fenced(PROGRAM)])
    def test_a_header_is_told_and_does_not_count(self, program: str) -> None:
        found = extract_program("request: a cup: red\nkind: text\n---\n" + program)
        assert (found.source, found.header) == (PROGRAM, {"request": "a cup: red", "kind": "text"})
        assert extract_program("---\nmodel: m\n---\n" + program).header == {"model": "m"}

    def test_a_rule_is_no_header(self) -> None:
        assert extract_program("Here it is.\n\n---\n" + fenced(PROGRAM)).header == {}


class TestTypesetting:
    """What chat windows and word processors make of code counts as what was typed, where the code is no Python else."""

    @pytest.mark.parametrize(
        "change",
        [
            {'"': "\u201c"},
            {"'": "\u2019"},
            {"    ": "\u00a0\u00a0\u00a0\u00a0"},
            {"from": "\u200bfrom", "import *": "import *\u200b"},
            {"(0, 0, 0)": "\uff080\uff0c 0, 0\uff09"},
        ],
    )
    @pytest.mark.parametrize("form", ["{}", "Here:\n\n{}", "```python\n{}```\n", "1. So:\n\n   ```python\n{}   ```\n"])
    def test_quotes_and_blanks(self, change: dict[str, str], form: str) -> None:
        reply = PROGRAM
        for old, new in change.items():
            reply = reply.replace(old, new)
        found = extract_program(form.replace("{}", textwrap.indent(reply, "   " if "1." in form else "")))
        assert found.source == PROGRAM
        assert any("typographic" in note for note in found.notes)

    def test_a_program_that_is_python_keeps_its_quotes(self) -> None:
        quoted = PROGRAM.replace("a cup", "a \u201cgood\u201d cup \u2013 it\u2019s blue")
        assert program_of(fenced(quoted)) == quoted


@pytest.mark.parametrize("word", ["PYTHON", "CODE"])
def test_marks_around_code_are_fences(word: str) -> None:
    assert program_of(f"[INST] a cup [/INST] Sure:\n[{word}]\n{PROGRAM}[/{word}]\nDone.") == PROGRAM


def test_an_entity_called_by_its_phrase_is_no_missing_part() -> None:
    row = "@register()\ndef row():\n    return concat_shapes(library_call('a cup'), library_call('a cup'))\n"
    assert program_of("```python\n" + PROGRAM + row) == PROGRAM + row


class TestWithoutFences:
    @pytest.mark.parametrize(
        "after", ["", "\nI hope this helps!", "\n\nThis (the cup) isn't big.\nIt's 0.1 m high.\n\nBye."]
    )
    def test_prose_around(self, after: str) -> None:
        assert program_of("Here is the program:\n\n" + PROGRAM + after) == PROGRAM

    def test_a_program_that_is_cut_off(self) -> None:
        error = refused("Here:\n\n" + PROGRAM[:-20], "cut-off")
        assert error.line == 7

    def test_code_outside_of_other_blocks(self) -> None:
        assert program_of("Tree:\n```\ncup\n```\n\n" + PROGRAM) == PROGRAM

    def test_comments_and_docstrings_before_the_code(self) -> None:
        whole = '# A cup.\n"""Made of clay."""\n' + PROGRAM
        assert program_of(whole) == whole


class TestJson:
    @pytest.mark.parametrize(
        "value",
        [
            {"program": PROGRAM},
            {"code": fenced(PROGRAM), "notes": "none"},
            {"choices": [{"message": {"role": "assistant", "content": "Here:\n" + fenced(PROGRAM)}}]},
            [{"type": "text", "text": PROGRAM}],
        ],
    )
    def test_the_program_in_a_value(self, value: object) -> None:
        for text, line in (
            (json.dumps(value), 1),
            ("\n\n" + json.dumps(value), 3),
            ("Here:\n" + fenced(json.dumps(value) + "\n", tag="json"), 3),
        ):
            found = extract_program(text)
            assert (found.source, set(found.reply_lines)) == (PROGRAM, {line})
            assert found.notes[0] == f"the program stands in JSON that begins in line {line}"

    def test_line_ends_in_a_value_may_be_real(self) -> None:
        text = '{"program": "' + PROGRAM.replace('"', '\\"') + '"}'
        assert extract_program(text).source == PROGRAM

    def test_json_that_is_cut_off(self) -> None:
        refused(json.dumps({"program": PROGRAM})[:-30], "cut-off")
        refused(json.dumps({"program": fenced(PROGRAM)[:-40]}), "cut-off")


@pytest.mark.parametrize(
    "reply",
    [
        "```\nx\n```\n" * 50_000,
        "#" * 400_000 + "\n" + PROGRAM,
        "</think>\n" * 50_000 + "<think>",
        "a" + " " * 400_000 + "`",
        "```python\n" + "(" * 100_000,
        "```python\n" + "-" * 100_000 + "1",
        "{" * 100_000,
        PROGRAM + "\n\nsome words\n\n" * 20_000,
        "```python\n" + " " * 400_000 + "\n```\n" + fenced(PROGRAM),
        "```" + " " * 400_000 + "`\n" + fenced(PROGRAM),
        "\n" * 400_000 + fenced(PROGRAM),
        "1" * 400_000 + "\n" + fenced(PROGRAM),
        "`" * 400_000 + "python x\n" + fenced(PROGRAM),
    ],
    ids=range(13),
)
def test_odd_replies_of_any_size_are_answered(reply: str) -> None:
    """Bounded work: none of these takes time that grows with the square of its size."""
    found = outcome(reply)
    assert found in ("no-program", "cut-off") or PROGRAM in found


def outcome(reply: str) -> str:
    """The program, or the kind of the refusal."""
    try:
        program = extract_program(reply)
    except ReplyError as error:
        return error.kind
    if not any("JSON" in note for note in program.notes):
        check_lines(reply, program)
    return program.source


PARTS = [PROGRAM, OTHER, CHAIR, fenced(PROGRAM), fenced(CHAIR), "```", "~~~\n", "```python\n", "<think>\n", "</think>", "\n\n", "Hi.",
         "---\n", "a: b\n", "x = 1\n", "\t", '"""', "light('sun')\n", json.dumps({"p": PROGRAM}), "{", "> ", "- ", "\r", "#...\n"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_any_reply_gives_a_program_or_says_why_not(reply: str) -> None:
    found = outcome(reply)
    event(found if found in ("no-program", "cut-off") else "program")
    assert found.strip()


def test_lines_past_the_end_map_to_the_last() -> None:
    program = extract_program("Hi\n" + fenced(PROGRAM))
    assert [program.reply_line(n) for n in (1, 5, 99, 0)] == [3, 7, 7, 3]


# -- the shared replies -------------------------------------------------------------------------------------------------

REPLIES = (
    sorted(Path(os.environ["SCENEWRIGHT_REPLIES"]).glob("[0-9]*.md")) if "SCENEWRIGHT_REPLIES" in os.environ else []
)
needs_replies = pytest.mark.skipif(not REPLIES, reason="SCENEWRIGHT_REPLIES is not set")


@needs_replies
@pytest.mark.parametrize("path", REPLIES, ids=lambda p: p.stem)
def test_a_shared_reply(path: Path) -> None:
    reply = path.read_text(encoding="utf-8")
    if "cut-off" in path.stem:
        error = refused(reply.rstrip(), "cut-off")
        assert error.line == reply.count("\n") + 1
        return
    program = extract_program(reply)
    check_lines(reply, program)
    ast.parse(program.source)
    assert program.source in reply
    assert reply.rstrip().endswith(program.source + "```")
    assert program.header["request"]
    assert len(program.notes) == ("corrected" in path.stem)


@needs_replies
@pytest.mark.parametrize("path", [p for p in REPLIES if "cut-off" not in p.stem], ids=lambda p: p.stem)
def test_a_shared_reply_cut_anywhere(path: Path) -> None:
    """A reply that ends anywhere gives no program that is broken: it is cut off, or what is there is complete."""
    reply = path.read_text(encoding="utf-8")
    start = reply.rindex("```python") + len("```python\n")
    chance = random.Random(path.stem)
    taken, kinds = 0, set()
    ends = some_of(chance.sample(range(start + 200, len(reply) - 5), 40), 8)
    for end in ends:
        try:
            program = extract_program(reply[:end])
        except ReplyError as error:
            kinds.add(error.kind)
            continue
        ast.parse(program.source)
        taken += "no closing fence" in "".join(program.notes)
    assert kinds == {"cut-off"}
    assert taken < 0.65 * len(ends)

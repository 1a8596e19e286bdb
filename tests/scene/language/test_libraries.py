"""Libraries of the user: what a program imports from them, what their names mean, and what is refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scenewright.scene.errors import BudgetError, PolicyError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running import LibraryFolder, LibraryShelf, evaluate
from scenewright.scene.model import Scene

CUBE = "primitive_call('cube', {'scale': %s})"
CHAIRS = f"""from scene.language import *

SEAT = 0.45

@register('an oak chair')
def chair(height=SEAT):
    return place({CUBE % "(0.4, 0.1, 0.4)"}, at=(0, height, 0), name='seat')

@register('an oak table')
def table():
    return {CUBE % "(1, 0.7, 1)"}

def _secret():
    return table()
"""

Run = Callable[..., Scene]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def written(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.py"
        path.write_text(text, encoding="utf-8")
        return path

    written("chairs", CHAIRS)
    return written


@pytest.fixture
def run(tmp_path: Path, write: object) -> Run:
    def ran(text: str, **options: object) -> Scene:
        shelf = LibraryShelf([LibraryFolder(tmp_path)])
        return evaluate(text, libraries=shelf, **options)  # type: ignore[arg-type]

    return ran


def room(imports: str, body: str) -> str:
    return f"from scene.language import *\n{imports}\n\n@register('a room')\ndef hall():\n    return {body}\n"


@pytest.mark.parametrize(
    ("imports", "body"),
    [
        ("from chairs import *", "place(chair, at=(1, 0, 0))"),
        ("from chairs import *", "place('chair', at=(1, 0, 0))"),
        ("from chairs import chair", "place(chair(height=0.45), at=(1, 0, 0))"),
        ("from chairs import chair as seat_of_mine", "place('seat_of_mine', at=(1, 0, 0))"),
        ("from chairs import chair as seat_of_mine", "place(seat_of_mine, at=(1, 0, 0))"),
        ("import chairs", "place(chairs.chair(), at=(1, 0, 0))"),
        ("import chairs as c", "place(c.chair, at=(1, 0, 0))"),
        ("from chairs import *", "place(library_call('chair', height=SEAT), at=(1, 0, 0))"),
    ],
)
def test_an_entity_of_a_library_is_called_in_each_way(run: Run, imports: str, body: str) -> None:
    scene = run(room(imports, body))
    assert scene.paths[:3] == ("hall", "hall/chair", "hall/chair/seat")
    assert scene.find("chair").bounds[0].tolist() == pytest.approx([0.8, 0.0, -0.2])


def test_a_scene_says_which_libraries_it_was_made_with(run: Run, tmp_path: Path, write: Callable[..., Path]) -> None:
    write(
        "rooms",
        "from scene.language import *\nfrom chairs import *\n@register()\ndef pair():\n    return chair() + table()\n",
    )
    scene = run(room("from rooms import *", "pair()"))
    assert [(use.name, use.file) for use in scene.libraries] == [
        ("chairs", str(tmp_path / "chairs.py")),
        ("rooms", str(tmp_path / "rooms.py")),
    ]
    assert all(len(use.sha256) == 64 for use in scene.libraries)
    assert scene.libraries[0].entities == ("chair", "table")


def test_only_the_programs_own_entities_become_the_root(run: Run) -> None:
    text = room("from chairs import *", "chair()")
    assert run(text).root_name == "hall"
    assert run(text, root="table").root_name == "table"
    with pytest.raises(ProgramError, match=r"registers no entity of its own.*chair, table") as caught:
        run("from chairs import *\n")
    assert caught.value.kind == "root"


def test_a_name_means_what_its_own_text_says(run: Run, write: Callable[..., Path]) -> None:
    """A library's call of 'leg' finds its own leg, whatever leg the program or another library has."""
    leg = "@register()\ndef leg():\n    return " + CUBE
    write(
        "oak",
        f"from scene.language import *\n{leg % '(1, 1, 1)'}\n@register()\ndef stool():\n    return library_call('leg')\n",
    )
    write("pine", f"from scene.language import *\n{leg % '(2, 2, 2)'}\n")
    text = room(
        "from oak import *\nfrom pine import leg as pine_leg",
        "stool() + library_call('leg') + library_call('pine_leg')",
    )
    scene = run(text.replace("@register('a room')", f"{leg % '(3, 3, 3)'}\n@register('a room')"))
    sizes = {p: round(float(scene.find(p).bounds[1, 0] * 2)) for p in ("stool", "hall/leg", "hall/leg[1]")}
    assert sizes == {"stool": 1, "hall/leg": 3, "hall/leg[1]": 2}
    assert any("'leg' is also an entity of the library oak" in w for w in scene.warnings)


def test_a_star_says_what_it_replaces(run: Run, write: Callable[..., Path]) -> None:
    write("more", "from scene.language import *\n@register()\ndef chair():\n    return " + CUBE % "9" + "\n")
    scene = run(room("from chairs import *\nfrom more import *", "chair()"))
    assert scene.find("chair").bounds[1, 1] == pytest.approx(4.5)
    assert any("'more' replaces the 'chair' of the library chairs" in w for w in scene.warnings)


def test_a_star_brings_what_a_library_defines(run: Run, write: Callable[..., Path]) -> None:
    write(
        "tools",
        "from scene.language import *\nimport math as maths\nT = 0.02\n__version__ = '1'\ndef half(x): return x / 2\n",
    )
    scene = run(room("from tools import *", CUBE % "half(2)"))
    assert scene.bounds[1, 0] == pytest.approx(0.5)
    for name in ("maths", "_secret"):
        with pytest.raises(ProgramError, match=name):
            run(room("from tools import *\nfrom chairs import *", f"{name}()"))
    assert run(room("from tools import T", CUBE % "T")).bounds[1, 0] == pytest.approx(0.01)


def test_a_star_never_replaces_the_language(run: Run, write: Callable[..., Path]) -> None:
    write("clash", "from scene.language import *\n@register()\ndef place(what):\n    return what\n")
    with pytest.raises(ProgramError, match=r"has a 'place' of its own.*rename it in clash.py") as caught:
        run(room("from clash import *", CUBE % "1"))
    assert (caught.value.kind, caught.value.line) == ("library", 2)


def test_importing_a_library_changes_no_scene(run: Run, write: Callable[..., Path]) -> None:
    write(
        "demo",
        "from scene.language import *\nlight('sun', direction=(0, -1, 0))\n"
        "@register_animation()\ndef film():\n    yield lamp()\n"
        "@register()\ndef lamp():\n    light('point', at=(0, 1, 0))\n    return " + CUBE % "1" + "\n",
    )
    scene = run(room("from demo import lamp", "lamp()"))
    assert [light.kind for light in scene.lights] == ["point"]
    assert scene.frames == 1
    assert any("demo.py declares lights" in w for w in scene.warnings)


def test_a_library_draws_the_same_numbers_each_time(run: Run, write: Callable[..., Path]) -> None:
    write("wild", "from scene.language import *\nW = random.random()\n")
    text = room("from wild import *", CUBE % "W")
    assert run(text).bounds[1, 0] == run(text).bounds[1, 0] != run(text, seed=1).bounds[1, 0]


# -- errors name the file and the line -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("library", "line", "message"),
    [
        ("x = 1\ny = (\n", 2, "this is no Python"),
        ("x = 1\nreturn 3\n", 2, "'return' outside function"),
        ("x = 1\nimport os\n", 2, "importing 'os' is refused"),
        ("x = 1\nprint(x.__class__.__base__)\n", 2, "'__base__' is refused"),
        ("x = 1\nprint(nothing)\n", 2, "'nothing' is not defined"),
        ("from scene.language import *\n@register()\ndef thing():\n    return 1 / 0\n", 4, "ZeroDivisionError"),
        ("from scene.language import *\n\n@register()\ndef thing():\n    return 'text'\n", 3, "what 'thing' returns"),
        (
            "from scene.language import *\n@register()\ndef thing():\n    while True: pass\n",
            4,
            "processor time|longer than",
        ),
        ("from scene.language import *\n@register()\ndef thing():\n    return thing()\n", 4, "call itself without end"),
    ],
)
def test_an_error_names_the_librarys_file_and_line(
    run: Run, write: Callable[..., Path], library: str, line: int, message: str
) -> None:
    path = write("broken", library)
    with pytest.raises(ProgramError, match=message) as caught:
        run(room("from broken import thing", "thing()"), budgets=Budgets(wall_seconds=3.0, cpu_seconds=1))
    error = caught.value
    assert (error.library, error.line) == ("broken", line)
    assert str(error).startswith(f"{path} line {line}: ")


def test_an_error_in_a_library_says_how_it_was_reached(run: Run, write: Callable[..., Path]) -> None:
    write("broken", "from scene.language import *\n@register()\ndef thing():\n    return 1 / 0\n")
    with pytest.raises(ProgramError, match=r"reached from line 6 of the program"):
        run(room("from broken import thing", "thing()"))


def test_a_warning_names_the_librarys_file_and_line(run: Run, write: Callable[..., Path]) -> None:
    write(
        "old",
        "from scene.language import *\n@register()\ndef thing():\n    return place("
        + CUBE % "1"
        + ", position=(1, 0, 0))\n",
    )
    scene = run(room("from old import *", "thing()"))
    assert any(w.startswith("old.py line 4: 'position' of place") for w in scene.warnings)


# -- what is no library ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["os", "math2.sub", "subprocess", "..", "scenewright", "pickle"])
def test_names_of_others_are_refused_by_name(run: Run, name: str) -> None:
    line = f"from {name} import *" if name != ".." else "from .. import x"
    with pytest.raises((PolicyError, ProgramError), match=r"refused|no Python") as caught:
        run(f"from scene.language import *\n{line}\n")
    assert caught.value.line == 2


def test_a_file_named_like_a_module_of_python_is_not_read(run: Run, write: Callable[..., Path]) -> None:
    write("math", "pi = 4\n")
    write("os", "x = 1\n")
    assert run(room("from math import pi", CUBE % "pi")).bounds[1, 0] == pytest.approx(1.5708, abs=1e-4)
    with pytest.raises(PolicyError, match="need other names than 'os'"):
        run(room("from os import x", CUBE % "x"))


def test_a_missing_library_names_near_ones_and_the_folders(run: Run, tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        run(room("from chair import *", "chair()"))
    assert f"no chair.py is in {tmp_path}" in str(caught.value)
    assert "did you mean 'chairs'?" in str(caught.value)
    assert (caught.value.line, caught.value.kind) == (2, "import")


def test_a_missing_name_of_a_library_names_near_ones(run: Run) -> None:
    with pytest.raises(ProgramError, match=r"the library 'chairs' has no 'chiar'; did you mean 'chair'"):
        run(room("from chairs import chiar", "chiar()"))


def test_without_a_shelf_no_library_is_found() -> None:
    with pytest.raises(PolicyError, match="importing 'chairs' is refused"):
        evaluate(room("from chairs import *", "chair()"))


def test_libraries_in_a_circle_are_told_by_name(run: Run, write: Callable[..., Path]) -> None:
    write("a", "from b import *\n")
    write("b", "x = 1\nfrom c import *\n")
    path = write("c", "y = 1\n\nimport a\n")
    with pytest.raises(ProgramError, match=r"in a circle: a -> b -> c -> a") as caught:
        run(room("from a import *", CUBE % "1"))
    assert str(caught.value).startswith(f"{path} line 3: ")


def test_two_libraries_may_share_a_third(run: Run, write: Callable[..., Path]) -> None:
    write("wood", "print('once')\nOAK = 0.7\n")
    write("a", "from wood import *\n")
    write("b", "from wood import *\n")
    assert run(room("from a import OAK\nfrom b import OAK as B", CUBE % "OAK + B")).bounds[1, 0] == pytest.approx(0.7)


# -- where it is looked for --------------------------------------------------------------------------------------------------


def shelf(*folders: Path) -> LibraryShelf:
    return LibraryShelf([LibraryFolder(folder) for folder in folders])


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    for name, size in (("first", 1), ("second", 2)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "sizes.py").write_text(f"S = {size}\n")
    return tmp_path / "first", tmp_path / "second"


def test_the_first_folder_counts_and_what_it_hides_is_told(two: tuple[Path, Path]) -> None:
    scene = evaluate(room("from sizes import *", CUBE % "S"), libraries=shelf(*two))
    assert scene.bounds[1, 0] == pytest.approx(0.5)
    assert any(f"{two[1] / 'sizes.py'} has another text, and is not used" in w for w in scene.warnings)
    (two[1] / "sizes.py").write_text("S = 1\n")
    assert evaluate(room("from sizes import *", CUBE % "S"), libraries=shelf(*two)).warnings == ()


def test_a_shelf_keeps_what_it_read_and_tells_what_changed(two: tuple[Path, Path]) -> None:
    here = shelf(*two)
    text = room("from sizes import *", CUBE % "S")
    before = evaluate(text, libraries=here)
    (two[0] / "sizes.py").write_text("S = 8\n")
    assert here.changes() == ("sizes",)
    assert evaluate(text, libraries=here).bounds[1, 0] == before.bounds[1, 0]
    after = evaluate(text, libraries=here.again())
    assert after.bounds[1, 0] == pytest.approx(4.0)
    assert after.libraries[0].sha256 != before.libraries[0].sha256


@pytest.mark.parametrize("how", ["gone", "elsewhere"])
def test_a_library_that_is_gone_has_changed(two: tuple[Path, Path], how: str) -> None:
    here = shelf(*(two if how == "elsewhere" else two[:1]))
    here.find("sizes")
    assert here.changes() == ()
    (two[0] / "sizes.py").unlink()
    assert here.changes() == ("sizes",)


# -- budgets -------------------------------------------------------------------------------------------------------------------


def test_program_and_libraries_share_one_budget_of_text(run: Run, write: Callable[..., Path]) -> None:
    for name in "ab":
        write(name, "#" * 600 + "\n")
    with pytest.raises(BudgetError, match="longer than 1,000 bytes together") as caught:
        run(room("import a\nimport b", CUBE % "1"), budgets=Budgets(source_bytes=1000))
    assert caught.value.line == 3


def test_there_are_only_so_many_libraries(run: Run, write: Callable[..., Path]) -> None:
    for number in range(5):
        write(f"lib{number}", f"import lib{number + 1}\n" if number < 4 else "x = 1\n")
    assert run(room("import lib0", CUBE % "1"), budgets=Budgets(libraries=5)).libraries
    with pytest.raises(BudgetError, match="more than 4 libraries") as caught:
        run(room("import lib0", CUBE % "1"), budgets=Budgets(libraries=4))
    assert (caught.value.library, caught.value.line) == ("lib3", 1)


def test_calls_within_a_library_count_like_the_programs(run: Run, write: Callable[..., Path]) -> None:
    write(
        "many",
        "from scene.language import *\n@register()\ndef lots():\n    return loop(50, lambda i: " + CUBE % "1" + ")\n",
    )
    with pytest.raises(BudgetError, match="more than 40 primitives") as caught:
        run(room("from many import *", "lots()"), budgets=Budgets(primitives=40))
    assert caught.value.library == "many"

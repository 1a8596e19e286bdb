"""Our own objects: sound headers, unique words, honest sizes, attributes that show; and the asset provider over them."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from scenewright.assets import Catalogue, CatalogueEntry, index
from scenewright.assets.build_index import stale_objects
from scenewright.assets.header import parse_header, split_header
from scenewright.assets.packs import ProgramPack
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.vocabulary import modelling, named_color
from scenewright.scene.language.vocabulary.surfaces import surface
from scenewright.scene.model import Scene
from scenewright.scene.semantics.words import normalise, variants_of, word_key
from tests.support.catalogue_looks import object_files
from tests.support.evaluating import evaluate
from tests.support.samples import some_of


def colors_of(scene: Scene) -> set[tuple[float, ...]]:
    shown = scene.nodes.color[~np.isnan(scene.nodes.color[:, 0])]
    return {tuple(c) for c in shown.round(3).tolist()}


def near(color: tuple[float, ...], among: set[tuple[float, ...]], within: float = 0.02) -> bool:
    return any(max(abs(a - b) for a, b in zip(color, other, strict=True)) <= within for other in among)


# -- the objects --------------------------------------------------------------------------------------------------------


def test_every_object_is_read(catalogue: Catalogue) -> None:
    assert catalogue.entries
    assert catalogue.problems == []
    assert len(catalogue.entries) == len(object_files()) >= 80


def test_the_shipped_index_is_up_to_date() -> None:
    assert stale_objects() == [], "run python -m scenewright.assets.build_index and commit assets/index.*"


def test_no_two_objects_share_a_word(catalogue: Catalogue) -> None:
    owners = Counter(key for e in catalogue.entries for key in {word_key(w) for w in e.words})
    shared = {
        k: [e.key for e in catalogue.entries if k in {word_key(w) for w in e.words}] for k, n in owners.items() if n > 1
    }
    assert shared == {}


def test_words_are_spelled_as_they_are_looked_up(catalogue: Catalogue) -> None:
    wrong = [w for e in catalogue.entries for w in e.words if w != " ".join(w.split()) or "_" in w]
    assert wrong == []


def test_every_object_is_what_its_header_says(catalogue: Catalogue) -> None:
    for path in object_files():
        text = path.read_text(encoding="utf-8")
        header = parse_header(text, name=path.stem, where=path.name)
        entry = catalogue.entry(f"scenewright/{path.relative_to(index.OBJECTS).as_posix().removesuffix('.py')}")
        unknown = [n for n in (*header.colors, *header.materials, *header.variants) if n not in entry.parameters]
        assert unknown == [], f"{path.stem}: the root function has no such parameter"
        assert {"width", "height"} & set(entry.parameters), f"{path.stem}: nothing can be sized"


def test_every_object_says_a_thing_once() -> None:
    for path in object_files():
        text, name = path.read_text(encoding="utf-8"), path.stem
        toml, program = split_header(text)
        header = tomllib.loads(toml)
        assert "phrase" not in header, f"{name}: the root function's @register says it"
        assert isinstance(header.get("colors", []), list), f"{name}: the root function's defaults say them"
        assert isinstance(header.get("materials", []), list), f"{name}: the root function's defaults say them"
        helpers = {f.name for f in ast.parse(program).body if isinstance(f, ast.FunctionDef) and not f.decorator_list}
        assert helpers & set(modelling.__all__) == set(), f"{name}: scene.language.modelling has it"
        assert "primitive_call(" not in program, f"{name}: scene.language.modelling says it shorter"


@pytest.mark.slow
def test_every_object_stands_centred_with_its_name() -> None:
    for path in object_files():
        require_standing(path)


def require_standing(path: Path) -> None:
    """The object stands centred on the ground, is of a sound size, and has its name."""
    text = path.read_text(encoding="utf-8")
    header = parse_header(text, name=path.stem, where=path.name)
    scene = evaluate(text, 0)
    low, high = scene.bounds
    assert scene.root_name == path.stem
    assert scene.warnings == (), path.stem
    assert abs(low[1]) < 2e-3, path.stem
    assert abs(low[0] + high[0]) < 2e-2 * max(1.0, high[0] - low[0]), path.stem
    if header.support != "wall":  # a thing on a wall may keep its back plane at z=0
        assert abs(low[2] + high[2]) < 2e-2 * max(1.0, high[2] - low[2]), path.stem
    assert (high - low > 5e-4).all(), path.stem
    assert (high - low < 12).all(), path.stem
    assert len(scene.leaf_rows) <= 3000, path.stem


@pytest.mark.slow
def test_every_variant_of_an_object_runs() -> None:
    for path in some_of(object_files(), 80):
        text = path.read_text(encoding="utf-8")
        header = parse_header(text, name=path.stem, where=path.name)
        for parameter, values in header.variants.items():
            for words, value in values.items():
                scene = evaluate_here(text, arguments={parameter: value}, root=path.stem)
                assert len(scene.leaf_rows) > 0, (path.stem, words)


# -- search -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "key", "how"),
    [
        ("armchair", "seating/armchair", "exact"),
        ("Armchairs", "seating/armchair", "exact"),
        ("couch", "seating/sofa", "synonym"),
        ("a small red leather armchair", "seating/armchair", "exact"),
        ("coffee_table", "tables/coffee_table", "exact"),
        ("billiard table", "tables/pool_table", "synonym"),
        ("bookshelves", "storage/bookshelf", "exact"),
    ],
)
def test_objects_are_found_by_name(catalogue: Catalogue, words: str, key: str, how: str) -> None:
    best = catalogue.find(words, k=1, meaning=False)[0]
    assert (best.entry.key, best.how) == (f"scenewright/{key}", how)


def test_a_key_names_its_object(catalogue: Catalogue) -> None:
    assert catalogue.find("scenewright/seating/sofa")[0].entry.key == "scenewright/seating/sofa"
    with pytest.raises(AssetError, match="no object"):
        catalogue.entry("scenewright/seating/spaceship")


@pytest.mark.parametrize("nonsense", ["", "!!!", "xyzzy", "blorp fizz"])
def test_nonsense_finds_nothing_by_name(catalogue: Catalogue, nonsense: str) -> None:
    assert catalogue.find(nonsense, meaning=False) == []


def test_what_cannot_be_shown_is_left_over(catalogue: Catalogue) -> None:
    match = catalogue.find("a rustic velvet armchair holding a cat", k=1, meaning=False)[0]
    assert "rustic" in match.leftover
    assert "cat" in match.leftover
    assert "velvet" not in match.leftover


# -- the provider -------------------------------------------------------------------------------------------------------


def resolved(catalogue: Catalogue, words: str, **given: object) -> tuple[CatalogueEntry, Scene, np.ndarray]:
    ref = catalogue.resolve(words, given.get("size"), 0)  # type: ignore[arg-type]
    scene = catalogue.load(ref).scene
    assert scene is not None
    entry = catalogue.find(words, k=1, meaning=False)[0].entry
    return entry, scene, ref.hull.max(axis=0) - ref.hull.min(axis=0)


def test_a_plain_word_gives_the_natural_size(catalogue: Catalogue) -> None:
    entry, _, size = resolved(catalogue, "armchair")
    np.testing.assert_allclose(size, entry.size, atol=1e-5)


def test_a_reference_stands_on_the_origin_and_says_whose_it_is(catalogue: Catalogue) -> None:
    ref = catalogue.resolve("armchair", None, 0)
    low, high = ref.hull.min(axis=0), ref.hull.max(axis=0)
    np.testing.assert_allclose([low[1], low[0] + high[0], low[2] + high[2]], 0, atol=1e-6)
    assert (ref.licence, ref.author) == ("Apache-2.0", "The Scenewright authors")
    assert ref.title == "armchair"
    assert ref.source == "scenewright/seating/armchair"
    assert len(ref.id) == 64
    assert len(ref.hull) <= 256


def test_a_given_size_is_met_exactly_without_stretching_legs(catalogue: Catalogue) -> None:
    ref = catalogue.resolve("dining table", (2.4, 0.74, 1.1), 0)
    np.testing.assert_allclose(ref.hull.max(axis=0) - ref.hull.min(axis=0), (2.4, 0.74, 1.1), rtol=1e-6)
    stretch = np.diag(ref.fit)[:3]
    assert (abs(stretch - 1) < 0.05).all()


def test_the_hull_is_where_the_fit_puts_the_content(catalogue: Catalogue) -> None:
    ref = catalogue.resolve("tall wooden bookshelf", (1.0, 2.2, 0.3), 0)
    scene = catalogue.load(ref).scene
    assert scene is not None
    corners = np.array(
        [(x, y, z, 1) for x in scene.bounds[:, 0] for y in scene.bounds[:, 1] for z in scene.bounds[:, 2]]
    )
    moved = (corners @ ref.fit.T)[:, :3]
    np.testing.assert_allclose(moved.min(axis=0), ref.hull.min(axis=0), atol=1e-5)
    np.testing.assert_allclose(moved.max(axis=0), ref.hull.max(axis=0), atol=1e-5)


@pytest.mark.parametrize(
    ("words", "axis", "metres"),
    [
        ("a 2 m wide sofa", 0, 2.0),
        ("a 180 cm tall bookshelf", 1, 1.8),
        ("a 45 cm deep sideboard", 2, 0.45),
    ],
)
def test_lengths_in_words_are_met(catalogue: Catalogue, words: str, axis: int, metres: float) -> None:
    assert resolved(catalogue, words)[2][axis] == pytest.approx(metres, abs=0.02)


@pytest.mark.parametrize(
    ("smaller", "larger"), [("small desk", "desk"), ("desk", "large desk"), ("twin bed", "king-size bed")]
)
def test_size_words_order_sizes(catalogue: Catalogue, smaller: str, larger: str) -> None:
    assert resolved(catalogue, smaller)[2][0] < resolved(catalogue, larger)[2][0]


@pytest.mark.parametrize(
    "noun", ["sofa", "armchair", "desk", "rug", "dresser", "vase", "mug", "floor cushion", "bookshelf"]
)
def test_a_colour_shows(catalogue: Catalogue, noun: str) -> None:
    _, scene, _ = resolved(catalogue, f"hot pink {noun}")
    assert near(named_color("hot pink"), colors_of(scene))
    assert not near(named_color("hot pink"), colors_of(resolved(catalogue, noun)[1]))


@pytest.mark.parametrize(("words", "stuff"), [("walnut desk", "walnut"), ("marble dining table", "marble"),
    ("a dining table with black metal legs", "black metal"), ("brass floor lamp", "brass")])  # fmt: skip
def test_a_surface_shows(catalogue: Catalogue, words: str, stuff: str) -> None:
    assert near(surface(stuff)[0], colors_of(resolved(catalogue, words)[1]))


def test_a_shape_is_chosen(catalogue: Catalogue) -> None:
    _, _, size = resolved(catalogue, "round dining table")
    assert size[0] == pytest.approx(size[2], abs=1e-3)


def test_the_stored_program_evaluates_by_itself(catalogue: Catalogue) -> None:
    ref = catalogue.resolve("a hot pink sofa", None, 0)
    kept = catalogue.geometry.kept(ref.id)
    assert kept is not None
    text = kept[0].data.decode()
    assert parse_header(text).licence == "Apache-2.0"
    assert near(named_color("hot pink"), colors_of(evaluate(text, 0)))


def test_equal_requests_give_equal_answers(catalogue: Catalogue, tmp_path: Path) -> None:
    other = Catalogue.built_in(evaluate=evaluate, cache=tmp_path)
    for words, size in (("armchair", None), ("red velvet sofa", (1.9, 0.8, 0.9))):
        one, two = catalogue.resolve(words, size, 0), other.resolve(words, size, 0)
        assert one.id == two.id
        np.testing.assert_array_equal(one.hull, two.hull)
        np.testing.assert_array_equal(one.fit, two.fit)


def test_a_stored_file_is_found_by_its_hash_and_by_a_part_of_it(catalogue: Catalogue) -> None:
    whole = catalogue.resolve("dining table", None, 0)
    again = catalogue.resolve(f"asset:{whole.id}", None, 0)
    np.testing.assert_allclose(again.hull, whole.hull, atol=1e-6)
    scene = catalogue.load(whole).scene
    assert scene is not None
    child = scene.root.children[0]
    part = catalogue.resolve(f"asset:{whole.id}#{child.path}", None, 0)
    np.testing.assert_allclose(
        part.hull.max(axis=0) - part.hull.min(axis=0), child.bounds[1] - child.bounds[0], atol=1e-6
    )
    drawn = catalogue.load(part).scene
    assert drawn is not None
    assert drawn.root.name == child.name
    np.testing.assert_allclose(drawn.bounds, child.bounds, atol=1e-9)


def test_a_reference_says_how_it_stands(catalogue: Catalogue) -> None:
    wardrobe = next(e for e in catalogue.entries if e.word == "wardrobe")
    ref = catalogue.resolve("wardrobe", None, 0)
    assert (ref.support, ref.clearance) == ("floor", (wardrobe.clearance["front"], 0.0, 0.0, 0.0))
    assert catalogue.resolve("pendant lamp", None, 0).support == "ceiling"
    assert catalogue.resolve("mug", None, 0).support == "surface"
    again = catalogue.resolve(f"asset:{ref.id}", None, 0)
    assert (again.support, again.clearance) == (ref.support, ref.clearance)
    part = catalogue.load(ref).scene
    assert part is not None
    assert catalogue.resolve(f"asset:{ref.id}#{part.root.children[0].path}", None, 0).support == ""


def test_clearances_grow_with_the_object(catalogue: Catalogue) -> None:
    natural = catalogue.resolve("wardrobe", None, 0)
    width, height, depth = (natural.hull.max(axis=0) - natural.hull.min(axis=0)).tolist()
    half = catalogue.resolve("wardrobe", (width, height, depth / 2), 0)
    assert half.clearance[0] == pytest.approx(natural.clearance[0] / 2, abs=1e-5)


@pytest.mark.parametrize("words", [f"asset:{'0' * 64}", "xyzzy"])
def test_what_is_not_there_is_an_error(catalogue: Catalogue, words: str) -> None:
    with pytest.raises(AssetError):
        catalogue.resolve(words, None, 0)


def test_a_part_that_is_not_there_is_an_error(catalogue: Catalogue) -> None:
    ref = catalogue.resolve("armchair", None, 0)
    with pytest.raises(AssetError, match="no part 'wing'"):
        catalogue.resolve(f"asset:{ref.id}#wing", None, 0)


def test_misspelt_words_are_told_the_nearest(catalogue: Catalogue) -> None:
    assert "armchair" in catalogue.nearest_words("armchiar")


@pytest.mark.parametrize("size", [(0.0, 1.0, 1.0), (1.0, float("nan"), 1.0), (-1.0, 1.0, 1.0)])
def test_impossible_sizes_are_refused(catalogue: Catalogue, size: tuple[float, float, float]) -> None:
    with pytest.raises(AssetError, match="three positive lengths"):
        catalogue.resolve("armchair", size, 0)


def test_a_damaged_cache_is_computed_anew(tmp_path: Path) -> None:
    first = Catalogue.built_in(evaluate=evaluate, cache=tmp_path)
    ref = first.resolve("armchair", (1.0, 1.0, 1.0), 0)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    again = Catalogue.built_in(evaluate=evaluate, cache=tmp_path).resolve("armchair", (1.0, 1.0, 1.0), 0)
    np.testing.assert_array_equal(again.hull, ref.hull)


# -- a pack with a broken object ----------------------------------------------------------------------------------------


def test_a_broken_object_is_named_and_the_others_go_on(tmp_path: Path, catalogue: Catalogue) -> None:
    header = '# /// asset\n# word = "{0}"\n# phrase = "a {0}"\n# category = "x"\n# ///\nfrom scene.language import *\n'
    good = (
        header.format("gizmo")
        + "@register()\ndef gizmo(width=1.0):\n    return primitive_call('cube', {'scale': width})\n"
    )
    (tmp_path / "gizmo.py").write_text(good)
    (tmp_path / "broken.py").write_text(
        header.format("broken") + "@register()\ndef broken(width=1.0):\n    return nothing\n"
    )
    (tmp_path / "headless.py").write_text("# /// asset\n# word = 3\n# ///\n")
    (tmp_path / "helper.py").write_text("print('no object')\n")
    pack = ProgramPack("mine", tmp_path, lambda: catalogue.geometry)
    assert [e.key for e in pack.entries()] == ["mine/gizmo"]
    assert len(pack.problems) == 2
    assert any("broken.py" in p for p in pack.problems)
    np.testing.assert_allclose(pack.entries()[0].size, 1.0)


@pytest.mark.parametrize("words", ["faucett", "chalkbord", "wardrobb", "lampshadez", "pillowz", "zylophone"])
def test_nearest_words_are_told_once(catalogue: Catalogue, words: str) -> None:
    near = catalogue.nearest_words(words)
    keys = [word_key(variants_of(" ".join(normalise(w)))[-1]) for w in near]
    assert near
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("words", "across"),
    [
        ("small round table", None),
        ("large round table", None),
        ("small square table", None),
        ("tiny round coffee table", None),
        ("large round conference table", None),
        ("round table 80 cm wide", 0.8),
        ("square table 0.8 m deep", 0.8),
        ("round rug 2 m in diameter", 2.0),
    ],
)
def test_what_is_round_or_square_stays_so(catalogue: Catalogue, words: str, across: float | None) -> None:
    width, _, depth = resolved(catalogue, words)[2]
    assert width == pytest.approx(depth, abs=2e-3)
    assert across is None or width == pytest.approx(across, abs=2e-3)


def test_size_words_act_on_the_variant_that_was_chosen(catalogue: Catalogue) -> None:
    plain, small, large = (resolved(catalogue, f"{size}round table")[2] for size in ("", "small ", "large "))
    assert small[0] == pytest.approx(0.8 * plain[0], abs=2e-3)
    assert large[0] == pytest.approx(1.25 * plain[0], abs=2e-3)

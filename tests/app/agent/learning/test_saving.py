"""What is saved is an object of the user's own library at once and after a restart, and what says the same is merged."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scenewright.app.agent.brief import Brief, BriefThing
from scenewright.app.agent.learning import (
    learn_entity,
    learned_entities,
    learned_folder,
    offers_of,
    remove_learned,
    search_learned,
)
from scenewright.app.agent.making.retrieval import catalogue_lines, relevant_entries
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.assets import Catalogue
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import EditError, PolicyError
from scenewright.scene.folder import Project
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import NodeKind
from tests.support.learning_scenes import BENCH, GARDEN, HEAD, open_scene


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def garden(home: Path, tmp_path: Path) -> Session:
    return open_scene(tmp_path / "garden")


def kept_files(home: Path) -> set[str]:
    return {path.name for path in (home / "learned").iterdir()}


def test_it_is_kept_with_words_picture_and_origin(garden: Session, home: Path) -> None:
    saved = learn_entity(garden, "garden_bench", synonyms=["plank seat"])
    entity = saved.entity
    assert (saved.how, entity.name, entity.word, entity.synonyms) == (
        "saved",
        "garden_bench",
        "garden bench",
        ("plank seat",),
    )
    assert kept_files(home) == {"garden_bench.py", "garden_bench.png", "scenewright-pack.toml"}
    assert entity.picture is not None
    assert entity.picture.read_bytes().startswith(b"\x89PNG")
    text = entity.file.read_text()
    assert "the scene 'a quiet garden', 20" in text.splitlines()[0]
    assert "the user's own" in text.splitlines()[1]
    assert BENCH.strip() in text
    assert learned_entities() == [entity]


def test_programs_use_it_by_word_by_meaning_and_by_name(garden: Session, tmp_path: Path) -> None:
    learn_entity(garden, "bird_house")
    catalogue = Catalogue.default()
    assert catalogue.find("bird house")[0].entry.key == "learned/bird_house.bird_house"
    assert catalogue.find("bird house")[0].entry.licence == "the user's own"
    text = """from scene.language import *
from bird_house import bird_house as house
@register()
def yard():
    return concat_shapes(place(asset_call('bird house'), at=(0, 0, 0)), place(house(), at=(2, 0, 0)), name='yard')
""".replace(", name='yard'", "")
    Project.create(tmp_path / "yard", text)
    scene = Session.open(tmp_path / "yard").scene
    assert [u.name for u in scene.libraries] == ["bird_house"]
    (asset,) = [e for e in scene.entities() if e.kind is NodeKind.ASSET]
    (own,) = [e for e in scene.entities() if e.kind is NodeKind.ENTITY and e.word == "bird_house"]
    assert (asset.bounds[1] - asset.bounds[0]).tolist() == pytest.approx(
        (own.bounds[1] - own.bounds[0]).tolist(), abs=1e-3
    )


def test_it_is_found_by_meaning_with_other_words(garden: Session) -> None:
    learn_entity(garden, "bird_house")
    learn_entity(garden, "garden_bench")
    if Catalogue.default().meaning_missing is not None:
        pytest.skip("the extra `text` is not installed")
    assert search_learned("a nesting box", 3)[0][0].name == "bird_house"
    assert search_learned("somewhere to sit outdoors", 3)[0][0].name == "garden_bench"


def test_words_of_the_user_count_first(garden: Session) -> None:
    entity = learn_entity(garden, "garden_bench", word="Grandma's  Seat").entity
    assert (entity.name, entity.word, entity.synonyms) == ("grandma_s_seat", "grandma's seat", ("garden bench",))
    assert Catalogue.default().find("grandma's seat")[0].entry.key == "learned/grandma_s_seat.garden_bench"


def test_words_with_an_adjective_find_it_whole(garden: Session) -> None:
    learn_entity(garden, "garden_bench", word="round wooden table")
    assert Catalogue.default().find("a round wooden table")[0].entry.pack == "learned"
    assert Catalogue.default().find("a table")[0].entry.pack == "scenewright"


RENAMED = (
    HEAD.replace("WOOD", "TIMBER").replace("def bar", "def rod")
    + """
@register('three planks on legs')
def settle(wide=1.5):
    props = [rod((x, 0, z), (x, 0.43, z)) for x in (-wide / 2 + 0.1, wide / 2 - 0.1) for z in (-0.15, 0.15)]
    boards = loop(3, lambda n: box(wide, 0.03, SIZES['board'], 0, 0.44, 0.16 * (n - 1)))
    return concat_shapes(boards, *props)

@register('a yard')
def yard():
    return place('settle', at=(0, 0, 0))
"""
)


@pytest.mark.parametrize(
    ("program", "how"),
    [
        (RENAMED, "same"),
        (RENAMED.replace("(0.5, 0.35, 0.2)", "(0.1, 0.2, 0.7)"), "other colours"),
        (RENAMED.replace("wide=1.5", "wide=3.0").replace("0.43", "0.86").replace("0.44", "0.88").replace("0.15", "0.3")
         .replace("0.16", "0.32").replace("0.03", "0.06").replace("0.14", "0.28").replace("0.1 ", "0.2 ").replace("0.1,", "0.2,")
         .replace("- 0.1)", "- 0.2)"), "same shape"),
    ],
)  # fmt: skip
def test_what_says_the_same_is_merged(program: str, how: str, garden: Session, home: Path, tmp_path: Path) -> None:
    first = learn_entity(garden, "garden_bench").entity
    text = first.file.read_text()
    saved = learn_entity(open_scene(tmp_path / "yard", program), "settle")
    assert (saved.how, saved.entity.name) == ("merged", "garden_bench")
    assert how in " ".join(saved.notes)
    assert learned_entities()[0].synonyms == ("settle",)
    assert first.file.read_text() == text
    assert "settle.py" not in kept_files(home)
    assert Catalogue.default().find("settle")[0].entry.key == "learned/garden_bench.garden_bench"


def test_replacing_takes_the_words_over(garden: Session, home: Path, tmp_path: Path) -> None:
    learn_entity(garden, "garden_bench", word="plank seat")
    other = open_scene(tmp_path / "yard", RENAMED.replace("(0.5, 0.35, 0.2)", "(0.1, 0.2, 0.7)"))
    saved = learn_entity(other, "settle", replacing=True)
    assert saved.how == "replaced"
    assert kept_files(home) == {"settle.py", "settle.png", "scenewright-pack.toml"}
    assert learned_entities()[0].words == ("settle", "plank seat", "garden bench")


def test_two_of_a_kind_are_kept_apart_on_request(garden: Session, tmp_path: Path) -> None:
    learn_entity(garden, "garden_bench")
    learn_entity(open_scene(tmp_path / "yard", RENAMED), "settle", apart=True)
    assert [e.name for e in learned_entities()] == ["garden_bench", "settle"]
    with pytest.raises(RequestError, match="not both"):
        learn_entity(garden, "garden_bench", apart=True, replacing=True)


def test_another_thing_of_that_name_stays(garden: Session, tmp_path: Path) -> None:
    first = learn_entity(garden, "garden_bench", word="my thing").entity
    text = first.file.read_text()
    with pytest.raises(AssetError, match="another my thing already"):
        learn_entity(garden, "bird_house", word="my thing")
    assert first.file.read_text() == text
    assert learn_entity(garden, "bird_house", word="my thing", replacing=True).how == "replaced"
    assert [e.function for e in learned_entities()] == ["bird_house"]


def test_libraries_and_files_of_the_user_stay(garden: Session, home: Path) -> None:
    (home / "libraries").mkdir(parents=True)
    (home / "libraries" / "garden_bench.py").write_text("mine = 1\n")
    with pytest.raises(AssetError, match="a library of this name"):
        learn_entity(garden, "garden_bench")
    (home / "learned").mkdir()
    (home / "learned" / "bird_house.py").write_text("mine = 2\n")
    with pytest.raises(AssetError, match="is there already"):
        learn_entity(garden, "bird_house")
    assert (home / "learned" / "bird_house.py").read_text() == "mine = 2\n"
    assert learned_entities() == []


def test_offers_say_what_is_there_already(garden: Session, tmp_path: Path) -> None:
    learn_entity(garden, "garden_bench")
    learn_entity(garden, "bird_house", word="box stack")
    likes = {o.name: None if o.like is None else o.like[1].value for o in offers_of(garden).offers}
    assert likes == {"garden_bench": "text", "bird_house": "text", "box_stack": "word"}


def test_removing_takes_files_and_words_away(garden: Session, home: Path) -> None:
    learn_entity(garden, "garden_bench", word="plank seat")
    with pytest.raises(AssetError, match="was not learned"):
        remove_learned("../garden_bench")
    assert remove_learned("plank seat").name == "plank_seat"
    assert kept_files(home) == {"scenewright-pack.toml"}
    assert learned_entities() == []
    assert all(m.entry.pack != "learned" for m in Catalogue.default().find("plank seat"))
    with pytest.raises(AssetError, match="nothing was"):
        remove_learned("plank_seat")


def test_what_was_not_offered_is_kept_with_the_reason(garden: Session) -> None:
    assert learn_entity(garden, "garden_bench").notes == ()
    (note,) = learn_entity(garden, "perch").notes
    assert "did not offer it: it is a part of the bird house" in note


def test_corrections_by_hand_stay(garden: Session, home: Path) -> None:
    learn_entity(garden, "garden_bench")
    manifest = home / "learned" / "scenewright-pack.toml"
    manifest.write_text(
        manifest.read_text().replace('phrase = "a garden bench', '# mine\nphrase = "my own garden bench')
    )
    learn_entity(garden, "bird_house")
    assert "# mine" in manifest.read_text()
    assert next(e for e in learned_entities() if e.name == "garden_bench").phrase.startswith("my own")


def test_a_model_is_told_of_it_first(garden: Session) -> None:
    learn_entity(garden, "garden_bench", synonyms=["seat"])
    brief = Brief(summary="a park", things=(BriefThing(id="bench", noun="bench"), BriefThing(id="tree", noun="tree")))
    entries = relevant_entries(brief, "a park with a bench and a tree", Catalogue.default())
    assert entries[0].key == "learned/garden_bench.garden_bench"
    assert "garden bench" in catalogue_lines(brief, "a park", Catalogue.default()).splitlines()[0]
    other = Brief(summary="a sky", things=(BriefThing(id="rocket", noun="rocket"),))
    assert all(e.pack != "learned" for e in relevant_entries(other, "a rocket", Catalogue.default())[:3])


# -- hostile scenes -----------------------------------------------------------------------------------------------------

HOSTILE = (
    HEAD
    + '''
@register("""a "bench"
[[library]]
file = "../../evil.py"  # \\x1b[31m \\u202e \\\\ """)
def garden_bench():
    return concat_shapes(*[box(0.2, 0.2, 0.2, i * 0.3, 0.1, 0) for i in range(5)])

@register('a scene')
def scene():
    return place('garden_bench', at=(0, 0, 0))
'''
)


def test_a_docstring_writes_nothing_but_itself(home: Path, tmp_path: Path) -> None:
    title = 'x"\n[[pack]]\nfolder = "/etc"\n# /// asset'
    saved = learn_entity(open_scene(tmp_path / "scene", HOSTILE, title=title), "garden_bench", word="odd bench")
    (kept,) = learned_entities()
    assert kept.phrase == saved.entity.phrase
    assert "\n" not in kept.phrase
    assert "\x1b" not in kept.phrase
    assert [f.name for f in home.glob("*.toml")] == ["packs.toml"]
    assert "/etc" not in (home / "packs.toml").read_text()
    assert kept.file.read_text().splitlines()[2] == ""
    found = Catalogue.default().find("odd bench")[0].entry
    assert found.key == "learned/odd_bench.garden_bench"
    assert Catalogue.default().resolve("odd bench", None, 0).size is None


@pytest.mark.parametrize("word", ["../x", "a/b", "", " ", "x" * 61, "a\nb\x00", "[[x]]", 'a"b', "\u202ebench"])
def test_a_word_that_is_none_is_refused(word: str, garden: Session, home: Path) -> None:
    with pytest.raises(RequestError, match="is no word"):
        learn_entity(garden, "garden_bench", word=word)
    assert not (home / "learned").exists()


def test_words_that_name_modules_name_other_files(garden: Session) -> None:
    assert learn_entity(garden, "garden_bench", word="random").entity.name == "random_thing"
    assert learn_entity(garden, "bird_house", word="Vogelhäuschen").entity.name == "vogelhauschen"
    with pytest.raises(AssetError, match="another"):
        learn_entity(garden, "box_stack", word="vogelhauschen")


def test_a_text_with_a_header_of_an_object_is_refused(home: Path, tmp_path: Path) -> None:
    text = HOSTILE.replace('"""a "bench"', '"""a bench\n# /// asset\n# word = "chair"\n# ///')
    with pytest.raises(EditError, match="header of a catalogue object"):
        learn_entity(open_scene(tmp_path / "scene", text), "garden_bench")
    assert not (home / "learned").exists()


def test_a_function_of_forbidden_things_is_not_kept(home: Path, tmp_path: Path) -> None:
    garden = open_scene(tmp_path / "garden", GARDEN)
    garden.source = GARDEN.replace("planks = loop", "import os; planks = loop")
    with pytest.raises(PolicyError, match="'os'"):
        learn_entity(garden, "garden_bench")
    assert not (home / "learned").exists()


def test_a_broken_library_does_not_stop_others(garden: Session, home: Path) -> None:
    learn_entity(garden, "garden_bench").entity.file.write_text("def (")
    assert learn_entity(garden, "bird_house").how == "saved"
    assert [e.name for e in learned_entities()] == ["bird_house", "garden_bench"]


# -- processes ----------------------------------------------------------------------------------------------------------

_SAVE = """
import sys
from scenewright.app.session import Session
from scenewright.app.agent.learning import learn_entity
learn_entity(Session.open(sys.argv[1]), sys.argv[2], word=sys.argv[3])
"""
_FIND = (
    "from scenewright.assets import Catalogue; import sys; print(Catalogue.default().find(sys.argv[1])[0].entry.key)"
)


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_two_processes_save_at_once_and_others_find_it(garden: Session, tmp_path: Path) -> None:
    folder = str(tmp_path / "garden")
    both = [run(_SAVE, folder, "garden_bench", "plank seat"), run(_SAVE, folder, "bird_house", "bird home")]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    assert [e.name for e in learned_entities()] == ["bird_home", "plank_seat"]
    after = run(_FIND, "plank seat")
    assert after.communicate(timeout=120)[0].strip() == "learned/plank_seat.garden_bench"


def test_the_library_is_the_same_geometry(garden: Session) -> None:
    (offer,) = [o for o in offers_of(garden).offers if o.name == "bird_house"]
    kept = learn_entity(garden, "bird_house").entity
    scene = evaluate(kept.file.read_text(), root=kept.function)
    assert scene.nodes.parent_from_local.tobytes() == offer.scene.nodes.parent_from_local.tobytes()
    assert scene.nodes.color.tobytes() == offer.scene.nodes.color.tobytes()
    assert learned_folder() == kept.file.parent

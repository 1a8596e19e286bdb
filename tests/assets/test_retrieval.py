"""Search by meaning: it stands in where names do not serve, rejects what is merely near, and can be missing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from scenewright.assets import Catalogue, CatalogueEntry
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.retrieval import MeaningIndex, last_noun
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, EncoderError, text_encoder, text_encoder_missing
from scenewright.scene.semantics.encoders import minilm as encoders
from tests.support.locations import DATA
from tests.support.samples import some_of

needs_model = pytest.mark.skipif(text_encoder_missing() is not None, reason=str(text_encoder_missing()))


class TableEncoder:
    """An encoder for tests: a text's vector is the mean of the vectors that its words have in a table."""

    name = "table"
    dimension = 5

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.table = {
            "sofa": (1, 0, 0, 0, 0),
            "settee": (0.95, 0.1, 0, 0, 0),
            "lamp": (0, 1, 0, 0, 0),
            "table": (0, 0.1, 1, 0, 0),
            "fish": (0, 0, 0, 0, 1),
        }

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.calls.extend(texts)
        rows = [
            np.mean([self.table.get(w, (0, 0, 0, 1, 0)) for w in t.split()] or [(0, 0, 0, 1, 0)], axis=0) for t in texts
        ]
        return np.array([r / np.linalg.norm(r) for r in rows], dtype=np.float32)


class ListPack:
    """A pack of entries without files."""

    def __init__(self, name: str, *entries: CatalogueEntry) -> None:
        self.name = name
        self._entries = entries

    def entries(self) -> Sequence[CatalogueEntry]:
        return self._entries

    def store(self, entry: CatalogueEntry, arguments: object) -> None:
        raise AssetError("no files here")


def entry(
    word: str, *synonyms: str, pack: str = "p", phrase: str | None = None, stands_for: tuple[str, ...] = ()
) -> CatalogueEntry:
    return CatalogueEntry(
        key=f"{pack}/{word}",
        word=word,
        synonyms=synonyms,
        stands_for=stands_for,
        phrase=phrase or word,
        category="x",
        support="floor",
        size=(1, 1, 1),
        pack=pack,
    )


def catalogue_of(tmp_path: Path, *packs: ListPack, encoder: TableEncoder | None = None) -> Catalogue:
    def evaluate(source: str, seed: int) -> Scene:
        return evaluate_here(source, seed=seed)

    return Catalogue(packs, geometry=GeometryStore(evaluate, folder=tmp_path), encoder=encoder, folder=tmp_path)  # type: ignore[arg-type]


def test_meaning_serves_where_the_name_does_not(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, ListPack("p", entry("sofa"), entry("lamp")), encoder=TableEncoder())
    best = catalogue.find("settee", k=1)[0]
    assert (best.entry.word, best.how) == ("sofa", "embedding")
    assert 0.6 < best.score < 0.95


def test_a_stand_in_serves_last_and_says_so(tmp_path: Path) -> None:
    bulb = entry("light bulb", phrase="a bare light bulb", stands_for=("disco ball",))
    catalogue = catalogue_of(tmp_path, ListPack("p", bulb), encoder=TableEncoder())
    best = catalogue.find("two silver disco balls", k=1)[0]
    assert (best.entry.word, best.how) == ("light bulb", "stand-in")
    assert best.note == "disco ball is drawn as a bare light bulb: the catalogue has none"
    assert catalogue.find("light bulb", k=1)[0].note == ""
    own = catalogue_of(
        tmp_path, ListPack("p", bulb), ListPack("q", entry("disco ball", pack="q")), encoder=TableEncoder()
    )
    assert [(m.entry.pack, m.how) for m in own.find("disco ball")] == [("q", "exact"), ("p", "stand-in")]


def test_a_known_name_asks_no_encoder(tmp_path: Path) -> None:
    encoder = TableEncoder()
    catalogue = catalogue_of(tmp_path, ListPack("p", entry("sofa", "couch"), entry("grand piano")), encoder=encoder)
    assert catalogue.find("couch")[0].how == "synonym"
    assert catalogue.find("piano")[0].how == "kind"
    assert encoder.calls == []


def test_things_that_only_go_together_do_not_match(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, ListPack("p", entry("lamp sofa", phrase="a thing")), encoder=TableEncoder())
    assert catalogue.find("sofa lamps") == []


def test_the_noun_of_a_compound_serves_where_nothing_is_nearer(tmp_path: Path) -> None:
    catalogue = catalogue_of(
        tmp_path, ListPack("p", entry("sofa"), entry("table", phrase="a thing")), encoder=TableEncoder()
    )
    best = catalogue.find("fish table", k=1)[0]
    assert (best.entry.word, best.how, best.leftover) == ("table", "head", ("fish",))


def test_the_first_pack_wins_among_equals(tmp_path: Path) -> None:
    second, first = entry("chair", pack="a"), entry("stool", "chair", pack="z")
    catalogue = catalogue_of(tmp_path, ListPack("z", first), ListPack("a", second), encoder=TableEncoder())
    assert [m.entry.pack for m in catalogue.find("chair")] == ["z", "a"]


def test_vectors_are_computed_once_and_kept(tmp_path: Path) -> None:
    entries = [entry("sofa"), entry("lamp")]
    first, second = TableEncoder(), TableEncoder()
    assert MeaningIndex(entries, folder=tmp_path, encoder=first).nearest("settee")[0][1] == "sofa"
    assert MeaningIndex(entries, folder=tmp_path, encoder=second).nearest("settee")[0][1] == "sofa"
    assert {"sofa", "lamp"} <= set(first.calls)
    assert set(second.calls) == {"settee"}
    (cache,) = (tmp_path / "vectors").iterdir()
    cache.write_bytes(b"damaged")
    third = TableEncoder()
    assert MeaningIndex(entries, folder=tmp_path, encoder=third).nearest("settee")[0][1] == "sofa"
    assert {"sofa", "lamp"} <= set(third.calls)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    assert MeaningIndex([], folder=tmp_path, encoder=TableEncoder()).nearest("sofa") == []


@pytest.mark.parametrize(
    ("word", "noun"), [("floor lamps", "lamp"), ("bowl of fruit", "bowl"), ("sofa", "sofa"), ("", "")]
)
def test_last_noun(word: str, noun: str) -> None:
    assert last_noun(word) == noun


def test_without_the_extra_a_search_is_by_name_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "MODULES", ("a_module_that_is_not_there",))
    catalogue = catalogue_of(tmp_path, ListPack("p", entry("sofa", "couch")))
    assert catalogue.find("couch")[0].how == "synonym"
    assert catalogue.find("settee") == []
    assert "pip install 'scenewright[text]'" in str(catalogue.meaning_missing)
    with pytest.raises(AssetError, match=r"scenewright\[text\]"):
        catalogue.resolve("settee", None, 0)
    with pytest.raises(EncoderError, match="a_module_that_is_not_there"):
        encoders.MiniLM().encode(["sofa"])


def test_unknown_encoders_are_named() -> None:
    with pytest.raises(EncoderError, match=DEFAULT_TEXT_ENCODER):
        text_encoder("no-such-encoder")


@needs_model
@pytest.mark.slow
def test_the_model_knows_words_that_the_catalogue_does_not(tmp_path: Path) -> None:
    rows = text_encoder().encode(["sofa", "couch", "volcano"])
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > 0.8
    assert rows[0] @ rows[2] < 0.5
    assert text_encoder().encode([]).shape == (0, 384)


@needs_model
@pytest.mark.slow
def test_shipped_vectors_are_those_of_the_model() -> None:
    from scenewright.assets.index import shipped_index

    shipped = shipped_index().vectors
    texts = sorted(shipped)[::97]
    assert len(texts) > 10
    texts = some_of(texts, 40)
    np.testing.assert_allclose(np.stack([shipped[t] for t in texts]), text_encoder().encode(texts), atol=2e-3)


@pytest.fixture(scope="module")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Our own catalogue, with a cache of its own."""
    return Catalogue.built_in(cache=tmp_path_factory.mktemp("cache"))


@needs_model
@pytest.mark.slow
def test_few_of_the_words_that_nothing_may_stand_for_are_served(built_in: Catalogue) -> None:
    labels = json.loads((DATA / "retrieval.json").read_text(encoding="utf-8"))
    asked = [w for w in labels["refused"] if not built_in.find(w, k=1, meaning=False)]
    assert len(asked) > 100
    asked = some_of(asked, 60)
    wrong = [w for w in asked if built_in.find(w, k=1)]
    assert len(wrong) <= 0.05 * len(asked), wrong


@needs_model
@pytest.mark.slow
@pytest.mark.parametrize(
    "nonsense",
    ["xyzzy", "democracy", "glacier", "quantum mechanics", "blorp fizz", "thursday", "submarine", "parliament"],
)
def test_nonsense_finds_nothing_in_our_catalogue(nonsense: str, built_in: Catalogue) -> None:
    assert built_in.find(nonsense) == []

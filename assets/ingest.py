"""Adds a folder of GLB files as a pack: proposes words, size and orientation of each file, which a person can correct.

``add_folder`` runs all steps: ``propose`` inspects the files, ``write_manifest`` writes ``scenewright-pack.toml`` beside them, and
``register`` adds the folder to the user's catalogue. ``preview`` yields the objects for a contact sheet. Running it again keeps
corrections and adds new files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.orientation import guess_front, guess_unit, guess_up, upright_matrix
from scenewright.assets.packs import (
    MANIFEST,
    MANIFEST_SCHEMA,
    FolderPack,
    inspect_mesh,
    read_manifest,
    registered_folders,
)
from scenewright.assets.places import data_folder
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.jobs import Job
from scenewright.scene.model import AssetRef, Vec3, slug
from scenewright.scene.plain_files import files_below, names_in, read_plain, refused_as

if TYPE_CHECKING:
    from scenewright.assets.catalogue import Catalogue

__all__ = [
    "Preview",
    "Proposal",
    "ProposedAsset",
    "add_folder",
    "preview",
    "propose",
    "register",
    "unregister",
    "write_manifest",
]

MAX_FILES = 5_000

# Words of file names that describe the file and not the object.
_NOISE = re.compile(
    r"^(v?\d+|final|low|lowpoly|lod\d*|highpoly|hi|lo|poly|mesh|model|models|glb|gltf|obj|fbx|export|exported|sketchfab|3d"
    r"|scene|free|textured|pbr|\d+k|asset|prop|sm|geo|geometry|default|untitled|copy|new|old|test|root|node|shape|group"
    r"|object|uv|baked|optimized|draco|mat|material|low_poly|game|ready|realistic|cc0|hd|fixed)$"
)
_LICENCE_FILES = re.compile(r"^(licen[cs]e|copying|credits?|attribution|readme)(\.(txt|md))?$", re.IGNORECASE)
_LICENCES = (
    (r"cc0|public domain|creativecommons\.org/publicdomain", "CC0-1.0"),
    (r"cc[- ]by[- ]nc[- ]sa|by-nc-sa", "CC-BY-NC-SA-4.0"),
    (r"cc[- ]by[- ]nc|by-nc", "CC-BY-NC-4.0"),
    (r"cc[- ]by[- ]sa|by-sa", "CC-BY-SA-4.0"),
    (r"cc[- ]by|/by/|creative commons attribution", "CC-BY-4.0"),
    (r"apache license|apache-2", "Apache-2.0"),
    (r"\bmit license\b|permission is hereby granted, free of charge", "MIT"),
)


@dataclass(frozen=True, slots=True)
class ProposedAsset:
    """The proposal for one file. `size`: (width, height, depth) in metres; `clearance`: usual clearance of its kind, metres by side;
    confidences are from 0 to 1."""

    file: str
    word: str
    phrase: str
    category: str
    support: str
    clearance: Mapping[str, float]
    size: Vec3
    unit: str
    up: str
    front: str
    word_confidence: float
    size_confidence: float
    up_confidence: float
    front_confidence: float
    licence: str
    author: str
    source: str
    triangles: int

    @property
    def doubts(self) -> list[str]:
        """Fields that a person should check first."""
        unsure = [n for n in ("word", "size", "up", "front") if getattr(self, f"{n}_confidence") < 0.6]
        return unsure if self.licence else [*unsure, "licence"]

    def to_json(self) -> dict[str, Any]:
        """All fields and the doubts as JSON values."""
        return {**asdict(self), "doubts": self.doubts}

    def line(self) -> str:
        """One line for a terminal."""
        size = " x ".join(f"{v:.2f}" for v in self.size)
        doubt = f"  check {', '.join(self.doubts)}" if self.doubts else ""
        return f"{self.file}: {self.word}, {size} m, up {self.up}, front {self.front}{doubt}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposals for a folder. `problems`: files that cannot be used, with the reasons. `manifest`: the file with the written
    proposals."""

    folder: Path
    name: str
    proposals: tuple[ProposedAsset, ...]
    problems: tuple[str, ...]
    manifest: Path | None = None


def _clean_words(text: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.\s]+", " ", text)
    spaced = re.sub(r"(?<=[a-z])\d+\b", "", " ".join(w for w in spaced.lower().split() if not _NOISE.match(w)))
    words = [w for w in spaced.split() if not _NOISE.match(w)]
    return " ".join(words)


def _named(facts: dict[str, Any], path: Path, catalogue: Catalogue) -> tuple[str, str, float, CatalogueEntry | None]:
    """Word, phrase, confidence, and the catalogue's object with that name, or None."""
    titles = [str(facts["extras"].get(k, "")) for k in ("title", "name", "description")]
    names = facts["names"] if len(facts["names"]) <= 3 else []  # more than three are names of parts: seat, leg, back
    candidates = [path.stem, *titles, *names, path.parent.name]
    phrases = [p for p in (_clean_words(c) for c in candidates) if p]
    for position, phrase in enumerate(phrases):
        read = catalogue.parse(phrase)
        if read.known and len(phrase.split()) <= 8:
            known = next(iter(catalogue.find(read.head, k=1, meaning=False)), None)
            confidence = 0.95 if position == 0 and read.compound == read.head else 0.75 if position == 0 else 0.6
            return read.compound, phrase, confidence, None if known is None else known.entry
    phrase = phrases[0] if phrases else path.stem.lower()
    return phrase, phrase, 0.5 if phrases else 0.1, None


def _licence(facts: dict[str, Any], path: Path, folder: Path) -> tuple[str, str, str]:
    """Licence, author and source: from the file itself, else from a text beside it or in a folder above."""
    extras = {k.lower(): v for k, v in facts["extras"].items()}
    author, source = str(extras.get("author", "")), str(extras.get("source", ""))
    texts = [str(extras.get("license", extras.get("licence", ""))), facts["copyright"]]
    places = [path.with_suffix(s) for s in (".txt", ".license", ".LICENSE", ".md")]
    here = path.parent
    while here.is_relative_to(folder):
        places += [here / name for name in names_in(here, "the folder") if _LICENCE_FILES.match(name)]
        here = here.parent
    for place in places:
        with suppress(ProjectError):  # a text that is missing, or that is not read, says nothing of the licence
            texts.append(read_plain(place, 1 << 20, "the licence", root=folder).decode("utf-8", "replace"))
    for text in texts:
        for pattern, licence in _LICENCES:
            if re.search(pattern, text, re.IGNORECASE):
                return licence, author or facts["copyright"], source
    return facts["copyright"], author, source


def add_folder(
    folder: Path, catalogue: Catalogue | None = None, *, name: str | None = None, job: Job | None = None
) -> Proposal:
    """Propose entries for a folder, write its manifest and add it to the user's catalogue.

    The manifest is written beside the files, or into the user's data folder if that is not possible.

    Raises:
        AssetError: it is no folder, has no GLB files, or the manifest cannot be written.
        JobCancelled: the job was cancelled; nothing is written.
    """
    from scenewright.assets.catalogue import Catalogue

    proposal = propose(folder, catalogue or Catalogue.default(), name=name, job=job)
    where = None
    if not os.access(proposal.folder, os.W_OK):
        where = data_folder() / "packs" / f"{slug(proposal.name)}.toml"
        where.parent.mkdir(parents=True, exist_ok=True)
    manifest = write_manifest(proposal, where=where)
    register(proposal.folder, manifest=where)
    return replace(proposal, manifest=manifest)


def propose(folder: Path, catalogue: Catalogue, *, name: str | None = None, job: Job | None = None) -> Proposal:
    """Propose an entry for every GLB file in a folder; nothing is written.

    Args:
        folder: the folder with the files; subfolders are included.
        catalogue: the catalogue with usual words and sizes.
        name: the name of the pack; None: that of the folder.
        job: gets the progress and the current file.

    Raises:
        AssetError: it is no folder, or has no GLB files.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="reading the folder")
    folder = folder.resolve()
    if not folder.is_dir():
        raise AssetError(f"{folder} is no folder")
    with refused_as(AssetError):
        files = sorted(files_below(folder, lambda name: name.lower().endswith(".glb"), "the folder"))
    if len(files) > MAX_FILES:
        raise AssetError(f"{folder} holds {len(files):,} GLB files; add at most {MAX_FILES:,} at a time")
    if not files:
        raise AssetError(
            f"{folder} holds no GLB file: convert other formats first, with Blender or trimesh for instance"
        )
    found: list[ProposedAsset] = []
    problems: list[str] = []
    for position, path in enumerate(files):
        job.tick(position / len(files), path.name)
        try:
            found.append(_proposed(path, folder, catalogue))
        except AssetError as error:
            problems.append(str(error))
    return Proposal(folder, name or folder.name, tuple(found), tuple(problems))


def _proposed(path: Path, folder: Path, catalogue: Catalogue) -> ProposedAsset:
    facts = inspect_mesh(path)
    word, phrase, confidence, known = _named(facts, path, catalogue)
    usual = None if known is None else known.size
    up, up_confidence = guess_up(facts, usual)
    front, front_confidence = guess_front(facts, up, usual, "" if known is None else known.category)
    turned = abs(upright_matrix(up, front)) @ [h - low for low, h in zip(facts["low"], facts["high"], strict=True)]
    unit, metres, size_confidence = guess_unit((float(turned[0]), float(turned[1]), float(turned[2])), usual)
    width, height, depth = (round(max(float(v) * metres, 0.001), 4) for v in turned)
    licence, author, source = _licence(facts, path, folder)
    support = known.support if known is not None else "surface" if max(width, height, depth) < 0.5 else "floor"
    return ProposedAsset(
        file=path.relative_to(folder).as_posix(),
        word=word,
        phrase=phrase,
        category="miscellaneous" if known is None else known.category,
        support=support,
        clearance={} if known is None else dict(known.clearance),
        size=(width, height, depth),
        unit=unit,
        up=up,
        front=front,
        word_confidence=confidence,
        size_confidence=size_confidence,
        up_confidence=up_confidence,
        front_confidence=front_confidence,
        licence=licence,
        author=author,
        source=source,
        triangles=facts["triangles"],
    )


def write_manifest(proposal: Proposal, *, where: Path | None = None) -> Path:
    """Write the manifest; existing records stay as they are.

    Args:
        where: the manifest's path; None: ``scenewright-pack.toml`` in the folder.

    Raises:
        AssetError: the folder cannot be written, or the existing manifest cannot be read.
    """
    import tomlkit

    path = where if where is not None else proposal.folder / MANIFEST
    existing = read_manifest(path)
    if existing:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    else:
        document = tomlkit.document()
        for line in (
            "Objects of this folder for Scenewright. Correct what is wrong: word and synonyms are what an object is found",
            "by, size is width, height, depth in metres, up and front are axes of the file. Confidences are of the guess;",
            "set one to 1.0 when you have checked it. skip = true leaves a file out.",
        ):
            document.add(tomlkit.comment(line))
        document["schema"] = MANIFEST_SCHEMA
        document["name"] = proposal.name
        document["asset"] = tomlkit.aot()
    known = {str(r.get("file")) for r in existing.get("asset", [])}
    records: Any = document.setdefault("asset", tomlkit.aot())
    for asset in proposal.proposals:
        if asset.file in known:
            continue
        table = tomlkit.table()
        table["file"] = asset.file
        table["word"] = asset.word
        table["synonyms"] = []
        table["phrase"] = asset.phrase
        table["category"] = asset.category
        table["support"] = asset.support
        if asset.clearance:
            clearance = tomlkit.inline_table()
            clearance.update(asset.clearance)
            table["clearance"] = clearance
        table["size"] = list(asset.size)
        table["size"].comment(
            f"from {asset.unit}" if asset.unit != "fitted" else "fitted to the usual size of its kind"
        )
        table["up"] = asset.up
        table["front"] = asset.front
        for kind in ("word", "size", "up", "front"):
            table[f"{kind}_confidence"] = getattr(asset, f"{kind}_confidence")
        table["licence"] = asset.licence
        table["author"] = asset.author
        table["source"] = asset.source
        records.append(table)
    try:
        atomic.write(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise AssetError(f"{path} cannot be written: {error.strerror or error}") from error
    return path


def register(folder: Path, *, manifest: Path | None = None) -> None:
    """Add a folder as a pack to this user's catalogue; its files stay where they are.

    Raises:
        AssetError: the user's list cannot be read or written.
    """
    kept = [(f, m) for f, m in registered_folders() if f.resolve() != folder.resolve()]
    _write_list([*kept, (folder.resolve(), manifest)])


def unregister(folder: Path) -> bool:
    """Remove a folder from the user's catalogue; returns whether it was there. Its files stay.

    Raises:
        AssetError: the user's list cannot be read or written.
    """
    registered = registered_folders()
    kept = [(f, m) for f, m in registered if f.resolve() != folder.resolve()]
    if len(kept) == len(registered):
        return False
    _write_list(kept)
    return True


def _write_list(folders: Sequence[tuple[Path, Path | None]]) -> None:
    import tomlkit

    document = tomlkit.document()
    records = tomlkit.aot()
    for folder, manifest in folders:
        table = tomlkit.table()
        table["folder"] = str(folder)
        if manifest is not None:
            table["manifest"] = str(manifest.resolve())
        records.append(table)
    document["pack"] = records
    path = data_folder() / "packs.toml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise AssetError(f"{path} cannot be written: {error.strerror or error}") from error


@dataclass(frozen=True, slots=True)
class Preview:
    """One tile of a contact sheet: ``catalogue.load(ref)``, transformed by ``ref.fit``."""

    entry: CatalogueEntry
    ref: AssetRef


def preview(added: Proposal, catalogue: Catalogue) -> Iterator[Preview]:
    """Yield the objects of an added folder as its manifest describes them now."""
    pack = FolderPack(added.folder, lambda: catalogue.geometry, manifest=added.manifest)
    for entry in pack.entries():
        yield Preview(entry, catalogue.instance(pack, entry))

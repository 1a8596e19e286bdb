"""``scene.toml``: the settings of a scene folder.

It holds schema, revision, seed, root, title, prompt, units, render settings and locked assets. It never holds secrets or
commands, since people share folders. Unknown keys, comments and the order of entries are preserved.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.migrations import migrate, needs_migration
from scenewright.scene.limits import WORLD_REACH
from scenewright.scene.model import SCHEMA, Vec3, Vec4
from scenewright.scene.plain_data import parse_toml, shown

if TYPE_CHECKING:
    import tomlkit

__all__ = ["MAX_TOML_BYTES", "LockedAsset", "SceneToml", "refuse_secrets"]

MAX_TOML_BYTES = 4 * 2**20
_MOST_VALUES = _MOST_LINES = 60_000
"""Of one file. The parser that keeps comments needs up to 0.1 ms for each."""
_MOST_ASSETS = 4_000
_MOST_DOTTED_PARTS = 100
"""Of all dotted keys of a file that is edited. The parser that keeps comments copies a table for each key of it: a thousand keys
`a.b1`, `a.b2` ... take it 20 s, and the time grows with a power of their parts."""

_PART = r"""(?>[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"({_PART}(?:[ \t]*+\.[ \t]*+{_PART})++)"
_DOTTED_KEYS = (
    re.compile(rf"^[ \t]*+(?:\[\[?[ \t]*+(?!assets[ \t]*+\.[ \t]*+details[ \t]*+\]))?{_DOTTED}", re.MULTILINE),
    re.compile(rf"[{{,][ \t]*+{_DOTTED}[ \t]*+=(?!=)"),
)
"""At the beginning of a line, and in tables within one."""

_HEADER = (
    "A scene of Scenewright. The scene itself is program.py; this file says what else decides how it comes out.",
    "It holds neither keys nor commands: they belong into the environment or your own settings.",
)
_SECRET_WORDS = ("key", "token", "secret", "password", "passwd", "credential", "command", "executable", "shell", "url")


@dataclass(frozen=True)
class LockedAsset:
    """A catalogue's answer to ``asset_call(words, size, seed)``. Locking it keeps the object the same from then on.

    `size`: width, height and depth in metres; None: the object's own. `id` is the sha256 of the file in ``assets/``; `node`
    names one node of it. `support` and `clearance` are as in :class:`scenewright.scene.model.AssetRef`; older folders have none.
    `details` is the catalogue's own data as TOML values, such as requested colours and how the object was fitted.
    """

    words: str
    size: Vec3 | None
    seed: int
    id: str
    node: str | None = None
    licence: str = ""
    author: str = ""
    source: str = ""
    title: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    support: str = ""
    clearance: Vec4 = (0.0, 0.0, 0.0, 0.0)

    @property
    def request(self) -> tuple[str, Vec3 | None, int]:
        """The words, size and seed that the answer is for. They are its key."""
        return asset_request(self.words, self.size, self.seed)


def asset_request(words: str, size: Iterable[float] | None, seed: int) -> tuple[str, Vec3 | None, int]:
    """A request in normal form, for comparison: stripped text in NFC, numbers as floats.

    Raises:
        ProjectError: 'argument': `size` has not three numbers.
    """
    text = unicodedata.normalize("NFC", words).strip()
    if size is None:
        return text, None, int(seed)
    numbers = tuple(float(v) for v in size)
    if len(numbers) != 3:
        raise ProjectError(f"the size of an asset is width, height and depth in metres; got {numbers!r}")
    return text, (numbers[0], numbers[1], numbers[2]), int(seed)


def refuse_secrets(names: Iterable[str]) -> None:
    """Refuse settings that do not belong in a scene folder.

    Raises:
        ProjectError: 'argument': one of the names suggests a key, a password, a command or an address.
    """
    for name in names:
        parts = name.lower().replace("-", "_").split("_")
        if any(part in _SECRET_WORDS for part in parts):
            raise ProjectError(
                f"the setting {name!r} may not lie in scene.toml, which holds neither keys nor commands: folders are passed "
                "on. Set it in the environment or in your own settings"
            )


class SceneToml:
    """The content of one ``scene.toml``. It is immutable; :meth:`with_changes` returns the next one."""

    def __init__(self, raw: bytes, where: str, document: tomlkit.TOMLDocument | None = None) -> None:
        """
        Args:
            raw: the bytes of the file. An older schema is migrated (:mod:`scenewright.scene.folder.migrations`).
            where: the file, for errors.
            document: the same content parsed by tomlkit, if known already.

        Raises:
            ProjectError: 'damaged': not TOML, or a value of the wrong type; 'newer-schema'; 'not-a-scene': no schema.
        """
        self.where = where
        self._document = document
        self.migrated_from: int | None = None
        self.original = raw
        data = _parse(raw, where)
        if "schema" not in data:
            raise ProjectError(f"{where} has no 'schema': it is no scene.toml of Scenewright", kind="not-a-scene")
        self.data: dict[str, Any] = data
        self.schema = self._whole_number("schema", minimum=1)
        if needs_migration(self.schema, where):
            self.migrated_from = self.schema
            raw = migrate(raw, self.schema)
            self.data = _parse(raw, where)
            self.schema = self._whole_number("schema", minimum=1)
        self.raw = raw
        self.revision = self._whole_number("revision", minimum=0) if "revision" in self.data else 0
        self.seed = self._whole_number("seed") if "seed" in self.data else 0
        self.root = self._text("root")
        self.title = self._text("title")
        self.prompt = self._text("prompt")
        self.units = self._text("units")
        self.render = self._table("render")
        self.assets = tuple(self._asset(entry, i) for i, entry in enumerate(self._asset_entries()))
        self.assets_by_request = {asset.request: asset for asset in self.assets}

    @classmethod
    def new(cls, where: str) -> SceneToml:
        """The file of a new folder whose creation is not finished: revision 0."""
        import tomlkit

        document = tomlkit.document()
        for line in _HEADER:
            document.add(tomlkit.comment(line))
        document.add("schema", tomlkit.item(SCHEMA))
        document.add("revision", tomlkit.item(0))
        document.add("seed", tomlkit.item(0))
        return cls(tomlkit.dumps(document).encode("utf-8"), where)

    # -- reading ------------------------------------------------------------------------------------------------------

    def _wrong(self, key: str, expected: str, value: Any) -> ProjectError:
        return ProjectError(
            f"{self.where}: '{key}' is {expected}, not {shown(value)}: correct the file", kind="damaged"
        )

    def _whole_number(self, key: str, minimum: int | None = None) -> int:
        value = self.data[key]
        if not isinstance(value, int) or isinstance(value, bool) or (minimum is not None and value < minimum):
            expected = "a whole number" + ("" if minimum is None else f" of at least {minimum}")
            raise self._wrong(key, expected, value)
        return value

    def _text(self, key: str) -> str | None:
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise self._wrong(key, "a text", value)
        return value

    def _table(self, key: str) -> Mapping[str, Any]:
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, f"a table, [{key}]", value)
        return value

    def _asset_entries(self) -> list[Any]:
        value = self.data.get("assets", [])
        if not isinstance(value, list):
            raise self._wrong("assets", "a list of tables, [[assets]]", value)
        if len(value) > _MOST_ASSETS:
            raise ProjectError(
                f"{self.where} locks {len(value):,} assets; at most {_MOST_ASSETS:,} are read", kind="too-large"
            )
        return value

    def _asset(self, entry: Any, index: int) -> LockedAsset:
        where = f"assets[{index}]"
        if not isinstance(entry, dict):
            raise self._wrong(where, "a table", entry)
        texts: dict[str, str] = {}
        for key in ("words", "id", "licence", "author", "source", "title", "node", "support"):
            value = entry.get(key, "")
            if not isinstance(value, str):
                raise self._wrong(f"{where}.{key}", "a text", value)
            texts[key] = value
        for key in ("words", "id"):
            if not texts[key]:
                raise self._wrong(f"{where}.{key}", "a text that is not empty", entry.get(key))
        seed, size, details = entry.get("seed", 0), entry.get("size"), entry.get("details", {})
        if not isinstance(seed, int) or isinstance(seed, bool):
            raise self._wrong(f"{where}.seed", "a whole number", seed)
        if size is not None and not (
            isinstance(size, list) and len(size) == 3 and all(_is_number(v) and 0 < v <= WORLD_REACH for v in size)
        ):
            raise self._wrong(f"{where}.size", "three numbers, lengths in metres", size)
        if not isinstance(details, dict):
            raise self._wrong(f"{where}.details", "a table", details)
        return LockedAsset(
            words=texts["words"],
            size=None if size is None else (float(size[0]), float(size[1]), float(size[2])),
            seed=seed,
            id=texts["id"],
            node=texts["node"] or None,
            licence=texts["licence"],
            author=texts["author"],
            source=texts["source"],
            title=texts["title"],
            support=texts["support"],
            clearance=self._clearance(entry.get("clearance", [0.0, 0.0, 0.0, 0.0]), where),
            details=details,
        )

    def _clearance(self, value: Any, where: str) -> Vec4:
        numbers = value if isinstance(value, list) else []
        if len(numbers) != 4 or not all(_is_number(v) and 0 <= v <= WORLD_REACH for v in numbers):
            raise self._wrong(f"{where}.clearance", "four lengths in metres: front, back, left, right", value)
        return (float(numbers[0]), float(numbers[1]), float(numbers[2]), float(numbers[3]))

    # -- writing ------------------------------------------------------------------------------------------------------

    def with_changes(self, changes: Mapping[str, Any], assets: Iterable[LockedAsset] = ()) -> SceneToml:
        """The file with top-level keys changed and `assets` locked. Everything else stays as written.

        Args:
            changes: new values by key; None removes a key, and a mapping updates a table key by key.
            assets: new answers; each replaces the former answer to the same request.

        Raises:
            ProjectError: 'argument': a value cannot be written as TOML; 'too-large': the file has very many dotted keys.
        """
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        assets = list(assets)
        changes = {
            key: value for key, value in changes.items() if isinstance(value, Mapping) or value != self.data.get(key)
        }
        if changes.keys() == {"revision"} and not assets:
            moved_on = self._at_revision(changes["revision"])
            if moved_on is not None:
                return moved_on
        if self._document is None:
            self._refuse_slow_keys()
        try:
            document = self._document if self._document is not None else tomlkit.parse(self.raw.decode("utf-8-sig"))
            self._document = None  # it is about to be changed, and will belong to the next one
            for key, value in changes.items():
                _set(document, key, value)
            self._lock_in(document, assets)
            text = tomlkit.dumps(document)
        except (TOMLKitError, TypeError, ValueError, RecursionError) as error:
            raise ProjectError(f"a value cannot be written into {self.where}: {error}") from error
        return SceneToml(text.encode("utf-8"), self.where, document)

    def _at_revision(self, revision: int) -> SceneToml | None:
        """The file with another revision, changed as text, because tomlkit takes a second for a thousand assets.

        None if the line is not found or something else would change.
        """
        text = self.raw.decode("utf-8-sig")
        table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
        head, tables = (text, "") if table is None else (text[: table.start()], text[table.start() :])
        head, count = re.subn(
            r"^(revision[ \t]*=[ \t]*)\d+(?=[ \t\r]*(?:#.*)?$)", rf"\g<1>{revision}", head, flags=re.MULTILINE
        )
        if count != 1:
            return None
        changed = SceneToml((head + tables).encode("utf-8"), self.where)
        return changed if changed.data == {**self.data, "revision": revision} else None

    def _refuse_slow_keys(self) -> None:
        text = self.raw.decode("utf-8-sig")
        parts = sum(key.count(".") + 1 for pattern in _DOTTED_KEYS for key in pattern.findall(text))
        if parts > _MOST_DOTTED_PARTS:
            raise ProjectError(
                f"{self.where} has dotted keys of {parts:,} parts in all; at most {_MOST_DOTTED_PARTS} can be edited. "
                "Write them as tables: [a] and then b = 1, not a.b = 1",
                kind="too-large",
            )

    def _lock_in(self, document: tomlkit.TOMLDocument, assets: Iterable[LockedAsset]) -> None:
        import tomlkit
        from tomlkit.items import AoT

        rows = {asset.request: i for i, asset in enumerate(self.assets)}
        for asset in assets:
            if "assets" not in document:
                document.add(tomlkit.nl())
                document.append("assets", tomlkit.aot())
            entries: Any = document["assets"]
            new = tomlkit.table() if isinstance(entries, AoT) else tomlkit.inline_table()
            new.update(_asset_items(asset))
            row = rows.get(asset.request)
            if row is None:
                rows[asset.request] = len(entries)
                entries.append(new)
                continue
            entry = entries[row]
            for key in ("id", "node", "licence", "author", "source", "title", "support", "clearance", "details"):
                entry.pop(key, None)
                if key in new:
                    entry[key] = new[key]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _parse(raw: bytes, where: str) -> dict[str, Any]:
    lines = raw.count(b"\n")
    if lines > _MOST_LINES:
        raise ProjectError(f"{where} has {lines:,} lines; at most {_MOST_LINES:,} are read", kind="too-large")
    try:
        return parse_toml(raw, most=_MOST_VALUES)
    except UnicodeDecodeError as error:
        raise ProjectError(f"{where} is not UTF-8: byte at offset {error.start}", kind="damaged") from None
    except ValueError as error:
        raise ProjectError(f"{where} cannot be read as TOML: {error}", kind="damaged") from None


def _set(document: tomlkit.TOMLDocument, key: str, value: Any) -> None:
    import tomlkit

    if value is None:
        document.pop(key, None)
    elif isinstance(value, Mapping):
        table = document.setdefault(key, tomlkit.table())
        for name, item in value.items():
            if item is None:
                table.pop(name, None)
            else:
                table[name] = item
    else:
        document[key] = value  # tomlkit puts a new top-level key above the first table


def _asset_items(asset: LockedAsset) -> dict[str, Any]:
    import tomlkit

    words, size, seed = asset.request
    items: dict[str, Any] = {"words": words}
    if size is not None:
        items["size"] = list(size)
    items["seed"] = seed
    items["id"] = asset.id
    for key in ("node", "licence", "author", "source", "title", "support"):
        value = getattr(asset, key)
        if value:
            items[key] = unicodedata.normalize("NFC", value)
    if any(asset.clearance):
        items["clearance"] = list(asset.clearance)
    if asset.details:
        details = tomlkit.inline_table()
        details.update(asset.details)
        items["details"] = details
    return items

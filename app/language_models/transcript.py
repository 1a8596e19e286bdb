"""What was said between one run and its models, as plain data: enough to read it, to count it, and to say it again without a network."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scenewright.app.hidden_keys import without_keys
from scenewright.app.language_models.budget import Spent
from scenewright.app.language_models.errors import ModelError
from scenewright.app.language_models.exchanges import Exchange, read_exchange
from scenewright.app.language_models.message_json import sha256_of

if TYPE_CHECKING:
    from pydantic_ai.models import Model

__all__ = ["SCHEMA", "Transcript"]

SCHEMA = 1
_MOST_EXCHANGES = 10_000
_MOST_NOTES = 10_000


@dataclass
class Transcript:
    """Everything that was said in one run, in the order of the answers. It may be added to from any thread, and holds no key.

    `texts`: instructions by their sha256. `pictures`: by their sha256; the exchanges name them.
    """

    exchanges: list[Exchange] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False, compare=False)

    def add(self, exchange: Exchange, *, instructions: str = "", pictures: Mapping[str, bytes] | None = None) -> None:
        """Keep an exchange, with the instructions that it had and the pictures that it names."""
        plain = without_keys(instructions)
        with self._lock:
            if plain:
                exchange.instructions = sha256_of(plain.encode())
                self.texts[exchange.instructions] = plain
            self.pictures.update(pictures or {})
            self.exchanges.append(exchange)

    def note(self, text: str) -> None:
        with self._lock:
            self.notes.append(without_keys(text))

    @property
    def spent(self) -> Spent:
        """What all of it used. `seconds`: that models took."""
        costs = [e.cost for e in self.exchanges if e.cost is not None]
        return Spent(
            sum(e.tries for e in self.exchanges),
            sum(e.usage.get("input_tokens", 0) for e in self.exchanges),
            sum(e.usage.get("output_tokens", 0) for e in self.exchanges),
            sum(e.seconds for e in self.exchanges),
            sum(costs) if costs else None,
        )

    def to_json(self) -> dict[str, Any]:
        """As JSON values; the pictures stay apart."""
        with self._lock:
            return {
                "schema": SCHEMA,
                "exchanges": [e.to_json() for e in self.exchanges],
                "notes": list(self.notes),
                "texts": dict(self.texts),
            }

    @classmethod
    def from_json(cls, values: Any, pictures: Mapping[str, bytes] | None = None) -> Transcript:
        """
        Raises:
            ModelError: the values are no transcript, or one of a newer version.
        """
        if not isinstance(values, dict) or type(values.get("schema")) is not int:
            raise ModelError("this is no transcript of a run: it has no schema number", kind="replay")
        if values["schema"] > SCHEMA:
            raise ModelError(
                f"this transcript has schema {values['schema']}, and this version reads up to {SCHEMA}: update Scenewright",
                kind="replay",
            )
        exchanges, notes, texts = values.get("exchanges"), values.get("notes"), values.get("texts")
        if not isinstance(exchanges, list) or not isinstance(notes, list) or not isinstance(texts, dict):
            raise ModelError("this is no transcript of a run: exchanges, notes or texts are missing", kind="replay")
        if len(exchanges) > _MOST_EXCHANGES or len(notes) > _MOST_NOTES:
            raise ModelError(f"this transcript has more than {_MOST_EXCHANGES:,} exchanges or notes", kind="replay")
        if not all(isinstance(n, str) for n in notes) or not all(isinstance(t, str) for t in texts.values()):
            raise ModelError("this is no transcript of a run: its notes and texts must be texts", kind="replay")
        read = [read_exchange(number, each) for number, each in enumerate(exchanges, 1)]
        return cls(read, list(notes), dict(texts), dict(pictures or {}))

    def replay(self, strict: bool = True) -> Model:
        """A model that gives these answers again, without a network.

        Args:
            strict: a request that differs from the recorded one is an error that names the role, the turn and the first line that
                differs; otherwise a note in the transcript of the new run.
        """
        from scenewright.app.language_models.replaying import ReplayModel

        return ReplayModel(self.exchanges, self.texts, self.pictures, strict=strict)

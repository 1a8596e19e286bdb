"""Who may talk to the server: a secret on disk, signed cookies, and the key in the address that ``scenewright studio`` prints."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
from pathlib import Path

from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_files import read_plain

__all__ = ["StudioKeys", "cookie_name"]

_FILE = "studio.secret"
_DAYS = 30
_SECRET_BYTES = 32


class StudioKeys:
    """Signs and checks. The secret outlives the server, so that a page that is open goes on after a restart."""

    def __init__(self, folder: Path) -> None:
        """
        Raises:
            ProjectError: the folder cannot be written.
        """
        self._secret = _kept_secret(folder / _FILE)

    @property
    def launch_key(self) -> str:
        """The key in the first address. Whoever has it may use the server as its own user."""
        return self._sign("launch")[:43]

    def is_launch_key(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.launch_key.encode())

    def cookie_for(self, owner: str) -> str:
        """A cookie that says who somebody is."""
        ends = int(time.time()) + _DAYS * 86_400
        said = f"{owner.encode().hex()}.{ends}"
        return f"{said}.{self._sign(said)}"

    def owner_of(self, cookie: str) -> str | None:
        """Who a cookie was given to; None where it is forged or too old."""
        said, _, signature = cookie.rpartition(".")
        if not said or not hmac.compare_digest(signature.encode(), self._sign(said).encode()):
            return None
        name, _, ends = said.partition(".")
        try:
            return bytes.fromhex(name).decode() if int(ends) > time.time() else None
        except ValueError:
            return None

    def _sign(self, said: str) -> str:
        return hmac.new(self._secret, said.encode(), hashlib.sha256).hexdigest()


def _kept_secret(file: Path) -> bytes:
    try:
        kept = read_plain(file, 4096, "the secret of the studio", root=file.parent)
        if len(kept) >= _SECRET_BYTES:
            return kept
    except ProjectError as error:
        if error.kind != "missing":
            raise
    secret = secrets.token_bytes(_SECRET_BYTES)
    staged = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # nobody else may read it, not even before it has its name
        descriptor = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(secret)
        staged.replace(file)
    except OSError as error:
        raise ProjectError(f"the studio cannot keep its secret in {file.parent}: {error.strerror or error}") from error
    return secret


def cookie_name(host: str) -> str:
    """The name of the cookie for a server, by the ``Host`` header: browsers send cookies to all ports of a host."""
    port = host.rpartition(":")[2]
    return f"scenewright_studio_{port}" if port.isdecimal() else "scenewright_studio"

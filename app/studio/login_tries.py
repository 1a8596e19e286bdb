"""How often somebody may try to log in: after some failures each further try waits longer, by address and by the name of the user.

Both are counted, since a guesser may use many addresses or try many names. The memory is bounded: what failed least recently is forgotten
first. A server behind a proxy sees the proxy's address for all, so that addresses may fail more often than names before they wait.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import math
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

__all__ = ["LoginGate", "TryLimits"]


@dataclass(frozen=True, slots=True)
class TryLimits:
    """`free_of_name`, `free_of_address`: failures before the first wait. Each further failure doubles the wait, from `first_seconds` to
    `most_seconds`. `forgotten_seconds`: after so long without a failure it begins anew. `kept`: names, and addresses, that are
    remembered."""

    free_of_name: int = 5
    free_of_address: int = 20
    first_seconds: float = 1.0
    most_seconds: float = 300.0
    forgotten_seconds: float = 3600.0
    kept: int = 4096


@dataclass(slots=True)
class _Failures:
    count: int
    last: float


class _Counter:
    """Failures by a key, the least recent first."""

    def __init__(self, free: int, limits: TryLimits) -> None:
        self._free, self._limits = free, limits
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def __len__(self) -> int:
        return len(self._failures)

    def wait(self, key: str, now: float) -> float:
        """Seconds until the key may try again; 0: now."""
        known = self._failures.get(key)
        if known is None:
            return 0.0
        limits, over = self._limits, known.count - self._free
        if now - known.last > limits.forgotten_seconds:
            del self._failures[key]
            return 0.0
        if over < 0:
            return 0.0
        # 2 ** over is bounded first: a count has no end
        delay = min(limits.first_seconds * 2.0 ** min(over, 60), limits.most_seconds)
        return max(known.last + delay - now, 0.0)

    def failed(self, key: str, now: float) -> None:
        known = self._failures.pop(key, _Failures(0, now))
        self._failures[key] = _Failures(known.count + 1, now)
        while len(self._failures) > self._limits.kept:
            self._failures.popitem(last=False)

    def took_back(self, key: str) -> None:
        """One failure less: it was none."""
        known = self._failures.get(key)
        if known is not None:
            known.count -= 1
            if known.count <= 0:
                del self._failures[key]

    def forget(self, key: str) -> None:
        self._failures.pop(key, None)


class LoginGate:
    """Checks passwords. Methods may be called from any thread.

    Attributes:
        clock: seconds, for the waits.
    """

    def __init__(
        self,
        users: Mapping[str, str],
        limits: TryLimits | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        limits = limits or TryLimits()
        self.clock = clock
        self._lock = threading.Lock()
        self._names = _Counter(limits.free_of_name, limits)
        self._addresses = _Counter(limits.free_of_address, limits)
        # passwords are compared by their digests: these are equally long, and nobody else can make them
        self._salt = secrets.token_bytes(32)
        self._digests = {name: self._digest(password) for name, password in users.items()}
        self._nobody = secrets.token_bytes(32)

    def remembered(self) -> int:
        """How many names and addresses are remembered, together."""
        with self._lock:
            return len(self._names) + len(self._addresses)

    def try_login(self, address: str, name: str, password: str) -> tuple[bool, int]:
        """Whether the password is that of the user, and for how many seconds this must not be tried again (0: at once).

        While somebody has to wait nothing is looked at, and the right password is refused, too. A name that nobody has is treated as all
        others are.
        """
        host, user = network_of(address), hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:32]
        with self._lock:
            now = self.clock()
            wait = max(self._names.wait(user, now), self._addresses.wait(host, now))
            if wait > 0.0:
                return False, math.ceil(wait)
            # counted before it is looked at: many tries at once are many
            self._names.failed(user, now)
            self._addresses.failed(host, now)
        fits = hmac.compare_digest(self._digests.get(name, self._nobody), self._digest(password))
        with self._lock:
            if fits:
                self._names.forget(user)
                self._addresses.took_back(host)
                return True, 0
            wait = max(self._names.wait(user, now), self._addresses.wait(host, now))
        return False, math.ceil(wait)

    def _digest(self, password: str) -> bytes:
        return hmac.new(self._salt, password.encode("utf-8", "replace"), hashlib.sha256).digest()


def network_of(address: str) -> str:
    """What one guesser can have of an address: of IPv6 the half that a provider gives to one customer."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped) if mapped is not None else str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)

"""What went wrong with a request to a model, in one message: where, what, and what to do.

A fault is read from what was seen on the wire (:class:`~scenewright.app.language_models.wire.WireView`), and only where nothing was, from
the exception. So it reads the same for every provider.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.hidden_keys import without_keys
from scenewright.app.language_models.errors import ModelError
from scenewright.app.language_models.names import ModelPlace, shown_address
from scenewright.app.language_models.server_words import (
    MOST_SAID,
    address_remedy,
    as_text,
    is_web_page,
    proxy_words,
    quoted,
    retry_after,
    said,
    server_remedy,
)
from scenewright.app.language_models.wire import MOST_BYTES, WireView
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelResponse

__all__ = ["Fault", "fault_of_error", "fault_of_response"]

_MOST_REPLY = 4_000_000
"""Characters of a reply."""

_TOO_LONG = re.compile(
    r"context.{0,12}(length|window|size)|maximum context|too many tokens|prompt is too long|exceed.{0,40}tokens|too many images",
    re.I,
)
_TOOLS = re.compile(r"\btools?\b|tool[_ -]choice|function[_ -]call", re.I)
_PICTURES = re.compile(r"\bimages?\b|image_url|\bvision\b|multi-?modal", re.I)
_LACKS = re.compile(
    r"not\b.{0,20}support|unsupported|no endpoints|mmproj|not a (vision|multi)|text[ -]only|missing data", re.I
)
_SEEING = "take a model that sees"
_NO_CREDIT = re.compile(r"insufficient_quota|billing|credit balance|exceeded your current quota|payment", re.I)
_MODEL = re.compile("model", re.I)
_NO_MODEL = re.compile(
    r"\bmodel\b.{0,80}(not (found|exist|available|loaded|a valid)|unknown)|(unknown|invalid|no such|valid) model\b",
    re.I,
)
_KEY = re.compile(r"api[ _-]?key", re.I)
_UNKNOWN_HOST = re.compile("name or service|nodename|getaddrinfo|name resolution|no address", re.I)
_NO_TRUST = re.compile("certificate|ssl|tls", re.I)

_PASSING = frozenset({408, 500, 502, 503, 504, 520, 522, 524, 529})
"""Answers of a server that may be well again in a moment."""
_OWN_FAULTS = frozenset({500, 501})
"""Answers with which some local servers refuse tools and pictures."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`what` happened, and what `remedy` there is. `again`: how often the same request may be sent again. `after`: the seconds that the
    server asks to wait before; None where it says nothing. `field`: of a request, that would mend it."""

    kind: str
    what: str
    remedy: str = ""
    again: int = 0
    after: float | None = None
    field: str = ""

    def error(self, place: ModelPlace, *, tries: int = 1) -> ModelError:
        """The error of this fault. It holds no key."""
        tried = f"; asked {tries} times" if tries > 1 else ""
        remedy = f": {self.remedy}" if self.remedy else ""
        error = ModelError(without_keys(f"{place} {self.what}{tried}{remedy}"), kind=self.kind)
        return error.about(self.field) if self.field else error


def fault_of_error(
    error: Exception,
    sight: WireView,
    place: ModelPlace,
    *,
    timed_out: float | None = None,
    tools: bool = False,
    pictures: bool = False,
) -> Fault | None:
    """The fault of a request that raised; None: the exception is none of a model, but a fault of ours.

    Args:
        timed_out: the seconds after which we stopped to wait; None: we did not.
        tools: whether the request had tools.
        pictures: whether it had pictures.
    """
    if isinstance(error, ScenewrightError):
        return None
    if timed_out is not None:
        return Fault(
            "time-out",
            f"gave no answer within {timed_out:.3g} s",
            "ask for less, allow more time (timeout, or the seconds of the budget), or take a faster model",
        )
    if sight.too_large:
        return Fault(
            "too-large", f"answered with more than {MOST_BYTES / 1e6:.0f} MB, which is not read", address_remedy(place)
        )
    if sight.failure is not None:
        return _transport_fault(sight.failure, place)
    if sight.status and not 200 <= sight.status < 300:
        return _status_fault(sight, place, tools, pictures)
    if sight.status:
        return _answer_fault(sight, place, error)
    return _pydantic_fault(error, place, tools, pictures)


def _transport_fault(failure: Exception, place: ModelPlace) -> Fault:
    """No answer came."""
    name = type(failure).__name__
    words = f"{failure} {failure.__cause__ or ''} {failure.__context__ or ''}"
    way = proxy_words(place)
    field = "base_url" if place.local else ""

    def unreachable(what: str, remedy: str) -> Fault:
        return Fault("unreachable", f"cannot be reached: {what}{way}", remedy, field=field)

    if name == "ProxyError":
        return unreachable("the proxy refuses", "set the proxy right, or list the host in NO_PROXY")
    if name == "ConnectTimeout":
        return unreachable("it takes no connection within 10 s", server_remedy(place))
    if name == "ConnectError" and _UNKNOWN_HOST.search(words):
        return unreachable("its host name is unknown", "is the address right, and is there a network?")
    if name == "ConnectError" and _NO_TRUST.search(words):
        return unreachable(
            "no trusted encrypted connection", "is it http, not https, or does a proxy stand in between?"
        )
    if name == "ConnectError":
        return unreachable("the connection was refused", server_remedy(place))
    if "Timeout" in name:
        return Fault("time-out", "gave no answer in time", "ask for less, allow more time, or take a faster model")
    if name in ("LocalProtocolError", "UnsupportedProtocol", "InvalidURL"):
        return unreachable("its address or key cannot be sent", "set both again, the address like http://host:port/v1")
    return Fault(
        "dropped", "closed the connection before its answer was whole", "look into its log, or try again later", again=2
    )


def _status_fault(sight: WireView, place: ModelPlace, tools: bool, pictures: bool) -> Fault:
    """The server answered with an error."""
    status, words = sight.status, said(sight)
    told = f"{status}, {quoted(words)}" if words else str(status)
    if 300 <= status < 400:
        to = shown_address(sight.location) if sight.location else "nowhere"
        what = f"sends elsewhere ({status}, to {to}), and no key is sent there"
        return Fault("redirect", what, "give the address that it points to", field="base_url")
    if status in (401, 403) or (status == 400 and _KEY.search(words)):
        return _refused_key(sight, place, told)
    if status == 402 or (status == 429 and _NO_CREDIT.search(words)):
        remedy = "add credit with the provider, or take another model"
        return Fault("no-credit", f"has no credit left for this key ({told})", remedy)
    if status == 429:
        after = retry_after(sight)
        asks = f", and asks to wait {after:,.0f} s" if after and after >= 1.0 else ""
        what = f"takes no more requests for now ({told}){asks}"
        return Fault("busy", what, "wait a while, or take another model", again=4, after=after)
    if tools and _TOOLS.search(words) and (status not in _PASSING or status in _OWN_FAULTS):
        return Fault("tools", f"takes no tools ({told})", "take a model that does")
    if pictures and _no_pictures(words) and (status not in _PASSING or status in _OWN_FAULTS):
        return Fault("no-pictures", f"takes no pictures ({told})", _SEEING)
    if status in _PASSING or status > 500:
        remedy = "try again later, or look into its log" if place.local else "try again later"
        return Fault("server", f"has a fault of its own ({told})", remedy, again=2, after=retry_after(sight))
    if status == 404 or _NO_MODEL.search(words):
        return _not_found(sight, place, told)
    if status == 413 or _TOO_LONG.search(words):
        remedy = "shorten the request, show fewer pictures, or take a model with a longer context"
        return Fault("too-long", f"cannot read so much ({told})", remedy)
    remedy = address_remedy(place) if is_web_page(sight) else "is this the right model for it?"
    return Fault("refused-request", f"refused the request ({told})", remedy)


def _no_pictures(words: str) -> bool:
    """Whether it is said that there may be no pictures at all, rather than none so large or so many."""
    return _PICTURES.search(words) is not None and _LACKS.search(words) is not None


def _refused_key(sight: WireView, place: ModelPlace, told: str) -> Fault:
    if is_web_page(sight):
        what = f"does not let us in ({sight.status}, with a web page)"
        return Fault("refused-key", what, "a proxy or a login stands in between: look at the address")
    where = f" in {' or '.join(place.key_names)}" if place.key_names else ""
    return Fault("refused-key", f"refused the key ({told})", f"set a valid key{where}")


def _not_found(sight: WireView, place: ModelPlace, told: str) -> Fault:
    if is_web_page(sight) or not _MODEL.search(said(sight)):
        what = f"has neither this model nor a model interface there ({told})"
        return Fault("unknown-model", what, f"name a model that it has; {address_remedy(place)}", field="model")
    remedy = "name one that it has, or load it there first" if place.local else "name one that it has"
    return Fault("unknown-model", f"does not know this model ({told})", remedy, field="model")


def _answer_fault(sight: WireView, place: ModelPlace, error: Exception | None = None) -> Fault:
    """The server answered well, but not with what a model answers."""
    field = "base_url" if place.local else ""
    kind = cut(sight.content_type, 60) or "no content type"
    if is_web_page(sight):
        remedy = f"a proxy stands in between, or {address_remedy(place)}"
        return Fault("not-json", "answered with a web page instead of JSON", remedy, field=field)
    if not sight.head.strip():
        return Fault("empty", "answered with nothing", "look into its log, or take another model", again=1)
    if "json" not in sight.content_type:
        return Fault(
            "not-json", f"answered with {kind} instead of application/json", address_remedy(place), field=field
        )
    if not sight.is_json:
        return Fault("not-json", "answered with cut-off or malformed JSON", address_remedy(place), again=1, field=field)
    words = said(sight)
    told = quoted(words) if words else _missing(error)
    what = f"answered with JSON that is no reply of a model{f' ({told})' if told else ''}"
    return Fault("not-a-model", what, address_remedy(place), field=field)


def _missing(error: Exception | None) -> str:
    """The first field that a client missed in an answer; '' where it does not say."""
    from pydantic import ValidationError

    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, ValidationError):
        seen = seen.__cause__ or seen.__context__
    if seen is None:
        return ""
    first = seen.errors(include_url=False, include_input=False)[0]
    return cut(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", 120)


def _pydantic_fault(error: Exception, place: ModelPlace, tools: bool, pictures: bool) -> Fault | None:
    """Nothing was seen on the wire: a model of this process, or one whose request was not even sent."""
    from pydantic_ai.exceptions import AgentRunError, ModelHTTPError, UserError

    words = cut(str(error), MOST_SAID)
    if isinstance(error, ModelHTTPError):
        seen = WireView(status=error.status_code, head=as_text(error.body), is_json=True)
        return _status_fault(seen, place, tools, pictures)
    if isinstance(error, AgentRunError | UserError):
        if pictures and _no_pictures(words):
            return Fault("no-pictures", f"takes no pictures ({words})", _SEEING)
        kind = "tools" if tools and _TOOLS.search(words) else "invalid"
        return Fault(kind, f"gave no answer ({words})")
    if isinstance(error, OSError):
        return Fault("unreachable", f"cannot be reached ({words})", server_remedy(place))
    return None


def fault_of_response(response: ModelResponse, sight: WireView, place: ModelPlace) -> Fault | None:
    """The fault of an answer that came: nothing in it, a refusal, or too much."""
    text = response.text or ""
    if len(text) > _MOST_REPLY:
        what = f"answered with {len(text):,} characters, and {_MOST_REPLY:,} are read"
        return Fault("too-large", what, "ask for less")
    if response.finish_reason == "content_filter":
        words = _refusal_words(response)
        why = quoted(words) if words else "its content filter"
        return Fault("content-filter", f"declines to answer ({why})", "word it differently, or take another model")
    if text.strip() or response.tool_calls:
        return None
    if response.finish_reason == "length":
        what = "used up its length limit before it said anything"
        return Fault("cut-off", what, "raise max_tokens, or let it think less")
    if sight.status and sight.head.strip() and ("json" not in sight.content_type or not sight.is_json or said(sight)):
        return _answer_fault(sight, place)  # an SDK that reads whatever comes
    return Fault("empty", "answered with nothing", "ask again, or take another model", again=1)


def _refusal_words(response: ModelResponse) -> str:
    details = response.provider_details or {}
    for name in ("refusal", "refusal_explanation", "explanation"):
        if isinstance(details.get(name), str):
            return str(details[name])
    return response.text or ""

"""Guessing passwords takes ever longer, by address and by name, in bounded memory; who knows the password is let in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from scenewright.app.studio import StudioServer
from scenewright.app.studio.login_tries import LoginGate, TryLimits, network_of
from tests.support.browser_pages import BrowserPages
from tests.support.running_studio import running_studio

USERS = {"anna": "apple", "bob": "pear", "zoë": "pfläume"}


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def gate_of(clock: Clock, **limits: float) -> LoginGate:
    return LoginGate(USERS, TryLimits(**limits), clock=clock)  # type: ignore[arg-type]


def test_waits_double_and_have_an_end(clock: Clock) -> None:
    gate = gate_of(clock)
    waits = []
    for number in range(16):
        fits, wait = gate.try_login(f"10.0.{number}.1", "anna", "wrong")
        assert not fits
        waits.append(wait)
        clock.now += wait
    assert waits[:8] == [0, 0, 0, 0, 1, 2, 4, 8]
    assert waits[-1] == 300


def test_the_right_password_waits_too_and_then_begins_anew(clock: Clock) -> None:
    gate = gate_of(clock)
    for number in range(5):
        gate.try_login(f"10.0.{number}.1", "anna", "wrong")
    assert gate.try_login("10.9.9.9", "anna", "apple") == (False, 1)
    clock.now += 1
    assert gate.try_login("10.9.9.9", "anna", "apple") == (True, 0)
    assert gate.try_login("10.9.9.9", "anna", "wrong") == (False, 0)
    # others are not kept waiting for what somebody does with a name
    assert gate.try_login("10.9.9.9", "bob", "pear") == (True, 0)


def test_one_address_cannot_try_many_names(clock: Clock) -> None:
    gate = gate_of(clock)
    answers = [gate.try_login("192.0.2.7", f"user{n}", "123456")[1] for n in range(25)]
    assert answers[:19] == [0] * 19
    assert answers[-1] >= 1
    assert gate.try_login("192.0.2.7", "anna", "apple")[0] is False
    assert gate.try_login("192.0.2.8", "anna", "apple") == (True, 0)


def test_logging_in_often_is_no_failure(clock: Clock) -> None:
    gate = gate_of(clock)
    assert all(gate.try_login("192.0.2.7", "zoë", "pfläume") == (True, 0) for _ in range(200))
    assert gate.remembered() == 0


def test_many_tries_at_once_are_many(clock: Clock) -> None:
    gate, looked = gate_of(clock), []

    def guess() -> None:
        looked.append(gate.try_login("192.0.2.7", "anna", "wrong"))

    threads = [threading.Thread(target=guess) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(1 for _, wait in looked if wait) >= 35
    clock.now += 1  # only what was looked at counts
    assert gate.try_login("192.0.2.8", "anna", "apple") == (True, 0)


def test_failures_are_forgotten_after_an_hour(clock: Clock) -> None:
    gate = gate_of(clock)
    for _ in range(5):
        gate.try_login("192.0.2.7", "anna", "wrong")
    clock.now += 3601
    assert [gate.try_login("192.0.2.7", "anna", "wrong")[1] for _ in range(5)] == [0, 0, 0, 0, 1]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 400), st.text(max_size=20), st.text(max_size=8)), max_size=300))
def test_memory_is_bounded_whatever_comes(tries: list[tuple[int, str, str]]) -> None:
    clock = Clock()
    gate = gate_of(clock, kept=50)
    for host, name, password in tries:
        fits, wait = gate.try_login(f"10.1.{host // 200}.{host % 200}", name, password)
        assert fits == (USERS.get(name) == password and wait == 0)
        assert 0 <= wait <= 300
        clock.now += 0.1
    assert gate.remembered() <= 100


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("", "nonsense", True),
    ],
)
def test_addresses_of_one_customer_are_one(one: str, other: str, same: bool) -> None:
    assert (network_of(one) == network_of(other)) is same


# -- in the running studio ------------------------------------------------------------------------------------------------


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StudioServer]:
    with running_studio(tmp_path, users=USERS) as running:
        yield running


def test_the_login_page_says_how_long_to_wait(
    server: StudioServer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        server.context.gate, "clock", clock
    )  # on a slow machine the first wait is over before the last try
    base = f"http://localhost:{server.port}"
    for _ in range(4):
        assert httpx.post(f"{base}/login", data={"name": "anna", "password": "x"}).status_code == 401
    for _ in range(12):
        answer = httpx.post(f"{base}/login", data={"name": "anna", "password": "x"})
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) >= 1
        assert f"Wait {answer.headers['retry-after']} second" in answer.text
    # programs that send a password with each request are counted, too, and forged addresses do not help
    forged = {"x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9", "forwarded": "for=203.0.113.9"}
    answer = httpx.get(f"{base}/api/places", auth=("anna", "apple"), headers=forged)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert httpx.get(f"{base}/api/places", auth=("bob", "pear")).status_code == 200


def test_who_is_in_stays_in_while_others_guess(server: StudioServer) -> None:
    base = f"http://localhost:{server.port}"
    with httpx.Client(base_url=base) as anna:
        assert anna.post("/login", data={"name": "anna", "password": "apple"}).status_code == 303
        for _ in range(10):
            httpx.post(f"{base}/login", data={"name": "anna", "password": "x"})
        assert anna.get("/api/places").status_code == 200


@pytest.mark.slow
def test_a_person_who_waits_gets_in(server: StudioServer, pages: BrowserPages) -> None:
    pages.expect("401|429|Failed to load resource")
    page = pages.open()
    page.goto(f"http://localhost:{server.port}/")
    for _ in range(5):
        page.get_by_label("Name").fill("anna")
        page.get_by_label("Password").fill("wrong")
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("Wait")
    # a try that comes too early is not counted
    for _ in range(100):
        page.get_by_label("Name").fill("anna")
        page.get_by_label("Password").fill("apple")
        page.get_by_role("button", name="Log in").click()
        page.wait_for_load_state()
        if "/login" not in page.url:
            return
        expect(page.get_by_role("alert")).to_contain_text("Wait")
    raise AssertionError("the right password was refused for too long")

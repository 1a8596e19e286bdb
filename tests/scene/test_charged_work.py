"""Work is charged, not waiting for others."""

from __future__ import annotations

import time

from scenewright.scene.charged_work import ChargedWork, once_for_all


def spin(seconds: float) -> None:
    """Work for so long."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_work_is_charged_in_full() -> None:
    with ChargedWork() as charged:
        spin(0.05)
    assert charged.seconds >= 0.05


def test_waiting_is_charged_a_little() -> None:
    with ChargedWork() as charged:
        time.sleep(0.16)
    assert 0.02 <= charged.seconds < 0.16


def test_what_is_loaded_once_for_all_is_free() -> None:
    with ChargedWork() as charged:
        with once_for_all():
            spin(0.1)
            time.sleep(0.2)
        spin(0.01)
    assert 0.01 <= charged.seconds < 0.1


def test_an_inner_charge_does_not_spare_the_outer_one_twice() -> None:
    with ChargedWork() as outer:
        spin(0.02)
        with ChargedWork() as inner, once_for_all():
            spin(0.05)
    assert inner.seconds < 0.05
    assert outer.seconds >= 0.07


def test_outside_of_a_charge_nothing_is_marked() -> None:
    with once_for_all():
        spin(0.001)

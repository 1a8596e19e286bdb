"""Work is charged, not waiting for others."""

from __future__ import annotations

import time

from scenewright.scene.effort import Effort, once_for_all


def spin(seconds: float) -> None:
    """Work for so long."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_work_is_charged_in_full() -> None:
    with Effort() as effort:
        spin(0.05)
    assert effort.seconds >= 0.05


def test_waiting_is_charged_a_little() -> None:
    with Effort() as effort:
        time.sleep(0.16)
    assert 0.02 <= effort.seconds < 0.16


def test_what_is_loaded_once_for_all_is_free() -> None:
    with Effort() as effort:
        with once_for_all():
            spin(0.1)
            time.sleep(0.2)
        spin(0.01)
    assert 0.01 <= effort.seconds < 0.1


def test_an_inner_effort_does_not_spare_the_outer_one_twice() -> None:
    with Effort() as outer:
        spin(0.02)
        with Effort() as inner, once_for_all():
            spin(0.05)
    assert inner.seconds < 0.05
    assert outer.seconds >= 0.07


def test_outside_of_an_effort_nothing_is_marked() -> None:
    with once_for_all():
        spin(0.001)

"""The order in which pictures of catalogue objects are drawn."""

from scenewright.app.studio.picture_queue import PictureJob, PictureQueue


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def job(key: str) -> PictureJob:
    return "anna", key, 160


def drained(queue: PictureQueue) -> list[str]:
    found = []
    while (one := queue.next()) is not None:
        found.append(one[1])
    return found


def test_a_view_is_drawn_in_its_order_the_newest_first() -> None:
    clock = Clock()
    queue = PictureQueue(100, clock=clock)
    for key in "abc":
        queue.ask(job(key))
    clock.now = 5.0
    for key in "xbz":
        queue.ask(job(key))
    assert drained(queue) == ["x", "b", "z", "a", "c"]


def test_what_nobody_asked_for_comes_last() -> None:
    queue = PictureQueue(100)
    for key in "abcd":
        queue.prepare(job(key))
    queue.ask(job("c"))
    queue.prepare(job("c"))
    assert len(queue) == 4
    assert drained(queue) == ["c", "a", "b", "d"]


def test_what_was_looked_at_long_ago_is_dropped_first() -> None:
    clock = Clock()
    queue = PictureQueue(3, clock=clock)
    queue.prepare(job("ahead"))
    for step, key in enumerate("abcd"):
        clock.now = float(step)
        queue.ask(job(key))
    queue.prepare(job("no room"))
    assert drained(queue) == ["d", "c", "b"]
    assert len(queue) == 0

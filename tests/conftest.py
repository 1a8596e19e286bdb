"""What is known not to hold yet: these run and are reported as expected failures, each with what is missing."""

from __future__ import annotations

import pytest

KNOWN_GAPS = {
    r"-\r]": "edits of a text whose lines end with a bare carriage return",
    "test_what_is_inside_does_not_shift_the_point_that_it_turns_about": "an adjust measured after adjusts below it",
    "test_a_colour_inside": "a colour adjust below a coloured parent",
    "test_of_a_loop_with_the_values_that_its_arguments_had": "duplicating what a loop made, with its arguments' values",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "test_edits.py" in item.nodeid:
            for name, gap in KNOWN_GAPS.items():
                if name in item.nodeid:
                    item.add_marker(pytest.mark.xfail(reason=gap, strict=False))

"""Work in order, here or in processes."""

from __future__ import annotations

import os

import pytest

from harborward.domain.errors import HarborwardError
from harborward.services.pool import spread


def square(number: int) -> int:
    """Return a square."""
    return number * number


def die(_number: int) -> int:
    """End the process without a word."""
    os._exit(9)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    """However many work on them."""
    numbers = range(50)
    found = list(spread(square, numbers, workers=workers))
    assert found == [n * n for n in numbers]


def test_a_process_that_dies_is_an_error_with_advice() -> None:
    """Not a traceback, and not a hang."""
    with pytest.raises(HarborwardError, match="Run again"):
        list(spread(die, [1], workers=2))

"""Work spread over processes, results in order, never more in flight than a window."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, TypeVar

from harborward.domain.errors import HarborwardError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

Job = TypeVar("Job")
Result = TypeVar("Result")

#: Jobs in flight for each worker: enough to keep it busy past one slow job.
WINDOW: Final = 8


def spread(
    work: Callable[[Job], Result], jobs: Iterable[Job], *, workers: int
) -> Generator[Result, None, None]:
    """Yield ``work(job)`` for each job, in the order of the jobs.

    One worker means this process. More are spawned, not forked, so that none inherits
    an open file; ``work``, jobs and results must pickle and hold no text.

    Raises:
        HarborwardError: a worker process ended before its work was done.
    """
    if workers == 1:
        yield from map(work, jobs)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield from _ordered(pool, work, jobs, window=workers * WINDOW)
    except BrokenProcessPool:
        msg = "a worker process ended before its work was done"
        advice = "Run again to go on; if it was out of memory, lower --workers"
        raise HarborwardError(msg, advice=advice) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Start a worker process, which ends with its parent.

    An interrupt from the keyboard reaches every process; the parent alone answers it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """End this process when its parent does, even by a kill that nobody can handle."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _ordered(
    pool: ProcessPoolExecutor, work: Callable[[Job], Result], jobs: Iterable[Job], *, window: int
) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    for job in jobs:
        if len(waiting) >= window:
            yield waiting.popleft().result()
        waiting.append(pool.submit(work, job))
    while waiting:
        yield waiting.popleft().result()

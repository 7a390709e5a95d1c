"""Many pieces of work at the same time: in processes on this machine, or on a Dask cluster that is already there."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import TypeVar

from msgspec import Struct

from edi_reports.model.messages import cannot_continue

Piece = TypeVar("Piece")
Result = TypeVar("Result")
Told = Callable[[int], None]

MOST_PROCESSES = 61  # Windows waits for no more
SECONDS_TO_ANSWER = 10
SECONDS_FOR_A_WORKER = 60


class Workers(Struct, frozen=True):
    """Who works: so many processes, or the Dask cluster whose scheduler is at this address. One process is this one."""

    jobs: int = 1
    scheduler: str = ""


def spread(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], workers: Workers, done: Told
) -> list[Result | Exception]:
    """What `work` gives for each piece, in their order; for a piece whose worker was lost, the error that says how.

    `work` and the pieces must be such as can be handed to another process. `done` hears how many are done.
    Raises CannotContinue, before any work is begun, when the cluster cannot be used.
    """
    if workers.scheduler:
        with _cluster(workers.scheduler) as cluster:
            return _outcomes(cluster, work, pieces, done)
    if workers.jobs > 1:
        return _in_processes(work, pieces, workers.jobs, done)
    results: list[Result | Exception] = []
    for piece in pieces:
        done(len(results))
        results.append(work(piece))
    return results


def _in_processes(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], jobs: int, done: Told
) -> list[Result | Exception]:
    with _processes(min(jobs, len(pieces), MOST_PROCESSES)) as pool:
        outcomes = _outcomes(pool, work, pieces, done)
    # A process that dies takes all its pool with it: what was lost is done once more, each piece in a pool of its own.
    for number, outcome in enumerate(outcomes):
        if isinstance(outcome, BrokenExecutor):
            with _processes(1) as pool:
                [outcomes[number]] = _outcomes(pool, work, [pieces[number]], lambda _: None)
    return outcomes


def _processes(number: int) -> ProcessPoolExecutor:
    # Spawned processes are the same on every system, and a fork would copy the thread that shows the progress.
    spawned = multiprocessing.get_context("spawn")
    # Ctrl+C reaches every process of a terminal: this one stops the run, the others end the piece they are at.
    return ProcessPoolExecutor(number, spawned, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))


def _outcomes(
    executor: Executor, work: Callable[[Piece], Result], pieces: Sequence[Piece], done: Told
) -> list[Result | Exception]:
    futures = [_future(executor, work, piece) for piece in pieces]
    try:
        for number, _ in enumerate(as_completed(futures), 1):
            done(number)
    except BaseException:
        for future in futures:
            future.cancel()
        raise
    outcomes: list[Result | Exception] = []
    for future in futures:
        try:
            outcomes.append(future.result())
        except Exception as error:
            outcomes.append(error)
    return outcomes


def _future(executor: Executor, work: Callable[[Piece], Result], piece: Piece) -> Future[Result]:
    try:
        return executor.submit(work, piece)
    except BrokenExecutor as error:
        lost: Future[Result] = Future()
        lost.set_exception(error)
        return lost


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise cannot_continue("no-cluster") from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of a lost cluster is said as a finding
    try:
        asyncio.run(_call(address))
    except Exception as error:  # whatever answers there may be no scheduler at all
        raise cannot_continue("no-scheduler", address=address, reason="it does not answer") from error
    with Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False) as client:
        try:
            client.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
        except TimeoutError as error:
            raise cannot_continue("no-scheduler", address=address, reason="it has no worker") from error
        with client.get_executor(pure=False) as executor:
            yield executor


async def _call(address: str) -> None:
    """Connect to a scheduler once: a client that finds none would hang at the end of the program."""
    from distributed.comm import connect

    async with asyncio.timeout(SECONDS_TO_ANSWER):
        comm = await connect(address, timeout=SECONDS_TO_ANSWER)
        await comm.close()

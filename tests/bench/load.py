"""A load client of the standard library: one process per client, so that Python's lock does not slow it down."""

import contextlib
import http.client
import math
import multiprocessing
import multiprocessing.queues
import multiprocessing.synchronize
import signal
import time
from dataclasses import dataclass

REQUEST_SECONDS = 30  # no answer after this long: the run ends with an error
CELL_SECONDS = 90  # a client sends nothing more after this long
BROWSER = "Mozilla/5.0 (make bench)"  # what a person's browser says; visits of robots are not counted
FORK = multiprocessing.get_context("fork")


class BenchError(Exception):
    """A server answered wrongly or not at all; there is nothing to measure."""


@dataclass(frozen=True)
class Target:
    """Pages of one server. With several paths, each client asks for them in turn; `sessions` stand beside the paths."""

    name: str
    port: int
    paths: tuple[str, ...]
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What one number of clients measured on one target; times in milliseconds."""

    count: int
    p50: float
    p95: float
    per_second: float
    client_cpu: float  # what the load client itself needed per request


@dataclass(frozen=True)
class Share:
    """What one client measured; times in seconds, on a clock that all processes share."""

    times: list[float]
    began: float
    ended: float
    cpu: float
    error: str = ""


def fetch(
    connection: http.client.HTTPConnection, port: int, path: str, encodings: str, session: str = "", visitor: str = ""
) -> tuple[int, str, bytes]:
    """Status, content encoding and body of one page. The connection is kept where the server keeps it. A server behind a
    proxy takes it for a request of the visitor with this address."""
    headers = {"Host": f"localhost:{port}", "Accept-Encoding": encodings, "User-Agent": BROWSER}
    if session:
        headers["Cookie"] = f"sessionid={session}"
    if visitor:
        headers["X-Forwarded-For"] = visitor
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Content-Encoding") or "", answer.read()


def open_connection(port: int) -> contextlib.closing[http.client.HTTPConnection]:
    return contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=REQUEST_SECONDS))


def measure(target: Target, clients: int, requests: int) -> Cell:
    """Send this many requests from this many clients at once. Call `warm` before."""
    barrier, results = FORK.Barrier(clients), FORK.Queue()
    share = max(requests // clients, 1)
    processes = [
        FORK.Process(target=_client, args=(target, number, share, barrier, results), daemon=True)
        for number in range(clients)
    ]
    try:
        for process in processes:
            process.start()
        shares: list[Share] = [results.get(timeout=CELL_SECONDS + 2 * REQUEST_SECONDS) for _process in processes]
    finally:
        for process in processes:
            if process.pid:
                process.kill()
                process.join()
    for error in filter(None, (one.error for one in shares)):
        raise BenchError(f"{target.name}: {error}")
    times = sorted(seconds for one in shares for seconds in one.times)
    took = max(one.ended for one in shares) - min(one.began for one in shares)
    return Cell(
        count=len(times),
        p50=percentile(times, 50) * 1000,
        p95=percentile(times, 95) * 1000,
        per_second=len(times) / took,
        client_cpu=sum(one.cpu for one in shares) / len(times) * 1000,
    )


def warm(target: Target, workers: int) -> None:
    """Enough requests at once that every worker of the server has imported, compiled and cached what the pages need."""
    measure(target, clients=2 * workers, requests=2 * workers * 6 * len(target.paths))


def percentile(ordered: list[float], percent: int) -> float:
    """Nearest rank: a time that really occurred."""
    return ordered[max(math.ceil(len(ordered) * percent / 100) - 1, 0)]


def _client(
    target: Target,
    number: int,
    requests: int,
    barrier: multiprocessing.synchronize.Barrier,
    results: multiprocessing.queues.Queue,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its clients
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    times: list[float] = []
    error = ""
    with open_connection(target.port) as connection:
        barrier.wait(timeout=REQUEST_SECONDS)
        cpu, began = time.process_time(), time.monotonic()
        for turn in range(requests):
            which = (number + turn) % len(target.paths)
            path, session = target.paths[which], target.sessions[which] if target.sessions else ""
            start = time.monotonic()
            try:
                visitor = (
                    f"10.{number}.{turn // 250}.{turn % 250}"  # many people: what one may ask in a minute is limited
                )
                status, _encoding, _body = fetch(connection, target.port, path, "identity", session, visitor)
            except (OSError, http.client.HTTPException) as problem:
                error = f"{path}: {problem!r}"
                break
            times.append(time.monotonic() - start)
            if status != 200:
                error = f"{path} answered {status}"
                break
            if time.monotonic() - began > CELL_SECONDS:
                break
        ended, cpu = time.monotonic(), time.process_time() - cpu
    results.put(Share(times, began, ended, cpu, error))

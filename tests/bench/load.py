"""A load client: one process per client, so that the GIL does not slow it down."""

import contextlib
import http.client
import math
import multiprocessing
import multiprocessing.queues
import multiprocessing.synchronize
import signal
import time
from dataclasses import dataclass

REQUEST_SECONDS = 30  # timeout, after which the run fails
CELL_SECONDS = 90  # after which a client sends no further requests
BROWSER = "Mozilla/5.0 (make bench)"  # looks like a browser, because visits of robots are not counted
FORK = multiprocessing.get_context("fork")


class BenchError(Exception):
    """A server failed, so that there is nothing to measure."""


@dataclass(frozen=True)
class Target:
    """Pages of one server, which each client requests in turn; `sessions` has a session key for each path, or is empty."""

    name: str
    port: int
    paths: tuple[str, ...]
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """Result for one target and number of clients; times in milliseconds."""

    count: int
    p50: float
    p95: float
    per_second: float
    client_cpu: float  # per request


@dataclass(frozen=True)
class Share:
    """Result of one client; times in seconds, on a clock that all processes share."""

    times: list[float]
    began: float
    ended: float
    cpu: float
    error: str = ""


def fetch(
    connection: http.client.HTTPConnection, port: int, path: str, encodings: str, session: str = "", visitor: str = ""
) -> tuple[int, str, bytes]:
    """Status, content encoding and body of one page. `visitor` is an IP address for X-Forwarded-For."""
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
    """Send `requests` requests from concurrent clients. Call `warm` before."""
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
    """Send enough concurrent requests to fill the caches of every worker."""
    measure(target, clients=2 * workers, requests=2 * workers * 6 * len(target.paths))


def percentile(ordered: list[float], percent: int) -> float:
    """A percentile by nearest rank."""
    return ordered[max(math.ceil(len(ordered) * percent / 100) - 1, 0)]


def _client(
    target: Target,
    number: int,
    requests: int,
    barrier: multiprocessing.synchronize.Barrier,
    results: multiprocessing.queues.Queue,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent terminates its clients
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
                visitor = f"10.{number}.{turn // 250}.{turn % 250}"  # many visitors, because of rate limits
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

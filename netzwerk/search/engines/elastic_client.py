"""Calls an Elasticsearch server: one client per process, short timeouts for searches, EngineDown for every error."""

import os
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from elasticsearch import ApiError, ConnectionError, Elasticsearch, TransportError
from elasticsearch.dsl.exceptions import ElasticsearchDslException
from elasticsearch.helpers import BulkIndexError, ScanError
from urllib3 import Timeout

from netzwerk.search.engines.port import EngineDown

Result = TypeVar("Result")

# Added to the timeout of a search, for what no socket timeout covers: slow name resolution, an answer that trickles in.
GRACE = 0.1
WRITE_TIMEOUT = Timeout(connect=3, read=60)
FAST = 0.1  # a failure within this time has kept no reader waiting
PAUSE = 10.0  # without searches after one that timed out
CONCURRENT_SEARCHES = 10  # per process; as many as the client has connections
# What the client raises, and what parsing an answer raises that does not come from Elasticsearch.
ERRORS = (
    *(TransportError, ApiError, ElasticsearchDslException, BulkIndexError, ScanError),
    *(LookupError, TypeError, ValueError, AttributeError, OSError, RuntimeError),
)


class ElasticClient:
    """Connects at the first call, and again in each forked process: sockets and threads cannot be shared."""

    def __init__(self, options: Mapping[str, Any], patience: float) -> None:
        self._options, self._patience = options, patience
        self._lock = threading.Lock()
        self._process_client: _ProcessClient | None = None
        self._breaker = CircuitBreaker()

    def read(self, call: Callable[[Elasticsearch], Result]) -> Result:
        """For readers: raises EngineDown after the timeout, and at once while the circuit breaker is open."""
        if not self._breaker.allows_call():
            raise EngineDown("Elasticsearch did not answer a moment ago.")
        began = time.monotonic()
        try:
            own = self._connected()
            result = own.threads.submit(_with_retry, call, own.reader).result(self._patience + GRACE)
        except ERRORS as error:
            self._breaker.record_failure(time.monotonic() - began)
            raise EngineDown(describe_error(error)) from error
        self._breaker.record_success()
        return result

    def run(self, call: Callable[[Elasticsearch], Result]) -> Result:
        """For writers: with long timeouts. Raises EngineDown."""
        try:
            return call(self._connected().writer)
        except ERRORS as error:
            raise EngineDown(describe_error(error)) from error

    def close(self) -> None:
        with self._lock:
            if self._process_client and self._process_client.pid == os.getpid():
                self._process_client.close()
            self._process_client = None

    def _connected(self) -> "_ProcessClient":
        own = self._process_client
        if own is None or own.pid != os.getpid():
            with self._lock:
                own = self._process_client
                if own is None or own.pid != os.getpid():
                    own = self._process_client = _ProcessClient(self._options, self._patience)
        return own


class _ProcessClient:
    """The connections and threads of one process."""

    def __init__(self, options: Mapping[str, Any], patience: float) -> None:
        self.pid = os.getpid()
        client = Elasticsearch(**_connection_options(options), max_retries=0, connections_per_node=CONCURRENT_SEARCHES)
        self.reader = client.options(request_timeout=Timeout(total=patience))
        self.writer = client.options(request_timeout=WRITE_TIMEOUT)
        self.threads = ThreadPoolExecutor(CONCURRENT_SEARCHES, thread_name_prefix="elastic")

    def close(self) -> None:
        self.threads.shutdown(cancel_futures=True)
        self.writer.close()


def _connection_options(options: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"hosts": options["url"]}
    if options["api_key"]:
        found["api_key"] = options["api_key"]
    elif options["user"]:
        # The client itself refuses non-ASCII characters.
        found["basic_auth"] = b64encode(f"{options['user']}:{options['password']}".encode()).decode()
    if options["ca_file"]:
        found["ca_certs"] = options["ca_file"]
    return found


def _with_retry(call: Callable[[Elasticsearch], Result], client: Elasticsearch) -> Result:
    """Retry once: the index may have been replaced by a rebuild during the call, or the server restarted. Slow failures are not
    retried.
    """
    began = time.monotonic()
    try:
        return call(client)
    except (ApiError, ConnectionError):
        if time.monotonic() - began > FAST:
            raise
        return call(client)


def describe_error(error: Exception) -> str:
    """What went wrong, without the server's reason, which may quote the question."""
    if isinstance(error, ApiError):
        return f"Elasticsearch answered {error.meta.status}: {error.message}"
    if isinstance(error, BulkIndexError):
        first = next(iter(error.errors[0].values()))
        return f"Elasticsearch refused {len(error.errors)} entries: {first['status']} {first['error']['type']}"
    if isinstance(error, ConnectionError):
        return f"Elasticsearch cannot be reached: {error}"
    if isinstance(error, TimeoutError):
        return "Elasticsearch did not answer in time."
    return f"Elasticsearch: {type(error).__name__}"


class CircuitBreaker:
    """While a server hangs, lets one search per PAUSE try it and fails all others at once; a success lets all through."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._until = 0.0

    def allows_call(self) -> bool:
        with self._lock:
            if not self._until:
                return True
            if self._clock() < self._until:
                return False
            self._until = self._clock() + PAUSE  # this search tries, the others do not
            return True

    def record_failure(self, seconds: float) -> None:
        """Fast failures do not open the breaker."""
        with self._lock:
            self._until = self._clock() + PAUSE if seconds > FAST else 0.0

    def record_success(self) -> None:
        self._until = 0.0

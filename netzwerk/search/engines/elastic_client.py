"""The line to an Elasticsearch server: one client per process, short patience with questions, every fault an EngineDown."""

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

# Beyond the patience of a question, for what no timeout of a socket covers: a name that is never resolved, an answer that
# comes drop by drop.
GRACE = 0.1
WORKING = Timeout(connect=3, read=60)
AT_ONCE = 0.1  # a failure that took no longer costs nobody anything
PAUSE = 10.0  # a server that let somebody wait in vain is left alone for so long
QUESTIONS_AT_ONCE = 10  # per process; as many as the client keeps connections
# What the client raises, and what reading an answer raises that is none of Elasticsearch's.
ERRORS = (
    *(TransportError, ApiError, ElasticsearchDslException, BulkIndexError, ScanError),
    *(LookupError, TypeError, ValueError, AttributeError, OSError, RuntimeError),
)


class ElasticClient:
    """Opened when it is first needed, and anew in each forked process: sockets and threads cannot be shared."""

    def __init__(self, options: Mapping[str, Any], patience: float) -> None:
        self._options, self._patience = options, patience
        self._guard = threading.Lock()
        self._process_client: _ProcessClient | None = None
        self._breaker = CircuitBreaker()

    def read(self, call: Callable[[Elasticsearch], Result]) -> Result:
        """For readers: as long as they have patience, and where the server has just let somebody wait, at once."""
        if not self._breaker.allows_call():
            raise EngineDown("Elasticsearch did not answer a moment ago.")
        began = time.monotonic()
        try:
            own = self._opened()
            result = own.threads.submit(_twice, call, own.asking).result(self._patience + GRACE)
        except ERRORS as error:
            self._breaker.record_failure(time.monotonic() - began)
            raise EngineDown(describe_error(error)) from error
        self._breaker.record_success()
        return result

    def run(self, call: Callable[[Elasticsearch], Result]) -> Result:
        """For writers, who have time."""
        try:
            return call(self._opened().working)
        except ERRORS as error:
            raise EngineDown(describe_error(error)) from error

    def close(self) -> None:
        with self._guard:
            if self._process_client and self._process_client.pid == os.getpid():
                self._process_client.close()
            self._process_client = None

    def _opened(self) -> "_ProcessClient":
        own = self._process_client
        if own is None or own.pid != os.getpid():
            with self._guard:
                own = self._process_client
                if own is None or own.pid != os.getpid():
                    own = self._process_client = _ProcessClient(self._options, self._patience)
        return own


class _ProcessClient:
    """What one process has of the line."""

    def __init__(self, options: Mapping[str, Any], patience: float) -> None:
        self.pid = os.getpid()
        client = Elasticsearch(**_ways_in(options), max_retries=0, connections_per_node=QUESTIONS_AT_ONCE)
        self.asking = client.options(request_timeout=Timeout(total=patience))
        self.working = client.options(request_timeout=WORKING)
        self.threads = ThreadPoolExecutor(QUESTIONS_AT_ONCE, thread_name_prefix="elastic")

    def close(self) -> None:
        self.threads.shutdown(cancel_futures=True)
        self.working.close()


def _ways_in(options: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"hosts": options["url"]}
    if options["api_key"]:
        found["api_key"] = options["api_key"]
    elif options["user"]:
        # The client alone would refuse umlauts.
        found["basic_auth"] = b64encode(f"{options['user']}:{options['password']}".encode()).decode()
    if options["ca_file"]:
        found["ca_certs"] = options["ca_file"]
    return found


def _twice(call: Callable[[Elasticsearch], Result], client: Elasticsearch) -> Result:
    """An index that a rebuild has replaced may go while a question is on its way to it, and a server that started anew has
    hung up: whoever asks once more gets an answer. What took its time is not asked again.
    """
    began = time.monotonic()
    try:
        return call(client)
    except (ApiError, ConnectionError):
        if time.monotonic() - began > AT_ONCE:
            raise
        return call(client)


def describe_error(error: Exception) -> str:
    """What went wrong, without anybody's words: reasons of a server may quote the question."""
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
    """Lets only one question in ten seconds wait for a server that hangs; the first that is answered lets all through."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._until = 0.0

    def allows_call(self) -> bool:
        with self._guard:
            if not self._until:
                return True
            if self._clock() < self._until:
                return False
            self._until = self._clock() + PAUSE  # this one tries; all others need not
            return True

    def record_failure(self, seconds: float) -> None:
        """A failure that came at once need not keep anybody from trying."""
        with self._guard:
            self._until = self._clock() + PAUSE if seconds > AT_ONCE else 0.0

    def record_success(self) -> None:
        self._until = 0.0

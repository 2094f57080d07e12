"""The real Elasticsearch server of the tests."""

import os

import pytest

URL = os.environ.get("ELASTICSEARCH_URL", "")
ON_CI = os.environ.get("CI", "").lower() == "true"
MISSING = "needs Elasticsearch: ELASTICSEARCH_URL=$(python3 scripts/elastic_server.py start) make test"


def options(index: str, **changes: object) -> dict[str, object]:
    """As settings.ELASTICSEARCH."""
    defaults = {
        "user": "",
        "password": "",
        "api_key": "",
        "ca_file": "",
        "shards": 1,
        "replicas": 0,
        "patience_ms": 600,
    }
    return {"url": URL, "index": index, **defaults, **changes}


def url() -> str:
    """Its address. Without one the test is skipped, and fails on CI, where nothing is skipped."""
    if not URL:
        (pytest.fail if ON_CI else pytest.skip)(MISSING)
    return URL

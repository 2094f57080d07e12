"""The choice of the engine by the settings, and the credentials for a server."""

import ssl
from base64 import b64encode
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from netzwerk.search.engines.choice import current_engine, scratch_engine
from netzwerk.search.engines.elastic import ElasticEngine
from netzwerk.search.engines.elastic_index import template_of
from netzwerk.search.engines.port import EngineDown, Plan, SearchRequest
from tests.search import elastic_server
from tests.search.engines import fakes
from tests.search.engines.conftest import fill
from tests.search.engines.corpus import EVERYBODY, corpus
from tests.settings.test_settings import GOOD, start

ANYTHING = SearchRequest(Plan(), EVERYBODY)


def test_one_setting_chooses_the_engine(settings) -> None:
    settings.SEARCH_ENGINE = "embedded"
    embedded = current_engine()
    assert (embedded.name, current_engine()) == ("embedded", embedded)
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH = "elasticsearch", elastic_server.options("a", url="http://a:1")
    elastic = current_engine()
    assert (elastic.name, current_engine()) == ("elasticsearch", elastic)
    settings.ELASTICSEARCH = elastic_server.options("b", url="http://a:1")
    assert current_engine() is not elastic


def test_a_portal_without_a_server_does_not_load_the_client() -> None:
    code = "import sys; from netzwerk.search.engines.choice import current_engine; current_engine(); "
    assert start(GOOD, code + "print('elasticsearch' in sys.modules)").stdout.strip() == "False"


def test_elasticsearch_needs_an_address() -> None:
    result = start({**GOOD, "SEARCH_ENGINE": "elasticsearch", "ELASTICSEARCH_URL": ""})
    assert result.returncode != 0
    assert "ELASTICSEARCH_URL" in result.stderr
    assert start({**GOOD, "SEARCH_ENGINE": "elasticsearch", "ELASTICSEARCH_URL": "http://a:9200"}).returncode == 0


@pytest.mark.parametrize("name", ["embedded", "elasticsearch"])
def test_a_scratch_engine_leaves_nothing(settings, name: str) -> None:
    settings.SEARCH_ENGINE = name
    if name == "elasticsearch":
        settings.ELASTICSEARCH = elastic_server.options("test", url=elastic_server.url())
    with scratch_engine() as engine:
        fill(engine, corpus(5))
        assert engine.search(ANYTHING).total == 5
    with pytest.raises(EngineDown):
        engine.search(ANYTHING)


def test_two_aliases_with_a_common_prefix_do_not_interfere(elastic: ElasticEngine, tmp_path: Path) -> None:
    """Two portals on one server: "portal" and "portal-test"."""
    options = elastic_server.options(f"{elastic.alias}-zwei")
    with closing(ElasticEngine(options, tmp_path)) as other:
        fill(other, corpus(7))
        fill(elastic, corpus(5))
        fill(elastic, corpus(6))
        assert (elastic.search(ANYTHING).total, other.search(ANYTHING).total) == (6, 7)
        elastic.remove()
        assert other.search(ANYTHING).total == 7
        other.remove()


def test_shards_and_replicas_are_settings(elastic: ElasticEngine, client, tmp_path: Path) -> None:
    with closing(ElasticEngine(elastic_server.options(elastic.alias, shards=2, replicas=1), tmp_path)) as engine:
        fill(engine, corpus(30))
        [said] = client.indices.get_settings(index=elastic.alias).body.values()
        assert (said["settings"]["index"]["number_of_shards"], said["settings"]["index"]["number_of_replicas"]) == (
            "2",
            "1",
        )
        assert engine.search(ANYTHING).total == 30


def test_the_template_needs_no_plugin() -> None:
    mapping = template_of("a", shards=1, replicas=0).to_dict()["template"]["mappings"]
    assert {field.get("analyzer") for field in mapping["properties"].values()} == {None, "whitespace"}


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"user": "portal", "password": "geheim:ß"}, "Basic " + b64encode("portal:geheim:ß".encode()).decode()),
        ({"api_key": "abc=="}, "ApiKey abc=="),
        ({"api_key": "abc==", "user": "portal", "password": "x"}, "ApiKey abc=="),
        ({}, None),
    ],
)
def test_it_sends_the_configured_credentials(tmp_path: Path, options: dict, key: str | None) -> None:
    shown: list[str | None] = []

    def respond(request: BaseHTTPRequestHandler) -> None:
        shown.append(request.headers["Authorization"])
        fakes.finds_nothing(request)

    with (
        fakes.server(respond) as address,
        closing(ElasticEngine(elastic_server.options("a", url=address, **options), tmp_path)) as engine,
    ):
        engine.search(ANYTHING)
    assert shown == [key]


def certificate(folder: Path) -> tuple[Path, Path]:
    """A self-signed certificate for localhost, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder / "certificate.pem", folder / "key.pem"


def test_it_connects_only_to_a_server_with_a_trusted_certificate(tmp_path: Path) -> None:
    known, key = certificate(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(known, key)
    with fakes.server(fakes.finds_nothing, tls) as address:
        with closing(ElasticEngine(elastic_server.options("a", url=address, ca_file=str(known)), tmp_path)) as engine:
            assert engine.search(ANYTHING).total == 0
        with (
            closing(ElasticEngine(elastic_server.options("a", url=address), tmp_path)) as engine,
            pytest.raises(EngineDown),
        ):
            engine.search(ANYTHING)

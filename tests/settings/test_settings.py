"""Production refuses missing and weak settings, the demo refuses those of production; headers and cookies."""

import base64
import os
import secrets
import subprocess
import sys

import pytest
from django.test import Client

from netzwerk.settings.environment import sqlite_may_use_wal
from netzwerk.settings.keys import DEMO_SECOND_FACTOR_KEY
from tests.test_architecture import ROOT

GOOD = {
    "DJANGO_SETTINGS_MODULE": "netzwerk.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "SECOND_FACTOR_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "postgres://portal:secret@localhost/portal",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "post@portal.example",
    "OFFICE_EMAIL": "office@portal.example",
}
OURS = {*GOOD, "SECOND_FACTOR_KEY_OLD", "DEMO", "DEMO_SECOND_FACTOR", "BASE_URL", "TRUSTED_PROXY_COUNT", "PORT"}


def start(environment: dict[str, str], code: str = "pass") -> subprocess.CompletedProcess:
    """Start Django in a new process with these variables."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    setup = f"import django; django.setup(); from django.conf import settings; {code}"
    command = [sys.executable, "-W", "ignore", "-c", setup]
    return subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=False)


def test_production_starts_with_what_it_needs() -> None:
    assert start(GOOD).returncode == 0


@pytest.mark.parametrize("name", [name for name in GOOD if name != "DJANGO_SETTINGS_MODULE"])
def test_production_does_not_start_without(name: str) -> None:
    result = start({key: value for key, value in GOOD.items() if key != name})
    assert result.returncode != 0
    assert name in result.stderr


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"SECRET_KEY": "kurz"}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY"),
        ({"SECRET_KEY": "demo-only-not-secret-" + "x" * 40}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"SECOND_FACTOR_KEY": "kein base64!"}, "SECOND_FACTOR_KEY"),
        ({"SECOND_FACTOR_KEY": base64.b64encode(secrets.token_bytes(16)).decode()}, "SECOND_FACTOR_KEY"),
        ({"SECOND_FACTOR_KEY": base64.b64encode(b"a" * 32).decode()}, "SECOND_FACTOR_KEY"),
        ({"SECOND_FACTOR_KEY": base64.b64encode(DEMO_SECOND_FACTOR_KEY).decode()}, "SECOND_FACTOR_KEY"),
        ({"SECOND_FACTOR_KEY_OLD": "kurz"}, "SECOND_FACTOR_KEY_OLD"),
        ({"DEMO": "1"}, "DEMO"),
        ({"TRUSTED_PROXY_COUNT": "viele"}, "whole number"),
    ],
)
def test_production_does_not_start_with_a_wrong_value(change: dict[str, str], word: str) -> None:
    result = start(GOOD | change)
    assert result.returncode != 0
    assert word in result.stderr


def test_the_demo_refuses_to_start_together_with_production_settings() -> None:
    result = start(GOOD | {"DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo"})
    assert result.returncode != 0
    assert "Demo settings refuse" in result.stderr


def test_production_cannot_waive_the_second_factor_and_the_demo_can_ask_for_it() -> None:
    waived = "print(settings.SECOND_FACTOR_WAIVED)"
    assert start(GOOD | {"SECOND_FACTOR_WAIVED": "1"}, waived).stdout.strip() == "False"
    demo = {"DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo"}
    assert start(demo, waived).stdout.strip() == "True"
    assert start(demo | {"DEMO_SECOND_FACTOR": "1"}, waived).stdout.strip() == "False"


def test_production_has_no_demo_routes() -> None:
    code = """
from django.urls import get_resolver
names = {name for name in get_resolver().reverse_dict if isinstance(name, str)} | set(get_resolver().namespace_dict)
print(sorted(names & {"demo_login", "post"}), "style" in get_resolver().namespace_dict["portal"][1].reverse_dict)
"""
    assert start(GOOD, code).stdout.strip() == "[] False"


def test_cookies_of_production_are_bound_to_the_host() -> None:
    code = (
        "print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, "
        "settings.CSRF_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY, settings.CSRF_COOKIE_HTTPONLY, "
        "settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH)"
    )
    assert start(GOOD, code).stdout.split() == [
        "__Host-sessionid",
        "__Host-csrftoken",
        "True",
        "True",
        "True",
        "True",
        "None",
        "/",
    ]


def test_production_passes_the_deployment_check() -> None:
    result = subprocess.run(
        [sys.executable, "scripts/check_deploy.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_only_where_sqlite_is_free_of_the_reset_race(version: tuple[int, int, int], safe: bool) -> None:
    assert sqlite_may_use_wal(version) is safe


@pytest.mark.django_db
def test_pages_carry_a_strict_policy_with_a_fresh_nonce() -> None:
    first, second = (Client().get("/") for _ in range(2))
    policy = first["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'nonce-" in policy
    assert "frame-ancestors 'self'" in policy
    assert policy != second["Content-Security-Policy"]
    for header, value in (
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "SAMEORIGIN"),
    ):
        assert first[header] == value


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/suche/?q=hilfeplan",
        "/die-gibt-es-nicht/",
        "/robots.txt",
        "/static/portal/portal.css",
        "/redaktion/",
        "/sitemap.xml",
    ],
)
def test_every_response_has_a_permissions_policy(address: str) -> None:
    answer = Client().get(address)
    policy = answer["Permissions-Policy"].split(", ")
    b"".join(answer)  # closes the file of a streaming response
    assert {"camera=()", "microphone=()", "geolocation=()", "payment=()"} <= set(policy)
    assert "publickey-credentials-get=(self)" in policy  # passkeys
    assert "fullscreen=(self)" in policy  # videos


@pytest.mark.django_db
def test_responses_of_other_middleware_and_of_failed_views_have_it_too(settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/")["Permissions-Policy"]
    broken = Client(raise_request_exception=False)
    settings.SECURE_SSL_REDIRECT, settings.ROOT_URLCONF = False, "tests.settings.broken_urls"
    answer = broken.get("/bricht/")
    assert answer.status_code == 500
    assert answer["Permissions-Policy"]


@pytest.mark.django_db
def test_a_visitor_gets_no_cookie_for_reading() -> None:
    for address in ("/", "/die-sozialagentur/", "/aktuelles/"):
        answer = Client().get(address)
        assert not answer.cookies

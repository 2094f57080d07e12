"""The servers that are compared: the portal with its demo content, and the project of `wagtail start`."""

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.workspace import ROOT, Workspace, free_port

FRESH_SETTINGS = """\
import dj_database_url

from .production import *

SECRET_KEY = {key!r}
ALLOWED_HOSTS = ["localhost"]
DATABASES = {{"default": dj_database_url.parse({database!r}, conn_max_age={age}, conn_health_checks=True)}}
"""


@dataclass(frozen=True)
class Server:
    workspace: Workspace
    port: int
    cwd: Path
    env: dict[str, str]
    pid: int

    def ask(self, *command: str) -> Any:
        """Result of a command of tests.bench.inside."""
        return json.loads(self.workspace.run("-m", "tests.bench.inside", *command, cwd=self.cwd, env=self.env))

    def count(self, *paths: str) -> dict[str, int]:
        return self.ask("count", f"localhost:{self.port}", *paths)


def portal(workspace: Workspace, database_server: str, **settings: str) -> Server:
    """Build the demo, then serve it with netzwerk.settings.bench and further environment variables."""
    port = free_port()
    shared = {
        "DATABASE_URL": workspace.database("portal", database_server),
        "MEDIA_ROOT": str(workspace.folder / "media"),
        "SEARCH_DIR": str(workspace.folder / "search"),
    }
    demo = {"DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo", "PORT": str(port), **shared}
    workspace.run("manage.py", "demo", "--if-new", cwd=ROOT, env=demo)
    env = {
        "DJANGO_SETTINGS_MODULE": "netzwerk.settings.bench",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "SECOND_FACTOR_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
        "ALLOWED_HOSTS": "localhost",
        "BASE_URL": f"http://localhost:{port}",
        "EMAIL_HOST": "localhost",
        "DEFAULT_FROM_EMAIL": "Portal <post@portal.example>",
        "OFFICE_EMAIL": "office@portal.example",
        **shared,
        **settings,
    }
    workspace.run("manage.py", "collectstatic", "--noinput", "-v", "0", cwd=ROOT, env=env)
    pid = workspace.serve("netzwerk.wsgi", port=port, cwd=ROOT, env=env)
    return Server(workspace, port, ROOT, env, pid)


def beside(server: Server, **settings: str) -> Server:
    """A second server for the same database, with other settings."""
    port = free_port()
    env = {**server.env, "BASE_URL": f"http://localhost:{port}", **settings}
    pid = server.workspace.serve("netzwerk.wsgi", port=port, cwd=server.cwd, env=env)
    return Server(server.workspace, port, server.cwd, env, pid)


def fresh_project(workspace: Workspace, database_server: str) -> Server:
    """The project of `wagtail start` with its production settings and welcome page."""
    port, folder = free_port(), workspace.folder / "fresh"
    folder.mkdir()
    workspace.run(
        "-c", "from wagtail.bin.wagtail import main; main()", "start", "fresh", str(folder), cwd=ROOT, env={}
    )
    settings = FRESH_SETTINGS.format(
        key=secrets.token_urlsafe(64),
        database=workspace.database("fresh", database_server),
        age=60 if database_server else 0,  # as in the portal
    )
    (folder / "fresh" / "settings" / "bench.py").write_text(settings)
    env = {"DJANGO_SETTINGS_MODULE": "fresh.settings.bench"}
    workspace.run("manage.py", "migrate", "-v", "0", cwd=folder, env=env)
    workspace.run("manage.py", "collectstatic", "--noinput", "-v", "0", cwd=folder, env=env)
    pid = workspace.serve("fresh.wsgi", port=port, cwd=folder, env=env)
    return Server(workspace, port, folder, env, pid)

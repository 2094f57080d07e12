#!/usr/bin/env python3
"""A real Elasticsearch for tests and development: one node on a free local port, in a temporary folder.

    scripts/elastic_server.py start [FOLDER]    downloads it once, starts it, prints its address
    scripts/elastic_server.py stop [FOLDER]     stops it and deletes the folder

It is the build that Elastic publishes for integration tests: the server with its core modules, fetched by Maven. It needs
mvn and java, nothing of this project, and keeps the download between runs. Elasticsearch refuses to run as root, so
root starts it as `nobody`.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import maven

VERSION = "8.19.21"
SHA256 = "215d5f3dbf0609a149f6218a9e47b6ae2df34ebbff3c5754e35f15a5e5393c8a"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
HEAP = "-Xms512m -Xmx512m"
USER = "nobody"
SECONDS_TO_START, SECONDS_TO_STOP = 120, 20


def start(folder: Path) -> str:
    """Start a server that writes to this folder only; return its address."""
    archive = maven.fetch(ARTIFACT, f"elasticsearch-{VERSION}.zip", SHA256)
    clear(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.exit(f"{folder} holds something else.")
    program = folder / f"elasticsearch-{VERSION}"
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
    for script in (program / "bin").iterdir():
        script.chmod(0o755)
    (folder / "tmp").mkdir(exist_ok=True)
    port = _free_port()
    (program / "config" / "elasticsearch.yml").write_text(_settings(folder, port))
    as_user = {}
    if os.geteuid() == 0:
        as_user = {"user": USER, "group": "nogroup", "extra_groups": []}
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, USER, "nogroup")
    java = Path(shutil.which("java") or sys.exit("java is missing.")).resolve().parent.parent
    environment = {
        "PATH": os.environ["PATH"],
        "ES_JAVA_HOME": str(java),
        "ES_JAVA_OPTS": HEAP,
        "ES_TMPDIR": str(folder / "tmp"),
    }
    command = [str(program / "bin" / "elasticsearch"), "-d", "-p", str(folder / "pid")]
    with (folder / "output").open("w") as output:
        subprocess.run(command, cwd=folder, env=environment, stdout=output, stderr=output, check=False, **as_user)
    address = f"http://127.0.0.1:{port}"
    _wait_until_healthy(address, folder)
    return address


def _settings(folder: Path, port: int) -> str:
    return json.dumps(
        {
            "cluster.name": "netzwerk-test",
            "discovery.type": "single-node",
            "network.host": "127.0.0.1",
            "http.port": port,
            "path.data": str(folder / "data"),
            "path.logs": str(folder / "logs"),
            "xpack.security.enabled": False,
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_healthy(address: str, folder: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and _process(folder):
        with contextlib.suppress(OSError, urllib.error.HTTPError):
            opener.open(f"{address}/_cluster/health?wait_for_status=yellow&timeout=5s", timeout=10).close()
            return
        time.sleep(0.2)
    stop_process(folder)
    sys.exit(f"Elasticsearch did not start.\n{(folder / 'output').read_text()[-4000:]}")


def _process(folder: Path) -> int:
    """Its process id, 0 if it does not run or if another process has got the id since."""
    try:
        pid = int((folder / "pid").read_text())
        return pid if str(folder).encode() in Path(f"/proc/{pid}/cmdline").read_bytes() else 0
    except (OSError, ValueError):
        return 0


def stop_process(folder: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_STOP
    if pid := _process(folder):
        os.kill(pid, signal.SIGTERM)
    while pid := _process(folder):
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)


def clear(folder: Path) -> None:
    """Delete the files of `start`, nothing else."""
    for name in (f"elasticsearch-{VERSION}", "data", "logs", "tmp"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in ("pid", "output"):
        (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder.rmdir()


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in {"start", "stop"} or len(arguments) > 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[1] if len(arguments) > 1 else maven.ROOT / "var" / "elasticsearch").resolve()
    stop_process(folder)
    if arguments[0] == "start":
        print(start(folder))
    else:
        clear(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

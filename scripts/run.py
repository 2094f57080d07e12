"""`make run`: prepares the demo, starts web server and worker, and stops both on a signal."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from netzwerk.surfaces.processes import end_with_parent  # noqa: E402  needs sys.path

PORT = int(os.environ.get("PORT", "8000"))
# The demo has its own SQLite database; DATABASE_URL may be that of a real installation.
INHERITED = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
ENVIRONMENT = {**INHERITED, "DJANGO_SETTINGS_MODULE": "netzwerk.settings.demo", "PYTHONUNBUFFERED": "1"}
PYTHON = sys.executable
SECONDS_TO_STOP = 8


def port_is_free() -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            return False
    return True


def start(*command: str) -> subprocess.Popen:
    """Start a child in a process group of its own, so that its children can be killed too. It ends when this process dies."""
    own = os.getpid()
    return subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, start_new_session=True, preexec_fn=lambda: end_with_parent(own)
    )


def stop(children: list[subprocess.Popen]) -> None:
    """Terminate the children, wait, then kill what is left of their process groups."""
    for child in children:
        child.terminate()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(deadline - time.monotonic(), 0.1))
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def wait_for_response(server: subprocess.Popen, stop_signals: list) -> bool:
    """Whether the start page answered with 200; an error status ends the waiting too."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while server.poll() is None and not stop_signals:
        try:
            with opener.open(f"http://localhost:{PORT}/", timeout=2) as answer:
                return answer.status == 200
        except urllib.error.HTTPError as answer:
            print(f"Die Startseite antwortet mit {answer.code}; siehe die Meldungen oben.", file=sys.stderr)
            return False
        except OSError:
            time.sleep(0.1)
    return False


def welcome(seconds: float) -> None:
    accounts = subprocess.run(
        [
            PYTHON,
            "manage.py",
            "shell",
            "-v",
            "0",
            "-c",
            "from netzwerk.members.demo.personas import print_accounts; print_accounts()",
        ],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    print(
        f"\nNetzwerk Sozialagenturen (Demo) antwortet nach {seconds:.1f} s: http://localhost:{PORT}\n{accounts}",
        flush=True,
    )
    print("Beenden mit Strg+C.", flush=True)


def main() -> int:
    began = time.monotonic()
    if not port_is_free():
        print(f"Port {PORT} ist belegt. Bitte einen anderen wählen, zum Beispiel: make run PORT=8001", file=sys.stderr)
        return 1
    prepared = subprocess.run([PYTHON, "manage.py", "demo", "--if-new"], cwd=ROOT, env=ENVIRONMENT, check=False)
    if prepared.returncode:
        return prepared.returncode

    stop_signals = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: stop_signals.append(received))

    bind = f"localhost:{PORT}"
    server = start(
        *(PYTHON, "-m", "gunicorn", "netzwerk.wsgi", "--bind", bind, "--workers", "2", "--log-level", "warning"),
        *("--no-control-socket",),
    )
    worker = start(PYTHON, "manage.py", "worker")
    children = [server, worker]
    try:
        if wait_for_response(server, stop_signals):
            welcome(time.monotonic() - began)
        while not stop_signals and all(child.poll() is None for child in children):
            time.sleep(0.2)
        crashed = not stop_signals
    finally:
        stop(children)
    if crashed:
        print("Webserver oder Worker ist abgestürzt; siehe die Meldungen oben.", file=sys.stderr)
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())

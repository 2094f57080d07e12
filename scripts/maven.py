"""Downloads an artifact for the tests with Maven, checks its SHA-256 and keeps it between runs. Needs only mvn."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or ROOT / "var") / "tools"
GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


def fetch(artifact: str, name: str, sha256: str) -> Path:
    """Path of the file of an artifact ("group:name:version:type"), downloaded if necessary."""
    file = CACHE / name
    if not (file.exists() and _sha256(file) == sha256):
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-q", "-B", GOAL, f"-Dartifact={artifact}", f"-DoutputDirectory={CACHE}"]
        subprocess.run(command, check=True, stdout=sys.stderr)
        if _sha256(file) != sha256:
            sys.exit(f"{file} is not the file that is expected.")
    return file


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()

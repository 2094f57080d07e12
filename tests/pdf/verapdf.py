"""Runs veraPDF, which checks PDF files for accessibility."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "scripts" / "verapdf.py"
ON_CI = os.environ.get("CI", "").lower() == "true"


def check(folder: Path) -> str:
    """Problems of the PDF files in a folder, empty if there are none. Without Java and Maven it skips, on CI it fails."""
    if not (shutil.which("java") and shutil.which("mvn")):
        (pytest.fail if ON_CI else pytest.skip)("needs veraPDF: java and mvn must be installed")
    files = sorted(map(str, folder.glob("*.pdf")))
    assert files
    ended = subprocess.run([sys.executable, SCRIPT, *files], capture_output=True, text=True, check=False)
    assert ended.returncode == 0 or (ended.returncode == 1 and ended.stdout), (
        ended.stderr
    )  # 1 without problems: it did not run
    return ended.stdout

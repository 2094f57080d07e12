"""The text of a stored document, extracted in a process with limited time and memory, because files may be hostile."""

import subprocess
import sys
from pathlib import Path

from netzwerk.files import extraction
from netzwerk.texts.cleaning import plain_text

SCRIPT = Path(extraction.__file__)
MOST_SECONDS = 40  # a job times out after 60
READABLE_ENDINGS = frozenset(extraction.READERS)


class UnreadableFile(Exception):
    """No text could be extracted. The message is for the log and contains nothing of the file."""


def text_of_file(path: str, ending: str) -> str:
    """The text of a file on disk, "" if it has none (a scanned page). Raises UnreadableFile."""
    command = [sys.executable, "-I", SCRIPT, ending, path]
    try:
        ended = subprocess.run(command, env={}, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603  all ours
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(f"took more than {MOST_SECONDS} seconds") from error
    if ended.returncode != 0:
        last = ended.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise UnreadableFile(last.partition(":")[0][:80] or f"exit code {ended.returncode}")
    return plain_text(ended.stdout.decode("utf-8", "replace"))

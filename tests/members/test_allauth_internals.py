"""allauth's private modules are imported in one place."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_only_one_module_imports_private_names_of_allauth() -> None:
    private = re.compile(r"^\s*(from|import) allauth\.\S*\binternal\b", re.MULTILINE)
    modules = [path for folder in ("netzwerk", "knowledge") for path in (ROOT / folder).rglob("*.py")]
    found = [str(path.relative_to(ROOT)) for path in modules if private.search(path.read_text())]
    assert found == ["netzwerk/members/allauth_internals.py"]

"""The house holds: floors, foreign keys, scoped reads, receivers, settings. Each rule has a test that it can fail."""

import ast
import os
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = [ROOT / "netzwerk", ROOT / "knowledge"]
# DESIGN 2: which app rests on which; a larger number stands higher. Apps that are not built yet have their place already.
FLOORS = {"surfaces": -4, "files": -3, "post": -2, "pdf": -2, "members": -1, "portal": 0, "search": 1, "knowledge": 5}
# What narrows a read to a person; the last only says that a page is there, for the way to the login.
SCOPES = {"visible_to", "reviewable_by", "edited_by", "manageable_by", "visible_to_someone"}
READERS = (
    *("views", "wagtail_hooks", "templatetags", "feeds", "navigation", "cards"),
    *("context_processors", "structured", "middleware", "forms"),
)


def sources(pattern: str = "*.py") -> list[Path]:
    return [path for package in PACKAGES for path in package.rglob(pattern)]


def own_apps() -> list[str]:
    return [
        config.name
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path
    ]


def layers_of_contract() -> list[str]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    floors = next(contract for contract in contracts if contract["name"].startswith("Floors"))
    return [name.strip() for layer in floors["layers"] for name in layer.split("|")]


def apps_outside_of_floors(names: list[str]) -> list[str]:
    return [name for name in names if name not in layers_of_contract() or name.rpartition(".")[2] not in FLOORS]


def test_every_own_app_stands_on_a_floor() -> None:
    assert len(own_apps()) >= 5
    assert apps_outside_of_floors(own_apps()) == []


def test_an_app_outside_of_the_floors_would_be_found() -> None:
    assert apps_outside_of_floors(["netzwerk.portal", "netzwerk.keller"]) == ["netzwerk.keller"]


def upward_keys(pairs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Of (from app, field, to app) those that point from a lower floor to a higher one."""
    return [pair for pair in pairs if FLOORS[pair[0]] < FLOORS[pair[2]]]


def own_relations() -> list[tuple[str, str, str]]:
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = field.related_model
            if not field.is_relation or field.auto_created or not hasattr(target, "_meta"):
                continue
            ends = model._meta.app_label, target._meta.app_label
            if all(end in FLOORS for end in ends) and target._meta.label != settings.AUTH_USER_MODEL:
                found.append((ends[0], f"{model._meta.label}.{field.name}", ends[1]))
    return found


def test_foreign_keys_point_downwards() -> None:
    relations = own_relations()
    assert ("portal", "portal.PortalPage.picture", "files") in relations
    assert upward_keys(relations) == []


def test_a_foreign_key_upwards_would_be_found() -> None:
    planted = ("files", "files.PortalImage.page", "portal")
    assert upward_keys([planted]) == [planted]


def unscoped_reads(source: str) -> list[int]:
    """Lines where `.objects` is read without `visible_to` in the same chain of calls."""
    tree = ast.parse(source)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    lines = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager", "page_revisions")):
            continue
        chain, current = [], node
        while isinstance(parents.get(current), ast.Attribute) or (
            isinstance(parents.get(current), ast.Call) and parents[current].func is current
        ):
            current = parents[current]
            if isinstance(current, ast.Attribute):
                chain.append(current.attr)
        if not SCOPES & set(chain):
            lines.append(node.lineno)
    return lines


def reading_sources() -> dict[str, str]:
    """Sources that answer a person: views, hooks, template tags, feeds, navigation; and page contexts in models."""
    found = {}
    for path in sources():
        inner = path.relative_to(ROOT).with_suffix("").parts[1:]
        if any(part in READERS for part in inner):
            found[str(path.relative_to(ROOT))] = path.read_text()
        elif "models" in inner:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef) and node.name in ("get_context", "serve", "for_request"):
                    found[f"{path.relative_to(ROOT)}:{node.name}:{node.lineno}"] = ast.unparse(node)
    return found


def test_what_a_person_sees_is_read_through_visible_to() -> None:
    sources = reading_sources()
    assert len(sources) > 10
    assert {name: lines for name, source in sources.items() if (lines := unscoped_reads(source))} == {}


@pytest.mark.parametrize(
    "source", ["Page.objects.all()", "Page.objects.filter(pk=1).first()", "get_object_or_404(Page.objects, pk=1)"]
)
def test_an_unscoped_read_would_be_found(source: str) -> None:
    assert unscoped_reads(source) == [1]
    assert unscoped_reads("Page.objects.child_of(self).visible_to(request.user).first()") == []


def test_no_signal_receivers_outside_of_search() -> None:
    pattern = re.compile(r"@receiver\(|(?:signals?\.\w+|(?:pre|post)_\w+|request_\w+|page_\w+|user_\w+)\.connect\(")
    found = [path for path in sources() if pattern.search(path.read_text())]
    assert [str(path) for path in found if "search" not in path.parts] == []
    assert pattern.search("post_save.connect(handler)")
    assert pattern.search("@receiver(post_save)")


def test_the_environment_is_read_in_settings_only() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in sources()
        if re.search(r"os\.environ|os\.getenv", path.read_text()) and "settings" not in path.parts
    ]
    assert found == []


def test_no_room_without_a_purpose() -> None:
    names = {path.stem for path in sources("*")}
    assert names.isdisjoint({"core", "common", "utils", "helpers", "misc"})


def test_files_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*sources(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "templates").rglob("*.html")]
        if "migrations" not in path.parts and (lines := path.read_text().count(os.linesep)) > 400
    }
    assert long == {}


# Mail programs load no stylesheet: the one layout of all mails carries its styles. No page of the portal includes it.
MAIL_LAYOUT = "templates/post/mail/layout.html"


def test_templates_write_no_inline_style_or_script() -> None:
    pattern = re.compile(r"\sstyle=|\son\w+=\"|<style(?![^>]*nonce)|<script(?![^>]*nonce)")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if pattern.search(path.read_text())
    ]
    assert found == [MAIL_LAYOUT]
    assert not re.search(r"<script|\son\w+=", (ROOT / MAIL_LAYOUT).read_text())

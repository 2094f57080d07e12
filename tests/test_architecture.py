"""Layers, foreign keys, reads through visible_to, signal receivers, settings. Each rule has a test that it can fail."""

import ast
import os
import re
import tomllib
from functools import cache
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
ROOT_PACKAGES: list[str] = CONFIG["root_packages"]
LAYERS = {
    container: [re.findall(r"\w+", layer) for layer in contract["layers"]]
    for contract in CONFIG["contracts"]
    for container in contract.get("containers", [])
}
# Methods that narrow a QuerySet to what one user may see; the last only says that a page exists, for the link to the login.
SCOPES = {"visible_to", "reviewable_by", "edited_by", "manageable_by", "visible_to_someone"}
# Modules beside views that take no request.
BACKGROUND = {"management", "receivers", "backends", "checks"}
# Models whose rows everybody may read.
PUBLIC_MODELS = {"Term"}
# Modules that views import and that may read without a scope.
UNSCOPED = {
    "netzwerk.members.demo": "exists in the demo only, for its personas",
    "netzwerk.members.second_factor.state": "reads the factors of one given user",
}


def sources(pattern: str = "*.py") -> list[Path]:
    return [path for package in ROOT_PACKAGES for path in (ROOT / package).rglob(pattern)]


def own_apps() -> list[str]:
    return [
        config.name
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path
    ]


def rank_of(app: str) -> tuple[int, int]:
    """Place of an app in the layers, a larger one is higher: that of its root package, then that of the app in it."""
    roots = next(contract["layers"] for contract in CONFIG["contracts"] if "containers" not in contract)
    package, _dot, name = app.partition(".")
    layers = LAYERS[package] if name else [[]]
    inside = next(number for number, layer in enumerate(reversed(layers)) if not name or name in layer)
    return next(number for number, layer in enumerate(reversed(roots)) if package in layer.split(" | ")), inside


def apps_without_layer(names: list[str]) -> list[str]:
    found = []
    for name in names:
        try:
            rank_of(name)
        except (KeyError, StopIteration):
            found.append(name)
    return found


def test_every_own_app_has_a_layer() -> None:
    assert len(own_apps()) >= 5
    assert apps_without_layer(own_apps()) == []
    assert {name.partition(".")[0] for name in own_apps()} == set(ROOT_PACKAGES)


def test_an_app_without_a_layer_would_be_found() -> None:
    assert apps_without_layer(["netzwerk.portal", "netzwerk.unknown", "offers"]) == ["netzwerk.unknown", "offers"]


def test_contracts_name_every_module_of_their_containers() -> None:
    assert set(LAYERS) == {*own_apps(), "netzwerk", "workshops"}
    assert all(contract.get("exhaustive") for contract in CONFIG["contracts"] if contract.get("containers"))


def upward_keys(pairs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Of (from app, field, to app) those that point from a lower layer to a higher one."""
    return [pair for pair in pairs if rank_of(pair[0]) < rank_of(pair[2])]


def own_relations() -> list[tuple[str, str, str]]:
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = field.related_model
            if not field.is_relation or field.auto_created or not hasattr(target, "_meta"):
                continue
            ends = model._meta.app_config.name, target._meta.app_config.name
            if all(end in own_apps() for end in ends) and target._meta.label != settings.AUTH_USER_MODEL:
                found.append((ends[0], f"{model._meta.label}.{field.name}", ends[1]))
    return found


def test_foreign_keys_point_downwards() -> None:
    relations = own_relations()
    assert ("netzwerk.portal", "portal.PortalPage.picture", "netzwerk.files") in relations
    assert upward_keys(relations) == []


def test_a_foreign_key_upwards_would_be_found() -> None:
    upwards = ("netzwerk.files", "files.PortalImage.page", "netzwerk.portal")
    assert upward_keys([upwards, ("knowledge", "knowledge.PracticeReport.page", "netzwerk.portal")]) == [upwards]


def unscoped_reads(source: str) -> list[int]:
    """Lines where `.objects` is read without `visible_to` in the same chain of calls.

    Many-to-many tables are left out: they are read for rows that are known already.
    """
    tree = ast.parse(source)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    lines = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager", "page_revisions")):
            continue
        if ast.unparse(node.value).endswith(".through") or ast.unparse(node.value) in PUBLIC_MODELS:
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


def _ancestor_in(module: str, names: set[str]) -> str | None:
    return next((name for name in names if f"{module}.".startswith(f"{name}.")), None)


@cache
def modules_behind_requests() -> set[str]:
    """Views and the other entry points of each app, and whatever they import from the layers above the services."""
    entry_points, above_services = set(), set()
    for container, layers in LAYERS.items():
        names = [name for layer in layers for name in layer]
        with_views = next((number for number, layer in enumerate(layers) if "views" in layer), -1)
        entries = {name for layer in layers[: with_views + 1] for name in layer} | ({"templatetags"} & set(names))
        entry_points |= {f"{container}.{name}" for name in entries - BACKGROUND}
        if "services" in names:
            above_services |= {f"{container}.{name}" for name in names[: names.index("services")]}
    graph = grimp.build_graph(*ROOT_PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    found, queue = set(), [module for module in graph.modules if _ancestor_in(module, entry_points)]
    while queue:
        module = queue.pop()
        if module not in found:
            found.add(module)
            imported = graph.find_modules_directly_imported_by(module)
            queue += [other for other in imported if _ancestor_in(other, above_services)]
    return found


def sources_behind_requests() -> dict[str, str]:
    """Source of these modules, and of what the pages' models do to answer a request."""
    found = {}
    for module in modules_behind_requests():
        path = ROOT.joinpath(*module.split("."))
        if not _ancestor_in(module, set(UNSCOPED)):
            found[module] = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text()
    for path in sources():
        if "models" in path.relative_to(ROOT).with_suffix("").parts:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef) and node.name in ("get_context", "serve", "for_request"):
                    found[f"{path.relative_to(ROOT)}:{node.name}:{node.lineno}"] = ast.unparse(node)
    return found


def test_what_a_person_sees_is_read_through_visible_to() -> None:
    sources = sources_behind_requests()
    assert {"netzwerk.portal.views.pages", "netzwerk.portal.submitted", "knowledge.library"} <= set(sources)
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


def test_no_module_has_a_name_without_meaning() -> None:
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

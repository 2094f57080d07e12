"""Exports of the Wagtail admin (reports, redirects, all lists) contain no text that a spreadsheet runs as a formula."""

from typing import Any

from django.db.models import QuerySet
from django.utils.encoding import force_str
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from netzwerk.lists.spreadsheets import no_formula

_value, _heading = SpreadsheetExportMixin.preprocess_field_value, SpreadsheetExportMixin.get_heading


def _neutral_value(self: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    # Wagtail's conversion leaves some objects, which the writer would turn into text later.
    return no_formula(force_str(_value(self, field, value, export_format), strings_only=True))


def _neutral_heading(self: SpreadsheetExportMixin, queryset: QuerySet, field: str) -> str:
    return no_formula(_heading(self, queryset, field))


def neutralise_exports() -> None:
    """All exports of the admin write their cells through this mixin."""
    SpreadsheetExportMixin.preprocess_field_value = _neutral_value
    SpreadsheetExportMixin.get_heading = _neutral_heading

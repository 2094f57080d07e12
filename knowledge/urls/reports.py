"""URLs of practice reports beside the page tree: permanent links, versions and downloads."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from knowledge.views import bookmarks, library, reports, versions


class ExportConverter(StringConverter):
    regex = "csv|json"


class CitationConverter(StringConverter):
    regex = "bib|ris"


register_converter(ExportConverter, "export")
register_converter(CitationConverter, "citation")

app_name = "knowledge"
urlpatterns = [
    path("feed.atom", library.feed, name="feed"),
    path("export.<export:form>", library.export, name="export"),
    path("kriterien/", reports.quality, name="quality"),
    path("<int:pk>/", reports.permalink, name="permalink"),
    path("<int:pk>/fassungen/", versions.versions, name="versions"),
    path("<int:pk>/fassungen/<int:number>/", versions.version, name="version"),
    path("<int:pk>/fassung-<int:number>.pdf", versions.pdf, name="pdf"),
    path("<int:pk>/zitat.<citation:form>", reports.citation, name="citation"),
    path("<int:pk>/datei/<int:document_pk>/", reports.file, name="file"),
    path("<int:pk>/merken/", bookmarks.add, name="bookmark"),
]

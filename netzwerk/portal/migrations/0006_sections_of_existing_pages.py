"""Pages that stood in the menu get a section of it. Wagtail's `show_in_menus` is used no longer, nor is its index."""

from django.db import migrations

SECTION_DEPTH = 3
BY_TYPE = {"newsindexpage": "network", "librarypage": "practice"}
BY_SLUG = {"das-netzwerk": "network"}
OTHERS = "basics"
ADDRESSES_OF_SECTIONS = ("grundlagen", "netzwerk")


def add_sections(apps, schema_editor):
    PortalPage = apps.get_model("portal", "PortalPage")
    sections = PortalPage.objects.filter(depth=SECTION_DEPTH)
    if hidden := sections.filter(slug__in=ADDRESSES_OF_SECTIONS).values_list("slug", flat=True).first():
        raise RuntimeError(f"/{hidden}/ becomes the address of a section of the menu. Give that page another slug first.")
    for page in sections.filter(show_in_menus=True).select_related("content_type"):
        section = BY_TYPE.get(page.content_type.model) or BY_SLUG.get(page.slug, OTHERS)
        PortalPage.objects.filter(pk=page.pk).update(menu_section=section)


def mark_for_the_menu(apps, schema_editor):
    sections = apps.get_model("portal", "PortalPage").objects.filter(depth=SECTION_DEPTH)
    in_menu = set(sections.exclude(menu_section="").values_list("pk", flat=True))
    for page in sections:
        apps.get_model("wagtailcore", "Page").objects.filter(pk=page.pk).update(show_in_menus=page.pk in in_menu)


class Migration(migrations.Migration):

    dependencies = [("portal", "0005_menu_section")]

    operations = [
        migrations.RunPython(add_sections, mark_for_the_menu),
        migrations.RunSQL(
            "DROP INDEX portal_page_menu", "CREATE INDEX portal_page_menu ON wagtailcore_page (depth) WHERE show_in_menus"
        ),
    ]

"""An index on the depth alone led SQLite astray: it took it for everything with a depth, though most pages share one."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [('portal', '0002_what_the_frame_asks_for')]

    operations = [
        migrations.RunSQL(
            'DROP INDEX portal_page_depth', 'CREATE INDEX portal_page_depth ON wagtailcore_page (depth)'
        ),
        migrations.RunSQL(
            'CREATE INDEX portal_page_menu ON wagtailcore_page (depth) WHERE show_in_menus', 'DROP INDEX portal_page_menu'
        ),
    ]

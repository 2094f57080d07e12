"""A field says in which section of the main menu a page stands; a task of the start page may lead to a section."""

import netzwerk.surfaces.registry
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0003_document_texts'),
        ('portal', '0004_what_a_reviewer_has_seen'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='portalpage',
            name='menu_section',
            field=models.CharField(blank=True, choices=netzwerk.surfaces.registry.menu_section_choices, default='', help_text='Die Seite steht dann in der zweiten Ebene dieses Bereichs. Ihre Adresse bleibt, wie sie ist.', max_length=20, verbose_name='Im Hauptmenü'),
        ),
        migrations.AlterField(
            model_name='startpage',
            name='tasks',
            field=wagtail.fields.StreamField([('task', 6)], blank=True, block_lookup={0: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('town', 'Rathaus'), ('calendar', 'Kalender'), ('learn', 'Lernen'), ('map', 'Karte'), ('people', 'Menschen'), ('plan', 'Plan')], 'label': 'Zeichen'}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Titel', 'max_length': 60}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'Text'}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': netzwerk.surfaces.registry.menu_section_choices, 'label': 'Bereich des Hauptmenüs', 'required': False}), 4: ('wagtail.blocks.PageChooserBlock', (), {'label': 'oder Seite', 'required': False}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Anmerkung', 'max_length': 100, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('icon', 0), ('title', 1), ('text', 2), ('section', 3), ('page', 4), ('note', 5)]], {})}, verbose_name='Drei Aufgaben'),
        ),
        migrations.AddIndex(
            model_name='portalpage',
            index=models.Index(condition=models.Q(('menu_section', ''), _negated=True), fields=['menu_section'], name='portal_page_menu_section'),
        ),
    ]

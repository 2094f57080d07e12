"""Template tags for one field of a form."""

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

from netzwerk.lists.picking import PickerWidget

register = template.Library()

INPUT_CLASS = "kern-form-input__input"
CLASS_OF = {
    "select": "kern-form-input__select",
    "textarea": "kern-form-input__input",
    "check": "kern-form-check__checkbox",
}


def kind_of_widget(widget: forms.Widget) -> str:
    if isinstance(widget, PickerWidget):
        return "picker"
    if isinstance(widget, forms.RadioSelect):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.Select):
        return "select"
    return "textarea" if isinstance(widget, forms.Textarea) else "input"


@register.simple_tag
def field_parts(field: BoundField) -> dict[str, str | bool | SafeString]:
    """The kind of a field, whether it is optional, and its widget with KERN's class and the ids of help and error."""
    kind = kind_of_widget(field.field.widget)
    described = []
    if field.help_text:
        described.append(f"{field.auto_id}_hilfe")
    if field.errors:
        described.append(f"{field.auto_id}_fehler")
    described_by = " ".join(described)
    attributes: dict[str, str] = {"class": CLASS_OF.get(kind, INPUT_CLASS), "aria-describedby": described_by}
    if field.errors:
        attributes["aria-invalid"] = "true"
    if kind == "group":
        # CheckboxSelectMultiple is a subclass of RadioSelect in Django.
        is_multiple = isinstance(field.field.widget, forms.CheckboxSelectMultiple)
        item = "kern-form-check__checkbox" if is_multiple else "kern-form-check__radio"
        field.field.widget.attrs["class"] = item
    elif kind == "picker":
        attributes = {}  # its fieldset is described
    elif not described_by:
        del attributes["aria-describedby"]
    return {
        "kind": kind,
        "optional": not field.field.required and not field.field.disabled,
        "described_by": described_by,
        "widget": "" if kind == "group" else field.as_widget(attrs=attributes),
    }

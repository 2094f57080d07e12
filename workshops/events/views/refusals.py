"""What a service refuses, said in a form or in a sentence."""

from django.core.exceptions import ValidationError
from django.forms import BaseForm


def add_errors(form: BaseForm, error: Exception) -> None:
    """Errors of a service in the form: at their field if the form has it, else above it."""
    if not isinstance(error, ValidationError):
        form.add_error(None, str(error))
        return
    for name, found in getattr(error, "error_dict", {None: error.messages}).items():
        form.add_error(name if name in form.fields else None, found)


def words_of(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)

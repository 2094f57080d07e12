"""A mixin for models whose texts are cleaned (texts.cleaning) when they are validated."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import StreamField

from netzwerk.texts.cleaning import one_line, plain_text, readable


class ReadableTexts(models.Model):
    """Removes control characters, which come with pasted text. An error would be useless, because nobody can see them."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        errors = {}
        deferred = self.get_deferred_fields()
        for field in self._meta.concrete_fields:
            if field.attname in deferred:
                continue
            value = getattr(self, field.attname)
            if isinstance(field, StreamField):
                if error := self._make_stream_readable(field, value):
                    errors[field.name] = [error]
            elif isinstance(value, str) and isinstance(field, models.CharField | models.TextField):
                setattr(self, field.attname, (plain_text if isinstance(field, models.TextField) else one_line)(value))
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors := {name: error for name, error in errors.items() if name not in (exclude or ())}:
            raise ValidationError(errors)

    def _make_stream_readable(self, field: StreamField, value: Any) -> ValidationError | None:
        """Clean all texts of a stream. Returns the error if a required text is empty afterwards."""
        stored = field.get_prep_value(value)
        clean = _readable_in(stored)
        if clean == stored:
            return None
        stream = field.to_python(clean)
        setattr(self, field.name, stream)
        try:
            field.stream_block.clean(stream)
        except ValidationError as error:
            return error
        return None


def _readable_in(stored: Any) -> Any:
    """The raw data of a stream with all its texts cleaned."""
    if isinstance(stored, str):
        return readable(stored)
    if isinstance(stored, dict):
        return {key: _readable_in(value) for key, value in stored.items()}
    if isinstance(stored, list):
        return [_readable_in(value) for value in stored]
    return stored

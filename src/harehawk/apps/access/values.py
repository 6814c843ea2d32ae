"""A row as plain values, and back: what the log keeps."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.db import models

from harehawk.apps.access.models import KEPT, Recorded

type Value = Any  # of a field, by its kind

PLAIN = (bool, int, float, str, list, dict, type(None))


def kept_fields(model: type[Recorded]) -> list["models.Field[Any, Any]"]:
    """The fields whose values the log keeps, in order."""
    left_out = KEPT | model.private
    return [field for field in model._meta.concrete_fields if field.name not in left_out and not field.primary_key]


def list_fields(model: type[Recorded]) -> list["models.ManyToManyField[Any, Any]"]:
    """The fields that hold several rows of another table."""
    return list(model._meta.many_to_many)


def values(row: Recorded) -> dict[str, Any]:
    """Take a saved row apart."""
    return plain_values(row) | {field.name: list(_of(row, field)) for field in list_fields(type(row))}


def plain_values(row: Recorded) -> dict[str, Any]:
    """Take a row apart, but for its list fields."""
    return {field.name: plain_value(field, field.value_from_object(row)) for field in kept_fields(type(row))}


def plain_value(field: "models.Field[Any, Any]", value: Value) -> Value:
    """A value as JSON can hold it without loss."""
    if isinstance(value, PLAIN):
        return value
    holder = field.model()  # fields write values of rows only
    setattr(holder, field.attname, value)
    return field.value_to_string(holder)


def assign(row: Recorded, kept: Mapping[str, Any]) -> None:
    """Put kept values into a row; those of list fields follow when it is saved."""
    for field in kept_fields(type(row)):
        if field.name in kept:
            setattr(row, field.attname, field.to_python(kept[field.name]))


def lists_in(model: type[Recorded], named: Iterable[str]) -> list[str]:
    """Which of these names are list fields."""
    known = {field.name for field in list_fields(model)}
    return [name for name in named if name in known]


def _of(row: Recorded, field: "models.ManyToManyField[Any, Any]") -> Iterable[int]:
    if row.pk is None:
        return ()
    through = cast("type[models.Model]", field.remote_field.through)
    return (
        through._default_manager.filter(**{field.m2m_field_name(): row.pk})
        .order_by("pk")
        .values_list(f"{field.m2m_reverse_field_name()}_id", flat=True)
    )

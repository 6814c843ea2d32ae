"""Tables in the order in which their rows can go: first those that refer to others."""

from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.db import models

from harehawk.apps.access.models import Recorded
from harehawk.apps.opportunities.models import Judgement


@cache
def users_first() -> tuple[type[models.Model], ...]:
    """Judgements and all recorded tables but people and teams of the access app, those that refer to others first."""
    several = [
        model for model in apps.get_models() if issubclass(model, Recorded) and model._meta.app_label != "access"
    ]
    judged: list[type[models.Model]] = [*several, Judgement]
    graph = {model: _named(model) & set(several) for model in judged}
    return tuple(reversed(list(TopologicalSorter(graph).static_order())))


def _named(model: type[models.Model]) -> set[Any]:
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return {field.related_model for field in fields if field.is_relation and field.related_model is not model}


def delete(rows: "models.QuerySet[Any]") -> None:
    """Delete rows that may refer to each other. Raises ProtectedError where others refer to them."""
    own = rows.model._meta.concrete_fields
    for field in own:
        if field.is_relation and field.related_model is rows.model and field.null:
            rows.update(**{field.name: None})
    rows.delete()

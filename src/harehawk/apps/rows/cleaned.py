"""For migrations: texts that were stored before every write cleaned them."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, models, transaction

from harehawk.apps.rows.spelled import spelled
from harehawk.book.cells import clean


def clean_all(app: str) -> Callable[..., None]:
    """Take from all texts of an app what nobody sees in them."""

    def clean_them(apps: Any, _: Any) -> None:  # noqa: ANN401  as migrations call it
        for model in apps.get_app_config(app).get_models():
            clean_texts(model)

    return clean_them


def clean_texts(model: type[models.Model]) -> None:
    """The same for one table. A text that must differ from all others and no longer would is left to its next write."""
    names = [one.attname for one in model._meta.concrete_fields if isinstance(one, models.CharField | models.TextField)]
    rows = model._default_manager.order_by()
    for number, *texts in list(rows.values_list("pk", *names)) if names else ():
        known = {name: text for name, text in zip(names, texts, strict=True) if text and name != "spelled"}
        changed = {name: clean(text) for name, text in known.items() if clean(text) != text}
        if "spelled" in names and "name" in changed:
            changed["spelled"] = spelled(changed["name"])
        if changed:
            try:
                with transaction.atomic():
                    rows.filter(pk=number).update(**changed)
            except IntegrityError:
                continue

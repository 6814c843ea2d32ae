from contextlib import suppress
from typing import Any

from django.db import migrations

from harehawk.book.figures import currency
from harehawk.book.unfit import Unfit


def name_by_code(apps: Any, _: Any) -> None:  # noqa: ANN401  as migrations call it
    """Write a currency by its code; what is none is left to the next save, for only its owner knows what was meant."""
    rows = apps.get_model("method", "Company").objects.exclude(currency="")
    for number, text in list(rows.values_list("pk", "currency")):
        with suppress(Unfit):
            rows.filter(pk=number).update(currency=currency(text))


class Migration(migrations.Migration):
    dependencies = [("method", "0002_clean_texts")]

    operations = [migrations.RunPython(name_by_code, migrations.RunPython.noop)]

"""Judgements name people by their keys; who was erased is named there by the pseudonym, too."""

from collections.abc import Callable, Collection
from typing import Any

from harehawk.apps.customers.erasing import everywhere
from harehawk.apps.opportunities.models import Judgement


def forget(*, opportunities: Collection[int], key: str, pseudonym: str, rename: Callable[[str], str], **_: Any) -> None:
    """Put the pseudonym in place of the key, in the transaction that erases."""

    def change(text: str) -> str:
        return pseudonym if text == key else rename(text)

    for row in Judgement.objects.filter(opportunity__in=opportunities).only("record", "question"):
        record, question = everywhere(row.record, change), everywhere(row.question, change)
        if (record, question) != (row.record, row.question):
            Judgement.objects.filter(pk=row.pk).update(record=record, question=question)

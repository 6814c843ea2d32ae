"""Judgements name people by their keys, and files are called after them: the pseudonym of who was erased goes there."""

from collections.abc import Collection
from typing import Any

from harehawk.apps.customers.personal import Personal, everywhere
from harehawk.apps.opportunities.models import Attachment, Judgement


def forget(*, opportunities: Collection[int], personal: Personal, **_: Any) -> None:
    """Put the pseudonym in place of the key, in the transaction that erases."""
    for number, name in Attachment.objects.filter(opportunity__in=opportunities).values_list("pk", "name"):
        if name != personal.rename(name):
            Attachment.objects.filter(pk=number).update(name=personal.rename(name))
    for row in Judgement.objects.filter(opportunity__in=opportunities).only("record", "question"):
        record, question = everywhere(row.record, personal.blot), everywhere(row.question, personal.blot)
        if (record, question) != (row.record, row.question):
            Judgement.objects.filter(pk=row.pk).update(record=record, question=question)

"""A form out of the book shows every value so that sending it back as it stands changes nothing."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.exchange.actions import load_sample
from harehawk.apps.opportunities import queries
from harehawk.apps.opportunities.models import Opportunity
from harehawk.book.sheets import SHEET
from harehawk.web.forms.row import RowForm

pytestmark = pytest.mark.django_db


def sent_back(sheet, offered, cells):
    """The cells of a form that is sent as it was shown, and those it should hold."""
    shown = RowForm(sheet, offered, first=cells, leave_out={"opportunity", "id", "customer"})
    data = QueryDict(mutable=True)
    for field in shown:
        value = field.value()
        data.setlist(field.html_name, value if isinstance(value, list) else [value])
    form = RowForm(sheet, offered, data, leave_out=shown.columns.keys() ^ {column.key for column in sheet.columns})
    assert form.is_valid(), (sheet.key, form.errors, data)
    return form.cells(), {key: cells[key] for key in shown.columns}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_row_of_the_sample_comes_back_as_it_was(chen, language):
    load_sample(actor=Actor(user=chen, door=Door.COMMAND), language=language[:2])
    rows = 0
    with override(language):
        for deal in Opportunity.objects.select_related("owner__user"):
            user = deal.owner.user
            offered = queries.choosable(user, deal.pk, language[:2])
            for key, sheet in queries.SHEETS.items():
                for row in queries.entered(user, deal.pk, key):
                    back, before = sent_back(sheet, offered, row.cells)
                    assert back == before, key
                    rows += 1
            known = queries.deal(user, deal.pk)
            back, before = sent_back(SHEET["opportunities"], offered, {**known.fields, "owner": known.owner})
            assert back == before
    assert rows > 300

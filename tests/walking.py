"""All addresses there are, for tests that look at every page; a new kind of parameter needs a line in `values`."""

import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from harehawk.apps.opportunities.models import Attachment, Opportunity
from harehawk.apps.rows.tables import tables
from harehawk.engine.common import Factor
from harehawk.web.explain import ABOUT, WHOLE

SORTS = ("expected_value", "chance", "confidence", "worth", "name", "customer", "owner", "amount", "expected_signature")
SEARCHES = [
    "/nowhere/",
    *(f"/opportunities/?sort={sort}" for sort in SORTS),
    *(f"/opportunities/?verdict={verdict}" for verdict in ("pursue", "probe", "abandon")),
    *(f"/opportunities/?gate={gate}" for gate in (1, 2, 3)),
    "/opportunities/?q=zq",
    "/opportunities/?closed=yes",
    "/customers/?q=zq",
    "/people/?q=zq",
]


def deals() -> list[Opportunity]:
    """One of Lin Xiaolan's, and one of somebody else's."""
    rows = Opportunity.objects.open().order_by("pk")
    hers = rows.filter(owner__key="lin-xiaolan")
    return [hers[0], rows.exclude(pk__in=hers)[0]]


def patterns(found: list[Any] | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """All patterns, each with the way it is written."""
    for one in get_resolver().url_patterns if found is None else found:
        way = before + str(one.pattern).removeprefix("^")
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, way)
        else:
            yield way, one


def values(way: str, deal: Opportunity) -> dict[str, Any]:
    """What to put for each parameter of an address: something of this opportunity."""
    people = list(deal.members.values_list("person", flat=True)) or [1]
    numbers = {
        "opportunities": [deal.pk],
        "customers": [deal.customer_id],
        "people": people,
        "files": [1, *Attachment.objects.filter(opportunity=deal).values_list("pk", flat=True)],
        "workbook": ["no-such-deal"],
    }
    return {
        "number": numbers.get(way.partition("/")[0], [1]),
        "sheet": ["needs", "payments", "harms"],
        "row": [1],
        "what": ABOUT if "about" in way else WHOLE,
        "about": ["1", "2", "3", "funds_enough"],
        "criterion": ["funds_enough", "top_access"],
        "person": people[:1],
        "rival": list(deal.rivals.values_list("rival", flat=True)) or ["-"],
        "factor": [Factor.PRICE],
        "post": list(deal.customer.posts.values_list("pk", flat=True)[:1]) or [1],
        "invoice": list(deal.customer.invoices.values_list("pk", flat=True)[:1]) or [1],
        "kind": ["json", "zip", "xlsx"],
        "code": ["key", "funds_enough"],
        "customer_class": ["key"],
        "language": ["en"],
        **{name: [1] for name in ("member", "shared", "pk")},
        **{name: ["gone"] for name in ("token", "uidb36", "key")},
    }


def asked(about: Sequence[Opportunity]) -> Iterator[str]:
    """Everything that can be asked for by an address, about these opportunities; and the list in every order."""
    seen = {"/sign-out/"}
    for deal, (way, pattern) in itertools.product(about, patterns()):
        names = re.findall(r"<(?:\w+:)?(\w+)>", way)
        given = values(way, deal)
        for chosen in itertools.product(*(given[name] for name in names)):
            cells = dict(zip(names, chosen, strict=True))
            if "row" in cells:
                row = tables()[cells["sheet"]]._default_manager.filter(opportunity=deal).first()
                cells["row"] = row.pk if row else 1
            address = reverse(pattern.name, kwargs=cells) if pattern.name else f"/{way}"
            if address not in seen:
                seen.add(address)
                yield address
    yield from SEARCHES
    for deal in about:
        yield f"/opportunities/{deal.pk}/?as_of={timezone.localdate():%Y-%m-%d}"


def everything_in(reply: Any) -> str:
    """All that came, out of its packing."""
    content = b"".join(reply.streaming_content) if reply.streaming else reply.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    return str(content, "utf-8", "replace")

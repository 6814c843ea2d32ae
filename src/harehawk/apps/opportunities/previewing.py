"""A change of the method tried out on all open opportunities, by the engine itself; no judgement is kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import batched

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from harehawk.apps.access.actor import Actor
from harehawk.apps.access.models import User
from harehawk.apps.access.roles import Role
from harehawk.apps.customers.lateness import method_on, method_with
from harehawk.apps.method import actions
from harehawk.apps.method.actions import Wanted, may_set, must_set
from harehawk.apps.method.queries import as_plain, from_kept, settings_of, version
from harehawk.apps.opportunities.known import known
from harehawk.apps.opportunities.models import Opportunity, Preview
from harehawk.apps.opportunities.problems import PreviewNotFound, PreviewOver
from harehawk.apps.opportunities.reach import inside
from harehawk.book.cases import cases
from harehawk.book.sheets import Book
from harehawk.engine.gates.judge import judge
from harehawk.engine.gates.judgement import Judgement
from harehawk.engine.gates.method import Method

AT_ONCE = 50  # opportunities between two looks at whether somebody stopped it
AT_THE_SPOT = 50  # judged before the page answers; more are judged in the background
KEPT_FOR = dt.timedelta(days=30)
SHOWN_FOR = dt.timedelta(days=7)
FEW = 5  # totals over fewer could tell of one


@dataclass(frozen=True, kw_only=True)
class Turned:
    """An opportunity whose verdict would change."""

    number: int
    name: str
    customer_name: str
    before: Judgement
    after: Judgement


@dataclass(frozen=True, kw_only=True)
class TriedOut:
    """What a change would do, as its reader may see it.

    `turned` and `same` are of opportunities he reads everything of: the first of those whose verdict changes, of
    `turning` in all, and how many stay. `others` counts the rest by verdict before and after; None where it could
    tell of a single one, or he does not set the method.
    """

    number: int
    wanted: Wanted
    by: str
    at: dt.datetime
    before: Book
    after: Book
    after_method: Method
    known: Book
    done: int
    total: int
    ended: bool
    cancelled: bool
    version: int | None
    turned: Sequence[Turned]
    turning: int
    same: int
    others: Sequence[tuple[str, str, int]] | None
    other_total: int


def ask_for_preview(*, actor: Actor, wanted: Wanted) -> int:
    """Try a change out; of many opportunities in the background. Raises what `method.actions.try_out` does."""
    settings = actions.try_out(actor=actor, wanted=wanted)
    with transaction.atomic():
        Preview.objects.filter(asked_at__lt=timezone.now() - KEPT_FOR).delete()
        work = Preview.objects.create(
            asked_by=actor.user,
            wanted=asdict(wanted),
            settings=as_plain(settings),
            base=version(),
        )
        numbers = _touched(work)
        Preview.objects.filter(pk=work.pk).update(total=len(numbers))
        if len(numbers) > AT_THE_SPOT:
            preview.enqueue(work.pk)
    if len(numbers) <= AT_THE_SPOT:
        preview.call(work.pk)
    return work.pk


def confirm_preview(*, actor: Actor, number: int) -> int:
    """Let a change that was tried out hold; return the new version. Raises PreviewNotFound, PreviewOver, and what
    `method.actions.change_setting` does.
    """
    must_set(actor)
    with transaction.atomic():
        work = Preview.objects.select_for_update().filter(pk=number).first()
        if work is None:
            raise PreviewNotFound(number)
        if work.version is not None or work.ended_at is None:
            raise PreviewOver
        work.version = actions.change_setting(actor=actor, wanted=Wanted(**work.wanted))
        work.save(update_fields=["version"])
    return work.version


def wanted_of(*, actor: Actor, number: int) -> Wanted:
    """What was tried out, to be changed once more. Raises PreviewNotFound."""
    must_set(actor)
    if (work := Preview.objects.filter(pk=number).first()) is None:
        raise PreviewNotFound(number)
    return Wanted(**work.wanted)


def stop_preview(*, actor: Actor, number: int) -> None:
    """End the judging; what was found so far stays to be seen. Raises PreviewNotFound."""
    must_set(actor)
    if not Preview.objects.filter(pk=number).update(cancelled=True):
        raise PreviewNotFound(number)


@task
def preview(number: int) -> None:
    """Judge what a change touches, as it is and as it would be; it can be stopped, and started again."""
    work = Preview.objects.get(pk=number)
    today = timezone.localdate()
    found: list[tuple[int, str, str]] = []
    numbers = _touched(work)
    Preview.objects.filter(pk=number).update(total=len(numbers), done=0)
    for some in batched(numbers, AT_ONCE):
        if Preview.objects.filter(pk=number, cancelled=True).exists():
            break
        book = known(some, today)
        before, after = _both(work, today)
        pairs = zip(_judged(book, today, before), _judged(book, today, after), strict=True)
        keys = dict(Opportunity.objects.filter(pk__in=some).values_list("key", "pk"))
        found += [(keys[was.case], str(was.verdict), str(will.verdict)) for was, will in pairs]
        Preview.objects.filter(pk=number).update(done=len(found))
    Preview.objects.filter(pk=number).update(judged=found, ended_at=timezone.now())


def tried_out(user: User, number: int, most: int) -> TriedOut:
    """What a change would do, with at most so many opportunities by name. Raises PreviewNotFound."""
    work = Preview.objects.select_related("asked_by").filter(pk=number).first() if _may_look(user) else None
    if work is None:
        raise PreviewNotFound(number)
    today = timezone.localdate()
    own = inside(user, [one for one, _, _ in work.judged])
    turning = [one for one, was, will in work.judged if one in own and was != will]
    shown = known(turning[:most], today)
    before, after = _both(work, today)
    called = {row.key: row for row in Opportunity.objects.filter(pk__in=turning[:most]).select_related("customer")}
    pairs = zip(_judged(shown, today, before), _judged(shown, today, after), strict=True)
    others = [(was, will) for one, was, will in work.judged if one not in own]
    return TriedOut(
        number=number,
        wanted=Wanted(**work.wanted),
        by=work.asked_by.name if work.asked_by else "",
        at=work.asked_at,
        before=settings_of(work.base),
        after=from_kept(work.settings),
        after_method=after,
        known=shown,
        done=work.done,
        total=work.total,
        ended=work.ended_at is not None,
        cancelled=work.cancelled,
        version=work.version,
        turned=[
            Turned(
                number=called[was.case].pk, name=called[was.case].name,
                customer_name=called[was.case].customer.name, before=was, after=will,
            )
            for was, will in pairs
        ],
        turning=len(turning),
        same=len(own) - len(turning),
        others=_totals(others) if may_set(user) else None,
        other_total=len(others),
    )  # fmt: skip


def considered(user: User) -> Sequence[tuple[int, str, dt.datetime, Wanted]]:
    """What was tried out of late and does not hold, of each setting the last: number, by whom, when, what."""
    if not _may_look(user):
        return []
    rows = Preview.objects.filter(version=None, asked_at__gte=timezone.now() - SHOWN_FOR).select_related("asked_by")
    latest: dict[tuple[str, ...], tuple[int, str, dt.datetime, Wanted]] = {}
    for row in rows.order_by("-pk"):
        wanted = Wanted(**row.wanted)
        about = wanted.sheet, wanted.code, wanted.customer_class
        latest.setdefault(about, (row.pk, row.asked_by.name if row.asked_by else "", row.asked_at, wanted))
    return list(latest.values())


def _may_look(user: User) -> bool:
    return may_set(user) or user.has_role(Role.DIRECTOR)


def _totals(others: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str, int]] | None:
    """By verdict before and after, where at least a few change and a few do not."""
    changing = [pair for pair in others if pair[0] != pair[1]]
    if len(changing) < FEW or len(others) - len(changing) < FEW:
        return None
    return sorted(((*pair, changing.count(pair)) for pair in set(changing)), key=lambda one: -one[2])


def _both(work: Preview, day: dt.date) -> tuple[Method, Method]:
    """The method as it was when the change was asked for, and as it would be."""
    before = method_on(work.base, day)
    return before, method_with(from_kept(work.settings), day, before)


def _touched(work: Preview) -> list[int]:
    """The open opportunities that the change can reach: those of the classes that differ, or all."""
    before, after = _both(work, timezone.localdate())
    rows = Opportunity.objects.open()
    if replace(after, classes=before.classes, version=before.version) == before:
        codes = {*before.classes, *after.classes}
        differ = {code for code in codes if before.classes.get(code) != after.classes.get(code)}
        differ |= {""} if before.unclassified in differ else set()
        rows = rows.filter(customer__customer_class__in=differ)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _judged(book: Book, day: dt.date, rules: Method) -> Sequence[Judgement]:
    return judge(cases(book, day, rules=rules))

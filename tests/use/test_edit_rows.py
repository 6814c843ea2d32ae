"""Lin changes what is entered about Tower, row by row: the verdict follows, nothing is lost, all can be undone."""

import re
from html import unescape

import pytest
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers.models import Colleague, Customer, Person, Relationship
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.models import Cost, Need, Opportunity, TeamMember

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("static_files")]


@pytest.fixture
def seat(lin):
    return Colleague.objects.create(key="Lin", name="Lin", user=lin)


@pytest.fixture
def tower(lin, seat):
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    actor = Actor(user=lin, door=Door.PAGE)
    number = actions.add_opportunity(actor=actor, name="Tower", customer=rail.pk, amount=3_000_000)
    return Opportunity.objects.get(pk=number)


@pytest.fixture
def sun(person, tower):
    """Works on Tower beside Lin."""
    user = person("Sun", "specialist")
    colleague = Colleague.objects.create(key="Sun", name="Sun", user=user)
    TeamMember.objects.create(opportunity=tower, colleague=colleague)
    return user


@pytest.fixture
def browser(client, lin):
    client.force_login(lin)
    return client


def moved(reply):
    """The line that tells what a write moved."""
    found = re.search(r'<p role="(?:status|alert)">.*?<span>(.*?)</span></p>', reply.text)
    return unescape(found[1]) if found else ""


def undo(browser, reply):
    """Press the button in that line."""
    address = re.search(r'action="(/undo/\d+/)"', reply.text)[1]
    back = re.search(r'name="back" value="([^"]+)"', reply.text)[1]
    return browser.post(address, {"back": back}, follow=True)


def verdict(tower):
    return tower.judgements.get(latest=True).verdict


def test_a_need_that_nobody_meets_turns_the_verdict_and_undo_turns_it_back(browser, tower):
    before = verdict(tower)

    reply = browser.post(
        f"/opportunities/{tower.pk}/rows/needs/", {"need": "Live in March", "fit": "none"}, follow=True
    )

    assert reply.redirect_chain == [(f"/opportunities/{tower.pk}/#edit-needs", 303)]
    assert (before, verdict(tower)) == ("probe", "abandon")
    assert moved(reply).startswith("Probe → abandon; chance of winning ")
    back = undo(browser, reply)
    assert moved(back).startswith("Abandon → probe")
    assert verdict(tower) == before
    assert not Need.objects.exists()
    again = undo(browser, back)
    assert verdict(tower) == "abandon"
    assert moved(browser.get(again.request["PATH_INFO"])) == ""  # told once


@pytest.fixture
def crane(lin, tower):
    """A cost of Tower."""
    actor = Actor(user=lin, door=Door.PAGE)
    number = actions.add_row(actor=actor, opportunity=tower.pk, sheet="costs", item="Crane", month=2, amount=400_000)
    return Cost.objects.get(pk=number)


def seen(browser, address):
    """What a page's form would send as it stands."""
    form = browser.get(address).context["form"]
    return {field.html_name: field.value() or "" for field in form} | {"version": form.version}


def test_what_two_people_want_otherwise_is_shown_field_by_field_and_nothing_is_lost(browser, sun, tower, crane, client):
    address = f"/opportunities/{tower.pk}/rows/costs/{crane.pk}/"
    lins, suns = seen(browser, address), seen(browser, address)
    client.force_login(sun)
    client.post(address, suns | {"amount": "500,000", "month": "3"})
    client.force_login(sun.__class__.objects.get(name="Lin"))

    reply = client.post(address, lins | {"amount": "600,000", "item": "Tower crane"})

    assert reply.status_code == 409
    assert "Sun changed this while you were writing." in reply.text
    assert "amount: Sun wrote “500,000”" in unescape(reply.text).lower().replace("sun wrote", "Sun wrote")
    crane.refresh_from_db()
    assert (crane.item, crane.month, crane.amount) == ("Crane", 3, 500_000)
    shown = dict(re.findall(r'<input type="(?:text|hidden)" name="([^"]+)" value="([^"]*)"', reply.text))
    assert (shown["item"], shown["month"], shown["amount"]) == ("Tower crane", "3", "600,000")
    shown = {name: value for name, value in shown.items() if name != "csrfmiddlewaretoken"}
    client.post(address, shown | {"take-amount": "theirs"})
    crane.refresh_from_db()
    assert (crane.item, crane.month, crane.amount) == ("Tower crane", 3, 500_000)


def test_two_people_who_change_different_things_disturb_each_other_not_at_all(browser, sun, tower, crane, client):
    address = f"/opportunities/{tower.pk}/rows/costs/{crane.pk}/"
    lins, suns = seen(browser, address), seen(browser, address)
    client.force_login(sun)
    client.post(address, suns | {"month": "3"})

    reply = client.post(address, lins | {"amount": "0.6m"})

    assert reply.status_code == 303
    crane.refresh_from_db()
    assert (crane.month, crane.amount) == (3, 600_000)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("150", "“150” is too high. The most allowed is 100%."),
        ("half", "“half” is not a per cent. Write it like 20% or 0.2."),
        ("80", "add up to 110% of the contract. Lower one of them."),
    ],
)
def test_a_share_that_cannot_be_is_refused_at_its_field_and_what_was_typed_stays(browser, lin, tower, share, said):
    actor = Actor(user=lin, door=Door.PAGE)
    actions.add_row(actor=actor, opportunity=tower.pk, sheet="payments", name="Advance", month=0, share=0.3)

    reply = browser.post(
        f"/opportunities/{tower.pk}/rows/payments/", {"name": "Delivery", "month": "4", "share": share}
    )

    assert reply.status_code == 422
    field = re.search(r'<div class="ask-field">\s*<label for="payments-share">.*?</div>', reply.text, re.DOTALL)[0]
    assert said in unescape(field)
    assert f'value="{share}"' in field
    assert 'value="Delivery"' in reply.text
    assert tower.payments.count() == 1


def test_a_bid_bond_stands_in_the_list_with_its_amount(browser, tower):
    address = f"/opportunities/{tower.pk}/rows/payments/"

    browser.post(address, {"name": "Bid bond", "kind": "bid bond", "amount": "300,000"})

    assert "<b>Bid bond</b><small>amount: 300,000</small>" in browser.get(address).text


def test_amounts_are_read_as_people_write_them(browser, tower):
    browser.cookies["harehawk_language"] = "zh-hans"

    reply = browser.post(
        f"/opportunities/{tower.pk}/rows/costs/", {"item": "塔吊", "month": "2", "amount": "120万"}, follow=True
    )
    listed = browser.get(f"/opportunities/{tower.pk}/rows/costs/")

    assert moved(reply).startswith(("仍是摸底", "摸底→"))
    assert Cost.objects.get().amount == 1_200_000
    assert "金额：120万" in listed.text


def test_a_row_is_removed_without_asking_and_comes_back_by_undo(browser, tower, crane):
    reply = browser.post(f"/opportunities/{tower.pk}/rows/costs/{crane.pk}/remove/", follow=True)

    assert not Cost.objects.exists()
    undo(browser, reply)
    assert Cost.objects.get().item == "Crane"


def test_what_was_written_over_is_not_undone_and_says_why(browser, tower, crane):
    address = f"/opportunities/{tower.pk}/rows/costs/{crane.pk}/"
    first = browser.post(address, seen(browser, address) | {"amount": "500,000"}, follow=True)
    browser.post(address, seen(browser, address) | {"amount": "700,000"}, follow=True)

    late = undo(browser, first)

    assert moved(late).startswith("This cannot be undone any more: “Crane” was changed again since.")
    assert Cost.objects.get().amount == 700_000


def test_undo_pressed_twice_undoes_once(browser, tower, crane):
    reply = browser.post(f"/opportunities/{tower.pk}/rows/costs/{crane.pk}/remove/", follow=True)
    undo(browser, reply)

    again = undo(browser, reply)

    assert moved(again) == "This was undone already. Nothing was done."
    assert Cost.objects.count() == 1


def test_the_opportunity_itself_is_changed_and_what_stays_as_it_was_is_no_change(browser, tower):
    address = f"/opportunities/{tower.pk}/fields/"
    form = seen(browser, address)

    same = browser.post(address, form, follow=True)
    reply = browser.post(address, form | {"amount": "4.5m", "margin": "20", "decision_rule": "vote"}, follow=True)

    assert moved(same) == "Nothing was changed."
    assert "expected value" in moved(reply)
    tower.refresh_from_db()
    assert (tower.amount, tower.margin, tower.decision_rule) == (4_500_000, 0.2, "vote")


def test_sales_operations_change_names_amounts_and_dates_and_see_nothing_else(client, person, tower):
    client.force_login(person("Qian", "operations"))
    address = f"/opportunities/{tower.pk}/fields/"
    form = seen(client, address)

    assert "margin" not in form
    reply = client.post(address, form | {"amount": "4.5m", "margin": "20"}, follow=True)

    tower.refresh_from_db()
    assert (tower.amount, tower.margin) == (4_500_000, None)
    assert moved(reply) == "Saved."
    undo(client, reply)
    tower.refresh_from_db()
    assert tower.amount == 3_000_000


def test_whoever_does_not_work_on_it_undoes_nothing_of_it(client, person, tower, crane):
    client.force_login(person("Qian", "operations"))

    reply = client.post(f"/undo/{Entry.objects.get(table='opportunities.cost').pk}/", {"back": "/"})

    assert reply.status_code == 404
    assert Cost.objects.exists()


def test_undo_leads_nowhere_else(browser, tower, crane):
    reply = browser.post(f"/undo/{Entry.objects.get(table='opportunities.cost').pk}/", {"back": "//elsewhere.example/"})

    assert reply.url == "/"


def test_the_history_undoes_what_was_written_long_ago(browser, tower, crane):
    browser.post(f"/opportunities/{tower.pk}/rows/needs/", {"need": "Live in March", "fit": "none"})
    entry = Entry.objects.get(table="opportunities.need")

    page = browser.get(f"/opportunities/{tower.pk}/history/")
    assert f'action="/undo/{entry.pk}/"' in page.text
    reply = browser.post(f"/undo/{entry.pk}/", {"back": f"/opportunities/{tower.pk}/history/"}, follow=True)

    assert moved(reply).startswith("Abandon → probe")
    assert f'action="/undo/{entry.pk}/"' not in reply.text
    assert verdict(tower) == "probe"


def test_what_is_saved_as_it_was_is_not_judged_anew(browser, tower, crane):
    address = f"/opportunities/{tower.pk}/rows/costs/{crane.pk}/"
    judged = tower.judgements.count()

    reply = browser.post(address, seen(browser, address), follow=True)

    assert moved(reply) == "Nothing was changed."
    assert tower.judgements.count() == judged


@pytest.fixture
def heron(lin, tower):
    """A rival whom a comparison, a stance and a tender name."""
    actor, mei = Actor(user=lin, door=Door.PAGE), Person.objects.create(key="Mei", name="Mei", customer=tower.customer)
    rival = actions.add_row(actor=actor, opportunity=tower.pk, sheet="rivals", rival="Heron")
    actions.add_row(actor=actor, opportunity=tower.pk, sheet="members", person=mei.pk)
    actions.set_factor(actor=actor, opportunity=tower.pk, rival="Heron", factor="price", advantage=1)
    actions.record_stance(
        actor=actor, opportunity=tower.pk, person=mei.pk, rival="Heron", attitude="support", grade="first-hand",
        source="Mei", learned_on=timezone.localdate(),
    )  # fmt: skip
    actions.add_row(actor=actor, opportunity=tower.pk, sheet="tender_points", item="Team", maximum=10, party="Heron")
    return f"/opportunities/{tower.pk}/rows/rivals/{rival}/"


def called(tower):
    """What the rival is called, wherever it is named."""
    by_name = (
        (tower.rivals, "rival"),
        (tower.factors, "rival"),
        (tower.stances, "rival"),
        (tower.tender_points, "party"),
    )
    return {name for rows, field in by_name for name in rows.values_list(field, flat=True)}


def test_a_rival_that_others_name_takes_a_new_name_everywhere_and_undo_the_old_one(browser, tower, heron):
    renamed = browser.post(heron, seen(browser, heron) | {"rival": "Egret"}, follow=True)

    assert called(tower) == {"Egret"}
    assert "Egret" in renamed.text

    address, back = (
        re.search(found, renamed.text)[1] for found in (r'action="(/undo/\d+/)"', r'name="back" value="([^"]+)"')
    )
    also = re.findall(r'name="also" value="(\d+)"', renamed.text)
    browser.post(address, {"back": back, "also": also}, follow=True)

    assert called(tower) == {"Heron"}


def test_what_a_rival_s_people_know_goes_by_the_new_name_unless_another_deal_has_the_old_one(
    browser, lin, tower, heron
):
    mei, actor = Person.objects.get(key="Mei"), Actor(user=lin, door=Door.PAGE)
    tie = Relationship.objects.create(person=mei, rival="Heron", closeness=2)

    browser.post(heron, seen(browser, heron) | {"rival": "Egret"})
    tie.refresh_from_db()
    assert tie.rival == "Egret"

    other = actions.add_opportunity(actor=actor, name="Bridge", customer=tower.customer_id)
    actions.add_row(actor=actor, opportunity=other, sheet="rivals", rival="Egret")
    browser.post(heron, seen(browser, heron) | {"rival": "Kite"})
    tie.refresh_from_db()
    assert tie.rival == "Egret"


def test_the_history_takes_a_new_name_back_by_the_rival_alone(browser, tower, heron):
    browser.post(heron, seen(browser, heron) | {"rival": "Egret"})

    browser.post(f"/undo/{Entry.objects.filter(table='opportunities.rival', act='change').get().pk}/", {"back": "/"})

    assert called(tower) == {"Heron"}


def test_a_rival_that_others_name_is_not_removed_and_the_page_says_who_names_it(browser, tower, heron):
    told = moved(browser.post(f"{heron}remove/", follow=True))

    assert told.startswith("“Heron” was not removed: it is still named in Factors · Stances · Tender points.")
    assert tower.rivals.get().rival == "Heron"


def test_somebody_who_is_not_in_the_list_is_a_link_away(browser, tower):
    where = f"/customers/{tower.customer_id}/people/add/"

    assert f'href="{where}"' in browser.get(f"/opportunities/{tower.pk}/rows/members/").text
    assert where not in browser.get(f"/opportunities/{tower.pk}/rows/needs/").text
    assert browser.get(where).status_code == 200

"""Qian of sales operations changes the method by page; a director sees first which deals of the team would turn."""

import pytest

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import User
from harehawk.apps.exchange.actions import load_sample
from harehawk.apps.method.models import CustomerClass, Version
from harehawk.apps.opportunities.models import Judgement, Opportunity, Rejudging
from harehawk.apps.opportunities.rejudging import rejudge


@pytest.fixture
def qian(person):
    """Of sales operations."""
    return person("Qian", "operations")


@pytest.fixture
def sample(chen):
    load_sample(actor=Actor(user=chen, door=Door.PAGE), language="en")


@pytest.fixture
def director(sample):
    """Whoever of the sample leads all of sales."""
    leads = [user for user in User.objects.all() if "director" in user.roles]
    return max(leads, key=lambda user: Opportunity.objects.visible_to(user).count())


@pytest.fixture
def browser(client, qian):
    client.force_login(qian)
    return client


def typed_into(browser, address="/method/classes/key/"):
    """What stands in the form of a setting."""
    form = browser.get(address).context["form"]
    return {"version": str(form.version)} | {line.name: line.value() for line in form if line.value()}


def wanted(browser, address="/method/classes/key/", **fields):
    """What the page says to what is typed over; the page of the preview, if it took it."""
    return browser.post(address, typed_into(browser, address) | fields, follow=True)


def floor():
    return CustomerClass.objects.get(code="key").margin_floor


def test_everybody_reads_it_and_what_nobody_set_is_marked_as_the_default(client, lin):
    client.force_login(lin)

    page = client.get("/method/").text

    assert "We ask a margin of 15% where a customer is “standard”, of 5% where “strategic”." in page
    assert "Nobody has changed anything: all of it is the default of the method." in page
    assert "The need is explicit and written down" in page
    assert 'class="default"' in page
    assert "/method/classes/key/" not in page
    assert client.get("/method/classes/key/").status_code == 404


def test_a_higher_floor_is_seen_before_it_holds_and_judged_by_once_it_does(browser, client, qian, director):
    before = floor(), Version.objects.count(), Judgement.objects.count()

    preview = wanted(browser, margin_floor="60%")
    tried = preview.redirect_chain[-1][0]

    assert "You read the verdict of none of them" in preview.text
    assert "Class “key”: margin floor" in preview.text
    assert (floor(), Version.objects.count(), Judgement.objects.count()) == before

    client.force_login(director)
    seen = client.get(tried).text
    turned = Opportunity.objects.filter(judgements__latest=True, customer__customer_class="key").exclude(
        judgements__verdict="abandon"
    )
    assert "open opportunities of this class you read would get another verdict." in seen
    assert "Winning would break our limits: the margin is" in seen
    assert any(one.name in seen for one in turned)
    assert "Let it hold from now on" not in seen
    assert client.post(f"{tried}confirm/").status_code == 404

    client.force_login(qian)
    page = client.post(f"{tried}confirm/", follow=True).text
    work = Rejudging.objects.get()
    rejudge.call(work.pk)

    assert "It holds from now on." in page
    assert "judged anew by what was changed" in page
    number = Version.objects.latest("number").number
    assert f"Version {number}" in page
    assert "Qian" in page
    broken = Judgement.objects.filter(latest=True, customer_class="key", why="limit broken")
    assert broken.exists()
    assert {one.method_version for one in broken} == {number}

    client.post(f"/method/versions/{number}/undo/")
    assert floor() == before[0]
    assert Version.objects.latest("number").number == number + 1
    assert Rejudging.objects.count() == 2


@pytest.mark.parametrize(
    ("address", "typed", "said"),
    [
        ("/method/classes/key/", {"margin_floor": "300%"}, "300%"),
        ("/method/classes/key/", {"importance": "-5%"}, "-5%"),
        ("/method/criteria/qualified/", {"must": "yes", "prior": "30%"}, "gate 2 is to hold for"),
        ("/method/criteria/qualified/", {"swing": "-1"}, "-1"),
        ("/method/company/", {"name": "We", "rate_bid": "97%"}, "of ten, and its musts"),
        ("/method/company/", {"name": "We", "rate_bid": "12"}, "“12” is too high. The most allowed is 9.9 of ten."),
        ("/method/add-class/", {"code": "key", "fit": "20%"}, "There is already a “key”."),
        ("/method/add-criterion/", {"code": "luck", "name": "we are lucky"}, "luck is a criterion of your own"),
        ("/method/classes/key/", {}, "nothing would change"),
    ],
)
def test_nonsense_is_refused_with_words_and_what_was_typed_stays(browser, address, typed, said):
    page = wanted(browser, address, **typed)

    assert page.status_code == 422
    assert said in page.text
    assert all(f'value="{text}"' in page.text for text in typed.values())
    assert not Version.objects.exists()


def test_a_class_of_ones_own_comes_and_goes(browser, sample):
    came = wanted(browser, "/method/add-class/", code="gold", fit="20%").redirect_chain[-1][0]
    browser.post(f"{came}confirm/")
    assert "gold" in browser.get("/method/").text

    gone = browser.post("/method/classes/gold/", {"version": "1", "take-away": "yes"})
    browser.post(f"{gone.url}confirm/")

    assert not CustomerClass.objects.filter(code="gold").exists()
    assert browser.get("/method/classes/gold/").status_code == 404


def test_two_who_change_the_same_setting_are_told_and_choose(browser, sample, qian):
    opened = typed_into(browser)
    tried = wanted(browser, margin_floor="10%").redirect_chain[-1][0]
    other = wanted(browser, margin_floor="12%").redirect_chain[-1][0]
    browser.post(f"{other}confirm/")

    late = browser.post(f"{tried}confirm/")
    form = browser.post("/method/classes/key/", opened | {"margin_floor": "11%"})

    assert late.status_code == 409
    assert 'value="10%"' in browser.get(late.context["edit"]).text, "what was wanted stands in the form again"
    assert "Qian changed this while you were writing." in late.text
    assert form.status_code == 409
    assert "Qian wrote “12%”" in form.text
    assert floor() == 0.12


def test_when_a_contract_brings_money_is_said_in_words(browser, sample):
    assert "at signature 20%, month 4 30%" in browser.get("/method/").text

    browser.cookies["harehawk_language"] = "zh-hans"

    assert "签约时20%、第4个月30%" in browser.get("/method/").text

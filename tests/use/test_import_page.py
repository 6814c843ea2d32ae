"""A book comes in by page: looked at, confirmed, stored, taken back; and goes out again."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.exchange import actions, tasks
from harehawk.apps.exchange.models import Import
from harehawk.apps.exchange.snapshot import whole_book
from harehawk.apps.opportunities.actions import add_row
from harehawk.apps.opportunities.models import Opportunity
from harehawk.book.sheets import Book

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("static_files")]
DEAL = {
    "customers": [{"name": "Yangtze Rail"}],
    "colleagues": [{"name": "Lin"}],
    "opportunities": [{"name": "Tower", "customer": "Yangtze Rail", "owner": "Lin", "amount": 3_000_000}],
    "moves": [{"id": "M1", "move": "Call Mei", "opportunity": "Tower", "colleague": "Lin"}],
}


@pytest.fixture
def qian(client, person):
    """Of sales operations, at her browser."""
    qian = person("Qian", "operations")
    client.force_login(qian)
    return qian


def bring(client, content, name="book.json", **how):
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post("/import/", {"book": SimpleUploadedFile(name, content)}, follow=True, **how)


def latest():
    return Import.objects.latest("pk")


def store(client):
    """Confirm, and let the worker do its work."""
    client.post(f"/import/{latest().pk}/confirm/")
    tasks.store.call(latest().pk, latest().asked_by_id)
    return client.get(f"/import/{latest().pk}/")


def test_an_upload_says_what_it_would_store_and_stores_nothing(client, qian):
    page = bring(client, DEAL)

    assert page.redirect_chain == [(f"/import/{latest().pk}/", 303)]
    assert "This is what it would store" in page.text
    assert "4 new, 0 changed, 0 unchanged" in page.text
    assert "no page shows it" in page.text
    assert not Opportunity.objects.exists()


def test_confirmed_it_waits_is_stored_and_leads_to_what_came_in(client, qian):
    bring(client, DEAL)

    waiting = client.post(f"/import/{latest().pk}/confirm/", follow=True)
    tasks.store.call(latest().pk, qian.pk)
    done = client.get(f"/import/{latest().pk}/")

    assert "It is being stored" in waiting.text
    assert 'hx-trigger="every 1s"' in waiting.text
    assert "It is stored" in done.text
    assert f'href="/opportunities/{Opportunity.objects.get().pk}/"' in done.text


def test_whoever_leads_all_of_sales_reads_what_is_judged_of_the_own_book(client, chen):
    client.force_login(chen)
    client.post("/welcome/", {"name": "Acme", "lead": "on"})
    bring(client, DEAL | {"colleagues": [{"name": "Lin", "team": "East"}]})
    store(client)

    deal = client.get(f"/opportunities/{Opportunity.objects.get().pk}/")

    assert "Is it an opportunity?" in deal.text


def test_who_leads_one_team_of_several_reads_nothing_of_those_in_no_team(client, wang, south, qian):
    bring(client, DEAL)
    store(client)
    client.force_login(wang)

    assert client.get(f"/opportunities/{Opportunity.objects.get().pk}/").status_code == 404


def test_the_progress_comes_as_a_part_and_the_page_is_loaded_anew_when_it_is_over(client, qian):
    bring(client, DEAL)
    Import.objects.update(state="storing", now="opportunities", done=500, total=2_000)

    part = client.get(f"/import/{latest().pk}/", headers={"HX-Request": "true"})
    Import.objects.update(state="done")
    over = client.get(f"/import/{latest().pk}/", headers={"HX-Request": "true"})

    assert "<h1>" not in part.text
    assert "500 of 2000 rows Opportunities" in part.text
    assert over.headers["HX-Refresh"] == "true"


def test_all_problems_stand_on_the_page_and_in_a_file_and_nothing_is_stored(client, qian):
    wrong = {**DEAL, "needs": [{"opportunity": "Towr", "need": "seats"}, {"opportunity": "Tower"}]}

    page = bring(client, wrong)
    one = client.get(f"/import/{latest().pk}/?sheet=needs")
    file = client.get(f"/import/{latest().pk}/problems.csv")

    assert "2 cells to mend" in page.text
    assert "Towr" in one.text
    assert "Nothing was stored." in page.text
    assert file.text.count("\n") == 3
    assert not Opportunity.objects.exists()


def test_what_was_looked_at_can_be_left(client, qian):
    bring(client, DEAL)

    page = client.post(f"/import/{latest().pk}/cancel/", follow=True)

    assert "It was stopped; nothing was stored" in page.text
    assert client.post(f"/import/{latest().pk}/confirm/").status_code == 409


def test_all_of_an_import_is_taken_back(client, qian):
    bring(client, DEAL)
    store(client)

    page = client.post(f"/import/{latest().pk}/undo/", follow=True)

    assert "It was taken back" in page.text
    assert whole_book() == Book()
    assert "taken back" in client.get("/import/").text


def test_what_others_changed_since_is_not_taken_back_and_the_page_says_so(client, qian, lin):
    bring(client, DEAL)
    store(client)
    first = latest()
    bring(
        client,
        {
            "opportunities": [{**DEAL["opportunities"][0], "amount": 4_000_000}],
            **{k: DEAL[k] for k in ("customers", "colleagues")},
        },
    )
    store(client)

    page = client.post(f"/import/{first.pk}/undo/")

    assert page.status_code == 409
    assert "Nothing was changed. Undo those changes first." in page.text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("book.xlsx", b"PK\x03\x04 half of it", "book.xlsx"),
        ("book.pdf", b"%PDF-1.7", "book.pdf"),
        ("empty.csv", b"", "empty.csv"),
        ("list.csv", b"a,b\n1,2\n", "list.csv"),
    ],
)
def test_a_file_that_is_no_book_is_told_with_the_way_out(client, qian, name, content, said):
    page = bring(client, content, name)

    assert page.status_code == 422
    assert said in page.text
    assert 'aria-describedby="book-error"' in page.text
    assert not Import.objects.exists()


@pytest.fixture
def sun(client, person):
    """Of sales operations as well, at his own browser; he works on no opportunity."""
    browser = Client()
    browser.force_login(person("Sun", "operations"))
    return browser


def test_a_colleague_sees_who_brought_a_book_and_takes_it_back(client, qian, sun):
    bring(client, DEAL)
    store(client)

    listed = sun.get("/import/")
    page = sun.post(f"/import/{latest().pk}/undo/", follow=True)

    assert "Qian" in listed.text
    assert "brought by Qian" in page.text
    assert "It was taken back" in page.text
    assert whole_book() == Book()
    assert set(Entry.objects.filter(act="remove").values_list("actor__name", flat=True)) == {"Sun"}


def test_only_who_brought_a_book_sees_which_cells_are_wrong_and_has_it_stored(client, qian, sun):
    bring(client, {**DEAL, "needs": [{"opportunity": "Towr", "need": "a secret seat"}]})
    wrong = latest()
    bring(client, DEAL)

    page, file = sun.get(f"/import/{wrong.pk}/"), sun.get(f"/import/{wrong.pk}/problems.csv")
    stored = sun.post(f"/import/{latest().pk}/confirm/")
    own = client.get(f"/import/{wrong.pk}/")

    assert "1 cell to mend" in page.text
    assert "Towr" in own.text
    assert "Towr" not in page.text
    assert (file.status_code, stored.status_code) == (404, 403)
    assert "Store it" not in sun.get(f"/import/{latest().pk}/").text


def test_a_book_that_came_by_command_is_listed_and_taken_back_by_page(client, qian, tmp_path):
    file = tmp_path / "moved.json"
    file.write_text(json.dumps(DEAL))
    actions.store(actions.stage(source=file, language="en"))

    listed = client.get("/import/")
    client.post(f"/import/{latest().pk}/undo/")

    assert "moved.json" in listed.text
    assert "by command" in listed.text
    assert whole_book() == Book()


def test_what_stands_against_taking_back_is_named_by_what_one_may_see(client, qian, chen):
    bring(client, DEAL)
    store(client)
    tower = Opportunity.objects.get()
    add_row(actor=Actor(user=None, door=Door.COMMAND), opportunity=tower.pk, sheet="needs", need="a secret seat")

    hers = client.post(f"/import/{latest().pk}/undo/")
    client.force_login(chen)
    his = client.post(f"/import/{latest().pk}/undo/")

    assert (hers.status_code, his.status_code) == (409, 409)
    assert "“Tower”" in hers.text
    assert "Tower" not in his.text
    assert "secret seat" not in hers.text + his.text


def test_an_import_that_broke_says_what_to_do_and_the_reason_to_whoever_brought_it(client, qian, sun, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("Towr of all things")

    bring(client, DEAL)
    monkeypatch.setattr(tasks.imports, "store", broken)
    with pytest.raises(RuntimeError):
        store(client)

    own, foreign = (one.get(f"/import/{latest().pk}/").text for one in (client, sun))

    assert "Bring it again." in own
    assert "Towr of all things" in own
    assert "Bring it again." in foreign
    assert "Towr" not in foreign


def test_a_file_too_large_for_a_page_goes_by_the_command_line(client, qian, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20

    page = bring(client, b"x" * 2**21)

    assert page.status_code == 413
    assert "harehawk import FILE" in page.text


def test_without_a_file_the_form_says_so(client, qian):
    page = client.post("/import/")

    assert page.status_code == 422
    assert "No file came with it." in page.text


def test_signed_out_meanwhile_the_page_says_to_choose_the_file_again(client, qian):
    client.logout()
    bring(client, DEAL)
    client.force_login(qian)

    page = client.get("/account/unsent/", follow=True)

    assert "Files cannot be kept" in page.text
    assert 'href="/import/"' in page.text


def test_an_account_manager_takes_out_her_own_book_and_brings_none_in(client, lin):
    client.force_login(lin)

    page = client.get("/import/")
    refused = bring(client, DEAL)
    out = client.get("/export/book.xlsx")

    assert 'type="file"' not in page.text
    assert "Only sales operations and administrators import a book." in page.text
    assert refused.status_code == 403
    assert out.headers["Content-Disposition"].endswith('.xlsx"')
    assert not Import.objects.exists()


@pytest.mark.parametrize("kind", ["xlsx", "zip", "json"])
def test_what_goes_out_by_page_says_nothing_new_when_it_comes_in_again(client, qian, kind):
    bring(client, DEAL)
    store(client)

    out = client.get(f"/export/book.{kind}").content
    page = bring(client, out, f"book.{kind}")

    assert "Everything in it stands here already" in page.text
    assert "Store it" not in page.text
    assert (latest().state, latest().staged.count()) == ("done", 0)


def test_there_is_no_other_kind_of_export(client, qian):
    assert client.get("/export/book.exe").status_code == 404


def test_what_would_change_is_shown_field_by_field_and_all_of_it_a_link_away(client, qian):
    several = [{"name": f"Customer {number:02}", "region": "South"} for number in range(12)]
    bring(client, DEAL | {"customers": [*DEAL["customers"], *several]})
    store(client)
    changed = [one | {"region": "North"} for one in several]

    page = bring(client, DEAL | {"customers": [*DEAL["customers"], *changed]})
    whole = client.get(f"/import/{latest().pk}/?changed=customers")
    done = store(client)

    assert "<strong>Customer 00</strong>" in page.text
    assert "<del>South</del> → <ins>North</ins>" in page.text
    assert ("Customer 09" in page.text, "Customer 10" in page.text) == (True, False)
    assert 'href="?changed=customers#changed-customers">All of them</a>' in page.text
    assert "Customer 11" in whole.text
    assert "<del>South</del> → <ins>North</ins>" in done.text


def test_what_is_confidential_about_a_change_is_kept_from_who_may_not_read_it(client, qian):
    bring(client, DEAL)
    store(client)
    tower = Opportunity.objects.get()
    Opportunity.objects.filter(pk=tower.pk).update(margin=0.31)

    deal = DEAL["opportunities"][0] | {"margin": 0.2, "amount": 4_000_000}
    page = bring(client, DEAL | {"opportunities": [deal]})

    assert "3M" in page.text
    assert "31%" not in page.text
    assert "1 field that is not for you to read" in page.text

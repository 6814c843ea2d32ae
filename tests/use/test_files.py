"""A fact carries a file: told by what it is, kept with its fact, given only to who may read the fact, never shown."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Entry
from harehawk.apps.customers.models import Colleague, Customer
from harehawk.apps.opportunities import actions
from harehawk.apps.opportunities.files import MOST_BYTES, Upload, checked
from harehawk.apps.opportunities.models import Attachment, Evidence, File, Opportunity
from harehawk.apps.opportunities.problems import FileEmpty, FileKindUnknown, FileTooLarge
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer

PDF = b"%PDF-1.7\nthe budget of next year"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def tower(db, lin, static_files):
    seat = Colleague.objects.create(key="Lin", name="Lin", user=lin)
    rail = Customer.objects.create(key="Rail", name="Yangtze Rail", owner=seat)
    return Opportunity.objects.get(pk=actions.add_opportunity(actor=by(lin), name="Tower", customer=rail.pk))


def by(user):
    return Actor(user=user, door=Door.PAGE)


def office(*parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for part in parts:
            packed.writestr(part, "x")
    return content.getvalue()


def record(lin, tower, **others):
    told = {"criterion": "funds_enough", "answer": Answer.YES, "grade": Grade.RECORD}
    return actions.record_evidence(
        actor=by(lin), opportunity=tower.pk, learned_on=timezone.localdate(), **told, **others
    )


def send(client, tower, content, name="budget.pdf", **others):
    told = {"answer": "yes", "grade": "record", "learned_on": timezone.localdate().isoformat(), "source": "", **others}
    file = SimpleUploadedFile(name, content)
    return client.post(f"/opportunities/{tower.pk}/evidence/funds_enough/", told | {"file": file, "whole": "1"})


@pytest.mark.parametrize(
    ("name", "content", "kept", "kind"),
    [
        ("budget.pdf", PDF, "budget.pdf", "application/pdf"),
        ("photo.JPEG", b"\xff\xd8\xff\xe0rest", "photo.jpeg", "image/jpeg"),
        ("photo.jpg", PNG, "photo.png", "image/png"),
        ("shot.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "shot.webp", "image/webp"),
        ("plan.docx", office("word/document.xml"), "plan.docx", "…wordprocessingml.document"),
        ("plan.zip", office("xl/workbook.xml"), "plan.xlsx", "…spreadsheetml.sheet"),
        ("talk.pptx", office("ppt/presentation.xml"), "talk.pptx", "…presentationml.presentation"),
        ("会议纪要.txt", "周主任同意".encode("gb18030"), "会议纪要.txt", "text/plain"),
        ("list.csv", b"a,b\r\n1,2", "list.csv", "text/plain"),
        ("page.html", b"<script>alert(1)</script>", "page.txt", "text/plain"),
        ("../../etc/passwd", b"text", "passwd.txt", "text/plain"),
        ("C:\\Users\\Lin\\a\u202efdp.exe", PDF, "afdp.pdf", "application/pdf"),
        ("x" * 300 + ".pdf", PDF, "x" * 120 + ".pdf", "application/pdf"),
        ("", PDF, "file.pdf", "application/pdf"),
    ],
)
def test_what_a_file_is_is_told_by_its_content(name, content, kept, kind):
    found = checked(Upload(name=name, content=content))

    assert found.name == kept
    assert found.kind.endswith(kind.lstrip("…"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileEmpty),
        (b"MZ\x90\x00\x03\x00", FileKindUnknown),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\x00</svg>", FileKindUnknown),
        (office("word/document.xml", "word/vbaProject.bin"), FileKindUnknown),
        (office("anything/else.xml"), FileKindUnknown),
        (office("word/document.xml")[:40], FileKindUnknown),
        (PDF + bytes(MOST_BYTES), FileTooLarge),
    ],
    ids=["empty", "program", "picture with scripts", "macros", "another zip", "half", "too large"],
)
def test_what_is_not_taken_is_said_in_words(content, problem):
    with pytest.raises(problem, match=r"Nothing was saved|Choose it again"):
        checked(Upload(name="budget.pdf", content=content))


@pytest.mark.parametrize(
    ("name", "content", "claimed", "found"),
    [
        ("fake.png", b"<html>not a picture</html>", "PNG", "TXT"),
        ("photo.pdf", PNG, "PDF", "PNG"),
        ("plan.xlsx", office("word/document.xml"), "XLSX", "DOCX"),
    ],
)
def test_a_name_that_says_something_else_than_the_content_is_told_so(lin, tower, client, name, content, claimed, found):
    client.force_login(lin)

    page = send(client, tower, content, name=name, source="The budget office")

    assert page.status_code == 422
    assert f"“{name}” is no {claimed} file: what is in it is a {found} file." in page.text
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("wrong", [{"content": b"MZ\x90\x00\x03\x00"}, {"content": PDF, "answer": "perhaps"}])
def test_after_a_refusal_nothing_is_stored_without_its_file_unless_asked_for(lin, tower, client, wrong):
    client.force_login(lin)
    where = f"/opportunities/{tower.pk}/evidence/funds_enough/"
    told = {"answer": "yes", "grade": "guess", "learned_on": timezone.localdate().isoformat(), "whole": "1"}
    refused = send(client, tower, **wrong)
    kept = {name: "1" for name in ("refused-file",) if f'name="{name}"' in refused.text}

    again = client.post(where, told | kept)
    stored_then = Evidence.objects.exists()
    without = client.post(where, told | kept | {"without-file": "1"})

    assert "Save without the file" in refused.text
    assert again.status_code == 422
    assert "Choose the file again" in again.text
    assert not stored_then
    assert without.status_code == 303
    assert Evidence.objects.exists()


def test_the_name_of_a_file_stands_once(lin, tower, client):
    client.force_login(lin)
    send(client, tower, PDF, name="budget.pdf")

    assert client.get(f"/opportunities/{tower.pk}/evidence/funds_enough/").text.count("budget.pdf") == 1


def test_a_record_that_carries_a_file_needs_no_other_title(lin, tower):
    record(lin, tower, file=Upload(name="budget.pdf", content=PDF))

    assert Evidence.objects.get().document == "budget.pdf"
    assert bytes(Attachment.objects.get().file.content) == PDF


def test_a_fact_that_is_refused_leaves_no_file_behind(lin, tower, client):
    client.force_login(lin)

    refused = send(client, tower, PDF, source="a kickback of Mei")

    assert refused.status_code == 422
    assert not Attachment.objects.exists()
    assert not File.objects.exists()


def test_a_file_is_a_download_and_nothing_else(lin, tower, client):
    client.force_login(lin)
    send(client, tower, b"<script>alert(1)</script>", name="预算.html")

    page = client.get(f"/opportunities/{tower.pk}/evidence/funds_enough/").text
    given = client.get(f"/files/{Attachment.objects.get().pk}/")

    assert f"/files/{Attachment.objects.get().pk}/" in page
    assert given.getvalue() == b"<script>alert(1)</script>"
    assert given["Content-Disposition"].startswith("attachment;")
    assert "%E9%A2%84%E7%AE%97.txt" in given["Content-Disposition"]
    assert given["Content-Type"] == "text/plain"
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Content-Security-Policy"].startswith("sandbox")


def test_a_file_goes_out_of_sight_with_its_fact_and_comes_back_with_it(lin, tower, client):
    client.force_login(lin)
    fact = record(lin, tower, file=Upload(name="budget.pdf", content=PDF))
    where = f"/files/{Attachment.objects.get().pk}/"

    actions.undo_entry(actor=by(lin), entry=Entry.objects.get(table="opportunities.evidence", row=fact).pk)
    gone = client.get(where)
    actions.undo_entry(actor=by(lin), entry=Entry.objects.latest("pk").pk)

    assert gone.status_code == 404
    assert client.get(where).status_code == 200


def test_whoever_does_not_read_the_fact_gets_no_file(lin, zhao, person, tower, client):
    record(lin, tower, file=Upload(name="budget.pdf", content=PDF))
    where = f"/files/{Attachment.objects.get().pk}/"

    for other in (zhao, person("Qian", "operations"), person("Sun", "finance"), person("Chen", "administrator")):
        client.force_login(other)
        assert client.get(where).status_code == 404


def test_an_upload_that_broke_off_is_told_from_a_whole_one(lin, tower, client):
    client.force_login(lin)
    body = "--x\r\n" + "--x\r\n".join(
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("answer", "yes"), ("grade", "first-hand"), ("source", "The budget office"))
    )
    body += '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 and then'

    page = client.post(
        f"/opportunities/{tower.pk}/evidence/funds_enough/", body, content_type="multipart/form-data; boundary=x"
    )

    assert page.status_code == 422
    assert "did not arrive whole" in page.text
    assert 'value="The budget office"' in page.text
    assert not Attachment.objects.exists()


def test_a_file_larger_than_a_page_takes_is_said_in_words_too(lin, tower, client, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    client.force_login(lin)

    page = send(client, tower, PDF + bytes(2000), source="The budget office")

    assert page.status_code == 422
    assert "larger than 10 MB" in page.text
    assert 'value="The budget office"' in page.text

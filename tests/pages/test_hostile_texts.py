"""Every text of every table is an attack: on no page does any of it run, break out of its place, or change a letter."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error

TESTS = Path(__file__).parents[1]
ATTACKS = json.loads(Path(__file__).with_name("attacks.json").read_text(encoding="utf-8"))

# Where the server keeps its data: the sample with an attack in place of each text, its people and teams too.
RETELL = """
import itertools, json, sys
import django
django.setup()
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone
from harehawk.apps.access.actor import Actor, Door
from harehawk.apps.access.models import Team, User
from harehawk.apps.exchange import sample as loading
from harehawk.apps.exchange.models import Import
from harehawk.apps.opportunities.actions import record_evidence
from harehawk.apps.opportunities.files import Upload
from harehawk.book.sample import sample
from harehawk.engine.common import Grade
from harehawk.engine.gates.cases import Answer
from retelling import retold
from walking import asked, deals

attacks, told = itertools.cycle(json.loads(sys.argv[1])), {}
say = lambda sheet, column, row, text: told.setdefault(text, f"{next(attacks)} {len(told)}")
loading.sample = lambda language, today: retold(sample(language, today), say)
chen = User.objects.create(email="chen@example.com", name="Chen", roles=["administrator"], team=None)
loading.load_sample(actor=Actor(user=chen, door=Door.COMMAND), language="en")
director = User.objects.get(email="guan-zhiheng@yingye.example")
director.roles = [*director.roles, "administrator", "operations"]
director.save()
for deal in deals():
    record_evidence(
        actor=Actor(user=director, door=Door.PAGE), opportunity=deal.pk, criterion="funds_enough", answer=Answer.YES,
        grade=Grade.RECORD, learned_on=timezone.localdate(), source=next(attacks),
        file=Upload(name=f"{next(attacks)}.pdf", content=b"%PDF-1.7"),
    )
Import.objects.create(name=next(attacks), language="en", asked_by=director, state="failed", failure=next(attacks))
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY] = str(director.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = director.get_session_auth_hash()
session.create()
print(json.dumps([session.session_key, list(asked(deals()[:1]))]))
"""

NO_PAGE = ("Download is starting", "ERR_HTTP_RESPONSE_CODE_FAILURE", "ERR_ABORTED")  # a file, or nothing

BROKEN_OUT = """() => {
    const wrong = [];
    for (const one of document.querySelectorAll("*")) {
        const parts = [...one.attributes].filter(({ name, value }) =>
            /^on|pwn|[<"'`]/i.test(name)
            || (/^(href|src|action|formaction|data|srcdoc|xlink:href)$/i.test(name)
                && /^[\\s\\0]*(javascript|vbscript|data:text)/i.test(value))
            || (/^hx-/.test(name) && /pwn/.test(value)));
        const strange = /^(iframe|object|embed|base|pwn|marquee|math|applet|frameset)$/i.test(one.localName)
            || (one.localName === "script" && !one.src && one.type !== "application/json")
            || (one.localName === "style") || (one.localName === "meta" && one.httpEquiv);
        if (parts.length || strange) wrong.push(one.outerHTML.slice(0, 300));
    }
    return [wrong, "pwned" in window];
}"""
SHOWN = """() => [document.body.textContent,
    ...[...document.querySelectorAll("input, textarea, option")].map((one) => one.value)].join("\\n")"""


@pytest.fixture
def hostile(serve, tmp_path):
    """A server that keeps them: its address, the session of somebody who reads everything, and all addresses."""
    served = serve(tmp_path)
    ours = {"HAREHAWK_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    told = subprocess.run(
        [sys.executable, "-c", RETELL, json.dumps(ATTACKS)], env=os.environ | ours, stdout=subprocess.PIPE, check=True
    ).stdout
    return served.address, *json.loads(told)


@pytest.mark.slow
def test_no_text_runs_or_breaks_out_anywhere_and_all_stand_there_as_they_are(hostile, browser):
    address, session, pages = hostile
    context = browser.new_context(base_url=address)
    context.add_cookies([{"name": "harehawk_session", "value": session, "url": address}])
    ran, asked, shown = [], [], ""
    context.on("dialog", lambda dialog: (ran.append(dialog.page.url), dialog.dismiss()))
    context.on("request", lambda request: asked.append(request.url))

    page = context.new_page()
    for where in pages:
        try:
            page.goto(where)
        except Error as error:
            if not any(sign in error.message for sign in NO_PAGE):
                raise
        else:
            wrong, pwned = page.evaluate(BROKEN_OUT)
            assert (wrong, pwned) == ([], False), where
            shown += page.evaluate(SHOWN)

    assert not ran
    assert not [url for url in asked if not url.startswith((address, "data:"))], "nothing asks other hosts"
    plain = " ".join(shown.split())
    assert [attack for attack in ATTACKS if attack not in plain] == []
    context.close()

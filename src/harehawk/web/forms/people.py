"""Forms about our own people and teams."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from harehawk.apps.access.queries import Link, TeamRow
from harehawk.apps.access.roles import Role
from harehawk.errors import Problem, Translate
from harehawk.web.forms.looks import rules_of

ROLE_MEANING = {
    Role.ADMINISTRATOR: _("lets people in, makes teams; sees no opportunity by that"),
    Role.OPERATIONS: _("sets the method; sees names, amounts and days of all opportunities"),
    Role.DIRECTOR: _("sees everything of the own team and of all teams below"),
    Role.ACCOUNT_MANAGER: _("owns customers and opportunities"),
    Role.SPECIALIST: _("works on the opportunities of which they are a team member"),
    Role.FINANCE: _("sees what opportunities are worth"),
    Role.VIEWER: _("sees names and decisions of the own team"),
}


class JoinForm(forms.Form):
    """Who comes in by a link: a name, a password, and an address where the link has none."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput({"autocomplete": "username"}))
    name = forms.CharField(label=_("Name"), max_length=100, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"}))

    def __init__(self, link: Link, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules_of(self.fields["password"])
        if link.email:
            del self.fields["email"]
        if link.for_password:
            del self.fields["name"]
        else:
            self.fields["name"].initial = link.name


class PersonForm(forms.Form):
    """Somebody of us: address, name, roles, team."""

    name = forms.CharField(label=_("Name"), max_length=100)
    email = forms.EmailField(label=_("E-mail"))
    roles = forms.MultipleChoiceField(
        label=_("Roles"), required=False, choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None)

    def __init__(self, teams: Sequence[TeamRow], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self.fields["team"], teams, _("none"))


class InviteForm(PersonForm):
    """Somebody new, who comes in to do something."""

    def __init__(self, teams: Sequence[TeamRow], *args: Any, **kwargs: Any) -> None:
        super().__init__(teams, *args, **kwargs)
        roles = self.fields["roles"]
        roles.required = True
        roles.error_messages["required"] = _("Choose at least one role: without one, nothing is to be seen here.")


class ColleagueForm(forms.Form):
    """Which colleague of the book somebody is."""

    colleague = forms.TypedChoiceField(
        label=_("Colleague of the book"), required=False, coerce=int, empty_value=None,
        help_text=_("What this colleague owns or works on in the book is then theirs to see."),
    )  # fmt: skip

    def __init__(self, colleagues: Iterable[tuple[Any, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["colleague"]).choices = [("", _("none")), *colleagues]


class MyselfForm(forms.Form):
    """What one says about oneself."""

    name = forms.CharField(label=_("Name"), max_length=100, widget=forms.TextInput({"autocomplete": "name"}))
    language = forms.ChoiceField(
        label=_("Language"), choices=[("zh-hans", "中文"), ("en", "English")], widget=forms.RadioSelect
    )


class TeamForm(forms.Form):
    """A team and where it stands."""

    name = forms.CharField(label=_("Name of the team"), max_length=100)
    parent = forms.TypedChoiceField(label=_("Part of"), required=False, coerce=int, empty_value=None)

    def __init__(self, teams: Sequence[TeamRow], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self.fields["parent"], teams, _("nothing: it is at the top"))


def choose_from(field: forms.Field, teams: Iterable[TeamRow], none: Promise | str) -> None:
    """Offer teams as a tree, and none of them."""
    cast("forms.ChoiceField", field).choices = [
        ("", none),
        *((row.number, "\u2003" * row.depth + row.name) for row in teams),
    ]


def add_problem(form: forms.Form, problem: Problem, translate: Translate) -> None:
    """Show a problem at the field it is about, or above all of them."""
    faults = getattr(problem, "faults", None) or {problem.field or "": [problem.message(translate)]}
    for field, texts in faults.items():
        for text in texts:
            form.add_error(field if field in form.fields else None, text)

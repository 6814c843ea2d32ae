"""What people decide, against the verdict with a reason."""

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from harehawk.apps.opportunities.queries import Judged
from harehawk.book.sheets.choices import VERDICTS
from harehawk.engine.gates.judgement import Verdict, Why
from harehawk.errors import Problem
from harehawk.web.forms.facts import DayInput, worded
from harehawk.web.forms.row import faults_of


class DecisionForm(forms.Form):
    """A decision. `verdict` is what the method says, where it says anything; deciding otherwise overrules it."""

    decision = forms.TypedChoiceField(label=_("Decision"), widget=forms.RadioSelect, coerce=Verdict)
    overrules_limit = forms.BooleanField(
        label=_("The broken limit is accepted: it no longer closes gate 4"), required=False
    )
    reason = forms.CharField(
        label=_("Reason (needed to overrule)"), required=False, max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    decided_on = forms.DateField(label=_("Decided on"), widget=DayInput)
    review_on = forms.DateField(label=_("Look at it again on"), required=False, widget=DayInput)

    def __init__(self, judged: Judged | None, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"decided_on": timezone.localdate()}, auto_id="decide-%s")
        self.verdict = judged.verdict if judged else ""
        self.fields["decision"].choices = list(worded(VERDICTS).items())  # type: ignore[attr-defined]  # a choice field
        if judged is None or judged.why != Why.LIMIT_BROKEN:
            del self.fields["overrules_limit"]

    def after(self, problem: Problem) -> None:
        """Put what stood against the decision at its fields. Raises it again where nothing is left to write."""
        if problem.status == 404:
            raise problem
        for name, text in faults_of(problem, "decisions"):
            self.add_error(name if name in self.fields else None, text)

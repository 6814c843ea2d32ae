"""Opportunities and the tables that hang on them, one module for each part."""

from harehawk.apps.opportunities.models.buying_group import Body, Influence, Member, Stance
from harehawk.apps.opportunities.models.competition import Factor, Rival, Route, TenderPoint
from harehawk.apps.opportunities.models.evidence import Attachment, Evidence, File, Need
from harehawk.apps.opportunities.models.judgements import Judgement, Rejudging
from harehawk.apps.opportunities.models.opportunity import Opportunity, Share, Signal, TeamMember
from harehawk.apps.opportunities.models.outcomes import Decision, Outcome
from harehawk.apps.opportunities.models.previews import Preview
from harehawk.apps.opportunities.models.worth import Cost, Effort, Harm, Payment, Worth

__all__ = [
    "Attachment", "Body", "Cost", "Decision", "Effort", "Evidence", "Factor", "File", "Harm", "Influence", "Judgement",
    "Member", "Need", "Opportunity", "Outcome", "Payment", "Preview", "Rejudging", "Rival", "Route", "Share", "Signal",
    "Stance", "TeamMember", "TenderPoint", "Worth",
]  # fmt: skip

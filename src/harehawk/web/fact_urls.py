"""Addresses of the facts of an opportunity, of the files they carry, and of what people concluded."""

from django.urls import path

from harehawk.web.views import conclusions, deal_team, erasing, facts

urlpatterns = [
    path("opportunities/<int:number>/evidence/<token:criterion>/", facts.evidence, name="opportunity-evidence"),
    path("opportunities/<int:number>/stances/<int:person>/", facts.stances, name="opportunity-stances"),
    path("opportunities/<int:number>/factors/<token:rival>/<slug:factor>/", facts.factors, name="opportunity-factors"),
    path("opportunities/<int:number>/influence/", facts.influence, name="opportunity-influence"),
    path("opportunities/<int:number>/decision/", conclusions.decision, name="opportunity-decision"),
    path("opportunities/<int:number>/outcome/", conclusions.outcome, name="opportunity-outcome"),
    path("opportunities/<int:number>/team/", deal_team.team, name="opportunity-team"),
    path("opportunities/<int:number>/team/add/", deal_team.add, name="opportunity-team-add"),
    path("opportunities/<int:number>/team/<int:member>/remove/", deal_team.remove, name="opportunity-team-remove"),
    path("opportunities/<int:number>/share/", deal_team.share, name="opportunity-share"),
    path("opportunities/<int:number>/share/<int:shared>/end/", deal_team.end, name="opportunity-share-end"),
    path("people/<int:number>/erase/", erasing.erase, name="person-erase"),
    path("files/<int:number>/", facts.file, name="file"),
]

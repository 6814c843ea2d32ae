"""Addresses of the stored opportunities."""

from django.urls import path

from harehawk.web.views import adding, history, opportunities, opportunity, rows, undoing

urlpatterns = [
    path("opportunities/", opportunities.opportunities, name="opportunities"),
    path("opportunities/add/", adding.add, name="opportunity-add"),
    path("opportunities/<int:number>/", opportunity.opportunity, name="opportunity"),
    path("opportunities/<int:number>/classes/", opportunity.classes, name="opportunity-classes"),
    path("opportunities/<int:number>/explain/<slug:what>/", opportunity.explanation, name="opportunity-explain"),
    path(
        "opportunities/<int:number>/explain/<slug:what>/<token:about>/",
        opportunity.explanation,
        name="opportunity-explain",
    ),
    path("opportunities/<int:number>/turning/", opportunity.what_turns_it, name="opportunity-turning"),
    path("opportunities/<int:number>/history/", history.history, name="opportunity-history"),
    path("opportunities/<int:number>/history/compare/", history.compare, name="opportunity-compare"),
    path("opportunities/<int:number>/fields/", rows.fields, name="opportunity-fields"),
    path("opportunities/<int:number>/rows/<slug:sheet>/", rows.rows, name="rows"),
    path("opportunities/<int:number>/rows/<slug:sheet>/<int:row>/", rows.row, name="row"),
    path("opportunities/<int:number>/rows/<slug:sheet>/<int:row>/remove/", rows.remove, name="row-remove"),
    path("undo/<int:number>/", undoing.undo, name="undo"),
]

"""Addresses of the stored opportunities."""

from django.urls import path

from harehawk.web.views import opportunities, opportunity

urlpatterns = [
    path("opportunities/", opportunities.opportunities, name="opportunities"),
    path("opportunities/<int:number>/", opportunity.opportunity, name="opportunity"),
    path("opportunities/<int:number>/classes/", opportunity.classes, name="opportunity-classes"),
    path("opportunities/<int:number>/explain/<slug:what>/", opportunity.explanation, name="opportunity-explain"),
    path(
        "opportunities/<int:number>/explain/<slug:what>/<token:about>/",
        opportunity.explanation,
        name="opportunity-explain",
    ),
]

"""Addresses of the facts of an opportunity, of the files they carry, and of what people concluded."""

from django.urls import path

from harehawk.web.views import facts

urlpatterns = [
    path("opportunities/<int:number>/evidence/<token:criterion>/", facts.evidence, name="opportunity-evidence"),
    path("opportunities/<int:number>/stances/<int:person>/", facts.stances, name="opportunity-stances"),
    path("opportunities/<int:number>/factors/<token:rival>/<slug:factor>/", facts.factors, name="opportunity-factors"),
    path("opportunities/<int:number>/influence/", facts.influence, name="opportunity-influence"),
    path("files/<int:number>/", facts.file, name="file"),
]

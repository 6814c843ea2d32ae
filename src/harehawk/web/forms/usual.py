"""Which columns of a sheet a form shows at once, beside those that are needed; the others are a tap away."""

from collections.abc import Mapping

USUAL: Mapping[str, tuple[str, ...]] = {
    "company": ("name", "rate_purchase", "rate_bid", "rate_win", "hour_price", "cost_of_capital"),
    "classes": ("importance", "fit", "reference", "learning", "margin_floor", "capital_limit", "credit_limit"),
    "criteria": ("name", "gate", "swing", "prior", "must", "help"),
    "opportunities": ("name", "amount", "margin", "expected_signature", "procurement_method", "decision_rule"),
    "members": ("person", "roles", "veto"),
    "bodies": ("name", "order", "rule", "members"),
    "needs": ("need", "weight", "fit", "offering"),
    "rivals": ("rival", "kind", "incumbent"),
    "tender_points": ("item", "party", "maximum", "low", "likely", "high"),
    "routes": ("contractor", "route", "contractor_wins", "we_are_inside"),
    "payments": ("name", "kind", "month", "share", "amount", "days"),
    "costs": ("item", "month", "amount"),
    "worth": ("aspect", "score", "statement", "probability", "difference"),
    "harms": ("harmed", "description", "probability", "loss"),
    "effort": ("level", "hours_sales", "hours_presales", "hours_delivery", "money"),
    "customers": ("name", "customer_class", "customer_type", "owner"),
    "people": ("name", "customer", "title", "department", "contact"),
    "posts": ("title", "department", "rank", "reports_to"),
    "relationships": ("person", "colleague", "closeness", "learned_on", "source"),
    "invoices": ("number", "issued_on", "due_on", "paid_on", "amount"),
}

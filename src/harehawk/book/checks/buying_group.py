"""A buying group can decide: bodies with members, votes that can be reached, people who listen to others."""

from harehawk.book.checks.context import Context, grouped
from harehawk.book.rows import Read
from harehawk.book.sheets import SHEET
from harehawk.engine.organisation.group import Role, Rule


def check_buying_group(context: Context) -> None:
    """Bodies, votes, influence, and who belongs to a group at all."""
    opportunities = context.by_key("opportunities")
    bodies = context.by_opportunity("bodies")
    for key, read in opportunities.items():
        if read["decision_rule"] == Rule.CHAIN and key not in bodies:
            context.problem(read, "decision_rule", "chain_without_bodies", bodies=SHEET["bodies"].words)
        elif read["decision_rule"] not in {None, Rule.CHAIN} and key in bodies:
            name = context.name("opportunities", key)
            context.warning(bodies[key][0], "opportunity", "bodies_unused", opportunity=name)
    for rows in bodies.values():
        for read in rows:
            _check_body(context, read)
        _check_order(context, rows)
    members = context.by_opportunity("members")
    for key, rows in members.items():
        if key in opportunities:
            _check_votes(context, opportunities[key], rows)
            _check_members(context, opportunities[key], rows)
    _check_influence(context, members, bodies)


def _check_body(context: Context, read: Read) -> None:
    members, weights, unnamed = read["members"] or (), read["weights"] or (), read["unnamed"] or 0
    if not (members or unnamed or read.filled("members")):
        context.problem(read, "members", "empty_body")
    if weights and "members" not in read.unfit and len(weights) != len(members):
        context.problem(read, "weights", "votes_do_not_match", votes=len(weights), members=len(members))
    if any(weight < 0 for weight in weights):
        context.problem(read, "weights", "negative_votes")
    for person in read["veto"] or ():
        if person not in members and "members" not in read.unfit:
            heading = context.heading(read, "members")
            context.problem(read, "veto", "veto_not_member", person=context.name("people", person), members=heading)
    votes = (sum(weights) if weights else len(members)) + unnamed
    if read["quota"] is not None and votes and read["quota"] >= votes and "members" not in read.unfit:
        context.problem(read, "quota", "quota_too_high", votes=f"{votes:g}", quota=f"{read['quota']:g}")


def _check_order(context: Context, rows: list[Read]) -> None:
    first: dict[int, Read] = {}
    for read in rows:
        order = read["order"]
        if order is not None and first.setdefault(order, read) is not read:
            context.problem(read, "order", "same_order", first=first[order].number)


def _check_votes(context: Context, opportunity: Read, rows: list[Read]) -> None:
    votes = sum(1 if read["weight"] is None else read["weight"] for read in rows)
    quota = opportunity["quota"]
    if quota is not None and quota >= votes:
        context.problem(opportunity, "quota", "quota_too_high", votes=f"{votes:g}", quota=f"{quota:g}")


def _check_members(context: Context, opportunity: Read, rows: list[Read]) -> None:
    people, customers = context.by_key("people"), context.by_key("customers")
    deciders = [read for read in rows if Role.DECIDER in (read["roles"] or ())]
    if opportunity["decision_rule"] in {None, Rule.DECIDER}:
        for read in deciders[1:]:
            context.warning(read, "roles", "two_deciders", first=deciders[0].number)
    for read in rows:
        person = people.get(read["person"])
        if person is None:
            continue
        name = context.name("people", read["person"])
        if person["left_on"] and person["left_on"] <= context.today:
            context.warning(read, "person", "already_left", person=name, day=person["left_on"].isoformat())
        its, buyer = person["customer"], opportunity["customer"]
        if its and buyer and not person["outside"] and _group(its, customers) != _group(buyer, customers):
            said = {"its": context.name("customers", its), "customer": context.name("customers", buyer)}
            context.warning(read, "person", "elsewhere", person=name, **said)


def _group(customer: str, customers: dict[str, Read]) -> str:
    """The topmost customer above one; where they go round in a circle, one of them."""
    seen: set[str] = set()
    while customer in customers and customers[customer]["parent"] and customer not in seen:
        seen.add(customer)
        customer = customers[customer]["parent"]
    return min(seen | {customer}) if customer in seen else customer


def _check_influence(context: Context, members: dict[str, list[Read]], bodies: dict[str, list[Read]]) -> None:
    stances = grouped(context.rows("stances"), "opportunity")
    for opportunity, rows in context.by_opportunity("influence").items():
        group = {read["person"] for read in [*members.get(opportunity, ()), *stances.get(opportunity, ())]}
        group |= {person for read in bodies.get(opportunity, ()) for person in read["members"] or ()}
        for read in rows:
            if read["listener"] and read["listener"] == read["speaker"]:
                context.problem(read, "speaker", "itself")
            if not read.filled("strength") and not read["conflict"]:
                headings = {key: context.heading(read, key) for key in ("strength", "conflict")}
                context.problem(read, "strength", "no_strength", **headings)
            for key in ("listener", "speaker"):
                if read[key] and read[key] not in group:
                    said = {
                        "person": context.name("people", read[key]),
                        "opportunity": context.name("opportunities", opportunity),
                    }
                    context.warning(read, key, "not_in_group", **said)

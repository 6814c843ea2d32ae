"""Posts, people and relationships fit together, and nobody out of reach is to be met."""

from harehawk.book.checks.context import Context
from harehawk.book.sheets import SHEET

OWN_PLACE = ("title", "department", "rank", "reports_to")  # what a post says of its holder
MEETING = {"people": ("how_to_meet",), "relationships": ("wanted",), "moves": ("person",)}


def check_customers(context: Context) -> None:
    """What a post says is not said again; a relationship is of one of ours or of a rival."""
    posts = context.by_key("posts")
    for read in context.rows("people"):
        if not read["post"]:
            continue
        for key in OWN_PLACE:
            if read.filled(key):
                context.problem(read, key, "post_and_own")
        its = posts[read["post"]]["customer"] if read["post"] in posts else None
        if its and read["customer"] and its != read["customer"]:
            post = context.name("posts", read["post"])
            both = {"its": context.name("customers", its), "own": context.name("customers", read["customer"])}
            context.problem(read, "post", "post_elsewhere", post=post, **both)
    _check_relationships(context)
    _check_no_contact(context)


def _check_relationships(context: Context) -> None:
    rivals = {read["rival"] for read in context.rows("rivals")}
    for read in context.rows("relationships"):
        headings = {"colleague": context.heading(read, "colleague"), "rival": context.heading(read, "rival")}
        ours, theirs = read.filled("colleague"), read.filled("rival")
        if ours and theirs:
            context.problem(read, "rival", "two_relationships", **headings)
        elif not (ours or theirs):
            context.problem(read, "colleague", "whose_relationship", **headings)
        elif read["rival"] and read["rival"] not in rivals:
            context.warning(read, "rival", "rival_nowhere")


def _check_no_contact(context: Context) -> None:
    """Nothing of ours goes to people out of reach: no way to meet, no wish to come closer, no move, no stance."""
    people = context.by_key("people")
    out_of_reach = {key for key, read in people.items() if read["no_contact"]}
    mark = SHEET["people"].column("no_contact").words
    for sheet, keys in MEETING.items():
        for read in context.rows(sheet):
            person = read["person"] if sheet != "people" else (read["id"] or read["name"])
            for key in keys:
                if person in out_of_reach and read[key]:
                    name = context.name("people", person)
                    context.problem(read, key, "no_contact_met", person=name, no_contact=mark)
    for read in context.rows("stances"):
        if read["person"] in out_of_reach:
            name = context.name("people", read["person"])
            title = SHEET["people"].words
            context.problem(read, "person", "no_contact_stance", person=name, no_contact=mark, people=title)

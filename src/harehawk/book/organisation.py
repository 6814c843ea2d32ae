"""The customers' side of a book on one day: who sits where, and the buying group of an opportunity."""

from collections import defaultdict
from datetime import date

from harehawk.book.index import by_opportunity
from harehawk.book.sheets import Book
from harehawk.book.sheets.choices import Attitude, CustomerType
from harehawk.book.sheets.customers import CustomerRow, PersonRow, PostRow
from harehawk.book.sheets.opportunities import OpportunityRow
from harehawk.book.statements import statement
from harehawk.engine.common import Party
from harehawk.engine.organisation.group import Body, Group, Influence, Member, Stance, Tie

VALUE = {Attitude.SUPPORT: 1, Attitude.NEUTRAL: 0, Attitude.OPPOSE: -1}


class Organisation:
    """Posts, people, relationships and buying groups of a book as known on a day."""

    def __init__(self, book: Book, as_of: date) -> None:
        self.as_of = as_of
        self.people = {row.id or row.name: row for row in book.people}
        self.posts = {row.id: row for row in book.posts}
        self.members = by_opportunity(book.members)
        self.bodies = by_opportunity(book.bodies)
        self.influence = by_opportunity(book.influence)
        self.stances = by_opportunity(book.stances)
        self.tenures = {
            row.person: row.post
            for row in sorted(book.tenures, key=lambda row: row.since or date.min)
            if (row.since or date.min) <= as_of and (row.until is None or row.until >= as_of)
        }
        self.closeness: dict[str, int] = defaultdict(int)
        self.ties: dict[tuple[str, str], Tie] = {}
        self._read_relationships(book)

    def state_or_public(self, customer: CustomerRow) -> bool:
        return customer.customer_type in {CustomerType.STATE_OWNED, CustomerType.PUBLIC}

    def post_of(self, person: str) -> PostRow | None:
        """The post somebody holds on the day: the current one once begun, else that of the tenures."""
        row = self.people[person]
        if row.post and (row.post_since is None or row.post_since <= self.as_of):
            return self.posts[row.post]
        return self.posts.get(self.tenures.get(person, ""))

    def rank_of(self, person: str) -> int | None:
        post = self.post_of(person)
        return post.rank if post else self.people[person].rank

    def group(self, row: OpportunityRow, rivals: frozenset[str]) -> Group | None:
        """The buying group of an opportunity; None where nobody is entered."""
        key = row.id or row.name
        entered = {member.person: member for member in self.members[key]}
        bodies = sorted(self.bodies[key], key=lambda body: body.order)
        stances = [fact for fact in self.stances[key] if fact.learned_on <= self.as_of]
        named = [*entered, *(person for body in bodies for person in body.members), *(fact.person for fact in stances)]
        members = [person for person in dict.fromkeys(named) if not self._left(self.people[person])]
        if not members and not bodies:
            return None
        return Group(
            members=tuple(
                Member(
                    id=person,
                    roles=frozenset(entered[person].roles) if person in entered else frozenset(),
                    rank=self.rank_of(person),
                    site=self._site(person),
                    closeness=self.closeness[person],
                    reachable=not self.people[person].no_contact,
                )
                for person in members
            ),
            rule=row.decision_rule,
            bodies=tuple(
                Body(
                    id=body.name,
                    rule=body.rule,
                    members=tuple(person for person in body.members if person in members),
                    weights=tuple(
                        weight for person, weight in zip(body.members, body.weights, strict=True) if person in members
                    )
                    if body.weights
                    else (),
                    unnamed=(body.unnamed or 0) + sum(person not in members for person in body.members),
                    quota=body.quota,
                    veto=frozenset(body.veto) & frozenset(members),
                )
                for body in bodies
            ),
            weights=tuple(
                1.0 if person not in entered or (votes := entered[person].weight) is None else votes
                for person in members
            ),
            quota=row.quota,
            veto=frozenset(person for person in members if person in entered and entered[person].veto),
            stances=tuple(
                Stance(
                    member=fact.person,
                    party=fact.rival or Party.US,
                    value=VALUE[fact.attitude],
                    said=statement(fact, self.as_of, fact.source),
                )
                for fact in stances
                if fact.person in members and (not fact.rival or fact.rival in rivals)
            ),
            ties=tuple(
                self.ties[person, rival]
                for person in members
                for rival in sorted(rivals)
                if (person, rival) in self.ties and not self.people[person].no_contact
            ),
            influence=tuple(
                Influence(listener=edge.listener, speaker=edge.speaker, strength=edge.strength)
                for edge in self.influence[key]
                if edge.strength
                and (edge.learned_on or self.as_of) <= self.as_of
                and edge.listener in members
                and edge.speaker in members
            ),
        )

    def _read_relationships(self, book: Book) -> None:
        """The latest word on each relationship; one without a day is taken as known on its last contact, or today."""
        ours: dict[tuple[str, str], int] = {}
        known = [(row.learned_on or row.last_contact or self.as_of, row) for row in book.relationships]
        for day, row in sorted((pair for pair in known if pair[0] <= self.as_of), key=lambda pair: pair[0]):
            if row.colleague:
                ours[row.person, row.colleague] = row.closeness
            elif row.rival:
                age = (self.as_of - day).days
                self.ties[row.person, row.rival] = Tie(
                    member=row.person, rival=row.rival, closeness=row.closeness, age_days=age
                )
        for (person, _), closeness in ours.items():
            self.closeness[person] = max(self.closeness[person], closeness)

    def _left(self, person: PersonRow) -> bool:
        return person.left_on is not None and person.left_on <= self.as_of

    def _site(self, person: str) -> str:
        row, post = self.people[person], self.post_of(person)
        return (post and (post.site or post.customer)) or row.organisation or row.customer or ""

"""What can stand against letting people in, changing and leaving."""

from dataclasses import dataclass

from harehawk.errors import Problem, Translate


@dataclass
class UserNotFound(Problem):
    """No such user, or not yours to see: either way the same."""

    code = "user_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no user #%(number)s for you.") % {"number": self.number}


@dataclass
class TeamNotFound(Problem):
    """No such team, or not yours to see."""

    code = "team_not_found"
    status = 404
    number: int

    def message(self, translate: Translate) -> str:
        return translate("There is no team #%(number)s for you.") % {"number": self.number}


class PeopleNotYours(Problem):
    """Only administrators manage users and teams; for others these pages do not exist."""

    code = "people_not_yours"
    status = 404

    def message(self, translate: Translate) -> str:
        return translate("Users and teams are managed by administrators. Ask one of them.")


class LinkUsed(Problem):
    """The link was used, ran out, or was never ours: all three look alike."""

    code = "link_used"
    status = 410

    def message(self, translate: Translate) -> str:
        return translate(
            "This link no longer works: it was used, it ran out, or it was copied incompletely. Ask an administrator "
            "for a new one. If nobody is here yet, start Harehawk again: it prints a new link."
        )


class LastAdministrator(Problem):
    """Without an administrator nobody could let anybody in."""

    code = "last_administrator"
    field = "roles"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate(
            "This is the last administrator who can sign in. Nothing was changed. Make somebody "
            "else administrator first."
        )


class NotYourself(Problem):
    """Somebody would lock himself out."""

    code = "not_yourself"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate("You cannot deactivate yourself. Let another administrator do it.")


class TeamInCircle(Problem):
    """A team would be below itself."""

    code = "team_in_circle"
    field = "parent"

    def message(self, translate: Translate) -> str:
        return translate("That team is itself below this one. Choose a team that is not.")


@dataclass
class TeamHasPeople(Problem):
    """A team is removed when it is empty."""

    code = "team_has_people"
    status = 409
    name: str

    def message(self, translate: Translate) -> str:
        return translate(
            "“%(name)s” still has people, teams or open invitations. Nothing was removed. Move them first."
        ) % {"name": self.name}


class SamplePersonOnly(Problem):
    """Somebody can be looked around as only when he is of the sample, on the machine itself."""

    code = "sample_person_only"
    status = 404

    def message(self, translate: Translate) -> str:
        return translate("Only people of the sample can be looked around as, and only on this machine.")


@dataclass
class LookingAround(Problem):
    """Whoever looks around as somebody of the sample, at the account of that person."""

    code = "looking_around"
    status = 403
    name: str

    def message(self, translate: Translate) -> str:
        return translate(
            "You look around as %(name)s, one of the sample's people. This account has no password and nothing to "
            "change. “Be yourself again”, above, leads back to your own."
        ) % {"name": self.name}


class NoPassword(Problem):
    """A password to change where there is none."""

    code = "no_password"
    status = 409

    def message(self, translate: Translate) -> str:
        return translate(
            "Your account has no password yet, so there is none to change. Ask an administrator for a link by which "
            "you choose one."
        )

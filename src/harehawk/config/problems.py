"""What can be wrong with an installation, each with its way out."""

from dataclasses import dataclass
from pathlib import Path

from harehawk.errors import Problem, Translate


@dataclass
class HomeNotWritable(Problem):
    """The data folder cannot be made or written."""

    code = "home_not_writable"
    field = "HAREHAWK_HOME"
    home: Path
    reason: str

    def message(self, translate: Translate) -> str:
        return translate(
            "The data folder %(home)s cannot be written (%(reason)s). Give this user the right to write "
            "there, or name another folder in HAREHAWK_HOME."
        ) % {"home": self.home, "reason": self.reason}


@dataclass
class PortWrong(Problem):
    """HAREHAWK_PORT is no port."""

    code = "port_wrong"
    field = "HAREHAWK_PORT"
    value: str

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_PORT is “%(value)s”, which is no port. Set it to a number from 1 to 65535, or leave it "
            "out for 8000."
        ) % {"value": self.value}


@dataclass
class AddressMissing(Problem):
    """The server listens to other machines and nobody said by which address they call it."""

    code = "address_missing"
    field = "HAREHAWK_ADDRESS"
    host: str

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_HOST is “%(host)s”, so other machines can reach Harehawk. Say in HAREHAWK_ADDRESS what "
            "people type to get there, for example https://harehawk.example.com."
        ) % {"host": self.host}


@dataclass
class AddressWrong(Problem):
    """HAREHAWK_ADDRESS is no web address."""

    code = "address_wrong"
    field = "HAREHAWK_ADDRESS"
    value: str

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_ADDRESS is “%(value)s”, which is no web address. Write scheme and host and nothing after "
            "them, for example https://harehawk.example.com."
        ) % {"value": self.value}


@dataclass
class NotEncrypted(Problem):
    """Other machines reach the server by plain http."""

    code = "not_encrypted"
    field = "HAREHAWK_ADDRESS"
    address: str

    def message(self, translate: Translate) -> str:
        return translate(
            "People reach Harehawk at %(address)s, where everything they read and write crosses the network "
            "unencrypted. Put a proxy with a certificate in front and set HAREHAWK_ADDRESS to its https address."
        ) % {"address": self.address}


@dataclass
class DatabaseUrlWrong(Problem):
    """HAREHAWK_DATABASE_URL names no PostgreSQL database. The value stays untold: it holds a password."""

    code = "database_url_wrong"
    field = "HAREHAWK_DATABASE_URL"

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_DATABASE_URL names no PostgreSQL database. Write it as "
            "postgresql://user:password@host:5432/name, or leave it out to keep the data in the data folder."
        )


@dataclass
class DatabaseUnreachable(Problem):
    """The database does not answer."""

    code = "database_unreachable"
    field = "HAREHAWK_DATABASE_URL"
    reason: str

    def message(self, translate: Translate) -> str:
        return translate("The database does not answer: %(reason)s. Start it, or correct HAREHAWK_DATABASE_URL.") % {
            "reason": self.reason.splitlines()[0].rstrip(".?: ")
        }


@dataclass
class SecretKeyShort(Problem):
    """HAREHAWK_SECRET_KEY can be guessed."""

    code = "secret_key_short"
    field = "HAREHAWK_SECRET_KEY"

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_SECRET_KEY is too easy to guess. Use at least 50 random characters, or leave it out: "
            "Harehawk then makes one and keeps it in the data folder."
        )


@dataclass
class PasswordPolicyWrong(Problem):
    """HAREHAWK_PASSWORD_POLICY names no rules for passwords."""

    code = "password_policy_wrong"
    field = "HAREHAWK_PASSWORD_POLICY"
    value: str

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_PASSWORD_POLICY is “%(value)s”, which names no rules for passwords. Set it to modern or strict, "
            "or leave it out for modern."
        ) % {"value": self.value}


@dataclass
class MailUrlWrong(Problem):
    """HAREHAWK_MAIL_URL names no mail server. The value stays untold: it holds a password."""

    code = "mail_url_wrong"
    field = "HAREHAWK_MAIL_URL"

    def message(self, translate: Translate) -> str:
        return translate(
            "HAREHAWK_MAIL_URL names no mail server. Write it as smtps://user:password@host:465 or "
            "smtp://user:password@host:587, or leave it out: Harehawk then sends no mail."
        )


@dataclass
class AlreadyRunning(Problem):
    """Another server works on the same data folder."""

    code = "already_running"
    field = "HAREHAWK_HOME"
    address: str
    process: int

    def message(self, translate: Translate) -> str:
        return translate(
            "Harehawk already runs at %(address)s (process %(process)s). Open that address, stop that process, "
            "or name another data folder in HAREHAWK_HOME to run a second one."
        ) % {"address": self.address, "process": self.process}


class WorkerNotWanted(Problem):
    """A worker on the embedded database, where the server works on its tasks itself."""

    code = "worker_not_wanted"
    field = "HAREHAWK_DATABASE_URL"

    def message(self, translate: Translate) -> str:
        return translate(
            "These data are in the data folder, where the server itself does the work in the background: start it with "
            "harehawk, and what waits is done. Workers beside it are for PostgreSQL, named in HAREHAWK_DATABASE_URL."
        )


@dataclass
class PortBusy(Problem):
    """Another program listens where the server should."""

    code = "port_busy"
    field = "HAREHAWK_PORT"
    host: str
    port: int
    reason: str

    def message(self, translate: Translate) -> str:
        other = self.port + 1 if 1024 <= self.port < 65535 else 8080  # below, ports are for administrators
        return translate(
            "Harehawk cannot listen on %(host)s port %(port)s (%(reason)s). Choose another port, for example "
            "HAREHAWK_PORT=%(other)s."
        ) % {"host": self.host, "port": self.port, "reason": self.reason, "other": other}


@dataclass
class NotBuilt(Problem):
    """Scripts, styles or translations were not built into this copy."""

    code = "not_built"
    missing: str

    def message(self, translate: Translate) -> str:
        return translate(
            "%(missing)s is missing from this copy of Harehawk. Install it again with “python -m pip install .”, "
            "or start it from its source folder with the script harehawk, which builds it."
        ) % {"missing": self.missing}

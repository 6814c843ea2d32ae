"""The settings an installation takes from its environment, checked once, each wrong one a problem in words."""

import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
import platformdirs

from harehawk.config.problems import (
    AddressMissing,
    AddressWrong,
    DatabaseUrlWrong,
    HomeNotWritable,
    MailUrlWrong,
    PasswordPolicyWrong,
    PortWrong,
    SecretKeyShort,
)
from harehawk.errors import Problem

type PasswordPolicy = Literal["modern", "strict"]

SECONDS_TO_WAIT = 20  # for others who write, then it is said
WAITS = {"options": f"-c lock_timeout={SECONDS_TO_WAIT}s"}
SHORTEST_SECRET = 50  # what Django's deployment check asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Where this installation lives, listens and keeps its data."""

    home: Path
    host: str
    port: int
    address: SplitResult
    database: dict[str, object]
    secret_key: str
    password_policy: PasswordPolicy
    mail: dict[str, object] | None
    mail_from: str

    @property
    def encrypted(self) -> bool:
        """Whether people reach it by https, through a proxy that ends the encryption."""
        return self.address.scheme == "https"

    @property
    def long_sessions(self) -> bool:
        """Whether people may stay signed in for days."""
        return self.password_policy == "modern"  # noqa: S105  the name of a policy

    @property
    def database_is_shared(self) -> bool:
        """Whether several processes may work on the data at once."""
        return not str(self.database["ENGINE"]).endswith("sqlite3")

    @property
    def stays_here(self) -> bool:
        """Whether only this machine reaches it: nothing leaves it unencrypted."""
        return is_loopback(self.host) and is_loopback(self.address.hostname or "")


def read(variables: Mapping[str, str]) -> Environment:
    """Read every setting. Raises the Problem of the first one that is wrong."""
    home = read_home(variables)
    return Environment(
        home=home,
        host=read_host(variables),
        port=read_port(variables),
        address=read_address(variables),
        database=read_database(variables) or sqlite(home),
        secret_key=read_secret(variables) or kept_secret(home),
        password_policy=read_password_policy(variables),
        mail=read_mail(variables),
        mail_from=variables.get("HAREHAWK_MAIL_FROM") or f"harehawk@{read_address(variables).hostname}",
    )


def problems(variables: Mapping[str, str]) -> list[Problem]:
    """List every setting that is wrong."""
    found: list[Problem] = []
    for part in (read_home, read_port, read_address, read_database, read_secret, read_password_policy, read_mail):
        try:
            part(variables)
        except Problem as problem:
            if problem not in found:  # the address follows from the port
                found.append(problem)
    return found


def read_home(variables: Mapping[str, str]) -> Path:
    """Find the data folder and make it, for its owner's eyes only."""
    named = variables.get("HAREHAWK_HOME")
    home = Path(named).expanduser().absolute() if named else platformdirs.user_data_path("harehawk", appauthor=False)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HomeNotWritable(home, error.strerror or str(error)) from error
    if not os.access(home, os.W_OK | os.X_OK):
        raise HomeNotWritable(home, os.strerror(13))
    return home


def read_port(variables: Mapping[str, str]) -> int:
    """Find the port to listen on."""
    value = variables.get("HAREHAWK_PORT") or "8000"
    if not value.isdecimal() or not 0 < int(value) < 2**16:
        raise PortWrong(value)
    return int(value)


def read_host(variables: Mapping[str, str]) -> str:
    """Find the host to listen on."""
    return variables.get("HAREHAWK_HOST") or "127.0.0.1"


def read_address(variables: Mapping[str, str]) -> SplitResult:
    """Find what people type to get here; it follows from the host when only this machine is served."""
    if value := variables.get("HAREHAWK_ADDRESS"):
        return parse_address(value)
    host = read_host(variables)
    if not is_loopback(host):
        raise AddressMissing(host)
    return urlsplit(f"http://{f'[{host}]' if ':' in host else host}:{read_port(variables)}")


def parse_address(value: str) -> SplitResult:
    """Take a web address apart."""
    try:
        address = urlsplit(value.rstrip("/"))
        address.port  # noqa: B018  reading it is what checks it
    except ValueError as error:
        raise AddressWrong(value) from error
    if address.scheme not in {"http", "https"} or not address.hostname or address.path or address.query:
        raise AddressWrong(value)
    return address


def read_database(variables: Mapping[str, str]) -> dict[str, object] | None:
    """Describe the PostgreSQL database of the URL as Django wants it; None when there is no URL."""
    url = variables.get("HAREHAWK_DATABASE_URL")
    if not url:
        return None
    try:
        database = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except (ValueError, dj_database_url.ParseError) as error:
        raise DatabaseUrlWrong from error
    if database["ENGINE"] != "django.db.backends.postgresql" or not database["NAME"]:
        raise DatabaseUrlWrong
    return database | {"OPTIONS": WAITS | cast("dict[str, object]", database.get("OPTIONS", {}))}


def sqlite(home: Path) -> dict[str, object]:
    """Describe the embedded database.

    It is opened, never made, here (`mode=rw`): were the data folder taken away under a running server, an
    empty database in its place would look like lost data.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{sqlite_file(home).as_uri()}?mode=rw",
        "OPTIONS": {
            "timeout": SECONDS_TO_WAIT,
            "transaction_mode": "IMMEDIATE",  # DEFERRED loses most concurrent writes to "database is locked"
            # what is deleted is overwritten in the file, too
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


def sqlite_file(home: Path) -> Path:
    """Name the file of the embedded database."""
    return home / "harehawk.sqlite3"


def read_secret(variables: Mapping[str, str]) -> str | None:
    """Take the secret key from the environment; None when it is not there."""
    value = variables.get("HAREHAWK_SECRET_KEY")
    if value and len(value) < SHORTEST_SECRET:
        raise SecretKeyShort
    return value or None


def kept_secret(home: Path) -> str:
    """Read the secret key of this data folder; the first time, make it."""
    file = home / "secret_key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as fresh:
            fresh.write(secrets.token_urlsafe(SHORTEST_SECRET))
    except FileExistsError:
        pass
    except OSError as error:
        raise HomeNotWritable(home, error.strerror or str(error)) from error
    return file.read_text()


def read_password_policy(variables: Mapping[str, str]) -> PasswordPolicy:
    """Find which rules hold for passwords."""
    value = variables.get("HAREHAWK_PASSWORD_POLICY") or "modern"
    if value not in {"modern", "strict"}:
        raise PasswordPolicyWrong(value)
    return cast("PasswordPolicy", value)


def read_mail(variables: Mapping[str, str]) -> dict[str, object] | None:
    """Describe the mail server as Django wants it; None when nothing is sent by mail."""
    url = variables.get("HAREHAWK_MAIL_URL")
    if not url:
        return None
    try:
        server = urlsplit(url)
        port = server.port
    except ValueError as error:
        raise MailUrlWrong from error
    if server.scheme not in {"smtp", "smtps"} or not server.hostname or server.path.strip("/"):
        raise MailUrlWrong
    encrypted = server.scheme == "smtps"
    return {
        "host": server.hostname,
        "port": port or (465 if encrypted else 587),
        "username": unquote(server.username or ""),
        "password": unquote(server.password or ""),
        "use_ssl": encrypted,
        "use_tls": not encrypted and not is_loopback(server.hostname),
        "timeout": 20,
    }


def is_loopback(host: str) -> bool:
    """Tell whether a host is this very machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

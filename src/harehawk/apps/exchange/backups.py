"""All data in one file, and back: a zip of the database as it was at one moment, and a list of what is in it."""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from harehawk.apps.exchange.problems import BackupBroken, BackupMissing, BackupOfOther

CONTENTS = "contents.json"
DATABASE = "harehawk.sqlite3"
CHUNK = 2**20


def backup(out: Path) -> int:
    """Write a backup, read it back, and return how many rows it holds. Raises BackupBroken."""
    part = out.with_name(f"{out.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            rows = _from_postgresql(packed) if connection.vendor == "postgresql" else _from_sqlite(packed)
            contents = {
                "database": connection.vendor, "made_at": timezone.now().isoformat(), "migrations": _migrations(),
                "rows": rows, "digests": {name: _digest(name, packed) for name in packed.namelist()},
            }  # fmt: skip
            packed.writestr(CONTENTS, json.dumps(contents, indent=1))
        checked(part)
        part.rename(out)
    finally:
        part.unlink(missing_ok=True)
    return sum(rows.values())


def checked(file: Path) -> dict[str, Any]:
    """What is in a backup, after reading all of it. Raises BackupMissing, BackupBroken."""
    if not file.is_file():
        raise BackupMissing(str(file))
    try:
        with zipfile.ZipFile(file) as packed:
            contents: dict[str, Any] = json.loads(packed.read(CONTENTS))
            for name, digest in contents["digests"].items():
                if _digest(name, packed) != digest:
                    raise BackupBroken(str(file), name)
            if contents["database"] == "sqlite":
                with tempfile.TemporaryDirectory() as folder:
                    _check_sqlite(file, Path(packed.extract(DATABASE, folder)), contents["rows"])
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, sqlite3.DatabaseError) as error:
        raise BackupBroken(str(file)) from error
    return contents


def restore(file: Path) -> Path | None:
    """Put a backup in place; return where what was there is kept, if a file. Nobody else may be at work.

    Raises BackupMissing, BackupBroken, BackupOfOther.
    """
    contents = checked(file)
    if contents["database"] != connection.vendor:
        raise BackupOfOther(str(file), contents["database"])
    if connection.vendor == "postgresql":
        _into_postgresql(file, contents)
        return None
    here = Path(connection.settings_dict["NAME"].removeprefix("file://").partition("?")[0])
    connection.close()
    kept = here.with_name(f"{here.name}.before-{timezone.localtime():%Y%m%d-%H%M%S}")
    with zipfile.ZipFile(file) as packed, tempfile.TemporaryDirectory(dir=here.parent) as folder:
        fresh = Path(packed.extract(DATABASE, folder))
        fresh.chmod(0o600)
        for tail in ("-wal", "-shm"):
            here.with_name(here.name + tail).unlink(missing_ok=True)
        here.rename(kept)
        fresh.rename(here)
    return kept


def _from_sqlite(packed: zipfile.ZipFile) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        connection.ensure_connection()
        target = sqlite3.connect(copy)
        connection.connection.backup(target)  # as of one moment, whoever writes meanwhile
        target.execute("PRAGMA journal_mode=DELETE")
        rows = {
            table: target.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0]  # noqa: S608  our own tables
            for (table,) in target.execute(
                "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
            )
        }
        target.close()
        packed.write(copy, DATABASE)
    return rows


def _check_sqlite(file: Path, copy: Path, rows: dict[str, int]) -> None:
    opened = sqlite3.connect(copy)
    try:
        whole = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not whole or opened.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BackupBroken(str(file), DATABASE)
        for table, count in rows.items():
            if opened.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] != count:  # noqa: S608  our own tables
                raise BackupBroken(str(file), table)
    finally:
        opened.close()


def _tables() -> list[str]:
    return sorted(connection.introspection.table_names())


def _from_postgresql(packed: zipfile.ZipFile) -> dict[str, int]:
    rows = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table in _tables():
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT COUNT(*) FROM {quoted}")  # noqa: S608  our own tables
            rows[table] = cursor.fetchone()[0]
            with packed.open(f"{table}.copy", "w") as file, cursor.copy(f"COPY {quoted} TO STDOUT") as lines:
                for line in lines:
                    file.write(line)
    return rows


def _into_postgresql(file: Path, contents: dict[str, Any]) -> None:
    if contents["migrations"] != _migrations():
        raise BackupOfOther(str(file), "another version")
    with transaction.atomic(), connection.cursor() as cursor, zipfile.ZipFile(file) as packed:
        names = ", ".join(map(connection.ops.quote_name, contents["rows"]))
        cursor.execute(f"TRUNCATE {names} CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in contents["rows"]:
            quoted = connection.ops.quote_name(table)
            with packed.open(f"{table}.copy") as lines, cursor.copy(f"COPY {quoted} FROM STDIN") as into:
                while data := lines.read(CHUNK):
                    into.write(data)
        for sequence in connection.introspection.sequence_list():
            table, column = map(connection.ops.quote_name, (sequence["table"], sequence["column"]))
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, %s), COALESCE(MAX({column}), 0) + 1, false) FROM {table}",  # noqa: S608  our own tables
                [sequence["table"], sequence["column"]],
            )


def _migrations() -> list[list[str]]:
    return sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations())


def _digest(name: str, packed: zipfile.ZipFile) -> str:
    found = hashlib.sha256()
    with packed.open(name) as data:
        while chunk := data.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()

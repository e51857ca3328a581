"""A record in a file: SQLite in WAL mode, on the disk before an append returns."""

from __future__ import annotations

import os
import secrets
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import msgspec
import sqlalchemy as sa
from msgspec.structs import asdict
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from game.record import errors, schema
from game.record.form import (
    FORMAT,
    LARGEST,
    Entry,
    Header,
    Whole,
    Word,
    encode,
    genesis,
)
from game.scenario.model import Scenario

Kind = TypeVar("Kind", bound=msgspec.Struct)

APPLICATION = 0x4D4F4456  # "MODV", in the file's header: what the command `file` may look at
PATIENCE = 5.0
"""Seconds to wait for another program that writes to the same file."""
ONLY = 1  # the game in a file of its own


class SQLiteStore:
    """One record in one file. Open it with :func:`create` or :func:`reopen`."""

    def __init__(self, path: Path, connection: sa.Connection, head: int, chain: bytes) -> None:
        self.path = path
        self.head = head
        self.chain = chain
        self._connection = connection
        self._file: tuple[int, int] | None = None

    def append(self, entry: Entry, words: Sequence[Word]) -> None:
        """Add an entry and its texts in one transaction; when this returns they are on the disk.

        Raises RecordError (nothing was added): a full disk, another program that writes.
        """
        self._look()
        with _sentences(self.path), self._connection.begin():
            if not _move_head(self._connection, self.head, entry.seq, entry.hash):
                raise errors.moved_on(self.path)
            _insert(self._connection, (entry,), words)
        self.head, self.chain = entry.seq, entry.hash

    def _look(self) -> None:
        """Raise RecordError where the file was deleted, or another one lies in its place.

        SQLite would go on writing into what has no name any more, and all would be lost at the end.
        """
        try:
            found = self.path.stat()
        except OSError:
            raise errors.gone(self.path) from None
        self._file = self._file or (found.st_dev, found.st_ino)
        if self._file != (found.st_dev, found.st_ino):
            raise errors.gone(self.path)

    def words(self) -> tuple[Word, ...]:
        """The free texts of the record. Raises RecordError."""
        with _sentences(self.path), self._connection.begin():
            return _rows(self._connection, schema.word, Word, "seq", "key")

    def erase(self, keys: Sequence[str]) -> None:
        """Overwrite these texts and their salts in the file; the chain does not cover them."""
        word = schema.word
        rows = [{"k": key} for key in keys]
        erase = sa.update(word).where(word.c.game == ONLY, word.c.key == sa.bindparam("k"))
        with _sentences(self.path):
            if rows:
                with self._connection.begin():
                    self._connection.execute(erase.values(salt=None, text=None), rows)
            # What is erased must go from the log beside the file and from its free pages too.
            _settle(self.path, self._connection)
            _raw(self._connection).execute("VACUUM")
            _settle(self.path, self._connection)

    def close(self) -> None:
        """Let go of the file; what was acknowledged is in it alone, with no log beside it."""
        self._connection.close()
        self._connection.engine.dispose()


def create(
    path: Path,
    scenario: Scenario,
    header: Header,
    secret: tuple[int, str],
    entries: Sequence[Entry] = (),
    words: Sequence[Word] = (),
) -> SQLiteStore:
    """A new record: its header, the seed and its salt, and whatever entries it starts from.

    It appears under its name only once it is whole. Raises RecordError when there is such a file
    already, or it cannot be written.
    """
    # A log left beside a file that was removed would be read into the new one.
    for there in (path, Path(f"{path}-wal")):
        if there.exists():
            raise errors.exists(there)
    chain = entries[-1].hash if entries else genesis(header)
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    try:
        _empty(path, new)
        with _sentences(path), closing(_connect(new, "rwc", path)) as connection:
            _raw(connection).execute(f"PRAGMA application_id = {APPLICATION}")
            _raw(connection).execute(f"PRAGMA user_version = {FORMAT}")
            with connection.begin():
                schema.metadata.create_all(connection)
                _begin(connection, scenario, header, secret)
                _insert(connection, entries, words)
                _move_head(connection, 0, len(entries), chain)
            _settle(path, connection)
        _name(new, path)
        _sync_folder(path)
    finally:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{new}{suffix}").unlink(missing_ok=True)
    return SQLiteStore(path, _connect(path, "rw"), len(entries), chain)


def _begin(
    connection: sa.Connection, scenario: Scenario, header: Header, secret: tuple[int, str]
) -> None:
    whole = msgspec.json.encode(_Whole(scenario.text, scenario.included))
    connection.execute(
        sa.insert(schema.scenario).values(
            digest=scenario.digest, id=scenario.id, whole=zlib.compress(whole, 9)
        )
    )
    connection.execute(
        sa.insert(schema.game).values(
            id=ONLY,
            format=header.format,
            header=encode(header),
            scenario=scenario.digest,
            head=0,
            chain=b"",
            created=_now(),
        )
    )
    seed, salt = secret
    connection.execute(sa.insert(schema.secret).values(game=ONLY, seed=str(seed), salt=salt))


def _insert(connection: sa.Connection, entries: Sequence[Entry], words: Sequence[Word]) -> None:
    if entries:
        rows = [_packed(entry) for entry in entries]
        connection.execute(sa.insert(schema.entry), rows)
    if words:
        rows = [{"game": ONLY} | asdict(word) for word in words]
        connection.execute(sa.insert(schema.word), rows)


def _packed(entry: Entry) -> dict[str, object]:
    facts = zlib.compress(entry.facts.encode())
    return asdict(entry) | {"game": ONLY, "at": _now(), "facts": facts}


def _move_head(connection: sa.Connection, old: int, new: int, chain: bytes) -> bool:
    """Count the entries on, if there are still as many as was thought."""
    game = schema.game
    where = sa.update(game).where(game.c.id == ONLY, game.c.head == old)
    return connection.execute(where.values(head=new, chain=chain)).rowcount == 1


def reopen(path: Path) -> tuple[SQLiteStore, Whole]:
    """The store of an existing record, to append to, and everything in it. Raises RecordError."""
    _inspect(path)
    connection = _connect(path, "rw")
    try:
        whole = _read(path, connection)
    except BaseException:
        connection.close()
        raise
    return SQLiteStore(path, connection, whole.head, whole.chain), whole


def read(path: Path) -> Whole:
    """Everything in a record. The file may be one that cannot be written to. Raises RecordError."""
    _inspect(path)
    # With no log beside it nobody writes to the file, and SQLite need not put one there to read.
    mode = "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
    with closing(_connect(path, mode)) as connection:
        return _read(path, connection)


def times(path: Path) -> tuple[str, ...]:
    """When a record was made and when each entry was added, in ISO 8601. Raises RecordError."""
    _inspect(path)
    mode = "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"
    with closing(_connect(path, mode)) as connection, _sentences(path), connection.begin():
        created = connection.execute(sa.select(schema.game.c.created)).scalar_one()
        entry = schema.entry
        added = sa.select(entry.c.at).where(entry.c.game == ONLY).order_by(entry.c.seq)
        return (str(created), *map(str, connection.execute(added).scalars()))


def _read(path: Path, connection: sa.Connection) -> Whole:
    with _sentences(path), connection.begin():
        game = connection.execute(sa.select(schema.game).where(schema.game.c.id == ONLY)).one()
        if game.format != FORMAT:
            raise errors.other_format(path, game.format, FORMAT)
        packed = connection.execute(
            sa.select(schema.scenario.c.whole).where(schema.scenario.c.digest == game.scenario)
        ).scalar_one()
        secret = connection.execute(sa.select(schema.secret)).one()
        scenario = msgspec.json.decode(_unzip(packed), type=_Whole)
        return Whole(
            header=msgspec.json.decode(game.header, type=Header),
            seed=int(secret.seed),
            salt=secret.salt,
            text=scenario.text,
            included=scenario.included,
            entries=_entries(connection),
            words=_rows(connection, schema.word, Word, "seq", "key"),
            head=game.head,
            chain=game.chain,
        )


class _Row(msgspec.Struct, frozen=True):
    seq: int
    author: str
    command: str
    facts: bytes
    hash: bytes
    key: str | None


def _entries(connection: sa.Connection) -> tuple[Entry, ...]:
    rows = _rows(connection, schema.entry, _Row, "seq")
    return tuple(
        Entry(r.seq, r.author, r.command, _unzip(r.facts).decode(), r.hash, r.key) for r in rows
    )


def _rows(
    connection: sa.Connection, table: sa.Table, kind: type[Kind], *by: str
) -> tuple[Kind, ...]:
    names = kind.__struct_fields__
    columns = [table.c[name] for name in names]
    chosen = sa.select(*columns).where(table.c.game == ONLY).order_by(*(table.c[n] for n in by))
    rows = connection.execute(chosen)
    # Converted, not only constructed: SQLite lets any column hold anything.
    return tuple(msgspec.convert(dict(zip(names, row, strict=True)), kind) for row in rows)


class _Whole(msgspec.Struct, frozen=True):
    text: str
    included: dict[str, str]


def _unzip(packed: bytes) -> bytes:
    """What was packed, if it is not larger than anything that is kept ever was."""
    unpacker = zlib.decompressobj()
    said = unpacker.decompress(packed, LARGEST)
    if not unpacker.eof:
        raise zlib.error("larger than anything that is kept")
    return said


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


# ---------------------------------------------------------------------- the file


def _empty(path: Path, new: Path) -> None:
    """Make the empty file that becomes `path`, or say in the system's words why not."""
    try:
        new.touch(0o644, exist_ok=False)
    except OSError as error:
        raise errors.cannot_keep(path, error.strerror or str(error)) from None


def _settle(path: Path, connection: sa.Connection) -> None:
    """Bring everything from the log into the file itself, and empty the log.

    Closing does so too, but says nothing where it could not. Raises RecordError inside
    :func:`_sentences`.
    """
    busy, _pages, _moved = _raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise errors.busy(path)


def _name(new: Path, path: Path) -> None:
    """Give a whole file its name, unless there is such a file by now: of two programs, one wins."""
    try:
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:
            # Some file systems have no links: the name is taken first, then filled.
            path.touch(exist_ok=False)
            _fill(new, path)
    except FileExistsError:
        raise errors.exists(path) from None
    except OSError as error:
        raise errors.cannot_keep(path, error.strerror or str(error)) from None


def _fill(new: Path, path: Path) -> None:
    """Put a file in the place of the empty one that keeps its name."""
    try:
        os.replace(new, path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(path: Path) -> None:
    """Let the file's name survive a power cut too, where the system has a way to ask for it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _inspect(path: Path) -> None:
    """Is this a record, and one of ours? Looked at before SQLite is asked to open it."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise errors.missing(path) from None
    except OSError as error:
        raise errors.cannot_read(path, error.strerror or str(error)) from None
    if not head.startswith(b"SQLite format 3\0"[: len(head)]) or not head:
        raise errors.no_record(path)
    if len(head) < 100:
        raise errors.damaged(path)
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise errors.no_record(path)
    version = int.from_bytes(head[60:64], "big")
    if version != FORMAT:
        raise errors.other_format(path, version, FORMAT)


def _connect(path: Path, mode: str, called: Path | None = None) -> sa.Connection:
    """Connect to a file: `rwc` may create it, `rw` writes, `ro` only reads.

    What goes wrong is said of the file that it is `called`.
    """

    def creator() -> sqlite3.Connection:
        uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
        raw = sqlite3.connect(
            uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        if not mode.startswith("ro"):
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
                raw.execute(f"PRAGMA {pragma}")
        return raw

    engine = sa.create_engine("sqlite://", creator=creator, poolclass=NullPool)
    begin = "BEGIN" if mode.startswith("ro") else "BEGIN IMMEDIATE"

    # The driver would begin transactions late and by its own rules; a writer takes its lock first.
    @sa.event.listens_for(engine, "begin")
    def _begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    with _sentences(called or path):
        return engine.connect()


def _raw(connection: sa.Connection) -> sqlite3.Connection:
    """The driver's own connection, for what cannot stand in a transaction."""
    raw = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Say what goes wrong inside as a RecordError."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise errors.refusal(path, getattr(cause, "sqlite_errorcode", None), str(cause)) from error
    except (sa.exc.NoResultFound, sa.exc.MultipleResultsFound, zlib.error) as error:
        raise errors.damaged(path) from error
    except (msgspec.DecodeError, UnicodeError, ValueError) as error:
        raise errors.damaged(path) from error

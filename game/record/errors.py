"""What can be wrong with a record, as sentences: what was found, and what to do."""

from __future__ import annotations

from pathlib import Path

from game.errors import UserError
from game.i18n import N_, _


class RecordError(UserError):
    """A record that cannot be used as asked."""


class NotARecord(RecordError):
    """A file that is no record of a game."""


class OtherFormat(RecordError):
    """A record in another format than this program's."""


class Damaged(RecordError):
    """A record that was cut short, or holds what no record holds."""

    @classmethod
    def entry(cls, seq: int, reason: str) -> Damaged:
        """What is wrong with one entry."""
        says = _("Entry {n} of the record is damaged: {reason}.")
        return cls(says.format(n=seq, reason=reason.rstrip(".")))


class Tampered(RecordError):
    """A record whose chain of hashes does not hold."""


class Busy(RecordError):
    """A record that another program writes to."""


class MovedOn(Busy):
    """A record that another program has gone on with since it was read."""


class CannotKeep(RecordError):
    """The system did not keep what was to be kept: a full disk, a read-only folder."""


FULL, BUSY, LOCKED, CORRUPT, NO_DATABASE = 13, 5, 6, 11, 26
_ADVICE = {
    BUSY: N_("another program is using it; close it there and try again"),
    LOCKED: N_("another program is using it; close it there and try again"),
    8: N_("it may only be read; copy it to where you may write"),
    10: N_("the disk failed, or is full; what was acknowledged before is kept"),
    FULL: N_("the disk is full; make room and go on: what was acknowledged before is kept"),
    14: N_("it cannot be opened; does its folder exist, and may you write there?"),
}
"""By SQLite's result codes."""


def refusal(path: Path, code: int | None, reason: str) -> RecordError:
    """The sentence for what SQLite's result code says; `reason` where it says nothing better."""
    primary = None if code is None else code & 0xFF
    if primary in (CORRUPT, NO_DATABASE):
        return damaged(path)
    if primary in _ADVICE:
        says = f"{path}: {_(_ADVICE[primary])}."
        return Busy(says) if primary in (BUSY, LOCKED) else CannotKeep(says)
    return Damaged(f"{path}: {reason}.")


def gone(path: Path) -> CannotKeep:
    """The file was deleted, moved or replaced while the game was played."""
    says = _(
        "{path} was deleted, moved or replaced while the game was played, so nothing more can be "
        "kept in it. Put it back to go on."
    )
    return CannotKeep(says.format(path=path))


def damaged(path: Path) -> Damaged:
    """The file was cut short or overwritten."""
    says = _("{path} is damaged: it was cut short or written over. Use a copy of it.")
    return Damaged(says.format(path=path))


def missing(path: Path) -> NotARecord:
    """There is no such file."""
    return NotARecord(_("There is no record {path}.").format(path=path))


def no_record(path: Path) -> NotARecord:
    """The file is something else."""
    says = _("{path} is no record of a game; expected a file that modus wrote (--out).")
    return NotARecord(says.format(path=path))


def other_format(path: Path, found: object, expected: int) -> OtherFormat:
    """The file is of another version."""
    says = _(
        "{path} is a record of format {found}; this program reads format {expected}. "
        "Use the version of the program that wrote it."
    )
    return OtherFormat(says.format(path=path, found=found, expected=expected))


def exists(path: Path) -> CannotKeep:
    """A new record would take the place of another file."""
    says = _("{path} exists already. Name another file, or remove it first.")
    return CannotKeep(says.format(path=path))


def moved_on(path: Path) -> MovedOn:
    """Somebody else has appended since."""
    says = _("{path}: another program has gone on with this game. Load it again.")
    return MovedOn(says.format(path=path))


def busy(path: Path) -> RecordError:
    """Another program has the file open."""
    return refusal(path, BUSY, "")


def cannot_keep(path: Path, reason: str) -> CannotKeep:
    """The system refuses the file."""
    return CannotKeep(_("{path} cannot be written: {reason}.").format(path=path, reason=reason))


def cannot_read(path: Path, reason: str) -> NotARecord:
    """The system does not show the file."""
    return NotARecord(_("{path} cannot be read: {reason}.").format(path=path, reason=reason))

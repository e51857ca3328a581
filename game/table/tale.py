"""What a turn that is over is told in: sentences by chapter, and what faces draw beside them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Chapter = Literal[
    "packages", "signed", "votes", "done", "steps", "moved", "followed", "breaches", "end"
]
CHAPTERS: tuple[Chapter, ...] = (
    "packages", "signed", "votes", "done", "steps", "moved", "followed", "breaches", "end",
)  # fmt: skip
"""In the order of telling: the breaches last, before the end."""

Stands = Literal["signed", "thinking", "refused"]


class Paper(Struct, frozen=True, omit_defaults=True):
    """A text that was put before everybody: an agreement that was concluded, a package.

    `stands` says of each party by id whether it `signed`, `refused` or is `thinking`; `clauses` are
    who promises it (an actor, "" for all) and its sentence.
    """

    name: str
    kind: str
    stands: tuple[tuple[str, Stands], ...]
    clauses: tuple[tuple[str, str], ...]
    secret: bool = False
    settles: bool = False


class Told(Struct, frozen=True, omit_defaults=True):
    """One thing that became so. `why` says the causes of a number's change, with what each asked.

    `teaches` has, for each rule among the causes, the concept, whom to read and the concept in a
    sentence. `cell` names what changed, `cells` all of them where several are told as one. What is
    `steady` came out as it was before: it is told where somebody asks for it.

    For faces that draw more than a sentence: `of` is what it is about (the id of an agreement, a
    draft or what was voted on, `event:` and its id, or a step), `name`, `was` and `now` are what
    changed in words, `rose` by how much (of an answer: +1 yes, -1 no), `paper` the text, `seats`
    who else had a part in it: who did not order a step, who moved an issue, whose fault an end is.
    Of a vote `now` is the ballot, of a decision the forum.
    """

    chapter: Chapter
    says: str
    why: tuple[str, ...] = ()
    teaches: tuple[tuple[str, ...], ...] = ()
    cell: str = ""
    seat: str = ""
    cells: tuple[str, ...] = ()
    steady: bool = False
    of: str = ""
    name: str = ""
    was: str = ""
    now: str = ""
    rose: int = 0
    paper: Paper | None = None
    seats: tuple[str, ...] = ()

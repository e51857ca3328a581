"""What agreements are made of: clauses, and terms as a whole (language.md, section 7)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Move(Struct, frozen=True, tag="move", omit_defaults=True):
    """Each party that is asked orders the next step until ``to`` is reached, up to ``by``."""

    issue: str
    to: str
    by: int
    if_: str = ""
    until: int = 0


class Hold(Struct, frozen=True, tag="hold", omit_defaults=True):
    """No step outside: ``bound`` says on which side of ``option`` the issue must stay."""

    issue: str
    bound: Literal["at", "at_least", "at_most"]
    option: str
    if_: str = ""
    until: int = 0


class Refrain(Struct, frozen=True, tag="refrain", omit_defaults=True):
    """``actor`` does none of ``instruments`` (toward ``target``, where one is named)."""

    actor: str
    instruments: tuple[str, ...]
    target: str = ""
    if_: str = ""
    until: int = 0


class Perform(Struct, frozen=True, tag="perform", omit_defaults=True):
    """``actor`` does ``do`` once after the turn of entry into force, by the end of turn ``by``."""

    actor: str
    do: str
    by: int
    target: str = ""
    if_: str = ""
    until: int = 0


class Transfer(Struct, frozen=True, tag="transfer", omit_defaults=True):
    """``giver`` pays ``amount`` of ``track`` to ``receiver``, once or every turn, whole or not."""

    giver: str
    receiver: str
    amount: int
    track: str = "capital"
    every: Literal["once", "turn"] = "once"
    if_: str = ""
    until: int = 0


class Declare(Struct, frozen=True, tag="declare", omit_defaults=True):
    """Words for the record; nothing is owed."""

    text: str
    if_: str = ""
    until: int = 0


Clause = Move | Hold | Refrain | Perform | Transfer | Declare


class Terms(Struct, frozen=True, omit_defaults=True):
    """The whole text of an agreement. One party alone makes it a pledge.

    ``annex_of`` is the id of the public agreement that this (secret) one is an annex of.
    """

    name: str
    parties: tuple[str, ...]
    clauses: tuple[Clause, ...]
    treaty: bool = False
    secret: bool = False
    annex_of: str = ""

"""Orders: what a seat tells the engine to do this turn (rules.md, Orders).

A proposal in a forum is the same order as an act or a step; the instrument's or issue's own
definition makes it one. Notation: :mod:`game.scenario.notation`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Ballot = Literal["yes", "no", "abstain"]


class Act(Struct, frozen=True, tag="act", omit_defaults=True):
    """Use (or, where a forum decides, propose) an instrument; ``target`` is "" where it has none.

    A constituency target is its bare id, one of the seat's own.
    """

    instrument: str
    target: str = ""


class Step(Struct, frozen=True, tag="step"):
    """Consent to (or, where a forum decides, propose) the step of ``issue`` to ``option``."""

    issue: str
    option: str


class Vote(Struct, frozen=True, tag="vote"):
    """A vote on what is proposed under an instrument's or issue's id."""

    text: str
    ballot: Ballot


class Denounce(Struct, frozen=True, tag="denounce"):
    """Leave an agreement in force, by its id."""

    agreement: str


class Argue(Struct, frozen=True, tag="argue", omit_defaults=True):
    """A free-form action: what happens, up to three reasons, and the changes it asks for."""

    says: str
    because: tuple[str, ...] = ()
    asking: tuple[tuple[str, int], ...] = ()


Order = Act | Step | Vote | Denounce | Argue

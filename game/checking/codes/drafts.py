"""Codes of ready agreements; the same are told at the table of what players draft."""

from __future__ import annotations

from game.checking.codes.code import Code
from game.i18n import N_

_KEPT = N_("A clause that nobody could keep or break means nothing.")


def _pact(clause: str) -> str:
    return f"agreements:\n  pact: {{parties: [host, sponsor], clauses: [{clause}]}}\n"


DRAFTS = (
    Code(
        "draft/parties",
        N_("A text names no party, or one of them twice."),
        N_("Somebody has to sign it, and each party signs once."),
        N_("Name each party once, and at least one."),
    ),
    Code(
        "draft/empty",
        N_("A text or one of its clauses says nothing."),
        _KEPT,
        N_("Add what is owed, or take the clause out."),
        _pact("{declare: ' '}"),
    ),
    Code(
        "draft/pledge",
        N_("A pledge of one party alone is called secret."),
        N_("A pledge binds by being heard."),
        N_("Leave 'secret' out, or name a second party."),
    ),
    Code(
        "draft/nobody-bound",
        N_("A clause asks for what none of the parties can do."),
        _KEPT,
        N_("Add a party whose consent it needs, or ask for something else."),
        "issues:\n"
        "  radar: {options: [none, agreed], up: {all: [host]}, down: {all: [host]}}\n"
        "agreements:\n"
        "  word: {parties: [sponsor], clauses: [{move: {issue: radar, to: agreed, by: 3}}]}\n",
    ),
    Code(
        "draft/not-in-hand",
        N_("A clause speaks of an instrument that the actor does not have."),
        _KEPT,
        N_("Name an actor that has it, or add the actor to its 'who:'."),
        "instruments:\n"
        "  reassure: {who: [sponsor], effects: [{tension: -1}]}\n"
        + _pact("{refrain: {actor: host, from: [reassure]}}"),
    ),
    Code(
        "draft/target",
        N_("A clause names a target where none is taken, or none where one is needed."),
        N_("Nobody could tell whether it was kept."),
        N_("Say toward whom, or leave the target out."),
        _pact("{perform: {actor: host, do: reassure, by: 3}}"),
    ),
    Code(
        "draft/term",
        N_("The turn by which something is owed, or until which it binds, is before turn 1."),
        N_("The clause would be over before it began."),
        N_("Name turn 1 or a later one."),
    ),
    Code(
        "draft/amount",
        N_("A payment is below 1."),
        N_("Paying nothing is no duty."),
        N_("Name an amount of 1 or more."),
    ),
    Code(
        "draft/hidden",
        N_("A clause depends on what some who know of the agreement cannot see."),
        N_("They could not tell whether it binds, or would learn a secret by it."),
        N_("Let it depend on what all of them can see."),
        _pact("{declare: Peace., if: capital.host >= 3}"),
    ),
)

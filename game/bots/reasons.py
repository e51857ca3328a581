"""Why a bot did what it did, in sentences. None is made unless somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from game.bots.bot import Why
from game.bots.outlook import POINT
from game.i18n import _
from game.scenario.orders import Act, Ballot, Order, Step
from game.scenario.terms import Clause, Declare, Terms
from game.table.words import Words


def worth(amount: int) -> str:
    """How much something is worth, for the middle of a sentence."""
    if abs(amount) >= POINT:
        return _("worth about {n} to us").format(n=round(amount / POINT))
    if amount > 0:
        return _("worth a little to us")
    return _("worth nothing to us") if not amount else _("a small loss to us")


def together(reasons: Sequence[Why]) -> Why:
    """Several reasons, one after the other."""
    if not reasons:
        return lambda words: _("Nothing that we can pay for is worth more to us than waiting.")
    return lambda words: " ".join(reason(words) for reason in reasons)


def thrown() -> Why:
    """The reason of whoever throws dice."""
    return lambda words: _("A throw of the dice.")


def answered(event: str, option: str) -> Why:
    """Why this answer."""
    return lambda words: _("Of all answers, “{answer}” leaves us best off.").format(
        answer=words.answer(event, option)
    )


def rated() -> Why:
    """Why these ratings."""
    return lambda words: _("They follow from what each wants, and from how far we trust it.")


def drafted(id: str, terms: Terms, amount: int) -> Why:
    """Why this text."""
    return lambda words: _("“{name}” is {worth}, and nobody in it should lose by it.").format(
        name=_name(words, id, terms), worth=worth(amount)
    )


def swapped(want: Clause, give: Clause, amount: int) -> Why:
    """Why this exchange of what we want for what we offer."""
    return lambda words: _("For “{want}” we offer “{give}”: it is {worth}.").format(
        want=words.clause(want), give=words.clause(give), worth=worth(amount)
    )


def signed(id: str, terms: Terms, amount: int) -> Why:
    """Why this signature."""
    return lambda words: _("“{name}” is {worth}, and no deal is worth nothing.").format(
        name=_name(words, id, terms), worth=worth(amount)
    )


def _name(words: Words, id: str, terms: Terms) -> str:
    """What a text is called: by its name, if it is a ready one, else by what it asks for."""
    if id in words.scenario.agreements:
        return words.agreement_name(id, terms)
    asked = [words.clause(c) for c in terms.clauses if not isinstance(c, Declare)]
    return "; ".join(asked) or words.agreement_name(id)


def proposed(seat: str, order: Act | Step, amount: int) -> Why:
    """Why this proposal."""
    return lambda words: _("“{order}” is {worth}, and it should pass.").format(
        order=words.label(seat, order), worth=worth(amount)
    )


def joined(seat: str, order: Act | Step, amount: int) -> Why:
    """Why join a proposal."""
    return lambda words: _("“{order}” is {worth}, so we put our name to it.").format(
        order=words.label(seat, order), worth=worth(amount)
    )


def voted(seat: str, order: Act | Step, ballot: Ballot, amount: int, *, bound: bool) -> Why:
    """Why this vote."""

    def why(words: Words) -> str:
        label = words.label(seat, order)
        if bound:
            return _("We promised not to help “{order}” along, and abstain.").format(order=label)
        says = {
            "yes": _("We vote yes: “{order}” is {worth}."),
            "no": _("We vote no: “{order}” is {worth}."),
            "abstain": _("We abstain: “{order}” is {worth}."),
        }[ballot]
        return says.format(order=label, worth=worth(amount))

    return why


def kept(id: str, terms: Terms) -> Why:
    """Why an order that is owed."""
    return lambda words: _("We keep our word on “{name}”.").format(name=_name(words, id, terms))


def unpaid(id: str, terms: Terms) -> Why:
    """Why a promise waits, or is broken against one's will."""
    return lambda words: _("We cannot pay this turn for what “{name}” asks.").format(
        name=_name(words, id, terms)
    )


def broken(id: str, terms: Terms, amount: int) -> Why:
    """Why a promise is broken."""
    return lambda words: _("“{name}” has stopped paying: it is {worth} now.").format(
        name=_name(words, id, terms), worth=worth(amount)
    )


def left(id: str, terms: Terms, amount: int) -> Why:
    """Why an agreement is left."""
    return lambda words: _("We leave “{name}”: it is {worth} now.").format(
        name=_name(words, id, terms), worth=worth(amount)
    )


def ordered(seat: str, order: Order, amount: int) -> Why:
    """Why an act or a step."""

    def why(words: Words) -> str:
        label = words.label(seat, order)
        if amount < POINT:
            return _("“{order}” gains us no point yet, but room to act.").format(order=label)
        return _("“{order}” is {worth}.").format(order=label, worth=worth(amount))

    return why


def tabled(amount: int, floor: int, *, enough: bool) -> Why:
    """Why this package; `enough`: as far as is known, it also gives the others their due."""

    def why(words: Words) -> str:
        says = (
            _("This package gives us {n} (no deal: {floor}), and those it needs their due.")
            if enough
            else _("This package gives us {n} (no deal: {floor}); others may want more, or tell.")
        )
        return says.format(n=amount, floor=floor)

    return why


def judged(amount: int, floor: int, *, yes: bool) -> Why:
    """Why a package is accepted or refused."""

    def why(words: Words) -> str:
        says = (
            _("This package gives us {n}, and no deal {floor}: that is enough.")
            if yes
            else _("This package gives us {n}, and no deal {floor}: we hold out for more.")
        )
        return says.format(n=amount, floor=floor)

    return why

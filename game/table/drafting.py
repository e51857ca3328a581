"""Deciding on texts: drafting, signing, withdrawing; and packages in scoreable exercises."""

from __future__ import annotations

from typing import Any

from game.i18n import _
from game.rules.conflicts import conflict
from game.rules.settling import settled
from game.rules.turn import Refusal
from game.scenario.drafting import Fault, faults
from game.scenario.model import Scenario
from game.scenario.terms import Terms
from game.table import commands as c
from game.table import facts as f
from game.table.evolve import kind_of
from game.table.orders import Decision
from game.table.state import DraftText, Package, State

MOST_KEPT = 2000
TEXTS_KEPT = 256
"""Texts that are remembered to be sound."""

MOST_DRAFTS = 20
"""How many drafts of one seat may lie on the table: an honest table needs few."""


def draft(scenario: Scenario, state: State, seat: str, do: c.Draft) -> Decision:
    """Put a text on the table, or edit one, which clears its signatures."""
    terms = do.terms
    if seat not in terms.parties:
        return Refusal("draft/not-party", _("draft only what you are a party to"))
    wrong = _faults(scenario, terms)
    if wrong:
        says = " ".join(
            _("Clause {n}: {says}").format(n=fault.clause + 1, says=fault.says)
            if fault.clause >= 0
            else fault.says
            for fault in wrong
        )
        return Refusal(wrong[0].code, says)
    refusal = _annex(state, terms)
    if refusal is not None:
        return refusal
    if do.id in state.drafts and visible(state.drafts[do.id].terms, seat):
        return _edit(state, seat, state.drafts[do.id], terms)
    return _new(scenario, state, seat, terms)


def _faults(scenario: Scenario, terms: Terms) -> list[Fault]:
    """What is wrong with a text; what was sound once is not looked at again."""
    sound: set[Terms] = scenario.cache.setdefault("sound texts", set())
    if terms in sound:
        return []
    found = faults(scenario, terms)
    if not found:
        if len(sound) >= TEXTS_KEPT:
            sound.clear()
        sound.add(terms)
    return found


def _annex(state: State, terms: Terms) -> Refusal | None:
    if not terms.annex_of:
        return None
    texts = [state.drafts[terms.annex_of].terms] if terms.annex_of in state.drafts else []
    texts += [a.terms for a in state.world.agreements if a.id == terms.annex_of]
    if any(not text.secret for text in texts):
        return None
    says = _("an annex belongs to a public draft or agreement; there is none called '{id}'")
    return Refusal("draft/annex", says.format(id=terms.annex_of), terms.annex_of)


def _edit(state: State, seat: str, before: DraftText, terms: Terms) -> Decision:
    if seat not in before.terms.parties:
        return Refusal("draft/not-party", _("only its parties edit a draft"), before.id)
    if terms == before.terms:
        return Refusal("draft/same", _("this changes nothing"), before.id)
    if set(terms.parties) != set(before.terms.parties) or terms.secret != before.terms.secret:
        says = _("an edit keeps parties and secrecy: put a new draft on the table instead")
        return Refusal("draft/parties", says, before.id)
    return (f.Drafted(before.id, seat, terms, before.revision + 1),)


def _new(scenario: Scenario, state: State, seat: str, terms: Terms) -> Decision:
    for other in state.drafts.values():
        if other.terms == terms:
            return Refusal("draft/twice", _("this text is on the table already"), other.id)
    if sum(d.by == seat for d in state.drafts.values()) >= MOST_DRAFTS:
        return Refusal("draft/too-many", _("take one of your drafts off the table first"))
    id = ready_id(scenario, terms)
    if id:
        if any(a.id == id for a in state.world.agreements):
            return Refusal("draft/in-force", _("this agreement is in force"), id)
        return (f.Drafted(id, seat, terms, 1),)
    kind = kind_of(terms.parties, terms.secret)
    number = state.issued.get(kind, 0) + 1
    while f"{kind}{number}" in scenario.agreements:
        number += 1
    return (f.Drafted(f"{kind}{number}", seat, terms, 1),)


def ready_id(scenario: Scenario, terms: Terms) -> str:
    """The id of the ready agreement with exactly these terms; "" where there is none."""
    return next((id for id, ready in scenario.agreements.items() if ready == terms), "")


def visible(terms: Terms, seat: str) -> bool:
    """May a seat see a text? The public sees what is not secret, control everything."""
    return not terms.secret or seat in terms.parties or seat == c.CONTROL


def sign(scenario: Scenario, state: State, seat: str, do: c.Sign) -> Decision:
    """Sign a draft as it stands."""
    found = _party_to(state, seat, do.draft)
    if isinstance(found, Refusal):
        return found
    if do.revision != found.revision:
        says = _("the draft was edited since: read revision {n}, then sign that")
        return Refusal("draft/stale", says.format(n=found.revision), do.draft)
    if seat in found.signatures:
        return Refusal("draft/signed", _("you have signed this"), do.draft)
    clash = sign_refusal(scenario, state, seat, found)
    return clash or (f.Signed(do.draft, seat, do.revision),)


def sign_refusal(scenario: Scenario, state: State, seat: str, found: DraftText) -> Refusal | None:
    """Why this signature would bind somebody both ways; None where it would not."""
    others = [a.terms for a in state.world.agreements if seat in a.terms.parties]
    others += [d.terms for d in state.drafts.values() if d.id != found.id and seat in d.signatures]
    about = _about(scenario, found.terms)
    for other in (found.terms, *others):
        if about.isdisjoint(_about(scenario, other)):
            continue
        clash = _clash(scenario, state, found.terms, other)
        if clash is not None:
            mine, theirs = clash
            if other is found.terms:
                says = _("its clauses {n} and {k} ask for opposite things")
            else:
                says = _("clause {n} asks for the opposite of clause {k} of '{name}'")
            says = says.format(n=mine + 1, k=theirs + 1, name=other.name)
            return Refusal("draft/conflict", says, found.id)
    return None


def _about(scenario: Scenario, terms: Terms) -> frozenset[str]:
    """The issues and actors that a text binds: two that share none cannot clash."""
    kept: dict[int, tuple[Terms, frozenset[str]]] = scenario.cache.setdefault("about", {})
    found = kept.get(id(terms))
    if found is None or found[0] is not terms:
        if len(kept) > MOST_KEPT:
            kept.clear()
        bound = (getattr(c, "issue", "") or getattr(c, "actor", "") for c in terms.clauses)
        found = kept[id(terms)] = (terms, frozenset(bound) - {""})
    return found[1]


Clash = tuple[int, int] | None


def _clash(scenario: Scenario, state: State, terms: Terms, other: Terms) -> Clash:
    """The clauses by which two texts clash now; kept by where the issues in both of them stand."""
    pairs: dict[tuple[int, int], tuple[Terms, Terms, tuple[int, ...], dict[Any, Clash]]]
    pairs = scenario.cache.setdefault("clashes", {})
    key, row = (id(terms), id(other)), state.world.row
    found = pairs.get(key)
    # Whose id it is is looked at too: another text may have come in the place of one that is gone.
    if found is None or found[0] is not terms or found[1] is not other:
        if len(pairs) > MOST_KEPT:
            pairs.clear()
        both = _about(scenario, terms) & _about(scenario, other)
        cells = tuple([scenario.issues[id].cell for id in both if id in scenario.issues])
        found = pairs[key] = (terms, other, cells, {})
    known, stand = found[3], tuple([row[cell] for cell in found[2]])
    if stand not in known:
        clash = conflict(scenario, row, terms, () if other is terms else (other,))
        known[stand] = None if clash is None else clash[1:]
    return known[stand]


def _party_to(state: State, seat: str, id: str) -> DraftText | Refusal:
    found = state.drafts.get(id)
    if found is None or not visible(found.terms, seat):
        return Refusal("draft/unknown", _("there is no such draft on the table"), id)
    if seat not in found.terms.parties:
        return Refusal("draft/not-party", _("you are not a party to it"), id)
    return found


def withdraw(scenario: Scenario, state: State, seat: str, do: c.Withdraw) -> Decision:
    """Withdraw one's signature, or take one's own unsigned draft off the table."""
    found = _party_to(state, seat, do.draft)
    if isinstance(found, Refusal):
        return found
    if seat in found.signatures:
        return (f.Withdrawn(do.draft, seat),)
    if found.by == seat and not found.signatures:
        return (f.Withdrawn(do.draft, seat, gone=True),)
    return Refusal("draft/not-signed", _("you have not signed this"), do.draft)


def table_package(scenario: Scenario, state: State, seat: str, do: c.TablePackage) -> Decision:
    """Table one option for every issue."""
    if scenario.settle is None:
        return Refusal("package/unknown", _("nothing is settled by packages here"))
    options = dict(do.options)
    missing = [id for id in scenario.issues if id not in options]
    if missing or len(options) != len(scenario.issues) or len(do.options) != len(options):
        says = _("a package names one option for every issue; missing: {issues}")
        return Refusal("package/issues", says.format(issues=", ".join(missing) or "-"))
    for id, option in options.items():
        if option not in scenario.issues[id].options:
            says = _("expected one of {options}; found '{option}'")
            return Refusal(
                "package/option",
                says.format(options=", ".join(scenario.issues[id].options), option=option),
                id,
            )
    chosen = tuple((id, options[id]) for id in scenario.issues)
    for package in state.packages.values():
        if package.options == chosen:
            return Refusal("package/twice", _("this package is on the table"), package.id)
    return (f.Tabled(f"package{len(state.packages) + 1}", seat, chosen),)


def accept(scenario: Scenario, state: State, seat: str, do: c.Accept | c.Refuse) -> Decision:
    """Accept or refuse a package, openly."""
    package = state.packages.get(do.package)
    if package is None:
        return Refusal("package/unknown", _("there is no such package"), do.package)
    yes = isinstance(do, c.Accept)
    if seat in (package.accepts if yes else package.refuses):
        return Refusal("package/twice", _("you have said so"), do.package)
    return (f.Accepted(do.package, seat, yes),)


def settlement(scenario: Scenario, state: State) -> Package | None:
    """The first package tabled that satisfies the accept rule; None where none does."""
    for package in state.packages.values():
        if settled(scenario, package.accepts):
            return package
    return None

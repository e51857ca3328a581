"""A GENIUS/ANAC domain and its profiles: issues with values, and what each is worth to whom.

The format: a domain lists discrete issues and their items; a profile repeats them with an
evaluation for each item, a weight for each issue, and perhaps a reservation value and a discount
factor. What a package is worth is the sum over the issues of the weight times the evaluation over
the largest evaluation of the issue.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from game.errors import UserError
from game.i18n import _
from game.importing.trees import Node, tree
from game.scenario.problems import Problem, ScenarioErrors, nearest

MOST_OPTIONS = 60
"""So many options an issue of the language may have."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue and its values, as the domain names them."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A party: its utility of each value by issue, and what it has without a deal."""

    name: str
    utilities: dict[str, dict[str, Fraction]]
    reservation: Fraction
    discount: Fraction


@dataclass(frozen=True, slots=True)
class Domain:
    """A negotiation: its name, its issues and its parties."""

    name: str
    issues: tuple[Issue, ...]
    profiles: tuple[Profile, ...]


def read(domain: Path, profiles: Iterable[Path]) -> Domain:
    """The negotiation of these files.

    :raises UserError: where a file cannot be read, or two profiles have one name.
    :raises ScenarioErrors: with everything wrong in all of them at once.
    """
    profiles = tuple(profiles)
    _own_names(profiles)
    problems: list[Problem] = []
    roots: list[Node] = []
    for path in (domain, *profiles):
        try:
            roots.append(tree(path))
        except ScenarioErrors as error:
            problems += error.problems
    if problems:
        raise ScenarioErrors(problems)
    issues = _issues(roots[0], problems)
    if problems:
        raise ScenarioErrors(problems)
    parties = [_profile(root, issues, problems) for root in roots[1:]]
    if problems:
        order = [root.source for root in roots]
        problems.sort(key=lambda p: (order.index(p.source), p.line, p.column))
        raise ScenarioErrors(problems)
    return Domain(_name_of(roots), tuple(issues), tuple(parties))


def _own_names(profiles: Iterable[Path]) -> None:
    """Refuse two profiles with one name: a party is called as its file."""
    found: dict[str, Path] = {}
    for path in profiles:
        if path.stem in found:
            says = _("{one} and {other} would both be the party '{name}': rename one of them.")
            raise UserError(says.format(one=found[path.stem], other=path, name=path.stem))
        found[path.stem] = path


def _name_of(roots: list[Node]) -> str:
    """What the files call it; the name of the domain's file, where they say only 'root'."""
    said = [n.attributes.get("name") for root in roots for n in root.walk() if n.tag == "objective"]
    names = [" ".join(name.split()) for name in said if name]
    own = [name for name in names if name.lower() not in ("", "root", "any")]
    return own[0] if own else Path(roots[0].source).stem


def _issues(root: Node, problems: list[Problem]) -> list[Issue]:
    """The domain's issues; what is wrong with them is added to the problems."""
    found: dict[str, Issue] = {}
    nodes = [node for node in root.walk() if node.tag == "issue"]
    if not nodes:
        says = _("Expected <issue> elements of a GENIUS domain, found none under <{tag}>.")
        problems.append(root.problem("genius/no-issues", says.format(tag=root.tag)))
    for node in nodes:
        name = _named(node, "name", problems)
        if not _discrete(node, name, problems):
            continue
        values = [_named(item, "value", problems) for item in node.all("item")]
        if name in found:
            says = _("The issue '{name}' stands here twice.").format(name=name)
            problems.append(node.problem("genius/twice", says))
        for value in sorted({value for value in values if values.count(value) > 1}):
            says = _("The value '{name}' stands here twice.").format(name=value)
            problems.append(node.problem("genius/twice", says))
        if not 2 <= len(values) <= MOST_OPTIONS:
            says = _("Expected 2 to {most} values of '{name}', found {n}.")
            said = says.format(most=MOST_OPTIONS, name=name, n=len(values))
            problems.append(node.problem("genius/values", said))
        found[name] = Issue(name, tuple(values))
    return list(found.values())


def _discrete(node: Node, name: str, problems: list[Problem]) -> bool:
    """Whether an issue has values to choose from; one of numbers is refused."""
    kinds = {node.attributes.get(key, "discrete").lower() for key in ("type", "vtype", "etype")}
    kinds.discard("discrete")
    if not kinds:
        return True
    says = _(
        "The issue '{name}' is of type '{kind}'. Only discrete issues become options: list the "
        'numbers that matter as items, and say type="discrete".'
    )
    said = says.format(name=name, kind=", ".join(sorted(kinds)))
    problems.append(node.problem("genius/not-discrete", said))
    return False


def _named(node: Node, key: str, problems: list[Problem]) -> str:
    """A name that must be said."""
    name = " ".join(node.attributes.get(key, "").split())
    if not name:
        says = _('Expected {key}="..." in <{tag}>, found none.').format(key=key, tag=node.tag)
        problems.append(node.problem("genius/missing", says))
    return name


def _profile(root: Node, issues: list[Issue], problems: list[Problem]) -> Profile:
    """A party; what is wrong with its profile is added to the problems."""
    for node in root.walk():
        if node.tag in ("hyperRectangle", "utility_function", "ufun"):
            says = _("Utilities that are no sum over issues (<{tag}>) have no place in wants.")
            problems.append(node.problem("genius/not-linear", says.format(tag=node.tag)))
    weights = {
        node.attributes.get("index", ""): node for node in root.walk() if node.tag == "weight"
    }
    nodes = {
        " ".join(node.attributes.get("name", "").split()): node
        for node in root.walk()
        if node.tag == "issue"
    }
    utilities: dict[str, dict[str, Fraction]] = {}
    for issue in issues:
        found = nodes.pop(issue.name, None)
        if found is None:
            says = _("Expected the domain's issue '{name}', found none.").format(name=issue.name)
            problems.append(root.problem("genius/missing-issue", says))
            continue
        if _discrete(found, issue.name, problems):
            utilities[issue.name] = _utilities(root, found, issue, weights, problems)
    for name, node in nodes.items():
        problems.append(_unknown(node, name, [issue.name for issue in issues]))
    return Profile(
        Path(root.source).stem,
        utilities,
        _optional(root, "reservation", Fraction(0), problems),
        _optional(root, "discount_factor", Fraction(1), problems),
    )


def _utilities(
    root: Node, node: Node, issue: Issue, weights: dict[str, Node], problems: list[Problem]
) -> dict[str, Fraction]:
    """The utility of each value of an issue: weight * evaluation / largest evaluation."""
    given: dict[str, Fraction] = {}
    for item in node.all("item"):
        value = _named(item, "value", problems)
        if value not in issue.values:
            problems.append(_unknown(item, value, issue.values))
            continue
        given[value] = _number(item, "evaluation", problems)
    for value in issue.values:
        if value not in given:
            says = _("Expected an item '{value}' of '{name}', found none.")
            said = says.format(value=value, name=issue.name)
            problems.append(node.problem("genius/missing-value", said))
    index = node.attributes.get("index", "")
    weight = weights.get(index)
    if weight is None:
        says = _("Expected <weight index=\"{index}\"> for the issue '{name}', found none.")
        said = says.format(index=index, name=issue.name)
        problems.append(node.problem("genius/missing-weight", said))
        return {}
    share, most = _number(weight, "value", problems), max(given.values(), default=Fraction(0))
    if min(given.values(), default=Fraction(0)) < 0:
        says = _("Expected evaluations of 0 or more for '{name}', found less.")
        problems.append(node.problem("genius/negative", says.format(name=issue.name)))
        return {}
    return {value: share * worth / most if most else most for value, worth in given.items()}


def _unknown(node: Node, name: str, known: Iterable[str]) -> Problem:
    listed = list(known)
    says = _("'{name}' is not in the domain, which has: {known}.").format(
        name=name, known=", ".join(listed)
    )
    near = nearest(name, listed)
    if near:
        says += " " + _("Did you mean '{near}'?").format(near=near)
    return node.problem("genius/unknown", says)


def _optional(root: Node, tag: str, default: Fraction, problems: list[Problem]) -> Fraction:
    """The value of an element that a profile may have."""
    found = [node for node in root.walk() if node.tag == tag]
    return _number(found[0], "value", problems) if found else default


def _number(node: Node, key: str, problems: list[Problem]) -> Fraction:
    """A number that must be said, exactly as it is written."""
    said = node.attributes.get(key, "").strip()
    try:
        # Through float first, so that no exponent can ask for a number of a million digits.
        if math.isfinite(float(said)) and abs(float(said)) < 1e12 and len(said) < 60:
            return Fraction(said) if "e" not in said.lower() else Fraction(float(said))
    except ValueError:
        pass
    says = _("Expected a number in <{tag} {key}=\"...\">, found '{found}'.")
    problems.append(
        node.problem("genius/number", says.format(tag=node.tag, key=key, found=said[:60]))
    )
    return Fraction(0)

"""GENIUS files for tests: written from names and numbers, in the shape that the format has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from tests.conformance.places import SHARED, missing

CASES = (
    "laptop_2011",
    "england_zimbabwe_2010",
    "company_acquisition_2011",
    "dinner_2015_3p",
    "zoning_plan_2015_5p",
)


def case(name: str) -> dict[str, Any]:
    """A negotiation of the third party's, with the answers to it."""
    file = SHARED / "bargaining" / f"anac-{name}.json"
    if not file.exists():
        missing()
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def domain_xml(issues: list[dict[str, Any]], name: str = "root") -> str:
    lines = ["<negotiation_template>", f'<utility_space number_of_issues="{len(issues)}">']
    lines.append(f'<objective index="0" etype="objective" type="objective" name={quoteattr(name)}>')
    for number, issue in enumerate(issues, 1):
        lines.append(
            f'<issue etype="discrete" index="{number}" name={quoteattr(issue["name"])} '
            'type="discrete" vtype="discrete">'
        )
        lines += [
            f'<item index="{n}" value={quoteattr(value)} cost="0"></item>'
            for n, value in enumerate(issue["values"], 1)
        ]
        lines.append("</issue>")
    return "\n".join([*lines, "</objective>", "</utility_space>", "</negotiation_template>"])


def profile_xml(party: dict[str, Any]) -> str:
    lines = ["<utility_space>", '<objective index="0" type="objective" name="any">']
    for number, (issue, weight) in enumerate(party["weights"].items(), 1):
        lines.append(f'<weight index="{number}" value="{weight!r}"/>')
        lines.append(f'<issue index="{number}" name={quoteattr(issue)} type="discrete">')
        lines += [
            f'<item index="{n}" value={quoteattr(value)} evaluation="{worth!r}"/>'
            for n, (value, worth) in enumerate(party["evaluations"][issue].items(), 1)
        ]
        lines.append("</issue>")
    lines.append("</objective>")
    if party.get("discount_factor_in_file") is not None:
        lines.append(f'<discount_factor value="{party["discount_factor_in_file"]!r}"/>')
    lines.append(f'<reservation value="{party["reserved_value"]!r}"/>')
    return "\n".join([*lines, "</utility_space>"])


def written(found: dict[str, Any], folder: Path) -> tuple[Path, list[Path]]:
    """The domain's file and the profiles' files of a case."""
    domain = folder / "domain.xml"
    domain.write_text(domain_xml(found["issues"]), encoding="utf-8")
    profiles = []
    for party in found["parties"]:
        path = folder / party["profile"]
        path.write_text(profile_xml(party), encoding="utf-8")
        profiles.append(path)
    return domain, profiles

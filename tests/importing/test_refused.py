"""Files that are no negotiation, or not to be trusted: a sentence with the place, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import UserError
from game.importing.genius import read
from game.importing.trees import DEPTH, parse, tree
from game.scenario.problems import ScenarioErrors

DOMAIN = """<negotiation_template>
<utility_space>
<objective index="0" name="Quay">
<issue index="1" name="Pier" type="discrete">
<item index="1" value="closed"/>
<item index="2" value="open"/>
</issue>
</objective>
</utility_space>
</negotiation_template>
"""
PROFILE = """<utility_space>
<objective index="0" name="Quay">
<weight index="1" value="1.0"/>
<issue index="1" name="Pier" type="discrete">
<item index="1" value="closed" evaluation="1"/>
<item index="2" value="open" evaluation="4"/>
</issue>
</objective>
</utility_space>
"""


def problems(domain: str, profile: str, folder: Path) -> list[tuple[str, str, int]]:
    (folder / "domain.xml").write_text(domain, encoding="utf-8")
    (folder / "party.xml").write_text(profile, encoding="utf-8")
    with pytest.raises(ScenarioErrors) as found:
        read(folder / "domain.xml", [folder / "party.xml"])
    return [(p.code, Path(p.source).name, p.line) for p in found.value.problems]


@pytest.mark.parametrize(
    ("said", "instead", "code", "line"),
    [
        ('value="closed"/>', 'value=""/>', "genius/missing", 5),
        ('value="open"/>', 'value="closed"/>', "genius/twice", 4),
        ('<item index="2" value="open"/>\n', "", "genius/values", 4),
        ('type="discrete"', 'type="integer" lowerbound="1"', "genius/not-discrete", 4),
        ('type="discrete"', 'vtype="real"', "genius/not-discrete", 4),
        ("issue", "theme", "genius/no-issues", 1),
        ("</objective>", "", "xml/syntax", 9),
    ],
)
def test_a_domain_that_is_none(
    said: str, instead: str, code: str, line: int, tmp_path: Path
) -> None:
    assert said in DOMAIN
    assert problems(DOMAIN.replace(said, instead), PROFILE, tmp_path) == [
        (code, "domain.xml", line)
    ]


@pytest.mark.parametrize(
    ("said", "instead", "code", "line"),
    [
        ('evaluation="4"', 'evaluation="much"', "genius/number", 6),
        ('evaluation="4"', 'evaluation="nan"', "genius/number", 6),
        ('evaluation="4"', 'evaluation="1e999999999"', "genius/number", 6),
        ('evaluation="4"', "", "genius/number", 6),
        ('evaluation="4"', 'evaluation="-4"', "genius/negative", 4),
        ('<weight index="1" value="1.0"/>\n', "", "genius/missing-weight", 3),
        ('<item index="1" value="closed" evaluation="1"/>\n', "", "genius/missing-value", 4),
        ("<objective ", "<hyperRectangle/><objective ", "genius/not-linear", 2),
        ('type="discrete"', 'type="real"', "genius/not-discrete", 4),
    ],
)
def test_a_profile_that_is_none(
    said: str, instead: str, code: str, line: int, tmp_path: Path
) -> None:
    assert said in PROFILE
    assert problems(DOMAIN, PROFILE.replace(said, instead), tmp_path) == [(code, "party.xml", line)]


def test_another_domains_profile_is_told_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "domain.xml").write_text(DOMAIN, encoding="utf-8")
    (tmp_path / "party.xml").write_text(PROFILE.replace("Pier", "Piers"), encoding="utf-8")
    with pytest.raises(ScenarioErrors) as found:
        read(tmp_path / "domain.xml", [tmp_path / "party.xml"])
    assert [p.code for p in found.value.problems] == ["genius/missing-issue", "genius/unknown"]
    assert "Did you mean 'Pier'?" in str(found.value)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    profile = PROFILE.replace('evaluation="1"', 'evaluation="x"').replace('value="1.0"', "")
    assert problems(DOMAIN, profile, tmp_path) == [
        ("genius/number", "party.xml", 3),
        ("genius/number", "party.xml", 5),
    ]
    assert problems("<a>", "<b>", tmp_path) == [
        ("xml/syntax", "domain.xml", 1),
        ("xml/syntax", "party.xml", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;&b;">]><a>&d;</a>',
        '<!DOCTYPE a SYSTEM "secret.txt"><a/>',
        '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "http://localhost/">]>\n<a>&b;</a>',
    ],
)
def test_document_types_and_entities_are_refused(text: str) -> None:
    with pytest.raises(ScenarioErrors) as found:
        parse(text.encode(), "it.xml")
    assert [p.code for p in found.value.problems] == ["xml/doctype"]


def test_depth_is_bounded() -> None:
    with pytest.raises(ScenarioErrors) as found:
        parse(b"<a>" * (DEPTH + 1), "it.xml")
    assert [p.code for p in found.value.problems] == ["xml/deep"]


def test_size_is_bounded_and_only_files_are_read(tmp_path: Path) -> None:
    large = tmp_path / "large.xml"
    large.write_bytes(b" " * 2_000_001)
    for path in (large, tmp_path, tmp_path / "nowhere.xml"):
        with pytest.raises(UserError, match=path.name):
            tree(path)


@pytest.mark.parametrize("name", ["no-such", "gbk", "utf-7", "idna", "zip", "rot13"])
def test_an_encoding_that_cannot_be_read_is_told(name: str) -> None:
    with pytest.raises(ScenarioErrors) as found:
        parse(f'<?xml version="1.0" encoding="{name}"?><a/>'.encode(), "a.xml")
    assert [(p.code, p.line) for p in found.value.problems] == [("xml/encoding", 1)]


def test_two_profiles_with_one_name_are_told_both(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "party.xml" for folder in ("one", "two")]
    with pytest.raises(UserError) as found:
        read(tmp_path / "domain.xml", paths)
    assert all(str(path) in str(found.value) for path in paths)

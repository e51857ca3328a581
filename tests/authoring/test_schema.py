"""The schema's words: every key explained, every example true, and `modus schema --out`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from game import cli
from game.scenario import document as doc
from game.scenario import document_effects, document_skins
from game.scenario.document_cases import Expect, Further
from game.scenario.explained import FILE, OTHER_WORDS
from game.scenario.explained_deeds import DEEDS, VALUES
from game.scenario.gate import read
from game.scenario.jsonschema import explained, schema

MADE = schema()
PLACES: list[Any] = [doc, document_effects, document_skins]


def keys() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every key of every definition."""
    for name, definition in (("Document", MADE), *MADE["$defs"].items()):
        for key, entry in definition["properties"].items():
            yield name, key, entry


def model(name: str) -> Any:
    """What checks a definition."""
    known = {"Further": Further, "Expect": Expect}
    return known.get(name) or next(getattr(p, name) for p in PLACES if hasattr(p, name))


def test_every_key_is_explained_in_a_sentence() -> None:
    for name, key, entry in keys():
        says = entry["description"]
        assert says[0].isupper() or says.startswith(("true", "player")), (name, key)
        assert says.endswith((".", "?")) and len(says) > 7, (name, key)
        assert "null" not in json.dumps(entry), (name, key)


def test_every_key_that_is_not_plain_has_an_example() -> None:
    plain = {"says", "name", "title", "summary", "brief"}
    lacking = [
        (name, key)
        for name, key, entry in keys()
        if key not in plain and "```yaml" not in entry.get("markdownDescription", "")
    ]
    assert len(lacking) <= 4, lacking


def test_what_is_explained_exists() -> None:
    known = {(name, key) for name, key, _entry in keys()}
    for name, entries in {**FILE, **DEEDS}.items():
        for key in entries:
            assert (name, key) in known or (name == "Further" and ("Case", key) in known)
    assert set(OTHER_WORDS) <= {key for _name, key in known}
    for (name, key), values in VALUES.items():
        (entry,) = (entry for a, b, entry in keys() if (a, b) == (name, key))
        assert set(values) <= set(entry["enum"]), (name, key)


def test_every_example_is_true() -> None:
    """What stands in an example is accepted where it would be copied to."""
    for name, key, _entry in keys():
        found = explained(name, key)
        for example in found[1:] if found else ():
            source = read(example, "example")
            assert list(source.data) == [key] and not source.problems, example
            checker = model(name)
            try:
                if isinstance(checker, type) and issubclass(checker, BaseModel):
                    checker.model_validate(source.data)
                else:
                    TypeAdapter(checker).validate_python(source.data)
            except ValidationError as error:
                wrong = [one for one in error.errors() if one["loc"][:1] in ((key,), ())
                         and one["type"] != "missing"]  # fmt: skip
                about = [one for one in wrong if one["loc"] or _alone(one["type"])]
                assert about == [], (name, example)


def _alone(code: str) -> bool:
    """Whether a complaint is about more than that other keys are not there."""
    return code not in {"schema/consent", "schema/adopt", "schema/clause", "schema/ladder"}


def test_values_are_explained_beside_each_other() -> None:
    on = MADE["$defs"]["Rule"]["properties"]["on"]
    told = dict(zip(on["enum"], on["enumDescriptions"], strict=True))
    assert "binds issue, movers, old, new" in told["move"]


def test_what_a_library_may_bring_is_not_required() -> None:
    for name in ("Forum", "Instrument", "Rule"):
        assert "required" not in MADE["$defs"][name]
    assert MADE["required"] == ["modus", "id", "title", "turns", "actors"]


def test_the_command_writes_the_schema_beside_a_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for _again in range(2):  # it renews an older one
        with pytest.raises(SystemExit) as ended:
            cli.main(["schema", "--out", "modus.schema.json"])
        assert ended.value.code == 0
    out, _err = capsys.readouterr()
    assert "# yaml-language-server: $schema=modus.schema.json" in out
    assert json.loads(Path("modus.schema.json").read_text(encoding="utf-8")) == MADE
    with pytest.raises(SystemExit):
        cli.main(["schema"])
    assert json.loads(capsys.readouterr().out) == MADE

"""A program reads the verdicts: `harehawk judge --format json` keeps to its documented shape."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from harehawk.cli import main

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SCHEMA = json.loads((REFERENCE / "judge.schema.json").read_text())


@pytest.fixture(scope="module", params=["en", "zh"])
def judged(request, tmp_path_factory):
    """What the sample comes to, in each language."""
    folder = tmp_path_factory.mktemp("judge")
    book, out = folder / "sample.json", folder / "out.json"
    assert main(["sample", "--lang", request.param, "--out", str(book)]) == 0
    with pytest.MonkeyPatch.context() as patch, out.open("w") as file:
        patch.setattr("sys.stdout", file)
        assert main(["judge", "--lang", request.param, str(book), "--format", "json"]) == 0
    return json.loads(out.read_text())


def objects(schema):
    """Every kind of object the schema describes."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema["properties"]
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_sample_has_the_documented_shape(judged):
    wrong = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(judged)]

    assert not wrong
    assert len(judged) > 10


def test_the_most_expected_value_comes_first_and_ties_by_id(judged):
    for above, below in pairwise(judged):
        assert (-above["expected_value"], above["id"]) < (-below["expected_value"], below["id"])


def test_shares_and_power_are_parts_of_a_whole(judged):
    for one in judged:
        assert sum(one["shares"].values()) <= 1
        assert sum(person["power"] for person in one["power"]) <= 1 + 1e-9


def test_every_field_is_explained_on_the_page():
    page = (REFERENCE / "judge.md").read_text()

    for properties in objects(SCHEMA):
        for name in properties:
            assert f"`{name}`" in page, name


def test_every_assumed_thing_is_explained_on_the_page():
    page = (REFERENCE / "judge.md").read_text()

    for name in SCHEMA["$defs"]["judgement"]["properties"]["assumed"]["items"]["enum"]:
        assert f"`{name}`" in page

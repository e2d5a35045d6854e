"""Data packages of `fangpin export`, validated by Frictionless; run by Scripts/test-notebooks."""

import csv
import json
import os
import pathlib
import shutil

import pytest
from frictionless import Package

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRESH = ROOT / os.environ.get("FRESH", ".build-notebooks/fresh")
EXAMPLE = ROOT / "notebooks-data" / "example"
PACKAGES = pytest.mark.parametrize("folder", [FRESH, EXAMPLE], ids=["fresh", "example"])


def errors(folder):
    report = Package(str(folder / "datapackage.json")).validate()
    return [error for error in report.flatten(["taskNumber", "rowNumber", "fieldName", "message"])]


def described(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@PACKAGES
def test_the_package_is_valid(folder):
    assert errors(folder) == []


@PACKAGES
def test_every_table_is_described_and_every_column_in_both_languages(folder):
    package = described(folder)
    tables = {resource["path"]: resource for resource in package["resources"]}
    assert set(tables) == {path.name for path in folder.glob("*.csv")}
    assert {"panel.csv", "households.csv", "months.csv", "replications.csv", "differences.csv"} <= set(tables)
    for path, resource in tables.items():
        with open(folder / path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        fields = resource["schema"]["fields"]
        assert rows[0] == [field["name"] for field in fields], path
        assert len(rows) - 1 == resource["rows"] > 0, path
        assert resource["bytes"] == (folder / path).stat().st_size, path
        for field in fields:
            assert field["description_en"] and any(ord(letter) > 0x3000 for letter in field["description_zh"]), field
            if field["type"] == "number":
                assert field["unit"], (path, field["name"])
    assert package["licenses"] and package["sources"] and package["fangpin"]["version"]


@pytest.mark.parametrize(
    "table, change",
    [
        ("rates.csv", lambda text: text.replace("stock", "stocks", 1)),
        ("panel.csv", lambda text: text + text.splitlines(keepends=True)[-1]),
        ("replications.csv", lambda text: text.replace(",2023,", ",first,", 1)),
    ],
    ids=["value", "key", "type"],
)
def test_a_damaged_table_is_found(table, change, tmp_path):
    folder = tmp_path / "package"
    shutil.copytree(FRESH, folder)
    path = folder / table
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    package = described(folder)
    for resource in package["resources"]:
        # Without the digest, which would tell of any change.
        del resource["hash"], resource["bytes"]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert errors(folder)


def test_a_place_that_is_in_no_table_is_found(tmp_path):
    folder = tmp_path / "package"
    shutil.copytree(FRESH, folder)
    path = folder / "regions.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    package = described(folder)
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert errors(folder)


def test_the_example_is_small():
    assert sum(path.stat().st_size for path in EXAMPLE.iterdir()) < 2_000_000

"""Persons in files of answers: nobody divides by them, and they are nowhere in what is read."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path

import kvalitet as kv
import make_answers as make
import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from kvalitet._answer_files import personal

FIXTURES = Path(make.__file__).parent
TLD = make.INSTRUMENT
PERSONS = make.PERSONS


@pytest.mark.parametrize("by", ["Namn", "E-post", "elev", "Personnummer", "Vad heter du?", "Respondent ID", "namn2"])
def test_nobody_divides_by_persons(by: str) -> None:
    with pytest.raises(kv.UsageError, match="pekar ut den som har svarat"):
        kv.read_answers(FIXTURES / "forms-in-english.csv", TLD, by=[by])


def test_groups_that_are_persons_are_refused_and_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Vem;safe-at-school\npahittad@skola.example;4\n", encoding="utf-8")
    with pytest.raises(kv.UsageError, match="e-postadress") as caught:
        kv.read_answers(path, TLD, by=["Vem"])
    assert "pahittad" not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    "values",
    [
        ["Anna Berg", "Bo Ek", "Cia Alm"],
        ["Berg, Anna", "Ek, Bo", "Alm, Cia"],
        ["anna berg", "bo ek", "cia alm"],
        ["2014-03-04", "2014-05-06", "2013-12-24"],
        ["2026-01-01 08:03:22", "Ek", "Ek"],
        ["070-123 45 67", "Ek", "Ek"],
    ],
)
def test_what_is_each_persons_own_divides_nobody(tmp_path: Path, values: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(make.text([["Ansvarig", "safe-at-school"], *([value, 4] for value in values)]), "utf-8")
    table = pyarrow.table({"Ansvarig": values, "safe-at-school": [4] * 3})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    for file in (path, tmp_path / "a.parquet"):
        with pytest.raises(kv.UsageError, match="pekar ut den som har svarat") as caught:
            kv.read_answers(file, TLD, by=["Ansvarig"])
        assert not [value for value in values[:1] if value in str(caught.value)]


@pytest.mark.parametrize(
    "values",
    [
        ["Norra Berg", "Stora Ek", "Gamla Alm"],
        ["Vasa Real", "Ekskolan", "Nya Bergs förskola"],
        ["Höga Kusten", "Gran", "Tall"],
        ["Anna Berg", "Bo Ek"],  # two may be two schools
        ["Anna Berg", "Anna Berg", "Bo Ek", "Bo Ek", "Cia Alm", "Cia Alm"],  # what is shared divides
        ["01234567", "12345678", "23456789"],
    ],
)
def test_schools_that_are_called_after_places_divide(tmp_path: Path, values: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(make.text([["Skola", "safe-at-school"], *([value, 4] for value in values)]), "utf-8")
    assert len(kv.read_answers(path, TLD, by=["Skola"]).counts.groups) == len(set(values))


def test_numbers_and_times_of_parquet_that_are_persons_divide_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    for column in (
        pyarrow.array([201403041234, 4, None]),
        pyarrow.array([201403041234.0, 4, None]),
        pyarrow.array([201403041234, 4, None]).cast(pyarrow.decimal128(21, 2)),
        pyarrow.array(["201403041234", "4", None]).dictionary_encode(),
        pyarrow.array([dt.datetime(2026, 1, 1, 8, 3, 22), None, None]),
    ):
        pyarrow.parquet.write_table(pyarrow.table({"Klass": column, "safe-at-school": [4, 4, 4]}), path)
        with pytest.raises(kv.UsageError, match="pekar ut den som har svarat"):
            kv.read_answers(path, TLD, by=["Klass"])
    for column in (
        pyarrow.array([100, 4, None], pyarrow.uint8()),
        pyarrow.array([100.0, 4.0, float("nan")]),
        pyarrow.array([100, 4, None]).cast(pyarrow.decimal128(21, 0)),
        pyarrow.array([100, 4, None]).cast(pyarrow.decimal128(21, 2)),
    ):
        pyarrow.parquet.write_table(pyarrow.table({"Klass": column, "safe-at-school": [4, 4, 4]}), path)
        groups = kv.read_answers(path, TLD, by=["Klass"]).counts.groups
        assert [group.key for group in groups] == [("",), ("100",), ("4",)], column.type


def test_texts_divide_nobody_and_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Vem;safe-at-school;Kommentar\nEk;4;" + "a" * 100_000 + "\n", encoding="utf-8")
    assert len(kv.read_answers(path, TLD, by=["Vem"]).free_text["Kommentar"][0]) == 100_000
    with pytest.raises(kv.UsageError) as caught:
        kv.read_answers(path, TLD, by=["Kommentar"])
    assert caught.value.code == "answers.by-is-text"
    assert "aaa" not in str(caught.value)


def test_persons_are_nowhere(tmp_path: Path) -> None:
    """In what is returned, shown, printed, pickled or raised, for all columns that point out somebody."""
    for name in ("registers-of-pupils.csv", "forms-in-swedish.xlsx", "forms-in-english.csv", "google-forms.csv"):
        file = kv.read_answers(FIXTURES / name, TLD, by=make.BY)
        everything = [
            repr(file),
            str(file),
            repr(vars(file)),
            *file._repr_mimebundle_().values(),
            file.counts.to_json(),
        ]
        everything.append(pickle.dumps(file).decode("utf-8", "replace"))
        assert not [words for words in PERSONS for one in everything if words in one], name
        assert file.source.dropped
    assert {one.kind for one in kv.read_answers(FIXTURES / "registers-of-pupils.csv", TLD).source.dropped} == {
        "id",
        "name",
        "e-mail",
        "phone",
        "identity-number",
        "network-address",
    }


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ID", "id"),
        ("Slutförandetid", "time"),
        ("Completion time", "time"),
        ("E-post", "e-mail"),
        ("EMAIL", "e-mail"),
        ("Namn", "name"),
        ("Name2", "name"),
        ("Ange ditt för- och efternamn", "name"),
        ("Vad är din mejladress?", "e-mail"),
        ("Elevens personnummer", "identity-number"),
        ("IP-adress", "network-address"),
        ("Totalt antal poäng", "points"),
        ("Points – Jag trivs", "points"),
        ("Språk", "language"),
        ("Skola", ""),
        ("Skolans namn", ""),
        ("Skolenhetsnamn", ""),
        ("Klass", ""),
        ("Skolenhetskod", ""),
        ("De vuxna i skolan kan mitt namn och lyssnar på mig när jag säger något.", ""),
    ],
)
def test_headings_that_point_out_somebody(heading: str, kind: str) -> None:
    assert (personal.kind_of_heading(heading) or personal.kind_of_question(heading)) == kind


def test_free_text_hides_what_points_out_somebody(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "safe-at-school;Berätta mer\n4;Ring 070-123 45 67 eller skriv till p@hemma.example\n4;Jag, 20140101-2380, vill äta\n",
        encoding="utf-8",
    )
    file = kv.read_answers(path, TLD)
    assert file.free_text == {"Berätta mer": ("Jag, […], vill äta", "Ring […] eller skriv till […]")}


def test_texts_of_many_questions_are_not_linked(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [
        (chr(ord("z") - at) + " är det bästa med skolan", chr(ord("a") + at) + " är det sämsta") for at in range(20)
    ]
    path.write_text(make.text([["safe-at-school", "Vad är bäst?", "Vad är sämst?"], *([4, *row] for row in rows)]))
    texts = kv.read_answers(path, TLD).free_text
    assert [list(one) for one in texts.values()] == [sorted(one) for one in texts.values()]


def test_what_the_instrument_names_is_no_personal_column(tmp_path: Path) -> None:
    data = json.loads(TLD.to_json())
    next(item for item in data["items"] if item["id"] == "afraid")["columns"] = ["elev1"]
    path = tmp_path / "a.csv"
    path.write_text("safe-at-school;Elev1;elev2\n4;3;9\n", encoding="utf-8")
    file = kv.read_answers(path, kv.SurveyInstrument.from_json(json.dumps(data)))
    assert [column.item for column in file.report.columns] == ["safe-at-school", "afraid", ""]
    assert [one.heading for one in file.source.dropped] == ["elev2"]
    assert [one.heading for one in kv.read_answers(path, TLD).source.dropped] == ["Elev1", "elev2"]

"""Answers in files: whatever a file looks like, its answers are counted as they are, or it is said what is wrong with it."""

from __future__ import annotations

import copy
import csv
import datetime as dt
import io
import json
import os
import pickle
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kvalitet as kv
import make_answers as make
import openpyxl  # type: ignore[import-untyped]
import polars
import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kvalitet._answer_files import errors, personal, text

FIXTURES = Path(make.__file__).parent
TLD = make.INSTRUMENT
ITEMS = make.ASKED
PERSONS = ("Påhitta", "a.example", "192.0.2", "2014", "070-123")  # by which the pupils of the fixtures are known


def source() -> list[dict[str, str]]:
    with (FIXTURES / "source.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def counted(rows: list[dict[str, str]], by: list[str]) -> kv.SurveyCounts:
    """From a data frame with codes, as `test_survey` holds against a plain loop."""
    columns: dict[str, Any] = {name: [row[name] for row in rows] for name in by}
    columns |= {item: [int(row[item]) if row[item] else None for row in rows] for item in ITEMS}
    frame = polars.DataFrame(columns, schema=dict.fromkeys(by, polars.String) | dict.fromkeys(ITEMS, polars.Int64))
    return kv.SurveyCounts.from_frame(frame, TLD, by=by)


def answers_of(counts: kv.SurveyCounts) -> list[dict[str, Any]]:
    """The counts as they are read easily: for each group and item, how many gave each answer."""
    told = []
    for group in counts.groups:
        at, answers = 0, {}
        for item in counts.items:
            numbers = group.counts[at : at + len(item.codes)]
            at += len(item.codes)
            if any(numbers):
                answers[item.item] = {str(code): n for code, n in zip(item.codes, numbers, strict=True) if n}
        told.append({"key": list(group.key), "respondents": group.respondents, "answers": answers})
    return told


def told(path: Path, **options: Any) -> dict[str, Any]:
    """What is read from a file, or the error."""
    try:
        file = kv.read_answers(path, TLD, by=make.BY, **options)
    except kv.Error as error:
        said = {"error": type(error).__name__, "code": error.code}
        for lang in ("sv", "en"):
            said[lang] = f"{getattr(error.message, lang)} {getattr(error.hint, lang)}"
        return said
    from_source = {
        key: value for key, value in vars(file.source).items() if value not in ("", (), 0, False) and key != "name"
    }
    return {
        "source": from_source | {"dropped": {one.heading: one.kind for one in file.source.dropped}},
        "counts": answers_of(file.counts),
        "report": json.loads(file.report.to_json()),
        "free_text": file.free_text,
    }


@pytest.mark.parametrize("name", [*make.MESSY, *make.OTHERS])
def test_files_as_they_are_found(name: str) -> None:
    found = json.dumps(told(FIXTURES / name), ensure_ascii=False, indent=1) + "\n"
    assert not [words for words in PERSONS if words in found]
    expected = (FIXTURES / name).with_suffix((FIXTURES / name).suffix + ".expected")
    if os.environ.get("KVALITET_ACCEPT"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", make.MESSY)
def test_the_same_answers_give_the_same_counts(name: str) -> None:
    rows = source()
    file = kv.read_answers(FIXTURES / name, TLD, by=make.BY)
    assert file.counts == counted(rows, make.BY)
    assert file.report.rows == len(rows)
    assert not any(column.unknown for column in file.report.columns)
    for item in ITEMS:  # by a loop of its own
        numbers: Counter[str] = Counter()
        for group in answers_of(file.counts):
            numbers.update(group["answers"].get(item, {}))
        assert numbers == Counter(row[item] for row in rows if row[item])
    (texts,) = file.free_text.values()
    assert [text.casefold() for text in texts] == sorted(text.casefold() for text in texts)


def test_the_fixtures_are_what_the_program_makes() -> None:
    """But for Parquet and openpyxl, which say when and by which version they were written."""
    rows = make.made_up()
    assert source() == rows
    for name, maker in (make.MESSY | make.OTHERS).items():
        if "parquet" not in name and name != "openpyxl.xlsx":
            assert (FIXTURES / name).read_bytes() == maker(rows), name
    known = {*make.MESSY, *make.OTHERS}
    assert {path.name.removesuffix(".expected") for path in FIXTURES.glob("*.expected")} == known


# Any answers, in any dialect


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
DASHES = str.maketrans("", "")


def as_code(code: str) -> str:
    return code


def as_decimal(code: str) -> str:
    return f"{code},0"


def as_words(code: str) -> str:
    return make.LABELS[code]


def as_both(code: str) -> str:
    return f"{code} – {make.LABELS[code]}"


def as_capitals(code: str) -> str:
    return make.LABELS[code].upper()


def as_spaced(code: str) -> str:
    return "\u00a0" + make.LABELS[code].replace(" ", "  ") + " "


given_rows = st.lists(
    st.fixed_dictionaries(
        {
            "Skolenhetskod": st.sampled_from(["01234567", "76543210", "NA", "Ek;skolan", 'Gran "ej" skolan', "Å, ö"]),
            "Årskurs": st.sampled_from(["4", "05", "F-klass"]),
            **{item: st.sampled_from(["1", "2", "3", "4", "9", ""]) for item in ITEMS},
            "Kommentar": st.sampled_from(["", "Bra!", "Rad ett\nrad två", 'Hon sa "nej"; sen ja', "å|ä\tö"]),
        }
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(
    rows=given_rows,
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(";,\t|"),
    end=st.sampled_from(["\r\n", "\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    write=st.sampled_from([as_code, as_decimal, as_words, as_both, as_capitals, as_spaced]),
    above=st.lists(st.sampled_from(["", "Enkäten hösten 2026", "Uttag 2026-10-20"]), max_size=3),
    wording=st.booleans(),
    order=st.permutations(range(3)),
)
def test_any_answers_in_any_dialect(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[dict[str, str]],
    encoding: str,
    delimiter: str,
    end: str,
    quoting: Any,
    write: Callable[[str], str],
    above: list[str],
    wording: bool,
    order: list[int],
) -> None:
    blocks = [make.BY, ITEMS, ["Kommentar"]]
    keys = [key for at in order for key in blocks[at]]
    headings = [make.WORDINGS.get(key, key) if wording else key for key in keys]
    cells = [[write(row[key]) if key in ITEMS and row[key] else row[key] for key in keys] for row in rows]
    text = make.text([[one] for one in above], delimiter, end) + make.text(
        [headings, *cells], delimiter, end, quoting=quoting
    )
    path = tmp_path_factory.mktemp("any") / "svar.txt"
    path.write_bytes(text.encode(encoding))
    file = kv.read_answers(path, TLD, by=make.BY)
    assert file.counts == counted(rows, make.BY)
    assert file.source.encoding == (
        "utf-8" if text.isascii() and encoding == "cp1252" else encoding.removesuffix("-sig")
    )
    assert file.source.delimiter == delimiter
    assert sum(column.missing for column in file.report.columns) == sum(not row[item] for row in rows for item in ITEMS)
    assert not any(column.unknown for column in file.report.columns)
    comments = sorted(" ".join(row["Kommentar"].split()) for row in rows if row["Kommentar"])
    assert [text for texts in file.free_text.values() for text in texts] == comments


@settings(max_examples=60, deadline=None)
@given(rows=given_rows, write=st.sampled_from([as_code, as_words, as_both]), numbers=st.booleans())
def test_any_answers_in_excel_and_parquet(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]], write: Callable[[str], str], numbers: bool
) -> None:
    keys = [*make.BY, *ITEMS, "Kommentar"]

    def value(row: dict[str, str], key: str) -> Any:
        if key not in ITEMS:
            return row[key]
        return None if not row[key] else int(row[key]) if numbers else write(row[key])

    folder = tmp_path_factory.mktemp("any")
    (folder / "a.xlsx").write_bytes(make.sheet([keys, *([value(row, key) for key in keys] for row in rows)]))
    columns = {key: pyarrow.array([value(row, key) for row in rows]) for key in keys}
    pyarrow.parquet.write_table(pyarrow.table(columns), folder / "a.parquet")
    for name in ("a.xlsx", "a.parquet"):
        file = kv.read_answers(folder / name, TLD, by=make.BY)
        assert file.counts == counted(rows, make.BY)
        assert file.report.rows == len(rows)


# What is said, and what is not


def test_every_message_is_reached(tmp_path: Path) -> None:
    seen = {told(FIXTURES / name).get("code") for name in make.OTHERS}
    plain = FIXTURES / "excel-cp1252.csv"
    for path, options in (
        (plain, {"delimiter": "ab"}),
        (plain, {"encoding": "klingon"}),
        (FIXTURES / "several-sheets.xlsx", {"sheet": "Svar 2"}),
    ):
        seen.add(told(path, **options)["code"])
    with pytest.raises(kv.UsageError) as caught:
        kv.read_answers(plain, TLD, by=["E-post"])
    seen.add(caught.value.code)
    with pytest.raises(kv.UsageError) as caught:
        kv.read_answers(plain, faulty())
    seen.add(caught.value.code)
    (tmp_path / "long.csv").write_bytes(b"a" * 2_000_000)
    seen.add(told(tmp_path / "long.csv")["code"])
    path = tmp_path / "a.csv"
    path.write_text("Kommentar;safe-at-school\n" + "ord " * 50 + ";4\n", encoding="utf-8")
    with pytest.raises(kv.UsageError) as caught:
        kv.read_answers(path, TLD, by=["Kommentar"])
    seen.add(caught.value.code)
    assert seen - {None} == set(errors.MESSAGES)
    for code, message in errors.MESSAGES.items():
        assert message.sv.endswith("."), code
        assert message.en.endswith("."), code
        assert message.hint_sv, code
        assert message.hint_en, code


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


# What goes wrong


def test_misuse(tmp_path: Path) -> None:
    plain = FIXTURES / "excel-cp1252.csv"
    with pytest.raises(TypeError, match="list of columns"):
        kv.read_answers(plain, TLD, by="Årskurs")
    with pytest.raises(kv.FileError) as caught:
        kv.read_answers(tmp_path / "none.csv", TLD)
    assert caught.value.code == "file.not-found"
    with pytest.raises(kv.FileError) as caught:
        kv.read_answers(tmp_path, TLD)
    assert caught.value.code == "file.unreadable"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        with pytest.raises(kv.FileError):
            kv.read_answers(tmp_path / "pipe.csv", TLD)
    with pytest.raises(TypeError):
        kv.read_answers(None, TLD)  # type: ignore[arg-type]
    for option, value in (("sheet", 0), ("delimiter", 5), ("encoding", b"utf-8")):
        with pytest.raises(TypeError, match=f"{option}: expected a text"):
            kv.read_answers(plain, TLD, **{option: value})
    with pytest.raises(TypeError):
        kv.read_answers(plain, None)  # type: ignore[arg-type]


def test_what_is_said_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Skola;safe-at-school\nÅskolan;4\n".encode("mac-roman"))
    file = kv.read_answers(path, TLD, by=["Skola"], encoding="mac-roman")
    assert file.counts.groups[0].key == ("Åskolan",)
    assert file.source.encoding == "mac-roman"
    with pytest.raises(kv.FileError, match="rad 1"):
        kv.read_answers(FIXTURES / "excel-cp1252.csv", TLD, encoding="utf-8")
    assert kv.read_answers(FIXTURES / "excel-utf-8.csv", TLD, encoding="utf8", delimiter=";").source.delimiter == ";"
    file = kv.read_answers(FIXTURES / "merged-titled-and-hidden.xlsx", TLD, by=make.BY, sheet="Gammalt")
    assert (file.source.sheet, file.report.rows) == ("Gammalt", 30)


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850", "cp437"])
@pytest.mark.parametrize("school", ["Sjöskolan", "Sjö", "Gård", "Bäckens förskola", "Åskolan", "Älgen", "Öst", "ÖSTRA"])
def test_another_encoding_is_not_taken_for_windows_1252(tmp_path: Path, school: str, encoding: str) -> None:
    if encoding == "cp437" and school[0] == "Å":
        encoding = "cp850"  # they share their Swedish letters
    path = tmp_path / "a.csv"
    path.write_bytes(f"Skola;safe-at-school\n{school};4\n".encode(encoding))
    with pytest.raises(kv.FileError, match="rad 2") as caught:
        kv.read_answers(path, TLD, by=["Skola"])
    assert caught.value.code == "answers.other-encoding"
    likely = "mac-roman" if encoding == "mac-roman" else "cp850"
    assert likely in caught.value.hint.en
    assert kv.read_answers(path, TLD, by=["Skola"], encoding=likely).counts.groups[0].key == (school,)


@pytest.mark.parametrize(
    "text",
    [
        "Škodaskolan, Växjö",
        "Alla ”får” vara med … så är det",
        "’Bra’ – „sa han”, 5 €",
        "Dragaš Šešelj på Sjöskolan, Växjö",
        "Hon sa: ”ok”",
    ],
)
def test_windows_1252_is_read_with_all_its_letters(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"Skola;safe-at-school;Kommentar\nEk;4;{text}\n".encode("cp1252"))
    assert kv.read_answers(path, TLD, by=["Skola"]).source.encoding == "cp1252"


def test_a_long_text_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for written in ("a" * 200_000, '"' + "ord ord\n" * 60_000 + '"'):
        path.write_text(f"safe-at-school;Kommentar\n4;{written}\n", encoding="utf-8")
        assert kv.read_answers(path, TLD).report.rows == 1
    path.write_text("safe-at-school;Kommentar\n4;" + "a" * 1_100_000 + "\n", encoding="utf-8")
    with pytest.raises(kv.LimitError, match="rad 2"):
        kv.read_answers(path, TLD)


@pytest.mark.parametrize("text", ["Fler\nraster", "Fler raster\nBollar", "Fler\nbollar\noch raster"])
def test_no_word_of_a_text_becomes_a_group(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f"Skola;safe-at-school;Kommentar\nEkskolan;4;Bra\nEkskolan;3;{text}\nEkskolan;1;\n", encoding="utf-8"
    )
    with pytest.raises(kv.FileError, match="rad 3") as caught:
        kv.read_answers(path, TLD, by=["Skola"])
    assert caught.value.code == "answers.broken-row"
    path.write_text("Skola;safe-at-school;Kommentar\nEkskolan;4;Bra\nEkskolan\n", encoding="utf-8")
    assert kv.read_answers(path, TLD, by=["Skola"]).report.rows == 2


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"safe-at-school;Kommentar\n4;" + b"a" * 3_000_000)
    with pytest.raises(kv.LimitError, match="rad 2"):
        kv.read_answers(path, TLD)


def test_a_row_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_MOST_OF_A_PART", 1 << 20)
    path = tmp_path / "a.csv"
    path.write_bytes(b"safe-at-school;Kommentar\n4" + b';"a\nb"' * 300_000)
    with pytest.raises(kv.LimitError):
        kv.read_answers(path, TLD)


@pytest.mark.parametrize(
    "block",
    [
        "afraid;Skola;safe-at-school\n4;Tall;1\n",
        "safe-at-school;Skola;afraid\n1;Tall;4\n",
        f"Skola;{make.WORDINGS['afraid']};{make.WORDINGS['safe-at-school']}\nTall;1;4\n",
        "Skola;calm-to-work;afraid\nTall;1;4\n",
        "Skola;safe-at-school;afraid;calm-to-work\nTall;1;4;4\n",
    ],
)
def test_headings_in_another_order_are_an_error_with_their_line(tmp_path: Path, block: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Skola;safe-at-school;afraid\nGran;4;3\n" + block, encoding="utf-8")
    with pytest.raises(kv.FileError, match="rad 3") as caught:
        kv.read_answers(path, TLD, by=["Skola"])
    assert caught.value.code == "answers.other-order"


def test_an_answer_in_the_words_of_a_heading_is_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    wording = make.WORDINGS["afraid"]
    path.write_text(f"Skola;safe-at-school;Kommentar\nGran;4;Skola\nGran;3;{wording}\nSkola;1;\n", encoding="utf-8")
    file = kv.read_answers(path, TLD, by=["Skola"])
    assert [(group.key, group.respondents) for group in file.counts.groups] == [(("Gran",), 2), (("Skola",), 1)]


def test_numbers_may_be_headings_as_well_as_answers(tmp_path: Path) -> None:
    data = json.loads(TLD.to_json())
    for item in data["items"]:
        if item["id"] in ITEMS:
            item["columns"] = [str(ITEMS.index(item["id"]) + 1)]
    instrument = kv.SurveyInstrument.from_json(json.dumps(data))
    path = tmp_path / "a.csv"
    path.write_text("1;2;3;4\n1;2;3;4\n4;3;2;1\n", encoding="utf-8")
    assert kv.read_answers(path, instrument).report.rows == 2
    path.write_text("Skola;1;2;3;4\nGran;1;2;3;4\nSkola;1;2;3;4\nGran;4;3;2;1\n", encoding="utf-8")
    file = kv.read_answers(path, instrument, by=["Skola"])
    assert (file.report.rows, file.source.repeated_headings) == (2, 1)


@pytest.mark.parametrize(
    ("rows", "groups", "sums"),
    [
        ("Gran;4\nGran;3\nMedian;4\n", ["Gran"], (4,)),
        ("Gran;4\nSumma;4\nTall;3\nSumma;3\nTotalt:;7\n", ["Gran", "Tall"], (3, 5, 6)),
        ("Gran;4\nMedel;4\nMax;4\n\n;\n", ["Gran"], (3, 4)),
        (";4\n", [""], ()),
        ("Låg;4\nMedel;4\nHög;3\n", ["Hög", "Låg", "Medel"], ()),
        ("Hög;4\nMedel;4\nMedel;3\n", ["Hög", "Medel"], ()),
    ],
)
def test_sums_are_no_respondents(tmp_path: Path, rows: str, groups: list[str], sums: tuple[int, ...]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Skola;safe-at-school\n" + rows, encoding="utf-8")
    file = kv.read_answers(path, TLD, by=["Skola"])
    assert [group.key[0] for group in file.counts.groups] == groups
    assert (file.source.sum_rows, file.source.sum_row_lines) == (len(sums), sums)
    assert ("Summor och medelvärden är inga svar" in file._repr_mimebundle_()["text/plain"]) == bool(sums)


def test_what_is_told_of_one_is_told_of_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("safe-at-school;afraid\n4\nsafe-at-school;afraid\n", encoding="utf-8")
    told = kv.read_answers(path, TLD)._repr_mimebundle_()["text/plain"]
    assert "1 svarande." in told
    assert "inget svar: en rad (rad 2)." in told
    assert "Rubrikerna står en gång till längre ner; den raden är inget svar." in told


def far_cell(place: str) -> bytes:
    """A workbook with an item, and one more cell far away."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make.sheet([["safe-at-school"], [4]]))) as given, zipfile.ZipFile(out, "w") as made:
        for part in given.infolist():
            data = given.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                data = data.replace(
                    b"</sheetData>", f'<row r="{row}"><c r="{place}"><v>4</v></c></row></sheetData>'.encode()
                )
            made.writestr(part.filename, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_a_cell_far_away_takes_no_room(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(far_cell("XFD1000000"))
    file = kv.read_answers(path, TLD)
    assert (file.report.rows, file.source.long_row_lines) == (1, (1_000_000,))
    path.write_bytes(far_cell("A99999999999"))
    with pytest.raises(kv.LimitError):
        kv.read_answers(path, TLD)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_damage_ends_in_an_error(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["excel-cp1252.csv", "forms-in-swedish.xlsx", "words.parquet", "bytes.parquet"]))
    given_bytes = bytearray((FIXTURES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(given_bytes) - 1))
        if data.draw(st.booleans()):
            given_bytes[at] = data.draw(st.integers(0, 255))
        else:
            del given_bytes[at:]
            break
    path = tmp_path_factory.mktemp("damage") / name
    path.write_bytes(bytes(given_bytes))
    said = json.dumps(told(path))
    assert not [words for words in PERSONS if words in said]


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: ("safe-at-school;" + text).encode("utf-8", "replace"))
)
def test_noise_ends_in_an_error(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.mktemp("noise") / "a.csv"
    path.write_bytes(noise)
    assert told(path)


def test_without_the_extra_it_is_said(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["openpyxl"] = None
import kvalitet as kv
try:
    kv.read_answers("a.csv", kv.SurveyInstrument.load(sys.argv[1]))
except ModuleNotFoundError as error:
    print(error)
sys.modules["xlsxwriter"] = None
try:
    kv.to_xlsx([], type=kv.Finding)
except ModuleNotFoundError as error:
    print(error)
"""
    instrument = FIXTURES.parents[2] / "examples" / "survey" / "tld.json"
    done = subprocess.run([sys.executable, "-c", program, instrument], capture_output=True, text=True, check=True)
    assert done.stdout.count("kvalitet[survey]") == 4


# What is read, as objects


def test_a_file_is_an_object_like_others() -> None:
    file = kv.read_answers(FIXTURES / "forms-in-swedish.xlsx", TLD, by=make.BY, round="2026-10")
    assert repr(file) == "<AnswerFile forms-in-swedish.xlsx: 30 respondents, 3 groups>"
    assert copy.copy(file) == file == pickle.loads(pickle.dumps(file))
    assert hash(file) == hash(kv.read_answers(FIXTURES / "forms-in-swedish.xlsx", TLD, by=make.BY, round="2026-10"))
    shown = file._repr_mimebundle_()
    assert "struken (e-postadress)" in shown["text/plain"]
    assert "fritext, hålls för sig" in shown["text/html"]
    assert {"AnswerFile", "AnswerSource", "read_answers"} <= set(dir(kv))
    with pytest.raises(AttributeError):
        kv.read_answer  # type: ignore[attr-defined]  # noqa: B018


def test_parts_of_a_round_are_added() -> None:
    one = kv.read_answers(FIXTURES / "excel-cp1252.csv", TLD, by=make.BY, round="2026-10").counts
    other = kv.read_answers(FIXTURES / "words.parquet", TLD, by=make.BY, round="2026-10").counts
    assert one + other == other + one
    assert sum(group.respondents for group in (one + other).groups) == 60


def test_of_parquet_only_what_is_needed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    iter_batches = pyarrow.parquet.ParquetFile.iter_batches

    def watched(self: Any, *given: Any, **more: Any) -> Any:
        read.extend(more["columns"])
        return iter_batches(self, *given, **more)

    monkeypatch.setattr(pyarrow.parquet.ParquetFile, "iter_batches", watched)
    kv.read_answers(FIXTURES / "bytes.parquet", TLD, by=make.BY)
    assert sorted(read) == sorted([*make.BY, *ITEMS, make.COMMENT])
    assert "Namn" not in read


@pytest.mark.parametrize(
    "heading",
    [
        "Jag känner mig trygg i skolan",
        "jag känner mig trygg i skolan *",
        "1 Jag känner mig trygg i skolan.",
        "12b) Jag känner mig trygg i skolan.",
        "Fråga 3. Jag känner mig trygg i skolan.",
        "Q1_2: Jag känner mig trygg i skolan.".replace("_2", ".2"),
        "Hur har du det? [Jag känner mig trygg i skolan.]",
        "Trygghet – Jag känner mig trygg i skolan.",
        "”Jag känner mig trygg i skolan.”",
        "I feel safe at school",
        "safe_at_school",
        "SAFE.AT.SCHOOL",
    ],
)
def test_headings_that_name_an_item(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(make.text([[heading, "Skola"], ["4", "Ek"]]), encoding="utf-8")
    assert kv.read_answers(path, TLD).report.columns[0].item == "safe-at-school"


@pytest.mark.parametrize(
    "heading",
    [
        "Jag känner mig trygg i skolan ibland",
        "Kommentar – Jag känner mig trygg i skolan.",
        "Motivera: Jag känner mig trygg i skolan.",
        "Kommentar [Jag känner mig trygg i skolan.]",
        "Points - Jag känner mig trygg i skolan.",
        "safe-at-school-2",
    ],
)
def test_headings_that_name_none(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(make.text([["afraid", heading], ["4", "3"]]), encoding="utf-8")
    assert kv.read_answers(path, TLD).report.columns[1].item == ""


def test_rows_below_the_headings_that_tell_the_kind_of_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    wording = make.WORDINGS["safe-at-school"]
    path.write_text(make.text([["Respondent ID", wording], ["", "Response"], ["1", "4"]]), encoding="utf-8")
    assert kv.read_answers(path, TLD).report.rows == 1
    rows = [["ResponseId", "q1"], ["Response ID", wording], ['{"ImportId":"_r"}', '{"ImportId":"QID1"}'], ["R_1", "4"]]
    path.write_text(make.text(rows), encoding="utf-8")
    file = kv.read_answers(path, TLD)
    assert (file.report.rows, file.source.header_line) == (1, 2)


def test_types_of_parquet_that_hold_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    item = "safe-at-school"
    words = ["Vet inte", None, "Stämmer helt och hållet"]
    columns = {
        "bytes": pyarrow.array([9, None, 4], pyarrow.uint8()),
        "floats": pyarrow.array([9.0, float("nan"), 4.0]),
        "decimals": pyarrow.array([9, None, 4]).cast(pyarrow.decimal128(21, 1)),
        "codes in text": pyarrow.array(["9", "", "4,0"]),
        "words": pyarrow.array(words, pyarrow.large_string()),
        "categories": pyarrow.array(words).dictionary_encode(),
    }
    for name, column in columns.items():
        pyarrow.parquet.write_table(pyarrow.table({"Skola": ["Ek", "NA", None], item: column}), path)
        file = kv.read_answers(path, TLD, by=["Skola"])
        assert [(group.key, list(group.counts[:5])) for group in file.counts.groups] == [
            (("",), [0, 0, 0, 1, 0]),
            (("Ek",), [0, 0, 0, 0, 1]),
            (("NA",), [0, 0, 0, 0, 0]),
        ], name
        assert file.report.columns[1].missing == 1
    twice = pyarrow.Table.from_arrays([pyarrow.array([9, None]), pyarrow.array([None, 4])], names=[item, item])
    pyarrow.parquet.write_table(twice, path)
    assert list(kv.read_answers(path, TLD).counts.groups[0].counts[:5]) == [0, 0, 0, 1, 1]
    dotted = pyarrow.table({item: [4], "Jag är": ["Ek"], "Jag är. Eller": ["Gran"]})
    pyarrow.parquet.write_table(dotted, path)
    assert kv.read_answers(path, TLD, by=["Jag är"]).counts.groups[0].key == ("Ek",)


def test_columns_of_parquet_that_share_a_name_and_are_no_items(tmp_path: Path) -> None:
    texts = ["Fler raster, och bollar som håller.", "Godare mat på torsdagar, tack."]
    columns = [pyarrow.array([4]), *(pyarrow.array([text]) for text in texts), pyarrow.array(["Gran"])]
    table = pyarrow.Table.from_arrays(columns, names=["safe-at-school", "Kommentar", "Kommentar", "Skola"])
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    file = kv.read_answers(tmp_path / "a.parquet", TLD, by=["Skola"])
    assert file.free_text == {"Kommentar": tuple(texts)}


def test_what_is_true_or_false_is_no_code_in_any_file(tmp_path: Path) -> None:
    """Nobody knows which code a box that was ticked would be; where the scale has the word it is an answer."""
    cells: list[list[Any]] = [["Skola", "safe-at-school"], ["Gran", True], ["Gran", False]]
    (tmp_path / "a.csv").write_text("Skola;safe-at-school\nGran;TRUE\nGran;FALSE\n", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(make.sheet(cells))
    table = pyarrow.table({"Skola": ["Gran", "Gran"], "safe-at-school": [True, False]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    data = json.loads(TLD.to_json())
    data["scales"][0]["levels"][0]["also"] = ["true"]
    for instrument, counted, unknown in ((TLD, 0, 2), (kv.SurveyInstrument.from_json(json.dumps(data)), 1, 1)):
        for name in ("a.csv", "a.xlsx", "a.parquet"):
            file = kv.read_answers(tmp_path / name, instrument, by=["Skola"])
            assert sum(file.counts.groups[0].counts[:5]) == counted, name
            assert sum(one.count for one in file.report.columns[1].unknown) == unknown, name


def test_a_formula_without_its_value_is_an_error_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for cells, cell in (((["Skola", 4], ["Gran", "=2+2"]), "B3"), ((['="Gr"&"an"', 4],), "A2")):
        book = openpyxl.Workbook()
        for row in (["Skola", "safe-at-school"], *cells):
            book.active.append(row)
        book.save(path)
        with pytest.raises(kv.FileError, match=f"cell {cell}:") as caught:
            kv.read_answers(path, TLD, by=["Skola"])
        assert caught.value.code == "answers.formula"

    def worked_out(book: Any, page: Any) -> None:
        page.write_formula("A2", '="Gr"&"an"', None, "Gran")
        page.write_formula("B2", "=2+2", None, 4)
        page.write_formula("C3", "=1", None, "")

    path.write_bytes(make.sheet([["Skola", "safe-at-school"]], worked_out))
    assert [group.key for group in kv.read_answers(path, TLD, by=["Skola"]).counts.groups] == [("Gran",)]


def test_what_the_instrument_names_is_no_personal_column(tmp_path: Path) -> None:
    data = json.loads(TLD.to_json())
    next(item for item in data["items"] if item["id"] == "afraid")["columns"] = ["elev1"]
    path = tmp_path / "a.csv"
    path.write_text("safe-at-school;Elev1;elev2\n4;3;9\n", encoding="utf-8")
    file = kv.read_answers(path, kv.SurveyInstrument.from_json(json.dumps(data)))
    assert [column.item for column in file.report.columns] == ["safe-at-school", "afraid", ""]
    assert [one.heading for one in file.source.dropped] == ["elev2"]
    assert [one.heading for one in kv.read_answers(path, TLD).source.dropped] == ["Elev1", "elev2"]


def faulty() -> kv.SurveyInstrument:
    """An instrument whose codes are other codes' labels: by which of them files say is not to be known."""
    data = json.loads(TLD.to_json())
    for level, label in zip(data["scales"][0]["levels"], "4321", strict=False):
        level["label"] = {"sv": label, "en": label}
    return kv.SurveyInstrument.from_json(json.dumps(data))


def test_a_faulty_instrument_counts_nothing(tmp_path: Path) -> None:
    with pytest.raises(kv.UsageError, match=r"heter .* går inte att räkna med") as caught:
        kv.read_answers(FIXTURES / "bytes.parquet", faulty())
    assert caught.value.code == "answers.instrument"


def test_letters_made_of_two_are_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        unicodedata.normalize("NFD", "Årskurs;Jag känner mig trygg i skolan\n4;Stämmer ganska bra\n"), "utf-8"
    )
    file = kv.read_answers(path, TLD, by=["Årskurs"])
    assert answers_of(file.counts) == [{"key": ["4"], "respondents": 1, "answers": {"safe-at-school": {"3": 1}}}]


@settings(max_examples=100, deadline=None)
@given(rows=given_rows, last=st.booleans())
def test_rows_that_only_lack_their_last_cells_are_whole(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]], last: bool
) -> None:
    """Where units and grades are single words, as their codes are."""
    rows = [row | {"Skolenhetskod": row["Skolenhetskod"].split()[0].strip(',;"')} for row in rows]
    keys = [*make.BY, *ITEMS, *(["Kommentar"] if last else [])]
    lines = make.text([keys, *([row[key].replace("\n", " ") for key in keys] for row in rows)]).split("\r\n")
    path = tmp_path_factory.mktemp("short") / "a.csv"
    path.write_bytes("\r\n".join(line.rstrip(";") for line in lines).encode())
    assert kv.read_answers(path, TLD, by=make.BY).counts == counted(rows, make.BY)

"""Answers in files: whatever a file looks like, its answers are counted as they are, or it is said what is wrong with it."""

from __future__ import annotations

import copy
import csv
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
from kvalitet._answer_files import errors, text

FIXTURES = Path(make.__file__).parent
TLD = make.INSTRUMENT
ITEMS = make.ASKED
PERSONS = make.PERSONS


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


@settings(max_examples=150)
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


@settings(max_examples=60)
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
    lists = {code for code in errors.MESSAGES if code.startswith("invited.")}  # reached in test_invited
    assert seen - {None} == set(errors.MESSAGES) - lists
    for code, message in errors.MESSAGES.items():
        assert message.sv.endswith("."), code
        assert message.en.endswith("."), code
        assert message.hint_sv, code
        assert message.hint_en, code


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


@settings(max_examples=120)
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


@settings(max_examples=150)
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


@settings(max_examples=100)
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

"""The rows and letters of files of answers: which rows are respondents, and in what encoding they are."""

from __future__ import annotations

import csv
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import kvalitet as kv
import make_answers as make
import pytest
from kvalitet._answer_files.text import TextFile

TLD = make.INSTRUMENT
ITEMS = make.ASKED


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


def test_rows_below_the_headings_that_tell_the_kind_of_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    wording = make.WORDINGS["safe-at-school"]
    path.write_text(make.text([["Respondent ID", wording], ["", "Response"], ["1", "4"]]), encoding="utf-8")
    assert kv.read_answers(path, TLD).report.rows == 1
    rows = [["ResponseId", "q1"], ["Response ID", wording], ['{"ImportId":"_r"}', '{"ImportId":"QID1"}'], ["R_1", "4"]]
    path.write_text(make.text(rows), encoding="utf-8")
    file = kv.read_answers(path, TLD)
    assert (file.report.rows, file.source.header_line) == (1, 2)


CSVS_OWN_LIMIT = 131_072  # what it is as long as nobody has left another behind


def test_the_limit_that_all_of_a_process_has_is_put_back(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Skola;safe-at-school;Fritext\n" + "Ek;4;" + "a" * 200_000 + "\n", encoding="utf-8")
    with ThreadPoolExecutor(4) as pool:
        read = list(pool.map(lambda _: kv.read_answers(path, TLD).report.rows, range(8)))
    assert read == [1] * 8
    assert csv.field_size_limit() == CSVS_OWN_LIMIT


def test_the_limit_is_put_back_when_rows_are_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Skola;safe-at-school\nEk;4\n", encoding="utf-8")
    rows = TextFile(str(path), path.name, "utf-8", ";").rows(";")
    assert next(rows) == (1, ["Skola", "safe-at-school"])
    assert csv.field_size_limit() == CSVS_OWN_LIMIT
    assert list(rows) == [(2, ["Ek", "4"])]

"""How many were asked, from lists as schools keep them, onto the counts of their answers."""

from __future__ import annotations

from pathlib import Path

import kvalitet as kv
import openpyxl  # type: ignore[import-untyped]
import pyarrow  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from kvalitet._answer_files import errors, invited
from kvalitet.cli import app
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "tests" / "fixtures" / "answers"
TLD = ROOT / "examples" / "survey" / "tld.json"
BY = ["Skola", "Årskurs"]
EXPECTED = {("Ekskolan", "4"): 1200, ("Granskolan", "5"): 0}

KEPT = [
    "Skola;Årskurs;Antal elever\nEkskolan;4;1200\nGranskolan;5;0\nTallskolan;6;\n".encode(),
    "\ufeffSkola,årskurs,Inbjudna,Rektor\r\nEkskolan, 4 ,1200,Kim\r\nGranskolan,5,0,Kim\r\n".encode(),
    "skola\tÅRSKURS\tinvited\nEkskolan\t4\t1\u00a0200\nGranskolan\t5\t0\n\n".encode("cp1252"),
    'Antal;Årskurs;Skola\n"1 200";4;"Ekskolan"\n0;5;Granskolan\n1200;;Summa\n'.encode(),
    "Klasslista hösten 2026\n\nSkola|Årskurs|Antal elever|Antal inbjudna\nEkskolan|4|1300|1200\nGranskolan|5|9|0\n".encode(),
    "sep=;\r\nSkola;Årskurs;Antal\r\nEkskolan;4;1200\r\nGranskolan;5;0\r\nTotalt;;1200\r\n".encode("utf-16"),
    "Skola;Årskurs;Antal\rEkskolan;4;1200\rGranskolan;5;0\r".encode(),
]


@pytest.mark.parametrize("data", KEPT)
def test_lists_as_they_are_kept(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "klasser.csv"
    path.write_bytes(data)
    assert kv.read_invited(path, BY) == EXPECTED


def test_a_sheet_among_others(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Om listan"])
    sheet = book.create_sheet("Klasser")
    for row in (
        [],
        ["Skola", "Årskurs", "Antal elever"],
        ["Ekskolan", 4, 1200],
        ["Granskolan", 5, 0],
        ["Summa", None, 1200],
    ):
        sheet.append(row)
    book.save(tmp_path / "klasser.xlsx")
    assert kv.read_invited(tmp_path / "klasser.xlsx", BY) == EXPECTED


HEADINGS = "Skola;Årskurs;Antal\n"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (" ", "invited.columns", "rubrikerna ”Skola”, ”Årskurs”, ”Antal inbjudna”"),
        ("Skola;Elever\nA;3\n", "invited.columns", "klasser.csv"),
        ('"Skola","Elever"\n"A","3"\n', "invited.columns", "klasser.csv"),
        ("Skola;Årskurs;Antalet\n", "invited.columns", "klasser.csv"),
        ("Skola;Skola;Årskurs;Antal\n", "invited.columns", "en gång"),
        (HEADINGS + "A;4;tolv\n", "invited.number", "rad 2"),
        (HEADINGS + "A;4;-1\n", "invited.number", "rad 2"),
        (HEADINGS + "A;4;25 30\n", "invited.number", "rad 2"),
        (HEADINGS + "A;4;12345678901\n", "invited.number", "rad 2"),
        ("Skola,Årskurs,Antal\nA,4,1,200\n", "invited.row", "rad 2"),
        (HEADINGS + "A\x1b[31m;4;3\n", "invited.row", "rad 2"),
        (HEADINGS + "A;4;3\n;5;3\n", "invited.row", "rad 3"),
        (HEADINGS + 'A;4;2\n"B\nC";4;2\nA; 4;3\n', "invited.twice", "rad 5: ”A; 4” står två gånger"),
        (HEADINGS + '"A;4;2\n', "answers.quotes", "rad 2"),
        (HEADINGS + "anna@skola.example;4;1\n", "answers.by-is-personal", "Skola"),
        (HEADINGS + "20120412-1234;4;1\n", "answers.by-is-personal", "Skola"),
        (HEADINGS + "A;4;1\n" + "ord " * 50 + ";4;1\n", "answers.by-is-text", "Skola"),
        (
            HEADINGS + "".join(f"Kim {a}berg;4;1\n" for a in ("Eken", "Linde", "Alme", "Asp", "Häg")),
            "answers.by-is-personal",
            "Skola",
        ),
    ],
)
def test_what_is_wrong_with_a_list_is_told(text: str, code: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "klasser.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(kv.Error) as raised:
        kv.read_invited(path, BY)
    assert raised.value.code == code
    assert said in str(raised.value)
    assert raised.value.message.en


def test_every_message_of_lists_is_reached() -> None:
    reached = {code for _, code, _ in test_what_is_wrong_with_a_list_is_told.pytestmark[0].args[1]}
    assert {code for code in errors.MESSAGES if code.startswith("invited.")} <= reached


def test_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="by: expected a list of columns"):
        kv.read_invited("klasser.csv", "Skola")
    with pytest.raises(TypeError, match="by their headings"):
        kv.read_invited("klasser.csv", [4])  # type: ignore[list-item]
    with pytest.raises(kv.FileError):
        kv.read_invited("no-such.csv", ["Skola"])
    pyarrow.parquet.write_table(pyarrow.table({"Skola": ["A"], "Antal": [1]}), tmp_path / "a.parquet")
    with pytest.raises(kv.FileError, match="en Parquet-fil"):
        kv.read_invited(tmp_path / "a.parquet", ["Skola"])
    (tmp_path / "a.csv").write_text("Skola;Antal\nA;1\n", encoding="utf-8")
    for by in (["Skola", "Skola"], ["Antal"]):
        with pytest.raises(kv.UsageError, match="rubrikerna"):
            kv.read_invited(tmp_path / "a.csv", by)


def test_everybody_together(tmp_path: Path) -> None:
    path = tmp_path / "alla.csv"
    path.write_text("Inbjudna\n40\n", encoding="utf-8")
    assert kv.read_invited(path) == {(): 40}


def test_too_many_groups_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invited, "_MOST", 20_000)
    path = tmp_path / "alla.csv"
    path.write_text("Skola;Antal\n" + "".join(f"{n};30\n" for n in range(20_000, 0, -1)), encoding="utf-8")
    counts = kv.SurveyInstrument.load(TLD).empty_counts(by=["Skola"]).with_invited(kv.read_invited(path, ["Skola"]))
    assert [group.key[0] for group in counts.groups] == sorted(str(n) for n in range(1, 20_001))
    with path.open("a") as file:
        file.write("en till;30\n")
    with pytest.raises(kv.LimitError, match="över 20000 grupper"):
        kv.read_invited(path, ["Skola"])


def test_groups_are_put_among_the_others_and_the_last_number_counts() -> None:
    counts = kv.SurveyInstrument.load(TLD).empty_counts(by=["Skola"]).with_invited({"B": 1, "D": 4, ("B",): 2})
    counts = counts.with_invited({"C": 3, "A": 1, "D": 5})
    assert [(group.key[0], group.invited) for group in counts.groups] == [("A", 1), ("B", 2), ("C", 3), ("D", 5)]


def counted(tmp_path: Path, rows: list[str], *more: str, files: tuple[Path, ...] = ()) -> tuple[str, kv.SurveyCounts]:
    """What the command line says, and what it has written."""
    asked, out = tmp_path / "klasser.csv", tmp_path / "antal.json"
    asked.write_text("\n".join(["Årskurs;Antal elever", *rows]), encoding="utf-8")
    out.unlink(missing_ok=True)
    given = [str(file) for file in files] or [
        str(ANSWERS / "excel-cp1252.csv"),
        "--by",
        "Årskurs",
        "--round",
        "2026-10",
    ]
    command = ["survey", "counts", *given, "-i", str(TLD), "--invited", str(asked), "-o", str(out), *more]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split()), kv.SurveyCounts.load(out)


def test_the_command_line_tells_who_answered_and_which_names_do_not_fit(tmp_path: Path) -> None:
    survey = kv.SurveyInstrument.load(TLD)
    answers = ANSWERS / "excel-cp1252.csv"
    groups = kv.read_answers(answers, survey, by=["Årskurs"], round="2026-10").counts.groups
    names = [group.key[0] for group in groups]
    all_asked = [f"{group.key[0]};{group.respondents * 2}" for group in groups]

    said, counts = counted(tmp_path, [*all_asked, "Summa;60"])
    assert "30 av 60 inbjudna har svarat, 50 %." in said
    assert [str(one.rate) for one in counts.response_rates()] == ["0.5"] * len(groups)
    counts.save(tmp_path / "förut.json")

    said, counts = counted(tmp_path, [f"{names[0]}a;20"])
    assert f"Ingen har svarat i ”{names[0]}a”. Stämmer namnen" in said
    assert f"inte känt för {', '.join(f'”{name}”' for name in names)}." in said
    assert "inbjudna har svarat" not in said
    assert [group.respondents for group in counts.groups if group.invited == 20] == [0]

    # What was known before stays known.
    said, counts = counted(tmp_path, [f"{names[0]};40"], "--lang", "en", files=(tmp_path / "förut.json",))
    others = sum(group.respondents for group in groups[1:])
    assert f"30 of {40 + 2 * others} invited have answered, {int(3000 / (40 + 2 * others) + 0.5)}%." in said

    said, _ = counted(tmp_path, [f"{name};1" for name in names])
    assert "Fler har svarat än som är inbjudna i" in said
    assert "inbjudna har svarat" not in said

    said, _ = counted(tmp_path, [*all_asked, *(f"Fel {n:02};9" for n in range(30))])
    assert "”Fel 09” och 20 till" in said


def test_a_faulty_list_is_told_before_anything_is_counted(tmp_path: Path) -> None:
    (tmp_path / "klasser.csv").write_text("Årskurs;Antal\n4;x\n", encoding="utf-8")
    out = tmp_path / "antal.json"
    command = [
        "survey",
        "counts",
        str(tmp_path / "no-such.csv"),
        "-i",
        str(TLD),
        "--by",
        "Årskurs",
        "--round",
        "2026-10",
    ]
    result = CliRunner().invoke(app, [*command, "--invited", str(tmp_path / "klasser.csv"), "-o", str(out)])
    assert result.exit_code == 2
    assert "rad 2: hur många som är inbjudna ska vara ett heltal" in " ".join(result.stderr.split())
    assert not out.exists()

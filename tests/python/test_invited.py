"""How many were asked, from lists as schools keep them, onto the counts of their answers."""

from __future__ import annotations

from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet.cli import app
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "tests" / "fixtures" / "answers"
TLD = ROOT / "examples" / "survey" / "tld.json"
EXPECTED = {("Ekskolan", "4"): 1200, ("Granskolan", "5"): 0}


@pytest.mark.parametrize(
    "data",
    [
        "Skola;Årskurs;Antal elever\nEkskolan;4;1200\nGranskolan;5;0\nTallskolan;6;\n".encode(),
        "\ufeffSkola,årskurs,Inbjudna,Rektor\r\nEkskolan, 4 ,1200,Kim\r\nGranskolan,5,0,Kim\r\n".encode(),
        "skola\tÅRSKURS\tinvited\nEkskolan\t4\t1\u00a0200\nGranskolan\t5\t0\n\n".encode("cp1252"),
        'Antal;Årskurs;Skola\n"1 200";4;"Ekskolan"\n0;5;Granskolan'.encode(),
    ],
)
def test_lists_as_they_are_kept(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "klasser.csv"
    path.write_bytes(data)
    assert kv.read_invited(path, ["Skola", "Årskurs"]) == EXPECTED


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", "invited.columns", "saknar en kolumn ”Skola”"),
        ("Skola;Elever\n", "invited.columns", "saknar en kolumn ”Årskurs”"),
        ("Skola;Årskurs;Antalet\n", "invited.columns", "saknar en kolumn ”inbjudna”"),
        ("Skola;Årskurs;Antal;Inbjudna\n", "invited.columns", "har flera kolumner ”inbjudna”"),
        ("Skola;Årskurs;Antal\nA;4;tolv\n", "invited.number", "rad 2"),
        ("Skola;Årskurs;Antal\nA;4;-1\n", "invited.number", "rad 2"),
        ("Skola;Årskurs;Antal\nA;4;12345678901\n", "invited.number", "rad 2"),
        ("Skola;Årskurs;Antal\nA;4;2\nB;4;2\nA; 4;3\n", "invited.twice", "rad 4: A, 4 står två gånger"),
        ('Skola;Årskurs;Antal\n"A;4;2\n', "invited.csv", "ingen CSV-fil"),
    ],
)
def test_what_is_wrong_with_a_list_is_told(text: str, code: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "klasser.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(kv.UsageError) as raised:
        kv.read_invited(path, ["Skola", "Årskurs"])
    assert raised.value.code == code
    assert said in str(raised.value)
    assert raised.value.message.en


def test_wrong_use() -> None:
    with pytest.raises(TypeError, match="by: expected a list of columns"):
        kv.read_invited("klasser.csv", "Skola")
    with pytest.raises(kv.FileError):
        kv.read_invited("no-such.csv", ["Skola"])


def test_everybody_together(tmp_path: Path) -> None:
    path = tmp_path / "alla.csv"
    path.write_text("Inbjudna\n40\n", encoding="utf-8")
    assert kv.read_invited(path) == {(): 40}


def test_the_command_line_tells_who_answered_and_which_names_do_not_fit(tmp_path: Path) -> None:
    survey = kv.SurveyInstrument.load(TLD)
    answers = ANSWERS / "excel-cp1252.csv"
    groups = kv.read_answers(answers, survey, by=["Årskurs"], round="2026-10").counts.groups
    asked, out = tmp_path / "klasser.csv", tmp_path / "antal.json"

    more = ["--invited", str(asked), "-o", str(out)]

    def counted(rows: list[str]) -> str:
        asked.write_text("\n".join(["Årskurs;Antal elever", *rows]), encoding="utf-8")
        out.unlink(missing_ok=True)
        result = CliRunner().invoke(
            app,
            ["survey", "counts", str(answers), "-i", str(TLD), "--by", "Årskurs", "--round", "2026-10", *more],
        )
        assert result.exit_code == 0, result.output
        return " ".join(result.output.split())

    said = counted([f"{group.key[0]};{group.respondents * 2}" for group in groups])
    assert "30 av 60 inbjudna har svarat (50 %)" in said
    rates = kv.SurveyCounts.load(out).response_rates()
    assert [str(one.rate) for one in rates] == ["0.5"] * len(groups)

    said = counted([f"{groups[0].key[0]}a;20"])
    assert f"Ingen har svarat i {groups[0].key[0]}a. Stämmer namnen" in said
    assert f"står inte i listan för {'; '.join(group.key[0] for group in groups)}." in said
    assert "inbjudna har svarat" not in said
    assert [group.respondents for group in kv.SurveyCounts.load(out).groups if group.invited == 20] == [0]

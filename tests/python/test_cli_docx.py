"""The command line and Word documents: templates, reading, writing back, and every other command that takes a document."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import edit
import kvalitet as kv
import pytest
from kvalitet.cli import _output, _template
from kvalitet.cli._house import Kind
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]
COMPLETE = ROOT / "examples" / "plans" / "complete.json"
FLAWED = ROOT / "examples" / "plans" / "flawed.json"
MUNICIPALITY = ROOT / "examples" / "municipality"
AREA = "Eleverna känner sig trygga i omklädningsrummen"


def run(*args: Any) -> Result:
    from kvalitet.cli import app

    return CliRunner().invoke(app, [str(arg) for arg in args], env={"COLUMNS": "200"})


def as_docx(source: Path, folder: Path, name: str = "plan.docx") -> Path:
    kv.load_document(source).save(folder / name)
    return folder / name


def said(path: Path) -> str:
    return "\n".join(edit.text_of(one) for one in edit.read(path).body.iter(f"{edit.W}p"))


def change(path: Path, how: Any, *words: Any) -> None:
    document = edit.read(path)
    how(document, *words)
    document.save(path)


# --- Templates.


@pytest.mark.parametrize("kind", [*_template._KINDS, *map(str, _template._KINDS.values())])
def test_every_document_has_a_template(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "template.docx"
    more = ["--dialogue", "process"] if "session" in kind else []
    made = run("template", kind, "--year", "2026/27", "--calendar-year", "2027", "-o", out, *more)
    assert made.exit_code == 0, made.output
    assert f"kvalitet check {out}" in made.stdout
    document = kv.load_document(out, str(_template._parse_kind(kind)))
    assert document.origin is not None
    assert document.origin.unplaced == ()
    assert {finding.severity for finding in document.origin.findings} <= {kv.Severity.error}  # what is to be filled in
    assert {finding.code for finding in document.origin.findings} <= {"docx.missing"}


@pytest.mark.parametrize("kind", ["commitment-plan", "school-year-report", "operational-plan", "operational-report"])
def test_a_template_is_known_for_what_it_is(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "template.docx"
    run("template", kind, "--year", "2026/27", "-o", out)
    cls = {"plan": kv.CommitmentPlan, "report": kv.SchoolYearReport}.get(_template._KINDS[kind])
    document = kv.load_document(out)
    if cls is not None:
        assert type(document) is cls
        assert document.school_year == kv.SchoolYear(2026)


def test_a_template_helps_with_the_guidelines_sentences(tmp_path: Path) -> None:
    out = tmp_path / "plan.docx"
    made = run(
        "template", "commitment-plan", "--principal", "Åsa Öberg", "--unit", "Norra skolan", "--unit", "Ängens förskola",
        "--year", "2026/27", "--out", out,
    )  # fmt: skip
    assert made.exit_code == 0
    assert "Riktlinjen: ”Till åtagandet dokumenteras tänkta effekter.”" in said(out)
    plan = kv.CommitmentPlan.load(out)
    assert plan.principal == "Åsa Öberg"
    assert [(unit.id, unit.name) for unit in plan.units] == [
        ("norra-skolan", "Norra skolan"),
        ("angens-forskola", "Ängens förskola"),
    ]
    assert [(area.kind, area.title) for area in plan.areas] == [("knowledge", "Kunskaper")]
    english = run("template", "commitment-plan", "--out", tmp_path / "en.docx", "--lang", "en")
    assert "Open it in Word" in english.stdout
    assert "Principal:" in said(tmp_path / "en.docx")


def test_a_template_overwrites_nothing(tmp_path: Path) -> None:
    out = tmp_path / "plan.docx"
    out.write_bytes(b"written for weeks")
    refused = run("template", "commitment-plan", "-o", out)
    assert refused.exit_code == 2
    assert "finns redan och är orörd" in refused.output
    assert out.read_bytes() == b"written for weeks"
    assert run("template", "commitment-plan", "-o", tmp_path / "plan.json").exit_code == 2
    assert run("template", "commitment-plan").exit_code == 2
    assert run("template", "novel", "-o", tmp_path / "a.docx").exit_code == 2
    assert run("template", "plan", "-o", tmp_path / "a.docx", "--picture", "wheel").exit_code == 2
    assert run("template", "dialogue-session", "-o", tmp_path / "a.docx").exit_code == 2
    assert run("template", "matters", "--from", COMPLETE, "-o", tmp_path / "a.docx").exit_code == 2
    assert run("template", "plan", "-o", tmp_path / "a" / "b.docx").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]


def test_the_municipality_knows_who_leads_what(tmp_path: Path) -> None:
    by_folder, by_file = tmp_path / "a.docx", tmp_path / "b.docx"
    ground = {by_folder: ("--workspace", MUNICIPALITY), by_file: ("--municipality", MUNICIPALITY / "municipality.json")}
    for out, where in ground.items():
        made = run("template", "commitment-plan", "--year", "2026/27", "--principal", "karin påfund", *where, "-o", out)
        assert made.exit_code == 0, made.output
        plan = kv.CommitmentPlan.load(out)
        assert plan.principal == "Karin Påfund"
        assert [unit.name for unit in plan.units] == ["Gransöskolan", "Norrängens skola"]
        assert plan.units[0].code == "99900014"
        assert plan.units[0].school_forms == ("FKLASS", "GR", "FTH")
    one = tmp_path / "c.docx"
    run("template", "plan", *ground[by_file], "--unit", "99900014", "--year", "2026/27", "-o", one)
    assert [unit.id for unit in kv.CommitmentPlan.load(one).units] == ["gransoskolan"]
    missing = tmp_path / "d.docx"
    for option, name, words in (
        ("--principal", "Ingen Alls", "Ingen rektor heter ”Ingen Alls”"),
        ("--unit", "Skolan", "Ingen enhet heter"),
    ):
        refused = run("template", "plan", *ground[by_file], option, name, "-o", missing)
        assert refused.exit_code == 2
        assert words in refused.output
    both = run("template", "plan", *ground[by_file], *ground[by_folder], "-o", missing)
    assert both.exit_code == 2
    assert not missing.exists()
    assert run("template", "plan", "--workspace", tmp_path, "-o", missing).exit_code == 2
    assert run("template", "plan", "--workspace", tmp_path / "none", "-o", missing).exit_code == 2
    (tmp_path / "broken.json").write_text("{")
    assert run("template", "plan", "--municipality", tmp_path / "broken.json", "-o", missing).exit_code == 2


def test_a_template_follows_on_a_document(tmp_path: Path) -> None:
    plan = as_docx(COMPLETE, tmp_path)
    report, following = tmp_path / "report.docx", tmp_path / "next.docx"
    made = run("template", "school-year-report", "--plan", plan, "-o", report)
    assert made.exit_code == 0, made.output
    assert f"Åtagande 1: {AREA}" in said(report)
    again = tmp_path / "again.docx"
    run("template", "school-year-report", "--from", plan, "-o", again)
    assert kv.SchoolYearReport.load(again) == kv.SchoolYearReport.load(report)
    carried = run("template", "commitment-plan", "--from", report, "--plan", plan, "-o", following)
    assert carried.exit_code == 0, carried.output
    assert "ingen har bestämt" in carried.stdout
    assert kv.CommitmentPlan.load(following).school_year == kv.SchoolYear(2027)
    operational = tmp_path / "operational.docx"
    kv.OperationalPlan(year=kv.CalendarYear(2026), goals=[kv.DevelopmentGoal(title="Läsning")]).save(operational)
    for kind, source, name in (
        ("operational-report", operational, "or.docx"),
        ("operational-plan", tmp_path / "or.docx", "op.docx"),
    ):
        assert run("template", kind, "--from", source, "-o", tmp_path / name).exit_code == 0
    assert kv.OperationalPlan.load(tmp_path / "op.docx").year == kv.CalendarYear(2027)


def test_a_template_may_show_the_effect_chain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = as_docx(COMPLETE, tmp_path)
    report = tmp_path / "report.docx"
    made = run("template", "report", "--plan", plan, "--picture", "effect-chain", "-o", report)
    assert made.exit_code == 0, made.output
    parts = edit.read(report).parts
    (png,) = (content for name, content in parts.items() if name.endswith(".png"))
    assert png.startswith(b"\x89PNG")
    assert AREA in parts["word/document.xml"].decode()
    refused = run("template", "matters", "--picture", "effect-chain", "-o", tmp_path / "m.docx")
    assert refused.exit_code == 2
    assert "har en effektkedja att rita" in refused.output

    def lacking(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("PNG behöver ett tillägg.", name="vl_convert")

    monkeypatch.setattr(kv, "docx_picture", lacking)
    refused = run("template", "plan", "--picture", "effect-chain", "-o", tmp_path / "m.docx")
    assert refused.exit_code == 2
    assert "PNG behöver ett tillägg" in refused.output


# --- Reading.


def test_a_document_is_read_into_json(tmp_path: Path) -> None:
    plan, out = as_docx(COMPLETE, tmp_path), tmp_path / "plan.json"
    printed = run("read", plan)
    assert printed.exit_code == 0
    assert json.loads(printed.stdout) == json.loads(COMPLETE.read_text(encoding="utf-8"))
    assert "Inget att anmärka." in printed.stderr
    saved = run("read", plan, "-o", out, "--kind", "plan")
    assert saved.exit_code == 0
    assert f"Skrev {out}" in saved.stdout
    assert kv.CommitmentPlan.load(out) == kv.CommitmentPlan.load(COMPLETE)


def test_reading_tells_what_found_no_place(tmp_path: Path) -> None:
    plan, out = as_docx(COMPLETE, tmp_path), tmp_path / "plan.json"
    change(plan, edit.comment, "Matematiklärarna", "Alla tre?")
    change(plan, edit.retype, "klar", "nästan klar")
    read = run("read", plan, "-o", out)
    assert read.exit_code == 1
    assert "FEL Läge (stycke " in read.stdout
    assert "Det här fann ingen plats:" in read.stdout
    assert "• Läge: nästan klar" in read.stdout
    assert "Alla tre?" in read.stdout
    assert kv.CommitmentPlan.load(out).areas == kv.CommitmentPlan.load(COMPLETE).areas
    english = run("read", plan, "--lang", "en")
    assert "(paragraph " in english.stderr
    assert "This found no place:" in english.stderr


def test_what_cannot_be_read_is_not_saved(tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.docx", tmp_path / "plan.json"
    plan.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    read = run("read", plan, "-o", out)
    assert read.exit_code == 2
    assert "krypterat" in read.output
    assert "Inget är skrivet" in read.output
    assert not out.exists()
    assert run("read", tmp_path / "none.docx").exit_code == 2
    assert run("read", plan, "-o", plan).exit_code == 2
    checked = run("check", plan)
    assert checked.exit_code == 2
    assert "krypterat" in checked.stdout


# --- Writing back.


def changed_plan(folder: Path) -> Path:
    path = folder / "changed.json"
    kv.CommitmentPlan.load(COMPLETE).replace(principal="Bo Påhittad").save(path)
    return path


def test_changes_are_shown_and_then_written(tmp_path: Path) -> None:
    theirs, wanted = as_docx(COMPLETE, tmp_path), changed_plan(tmp_path)
    before = theirs.read_bytes()
    shown = run("write-back", wanted, theirs)
    assert shown.exit_code == 0
    assert "• Rektor: " in shown.stdout
    assert "Inget är skrivet än" in shown.stdout
    out = tmp_path / "new.docx"
    written = run("write-back", wanted, theirs, "-o", out)
    assert written.exit_code == 0
    assert f"Skrev {out}" in written.stdout
    assert theirs.read_bytes() == before
    assert kv.CommitmentPlan.load(out).principal == "Bo Påhittad"
    assert run("write-back", wanted, theirs, "--in-place", "-o", out).exit_code == 2
    assert run("write-back", wanted, theirs, "--in-place").exit_code == 0
    assert theirs.read_bytes() == out.read_bytes()
    same = run("write-back", wanted, theirs, "-o", theirs)
    assert "säger redan detsamma" in same.stdout
    assert theirs.read_bytes() == out.read_bytes()
    assert "says the same already" in run("write-back", wanted, theirs, "--lang", "en").stdout


def test_what_the_document_has_no_place_for_is_told(tmp_path: Path) -> None:
    theirs, wanted = as_docx(COMPLETE, tmp_path), tmp_path / "wanted.json"
    change(theirs, edit.remove_column, "Provskolan", 1)
    plan = kv.CommitmentPlan.load(theirs)
    plan.replace(units=[plan.units[0].replace(code="12345678")]).save(wanted)
    left = run("write-back", wanted, theirs, "--in-place")
    assert left.exit_code == 1
    assert "Det här har dokumentet ingen plats för:" in left.stdout
    assert "12345678" in left.stdout


def test_nothing_is_written_into_what_is_no_document(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(b"%PDF-1.7\n")
    refused = run("write-back", COMPLETE, theirs, "--in-place")
    assert refused.exit_code == 2
    assert "PDF" in refused.output
    assert theirs.read_bytes() == b"%PDF-1.7\n"
    assert run("write-back", COMPLETE, tmp_path / "none.docx").exit_code == 2
    (tmp_path / "broken.json").write_text("{")
    assert run("write-back", tmp_path / "broken.json", as_docx(COMPLETE, tmp_path)).exit_code == 2


# --- What other commands do with them.


def test_documents_are_checked_and_compared(tmp_path: Path) -> None:
    flawed, complete = as_docx(FLAWED, tmp_path, "a.docx"), as_docx(COMPLETE, tmp_path, "b.docx")
    checked = run("check", flawed, "--as-of", "2026-10-15")
    assert checked.exit_code == 1
    assert "FEL Prioriterade målområden (stycke " in checked.stdout
    assert run("check", complete, "--as-of", "2026-10-15").exit_code == 0
    places = [one["place"] for one in json.loads(run("check", flawed, "--as-of", "2026-10-15", "--json").stdout)]
    assert all(place.keys() == {"paragraph"} for place in places)
    log = json.loads(run("check", flawed, "--as-of", "2026-10-15", "--format", "sarif").stdout)
    result = log["runs"][0]["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert run("diff", complete, COMPLETE).exit_code == 0
    assert run("diff", complete, flawed).exit_code == 1
    assert "Samlat ur 2 planer." in run("gather", complete, flawed).stdout
    report = tmp_path / "report.docx"
    assert run("new", "report", "--from", complete, "--out", report).exit_code == 0
    found = run("check", report, "--plan", complete, "--as-of", "2027-06-15")
    assert "Läsårsrapporten" in found.stdout
    picture = run("picture", "effect-chain", complete)
    assert picture.stdout.startswith("<svg")


def test_what_is_gathered_is_written_in_word(tmp_path: Path) -> None:
    out = tmp_path / "gathered.docx"
    gathered = run("gather", COMPLETE, as_docx(FLAWED, tmp_path), "--docx", out)
    assert gathered.exit_code == 0, gathered.output
    assert f"Skrev {out}" in gathered.stdout
    assert "Kunskaper" in said(out)
    assert run("gather", COMPLETE, "--docx", out, "--json").exit_code == 2
    plan = kv.CommitmentPlan.load(COMPLETE)
    told = plan.areas[0].commitments[0].replace(title="Stöd till 2 av 7 elever")
    plan.replace(areas=[plan.areas[0].replace(commitments=[told])]).save(tmp_path / "private.docx")
    withheld = run("gather", tmp_path / "private.docx", "--docx", out)
    assert "1 rubriker är utelämnade" in withheld.stderr
    assert "2 av 7" not in said(out)


def test_a_follow_up_gets_into_the_principals_own_document(tmp_path: Path) -> None:
    plan = as_docx(COMPLETE, tmp_path)
    change(plan, edit.comment, "Matematiklärarna", "Alla tre?")
    asked = run("follow-up", plan, "--text", "Det går bra.")
    assert asked.exit_code == 2
    done = run("follow-up", plan, "--text", "Det går bra.", "--at", "/areas/0/commitments/0", "--date", "2027-02-03")
    assert done.exit_code == 0, done.output
    assert "3 februari 2027" in done.stdout
    document = kv.CommitmentPlan.load(plan)
    assert document.areas[0].commitments[0].follow_ups[-1].text == "Det går bra."
    assert "word/comments.xml" in edit.read(plan).parts
    assert document.origin is not None
    assert [finding.code for finding in document.origin.findings] == ["docx.comment"]


def test_a_follow_up_without_a_place_changes_nothing(tmp_path: Path) -> None:
    plan = as_docx(COMPLETE, tmp_path)
    change(plan, edit.remove_column, "Åtta av tio klasser", 2)
    before = plan.read_bytes()
    refused = run("follow-up", plan, "--text", "Bra.", "--next-step", "Fortsätt.", "--at", "/areas/0/commitments/0")
    assert refused.exit_code == 1
    assert "Det här har dokumentet ingen plats för:" in refused.output
    assert plan.read_bytes() == before


def test_a_workspace_of_word_documents_has_the_same_status(tmp_path: Path) -> None:
    folder = tmp_path / "municipality"
    shutil.copytree(MUNICIPALITY, folder)
    for path in sorted((folder / "plans").rglob("*.json")):
        kv.CommitmentPlan.load(path).save(path.with_suffix(".docx"))
        path.unlink()
    rows = [kv.Workspace.open(where).status(as_of=kv.SchoolYear(2026).period.start) for where in (MUNICIPALITY, folder)]
    assert [(row.duty, row.units, row.state) for row in rows[0]] == [
        (row.duty, row.units, row.state) for row in rows[1]
    ]
    shown = run("status", folder, "--as-of", "2026-11-23")
    assert shown.exit_code == 0
    assert ".docx: " in shown.stdout
    assert shown.stdout.replace(".docx", ".json") == run("status", MUNICIPALITY, "--as-of", "2026-11-23").stdout


# --- The house.


@pytest.mark.parametrize("name", ["template", "read", "write-back", "check", "diff", "gather", "follow-up"])
def test_help_has_an_example(name: str) -> None:
    helped = run(name, "--help")
    assert helped.exit_code == 0
    assert f"Till exempel: kvalitet {name}" in " ".join(helped.stdout.replace("│", " ").split())


def test_a_bar_shows_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console

    screen = Console(force_terminal=True, width=80, record=True, file=io.StringIO())
    monkeypatch.setattr(_output, "console", lambda stderr=False: screen)
    assert list(_output.progress(range(20), "Läser")) == list(range(20))
    assert list(_output.progress([1], "Läser")) == [1]
    assert "Läser" in screen.export_text()


def test_kinds_are_kinds() -> None:
    assert set(_template._KINDS.values()) == set(Kind) - {Kind.municipality}

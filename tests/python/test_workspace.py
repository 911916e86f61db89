"""A municipality's folder: the example, what the command line makes and tells of it, and what is wrong in it."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import kvalitet as kv
import pytest
from kvalitet import _status_page, _unit_lists
from kvalitet._text import Lang
from kvalitet.cli import app
from playwright.sync_api import Page
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "municipality"
DATA = Path(os.environ.get("KVALITET_DATA", ROOT.parent / "shared" / "data"))
NOVEMBER = dt.date(2026, 11, 23)
HOSTILE = ("<b>fet</b>", '"><script>alert(1)</script>', "{{ 7 * 7 }}", "\u202ebakvänt", "m" * 200, "a\r\nb", "&amp;")


def run(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "100"})
    assert result.exit_code == code, result.output
    return result.output


def example() -> kv.Workspace:
    return kv.Workspace.open(EXAMPLE)


def files_in(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*.json")}


def test_the_example_is_what_its_generator_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "examples" / "make_municipality.py", tmp_path], check=True)
    assert files_in(tmp_path) == files_in(EXAMPLE)


def test_the_example_has_all_that_it_should() -> None:
    workspace = example()
    of = workspace.municipality
    assert workspace.findings == ()
    assert len(of.units) == 25
    assert len(of.principals) == 18
    forms = {form for unit in of.units for form in unit.school_forms}
    assert forms == set(kv.SchoolForm) - {kv.SchoolForm.SP, kv.SchoolForm.SAM}  # the state's own
    assert max(len(leadership.units) for one in of.principals for leadership in one.leads) == 3
    rows = workspace.status(as_of=NOVEMBER)
    assert {str(row.state) for row in rows} == {str(state) for state in kv.DutyState}
    assert any(row.units and not row.principal and row.actor == "principal" for row in rows)  # a vacancy
    assert {row.principal for row in rows if "bergshagens-skola" in row.units} >= {"Sven Vikarie", "Gudrun Diktad"}
    assert {plan.school_year for plan in workspace.plans} == {kv.SchoolYear(2025), kv.SchoolYear(2026)}
    assert workspace.plans[0].origin is not None
    codes = {one.finding.code for one in workspace.check(as_of=NOVEMBER)}
    assert {"check.too-many-goal-areas", "check.no-intended-result", "check.no-analysis"} <= codes


def test_a_principal_sees_their_own() -> None:
    everything = example().status(as_of=NOVEMBER)
    own = example().status(as_of=NOVEMBER, principal="karin påfund")
    assert own == tuple(row for row in everything if row.principal == "Karin Påfund")
    assert [row.state for row in own if row.duty == "planning-done"] == ["late"]


def test_status_on_the_command_line() -> None:
    text = run("status", EXAMPLE, "--as-of", "2026-11-23")
    assert "Dokumentets läge är ”påbörjad”, men ska vara ”klar”." in " ".join(text.split())
    assert "har rektor med sig sin Åtagandeplan" in " ".join(text.split())
    rows = json.loads(run("status", EXAMPLE, "--as-of", "2026-11-23", "--json"))
    assert [kv.StatusRow.from_json(json.dumps(row)) for row in rows] == list(example().status(as_of=NOVEMBER))
    assert "Kvarnskolan" in run("status", EXAMPLE, "--as-of", "2026-11-23", "--principal", "Maria Utkast")
    assert "Principals" not in run("status", EXAMPLE, "--as-of", "2026-11-23", "--principal", "Nobody", code=2)
    assert run("status", EXAMPLE, "--as-of", "2026-11-23", "--totals").count("förskola") >= 5
    assert "check.too-many-goal-areas" in run("status", EXAMPLE, "--as-of", "2026-11-23", "--files", "--format", "csv")
    run("status", EXAMPLE, "--as-of", "2026-11-23", "--files", code=1)
    run("status", EXAMPLE / "no-such-folder", code=2)
    run("status", EXAMPLE / "plans", "--json", code=2)  # no municipality in it
    run("status", EXAMPLE, "--actor", "nonsense", code=2)


class Elements(HTMLParser):
    """Which elements a page has, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(workspace: kv.Workspace, lang: Lang = Lang.sv) -> str:
    rows = workspace.status(as_of=NOVEMBER)
    return _status_page.page(workspace, rows, as_of=NOVEMBER, year=kv.SchoolYear(2026), lang=lang)


@pytest.mark.parametrize("lang", [Lang.sv, Lang.en])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_bars_nobody(page: Page, breaches: Callable[[Page], list[str]], lang: Lang, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_content(page_of(example(), lang))
    assert breaches(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("words", HOSTILE)
def test_names_are_text_on_the_page_and_nothing_else(tmp_path: Path, words: str) -> None:
    def folder(name: str, word: str) -> kv.Workspace:
        units = [kv.MunicipalUnit(id="alm", name=word, school_forms=["GR"])]
        principals = [kv.Principal(id="ann", name=word, leads=[kv.Leadership(units=["alm"])])]
        (tmp_path / name).mkdir()
        made = kv.Municipality(name=word, guideline="vetlanda-2024", units=units, principals=principals)
        made.save(tmp_path / name / "municipality.json")
        return kv.Workspace.open(tmp_path / name)

    plain, hostile = Elements(page_of(folder("plain", "ord"))), Elements(page_of(folder("hostile", words)))
    assert hostile.tags == plain.tags
    assert words.replace("\r\n", "\n") in hostile.text.replace("\r\n", "\n")


def test_a_folder_of_everything_that_can_be_wrong(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "w")
    plans = tmp_path / "w" / "plans" / "2026-27"
    broken = plans / "agneta-pahitt.json"
    broken.write_bytes(broken.read_bytes()[:300])
    (plans / "latin.json").write_bytes('{"principal": "Åsa"}'.encode("latin-1"))
    (plans / "zero.json").touch()
    (plans / "word.docx").write_bytes(b"PK")
    (plans / "word.odt").write_bytes(b"PK")
    (plans / "notes.txt").write_bytes(b"mine")
    os.mkfifo(plans / "pipe.json")
    (plans / "loop").symlink_to(plans)
    workspace = kv.Workspace.open(tmp_path / "w")
    told = {(Path(one.file).name, one.finding.code) for one in workspace.findings}
    assert {
        ("agneta-pahitt.json", "json.ends-too-early"),
        ("latin.json", "json.invalid-utf8"),
        ("loop", "workspace.link"),
        ("pipe.json", "file.unreadable"),
        ("word.docx", "docx.plain-text"),
        ("word.odt", "workspace.other-format"),
        ("zero.json", "json.ends-too-early"),
    } <= told
    assert not any("notes" in name for name, _ in told)

    def states(workspace: kv.Workspace) -> dict[str, str]:
        rows = workspace.status(as_of=NOVEMBER)
        return {row.principal: str(row.state) for row in rows if row.duty == "planning-done"}

    # Whose the unread files are nobody knows, so nobody is late; whose plan can be read is as before.
    expected = {who: "unknown" if state == "late" else state for who, state in states(example()).items()}
    assert states(workspace) == expected | {"Agneta Påhitt": "unknown"}


def test_ten_thousand_files(tmp_path: Path) -> None:
    example().municipality.save(tmp_path / "municipality.json")
    (tmp_path / "plans").mkdir()
    for number in range(10_000):
        (tmp_path / "plans" / f"{number}.json").write_bytes(b'{"format_version": 1, "school_year": "2026/27"}')
    assert len(kv.Workspace.open(tmp_path).plans) == 10_000
    few = kv.Workspace.open(tmp_path, files=100)
    assert [one.finding.code for one in few.findings if not one.file] == ["workspace.too-many-files"]


def test_a_workspace_from_the_list_of_a_real_municipality(tmp_path: Path) -> None:
    path = DATA / "kommuner" / "vetlanda_skolenheter_2009_2023.csv"
    if not path.exists():
        pytest.skip("the shared data are not here")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["huvudman_typ"] == "Kommunal"]
    last = {row["skola"]: row["skolenhetskod"] for row in rows if row["lasar"] == "2023/24"}

    told = run("new", "workspace", "--units", path, "--name", "Vetlanda", "--out", tmp_path / "vetlanda")
    workspace = kv.Workspace.open(tmp_path / "vetlanda")
    units = workspace.municipality.units
    assert {unit.name: unit.codes[-1].code for unit in units} == last
    assert all(unit.codes[-1].to is None for unit in units)
    # Every code that the list has under a unit's own name before is in its history.
    for unit in units:
        known = {code.code for code in unit.codes}
        listed = {row["skolenhetskod"] for row in rows if row["skola"] == unit.name and len(row["skolenhetskod"]) == 8}
        assert listed <= known
    changed = [unit for unit in units if len(unit.codes) > 1]
    assert changed
    for unit in changed:
        assert unit.name in told
        for before, after in zip(unit.codes, unit.codes[1:], strict=False):
            assert before.to is not None
            assert after.from_ is not None
            assert before.to < after.from_
    assert workspace.findings == ()
    assert run("status", tmp_path / "vetlanda", "--year", "2026/27", "--as-of", "2026-11-23")
    assert "orörd" in run("new", "workspace", "--out", tmp_path / "vetlanda", code=2)


def test_lists_of_units_in_other_shapes(tmp_path: Path) -> None:
    excel = tmp_path / "excel.csv"
    excel.write_bytes(
        "Enhet;Skolenhetskod;Skolform\r\nÅsens skola;12345678;grundskola, fritidshem\r\nLek;;FS\r\n".encode("cp1252")
    )
    units = _unit_lists.read(excel).units
    assert [(unit.id, unit.name, [str(form) for form in unit.school_forms]) for unit in units] == [
        ("asens-skola", "Åsens skola", ["FTH", "GR"]),
        ("lek", "Lek", ["FS"]),
    ]
    assert [[code.code for code in unit.codes] for unit in units] == [["12345678"], []]
    for text, why in (
        ("a,b\n1,2\n", "ingen kolumn"),
        ("namn,huvudman_typ\nX,Enskild\n", "ingen rad"),
        ("namn,läsår\nX,2023\n", "rad 2"),
    ):
        excel.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=why):
            _unit_lists.read(excel)
    excel.write_text("namn;kod\nKvarnskolan;12345678\nKvarnskolan;23456789\n", encoding="utf-8")
    twins = _unit_lists.read(excel)
    assert [[code.code for code in unit.codes] for unit in twins.units] == [["12345678"], ["23456789"]]
    assert any("skolformer" in note for note in twins.notes)
    for text in ("namn\n" + "x" * 200_000 + "\n", "namn\rA\rB\r"):
        excel.write_text(text, encoding="utf-8", newline="")
        with pytest.raises(ValueError, match="CSV"):
            _unit_lists.read(excel)
    assert "ingen rad" not in run("new", "workspace", "--units", excel, "--out", tmp_path / "w", code=2)
    assert not (tmp_path / "w").exists()

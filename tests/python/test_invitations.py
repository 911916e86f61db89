"""Invitations to a survey on paper: that they can be read, by people and by cameras."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
import zxingcpp
from kvalitet import _invitation_lists
from kvalitet.cli import app
from PIL import Image
from playwright.sync_api import Page
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[2]
ARABIC = "أخبرنا كيف حالك."
TLD = kv.SurveyInstrument.load(ROOT / "examples" / "survey" / "tld.json")
TLD = TLD.replace(instructions=[*TLD.instructions, kv.Wording(language="ar", text=ARABIC)])
HOSTILE = ("<b>fet</b>", '"><script>alert(1)</script>', "{{ 7 * 7 }}", "m" * 200, "\u202ebakvänt")
LINK = "https://enkat.example.se/s/{}?omgang=2026-10&x=%C3%A5"
INVITED = [
    kv.Invitation(
        unit="Granskolan",
        link=LINK.format("gran"),
        principal="Karin Påfund",
        round="2026-10",
        first=dt.date(2026, 10, 5),
        last=dt.date(2026, 10, 23),
        respondents="Elever i årskurs 4–6",
    ),
    kv.Invitation(unit="Granskolan, årskurs 7", link=LINK.format("g7" + "x" * 200), last=dt.date(2026, 10, 23)),
    kv.Invitation(unit="Tallens förskola", link=LINK.format("tall"), contact="skola@exempelby.example"),
]


def seen_by_a_camera(page: Page) -> list[str]:
    """What a reader of bar codes finds in what the browser shows, from the top down."""
    shown = Image.open(BytesIO(page.screenshot(full_page=True))).convert("L")
    found = zxingcpp.read_barcodes(shown)
    return [code.text for code in sorted(found, key=lambda code: code.position.top_left.y)]


@pytest.mark.parametrize("width", [320, 800])
def test_cameras_read_the_links_back(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(kv.invitation_page(INVITED, TLD))
    assert seen_by_a_camera(page) == [one.link for one in INVITED]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_bars_anybody(page: Page, breaches: Callable[[Page], list[str]], lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for some in (INVITED, INVITED[:1]):
        page.set_content(kv.invitation_page(some, TLD, contact="Kvalitetsenheten", lang=lang))
        assert breaches(page) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert page.locator("html").get_attribute("lang") == lang


def test_each_sheet_says_what_is_known(page: Page) -> None:
    html = kv.invitation_page(INVITED, TLD, contact="Kvalitetsenheten")
    assert "<script" not in html
    page.set_content(html)
    sheets = page.locator("section")
    assert sheets.count() == 3
    first, second, third = (sheet.inner_text() for sheet in sheets.all())
    for said in ("oktober 2026", "5–23 oktober 2026", "Elever i årskurs 4–6", "Karin Påfund", "Kvalitetsenheten"):
        assert said in first
    assert "till och med 23 oktober 2026" in second
    assert "Rektor" not in second
    assert "skola@exempelby.example" in third
    assert "Kvalitetsenheten" not in third
    for sheet, one in zip(sheets.all(), INVITED, strict=True):
        assert sheet.locator("h2").inner_text() == one.unit
        assert sheet.locator(".link a").get_attribute("href") == sheet.locator(".link").inner_text() == one.link
        told = sheet.locator("p[lang]").all()
        assert [text.get_attribute("lang") for text in told] == ["sv", "en", "ar"]
        assert told[2].get_attribute("dir") == "rtl"
        assert told[2].inner_text() == ARABIC


def test_each_sheet_is_printed_on_one_paper(page: Page) -> None:
    page.set_content(kv.invitation_page(INVITED, TLD, contact="Kvalitetsenheten"))
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == len(INVITED)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf or b"/MediaBox [0 0 595" in pdf


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(page: Page, words: str) -> None:
    def tags(said: str) -> Any:
        one = kv.Invitation(unit=said, link=LINK.format("a"), principal=said, contact=said, respondents=said)
        page.set_content(kv.invitation_page([one], TLD.replace(title=kv.Localised(sv=said))))
        return page.evaluate("[...document.body.querySelectorAll('*')].map(one => one.tagName)")

    page.set_viewport_size({"width": 320, "height": 800})
    assert tags(words) == tags("x")
    tags(words)
    assert page.locator("h2").inner_text() == words
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "link",
    [
        "",
        "enkat.example.se",
        "http://enkat.example.se/s/1",
        "javascript:alert(1)",
        "https://",
        "https:///s/1",
        "https://enkat.example.se/en fråga",
        "https://enkät.example.se/",
        "https://a:b@enkat.example.se/",
        "https://enkat.example.se:port/",
        "https://[enkat.example.se/",
        'https://enkat.example.se/"onclick="',
        "https://enkat.example.se/\nx",
        "https://enkat.example.se/" + "x" * 300,
    ],
)
def test_what_is_no_link_is_refused_in_both_languages(link: str) -> None:
    with pytest.raises(kv.UsageError, match="Granskolan") as raised:
        kv.Invitation(unit="Granskolan", link=link)
    assert raised.value.message.sv != raised.value.message.en != ""


def test_misuse_is_told() -> None:
    with pytest.raises(kv.UsageError, match="ingen inbjudan"):
        kv.invitation_page([])
    with pytest.raises(kv.UsageError, match="enhetens namn"):
        kv.Invitation(unit=" ", link=LINK.format(1))
    with pytest.raises(kv.UsageError, match="före första"):
        kv.Invitation(unit="x", link=LINK.format(1), first=dt.date(2026, 10, 2), last=dt.date(2026, 10, 1))
    shared = [kv.Invitation(unit=unit, link=LINK.format("1")) for unit in ("Ek", "Gran")]
    with pytest.raises(kv.UsageError, match="Ek och Gran har samma länk"):
        kv.invitation_page(shared)


@pytest.mark.parametrize("package", ["segno", "jinja2"])
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "kvalitet\[pages\]"'):
        kv.invitation_page(INVITED)


# Lists and the command line


def kvalitet(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["survey", "qr", *map(str, arguments)], env={"COLUMNS": "100"})


CSV = "Enhet;Rektor;Länk;Från;Till;Något annat\nGranskolan;Karin Påfund;https://e.example/1;2026-10-05;2026-10-23;x\n\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_list_becomes_a_page(tmp_path: Path, encoding: str) -> None:
    path, out = tmp_path / "lista.csv", tmp_path / "sida.html"
    path.write_bytes(CSV.encode(encoding))
    result = kvalitet(path, "--round", "2026-10", "--out", out, "--instrument", ROOT / "examples/survey/tld.json")
    assert result.exit_code == 0, result.output
    assert result.stdout == f"Skrev {out} med en inbjudan.\n"
    page = out.read_text(encoding="utf-8")
    for said in ("Granskolan", "Karin Påfund", "https://e.example/1", "5–23 oktober 2026", "TLD-enkät"):
        assert said in page


def test_a_list_may_be_json(tmp_path: Path) -> None:
    path = tmp_path / "lista.json"
    path.write_text(json.dumps([{"unit": "Ek", "link": "https://e.example/1", "round": "2027-04"}]), encoding="utf-8")
    (one,) = _invitation_lists.read(path, {"round": "2026-10", "contact": "Vi"})
    assert one == kv.Invitation(unit="Ek", link="https://e.example/1", round="2027-04", contact="Vi")


def test_a_municipality_and_a_pattern_become_a_page() -> None:
    result = kvalitet(
        ROOT / "examples" / "municipality",
        "--url",
        "https://e.example/{round}/{unit}?r={principal}",
        "--round",
        "höst 26",
        "--from",
        "2026-10-05",
        "--unit",
        "Backens förskola",
    )
    assert result.exit_code == 0, result.output
    assert "https://e.example/h%C3%B6st%2026/backens-forskola?r=" in result.stdout
    assert result.stdout.count("<section") == 1
    assert "<dt>Rektor</dt>" in result.stdout


def test_a_principal_gets_the_sheets_of_their_own_units() -> None:
    municipality = kv.Municipality.load(ROOT / "examples" / "municipality" / "municipality.json")
    day = dt.date(2026, 10, 5)
    pattern = ("--url", "https://e.example/{unit}", "--from", day)
    (karin,) = (one for one in municipality.principals if one.name == "Karin Påfund")
    for name in (karin.name, karin.id):
        result = kvalitet(ROOT / "examples" / "municipality", *map(str, pattern), "--principal", name)
        led = {
            unit
            for one in municipality.principals
            if name in (one.name, one.id)
            for lead in one.leads
            if (lead.from_ is None or lead.from_ <= day) and (lead.to is None or day <= lead.to)
            for unit in lead.units
        }
        assert led
        assert result.exit_code == 0, result.output
        assert {unit.id for unit in municipality.units if f"https://e.example/{unit.id}<" in result.stdout} == led
    result = kvalitet(ROOT / "examples" / "municipality", *map(str, pattern), "--principal", "Ingen Alls")
    assert result.exit_code == 2
    assert "Ingen rektor heter ”Ingen Alls”" in " ".join(result.stderr.split())


def test_who_leads_is_who_leads_on_the_day() -> None:
    def lead(id: str, **more: Any) -> kv.Principal:
        return kv.Principal(id=id, name=id.title(), leads=[kv.Leadership(units=["ek"], **more)])

    january = dt.date(2027, 1, 1)
    municipality = kv.Municipality(
        name="x",
        units=[
            kv.MunicipalUnit(id="ek", name="Ek", school_forms=["GR"], codes=[kv.UnitCode(code="12345678")]),
            kv.MunicipalUnit(id="ny", name="Ny", school_forms=["GR"], from_=january),
        ],
        principals=[lead("anna"), lead("bo", kind="acting", from_=january)],
    )
    for day, named in ((dt.date(2026, 10, 1), ["Anna"]), (january, ["Bo", ""])):
        made = _invitation_lists.of_municipality(municipality, "https://e.example/{unit}", day, {})
        assert [one.principal for one in made] == named
    with pytest.raises(kv.UsageError, match="Ny har ingen kod"):
        _invitation_lists.of_municipality(municipality, "https://e.example/{code}", january, {})


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "Enhet;Rektor\nEk;Bo\n", "saknar länk"),
        ("a.csv", "Enhet;Länk\n;https://e.example\n", "Rad 1 saknar enhet"),
        ("a.csv", "Enhet;Länk;Till\nEk;https://e.example;i höst\n", "Rad 1: ”i höst” är inget datum"),
        ("a.csv", 'Enhet;Länk\n"Ek;https://e.example\n', "Ingen CSV-fil"),
        ("a.csv", "", "saknar enhet och länk"),
        ("a.csv", "Enhet;Länk\n", "ingen inbjudan"),
        ("a.csv", "Enhet;Länk\nEk;http://e.example\n", "https://"),
        ("a.json", "[1]", "lista med objekt"),
        ("a.json", "[", "Ingen JSON"),
        ("a.json", '{"enhet": "Ek"}', "saknar länk"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = kvalitet(tmp_path / name)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([ROOT / "examples" / "municipality"], "--url"),
        ([ROOT / "examples" / "municipality", "--url", "https://e.example/"], "inget mönster"),
        ([ROOT / "examples" / "municipality", "--url", "https://e.example/{unit}/{x}"], "inget mönster"),
        (["no-such.csv"], "no-such.csv"),
        (["no-such.csv", "--url", "https://e.example/{unit}"], "hör ihop med kommunens mapp"),
    ],
)
def test_wrong_use_is_said(arguments: list[str | Path], said: str) -> None:
    result = kvalitet(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())

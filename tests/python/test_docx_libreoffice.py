"""LibreOffice opens our documents, saves them as docx and as odt, and what they say is the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import kvalitet as kv
import libreoffice
import pytest
from kvalitet._documents import Document, load_document

EXAMPLES = Path(__file__).parents[2] / "examples"

# Invented. What programs like to take away: spaces at the ends, tabs, breaks, empty lines, quotation marks.
HARD = kv.CommitmentPlan(
    school_year=kv.SchoolYear(2026),
    principal="  Åsa <Ö> & “Co”\tPåfund ",
    units=[kv.Unit(id="nyhem", code="12345678", name="Nyhems förskola", school_forms=["FS", "FTH"])],
    areas=[
        kv.GoalArea(
            kind="knowledge",
            title="Kunskaper:\tläsa och räkna\noch skriva",
            commitments=[
                kv.Commitment(
                    title="Varför",
                    reason="Första stycket.\n\nAndra stycket\tmed tabb.\n- en punkt\n- en till",
                    expected_effects=[kv.ExpectedEffect(id="e1", text="En\neffekt"), kv.ExpectedEffect(text="Två")],
                    activities=[
                        kv.Activity(title="Läsa\nhögt", start=dt.date(2026, 9, 1), effects=["e1"]),
                        kv.Activity(intended_result="Bara ett resultat"),
                    ],
                    follow_ups=[kv.FollowUp(date=dt.date(2026, 11, 20), text="Bra.", survey="tld", round="october")],
                    tags=["skolverket:competent-leadership"],
                ),
                kv.Commitment(title="Aktiviteter: flera"),
            ],
        ),
        kv.GoalArea(title="Eget område"),
    ],
    deviations=[
        kv.Deviation(rule="names-its-units", decided_by="Skolchefen", reason="Tillfälligt", until=dt.date(2027, 6, 1))
    ],
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Document]:
    folder = tmp_path_factory.mktemp("own")
    municipality = EXAMPLES / "municipality"
    chosen = {"hard": HARD} | {
        path.stem: load_document(path)
        for pattern in ("plans/*/*.json", "reports/*/*.json", "operational-*/*.json", "assessments/*.json")
        for path in sorted(municipality.glob(pattern))[:3]
    }
    for name in ("municipality", "matters", "measures", "deviations"):
        if (municipality / f"{name}.json").exists():
            chosen[name] = load_document(municipality / f"{name}.json", kind=name)
    saved = {}
    for name, document in chosen.items():
        path = folder / f"{name}.docx"
        path.write_bytes(document.to_docx(help=True))
        saved[path] = document
    assert len(saved) >= 8
    return saved


def check(documents: dict[Path, Document], results: list[Path]) -> None:
    for (path, document), result in zip(documents.items(), results, strict=True):
        read = type(document).load(result)
        assert read == document, (path.name, kv.diff(document, read))
        assert read.origin is not None
        assert not read.origin.findings, (path.name, read.origin.findings)


@pytest.mark.parametrize("version", ["debian", "backports"])
def test_saved_as_docx(documents: dict[Path, Document], tmp_path: Path, version: libreoffice.Version) -> None:
    check(documents, libreoffice.convert_all(list(documents), "docx", tmp_path, version))


@pytest.mark.parametrize("version", ["debian", "backports"])
def test_saved_as_odt_and_back(documents: dict[Path, Document], tmp_path: Path, version: libreoffice.Version) -> None:
    as_odt = libreoffice.convert_all(list(documents), "odt", tmp_path, version)
    check(documents, libreoffice.convert_all(as_odt, "docx", tmp_path, version))

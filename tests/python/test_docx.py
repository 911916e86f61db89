"""Word documents: written, read, written back, and whatever is no document told of."""

from __future__ import annotations

import datetime as dt
import io
import os
import pickle
import random
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import edit
import kvalitet as kv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kvalitet import _text
from kvalitet._documents import TYPES
from kvalitet._text import Lang
from made_up import TIMES, records

EXAMPLES = Path(__file__).parents[2] / "examples"
made_up = settings(max_examples=500 * TIMES)
PNG = kv.to_png('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>', width=20)


def opened(docx: bytes) -> edit.Docx:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return edit.Docx({name: archive.read(name) for name in archive.namelist()})


def bytes_of(document: edit.Docx) -> bytes:
    return packed(document.parts | {"word/document.xml": edit.etree.tostring(document.root)})


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(docx: bytes, change: Callable[..., None], *words: Any) -> bytes:
    document = opened(docx)
    change(document, *words)
    return bytes_of(document)


def without_controls(docx: bytes) -> bytes:
    return edited(docx, edit.remove_controls)


def read_again(document: Any, docx: bytes) -> None:
    again = type(document).from_docx(docx)
    assert again == document
    assert again.origin is not None
    assert again.origin.unplaced == ()


@made_up
@given(records("CommitmentPlan"))
def test_a_plan_comes_back_as_it_was(plan: kv.CommitmentPlan) -> None:
    docx = plan.to_docx()
    read_again(plan, docx)
    read_again(plan, without_controls(docx))


@made_up
@given(records("SchoolYearReport"))
def test_a_report_comes_back_as_it_was(report: kv.SchoolYearReport) -> None:
    docx = report.to_docx(lang="en", help=True)
    read_again(report, docx)
    read_again(report, without_controls(docx))


@pytest.mark.parametrize("cls", TYPES.values(), ids=lambda cls: cls.__name__)
@settings(max_examples=20 * TIMES)
@given(st.data())
def test_every_document_comes_back_as_it_was(cls: type[Any], data: st.DataObject) -> None:
    document = data.draw(records(cls.__name__))
    docx = document.to_docx(help=True)
    read_again(document, docx)
    read_again(document, without_controls(docx))
    written = document.write_back(docx)
    assert written.docx == docx
    assert written.left == ()


def test_what_is_gathered_comes_back(system: kv.QualitySystem, sound: kv.CommitmentPlan) -> None:
    gathered = system.gather([sound], reviewed=True)
    docx = gathered.to_docx(system=system)
    assert "Alla läser med flyt i årskurs 3" in edit.text_of(opened(docx).body)


# --- Files.


@pytest.mark.parametrize("name", ["plan.docx", "Plan.DOCX", "plan.docm", "plan.dotx", "plan.json", "plan", "plan.pdf"])
def test_a_document_is_known_by_its_name_or_its_bytes(tmp_path: Path, sound: kv.CommitmentPlan, name: str) -> None:
    (tmp_path / name).write_bytes(sound.to_docx())
    (tmp_path / "as.json").write_text(sound.to_json(), encoding="utf-8")
    loaded = kv.CommitmentPlan.load(tmp_path / name)
    assert loaded == sound
    assert loaded.origin is not None
    assert loaded.origin.source == str(tmp_path / name)
    every = kv.CommitmentPlan.load_all([tmp_path / name, tmp_path / "as.json", tmp_path / name])
    assert every == (sound, sound, sound)
    assert every.record_class is kv.CommitmentPlan
    assert isinstance(kv.load_document(tmp_path / name), kv.CommitmentPlan)
    assert kv.load_document(tmp_path / name, "plan") == sound


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("plan.docx", b"{}", "docx.plain-text"),
        ("plan.docx", b"", "docx.empty"),
        ("plan.docx", b"%PDF-1.7\n", "docx.pdf"),
        ("plan.pdf", b"%PDF-1.7\n", "docx.pdf"),
        ("plan.rtf", b"{\\rtf1 }", "docx.rtf"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "docx.old-word"),
        ("plan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "docx.encrypted"),
        ("plan.json", b"PK\x05\x06", "docx.only-a-zip"),
        ("plan.json", b"%PDF-1.7\n", "json.syntax"),
    ],
)
def test_what_is_no_document_is_told(
    tmp_path: Path, name: str, data: bytes, code: str, system: kv.QualitySystem
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    loaded = kv.CommitmentPlan.load(path)
    assert loaded.origin is not None
    assert [finding.code for finding in loaded.origin.findings] == [code]
    assert not kv._native._is_whole(loaded.origin.findings)
    (same,) = kv.CommitmentPlan.load_all([path])
    assert same.origin is not None
    assert same.origin.findings == loaded.origin.findings
    if code.startswith("docx."):
        assert loaded.areas == ()
        with pytest.raises(kv.UsageError, match=r"Välj ett Word-dokument \(\.docx\)"):
            loaded.write_back(data)


def test_saving_writes_what_the_name_says(tmp_path: Path, sound: kv.CommitmentPlan, system: kv.QualitySystem) -> None:
    sound.save(tmp_path / "plan.docx", system=system)
    sound.save(tmp_path / "PLAN.DOCX")
    sound.save(tmp_path / "plan.json")
    assert (tmp_path / "plan.docx").read_bytes() == sound.to_docx(system=system)
    assert (tmp_path / "PLAN.DOCX").read_bytes().startswith(b"PK")
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == sound.to_json()
    for name in ("plan.docm", "plan.doc", "plan.pdf", "plan.odt"):
        with pytest.raises(kv.FileError, match=r"\.docx eller \.json"):
            sound.save(tmp_path / name)
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(kv.FileError, match="går inte att skriva"):
        sound.save(tmp_path / "folder.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["PLAN.DOCX", "folder.docx", "plan.docx", "plan.json"]


def test_a_document_has_limits_of_its_own(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    """A Word document with pictures is larger than any document in JSON."""
    noise = random.Random(1).randbytes(2 << 20)
    large = opened(sound.to_docx())
    large.parts["word/media/noise.bin"] = noise
    for name in ("large.docx", "large.json"):
        large.save(tmp_path / name)
        assert kv.CommitmentPlan.load(tmp_path / name) == sound
        assert kv.CommitmentPlan.load_all([tmp_path / name]) == (sound,)
        assert kv.CommitmentPlan.load(tmp_path / name, kv.ReadLimits(bytes=10)) == sound
        with pytest.raises(kv.LimitError, match=r"3 MB\. Gränsen är 1 MB") as caught:
            kv.CommitmentPlan.load(tmp_path / name, kv.DocxLimits(file_bytes=1 << 20))
        assert caught.value.code == "docx.too-large"
        with pytest.raises(kv.LimitError):
            kv.CommitmentPlan.load_all([tmp_path / name], kv.DocxLimits(file_bytes=1 << 20))
    docx = sound.to_docx()
    for field in ("file_bytes", "part_bytes", "parts", "paragraphs"):
        with pytest.raises(kv.LimitError):
            kv.CommitmentPlan.from_docx(docx, limits=kv.DocxLimits(**{field: 1}))
        with pytest.raises(kv.LimitError):
            sound.write_back(docx, limits=kv.DocxLimits(**{field: 1}))
    (tmp_path / "large.json").write_bytes(b" " * (2 << 20))
    with pytest.raises(kv.LimitError) as caught:
        kv.CommitmentPlan.load(tmp_path / "large.json")
    assert caught.value.code == "read.too-large"
    with pytest.raises(kv.LimitError) as caught:
        kv.CommitmentPlan.load(tmp_path / "large.docx", kv.DocxLimits(file_bytes=0))
    assert caught.value.code == "docx.too-large"


def test_a_pipe_may_bring_a_document(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for data in (sound.to_docx(), sound.to_json().encode()):
        writer = threading.Thread(target=pipe.write_bytes, args=(data,))
        writer.start()
        assert kv.CommitmentPlan.load(pipe) == sound
        writer.join()


def test_guidelines_and_settings_are_no_documents(tmp_path: Path, system: kv.QualitySystem) -> None:
    for part in (system.guideline, system.policy):
        assert not hasattr(part, "to_docx")
        part.save(tmp_path / "part.docx")
        assert type(part).load(tmp_path / "part.docx") == part


# --- What is found in them.


def test_a_finding_names_its_paragraph(tmp_path: Path, system: kv.QualitySystem) -> None:
    flawed = kv.CommitmentPlan.load(EXAMPLES / "plans" / "flawed.json").replace()
    flawed.save(tmp_path / "plan.docx")
    loaded = kv.CommitmentPlan.load(tmp_path / "plan.docx")
    paragraphs = [edit.text_of(p) for p in opened((tmp_path / "plan.docx").read_bytes()).body.iter(f"{edit.W}p")]
    found = system.check(loaded, as_of=dt.date(2026, 10, 15))
    assert [finding.replace(place=None) for finding in found] == list(system.check(flawed, as_of=dt.date(2026, 10, 15)))
    assert len({finding.place for finding in found}) > 2
    assert loaded.origin is not None
    for finding in found:
        assert finding.place is not None
        assert (finding.place.line, finding.place.column) == (0, 0)
        assert finding.place == loaded.origin.place(finding.pointer)
        assert f"(stycke {finding.place.paragraph})" in str(finding)
        assert f"(paragraph {finding.place.paragraph})" in _text.finding(finding, Lang.en)
    area = loaded.origin.place("/areas/1")
    assert area is not None
    assert flawed.areas[1].title in paragraphs[area.paragraph - 1]


def test_what_is_wrong_in_a_document_is_told_where_it_stands(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    docx = edited(sound.to_docx(), edit.retype, "klar", "snart klar")
    paragraphs = [edit.text_of(one) for one in opened(docx).body.iter(f"{edit.W}p")]
    read = kv.CommitmentPlan.from_docx(docx)
    assert read.origin is not None
    (finding,) = read.origin.findings
    assert (finding.code, finding.pointer) == ("docx.wrong-value", "/state")
    assert finding.place == kv.Place(paragraph=paragraphs.index("Läge: snart klar") + 1)
    assert str(finding).startswith(f"FEL Läge (stycke {finding.place.paragraph})\n")
    assert [(one.pointer, one.text) for one in read.origin.unplaced] == [("/state", "snart klar")]


def test_words_and_templates_are_those_of_the_system(system: kv.QualitySystem) -> None:
    form = kv.DocumentForm(
        document="commitment-plan", labels=[kv.FormLabel(label="Det vi lovar", field="areas.commitments")]
    )
    own = kv.QualitySystem(guideline=system.guideline, policy=system.policy.replace(forms=[form]))
    body = (
        '<w:p><w:r><w:t>Läsår: 2026/27</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>'
        'Målområde: Kunskaper</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Det vi lovar: '
        "Alla läser</w:t></w:r></w:p>"
    )
    docx = bytes_of(edit.new(body))
    plain = kv.CommitmentPlan.from_docx(docx)
    read = kv.CommitmentPlan.from_docx(docx, system=own)
    assert [c.title for c in read.areas[0].commitments] == ["Alla läser"]
    assert plain.origin is not None
    assert plain.origin.unplaced


# --- Writing back.


def test_a_change_gets_into_the_persons_own_document(tmp_path: Path, sound: kv.CommitmentPlan) -> None:
    docx = edited(sound.to_docx(), edit.comment, "Arbetslag 1", "Vilka är det?")
    changed = sound.replace(principal="Åsa Ny", state="begun")
    written = changed.write_back(docx)
    assert written.left == ()
    assert "WrittenBack" in repr(written)
    again = kv.CommitmentPlan.from_docx(written.docx)
    assert again == changed
    assert again.origin is not None
    assert [finding.code for finding in again.origin.findings] == ["docx.comment"]
    before, after = opened(docx).parts, opened(written.docx).parts
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert before.keys() == after.keys()


def test_what_has_no_place_is_left() -> None:
    """A table from which somebody has removed the column."""
    plan = kv.CommitmentPlan(school_year=kv.SchoolYear(2026), units=[kv.Unit(id="gran", name="Granskolan")])
    document = opened(plan.to_docx())
    edit.remove_column(document, "Granskolan", 1)
    narrow = bytes_of(document)
    assert kv.CommitmentPlan.from_docx(narrow) == plan
    (change,) = plan.replace(units=[plan.units[0].replace(code="12345678")]).write_back(narrow).left
    assert (change.kind, change.pointer, change.after) == ("added", "/units/0/code", "12345678")


# --- Pictures.


def test_a_picture_has_its_words(sound: kv.CommitmentPlan) -> None:
    picture = kv.docx_picture(kv.effect_chain(sound).to_svg(about="2026/27"))
    assert picture.width == 1600
    assert picture.png.startswith(b"\x89PNG")
    assert "Alla läser med flyt i årskurs 3" in picture.description
    docx = sound.to_docx(pictures=[picture, kv.DocxPicture(png=PNG, description="En ”ruta” & mer")])
    read_again(sound, docx)
    document = opened(docx)
    described = [element.get("descr") for element in document.body.iter() if element.tag.endswith("}docPr")]
    assert described == [picture.description, "En ”ruta” & mer"]
    assert [document.parts[name] for name in sorted(document.parts) if name.endswith(".png")] == [picture.png, PNG]


def test_a_picture_is_a_png() -> None:
    picture = kv.DocxPicture(png=PNG, description="En ruta")
    assert (picture.width, picture.height) == (20, 10)
    assert pickle.loads(pickle.dumps(picture)) == picture
    assert hash(picture) == hash(kv.DocxPicture(png=PNG, description="En ruta"))
    assert picture != kv.DocxPicture(png=PNG, description="En annan ruta")
    assert picture != PNG
    assert "20 x 10: En ruta" in repr(picture)
    for wrong in (b"", PNG[:20], b"GIF89a" + PNG, PNG[:16] + bytes(8) + PNG[24:], PNG[:16] + b"\xff" * 8 + PNG[24:]):
        with pytest.raises(ValueError, match="PNG"):
            kv.DocxPicture(png=wrong, description="")
    with pytest.raises(ValueError, match="SVG"):
        kv.docx_picture("<p/>")


# --- Misuse and hostile input.


def test_misuse_is_named(sound: kv.CommitmentPlan, tmp_path: Path) -> None:
    anything: Any = "x"
    docx = sound.to_docx()
    calls: list[tuple[Callable[[], object], str]] = [
        (lambda: kv.CommitmentPlan.from_docx(anything), "expected bytes, got str"),
        (lambda: kv.CommitmentPlan.from_docx(None), "expected bytes, got NoneType"),  # type: ignore[arg-type]
        (lambda: kv.CommitmentPlan.from_docx(docx, system=anything), "system: expected a QualitySystem"),
        (lambda: kv.CommitmentPlan.from_docx(docx, limits=anything), "limits"),
        (lambda: kv.CommitmentPlan.load(tmp_path / "a.docx", limits=anything), "limits: expected ReadLimits or DocxL"),
        (lambda: sound.to_docx(pictures=[anything]), "pictures: expected objects of DocxPicture"),
        (lambda: sound.to_docx(pictures=None), "not iterable"),  # type: ignore[arg-type]
        (lambda: sound.to_docx(lang=None), "lang"),  # type: ignore[arg-type]
        (lambda: sound.write_back(anything), "expected bytes, got str"),
        (lambda: sound.save(tmp_path / "a.docx", system=anything), "system: expected a QualitySystem"),
    ]
    for call, words in calls:
        with pytest.raises(TypeError, match=words):
            call()
    with pytest.raises(ValueError, match="expected one of sv en"):
        sound.to_docx(lang="de")
    with pytest.raises(ValueError, match="whole number from 0"):
        kv.DocxLimits(parts=-1)
    with pytest.raises(kv.FileError, match="finns inte"):
        kv.CommitmentPlan.load(tmp_path / "missing.docx")
    with pytest.raises(kv.FileError, match="finns inte"):
        kv.CommitmentPlan.load_all([tmp_path / "missing.docx"])
    assert kv.DocxLimits() == kv.DocxLimits(file_bytes=32 << 20, findings=500)


def test_few_findings_are_kept_when_few_are_wanted(sound: kv.CommitmentPlan) -> None:
    body = "".join(f"<w:p><w:r><w:t>Något annat {n}</w:t></w:r></w:p>" for n in range(50))
    docx = bytes_of(edit.new(body))
    read = kv.CommitmentPlan.from_docx(docx, limits=kv.DocxLimits(findings=5))
    assert read.origin is not None
    assert len(read.origin.findings) <= 7
    assert kv.CommitmentPlan.from_docx(docx, limits=kv.DocxLimits(findings=0)) == read


@settings(max_examples=300 * TIMES)
@given(data=st.data())
def test_a_damaged_document_is_read_or_told_of(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        match data.draw(st.sampled_from(["bit", "cut", "double"])):
            case "bit":
                damaged[at] ^= 1 << data.draw(st.integers(0, 7))
            case "cut":
                del damaged[at : at + data.draw(st.integers(1, 200))]
            case _:
                damaged[at:at] = damaged[max(at - 50, 0) : at + 50]
        if not damaged:
            return
    no_crash(bytes(damaged))


@settings(max_examples=100 * TIMES)
@given(data=st.data())
def test_a_document_with_damaged_xml_is_read_or_told_of(whole: bytes, data: st.DataObject) -> None:
    document = opened(whole)
    name = data.draw(st.sampled_from(sorted(document.parts)))
    xml = bytearray(document.parts[name] or b" ")
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(xml) - 1))
        xml[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.sampled_from([b"", b"<", b">", b"&#0;", b"</w:p>", b"<w:tbl>", b"<w:sdt/>", b"\xff", b"<!DOCTYPE x>"])
        )
        xml = xml or bytearray(b" ")
    no_crash(packed(document.parts | {name: bytes(xml)}))


@pytest.fixture(scope="module")
def whole() -> bytes:
    return kv.CommitmentPlan.load(EXAMPLES / "plans" / "complete.json").to_docx(help=True)


def no_crash(docx: bytes) -> None:
    try:
        read = kv.CommitmentPlan.from_docx(docx)
    except kv.LimitError:
        return
    assert read.origin is not None
    assert read.to_json()
    try:
        written = read.replace(principal="Någon annan").write_back(docx)
    except kv.UsageError:
        return
    assert kv.CommitmentPlan.from_docx(written.docx).principal == "Någon annan" or written.left


def test_a_bomb_is_refused(whole: bytes) -> None:
    document = opened(whole)
    bomb = packed(document.parts | {"word/document.xml": b" " * (64 << 20)})
    with pytest.raises(kv.LimitError, match="packas upp"):
        kv.CommitmentPlan.from_docx(bomb)


def test_many_threads_read_and_write_at_once(whole: bytes) -> None:
    wanted = kv.CommitmentPlan.from_docx(whole)
    wrong: list[object] = []

    def work() -> None:
        for _ in range(20):
            if kv.CommitmentPlan.from_docx(wanted.to_docx()) != wanted:
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


# --- Other programs.


def test_python_docx_opens_what_is_written(system: kv.QualitySystem) -> None:
    import docx

    plan = kv.CommitmentPlan.load(EXAMPLES / "plans" / "complete.json")
    picture = kv.docx_picture(kv.effect_chain(plan).to_svg())
    for lang, title, language, area in (
        ("sv", "Åtagandeplan 2026/27", "sv-SE", "Målområde 1: Kunskaper"),
        ("en", "Commitment plan 2026/27", "en-GB", "Goal area 1: Kunskaper"),
    ):
        written = plan.to_docx(lang=lang, system=system, help=True, pictures=[picture])
        document = docx.Document(io.BytesIO(written))
        assert document.core_properties.title == title
        assert document.core_properties.language == language
        headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
        assert area.partition(":")[0] in {heading.partition(":")[0] for heading in headings}
        assert document.paragraphs[0].style.name == "Title"
        assert len(document.tables) == 7
        assert "2026-08-24" in {cell.text for table in document.tables for row in table.rows for cell in row.cells} | {
            edit.text_of(cell) for cell in document.element.body.iter(f"{edit.W}tc")
        }
        assert len(document.inline_shapes) == 1
        again = io.BytesIO()
        document.save(again)
        read_again(plan, again.getvalue())

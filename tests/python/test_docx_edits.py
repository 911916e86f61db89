"""What tests do to documents as people and programs would is done, and LibreOffice still opens what comes out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import edit
import libreoffice
import pytest

CONTROL = '<w:sdt><w:sdtPr><w:tag w:val="{0}"/><w:id w:val="{1}"/></w:sdtPr><w:sdtContent>{2}</w:sdtContent></w:sdt>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{text if text.startswith('<') else run(text)}</w:p>"


def row(*texts: str) -> str:
    width = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'
    return "<w:tr>" + "".join(f"<w:tc>{width}{paragraph(text)}</w:tc>" for text in texts) + "</w:tr>"


def small() -> edit.Docx:
    """Two commitments, the first with a table in whose cells and rows there are content controls."""
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>'
        + '<w:gridCol w:w="3000"/>' * 3
        + "</w:tblGrid>"
        + row("Aktivitet", "Ansvarig", "Börjar")
        + row(CONTROL.format("title", 1, run("Läspass")), "Lena", "2026-09-01")
        + CONTROL.format("row", 2, row("Boksamtal", "", "2026-10-05"))
        + row("Skogsdag", "Amir", "2026-08-24")
        + "</w:tbl>"
    )
    mark = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    return edit.new(
        paragraph("Kunskaper", "Heading1")
        + paragraph("Åtagande 1", "Heading2")
        + paragraph(mark + run("Varför: ") + CONTROL.format("reason", 3, run("Eleverna behöver ansvarsområden.")))
        + CONTROL.format("block", 4, paragraph("Oktobermätningen visar det."))
        + table
        + paragraph("Åtagande 2", "Heading2")
        + paragraph("Trygga raster.")
        + paragraph("Trygghet", "Heading1")
        + paragraph("Alla hälsar.")
        + "<w:sectPr/>"
    )


def outline(document: edit.Docx) -> list[str]:
    """Headings after #, rows with bars, empty paragraphs as nothing."""
    lines = []

    def walk(element: Any) -> None:
        for child in element:
            if child.tag == f"{edit.W}p":
                style = child.find(f"{edit.W}pPr/{edit.W}pStyle")
                level = int(style.get(f"{edit.W}val")[-1]) if style is not None else 0
                lines.append(f"{'#' * level} {edit.text_of(child)}" if level else edit.text_of(child))
            elif child.tag == f"{edit.W}tbl":
                for each in edit.rows(child):
                    texts = ("/".join(edit.text_of(p) for p in one.iter(f"{edit.W}p")) for one in edit.cells(each))
                    lines.append(" | ".join(texts))
                lines.append("end of table")
            else:
                walk(child)

    walk(document.body)
    return lines


HEAD = "Aktivitet | Ansvarig | Börjar"
ROWS = ["Läspass | Lena | 2026-09-01", "Boksamtal |  | 2026-10-05", "Skogsdag | Amir | 2026-08-24"]
REASON = "Varför: Eleverna behöver ansvarsområden."

# What is done, with what, what is no more and what is there instead, and what must be in the XML.
Case = tuple[str, tuple[Any, ...], list[str], list[str], str]
CASES: list[Case] = [
    ("remove_controls", (), [], [], "not(//w:sdt)"),
    ("wrap_in_block_control", ("Åtagande 2", "Trygga raster", "x"), [], [], "//w:sdt[.//w:pStyle]//w:p[2]"),
    ("wrap_in_control", ("raster", "x"), [], [], "//w:sdt[w:sdtPr/w:tag/@w:val='x'][w:sdtContent/w:r/w:t='raster']"),
    (
        "copy_section",
        ("Åtagande 1",),
        [],
        ["## Åtagande 1", REASON, "Oktobermätningen visar det.", HEAD, *ROWS, "end of table"],
        "count(//w:sdtPr/w:id) = 8 and count(//w:bookmarkStart) = 1",
    ),
    ("move_section", ("Åtagande 2", "Trygghet"), [], [], "//w:p[.='Trygga raster.']"),
    ("delete_heading", ("Åtagande 2",), ["## Åtagande 2"], [], "//w:p[.='Trygga raster.']"),
    ("delete_paragraph", ("Lena",), [ROWS[0]], ["Läspass |  | 2026-09-01"], "//w:tc/w:p[not(w:r)]"),
    ("clear_style", ("Åtagande 2",), ["## Åtagande 2"], ["Åtagande 2"], "//w:p[.='Åtagande 2']"),
    ("remove_style", ("heading 2",), [], [], "//w:pStyle[@w:val='Heading2']"),
    ("type_heading_bold", ("Åtagande 2",), ["## Åtagande 2"], ["Åtagande 2"], "//w:r[w:rPr/w:b]/w:t[.='Åtagande 2']"),
    ("retype", ("Åtagande 2", "Åtagande 7"), ["## Åtagande 2"], ["## Åtagande 7"], "//w:t[.='Åtagande 7']"),
    ("split_table", ("Boksamtal",), [], ["", "end of table"], "count(//w:tbl) = 2"),
    (
        "merge_down",
        ("Lena", 2),
        ROWS[:2],
        ["Läspass | Lena | 2026-09-01", "Boksamtal |  | 2026-10-05"],
        "//w:vMerge[@w:val='restart'] and //w:vMerge[not(@w:val)]",
    ),
    ("merge_across", ("Skogsdag", 2), [ROWS[2]], ["Skogsdag/Amir | 2026-08-24"], "//w:gridSpan[@w:val='2']"),
    (
        "rows_to_list",
        ("Läspass",),
        [HEAD, *ROWS, "end of table"],
        ["• Läspass – Lena – 2026-09-01", "• Boksamtal – 2026-10-05", "• Skogsdag – Amir – 2026-08-24"],
        "not(//w:tbl)",
    ),
    ("delete_row", ("Boksamtal",), [ROWS[1]], [], "//w:tbl"),
    ("delete_head", ("Läspass",), [HEAD], [], "//w:tbl"),
    ("copy_row", ("Läspass",), [], [ROWS[0]], "count(//w:tag[@w:val='title']) = 2"),
    ("leave_space", ("Amir",), [ROWS[2]], ["Skogsdag |   | 2026-08-24"], "//w:t[.=' ']"),
    (
        "nest_table",
        ("Amir",),
        [ROWS[2]],
        ["Skogsdag | Amir/ | 2026-08-24"],
        "//w:tc/w:tbl and //w:tc/w:tbl/following::w:p",
    ),
    (
        "move_column",
        ("Läspass", 2, 0),
        [HEAD, *ROWS],
        [
            "Börjar | Aktivitet | Ansvarig",
            "2026-09-01 | Läspass | Lena",
            "2026-10-05 | Boksamtal | ",
            "2026-08-24 | Skogsdag | Amir",
        ],
        "//w:tbl",
    ),
    (
        "remove_column",
        ("Läspass", 1),
        [HEAD, *ROWS],
        ["Aktivitet | Börjar", "Läspass | 2026-09-01", "Boksamtal | 2026-10-05", "Skogsdag | 2026-08-24"],
        "count(//w:gridCol) = 2",
    ),
    (
        "add_column",
        ("Läspass", 3, ["Budget", "100", "", "0"]),
        [HEAD, *ROWS],
        [f"{line} | {more}" for line, more in zip([HEAD, *ROWS], ["Budget", "100", "", "0"], strict=True)],
        "count(//w:gridCol) = 4",
    ),
    ("insert_tracked", ("Trygga", " och roliga"), ["Trygga raster."], ["Trygga och roliga raster."], "//w:ins/w:r"),
    ("delete_tracked", ("Trygga ",), ["Trygga raster."], ["raster."], "//w:del//w:delText[.='Trygga ']"),
    ("delete_paragraph_tracked", ("Alla hälsar",), ["Alla hälsar."], [""], "//w:pPr/w:rPr/w:del"),
    ("delete_row_tracked", ("Skogsdag",), [ROWS[2]], [" |  | "], "//w:trPr/w:del"),
    (
        "move_tracked",
        ("Trygga raster", "Alla hälsar"),
        [],
        [""],
        "//w:moveFrom/w:r and //w:moveTo/w:r and //w:moveFromRangeEnd and //w:moveToRangeStart",
    ),
    ("comment", ("raster", "Vilka?"), [], [], "//w:commentRangeStart[following-sibling::w:r[.='raster']]"),
    ("footnote", ("raster", "Enligt enkäten."), [], [], "//w:r[.='raster']/following-sibling::w:r/w:footnoteReference"),
    ("text_box", ("raster", "Kom ihåg!"), [], [], "//mc:Choice//w:t[.='Kom ihåg!'] and //mc:Fallback//v:textbox//w:t"),
    (
        "text_boxes",
        ("raster", "Kom ihåg!", "Glöm inte!"),
        [],
        [],
        "//mc:Choice[count(.//w:drawing) = 1]//w:t[.='Glöm inte!'] and //w:pict[count(v:shape) = 2]",
    ),
    ("margin", ("header", "Nyhem"), [], [], "//w:sectPr/w:headerReference[@w:type='default'][@r:id]"),
    ("formula", ("Trygga", "1+1"), [], [], "//w:r[.='Trygga']/following-sibling::*[local-name()='oMath']"),
    ("ruby", ("Trygga", "a", "b"), ["Trygga raster."], ["Tryggaba raster."], "//w:ruby[w:rubyBase/w:r/w:t='a']"),
    ("emoji", ("raster", "😊"), ["Trygga raster."], ["Trygga raster😊."], "//w:r/mc:AlternateContent/mc:Fallback/w:t"),
    ("hyperlink", ("raster",), [], [], "//w:hyperlink[@r:id]/w:r[.='raster']"),
    ("field", ("raster",), [], [], "//w:r[w:instrText]/following-sibling::w:r[.='raster']"),
    ("simple_field", ("raster",), [], [], "//w:fldSimple/w:r[.='raster']"),
    ("smart_tag", ("Lena",), [], [], "//w:smartTag/w:r[.='Lena']"),
    (
        "soft_hyphen",
        ("ansvars|områden",),
        [REASON],
        [REASON.replace("ansvars", "ansvars\u00ad")],
        "//w:sdtContent/w:r/w:softHyphen",
    ),
    ("no_break_hyphen", ("Trygga| raster",), ["Trygga raster."], ["Trygga\u2011 raster."], "//w:r/w:noBreakHyphen"),
    ("tab", ("Trygga| raster",), ["Trygga raster."], ["Trygga\t raster."], "//w:r/w:tab"),
    ("line_break", ("Trygga| raster",), ["Trygga raster."], ["Trygga\n raster."], "//w:r/w:br"),
    ("carriage_return", ("Trygga| raster",), ["Trygga raster."], ["Trygga\n raster."], "//w:r/w:cr"),
    ("page_break", ("raster.|",), ["Trygga raster."], ["Trygga raster.\n"], "//w:br[@w:type='page']"),
    ("split_runs", ("raster",), [], [], "count(//w:p[.='Trygga raster.']/w:r) = 8 and //w:proofErr"),
    (
        "blank_paragraph",
        ("Trygga raster",),
        [],
        [""],
        "//w:p[.='Trygga raster.']/following-sibling::w:p[1][not(node())]",
    ),
    ("split_paragraph", ("Trygga| raster",), ["Trygga raster."], ["Trygga", " raster."], "//w:p"),
]


def edited(case: Case) -> edit.Docx:
    document = small()
    getattr(edit, case[0])(document, *case[1])
    return document


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_an_edit_does_what_it_says(tmp_path: Path, case: Case) -> None:
    before = Counter(outline(small()))
    document = edit.read(edited(case).save(tmp_path / "edited.docx"))
    after = Counter(outline(document))
    _, _, gone, new, path = case
    assert (before - after) == Counter(gone) - Counter(new)
    assert (after - before) == Counter(new) - Counter(gone)
    assert document.root.xpath(path, namespaces=edit.NAMES)


def test_every_edit_is_tried() -> None:
    assert sorted(case[0] for case in CASES) == sorted(edit.every_edit())


def test_nothing_is_done_without_saying_so() -> None:
    with pytest.raises(LookupError):
        edit.delete_heading(small(), "Åtagande 3")
    with pytest.raises(LookupError, match="no heading"):
        edit.copy_section(small(), "Trygga raster")
    with pytest.raises(LookupError, match="not in one place"):
        edit.delete_tracked(small(), "Varför: Eleverna")


def test_a_section_ends_at_a_heading_as_high() -> None:
    document = small()
    edit.move_section(document, "Trygghet", "Kunskaper")
    assert outline(document)[:3] == ["# Trygghet", "Alla hälsar.", "# Kunskaper"]


@pytest.mark.parametrize("version", libreoffice.VERSIONS)
def test_libreoffice_opens_what_was_edited(tmp_path: Path, version: libreoffice.Version) -> None:
    """And loses none of it."""
    documents = {case[0]: edited(case) for case in CASES}
    paths = [document.save(tmp_path / f"{name}.docx") for name, document in documents.items()]
    for path in libreoffice.convert_all(paths, "docx", tmp_path / "saved", version):
        said, kept = (edit.text_of(one.body) for one in (documents[path.stem], edit.read(path)))
        assert "".join(kept.split()) == "".join(said.split()), path.stem

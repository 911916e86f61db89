"""A commitment plan of twenty pages in Word: reading it, against lxml and python-docx on the same file.

lxml, with zipfile, collects the text of each paragraph and no more; python-docx walks paragraphs and tables, as programs do
that look for something in a document. kvalitet gives the plan, with the places of all it found. Aims: at least as fast as
lxml, and 5 times as fast as python-docx. python-docx sees nothing of what content controls hold, so that the document for
both has lost them.

`word.py --make` makes plan.docx, the document. It is written by kvalitet and then made as fat as Word makes a document that
people have worked in for a month: identifiers of editing sessions on everything, marks of the spelling checker, runs split
in the middle of sentences, a language on each run, hidden bookmarks, and the list of all styles that Word knows of. School
and people are invented.
"""

from __future__ import annotations

import io
import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from timeit import repeat
from typing import Any

import docx
import docx.text.paragraph
import kvalitet as kv
from lxml import etree

HERE = Path(__file__).parent
PLAN = HERE / "plan.docx"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Declared by Word in every document.
OTHERS = {
    name: f"http://schemas.microsoft.com/office/word/{year}/wordml{rest}"
    for name, year, rest in (
        ("w14", 2010, ""),
        ("w15", 2012, ""),
        ("w16cex", 2018, "/cex"),
        ("w16cid", 2016, "/cid"),
        ("w16", 2018, ""),
        ("w16sdtdh", 2020, "/sdtdatahash"),
        ("w16se", 2015, "/symex"),
    )
}

AREAS = {
    "Kunskaper": ("läser med flyt och förståelse", "resonerar i matematik", "skriver texter som andra vill läsa"),
    "Trygghet": ("känner sig trygga på rasterna", "har en vuxen att gå till", "möts med respekt i korridoren"),
    "Delaktighet": ("påverkar sin undervisning", "vet hur elevrådet arbetar", "planerar sin skolvecka"),
    "Närvaro": ("är i skolan hela dagen", "kommer i tid till första lektionen", "får stöd redan vid tidig frånvaro"),
}
SENTENCES = (
    "Oktobermätningen visade att skillnaderna mellan klasserna är större än vi trodde när läsåret började.",
    "I analysen tillsammans med arbetslagen såg vi att undervisningen varierar mer än den borde.",
    "Eleverna säger själva att de vill ha fler tillfällen att pröva, fråga och göra om.",
    "Elevhälsan har följt grupperna sedan hösten och ser samma mönster som lärarna beskriver.",
    "Det som hjälpte mest förra året var korta avstämningar varje vecka, med ett tydligt nästa steg.",
    "Vi behöver därför en gemensam planering, där resultaten från mätningarna ligger på bordet.",
    "Fritidshemmet och förskoleklassen arbetar med samma frågor, men på sitt eget sätt.",
    "Vårdnadshavarna har fått berätta på utvecklingssamtalen hur de ser på barnens arbete.",
    "Några av åtgärderna från förra planen gav ingen effekt, och dem har vi valt att avsluta.",
    "Skolans ledning deltar i samtalen varannan vecka och tar med sig det som kräver beslut.",
)


def make_plan() -> dict[str, Any]:
    """The plan as JSON has it."""
    chance = random.Random(20261014)

    def said(count: int) -> str:
        return " ".join(chance.sample(SENTENCES, count))

    areas = []
    for title, hopes in AREAS.items():
        commitments = []
        for hope in hopes:
            activities = [
                {
                    "title": f"{name}, {hope.split()[-1]}",
                    "intended_result": said(1),
                    "responsible": chance.choice(("Arbetslag 1–3", "Karin Påhittad", "Elevhälsan", "Förstelärarna")),
                    "start": f"2026-{chance.randint(8, 12):02}-{chance.randint(10, 28)}",
                    "end": f"2027-{chance.randint(1, 6):02}-{chance.randint(10, 28)}",
                }
                for name in ("Gemensam planering", "Besök hos varandra", "Samtal i mindre grupp", "Veckans avstämning")
            ]
            follow_ups = [
                {"date": day, "text": said(3), "next_step": said(1)}
                for day in ("2026-11-20", "2027-02-12", "2027-05-04")
            ]
            commitments.append(
                {
                    "title": f"Alla elever {hope}",
                    "reason": "\n".join(said(3) for _ in range(3)),
                    "expected_effects": [{"text": said(1)} for _ in range(3)],
                    "activities": activities,
                    "follow_ups": follow_ups,
                }
            )
        areas.append({"kind": "knowledge", "title": title, "commitments": commitments})
        if title != "Kunskaper":
            del areas[-1]["kind"]
    return {
        "format_version": 1,
        "school_year": "2026/27",
        "principal": "Karin Påhittad",
        "units": [
            {"id": "provskolan", "name": "Provskolan", "school_forms": ["GR", "FKLASS"]},
            {"id": "provgarden", "name": "Provgårdens fritidshem", "school_forms": ["FTH"]},
        ],
        "state": "complete",
        "areas": areas,
    }


class Word:
    """What Word puts into a document that people work in."""

    def __init__(self) -> None:
        self.chance = random.Random(20260604)
        self.sessions = [f"00{self.chance.randrange(16**6):06X}" for _ in range(40)]
        self.marks = 0

    def session(self) -> str:
        return self.chance.choice(self.sessions)

    def run(self, run: Any) -> list[Any]:
        """The runs that Word has in the place of one."""
        texts = run.findall(f"{W}t")
        if len(texts) != 1 or len(texts[0].text) < 12:
            return [run]
        rest, pieces = texts[0].text, []
        while rest:
            at = self.chance.randint(8, 70)
            pieces.append(rest[:at])
            rest = rest[at:]
        runs = []
        for piece in pieces:
            one = etree.fromstring(etree.tostring(run, with_tail=False))
            one.set(f"{W}rsidR", self.session())
            if self.chance.random() < 0.4:
                one.set(f"{W}rsidRPr", self.session())
            look = one.find(f"{W}rPr")
            if look is None:
                look = etree.Element(f"{W}rPr")
                one.insert(0, look)
            etree.SubElement(look, f"{W}lang").set(f"{W}val", "sv-SE")
            said = one.find(f"{W}t")
            said.text = piece
            said.set(SPACE, "preserve")
            if self.chance.random() < 0.15:
                kind = self.chance.choice(("spell", "gram"))
                begin, end = (etree.Element(f"{W}proofErr", {f"{W}type": kind + edge}) for edge in ("Start", "End"))
                runs += [begin, one, end]
            else:
                runs.append(one)
        return runs

    def paragraph(self, paragraph: Any) -> None:
        paragraph.set(f"{W14}paraId", f"{self.chance.randrange(1, 8 * 16**7):08X}")
        paragraph.set(f"{W14}textId", "77777777")
        for name in ("rsidR", "rsidRDefault", "rsidP"):
            paragraph.set(f"{W}{name}", self.session())
        for run in list(paragraph.iter(f"{W}r")):
            runs = self.run(run)
            if runs != [run]:
                for one in runs:
                    run.addprevious(one)
                run.getparent().remove(run)
        if self.chance.random() < 0.1:
            self.marks += 1
            number = str(self.marks)
            begin = etree.Element(f"{W}bookmarkStart", {f"{W}id": number, f"{W}name": f"_Hlk{12345678 + self.marks}"})
            paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, begin)
            etree.SubElement(paragraph, f"{W}bookmarkEnd", {f"{W}id": number})

    def document(self, xml: bytes) -> bytes:
        old = etree.fromstring(xml)
        root = etree.Element(old.tag, nsmap={**old.nsmap, **OTHERS})
        root.extend(list(old))
        for paragraph in root.iter(f"{W}p"):
            self.paragraph(paragraph)
        for row in root.iter(f"{W}tr"):
            row.set(f"{W}rsidR", self.session())
            row.set(f"{W}rsidTr", self.session())
        whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return whole

    def styles(self, xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        latent = etree.Element(f"{W}latentStyles", {f"{W}count": "376", f"{W}defUIPriority": "99"})
        for number in range(376):
            one = {f"{W}name": f"Grid Table {number} Colorful Accent", f"{W}semiHidden": "1", f"{W}uiPriority": "99"}
            etree.SubElement(latent, f"{W}lsdException", one)
        root.insert(1, latent)
        whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return whole


def without_controls(xml: bytes) -> bytes:
    """Without content controls, but with what they hold: there python-docx sees nothing."""
    root = etree.fromstring(xml)
    for control in list(root.iter(f"{W}sdt")):
        for child in list(control.find(f"{W}sdtContent")):
            control.addprevious(child)
        control.getparent().remove(control)
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole


def saved(document: bytes, changed: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """The file with some of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            part = changed[name](part) if name in changed else part
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def make() -> None:
    """Writes the document."""
    word = Word()
    written = kv.CommitmentPlan.from_json(json.dumps(make_plan())).to_docx(help=True)
    PLAN.write_bytes(saved(written, {"word/document.xml": word.document, "word/styles.xml": word.styles}))


def with_kvalitet(document: bytes) -> kv.CommitmentPlan:
    """The plan."""
    return kv.CommitmentPlan.from_docx(document)


def with_lxml(document: bytes) -> list[str]:
    """The text of each paragraph."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]


def paragraphs(container: Any) -> Iterator[str]:
    for one in container.iter_inner_content():
        if isinstance(one, docx.text.paragraph.Paragraph):
            yield one.text
        else:
            for row in one.rows:
                for cell in row.cells:
                    yield from paragraphs(cell)


def with_python_docx(document: bytes) -> list[str]:
    """The same."""
    return list(paragraphs(docx.Document(io.BytesIO(document))))


def milliseconds(call: Callable[[], object], number: int) -> float:
    """Of one call, the best of seven rounds."""
    return min(repeat(call, number=number, repeat=7)) / number * 1e3


def main() -> None:
    """Prints figures and ratios."""
    whole = PLAN.read_bytes()
    bare = saved(whole, {"word/document.xml": without_controls})
    plan = with_kvalitet(whole)
    assert plan == with_kvalitet(bare) == kv.CommitmentPlan.from_json(json.dumps(make_plan()))
    assert with_lxml(bare) == with_python_docx(bare)
    words = " ".join(with_lxml(bare))
    assert all(step.title in words for area in plan.areas for one in area.commitments for step in one.activities)

    ours = milliseconds(lambda: with_kvalitet(bare), 5)
    lxml = milliseconds(lambda: with_lxml(bare), 5)
    python_docx = milliseconds(lambda: with_python_docx(bare), 2)
    print(
        f"plan in Word, Python: {len(bare) // 1024} KiB in {ours:.1f} ms; lxml {lxml:.1f} ms: {lxml / ours:.1f}x; "
        f"python-docx {python_docx:.1f} ms: {python_docx / ours:.1f}x"
    )
    ours = milliseconds(lambda: with_kvalitet(whole), 5)
    lxml = milliseconds(lambda: with_lxml(whole), 5)
    writing = milliseconds(lambda: plan.to_docx(help=True), 5)
    print(
        f"  with its content controls {len(whole) // 1024} KiB in {ours:.1f} ms; lxml {lxml:.1f} ms: {lxml / ours:.1f}x; "
        f"writing it {writing:.1f} ms"
    )


if __name__ == "__main__":
    if "--make" in sys.argv:
        make()
    else:
        main()

"""Makes an invented municipality: units, principals, and two school years of documents of varied quality.

    python examples/make_municipality.py [FOLDER]

The same files each time, from one seed. Everything in it is invented: Exempelby, its units, people and texts.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import kvalitet as kv

SEED = 685
FIRST, SECOND = kv.SchoolYear(2025), kv.SchoolYear(2026)

# Id, name, school forms.
UNITS = (
    ("backens-forskola", "Backens förskola", "FS"),
    ("grindens-forskola", "Grindens förskola", "FS"),
    ("humlans-forskola", "Humlans förskola", "FS"),
    ("kottens-forskola", "Kottens förskola", "FS"),
    ("linjens-forskola", "Linjens förskola", "FS"),
    ("myrans-forskola", "Myrans förskola", "FS"),
    ("snackans-forskola", "Snäckans förskola", "FS"),
    ("solrosens-forskola", "Solrosens förskola", "FS"),
    ("trollets-forskola", "Trollets förskola", "FS"),
    ("alvasens-skola", "Alvåsens skola", "FKLASS GR FTH"),
    ("bergshagens-skola", "Bergshagens skola", "FKLASS GR FTH"),
    ("dalby-skola", "Dalby skola", "FKLASS GR FTH"),
    ("ekbackens-skola", "Ekbackens skola", "FKLASS GR FTH"),
    ("fallangens-skola", "Fallängens skola", "FKLASS GR FTH"),
    ("gransoskolan", "Gransöskolan", "FKLASS GR FTH"),
    ("hogalidsskolan", "Högalidsskolan", "GR"),
    ("kvarnskolan", "Kvarnskolan", "GR"),
    ("norrangens-skola", "Norrängens skola", "FKLASS GR FTH"),
    ("sjoviksskolan", "Sjöviksskolan", "GR"),
    ("tallbackens-skola", "Tallbackens skola", "FKLASS GR FTH"),
    ("ekbackens-anpassade", "Ekbackens anpassade grundskola", "GRAN FTH"),
    ("exempelgymnasiet-nord", "Exempelgymnasiet Nord", "GY"),
    ("exempelgymnasiet-syd", "Exempelgymnasiet Syd", "GY"),
    ("exempelgymnasiets-anpassade", "Exempelgymnasiets anpassade", "GYAN"),
    ("exempelby-vuxenutbildning", "Exempelby vuxenutbildning", "VUX"),
)
# Name, the units; `acting` from a day, or until a day.
PRINCIPALS = (
    ("Agneta Påhitt", "backens-forskola grindens-forskola"),
    ("Bosse Exempel", "humlans-forskola kottens-forskola myrans-forskola"),
    ("Camilla Prov", "linjens-forskola snackans-forskola"),
    ("Dragan Mönster", "solrosens-forskola"),
    ("Elin Sagolund", "trollets-forskola"),
    ("Farid Tankeson", "alvasens-skola"),
    ("Gudrun Diktad", "bergshagens-skola"),
    ("Hassan Modell", "dalby-skola"),
    ("Ingela Tänkvärd", "ekbackens-skola ekbackens-anpassade"),
    ("Johan Fiktiv", "fallangens-skola"),
    ("Karin Påfund", "gransoskolan norrangens-skola"),
    ("Lars Skissberg", "hogalidsskolan"),
    ("Maria Utkast", "kvarnskolan"),
    ("Nils Övning", "tallbackens-skola"),
    ("Olga Mallberg", "exempelgymnasiet-nord exempelgymnasiets-anpassade"),
    ("Per Sagoman", "exempelgymnasiet-syd"),
    ("Rana Liknelse", "exempelby-vuxenutbildning"),
    ("Sven Vikarie", ""),  # acting for Gudrun from November
)
NOBODY_LEADS = "sjoviksskolan"  # vacant since August 2026

# What principals of each group of forms commit to: area, commitment, reason, effect, activity, intended result.
CONTENT = {
    "preschool": (
        (
            "knowledge",
            "Kunskaper",
            "Barnen möter många ord varje dag",
            "Vi ser att språket skiljer sig mellan barnen.",
            "Barnen använder fler ord i leken",
            "Högläsning i liten grupp varje dag",
            "Barnen berättar med egna ord",
        ),
        (
            "knowledge",
            "Kunskaper",
            "Undervisningen utgår från barnens frågor",
            "Dokumentationen följs sällan upp.",
            "Barnen undersöker längre åt gången",
            "Arbetslagen reflekterar över dokumentationen varannan vecka",
            "Pedagogerna planerar nästa steg av det barnen visat",
        ),
        (
            "",
            "Trygghet",
            "Alla barn har någon att leka med",
            "Några barn söker hellre vuxna än varandra.",
            "Fler barn bjuder in varandra",
            "Vuxna leker med och visar vägar in i leken",
            "Barnen hittar fler lekar",
        ),
        (
            "",
            "Delaktighet",
            "Barnen är med och bestämmer om miljön",
            "Miljöerna ändras utan att barnen tillfrågas.",
            "Barnen använder fler rum",
            "Barnen fotograferar platser de tycker om",
            "Vi vet vad barnen väljer och varför",
        ),
    ),
    "school": (
        (
            "knowledge",
            "Kunskaper",
            "Alla elever läser med förståelse",
            "Läsförståelsen skiljer sig mycket mellan klasserna.",
            "Fler elever förstår det de läser i alla ämnen",
            "Gemensam läsundervisning varje vecka, planerad i ämneslag",
            "Eleverna använder lässtrategier på egen hand",
        ),
        (
            "knowledge",
            "Kunskaper",
            "Matematiken blir begriplig",
            "Många elever räknar rätt men kan inte förklara hur.",
            "Fler elever resonerar om sina lösningar",
            "Lärarna prövar samma lektion och jämför",
            "Eleverna förklarar för varandra",
        ),
        (
            "",
            "Trygghet",
            "Lugnare korridorer och raster",
            "Eleverna pekar ut rasterna i trivselrundan.",
            "Fler elever trivs på rasterna",
            "Vuxna leder aktiviteter på rasten",
            "Det finns något för alla",
        ),
        (
            "",
            "Närvaro",
            "Alla elever är i skolan",
            "Frånvaron stiger i de högre årskurserna.",
            "Frånvaron sjunker",
            "Mentor ringer hem första dagen",
            "Vi vet samma dag varför någon är borta",
        ),
        (
            "",
            "Delaktighet",
            "Eleverna påverkar undervisningen",
            "Eleverna säger att de sällan tillfrågas.",
            "Fler elever vet att det de säger leder till något",
            "Klassråd om undervisningen varje månad",
            "Varje lärare ändrar något efter elevernas förslag",
        ),
    ),
    "upper": (
        (
            "knowledge",
            "Kunskaper",
            "Fler elever klarar kurserna i tid",
            "Många kompletterar i slutet av terminen.",
            "Färre elever behöver komplettera",
            "Avstämning i alla kurser i vecka 40 och 6",
            "Stödet sätts in innan kursen är halvvägs",
        ),
        (
            "",
            "Trygghet",
            "Alla har en plats i gruppen",
            "De som börjar sent känner sig utanför.",
            "Fler elever stannar kvar",
            "Kontaktperson för den som börjar efter terminsstart",
            "Ingen är ny utan stöd",
        ),
        (
            "",
            "Arbetslivet",
            "Arbetsplatsförlagt lärande hänger ihop med undervisningen",
            "Handledarna vet för lite om kurserna.",
            "Eleverna ser sambandet mellan skola och arbetsplats",
            "Trepartssamtal mitt i perioden",
            "Handledare och lärare bedömer samma sak",
        ),
    ),
}
RESULTS = (
    "Vi har gjort det vi tänkte i alla grupper.",
    "Arbetet kom i gång sent, men pågår nu i de flesta arbetslag.",
    "Vi har gjort det i hälften av grupperna och lärt oss av skillnaden.",
)
EFFECTS = (
    "Skillnaden märks i det vardagliga arbetet och i samtalen med barn och elever.",
    "Vi ser en försiktig förbättring och behöver följa den ett år till.",
    "Vi ser ingen tydlig effekt än.",
)
ANALYSES = (
    "Att vi planerade tillsammans bidrog mest.",
    "Tiden för gemensam planering räckte inte, och det påverkade.",
    "Där arbetslaget var detsamma hela året gick det bättre.",
)


@dataclass(frozen=True)
class Leader:
    """A principal and what is known of how they write."""

    id: str
    name: str
    units: tuple[kv.Unit, ...]
    habit: str


# How the documents turn out, one for each principal in turn.
HABITS = (
    "thorough", "thorough", "brief", "begun", "thorough", "too much", "thorough", "gaps", "brief", "thorough",
    "template", "thorough", "late", "brief", "thorough", "too much", "gaps",
)  # fmt: skip


def slug(name: str) -> str:
    """`Åsa Öberg` is asa-oberg."""
    return name.lower().translate(str.maketrans("åäöé ", "aaoe-"))


def municipality() -> kv.Municipality:
    """Units and principals. School unit codes are of the form 999000NN, which no unit has."""
    units = []
    for number, (id, name, forms) in enumerate(UNITS):
        codes = [] if forms == "FS" else [kv.UnitCode(code=f"999{number:05}")]
        if id == "ekbackens-skola":  # a new code when two schools became one
            split = dt.date(2024, 7, 31)
            codes = [
                kv.UnitCode(code="99900099", to=split),
                kv.UnitCode(code=f"999{number:05}", from_=split + dt.timedelta(days=1)),
            ]
        units.append(kv.MunicipalUnit(id=id, name=name, school_forms=forms.split(), codes=codes))
    principals = []
    for name, leads in PRINCIPALS:
        own = [kv.Leadership(units=leads.split())] if leads else []
        if name == "Sven Vikarie":
            own = [kv.Leadership(units=["bergshagens-skola"], kind="acting", from_=dt.date(2026, 11, 1))]
        if name == "Lars Skissberg":  # led the vacant school too until the summer
            own.append(kv.Leadership(units=[NOBODY_LEADS], to=dt.date(2026, 7, 31)))
        principals.append(kv.Principal(id=slug(name), name=name, leads=own))
    return kv.Municipality(
        name="Exempelby (en påhittad kommun)", guideline="vetlanda-2024", units=units, principals=principals
    )


def leaders(of: kv.Municipality) -> Iterable[Leader]:
    """Those who write documents of their own."""
    units = {unit.id: unit for unit in of.units}
    for principal, habit in zip(of.principals, HABITS, strict=False):
        named = (units[id] for leadership in principal.leads if leadership.to is None for id in leadership.units)
        yield Leader(
            principal.id,
            principal.name,
            tuple(
                kv.Unit(
                    id=unit.id,
                    name=unit.name,
                    school_forms=unit.school_forms,
                    code=unit.codes[-1].code if unit.codes else None,
                )
                for unit in named
            ),
            habit,
        )


def content_for(leader: Leader) -> Sequence[tuple[str, ...]]:
    """What suits the school forms."""
    forms = {str(form) for unit in leader.units for form in unit.school_forms}
    kind = "preschool" if "FS" in forms else "upper" if forms & {"GY", "GYAN", "VUX"} else "school"
    return CONTENT[kind]


def plan(leader: Leader, year: kv.SchoolYear, chance: random.Random) -> kv.CommitmentPlan:
    """A plan as its principal writes it."""
    if leader.habit == "template" and year == SECOND:
        areas = [kv.GoalArea(kind="knowledge", title="Kunskaper"), kv.GoalArea(title="Trygghet")]
        return kv.CommitmentPlan(school_year=year, principal=leader.name, units=leader.units, areas=areas)
    by_area: dict[tuple[str, str], list[kv.Commitment]] = {}
    chosen = list(content_for(leader))
    if leader.habit == "brief":
        chosen = chosen[:2]
    for number, (kind, area, title, reason, effect, activity, result) in enumerate(chosen):
        start = dt.date(year.start_year, 9, chance.randint(1, 28))
        gap = leader.habit == "gaps" and number % 2 == 1
        follow_ups = []
        if year == FIRST or number == 0:
            follow_ups.append(
                kv.FollowUp(
                    date=dt.date(year.start_year, 11, chance.randint(3, 18)),
                    text="Vi har sett på oktobermätningen tillsammans.",
                    next_step="Vi ger rasterna mer tid." if area == "Trygghet" else "Vi fortsätter som planerat.",
                    survey="tld",
                    round="october",
                )
            )
        by_area.setdefault((kind, area), []).append(
            kv.Commitment(
                id=f"commitment-{number + 1}",
                title=title,
                reason="" if leader.habit == "brief" else reason,
                expected_effects=[] if gap else [kv.ExpectedEffect(text=effect)],
                activities=[
                    kv.Activity(
                        title=activity,
                        intended_result="" if leader.habit in ("brief", "gaps") else result,
                        responsible="arbetslagen",
                        start=start,
                    )
                ],
                follow_ups=follow_ups,
            )
        )
    if leader.habit == "too much":
        for title in ("Digitalisering", "Hållbarhet"):
            by_area["", title] = [kv.Commitment(title=f"{title} i alla ämnen")]
    state = "begun" if leader.habit == "begun" and year == SECOND else "complete"
    return kv.CommitmentPlan(
        school_year=year,
        principal=leader.name,
        units=leader.units,
        state=state,
        areas=[kv.GoalArea(kind=kind, title=title, commitments=own) for (kind, title), own in by_area.items()],
    )


def report(of: kv.CommitmentPlan, leader: Leader, chance: random.Random) -> kv.SchoolYearReport:
    """The report on the year that has ended."""
    skeleton = of.report_skeleton()
    if leader.habit == "template":  # made from the plan, and left at that
        return skeleton
    areas = []
    for area in skeleton.areas:
        commitments = [
            one.replace(
                results=chance.choice(RESULTS),
                effects="" if leader.habit == "gaps" and number else chance.choice(EFFECTS),
                analysis=chance.choice(ANALYSES),
                continuation="carry_on" if number == 0 else "finished",
                why="Det har gett effekt men behöver ett år till." if number == 0 else "Det är en del av vardagen nu.",
            )
            for number, one in enumerate(area.commitments)
        ]
        areas.append(
            area.replace(results=chance.choice(RESULTS), effects=chance.choice(EFFECTS), commitments=commitments)
        )
    analysis = "" if leader.habit == "brief" else "Läsåret som helhet: " + chance.choice(ANALYSES)
    return skeleton.replace(state="complete", analysis=analysis, areas=areas)


def sessions(
    all: Sequence[Leader], year: kv.SchoolYear, system: kv.QualitySystem
) -> Iterable[tuple[str, kv.DialogueSession]]:
    """The preconditions dialogues in groups by school form, and the process dialogues one by one."""
    members = [
        kv.GroupMember(name=leader.name, school_form="GR" if "GR" in forms else forms[0])
        for leader in all
        for forms in [[str(form) for form in leader.units[0].school_forms]]
    ]
    grouped, _ = system.group("preconditions", members)
    for number, session in enumerate(grouped):
        people = [*session.attendees, kv.Attendee(name="Ulla Huvudman", actor="organiser")]
        people = [person.replace(unit="") if person.actor == "principal" else person for person in people]
        brought = [
            kv.Brought(document="commitment-plan", owner=person.name, state="complete")
            for person in people
            if person.actor == "principal"
        ]
        held = dt.date(year.start_year, 9, 8 + 2 * number)
        yield (
            f"preconditions-{number + 1}",
            session.replace(date=held, place="Förvaltningen", state="complete", attendees=people, brought=brought),
        )
    if year == FIRST:
        for number, leader in enumerate(all):
            people = [
                kv.Attendee(name=leader.name, actor="principal"),
                kv.Attendee(name="Lärare och barnskötare", actor="unit-participants"),
                kv.Attendee(name="Ulla Huvudman", actor="organiser"),
            ]
            held = dt.date(year.start_year, 11, 3) + dt.timedelta(days=7 * (number % 12))
            yield (
                f"process-{leader.id}",
                kv.DialogueSession(dialogue="process", date=held, state="complete", attendees=people),
            )


def files(system: kv.QualitySystem) -> Iterable[tuple[str, str]]:
    """Each file's place in the workspace, and what is in it."""
    chance = random.Random(SEED)
    whole = municipality()
    yield "municipality.json", whole.to_json()
    writing = list(leaders(whole))
    for year in (FIRST, SECOND):
        folder = str(year).replace("/", "-")
        for leader in writing:
            made = plan(leader, year, chance)
            if leader.habit != "late" or year == FIRST:
                yield f"plans/{folder}/{leader.id}.json", made.to_json()
            if year == FIRST:
                yield f"reports/{folder}/{leader.id}.json", report(made, leader, chance).to_json()
        for name, session in sessions(writing, year, system):
            yield f"sessions/{folder}/{name}.json", session.to_json()
    yield from organisers_files()
    yield from survey_files(whole, chance)


def answers(of: kv.SurveyInstrument, pupils: int, mood: float, scale: str, chance: random.Random) -> list[int]:
    """How many of a unit gave each answer to each item, about as favourable as their mood, 0 to 1."""
    counts: list[int] = []
    scales = {one.id: one for one in of.scales}
    for item in of.items:
        levels, outside = len(scales[item.scale].levels), len(scales[item.scale].outside)
        own = [0] * (levels + outside)
        for _ in range(pupils if item.scale == scale else 0):
            agrees = chance.gauss(1 - mood if item.reversed else mood, 0.25)
            own[levels if chance.random() < 0.04 else min(levels - 1, max(0, int(agrees * levels)))] += 1
        counts += own
    return counts


def survey_files(of: kv.Municipality, chance: random.Random) -> Iterable[tuple[str, str]]:
    """Two rounds of the invented survey: what was asked, how many answered what, and the links on their way."""
    instrument = kv.SurveyInstrument.load(Path(__file__).parent / "survey" / "tld.json")
    yield "instruments/tld.json", instrument.to_json()
    asked = [unit for unit in of.units if unit.id != NOBODY_LEADS]
    sizes = {unit.id: chance.randint(24, 60) for unit in asked}
    moods = {unit.id: chance.uniform(0.55, 0.8) for unit in asked}
    for round in ("2026-04", "2026-10"):
        groups = []
        for unit in sorted(asked, key=lambda one: one.name):
            scale = "faces" if "FS" in unit.school_forms else "agree"
            pupils = 4 if unit.id == "trollets-forskola" else sizes[unit.id] - chance.randint(0, 9)
            counts = answers(instrument, pupils, moods[unit.id], scale, chance)
            groups.append(
                kv.GroupCounts(key=[unit.name], invited=sizes[unit.id], respondents=pupils, counts=counts, moments=[])
            )
            moods[unit.id] += chance.choice([-0.15, 0.0, 0.0, 0.15])
        yield f"survey-counts/{round}.json", instrument.empty_counts(["Enhet"], round).replace(groups=groups).to_json()
    link = "https://enkat.example.se/2026-10/{}"
    given = [
        kv.SurveyLink(
            survey="tld",
            round="2026-10",
            unit=unit.id,
            link=link.format(unit.id),
            given_on=dt.date(2026, 9, 28),
            passed_on=None if number % 5 == 4 else dt.date(2026, 10, 5 + number % 9),
        )
        for number, unit in enumerate(asked)
    ]
    raw = [
        kv.RawAnswers(
            file=f"Enkätverktyget, TLD {name}",
            survey="tld",
            round=round,
            read_on=dt.date(2026, month + 1, 3),
            erase_by=dt.date(2026, month + 2, 28),
            erased_on=dt.date(2026, month + 2, 11) if month == 4 else None,
        )
        for name, round, month in (("april 2026", "2026-04", 4), ("oktober 2026", "2026-10", 10))
    ]
    yield "surveys.json", kv.SurveyRegister(links=given, raw_answers=raw).to_json()


def organisers_files() -> Iterable[tuple[str, str]]:
    """What the administration keeps."""
    operational = kv.OperationalPlan(
        year=kv.CalendarYear(2026),
        owner="Utbildningsförvaltningen i Exempelby",
        state="complete",
        starting_point="Rapporten för 2025 visade att läsningen skiljer sig mest mellan skolorna.",
        goals=[
            kv.DevelopmentGoal(
                id="reading-everywhere",
                title="Läsundervisningen är likvärdig i alla skolor",
                analysis="Nio av planerna har läsning som åtagande, med olika kraft bakom.",
                measures=["reading-network"],
            )
        ],
    )
    yield "operational-plans/2026.json", operational.to_json()
    yield (
        "measures.json",
        kv.Measures(
            measures=[
                kv.Measure(
                    id="reading-network",
                    title="Nätverk för lärare i läsning",
                    need="Skolorna har kommit olika långt med läsundervisningen.",
                    responsible="Kvalitetsstrategen",
                    planned_for=dt.date(2026, 9, 15),
                    carried_out=dt.date(2026, 10, 20),
                )
            ]
        ).to_json(),
    )
    yield (
        "matters.json",
        kv.Matters(
            matters=[
                kv.Matter(
                    id="new-preschool",
                    title="Ny förskola i Norra Exempelby",
                    decided_on=dt.date(2026, 10, 15),
                    touches_children="directly",
                    child_rights="Barn på två förskolor har visat vägar de går, och vad de tycker om ute.",
                    assessment=kv.AssessmentDecision(
                        needed=True,
                        reason="Barnens väg och utemiljö ändras.",
                        decided_by="Skolchefen",
                        decided_on=dt.date(2026, 9, 3),
                    ),
                ),
                kv.Matter(
                    id="school-bus",
                    title="Nya tider för skolskjutsen",
                    decided_on=dt.date(2026, 12, 10),
                    touches_children="directly",
                ),
                kv.Matter(
                    id="phones",
                    title="Avtal om telefoner",
                    decided_on=dt.date(2026, 11, 5),
                    touches_children="not_at_all",
                ),
            ]
        ).to_json(),
    )
    yield (
        "deviations.json",
        kv.Deviations(
            deviations=[
                kv.DutyDeviation(
                    duty="planning-done",
                    event="dialogue:preconditions:2026-27",
                    units=[NOBODY_LEADS],
                    decided_by="Skolchefen",
                    reason="Tjänsten är vakant. Planen görs när en ny rektor är på plats.",
                    decided_on=dt.date(2026, 8, 20),
                    until=dt.date(2027, 1, 31),
                )
            ]
        ).to_json(),
    )


def main() -> None:
    """Writes the workspace."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "municipality"
    for name, text in files(kv.QualitySystem.builtin("vetlanda-2024")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

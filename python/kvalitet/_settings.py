"""What is local, as settings that a person reads and answers, one line each.

Whether an answer is a good one is for the library's own findings to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kvalitet import _native
from kvalitet._answers import Misunderstood, day, month, month_day, parts, period, span, whole
from kvalitet._text import MONTHS, Lang, say

Words = dict[str, str]
Policy = _native.LocalPolicy


@dataclass(frozen=True)
class Setting:
    """One thing that the guideline leaves open."""

    key: str
    title: Words
    explanation: Words  # with an example of how to write it
    held: Callable[[Policy], str]  # as it may be written; empty where nothing is decided
    put: Callable[[Policy, str], Policy]  # an empty answer takes the decision away

    def answered(self, policy: Policy, answer: str) -> Policy:
        """The policy with this answer. Misunderstood when it cannot be read."""
        try:
            return self.put(policy, answer)
        except Misunderstood:
            raise
        except ValueError:  # a day or a text that the model has no place for
            raise Misunderstood(f"”{answer}” går inte att använda här.", f"“{answer}” cannot be used here.") from None


def settings(guideline: _native.Guideline, year: _native.SchoolYear) -> Iterator[Setting]:
    """All of them for a guideline, those of a year for that school year."""
    yield _decided()
    yield _months()
    for document in guideline.documents:
        if document.timing is not None or any(
            bring.document == document.id for d in _dialogues(guideline) for bring in d.brings
        ):
            yield _due(document)
    for dialogue in _dialogues(guideline):
        if not dialogue.timing.monthly and len(dialogue.timing.windows) == 1:
            yield _booking(dialogue, year)
    yield from _school_year(year)
    for question in guideline.open_questions:
        yield _answer(question)
    yield _number("next_steps", lambda p: p.next_steps, lambda p, n: p.replace(next_steps=n), _NUMBERS["next_steps"])
    for key in ("fewest_pupils", "smallest_group"):
        yield _limit(key)


_NUMBERS: dict[str, tuple[Words, Words]] = {
    "next_steps": (
        {"sv": "Antal nästa steg", "en": "Number of next steps"},
        {
            "sv": "Hur många steg i taget som visas för den som skriver ett dokument. Till exempel 3.",
            "en": "How many steps at a time somebody who writes a document is shown. For example 3.",
        },
    ),
    "fewest_pupils": (
        {"sv": "Minsta antal barn och elever", "en": "Fewest children and pupils"},
        {
            "sv": "Färre än så berättas inte som ett antal i texter som lämnar enheten. Till exempel 5.",
            "en": "Fewer are not told as a number in texts that leave the unit. For example 5.",
        },
    ),
    "smallest_group": (
        {"sv": "Minsta grupp", "en": "Smallest group"},
        {
            "sv": "Andelar och resultat för mindre grupper berättas inte. Till exempel 10.",
            "en": "No shares or results of smaller groups are told. For example 10.",
        },
    ),
}


def _dialogues(guideline: _native.Guideline) -> tuple[_native.Dialogue, ...]:
    return (*guideline.dialogues, *guideline.meetings)


def _titled(sv: str, en: str, title: _native.Localised) -> Words:
    return {"sv": sv.format(say(title, Lang.sv)), "en": en.format(say(title, Lang.en))}


def _decided() -> Setting:
    def put(policy: Policy, answer: str) -> Policy:
        by, _, on = answer.rpartition(",") if re.search(r",\s*\d{4}-\d\d-\d\d$", answer) else (answer, "", "")
        decided = _native.Decision(by=by.strip(), date=day(on) if on else None) if answer else None
        return policy.replace(decided=decided)

    def held(policy: Policy) -> str:
        if policy.decided is None:
            return ""
        return f"{policy.decided.by}, {policy.decided.date}" if policy.decided.date else policy.decided.by

    return Setting(
        "decided",
        {"sv": "Vem som har beslutat", "en": "Who decided"},
        {
            "sv": "Vem som har beslutat inställningarna, och gärna vilken dag. Till exempel Skolchefen, 2026-08-20.",
            "en": "Who decided these settings, and preferably when. For example Head of schools, 2026-08-20.",
        },
        held,
        put,
    )


def _months() -> Setting:
    return Setting(
        "months_without_meeting",
        {"sv": "Månader utan möte", "en": "Months without a meeting"},
        {
            "sv": "Månader då det månatliga mötet inte hålls. Till exempel juli, augusti.",
            "en": "Months in which the monthly meeting is not held. For example July, August.",
        },
        lambda policy: ", ".join(
            MONTHS["sv"][number - 1] for number in policy.months_without_meeting if 1 <= number <= 12
        ),
        lambda policy, answer: policy.replace(months_without_meeting=[month(part) for part in parts(answer)]),
    )


def _due(document: _native.Document) -> Setting:
    def put(policy: Policy, answer: str) -> Policy:
        others = [due for due in policy.due_dates if due.document != document.id]
        mine = [_native.DueDate(document=document.id, on=month_day(answer))] if answer else []
        return policy.replace(due_dates=[*others, *mine])

    return Setting(
        f"due.{document.id}",
        _titled("Sista dag: {}", "Due date: {}", document.title),
        {
            "sv": "Den dag på året då dokumentet ska vara klart. Till exempel 15 september.",
            "en": "The day of the year by which the document is to be ready. For example 15 September.",
        },
        lambda policy: next((due.on for due in policy.due_dates if due.document == document.id), ""),
        put,
    )


def _booking(dialogue: _native.Dialogue, year: _native.SchoolYear) -> Setting:
    def is_mine(booking: _native.Booking) -> bool:
        return booking.event == dialogue.id and booking.days.start in year.period

    def put(policy: Policy, answer: str) -> Policy:
        others = [booking for booking in policy.bookings if not is_mine(booking)]
        mine = [_native.Booking(event=dialogue.id, days=period(part)) for part in parts(answer)]
        return policy.replace(bookings=[*others, *mine])

    return Setting(
        f"booking.{dialogue.id}",
        _titled(f"{{}}, dagar {year}", f"{{}}, days {year}", dialogue.title),
        {
            "sv": "Dagarna som är bokade under läsåret. Till exempel 2026-09-14/2026-09-18, 2026-09-21.",
            "en": "The days that are booked in the school year. For example 2026-09-14/2026-09-18, 2026-09-21.",
        },
        lambda policy: ", ".join(span(booking.days) for booking in policy.bookings if is_mine(booking)),
        put,
    )


def _school_year(year: _native.SchoolYear) -> Iterator[Setting]:
    def dates(policy: Policy) -> _native.SchoolYearDates | None:
        return next((one for one in policy.school_years if one.year == year), None)

    def with_dates(policy: Policy, mine: _native.SchoolYearDates | None) -> Policy:
        others = [one for one in policy.school_years if one.year != year]
        return policy.replace(school_years=[*others, *([mine] if mine is not None else [])])

    def known(policy: Policy) -> _native.SchoolYearDates:
        found = dates(policy)
        if found is None:
            raise Misunderstood("Ange först terminerna (terms).", "Give the terms first (terms).")
        return found

    def put_terms(policy: Policy, answer: str) -> Policy:
        if not answer:
            return with_dates(policy, None)
        terms = [period(part) for part in parts(answer)]
        if len(terms) != 2:
            raise Misunderstood(
                "Skriv två terminer med kommatecken emellan.", "Write two terms with a comma between them."
            )
        autumn, spring = terms
        found = dates(policy)
        made = (
            found.replace(autumn_term=autumn, spring_term=spring)
            if found is not None
            else _native.SchoolYearDates(year=year, autumn_term=autumn, spring_term=spring)
        )
        return with_dates(policy, made)

    def put_breaks(policy: Policy, answer: str) -> Policy:
        breaks = []
        for part in parts(answer):
            name, _, days = part.rpartition(" ")
            if not name:
                raise Misunderstood("Skriv lovets namn före dagarna.", "Write the name of the break before its days.")
            breaks.append(_native.Break(name=name, days=period(days)))
        return with_dates(policy, known(policy).replace(breaks=breaks))

    yield Setting(
        "terms",
        {"sv": f"Terminer {year}", "en": f"Terms {year}"},
        {
            "sv": "Höstterminen och vårterminen, från första till sista skoldagen. "
            "Till exempel 2026-08-17/2026-12-18, 2027-01-08/2027-06-11.",
            "en": "The autumn and the spring term, from the first to the last school day. "
            "For example 2026-08-17/2026-12-18, 2027-01-08/2027-06-11.",
        },
        lambda policy: f"{span(d.autumn_term)}, {span(d.spring_term)}" if (d := dates(policy)) is not None else "",
        put_terms,
    )
    yield Setting(
        "breaks",
        {"sv": f"Lov {year}", "en": f"Breaks {year}"},
        {
            "sv": "Lov under läsåret. Till exempel höstlov 2026-10-26/2026-10-30, sportlov 2027-02-15/2027-02-19.",
            "en": "Breaks of the school year. For example höstlov 2026-10-26/2026-10-30, sportlov 2027-02-15/2027-02-19.",
        },
        lambda policy: (
            ", ".join(f"{one.name} {span(one.days)}" for one in d.breaks) if (d := dates(policy)) is not None else ""
        ),
        put_breaks,
    )
    yield Setting(
        "training_days",
        {"sv": f"Studiedagar {year}", "en": f"Staff training days {year}"},
        {
            "sv": "Dagar för personalen, lediga för elever. Till exempel 2026-10-26, 2027-03-01.",
            "en": "Days for the staff, free for pupils. For example 2026-10-26, 2027-03-01.",
        },
        lambda policy: ", ".join(map(str, d.staff_training_days)) if (d := dates(policy)) is not None else "",
        lambda policy, answer: with_dates(
            policy, known(policy).replace(staff_training_days=[day(part) for part in parts(answer)])
        ),
    )


def _answer(question: _native.OpenQuestion) -> Setting:
    def put(policy: Policy, answer: str) -> Policy:
        others = [one for one in policy.answers if one.question != question.id]
        if not answer:
            return policy.replace(answers=others)
        binds = {"ja": True, "yes": True, "nej": False, "no": False}.get(answer.casefold())
        if binds is None:
            raise Misunderstood("Svara ja eller nej.", "Answer yes or no.")
        if policy.decided is None:
            raise Misunderstood("Ange först vem som har beslutat (decided).", "Say first who decided (decided).")
        made = _native.Answer(question=question.id, binds=binds, decided=policy.decided)
        return policy.replace(answers=[*others, made])

    return Setting(
        f"answer.{question.id}",
        {"sv": say(question.question, Lang.sv), "en": say(question.question, Lang.en)},
        {
            "sv": "En fråga som riktlinjen lämnar öppen. Ja eller nej.",
            "en": "A question that the guideline leaves open. Yes or no.",
        },
        lambda policy: next(
            ("ja" if one.binds else "nej" for one in policy.answers if one.question == question.id), ""
        ),
        put,
    )


def _number(
    key: str, held: Callable[[Policy], int], put: Callable[[Policy, int], Policy], words: tuple[Words, Words]
) -> Setting:
    return Setting(key, *words, lambda policy: str(held(policy)), lambda policy, answer: put(policy, whole(answer)))


def _limit(key: str) -> Setting:
    return _number(
        key,
        lambda policy: int(getattr(policy.free_text, key)),
        lambda policy, number: policy.replace(free_text=policy.free_text.replace(**{key: number})),
        _NUMBERS[key],
    )

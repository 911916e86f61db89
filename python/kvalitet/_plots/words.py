"""What stands in figures, in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping

from kvalitet._native import Language

_WORDS: Mapping[str, Mapping[str, str]] = {
    "own": {
        "sv": "Enhetens egna siffror, för enhetens egen analys. De är inte prövade för att visas för andra.",
        "en": "The unit's own figures, for its own analysis. They have not been examined for showing to others.",
    },
    "answers": {"sv": "Så svarade de", "en": "What they answered"},
    "sides": {
        "sv": "Gynnsamma svar står till höger om mittlinjen och ogynnsamma till vänster, streckade. Talen i staplarna är "
        "procent av dem som svarade på skalan, avrundade till hela tal.",
        "en": "Favourable answers stand to the right of the middle line, unfavourable ones to its left, striped. Numbers "
        "in the bars are per cent of those who answered on the scale, rounded to whole numbers.",
    },
    "turned": {
        "sv": "En fråga som är negativt ställd är vänd, så att gynnsamt står till höger också där. Den har en egen "
        "teckenförklaring.",
        "en": "A question that is worded negatively is turned, so that favourable is to the right there too. It has a "
        "key of its own.",
    },
    "split": {
        "sv": "Mellanläget ”{}” delas lika på båda sidor om mittlinjen.",
        "en": "The middle, “{}”, is halved by the middle line.",
    },
    "left": {
        "sv": "Mellanläget ”{}” står till vänster om mittlinjen, med de ogynnsamma svaren.",
        "en": "The middle, “{}”, stands to the left of the middle line, with the unfavourable answers.",
    },
    "apart": {
        "sv": "Mellanläget ”{}” står för sig till höger och inte i stapeln, men räknas med när procenten räknas ut.",
        "en": "The middle, “{}”, stands by itself to the right and not in the bar, but counts when shares are computed.",
    },
    "no middle": {"sv": "Skalan har inget mellanläge.", "en": "The scale has no middle."},
    "outside": {
        "sv": "”{}” är inget läge på skalan och finns inte i staplarna. Det står för sig till höger: antal, och procent "
        "av alla som svarade på frågan.",
        "en": "“{}” is no level of the scale and not in the bars. It stands by itself to the right: how many, and per "
        "cent of all who answered the question.",
    },
    "few": {
        "sv": "Få svar: när färre än {} har svarat flyttar varje svar stapeln mycket.",
        "en": "Few answers: where fewer than {} have answered, each of them moves the bar a great deal.",
    },
    "unanswered": {"sv": "Frågor som ingen har svarat på: {}", "en": "Questions that nobody has answered: {}"},
    "is turned": {"sv": "Negativt ställd fråga, vänd:", "en": "Negatively worded, and turned:"},
    "unfavourable": {"sv": "← ogynnsamma", "en": "← unfavourable"},
    "favourable": {"sv": "gynnsamma →", "en": "favourable →"},
    "n": {"sv": "Antal svar", "en": "Answers"},
    "few mark": {"sv": "få svar", "en": "few"},
    "no answers": {"sv": "inga svar", "en": "no answers"},
    "not asked": {"sv": "frågan ställdes inte", "en": "not asked"},
    "too few": {
        "sv": "För få svar: där färre än {} har svarat visas inga siffror.",
        "en": "Too few: where fewer than {} have answered, no figures are shown.",
    },
    "only outside": {"sv": "inga svar på skalan", "en": "no answers on the scale"},
    "nothing": {"sv": "Inga svar att visa.", "en": "No answers to show."},
    "no items": {"sv": "Inga frågor att visa.", "en": "No questions to show."},
    "item": {"sv": "Fråga", "en": "Question"},
    "area": {"sv": "Område", "en": "Area"},
    "group": {"sv": "Grupp", "en": "Group"},
    "round": {"sv": "Omgång", "en": "Round"},
    "on scale": {"sv": "Svar på skalan", "en": "Answers on the scale"},
    "all": {"sv": "Alla", "en": "All"},
    "changed": {"sv": "frågan ändrad", "en": "question changed"},
    "progression": {"sv": "Utvecklingen från omgång till omgång", "en": "What became of it from round to round"},
    "index axis": {
        "sv": "Index är medelvärdet av alla svar i området, 0–10 poäng, och 10 är det gynnsammaste. Negativt ställda "
        "frågor är vända. ”Vet inte” räknas inte med.",
        "en": "The index is the mean of all answers in the area, 0–10 points, and 10 is the most favourable. Negatively "
        "worded questions are turned. “Don't know” is left out.",
    },
    "mean axis": {
        "sv": "Medelvärde i poäng, 0–10, och 10 är det gynnsammaste. Negativt ställda frågor är vända. ”Vet inte” räknas "
        "inte med.",
        "en": "Mean in points, 0–10, and 10 is the most favourable. Negatively worded questions are turned. “Don't "
        "know” is left out.",
    },
    "share axis": {
        "sv": "Andelen som gav ett av de två gynnsammaste svaren, av alla som svarade på frågan, även ”Vet inte”.",
        "en": "Those who gave one of the two most favourable answers, of all who answered the question, “Don't know” "
        "among them.",
    },
    "no index interval": {
        "sv": "Index har inget intervall: flera av svaren kommer från samma person, så osäkerheten kan inte räknas ut av "
        "antalen. Små skillnader kan vara slump.",
        "en": "An index has no interval: several of its answers are each person's, so that the counts do not tell how "
        "uncertain it is. Small differences may be chance.",
    },
    "no mean interval": {
        "sv": "Punkterna visas utan intervall. Små skillnader kan vara slump.",
        "en": "Points are shown without intervals. Small differences may be chance.",
    },
    "interval": {
        "sv": "De lodräta strecken är 95-procentiga intervall och visar hur osäker punkten är, om de som svarade ses som "
        "ett slumpmässigt urval. Där de överlappar mycket går det inte att säga att något har ändrats.",
        "en": "The upright lines are 95% intervals and show how uncertain the point is, if those who answered are taken "
        "for a random sample. Where they overlap much, nothing can be said to have changed.",
    },
    "cross-sections": {
        "sv": "Varje omgång är de som svarade då; ingen elev följs. Avståndet mellan omgångarna är lika stort i bilden "
        "även när tiden emellan inte är det.",
        "en": "Each round is those who answered then; no pupil is followed. Rounds stand equally far apart, whatever the "
        "time between them.",
    },
    "broken": {
        "sv": "Där linjen är bruten går omgångarna inte att jämföra:",
        "en": "Where the line is broken the rounds cannot be compared:",
    },
    "one round": {
        "sv": "Det finns bara en omgång, så ingen utveckling går att se än.",
        "en": "There is only one round, so nothing can be said of change yet.",
    },
    "respondents few": {
        "sv": "Ihåliga märken: färre än {} svarade, och då kan en enda persons svar flytta punkten mycket.",
        "en": "Hollow marks: fewer than {} answered, and then a single person's answers may move the point a great deal.",
    },
    "answers few": {
        "sv": "Få svar (färre än {}) står som ihåliga märken: där kan ett enda svar flytta punkten mycket.",
        "en": "Few answers (fewer than {}) are hollow marks: there a single answer may move the point a great deal.",
    },
    "index": {"sv": "Index", "en": "Index"},
    "mean": {"sv": "Medelvärde", "en": "Mean"},
    "share": {"sv": "Andel positiva, %", "en": "Favourable, %"},
    "lower": {"sv": "Lägst, %", "en": "Lower, %"},
    "upper": {"sv": "Högst, %", "en": "Upper, %"},
    "answers count": {"sv": "Svar", "en": "Answers"},
    "broken here": {"sv": "bruten trend", "en": "trend broken"},
    "not to be had": {"sv": "inget tal", "en": "no figure"},
    "hidden": {"sv": "för få svar", "en": "too few"},
    "in brackets": {
        "sv": "Under varje omgång står talet och, inom parentes, hur många svar det bygger på.",
        "en": "Below each round stands the figure and, in brackets, on how many answers it rests.",
    },
    "note": {"sv": "Anmärkning", "en": "Note"},
}


def word(key: str, lang: Language) -> str:
    """A word of the figures."""
    return _WORDS[key][lang]


def percent(number: float, lang: Language) -> str:
    """`12 %` on one line, and `12%` in English."""
    return f"{whole(number)}\u00a0%" if lang == Language.sv else f"{whole(number)}%"


def whole(number: float) -> int:
    """Halves upwards, as people round."""
    return int(number + 0.5)


def decimal(number: float, lang: Language) -> str:
    """`6,7`, and `6.7` in English."""
    text = f"{number:.1f}"
    return text.replace(".", ",") if lang == Language.sv else text

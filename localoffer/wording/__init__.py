"""Facts → standard English, the same words wherever a fact is shown.

In: dates, times, amounts, numbers and the small models of a listing. Out: plain text, never markup. Standard pages and
easy read both read from here, so the two can never say different things. GOV.UK style: 9:30am, £3.50, Monday 2 November 2026.
"""

from localoffer.wording.access import (
    AUDIENCES,
    CHECKED_HOW,
    CONDITIONS,
    DELIVERIES,
    SPACES,
    WAYS_IN,
    assessed,
    audiences,
    decision_within,
    delivery,
    interpreters,
    routes,
    wait,
    wait_span,
)
from localoffer.wording.ages import OLDEST, age_range, ages, ages_label, is_for_grown_up
from localoffer.wording.dates import (
    ALWAYS,
    MONTHS,
    WEEKDAYS,
    clock,
    day_date,
    days,
    ends_next_day,
    hours,
    is_past,
    month_year,
    open_hours,
    schedule_days,
    schedule_season,
    schedule_words,
    weekday,
)
from localoffer.wording.law import law_figure, law_source, law_statement
from localoffer.wording.money import cost_brief, cost_words, is_price_now, pounds, price, price_words
from localoffer.wording.page_dates import NO_DATES, date_line, date_sentences, dates_to_come
from localoffer.wording.phones import extension_words, phone_chunks, phone_link, text_link
from localoffer.wording.sentences import count, first_capital, in_list, in_sentence, join, sentence

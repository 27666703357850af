"""What stands in real feeds, and what is right: texts, hours, prices, ages, addresses, numbers, as people have typed them."""

from __future__ import annotations

from typing import Any

import pytest

from localoffer.exchange.clean.prose import as_markdown
from localoffer.exchange.shape import Contact, Phone, Place, Price, Schedule, Term
from localoffer.exchange.taking.addresses import is_private, web_address
from localoffer.exchange.taking.from_text import read_price
from localoffer.exchange.taking.hours import read_hours
from tests.exchange.of_one import TODAY, draft, listing

WEEK = ["MO", "TU", "WE", "TH", "FR"]

TEXTS = [
    ("<p>Come &amp; play.</p>", "Come & play."),
    ("<p>Come &amp;amp; play&amp;nbsp;here.</p>", "Come & play here."),
    ("&lt;p&gt;Come and play.&lt;/p&gt;&lt;p&gt;Stay.&lt;/p&gt;", "Come and play.\n\nStay."),
    ("<div><p>One</p></div><div>Two</div>", "One\n\nTwo"),
    ("<h1>Club</h1><p>Text.</p><h2>When</h2><p>Now.</p>", "### Club\n\nText.\n\n#### When\n\nNow."),
    ("<h2>Club</h2><p>Text.</p><h2>When</h2><p>Now.</p>", "### Club\n\nText.\n\n### When\n\nNow."),
    ("<h4></h4><p>Text.</p>", "Text."),
    ("<h2>Club</h2><h2>When</h2><p>Now.</p><h3>Where</h3>", "Club\n\n### When\n\nNow.\n\nWhere"),
    ("<h3>All our words</h3><h3>are big.</h3>", "All our words\n\nare big."),
    ("<p><strong>Opening times</strong></p><p>Each day.</p>", "### Opening times\n\nEach day."),
    ("<p><strong>Please phone first.</strong></p><p>Each day.</p>", "**Please phone first.**\n\nEach day."),
    ("<ul><li><strong>Who is it for?</strong></li><li>Children</li></ul>", "### Who is it for?\n\n- Children"),
    ("<ul><li><h3>Who is it for?</h3></li><li>Children</li></ul>", "### Who is it for?\n\n- Children"),
    ("<ul><li><p>One</p></li><li><p>Two</p></li></ul>", "- One\n- Two"),
    ("<ul><li>One<ul><li>Two</li></ul></li></ul>", "- One\n    - Two"),
    ("<ol><li>One<li>Two</ol>", "1. One\n2. Two"),
    ("<ul><ul><li>Deep</li></ul></ul>", "- Deep"),
    ("Line one<br>line two<br><br>New", "Line one  \nline two\n\nNew"),
    ("<p>·<span>&nbsp;&nbsp;</span>Point</p><p>·&nbsp;More</p>", "- Point\n- More"),
    ("<p class=MsoNormal><o:p>&nbsp;</o:p></p><p>Text</p>", "Text"),
    ("<!--[if gte mso 9]><xml><w:Word>x</w:Word></xml><![endif]--><p>Text</p>", "Text"),
    ("<style>p{color:red}</style><p style='x'>Text</p><script>alert('<p>')</script>", "Text"),
    ("<p>Text<!-- not for you --></p>", "Text"),
    ("<table><tr><th>Day</th><th>Time</th></tr><tr><td>Mon</td><td>9</td></tr></table>", "| Day | Time |\n| --- | --- |\n| Mon | 9 |"),
    ("<table><tr><td>Mon</td><td>9</td></tr><tr><td>Tue</td><td>10</td></tr></table>", "- Mon: 9\n- Tue: 10"),
    ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo"),
    ("<dl><dt>Cost</dt><dd>Ask us</dd></dl>", "### Cost\n\nAsk us"),
    ("<a href='https://marl.example/join'>Join the club</a>", "[Join the club](https://marl.example/join)"),
    ("<a href='www.marl.example'>Join the club</a>", "[Join the club](https://www.marl.example)"),
    ("<a href='http:www.marl.example'>Join the club</a>", "[Join the club](http://www.marl.example)"),
    ("<a href='https://marl.example/join'>Click here</a>", "Click here: [marl.example/join](https://marl.example/join)"),
    ("<a href='https://marl.example/join'>https://marl.example/join</a>", "[marl.example/join](https://marl.example/join)"),
    ("<a href='https://marl.example/?utm_source=x'>The club</a>", "[The club](https://marl.example/)"),
    ("<a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmarl.example%2F&data=1'>The club</a>", "[The club](https://marl.example/)"),
    ("<a href='javascript:alert(1)'>The club</a>", "The club"),
    ("<a href='/kb5/marl/page.action'>The club</a>", "The club"),
    ("<a href='#top'>Back to top</a>", "Back to top"),
    ("<a href='mailto:info@marl.example'>info@marl.example</a>", "info@marl.example"),
    ("<a href='mailto:info@marl.example?subject=Hi'>E-mail us</a>", "E-mail us (info@marl.example)"),
    ("<a href='mailto:jane.smith@gmail.com'>E-mail us</a>", "E-mail us"),
    ("<a href='tel:01632960114'>01632 960 114</a>", "01632 960 114"),
    ("<a name='x'></a><p>Text</p>", "Text"),
    ("<p><img src='data:image/png;base64,AAAA' alt='Our hall'>Text</p>", "Text"),
    ("<p><iframe src='https://www.youtube.com/embed/x'></iframe>Text</p>", "Text"),
    ("<p>ages &lt;5 and &gt;3</p>", "ages <5 and >3"),
    ("<p>if a<b then</p>", "if a< b then"),
    ("<p>* not a point, _nor_ stress</p>", "\\* not a point, \\_nor\\_ stress"),
    ("<p>#SEND is our tag</p>", "\\#SEND is our tag"),
    ("<p>[see below] {draft}</p>", "(see below) (draft)"),
    ("<p>Write to <jane@marl.example></p>", "Write to < jane@marl.example>"),
    ("<p>Open <b>Monday</b>and<b> Friday</b></p>", "Open **Monday**and **Friday**"),
    ("<p>Soft\u00adhyphen and zero\u200bwidth</p>", "Softhyphen and zerowidth"),
    ("Come and play.\n\nStay for tea.", "Come and play.\n\nStay for tea."),
    ("Come and play.\r\nStay for tea.", "Come and play.\nStay for tea."),
    ("We offer:\n• art\n• music", "We offer:\n• art\n• music"),
    ("# Our club\n\nText", "### Our club\n\nText"),
    ("Our club\n========\nText", "### Our club\nText"),
    ("Text ![a hall](hall.png) more", "Text  more"),
    ("Text [x](javascript:alert(1)) more", "Text x more"),
    ("Email jane.smith@gmail.com to book", "Email (address not shown) to book"),
    ("Please contact Jane Smith to book", "Please contact (name not shown) to book"),
    ("Contact James Hall School to book", "Contact James Hall School to book"),
    ("Come and play.\n\nKind regards\nJ. Smith\nOfficer", "Come and play."),
    ("See https://marl.example/?fbclid=abc now", "See https://marl.example/ now"),
    ("{: .red } --8<-- 'x' {{ y }}", "(: .red ) --8 <-- 'x' (( y ))"),
    ("", ""),
    ("<p>&nbsp;</p>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("given", "right"), TEXTS, ids=range(len(TEXTS)))
def test_a_text_becomes_markdown(given: str, right: str) -> None:
    assert as_markdown(given, "description", draft()) == right


HOURS = [
    ("Monday to Friday 9am to 5pm", (WEEK, "09:00", "17:00")),
    ("Mon-Fri, 09:00-17:00", (WEEK, "09:00", "17:00")),
    ("Open Monday – Friday, 9.00am – 5.00pm.", (WEEK, "09:00", "17:00")),
    ("Saturdays 10am-12 noon", (["SA"], "10:00", "12:00")),
    ("Every Tuesday from 1pm to 3pm", (["TU"], "13:00", "15:00")),
    ("Tuesdays and Thursdays 9.30-11.30am", (["TU", "TH"], "09:30", "11:30")),
    ("Wednesday 1-3pm", (["WE"], "13:00", "15:00")),
    ("Friday 10-12pm", (["FR"], "10:00", "12:00")),
    ("9am - 5pm, Monday to Friday", (WEEK, "09:00", "17:00")),
    ("We meet every Monday, 7pm until 9pm", (["MO"], "19:00", "21:00")),
    ("Weekdays 08:30 to 16:00", (WEEK, "08:30", "16:00")),
    ("Daily 10am to 4pm", (["MO", "TU", "WE", "TH", "FR", "SA", "SU"], "10:00", "16:00")),
    ("Thursday 9-11pm", None),
    ("Monday 9-5", None),
    ("First Monday of the month 10am-12pm", None),
    ("Every other Tuesday 1pm to 3pm", None),
    ("Monday or Tuesday 1pm to 3pm", None),
    ("Mon 9am-5pm, Tue 10am-4pm", None),
    ("Phone lines are open Monday 9am to 5pm", None),
    ("Monday 5pm to 4pm", None),
    ("by appointment", None),
]


@pytest.mark.parametrize(("given", "right"), HOURS)
def test_hours_are_read_only_where_they_can_be_read_one_way(
    given: str, right: tuple[list[str], str, str] | None
) -> None:
    found = read_hours(given)
    assert (found and (found["byday"], found["opens_at"], found["closes_at"])) == right


def test_term_time_and_bank_holidays_are_read_with_the_hours() -> None:
    found = read_hours("Mondays 10am to 12pm (term time only), except bank holidays")
    assert found is not None
    assert (found["term_time_only"], found["not_bank_holidays"]) == ("yes", "yes")


PRICES = [
    ("Cost: £3 per session", ("per session", "3")),
    ("The cost is £3.50 per child.", ("per child", "3.50")),
    ("£12 a month", ("a month", "12")),
    ("£1,200", ("Price", "1200")),
    ("£3 or £5", None),
    ("from £3", None),
    ("£3 for members", None),
    ("£3 suggested donation", None),
    ("£20 plus £5 deposit", None),
    ("Contact us for prices", None),
]


@pytest.mark.parametrize(("given", "right"), PRICES)
def test_a_price_is_read_only_where_there_is_one(given: str, right: tuple[str, str] | None) -> None:
    found = read_price(given, needs_label=False)
    assert (found and (found["option"], found["amount"])) == right


PRIVATE = [
    ("jane.smith@gmail.com", True),
    ("janesmith1972@hotmail.co.uk", True),
    ("jane.smith@marlbrook.gov.uk", True),
    ("j.smith@marlbrook.gov.uk", True),
    ("bluebell77@btinternet.com", True),
    ("info@marl.example", False),
    ("marlswimclub@gmail.com", False),
    ("sendteam@marlbrook.gov.uk", False),
    ("early.years@marlbrook.gov.uk", False),
    ("family.hub@marlbrook.gov.uk", False),
    ("st.marys@school.example", False),
    ("hello@janes-dance.example", False),
]


@pytest.mark.parametrize(("given", "right"), PRIVATE)
def test_an_address_that_looks_like_one_persons_is_known(given: str, right: bool) -> None:
    assert is_private(given, draft(name="Marl Swim Club")) is right


ADDRESSES = [
    ("www.marl.example", "https://www.marl.example"),
    ("marl.example/club", "https://marl.example/club"),
    ("http:www.marl.example", "http://www.marl.example"),
    ("http:/marl.example", "http://marl.example"),
    (" https://marl.example\xa0", "https://marl.example"),
    ("<https://marl.example>", "https://marl.example"),
    ("https://marl.example/?utm_campaign=x&id=4", "https://marl.example/?id=4"),
    ("Marl Community Centre", None),
    ("n/a", None),
    ("javascript:alert(1)", None),
    ("https://user:word@marl.example", None),
    ("https://m\u0430rl.example", None),
]


@pytest.mark.parametrize(("given", "right"), ADDRESSES)
def test_a_web_address_is_the_one_that_was_meant(given: str, right: str | None) -> None:
    assert web_address(given) == right


FIELDS: list[tuple[dict[str, Any], str, Any]] = [
    ({"minimum_age": "5", "maximum_age": "11"}, "eligibility", {"minimum_age": 5, "maximum_age": 11}),
    ({"minimum_age": "18", "maximum_age": "99"}, "eligibility", {"minimum_age": 18, "maximum_age": 25}),
    ({"minimum_age": "0", "maximum_age": "100"}, "eligibility", {"any_age": "yes"}),
    ({"minimum_age": "0", "maximum_age": "0"}, "eligibility", {"any_age": "not known"}),
    ({"minimum_age": "0"}, "eligibility", {"any_age": "not known"}),
    ({"maximum_age": "18"}, "eligibility", {"maximum_age": 18}),
    ({"minimum_age": "8.0"}, "eligibility", {"minimum_age": 8}),
    ({"minimum_age": "18", "maximum_age": "5"}, "eligibility", {"any_age": "not known"}),
    ({"minimum_age": "teenagers"}, "eligibility", {"any_age": "not known"}),
    ({"free": "yes"}, "cost", {"free": "yes"}),
    ({"fees_description": "Free of charge."}, "cost", {"free": "yes"}),
    ({"fees_description": "£3.50 per session"}, "cost", {"free": "no", "cost_options": [{"option": "per session", "amount": "3.50"}]}),
    ({"fees_description": "Free for members, others £5"}, "cost", {"free": "not known"}),
    ({"prices": [Price("Under 18s", "35", "an hour")]}, "cost", {"free": "no", "cost_options": [{"option": "Under 18s", "amount": "35", "amount_description": "an hour"}]}),
    ({"prices": [Price("All", "0")]}, "cost", {"free": "yes"}),
    ({"prices": [Price("Child", "5", currency="EUR")]}, "cost", {"free": "not known"}),
    ({"description": "Come and play. It is free."}, "cost", {"free": "yes"}),
    ({"description": "Come and play, feel free to bring a friend."}, "cost", {"free": "not known"}),
    ({"assured_date": "2024-12-18T00:00:00Z"}, "last_checked", {"date": "2024-12-18", "by": "not known", "how": "not known"}),
    ({"assured_date": "2031-01-01"}, "last_checked", "not known"),
    ({"status": "defunct"}, "status", "closed"),
    ({"status": ""}, "status", "active"),
    ({"phones": [Phone("Tel: +44 (0)1632 960114")]}, "contacts", [{"phone": "01632 960 114"}]),
    ({"phones": [Phone("01632 960114 / 01632 960115")]}, "contacts", [{"phone": "01632 960 114"}, {"phone": "01632 960 115"}]),
    ({"phones": [Phone("01632 960114 ext 204")]}, "contacts", [{"phone": "01632 960 114", "extension": "204"}]),
    ({"phones": [Phone("01632 960114", kind="fax")]}, "contacts", "not known"),
    ({"phones": [Phone("01632 960114"), Phone("07700 900114", kind="sms")]}, "contacts", [{"phone": "01632 960 114", "sms": "07700 900 114"}]),
    ({"email": "info@marl.example\xa0"}, "contacts", [{"email": "info@marl.example"}]),
    ({"email": "jane.smith@gmail.com"}, "contacts", "not known"),
    ({"contacts": [Contact("Jane Smith", "Manager", email="club@marl.example")]}, "contacts", [{"role": "Manager", "email": "club@marl.example"}]),
    ({"contacts": [Contact("Enquiries Team", phones=[Phone("01632 960114")])]}, "contacts", [{"role": "Enquiries Team", "phone": "01632 960 114"}]),
    ({"contacts": [Contact("Jane Smith")]}, "contacts", "not known"),
    ({"description": "Come and play. Phone 01632 960114 to book."}, "contacts", [{"phone": "01632 960 114"}]),
    ({"description": "Phone 01632 960114 or 01632 960115 to book."}, "contacts", "not known"),
    ({"description": "Come and play. Fax: 01632 960114."}, "contacts", "not known"),
    ({"languages": ["pl", "Urdu", "eng"]}, "languages", ["Polish", "Urdu", "English"]),
    ({"languages": ["British Sign Language (BSL)"]}, "bsl", "yes"),
    ({"service_areas": ["England"]}, "service_areas", ["national"]),
    ({"service_areas": ["Marlbrook"]}, "service_areas", ["whole area"]),
    ({"service_areas": ["Ten miles round Marlbrook"]}, "service_areas", ["not known"]),
    ({"terms": [Term("Drop in")]}, "access", {"route": ["drop-in"]}),
    ({"application_process": "1. Phone us.\n2. We visit you."}, "access", {"route": ["not known"], "steps": ["Phone us.", "We visit you."]}),
    ({"schedules": [Schedule("WEEKLY", byday="TU,TH", opens_at="10:00:00", closes_at="12:00:00")]}, "schedules", [{"byday": ["TU", "TH"], "opens_at": "10:00", "closes_at": "12:00"}]),
    ({"schedules": [Schedule(byday="Monday", opens_at="hh:mm:ss", closes_at="hh:mm:ss")]}, "schedules", [{"byday": ["MO"]}]),
    ({"schedules": [Schedule("MONTHLY", byday="1MO", opens_at="10:00", closes_at="12:00")]}, "schedules", [{"byday": ["MO"], "opens_at": "10:00", "closes_at": "12:00", "every": "month", "week_of_month": 1}]),
    ({"schedules": [Schedule("WEEKLY", interval="2", byday="MO")]}, "schedules", None),
    ({"schedules": [Schedule(description="Saturdays 10am to noon")]}, "schedules", [{"byday": ["SA"], "opens_at": "10:00", "closes_at": "12:00"}]),
    ({"description": "Come and play.\n\nOpening times: Saturdays 10am to 12pm"}, "schedules", [{"byday": ["SA"], "opens_at": "10:00", "closes_at": "12:00"}]),
    ({"description": "We closed last Saturday 10am to 12pm."}, "schedules", None),
    ({"places": [Place("Hall", "1 Mill Lane", city="Marlbrook", postal_code="mb24dt")]}, "locations", [{"name": "Hall", "address_1": "1 Mill Lane", "city": "Marlbrook", "postal_code": "MB2 4DT"}]),
    ({"places": [Place("Hall", "1 Mill Lane")]}, "locations", None),
    ({"places": [Place("Refuge", "1 Mill Lane", city="Marlbrook", postal_code="MB2 4DT", sensitive=True)]}, "locations", [{"name": "Refuge", "city": "Marlbrook", "sensitive": "yes"}]),
    ({"description": "Venue: Easton Hall, 1 Mill Lane, Marlbrook, MB2 4DT"}, "locations", [{"name": "Easton Hall", "address_1": "1 Mill Lane", "city": "Marlbrook", "postal_code": "MB2 4DT"}]),
    ({"description": "Our office is at 1 Mill Lane, Marlbrook, MB2 4DT"}, "locations", None),
    ({"summary": "Come and play with us", "description": "Come and play with us on Saturdays."}, "summary", None),
    ({"summary": "A calm club for children.", "description": "Come and play."}, "summary", "A calm club for children."),
    ({"name": "SATURDAY CLUB"}, "name", "SATURDAY CLUB"),
    ({"name": "  Saturday\xa0club &amp; more "}, "name", "Saturday club & more"),
    ({"alternate_name": "Sat club; Club on Saturday"}, "also_known_as", ["Sat club", "Club on Saturday"]),
    ({"school": {"urn": "123456"}}, "school", {"urn": "123456"}),
    ({"school": {"senco": "Jane Smith"}}, "school", None),
]  # fmt: skip


@pytest.mark.parametrize(("given", "name", "right"), FIELDS, ids=range(len(FIELDS)))
def test_a_field_holds_what_is_known(given: dict[str, Any], name: str, right: Any) -> None:
    found = listing(**given).fields.get(name)
    if name == "eligibility":
        found = {part: value for part, value in found.items() if part != "needs"}
    assert found == right


def test_a_service_for_older_people_only_is_left_out_and_says_why() -> None:
    assert "older than 25" in listing(minimum_age="50", maximum_age="100").left_out


def test_what_is_taken_from_words_is_told_with_these_words() -> None:
    changed = listing(description="Come and play. Phone 01632 960114 to book.").changed
    assert [(one.was, one.now) for one in changed] == [("Phone 01632 960114 to book.", "01632 960 114")]


def test_words_that_no_field_can_hold_stay_in_the_text() -> None:
    text = listing(
        wait_time="About 6 weeks", places=[Place("Hall", "1 Mill Lane", accessibility=["Ramp at the back"])]
    ).fields["description"]
    assert "About 6 weeks" in text
    assert "Ramp at the back" in text
    assert "1 Mill Lane" in text


def test_the_street_of_a_hidden_place_is_nowhere_in_the_text() -> None:
    place = Place("Refuge", "1 Mill Lane", city="Marlbrook", postal_code="MB2 4DT", sensitive=True)
    found = listing(places=[place], description="We are at 1 Mill Lane, MB24DT, next to the shop.")
    assert "Mill" not in repr(found)
    assert "MB2" not in repr(found)


def test_the_day_of_today_is_a_day_of_a_check() -> None:
    assert listing(assured_date=TODAY.isoformat()).fields["last_checked"]["date"] == "2026-11-25"

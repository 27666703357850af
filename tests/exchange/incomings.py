"""Random records of other systems: words, markup, numbers and slips of every kind in every field."""

from __future__ import annotations

from hypothesis import strategies as st

from localoffer.exchange.shape import (
    Contact,
    Incoming,
    Link,
    Organization,
    Origin,
    Phone,
    Place,
    Price,
    Schedule,
    Section,
    Term,
)

HOURS = (
    "Opening times: Monday to Friday 9.30am-4pm. ",
    "We meet on Wednesdays from 1-3pm. ",
    "Every weekday 09:15 to noon, term time only. ",
    "Tue & Thu 6pm until 7.45pm. ",
    "The club runs on the first Monday of the month at 10am. ",
    "Sunday 9-11. ",
    "Fridays 11pm to 1am. ",
    "Office open Mon-Thu 8am-6pm, closed Friday. ",
)
"""Hours in words: some can be read one way, some cannot."""
PIECES = (
    "Come and play with us. ",
    "<p>",
    "</p>",
    "<b>Opening times</b>",
    "<ul><li>",
    "</li></ul>",
    "<h2>Who is it for?</h2>",
    "<h5>",
    "<table><tr><td>Mon</td><td>9am</td></tr>",
    "</table>",
    "<a href='http:www.marl.example'>click here</a>",
    '<a href="javascript:alert(1)">run</a>',
    "[words](/guides/x)",
    "![picture](x.png)",
    "# Big heading\n",
    "Title\n---\n",
    "{: .red } {{ x }} {a=b}",
    "--8<-- 'file'",
    "&amp;lt;script&amp;gt;",
    "&nbsp;&#8203;\u200b\u202e\x07",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "jane.smith@gmail.com",
    "club@marl-trust.example",
    "01632 960114",
    "MB2 4DT",
    "Saturdays 10am to 12pm. ",
    *HOURS,
    "Cost: £3 per session. ",
    "It is free. ",
    "\n\n",
    "* _ ` [ ] ( ) < > | \\ ~ = : ! ",
    "https://www.marl.example/x?utm_source=a&fbclid=b",
    "\nKind regards\nJ. S.\n",
    "Contact Jane Smith on 01632 960 115. ",
    "£4.50",
    "Wrapped &amp; twice &amp;amp; more ",
    "https://аpple.com/x",
    "\ud800",
)
text = st.one_of(
    st.just(""),
    st.sampled_from(HOURS),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.text(max_size=40),
    st.text(alphabet="ab <>/&;#[](){}*_`!|\\-=~:.\n1", max_size=40),
)
number = st.sampled_from(
    ("", "0", "5", "11", "18", "19", "25", "26", "50", "99", "100", "-1", "8.5", "8.0", "eight", "5+")
)
email = st.sampled_from(("", "club@marl-trust.example", "jane.smith@gmail.com", "no", "info@marl.example\xa0", "a@b"))
url = st.sampled_from(
    (
        "",
        "www.marl.example",
        "http:www.marl.example",
        "Marl Hall",
        "https://marl.example/a b",
        "javascript:x",
        "http://user:pw@x.example",
    )
)
phone = st.sampled_from(
    ("", "01632 960114", "+44 (0)1632 960 114", "123", "n/a", "01632 960114 / 01632 960115", "01632 960114 ext 3")
)
day = st.sampled_from(("", "2026-01-05", "2027-13-01", "1850-01-01", "2031-01-01", "05/01/2026", "soon"))
clock = st.sampled_from(("", "09:30:00", "16:00", "hh:mm:ss", "00:00:00", "9", "25:00", "9.30am"))
phones = st.lists(st.builds(Phone, phone, phone, st.sampled_from(("", "fax", "sms", "tty", "voice")), text), max_size=2)
contacts = st.lists(
    st.builds(Contact, st.sampled_from(("", "Jane Smith", "Enquiries Team")), text, text, email, phones), max_size=2
)
schedules = st.lists(
    st.builds(
        Schedule,
        st.sampled_from(("", "WEEKLY", "MONTHLY", "DAILY", "YEARLY")),
        st.sampled_from(("", "1", "2", "3")),
        st.sampled_from(("", "MO", "TU,TH", "1MO", "-1FR", "Monday; Friday", "sometimes")),
        st.sampled_from(("", "1", "2,3")),
        clock,
        clock,
        day,
        day,
        day,
        day,
        st.one_of(st.sampled_from(HOURS), text),
    ),
    max_size=2,
)
places = st.lists(
    st.builds(
        Place,
        name=text,
        address_1=text,
        address_2=text,
        city=st.sampled_from(("", "Marlbrook", "M" * 90)),
        postal_code=st.sampled_from(("", "MB2 4DT", "MB2", "nonsense")),
        sensitive=st.booleans(),
        accessibility=st.lists(text, max_size=2),
        transportation=text,
        description=text,
        phones=phones,
        contacts=contacts,
        schedules=schedules,
    ),
    max_size=2,
)
prices = st.lists(
    st.builds(
        Price,
        text,
        st.sampled_from(("", "3", "3.5", "-1", "0", "£4", "4.999", "free")),
        text,
        st.sampled_from(("", "GBP", "EUR")),
        day,
        day,
    ),
    max_size=2,
)
names = st.one_of(st.sampled_from(("Saturday club", "SATURDAY CLUB", "S", "x" * 200, "A &amp; B <b>club</b>")), text)
organizations = st.builds(
    Organization,
    name=names,
    id=st.sampled_from(("", "77")),
    description=text,
    url=url,
    email=email,
    phones=phones,
    legal_status=text,
)
incomings = st.builds(
    Incoming,
    id=st.sampled_from(("8f2c", "", "x" * 200)),
    origin=st.just(Origin("feed.json", 1)),
    name=names,
    alternate_name=text,
    summary=text,
    description=text,
    sections=st.lists(st.builds(Section, st.sampled_from(("How to start", "<b>x</b>")), text), max_size=2),
    url=url,
    email=email,
    status=st.sampled_from(("", "active", "inactive", "temporarily closed", "defunct", "odd")),
    alert=text,
    application_process=text,
    eligibility_description=text,
    minimum_age=number,
    maximum_age=number,
    wait_time=text,
    fees_description=text,
    free=st.sampled_from(("", "yes", "no")),
    needs_referral=st.sampled_from(("", "yes", "no")),
    interpretation_services=text,
    accreditations=text,
    assured_date=day,
    organization=organizations,
    phones=phones,
    contacts=contacts,
    places=places,
    schedules=schedules,
    prices=prices,
    languages=st.lists(st.one_of(st.sampled_from(("en", "Polish", "BSL", "cy")), text), max_size=2),
    service_areas=st.lists(st.one_of(st.sampled_from(("England", "Easton")), text), max_size=2),
    links=st.lists(st.builds(Link, url, text), max_size=2),
    terms=st.lists(st.builds(Term, st.one_of(st.sampled_from(("Autism", "drop-in", "children")), text)), max_size=2),
    required_documents=st.lists(text, max_size=2),
    school=st.dictionaries(st.sampled_from(("urn", "senco", "phase", "sen_report_url")), text, max_size=2),
)

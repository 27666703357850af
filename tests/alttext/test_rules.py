"""Each alt-text rule: its samples, its limits, and one set of rules at all three places."""

from __future__ import annotations

import pytest

from localoffer.alttext import ALT_RULES, Shown, faults_of, faults_together
from localoffer.alttext.markdown import html_pictures, markdown_pictures
from localoffer.alttext.picture import HTML, MARKDOWN, YAML
from localoffer.findings import ERROR, WARNING
from localoffer.rulebook import Rule
from tests.offer import CLUB, LentSite


def rules_broken(*pictures: Shown) -> set[str]:
    alone = {rule.id for picture in pictures for rule, _ in faults_of(picture)}
    return alone | {rule.id for rule, _, _ in faults_together((picture, None) for picture in pictures)}


@pytest.mark.parametrize("rule", ALT_RULES, ids=lambda rule: rule.id)
def test_sample_breaks_its_rule_alone_and_the_good_one_none(rule: Rule) -> None:
    bad = [shown for shown, _, _ in html_pictures(rule.bad, "content/x.md")]
    good = [shown for shown, _, _ in html_pictures(rule.good, "content/x.md")]
    assert bad
    assert good
    assert rules_broken(*bad) == {rule.id}
    assert rules_broken(*good) == set()


@pytest.mark.parametrize("form", [YAML, MARKDOWN, HTML])
def test_decoration_is_always_declared(form: str) -> None:
    assert rules_broken(Shown("a.svg", "", form=form)) == {"alt-empty"}
    assert rules_broken(Shown("a.svg", "", True, form=form)) == set()


def test_html_needs_alt_even_for_decoration_and_yaml_does_not() -> None:
    assert rules_broken(Shown("a.svg", None, True, form=HTML)) == {"alt-missing"}
    assert rules_broken(Shown("a.svg", None, True, form=YAML)) == set()


@pytest.mark.parametrize("alt", [" ", "\u00a0", "\u200b", "\t\n", "\u3000", "\u2800"])
def test_blanks_of_every_kind_are_blank(alt: str) -> None:
    assert rules_broken(Shown("a.jpg", alt)) == {"alt-blank"}


@pytest.mark.parametrize(
    "alt",
    ["hall.jpg", "My hall (2).JPEG", "IMG_2041", "DSC00412", "DSCN1234", "PXL_20261012_101500", "Screenshot 2026-10-12",
     "9f86d081884c7d65", "20261012", "images/hall.webp", "WhatsApp Image 2026-10-12 at 10.15"],
)  # fmt: skip
def test_names_of_files_are_no_alt(alt: str) -> None:
    assert "alt-file-name" in rules_broken(Shown("a.jpg", alt))


@pytest.mark.parametrize(
    "alt",
    ["A page of our app on a phone", "The 1200 children of Easton", "Deaf club badge", "P7 and P8 pupils at lunch"],
)
def test_ordinary_words_are_no_file_name(alt: str) -> None:
    assert rules_broken(Shown("a.jpg", alt)) == set()


@pytest.mark.parametrize(
    "alt", ["Alt", "alt text", "IMAGE", "Picture.", "photo", "icon", "logo", "untitled", "TBC", "n/a"]
)
def test_placeholders_are_no_alt(alt: str) -> None:
    assert rules_broken(Shown("a.jpg", alt)) == {"alt-placeholder"}


@pytest.mark.parametrize(
    "alt",
    [
        "image of a hall",
        "A picture of two girls",
        "Photograph of the pool",
        "an icon of a bus",
        "Photos of our trip",
        "Photo showing a swing",
    ],
)
def test_image_of_is_never_needed(alt: str) -> None:
    assert "alt-image-of" in rules_broken(Shown("a.jpg", alt))


@pytest.mark.parametrize(
    "alt",
    ["Photo: a swing on grass", "Image - a swing on grass", "Picture : a swing on grass", "PHOTO – a swing on grass",
     "Logo: Marl Trust", "Photo 2: a swing on grass", "Alt text: a swing on grass", "Image description: a swing on grass",
     "Caption: a swing on grass", "Screenshot: the page of results", "Photograph—a swing on grass", "Icon: a red bus here"],
)  # fmt: skip
def test_a_label_is_never_needed(alt: str) -> None:
    assert "alt-label" in rules_broken(Shown("a.jpg", alt, is_logo=True))


@pytest.mark.parametrize(
    "alt",
    ["Photo-booth with two girls in hats", "Picture book on a shelf", "Children with alto recorders",
     "Logo on a red bus", "Image-conscious teens at a mirror"],
)  # fmt: skip
def test_words_that_only_look_like_a_label_are_none(alt: str) -> None:
    assert "alt-label" not in rules_broken(Shown("a.jpg", alt))


@pytest.mark.parametrize(
    "alt",
    ["Click to see it larger", "Tap to open the map", "Click here for the timetable", "Please click on the picture",
     "Map of the hall. Click to enlarge it", "Map of the hall (tap to open)", "Press here to see more of it",
     "Double-click to open the poster", "Click the image to see it whole", "Hover over the map for names",
     "Select the image to see it larger"],
)  # fmt: skip
def test_orders_to_press_are_no_alt(alt: str) -> None:
    assert "alt-order" in rules_broken(Shown("a.jpg", alt))


@pytest.mark.parametrize(
    "alt",
    ["A girl presses a big red button", "Two boys tap on a drum", "Tap over a sink in the hall", "A sign that says press here",
     "Children click castanets together", "A hand on a touch screen"],
)  # fmt: skip
def test_people_who_press_things_may_be_shown(alt: str) -> None:
    assert "alt-order" not in rules_broken(Shown("a.jpg", alt))


def test_the_fix_of_a_label_is_the_rest_and_of_an_order_in_a_link_its_goal() -> None:
    (_, label), *_ = faults_of(Shown("a.jpg", "Photo: a swing in a garden"))
    assert label.fix == "write “A swing in a garden”"
    orders = faults_of(Shown("a.jpg", "Click to see the map", is_linked=True))
    assert [fault.fix for rule, fault in orders if rule.id == "alt-order"] == ["say where the link goes."]


def test_a_picture_frame_is_not_a_picture_of() -> None:
    assert rules_broken(Shown("a.jpg", "Picture frames on a shelf")) == set()


@pytest.mark.parametrize(("length", "severity"), [(125, None), (126, WARNING), (250, WARNING), (251, ERROR)])
def test_length_warns_over_125_and_stops_over_250(length: int, severity: str | None) -> None:
    alt = ("word " * 60)[: length - 1] + "x"
    found = [fault.severity or rule.severity for rule, fault in faults_of(Shown("a.jpg", alt)) if rule.id == "alt-long"]
    assert found == ([severity] if severity else [])


def test_two_sentences_are_fine_and_three_too_many() -> None:
    assert rules_broken(Shown("a.jpg", "A hall with mats. Children play ball.")) == set()
    assert rules_broken(Shown("a.jpg", "A hall with mats. It is bright. Children play.")) == {"alt-long"}


def test_a_logo_may_have_one_word_and_an_abbreviation() -> None:
    assert rules_broken(Shown("logo.svg", "SENDIASS", is_logo=True)) == set()
    assert rules_broken(Shown("logo.svg", "Scouts", is_logo=True)) == set()
    assert rules_broken(Shown("logo.svg", "logo", is_logo=True)) == {"alt-placeholder"}


def test_one_alt_on_two_pictures_and_two_alts_on_one_are_said_once_at_the_later() -> None:
    first, second = Shown("a.jpg", "Ponies in a field"), Shown("b.jpg", "ponies in a field.")
    assert [(rule.id, place) for rule, _, place in faults_together([(first, 1), (second, 2)])] == [("alt-repeated", 2)]
    other = Shown("a.jpg", "A pony at a gate")
    assert [(rule.id, place) for rule, _, place in faults_together([(first, 1), (other, 2)])] == [("alt-varies", 2)]
    assert list(faults_together([(first, 1), (first, 2)])) == []


def test_the_fix_of_image_of_is_the_rest() -> None:
    (_, fault), *_ = faults_of(Shown("a.jpg", "Photo of a swing in a garden"))
    assert fault.fix == "write “A swing in a garden”"


def markdown(text: str) -> list[tuple[set[str], int, int]]:
    return [
        (rules_broken(shown), line, column) for shown, line, column in markdown_pictures(text, 5, "content/guides/x.md")
    ]


def test_markdown_pictures_have_line_and_column() -> None:
    assert markdown("Words.\n\nHere ![](a.png) it is.\n") == [({"alt-empty"}, 7, 6)]
    assert markdown("Words.\n\n  <img src='a.png'>\n") == [({"alt-missing"}, 7, 3)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("![](a.svg){ decorative }", set()),
        ("![](a.svg){ .wide decorative }", set()),
        ("![](picture:phone)\nPhone us.", set()),
        ("![Phone us.](picture:phone)\nPhone us.", {"alt-same-words", "alt-short"}),
        ("![](picture:none \"no picture shows this\")\nThis is an idea.", set()),
        ("![A map of the town][map]\n\n[map]: map.png", set()),
        ("![][map]\n\n[map]: map.png", {"alt-empty"}),
        ("[![](a.png){ decorative } Read on](/x/)", set()),
        ("[![](a.png){ decorative }](/x/)", {"alt-linked"}),
        ("[![](a.png)](/x/)", {"alt-linked"}),
        ("```\n![](a.png)\n```", set()),
        ("The sign `![](a.png)` makes a picture.", set()),
        ("<svg aria-hidden='true'><path/></svg>", set()),
        ("<svg role='img'><title>A kite</title></svg>", set()),
        ("<svg role='img'></svg>", {"svg-name"}),
        ("<div role='img' aria-label='A red kite'></div>", set()),
    ],
)  # fmt: skip
def test_markdown_of_every_form(text: str, broken: set[str]) -> None:
    found = markdown(text)
    assert set().union(*(rules for rules, _, _ in found)) == broken


@pytest.mark.parametrize(
    ("alt", "rule", "way_out"),
    [
        ('alt: ""', "alt-empty", "decorative: yes"),
        ('alt: " "', "alt-blank", "decorative: yes"),
        ("alt:", "empty-field", "decorative: yes"),
        ("decorative: no", "alt-missing", "decorative: yes"),
    ],
)
def test_an_alt_with_nothing_in_it_is_not_taken_for_decoration(
    lent: LentSite, alt: str, rule: str, way_out: str
) -> None:
    listing = lent.root / CLUB
    listing.write_text(listing.read_text().replace("alt: A long low hall with a wide blue door", alt))
    (fault,) = [finding for finding in lent.check() if finding.is_error]
    assert (fault.path, fault.rule) == (CLUB, rule)
    assert way_out in fault.fix


def test_an_empty_alt_beside_decorative_is_no_fault(lent: LentSite) -> None:
    listing = lent.root / CLUB
    words = 'decorative: yes\n    alt: ""'
    listing.write_text(listing.read_text().replace("alt: A long low hall with a wide blue door", words))
    assert not [finding for finding in lent.check() if finding.is_error]

"""The council's own facts: `extra:` of mkdocs.yml."""

from __future__ import annotations

from localoffer.model.base import Part, Record, says
from localoffer.model.forms import Email, Line, Phone, WebAddress, Words, YesNo
from localoffer.model.look import Colours, HomePicture, OwnLink


class Council(Part):
    """The council that publishes the offer."""

    name: Line = says("Its name.", "Marlbrook Council", "title")
    place: Line = says("The place in one word or two.", "Marlbrook", "area", "town")
    url: WebAddress | None = says("Its website.", "https://www.marlbrook.example.org", "website", default=None)
    logo: Line | None = says("A picture file in content/.", "assets/logo.svg", default=None)
    logo_alt: Line | None = says("The words on the logo.", "Marlbrook Council", "alt", default=None)
    colours: Colours = says(
        "Its colours on a light ground.", '{primary: "#0b4a57"}', "colors", "palette", default=Colours()
    )
    colours_dark: Colours = says(
        "Its colours on a dark ground.", '{accent: "#93d7de"}', "colors_dark", "dark_colours", default=Colours()
    )


class Help(Part):
    """A person who helps people use the site; in the same place on every page."""

    name: Line | None = says("A first name, if the person agreed.", "Priya", default=None)
    role: Line = says("What they do.", "Local Offer officer", "title", "job", default="Local Offer team")
    phone: Phone | None = says("A phone number.", "01632 960 100", "telephone", "tel", default=None)
    text_relay: Phone | None = says(
        "The number for Relay UK.", "18001 01632 960 100", "relay", "textphone", default=None
    )
    sms: Phone | None = says("A number for text messages.", "07700 900 100", "text", "mobile", default=None)
    bsl_call: WebAddress | None = says(
        "Where a call by video in British Sign Language begins, if you pay for such a service.",
        "https://www.marlbrook.example.org/bsl",
        "bsl_video_call",
        "signvideo",
        default=None,
    )
    email: Email | None = says("An e-mail address.", "localoffer@marlbrook.example.org", "mail", "e-mail", default=None)
    hours: Words | None = says(
        "When somebody answers.", "Monday to Friday, 9am to 5pm", "opening_hours", "times", default=None
    )
    address: Words | None = says("Where to write.", "Local Offer, Town Hall, Marlbrook, MB1 1AA", "post", default=None)
    in_person: Words | None = says(
        "Where to come.", "Marlbrook Library, Tuesdays 10am to 12 noon", "visit", default=None
    )


class Forms(Part):
    """Form addresses, where the council has them."""

    mistake: WebAddress | None = says(
        "For mistakes.", "https://www.marlbrook.example.org/mistake", "report", default=None
    )


class Licence(Part):
    """What others may do with the open data."""

    name: Line = says("Its name.", "Open Government Licence v3.0", "title")
    url: WebAddress = says(
        "Where it can be read.", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "link"
    )


class SiteFacts(Record):
    """`extra:` of mkdocs.yml."""

    council: Council = says("The council.", "{name: Marlbrook Council, place: Marlbrook}", "organisation", "authority")
    help: Help = says(
        "Who helps people use the site.", "{role: Local Offer officer, …}", "contact", "support", default=Help()
    )
    forms: Forms = says("Form addresses.", "{mistake: https://…}", "form", default=Forms())
    data_licence: Licence | None = says(
        "What others may do with the listings as data: the open licence that the council has chosen.",
        "{name: Open Government Licence v3.0, url: https://…}",
        "licence",
        "license",
        "open_data_licence",
        default=None,
    )
    security_contact: Line | None = says(
        "Where people who find a hole in the site's safety write: an e-mail address or a web address.",
        "security@marlbrook.example.org",
        "security",
        default=None,
    )
    sample: YesNo = says("yes shows a banner: sample data.", "yes", "demo", "example", default=False)
    offer_name: Line | None = says(
        "The words beside the logo, in place of the place and “SEND Local Offer”.",
        "Marlbrook SEND Local Offer",
        "name",
        "title",
        default=None,
    )
    header_links: list[OwnLink] = says(
        "Up to 3 links of your own, after those of the header.",
        "[{text: Short breaks, url: /guides/short-breaks/}]",
        "header",
        "navigation",
        "menu",
        default=[],
    )
    footer_links: list[OwnLink] = says(
        "Links of your own at the foot of every page.",
        "[{text: Council news, url: https://www.marlbrook.example.org/news}]",
        "footer",
        default=[],
    )
    home_picture: HomePicture | None = says(
        "A picture for the home page.", "{file: assets/home.jpg, alt: Children by a river}", "hero", default=None
    )
    former_addresses: list[WebAddress] = says(
        "Web addresses that this offer had before: a school that links to one of them is told the new one.",
        "[https://www.marlbrook.example.org/send-local-offer]",
        "old_addresses",
        "previous_addresses",
        default=[],
    )
    national: YesNo = says(
        "no where nothing of the national text that comes with the package is used.", "yes", default=True
    )
    edit_url: WebAddress | None = says(
        "Where the files are edited; the path follows.",
        "https://github.com/marlbrook/local-offer/edit/main/",
        "edit_uri",
        "repo",
        default=None,
    )
    site_url: WebAddress | None = says(
        "Filled in from mkdocs.yml.", "https://localoffer.marlbrook.example.org/", default=None
    )
    site_name: Line | None = says("Filled in from mkdocs.yml.", "Marlbrook SEND Local Offer", default=None)

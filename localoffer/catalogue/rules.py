"""The rules about the offer as a whole: what one file cannot show by itself."""

from __future__ import annotations

from localoffer.findings import WARNING
from localoffer.rulebook import Rules

OFFER = Rules("whole-offer")
NO_MKDOCS_YML = OFFER.declare("no-mkdocs-yml", "The offer has its mkdocs.yml.")
HELP_LINE = OFFER.declare(
    "help-line", "Every page says how to reach a person: by phone and when, by e-mail, by post.", severity=WARNING
)
SAMPLE_FACT = OFFER.declare(
    "sample-fact", "Numbers, addresses, names, comments and tests of the sample are published by the sample only."
)
NATIONAL_CHANGED = OFFER.declare(
    "national-changed",
    "A copy of a national page keeps up with the national text.",
    severity=WARNING,
    bad="We answer within 6 weeks.\n--- The national text now:\nWe answer within 4 weeks.",
    good="We answer within 6 weeks.\n--- The national text now:\nWe answer within 6 weeks.",
)
PLACEHOLDER_UNKNOWN = OFFER.declare("placeholder-unknown", "A name in braces stands for a local fact.")
DATES_UNSEEN = OFFER.declare("dates-unseen", "The dates of a page are listed in its text, and in its easy read.")
PLACEHOLDER_OPEN = OFFER.declare("placeholder-open", "Each {if …} has its {end}.")
ROLE_UNKNOWN = OFFER.declare("role-unknown", "A role that is filled is in the list of roles.")
ROLE_UNFILLED = OFFER.declare(
    "role-unfilled", "Each role that every area has, and that texts send people to, is filled.", severity=WARNING
)
DOCUMENT_UNKNOWN = OFFER.declare("document-unknown", "A document that is named is in the list of documents.")
DOCUMENT_MISSING = OFFER.declare(
    "document-missing",
    "Each document that the law says a council publishes is named, with its address.",
    severity=WARNING,
)
LANGUAGE_UNKNOWN = OFFER.declare("language-unknown", "A language that local.yml names is in the list of languages.")
SETTING_UNUSED = OFFER.declare("setting-unused", "A setting of mkdocs.yml does something here.", severity=WARNING)
HEADER_FULL = OFFER.declare("header-full", "The header has no more than 3 links of a council's own.")
LIST_MISSING = OFFER.declare(
    "list-missing", "The lists of topics, needs, ages, areas, features and pictures are there."
)
DUPLICATE_ID = OFFER.declare("duplicate-id", "Each short name in a list stands once.")
HIDE_UNKNOWN = OFFER.declare("hide-unknown", "What a list hides is in the national list.", severity=WARNING)
POSTCODE_ROW = OFFER.declare("postcode-row", "Each line of postcodes.csv is a postcode and its position.")
BROKEN_LINK = OFFER.declare("broken-link", "A link to a page of this offer leads to a page that is there.")
LINK_MOVED = OFFER.declare(
    "link-moved", "A link leads to the address that a service has now, not to one it had before.", severity=WARNING
)
IMAGE_MISSING = OFFER.declare("image-missing", "The file of a picture is there.")
UNKNOWN_TOPIC = OFFER.declare("unknown-topic", "A topic is in the list of topics.")
UNKNOWN_NEED = OFFER.declare("unknown-need", "A need is in the list of needs.")
UNKNOWN_AGE = OFFER.declare("unknown-age", "An age group is in the list of ages.")
UNKNOWN_AREA = OFFER.declare(
    "unknown-area", "An area is one of content/_data/areas.yml, or whole area, outside the area, national."
)
UNKNOWN_FEATURE = OFFER.declare("unknown-feature", "A feature of a place is in the list of features.")
UNKNOWN_PICTURE = OFFER.declare("unknown-picture", "A picture is in the list of pictures.")
UNKNOWN_SITUATION = OFFER.declare("unknown-situation", "A situation is in the list of situations.")
UNKNOWN_LAW = OFFER.declare("unknown-law", "A statement of the law that is named is in the list of the law.")
LAW_NO_TIME = OFFER.declare("law-no-time", "The statement of the law that a decision names sets a time.")
LAW_CONTRADICTED = OFFER.declare("law-contradicted", "No text and no listing says something else than the law.")
LAW_BY_HAND = OFFER.declare(
    "law-by-hand",
    "National text takes figures of the law from law.yml.",
    severity=WARNING,
    no_sample="the national text is not part of the samples",
)
LAW_OLD = OFFER.declare("law-old", "Somebody has looked at each statement of the law within a year.", severity=WARNING)
UNKNOWN_PROVIDER = OFFER.declare("unknown-provider", "A provider that is named is there.")
UNKNOWN_TARGET = OFFER.declare("unknown-target", "A service or page that is named is there.")
WHILE_YOU_WAIT_SELF = OFFER.declare(
    "while-you-wait-self", "What helps while people wait is something else than what they wait for."
)
LEVELS = OFFER.declare("levels", "Topics and needs have two levels at most.")
STAGES_GAP = OFFER.declare("stages-gap", "The age groups run from 0 to 25 without a gap.")
NAME_TWICE = OFFER.declare("name-twice", "Two services of one provider have different names.", eased=True)
NAME_ELSEWHERE = OFFER.declare(
    "name-elsewhere", "Services of different providers had better have different names.", severity=WARNING
)
SHORT_NAME_TWICE = OFFER.declare(
    "short-name-twice", "What lists call a service is not what they call another.", severity=WARNING
)
PROVIDER_MISSING = OFFER.declare("provider-missing", "Each provider's folder has its provider.yml.")
PROVIDER_EMPTY = OFFER.declare("provider-empty", "Each provider has a listing.", severity=WARNING)
MOVED_FROM_TAKEN = OFFER.declare("moved-from-taken", "An old name that leads to a new one is no longer in use.")
MOVED_FROM_TWICE = OFFER.declare("moved-from-twice", "An old name leads to one place.")
EASY_WITHOUT_PAGE = OFFER.declare("easy-without-page", "An easy-read page stands beside its page.")
EASY_READ_WHY = OFFER.declare("easy-read-why", "A page without easy read says why.")
EASY_READ_TWIN = OFFER.declare("easy-read-twin", "A page that says easy_read: none has no easy-read page.")
TEXT_NUMBER = OFFER.declare("text-number-called", "A number that takes text messages only is no link that calls it.")
EMAIL_NEARLY = OFFER.declare(
    "email-nearly-ours",
    "An e-mail address that is nearly the Local Offer's own is the Local Offer's own.",
    severity=WARNING,
)
ALERT_OVER = OFFER.declare("alert-over", "An alert that has ended is taken out.", severity=WARNING)
WAIT_OLD = OFFER.declare("wait-old", "A waiting time is not older than 90 days.", severity=WARNING)
CHECK_OVERDUE = OFFER.declare("check-overdue", "A listing is checked again in time.", severity=WARNING)
ALL_OVER = OFFER.declare("all-over", "Prices and times do not end without new ones.", severity=WARNING)

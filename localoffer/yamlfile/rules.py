"""The rules about a file itself, whatever it holds. Rooms above name those that only they can see."""

from __future__ import annotations

from localoffer.rulebook import Rules

FILE = Rules("file")
FILE_ENCODING = FILE.declare("file-encoding", "A file is saved as UTF-8.")
FILE_TOO_BIG = FILE.declare("file-too-big", "A file has no more than 256 KB.")
FILE_UNREADABLE = FILE.declare("file-unreadable", "A file can be read.")
FILE_OUTSIDE = FILE.declare("file-outside", "A file lies in the offer itself; it does not point elsewhere.")
FILE_NAME = FILE.declare(
    "file-name", "Names of files and folders have small letters, digits and hyphens only: they become web addresses."
)
FILE_PLACE = FILE.declare("file-place", "Listings lie in a provider's own folder.")
EMPTY_FILE = FILE.declare("empty-file", "A file has something in it.")
HIDDEN_CHARACTER = FILE.declare("hidden-character", "A file has no characters that cannot be seen.")
MERGE_CONFLICT = FILE.declare(
    "merge-conflict", "A file holds one version of itself: two people's changes have been put together."
)
TAB = FILE.declare("tab", "Lines are indented with spaces, not with tabs.")
DUPLICATE_FIELD = FILE.declare("duplicate-field", "A field stands once.")
YAML_ALIAS = FILE.declare("yaml-alias", "Words are written out: no & and * signs that copy from elsewhere in the file.")
WORDS_AFTER_HASH = FILE.declare(
    "words-after-hash",
    "A text with a space and # in it has quotation marks round it: without them the rest is thrown away.",
)
YAML_TAG = FILE.declare("yaml-tag", "No text begins with ! or %, which are signs for computers.")
YAML_DOCUMENTS = FILE.declare("yaml-documents", "A file is one listing: no line --- in the middle.")
YAML_COLON = FILE.declare("yaml-colon", "A text with a colon and a space in it has quotation marks round it.")
YAML_QUOTES = FILE.declare(
    "yaml-quotes", "A quotation mark that is opened is closed, and a text that begins with a sign has quotation marks."
)
YAML_BRACKETS = FILE.declare(
    "yaml-brackets", "A bracket that is opened is closed, and commas stand between what is inside."
)
YAML_INDENT = FILE.declare("yaml-indent", "Lines that belong together begin in the same column.")
YAML_FORM = FILE.declare(
    "yaml-form", "A file is fields and what they hold.", no_sample="It is for what nobody has thought of."
)
TOO_DEEP = FILE.declare("too-deep", "No more than 20 levels lie inside each other.")
COMMA_IN_TEXT = FILE.declare("comma-in-text", "A text with a comma inside { } has quotation marks round it.")

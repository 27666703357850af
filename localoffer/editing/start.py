"""Write a new council's own folder: what is hers, and nothing of the generator but its number.

In: the folder, the council's name and place, and what else is known. Out: the files written. A folder that holds anything is
refused; no file is ever written over. What nobody has said is left as a line to fill in, never made up.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from localoffer import __version__
from localoffer.editing.schema import editor_settings
from localoffer.editing.schema import files as schema_files
from localoffer.letters import address_part
from localoffer.outputs.markdown import TEMPLATES
from localoffer.system.failures import CannotRun

COUNCIL = TEMPLATES / "council"
HOSTS = ("github", "gitlab", "azure")
ALWAYS = {
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "README.md": "README.md",
    "providers.md": "providers/README.md",
    "areas.yml": "content/_data/areas.yml",
    "vscode/extensions.json": ".vscode/extensions.json",
}
OF_HOST = {
    "github": {
        f"github/{name}.yml": f".github/workflows/{name}.yml" for name in ("check", "comment", "publish", "schools")
    },
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml"},
    "azure": {"azure-pipelines.yml": "azure-pipelines.yml"},
}
PUBLISH = {
    "github": "On GitHub: Settings, Pages, Source: GitHub Actions. What is merged into `main` is then published.",
    "gitlab": "On GitLab: what is merged into the default branch is published to GitLab Pages. `.gitlab-ci.yml` says how to "
    "let it run each night, and how to have one comment with everything that was found.",
    "azure": "On Azure DevOps: make a pipeline from `azure-pipelines.yml`. It hands the built site over as the artifact `site`.",
}


@dataclass(frozen=True)
class Council:
    """What is known of a council. What is empty is left to fill in."""

    name: str
    place: str
    url: str = ""
    site_url: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    address: str = ""
    edit_url: str = ""


def start_offer(
    folder: Path, council: Council, *, hosts: tuple[str, ...] = HOSTS, wheel: Path | None = None
) -> list[str]:
    """Write the folder; the names of the files written, from the folder."""
    _refuse_what_is_there(folder)
    files = {**own_files(council, hosts, wheel), ".vscode/settings.json": editor_settings()}
    for name, text in files.items():
        _write(folder / name, text)
    if wheel:
        (folder / "wheels").mkdir()
        shutil.copyfile(wheel, folder / "wheels" / wheel.name)
    schemas = schema_files(folder)
    for name, text in schemas.items():
        _write(folder / "schema" / name, text)
    return [*files, *([f"wheels/{wheel.name}"] if wheel else []), *(f"schema/{name}" for name in schemas)]


def own_files(council: Council, hosts: tuple[str, ...], wheel: Path | None = None) -> dict[str, str]:
    """The files that a council makes its own, with what is known of it: name → text."""
    marks = _marks(council, hosts, wheel)
    files = {name: (COUNCIL / source).read_text(encoding="utf-8") for source, name in _wanted(hosts).items()}
    return {name: _filled(text, marks) for name, text in files.items()}


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotRun(f"{folder} is a file.", "name a folder that is not there yet.")
    if folder.is_dir() and (there := sorted(path.name for path in folder.iterdir() if path.name != ".git")):
        raise CannotRun(
            f"{folder} is not empty: it has {there[0]}{' and more' if there[1:] else ''}. Nothing was written.",
            f"name a new folder, such as {folder.name or 'local-offer'}-local-offer.",
        )


def _wanted(hosts: tuple[str, ...]) -> dict[str, str]:
    return {**ALWAYS, **{source: name for host in hosts for source, name in OF_HOST[host].items()}}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _filled(text: str, marks: dict[str, str]) -> str:
    for mark, words in marks.items():
        text = text.replace(f"[[{mark}]]", words)
    return text


def _marks(council: Council, hosts: tuple[str, ...], wheel: Path | None) -> dict[str, str]:
    place = " ".join(council.place.split())
    title = f"{place} SEND Local Offer"
    package = f"./wheels/{wheel.name}[audit]" if wheel else f"localoffer[audit]=={__version__}"
    return {
        "site_name": _quoted(title),
        "description": _quoted(
            f"Help in {place} for children and young people aged 0 to 25 who have special educational needs or a disability."
        ),
        "name": _quoted(council.name),
        "place_id": address_part(place) or "our-area",
        "place": _quoted(place),
        "title": title.replace("\n", " "),
        "place_words": place,
        "package": package,
        "publish": "\n\n".join(PUBLISH[host] for host in hosts) or "Put `build/site` on your web host.",
        "site_url": _line(
            "", "site_url", council.site_url, "https://… where the site will be published, with / at the end"
        ),
        "url": _line("    ", "url", council.url, "https://… the council's own website"),
        "phone": _line("    ", "phone", council.phone, "the number families can ring"),
        "email": _line("    ", "email", council.email, "the address families can write to"),
        "hours": _line("    ", "hours", council.hours, "when somebody answers, such as Monday to Friday, 9am to 5pm"),
        "address": _line("    ", "address", council.address, "where to write by post"),
        "edit_url": _line(
            "  ", "edit_url", council.edit_url, "https://… where these files are changed; the path follows"
        ),
    }


def _line(space: str, field: str, value: str, holds: str) -> str:
    """A line with its value, or one to fill in."""
    return f"{space}{field}: {_quoted(value)}" if value else f"{space}# {field}: {holds}"


def _quoted(text: str) -> str:
    kept = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return json.dumps(" ".join(kept.split()), ensure_ascii=False)

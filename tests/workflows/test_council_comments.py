"""The comment on GitLab and Azure: what the pipelines' own few lines ask of a host, tried against a host on this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from localoffer.editing.start import COUNCIL
from localoffer.findings.hosts import MARK


class Host:
    """Answers GET with what is there, and remembers what is sent."""

    def __init__(self, there: Any) -> None:
        self.sent: list[tuple[str, str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                size = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(size)) if size else None
                if self.command != "GET":
                    outer.sent.append((self.command, self.path, body))
                said = json.dumps(there if self.command == "GET" else {}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            do_GET = do_POST = do_PUT = do_PATCH = answer  # noqa: N815 - the server asks for these names

            def log_message(self, *_words: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"


@pytest.fixture
def hosts() -> Iterator[list[Host]]:
    made: list[Host] = []
    yield made
    for host in made:
        host.server.shutdown()
        host.server.server_close()


def program(script: str) -> str:
    """The Python between the two marks."""
    found = re.search(r"<<'PYTHON'\n(.*?)^PYTHON$", script, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def run(text: str, folder: Path, **facts: str) -> None:
    folder.joinpath("comment.md").write_text(f"{MARK}\nlist\n", encoding="utf-8")
    environment = {**os.environ, **facts, "no_proxy": "*"}
    subprocess.run([sys.executable, "-W", "ignore", "-c", text], cwd=folder, env=environment, check=True, timeout=60)


@pytest.mark.parametrize(
    ("there", "sent"),
    [
        ([{"id": 3, "body": "a person's"}], ("POST", "/projects/5/merge_requests/8/notes")),
        ([{"id": 3, "body": f"{MARK}\nold"}], ("PUT", "/projects/5/merge_requests/8/notes/3")),
    ],
)
def test_gitlab(hosts: list[Host], tmp_path: Path, there: Any, sent: tuple[str, str]) -> None:
    hosts.append(Host(there))
    jobs = yaml.safe_load((COUNCIL / "gitlab-ci.yml").read_text(encoding="utf-8"))
    facts = {
        "CI_API_V4_URL": hosts[0].address,
        "CI_PROJECT_ID": "5",
        "CI_MERGE_REQUEST_IID": "8",
        "LOCALOFFER_TOKEN": "t",
    }
    run(program(jobs["comment"]["script"][0]), tmp_path, **facts)
    assert hosts[0].sent == [(*sent, {"body": f"{MARK}\nlist\n"})]


THREADS = "/My%20team/_apis/git/repositories/r1/pullRequests/8/threads"
POSTED = {"comments": [{"content": f"{MARK}\nlist\n", "commentType": "text"}], "status": "active"}


@pytest.mark.parametrize(
    ("there", "sent"),
    [
        ([], ("POST", f"{THREADS}?api-version=7.0", POSTED)),
        ([{"id": 3, "comments": [{"id": 1}]}], ("POST", f"{THREADS}?api-version=7.0", POSTED)),
        (
            [{"id": 3, "comments": [{"id": 1, "content": f"{MARK}\nold"}]}],
            ("PATCH", f"{THREADS}/3/comments/1?api-version=7.0", {"content": f"{MARK}\nlist\n"}),
        ),
    ],
)
def test_azure(hosts: list[Host], tmp_path: Path, there: Any, sent: tuple[str, str, Any]) -> None:
    hosts.append(Host({"value": there}))
    steps = yaml.safe_load((COUNCIL / "azure-pipelines.yml").read_text(encoding="utf-8"))["steps"]
    (script,) = [step["bash"] for step in steps if "PYTHON" in step.get("bash", "")]
    facts = {
        "SYSTEM_COLLECTIONURI": f"{hosts[0].address}/",
        "SYSTEM_TEAMPROJECT": "My team",
        "BUILD_REPOSITORY_ID": "r1",
        "SYSTEM_PULLREQUEST_PULLREQUESTID": "8",
        "SYSTEM_ACCESSTOKEN": "t",
        "BUILD_ARTIFACTSTAGINGDIRECTORY": str(tmp_path),
    }
    run(program(script), tmp_path, **facts)
    assert hosts[0].sent == [sent]

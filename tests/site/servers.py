"""Real web servers of Debian, each with the settings that the build has written, on a port of this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from localoffer.system.server import serving

Start = Callable[[Path, Path, Path, int], "list[str]"]
MODULES = "mpm_event authn_core authz_core mime dir alias headers rewrite filter"
APACHE = Path("/usr/lib/apache2/modules")


def nginx(folder: Path, root: Path, hosting: Path, port: int) -> list[str]:
    settings = (hosting / "nginx.conf").read_text(encoding="utf-8")
    settings = settings.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/local-offer", str(root))
    brotli = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    load = f"load_module {brotli};\n" if brotli.is_file() else ""
    settings = settings.replace("# brotli_static on;", "brotli_static on;") if load else settings
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{load}{user}daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/log;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}{settings}}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]


def apache(folder: Path, root: Path, hosting: Path, port: int) -> list[str]:
    base = next(path.parent for path in (root, *root.iterdir()) for path in [path / "index.html"] if path.is_file())
    shutil.copy(hosting / "htaccess", base / ".htaccess")
    modules = "".join(f"LoadModule {name}_module {APACHE}/mod_{name}.so\n" for name in MODULES.split())
    (folder / "httpd.conf").write_text(
        f"ServerRoot {folder}\nDefaultRuntimeDir {folder}\nTypesConfig /dev/null\nPidFile {folder}/pid\nErrorLog {folder}/log\nServerName localhost\n"
        f"Listen 127.0.0.1:{port}\n{modules}DocumentRoot {root}\n"
        f"<Directory {root}>\nAllowOverride All\nOptions +FollowSymLinks +Indexes\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    return ["apache2", "-X", "-f", str(folder / "httpd.conf")]


def caddy(folder: Path, root: Path, hosting: Path, port: int) -> list[str]:
    settings = (hosting / "Caddyfile").read_text(encoding="utf-8")
    settings = settings.replace("{$LOCAL_OFFER:localhost}", f"http://127.0.0.1:{port}")
    settings = settings.replace("{$LOCAL_OFFER_FOLDER:/var/www/local-offer}", str(root))
    (folder / "Caddyfile").write_text(f"{{\n    admin off\n    auto_https off\n}}\n{settings}", encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS: dict[str, tuple[Start, str]] = {
    "nginx": (nginx, "nginx-light"),
    "apache2": (apache, "apache2"),
    "caddy": (caddy, "caddy"),
}
"""Each server's program: how it is started, and its package."""
OURS = "serve"
"""The server of this project, by its side."""


def why_not(name: str) -> str:
    """Why a server cannot be tried here; "" where it can."""
    if name == OURS or shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/bin"):
        return ""
    return f"{name} is not installed here: apt install {SERVERS[name][1]}"


@contextmanager
def served_by(name: str, site: Path, hosting: Path, folder: Path, base: str = "/") -> Iterator[str]:
    """The address of the site on this server. `site` is copied to where the server's own user may read it."""
    if name == OURS:
        with serving(site) as address:
            yield address
        return
    root = folder / "www"
    shutil.copytree(site.resolve(), root / base.strip("/") if base != "/" else root)
    if os.getuid() == 0:
        for place in (root, *root.parents):
            if place != Path("/") and place.is_relative_to("/tmp/"):
                place.chmod(place.stat().st_mode | 0o055)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    environment = {**os.environ, "HOME": str(folder), "PATH": f"{os.environ['PATH']}:/usr/sbin:/usr/bin"}
    words = SERVERS[name][0](folder, root, hosting, port)
    with (folder / "output").open("wb") as output:
        program = subprocess.Popen(words, cwd=folder, env=environment, stdout=output, stderr=output)
        try:
            _wait_for(port, program, folder)
            yield f"http://127.0.0.1:{port}{base.rstrip('/')}"
        finally:
            program.terminate()
            program.wait(20)


def _wait_for(port: int, program: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(400):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        if program.poll() is not None:
            break
        Event().wait(0.05)
    logs = [path.read_text(errors="replace") for path in (folder / "output", folder / "log") if path.is_file()]
    raise AssertionError("\n".join(["the server did not start", *logs]))

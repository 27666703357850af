"""A file is written in one step: whoever reads it, and whatever stops the run, there is the old file or the new one.

In: a path and its bytes. Out: the file, with the rights it had, or those of any new file.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step; never half."""
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if path.exists():
            shutil.copymode(path, fresh)
        else:
            mask = os.umask(0)
            os.umask(mask)
            Path(fresh).chmod(0o666 & ~mask)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise

"""How long from typing ./harehawk in a fresh clone to the first page, and again: python benchmarks/start.py

The first figure holds with a warm cache of packages; without one it is mostly download. Needs git.
"""

import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from bounds import Figures

ROOT = Path(__file__).parents[1]
FIRST, LATER = 120.0, 5.0
PATIENCE = 900.0


def start(clone: Path, home: Path) -> float:
    """Seconds until the first page came; the server is stopped again."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    began = time.monotonic()
    with subprocess.Popen(
        ["/bin/sh", clone / "harehawk"], env=os.environ | {"HAREHAWK_HOME": str(home), "HAREHAWK_PORT": str(port)}
    ) as server:
        while time.monotonic() - began < PATIENCE and server.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/").close()
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        seconds = time.monotonic() - began
        server.terminate()
    return seconds


def main() -> None:
    """Print both."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        clone, home = Path(folder, "harehawk"), Path(folder, "home")
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
        figures.show("first start, s", start(clone, home), most=FIRST)
        figures.show("next start, s", start(clone, home), most=LATER)
    figures.leave()


if __name__ == "__main__":
    main()

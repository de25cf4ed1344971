"""A real browser without a library: Chromium's own protocol over two pipes.

The tests drive it, and so do `bench/pages.py` and `scripts/screenshots.py`. It stands with the tests, since
it is no part of the package and needs nothing of it.
"""

from __future__ import annotations

import base64
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ABSENT = f"no browser is installed; any of {', '.join(NAMES)} will do"
_CHECKS = (Path(__file__).parent / "checks.js").read_text()
_SECONDS = 30.0
_CODES = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowLeft": 37, "ArrowRight": 39, "Backspace": 8}
_COMPLAINTS = ("Runtime.exceptionThrown", "Log.entryAdded")
# Chromium reads from 3 and writes to 4; some shells cannot put pipes of higher numbers there
_PLACED = (
    "import os, sys; one, other = (os.dup(int(pipe)) for pipe in sys.argv[1:3]); os.dup2(one, 3); "
    "os.dup2(other, 4); [os.set_inheritable(pipe, True) for pipe in (3, 4)]; "
    "os.execv(sys.argv[3], sys.argv[3:])"
)


def found() -> str | None:
    """The program, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class BrowserError(Exception):
    """The browser could not do what it was told, such as look at a page that was just left."""


class Browser:
    """One tab.

    Attributes:
        complaints: what the console was told, and what scripts threw.
        heard: what the network did since it was last cleared, once ``Network.enable`` was called.
    """

    def __init__(self, writing: int, reading: int) -> None:
        self._writing, self._reading = writing, reading
        self._number = 0
        self._rest = b""
        self._session: str | None = None
        self.complaints: list[str] = []
        self.heard: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command, and what it gives back."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writing, msgspec.json.encode(message) + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._reading], [], [], 2 * _SECONDS)[0], "the browser does not answer"
            more = os.read(self._reading, 1 << 16)
            assert more, "the browser has ended"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = msgspec.json.decode(line)
        method = answer.get("method", "")
        if method in _COMPLAINTS or (method == "Runtime.consoleAPICalled" and _is_complaint(answer)):
            self.complaints.append(str(answer["params"]))
        elif method.startswith("Network."):
            self.heard.append(answer)
        return answer

    def look(
        self,
        width: int,
        height: int,
        *,
        scheme: str = "light",
        media: str = "",
        motion: str = "no-preference",
    ) -> None:
        """Take a window of this size; a colour scheme, a medium and a taste for motion."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        self.call(
            "Emulation.setEmulatedMedia",
            media=media,
            features=[{"name": name, "value": value} for name, value in features.items()],
        )

    def open(self, url: str) -> None:
        """Go to a page and wait until it is there."""
        self.call("Page.navigate", url=url)
        self.wait(f"document.readyState === 'complete' && location.href.startsWith({url.split('#')[0]!r})")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def check(self, script: str) -> Any:
        """The value of an expression of the functions in `checks.js`."""
        return self.run(f"(() => {{ {_CHECKS}; return {script}; }})()")

    def wait(self, condition: str, seconds: float = _SECONDS) -> None:
        """Until an expression is true; while one page makes room for the next there is nothing to ask."""
        until = time.monotonic() + seconds
        while not self._holds(condition):
            assert time.monotonic() < until, f"never came true: {condition}"
            time.sleep(0.03)

    def _holds(self, condition: str) -> bool:
        try:
            return bool(self.run(f"(() => {{ try {{ return {condition} }} catch {{ return false }} }})()"))
        except BrowserError:
            return False

    def press(self, key: str) -> None:
        """Strike a key."""
        code = {"windowsVirtualKeyCode": _CODES[key]} if key in _CODES else {}
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, **code)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, **code)

    def click(self, selector: str) -> None:
        """Press the mouse in the middle of the first such element, wherever on the page it is."""
        place = self.run(
            f"(() => {{ const found = document.querySelector({selector!r});"
            "found.scrollIntoView({block: 'center', behavior: 'instant'});"
            "const box = found.getClientRects()[0];"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1
            )

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Keep what is seen as a PNG."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))


def _is_complaint(answer: dict[str, Any]) -> bool:
    return answer["params"]["type"] in ("error", "warning", "assert")


@contextmanager
def opened(program: str) -> Iterator[Browser]:
    """A browser that ends with the block."""
    to_browser, from_us = os.pipe()[0:2]
    from_browser, to_us = os.pipe()[0:2]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            *(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *("--no-first-run", "--disable-background-networking", f"--user-data-dir={profile}"),
            *("--hide-scrollbars", "--remote-debugging-pipe"),
        ]
        placed = [sys.executable, "-c", _PLACED, str(to_browser), str(to_us), *command]
        process = subprocess.Popen(
            placed, pass_fds=(to_browser, to_us), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_browser)
        os.close(to_us)
        try:
            yield Browser(from_us, from_browser)
        finally:
            process.terminate()
            process.wait(10)
            os.close(from_us)
            os.close(from_browser)

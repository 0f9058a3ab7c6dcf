"""WebKit, the engine of every iPhone, by the W3C's WebDriver and a screen that nobody sees."""

from __future__ import annotations

import base64
import ctypes
import json
import os
import shutil
import subprocess
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final

from tests.browser.engines.tab import Away, Device, Program, Tab, finger, fingers
from tests.browser.served import wait_for

#: The bar above the page would keep the window wider than a phone.
_NARROW_BAR: Final = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }"
_PLACES: Final = ("/usr/lib/*/webkit2gtk-4.1", "/usr/lib/*/webkit2gtk-4.0", "/usr/lib*/webkit2gtk-4.1", "/usr/libexec")


class Screen:
    """An X server without a screen, for the one window that WebKit draws on it."""

    def __init__(self) -> None:
        assert shutil.which("Xvfb") is not None, "WebKit needs a screen: install this system's package xvfb"
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
        self._process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"

    def give_focus(self) -> None:
        """Give the keyboard to the window, as a desktop would: without, nothing in it shows that it has the focus."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        whole = ctypes.c_ulong(x11.XDefaultRootWindow(display))
        root, parent, windows, count = (
            ctypes.c_ulong(),
            ctypes.c_ulong(),
            ctypes.POINTER(ctypes.c_ulong)(),
            ctypes.c_uint(),
        )
        found = (ctypes.byref(one) for one in (root, parent, windows, count))
        x11.XQueryTree(display, whole, *found)
        where, sizes = (ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()), [ctypes.c_uint() for _ in range(4)]
        seen = []
        for window in windows[: count.value]:
            place = (ctypes.byref(one) for one in (*where, *sizes))
            x11.XGetGeometry(display, ctypes.c_ulong(window), *place)
            seen.append((sizes[0].value * sizes[1].value, window))
        x11.XSetInputFocus(display, ctypes.c_ulong(max(seen)[1]), 1, 0)
        x11.XCloseDisplay(display)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


def find_browser() -> str:
    """Return the path of WebKit's own small browser."""
    found = [file for place in _PLACES for file in Path("/").glob(f"{place[1:]}/MiniBrowser")]
    driven = shutil.which("WebKitWebDriver") is not None and found != []
    assert driven, "this test needs WebKit: install this system's package webkit2gtk-driver"
    return str(found[0])


class WebKit(Tab):
    """A page in a WebKit of its own, which a driver of its own leads."""

    def __init__(self, device: Device, port: int) -> None:
        browser = find_browser()
        self._screen = Screen()
        theme = "Adwaita:dark" if device.dark else "Adwaita"
        self._program = Program(
            ["WebKitWebDriver", f"--port={port}"],
            {"config/gtk-3.0/gtk.css": _NARROW_BAR},
            DISPLAY=self._screen.name,
            GDK_BACKEND="x11",
            GTK_THEME=theme,
            LIBGL_ALWAYS_SOFTWARE="1",
            WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1",  # the tests' machine runs as root
        )
        self._port = port
        self._path = ""
        wait_for(self._listens, 30, "WebKit's driver")
        options = {"binary": browser, "args": ["--automation"]}
        session = self._command("POST", "/session", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options}})
        self._path = f"/session/{session['sessionId']}"
        self._command("POST", "/timeouts", script=60_000, pageLoad=60_000)
        self._page: str = self._command("GET", "/window")
        self._pocket: str | None = None
        self.resize(device.width, device.height)
        self._screen.give_focus()

    def _listens(self) -> bool:
        try:
            return bool(self._command("GET", "/status")["ready"])
        except OSError:
            return False

    def _command(self, method: str, path: str, **values: object) -> Any:
        line = HTTPConnection("127.0.0.1", self._port, timeout=70)
        try:
            line.request(method, self._path + path, json.dumps(values) if method == "POST" else None)
            answer = line.getresponse()
            value = json.loads(answer.read())["value"]
        finally:
            line.close()
        if answer.status != 200:
            raise Away(f"{path}: {value['error']}: {value['message']}")
        return value

    def go(self, address: str) -> None:
        self._command("POST", "/url", url=address)

    def run(self, function: str, *values: object) -> Any:
        script = f"return JSON.stringify(({function})(...JSON.parse(arguments[0])) ?? null)"
        return json.loads(self._command("POST", "/execute/sync", script=script, args=[json.dumps(values)]))

    def tap(self, x: float, y: float, times: int = 1) -> None:
        self._command("POST", "/actions", actions=finger(x, y, times))

    def press(self, *keys: str) -> None:
        self._command("POST", "/actions", actions=fingers([key.split("+") for key in keys]))

    def write(self, text: str) -> None:
        self._command("POST", "/actions", actions=fingers([[one] for one in text]))

    def resize(self, width: int, height: int) -> None:
        self._command("POST", "/window/rect", width=width, height=height)
        bars: list[int] = self.run("() => [outerWidth - innerWidth, outerHeight - innerHeight]")
        self._command("POST", "/window/rect", width=width + bars[0], height=height + bars[1])
        wait_for(lambda: self.run("() => [innerWidth, innerHeight]") == [width, height], 10, "the window's new size")

    def move(self, where: str) -> None:
        self._command("POST", f"/{'refresh' if where == 'reload' else where}")

    def picture(self) -> bytes:
        return base64.b64decode(self._command("GET", "/screenshot"))

    def print_page(self) -> bytes | None:
        return None  # WebKitGTK's driver knows no printing

    def sleep(self) -> None:
        self._pocket = self._command("POST", "/window/new", type="tab")["handle"]
        self._command("POST", "/window", handle=self._pocket)
        self._program.stop()

    def wake(self) -> None:
        self._program.go_on()
        self._command("DELETE", "/window")
        self._command("POST", "/window", handle=self._page)

    def close(self) -> None:
        self._program.end()
        self._screen.close()

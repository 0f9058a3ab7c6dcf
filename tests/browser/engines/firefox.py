"""Firefox, by WebDriver BiDi: it speaks that itself, so that no driver stands between."""

from __future__ import annotations

import base64
import json
import re
import shutil
from itertools import count
from typing import Any, Final

from websocket import WebSocket, create_connection

from tests.browser.engines.tab import Away, Device, Program, Tab, finger, fingers

#: Nothing of the browser's own is looked up, asked for or reported; the rest is as people have it.
_PREFERENCES: Final = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "ui.useOverlayScrollbars": 1,  # as on phones
}


class Firefox(Tab):
    """A page in a Firefox of its own."""

    def __init__(self, device: Device) -> None:
        executable = shutil.which("firefox-esr") or shutil.which("firefox")
        assert executable is not None, "this test needs Firefox: install this system's package firefox-esr"
        command = [executable, "--headless", "--profile", "HOME", "--remote-debugging-port", "0", "--no-remote"]
        chosen = _PREFERENCES | {
            "layout.css.prefers-color-scheme.content-override": 0 if device.dark else 1,
            "font.size.variable.x-western": device.letters,
        }
        told = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen.items())
        self._numbers = count(1)
        self._program = Program([*command, "about:blank"], {"user.js": told})
        self._socket: WebSocket = create_connection(self._find_address(), suppress_origin=True, timeout=60)
        self._command("session.new", capabilities={})
        # the first tab of a window has the focus in its line of addresses
        self._context: str = self._command("browsingContext.create", type="tab")["context"]
        self._command("browsingContext.activate", context=self._context)
        self._pocket: str | None = None
        self._command("emulation.setLocaleOverride", locale=device.language, contexts=[self._context])
        self.resize(device.width, device.height)

    def _find_address(self) -> str:
        assert self._program.process.stderr is not None
        for line in self._program.process.stderr:
            found = re.search(r"listening on (ws://\S+)", line)
            if found is not None:
                return f"{found[1]}/session"
        raise AssertionError("Firefox ended before it could be spoken to")

    def _command(self, method: str, **values: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": values}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") != number:
                continue  # an event, or the answer to something nobody waits for any more
            if answer["type"] == "error":
                raise Away(f"{method}: {answer['error']}: {answer['message']}")
            return dict(answer["result"])

    def go(self, address: str) -> None:
        self._command("browsingContext.navigate", context=self._context, url=address, wait="interactive")

    def run(self, function: str, *values: object) -> Any:
        called = f"async (values) => JSON.stringify((await ({function})(...JSON.parse(values))) ?? null)"
        answer = self._command(
            "script.callFunction",
            functionDeclaration=called,
            arguments=[{"type": "string", "value": json.dumps(values)}],
            target={"context": self._context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise Away(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def tap(self, x: float, y: float, times: int = 1) -> None:
        self._command("input.performActions", context=self._context, actions=finger(x, y, times))

    def press(self, *keys: str) -> None:
        actions = fingers([key.split("+") for key in keys])
        self._command("input.performActions", context=self._context, actions=actions)

    def write(self, text: str) -> None:
        self._command("input.performActions", context=self._context, actions=fingers([[one] for one in text]))

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._command("browsingContext.setViewport", context=self._context, viewport=size)

    def move(self, where: str) -> None:
        if where == "reload":
            self._reload()
        else:
            delta = -1 if where == "back" else 1
            self._command("browsingContext.traverseHistory", context=self._context, delta=delta)

    def _reload(self) -> None:
        for _ in range(3):
            try:
                self._command("browsingContext.reload", context=self._context, wait="interactive")
                return
            except Away as away:  # Firefox says so where the page was just loading itself anew
                if "NS_BINDING_ABORTED" not in str(away):
                    raise
        raise Away("the page never stopped loading itself anew")

    def picture(self) -> bytes:
        return base64.b64decode(self._command("browsingContext.captureScreenshot", context=self._context)["data"])

    def print_page(self) -> bytes | None:
        return base64.b64decode(self._command("browsingContext.print", context=self._context)["data"])

    def sleep(self) -> None:
        self._pocket = self._command("browsingContext.create", type="tab")["context"]
        self._program.stop()

    def wake(self) -> None:
        self._program.go_on()
        self._command("browsingContext.activate", context=self._context)
        self._command("browsingContext.close", context=self._pocket)

    def close(self) -> None:
        self._socket.close()
        self._program.end()

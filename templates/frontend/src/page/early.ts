/**
 * Runs in the page's HTML, before any file has come: dresses the page light or dark before it is painted, and opens the socket to
 * the kernel while the rest is on its way, which spares a slow phone one trip. The page's own code takes the socket over. It must stay small, and its text the same on every page:
 * the server names its fingerprint in the content security policy. And since nothing else is there to notice: a page one of
 * whose files did not come, as happens on a poor link, is loaded again once the server answers.
 */
import { newId } from "../identifier";
import { dress } from "../theme";
import { PROTOCOL } from "./names";
import { isOld, sayOldIfUnread } from "./old";

declare global {
  interface Window {
    early?: { session: string; socket: WebSocket; heard: ArrayBuffer[] };
  }
}

function begin(): void {
  dress();

  const { base_url, kernel_id } = JSON.parse(document.getElementById("page-config")!.textContent!) as Record<string, string>;
  const session = newId();
  const address = new URL(`${base_url}api/kernels/${kernel_id}/channels?session_id=${session}`, location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const socket = new WebSocket(address.href, [PROTOCOL]);
  const heard: ArrayBuffer[] = [];
  socket.binaryType = "arraybuffer";
  socket.onmessage = (event: MessageEvent<ArrayBuffer>) => heard.push(event.data);
  window.early = { session, socket, heard };

  const loadAgain = (): void => {
    fetch(`${base_url}api/alive`).then(
      () => location.reload(),
      () => setTimeout(loadAgain, 1000),
    );
  };
  const missed = (event: Event): void => {
    if (!(event.target instanceof HTMLScriptElement || event.target instanceof HTMLLinkElement)) return;
    removeEventListener("error", missed, true);
    setTimeout(loadAgain, 2000);
  };
  addEventListener("error", missed, true);
}

if (!isOld()) {
  sayOldIfUnread();
  begin();
}

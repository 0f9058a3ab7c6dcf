/**
 * Light ground or dark: as the device asks, or as someone chose on it, `?dark=1` in the address before what is remembered.
 * Runs before anything is painted, so that no page flashes white in a dark hall.
 */
const asked = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const CHOICE = "dark";
const key = (): string => `${root.dataset.room ?? "room"}:${CHOICE}`;

function chosen(): string | null {
  const address = new URLSearchParams(location.search).get(CHOICE);
  if (address !== null) return address;
  try {
    return localStorage.getItem(key());
  } catch {
    return null; // a device that keeps nothing
  }
}

export function isDark(): boolean {
  return root.classList.contains("dark");
}

/** Dress the page, and follow the device when it changes its mind. */
export function dress(): void {
  const wear = (): void => {
    const choice = chosen();
    root.classList.toggle("dark", choice === null ? asked.matches : choice !== "0");
  };
  wear();
  asked.onchange = wear;
}

/** Choose for this device, from now on: what the address asked for gives way. */
export function choose(dark: boolean): void {
  root.classList.toggle("dark", dark);
  try {
    localStorage.setItem(key(), dark ? "1" : "0");
  } catch {
    // the choice holds until the page is loaded again
  }
  const address = new URL(location.href);
  address.searchParams.delete(CHOICE);
  history.replaceState(history.state, "", address);
}

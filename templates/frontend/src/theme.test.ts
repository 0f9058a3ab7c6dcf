import { beforeEach, describe, expect, it, vi } from "vitest";

const root = document.documentElement;

/** Load a page anew on a device that asks for dark pages or does not. */
async function load(asks: boolean, address = "/"): Promise<typeof import("./theme")> {
  history.replaceState(null, "", address);
  root.classList.remove("dark");
  vi.resetModules();
  vi.stubGlobal("matchMedia", () => ({ matches: asks }));
  const theme = await import("./theme");
  theme.dress();
  return theme;
}

beforeEach(() => localStorage.clear());

describe("light ground or dark", () => {
  it("is what the device asks for", async () => {
    expect((await load(true)).isDark()).toBe(true);
    expect((await load(false)).isDark()).toBe(false);
  });

  it("is what the address asks for, whatever the device does", async () => {
    expect((await load(false, "/?dark=1")).isDark()).toBe(true);
    expect((await load(true, "/?dark=0")).isDark()).toBe(false);
  });

  it("is what was chosen, from then on and over the address", async () => {
    const theme = await load(false, "/?dark=1&page=2");
    theme.choose(false);
    expect(theme.isDark()).toBe(false);
    expect(location.search).toBe("?page=2");
    expect((await load(true)).isDark()).toBe(false);
  });
});

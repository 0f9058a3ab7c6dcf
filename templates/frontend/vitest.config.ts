import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], restoreMocks: true, unstubGlobals: true, testTimeout: 30_000 },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});

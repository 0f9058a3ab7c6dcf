/** Builds the front end into ../workshop/static: `plain/` for JupyterLab, fingerprinted and compressed for the served pages. */
import { build } from "esbuild";

const target = "../workshop/static";

await build({
  entryPoints: ["participant", "facilitator", "screen"].map((name) => ({ in: `src/panels/${name}/index.tsx`, out: name })),
  outdir: `${target}/plain`,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2021",
  jsx: "automatic",
  jsxImportSource: "preact",
});

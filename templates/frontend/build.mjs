/**
 * Builds the front end into ../voila/workshop/static:
 *   plain/   each role's panels whole, for anywidget in JupyterLab, which has them as text
 *   served/  what our pages load: names that change with their content, compressed ahead, and manifest.json (logical name -> file)
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const finished = "../voila/workshop/static";
const target = `${finished}.${process.pid}`; // built aside, so that a running server never meets half a build
const roles = ["participant", "facilitator", "screen"];
const fonts = { "regular.woff2": 400, "bold.woff2": 700 };

const shared = {
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2021",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
};

/** The name of a file that may be cached for a year: it changes whenever the content does. */
function fingerprint(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const end = extname(name);
  return `${basename(name, end)}-${hash}${end}`;
}

const plain = join(target, "plain");
const served = join(target, "served");
await mkdir(served, { recursive: true });

await build({
  ...shared,
  entryPoints: roles.map((name) => ({ in: `src/panels/${name}/index.tsx`, out: name })),
  outdir: plain,
});

const manifest = {};
async function serve(logical, content) {
  const name = fingerprint(logical, content);
  manifest[logical] = name;
  await writeFile(join(served, name), content);
  if (name.endsWith(".woff2")) return; // compressed by nature
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  await writeFile(join(served, `${name}.br`), brotliCompressSync(content, quality));
  await writeFile(join(served, `${name}.gz`), gzipSync(content, { level: 9 }));
}

for (const [logical, weight] of Object.entries(fonts)) {
  const file = `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`;
  await serve(logical, await readFile(file));
}
for (const name of await readdir(plain)) await serve(name, await readFile(join(plain, name)));

// The few lines inside the HTML, the page's own code, and the stock widgets that it imports when a page shows one.
for (const [name, source] of Object.entries({ "early.js": "early", "page.js": "index", "stock.js": "stock" })) {
  const format = name === "early.js" ? "iife" : "esm";
  const script = await build({ ...shared, entryPoints: [`src/page/${source}.ts`], format, write: false });
  await serve(name, Buffer.from(script.outputFiles[0].contents));
}
for (const name of ["page.css", "stock.css"]) {
  const sheet = await build({ ...shared, entryPoints: [`src/page/${name}`], external: ["*.woff2"], write: false });
  let css = sheet.outputFiles[0].text;
  for (const logical of Object.keys(fonts)) css = css.replaceAll(logical, manifest[logical]);
  await serve(name, Buffer.from(css));
}

const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(join(served, "manifest.json"), `${JSON.stringify(sorted, null, 1)}\n`);

await rm(finished, { recursive: true, force: true });
await rename(target, finished);

/**
 * Builds the front end into ../voila/workshop/static:
 *   plain/   each role's panels whole, for anywidget in JupyterLab, which has them as text
 *   served/  what our pages load: names that change with their content, compressed ahead, and manifest.json (logical name -> file)
 * With --watch it builds again at each save, and compresses fast rather than well: the file "hasty" tells the package's build,
 * which does it again.
 */
import { build, context, transform } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { FETCHED, FLOOR, KNOWN } from "./floor.mjs";

const watching = process.argv.includes("--watch");
const quality = watching ? { brotli: 4, gzip: 1 } : { brotli: 11, gzip: 9 };
const finished = "../voila/workshop/static";
/** The pages' own parts of the fonts are cut by hatch_build.py, as page.css says. */
const fonts = {
  "regular.woff2": "fonts/cut/regular.woff2",
  "regular-rest.woff2": "fonts/cut/regular-rest.woff2",
  "bold.woff2": "fonts/cut/bold.woff2",
  "bold-rest.woff2": "fonts/cut/bold-rest.woff2",
  "plain-zero.woff2": "fonts/plain-zero-400.woff2",
  "plain-zero-bold.woff2": "fonts/plain-zero-700.woff2",
};

const shared = {
  bundle: true,
  format: "esm",
  minify: true,
  target: FLOOR,
  supported: KNOWN,
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  write: false,
  outdir: "out", // names what is built; nothing is written there
};

const entry = (source, out) => ({ in: source, out });
/** The participant's panels with all that phones fetch by and by: what JupyterLab has, where nothing can be fetched. */
const WHOLE = "whole";
const makeWhole = (one) => one.onResolve({ filter: /^\.\/fetched$/ }, ({ resolveDir }) => ({ path: join(resolveDir, "whole.tsx") }));
/** Each role's panels, and apart from them what some phones fetch; the few lines inside the HTML, the page's own code, and the stock widgets that it imports when a page shows one. */
const parts = [
  {
    ...shared,
    entryPoints: ["participant", "facilitator", "screen", "home", ...FETCHED].map((role) => entry(`src/panels/${role}/index.tsx`, role)),
  },
  { ...shared, entryPoints: [entry("src/panels/participant/index.tsx", WHOLE)], plugins: [{ name: "whole", setup: makeWhole }] },
  { ...shared, entryPoints: [entry("src/page/early.ts", "early")], format: "iife", target: "es2015", supported: {} }, // read by older browsers too, which it tells

  { ...shared, entryPoints: [entry("src/page/index.ts", "page"), entry("src/page/stock.ts", "stock")] },
  { ...shared, entryPoints: [entry("src/page/page.css", "page"), entry("src/page/stock.css", "stock")], external: ["*.woff2"] },
];
const isOfPanels = (name) => !/^(early|page|stock)\./.test(name);
/** What is added to a page whose panels have the tokens already. */
const isAdded = (name) => FETCHED.some((part) => name === `${part}.css`);

/** The name of a file that may be cached for a year: it changes whenever the content does. */
function fingerprint(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const end = extname(name);
  return `${basename(name, end)}-${hash}${end}`;
}

/** The tokens as every stylesheet has them once built. */
async function minifyTokens() {
  const source = await readFile("../tokens.css", "utf8");
  const { minify, target, charset, legalComments } = shared;
  return (await transform(source, { loader: "css", minify, target, charset, legalComments })).code.trim();
}

/** A page has the tokens from its own stylesheet: those of its panels need not bring them again. */
function leaveOut(tokens, css) {
  if (!css.includes(tokens)) throw new Error("a stylesheet of panels does not hold the tokens");
  return css.replace(tokens, "");
}

/** Give every file the name it is served under, the fonts first since the styles name them. */
async function nameAll(built) {
  const contents = new Map();
  const plain = new Map();
  const manifest = {};
  const serve = (logical, content) => {
    manifest[logical] = fingerprint(logical, content);
    contents.set(logical, content);
  };
  for (const [logical, file] of Object.entries(fonts)) serve(logical, await readFile(file));
  const tokens = await minifyTokens();
  for (const { path, contents: bytes } of built) {
    const name = basename(path);
    let content = Buffer.from(bytes);
    if (name.startsWith(`${WHOLE}.`)) {
      plain.set(name.replace(WHOLE, "participant"), content);
      continue;
    }
    if (isOfPanels(name) && !/^participant\./.test(name)) plain.set(name, content);
    if (name.endsWith(".css") && isOfPanels(name) && !isAdded(name)) content = Buffer.from(leaveOut(tokens, content.toString()));
    if (name.endsWith(".css") && !isOfPanels(name)) {
      let css = content.toString();
      for (const logical of Object.keys(fonts)) css = css.replaceAll(`./${logical}`, `./${manifest[logical]}`);
      content = Buffer.from(css);
    }
    serve(name, content);
  }
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { contents, plain, manifest: sorted, text: `${JSON.stringify(sorted, null, 1)}\n` };
}

/** Write what was built, aside and then in the place of the build before, so that a running server never meets half a build. */
async function writeAll({ contents, plain, manifest, text }) {
  const target = `${finished}.${process.pid}`;
  const served = join(target, "served");
  await mkdir(join(target, "plain"), { recursive: true });
  await mkdir(served, { recursive: true });
  for (const [logical, content] of contents) {
    const file = join(served, manifest[logical]);
    await writeFile(file, content);
    if (logical.endsWith(".woff2")) continue; // compressed by nature
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality.brotli, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(`${file}.br`, brotliCompressSync(content, { params }));
    await writeFile(`${file}.gz`, gzipSync(content, { level: quality.gzip }));
  }
  for (const [name, content] of plain) await writeFile(join(target, "plain", name), content);
  await copyFile("fonts/LICENSE.txt", join(target, "fonts-LICENSE.txt"));
  if (watching) await writeFile(join(target, "hasty"), "");
  await writeFile(join(served, "manifest.json"), text);
  await rm(finished, { recursive: true, force: true });
  await rename(target, finished);
}

async function buildOnce() {
  const results = await Promise.all(parts.map((part) => build(part)));
  await writeAll(await nameAll(results.flatMap((result) => result.outputFiles)));
}

/** Build a part whenever one of its files is saved; the manifest, which a server may watch, changes only if the outcome does. */
async function watch() {
  const latest = new Map();
  let known = await readFile(join(finished, "served", "manifest.json"), "utf8").catch(() => "");
  let writing = Promise.resolve();
  const renew = async () => {
    if (latest.size < parts.length) return; // the first time round
    const all = await nameAll(parts.flatMap((part) => latest.get(part)));
    if (all.text === known) return;
    await writeAll(all);
    known = all.text;
    console.log(`${new Date().toLocaleTimeString()} built`);
  };
  for (const part of parts) {
    const collect = (result) => {
      if (result.errors.length > 0) return; // esbuild has said them; what stands is left standing
      latest.set(part, result.outputFiles);
      writing = writing.then(renew).catch(console.error);
    };
    const made = await context({ ...part, plugins: [{ name: "collect", setup: (one) => one.onEnd(collect) }] });
    await made.watch();
  }
  console.log("watching src and ../tokens.css; Ctrl-C ends");
}

await (watching ? watch() : buildOnce());

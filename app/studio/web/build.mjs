// Builds the page of the studio and the viewport into ../static: ES modules, with Spark as a chunk that loads when a scene has splats.
import { build, context } from "esbuild";
import { cp, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const watch = process.argv.includes("--watch");
const outdir = process.env.SCENEWRIGHT_STATIC ?? here("../static");

const options = {
  entryPoints: { studio: here("src/studio/main.tsx"), viewport: here("src/viewport/index.ts") },
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: !watch,
  sourcemap: watch,
  outdir,
  entryNames: "[name]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".svg": "text", ".woff2": "file" },
  define: { "process.env.NODE_ENV": watch ? '"development"' : '"production"' },
  // licences of what is bundled stand at the end of each file
  legalComments: "eof",
  logLevel: "info",
  metafile: true,
};

// The viewport as one classic script, which an exported scene holds inline. A scene without Gaussians gets the one without Spark, which is
// a quarter of the size.
const withoutSpark = {
  name: "without-spark",
  setup(build) {
    build.onResolve({ filter: /^@sparkjsdev\/spark$/ }, () => ({ path: "spark", namespace: "left-out" }));
    build.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "throw new Error('this page was exported without Gaussian splats');",
    }));
  },
};
const standalone = (name, plugins) => ({
  ...options,
  entryPoints: { [name]: here("src/standalone/main.ts") },
  splitting: false,
  format: "iife",
  metafile: false,
  plugins,
});

// what the page asks for by name and no source imports
const copyPublic = () => cp(here("public"), outdir, { recursive: true });

if (watch) {
  await copyPublic();
  await (await context(options)).watch();
} else {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build(options);
  await build(standalone("standalone", [withoutSpark]));
  await build(standalone("standalone-splats", []));
  await copyPublic();
  // what each file loads and holds, for tests of its size
  await writeFile(`${outdir}/.metafile.json`, JSON.stringify(metafile));
}

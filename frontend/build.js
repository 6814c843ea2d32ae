// Builds every src/*.ts and css/app.css into the folder that HAREHAWK_STATIC names.
import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";

const out = process.env.HAREHAWK_STATIC ?? "../src/harehawk/web/static/built";

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: [...readdirSync("src").filter((name) => name.endsWith(".ts")).map((name) => `src/${name}`), "css/app.css"],
  outdir: out,
  outbase: ".",
  entryNames: "[name]",
  chunkNames: "chunk-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  logLevel: "warning",
});

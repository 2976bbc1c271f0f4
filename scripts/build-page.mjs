// SPDX-License-Identifier: Apache-2.0
// web/index.html with its styles, its script and the packed WebAssembly inside, under the strict
// policy, as one file: dist/gainshare.html (and dist/index.html, the same bytes). The same input
// gives the same bytes.
//
//   node scripts/build-page.mjs [--wasm FOLDER] [--out FOLDER]
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { formData } from './form-data.mjs';
import { packed } from './pack.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = ['chrome111', 'firefox113', 'safari16.4'];

function argument(name, otherwise) {
  const at = process.argv.indexOf(name);
  return resolve(root, at < 0 ? otherwise : process.argv[at + 1]);
}

// Emscripten's factory without the address of its own file, which a classic script does not have
// (the page hands in the bytes, so the address is never used). What is left uses nothing from
// outside itself, so its text is the whole of it.
async function glue(wasmFolder) {
  const text = await readFile(join(wasmFolder, 'gainshare.mjs'), 'utf8');
  return text
    .replace(/var _script(Dir|Name) = import\.meta\.url;/, '')
    .replace(/\b_script(Dir|Name)\b|import\.meta\.url/g, '""')
    .replace(/new URL\((["']gainshare\.wasm["']),\s*""\)\.(toString\(\)|href)/g, '$1');
}

// What the page carries inside itself, as a module.
const asText = (name, bytes) => `export const ${name} = "${packed(bytes).toString('base64')}";`;

// What the page imports that no file holds:
//   virtual:gainshare-wasm  packedWasm, the engine
//   virtual:gainshare-forms packedForms, the forms of the schemas and the presets
//   virtual:gainshare-glue  Emscripten's factory; inside a worker the page's own, handed over as text
//   worker:./x.ts           the text of x.ts as a classic script for a blob worker: a worker from an
//                           address would not stand under the page's policy
export function enginePlugin(wasmFolder, inWorker = false) {
  const javascript = (contents, resolveDir) => ({ contents, loader: 'js', resolveDir });
  return {
    name: 'gainshare-engine',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:gainshare-/ }, ({ path }) => ({ path, namespace: 'virtual' }));
      onLoad({ filter: /-wasm$/, namespace: 'virtual' }, async () =>
        javascript(asText('packedWasm', await readFile(join(wasmFolder, 'gainshare.wasm')))),
      );
      onLoad({ filter: /-forms$/, namespace: 'virtual' }, async () =>
        javascript(asText('packedForms', Buffer.from(formData(root)))),
      );
      onLoad({ filter: /-glue$/, namespace: 'virtual' }, async () =>
        javascript(inWorker ? 'export default self.gainshareGlue;' : await glue(wasmFolder)),
      );
      onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path.slice('worker:'.length)),
        namespace: 'worker',
      }));
      onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
        const text = JSON.stringify(await bundle(path, wasmFolder, true));
        return javascript(
          `import glue from 'virtual:gainshare-glue';
           export default 'self.gainshareGlue=' + glue + ';' + ${text};`,
          root,
        );
      });
    },
  };
}

async function bundle(entry, wasmFolder, inWorker = false) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target,
    charset: 'utf8',
    // Lit's licence asks for its notice to stay.
    legalComments: 'eof',
    define: { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [enginePlugin(wasmFolder, inWorker)],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

const hash = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// What a policy can keep out: everything but this very script, these very styles and pictures of
// the page's own making. connect-src 'none' also keeps the page from its own host's log.
function policy(script, style) {
  return [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html gainshare',
  ].join('; ');
}

// Takes every match of the pattern out of the text and hands back the first groups.
function takeOut(text, pattern) {
  const found = [];
  const rest = text.replace(pattern, (_, group) => {
    found.push(group);
    return '';
  });
  return { found, rest };
}

async function styles(files) {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const { code } = await transform(texts.join('\n'), { loader: 'css', minify: true, target });
  return code.trim();
}

async function page(wasmFolder) {
  const web = join(root, 'web');
  const source = await readFile(join(web, 'index.html'), 'utf8');
  const sheets = takeOut(source, /[ \t]*<link\s+rel="stylesheet"\s+href="([^"]+)"\s*\/?>\n?/g);
  const scripts = takeOut(sheets.rest, /[ \t]*<script\s[^>]*src="([^"]+)"[^>]*><\/script>\n?/g);
  if (scripts.found.length !== 1) throw new Error('web/index.html must name exactly one script');
  const style = await styles(sheets.found.map((name) => join(web, name)));
  const script = await bundle(join(web, scripts.found[0]), wasmFolder);
  if (/<\/script|<!--/i.test(script)) throw new Error('The script would end its own element');
  if (/<\/style/i.test(style)) throw new Error('The styles would end their own element');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">`;
  const insert = (text, before, what) => {
    if (!text.includes(before)) throw new Error(`web/index.html has no ${before}`);
    return text.replace(before, () => `${what}\n${before}`);
  };
  // The policy stands before everything that it governs; the script runs when the body is there.
  const charset = /<meta\s+charset="utf-8"\s*\/?>/i;
  if (!charset.test(scripts.rest)) throw new Error('web/index.html has no <meta charset="utf-8">');
  const governed = scripts.rest.replace(charset, (tag) => `${tag}\n${meta}`);
  const styled = insert(governed, '</head>', `<style>${style}</style>`);
  return insert(styled, '</body>', `<script>${script}</script>`);
}

async function main() {
  const wasmFolder = argument('--wasm', 'build/wasm');
  const out = argument('--out', 'dist');
  const html = await page(wasmFolder);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const name of ['gainshare.html', 'index.html']) await writeFile(join(out, name), html);
  await copyFile(join(root, 'LICENSE'), join(out, 'LICENSE.txt'));
  console.log(`${join(out, 'gainshare.html')}: ${gzipSync(html, { level: 9 }).length} bytes gzipped`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();

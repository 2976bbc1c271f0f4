// SPDX-License-Identifier: Apache-2.0
// web/index.html with its styles, its script and the gzipped WebAssembly inside, under the strict
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

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = ['chrome111', 'firefox113', 'safari16.4'];

function argument(name, otherwise) {
  const at = process.argv.indexOf(name);
  return resolve(root, at < 0 ? otherwise : process.argv[at + 1]);
}

// `virtual:gainshare-wasm` exports wasmGzipBase64; `virtual:gainshare-glue` is Emscripten's factory.
export function enginePlugin(wasmFolder) {
  return {
    name: 'gainshare-engine',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:gainshare-wasm$/ }, ({ path }) => ({
        path,
        namespace: 'gainshare-wasm',
      }));
      onLoad({ filter: /.*/, namespace: 'gainshare-wasm' }, async () => {
        const bytes = await readFile(join(wasmFolder, 'gainshare.wasm'));
        // Gzipped inside the page: raw base64 would cost a third more of the transfer.
        const text = gzipSync(bytes, { level: 9 }).toString('base64');
        return { contents: `export const wasmGzipBase64 = ${JSON.stringify(text)};`, loader: 'js' };
      });
      onResolve({ filter: /^virtual:gainshare-glue$/ }, () => ({
        path: join(wasmFolder, 'gainshare.mjs'),
      }));
      // The glue locates its wasm through import.meta.url, which a classic script does not have; the
      // page hands in the bytes, so the address is never used.
      onLoad({ filter: /gainshare\.mjs$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8'))
          .replaceAll('import.meta.url', '""')
          .replace(/new URL\((["']gainshare\.wasm["']),\s*""\)\.(toString\(\)|href)/g, '$1'),
        loader: 'js',
      }));
      // `worker:./x.ts` is the text of x.ts bundled as a classic script, for a blob worker: a worker
      // from a URL would not stand under the page's policy.
      onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path.slice('worker:'.length)),
        namespace: 'worker-text',
      }));
      onLoad({ filter: /.*/, namespace: 'worker-text' }, async ({ path }) => ({
        contents: `export default ${JSON.stringify(await bundle(path, wasmFolder))};`,
        loader: 'js',
      }));
    },
  };
}

async function bundle(entry, wasmFolder) {
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
    plugins: [enginePlugin(wasmFolder)],
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

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

/**
 * The canvas in a browser, without VS Code: `node webview/dev/serve.mjs [port]`. Every load of the page builds it anew.
 * Needs `dist/webview` for the icons and the layout engine (`npm run build`).
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
};

/** @returns the outputs by their address. */
async function build(minify) {
  const settings = {
    absWorkingDir: root,
    outdir: '/',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'chrome132',
    jsx: 'automatic',
    minify,
    sourcemap: minify ? false : 'inline',
    define: { 'process.env.NODE_ENV': JSON.stringify(minify ? 'production' : 'development') },
    logLevel: 'warning',
  };
  const results = await Promise.all([
    esbuild.build({
      ...settings,
      entryPoints: { 'webview/canvas': 'webview/main.tsx' },
      splitting: true,
      chunkNames: 'webview/chunks/[name]-[hash]',
    }),
    esbuild.build({ ...settings, entryPoints: { 'dev/fake-host': 'webview/dev/fake-host.ts' } }),
  ]);
  return new Map(
    results.flatMap(({ outputFiles }) =>
      outputFiles.map((file) => [file.path.replaceAll(path.sep, '/'), file.contents]),
    ),
  );
}

/** @returns the server, listening; port 0 takes a free one. */
export async function serve({ port = 0, minify = false } = {}) {
  let built = await build(minify);
  const files = async (address) => {
    if (built.has(address)) return built.get(address);
    if (address === '/') return readFile(path.join(root, 'webview/dev/index.html'));
    if (address === '/dev/themes.css') return readFile(path.join(root, 'webview/dev/themes.css'));
    if (address.startsWith('/webview/')) return readFile(path.join(root, 'dist', path.normalize(address)));
    if (address.startsWith('/templates/')) return readFile(path.join(root, path.normalize(address)));
    return undefined;
  };
  const server = createServer(async (request, response) => {
    try {
      const address = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (address === '/' && !minify) built = await build(minify);
      const body = await files(address);
      if (!body) throw new Error('not found');
      response
        .writeHead(200, { 'content-type': types[path.extname(address)] ?? 'text/html', 'cache-control': 'no-store' })
        .end(body);
    } catch (error) {
      response.writeHead(404).end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.argv[2] ?? 5180) });
  console.log(url);
}

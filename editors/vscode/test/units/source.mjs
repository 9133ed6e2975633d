// Loads a source file of the extension that needs nothing of VS Code.

import { buildSync } from 'esbuild';

/** The exports of `src/NAME.ts`. */
export async function source(name) {
  const entry = new URL(`../../src/${name}.ts`, import.meta.url).pathname;
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'esm', platform: 'node' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

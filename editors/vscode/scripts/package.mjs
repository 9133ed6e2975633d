// Packs the extension: `npm run package -- --target linux-x64 --server ../../target/dist/hegao`.
// Without --server the package holds no program and looks for one on PATH; see src/program.ts.

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { target: { type: 'string' }, server: { type: 'string' }, out: { type: 'string' } },
});
if (Boolean(values.target) !== Boolean(values.server)) {
  console.error('A package with a program is for one platform: give --target and --server together, or neither.');
  process.exit(2);
}
rmSync('bin', { recursive: true, force: true });
if (values.server) {
  mkdirSync('bin');
  const program = values.target.startsWith('win32') ? 'bin/hegao.exe' : 'bin/hegao';
  copyFileSync(values.server, program);
  chmodSync(program, 0o755);
}
// The bundle holds all dependencies. The project has no address to check the links of the README against.
const options = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links'];
if (values.target) options.push('--target', values.target);
if (values.out) options.push('--out', values.out);
const done = spawnSync('npx', ['vsce', ...options], { stdio: 'inherit', shell: process.platform === 'win32' });
process.exit(done.status ?? 1);

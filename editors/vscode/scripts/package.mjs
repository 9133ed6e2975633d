// Packs the extension.
//
// `npm run package` packs it without a program: it looks for one on PATH, see src/program.ts.
// `npm run package -- --target linux-x64 --server ../../target/dist/hegao` packs it with the program of one platform,
// `npm run package -- --servers FOLDER` one package for each FOLDER/<target>/hegao, or hegao.exe. `--out` is the file,
// or with --servers the folder, to write.

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** The platforms for which VS Code takes a package of its own and Rust a program. */
const TARGETS = ['linux-x64', 'linux-arm64', 'linux-armhf', 'alpine-x64', 'alpine-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];

const { values } = parseArgs({
  options: { target: { type: 'string' }, server: { type: 'string' }, servers: { type: 'string' }, out: { type: 'string' } },
});

function refuse(reason) {
  console.error(reason);
  process.exit(2);
}

const programName = (target) => (target.startsWith('win32') ? 'hegao.exe' : 'hegao');

function pack(target, server, out) {
  rmSync('bin', { recursive: true, force: true });
  if (server) {
    mkdirSync('bin');
    const program = join('bin', programName(target));
    copyFileSync(server, program);
    chmodSync(program, 0o755);
  }
  // The bundle holds all dependencies. The project has no address to check the links of the README against.
  const options = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links'];
  if (target) options.push('--target', target);
  if (out) options.push('--out', out);
  const done = spawnSync('npx', ['vsce', ...options], { stdio: 'inherit', shell: process.platform === 'win32' });
  rmSync('bin', { recursive: true, force: true });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

if (values.servers) {
  const targets = readdirSync(values.servers);
  for (const target of targets) {
    if (!TARGETS.includes(target)) refuse(`No such platform: ${target}. There are ${TARGETS.join(', ')}.`);
    if (!existsSync(join(values.servers, target, programName(target)))) refuse(`No ${programName(target)} for ${target}.`);
  }
  if (targets.length === 0) refuse(`No programs in ${values.servers}.`);
  for (const target of targets) {
    pack(target, join(values.servers, target, programName(target)), values.out && join(values.out, `hegao-${target}.vsix`));
  }
} else {
  if (Boolean(values.target) !== Boolean(values.server)) {
    refuse('A package with a program is for one platform: give --target and --server together, or neither.');
  }
  if (values.target && !TARGETS.includes(values.target)) refuse(`No such platform: ${values.target}. There are ${TARGETS.join(', ')}.`);
  pack(values.target, values.server, values.out);
}

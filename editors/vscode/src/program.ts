// Finds the hegao program, and asks it for its version before anything relies on it.

import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** A program that answered. */
export interface Program {
  path: string;
  /** As the program writes it: “hegao 0.1.0”. */
  version: string;
}

/** Why there is no program, in words for the user. */
export class NoProgram extends Error {}

const NAME = process.platform === 'win32' ? 'hegao.exe' : 'hegao';

/** Milliseconds in which a healthy program has long said its version. */
const PATIENCE = 20_000;

/**
 * The program that the settings name; without one the extension's own, then the first on PATH, then where cargo puts it
 * (an editor started from the desktop often has no PATH to speak of).
 */
export async function findProgram(setting: string, extensionFolder: string): Promise<Program> {
  if (setting) {
    const path = isAbsolute(setting) ? setting : onPath(setting);
    if (!path || !isFile(path)) {
      throw new NoProgram(`设置项 hegao.server.path 写的是“${setting}”，那里没有这个程序。`);
    }
    return ask(path);
  }
  const candidates = [join(extensionFolder, 'bin', NAME), onPath(NAME), join(homedir(), '.cargo', 'bin', NAME)];
  const path = candidates.find((candidate) => candidate && isFile(candidate));
  if (!path) {
    throw new NoProgram('没有找到 hegao 程序，稿件暂时没有校对。');
  }
  return ask(path);
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isFile);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function ask(path: string): Promise<Program> {
  return new Promise((resolve, reject) => {
    execFile(path, ['--version'], { timeout: PATIENCE }, (error, stdout) => {
      const version = stdout.trim();
      if (error) {
        reject(new NoProgram(`程序 ${path} 启动不了（${error.message.split('\n')[0]}），稿件暂时没有校对。`));
      } else if (!version.startsWith('hegao ')) {
        reject(new NoProgram(`${path} 不是核稿的程序，稿件暂时没有校对。`));
      } else {
        resolve({ path, version });
      }
    });
  });
}

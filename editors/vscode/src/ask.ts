// Runs the hegao program on the text of a draft as it stands in the editor, saved or not.

import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type * as vscode from 'vscode';
import type { Program } from './program';

/** What the program prints of a draft; an error with its own words where it could not be done. */
export function ask(program: Program, args: string[], document: vscode.TextDocument): Promise<string> {
  const folder = document.uri.scheme === 'file' ? dirname(document.fileName) : undefined;
  const child = spawn(program.path, [...args, '-'], { cwd: folder, stdio: 'pipe' });
  const [out, errors]: Buffer[][] = [[], []];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => errors.push(data));
  // A program that ends before it has read everything says why on its own.
  child.stdin.on('error', () => undefined);
  child.stdin.end(document.getText());
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      // 1 tells of findings.
      if (code === 0 || code === 1) {
        resolve(Buffer.concat(out).toString('utf8'));
      } else {
        reject(new Error(Buffer.concat(errors).toString('utf8').trim() || `程序退出，代码 ${code}`));
      }
    });
  });
}

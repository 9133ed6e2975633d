// 校对清单: the findings as a page to print or a table to tick off, written by the program itself.

import { basename, extname } from 'node:path';
import * as vscode from 'vscode';
import { ask } from './ask';
import { Server } from './server';

/** Writes the checklist of the draft on screen where the user wants it. */
export async function exportChecklist(server: Server): Promise<void> {
  await server.start();
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage('核稿：请先打开一份稿件。');
    return;
  }
  const file = await vscode.window.showSaveDialog({
    title: '导出校对清单（.html 网页可打印，.csv 用 Excel、WPS 打开）',
    defaultUri: proposed(document),
    filters: { '网页': ['html'], '表格': ['csv'] },
  });
  if (!file || !server.program) {
    return;
  }
  const format = extname(file.fsPath).toLowerCase() === '.csv' ? 'csv' : 'html';
  const name = document.uri.scheme === 'file' ? document.fileName : '未保存的稿件.txt';
  const list = await ask(server.program, ['lint', '--format', format, '--stdin-filename', name], document);
  await vscode.workspace.fs.writeFile(file, Buffer.from(list, 'utf8'));
  const open = '打开';
  const answer = await vscode.window.showInformationMessage(`核稿：校对清单已导出到 ${basename(file.fsPath)}。`, open);
  if (answer === open) {
    await vscode.env.openExternal(file);
  }
}

function proposed(document: vscode.TextDocument): vscode.Uri | undefined {
  const name = basename(document.fileName).replace(/\.[^.]*$/, '');
  return document.uri.scheme === 'file' ? vscode.Uri.joinPath(document.uri, '..', `${name}-校对清单.html`) : undefined;
}

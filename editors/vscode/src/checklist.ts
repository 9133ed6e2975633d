// 校对清单: the findings as a table to print, to tick off and to file.

import { basename } from 'node:path';
import * as vscode from 'vscode';
import { csv } from './csv';
import { enclosing, partsOf } from './outline';
import { Server } from './server';
import { findingsOf } from './status';

const HEAD = ['序号', '文件', '位置', '行', '级别', '规则', '问题', '原文', '处理情况'];

const LEVELS = ['错误', '警告', '信息', '提示'];

/** Characters of the text around a finding that the list shows on each side. */
const CONTEXT = 15;

/** Writes the findings of the draft on screen where the user wants them. */
export async function exportChecklist(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const findings = document ? sorted(findingsOf(document)) : [];
  if (!document || findings.length === 0) {
    void vscode.window.showInformationMessage(document ? '核稿：这份稿件没有问题，不用导出。' : '核稿：请先打开一份稿件。');
    return;
  }
  const name = basename(document.fileName).replace(/\.[^.]*$/, '');
  const file = await vscode.window.showSaveDialog({
    title: '导出校对清单',
    defaultUri: vscode.Uri.joinPath(document.uri, '..', `${name}-校对清单.csv`),
    filters: { '表格（Excel、WPS 均可打开）': ['csv'] },
  });
  if (!file) {
    return;
  }
  const parts = await partsOf(server, document);
  const rows = findings.map((found, index) => {
    const place = enclosing(parts, found.range.start).map((part) => part.name).join(' / ');
    return [
      String(index + 1), basename(document.fileName), place, String(found.range.start.line + 1), LEVELS[found.severity] ?? '',
      code(found), found.message, excerpt(document, found.range), '',
    ];
  });
  await vscode.workspace.fs.writeFile(file, Buffer.from(csv([HEAD, ...rows]), 'utf8'));
  void vscode.window.showInformationMessage(`核稿：${rows.length} 处问题已导出到 ${basename(file.fsPath)}。`);
}

function sorted(findings: vscode.Diagnostic[]): vscode.Diagnostic[] {
  return [...findings].sort((a, b) => a.range.start.compareTo(b.range.start));
}

function code(found: vscode.Diagnostic): string {
  return String(typeof found.code === 'object' ? found.code.value : (found.code ?? ''));
}

/** The words of a finding in 【】 with some of their line around them. */
function excerpt(document: vscode.TextDocument, range: vscode.Range): string {
  const line = document.lineAt(range.start.line).text;
  const end = range.isSingleLine ? range.end.character : line.length;
  const [before, words, after] = [line.slice(0, range.start.character), line.slice(range.start.character, end), line.slice(end)];
  return `${[...before.trimStart()].slice(-CONTEXT).join('')}【${words}】${[...after].slice(0, CONTEXT).join('')}`;
}

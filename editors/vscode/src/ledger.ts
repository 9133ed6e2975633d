// 指标台账: every figure of the draft as a table, to check one by one against its source.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { ask } from './ask';
import { Folders } from './folders';
import { Server } from './server';
import { tsv } from './tsv';

/** Milliseconds without a key before the figures are read anew. */
const PAUSE = 600;

/** Rows that the table shows at most; a filter reaches the others. */
const MOST = 5000;

const VIEW = 'hegao.ledger';

/** A figure as `hegao figures --format json` tells it; line and column from 1, the column in characters. */
interface Figure {
  place: string;
  line: number;
  column: number;
  scope: string;
  indicator: string;
  relation: string;
  period: string;
  number: string;
  unit: string;
  rough: boolean;
  words: string;
  checks: { rule: string; holds: boolean; shown: string }[];
}

/** What the page tells the extension. */
type Told =
  | { kind: 'ready' }
  | { kind: 'jump'; row: number }
  | { kind: 'tick'; row: number; ticked: boolean }
  | { kind: 'copy'; rows: number[] };

const HEAD = ['已核', '位置', '指标', '口径', '年份', '数值', '单位', '类别', '算术核对', '原文'];

export class Ledger implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly disposables: vscode.Disposable[];
  private view: vscode.WebviewView | undefined;
  private timer: NodeJS.Timeout | undefined;
  private document: vscode.TextDocument | undefined;
  private figures: Figure[] = [];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly folders: Folders,
    private readonly server: Server,
  ) {
    const { window, workspace } = vscode;
    this.disposables = [
      window.registerWebviewViewProvider(VIEW, this, { webviewOptions: { retainContextWhenHidden: true } }),
      window.onDidChangeActiveTextEditor(() => this.soon()),
      workspace.onDidChangeTextDocument((event) => event.document === this.document && this.soon()),
      server.onDidChange(() => this.soon()),
    ];
  }

  async open(): Promise<void> {
    await this.server.start();
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    const media = vscode.Uri.joinPath(this.context.extensionUri, 'media');
    view.webview.options = { enableScripts: true, localResourceRoots: [media] };
    view.webview.html = page(view.webview, media);
    view.webview.onDidReceiveMessage((told: Told) => this.hear(told));
    view.onDidChangeVisibility(() => this.soon());
    view.onDidDispose(() => (this.view = undefined));
  }

  private async hear(told: Told): Promise<void> {
    switch (told.kind) {
      case 'ready':
        return this.read();
      case 'jump':
        return this.jump(told.row);
      case 'tick':
        return this.tick(told.row, told.ticked);
      case 'copy':
        return this.copy(told.rows);
    }
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), PAUSE);
  }

  private async read(): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    // The table stays while the user works in a panel, which is no editor.
    const document = active && this.folders.isDraft(active) ? active : this.document;
    const program = this.server.program;
    if (!this.view?.visible || !program) {
      return;
    }
    if (!document || document.isClosed) {
      return this.show('打开一份稿件，这里列出它的全部数字。');
    }
    this.document = document;
    try {
      const told = JSON.parse(await ask(program, ['figures', '--format', 'json'], document));
      this.figures = told[0].figures;
      this.show('');
    } catch (error) {
      this.figures = [];
      this.show(`没有读出来：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private show(message: string): void {
    const ticked = this.ticked();
    const rows = this.figures.map((figure) => ({ cells: cells(figure), ticked: ticked.has(key(figure)), verdict: verdict(figure) }));
    void this.view?.webview.postMessage({ head: HEAD.slice(1), rows: message ? [] : rows, message, most: MOST });
  }

  private async jump(row: number): Promise<void> {
    const figure = this.figures[row];
    if (figure && this.document) {
      const line = this.document.lineAt(Math.min(figure.line, this.document.lineCount) - 1);
      const start = [...line.text].slice(0, figure.column - 1).join('').length;
      const range = new vscode.Range(line.lineNumber, start, line.lineNumber, start + figure.number.length);
      const editor = await vscode.window.showTextDocument(this.document, { preserveFocus: false, selection: range });
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  private async tick(row: number, ticked: boolean): Promise<void> {
    const figure = this.figures[row];
    if (figure && this.document) {
      const all = this.ticked();
      if (ticked) {
        all.add(key(figure));
      } else {
        all.delete(key(figure));
      }
      await this.context.workspaceState.update(this.document.uri.toString(), [...all]);
    }
  }

  private async copy(rows: number[]): Promise<void> {
    const ticked = this.ticked();
    const table = rows.flatMap((row) => {
      const figure = this.figures[row];
      return figure ? [[ticked.has(key(figure)) ? '是' : '', ...cells(figure)]] : [];
    });
    await vscode.env.clipboard.writeText(tsv([HEAD, ...table]));
    void vscode.window.setStatusBarMessage(`核稿：已复制 ${table.length} 行，可粘贴到 Excel、WPS`, 5000);
  }

  /** The figures that the user has ticked off, by their words: they stay ticked wherever these move. */
  private ticked(): Set<string> {
    return new Set(this.document ? this.context.workspaceState.get<string[]>(this.document.uri.toString(), []) : []);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function key(figure: Figure): string {
  return [figure.indicator, figure.period, figure.number, figure.unit, figure.words].join('|');
}

function cells(figure: Figure): string[] {
  const { place, indicator, scope, period, number, unit, relation, words } = figure;
  const checks = figure.checks.map((check) => `${check.holds ? '✓' : '✗'} ${check.shown}`).join('；');
  return [place, indicator, scope, period, figure.rough ? `约${number}` : number, unit, relation, checks, words];
}

/** What arithmetic says of a figure. */
function verdict(figure: Figure): 'none' | 'right' | 'wrong' {
  if (figure.checks.length === 0) {
    return 'none';
  }
  return figure.checks.every((check) => check.holds) ? 'right' : 'wrong';
}

function page(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = randomBytes(16).toString('hex');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('ledger.css')}">
</head>
<body>
<header>
<input id="words" type="search" placeholder="筛选：指标、数值、原文…" aria-label="筛选">
<select id="state" aria-label="核对情况">
<option value="all">全部</option>
<option value="unticked">未核</option>
<option value="ticked">已核</option>
<option value="wrong">算术不符</option>
<option value="right">算术相符</option>
<option value="none">未经算术核对</option>
</select>
<button id="copy">复制到 Excel</button>
<span id="summary"></span>
</header>
<main><table><thead><tr></tr></thead><tbody></tbody></table><p id="message"></p></main>
<script nonce="${nonce}" src="${file('ledger.js')}"></script>
</body>
</html>`;
}

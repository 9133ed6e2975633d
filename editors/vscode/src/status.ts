// The status bar of a draft: characters, reading time, findings, and whether the server is there.

import * as vscode from 'vscode';
import { characters, PER_MINUTE, readingTime } from './count';
import { Folders } from './folders';
import { Server, type Health } from './server';

/** Milliseconds without a key before the characters are counted anew. */
const PAUSE = 250;

const TROUBLE: Partial<Record<Health, string>> = {
  starting: '$(loading~spin) 核稿正在启动',
  missing: '$(warning) 核稿没有启动',
  fallen: '$(warning) 核稿已停',
};

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('hegao.status', vscode.StatusBarAlignment.Right, 90);
  private readonly disposables: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  /** Characters of a version of a document, counted once. */
  private counted: { document: vscode.TextDocument; version: number; count: number } | undefined;

  constructor(
    private readonly folders: Folders,
    private readonly server: Server,
  ) {
    this.item.name = '核稿';
    const { window, workspace, languages } = vscode;
    const now = () => this.show();
    this.disposables = [
      this.item,
      window.onDidChangeActiveTextEditor(now),
      window.onDidChangeTextEditorSelection((event) => event.textEditor === window.activeTextEditor && this.soon()),
      workspace.onDidChangeTextDocument((event) => event.document === window.activeTextEditor?.document && this.soon()),
      workspace.onDidOpenTextDocument(now),
      languages.onDidChangeDiagnostics(now),
      server.onDidChange(now),
    ];
    this.show();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), PAUSE);
  }

  private show(): void {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.folders.isDraft(editor.document)) {
      this.item.hide();
      return;
    }
    const trouble = TROUBLE[this.server.health];
    const bad = this.server.health === 'missing' || this.server.health === 'fallen';
    this.item.text = trouble ?? this.summary(editor);
    this.item.tooltip = bad ? '单击查看原因和办法' : this.details(editor);
    this.item.command = bad ? 'hegao.editor.explainServer' : 'hegao.editor.showProblems';
    this.item.backgroundColor = bad ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.show();
  }

  private summary(editor: vscode.TextEditor): string {
    const whole = this.count(editor.document);
    const findings = findingsOf(editor.document).length;
    const parts = [`${whole}字`, readingTime(whole)];
    // Nothing is said of a draft that nobody has looked at.
    if (this.server.health === 'running') {
      parts.push(findings > 0 ? `${findings}处问题` : '没有问题');
    }
    const selected = editor.selections.map((range) => characters(editor.document.getText(range))).reduce((a, b) => a + b, 0);
    if (selected > 0) {
      parts[0] = `已选${selected}字／${whole}字`;
      parts[1] = readingTime(selected);
    }
    return `$(book) ${parts.join(' · ')}`;
  }

  private details(editor: vscode.TextEditor): vscode.MarkdownString {
    const findings = findingsOf(editor.document);
    const of = (severity: vscode.DiagnosticSeverity) => findings.filter((found) => found.severity === severity).length;
    const { Error, Warning, Information, Hint } = vscode.DiagnosticSeverity;
    const levels = `错误 ${of(Error)}，警告 ${of(Warning)}，提示 ${of(Information) + of(Hint)}`;
    const program = this.server.program ? `\n\n${this.server.program.version}（${this.server.program.path}）` : '';
    return new vscode.MarkdownString(`字数不计空格和换行；念稿时间按每分钟 ${PER_MINUTE} 字估算。\n\n${levels}。单击打开问题面板。${program}`);
  }

  private count(document: vscode.TextDocument): number {
    if (this.counted?.document !== document || this.counted.version !== document.version) {
      this.counted = { document, version: document.version, count: characters(document.getText()) };
    }
    return this.counted.count;
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

/** hegao's findings in a document. */
export function findingsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'hegao');
}

// The manual of a rule, shown as a page beside the draft.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { Server } from './server';
import { findingsOf } from './status';

const SCHEME = 'hegao-rule';
const run = promisify(execFile);

/** Serves `hegao-rule:/numbering/gap.md`, as the program tells it. */
export class Manuals implements vscode.TextDocumentContentProvider {
  constructor(private readonly server: Server) {}

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const text = await this.ask(uri.path.replace(/^\//, '').replace(/\.md$/, ''));
    const [head, ...rest] = text.split('\n');
    return `# ${head}\n${rest.join('\n')}`;
  }

  /** The manual of the finding at the cursor, or of a rule that is picked. */
  async show(named?: unknown): Promise<void> {
    await this.server.start();
    if (!this.server.program) {
      return;
    }
    const rule = typeof named === 'string' ? named : (ruleAtCursor() ?? (await this.pick()));
    if (rule) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    }
  }

  private async pick(): Promise<string | undefined> {
    const lines = (await this.ask()).split('\n').filter(Boolean);
    const items = lines.map((line) => {
      const [name = '', title = '', severity = ''] = line.split(/\s+/);
      return { label: title, description: `${name}　${severity}`, name };
    });
    const picked = await vscode.window.showQuickPick(items, { placeHolder: '查看哪条规则的说明？', matchOnDescription: true });
    return picked?.name;
  }

  /** What `hegao rule` prints. */
  private async ask(...rule: string[]): Promise<string> {
    const program = this.server.program;
    return program ? (await run(program.path, ['rule', ...rule])).stdout : '';
  }
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const here = editor && findingsOf(editor.document).find((found) => found.range.contains(editor.selection.active));
  return typeof here?.code === 'object' ? String(here.code.value) : here?.code?.toString();
}

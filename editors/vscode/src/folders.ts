// Which documents are drafts: those of the language 报告稿 everywhere, plain text and Markdown under a hegao.toml.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

export const LANGUAGE = 'hegao-draft';
const CONFIG = 'hegao.toml';

/** More configurations than any office has in a workspace. */
const MOST = 1000;

/** The folders that have a hegao.toml, kept up to date. */
export class Folders implements vscode.Disposable {
  private readonly known = new Map<string, vscode.Uri>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG}`, false, true, false);
  /** Documents that were made 报告稿 once; what the user does with their language after that is not undone. */
  private readonly promoted = new Set<string>();

  /** A folder was added or taken away. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.watcher.onDidCreate((file) => this.add(vscode.Uri.joinPath(file, '..')) && this.changed.fire());
    this.watcher.onDidDelete((file) => {
      if (this.known.delete(vscode.Uri.joinPath(file, '..').toString())) {
        this.changed.fire();
      }
    });
  }

  /** Looks through the workspace once. */
  async search(): Promise<void> {
    const files = await vscode.workspace.findFiles(`**/${CONFIG}`, '**/{node_modules,target,.git}/**', MOST);
    const added = files.map((file) => this.add(vscode.Uri.joinPath(file, '..')));
    if (added.includes(true)) {
      this.changed.fire();
    }
  }

  get all(): vscode.Uri[] {
    return [...this.known.values()];
  }

  /** Whether the server checks a document; finds its folder, too, when that is outside the workspace. */
  isDraft(document: vscode.TextDocument): boolean {
    if (document.languageId === LANGUAGE) {
      return document.uri.scheme === 'file' || document.uri.scheme === 'untitled';
    }
    if (!['plaintext', 'markdown'].includes(document.languageId) || document.uri.scheme !== 'file') {
      return false;
    }
    const folder = nearest(document.uri.fsPath);
    if (folder && this.add(vscode.Uri.file(folder))) {
      this.changed.fire();
    }
    return folder !== undefined;
  }

  /** Makes plain text under a hegao.toml a 报告稿, which has colours, word wrap and no boxes around “，”. */
  async promote(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (document.languageId === 'plaintext' && !this.promoted.has(key) && this.isDraft(document)) {
      this.promoted.add(key);
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    }
  }

  private add(folder: vscode.Uri): boolean {
    const key = folder.toString();
    if (folder.scheme !== 'file' || this.known.has(key)) {
      return false;
    }
    this.known.set(key, folder);
    return true;
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }
}

/** The nearest folder with a hegao.toml, from a file upwards, as the server and the command line look for it. */
function nearest(file: string): string | undefined {
  let folder = dirname(file);
  while (!existsSync(join(folder, CONFIG))) {
    const parent = dirname(folder);
    if (parent === folder) {
      return undefined;
    }
    folder = parent;
  }
  return folder;
}

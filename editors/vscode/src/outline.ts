// The outline of a draft with the characters of every part, and how much of the draft that is.

import * as vscode from 'vscode';
import type { DocumentSymbol } from 'vscode-languageclient/node';
import { Folders } from './folders';
import { Server } from './server';
import { findingsOf } from './status';

/** Milliseconds without a key before the outline is asked for. */
const PAUSE = 400;

/** Characters of a heading that the side bar has room for beside the counts. */
const LONGEST = 10;

/** A section of the draft. */
export interface Part {
  name: string;
  characters: number;
  /** The whole section with what is under it. */
  range: vscode.Range;
  heading: vscode.Range;
  children: Part[];
  parent: Part | undefined;
}

export class Outline implements vscode.TreeDataProvider<Part>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<Part>;
  private readonly disposables: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private document: vscode.TextDocument | undefined;
  private parts: Part[] = [];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly folders: Folders,
    private readonly server: Server,
  ) {
    this.view = vscode.window.createTreeView('hegao.outline', { treeDataProvider: this });
    const { window, workspace, languages } = vscode;
    const soon = () => this.soon();
    this.disposables = [
      this.view,
      this.changed,
      this.view.onDidChangeVisibility(soon),
      window.onDidChangeActiveTextEditor(soon),
      window.onDidChangeTextEditorSelection((event) => event.textEditor === window.activeTextEditor && this.follow()),
      workspace.onDidChangeTextDocument((event) => event.document === window.activeTextEditor?.document && this.soon()),
      languages.onDidChangeDiagnostics(soon),
      server.onDidChange(soon),
    ];
    this.soon();
  }

  getChildren(part?: Part): Part[] {
    return part ? part.children : this.parts;
  }

  getParent(part: Part): Part | undefined {
    return part.parent;
  }

  getTreeItem(part: Part): vscode.TreeItem {
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const unfolded = part.parent?.parent ? Collapsed : Expanded;
    const item = new vscode.TreeItem(short(part.name), part.children.length > 0 ? unfolded : None);
    const findings = this.document ? findingsOf(this.document).filter((found) => part.range.contains(found.range)) : [];
    const wrong = findings.length;
    // Shares are compared between the parts of the draft; elsewhere the room is for the findings.
    const share = part.parent && !part.parent.parent ? [this.share(part)] : [];
    item.description = [`${part.characters}字`, ...share, ...(wrong > 0 ? [`⚠${wrong}`] : [])].join(' ');
    item.tooltip = `${part.name}\n${part.characters}字，占全稿${this.share(part)}；${wrong > 0 ? `${wrong}处问题` : '没有问题'}`;
    item.command = {
      title: '转到',
      command: 'vscode.open',
      arguments: [this.document?.uri, { selection: new vscode.Range(part.heading.start, part.heading.start) }],
    };
    return item;
  }

  private share(part: Part): string {
    const whole = this.parts.reduce((sum, part) => sum + part.characters, 0);
    return whole > 0 ? `${Math.round((part.characters / whole) * 100)}%` : '';
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), PAUSE);
  }

  private async read(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!this.view.visible || !document) {
      return;
    }
    const draft = this.folders.isDraft(document);
    const symbols = draft ? await symbolsOf(this.server, document) : undefined;
    if (symbols === undefined && draft && this.server.health === 'starting') {
      return;
    }
    this.document = document;
    this.parts = parts(symbols ?? [], undefined);
    this.view.message = draft ? (this.parts.length > 0 ? undefined : '这份稿件里没有找到标题。') : '打开一份稿件，这里显示它的大纲和各部分字数。';
    this.changed.fire();
    this.follow();
  }

  /** Selects the part in which the cursor stands. */
  private follow(): void {
    const editor = vscode.window.activeTextEditor;
    if (!this.view.visible || !editor || editor.document !== this.document) {
      return;
    }
    const path = enclosing(this.parts, placeOf(editor));
    const innermost = path.at(-1);
    if (innermost) {
      void this.view.reveal(innermost, { select: true, focus: false });
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

/** The sections of a draft, asked of hegao alone: for Markdown the editor has an outline of its own. */
export async function partsOf(server: Server, document: vscode.TextDocument): Promise<Part[]> {
  return parts((await symbolsOf(server, document)) ?? [], undefined);
}

async function symbolsOf(server: Server, document: vscode.TextDocument): Promise<DocumentSymbol[] | undefined> {
  const client = server.running;
  const textDocument = client?.code2ProtocolConverter.asTextDocumentIdentifier(document);
  return (await client?.sendRequest<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument })) ?? undefined;
}

/** Where the cursor stands; in front of a heading's indent it stands at the heading. */
export function placeOf({ document, selection }: vscode.TextEditor): vscode.Position {
  const line = document.lineAt(selection.active.line);
  const words = line.range.start.translate(0, line.firstNonWhitespaceCharacterIndex);
  return selection.active.isBefore(words) ? words : selection.active;
}

/** The sections around a place, outermost first. */
export function enclosing(parts: Part[], place: vscode.Position): Part[] {
  const found = parts.find((part) => part.range.contains(place));
  return found ? [found, ...enclosing(found.children, place)] : [];
}

function parts(symbols: DocumentSymbol[], parent: Part | undefined): Part[] {
  return symbols.map((symbol) => {
    const part: Part = {
      name: symbol.name,
      characters: Number.parseInt(symbol.detail ?? '0', 10) || 0,
      range: range(symbol.range),
      heading: range(symbol.selectionRange),
      children: [],
      parent,
    };
    part.children = parts(symbol.children ?? [], part);
    return part;
  });
}

/** The beginning of a heading, where the whole would push the characters out of the side bar. */
function short(name: string): string {
  const words = [...name];
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).join('')}…` : name;
}

function range({ start, end }: DocumentSymbol['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

// The extension: what VS Code starts and ends, and its commands.

import * as vscode from 'vscode';
import { exportChecklist } from './checklist';
import { Folders } from './folders';
import { Ledger } from './ledger';
import { Outline } from './outline';
import { renumber } from './renumber';
import { Manuals } from './rules';
import { Server } from './server';
import { Status } from './status';
import { checkWorkspace } from './workspace';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folders = new Folders();
  server = new Server(context, folders);
  const manuals = new Manuals(server);
  const ledger = new Ledger(context, folders, server);
  context.subscriptions.push(
    folders,
    new Status(folders, server),
    new Outline(folders, server),
    ledger,
    manuals.register(),
    ...commands(context, server, manuals, ledger),
    ...listeners(folders, server),
  );
  await folders.search();
  await Promise.all(vscode.workspace.textDocuments.map((document) => meet(document, folders, server)));
}

/** The server is given time to end by `shutdown` and `exit`. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}

/** A document is there: if it is a draft, it is made ready and the server is wanted. */
async function meet(document: vscode.TextDocument, folders: Folders, server: Server | undefined): Promise<void> {
  await folders.promote(document);
  if (folders.isDraft(document)) {
    await server?.start();
  }
}

function listeners(folders: Folders, server: Server): vscode.Disposable[] {
  return [
    vscode.workspace.onDidOpenTextDocument((document) => void meet(document, folders, server)),
    folders.onDidChange(() => void server.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao')) {
        void server.refresh();
      }
    }),
  ];
}

function commands(
  context: vscode.ExtensionContext,
  server: Server,
  manuals: Manuals,
  ledger: Ledger,
): vscode.Disposable[] {
  // Named apart from the server's own commands, which the client registers under their names.
  const table: Record<string, (argument?: unknown) => unknown> = {
    'hegao.editor.checkWorkspace': () => checkWorkspace(server),
    'hegao.editor.renumber': () => renumber(server),
    'hegao.editor.exportChecklist': () => exportChecklist(server),
    'hegao.editor.openLedger': () => ledger.open(),
    'hegao.editor.showRule': (rule) => manuals.show(rule),
    'hegao.editor.restartServer': () => server.restart(),
    'hegao.editor.explainServer': () => server.explain(),
    'hegao.editor.showProblems': () => vscode.commands.executeCommand('workbench.actions.view.problems'),
    'hegao.editor.walkthrough': () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
  };
  return Object.entries(table).map(([name, work]) => vscode.commands.registerCommand(name, work));
}

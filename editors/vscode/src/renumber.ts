// 重新编号: the server's own action for the run of headings that the cursor stands in.

import * as vscode from 'vscode';
import { enclosing, partsOf, placeOf } from './outline';
import { Server } from './server';

const TITLE = '重新编号本级';

/** Renumbers the run at the cursor, or that of the innermost heading around it. */
export async function renumber(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const { document, selection } = editor;
  const around = enclosing(await partsOf(server, document), placeOf(editor)).reverse();
  for (const range of [selection, ...around.map((part) => part.heading)]) {
    const action = await actionAt(document.uri, range);
    if (action?.edit) {
      await vscode.workspace.applyEdit(action.edit);
      return;
    }
  }
  void vscode.window.showInformationMessage('核稿：这里的编号没有缺号、重号，不用重排。');
}

async function actionAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const kind = vscode.CodeActionKind.RefactorRewrite.value;
  // A number of actions to resolve: the server may leave the edit out until it is asked for.
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider', uri, range, kind, 16,
  );
  return actions.find((action) => action.title === TITLE);
}

// 校对整个工作区: every draft of the workspace, also those that are not open.

import * as vscode from 'vscode';
import { Server } from './server';

/** The server's command; it shows its progress itself, which the user can cancel. */
const COMMAND = 'hegao.checkWorkspace';

/** What the server answers: drafts that are checked, and findings by their severity. */
interface Overview {
  drafts: number;
  findings: Record<string, number>;
}

/** Has all drafts checked, shows the Problems panel and says what was found. */
export async function checkWorkspace(server: Server): Promise<void> {
  await server.start();
  const client = server.running;
  if (!client) {
    return;
  }
  const asked = { command: COMMAND, arguments: [] };
  const { drafts, findings } = await client.sendRequest<Overview>('workspace/executeCommand', asked);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  const sum = Object.values(findings).reduce((all, count) => all + count, 0);
  void vscode.window.showInformationMessage(`核稿：校对了 ${drafts} 份稿件，共 ${sum} 处问题。`);
}

// 校对整个工作区: every draft of the workspace, also those that are not open.

import * as vscode from 'vscode';
import type { WorkspaceDiagnosticReport } from 'vscode-languageclient/node';
import { Server } from './server';

/** Has all drafts checked, shows the Problems panel and says what was found. */
export async function checkWorkspace(server: Server): Promise<void> {
  await server.start();
  const client = server.running;
  if (!client) {
    return;
  }
  const options = { location: vscode.ProgressLocation.Notification, title: '核稿：正在校对工作区的稿件', cancellable: true };
  const report = await vscode.window.withProgress(options, (_, token) =>
    client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] }, token),
  );
  const lists = report.items.map((item) => (item.kind === 'full' ? item.items.length : 0));
  const findings = lists.reduce((sum, count) => sum + count, 0);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(`核稿：校对了 ${lists.length} 份稿件，共 ${findings} 处问题。`);
}

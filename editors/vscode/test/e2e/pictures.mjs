// Takes the pictures of the walkthrough and of the project's README: `npm run pictures`, with what desk.mjs needs.

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { Desk, lacking } from './desk.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

if (lacking()) {
  console.error(lacking());
  process.exit(2);
}
const desk = await Desk.open({ size: { width: 1000, height: 640 }, settings: { 'breadcrumbs.enabled': false, 'editor.stickyScroll.enabled': false } });
const { page } = desk;
const take = async (path) => {
  const file = join(ROOT, path);
  await page.screenshot({ path: file });
  // A quarter of the size where the program is there; the picture is as good without.
  spawnSync('pngquant', ['--force', '--output', file, '64', file]);
};
try {
  await desk.openDraft('问题稿.txt');
  await page.locator('.activitybar a[aria-label*="核稿"]').first().click();
  await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: '四、2026年工作' }).waitFor();
  await desk.goToLine(11);
  await take('walkthrough/outline.png');
  await page.keyboard.press('Control+b');
  await desk.problems();
  await take('walkthrough/draft.png');
  await take('../../docs/vscode.png');
  await desk.run('核稿: 打开指标台账');
  const ledger = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await ledger.locator('tbody tr', { hasText: '✗' }).first().waitFor();
  await take('walkthrough/ledger.png');
  await take('../../docs/vscode-ledger.png');
  await desk.run('View: Toggle Panel Visibility');
  await desk.goToLine(16, 10);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: '供给侧结构性改革' }).waitFor();
  await take('walkthrough/fix.png');
} finally {
  await desk.close();
}

// A short session in VS Code: open, type, undo, complete, fix, save, close. To be recorded; see tests/clients/README.md.
// HEGAO_FOLDER holds 试稿.txt and a hegao.toml; the rest is what desk.mjs needs.

import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { Desk, lacking } from './desk.mjs';

if (lacking()) {
  console.error(lacking());
  process.exit(2);
}
const folder = process.env.HEGAO_FOLDER;
// Saved when told to, so that the file is the text at that moment.
const desk = await Desk.open({ workspace: folder, settings: { 'files.autoSave': 'off' } });
const { page } = desk;
const line = (text) => page.locator('.monaco-editor .view-line', { hasText: text }).first();
const findings = (count) => desk.status(count > 0 ? `${count}处问题` : '没有问题').waitFor();

async function type(text) {
  for (const letter of text) await page.keyboard.insertText(letter);
}

async function pick(title) {
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
}

try {
  await desk.openDraft('试稿.txt');
  await findings(2);
  await desk.goToLine(10);
  await page.keyboard.press('End');
  await type('全县上下攻艰克难。');
  await findings(3);
  await page.keyboard.press('Control+z');
  await findings(2);
  await desk.goToLine(12);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await type('（');
  await page.locator('.suggest-widget .monaco-list-row', { hasText: '（四）' }).first().click();
  await type('平安鹿鸣建设有力有效');
  await line('（四）平安鹿鸣建设有力有效').waitFor();
  await desk.goToLine(10, 40);
  await pick('改为“供给侧结构性改革”');
  await findings(1);
  await desk.goToLine(11);
  await desk.run('核稿: 重新编号');
  await line('（三）平安鹿鸣').waitFor();
  await findings(0);
  await page.keyboard.press('Control+s');
  await desk.until(() => readFileSync(join(folder, '试稿.txt'), 'utf8').includes('　　（三）平安鹿鸣建设有力有效\n'), 'the draft is saved');
  await desk.run('View: Close Editor');
  await page.locator('.tab', { hasText: '试稿' }).waitFor({ state: 'detached' });
} finally {
  await desk.shot('session');
  await desk.close();
}

// Drafts as they come: in other encodings, not yet saved, pasted, changed in several places at once.
// See desk.mjs for what it needs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Desk, lacking } from './desk.mjs';

const WRONG = '　　深入推进供给侧结构改革，建成项目12个。\n';
const RIGHT = WRONG.replace('结构改革', '结构性改革');
const inGb = (text) => spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text }).stdout;

const SETTINGS = {
  'files.autoSave': 'off',
  // Told by the language, which the name tells.
  '[hegao-draft]': { 'files.encoding': 'gb18030' },
};

describe('drafts as they come', { skip: lacking() }, () => {
  let desk;
  const findings = (count) => desk.status(count > 0 ? `${count}处问题` : '没有问题').waitFor();
  const onDisk = (name) => readFileSync(join(desk.workspace, name));

  async function fix() {
    await desk.goToLine(1, 30);
    await desk.page.keyboard.press('Control+.');
    await desk.page.locator('.action-widget .monaco-list-row', { hasText: '改为“供给侧结构性改革”' }).first().click();
    await findings(0);
  }

  async function fixAndSave(name, right) {
    await desk.openDraft(name);
    await findings(1);
    await fix();
    await desk.page.keyboard.press('Control+s');
    await desk.until(() => onDisk(name).equals(right), `${name} is saved as it was, but for the fix`);
    await desk.run('View: Close Editor');
  }

  before(async () => {
    const drafts = {
      '标记.txt': `\uFEFF${WRONG}`,
      '国标.报告.txt': inGb(WRONG),
    };
    desk = await Desk.open({ drafts, settings: SETTINGS });
  });
  after(() => desk?.close());

  test('a byte order mark stays', async () => {
    await fixAndSave('标记.txt', Buffer.from(`\uFEFF${RIGHT}`));
  });

  test('a draft in GB18030 stays in it', async () => {
    await fixAndSave('国标.报告.txt', inGb(RIGHT));
  });

  test('a draft that was never saved is checked, while it is typed fast, and a fix is taken back', async () => {
    await desk.run('File: New Untitled Text File');
    await desk.run('Change Language Mode');
    await desk.page.locator('.quick-input-widget input').first().fill('报告稿');
    await desk.page.locator('.quick-input-list .monaco-list-row', { hasText: '报告稿' }).first().click();
    await desk.page.locator('.statusbar-item', { hasText: /^报告稿$/ }).waitFor();
    for (const letter of WRONG.trim()) await desk.page.keyboard.insertText(letter);
    await findings(1);
    await fix();
    await desk.page.keyboard.press('Control+z');
    await findings(1);
  });

  test('twenty thousand characters are pasted, checked and taken back', async () => {
    const paragraph = '　　全县上下团结一心，各项工作稳步推进。\n';
    const text = paragraph.repeat(Math.ceil(20_000 / paragraph.length)) + WRONG;
    await desk.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await desk.page.keyboard.press('Control+End');
    await desk.page.keyboard.press('Control+v');
    await findings(2);
    await desk.page.keyboard.press('Control+z');
    await findings(1);
    assert.equal(await desk.page.locator('.monaco-editor .view-line').count(), 1);
  });

  test('words are changed in several places at once', async () => {
    await desk.page.keyboard.press('Control+End');
    await desk.page.keyboard.insertText(`\n${WRONG.trim()}\n${WRONG.trim()}`);
    await findings(3);
    await desk.page.keyboard.press('Control+f');
    await desk.page.locator('.find-widget textarea').first().fill('供给侧结构改革');
    await desk.page.keyboard.press('Alt+Enter');
    await desk.page.keyboard.insertText('供给侧结构性改革');
    await findings(0);
    await desk.page.keyboard.press('Escape');
  });
});

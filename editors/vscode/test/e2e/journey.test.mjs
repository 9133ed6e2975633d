// A drafter's way through the extension, as a person would go it. See desk.mjs for what it needs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BUNDLED, Desk, lacking } from './desk.mjs';

const DRAFT = `政府工作报告

——2026年1月12日在鹿鸣县第十七届人民代表大会第五次会议上

各位代表：
　　现在，我代表县人民政府，向大会报告政府工作，请予审议。

　　一、2025年工作回顾
　　（一）经济运行稳中有进
　　深入推进供给侧结构改革，建成项目12个。
　　（三）民生福祉不断增进
　　民生支出持续增加，群众更加满意。

　　二、2026年工作安排
　　全面完成各项目标任务。
`;

const skip = lacking();

describe('a drafter at work', { skip }, () => {
  let desk;
  const lines = () => desk.page.locator('.monaco-editor .view-line');
  const line = (text) => lines().filter({ hasText: text }).first();
  const squiggles = () => desk.page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');

  /** A line as it is in the draft, by way of the clipboard. */
  const written = async (number) => {
    await desk.goToLine(number);
    await desk.page.keyboard.press('Control+c');
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    await desk.page.keyboard.press('End');
    return copied.replace(/\r?\n$/, '');
  };

  before(async () => {
    desk = await Desk.open({ drafts: { '试稿.txt': DRAFT }, settings: { 'files.autoSave': 'off' } });
  });
  after(() => desk?.close());

  test('what is wrong is underlined, listed in the Problems panel, and counted in the status bar', async () => {
    await desk.openDraft('问题稿.txt');
    await desk.status('处问题').waitFor();
    const problems = await desk.problems();
    assert.ok(problems.some((row) => row.includes('“供给侧结构改革”应为“供给侧结构性改革”')), problems.join('\n'));
    await desk.shot('problems');
    await desk.run('View: Toggle Panel Visibility');
  });

  test('plain text beside a hegao.toml is a 报告稿, without boxes around Chinese marks', async () => {
    await desk.page.locator('.statusbar-item', { hasText: /^报告稿$/ }).waitFor();
    assert.equal(await desk.page.locator('.unicode-highlight').count(), 0);
  });

  test('a finding is explained under the pointer', async () => {
    await desk.openDraft('试稿.txt');
    await line('深入推进').waitFor();
    await desk.status('2处问题').waitFor();
    const squiggle = desk.page.locator('.monaco-editor .squiggly-error').first();
    let box = null;
    await desk.until(async () => (box = await squiggle.boundingBox()) !== null, 'the wrong phrase is underlined');
    await desk.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    const hover = desk.page.locator('.monaco-hover', { hasText: '应为“供给侧结构性改革”' });
    await hover.first().waitFor();
    await desk.shot('hover');
    await desk.page.mouse.move(2, 2);
  });

  test('a fix is picked with the mouse and made', async () => {
    const before = await squiggles().count();
    await desk.goToLine(10, 10);
    await desk.page.keyboard.press('Control+.');
    const menu = desk.page.locator('.action-widget', { hasText: '供给侧结构性改革' });
    await menu.waitFor();
    await desk.shot('fix');
    await menu.locator('.monaco-list-row', { hasText: '供给侧结构性改革' }).first().click();
    await line('深入推进供给侧结构性改革').waitFor();
    await desk.until(async () => (await squiggles().count()) < before, 'the fixed place is underlined no longer');
  });

  test('the level that the cursor stands in is numbered anew', async () => {
    await desk.goToLine(12, 5);
    await desk.run('核稿: 重新编号');
    await line('（二）民生福祉不断增进').waitFor();
    await desk.until(async () => (await squiggles().count()) === 0, 'nothing is underlined');
    await desk.status('没有问题').waitFor();
  });

  test('the outline tells characters, and a click goes there', async () => {
    await desk.page.locator('.activitybar a[aria-label*="核稿"]').first().click();
    const row = desk.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: '二、2026年工作' });
    await row.waitFor();
    assert.match(await row.innerText(), /\d+字 \d+%/);
    await desk.shot('outline');
    await row.click();
    await desk.page.locator('.statusbar-item', { hasText: 'Ln 14' }).waitFor();
    await desk.page.keyboard.press('Control+Shift+E');
  });

  test('sections fold away', async () => {
    const before = await lines().count();
    await desk.run('Fold All');
    await desk.until(async () => (await lines().count()) < before, 'fewer lines are shown');
    await desk.run('Unfold All');
    await desk.until(async () => (await lines().count()) === before, 'all lines are shown');
  });

  test('the next ordinal is offered and accepted', async () => {
    await desk.goToLine(12);
    await desk.page.keyboard.press('End');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.insertText('（');
    const offered = desk.page.locator('.suggest-widget .monaco-list-row', { hasText: '（三）' }).first();
    await offered.waitFor();
    await desk.shot('completion');
    await offered.click();
    // With the indent of the paragraph above, and without the bracket that the editor had closed.
    await desk.until(async () => (await written(13)) === '　　（三）', 'the ordinal stands alone');
  });

  test('what an input method writes arrives, and its letters on the way are no findings', async () => {
    await desk.goToLine(16);
    await desk.page.keyboard.press('End');
    const input = await desk.page.context().newCDPSession(desk.page);
    const before = await squiggles().count();
    for (const letters of ['gong', 'gongji', "gong'ji'ce"]) {
      await input.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
      assert.equal(await squiggles().count(), before);
    }
    await input.send('Input.insertText', { text: '做好供给侧结构改革各项工作。' });
    await line('做好供给侧结构改革各项工作。').waitFor();
    await desk.until(async () => (await squiggles().count()) > before, 'the wrong phrase is underlined');
    assert.equal(await line('gong').count(), 0);
  });

  test('the manual of a rule opens beside the draft', async () => {
    await desk.run('核稿: 查看规则说明');
    const input = desk.page.locator('.quick-input-widget input').first();
    await input.fill('编号缺号');
    await desk.page.locator('.quick-input-list .monaco-list-row', { hasText: 'numbering/gap' }).first().click();
    // With the mouse: a page that has the focus keeps the keys to itself.
    const tab = desk.page.locator('.tab', { hasText: 'gap.md' });
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
  });

  test('the findings of the text in the editor, saved or not, are written as a page to print', async () => {
    await desk.openDraft('问题稿.txt');
    await desk.page.keyboard.press('Control+End');
    await desk.page.keyboard.insertText('要攻艰克难。');
    await desk.until(async () => (await desk.page.locator('.tab.dirty', { hasText: '问题稿' }).count()) > 0, 'the draft is not saved');
    await desk.run('核稿: 导出校对清单');
    const dialog = desk.page.locator('.quick-input-widget input').first();
    await dialog.waitFor();
    await desk.until(async () => (await dialog.inputValue()).endsWith('.html'), 'a name is proposed');
    // The dialog takes no Enter while it still looks at the folder.
    await desk.until(async () => {
      await desk.page.keyboard.press('Enter');
      await desk.page.waitForTimeout(2000);
      return !(await dialog.isVisible());
    }, 'the dialog is done');
    await desk.notification('已导出').waitFor();
    const page = readFileSync(join(desk.workspace, '问题稿-校对清单.html'), 'utf8');
    assert.ok(page.includes('供给侧结构改革') && page.includes('一、2025年工作回顾') && page.includes('攻艰克难'));
  });

  test('the ledger lists the figures, leads to them, is ticked off, filtered and copied', async () => {
    await desk.run('核稿: 打开指标台账');
    const ledger = desk.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const rows = ledger.locator('tbody tr');
    const row = rows.filter({ hasText: '地区生产总值' }).filter({ hasText: '168.5' }).first();
    await row.waitFor();
    const all = await rows.count();
    await desk.run('Notifications: Clear All Notifications');
    await desk.shot('ledger');
    await row.click();
    await desk.page.locator('.statusbar-item', { hasText: 'Ln 12' }).waitFor();
    await row.locator('input').check();
    await ledger.locator('#state').selectOption('ticked');
    assert.equal(await rows.count(), 1);
    await ledger.locator('#copy').click();
    await desk.page.locator('.statusbar-item', { hasText: '已复制 1 行' }).waitFor();
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^已核\t位置\t指标.*\n是\t.*地区生产总值\t.*\t168\.5\t亿元/);
    await ledger.locator('#state').selectOption('all');
    await ledger.locator('#words').fill('营造林');
    assert.ok((await rows.count()) < all);
    await ledger.locator('#words').fill('');
  });

  test('all drafts of the workspace are checked', async () => {
    await desk.run('核稿: 校对整个工作区');
    await desk.notification('校对了').waitFor();
  });
});

describe('without the hegao program', { skip: skip ?? (BUNDLED ? 'the package holds the program' : undefined) }, () => {
  let desk;
  before(async () => {
    desk = await Desk.open({ program: '' });
  });
  after(() => desk?.close());

  test('the drafter is told what is missing and what to do', async () => {
    await desk.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '问题稿.txt' }).first().dblclick();
    const told = desk.notification('没有找到 hegao 程序');
    await told.waitFor();
    await desk.status('核稿没有启动').waitFor();
    await desk.shot('missing');
    await told.getByRole('button', { name: '怎样安装' }).click();
    await desk.page.locator('.getting-started-step, .getting-started', { hasText: '准备好 hegao 程序' }).first().waitFor();
    await desk.shot('walkthrough');
    assert.equal(await desk.page.locator('.panel .output-view').count(), 0);
  });
});

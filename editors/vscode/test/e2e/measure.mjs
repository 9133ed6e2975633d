// Measures what a drafter waits for: `npm run measure`, with what desk.mjs needs. Prints milliseconds; judges nothing.

import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Desk, lacking } from './desk.mjs';

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/政府工作报告.txt');
const CHARACTERS = 20_000;
const TIMES = 20;

if (lacking()) {
  console.error(lacking());
  process.exit(2);
}

/** A draft of the size, of the example's paragraphs; the last of them is where it is typed. */
function draft() {
  const example = readFileSync(EXAMPLE, 'utf8').trimEnd();
  const text = example.repeat(Math.ceil(CHARACTERS / example.length)).slice(0, CHARACTERS);
  return `${text.slice(0, text.lastIndexOf('。') + 1)}\n　　我们要\n`;
}

/** Milliseconds from the last character of a wrong phrase to its squiggle, seen by the page itself. */
async function keystroke(page) {
  const seen = page.evaluate(() => new Promise((done) => {
    const count = () => document.querySelectorAll('.monaco-editor .squiggly-error').length;
    const before = count();
    let typed = performance.now();
    document.addEventListener('beforeinput', () => { typed = performance.now(); }, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (count() > before) {
        observer.disconnect();
        done(performance.now() - typed);
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }));
  await page.keyboard.insertText('难');
  return seen;
}

function told(name, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
  console.log(`${name}: median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms (${values.length} times)`);
}

const desk = await Desk.open({ drafts: { '长稿.txt': draft() } });
const { page } = desk;
try {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '长稿.txt' }).first().dblclick();
  await page.locator('.statusbar-item', { hasText: /^报告稿$/ }).waitFor();
  await desk.status('没有问题').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  const times = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    await page.keyboard.insertText('攻艰克');
    await page.waitForTimeout(500);
    times.push(await keystroke(page));
    for (let back = 0; back < 4; back += 1) await page.keyboard.press('Backspace');
    await desk.until(async () => (await page.locator('.monaco-editor .squiggly-error').count()) === 0, 'the squiggle is gone');
  }
  console.log(`draft: ${CHARACTERS} characters`);
  told('last character to squiggle', times);
  const servers = execFileSync('ps', ['-eo', 'rss=,args='], { encoding: 'utf8' }).split('\n');
  const own = servers.filter((line) => line.includes(`${resolve(process.env.HEGAO_PROGRAM)} server`));
  console.log(`server memory: ${own.map((line) => `${Math.round(parseInt(line.trim(), 10) / 1024)} MiB`).join(', ')}`);
  await desk.run('Developer: Show Running Extensions');
  const row = page.locator('.editor-container .monaco-list-row', { hasText: '核稿' });
  // The list draws only the rows in sight.
  await page.locator('.editor-container .monaco-list-row').first().click();
  await desk.until(async () => {
    await page.keyboard.press('PageDown');
    return (await row.count()) > 0;
  }, 'the extension among those that run');
  console.log(`activation: ${(await row.first().innerText()).match(/Activation: [\d.]+ms|\d+ms/)?.[0]}`);
  console.log(`extension: ${Math.round(statSync(join(process.env.HEGAO_VSIX)).size / 1024)} KiB packed`);
} finally {
  await desk.close();
}

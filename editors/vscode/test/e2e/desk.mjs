// A desk to test at: the packed extension in a real VS Code (code-server), in a browser without a window.
//
// HEGAO_CODE_SERVER is code-server's entry.js, HEGAO_VSIX the packed extension, HEGAO_PROGRAM the hegao program, or
// HEGAO_BUNDLED=1 where the package holds one of its own, HEGAO_SHOTS a folder for pictures, HEGAO_CHROMIUM a browser other than /usr/bin/chromium.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const EXAMPLES = resolve(import.meta.dirname, '../../../../examples');
const SHOTS = resolve(process.env.HEGAO_SHOTS ?? 'shots');

/** How long anything on the screen may take to appear; no test measures time by it. */
export const PATIENCE = 45_000;

const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontFamily': 'Noto Sans Mono CJK SC',
  'files.simpleDialog.enable': true,
};

/** Whether the extension is to find the program in its own package. */
export const BUNDLED = Boolean(process.env.HEGAO_BUNDLED);

/** What a test that cannot run lacks; undefined when nothing. */
export function lacking() {
  const needed = ['HEGAO_CODE_SERVER', 'HEGAO_VSIX', ...(BUNDLED ? [] : ['HEGAO_PROGRAM'])];
  const absent = needed.filter((name) => !process.env[name]);
  return absent.length > 0 ? `needs ${absent.join(', ')}; see test/e2e/install.sh` : undefined;
}

export class Desk {
  /** Opens a folder, by itself a copy of the example drafts; `drafts` are further files by their names. */
  static async open({ program = BUNDLED ? '' : process.env.HEGAO_PROGRAM, settings = {}, drafts = {}, workspace, size } = {}) {
    const desk = new Desk();
    desk.folder = mkdtempSync(join(tmpdir(), 'hegao-desk-'));
    desk.workspace = workspace ?? join(desk.folder, '报告');
    if (!workspace) cpSync(EXAMPLES, desk.workspace, { recursive: true });
    for (const [name, text] of Object.entries(drafts)) {
      writeFileSync(join(desk.workspace, name), text);
    }
    desk.settle('User', { ...SETTINGS, ...settings });
    // Where a program lies is a setting of the machine that code-server runs on.
    desk.settle('Machine', program ? { 'hegao.server.path': resolve(program) } : {});
    await desk.serve();
    await desk.browse(size);
    return desk;
  }

  settle(whose, settings) {
    const folder = join(this.folder, 'data', whose);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  }

  async serve() {
    const entry = process.env.HEGAO_CODE_SERVER;
    const dirs = ['--user-data-dir', join(this.folder, 'data'), '--extensions-dir', join(this.folder, 'extensions')];
    // Nothing of the tester's own: neither a configuration of code-server nor a hegao on the PATH.
    const env = { ...process.env, HOME: this.folder, XDG_CONFIG_HOME: this.folder, XDG_CACHE_HOME: this.folder, PATH: '/usr/bin:/bin' };
    const installed = spawnSync(process.execPath, [entry, ...dirs, '--install-extension', process.env.HEGAO_VSIX], { env });
    if (installed.status !== 0) {
      throw new Error(`the extension was not installed: ${installed.stdout}${installed.stderr}`);
    }
    const port = await freePort();
    const rest = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', this.workspace];
    this.code = spawn(process.execPath, [entry, '--bind-addr', `127.0.0.1:${port}`, ...dirs, ...rest], { env, detached: true });
    this.url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(this.workspace)}`;
    await new Promise((ready, failed) => {
      let said = '';
      const hear = (data) => {
        said += data;
        if (said.includes('HTTP server listening')) ready();
      };
      this.code.stdout.on('data', hear);
      this.code.stderr.on('data', hear);
      this.code.on('exit', () => failed(new Error(`code-server ended: ${said}`)));
    });
  }

  async browse(size = { width: 1280, height: 800 }) {
    this.browser = await chromium.launch({
      executablePath: process.env.HEGAO_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const context = await this.browser.newContext({ viewport: size });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(this.url).origin });
    this.page = await context.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    await this.page.goto(this.url, { waitUntil: 'domcontentloaded' });
    await this.page.waitForSelector('.explorer-folders-view .monaco-list-row');
  }

  /** Opens a draft and waits for its first underlined place. */
  async openDraft(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await this.page.waitForSelector('.monaco-editor .view-line');
    await this.page.waitForSelector('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  }

  /** Runs a command by its title, as typed into the palette. */
  async run(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  }

  async goToLine(line, column = 1) {
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The rows of the Problems panel. */
  async problems() {
    await this.page.keyboard.press('Control+Shift+M');
    await this.page.waitForSelector('.markers-panel .monaco-list-row');
    return this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
  }

  /** The extension's own place in the status bar. */
  status(text) {
    return this.page.locator('.statusbar-item[id="hegao.hegao.hegao.status"]', { hasText: text });
  }

  /** Waits for something that no selector tells. */
  async until(holds, what) {
    const end = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`not seen: ${what}`);
      await this.page.waitForTimeout(50);
    }
  }

  notification(text) {
    return this.page.locator('.notification-list-item', { hasText: text });
  }

  /** Takes a picture for whoever looks at the run. */
  async shot(name) {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }

  async close() {
    await this.browser?.close();
    if (this.code?.exitCode === null) {
      const ended = new Promise((done) => this.code.on('exit', done));
      process.kill(-this.code.pid, 'SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

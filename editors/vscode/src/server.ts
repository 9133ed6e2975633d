// The life of the language server: started for the first draft, started anew for other settings or folders.

import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type DocumentSelector,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { Folders, LANGUAGE } from './folders';
import { findProgram, NoProgram, type Program } from './program';

/** A server that ends this often within the time below is not started again. */
const FALLS = 5;
const MINUTES = 3;

/** What the status bar says of the server. */
export type Health = 'off' | 'starting' | 'running' | 'missing' | 'fallen';

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly output = vscode.window.createOutputChannel('核稿', { log: true });

  readonly onDidChange = this.changed.event;
  health: Health = 'off';
  program: Program | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly folders: Folders,
  ) {}

  /** The client, when the server is there to answer. */
  get running(): LanguageClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  /** Starts the server unless it runs; what goes wrong is told once. */
  start(): Promise<void> {
    return this.inTurn(async () => {
      if (this.health === 'off') {
        await this.begin();
      }
    });
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.end();
      await this.begin();
    });
  }

  /** Restarts a server that has been started; one that was not needed until now stays off. */
  async refresh(): Promise<void> {
    if (this.health !== 'off') {
      await this.restart();
    }
  }

  /** Says again why there is no checking. */
  async explain(): Promise<void> {
    await (this.health === 'running' ? undefined : this.restart());
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work, work);
    return this.turn;
  }

  private async begin(): Promise<void> {
    this.become('starting');
    const settings = vscode.workspace.getConfiguration('hegao');
    try {
      this.program = await findProgram(settings.get('server.path', '').trim(), this.context.extensionPath);
      this.client = this.connect(this.program);
      await this.client.start();
      this.become('running');
    } catch (error) {
      this.become('missing');
      this.output.error(String(error));
      // Not awaited: a notification may stand for hours.
      void tellMissing(error instanceof NoProgram ? error.message : `语言服务器没有启动起来：${String(error)}`);
    }
  }

  private connect(program: Program): LanguageClient {
    const run = { command: program.path, args: ['server'] };
    return new LanguageClient('hegao', '核稿', { run, debug: run }, this.options());
  }

  private options(): LanguageClientOptions {
    const features = vscode.workspace.getConfiguration('hegao').get('features', {});
    return {
      documentSelector: this.selector(),
      diagnosticCollectionName: 'hegao',
      // The editor shows the messages of findings in its own part of a hover.
      initializationOptions: { features: { ...features, hoverMessages: false } },
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.falls(),
    };
  }

  private selector(): DocumentSelector {
    const under = this.folders.all.flatMap((folder) =>
      ['plaintext', 'markdown'].map((language) => ({
        language,
        scheme: 'file',
        pattern: { baseUri: folder.toString(), pattern: '**/*' },
      })),
    );
    return [{ language: LANGUAGE, scheme: 'file' }, { language: LANGUAGE, scheme: 'untitled' }, ...under];
  }

  /** The client's own handler speaks English and opens a panel. */
  private falls(): ErrorHandler {
    const times: number[] = [];
    return {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        const now = Date.now();
        times.push(now);
        const recent = times.filter((time) => now - time < MINUTES * 60_000).length;
        if (recent < FALLS) {
          return { action: CloseAction.Restart, handled: true };
        }
        this.become('fallen');
        void tellFallen(() => this.restart());
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) {
      // A server that hangs is left behind after the client's own time limit.
      await client.stop().catch((error: unknown) => this.output.warn(String(error)));
    }
    this.become('off');
  }

  private become(health: Health): void {
    this.health = health;
    this.changed.fire();
  }

  async dispose(): Promise<void> {
    await this.inTurn(() => this.end());
    this.output.dispose();
    this.changed.dispose();
  }
}

async function tellMissing(message: string): Promise<void> {
  const [pick, how, settings] = ['选择程序…', '怎样安装', '打开设置'];
  const answer = await vscode.window.showErrorMessage(`核稿：${message}`, pick, how, settings);
  if (answer === pick) {
    await pickProgram();
  } else if (answer === how) {
    await vscode.commands.executeCommand('hegao.editor.walkthrough');
  } else if (answer === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'hegao.server.path');
  }
}

async function pickProgram(): Promise<void> {
  const picked = await vscode.window.showOpenDialog({ title: '选择 hegao 程序', openLabel: '就用它' });
  if (picked?.[0]) {
    const settings = vscode.workspace.getConfiguration('hegao');
    // The change of the setting starts the server.
    await settings.update('server.path', picked[0].fsPath, vscode.ConfigurationTarget.Global);
  }
}

async function tellFallen(restart: () => Promise<void>): Promise<void> {
  const again = '再启动一次';
  const message = `核稿：语言服务器 ${MINUTES} 分钟内退出了 ${FALLS} 次，已不再自动启动。稿件没有受影响，只是暂时没有校对。`;
  if ((await vscode.window.showErrorMessage(message, again)) === again) {
    await restart();
  }
}

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { delimited, makeKnown, RateLimit, TOOLS, type Known, type Tool } from '../core/answers/index.ts';
import { readCheckSettings } from '../core/checks/index.ts';
import type { Services } from './services.ts';

/** In the manifest, where names are shared by all extensions. */
export const toolName = (name: string): string => `rapporteur_${name}`;

/** One of the tools as the editor offers it to language models. It reads; nothing is asked of the writer before. */
class LanguageModelTool implements vscode.LanguageModelTool<unknown> {
  readonly #tool: Tool;
  readonly #knowledge: Knowledge;
  readonly #limit: RateLimit;

  constructor(tool: Tool, knowledge: Knowledge, limit: RateLimit) {
    this.#tool = tool;
    this.#knowledge = knowledge;
    this.#limit = limit;
  }

  prepareInvocation(): vscode.PreparedToolInvocation {
    return { invocationMessage: vscode.l10n.t('Asking the corpora: {0}', this.#tool.title) };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<unknown>): Promise<vscode.LanguageModelToolResult> {
    const refusal = vscode.workspace.isTrusted ? this.#limit.refuse() : 'This workspace is not trusted, so that nothing of it is handed to language models.';
    if (refusal !== undefined) { return text(refusal); }
    const known = await this.#knowledge.now();
    return text(delimited(await this.#tool.ask(input, known), known.sources, randomBytes(12).toString('hex')));
  }
}

function text(value: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(value)]);
}

/** What questions are answered from; kept until something of it changes. */
class Knowledge {
  readonly #services: Services;
  #last: { readonly known: Known; readonly settings: string } | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** With the works that the draft in front can cite. */
  async now(): Promise<Known> {
    const { corpus, bibliographies, drafts, library } = this.#services;
    const snapshot = await corpus.ready();
    const document = drafts.active?.document;
    const { sources } = await bibliographies.ready(document);
    const raw = { severity: vscode.workspace.getConfiguration('rapporteur.checks', document).get<unknown>('severity') };
    const settings = JSON.stringify(raw);
    if (this.#last?.known.snapshot !== snapshot || this.#last.known.sources !== sources || this.#last.settings !== settings) {
      const known = makeKnown(snapshot, {
        sources, settings: readCheckSettings(raw), verify: async (quotation, citekeys) => (await library.open()).call('verify', { quotation, citekeys }),
      });
      this.#last = { known, settings };
    }
    return this.#last.known;
  }
}

export function registerLanguageModelTools(services: Services): vscode.Disposable {
  // Some editors that run extensions have no language models.
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  if (lm?.registerTool === undefined) { return new vscode.Disposable(() => undefined); }
  const { registerTool } = lm;
  const knowledge = new Knowledge(services);
  const limit = new RateLimit(() => performance.now());
  return vscode.Disposable.from(...TOOLS.map(tool => registerTool(toolName(tool.name), new LanguageModelTool(tool, knowledge, limit))));
}

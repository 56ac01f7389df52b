import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { delimited, makeKnown, RateLimit, TOOLS, type Known, type Tool } from '../core/answers/index.ts';
import { readCheckSettings } from '../core/checks/index.ts';
import type { Services } from './services.ts';

/** A tool as the manifest has it: under a name among those of all extensions, and under its own. */
interface DeclaredTool {
  readonly name: string;
  readonly toolReferenceName: string;
}

/** One of the tools as the editor offers it to language models. It reads; nothing is asked of the writer before. */
class LanguageModelTool implements vscode.LanguageModelTool<unknown> {
  readonly #name: string;
  readonly #knowledge: Knowledge;

  constructor(name: string, knowledge: Knowledge) {
    this.#name = name;
    this.#knowledge = knowledge;
  }

  get #tool(): Tool {
    return TOOLS.find(({ name }) => name === this.#name)!;
  }

  prepareInvocation(): vscode.PreparedToolInvocation {
    return { invocationMessage: vscode.l10n.t('Asking the corpora: {0}', this.#tool.title) };
  }

  async invoke({ input }: vscode.LanguageModelToolInvocationOptions<unknown>): Promise<vscode.LanguageModelToolResult> {
    const refusal = vscode.workspace.isTrusted ? this.#knowledge.refuse() : 'This workspace is not trusted, so that nothing of it is handed to language models.';
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
  #limit: RateLimit | undefined;
  #last: { readonly known: Known; readonly settings: string } | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Why nothing is answered now, when too much was asked. */
  refuse(): string | undefined {
    return (this.#limit ??= new RateLimit(() => performance.now())).refuse();
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

export function registerLanguageModelTools(services: Services, manifest: unknown): vscode.Disposable {
  // Some editors that run extensions have no language models.
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  if (lm?.registerTool === undefined) { return new vscode.Disposable(() => undefined); }
  const { registerTool } = lm;
  const knowledge = new Knowledge(services);
  const { languageModelTools } = (manifest as { readonly contributes: { readonly languageModelTools: readonly DeclaredTool[] } }).contributes;
  return vscode.Disposable.from(...languageModelTools.map(({ name, toolReferenceName }) => registerTool(name, new LanguageModelTool(toolReferenceName, knowledge))));
}

import * as vscode from 'vscode';
import { reportText, type ReportedSetting } from '../../core/views/report.ts';
import { registerCommand } from '../commands.ts';
import type { Services } from '../services.ts';

interface Manifest {
  readonly version: string;
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown; readonly enum?: readonly string[] }>> } };
}

/** What helps to find out what is wrong, as a text that the writer reads, changes and sends or does not send. */
async function report(services: Services, manifest: Manifest): Promise<void> {
  const { corpus, bibliographies, drafts } = services;
  const { actors, events, concepts, statements, corpora, sources, problems } = await corpus.ready();
  const document = drafts.active?.document;
  const draftSources = bibliographies.of(document);
  const diagnostics = document === undefined ? [] : vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Rapporteur');
  const text = reportText({
    versions: [
      ['Rapporteur', manifest.version], [vscode.env.appName, vscode.version], ['System', `${process.platform} ${process.arch}`], ['Node', process.versions.node], ['SQLite', process.versions['sqlite'] ?? 'none'],
      ['Window', `${vscode.env.uiKind === vscode.UIKind.Web ? 'browser' : 'desktop'}${vscode.env.remoteName === undefined ? '' : ', remote'}`],
      ['Workspace', `${vscode.workspace.workspaceFolders?.length ?? 0} folders, ${vscode.workspace.isTrusted ? 'trusted' : 'not trusted'}`], ['Language', vscode.env.language],
    ],
    settings: settingsThatDiffer(manifest, document),
    counts: [
      ['corpora', corpora.length], ['actors', actors.length], ['events', events.length], ['concepts', concepts.length], ['statements', statements.length], ['sources of corpora', sources.size],
      ['works that the draft can cite', draftSources.sources.size], ['texts in the library', services.library.files.length],
    ],
    problems: {
      'Problems of corpora': problems.map(({ code }) => code),
      'Problems of bibliographies': draftSources.problems.map(({ code }) => code),
      'Findings in the draft': diagnostics.map(({ code }) => String(typeof code === 'object' ? code.value : code)),
    },
  });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
}

function settingsThatDiffer({ contributes }: Manifest, document: vscode.TextDocument | undefined): ReportedSetting[] {
  const configuration = vscode.workspace.getConfiguration(undefined, document);
  return Object.entries(contributes.configuration.properties).flatMap(([name, property]) => {
    const value = configuration.get<unknown>(name);
    return JSON.stringify(value) === JSON.stringify(property.default) ? [] : [{ name, value, allowed: property.enum }];
  });
}

export function registerReport(services: Services, manifest: unknown): vscode.Disposable {
  return registerCommand('rapporteur.report', services.log, () => report(services, manifest as Manifest));
}

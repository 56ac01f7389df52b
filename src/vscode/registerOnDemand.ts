import * as vscode from 'vscode';
import { onCommand } from './commands.ts';
import { registerAddToBibliography } from './onDemand/addToBibliography.ts';
import { registerAnnexes } from './onDemand/annexes.ts';
import { registerCorpora } from './onDemand/corpora.ts';
import { registerCreateCorpus } from './onDemand/createCorpus.ts';
import { registerCreateEntry } from './onDemand/createEntry.ts';
import { registerExport } from './onDemand/export.ts';
import { registerExportNames } from './onDemand/exportNames.ts';
import { registerImport } from './onDemand/importTimeline.ts';
import { registerInsert } from './onDemand/insert.ts';
import { registerLookUp } from './onDemand/lookUp.ts';
import { registerReport } from './onDemand/report.ts';
import { registerRulePages } from './onDemand/rulePages.ts';
import { registerSampleWorkspace } from './onDemand/sampleWorkspace.ts';
import type { Services } from './services.ts';

/** The surfaces that are nothing but commands: the code of each is read when one of its commands is first run. */
export function registerOnDemand(services: Services, packageJSON: unknown): vscode.Disposable {
  return vscode.Disposable.from(
    onCommand([
      'rapporteur.insertCitation', 'rapporteur.insertName', 'rapporteur.citeThis', 'rapporteur.citeSameSource',
      'rapporteur.insertCitationAs', 'rapporteur.insertNodeCitation', 'rapporteur.insertNodeName', 'rapporteur.copyReference',
    ], () => registerInsert(services)),
    onCommand(['rapporteur.addCitedToBibliography'], () => registerAddToBibliography(services)),
    onCommand(['rapporteur.lookUp', 'rapporteur.lookUpActor', 'rapporteur.lookUpEvent', 'rapporteur.whatHappenedOn'], () => registerLookUp(services)),
    onCommand(['rapporteur.importTimeline'], () => registerImport(services)),
    onCommand(['rapporteur.export', 'rapporteur.exportCitedSources', 'rapporteur.copyFormatted'], () => registerExport(services)),
    onCommand(['rapporteur.openRule'], () => registerRulePages(services, packageJSON)),
    onCommand(['rapporteur.insertAnnex', 'rapporteur.refreshAnnexes'], () => registerAnnexes(services)),
    onCommand(['rapporteur.exportNames'], () => registerExportNames(services)),
    onCommand(['rapporteur.report'], () => registerReport(services, packageJSON)),
    onCommand(['rapporteur.reloadCorpora', 'rapporteur.openBundledCorpus', 'rapporteur.hideBundledCorpora', 'rapporteur.showBundledCorpora'], () => registerCorpora(services)),
    onCommand(['rapporteur.createCorpus'], () => registerCreateCorpus(services)),
    onCommand(['rapporteur.createActor', 'rapporteur.createEvent'], () => registerCreateEntry(services)),
    onCommand(['rapporteur.openSample'], () => registerSampleWorkspace(services)),
  );
}

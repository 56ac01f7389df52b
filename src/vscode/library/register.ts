import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { onCommand } from '../commands.ts';
import { registerCitedPlaces } from './citedPlaces.ts';
import { registerExportEvidence } from '../onDemand/exportEvidence.ts';
import { registerImportTexts } from './importTexts.ts';
import { registerOpenPassage } from './openPassage.ts';
import { Proposals } from './proposals.ts';
import { ProposalTree } from './proposalTree.ts';
import { registerProposeFromTable } from '../onDemand/proposeFromTable.ts';
import { registerProposeFromText } from '../onDemand/proposeFromText.ts';
import { registerQuotationActions } from './quotationActions.ts';
import { registerQuotationDiagnostics } from './quotationDiagnostics.ts';
import { registerQuotationHover } from './quotationHover.ts';
import { QuotationLedger } from './quotationLedger.ts';
import { SearchResults } from './results.ts';
import { registerLibrarySearch } from '../onDemand/searchLibrary.ts';
import { registerLibraryTexts } from './selection.ts';
import { ProposalReview } from '../onDemand/reviewProposals.ts';
import { registerVerifyQuotation } from '../onDemand/verifyQuotation.ts';

/** Full texts, found and quoted. */
export function registerLibrary(services: Services): vscode.Disposable {
  const { library } = services;
  const ledger = new QuotationLedger(library, services);
  const proposals = new Proposals(library.storage, services.log);
  const tree = new ProposalTree(proposals, services.corpus);
  const results = new SearchResults(services);
  return vscode.Disposable.from(
    results, registerLibraryTexts(services), proposals, tree, ledger, registerImportTexts(library, services), registerOpenPassage(services),
    registerQuotationDiagnostics(ledger), registerQuotationHover(ledger), registerCitedPlaces(library, services), registerQuotationActions(ledger),
    onCommand(['rapporteur.searchLibrary', 'rapporteur.findSupport'], () => registerLibrarySearch(services, results)),
    onCommand(['rapporteur.proposeFromText'], () => registerProposeFromText(library, proposals, tree, services)),
    onCommand(['rapporteur.proposeFromTable'], () => registerProposeFromTable(proposals, tree, services)),
    onCommand([
      'rapporteur.acceptProposal', 'rapporteur.mergeProposal', 'rapporteur.rejectProposal', 'rapporteur.editProposal', 'rapporteur.openProposal',
    ], () => vscode.Disposable.from(new ProposalReview(tree, proposals, library, services))),
    onCommand(['rapporteur.verifyQuotation'], () => registerVerifyQuotation(library, services)),
    onCommand(['rapporteur.exportEvidence'], () => registerExportEvidence(library, services)),
  );
}

import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { registerCitedPlaces } from './citedPlaces.ts';
import { registerExportEvidence } from './exportEvidence.ts';
import { registerImportTexts } from './importTexts.ts';
import { registerOpenPassage } from './openPassage.ts';
import { ProposalReview } from './proposalCommands.ts';
import { Proposals } from './proposals.ts';
import { registerProposeFromTable } from './proposeFromTable.ts';
import { registerProposeFromText } from './proposeFromText.ts';
import { registerQuotationActions } from './quotationActions.ts';
import { registerQuotationDiagnostics } from './quotationDiagnostics.ts';
import { registerQuotationHover } from './quotationHover.ts';
import { QuotationLedger } from './quotationLedger.ts';
import { SearchResults } from './results.ts';
import { registerLibrarySearch } from './search.ts';
import { registerLibraryTexts } from './selection.ts';
import { registerVerifyQuotation } from './verifyQuotation.ts';

/** Full texts, found and quoted. */
export function registerLibrary(services: Services): vscode.Disposable {
  const { library } = services;
  const ledger = new QuotationLedger(library, services);
  const proposals = new Proposals(library.storage, services.log);
  const review = new ProposalReview(proposals, library, services);
  const results = new SearchResults(services);
  return vscode.Disposable.from(
    results, registerLibraryTexts(services), proposals, review, registerProposeFromText(library, proposals, review, services), registerProposeFromTable(proposals, review, services),
    ledger, registerLibrarySearch(services, results), registerImportTexts(library, services), registerVerifyQuotation(library, services), registerOpenPassage(library, services),
    registerQuotationDiagnostics(ledger), registerQuotationHover(ledger), registerCitedPlaces(library, services), registerQuotationActions(ledger), registerExportEvidence(library, services),
  );
}

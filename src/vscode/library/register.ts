import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { registerImportTexts } from './importTexts.ts';
import { LibraryService } from './libraryService.ts';
import { registerLibrarySearch } from './search.ts';
import { registerVerifyQuotation } from './verifyQuotation.ts';

/** Full texts, found and quoted. */
export function registerLibrary(context: vscode.ExtensionContext, services: Services): vscode.Disposable {
  const library = new LibraryService(context, services.corpus, services.log);
  return vscode.Disposable.from(library, registerLibrarySearch(library, services), registerImportTexts(library, services), registerVerifyQuotation(library, services));
}

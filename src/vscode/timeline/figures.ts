import * as vscode from 'vscode';
import { workerWriter, type FigureWriter } from '../../engine/timeline/figureWriter.ts';

/** Draws figures of the timeline in a worker, from what the extension brings along. */
export function figureWriter(extensionUri: vscode.Uri, extension: FigureWriter['extension']): FigureWriter {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  return workerWriter({ extension, script: vscode.Uri.joinPath(dist, 'figure.worker.cjs').fsPath, fonts: vscode.Uri.joinPath(dist, 'fonts').fsPath });
}

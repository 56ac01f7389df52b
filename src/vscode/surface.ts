import type * as vscode from 'vscode';

/** Registers each surface by itself: one that fails is named in the log, and the others work on. */
export function surfacesOf(log: Pick<vscode.LogOutputChannel, 'error'>): (name: string, register: () => { dispose(): unknown }) => { dispose(): unknown } {
  return (name, register) => {
    try { return register(); } catch (error) {
      log.error(`${name}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      return { dispose: () => undefined };
    }
  };
}

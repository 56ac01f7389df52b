import type * as vscode from 'vscode';

/** Registers each surface by itself: one that fails is named in the log, and the others work on. */
export function surfacesOf(log: Pick<vscode.LogOutputChannel, 'error'>): (register: () => { dispose(): unknown }) => { dispose(): unknown } {
  return register => {
    try { return register(); } catch (error) {
      log.error(`${/\bregister\w+/.exec(register.toString())?.[0] ?? 'a surface'}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      return { dispose: () => undefined };
    }
  };
}

export interface Server {
  /** Host and port, e.g. `127.0.0.1:41234`. */
  readonly authority: string;
  readonly token: string;
  /** Folder of the logs; it goes away with the server. */
  readonly logs: string;
  readonly stop: () => Promise<void>;
}
export const QUIET_SETTINGS: Readonly<Record<string, unknown>>;
export const TEST_SETTINGS: Readonly<Record<string, unknown>>;
export function startServer(options: {
  readonly node: string;
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly isDevelopment?: boolean;
  readonly asksForTrust?: boolean;
  readonly link?: readonly string[];
  readonly locale?: string;
  readonly vsix?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly logFile?: string;
}): Promise<Server>;
export function workbenchUrl(server: Server, options: { readonly folder: string; readonly openFile?: string }): string;

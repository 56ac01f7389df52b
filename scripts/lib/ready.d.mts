/** The folder of the project. */
export const ROOT: string;
/** A folder for the time this script runs. */
export function temporaryFolder(name: string): string;
/** Runs npm and returns what it printed; throws with the end of its complaint. */
export function npm(args: readonly string[], cwd?: string): string;

/** The folder of the project. */
export const ROOT: string;
/** A folder for the time this script runs. */
export function temporaryFolder(name: string): string;

/** A command of the terminal program. */
export interface Command {
  readonly help: () => string;
  /** @returns the exit code: 0 for all well, 1 for something found, 2 for something that could not be done */
  run(args: readonly string[]): Promise<number>;
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the library of the terminal is kept: with the writer's own data and never in a folder that came from elsewhere.
 * https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function libraryPath(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const { LOCALAPPDATA: windows, XDG_DATA_HOME: given } = env;
  const data = platform === 'win32' ? windows ?? join(homedir(), 'AppData', 'Local')
    : platform === 'darwin' ? join(homedir(), 'Library', 'Application Support')
      : given !== undefined && given.startsWith('/') ? given : join(homedir(), '.local', 'share');
  return join(data, 'rapporteur', 'library.sqlite');
}

import { t } from '../core/l10n.ts';
import { fileFault } from '../core/fileFault.ts';

/** Why a command could not go on, in the writer's words. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return t('There is no option {0} here; --help lists those that there are.', /'(-[^']*)'/.exec(message)?.[1] ?? '');
  if (code?.startsWith('ERR_PARSE_ARGS_') === true) return t('An option lacks its value, or has one that it does not take; --help shows how each is written.');
  return path === undefined ? message : `${path}: ${fileFault(error)}`;
}

import { resolve } from 'node:path';
import { t } from '../core/l10n.ts';
import { createFileAtomic, writeFileAtomic } from '../engine/writeFile.ts';

export const outputHelp = (): string => t(`  --output FILE, -o FILE     where it goes; printed without it
  --force                    replace a file that is there`);

/** Prints what was made, or puts it into a file, which is not replaced unless that was asked for. */
export async function putOut(content: string | Uint8Array, file: string | undefined, isForced: boolean): Promise<void> {
  if (file === undefined) {
    process.stdout.write(content);
    return;
  }
  if (isForced) await writeFileAtomic(resolve(file), content);
  else if (!await createFileAtomic(resolve(file), content)) throw new Error(t('{0} is there already and was left as it is; --force replaces it.', file));
}

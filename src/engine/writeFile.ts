import { randomBytes } from 'node:crypto';
import { link, open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a whole file or nothing: a temporary file beside it, every byte, its size checked, flushed to the disk, put in the
 * place of the old one, and the folder flushed. Whoever reads the file sees the old text or the new one, also after a crash.
 * A symbolic link stays one: the file it leads to is replaced. The mode of an existing file is kept.
 * @throws when the file could not be written; the old one is then untouched, and the temporary one is gone
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(found => found.mode & 0o7777, () => undefined);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeWhole(temporary, typeof content === 'string' ? Buffer.from(content, 'utf8') : content, mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
}

/**
 * Makes a file that is not there yet, whole or not at all; one that is there stays as it is.
 * @returns whether it was made
 * @throws when it could not be written
 */
export async function createFileAtomic(path: string, content: string | Uint8Array): Promise<boolean> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    await writeWhole(temporary, bytes, undefined);
    // A second name for the same bytes: unlike a rename it never takes the place of another file.
    await link(temporary, path).catch(async (error: unknown) => {
      if (!HAS_NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await writeWhole(path, bytes, undefined);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await flushFolder(folder);
  return true;
}

/** What file systems without second names say. */
const HAS_NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

async function writeWhole(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx', mode ?? 0o666);
  try {
    // The mode given when a file is made is cut by the umask.
    if (mode !== undefined) await file.chmod(mode);
    await writeAll(file, bytes);
    const { size } = await file.stat();
    if (size !== bytes.length) throw new Error(`Only ${size} of ${bytes.length} bytes could be written.`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A full disk takes a part of the bytes without an error, so each write is asked how many it took. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, at);
    if (bytesWritten === 0) throw new Error(`Only ${at} of ${bytes.length} bytes could be written.`);
    at += bytesWritten;
  }
}

/** Makes the new name last. Windows cannot open folders: there the file system does it by itself. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch((error: unknown) => {
    if (process.platform === 'win32') return undefined;
    throw error;
  });
  if (handle === undefined) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The WebAssembly build of pandoc with the command line of a pandoc that is installed, as far as it is used: `--version`, and
 * `--defaults` with files in the folder that it runs in. Beginning with `--old` it says that it is an old one.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PandocInstance } from '../../../src/engine/pandoc/instance.ts';
import { wasmFile } from './files.ts';

const args = process.argv.slice(2);
if (args.includes('--version')) {
  console.log(args.includes('--old') ? 'pandoc 2.9.2.1' : 'pandoc 3.9');
} else {
  const { 'input-files': [input], 'output-file': output, 'log-file': log, 'data-dir': folder, ...options } = JSON.parse(readFileSync(args.at(-1)!.replace(/^--defaults=/, ''), 'utf8')) as
    { 'input-files': [string]; 'output-file': string; 'log-file': string; 'data-dir': string };
  const pandoc = await PandocInstance.start(await WebAssembly.compile(readFileSync(wasmFile)), 1024);
  const files = Object.fromEntries(readdirSync(folder).map(name => [name, new Uint8Array(readFileSync(name))]));
  const done = pandoc.convert({ options, input: files[input]!, files });
  if (/^ERROR|^pandoc: /.test(done.stderr)) {
    process.stderr.write(done.stderr.replace(/^ERROR: /, 'pandoc: '));
    process.exitCode = 1;
  } else {
    writeFileSync(output, done.output);
    // An installed pandoc writes its log in parts, without the words that the WebAssembly build adds.
    writeFileSync(log, JSON.stringify(done.warnings.map(({ type, message }) => ({ type, verbosity: 'WARNING', message }))));
  }
}

// npm run package: a .vsix to install in VS Code. Runs on Node 20 with nothing installed.
import { ready } from './lib/ready.mjs';

await ready();
const { BUDGETS, defaultFile, makePackage, sizeOf, troublesOf } = await import('./lib/package.mjs');
const file = defaultFile();
const made = await makePackage(file);
const { bytes, withoutPandoc, files } = made;
console.log(`\n${file}\n${files.length} files, ${sizeOf(bytes)} (of ${sizeOf(BUDGETS.all)}), without pandoc ${sizeOf(withoutPandoc)} (of ${sizeOf(BUDGETS.withoutPandoc)})`);
const troubles = troublesOf(made);
if (troubles.length > 0) { console.error(troubles.join('\n')); process.exit(1); }

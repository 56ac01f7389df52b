// npm start: the extension, open on a copy of the sample paper. Runs on Node 20 with nothing installed.
//   npm start -- [--vscode PATH] [--web] [--port N] [--no-open] [--screenshot FILE]
import { ready } from './lib/ready.mjs';

await ready();
await import('./openSample.mjs');

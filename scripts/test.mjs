// npm test: everything that is checked. Runs on Node 20 with nothing installed.
//   npm test -- [--only types|lint|unit|build|host|folders|browser|packaged] [--vscode 1.139|1.103|PATH] [--grep WORDS]
import { ready } from './lib/ready.mjs';

await ready();
await import('./stages.mjs');

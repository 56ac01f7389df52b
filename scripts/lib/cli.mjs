/** A module that stays a file of its own, read when it is imported. */
function apart(name) {
  return { name: 'apart', setup: ({ onResolve }) => { onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, ({ kind }) => kind === 'dynamic-import' ? { path: `./${name}.cjs`, external: true } : undefined); } };
}

const node = { bundle: true, platform: 'node', target: 'node22', format: 'cjs', logLevel: 'warning', legalComments: 'none', charset: 'utf8' };

/** The terminal program, and what it reads when it is asked for. @param folder where they go, relative to the root or absolute */
export const cliBundles = folder => [
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: `${folder}/cli.cjs`, banner: { js: '#!/usr/bin/env node' }, plugins: [apart('mcpServer')] },
  { ...node, entryPoints: ['src/cli/mcpServer.ts'], outfile: `${folder}/mcpServer.cjs` },
];

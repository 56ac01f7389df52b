// Read before anything else in each thread of a process: tells on the error output what asks for the network or for a file it may not read,
// and lets no connection be made.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const tell = what => { process._rawDebug(`ASKED ${what}`); };
const forbid = (module, name) => {
  module[name] = (...args) => { tell(`${name} ${JSON.stringify(args[0] ?? null)}`); throw new Error('no network'); };
};
forbid(require('node:net').Socket.prototype, 'connect');
for (const name of ['lookup', 'resolve', 'resolve4']) { forbid(require('node:dns'), name); }
forbid(require('node:dgram'), 'createSocket');
for (const module of ['node:http', 'node:https']) { forbid(require(module), 'request'); forbid(require(module), 'get'); }
forbid(globalThis, 'fetch');
for (const name of ['readFileSync', 'openSync', 'readFile', 'open', 'writeFileSync', 'writeFile', 'mkdirSync', 'createReadStream', 'createWriteStream']) {
  const own = fs[name];
  fs[name] = (path, ...rest) => {
    try { return own(path, ...rest); } catch (error) { if (error.code === 'ERR_ACCESS_DENIED') { tell(`${name} ${path}`); } throw error; }
  };
}
syncBuiltinESMExports();

// In place of a native logger: plain lines in the same files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file) { this.file = file; this.level = 2; this.isRaw = false; mkdirSync(dirname(file), { recursive: true }); }
  write(level, text) {
    if (level < this.level) { return; }
    try { appendFileSync(this.file, this.isRaw ? String(text) : `${new Date().toISOString()} [${LEVELS[level]}] ${text}\n`); } catch { /* the folder went away */ }
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.isRaw = false; }
  clearFormatters() { this.isRaw = true; }
  flush() {}
  drop() {}
}
const make = async (name, file) => new Logger('file', name, file);
// One assignment for each name: VS Code imports this file from an ES module, which finds names by scanning.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = make;
exports.createAsyncRotatingLogger = make;

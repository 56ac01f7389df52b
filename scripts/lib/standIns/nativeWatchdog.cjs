// In place of a native module: the extension host also watches its parent in JavaScript.
exports.start = () => {};
exports.exit = code => process.exit(code || 0);

/*
 * PDF.js looks for classes of a browser's canvas when it is loaded, and complains where they are not. Only text is read
 * here, nothing is drawn, so that they need not do anything. Has to be loaded before PDF.js.
 */
const NotDrawn = function () { /* nothing is drawn */ };
const globals = globalThis as Record<string, unknown>;
globals['DOMMatrix'] ??= NotDrawn;
globals['Path2D'] ??= NotDrawn;
globals['ImageData'] ??= NotDrawn;

/** Sets `globalThis.pdfjsWorker`, so that PDF.js reads in the thread in which it is called. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';

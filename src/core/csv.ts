/** A field of CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"); a year before Christ is none. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !/^-[\dX/.~?%-]+$/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function writeCsvRows(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(csvField).join(',')).join('\r\n') + '\r\n';
}

export interface CsvRow {
  readonly fields: readonly string[];
  /** 1-based line on which it begins. */
  readonly line: number;
}

/**
 * The rows of a CSV file (RFC 4180), whatever ends its lines; empty lines are none. A quote that is never closed takes the
 * rest of the file, and a quote within a field that has none before it is a letter.
 */
export function readCsvRows(text: string, separator: ',' | ';' | '\t' = ','): CsvRow[] {
  const fieldEnd = new RegExp(`[${separator}\\r\\n]`, 'gu');
  const rows: CsvRow[] = [];
  let [fields, at, line, begin]: [string[], number, number, number] = [[], text.startsWith('\uFEFF') ? 1 : 0, 1, 1];
  const endRow = () => {
    if (fields.length > 1 || fields[0] !== '') { rows.push({ fields, line: begin }); }
    [fields, begin] = [[], line];
  };
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const parts: string[] = [];
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        parts.push(text.slice(from, quote < 0 ? text.length : quote));
        if (quote < 0) { at = text.length; break; }
        at = quote + 1;
        if (text[at] !== '"') { break; }
        parts.push('"');
        from = at + 1;
      }
      field = parts.join('');
      for (const letter of field) { if (letter === '\n') { line++; } }
    } else { field = ''; }
    fieldEnd.lastIndex = at;
    const stop = fieldEnd.exec(text)?.index ?? text.length;
    fields.push(field + text.slice(at, stop));
    at = stop + 1;
    if (text[stop] === separator) {
      if (at === text.length) { fields.push(''); }
      continue;
    }
    if (text[stop] === '\r' && text[at] === '\n') { at++; }
    line++;
    endRow();
  }
  if (fields.length > 0) { endRow(); }
  return rows;
}

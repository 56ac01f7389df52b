import { pathToFileURL } from 'node:url';
import { RULE_CODES, type Finding } from '../core/checks/index.ts';
import { lineColumn } from '../core/corpus/problems.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import type { Severity } from '../core/text.ts';
import { authorityOf, withDetail } from '../core/views/words.ts';
import { NO_COLOURS, shown, type Paint } from './print.ts';

/** A draft with what was found in it. */
export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export const FORMATS = ['text', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export function report(checked: readonly Checked[], format: Format, snapshot: Snapshot, paint: Paint = NO_COLOURS): string {
  switch (format) {
    case 'text': return checked.flatMap(one => one.findings.map(finding => textOf(one, finding, snapshot, paint))).join('\n');
    case 'json': return JSON.stringify(checked.flatMap(one => one.findings.map(finding => jsonOf(one, finding, snapshot))), null, 2);
    case 'sarif': return JSON.stringify(sarifOf(checked, snapshot), null, 2);
  }
}

/** `paper.md:28:3: warning: … [date-conflict]`, as compilers print it, with the evidence under it. */
function textOf({ file, text }: Checked, { span, severity, message, rule, evidence }: Finding, snapshot: Snapshot, { faint, error, warning }: Paint): string {
  const word = severity === 'error' ? error(severity) : severity === 'warning' ? warning(severity) : severity;
  const { line, column } = lineColumn(text, span.start);
  return [`${file}:${line}:${column}: ${word}: ${shown(message)} [${rule}]`, ...evidence.map(one => faint(`    ${shown(withDetail(one.text, authorityOf(one.citations, snapshot)))}`))].join('\n');
}

function jsonOf({ file, text }: Checked, { span, severity, message, rule, evidence, fixes }: Finding, snapshot: Snapshot): unknown {
  return {
    file, rule, severity, message, start: { ...lineColumn(text, span.start), offset: span.start }, end: { ...lineColumn(text, span.end), offset: span.end },
    evidence: evidence.map(one => ({ text: one.text, authority: authorityOf(one.citations, snapshot) })), fixes: fixes.map(fix => fix.title),
  };
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function sarifOf(checked: readonly Checked[], snapshot: Snapshot): unknown {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Rapporteur', rules: RULE_CODES.map(id => ({ id, shortDescription: { text: id.replaceAll('-', ' ') } })) } },
      columnKind: 'utf16CodeUnits',
      results: checked.flatMap(({ file, text, findings }) => findings.map(({ rule, severity, message, span, evidence }) => {
        const [start, end] = [lineColumn(text, span.start), lineColumn(text, span.end)];
        return {
          ruleId: rule, level: LEVELS[severity], message: { text: [message, ...evidence.map(one => withDetail(one.text, authorityOf(one.citations, snapshot)))].join('\n') },
          locations: [{ physicalLocation: { artifactLocation: { uri: pathToFileURL(file).href }, region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column } } }],
        };
      })),
    }],
  };
}

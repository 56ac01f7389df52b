/** What tables are made of (ECMA-376, part 1, 17.4). */
const TAG = /<(\/?)w:(tbl|tblGrid|gridCol|tr|gridBefore|tc|tcPr|gridSpan)(?=[\s/>])([^<>]*)>/g;
/** Wider than any table that is printed: a file may say any number. */
const MOST_COLUMNS = 200;
/** Columns that are put into a part: of a million tables that each say they are wide, the rest stay as they are. */
const MOST_ADDED = 50_000;

interface Cell {
  span: number;
  /** Where its span is said, or goes. */
  at: number;
  end: number;
  before: string;
  after: string;
}
interface Table {
  first: { columns: number; cell: Cell | undefined } | undefined;
  row: { columns: number; cell: Cell | undefined };
  width: number;
  grid: number;
  /** Where its grid goes: the end of the one that is there, or its first row. */
  at: number;
  isSaid: boolean;
}

/**
 * A part of a DOCX with a grid for each of its tables that has none, or one that is too narrow, and a first row as wide as the
 * widest: pandoc leaves out all cells of a row that go beyond.
 */
export function withGrids(text: string): string {
  const tables: Table[] = [];
  let added = 0;
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  for (const { 0: tag, 1: slash, 2: name, 3: rest = '', index } of text.matchAll(TAG)) {
    const end = index + tag.length;
    const isEmpty = rest.endsWith('/');
    const table = tables.at(-1);
    if (name === 'tbl' && slash === '' && !isEmpty) { tables.push({ first: undefined, row: { columns: 0, cell: undefined }, width: 0, grid: 0, at: -1, isSaid: false }); }
    if (table === undefined) { continue; }
    const { row } = table;
    switch (`${slash}${name}`) {
      case '/tbl':
        tables.pop();
        added += Math.max(0, table.width - table.grid);
        if (added <= MOST_ADDED) { edits.push(...editsOf(table)); }
        break;
      case 'gridCol': table.grid++; break;
      case 'tblGrid': if (isEmpty && table.at < 0) { table.at = index; } break;
      case '/tblGrid': if (!table.isSaid) { [table.at, table.isSaid] = [index, true]; } break;
      case 'tr': table.row = { columns: 0, cell: undefined }; if (table.at < 0) { table.at = index; } break;
      case 'gridBefore': row.columns += valueOf(rest); break;
      case 'tc': if (!isEmpty) { row.columns++; row.cell = { span: 1, at: end, end, before: '<w:tcPr>', after: '</w:tcPr>' }; } break;
      case 'tcPr': if (row.cell !== undefined) { Object.assign(row.cell, isEmpty ? { at: index, end } : { at: end, end, before: '', after: '' }); } break;
      case 'gridSpan':
        if (row.cell === undefined) { break; }
        row.columns += valueOf(rest) - row.cell.span;
        Object.assign(row.cell, { span: valueOf(rest), at: index, end, before: '', after: '' });
        break;
      case '/tr':
        table.first ??= row;
        table.width = Math.max(table.width, Math.min(row.columns, MOST_COLUMNS));
        break;
      default:
    }
  }
  let at = 0;
  const pieces = edits.sort((a, b) => a.at - b.at).flatMap(edit => {
    const piece = [text.slice(at, edit.at), edit.text];
    at = edit.end;
    return piece;
  });
  return edits.length === 0 ? text : [...pieces, text.slice(at)].join('');
}

function editsOf({ first, width, grid, at, isSaid }: Table) {
  const missing = Math.max(0, width - grid);
  const columns = '<w:gridCol w:w="1"/>'.repeat(missing);
  const cell = first !== undefined && first.columns < width ? first.cell : undefined;
  return [
    ...missing === 0 ? [] : [{ at, end: at, text: isSaid ? columns : `<w:tblGrid>${columns}</w:tblGrid>` }],
    ...cell === undefined ? [] : [{ at: cell.at, end: cell.end, text: `${cell.before}<w:gridSpan w:val="${cell.span + width - first!.columns}"/>${cell.after}` }],
  ];
}

function valueOf(attributes: string): number {
  return Math.min(MOST_COLUMNS, Math.max(1, Number(/\bw:val\s*=\s*["'](\d{1,6})["']/.exec(attributes)?.[1] ?? 1)));
}

/** A run of letters of a page: where, how high, what. */
export type Run = readonly [x: number, y: number, height: number, text: string];

/** A PDF of pages with nothing but letters on them (ISO 32000-1, 7.5): for layouts, and as the beginning of broken files. */
export function makePdf(pages: readonly (readonly Run[])[], { kids, labels = '' }: { readonly kids?: string; readonly labels?: string } = {}): Uint8Array {
  const contents = pages.map(runs => runs.map(([x, y, height, text]) => `BT /F1 ${height} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`).join('\n'));
  const pageOf = (index: number) => 4 + index * 2;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${labels} >>`,
    `<< /Type /Pages /Kids [${kids ?? pages.map((_, index) => `${pageOf(index)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageOf(index) + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return pdfOf(objects);
}

/** A file of these objects, the first of which is its catalog; one unit of each is one byte. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

/** Lines of a paragraph under each other. */
export function lines(x: number, y: number, height: number, texts: readonly string[]): Run[] {
  return texts.map((text, index) => [x, y - index * height * 1.3, height, text]);
}

import { writeZip } from '../../../src/engine/library/documents/zip.ts';
import { lines, makePdf } from './makePdf.ts';

const part = (text: string) => new TextEncoder().encode(text);
const zip = (parts: Readonly<Record<string, string>>) => writeZip(new Map(Object.entries(parts).map(([name, text]) => [name, part(text)])));
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const docx = (document: string, relations: string, entity = '') => zip({
  '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<?xml version="1.0"?>${entity}<w:document ${W}><w:body>${document}</w:body></w:document>`,
  'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
});
const outside = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}" TargetMode="External"/>`;
const words = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const picture = (id: string) => `<w:p><w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:blip r:link="${id}" r:embed="${id}"/></w:drawing></w:r></w:p>`;

/**
 * Documents that ask for what is outside them, by every way that their formats have for it.
 * @param web beginning of an address that counts who asks
 * @param secret path of a file that is none of theirs
 */
export function hostileDocuments(web: string, secret: string): ReadonlyMap<string, Uint8Array> {
  const doctype = (root: string) => `<!DOCTYPE ${root} [<!ENTITY s SYSTEM "file://${secret}"><!ENTITY % p SYSTEM "${web}/dtd">%p;]>`;
  const relations = outside('r2', 'image', `${web}/picture.png`) + outside('r3', 'attachedTemplate', `${web}/template.dotm`) + outside('r4', 'hyperlink', `file://${secret}`)
    + outside('r5', 'oleObject', `file://${secret}`) + outside('r6', 'image', `file://${secret}`) + outside('r7', 'aFChunk', `${web}/chunk.html`);
  const html = (head: string, body: string) => `<!DOCTYPE html><html><head>${head}</head><body><p>Harbour of HTML.</p>${body}</body></html>`;
  const page = html(`<base href="${web}/"><link rel="stylesheet" href="style.css"><meta http-equiv="refresh" content="0;url=${web}/next"><script src="${web}/script.js"></script><style>@import url(${web}/import.css);</style>`,
    `<img src="${web}/picture.png"><img src="file://${secret}"><img srcset="${web}/set.png 2x"><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><embed src="${web}/embed"><video src="${web}/video"></video><svg><image href="${web}/svg.png"/></svg>`);
  const book = (text: string, opf = '') => zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'content.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">i</dc:identifier><dc:title>Harbour</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>${opf}</manifest><spine><itemref idref="a"/></spine></package>`,
    'a.xhtml': text,
  });
  const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title><link rel="stylesheet" href="${web}/style.css"/></head><body><p>Harbour of EPUB.</p><img src="${web}/picture.png"/><img src="../../../../../..${secret}"/><img src="file://${secret}"/></body></html>`;
  const odt = (entity: string) => zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?>${entity}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>Harbour of ODT.${entity === '' ? '' : '&s;'}</text:p><text:p><draw:frame><draw:image xlink:href="${web}/picture.png"/></draw:frame><draw:frame><draw:image xlink:href="file://${secret}"/></draw:frame></text:p><text:section><text:section-source xlink:href="${web}/section.odt"/></text:section></office:text></office:body></office:document-content>`,
    'styles.xml': '<?xml version="1.0"?><office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>',
  });
  const actions = `/OpenAction << /S /URI /URI (${web}/open) >> /AA << /WC << /S /JavaScript /JS (app.launchURL\\("${web}/script"\\)) >> >> /AcroForm << /XFA (<template><submit target="${web}/xfa"/></template>) /Fields [] >>`;
  const pdf = Buffer.from(makePdf([lines(40, 500, 10, ['Harbour of PDF.'])], { labels: actions })).toString('latin1')
    .replace('/Encoding /WinAnsiEncoding', `/Encoding /WinAnsiEncoding /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /FontFile2 << /F << /FS /URL /F (${web}/font) >> /Length 0 >> >>`)
    .replace('/MediaBox', `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (${secret}) /D [0 /Fit] >> >>] /MediaBox`);
  return new Map<string, Uint8Array>([
    ['linked.docx', docx(`${words('Harbour of DOCX.')}${picture('r2')}${picture('r6')}<w:p><w:hyperlink r:id="r4"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p><w:altChunk r:id="r7"/>`, relations)],
    ['entity.docx', docx(words('&s;'), '', doctype('w:document'))],
    ['page.html', part(page)], ['entity.html', part(`${doctype('html')}<html><body><p>Harbour of XHTML. &s;</p></body></html>`)],
    ['linked.epub', book(xhtml, `<item id="b" href="../../../../../..${secret}" media-type="text/plain"/><item id="c" href="${web}/remote.css" media-type="text/css"/>`)],
    ['entity.epub', book(`${doctype('html')}${xhtml.replace('Harbour of EPUB.', '&s;')}`)],
    ['linked.odt', odt('')], ['entity.odt', odt(doctype('office:document-content'))],
    ['actions.pdf', Buffer.from(pdf, 'latin1')],
  ]);
}

const TAG = /<(\/?)(draw:text-box|text:p|text:h)(?=[\s/>])[^>]*?(\/?)>/g;

/**
 * Puts the words of text boxes behind the paragraph that they are anchored in: within it they would not be read.
 * @param xml `content.xml`; one whose tags do not pair stays as it is
 */
export function withoutTextBoxes(xml: string): string {
  if (!xml.includes('<draw:text-box')) return xml;
  const pieces: string[] = [];
  /** Paragraphs and boxes that are open; what was said in the boxes of a paragraph waits for its end. */
  const open: { readonly name: string; boxes: string; readonly from: number }[] = [];
  let at = 0;
  for (const { 0: tag, 1: closes, 2: name = '', 3: isEmpty, index } of xml.matchAll(TAG)) {
    pieces.push(xml.slice(at, index));
    at = index + tag.length;
    if (closes === '') {
      if (isEmpty === '') open.push({ name, boxes: '', from: pieces.length });
      pieces.push(name === 'draw:text-box' && isEmpty === '' ? '' : tag);
      continue;
    }
    const own = open.pop();
    if (own?.name !== name) return xml;
    const outer = open.at(-1);
    if (name === 'draw:text-box') {
      const words = pieces.splice(own.from).join('');
      if (outer === undefined) pieces.push(words); else outer.boxes += words;
    } else pieces.push(tag, own.boxes);
  }
  return open.length > 0 ? xml : pieces.join('') + xml.slice(at);
}

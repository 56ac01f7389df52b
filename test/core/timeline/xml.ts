/** Whether a text is well-formed XML, as far as our writer can go wrong. @returns what is wrong, or an empty text */
export function xmlFault(text: string): string {
  const open: string[] = [];
  const rest = text.replace(/<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/gu, (_, close: string, name: string, attributes: string, empty: string) => {
    const names = [...attributes.matchAll(/ ([a-zA-Z0-9:-]+)=/gu)].map(found => found[1]);
    if (new Set(names).size !== names.length) { return '<twice>'; }
    if (close !== '') { return open.pop() === name ? '' : `<mismatch ${name}>`; }
    if (empty === '') { open.push(name); }
    return '';
  }).replace(/&(?:amp|lt|gt|quot);/gu, '');
  const odd = /[<>&]/u.exec(rest);
  return odd !== null ? rest.slice(Math.max(0, odd.index - 20), odd.index + 60) : open.length > 0 ? `open: ${open.join(' ')}` : '';
}

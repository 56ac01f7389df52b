/** Square brackets left open at the end of a text; below zero where one closes that was never open. */
export function bracketDepth(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length && depth >= 0; at += 1) {
    if (text[at] === '\\') { at += 1; }
    else if (text[at] === '[') { depth += 1; }
    else if (text[at] === ']') { depth -= 1; }
  }
  return depth;
}

/**
 * What the names of the figures beside an exported document begin with: after it, and not as any file that is there, unless the
 * document that is replaced shows those. `paper.tex` has `paper-timeline-1.png`.
 * @param target the document's name, without folders
 * @param replaced the text of the document that is replaced; empty where there is none
 * @param names of the files beside it
 */
export function figureStem(target: string, replaced: string, names: readonly string[]): string {
  const base = `${target.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'draft'}-timeline`;
  const others = names.map(name => name.toLowerCase());
  const isTaken = (stem: string) => !replaced.includes(`${stem}-1.`) && others.some(name => name.startsWith(`${stem.toLowerCase()}-`));
  let stem = base;
  for (let count = 2; isTaken(stem); count++) { stem = `${base}-${count}`; }
  return stem;
}

import { t } from '../l10n.ts';
import type { OutlineNode } from './outline.ts';

/** A row as it is read aloud: `Ali Alatas, person, Foreign Minister, Indonesia (from 1988)`. Nothing is told by its icon alone. */
export function spokenRow(node: OutlineNode): string {
  return [node.label, node.kind === '' ? iconWords(node) : node.kind, node.description].filter(Boolean).join(', ');
}

/** What the icon says to those who see it. */
function iconWords({ icon, subject }: OutlineNode): string {
  if (icon === 'warning' && subject.kind === 'statement') { return t('Disputed'); }
  switch (icon) {
    case 'arrow-both': return t('relation');
    case 'book': return t('work');
    case 'briefcase': return t('office');
    case 'calendar': return t('date');
    case 'comment': return t('statement');
    case 'location': return t('place in the draft');
    case 'question': return t('ambiguous name');
    case 'quote': return t('citation');
    case 'error': return t('error');
    case 'warning': return t('warning');
    case 'info': return t('information');
    case 'lightbulb': return t('hint');
    default: return '';
  }
}

import { setTranslations, type Translations } from '../../core/l10n.ts';
import { Page } from './page.ts';

// The extension's own words, written into the page by the extension.
setTranslations(JSON.parse(document.body.dataset['words'] ?? '{}') as Translations);
const page = new Page(document.body);
page.start();
// The picture does not wait for what stands around it.
void import('./around.ts').then(({ Around }) => { page.surround(new Around(page)); });

import { setTranslations, type Translations } from '../../core/l10n.ts';
import { PdfPage } from './page.ts';

// The extension's own words, written into the page by the extension.
setTranslations(JSON.parse(document.body.dataset['words'] ?? '{}') as Translations);
new PdfPage(document.body, document.body.dataset['dist'] ?? '').start();

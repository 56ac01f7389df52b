import { Page } from './page.ts';

const page = new Page(document.body);
page.start();
// The picture does not wait for what stands around it.
void import('./around.ts').then(({ Around }) => { page.surround(new Around(page)); });

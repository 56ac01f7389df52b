/* In the place of a trial whether the browser knows `:focus-visible` (the build puts it there): every editor's does. */
export const focusVisible = 'focus-visible';

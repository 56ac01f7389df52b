/*
 * In the place of FAST's dependency injection (the build puts it there), which finds the design system that is responsible
 * for an element where a page has several. This page has one, and each tag is defined once: nobody asks.
 */
export const DI = {};
export const Registration = {};

import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { clampView, dayAt, fitView, MAX_ZOOM, panBy, xOf, zoomAt } from '../../../src/core/timeline/view.ts';

const view = fc.record({ left: fc.double({ min: -1e6, max: 1e6, noNaN: true }), zoom: fc.double({ min: 1e-3, max: MAX_ZOOM, noNaN: true }) });
const x = fc.double({ min: 0, max: 2000, noNaN: true });

test('the day under the pointer stays under it when zooming', () => {
  fc.assert(fc.property(view, fc.double({ min: 0.2, max: 5, noNaN: true }), x, (before, factor, at) => {
    const after = zoomAt(before, factor, at);
    expect(Math.abs(xOf(after, dayAt(before, at)) - at)).toBeLessThan(1e-3);
  }));
});

test('zooming in and out by the same factor leads back', () => {
  fc.assert(fc.property(view, fc.double({ min: 0.2, max: 5, noNaN: true }), x, (before, factor, at) => {
    const after = zoomAt(zoomAt(before, factor, at), 1 / factor, at);
    expect(after.zoom / before.zoom).toBeCloseTo(1, 9);
    expect(Math.abs(after.left - before.left) * before.zoom).toBeLessThan(1e-2);
  }));
});

test('panning there and back leads back', () => {
  fc.assert(fc.property(view, fc.double({ min: -3000, max: 3000, noNaN: true }), (before, pixels) => {
    expect(Math.abs(panBy(panBy(before, pixels), -pixels).left - before.left) * before.zoom).toBeLessThan(1e-3);
  }));
});

test('the fitted view shows both ends', () => {
  fc.assert(fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1_500_000 }), fc.integer({ min: 200, max: 3000 }), (from, days, width) => {
    const fitted = fitView(from, from + days, width);
    expect(xOf(fitted, from)).toBeGreaterThanOrEqual(-0.01);
    expect(xOf(fitted, from + days)).toBeLessThanOrEqual(width + 0.01);
  }));
});

test('a clamped view always shows a part of the data, and clamping it again changes nothing', () => {
  fc.assert(fc.property(view, fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 99999 }), (free, from, days) => {
    const domain = [from, from + days] as const;
    const clamped = clampView(free, domain, 800);
    expect(xOf(clamped, domain[1])).toBeGreaterThan(0);
    expect(xOf(clamped, domain[0])).toBeLessThan(800);
    expect(clamped.zoom).toBeLessThanOrEqual(MAX_ZOOM);
    const again = clampView(clamped, domain, 800);
    expect(again.left).toBeCloseTo(clamped.left, 3);
  }));
});

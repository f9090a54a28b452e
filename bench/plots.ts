import { mkdir, writeFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Job } from './measure.ts';
import type { Results, SoakResult } from './results.ts';
import { titleOf, withCommas } from './write-figures.ts';

/** A point of a line, which has the name of its library. */
interface Point {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Where a line ends, and the height at which its name stands beside it. */
interface Label extends Point {
  readonly at: number;
}

const FOLDER = new URL('../docs/figures/', import.meta.url);
const OURS = 'tim-reactive';

/** Dark enough to be read on white. What is not named is grey. */
const COLOURS: Readonly<Record<string, string>> = {
  [OURS]: '#0550ae',
  mutable: '#57606a',
  'plain-array': '#8250df',
  'stream-chat': '#1a7f37',
  'tanstack-db': '#9a6700',
  'chat-uikit-engine': '#cf222e',
  'rtk-entity': '#bf3989',
};

/** Draws the figures of `docs/performance.md`: the same results give the same files. */
export async function drawPlots(results: Results): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(figuresOf(results)))
    await writeFile(new URL(`${name}.svg`, FOLDER), text);
}

/** The figures by their names, as SVG. */
export function figuresOf({ measured, soak }: Results): Readonly<Record<string, string>> {
  const points = (operation: Job['operation']): readonly Point[] =>
    measured
      .filter((one) => one.operation === operation && one.conversations === undefined && one.isGroup !== true)
      .map(({ library, size, us }) => ({ name: library, x: size, y: us }));
  return {
    'cost-by-history': lines(points('append'), 'loaded messages', 'µs a message', 440),
    'list-event': lines(points('list'), 'rows of the conversation list', 'µs an event', 320),
    growth: growth(measured),
    'heap-soak': heap(soak),
  };
}

/** A line for each library, both axes logarithmic, with its name beside its end. */
function lines(points: readonly Point[], x: string, y: string, height: number): string {
  const sizes = [...new Set(points.map((point) => point.x))];
  const labels = labelsOf(points, height);
  const edge = Math.max(...sizes) * 1.25;
  return plot({
    height,
    marginRight: 150,
    x: { type: 'log', label: x, ticks: sizes, tickFormat: withCommas, domain: [Math.min(...sizes), edge] },
    y: { ...decadesOf(points), label: y },
    marks: [
      Plot.line(points, { x: 'x', y: 'y', z: 'name', stroke: colourOf, strokeWidth: widthOf }),
      Plot.dot(points, { x: 'x', y: 'y', r: 3, fill: colourOf }),
      Plot.link(labels, {
        x1: 'x',
        y1: 'y',
        x2: edge,
        y2: 'at',
        stroke: colourOf,
        strokeDasharray: '1 3',
      }),
      ...[false, true].map((isOurs) =>
        Plot.text(
          labels.filter(({ name }) => (name === OURS) === isOurs),
          {
            x: edge,
            y: 'at',
            text: ({ name }: Point) => titleOf(name),
            textAnchor: 'start',
            dx: 5,
            fill: colourOf,
            fontWeight: isOurs ? 'bold' : 'normal',
          },
        ),
      ),
    ],
  });
}

/** What has to find its place, among 1,000 and among 100,000 loaded messages, beside the mutable limit. */
function growth(measured: Results['measured']): string {
  const operations = ['insert', 'update', 'prepend', 'burst'] as const;
  const points = measured
    .filter(({ operation }) => operations.some((one) => one === operation))
    .map(({ library, operation, size, us }) => ({ name: library, operation, x: withCommas(size), y: us }));
  const place = { fx: 'operation', x: 'x', y: 'y' } as const;
  return plot({
    height: 350,
    marginTop: 50,
    insetBottom: 22,
    fx: { domain: operations, label: null, padding: 0.1 },
    x: { type: 'point', label: 'loaded messages', padding: 0.4 },
    y: { ...decadesOf(points), label: 'µs an operation' },
    marks: [
      Plot.line(points, { ...place, z: 'name', stroke: colourOf, strokeWidth: widthOf }),
      Plot.dot(points, { ...place, r: 3, fill: colourOf }),
      // One name above its line, the other below.
      ...[-22, 14].map((dy) =>
        Plot.text(
          points.filter(({ name, x }) => x === '1,000' && (name === OURS) === dy < 0),
          {
            ...place,
            text: ({ name }: Point) => titleOf(name),
            fill: colourOf,
            stroke: 'white',
            strokeWidth: 4,
            dx: -4,
            dy,
            textAnchor: 'start',
          },
        ),
      ),
    ],
  });
}

/** The heap after each tenth of the events. */
function heap({ events, heapMB }: SoakResult): string {
  const points = heapMB.map((MB, index) => ({ x: ((index + 1) * events) / heapMB.length, y: MB }));
  return plot({
    height: 240,
    x: {
      label: 'events',
      tickFormat: withCommas,
      ticks: points.map(({ x }) => x).filter((_, index) => index % 2 === 1),
      domain: [0, events],
    },
    y: { label: 'MB of heap in use', grid: true, domain: [0, Math.max(...heapMB) * 1.2] },
    marks: [
      Plot.ruleY([0]),
      Plot.line(points, { x: 'x', y: 'y', stroke: COLOURS[OURS] ?? 'black', strokeWidth: 3 }),
      Plot.dot(points, { x: 'x', y: 'y', r: 3, fill: COLOURS[OURS] ?? 'black' }),
    ],
  });
}

/** The end of each line, and a height for its name, so far from the next that they do not overlap. */
function labelsOf(points: readonly Point[], height: number): readonly Label[] {
  const ends = [...new Set(points.map(({ name }) => name))].flatMap((name) =>
    points.filter((one) => one.name === name).slice(-1),
  );
  const [first, last] = decadesOf(points).domain;
  const step = (last / first) ** (17 / (height - 80));
  let above = Infinity;
  return ends
    .sort((a, b) => b.y - a.y)
    .map((end) => {
      above = Math.min(end.y, above / step);
      return { ...end, at: above };
    });
}

interface Decades {
  readonly type: 'log';
  readonly domain: [first: number, last: number];
  readonly ticks: number[];
  readonly tickFormat: (value: number) => string;
  readonly grid: boolean;
}

/** A logarithmic scale over whole decades, with nothing between them. */
function decadesOf(points: readonly Pick<Point, 'y'>[]): Decades {
  const decades = points.map(({ y }) => Math.log10(y));
  const first = Math.floor(Math.min(...decades));
  const last = Math.ceil(Math.max(...decades));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return { type: 'log', domain: [10 ** first, 10 ** last], ticks, tickFormat: withCommas, grid: true };
}

/** The text of a figure, on white, so that it can be read on any page. */
function plot(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<html></html>');
  const figure = Plot.plot({
    width: 720,
    marginTop: 35,
    marginRight: 40,
    marginLeft: 70,
    marginBottom: 45,
    style: { fontSize: '12px' },
    className: 'figure',
    document,
    ...options,
  });
  figure.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const text = figure.outerHTML
    .replace(/<style>.*?<\/style>/s, '<rect width="100%" height="100%" fill="white"/>')
    .replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
  return `${text}\n`;
}

function colourOf({ name }: { readonly name: string }): string {
  return COLOURS[name] ?? 'grey';
}

function widthOf({ name }: { readonly name: string }): number {
  return name === OURS ? 3.5 : 1.5;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Which rooms each room may look into. Imports point inwards: entry -> features -> platform, domain. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'server/domain': ['server/domain'],
  'server/platform': ['server/platform', 'server/domain', 'server/config.ts'],
  'server/features': [
    'server/features',
    'server/platform',
    'server/domain',
    'server/deps.ts',
    'server/command.ts',
    'server/config.ts',
  ],
  'server/commands': ['server'],
  'server/demo': [
    'server/demo',
    'server/features',
    'server/platform',
    'server/domain',
    'server/deps.ts',
    'scripts/demo',
  ],
  'web/src/app': ['web/src', 'server/domain', 'server/features'],
  'web/src/lib': ['web/src/lib', 'server/domain', 'server/features'],
  'web/src/ui': ['web/src/ui', 'web/src/lib', 'server/domain'],
  'web/src/map': ['web/src/map', 'web/src/ui', 'web/src/lib', 'server/domain'],
  'web/src/features': [
    'web/src/features',
    'web/src/map',
    'web/src/ui',
    'web/src/lib',
    'server/domain',
    'server/features',
    'server/platform',
  ],
};

/** What puts the rooms together, and scripts, which may look anywhere. */
const ENTRIES = /^(server|web\/src)\/[\w-]+\.tsx?$|^scripts\//;

/** The same code on both sides, so that it must know neither Node nor a browser. */
const PAGES_MAY_RUN =
  /^server\/(domain\/|(platform\/(sheet\/open|csv\/(export|records|write))|features\/(anonymize\/report|geocode\/(errors|geocoder)))\.ts$)/;

const ONLY_THE_MAP_KNOWS = /^(@deck\.gl|@luma\.gl|maplibre-gl)/;

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

describe('imports', () => {
  const imports = ['server', 'web/src', 'scripts'].flatMap(sourceFiles).flatMap(importsOf);
  const ours = imports.filter(({ to }) => isOurs(to));

  it('point inward', () => {
    const strays = imports.filter(({ from, to }) => {
      const room = roomOf(from);
      return (
        room &&
        to.startsWith('.') === false &&
        isOurs(to) &&
        !MAY_IMPORT[room]?.some((allowed) => to === allowed || to.startsWith(`${allowed}/`))
      );
    });
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('know every room beside the entry files', () => {
    const unknown = [...new Set(imports.map(({ from }) => from))].filter(
      (file) => !ENTRIES.test(file) && !roomOf(file),
    );
    expect(unknown).toEqual([]);
  });

  it('reach another feature through its index only, for types too', () => {
    const strays = imports.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return (
        own &&
        other &&
        other !== own &&
        to !== `${other}/index.ts` &&
        own.startsWith('server/') === other.startsWith('server/')
      );
    });
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('make no circle of files by what runs', () => {
    expect(circlesOf(ours.filter(({ isTypeOnly }) => !isTypeOnly).map(({ from, to }) => [from, to]))).toEqual([]);
  });

  it('make no circle of files of the server, by types neither', () => {
    const ofServer = ours.filter(({ from, to }) => from.startsWith('server/') && to.startsWith('server/'));
    expect(circlesOf(ofServer.map(({ from, to }) => [from, to]))).toEqual([]);
  });

  it('make no circle of features, by types neither', () => {
    const between = ours.flatMap(({ from, to }): Arrow[] => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own && other && own !== other ? [[own, other]] : [];
    });
    expect(between.length).toBeGreaterThan(20);
    expect(circlesOf(between)).toEqual([]);
  });

  it('bring nothing of the server but types, the domain and what reads tables and places homes into the pages', () => {
    const strays = imports.filter(
      ({ from, to, isTypeOnly }) =>
        from.startsWith('web/') && to.startsWith('server/') && !PAGES_MAY_RUN.test(to) && !isTypeOnly,
    );
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('bring nothing of Node into the pages, by however many steps', () => {
    const reached = new Set<string>();
    const walk = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { from, to, isTypeOnly } of imports) if (from === file && !isTypeOnly) walk(to);
    };
    for (const { from } of imports) if (from.startsWith('web/')) walk(from);
    expect([...reached].filter((file) => /^(node:|fastify|pg$)/.test(file))).toEqual([]);
  });

  it('reach the anonymizer through its index only, but in pages that must stay small', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        /^server\/(features|platform|commands|demo)\//.test(from) &&
        /^server\/domain\/anonymize\/(?!index\.ts$)/.test(to),
    );
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('leave the pool of connections to the door: nothing else touches pg', () => {
    const doors = ['server/platform/db.ts', 'server/platform/db-plugin.ts'];
    const strays = imports.filter(
      ({ from, to, isTypeOnly }) =>
        from.startsWith('server/') && /^(pg|@fastify\/postgres)$/.test(to) && !isTypeOnly && !doors.includes(from),
    );
    const touching = sourceFiles('server').filter(
      (file) => !doors.includes(file) && /\.pg\b|\bpg\s*[:}]/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect([...strays.map(({ from }) => from), ...touching]).toEqual([]);
  });

  it('keep the drawing libraries inside the map', () => {
    const strays = imports.filter(({ from, to }) => ONLY_THE_MAP_KNOWS.test(to) && !from.startsWith('web/src/map/'));
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('give the domain nothing but itself, H3, Turf, hashes and programs', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        from.startsWith('server/domain/') &&
        !to.startsWith('server/domain/') &&
        to !== 'h3-js' &&
        !to.startsWith('@turf/') &&
        !to.startsWith('@noble/hashes/') &&
        to !== 'highs',
    );
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});

describe('files of the server, the pages and scripts', () => {
  it('have no more than 250 lines', () => {
    const long = ['server', 'web/src', 'scripts']
      .flatMap((folder) => filesOf(folder, /\.(tsx?|css)$/))
      .filter((file) => readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length > 250);
    expect(long).toEqual([]);
  });
});

describe('the trips that server/README.md draws', () => {
  it('name folders and files that are there', () => {
    const rows = readFileSync(join(ROOT, 'server/README.md'), 'utf8').match(/^\| `.*$/gm) ?? [];
    const missing = rows.flatMap((row) => {
      let folder = '';
      return [...row.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => {
        if (!name.endsWith('.ts')) folder = name;
        const path = join(folder, name.endsWith('.ts') ? name : '');
        return existsSync(join(ROOT, path)) ? [] : [path];
      });
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});

function roomOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((name) => file.startsWith(`${name}/`));
}

/** Folder of the feature a file belongs to, of the server or the pages. */
function featureOf(file: string): string | undefined {
  return /^(server|web\/src)\/features\/[\w-]+(?=\/)/.exec(file)?.[0];
}

type Arrow = readonly [from: string, to: string];

/** Groups of two or more that reach each other: strongly connected components, by Tarjan. */
function circlesOf(arrows: readonly Arrow[]): string[][] {
  const next = Map.groupBy(arrows, ([from]) => from);
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): number => {
    numbers.set(node, numbers.size);
    let low = numbers.size - 1;
    open.push(node);
    for (const [, to] of next.get(node) ?? []) {
      if (!numbers.has(to)) low = Math.min(low, visit(to));
      else if (open.includes(to)) low = Math.min(low, numbers.get(to) ?? low);
    }
    if (low === numbers.get(node)) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const node of next.keys()) if (!numbers.has(node)) visit(node);
  return circles;
}

function isOurs(path: string): boolean {
  return (
    path.startsWith('server/') || path.startsWith('web/') || path.startsWith('scripts/') || path.startsWith('tests/')
  );
}

function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}

function sourceFiles(folder: string): string[] {
  return filesOf(folder, /\.tsx?$/).filter((name) => !name.endsWith('.d.ts'));
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[3] ?? '';
    const to = target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target;
    return { from: file, to, isTypeOnly: match[1] !== undefined };
  });
}

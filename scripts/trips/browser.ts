/** What runs in the pages: V8's counts from Chromium, of a page and of its workers, back in the files they were built from. */
import { readFileSync } from 'node:fs';
import { type SourceMap, SourceMap as SourceMapOf } from 'node:module';
import { basename, join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { WEB } from '../../server/web.ts';
import { type Calls, callsOf, type Report } from './coverage.ts';

type Send = (method: string, params?: object) => Promise<unknown>;

export interface Watch {
  /** What ran since the last time it was asked. */
  take(): Promise<Calls>;
}

export async function watchPage(page: Page): Promise<Watch> {
  const session = await page.context().newCDPSession(page);
  const targets: Send[] = [(method, params) => session.send(method as 'Profiler.enable', params as undefined)];
  await begin(targets[0] as Send);
  onWorker(session, async (send) => {
    targets.push(send);
    await begin(send);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return {
    async take() {
      const reports: Report[] = [];
      // A worker may have ended with its page.
      for (const send of targets)
        reports.push((await send('Profiler.takePreciseCoverage').catch(() => ({ result: [] }))) as Report);
      return callsOf(reports, sourceOf);
    },
  };
}

async function begin(send: Send): Promise<void> {
  await send('Profiler.enable');
  await send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** Playwright has no session of a worker, so its messages go through the page's. */
function onWorker(session: CDPSession, found: (send: Send) => Promise<void>): void {
  const waiting = new Map<string, (answer: unknown) => void>();
  let asked = 0;
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
    waiting.get(`${sessionId} ${id}`)?.(result);
  });
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return;
    const send: Send = async (method, params = {}) => {
      const id = ++asked;
      const answer = new Promise((resolve) => waiting.set(`${sessionId} ${id}`, resolve));
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
      return answer;
    };
    found(send).catch(() => undefined);
  });
}

interface Built {
  readonly starts: readonly number[];
  readonly map: SourceMap;
}

const built = new Map<string, Built | undefined>();

/** The file that a function of a built file comes from. */
function sourceOf(url: string, offset: number): string | undefined {
  const name = /\/assets\/([^/?]+\.js)$/.exec(url)?.[1];
  if (name === undefined) return undefined;
  if (!built.has(name)) built.set(name, read(name));
  const file = built.get(name);
  if (!file) return undefined;
  let line = file.starts.findLastIndex((start) => start <= offset);
  if (line === -1) line = 0;
  const entry = file.map.findEntry(line, offset - (file.starts[line] ?? 0));
  return 'originalSource' in entry ? entry.originalSource.replace(/^(\.\.\/)+/, '') : undefined;
}

function read(name: string): Built | undefined {
  const path = join(WEB, 'assets', basename(name));
  try {
    const text = readFileSync(path, 'utf8');
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return { starts, map: new SourceMapOf(JSON.parse(readFileSync(`${path}.map`, 'utf8'))) };
  } catch {
    return undefined;
  }
}

/**
 * Observes every request that our scripts could send, on the page's thread or in a worker: wraps the ways to send,
 * reads the browser's record of loaded resources, and listens for what its security policy refuses.
 */
import { placeOf, type SeenRequest } from './requests.ts';

/** Call first on each thread. One request may be reported twice, as asked and as answered. */
export function watchRequests(from: SeenRequest['from'], report: (request: SeenRequest) => void): void {
  const saw = (how: SeenRequest['how'], address: unknown) => {
    const where = placeOf(address, location.href);
    if (where !== undefined) report({ how, where, from });
  };
  wrapCall(globalThis, 'fetch', (input: RequestInfo | URL) =>
    saw('fetch', input instanceof Request ? input.url : input),
  );
  if ('XMLHttpRequest' in globalThis)
    wrapCall(XMLHttpRequest.prototype, 'open', (_method: string, address: string | URL) =>
      saw('XMLHttpRequest', address),
    );
  if ('navigator' in globalThis && 'sendBeacon' in navigator)
    wrapCall(Navigator.prototype, 'sendBeacon', (address: string | URL) => saw('beacon', address));
  wrapClass('WebSocket', (address) => saw('WebSocket', address));
  wrapClass('EventSource', (address) => saw('EventSource', address));
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) saw('resource', name);
  }).observe({ type: 'resource' });
  addEventListener('securitypolicyviolation', (event) =>
    saw('refused', (event as SecurityPolicyViolationEvent).blockedURI),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: functions of the platform, each with arguments of its own
type Call = (...args: any[]) => any;

function wrapCall(owner: object, name: string, heard: Call): void {
  const call = Reflect.get(owner, name) as Call | undefined;
  if (!call) return;
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
    heard(...args);
    return Reflect.apply(call, this, args);
  });
}

function wrapClass(name: 'WebSocket' | 'EventSource', heard: (address: unknown) => void): void {
  const made = Reflect.get(globalThis, name) as (new (...args: unknown[]) => object) | undefined;
  if (!made) return;
  Reflect.set(
    globalThis,
    name,
    new Proxy(made, {
      construct(target, args, newTarget) {
        heard(args[0]);
        return Reflect.construct(target, args, newTarget) as object;
      },
    }),
  );
}

/**
 * Keeps what a person did about a file in the browser, until the same file and key are chosen again. All of it is encrypted
 * (AES-256-GCM) under a key derived from the district's own, because a rewritten value is the value of a row: without the key
 * file nothing can be read, not even which file it is about. Where the browser has no WebCrypto, as on a page without
 * https, nothing is kept.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { BROWSER, listOn, type Shelf, write } from '../../lib/shelf.ts';
import type { Step } from './steps.ts';
import type { Trace } from './trace.ts';

export interface KeptTrace {
  /** ISO date. */
  readonly day: string;
  readonly step: Step;
  /** Whether answers of another file were joined; that file has to be chosen again. */
  readonly hasAnswers: boolean;
  /** Rows left out when the person moved on to the preview. */
  readonly leftOut: number;
  readonly trace: Trace;
}

/** The owner's key and the file. */
export interface TraceOf {
  /** Secret of the district's key. */
  readonly secret: Uint8Array;
  readonly header: readonly string[];
}

const PLACE = 'gapmap.prepare.trace';
/** Limit of files; the oldest is forgotten first. */
const KEPT = 3;
const NONCE_BYTES = 12;

interface Sealed {
  readonly id: string;
  /** Nonce and ciphertext, base64. */
  readonly sealed: string;
}

/** @returns whether the browser stored it */
export async function keepTrace(of: TraceOf, kept: KeptTrace, shelf: Shelf = BROWSER): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  if (!subtle) return false;
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(kept));
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(of), plain));
  const id = idOf(of);
  const others = listOn(shelf, PLACE, isSealed).filter((other) => other.id !== id);
  const text = base64(new Uint8Array([...iv, ...sealed]));
  return write(shelf, PLACE, JSON.stringify([{ id, sealed: text }, ...others].slice(0, KEPT)));
}

/** @returns undefined where nothing is stored for this file and key, or it is damaged */
export async function keptTrace(of: TraceOf, shelf: Shelf = BROWSER): Promise<KeptTrace | undefined> {
  const { subtle } = globalThis.crypto;
  const id = idOf(of);
  const found = listOn(shelf, PLACE, isSealed).find((one) => one.id === id);
  if (!subtle || !found) return undefined;
  try {
    const bytes = Uint8Array.from(atob(found.sealed), (letter) => letter.charCodeAt(0));
    const iv = bytes.subarray(0, NONCE_BYTES);
    const plain = await subtle.decrypt({ name: 'AES-GCM', iv }, await sealingKey(of), bytes.subarray(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(plain)) as KeptTrace; // sealed by this page, so the type holds
  } catch {
    return undefined;
  }
}

export function forgetTraces(shelf: Shelf = BROWSER): void {
  write(shelf, PLACE, '[]');
}

function sealingKey({ secret }: TraceOf) {
  const raw = new Uint8Array(hmac(sha256, secret, utf8ToBytes('gapmap: sealing what was done about a file')));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** From the header, which may be somebody's data: keyed, so that it cannot be guessed by trying. */
function idOf({ secret, header }: TraceOf): string {
  const names = header.map((name) => name.trim().toLowerCase());
  return bytesToHex(hmac(sha256, secret, utf8ToBytes(['gapmap: which file', ...names].join('\u001f')))).slice(0, 32);
}

function isSealed(value: unknown): value is Sealed {
  const one = value as Partial<Sealed> | null;
  return typeof one?.id === 'string' && typeof one.sealed === 'string';
}

/** In chunks, because a function cannot take a million arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Names of processes that stay right when a number is given again: host, number, and the time the process began. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessName {
  readonly host: string;
  readonly pid: number;
  /** In the kernel's ticks since it booted; 0 where the system does not tell. */
  readonly began: number;
}

export function ownName(): ProcessName {
  return { host: hostOfFiles(), pid: process.pid, began: beganOf(process.pid) };
}

/** @returns undefined where nobody can tell from here, because it is a process of another machine or container */
export function isRunning({ host, pid, began }: ProcessName): boolean | undefined {
  if (host !== hostOfFiles()) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = beganOf(pid);
  return began === 0 || now === 0 || began === now;
}

/** The host's name without what would part the name of a file. */
function hostOfFiles(): string {
  return hostname().replace(/[^A-Za-z0-9]/g, '');
}

/** The 22nd field of `/proc/PID/stat` (proc(5)); the second, in brackets, may hold blanks. */
function beganOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return 0;
  }
}

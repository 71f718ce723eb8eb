/** Where a browser keeps what it is told to. One that keeps nothing is no fault. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** Asked for anew each time: where a browser keeps nothing, already naming its storage fails. */
export const BROWSER: Shelf = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, text) => localStorage.setItem(name, text),
};

export function read(shelf: Shelf, name: string): string | null {
  try {
    return shelf.getItem(name);
  } catch {
    return null;
  }
}

/** @returns whether it is kept: private windows and full disks keep nothing, and the file is prepared all the same */
export function write(shelf: Shelf, name: string, text: string): boolean {
  try {
    shelf.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** What is kept as a list under a name; without what is of another form than it is now. */
export function listOn<One>(shelf: Shelf, name: string, isOne: (value: unknown) => value is One): One[] {
  try {
    const kept: unknown = JSON.parse(read(shelf, name) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOne) : [];
  } catch {
    return [];
  }
}

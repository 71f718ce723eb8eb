/** Browser storage. A browser that keeps nothing is not an error. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** Accessed anew each time: where storage is blocked, merely naming it throws. */
export const BROWSER: Shelf = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, text) => localStorage.setItem(name, text),
};

/** The same until the tab is closed. */
export const TAB: Shelf = {
  getItem: (name) => sessionStorage.getItem(name),
  setItem: (name, text) => sessionStorage.setItem(name, text),
};

export function read(shelf: Shelf, name: string): string | null {
  try {
    return shelf.getItem(name);
  } catch {
    return null;
  }
}

/** @returns whether it was stored: private windows and full disks store nothing, and preparing a file works all the same */
export function write(shelf: Shelf, name: string, text: string): boolean {
  try {
    shelf.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** The list stored under a name, without entries of an outdated form. */
export function listOn<One>(shelf: Shelf, name: string, isOne: (value: unknown) => value is One): One[] {
  try {
    const kept: unknown = JSON.parse(read(shelf, name) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOne) : [];
  } catch {
    return [];
  }
}

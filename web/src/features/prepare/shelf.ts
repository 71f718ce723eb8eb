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

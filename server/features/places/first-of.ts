/** The first names of a list, and how many more there are: a note with hundreds of them is not read. */
export function firstOf<Name>(list: readonly Name[], most = 10): { names: readonly Name[]; more: number } {
  return { names: list.slice(0, most), more: Math.max(0, list.length - most) };
}

/** Who claims a hexagon; the commission's alone are striped besides. */
export const CLAIM_COLORS = { both: '#8c8c84', fcc: '#b5610b', puc: '#1f6f8b' } as const;

export const TEMPLATE = 'gapmap_template';

import type { TechnologyMessages } from '../en/technologies.ts';

export const technologies = {
  names: {
    0: 'otra tecnología',
    10: 'cobre',
    40: 'cable',
    50: 'fibra',
    60: 'satélite geoestacionario',
    61: 'satélite de órbita baja',
    70: 'inalámbrico fijo sin licencia',
    71: 'inalámbrico fijo con licencia',
    72: 'inalámbrico fijo con licencia por norma',
  },
  profiles: {
    bead_2022: 'banda ancha confiable (por cable o inalámbrica con licencia)',
    terrestrial: 'todo menos satélite',
    wired: 'solo por cable',
    any: 'cualquier tecnología, incluido el satélite',
  },
} satisfies TechnologyMessages;

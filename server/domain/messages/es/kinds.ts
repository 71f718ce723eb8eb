export const kinds: Readonly<Record<string, string>> = {
  state: 'estados',
  county: 'condados',
  school_district: 'distritos escolares',
  senate_district: 'distritos del senado',
  house_district: 'distritos de la cámara',
  congressional_district: 'distritos del congreso',
  town: 'pueblos',
  tribal: 'áreas tribales',
  school: 'escuelas',
};

export const groundKinds: Readonly<Record<string, string>> = {
  road: 'carreteras',
  water: 'agua',
  school: 'escuelas',
  library: 'bibliotecas',
};

export const kindNames: Readonly<Record<string, string>> = {
  state: 'estado',
  county: 'condado',
  school_district: 'distrito escolar',
  senate_district: 'distrito del senado',
  house_district: 'distrito de la cámara',
  congressional_district: 'distrito del congreso',
  town: 'pueblo',
  tribal: 'área tribal',
  school: 'escuela',
};

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

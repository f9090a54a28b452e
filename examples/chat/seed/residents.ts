const FIRST = ['Ada', 'Ben', 'Cleo', 'Dario', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jule'];
const LAST = [
  'Adler',
  'Brandt',
  'Cruz',
  'Dahl',
  'Evers',
  'Frey',
  'Graf',
  'Holm',
  'Ito',
  'Jansen',
  'Kohl',
  'Lenz',
];

/** The neighbours in building 7: more than one page of members. */
export const RESIDENTS = LAST.flatMap((last) =>
  FIRST.map((first) => ({ userID: `${first}-${last}`.toLowerCase(), nick: `${first} ${last}` })),
);

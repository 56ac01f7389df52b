/** A small corpus that proposals are held against. */
export const WORLD: Readonly<Record<string, string>> = {
  'corpus.yaml': 'id: test\ntitle: Test\n',
  'references.json': '[{"id":"quill1997","type":"book","title":"The Keeper"}]\n',
  'actors/bo-larsen.md': '---\ntype: person\nname: Bo Larsen\nmemberships:\n  - organization: ox\n    role: Foreign Minister\n    cite: "@quill1997, p. 1"\n---\nA minister.\n\n- Kept the harbour. [@quill1997, p. 2]\n',
  'actors/ox.md': '---\ntype: state\nname: Ox\n---\n',
  'events/harbour-talks.md': '---\ntype: event\nkind: talks\nname: Harbour talks\n---\n',
  'events/reed-accord.md': '---\ntype: event\nkind: agreement\nname: Reed accord\ndate: 1991 # as far as known\ncite: "@quill1997, p. 3"\n---\n',
};

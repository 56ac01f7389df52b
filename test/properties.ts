// Properties run over the same values on every machine, so that it is a change and not chance that makes one fail.
// RAPPORTEUR_SEED=N looks at other values.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['RAPPORTEUR_SEED'] ?? 1991) });

export { fc };

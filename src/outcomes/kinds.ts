import type { OutcomeKind, OutcomeKinds } from '#conversation/outcome.ts';
import { lettingGo } from './lettingGo.ts';
import { policyLine } from './policyLine.ts';
import { proposal } from './proposal.ts';

/** What can live on in this house, in the order in which it is offered. A new kind is one file and one line here. */
const LIST: readonly OutcomeKind[] = [proposal, policyLine, lettingGo];

export const kinds: OutcomeKinds = Object.fromEntries(LIST.map((kind) => [kind.kind, kind]));

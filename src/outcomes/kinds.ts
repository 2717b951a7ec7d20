import type { OutcomeKind, OutcomeKinds } from '#conversation/outcome.ts';
import { agreement } from './agreement.ts';
import { behaviourMatrix } from './behaviourMatrix.ts';
import { dilemma } from './dilemma.ts';
import { evaluation } from './evaluation.ts';
import { experiment } from './experiment.ts';
import { guideline } from './guideline.ts';
import { lesson } from './lesson.ts';
import { lettingGo } from './lettingGo.ts';
import { needList } from './needList.ts';
import { pledge } from './pledge.ts';
import { policyLine } from './policyLine.ts';
import { practiceExample } from './practiceExample.ts';
import { proposal } from './proposal.ts';
import { question } from './question.ts';
import { ranking } from './ranking.ts';
import { themeMap } from './themeMap.ts';
import { toughIssue } from './toughIssue.ts';

/** What can live on in this house, in the order in which it is offered. A new kind is one file and its name here. */
const LIST: readonly OutcomeKind[] = [
  proposal,
  question,
  agreement,
  pledge,
  experiment,
  lettingGo,
  policyLine,
  lesson,
  toughIssue,
  dilemma,
  practiceExample,
  guideline,
  behaviourMatrix,
  needList,
  themeMap,
  ranking,
  evaluation,
];

export const kinds: OutcomeKinds = Object.fromEntries(LIST.map((kind) => [kind.kind, kind]));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase, Role } from '#conversation/format.ts';
import { placeOf } from '#conversation/format.ts';
import { dialoogtafel } from '#formats/dialoogtafel.ts';
import { beginFrom, clockAt } from '../../src/routes/leiden/[conversation]/[seat]/printen/clock.ts';
import { coursesOf } from '../../src/routes/leiden/[conversation]/[seat]/printen/courses.ts';
import { heldTo, lengthOf, timed, type Evening } from '../../src/routes/leiden/[conversation]/[seat]/printen/evening.ts';
import { rolesWithSheet, sheetsFor } from '../../src/routes/leiden/[conversation]/[seat]/printen/hosts.ts';
import { minutesIn, planMark, wordsMark } from '../../src/routes/leiden/[conversation]/[seat]/printen/mark.ts';
import { questionFor } from '../../src/routes/leiden/[conversation]/[seat]/printen/question.ts';
import { wishesFrom } from '../../src/routes/leiden/[conversation]/[seat]/printen/wishes.ts';

test('a step stands at the time when those before it are over', () => {
  const evening = eveningWith([phase('arrive', 10), phase('talk', 45), phase('close', 5)]);
  assert.deepEqual(
    evening.steps.map(({ after }) => clockAt('19:30', after)),
    ['19:30', '19:40', '20:25'],
  );
  assert.equal(clockAt('19:30', lengthOf(evening.steps)), '20:30');
});

test('a step that was promised waits for its time on paper too, and what follows with it', () => {
  const planned = eveningWith([phase('talk', 20), { ...phase('break', 5), timer: 'none' }, phase('close', 5)]).steps;
  const steps = planned.map((step) => ({ ...step, promised: step.phase.kind === 'break' ? 20 * 60 + 30 : null }));
  const clocks = (begin: string) => heldTo(begin, steps).map(({ after }) => clockAt(begin, after));
  assert.deepEqual(clocks('20:00'), ['20:00', '20:30', '20:35']);
  assert.deepEqual(clocks('20:15'), ['20:15', '20:35', '20:40'], 'too late is told as it is');
  assert.deepEqual(heldTo(null, steps), steps);
  assert.deepEqual(
    heldTo('20:00', steps).map(({ about }) => about),
    [false, false, true],
  );
});

test('without a beginning the clock counts from 0:00, and after midnight it is a new day', () => {
  assert.deepEqual(
    [0, 15, 75].map((after) => clockAt(null, after)),
    ['0:00', '0:15', '1:15'],
  );
  assert.equal(clockAt('23:50', 20), '00:10');
});

test('a beginning is a time of the day, or none', () => {
  assert.equal(beginFrom('09:05'), '09:05');
  for (const typed of ['', '9:05', '24:00', '19:60', 'straks', null]) assert.equal(beginFrom(typed), null);
});

test('after a step without a clock every time is a guess', () => {
  const { steps } = eveningWith([phase('talk', 20), { ...phase('break', 15), timer: 'none' }, phase('close', 5)]);
  assert.deepEqual(
    steps.map(({ about }) => about),
    [false, false, true],
  );
});

test('the mark of a plan changes with its minutes, its words and its code, and with nothing else', () => {
  const evening = eveningWith([phase('arrive', 10), phase('close', 5)]);
  const markOf = (other: Partial<Evening>, code = 'lepel 17') => {
    const changed = { ...evening, ...other };
    return planMark(wordsMark(changed, code), minutesIn(changed));
  };
  const mark = markOf({});
  assert.match(mark, /^[BCDFGHJKLMNPRTVWXZ][BCDFGHJKLMNPRTVWXZ2346789]{2}$/);
  assert.equal(markOf({ tables: [1, 2, 3], began: 1 }), mark);
  assert.notEqual(markOf({ steps: eveningWith([phase('arrive', 12), phase('close', 5)]).steps }), mark);
  assert.notEqual(
    markOf({ steps: eveningWith([{ ...phase('arrive', 10), say: { nl: 'Dag', en: 'Hello' } }, phase('close', 5)]).steps }),
    mark,
  );
  assert.notEqual(markOf({ title: 'Anders' }), mark);
  assert.notEqual(markOf({}, 'vork 18'), mark);
});

test('all sheets are laid ready but the notice of photographs, until somebody chooses', () => {
  assert.deepEqual(wishesFrom(new URLSearchParams(), null), {
    begin: null,
    writers: 4,
    language: null,
    sheets: ['draaiboek', 'tafels', 'kaarten', 'rollen', 'anders', 'turven', 'menu'],
  });
  assert.deepEqual(
    wishesFrom(new URLSearchParams('gekozen=ja&blad=fotos&blad=draaiboek&blad=iets&begin=20:00&schrijvers=12&taal=ar'), '19:31'),
    {
      begin: '20:00',
      writers: 12,
      language: 'ar',
      sheets: ['draaiboek', 'fotos'],
    },
  );
  assert.deepEqual(wishesFrom(new URLSearchParams('gekozen=ja'), null).sheets, []);
});

test('an evening that has begun tells its own time, unless another is asked for', () => {
  assert.equal(wishesFrom(new URLSearchParams(), '19:31').begin, '19:31');
  assert.equal(wishesFrom(new URLSearchParams('begin='), '19:31').begin, null);
});

test('a number of writers that makes no sense is no reason to print a forest', () => {
  const writers = (typed: string) => wishesFrom(new URLSearchParams({ schrijvers: typed }), null).writers;
  assert.deepEqual(['100000', '-3', 'veel', '2.5', '0'].map(writers), [300, 0, 4, 4, 0]);
});

test('a role sheet for each table where each table has that role, else one for each person the format asks for', () => {
  const role = (other: Partial<Role>): Role => ({ id: 'r', name: { nl: 'Rol', en: 'Role' }, task: 'explain', ...other });
  assert.equal(sheetsFor(role({ per: 'table', maximum: 1 }), 5), 5);
  assert.equal(sheetsFor(role({ per: 'table', minimum: 2 }), 5), 10);
  assert.equal(sheetsFor(role({ task: 'hostTable' }), 5), 5);
  assert.equal(sheetsFor(role({ per: 'room', maximum: 1 }), 5), 1);
  const tips = [{ nl: 'Luister.', en: 'Listen.' }];
  const roles = [
    role({ task: 'takePart' }),
    role({ task: 'takePart', tips }),
    role({}),
    role({ task: 'facilitate', tips }),
    role({ task: 'show' }),
  ];
  assert.deepEqual(rolesWithSheet(roles), [roles[1], roles[2]]);
});

test('a menu has its courses in order, each with the first questions for everybody', () => {
  const starter = { nl: 'Voorgerecht', en: 'Starter' };
  const asked = (...questions: string[]) => questions.map((text) => ({ text: { nl: text, en: text } }));
  const evening = eveningWith([
    phase('arrive', 10),
    { ...phase('talk', 10), course: starter, prompts: [...asked('Een?'), { text: { nl: 'Dieper?', en: 'Deeper?' }, depth: 2 as const }] },
    { ...phase('break', 10), course: starter, prompts: asked('Het eten komt.') },
    {
      ...phase('round', 10),
      course: starter,
      prompts: [...asked('Twee?'), { text: { nl: 'Voor jou?', en: 'For you?' }, forRole: 'presenter' }],
    },
    { ...phase('note', 10), course: { nl: 'Nagerecht', en: 'Dessert' }, prompts: asked('Drie?') },
  ]);
  assert.deepEqual(
    coursesOf(evening).map(({ course, questions }) => [course.nl, ...questions.map(({ nl }) => nl)]),
    [
      ['Voorgerecht', 'Een?', 'Twee?'],
      ['Nagerecht', 'Drie?'],
    ],
  );
});

test('a card to write on carries the question of its step only where that is what it asks', () => {
  const asked = dialoogtafel.phases.flatMap((step) => step.inputs.map((use) => [use.key, questionFor(step, use)?.text.nl] as const));
  const questions = new Map<string, string | undefined>(asked);
  assert.equal(questions.get('pledge'), 'Wat ga jij doen?');
  assert.equal(questions.get('discovery'), 'Wat heb je ontdekt in deze verhalen?');
  for (const beside of ['need', 'experience']) assert.equal(questions.get(beside), undefined, beside);
});

function eveningWith(phases: readonly Phase[]): Evening {
  return {
    title: 'Samen eten',
    format: { nl: 'Werkvorm', en: 'Format' },
    scope: { about: null, decides: null, hearBack: null },
    steps: timed(phases.map((each) => ({ place: placeOf(each.id, 1), phase: each, repeat: 1, promised: null }))),
    beside: [],
    houseRules: [],
    roles: [],
    tables: [1],
    began: null,
  };
}

function phase(kind: Phase['kind'], minutes: number): Phase {
  const words = { nl: kind, en: kind };
  return {
    id: kind,
    kind,
    name: words,
    minutes,
    timer: 'soft',
    devices: 'each',
    say: words,
    grouping: { kind: 'plenary' },
    turn: { kind: 'free' },
    prompts: [],
    inputs: [],
    visibility: { who: 'group', sender: 'withoutName', when: 'afterPhase' },
  };
}

import type { InputUse, Phase, Prompt } from '#conversation/format.ts';

/** The question of a step is that of the first thing it asks of somebody; what it asks beside says so by itself. */
export function questionFor({ inputs, prompts }: Phase, use: InputUse): Prompt | undefined {
  const [role] = use.roles ?? [];
  const first = inputs.find(({ roles }) => roles?.[0] === role);
  return first?.key === use.key ? (prompts.find(({ forRole }) => forRole === role) ?? prompts[0]) : undefined;
}

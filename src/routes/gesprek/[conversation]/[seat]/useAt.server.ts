import type { ConversationId, House } from '#app/house.ts';
import type { InputUse } from '#conversation/format.ts';
import { inputIn, stepAt } from '#conversation/lookup.ts';

/** The use of an input in the step of a run: its form is read by it. */
export async function useAt(app: House, conversation: ConversationId, run: string, input: string): Promise<InputUse | null> {
  return app.read(conversation, ({ state }) => {
    const place = state.runs.find((each) => each.id === run)?.place;
    const phase = place && stepAt(state, place)?.phase;
    return (phase && inputIn(phase, input)) ?? null;
  });
}

import { onMount } from 'svelte';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * On a slow line somebody can read, unfold, tick and type long before the script of a page is there. When it takes over
 * (hydrates), choices and folds fall back to what the server drew; this puts them back. For the outermost component of a page.
 */
export function keepWhatWasDone(): void {
  if (typeof document === 'undefined') return;
  const unfolded = [...document.querySelectorAll('details')].filter((fold) => fold.open);
  const filled = [...document.querySelectorAll<Field>('input, select, textarea')].flatMap((field) =>
    isTouched(field) ? [{ field, stood: standOf(field) }] : [],
  );
  keepSelection(document.activeElement);
  onMount(() => {
    for (const fold of unfolded) fold.open = true;
    for (const { field, stood } of filled) if (standOf(field) !== stood) put(field, stood);
  });
}

/** Not as the server drew it. */
function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return field.selectedIndex !== drawnIn(field);
  return isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** Where the server names none, the first. */
function drawnIn({ options }: HTMLSelectElement): number {
  return Math.max(
    0,
    [...options].findIndex(({ defaultSelected }) => defaultSelected),
  );
}

function standOf(field: Field): string | boolean {
  return isBox(field) ? field.checked : field.value;
}

function isBox(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && BOXES.has(field.type);
}

const BOXES: ReadonlySet<string> = new Set(['checkbox', 'radio']);

/**
 * Svelte takes away what the server wrote in a field, which empties a field nobody typed in yet; filled again, its cursor stands at
 * the end. A field whose value was set by hand does not follow what the server wrote.
 */
function keepSelection(field: Element | null): void {
  const isForWords = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !BOXES.has(field.type));
  if (!isForWords) return;
  const { value } = field;
  field.value = value;
}

/** As if it were done now: whatever is bound to the field hears it. */
function put(field: Field, stood: string | boolean): void {
  if (isBox(field)) field.checked = stood === true;
  else field.value = String(stood);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

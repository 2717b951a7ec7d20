import { tick } from 'svelte';

type TypedIn = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody typed in a form while its answer was on its way. The page is drawn anew by then: without this their words were gone. */
export class TypedMeanwhile {
  readonly #values = new Map<string, { readonly value: string; readonly checked: boolean }>();
  /** Where they typed last. A field that is drawn again has no focus. */
  #last: string | null = null;

  note({ target }: Event): void {
    if (!isTypedIn(target)) return;
    this.#last = keyOf(target);
    this.#values.set(keyOf(target), { value: target.value, checked: isTicked(target) });
  }

  /** True when there was anything to put back. */
  async putBack(form: HTMLFormElement): Promise<boolean> {
    const [typed, last] = [[...this.#values], this.#last];
    await tick();
    const fields = new Map([...form.elements].filter(isTypedIn).map((field) => [keyOf(field), field]));
    for (const [key, stood] of typed) fill(fields.get(key), stood);
    if (last !== null && document.activeElement === document.body) fields.get(last)?.focus({ preventScroll: true });
    return typed.length > 0;
  }
}

function isTypedIn(element: EventTarget | null): element is TypedIn {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Boxes and choices share a name. */
function keyOf(field: TypedIn): string {
  return isBox(field) ? `${field.name} ${field.value}` : field.name;
}

function isTicked(field: TypedIn): boolean {
  return isBox(field) && field.checked;
}

function isBox(field: TypedIn): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

/** As somebody would: whatever listens to the field hears it. */
function fill(field: TypedIn | undefined, { value, checked }: { readonly value: string; readonly checked: boolean }): void {
  if (!field) return;
  if (isBox(field)) field.checked = checked;
  else field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

import { charactersOf } from './character.ts';
import { type Company, Person } from './person.ts';

/** The simulated people of one rehearsal, from the door until all are gone. */
export class Crowd {
  readonly #people: Set<Person>;
  readonly #onOver: () => void;

  constructor(company: Company, people: number, onOver: () => void) {
    this.#onOver = onOver;
    this.#people = new Set(
      charactersOf(people, company.seed).map((character, number) => {
        const person: Person = new Person(company, character, number, () => this.#gone(person));
        return person;
      }),
    );
  }

  start(): void {
    for (const person of this.#people) person.start();
  }

  /** On their way or at the tables. */
  get size(): number {
    return this.#people.size;
  }

  /** Resolves when nobody of them can do anything any more; whoever sits somewhere keeps that seat. */
  async turnBack(): Promise<void> {
    await Promise.all([...this.#people].map((person) => person.turnBack()));
  }

  close(): void {
    for (const person of this.#people) person.close();
  }

  #gone(person: Person): void {
    this.#people.delete(person);
    if (this.#people.size === 0) this.#onOver();
  }
}

/** Under this number of people no count is shown: it would say who chose what. */
export const FEW = 5;

export function isFew(people: number): boolean {
  return people < FEW;
}

/** Harvesting is done on one device, often a large one: it has Kit's own script, by which cards can be dragged too. */
export const csr = true;

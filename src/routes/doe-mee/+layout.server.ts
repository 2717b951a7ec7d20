/** These pages need no script, but for the one that reads a QR. */
export const csr = false;

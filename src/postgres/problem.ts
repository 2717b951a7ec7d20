/** Why the database could not be started. `code` is for the sentence on screen, `message` for the operator. */
export type ProblemCode =
  | 'noPrograms' // this platform has no database package, or it cannot be read
  | 'otherOwner' // the data folder belongs to another user of this machine
  | 'otherVersion' // the data was written by another major version
  | 'passwordLost' // the data is there, its password file is not
  | 'passwordRefused' // a server runs on the data and does not take our password
  | 'initialiseFailed'
  | 'startFailed';

export class PostgresProblem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresProblem';
    this.code = code;
  }
}

declare module 'virtual:phone-script' {
  /** By language: where the script of a participant's pages begins, and what comes with each module that is loaded later. */
  const script: {
    readonly [language in 'nl' | 'en']: {
      readonly src: string;
      readonly join: string;
      readonly files: { readonly [module: string]: readonly string[] | undefined };
    };
  };
  export default script;
}

/** What the service does with texts, as far as the server was given functions that do it. */
export interface TextServices {
  /** The texts in another language, in their order; `sourceLanguage` may be 'auto'. */
  readonly translate?:
    | ((
        texts: readonly string[],
        languages: { readonly sourceLanguage: string; readonly targetLanguage: string },
      ) => readonly string[])
    | undefined;
  /** What is said in the sound file at `url`. */
  readonly transcribe?: ((url: string, language: string | undefined) => string) | undefined;
}

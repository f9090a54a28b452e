/** How an application's server takes files. */
export interface UploadOptions {
  /** Milliseconds that an upload takes. */
  readonly time: number;
  /** Where the file can be found from now on. */
  readonly urlOf: (file: UploadedFile) => string;
}

/** The same, with whether this client may use it. */
export interface UploadSurroundings {
  readonly options: UploadOptions;
  readonly hasPlugin: () => boolean;
}

/** A file that has been uploaded. */
export interface UploadedFile {
  /** What the application passed as `payload.file`. */
  readonly source: unknown;
  readonly name: string;
  /** Unlike any other's; it has the file's extension. */
  readonly uuid: string;
}

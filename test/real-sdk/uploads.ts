// Where files go: the vendor's upload plug-in of 2.x and 3.x, and what lite-chat does without it, an XMLHttpRequest.

import type { Boot } from './boot.ts';
import { ok } from './cloud/wire.ts';

/** One upload that has begun. */
export interface Upload {
  readonly progress: (fraction: number) => void;
  readonly finish: () => void;
  readonly fail: () => void;
}

interface PluginOptions {
  readonly downloadUrl: string;
  readonly onProgress?: (progress: { readonly percent: number }) => void;
}

type PluginCallback = (error: Error | null, answer: object) => void;

/** Lets an SDK upload files, which it can from the next login on. Answers the uploads that begin, one after the other. */
export function serveUploads({ sdk, line }: Pick<Boot, 'sdk' | 'line'>): readonly Upload[] {
  const uploads: Upload[] = [];
  line.answer('im_cos_msg.pre_sig', () =>
    ok({ upload_url: 'https://files.example/up', download_url: 'https://files.example/down' }),
  );
  line.answer('im_cos_msg.simple_sig', () =>
    ok({
      rpt_pre_sig: [
        {
          uint32_exist_flag: 0,
          str_upload_url: 'https://files.example/up',
          str_download_url: 'https://files.example/down',
        },
      ],
    }),
  );
  const plugin = class {
    static getVersion(): string {
      return '1.0.0';
    }
    uploadFile({ downloadUrl, onProgress }: PluginOptions, callback: PluginCallback): void {
      uploads.push({
        progress: (percent) => onProgress?.({ percent }),
        finish: () => callback(null, { statusCode: 200, data: { location: downloadUrl } }),
        fail: () => callback(new Error('no way'), { statusCode: 500, data: {} }),
      });
    }
  };
  sdk.registerPlugin({ 'tim-upload-plugin': plugin });
  takeRequests(uploads);
  return uploads;
}

/** Has every PUT become an upload; all other requests are what they were. */
function takeRequests(uploads: Upload[]): void {
  const scope = globalThis as { XMLHttpRequest: unknown };
  const Others = scope.XMLHttpRequest as new () => Request;
  scope.XMLHttpRequest = function Request(): Request {
    const request = new Others();
    const open = request.open.bind(request);
    const send = request.send.bind(request);
    const upload: { onprogress?: (event: object) => void } = {};
    let isUpload = false;
    const end = (status: number): void => {
      Object.assign(request, { readyState: 4, status });
      request.onload?.();
    };
    return Object.assign(request, {
      upload,
      open: (method: string) => {
        isUpload = method === 'PUT';
        open(method);
      },
      send: () => {
        if (!isUpload) return send();
        uploads.push({
          progress: (loaded) => upload.onprogress?.({ loaded, total: 1 }),
          finish: () => end(200),
          fail: () => end(500),
        });
      },
    });
  };
}

interface Request {
  readonly onload?: () => void;
  readonly open: (method: string) => void;
  readonly send: () => void;
}

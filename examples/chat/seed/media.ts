/** A picture as a data URL, drawn with SVG: hills under a sky of this colour. */
export function drawing(sky: string): string {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" viewBox="0 0 48 32">`,
    `<rect width="48" height="32" fill="${sky}"/><circle cx="36" cy="8" r="4" fill="#f6c945"/>`,
    `<path d="M0 32V22l12-9 10 8 9-11 17 14v8z" fill="#55834f"/><path d="M0 32v-5l18-5 30 7v3z" fill="#3c6440"/>`,
    `</svg>`,
  ].join('');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const RATE = 4000;

/** A tone of so many seconds as a data URL: WAV, 8 bits, 4 kHz, getting softer. */
export function tone(seconds: number, hertz = 440): string {
  const length = seconds * RATE;
  const view = new DataView(new ArrayBuffer(44 + length));
  const write = (offset: number, text: string): void =>
    new TextEncoder().encode(text).forEach((byte, index) => view.setUint8(offset + index, byte));
  write(0, 'RIFF');
  view.setUint32(4, 36 + length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // uncompressed
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, length, true);
  for (let i = 0; i < length; i++) {
    const loudness = 90 * (1 - i / length);
    view.setUint8(44 + i, 128 + loudness * Math.sin((2 * Math.PI * hertz * i) / RATE));
  }
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...new Uint8Array(view.buffer)))}`;
}

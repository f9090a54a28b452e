import type { CustomPayload, LocationPayload } from 'tim-reactive';

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** 3.8 kB. */
export function formatSize(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}

/** 0:02. */
export function formatLength(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** 47.3122° N, 11.3811° E. */
export function formatPlace({ latitude, longitude }: LocationPayload): string {
  const north = `${Math.abs(latitude).toFixed(4)}° ${latitude < 0 ? 'S' : 'N'}`;
  return `${north}, ${Math.abs(longitude).toFixed(4)}° ${longitude < 0 ? 'W' : 'E'}`;
}

/** What there is to read of a custom message. */
export function customText({ description, data, extension }: CustomPayload): string {
  return description || data || extension;
}

import { useState } from 'react';

/** Whether rows came in or went at the start, since the length was another: then a list keeps its place from the end. */
export function useShift(firstIndex: number, length: number): boolean {
  const [last, setLast] = useState({ firstIndex, length, shift: false });
  if (last.firstIndex === firstIndex && last.length === length) return last.shift;
  const shift = last.firstIndex !== firstIndex;
  setLast({ firstIndex, length, shift });
  return shift;
}

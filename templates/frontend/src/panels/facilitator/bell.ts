/** A soft sound without a file: two notes, as a glass that is struck. */

/** Ring once; a laptop without sound, or a page nobody has pressed yet, stays silent. */
export function ring(): void {
  const Context = globalThis.AudioContext;
  if (Context === undefined) return;
  const sound = new Context();
  for (const [pitch, after] of [
    [880, 0],
    [1174.66, 0.35],
  ] as const)
    strike(sound, pitch, sound.currentTime + after);
  setTimeout(() => void sound.close(), 3000);
}

function strike(sound: AudioContext, pitch: number, at: number): void {
  const note = sound.createOscillator();
  const loudness = sound.createGain();
  note.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.3, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 1.6);
  note.connect(loudness).connect(sound.destination);
  note.start(at);
  note.stop(at + 1.7);
}

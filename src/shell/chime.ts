// A soft chime, made by the browser's own synthesizer: no file is loaded.
// Must not decide when it sounds.

/** Pitches of the tones in hertz: one for an end that nears, two for a time that is up. */
const TONES = { nearing: [587.33], up: [587.33, 440] };

/** Time between the begins of two tones, and length of each, in seconds. */
const [BETWEEN, LENGTH] = [0.45, 1.6];

/** Loudness of a tone, of 1: as loud as a cup put down. */
const LOUDNESS = 0.12;

let context: AudioContext | undefined;

/** Sounds the chime once. A browser without a synthesizer, or before the first press on the page, stays silent. */
export const chime = (kind: keyof typeof TONES): void => {
  try {
    const audio = (context ??= new AudioContext());
    // Resolves once the browser lets the page sound, which may be never.
    void audio.resume().catch(() => {});
    TONES[kind].forEach((pitch, at) => sound(audio, pitch, audio.currentTime + at * BETWEEN));
  } catch {
    // Silent, as announced.
  }
};

/** Sounds one tone, which begins at a time of the context's own clock and fades away. */
const sound = (audio: AudioContext, pitch: number, at: number): void => {
  const tone = new OscillatorNode(audio, { type: "sine", frequency: pitch });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + LENGTH);
};

const HERTZ = 528;
const SECONDS = 1.2;
const LOUDNESS = 0.15;

/** A soft tone that fades away. Browsers play it only for a person who has used the page before. */
export function tone(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(LOUDNESS, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS);
  volume.connect(audio.destination);
  const sound = audio.createOscillator();
  sound.frequency.value = HERTZ;
  sound.connect(volume);
  sound.onended = () => void audio.close();
  sound.start();
  sound.stop(audio.currentTime + SECONDS);
}
